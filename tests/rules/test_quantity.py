import datetime as dt

import pytest

from jscredit.deadlines import Years
from jscredit.errors import InvalidInput
from jscredit.law import M
from jscredit.rules import JIANGSU_2018, ON, DayRange, If, Quantity, literal
from oracles.little import END, GRADE, LENGTH, OPEN, PAID, SPELL, START, Grade, day, label, setting


def quantity(expression, shift=0):
    return Quantity("q", M.article(30), label("q"), expression, shift)


def test_a_settled_day():
    found = quantity(START + LENGTH).of({"start_on": day("2024-02-29")})
    assert found == DayRange(day("2025-02-28"), day("2025-02-28"))
    assert found.day == day("2025-02-28")


def test_it_may_be_moved_by_a_day():
    assert quantity(START + LENGTH, -1).of({"start_on": day("2024-02-29")}).day == day("2025-02-27")
    assert quantity(START, 1).of({"start_on": day("2024-02-29")}).day == day("2024-03-01")


def test_a_range_says_what_is_missing():
    found = quantity(START + OPEN).of({"start_on": day("2024-02-29")})
    assert found == DayRange(day("2025-02-28"), day("2027-02-28"), ("open-term",))
    assert found.day is None
    choice = quantity(START + If(GRADE == Grade.LOW, LENGTH, OPEN)).of({"start_on": day("2024-02-29"), "grade": None})
    assert choice == DayRange(day("2025-02-28"), day("2027-02-28"), ("grade", "open-term"))


def test_an_end_may_be_unknown():
    assert quantity(START + LENGTH).of({"start_on": None}) == DayRange(None, None, ("start_on",))
    assert quantity(START + SPELL).of({"start_on": day("2024-01-01"), "spell": None}) == DayRange(
        day("2024-01-02"), None, ("spell",)
    )


def test_no_such_day_and_nothing_missing():
    never = quantity(If(PAID, literal(dt.date.max), START), -1)
    assert never.of({"paid": True, "start_on": None}) == DayRange(None, None)
    half = never.of({"paid": None, "start_on": day("2024-01-01")})
    assert half == DayRange(day("2023-12-31"), None, ("paid",))


def test_settings_count():
    guarded = JIANGSU_2018.with_settings(setting(LENGTH, Years(3), when=PAID))
    row = {"start_on": day("2024-02-29"), "paid": True}
    assert quantity(START + LENGTH).of(row, regime=guarded).day == day("2027-02-28")
    assert quantity(START + LENGTH).of(row, regime=JIANGSU_2018).day == day("2025-02-28")
    with pytest.raises(InvalidInput):
        quantity(START + LENGTH).of({"start_on": day("2024-02-29")}, regime=guarded)


def test_all_faults_of_the_row_at_once():
    with pytest.raises(InvalidInput) as caught:
        quantity(If(PAID, START, END)).of({"paid": "yes", "start_on": day("2024-01-01")})
    assert [(fault.code, fault.field) for fault in caught.value.faults] == [
        ("fact.type", "paid"),
        ("fact.absent", "end_on"),
    ]


@pytest.mark.parametrize("expression", [PAID, SPELL, ON])
def test_it_is_a_day_without_the_day_asked_about(expression):
    with pytest.raises(InvalidInput):
        quantity(expression)
