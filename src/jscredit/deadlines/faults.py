"""The errors of a calendar: it ends, it begins, and it knows only so much."""

from datetime import date
from types import MappingProxyType

from jscredit.errors import CalendarNotAnnounced, Fault, InvalidInput, Label

_CURE = Label(
    "请在通知公布后升级 chinesecalendar，或用 WorkCalendar.from_notice 自行给出该年通知，或用 provisional=True 推算",
    "upgrade chinesecalendar once the notice is out, or give the year's notice by WorkCalendar.from_notice, or take "
    "provisional=True",
)
_LATER_DAY = Label("请使用较晚的日期", "use a later day")


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
    return CalendarNotAnnounced(Fault(code="calendar.before-first-day", message=message, cure=_LATER_DAY, data=data))


def days_reversed() -> InvalidInput:
    """The error for a last day that lies before the start.

    >>> days_reversed().code
    'days.reversed'
    """
    message = Label("截止日早于起算日", "the last day lies before the start")
    cure = Label("请交换两个日期", "exchange the two days")
    return InvalidInput(Fault(code="days.reversed", message=message, cure=cure, field="through"))


def edition_not_recorded(first: date) -> InvalidInput:
    """The error for an edition older than the record of publications; its datum is ``first_day``.

    >>> edition_not_recorded(date(2009, 12, 8)).code
    'calendar.edition-not-recorded'
    """
    message = Label(f"{first}以前的版本没有记录", f"editions before {first} are not recorded")
    code, data = "calendar.edition-not-recorded", MappingProxyType({"first_day": first})
    return InvalidInput(Fault(code=code, message=message, cure=_LATER_DAY, field="day", data=data))


def no_forecast(first: int, last: int) -> InvalidInput:
    """The error for a forecast of a year that has a notice, or that lies too far off.

    >>> no_forecast(2027, 2100).text("en")
    '[calendar.no-forecast] through: there is no forecast for that year; give 2027 to 2100'
    """
    message = Label("该年不可推算", "there is no forecast for that year")
    cure = Label(f"请给出{first}至{last}", f"give {first} to {last}")
    return InvalidInput(Fault(code="calendar.no-forecast", message=message, cure=cure, field="through"))
