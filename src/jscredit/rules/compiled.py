"""Expressions as plain closures over the known facts: the fast path.

A closure answers None where a fact that it needs is not known; whoever calls it then asks the full evaluation.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from operator import itemgetter
from typing import Any

from jscredit.deadlines import WorkCalendar, Years, add_period
from jscredit.rules.expressions import (
    And,
    DayAsked,
    Equal,
    Expression,
    Fact,
    If,
    IsIn,
    Less,
    LessEqual,
    Literal,
    Not,
    Or,
    PlusPeriod,
    PlusWorkingDays,
)

Row = Mapping[str, Any]
Closure = Callable[[Row, dt.date], Any]


def compiled(node: Expression, calendar: WorkCalendar) -> Closure:
    """A closure from (row, day asked about) to the value, or None where it is not known."""
    match node:
        case Literal(value):
            return lambda _row, _on: value
        case DayAsked():
            return lambda _row, on: on
        case Fact(name):
            return lambda row, _on: row[name]
        case And(args):
            return _all_of(tuple(compiled(part, calendar) for part in args))
        case Or(args):
            return _any_of(tuple(compiled(part, calendar) for part in args))
        case Not(arg):
            return _negated(compiled(arg, calendar))
        case If(test, then, otherwise):
            return _chosen(*(compiled(part, calendar) for part in (test, then, otherwise)))
        case IsIn(arg, values):
            return _among(compiled(arg, calendar), frozenset(value.value for value in values))
        case Equal() | Less() | LessEqual():
            return _compared(node, calendar)
        case PlusPeriod():
            return _later(node, calendar)
        case PlusWorkingDays():
            return _later_working(compiled(node.start, calendar), node.period.n, calendar)
        case _:
            return lambda _row, _on: None


def _all_of(parts: tuple[Closure, ...]) -> Closure:
    def every(row: Row, on: dt.date) -> bool | None:
        answer: bool | None = True
        for part in parts:
            value = part(row, on)
            if value is False:
                return False
            if value is None:
                answer = None
        return answer

    return every


def _any_of(parts: tuple[Closure, ...]) -> Closure:
    def some(row: Row, on: dt.date) -> bool | None:
        answer: bool | None = False
        for part in parts:
            value = part(row, on)
            if value is True:
                return True
            if value is None:
                answer = None
        return answer

    return some


def _negated(part: Closure) -> Closure:
    def negated(row: Row, on: dt.date) -> bool | None:
        value = part(row, on)
        return None if value is None else not value

    return negated


def _chosen(test: Closure, then: Closure, otherwise: Closure) -> Closure:
    def chosen(row: Row, on: dt.date) -> Any:
        holds = test(row, on)
        return None if holds is None else (then if holds else otherwise)(row, on)

    return chosen


def _among(part: Closure, values: frozenset[Any]) -> Closure:
    def among(row: Row, on: dt.date) -> bool | None:
        value = part(row, on)
        return None if value is None else value in values

    return among


def _compared(node: Equal | Less | LessEqual, calendar: WorkCalendar) -> Closure:
    if isinstance(node, Equal) and isinstance(node.right, Literal):
        return _equal_to(compiled(node.left, calendar), node.right.value)
    if isinstance(node.left, DayAsked):
        return _before(compiled(node.right, calendar), strict=isinstance(node, Less))
    if isinstance(node.right, DayAsked):
        return _after(compiled(node.left, calendar), strict=isinstance(node, Less))
    left, right = compiled(node.left, calendar), compiled(node.right, calendar)
    return _two_sided(type(node), left, right)


def _equal_to(part: Closure, wanted: Any) -> Closure:
    def equal(row: Row, on: dt.date) -> bool | None:
        value = part(row, on)
        return None if value is None else bool(value == wanted)

    return equal


def _before(day: Closure, *, strict: bool) -> Closure:
    def before(row: Row, on: dt.date) -> bool | None:
        value = day(row, on)
        return None if value is None else on < value

    def not_after(row: Row, on: dt.date) -> bool | None:
        value = day(row, on)
        return None if value is None else on <= value

    return before if strict else not_after


def _after(day: Closure, *, strict: bool) -> Closure:
    def after(row: Row, on: dt.date) -> bool | None:
        value = day(row, on)
        return None if value is None else value < on

    def not_before(row: Row, on: dt.date) -> bool | None:
        value = day(row, on)
        return None if value is None else value <= on

    return after if strict else not_before


def _two_sided(kind: type[Expression], left: Closure, right: Closure) -> Closure:
    def sides(row: Row, on: dt.date) -> tuple[Any, Any] | None:
        one = left(row, on)
        other = None if one is None else right(row, on)
        return None if other is None else (one, other)

    def equal(row: Row, on: dt.date) -> bool | None:
        pair = sides(row, on)
        return None if pair is None else pair[0] == pair[1]

    def less(row: Row, on: dt.date) -> bool | None:
        pair = sides(row, on)
        return None if pair is None else pair[0] < pair[1]

    def not_more(row: Row, on: dt.date) -> bool | None:
        pair = sides(row, on)
        return None if pair is None else pair[0] <= pair[1]

    return {Equal: equal, Less: less, LessEqual: not_more}[kind]


def _later(node: PlusPeriod, calendar: WorkCalendar) -> Closure:
    if isinstance(node.start, Fact) and isinstance(node.period, Literal) and isinstance(node.period.value, Years):
        return _years_after(node.start.name, node.period.value.n)
    start, period = compiled(node.start, calendar), compiled(node.period, calendar)

    def later(row: Row, on: dt.date) -> dt.date | None:
        first = start(row, on)
        length = None if first is None else period(row, on)
        return None if first is None or length is None else add_period(first, length)

    return later


def _years_after(name: str, years: int) -> Closure:
    """The commonest sum of the law, without a call for its parts."""

    def years_after(row: Row, _on: dt.date) -> dt.date | None:
        day = row[name]
        if day is None:
            return None
        try:
            return day.replace(year=day.year + years)  # type: ignore[no-any-return]
        except ValueError:
            return add_period(day, Years(years))

    return years_after


def _later_working(start: Closure, n: int, calendar: WorkCalendar) -> Closure:
    def later(row: Row, on: dt.date) -> dt.date | None:
        first = start(row, on)
        if first is None or first < calendar.covered_from:
            return None
        due, missing_year = calendar.add_or_bound(first, n)
        return due if missing_year is None else None

    return later


def all_true(names: tuple[str, ...]) -> Callable[[Row], bool]:
    """Whether every one of these yes-or-no facts is a yes; one look-up for all of them."""
    if not names:
        return lambda _row: True
    if len(names) == 1:
        only = names[0]
        return lambda row: row[only] is True
    values = itemgetter(*names)
    every_yes = (True,) * len(names)
    return lambda row: values(row) == every_yes
