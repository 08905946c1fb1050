"""Repair evidence: a day says that it happened, a day beside a no is refused."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from factories import days, evidence
from jscredit.errors import safe
from jscredit.records import RepairEvidence

answers = st.sampled_from([None, False, True])


def oracle(corrected, corrected_on, recurred, recurred_on):
    """The faults, or the two answers."""
    faults = []
    if corrected is False and corrected_on is not None:
        faults.append(("evidence.day-without-event", "corrected_on"))
    if recurred is False and recurred_on is not None:
        faults.append(("evidence.day-without-event", "recurred_on"))
    if corrected_on is not None and recurred_on is not None and recurred_on < corrected_on:
        faults.append(("evidence.recurred-before-correction", "recurred_on"))
    if faults:
        return faults
    return (True if corrected_on else corrected, True if recurred_on else recurred)


def outcome(parts):
    try:
        found = RepairEvidence(**parts)
    except ValidationError as error:
        return [(fault.code, fault.field) for fault in safe(error).faults]
    kept = (parts["corrected_on"], parts["recurred_on"]) == (found.corrected_on, found.recurred_on)
    return (found.corrected, found.recurred) if kept else None


@given(
    corrected=answers,
    corrected_on=st.none() | days(),
    recurred=answers,
    gap=st.none() | st.sampled_from([-400, -1, 0, 1, 365, 366]),
)
def test_days_and_answers_against_the_oracle(corrected, corrected_on, recurred, gap):
    recurred_on = None if gap is None else (corrected_on or date(2024, 2, 29)) + timedelta(days=gap)
    parts = {
        "corrected": corrected,
        "corrected_on": corrected_on,
        "recurred": recurred,
        "recurred_on": recurred_on,
    }
    assert outcome(parts) == oracle(**parts)


def test_nothing_given_is_nothing_known():
    empty = RepairEvidence()
    assert repr(empty) == "RepairEvidence()"
    assert empty.recurred is empty.corrected is empty.self_discipline is None


@pytest.mark.parametrize("field", ["clear_effect", "adverse_effect_eliminated"])
@pytest.mark.parametrize("bare", [True, False])
def test_a_judged_fact_is_never_a_bare_answer(field, bare):
    with pytest.raises(ValidationError) as caught:
        RepairEvidence(**{field: bare})
    assert [fault.code for fault in safe(caught.value).faults] == ["field.type"]


@given(evidence())
def test_an_answer_of_yes_needs_no_day_but_a_day_has_a_yes(found):
    assert found.corrected_on is None or found.corrected is True
    assert found.recurred_on is None or found.recurred is True
