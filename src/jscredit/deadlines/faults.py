"""The errors of a calendar that ends."""

from datetime import date
from types import MappingProxyType

from jscredit.errors import CalendarNotAnnounced, Fault, Label

_CURE = Label(
    "请在通知公布后升级 chinesecalendar，或用 WorkCalendar.from_notice 自行给出该年通知，或用 provisional=True 推算",
    "upgrade chinesecalendar once the notice is out, or give the year's notice by WorkCalendar.from_notice, or take "
    "provisional=True",
)
_EARLY_CURE = Label("请使用较晚的日期", "use a later day")


def not_announced(year: int, last_start: date | None = None) -> CalendarNotAnnounced:
    """The error for a count that needs a year without a notice.

    Its data are ``year`` and ``last_start``: the last day from which the same count still works, None where no day
    does or where nothing is counted.

    >>> not_announced(2027, date(2026, 12, 17)).last_start
    datetime.date(2026, 12, 17)
    """
    zh, en = f"{year}年的放假安排未公布", f"the days off of {year} have not been announced"
    if last_start:
        zh += f"，此期限最晚可自{last_start}起算"
        en += f"; the last start for this period is {last_start}"
    data = MappingProxyType({"year": year, "last_start": last_start})
    return CalendarNotAnnounced(Fault(code="calendar.not-announced", message=Label(zh, en), cure=_CURE, data=data))


def before_calendar(year: int, first: date) -> CalendarNotAnnounced:
    """The error for a day before the calendar begins; its data are ``year`` and ``first_day``.

    >>> before_calendar(2003, date(2004, 1, 1)).code
    'calendar.before-first-day'
    """
    message = Label(f"工作日历自{first}起，不含{year}年", f"the calendar begins on {first}, {year} is not in it")
    data = MappingProxyType({"year": year, "first_day": first})
    return CalendarNotAnnounced(Fault(code="calendar.before-first-day", message=message, cure=_EARLY_CURE, data=data))
