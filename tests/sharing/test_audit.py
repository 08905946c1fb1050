"""M24, M36, M37: the services have their functions; which of the eight breaches a history shows."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import random_file
from jscredit.deadlines import WorkingDays, deadline
from jscredit.errors import Label, Refused
from jscredit.law import M
from jscredit.procedure import Duty, DutyStatus
from jscredit.records import (
    Body,
    Corrected,
    CreditFile,
    CreditRecord,
    Delisted,
    DelistingGround,
    Flagged,
    Kind,
    Listed,
    ListEntry,
    ListSide,
    Purged,
    Repaired,
    Subject,
    Supplied,
    Withdrawn,
)
from jscredit.sharing import (
    AccessOutcome,
    Audit,
    Breach,
    Disclosure,
    FindingKind,
    LiabilityStep,
    LogEntry,
    Obligation,
    QueryLog,
    Requester,
    Service,
    audit_history,
    decide_access,
    obligations_of,
    service_function,
    unprocedural,
)
from oracles.dice import dice
from oracles.identifiers import invented_credit_code
from sharing_cases import random_case, request_of

DAY = date(2020, 3, 2)
SHOP = Subject(name="虚构店", credit_code=invented_credit_code(1))
RECORD = CreditRecord(id="1", subject=SHOP, kind=Kind.PENALTY, document_number="虚1号")


def at(day=DAY, **told):
    return {"day": day, "known_on": day, "citation": "M16"} | told


SUPPLIED = Supplied(**at(record=RECORD))
LISTED = Listed(**at(entry=ListEntry(id="B1", side=ListSide.BLACK, subject=SHOP)))


@pytest.mark.parametrize("service", Service, ids=str)
def test_each_service_has_one_public_function(service):
    package, _, name = service.function_name.partition(":")
    function = service_function(service)
    assert callable(function)
    assert function.__name__ == name
    assert function.__module__.startswith(package)


def test_the_enumerations_of_the_text_are_whole():
    assert (len(Service), len(Breach), len(LiabilityStep)) == (7, 8, 3)


def told(audit):
    return [(one.breach, one.kind, one.reference) for one in audit.findings]


CHANGES = {
    SUPPLIED: Breach.NOT_AS_REQUIRED,
    LISTED: Breach.NOT_AS_REQUIRED,
    Corrected(**at(record_id="1", record=RECORD)): Breach.TAMPERED,
    Flagged(**at(record_id="1", reason="异议")): Breach.TAMPERED,
    Repaired(**at(record_id="1")): Breach.TAMPERED,
    Withdrawn(**at(record_id="1", reason="有误")): Breach.UNLAWFULLY_DELETED,
    Purged(**at(record_id="1", element="conduct")): Breach.UNLAWFULLY_DELETED,
    Delisted(**at(entry_id="B1", ground=DelistingGround.PERIOD_OVER)): Breach.UNLAWFULLY_DELETED,
}


@pytest.mark.parametrize(("change", "breach"), CHANGES.items(), ids=lambda one: getattr(one, "type", ""))
def test_a_change_that_cites_no_procedure_is_refused_and_found(change, breach):
    bare = replace(change, citation=None)
    with pytest.raises(Refused) as refusal:
        CreditFile(SHOP).apply(bare)
    assert (refusal.value.code, refusal.value.faults[0].clause) == ("change.no-citation", "M36")
    found = audit_history(on=DAY, changes=[change, bare])
    reference = "B1" if change.type in {"listed", "delisted"} else "1"
    assert told(found) == [(breach, FindingKind.WITHOUT_PROCEDURE, reference)]
    assert unprocedural([change, bare]) == (bare,)


@given(st.integers(0, 2**32 - 1))
def test_a_file_that_only_grew_shows_nothing(seed):
    file = random_file(dice(seed))
    days = sorted({change.known_on for change in file.changes}) or [DAY]
    middle = days[len(days) // 2]
    earlier = file.as_of(middle)
    found = audit_history(on=DAY, changes=file.changes, earlier=earlier.changes, earlier_on=middle)
    assert found.findings == ()


@given(st.integers(0, 2**32 - 1), st.data())
def test_what_was_taken_out_of_a_file_is_found(seed, data):
    changes = [change for change in random_file(dice(seed)).changes if not isinstance(change, Purged)]
    if not changes:
        return
    place = data.draw(st.integers(0, len(changes) - 1))
    left = [change for at, change in enumerate(changes) if at != place]
    found = audit_history(on=DAY, changes=left, earlier=changes, earlier_on=max(c.known_on for c in changes))
    assert [(one.breach, one.kind) for one in found.findings] == [(Breach.UNLAWFULLY_DELETED, FindingKind.REMOVED)]


def test_what_was_altered_or_added_under_an_earlier_day_is_found():
    altered = replace(SUPPLIED, record=replace(RECORD, document_number="虚2号"))
    found = audit_history(on=DAY, changes=[altered], earlier=[SUPPLIED], earlier_on=DAY)
    assert told(found) == [(Breach.TAMPERED, FindingKind.ALTERED, "1")]
    slipped_in = Repaired(**at(record_id="1"))
    found = audit_history(on=DAY, changes=[SUPPLIED, slipped_in, LISTED], earlier=[SUPPLIED], earlier_on=DAY)
    assert told(found) == [
        (Breach.TAMPERED, FindingKind.BACKDATED, "1"),
        (Breach.FABRICATED, FindingKind.BACKDATED, "B1"),
    ]
    later = [SUPPLIED, replace(slipped_in, **at(DAY + timedelta(1)))]
    assert audit_history(on=DAY, changes=later, earlier=[SUPPLIED], earlier_on=DAY).findings == ()
    assert audit_history(on=DAY, changes=[SUPPLIED, slipped_in], earlier=[SUPPLIED]).findings == ()


def test_one_altered_and_one_removed_of_the_same_kind():
    flags = [Flagged(**at(record_id="1", reason=reason)) for reason in ("甲", "乙", "丙")]
    found = audit_history(on=DAY, changes=[flags[2]], earlier=flags[:2], earlier_on=DAY)
    assert told(found) == [
        (Breach.TAMPERED, FindingKind.ALTERED, "1"),
        (Breach.UNLAWFULLY_DELETED, FindingKind.REMOVED, "1"),
    ]


def test_what_a_procedure_purged_is_no_alteration():
    purge = Purged(**at(DAY + timedelta(1), record_id="1", element="document_number"))
    now = CreditFile(SHOP).apply(SUPPLIED).apply(purge)
    kept = audit_history(on=DAY, changes=now.changes, earlier=[SUPPLIED], earlier_on=DAY)
    assert kept.findings == ()
    bare = [*now.changes[:1], replace(purge, citation=None)]
    found = audit_history(on=DAY, changes=bare, earlier=[SUPPLIED], earlier_on=DAY)
    assert FindingKind.ALTERED in {one.kind for one in found.findings}


OFFICE = Requester(body=Body(name="虚构局"))


def test_the_log_is_held_against_what_was_given():
    entry = LogEntry(number=1, on=DAY, requester=OFFICE, subject=SHOP, ground="审查", record_ids=())
    log = QueryLog(
        entries=(
            entry,
            replace(entry, number=3, record_ids=("1",)),
            replace(entry, number=4, ground=None),
        )
    )
    given = Disclosure(on=DAY, requester=OFFICE, subject=SHOP, record_ids=("2",))
    found = audit_history(on=DAY, log=log, disclosures=[given])
    assert told(found) == [
        (Breach.SECURITY_RULES_BREACHED, FindingKind.LOG_BROKEN, "2"),
        (Breach.UNLAWFULLY_DISCLOSED, FindingKind.LOG_NOT_WHOLE, "3"),
        (Breach.SECURITY_RULES_BREACHED, FindingKind.LOG_NOT_WHOLE, "4"),
        (Breach.UNLAWFULLY_DISCLOSED, FindingKind.NOT_LOGGED, "0"),
    ]


def test_what_was_given_without_a_right():
    rng = dice(37)
    accesses = [decide_access(request_of(case, day), on=day) for case, day in (random_case(rng) for _ in range(60))]
    found = audit_history(on=DAY, given=accesses)
    without = [access for access in accesses if access.outcome is not AccessOutcome.GRANTED]
    assert 0 < len(without) < len(accesses)
    assert told(found) == [(Breach.UNLAWFULLY_DISCLOSED, FindingKind.GIVEN_WITHOUT_RIGHT, "1")] * len(without)
    assert [one.on for one in found.findings] == [access.on for access in without]


@pytest.mark.parametrize(
    ("done_on", "late"),
    [(DAY, 0), (date(2020, 3, 9), 0), (date(2020, 3, 10), 1), (None, 22), (date(2020, 4, 30), 22)],
)
def test_what_was_handled_late(done_on, late):
    last = deadline(date(2020, 3, 2), WorkingDays(5), cite=M.article(32, paragraph=2))
    assert last.due == date(2020, 3, 9)
    duty = Duty(
        who=Label("提供单位", "provider"),
        what=Label("核实", "verify"),
        clause=M.article(32, paragraph=2),
        since=last.start,
        deadline=last,
        missing=(),
        done_on=done_on,
        status=DutyStatus.OPEN,
    )
    open_ended = replace(duty, deadline=None)
    obligations = obligations_of("异1", [duty, open_ended])
    on = date(2020, 3, 31)
    found = audit_history(on=on, objections=obligations)
    assert [one.days_late for one in found.findings] == ([late] if late else [])
    assert {one.breach for one in found.findings} <= {Breach.OBJECTION_NOT_HANDLED}
    other = audit_history(on=on, supplies=obligations)
    assert {one.breach for one in other.findings} <= {Breach.NOT_AS_REQUIRED}


def test_an_audit_says_what_it_cannot_show():
    nothing = audit_history(on=DAY)
    assert (nothing.looked_for, nothing.not_looked_for) == ((), tuple(Breach))
    whole = audit_history(
        on=DAY, changes=(), earlier=(), earlier_on=DAY, log=QueryLog(), given=(), objections=(), supplies=()
    )
    assert whole.not_looked_for == (Breach.CONCEALED,)
    assert whole.explain("en").splitlines() == [
        "what was handed in shows no breach",
        "what was handed in cannot show: concealed",
    ]


def test_an_audit_is_told_and_travels():
    late = Obligation(reference="异1", due=date(2020, 2, 28))
    found = audit_history(on=DAY, objections=[late], log=QueryLog(entries=(LogEntry(number=2),)))
    assert found.explain().splitlines()[-2] == "未按照规定处理异议申请：异议处理逾期（异1，2020-02-28），逾期3日"
    assert found.explain("en").splitlines()[0] == (
        "rules of information security breached: the numbers or days of the log do not follow (1, -)"
    )
    assert Audit.from_storage_json(found.to_storage_json()) == found


def test_a_notebook_shows_both_languages():
    shown = audit_history(on=DAY, changes=())._repr_html_()
    assert "所提供的材料中未见违规情形" in shown
    assert "what was handed in shows no breach" in shown
