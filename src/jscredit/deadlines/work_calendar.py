"""Which days are working days: the State Council's notices as one immutable value."""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING, Any

from jscredit.deadlines.days import as_count, as_day, as_source
from jscredit.deadlines.faults import (
    before_calendar,
    days_reversed,
    edition_not_recorded,
    no_forecast,
    not_announced,
)
from jscredit.deadlines.periods import Days, add_period

if TYPE_CHECKING:
    from jscredit.deadlines.notice import Closures, Notice
    from jscredit.deadlines.table import Table

LAST_FORECAST = 2100
_BUILDING = Lock()


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The working days of mainland China from 2004 to the last year with a notice.

    ``WorkCalendar()`` is the calendar of the notices as they stand now; the other ways to make one are ``from_notice``,
    ``with_notice``, ``with_closures``, ``as_known_on`` and ``provisional``. Two calendars are equal when they were
    made from the same; the table behind one is built when first needed, once, and is never changed, so threads may
    share it. A pickle holds what the calendar was made from, and the notices are those of the library that loads it.

    Half-day holidays (8 March, 4 May …) are no days off. 2005-12-31 is a working day, as the notice says.

    >>> WorkCalendar().add(date(2026, 9, 18), 10)
    datetime.date(2026, 10, 9)
    """

    notices: "tuple[Notice, ...]" = ()
    closures: "tuple[Closures, ...]" = ()
    known_on: date | None = None
    forecast_through: int | None = None
    _table: "Table | None" = field(default=None, init=False, repr=False, compare=False)

    def __reduce__(self) -> tuple[Any, ...]:
        return WorkCalendar, (self.notices, self.closures, self.known_on, self.forecast_through)

    @property
    def table(self) -> "Table":
        """The table behind the calendar, for the package's own use."""
        return self._table or self._built()

    def _built(self) -> "Table":
        from jscredit.deadlines.announced import day_rules
        from jscredit.deadlines.table import build_table

        # The first thread builds and the others wait for it: sixteen tables at once would help none of them.
        with _BUILDING:
            table = self._table or build_table(
                day_rules(self.notices, self.closures, self.known_on, self.forecast_through)
            )
            object.__setattr__(self, "_table", table)
        return table

    @property
    def covered_from(self) -> date:
        """The first day of the calendar."""
        return self.table.rules.first

    @property
    def covered_through(self) -> date:
        """The last day of the last year with a notice; a forecast does not move it.

        >>> WorkCalendar().as_known_on(date(2020, 1, 26)).covered_through
        datetime.date(2020, 12, 31)
        """
        return self.table.rules.announced

    @property
    def edition(self) -> str:
        """What the calendar was made from: library and version, day known on, own notices, closures, forecast."""
        return self.table.rules.edition

    def is_working_day(self, day: date) -> bool:
        """Whether a day is a working day.

        Raises:
            InvalidInput: ``day.is-datetime``, ``day.not-a-date``.
            CalendarNotAnnounced: the day's year is not in the calendar.

        >>> WorkCalendar().is_working_day(date(2026, 9, 20))  # a Sunday, made up for National Day
        True
        """
        return self.table.works(as_day(day))

    def add(self, start: date, n: int) -> date:
        """The n-th working day after a day. The start is not counted, whether it is a working day or not.

        Raises:
            InvalidInput: ``day.is-datetime``, ``day.not-a-date``, ``count.not-an-integer``, ``count.not-positive``.
            CalendarNotAnnounced: the sum runs past the last year with a notice (or the forecast); the error names
                the ``year`` and the ``last_start``.

        >>> WorkCalendar().add(date(2026, 2, 13), 3)  # Spring Festival, and 14 February is a working Saturday
        datetime.date(2026, 2, 25)
        """
        return add_working_days(start, n, calendar=self)

    def add_or_bound(self, start: date, n: int) -> tuple[date, int | None]:
        """The n-th working day after a day and None, or a day that it does not come before and the year that lacks.

        Where the sum runs past the last year with a notice, the bound is the first day of the first year without one,
        or the day after ``start`` where that is later.

        Raises:
            InvalidInput: as ``add``.
            CalendarNotAnnounced: the start lies before the calendar.

        >>> add_or_bound = WorkCalendar().as_known_on(date(2020, 2, 1)).add_or_bound
        >>> add_or_bound(date(2020, 12, 30), 1), add_or_bound(date(2020, 12, 30), 2)
        ((datetime.date(2020, 12, 31), None), (datetime.date(2021, 1, 1), 2021))
        """
        table = self.table
        start, n = as_day(start, "start"), as_count(n)
        last = table.rules.last
        if start > last:
            return add_period(start, Days(1)), last.year + 1
        end = table.rank_of(start) + n
        return (table.days[end - 1], None) if end <= len(table.days) else (date(last.year + 1, 1, 1), last.year + 1)

    def between(self, *, after: date, through: date) -> int:
        """How many working days there are after one day, through another.

        Raises:
            InvalidInput: ``day.is-datetime``, ``day.not-a-date``, ``days.reversed``.
            CalendarNotAnnounced: a day is not in the calendar.

        >>> WorkCalendar().between(after=date(2026, 9, 18), through=date(2026, 10, 9))
        10
        """
        after, through = as_day(after, "after"), as_day(through, "through")
        if through < after:
            raise days_reversed()
        return self.table.rank_of(through) - self.table.rank_of(after)

    def _with(self, **changes: Any) -> "WorkCalendar":
        made = dataclasses.replace(self, **changes)
        # What does not fit together is refused here, not at the first use.
        _ = made.table
        return made

    @classmethod
    def from_notice(
        cls, year: int, *, days_off: Iterable[date], working_weekends: Iterable[date] = (), source: str
    ) -> "WorkCalendar":
        """The calendar of the notices as they stand, with your own notice for a year: the next one, or one replaced.

        Args:
            year: the year of the notice.
            days_off: each day off as a date; its weekends may be listed or left out.
            working_weekends: each Saturday and Sunday that is worked.
            source: the document's number; it stands in the ``edition``.

        Raises:
            InvalidInput: all faults of the notice at once (``notice.…``), or ``notice.gap`` where a year before has no
                notice.

        >>> own = WorkCalendar.from_notice(2026, days_off=[date(2026, 1, 1)], source="a drill")
        >>> own.add(date(2026, 9, 30), 1)
        datetime.date(2026, 10, 1)
        """
        return cls().with_notice(year, days_off=days_off, working_weekends=working_weekends, source=source)

    def with_notice(
        self, year: int, *, days_off: Iterable[date], working_weekends: Iterable[date] = (), source: str
    ) -> "WorkCalendar":
        """This calendar with your own notice for a year, which takes the place of what was known for it.

        Raises:
            InvalidInput: as ``from_notice``.

        >>> own = WorkCalendar().with_notice(2026, days_off=[date(2026, 1, 1)], source="a drill")
        >>> own.edition.endswith("; 2026: a drill")
        True
        """
        from jscredit.deadlines.notice import checked_notice

        notice = checked_notice(year, days_off, working_weekends, source)
        others = tuple(one for one in self.notices if one.year != notice.year)
        return self._with(notices=(*others, notice))

    def with_closures(self, days: Iterable[date], *, source: str) -> "WorkCalendar":
        """This calendar with more days off, of a place or an office; what is closed is closed, a made-up day too.

        Raises:
            InvalidInput: ``days.not-a-collection``, ``day.is-datetime``, ``day.not-a-date``, ``source.missing``.

        >>> closed = WorkCalendar().with_closures([date(2026, 9, 21)], source="flood")
        >>> closed.add(date(2026, 9, 18), 10)
        datetime.date(2026, 10, 10)
        """
        from jscredit.deadlines.notice import Closures, as_days

        closures = Closures(as_days(days, "days"), as_source(source))
        return self._with(closures=(*self.closures, closures))

    def as_known_on(self, day: date) -> "WorkCalendar":
        """The calendar as the notices published by a day gave it.

        Each year's notice counts from the day of its publication, and so do the three amendments within a year
        (2015-05-13, 2019-03-22, 2020-01-27). These days are recorded from 2009-12-08 on; a notice newer than this
        library's record counts from the first day of its year. Your own notices and closures always count.

        Raises:
            InvalidInput: ``day.is-datetime``, ``day.not-a-date``, ``calendar.edition-not-recorded``.

        >>> WorkCalendar().as_known_on(date(2019, 3, 21)).is_working_day(date(2019, 5, 2))
        True
        """
        from jscredit.deadlines.history import EDITIONS_FROM

        if as_day(day) < EDITIONS_FROM:
            raise edition_not_recorded(EDITIONS_FROM)
        return self._with(known_on=day)

    def provisional(self, *, through: int) -> "WorkCalendar":
        """This calendar with a forecast of days off for the years after the last notice.

        The forecast is that of `holidays`: the festivals themselves, no swapped days. Real notices differ from it.

        Args:
            through: the last year of the forecast, 2100 at most.

        Raises:
            InvalidInput: ``count.not-an-integer``, ``count.not-positive``, ``calendar.no-forecast``.

        >>> forecast = WorkCalendar().as_known_on(date(2026, 1, 1)).provisional(through=2027)
        >>> forecast.add(date(2026, 12, 31), 1), forecast.covered_through
        (datetime.date(2027, 1, 4), datetime.date(2026, 12, 31))
        """
        if not self.covered_through.year < as_count(through, "through") <= LAST_FORECAST:
            raise no_forecast(self.covered_through.year + 1, LAST_FORECAST)
        return self._with(forecast_through=through)


# Making one costs nothing: the table is built when it is first needed.
DEFAULT = WorkCalendar()


def default_calendar() -> WorkCalendar:
    """The calendar of the notices as they stand, the same object each time.

    >>> default_calendar() == WorkCalendar()
    True
    """
    return DEFAULT


def add_working_days(start: date, n: int, *, calendar: WorkCalendar | None = None) -> date:
    """The n-th working day after a day, which is not counted itself.

    Args:
        start: the day to count from; it may be a day off.
        n: how many working days, from one.
        calendar: the default calendar unless given.

    Raises:
        InvalidInput: ``day.is-datetime``, ``day.not-a-date``, ``count.not-an-integer``, ``count.not-positive``.
        CalendarNotAnnounced: the sum runs past the last year with a notice, or starts before the calendar.

    >>> add_working_days(date(2026, 9, 18), 10)
    datetime.date(2026, 10, 9)
    """
    # The whole question stands in one function, because a second call would cost as much as the two look-ups.
    if type(start) is not date or type(n) is not int or n < 1:
        start, n = as_day(start, "start"), as_count(n)
    table = (calendar or DEFAULT)._table or (calendar or DEFAULT).table  # noqa: SLF001
    try:
        return table.days[table.rank[start] + n - 1]
    except (KeyError, IndexError):
        rules = table.rules
    if start < rules.first:
        raise before_calendar(start.year, rules.first)
    raise not_announced(rules.last.year + 1, table.last_start(n))
