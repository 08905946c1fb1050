"""Small closures over the known facts of a row: what the fast path is put together from.

A closure answers None where a fact that it needs is not known.
"""

import datetime as dt
import operator
from collections.abc import Callable, Mapping
from typing import Any

from jscredit.deadlines import WorkCalendar, Years, add_period
from jscredit.rules.expressions import Equal, Expression, Less, LessEqual

Row = Mapping[str, Any]
Closure = Callable[[Row, dt.date], Any]


def fact(name: str) -> Closure:
    """The value of a fact."""
    return lambda row, _on: row[name]


def fact_and(rest: Closure, name: str) -> Closure:
    """And, where the first part is a bare fact."""

    def and_fact(row: Row, on: dt.date) -> bool | None:
        value = row[name]
        if value is False:
            return False
        other = rest(row, on)
        return other if value is True or other is False else None

    return and_fact


def fact_or(rest: Closure, name: str) -> Closure:
    """Or, where one part is a bare fact."""

    def or_fact(row: Row, on: dt.date) -> bool | None:
        other = rest(row, on)
        if other is True:
            return True
        value: bool | None = row[name]
        return value if value is True or other is False else None

    return or_fact


def not_fact(name: str) -> Closure:
    """A fact is a no."""

    def opposite(row: Row, _on: dt.date) -> bool | None:
        value = row[name]
        return None if value is None else not value

    return opposite


def not_fact_and(name: str, rest: Closure) -> Closure:
    """A bare fact and the rest do not both hold."""

    def not_both(row: Row, on: dt.date) -> bool | None:
        value = row[name]
        if value is False:
            return True
        other = rest(row, on)
        if other is False:
            return True
        return None if value is None or other is None else False

    return not_both


def fact_is(name: str, wanted: Any) -> Closure:
    """A fact is a known value."""

    def is_wanted(row: Row, _on: dt.date) -> bool | None:
        value = row[name]
        return None if value is None else bool(value == wanted)

    return is_wanted


def fact_chosen(name: str, then: Closure, otherwise: Closure) -> Closure:
    """One value where a fact is a yes, another where it is a no."""

    def choice(row: Row, on: dt.date) -> Any:
        value = row[name]
        return None if value is None else (then if value else otherwise)(row, on)

    return choice


def looked_up(name: str, table: Mapping[Any, Any], default: Any) -> Closure:
    """The value that a table gives for a fact."""

    def look_up(row: Row, _on: dt.date) -> Any:
        value = row[name]
        return None if value is None else table.get(value, default)

    return look_up


def all_of(parts: tuple[Closure, ...]) -> Closure:
    """Every part holds. As a balanced tree, so that many parts nest no deeper than a few."""
    if len(parts) == 1:
        return parts[0]
    middle = len(parts) // 2
    return _both(all_of(parts[:middle]), all_of(parts[middle:]))


def _both(first: Closure, second: Closure) -> Closure:
    def both(row: Row, on: dt.date) -> bool | None:
        one = first(row, on)
        if one is False:
            return False
        other = second(row, on)
        return other if one is True or other is False else None

    return both


def any_of(parts: tuple[Closure, ...]) -> Closure:
    """At least one part holds."""
    if len(parts) == 1:
        return parts[0]

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


def negated(part: Closure) -> Closure:
    """The part does not hold."""

    def opposite(row: Row, on: dt.date) -> bool | None:
        value = part(row, on)
        return None if value is None else not value

    return opposite


def chosen(test: Closure, then: Closure, otherwise: Closure) -> Closure:
    """One value where the test holds, another where it does not."""

    def choice(row: Row, on: dt.date) -> Any:
        holds = test(row, on)
        return None if holds is None else (then if holds else otherwise)(row, on)

    return choice


def among(part: Closure, values: frozenset[Any]) -> Closure:
    """The value is one of the given."""

    def is_among(row: Row, on: dt.date) -> bool | None:
        value = part(row, on)
        return None if value is None else value in values

    return is_among


def equal_to(part: Closure, wanted: Any) -> Closure:
    """The value is a known one."""

    def equal(row: Row, on: dt.date) -> bool | None:
        value = part(row, on)
        return None if value is None else bool(value == wanted)

    return equal


def before(day: Closure, *, strict: bool) -> Closure:
    """The day asked about lies before a day, or (not strict) not after it."""

    def is_before(row: Row, on: dt.date) -> bool | None:
        value = day(row, on)
        return None if value is None else on < value

    def not_after(row: Row, on: dt.date) -> bool | None:
        value = day(row, on)
        return None if value is None else on <= value

    return is_before if strict else not_after


def after(day: Closure, *, strict: bool) -> Closure:
    """The day asked about lies after a day, or (not strict) not before it."""

    def is_after(row: Row, on: dt.date) -> bool | None:
        value = day(row, on)
        return None if value is None else value < on

    def not_before(row: Row, on: dt.date) -> bool | None:
        value = day(row, on)
        return None if value is None else value <= on

    return is_after if strict else not_before


def after_years(name: str, years: int) -> Closure:
    """The day asked about lies after the day that is so many years after a fact."""
    end_of = years_after(name, years)

    def is_after(row: Row, on: dt.date) -> bool | None:
        day = row[name]
        # Not even the year is far enough, or it is beyond doubt: no sum is needed.
        if day is None:
            return None
        passed: int = on.year - day.year
        return passed > years if passed != years else bool(end_of(row, on) < on)

    return is_after


def within_fact(name: str, period: Closure) -> Closure:
    """The day asked about is not after the day that lies a period after a fact."""
    end_of = later_than_fact(name, period)

    def is_within(row: Row, on: dt.date) -> bool | None:
        day = row[name]
        length = None if day is None else period(row, on)
        if length is None:
            return None
        if type(length) is Years:
            passed: int = on.year - day.year
            if passed != length.n:
                return passed < length.n
        return bool(on <= end_of(row, on))

    return is_within


def not_before_fact(name: str) -> Closure:
    """The day asked about does not lie before a day that is a bare fact."""

    def is_not_before(row: Row, on: dt.date) -> bool | None:
        value = row[name]
        return None if value is None else value <= on

    return is_not_before


def two_sided(kind: type[Expression], left: Closure, right: Closure) -> Closure:
    """Two values compared."""
    compare = {Equal: operator.eq, Less: operator.lt, LessEqual: operator.le}[kind]

    def compared(row: Row, on: dt.date) -> bool | None:
        one = left(row, on)
        other = None if one is None else right(row, on)
        return None if other is None else compare(one, other)

    return compared


def later(start: Closure, period: Closure) -> Closure:
    """The day that lies a period after a day."""

    def sum_of(row: Row, on: dt.date) -> dt.date | None:
        day = start(row, on)
        length = None if day is None else period(row, on)
        return None if length is None else add_period(day, length)

    return sum_of


def later_than_fact(name: str, period: Closure) -> Closure:
    """The day that lies a period after a day that is a bare fact."""

    def sum_of(row: Row, on: dt.date) -> dt.date | None:
        day = row[name]
        length = None if day is None else period(row, on)
        if length is None:
            return None
        if type(length) is Years:
            try:
                return day.replace(year=day.year + length.n)  # type: ignore[no-any-return]
            except (ValueError, OverflowError):
                return _end_of_february(day, length.n)
        return add_period(day, length)

    return sum_of


def _end_of_february(day: dt.date, years: int) -> dt.date:
    """Where the year has no 29 February, or is beyond the last that there is."""
    year = day.year + years
    return dt.date.max if year > dt.MAXYEAR else dt.date(year, 2, 28)


def years_after(name: str, years: int) -> Closure:
    """The commonest sum of the law, without a call for its parts."""

    def sum_of(row: Row, _on: dt.date) -> dt.date | None:
        day = row[name]
        if day is None:
            return None
        try:
            return day.replace(year=day.year + years)  # type: ignore[no-any-return]
        except (ValueError, OverflowError):
            return _end_of_february(day, years)

    return sum_of


def later_working(start: Closure, n: int, calendar: WorkCalendar) -> Closure:
    """The n-th working day after a day; None where the calendar does not reach it."""

    def sum_of(row: Row, on: dt.date) -> dt.date | None:
        first = start(row, on)
        if first is None or first < calendar.covered_from:
            return None
        due, missing_year = calendar.add_or_bound(first, n)
        return due if missing_year is None else None

    return sum_of


def values_of(names: tuple[str, ...]) -> Callable[[Row], tuple[Any, ...]]:
    """The values of these facts, in one look-up."""
    if len(names) > 1:
        return operator.itemgetter(*names)
    return lambda row: tuple([row[name] for name in names])
