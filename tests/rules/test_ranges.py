import datetime as dt
from itertools import product

import pytest

from jscredit.deadlines import Days, Months, WorkCalendar, WorkingDays, Years
from jscredit.law import M
from jscredit.rules import NUMBER, If, Term, literal
from jscredit.rules.ranges import Case, Span
from oracles.little import AMOUNT, END, GRADE, LATE, OPEN, PAID, SPELL, START, Grade, day, label

UNKNOWN = dict.fromkeys(("paid", "late", "start_on", "end_on", "grade", "amount", "spell"))
ANSWERS = (True, False, None)
FAR = Span(dt.date.min, dt.date.max)
SHARE = Term("share", NUMBER, label("share"), M.article(1), within=(2, 4))


def case(**known):
    return Case(UNKNOWN | known, WorkCalendar())


@pytest.mark.parametrize(("one", "other"), list(product(ANSWERS, repeat=2)))
def test_and_or_not_with_an_unknown_part(one, other):
    asked = case(paid=one, late=other)
    possible = [(p, q) for p in ANSWERS[:2] for q in ANSWERS[:2] if one in (None, p) and other in (None, q)]

    def settled(answers):
        return answers.pop() if len(answers) == 1 else None

    assert asked.holds(PAID & LATE) is settled({p and q for p, q in possible})
    assert asked.holds(PAID | LATE) is settled({p or q for p, q in possible})
    assert asked.holds(~PAID) is settled({not p for p, _ in possible})
    assert asked.holds(If(LATE, PAID, ~PAID)) is settled({p if q else not p for p, q in possible})
    assert asked.holds(PAID == LATE) is settled({p == q for p, q in possible})
    assert asked.holds(If(LATE, PAID, PAID)) is one


def test_an_unknown_value_is_in_no_list_and_out_of_none():
    assert case().holds(GRADE.is_in(Grade.LOW)) is None
    assert case(grade=Grade.LOW).holds(GRADE.is_in(Grade.LOW, Grade.HIGH)) is True
    assert case(grade=Grade.OTHER).holds(GRADE.is_in(Grade.LOW, Grade.HIGH)) is False
    assert case(grade=Grade.LOW).holds(GRADE == Grade.LOW) is True
    assert case().holds(GRADE == Grade.LOW) is None
    assert case().holds(literal(True)) is True


ONE, TWO = day("2024-01-01"), day("2024-02-01")


@pytest.mark.parametrize(
    ("node", "known", "wanted"),
    [
        (START < END, {"start_on": ONE, "end_on": TWO}, True),
        (START < END, {"start_on": TWO, "end_on": TWO}, False),
        (START <= END, {"start_on": TWO, "end_on": TWO}, True),
        (START <= END, {"start_on": TWO, "end_on": ONE}, False),
        (START == END, {"start_on": ONE, "end_on": ONE}, True),
        (START == END, {"start_on": ONE, "end_on": TWO}, False),
        (START == END, {"start_on": TWO, "end_on": ONE}, False),
        (START == END, {"start_on": ONE}, None),
        (START < END, {"start_on": ONE}, None),
        (START <= END, {"end_on": ONE}, None),
        # Between one and three years after 2024-01-01.
        (literal(day("2025-01-01")) > START + OPEN, {"start_on": ONE}, False),
        (literal(day("2025-01-01")) >= START + OPEN, {"start_on": ONE}, None),
        (literal(day("2027-01-01")) > START + OPEN, {"start_on": ONE}, None),
        (literal(day("2027-01-01")) >= START + OPEN, {"start_on": ONE}, True),
        (literal(day("2027-01-02")) == START + OPEN, {"start_on": ONE}, False),
        (literal(day("2026-01-01")) == START + OPEN, {"start_on": ONE}, None),
        (literal(ONE) >= START + SPELL, {"start_on": ONE}, False),
        (AMOUNT < SHARE, {"amount": 1}, True),
        (AMOUNT < SHARE, {"amount": 2}, None),
        (AMOUNT < SHARE, {"amount": 4}, False),
        (AMOUNT < 3, {}, None),
    ],
)
def test_comparisons_of_ranges(node, known, wanted):
    assert case(**known).holds(node) is wanted


@pytest.mark.parametrize(
    ("node", "known", "wanted"),
    [
        (START, {}, FAR),
        (START, {"start_on": ONE}, Span(ONE, ONE)),
        (AMOUNT, {}, Span(float("-inf"), float("inf"))),
        (SHARE, {}, Span(2, 4)),
        (START + Years(1), {"start_on": day("2024-02-29")}, Span(day("2025-02-28"), day("2025-02-28"))),
        (START + Years(1), {}, FAR),
        (START + OPEN, {"start_on": ONE}, Span(day("2025-01-01"), day("2027-01-01"))),
        (START + SPELL, {"start_on": ONE}, Span(day("2024-01-02"), dt.date.max)),
        (START + SPELL, {"start_on": ONE, "spell": Months(1)}, Span(TWO, TWO)),
        (If(PAID, START, END), {"start_on": TWO, "end_on": ONE}, Span(ONE, TWO)),
        (If(PAID, START, END), {"start_on": TWO, "end_on": ONE, "paid": True}, Span(TWO, TWO)),
        (If(PAID, START, END), {"end_on": ONE, "paid": False}, Span(ONE, ONE)),
        (START + If(PAID, literal(Days(31)), OPEN), {"start_on": ONE}, Span(TWO, day("2027-01-01"))),
        (START + If(PAID, literal(Days(31)), OPEN), {"start_on": ONE, "paid": True}, Span(TWO, TWO)),
        (START + If(PAID, literal(Days(31)), SPELL), {"start_on": ONE}, Span(day("2024-01-02"), dt.date.max)),
        (START + WorkingDays(1), {}, FAR),
        (START + WorkingDays(10), {"start_on": day("2026-09-18")}, Span(day("2026-10-09"), day("2026-10-09"))),
        # No notice for 2027 yet: not before its first day, open upward.
        (START + WorkingDays(10), {"start_on": day("2026-12-21")}, Span(day("2027-01-01"), dt.date.max)),
        # Before the calendar: after the start, open upward.
        (START + WorkingDays(1), {"start_on": day("1999-05-05")}, Span(day("1999-05-05"), dt.date.max)),
        (
            If(PAID, START, END) + WorkingDays(1),
            {"start_on": day("2026-09-18"), "end_on": day("2026-12-31")},
            Span(day("2026-09-20"), dt.date.max),
        ),
    ],
)
def test_days_as_earliest_and_latest(node, known, wanted):
    assert case(**known).span(node) == wanted


@pytest.mark.parametrize(
    ("node", "known", "wanted"),
    [
        (PAID, {}, {"paid"}),
        (PAID, {"paid": False}, set()),
        (PAID & LATE, {}, {"paid", "late"}),
        (PAID & LATE, {"late": True}, {"paid"}),
        (PAID | LATE, {"late": False}, {"paid"}),
        (PAID & (AMOUNT < 3), {"amount": 1}, {"paid"}),
        (~PAID, {}, {"paid"}),
        (GRADE.is_in(Grade.LOW), {}, {"grade"}),
        (START < END, {"end_on": ONE}, {"start_on"}),
        (If(PAID, LATE, AMOUNT < 3), {}, {"paid", "late", "amount"}),
        (If(PAID, LATE, AMOUNT < 3), {"paid": True}, {"late"}),
        (If(PAID, LATE, AMOUNT < 3), {"paid": False}, {"amount"}),
        (START + OPEN < END, {"start_on": ONE, "end_on": TWO}, {"open-term"}),
        (START + WorkingDays(10), {"start_on": day("2026-12-21")}, {"calendar-2027"}),
        (START + WorkingDays(1), {"start_on": day("1999-05-05")}, {"calendar-1999"}),
        (START + WorkingDays(1), {"start_on": ONE}, set()),
        (START + WorkingDays(1), {}, {"start_on"}),
    ],
)
def test_what_leaves_an_expression_open(node, known, wanted):
    assert case(**known).missing(node) == wanted


@pytest.mark.parametrize(
    ("node", "known", "wanted"),
    [
        (If(PAID, START, END), {"start_on": ONE, "end_on": ONE}, ONE),
        (If(PAID, START, END), {"start_on": ONE, "end_on": TWO}, None),
        (If(PAID, START, END), {"start_on": ONE, "paid": True}, ONE),
        (START + Days(31), {"start_on": ONE}, TWO),
        (START + OPEN, {"start_on": ONE}, None),
        (PAID & LATE, {"paid": False}, False),
        (OPEN, {}, None),
    ],
)
def test_the_one_value(node, known, wanted):
    assert case(**known).value(node) == wanted
