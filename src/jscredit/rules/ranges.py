"""What an expression is worth where facts may be unknown: yes, no or undetermined; and days as (earliest, latest)."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple

from jscredit.deadlines import Days, Months, WorkCalendar, Years, add_period
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
from jscredit.rules.facts import Fact
from jscredit.rules.terms import Term
from jscredit.rules.types import DAY, NUMBER

Row = Mapping[str, Any]
Period = Days | Months | Years
_UNBOUNDED = {DAY: (dt.date.min, dt.date.max), NUMBER: (float("-inf"), float("inf"))}


class Span(NamedTuple):
    """The earliest and the latest value, both possible ends included."""

    low: Any
    high: Any


class Case:
    """One row of facts, with the calendar that counts its working days."""

    __slots__ = ("calendar", "row")

    def __init__(self, row: Row, calendar: WorkCalendar) -> None:
        self.row = row
        self.calendar = calendar

    def holds(self, node: Expression) -> bool | None:
        """Whether a condition without the day holds; None where the known facts leave it open."""
        match node:
            case And(args):
                return _all(self.holds(part) for part in args)
            case Or(args):
                return _not(_all(_not(self.holds(part)) for part in args))
            case Not(arg):
                return _not(self.holds(arg))
            case If():
                return self._holds_if(node)
            case IsIn(arg, values):
                value = self.value(arg)
                return None if value is None else any(value == each.value for each in values)
            case Equal() | Less() | LessEqual():
                return self._compare(node)
            case _:
                value = self.value(node)
                return None if value is None else bool(value)

    def value(self, node: Expression) -> Any:
        """The one value of an expression, or None where it is not known."""
        match node:
            case Literal(value):
                return value
            case Fact(name):
                return self.row[name]
            case If(test, then, otherwise):
                holds = self.holds(test)
                if holds is None:
                    left, right = self.value(then), self.value(otherwise)
                    return left if left == right else None
                return self.value(then if holds else otherwise)
            case And() | Or() | Not() | IsIn() | Equal() | Less() | LessEqual():
                return self.holds(node)
            case PlusPeriod() | PlusWorkingDays():
                low, high = self.span(node)
                return low if low == high else None
            case _:
                return None

    def span(self, node: Expression) -> Span:
        """The earliest and the latest value of a day or a number."""
        match node:
            case PlusPeriod(start, period):
                return self._plus_period(self.span(start), period)
            case PlusWorkingDays(start, period):
                return self._plus_working_days(self.span(start), period.n)
            case If(test, then, otherwise):
                holds = self.holds(test)
                if holds is not None:
                    return self.span(then if holds else otherwise)
                left, right = self.span(then), self.span(otherwise)
                return Span(min(left.low, right.low), max(left.high, right.high))
            case Term(within=(low, high)):
                return Span(low, high)
            case _:
                value = self.value(node)
                return Span(*_UNBOUNDED[node.type]) if value is None else Span(value, value)

    def missing(self, node: Expression) -> frozenset[str]:
        """The names of the unknown facts, terms and calendar years that leave an expression open."""
        match node:
            case Fact(name) | Term(name):
                return frozenset((name,)) if self.value(node) is None else frozenset()
            case And(args) | Or(args):
                return self._missing_in(part for part in args if self.holds(part) is None)
            case If(test, then, otherwise):
                holds = self.holds(test)
                return self._missing_in(node.parts if holds is None else (then if holds else otherwise,))
            case PlusWorkingDays(start, period):
                return self.missing(start) | self._missing_year(self.span(start), period.n)
            case _:
                return self._missing_in(node.parts)

    def _missing_in(self, parts: Any) -> frozenset[str]:
        return frozenset().union(*(self.missing(part) for part in parts))

    def _missing_year(self, start: Span, n: int) -> frozenset[str]:
        year = self._count(start.low, n)[1] if start.low == start.high else None
        return frozenset((f"calendar-{year}",)) if year is not None else frozenset()

    def _holds_if(self, node: If) -> bool | None:
        test = self.holds(node.test)
        if test is not None:
            return self.holds(node.then if test else node.otherwise)
        then, otherwise = self.holds(node.then), self.holds(node.otherwise)
        return then if then is otherwise else None

    def _compare(self, node: Equal | Less | LessEqual) -> bool | None:
        if node.left.type not in _UNBOUNDED:
            left, right = self.value(node.left), self.value(node.right)
            return None if left is None or right is None else bool(left == right)
        one, other = self.span(node.left), self.span(node.right)
        if isinstance(node, Equal):
            if one.low == one.high == other.low == other.high:
                return True
            return False if one.high < other.low or other.high < one.low else None
        if isinstance(node, Less):
            return True if one.high < other.low else False if one.low >= other.high else None
        return True if one.high <= other.low else False if one.low > other.high else None

    def _plus_period(self, start: Span, period: Expression) -> Span:
        shortest, longest = self._periods(period)
        low = min(add_period(start.low, each) for each in shortest) if start.low != dt.date.min else dt.date.min
        if longest is None or start.high == dt.date.max:
            return Span(low, dt.date.max)
        return Span(low, max(add_period(start.high, each) for each in longest))

    def _periods(self, node: Expression) -> tuple[tuple[Period, ...], tuple[Period, ...] | None]:
        """The periods that may be the shortest and the longest; None where there is no longest."""
        match node:
            case Term(within=(low, high)):
                return (low,), (high,)
            case If(test, then, otherwise) if self.holds(test) is None:
                one, other = self._periods(then), self._periods(otherwise)
                longest = None if one[1] is None or other[1] is None else one[1] + other[1]
                return one[0] + other[0], longest
            case If(test, then, otherwise):
                return self._periods(then if self.holds(test) else otherwise)
            case _:
                value = self.value(node)
                return ((Days(1),), None) if value is None else ((value,), (value,))

    def _plus_working_days(self, start: Span, n: int) -> Span:
        low = self._count(start.low, n)[0] if start.low != dt.date.min else dt.date.min
        if start.high == dt.date.max:
            return Span(low, dt.date.max)
        due, year = self._count(start.high, n)
        return Span(low, due if year is None else dt.date.max)

    def _count(self, start: dt.date, n: int) -> tuple[dt.date, int | None]:
        """The n-th working day, or a day that it is not before and the year whose notice is missing."""
        if start < self.calendar.covered_from:
            return start, start.year
        return self.calendar.add_or_bound(start, n)


def _all(parts: Any) -> bool | None:
    """And, where a part may be unknown: one no settles it."""
    known = True
    for part in parts:
        if part is False:
            return False
        known = known and part is not None
    return True if known else None


def _not(value: bool | None) -> bool | None:
    return None if value is None else not value
