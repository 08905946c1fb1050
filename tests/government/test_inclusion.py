"""Inclusion told in cases, sanctions for personal matters, and what is refused of a failure (G2.3)."""

import dataclasses
from datetime import timedelta

import pytest
from pydantic import ValidationError

from government_cases import DAY, FINED, NO, ON, YES
from jscredit.government import (
    FailureCause,
    FailureOutcome,
    GovernmentParty,
    IntegrityFailure,
    Tolerance,
    failure_inclusion,
    personal_matters_sanction,
)

TOLERATED = dataclasses.replace(FINED, tolerance_found=None, tolerance=Tolerance(judgement=YES, procedure="容错办法"))


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        ({}, "goes_in"),
        ({"in_duty": False}, "stays_out"),
        ({"cause": None, "other_cause": YES}, "goes_in"),
        ({"cause": None, "other_cause": NO}, "stays_out"),
        ({"dealt_with": False, "outcome": None, "dealt_with_on": None}, "stays_out"),
        ({"in_duty": None}, None),
        ({"cause": None}, None),
        ({"dealt_with_on": None}, None),
        ({"tolerance_found": None}, None),
        ({"tolerance_found": True}, None),
        # Where it stays out for another reason, nobody has to ask about tolerance.
        ({"tolerance_found": None, "in_duty": False}, "stays_out"),
    ],
)
def test_treatment(change, wanted):
    told = failure_inclusion(dataclasses.replace(FINED, **change), on=ON)
    assert told.treatment == wanted
    assert bool(told.missing) is (wanted is None)


def test_what_is_tolerated_may_be_left_out():
    assert failure_inclusion(TOLERATED, on=ON).treatment == "may_be_left_out"
    assert failure_inclusion(TOLERATED, on=DAY - timedelta(1)).treatment == "stays_out"


def test_a_tolerance_without_its_procedure():
    unknown = dataclasses.replace(TOLERATED, tolerance=Tolerance(judgement=YES))
    outside = dataclasses.replace(TOLERATED, tolerance=Tolerance(judgement=YES, by_procedure=False))
    assert failure_inclusion(unknown, on=ON).missing == ("tolerance_procedure_stated",)
    assert failure_inclusion(outside, on=ON).treatment == "goes_in"
    assert (
        failure_inclusion(dataclasses.replace(TOLERATED, tolerance=Tolerance(judgement=NO)), on=ON).treatment
        == "goes_in"
    )


def test_an_outcome_and_its_day_say_that_it_was_dealt_with():
    assert IntegrityFailure(outcome=FailureOutcome.COURT_JUDGMENT).dealt_with is True
    assert IntegrityFailure(dealt_with_on=DAY).dealt_with is True


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("government.day-without-event", {"dealt_with": False, "dealt_with_on": DAY}),
        ("government.day-without-event", {"dealt_with": False, "outcome": FailureOutcome.COURT_JUDGMENT}),
        ("government.tolerance", {"tolerance_found": False, "tolerance": Tolerance(judgement=YES)}),
        ("government.cause", {"cause": FailureCause.VIOLATION, "other_cause": YES}),
    ],
)
def test_refused(code, parts):
    with pytest.raises(ValidationError) as caught:
        IntegrityFailure(**parts)
    assert [line["type"] for line in caught.value.errors()] == [code]


def test_a_procedure_beside_a_no_is_refused():
    with pytest.raises(ValidationError, match=r"government\.day-without-event"):
        Tolerance(judgement=YES, procedure="容错办法", by_procedure=False)


def test_stored_and_loaded():
    assert IntegrityFailure.from_storage_json(TOLERATED.to_storage_json()) == TOLERATED


def test_told_in_both_languages():
    told = failure_inclusion(TOLERATED, on=ON)
    assert told.explain().splitlines()[0] == "处理：可不纳入政务失信记录"
    assert told.explain("en").splitlines()[0] == "treatment: it may be left out of the failure record"


def test_the_sanction_of_a_department_goes_in_no_file():
    about = {"concealed_or_omitted": True, "sanctioned": True, "sanctioned_on": DAY, "on": ON}
    assert personal_matters_sanction(GovernmentParty.CIVIL_SERVANT, **about).verdict == "yes"
    assert personal_matters_sanction(GovernmentParty.DEPARTMENT, **about).verdict == "no"
    assert personal_matters_sanction(None, **about).missing == ("government_party",)
