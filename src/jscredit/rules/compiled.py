"""Expressions as plain closures over the known facts: the fast path.

A closure answers None where a fact that it needs is not known; whoever calls it then asks the full evaluation.
"""

import datetime as dt
import operator
from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any

from jscredit.deadlines import WorkCalendar, Years, add_period
from jscredit.rules.expressions import (
    And,
    Equal,
    Expression,
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
from jscredit.rules.facts import DayAsked, Fact
from jscredit.rules.structure import structure
from jscredit.rules.terms import Term

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
            return _fact(name)
        case And(args):
            return _conjunction(args, calendar)
        case Or(args):
            return _any_of(tuple(compiled(part, calendar) for part in args))
        case Not(arg):
            return _negated(compiled(arg, calendar))
        case If():
            return _look_up(node) or _chosen(*(compiled(part, calendar) for part in node.parts))
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


def _fact(name: str) -> Closure:
    return lambda row, _on: row[name]


def _conjunction(args: tuple[Expression, ...], calendar: WorkCalendar) -> Closure:
    """And, with the bare facts asked first: the order of the parts makes no difference to the answer."""
    rest = tuple(compiled(part, calendar) for part in args if not isinstance(part, Fact))
    names = [part.name for part in args if isinstance(part, Fact)]
    closure = _all_of(rest) if rest else _fact(names.pop())
    return reduce(_fact_and, reversed(names), closure)


def _fact_and(rest: Closure, name: str) -> Closure:
    def fact_and(row: Row, on: dt.date) -> bool | None:
        value = row[name]
        if value is False:
            return False
        other = rest(row, on)
        return other if value is True or other is False else None

    return fact_and


def _all_of(parts: tuple[Closure, ...]) -> Closure:
    return reduce(_both, parts)


def _both(first: Closure, second: Closure) -> Closure:
    def both(row: Row, on: dt.date) -> bool | None:
        one = first(row, on)
        if one is False:
            return False
        other = second(row, on)
        return other if one is True or other is False else None

    return both


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


def _look_up(node: If) -> Closure | None:
    """A chain of 'if this fact is so, this literal' as one look-up; None where the choice is of another form."""
    table: dict[Any, Any] = {}
    fact: Expression | None = None
    rest: Expression = node
    while isinstance(rest, If):
        test, then = rest.test, rest.then
        if not (isinstance(test, Equal) and isinstance(test.left, Fact) and isinstance(test.right, Literal)):
            return None
        if not isinstance(then, Literal) or (fact is not None and structure(fact) != structure(test.left)):
            return None
        fact = test.left
        table.setdefault(test.right.value, then.value)
        rest = rest.otherwise
    if not isinstance(rest, Literal | Term) or not isinstance(fact, Fact):
        return None
    name, default = fact.name, rest.value if isinstance(rest, Literal) else None

    def looked_up(row: Row, _on: dt.date) -> Any:
        value = row[name]
        return None if value is None else table.get(value, default)

    return looked_up


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
    if isinstance(node, LessEqual) and isinstance(node.right, DayAsked) and isinstance(node.left, Fact):
        return _not_before_fact(node.left.name)
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


def _not_before_fact(name: str) -> Closure:
    def not_before(row: Row, on: dt.date) -> bool | None:
        value = row[name]
        return None if value is None else value <= on

    return not_before


def _two_sided(kind: type[Expression], left: Closure, right: Closure) -> Closure:
    compare = {Equal: operator.eq, Less: operator.lt, LessEqual: operator.le}[kind]

    def compared(row: Row, on: dt.date) -> bool | None:
        one = left(row, on)
        other = None if one is None else right(row, on)
        return None if other is None else compare(one, other)

    return compared


def _later(node: PlusPeriod, calendar: WorkCalendar) -> Closure:
    if isinstance(node.start, Fact) and isinstance(node.period, Literal) and isinstance(node.period.value, Years):
        return _years_after(node.start.name, node.period.value.n)
    start, period = compiled(node.start, calendar), compiled(node.period, calendar)

    def later(row: Row, on: dt.date) -> dt.date | None:
        day = start(row, on)
        length = None if day is None else period(row, on)
        if length is None:
            return None
        if type(length) is Years:
            try:
                return day.replace(year=day.year + length.n)  # type: ignore[no-any-return]
            except ValueError:
                return _end_of_february(day, length.n)
        return add_period(day, length)

    return later


def _end_of_february(day: dt.date, years: int) -> dt.date:
    """Where the year has no 29 February, or is beyond the last that there is."""
    year = day.year + years
    return dt.date.max if year > dt.MAXYEAR else dt.date(year, 2, 28)


def _years_after(name: str, years: int) -> Closure:
    """The commonest sum of the law, without a call for its parts."""

    def years_after(row: Row, _on: dt.date) -> dt.date | None:
        day = row[name]
        if day is None:
            return None
        try:
            return day.replace(year=day.year + years)  # type: ignore[no-any-return]
        except ValueError:
            return _end_of_february(day, years)

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
    values = operator.itemgetter(*names)
    every_yes = (True,) * len(names)
    return lambda row: values(row) == every_yes
