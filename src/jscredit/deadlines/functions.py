"""The questions about days that a program asks: is it a working day, how many are there, by when."""

import dataclasses
from datetime import date
from functools import lru_cache

from jscredit.deadlines.days import as_day
from jscredit.deadlines.history import first_day_of_notice
from jscredit.deadlines.model import Deadline
from jscredit.deadlines.periods import Period, WorkingDays, add_period
from jscredit.deadlines.work_calendar import DEFAULT, LAST_FORECAST, WorkCalendar, add_working_days
from jscredit.errors import CalendarNotAnnounced, Fault, InvalidInput, Label
from jscredit.law import Citation

# No year has had fewer working days than this, so a forecast of n // 240 years more is long enough.
_FEWEST_WORKING_DAYS = 240
_NOT_A_CITATION = Fault(
    code="cite.not-a-citation",
    message=Label("依据须为条文引用", "the clause must be a citation"),
    cure=Label("例如 M.article(32)", "for example M.article(32)"),
    field="cite",
)


def is_working_day(day: date, *, calendar: WorkCalendar | None = None) -> bool:
    """Whether a day is a working day.

    Raises:
        InvalidInput: ``day.is-datetime``, ``day.not-a-date``.
        CalendarNotAnnounced: the day's year is not in the calendar.

    >>> is_working_day(date(2026, 10, 10))  # a Saturday, made up for National Day
    True
    """
    return (calendar or DEFAULT).is_working_day(day)


def working_days_between(*, after: date, through: date, calendar: WorkCalendar | None = None) -> int:
    """How many working days there are after one day, through another.

    Raises:
        InvalidInput: ``day.is-datetime``, ``day.not-a-date``, ``days.reversed``.
        CalendarNotAnnounced: a day is not in the calendar.

    >>> working_days_between(after=date(2026, 9, 18), through=date(2026, 10, 9))
    10
    """
    return (calendar or DEFAULT).between(after=after, through=through)


def deadline(
    start: date,
    period: Period,
    *,
    cite: Citation | None = None,
    calendar: WorkCalendar | None = None,
    provisional: bool = False,
) -> Deadline:
    """The last day of a period that runs from a day.

    Args:
        start: the day that the period runs from, not counted itself.
        period: working days by the calendar; or days, months, years as ``add_period`` counts them.
        cite: the clause that sets the period; it stands in the result and in an error.
        calendar: the default calendar unless given.
        provisional: past the last year with a notice, take a forecast and mark the result, instead of an error.

    Raises:
        InvalidInput: ``day.is-datetime``, ``day.not-a-date``, ``period.not-a-calendar-period``,
            ``cite.not-a-citation``.
        CalendarNotAnnounced: the sum runs past the last year with a notice; the error names the ``year``, the
            ``last_start`` and the cure.

    >>> from jscredit.deadlines import WorkingDays
    >>> from jscredit.law import M
    >>> deadline(date(2026, 2, 13), WorkingDays(3), cite=M.article(32)).due
    datetime.date(2026, 2, 25)
    """
    if cite is not None and not isinstance(cite, Citation):
        raise InvalidInput(_NOT_A_CITATION)
    if not isinstance(period, WorkingDays):
        return Deadline(start=start, period=period, due=add_period(as_day(start, "start"), period), cite=cite)
    chosen = calendar or DEFAULT
    try:
        return _counted(start, period, cite, _long_enough(start, period.n, chosen) if provisional else chosen)
    except CalendarNotAnnounced as error:
        raise _with_clause(error, cite) from None


def _counted(start: date, period: WorkingDays, cite: Citation | None, calendar: WorkCalendar) -> Deadline:
    due = add_working_days(start, period.n, calendar=calendar)
    announced = calendar.covered_through
    return Deadline(
        start=start,
        period=period,
        due=due,
        cite=cite,
        edition=calendar.edition,
        provisional=due > announced,
        settled=due < first_day_of_notice(announced.year + 1),
        _calendar=calendar,
    )


def _long_enough(start: date, n: int, calendar: WorkCalendar) -> WorkCalendar:
    if calendar.add_or_bound(start, n)[1] is None:
        return calendar
    last = max(start.year, calendar.covered_through.year) + n // _FEWEST_WORKING_DAYS + 1
    return _forecast(calendar, min(last, LAST_FORECAST))


# A forecast takes milliseconds to build; a few are kept, for the years asked about are few.
@lru_cache(maxsize=8)
def _forecast(calendar: WorkCalendar, through: int) -> WorkCalendar:
    return calendar.provisional(through=through)


def _with_clause(error: CalendarNotAnnounced, cite: Citation | None) -> CalendarNotAnnounced:
    clause = cite.ledger_id if cite else None
    return CalendarNotAnnounced(*(dataclasses.replace(fault, clause=clause) for fault in error.faults))
