"""Small closures over days: sums, and the day asked about before or after one.

A closure answers None where a fact that it needs is not known.
"""

import datetime as dt

from jscredit.deadlines import WorkCalendar, Years, add_period
from jscredit.rules.closures import Closure, Row


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
