"""What a repair leads to: the record archived, derived records too, a black list entry never; or what to change."""

import dataclasses
from datetime import date

import pytest

from factories import judgement, organisation, person, record
from jscredit.deadlines import Years
from jscredit.records import (
    Attributed,
    BlacklistField,
    CreditFile,
    Delisted,
    Kind,
    Listed,
    ListEntry,
    ListSide,
    RecordStatus,
    Repaired,
    RepairEvidence,
    Severity,
    Withdrawn,
)
from jscredit.repair import (
    Advice,
    ObjectionFounded,
    OpinionAgainst,
    Outlook,
    RepairCondition,
    derived_repairs,
    repair_advice,
    repair_eligibility,
)
from repair_procedure_cases import AFTER, DAY, EVIDENCE, FAILURE, SHOP, case_in, evidence, file_of, new_case

CHANGE = Repaired(day=AFTER, known_on=AFTER, citation="M35¶2", case="修复1", record_id="R1")


def test_adopted_repair_archives_the_original():
    case = case_in("adopted")
    assert case.changes == (CHANGE,)
    (state,) = file_of(FAILURE).apply(CHANGE).records
    assert (state.status, state.record, state.since) == (RecordStatus.REPAIRED, FAILURE, AFTER)
    assert file_of(FAILURE).apply(CHANGE).archive == (state,)


@pytest.mark.parametrize("stage", ["new", "applied", "supported", "published", "objected", "reported", "refused"])
def test_nothing_changes_before(stage):
    assert case_in(stage).changes == ()


def test_repair_is_a_reference_for_leaving_a_black_list_and_ends_no_entry():
    case = case_in("adopted")
    notice, later_law = case.notices(on=AFTER)
    assert later_law.code == "later-law"
    assert notice.code == "repair.reference-for-delisting"
    assert "（二十三）" in notice.citation
    assert case.notices(on=DAY) == (later_law,)
    entry = ListEntry(id="B1", side=ListSide.BLACK, subject=SHOP, field=BlacklistField.MARKET_AND_SOCIAL_ORDER)
    day = date(2024, 3, 1)
    file = file_of(FAILURE).apply(Listed(day=day, known_on=day, citation="M17", entry=entry)).apply(CHANGE)
    assert file.entries[0].delisted_on is None
    assert not any(isinstance(change, Delisted) for change in case.changes)


def derived_file(number, *, source_id="R1", **changes):
    man = person(number)
    own = record(
        **(
            {
                "id": f"D{number}",
                "subject": man,
                "kind": Kind.BID_RIGGING,
                "severity": Severity.SERIOUS,
                "determined_on": FAILURE.determined_on,
            }
            | changes
        )
    )
    day = date(2024, 3, 5)
    change = Attributed(
        day=day, known_on=day, citation="M29", source_id=source_id, record=own, responsibility=judgement()
    )
    return CreditFile(man).apply(change)


def test_repair_reaches_the_records_derived_from_it():
    files = [
        derived_file(1),
        derived_file(2, source_id="R7"),
        derived_file(3, determined_on=date(2024, 3, 2)),
        derived_file(4, kind=Kind.FALSE_MATERIAL),
        derived_file(5),
        file_of(dataclasses.replace(FAILURE, subject=organisation(6))),
    ]
    found = derived_repairs(case_in("adopted"), files)
    assert [file for file, _ in found] == [files[0], files[4]]
    for (file, changes), number in zip(found, (1, 5), strict=True):
        assert changes == (dataclasses.replace(CHANGE, citation="M29", record_id=f"D{number}"),)
        (state,) = file.apply(changes[0]).records
        assert state.status is RecordStatus.REPAIRED


def test_derived_records_that_are_archived_stay_so_and_nothing_follows_early():
    day = date(2025, 1, 6)
    gone = derived_file(1).apply(Withdrawn(day=day, known_on=day, citation="M32¶4", record_id="D1", reason="有误"))
    assert derived_repairs(case_in("adopted"), [gone]) == ()
    assert derived_repairs(case_in("reported"), [derived_file(1)]) == ()


def test_derived_repairs_may_be_entered_later():
    ((_, (change,)),) = derived_repairs(case_in("adopted"), [derived_file(1)], known_on=date(2026, 3, 9))
    assert (change.day, change.known_on) == (AFTER, date(2026, 3, 9))


@pytest.mark.parametrize(
    ("event", "label"),
    [
        (
            OpinionAgainst(on=DAY, document="1", lacking=(RepairCondition.CLEAR_EFFECT,)),
            "needed: a clear effect of the correction; then it may be applied for from 2026-03-02 to 2027-03-01",
        ),
        (
            OpinionAgainst(on=DAY, document="1", lacking=(RepairCondition.COMMITMENT, RepairCondition.SELF_DISCIPLINE)),
            (
                "needed: stronger self-discipline, a commitment not to fail again; then it may be applied for from "
                "2026-03-02 to 2027-03-01"
            ),
        ),
        (
            OpinionAgainst(on=DAY, document="1", lacking=(RepairCondition.CORRECTED,)),
            # Corrected on 2 March 2026 the clean year ends on 2 March 2027: one day too late.
            "needed: the failure corrected; then repair cannot be applied for on any day from 2026-03-02 on",
        ),
        (
            OpinionAgainst(on=DAY, document="1", lacking=(RepairCondition.NO_SAME_KIND_FAILURE,)),
            "it depends on missing facts; not before 2026-03-02",
        ),
    ],
)
def test_refused_case_advises(event, label):
    case = case_in("applied").apply(event)
    assert case.advice(on=date(2026, 3, 2)).label.en == label


def test_founded_objection_advises_too():
    case = case_in("objected").apply(ObjectionFounded(on=DAY, lacking=(RepairCondition.ADVERSE_EFFECT_ELIMINATED,)))
    found = case.advice(on=DAY)
    assert found.to_change == (RepairCondition.ADVERSE_EFFECT_ELIMINATED,)
    assert found.explain() == "需：不良社会影响基本消除；其后2026-02-11至2027-03-01可以申请"


def test_other_cases_have_no_advice():
    assert case_in("adopted").advice(on=AFTER) is None
    assert new_case().advice(on=AFTER) is None


def test_advice_without_a_day_gives_the_reasons():
    decision = repair_eligibility(FAILURE, evidence(recurred=True, recurred_on=date(2025, 1, 6)), on=DAY)
    advice = repair_advice(decision)
    assert advice.to_change == ()
    assert advice.label == advice.outlook.label
    assert advice.explain("en").splitlines()[1].startswith("as the facts stand, “no failure of the same kind")


def test_advice_waits_for_what_only_time_brings():
    decision = repair_eligibility(FAILURE, EVIDENCE, on=date(2025, 6, 2))
    assert repair_advice(decision) == Advice((), Outlook(can_come=True, label=repair_advice(decision).outlook.label))
    assert repair_advice(decision).label.en == "it may be applied for from 2025-12-03 to 2027-03-01"


def test_correction_made_at_once_starts_the_year():
    given = RepairEvidence(
        corrected=False,
        recurred=False,
        clear_effect=judgement(finding=False),
        adverse_effect_eliminated=judgement(),
        self_discipline=True,
        credit_management_system=True,
        commitment_not_to_fail_again=True,
    )
    advice = repair_advice(repair_eligibility(FAILURE, given, on=DAY, period_of_use=Years(5)))
    assert advice.to_change == (RepairCondition.CORRECTED, RepairCondition.CLEAR_EFFECT)
    assert advice.outlook.label.en == "it may be applied for from 2027-02-12 to 2029-03-01"
