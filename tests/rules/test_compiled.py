"""The closures of the fast path never contradict the full evaluation; they may only leave open what it settles."""

import datetime as dt
import random

import pytest

from jscredit.deadlines import Days, Months, WorkCalendar, WorkingDays, Years
from jscredit.rules import ON, If, literal
from jscredit.rules.closures import values_of
from jscredit.rules.compiled import compiled
from jscredit.rules.expressions import And, Not, Or
from jscredit.rules.ranges import Case
from oracles.dice import dice
from oracles.little import AMOUNT, END, GRADE, LATE, OPEN, PAID, SPELL, START, Grade, day

CALENDAR = WorkCalendar()
NO_DAY = dt.date.min
VALUES = {
    "paid": [True, False],
    "late": [True, False],
    "start_on": [
        day(text) for text in ("1999-12-31", "2024-02-29", "2024-03-01", "2026-12-25", "2030-01-01", "9999-06-01")
    ],
    "end_on": [day(text) for text in ("2024-02-28", "2025-02-28", "2025-03-01", "2027-01-04")],
    "grade": list(Grade),
    "amount": [0, 1, 2, 3],
    "spell": [Days(1), Months(1), Years(1), Years(9000), Years(10**12), Days(10**12), Months(10**12)],
}


def a_row(rng):
    return {name: None if rng.random() < 0.25 else rng.choice(values) for name, values in VALUES.items()}


def a_flag(rng, depth):
    if depth == 0:
        return rng.choice(
            [
                PAID,
                LATE,
                rng.choice(list(Grade)) == GRADE,
                GRADE.is_in(*rng.sample(list(Grade), 2)),
                rng.randrange(4) > AMOUNT,
                rng.randrange(4) == AMOUNT,
                Days(1) == SPELL,
                Years(1) == OPEN,
                literal(rng.random() < 0.5),
            ]
        )
    part = [a_flag(rng, depth - 1) for _ in range(3)]
    one, other = a_day(rng, depth), a_day(rng, depth)
    return rng.choice(
        [
            part[0] & part[1] & part[2],
            PAID & LATE & part[0],
            part[0] | part[1],
            ~part[0],
            If(*part),
            part[0] == part[1],
            one < other,
            one <= other,
            one == other,
        ]
    )


def a_day(rng, depth):
    if depth == 0:
        return rng.choice([START, END, literal(day("2025-02-28"))])
    start = a_day(rng, depth - 1)
    return rng.choice(
        [
            start,
            start + a_period(rng, depth),
            start + WorkingDays(rng.randrange(1, 6)),
            If(a_flag(rng, 0), start, a_day(rng, 0)),
        ]
    )


def a_period(rng, depth):
    known = literal(rng.choice(VALUES["spell"]))
    chain = If(
        GRADE == Grade.LOW,
        literal(Years(1)),
        If(GRADE == Grade.HIGH, literal(Months(3)), rng.choice([known, OPEN, SPELL])),
    )
    other_fact = If(GRADE == Grade.LOW, literal(Years(1)), If(AMOUNT == 1, literal(Months(3)), known))
    return rng.choice([known, SPELL, OPEN, chain, other_fact, If(a_flag(rng, depth - 1), known, SPELL)])


@pytest.mark.parametrize("seed", range(4))
def test_closures_agree_with_the_full_evaluation(seed):
    rng = dice(seed)
    settled = 0
    for _ in range(1000):
        node = a_flag(rng, rng.randrange(3))
        closure = compiled(node, CALENDAR)
        for _ in range(5):
            row = a_row(rng)
            found, wanted = closure(row, NO_DAY), Case(row, CALENDAR).holds(node)
            if found is not None:
                settled += 1
                assert found is wanted
            elif all(value is not None for value in row.values()):
                assert wanted is None or leaves_the_calendar_or_is_open(node)
    assert settled > 1000


def leaves_the_calendar_or_is_open(node):
    """Whether a sum of working days or an open term stands in it: the closure leaves such a part open."""
    from jscredit.rules.expressions import PlusWorkingDays
    from jscredit.rules.terms import Term

    return isinstance(node, PlusWorkingDays | Term) or any(leaves_the_calendar_or_is_open(part) for part in node.parts)


@pytest.mark.parametrize("seed", range(2))
def test_days_agree_with_the_full_evaluation(seed):
    rng = dice(100 + seed)
    for _ in range(1000):
        node, row = a_day(rng, 2), a_row(rng)
        found = compiled(node, CALENDAR)(row, NO_DAY)
        if found is not None:
            assert Case(row, CALENDAR).span(node) == (found, found)


ON_TESTS = {
    "<": (START + Years(1) > ON, lambda on, bound: on < bound),
    "<=": (START + Years(1) >= ON, lambda on, bound: on <= bound),
    ">": (START + Years(1) < ON, lambda on, bound: on > bound),
    ">=": (START + Years(1) <= ON, lambda on, bound: on >= bound),
}


@pytest.mark.parametrize("sign", ON_TESTS)
def test_the_day_asked_about(sign):
    node, wanted = ON_TESTS[sign]
    closure = compiled(node, CALENDAR)
    bound = day("2025-02-28")
    for on in (day("2025-02-27"), bound, day("2025-03-01")):
        assert closure({"start_on": day("2024-02-29")}, on) is wanted(on, bound)
    assert closure({"start_on": None}, bound) is None


def test_the_day_asked_about_beside_a_bare_fact():
    for node, answers in (
        (ON >= START, (False, True, True)),
        (ON > START, (False, False, True)),
        (ON <= START, (True, True, False)),
        (ON < START, (True, False, False)),
    ):
        closure = compiled(node, CALENDAR)
        found = tuple(
            closure({"start_on": day("2024-03-01")}, day(on)) for on in ("2024-02-29", "2024-03-01", "2024-03-02")
        )
        assert found == answers
        assert closure({"start_on": None}, day("2024-03-01")) is None


@pytest.mark.parametrize("years", [1, 4, 7975, 7976, 10**10, 10**30])
@pytest.mark.parametrize("start", ["2024-02-29", "2024-02-28", "2023-12-31"])
def test_years_after_a_day(start, years):
    first = day(start)
    year = first.year + years
    if year > dt.MAXYEAR:
        wanted = dt.date.max
    else:
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        wanted = (
            dt.date(year, 2, 28)
            if (first.month, first.day) == (2, 29) and not leap
            else dt.date(year, first.month, first.day)
        )
    row = {"start_on": first, "spell": Years(years)}
    assert compiled(START + Years(years), CALENDAR)(row, NO_DAY) == wanted
    assert compiled(START + SPELL, CALENDAR)(row, NO_DAY) == wanted


def test_many_parts_nest_no_deeper_than_a_few():
    parts = [n > AMOUNT for n in range(5000, 10_000)]
    node = parts[0] & PAID
    whole = type(node)(tuple(parts))
    assert compiled(whole, CALENDAR)({"amount": 1}, NO_DAY) is True
    assert compiled(whole, CALENDAR)({"amount": 7000}, NO_DAY) is False
    assert compiled(type(node)((PAID,) * 5000), CALENDAR)({"paid": True}, NO_DAY) is True


@pytest.mark.parametrize("names", [(), ("a",), ("a", "b")])
def test_values_of_several_facts_at_once(names):
    row = {"a": True, "b": None}
    assert values_of(names)(row) == tuple(row[name] for name in names)


def test_the_dice_are_the_same_in_every_run():
    assert isinstance(dice(1), random.Random)
    assert dice(1).random() == dice(1).random()


@pytest.mark.parametrize("answer", [True, False, None])
def test_a_single_part_joined_is_the_part(answer):
    for kind in (And, Or):
        assert compiled(kind((PAID,)), CALENDAR)({"paid": answer}, NO_DAY) is answer
        assert compiled(Not(kind((PAID,))), CALENDAR)({"paid": answer}, NO_DAY) is (
            None if answer is None else not answer
        )
