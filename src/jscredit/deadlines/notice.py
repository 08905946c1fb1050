"""What a user may add to the calendar: a year's notice, and closures of a place."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from jscredit.deadlines.days import as_count, as_day, as_source, is_weekend
from jscredit.deadlines.history import first_day_of_notice
from jscredit.errors import Fault, InvalidInput, Label


@dataclass(frozen=True, slots=True)
class Notice:
    """The days off and the made-up working weekends of one year, as its notice says.

    Build one by ``WorkCalendar.from_notice``, which validates it.
    """

    year: int
    days_off: tuple[date, ...]
    working_weekends: tuple[date, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Closures:
    """Days on which a place works on none, whatever the notice says.

    Build one by ``WorkCalendar.with_closures``, which validates it.
    """

    days: tuple[date, ...]
    source: str


def as_days(values: object, field: str) -> tuple[date, ...]:
    """The days in order, each once.

    Raises:
        InvalidInput: ``days.not-a-collection``, ``day.is-datetime``, ``day.not-a-date``.

    >>> as_days([date(2027, 1, 2), date(2027, 1, 1)], "days_off")
    (datetime.date(2027, 1, 1), datetime.date(2027, 1, 2))
    """
    if not isinstance(values, Iterable) or isinstance(values, str | bytes):
        message = Label("须为若干日期", "a collection of dates is needed")
        cure = Label("请给出日期的列表", "give a list of dates")
        raise InvalidInput(Fault(code="days.not-a-collection", message=message, cure=cure, field=field))
    return tuple(sorted({as_day(value, field) for value in values}))


def checked_notice(year: object, days_off: object, working_weekends: object, source: object) -> Notice:
    """A notice without a fault, else an error with all its faults at once.

    Raises:
        InvalidInput: ``notice.empty``, ``notice.other-year``, ``notice.not-a-weekend``, ``notice.both``, and the
            errors of days, counts and sources.

    >>> checked_notice(2027, [date(2027, 1, 1)], [date(2027, 1, 4)], "n/a")
    Traceback (most recent call last):
        ...
    jscredit.errors.model.InvalidInput: [notice.not-a-weekend] working_weekends: ...
    """
    notice = Notice(
        as_count(year, "year"),
        as_days(days_off, "days_off"),
        as_days(working_weekends, "working_weekends"),
        as_source(source),
    )
    faults = tuple(_faults(notice))
    if faults:
        raise InvalidInput(*faults)
    return notice


def _faults(notice: Notice) -> Iterable[Fault]:
    if not notice.days_off:
        message = Label("通知须至少有一个放假日", "a notice has a day off at least")
        cure = Label("请逐日列出放假日", "list each day off")
        yield Fault(code="notice.empty", message=message, cure=cure, field="days_off")
    first, last = first_day_of_notice(notice.year), date(notice.year, 12, 31)
    for field in ("days_off", "working_weekends"):
        outside = sum(not first <= day <= last for day in getattr(notice, field))
        if outside:
            yield _other_year(field, outside, notice.year)
    weekdays = sum(not is_weekend(day) for day in notice.working_weekends)
    if weekdays:
        message = Label("调休上班日须为周六或周日", "a made-up working day is a Saturday or a Sunday")
        cure = Label("请核对日期", "check the dates")
        data = MappingProxyType({"count": weekdays})
        yield Fault(code="notice.not-a-weekend", message=message, cure=cure, field="working_weekends", data=data)
    both = len({*notice.days_off} & {*notice.working_weekends})
    if both:
        message = Label("同一天既放假又上班", "a day is both off and a working day")
        cure = Label("请只保留一处", "keep it in one place")
        data = MappingProxyType({"count": both})
        yield Fault(code="notice.both", message=message, cure=cure, field="working_weekends", data=data)


def _other_year(field: str, count: int, year: int) -> Fault:
    return Fault(
        code="notice.other-year",
        message=Label(f"有日期不属于{year}年的通知", f"a date does not belong to the notice for {year}"),
        cure=Label(
            "只列该年及上年12月25日以后的日期", "list days of that year, and of the year before from 25 December on"
        ),
        field=field,
        data=MappingProxyType({"year": year, "count": count}),
    )
