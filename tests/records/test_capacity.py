"""M2 with Civil Code 18, against an oracle that counts birthdays as a person does."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jscredit.errors import InvalidInput
from jscredit.records import Capacity, Subject, SubjectType, capacity_on
from oracles.identifiers import invented_resident_id

PERSON, LEGAL, UNINCORPORATED = SubjectType
answers = st.sampled_from([None, True, False])


def birthdays_had(born, day):
    """How many birthdays a person has had on a day; one of 29 February has it on the 28th in a common year."""
    had = 0
    year = born.year + 1
    while True:
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        birthday = date(year, 2, 28) if (born.month, born.day) == (2, 29) and not leap else born.replace(year=year)
        if birthday > day:
            return had
        had, year = had + 1, year + 1


def oracle(born, day, full_capacity, own_earnings):
    if full_capacity is False:
        return Capacity.NONE
    if born is None:
        return Capacity.FULL if full_capacity is True else Capacity.UNDETERMINED
    age = birthdays_had(born, day)
    if age >= 18:
        return Capacity.FULL
    if age < 16:
        return Capacity.NONE
    if own_earnings is None:
        return Capacity.UNDETERMINED
    return Capacity.FULL if own_earnings else Capacity.NONE


births = st.dates(date(1950, 1, 1), date(2012, 12, 31)) | st.sampled_from([date(2000, 2, 29), date(2004, 2, 29)])


@given(births, st.sampled_from([15, 16, 17, 18, 19, 40]), st.integers(-2, 2) | st.integers(-400, 400), answers, answers)
def test_capacity_is_as_the_article_says(born, years, shift, full_capacity, own_earnings):
    around = date(born.year + years, born.month, min(born.day, 28)) + timedelta(days=shift)
    person = Subject(
        type=PERSON,
        resident_id=invented_resident_id(1, born=born),
        full_capacity=full_capacity,
        lives_on_own_earnings=own_earnings,
    )
    assert capacity_on(person, around).capacity is oracle(born, around, full_capacity, own_earnings)


@given(answers, answers)
def test_without_a_birth_date_the_stated_capacity_counts(full_capacity, own_earnings):
    person = Subject(type=PERSON, name="张三", full_capacity=full_capacity, lives_on_own_earnings=own_earnings)
    found = capacity_on(person, date(2020, 1, 1)).capacity
    assert found is oracle(None, date(2020, 1, 1), full_capacity, own_earnings)


@pytest.mark.parametrize(
    ("day", "capacity", "ledger_id"),
    [
        (date(2016, 2, 27), Capacity.NONE, "M2"),
        (date(2016, 2, 28), Capacity.NONE, "M2"),
        (date(2016, 2, 29), Capacity.UNDETERMINED, "GeneralPrinciples11¶2"),
        (date(2018, 2, 27), Capacity.UNDETERMINED, "GeneralProvisions18¶2"),
        (date(2018, 2, 28), Capacity.FULL, "GeneralProvisions18¶1"),
    ],
)
def test_a_birthday_on_29_february(day, capacity, ledger_id):
    person = Subject(type=PERSON, resident_id=invented_resident_id(1, born=date(2000, 2, 29)))
    finding = capacity_on(person, day)
    assert finding.capacity is capacity
    assert finding.citation.ledger_id == ledger_id
    assert finding.reason.zh
    assert finding.reason.en


@pytest.mark.parametrize("kind", [LEGAL, UNINCORPORATED])
def test_organisations_are_not_asked(kind):
    assert capacity_on(Subject(type=kind, name="虚构"), date(2020, 1, 1)).capacity is Capacity.NOT_ASKED


def test_an_unknown_type_is_undetermined_unless_a_number_tells_a_person():
    assert capacity_on(Subject(name="张三"), date(2020, 1, 1)).capacity is Capacity.UNDETERMINED
    person = Subject(resident_id=invented_resident_id(1, born=date(1990, 1, 1)))
    assert capacity_on(person, date(2020, 1, 1)).capacity is Capacity.FULL
    assert capacity_on(person, date(1980, 1, 1)).capacity is Capacity.NONE


@pytest.mark.parametrize("day", [datetime(2020, 1, 1), "2020-01-01", None])  # noqa: DTZ001 - refused, zone or none
def test_a_day_is_a_date(day):
    with pytest.raises(InvalidInput) as caught:
        capacity_on(Subject(name="张三"), day)
    assert caught.value.code == "day.not-a-date"
