"""Periods of time as the law writes them: days, months, years, working days."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from jscredit.deadlines.days import as_count, as_day
from jscredit.errors import Fault, InvalidInput, Label

_MONTHS = 12


def _plural(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


@dataclass(frozen=True, slots=True)
class Days:
    """A number of calendar days, from one.

    Raises:
        InvalidInput: ``count.not-an-integer``, ``count.not-positive``.

    >>> Days(30).label.en
    '30 days'
    """

    n: int

    def __post_init__(self) -> None:
        as_count(self.n)

    @property
    def label(self) -> Label:
        """The period in both languages."""
        return Label(f"{self.n}日", _plural(self.n, "day"))


@dataclass(frozen=True, slots=True)
class Months:
    """A number of calendar months, from one.

    Raises:
        InvalidInput: ``count.not-an-integer``, ``count.not-positive``.

    >>> Months(3).label.zh
    '3个月'
    """

    n: int

    def __post_init__(self) -> None:
        as_count(self.n)

    @property
    def label(self) -> Label:
        """The period in both languages."""
        return Label(f"{self.n}个月", _plural(self.n, "month"))


@dataclass(frozen=True, slots=True)
class Years:
    """A number of calendar years, from one.

    Raises:
        InvalidInput: ``count.not-an-integer``, ``count.not-positive``.

    >>> Years(1).label
    Label(zh='1年', en='1 year')
    """

    n: int

    def __post_init__(self) -> None:
        as_count(self.n)

    @property
    def label(self) -> Label:
        """The period in both languages."""
        return Label(f"{self.n}年", _plural(self.n, "year"))


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """A number of working days, from one; what is one, a ``WorkCalendar`` says.

    Raises:
        InvalidInput: ``count.not-an-integer``, ``count.not-positive``.

    >>> WorkingDays(10).label
    Label(zh='10个工作日', en='10 working days')
    """

    n: int

    def __post_init__(self) -> None:
        as_count(self.n)

    @property
    def label(self) -> Label:
        """The period in both languages."""
        return Label(f"{self.n}个工作日", _plural(self.n, "working day"))


CalendarPeriod = Days | Months | Years
Period = CalendarPeriod | WorkingDays


def add_period(day: date, period: CalendarPeriod) -> date:
    """The last day of a period whose first day is the day after ``day``.

    The day that a period starts from is not counted. Months and years end on the corresponding day, or on the month's
    last day where there is none (Civil Code arts. 201 and 202; before 2021 the General Provisions, same numbers).
    Art. 203 (an end that falls on a day off) is not applied. A sum past the last day that Python knows is that day,
    ``date.max``: a bound that lies further off than any day asked about.

    Raises:
        InvalidInput: ``day.is-datetime``, ``day.not-a-date``, ``period.not-a-calendar-period``.

    >>> add_period(date(2024, 2, 29), Years(1)), add_period(date(2026, 1, 31), Months(1))
    (datetime.date(2025, 2, 28), datetime.date(2026, 2, 28))
    """
    if type(day) is not date:
        day = as_day(day)
    kind = type(period)
    if kind is Years:
        return _add_years(day, period.n)
    if kind is Months:
        return _add_months(day, period.n)
    if kind is Days:
        return _add_days(day, period.n)
    message = Label("此处须为日、月或年的期限", "a period of days, months or years is needed here")
    cure = Label(
        "请用 Days、Months 或 Years；工作日请用 add_working_days",
        "use Days, Months or Years; for working days use add_working_days",
    )
    raise InvalidInput(Fault(code="period.not-a-calendar-period", message=message, cure=cure, field="period"))


def _add_years(day: date, n: int) -> date:
    year = day.year + n
    if year > MAXYEAR:
        return date.max
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def _add_months(day: date, n: int) -> date:
    years, month = divmod(day.month - 1 + n, _MONTHS)
    year = day.year + years
    if year > MAXYEAR:
        return date.max
    try:
        return day.replace(year=year, month=month + 1)
    except ValueError:
        return date(year, month + 1, monthrange(year, month + 1)[1])


def _add_days(day: date, n: int) -> date:
    try:
        return day + timedelta(n)
    except OverflowError:
        return date.max
