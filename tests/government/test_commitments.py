"""Promises: made, due, kept, broken, lawfully changed; counts; the record of a breach (G3, G3.4)."""

import dataclasses
from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from government_cases import BUREAU, DAY, FINED, NO, OFFICIAL, ON, YES
from jscredit.classification import classify
from jscredit.errors import Refused
from jscredit.government import (
    ChangeGround,
    Commitment,
    CommitmentStatus,
    FailureCause,
    FailureOutcome,
    GovernmentField,
    InvalidExcuse,
    NonPerformance,
    PromiseChange,
    ServicePromiseKind,
    breach_record,
    commitment_standing,
    count_commitments,
    failure_record,
    falsification_record,
    falsification_verified,
    non_performance,
)
from jscredit.records import Body, CreditRecord, Kind
from oracles.dice import dice
from oracles.government_promises import status

FOUND = dataclasses.replace(YES, on=ON)
MADE, DUE = date(2020, 1, 6), date(2020, 5, 31)
LAWFUL = PromiseChange(
    reasons=(ChangeGround.PUBLIC_INTEREST,),
    ground_found=YES,
    authority=True,
    procedure=True,
    loss=False,
    changed_on=date(2020, 4, 1),
)
EXCUSED = dataclasses.replace(LAWFUL, reasons=(InvalidExcuse.REPLACEMENT_OF_PERSON_RESPONSIBLE,))
PROMISE = Commitment(
    id="1",
    promiser=BUREAU,
    text="2020年5月底前兑现奖励",
    field=GovernmentField.INVESTMENT_PROMOTION,
    service=ServicePromiseKind.TIME_LIMIT,
    promised_on=MADE,
    due_on=DUE,
    performed=False,
    withdrawn=False,
    changed=False,
)


def stands(on, **changes):
    return commitment_standing(dataclasses.replace(PROMISE, **changes), on=on)


KEPT = {"performed": True, "performed_on": DUE}
LATE = {"performed": True, "performed_on": DUE + timedelta(3)}
CHANGED = {"changed": True, "change": LAWFUL}


@pytest.mark.parametrize(
    ("on", "changes", "wanted"),
    [
        (MADE - timedelta(1), {}, "not_made"),
        (MADE, {}, "made"),
        (DUE - timedelta(1), {}, "made"),
        (DUE, {}, "due"),
        (DUE + timedelta(1), {}, "broken"),
        (DUE - timedelta(1), KEPT, "made"),
        (DUE, KEPT, "kept"),
        (DUE + timedelta(400), KEPT, "kept"),
        (DUE + timedelta(400), LATE, "broken"),
        (date(2020, 3, 31), CHANGED, "made"),
        (date(2020, 4, 1), CHANGED, "lawfully_changed"),
        (DUE + timedelta(1), CHANGED, "lawfully_changed"),
        (DUE + timedelta(1), {"changed": True, "change": EXCUSED}, "broken"),
        (date(2020, 4, 2), {"withdrawn": True, "withdrawn_on": date(2020, 4, 2)}, "broken"),
        (date(2020, 4, 2), {"withdrawn": True, "withdrawn_on": date(2020, 4, 2)} | CHANGED, "lawfully_changed"),
        # What comes too late undoes no breach.
        (
            DUE + timedelta(9),
            {"changed": True, "change": dataclasses.replace(LAWFUL, changed_on=DUE + timedelta(2))},
            "broken",
        ),
        # A promise without a last day is neither due nor broken, until it is refused.
        (DUE + timedelta(400), {"has_due_day": False, "due_on": None}, "made"),
        (DUE + timedelta(400), {"has_due_day": False, "due_on": None} | LATE, "kept"),
        # What is not known leaves it open only where it matters.
        (DUE, {"performed": None}, None),
        (MADE, {"performed": None}, None),
        (DUE + timedelta(1), {"changed": None}, None),
        (DUE + timedelta(1), {"withdrawn": None}, "broken"),
        (DUE + timedelta(1), {"promised_on": None}, None),
    ],
)
def test_status(on, changes, wanted):
    told = stands(on, **changes)
    assert told.status == wanted
    assert bool(told.missing) is (wanted is None)


@pytest.mark.slow
def test_ten_thousand_promises():
    rng, seen = dice(51), set()
    for _ in range(10_000):
        promise, on = a_promise(rng)
        lawful = (
            promise.change is not None
            and non_performance(promise.change, on=on).is_what is NonPerformance.LAWFUL_CHANGE
        )
        wanted = status(promise, on, lawful=lawful)
        seen.add(wanted)
        assert commitment_standing(promise, on=on).status == wanted, (promise, on)
        fewer = dataclasses.replace(promise, **rng.choice(FEWER))
        assert commitment_standing(fewer, on=on).status in {None, wanted}
    assert seen == {status.value for status in CommitmentStatus}


FEWER = (
    {"promised_on": None},
    {"performed": None, "performed_on": None},
    {"withdrawn": None, "withdrawn_on": None},
    {"changed": None, "change": None},
    {"has_due_day": None, "due_on": None},
)


def a_promise(rng):
    def later():
        return MADE + timedelta(days=rng.choice((0, 1, 2, 3, 4, 5)))

    due_on = later() if rng.random() < 0.8 else None
    performed_on = later() if rng.random() < 0.5 else None
    withdrawn_on = later() if rng.random() < 0.3 else None
    change = None
    if rng.random() < 0.5:
        change = dataclasses.replace(rng.choice((LAWFUL, LAWFUL, EXCUSED)), changed_on=later())
    promise = dataclasses.replace(
        PROMISE,
        has_due_day=due_on is not None,
        due_on=due_on,
        performed=performed_on is not None,
        performed_on=performed_on,
        withdrawn=withdrawn_on is not None,
        withdrawn_on=withdrawn_on,
        changed=change is not None,
        change=change,
    )
    return promise, MADE + timedelta(days=rng.choice((-1, 0, 1, 2, 3, 4, 5, 6)))


def test_counts():
    promises = (
        PROMISE,
        dataclasses.replace(PROMISE, id="2", **KEPT),
        dataclasses.replace(PROMISE, id="3", changed=None),
        dataclasses.replace(PROMISE, id="4", **CHANGED),
    )
    counted = count_commitments(promises, on=DUE + timedelta(1))
    assert {status: n for status, n in counted.items() if n} == {
        CommitmentStatus.BROKEN: 1,
        CommitmentStatus.KEPT: 1,
        CommitmentStatus.LAWFULLY_CHANGED: 1,
        None: 1,
    }
    assert set(counted) == {*CommitmentStatus, None}


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("government.day-without-event", {"performed_on": DUE}),
        ("government.day-without-event", {"withdrawn_on": DUE}),
        ("government.day-without-event", {"change": LAWFUL}),
        ("government.day-without-event", {"has_due_day": False}),
        ("commitment.before-it-was-made", {"promised_on": DUE + timedelta(1)}),
        (
            "commitment.before-it-was-made",
            {"changed": True, "change": dataclasses.replace(LAWFUL, changed_on=PROMISE.promised_on - timedelta(1))},
        ),
    ],
)
def test_refused(code, changes):
    with pytest.raises(ValidationError) as caught:
        dataclasses.replace(PROMISE, **changes)
    assert [line["type"] for line in caught.value.errors()] == [code]


def test_more_than_one_ground_is_refused():
    with pytest.raises(ValidationError, match=r"government\.grounds"):
        PromiseChange(reasons=(ChangeGround.NATIONAL_INTEREST, ChangeGround.PUBLIC_INTEREST))
    with pytest.raises(ValidationError, match=r"government\.day-without-event"):
        PromiseChange(compensated=False, compensated_on=DAY)


def test_an_excuse_beside_a_ground_neither_helps_nor_harms():
    both = dataclasses.replace(LAWFUL, reasons=(*EXCUSED.reasons, *LAWFUL.reasons))
    assert non_performance(both, on=ON).is_what == "lawful_change"
    assert non_performance(both, on=ON).excuses == EXCUSED.reasons
    assert non_performance(EXCUSED, on=ON).is_what == "breach"
    assert non_performance(dataclasses.replace(LAWFUL, reasons=()), on=ON).is_what == "breach"
    assert non_performance(dataclasses.replace(LAWFUL, reasons=None), on=ON).is_what is None


@pytest.mark.parametrize("value", [PROMISE, dataclasses.replace(PROMISE, **CHANGED)])
def test_stored_and_loaded(value):
    assert Commitment.from_storage_json(value.to_storage_json()) == value


def test_a_breach_becomes_a_record():
    found = breach_record(PROMISE, id="B1", determined=FOUND, provider=Body(name="虚构局"))
    assert (found.subject, found.kind, found.conduct_on, found.determined_on) == (BUREAU, Kind.OTHER_NEGATIVE, DUE, ON)
    assert found.determined_by == YES.by
    assert found.provider == Body(name="虚构局")


@pytest.mark.parametrize(
    ("promise", "determined", "missing"),
    [
        (dataclasses.replace(PROMISE, **KEPT), FOUND, ()),
        (PROMISE, YES, ()),  # before its last day
        (PROMISE, dataclasses.replace(NO, on=ON), ()),
        (dataclasses.replace(PROMISE, changed=None), FOUND, ("changed_lawfully", "changed_on")),
    ],
)
def test_no_breach_no_record(promise, determined, missing):
    with pytest.raises(Refused) as caught:
        breach_record(promise, id="B1", determined=determined)
    assert caught.value.code == "government.not-broken"
    assert caught.value.missing == missing


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({}, Kind.PENALTY),
        ({"outcome": FailureOutcome.COURT_JUDGMENT}, Kind.VIOLATION),
        ({"outcome": FailureOutcome.ACCOUNTABILITY_DECISION}, Kind.VIOLATION),
        (
            {"outcome": FailureOutcome.DISCIPLINARY_SANCTION, "cause": FailureCause.BREACH_OF_TRUST_OR_CONTRACT},
            Kind.OTHER_NEGATIVE,
        ),
        ({"outcome": FailureOutcome.COURT_JUDGMENT, "cause": None, "other_cause": YES}, Kind.OTHER_NEGATIVE),
    ],
)
def test_a_failure_that_goes_in_becomes_a_record(change, kind):
    found = failure_record(dataclasses.replace(FINED, **change), id="F1", subject=OFFICIAL, on=ON)
    assert (found.kind, found.determined_on, found.conduct_on) == (kind, DAY, date(2020, 1, 6))
    assert (found.document_number, found.determined_by) == (FINED.document_number, FINED.determined_by)
    assert found.reflects_credit is True


def test_a_promise_refused_before_its_last_day_is_a_breach_of_that_day():
    refused = dataclasses.replace(PROMISE, withdrawn=True, withdrawn_on=date(2020, 4, 2))
    assert breach_record(refused, id="B1", determined=FOUND).conduct_on == date(2020, 4, 2)
    early = dataclasses.replace(FOUND, on=date(2020, 4, 2))
    assert breach_record(refused, id="B1", determined=early).conduct_on == date(2020, 4, 2)


def test_a_violation_in_duty_is_failure_information():
    found = failure_record(
        dataclasses.replace(FINED, outcome=FailureOutcome.COURT_JUDGMENT), id="F1", subject=BUREAU, on=ON
    )
    assert classify(found).category.value == "negative"


@pytest.mark.parametrize("change", [{"in_duty": False}, {"in_duty": None}, {"tolerance_found": None}])
def test_what_does_not_go_in_gives_no_record(change):
    with pytest.raises(Refused) as caught:
        failure_record(dataclasses.replace(FINED, **change), id="F1", subject=BUREAU, on=ON)
    assert caught.value.code == "government.not-a-failure-record"
    assert bool(caught.value.missing) is (None in change.values())


def test_a_verified_falsification_is_a_record():
    found = falsification_record(BUREAU, id="S1", verified=YES)
    assert isinstance(found, CreditRecord)
    assert (found.kind, found.determined_on) == (Kind.STATISTICAL_VIOLATION, DAY)


def test_what_was_found_not_to_be_falsified_gives_no_record():
    with pytest.raises(Refused, match=r"government\.not-verified"):
        falsification_record(BUREAU, id="S1", verified=NO)


def test_a_falsification_counts_from_its_verification():
    assert falsification_verified(YES, on=DAY).verdict == "yes"
    assert falsification_verified(YES, on=DAY - timedelta(1)).verdict == "no"
    assert falsification_verified(None, on=ON).missing == ("falsification_verified_on", "statistics_falsified")


def test_told_in_both_languages():
    told = stands(DUE + timedelta(1))
    assert told.explain("en").splitlines()[0] == "the promise is: broken"
    assert told.explain().splitlines()[0] == "承诺状态：违背"
