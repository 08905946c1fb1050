"""From the notices, amendments, closures and forecasts to the rules of one table."""

from datetime import date, timedelta
from types import MappingProxyType

from jscredit.deadlines.days import is_weekend
from jscredit.deadlines.history import (
    AMENDMENTS,
    CORRECTED_WORKING_DAYS,
    festival,
    first_day_of_notice,
    notice_year,
    was_known,
)
from jscredit.deadlines.notice import Closures, Notice
from jscredit.deadlines.table import DayRules
from jscredit.errors import Fault, InvalidInput, Label

_DAY = timedelta(1)
_FORECAST = Label("推算的放假日", "day off by forecast")
_FORECAST_MADE_UP = Label("推算的调休上班", "working day by forecast")
Days = dict[date, Label]


def day_rules(
    notices: tuple[Notice, ...],
    closures: tuple[Closures, ...],
    known_on: date | None,
    forecast_through: int | None,
) -> DayRules:
    """The rules of the calendar with these notices and closures, as it was known on a day.

    Raises:
        InvalidInput: ``notice.gap``, where a notice leaves a year before it without one.
    """
    off, made_up, edition = _published()
    first, last_year = date(min(off).year, 1, 1), max(map(notice_year, off))
    if known_on is not None:
        last_year = max(year for year in range(first.year, last_year + 1) if was_known(year, known_on))
        off, made_up = _as_known(off, last_year, known_on), _as_known(made_up, last_year, known_on)
        _undo_amendments(off, made_up, known_on)
        edition += f", as known on {known_on}"
    for notice in sorted(notices, key=lambda one: one.year):
        last_year = max(last_year, _checked_year(notice.year, first.year, last_year))
        _apply_notice(notice, off, made_up)
        edition += f"; {notice.year}: {notice.source}"
    last = announced = date(last_year, 12, 31)
    if forecast_through is not None and forecast_through > last_year:
        last = date(forecast_through, 12, 31)
        edition += "; " + _apply_forecast(announced, last, off, made_up)
    for closure in closures:
        off.update(dict.fromkeys(closure.days, Label(f"停办（{closure.source}）", f"closed ({closure.source})")))
        made_up = {day: reason for day, reason in made_up.items() if day not in closure.days}
        edition += f"; closures: {closure.source}"
    return DayRules(first, announced, last, off, made_up, edition)


def _published() -> tuple[Days, Days, str]:
    # Only the constants are read: the package's own functions look each day up anew.
    from chinese_calendar import __version__, constants

    swapped = constants.in_lieu_days
    off = {day: _off(festival(name), in_lieu=day in swapped) for day, name in constants.holidays.items()}
    worked = {**constants.workdays, **CORRECTED_WORKING_DAYS}
    made_up = {day: _made_up(festival(name)) for day, name in worked.items()}
    return off, made_up, f"chinesecalendar {__version__}"


def _off(label: Label, *, in_lieu: bool) -> Label:
    return Label(f"调休（{label.zh}）", f"day off in lieu ({label.en})") if in_lieu else label


def _made_up(label: Label) -> Label:
    return Label(f"调休上班（{label.zh}）", f"made-up working day ({label.en})")


def _as_known(days: Days, last_year: int, known_on: date) -> Days:
    hidden = {day for amendment in AMENDMENTS if known_on < amendment.published for day in amendment.plain}
    return {day: why for day, why in days.items() if notice_year(day) <= last_year and day not in hidden}


def _undo_amendments(off: Days, made_up: Days, known_on: date) -> None:
    for amendment in AMENDMENTS:
        if known_on < amendment.published:
            for day in amendment.working_weekends:
                if day in off:
                    made_up[day] = _made_up(off.pop(day))


def _checked_year(year: int, first: int, last: int) -> int:
    if first <= year <= last + 1:
        return year
    message = Label(f"{year}年的通知前后不连续", f"the notice for {year} does not follow on the years before")
    cure = Label(f"请先给出{last + 1}年的通知", f"give the notice for {last + 1} first")
    data = MappingProxyType({"year": year, "next_year": last + 1})
    raise InvalidInput(Fault(code="notice.gap", message=message, cure=cure, field="year", data=data))


def _apply_notice(notice: Notice, off: Days, made_up: Days) -> None:
    first, end = first_day_of_notice(notice.year), first_day_of_notice(notice.year + 1)
    for days in (off, made_up):
        for day in [day for day in days if first <= day < end]:
            del days[day]
    off.update(dict.fromkeys(notice.days_off, Label(f"放假（{notice.source}）", f"day off ({notice.source})")))
    working = Label(f"调休上班（{notice.source}）", f"made-up working day ({notice.source})")
    made_up.update(dict.fromkeys(notice.working_weekends, working))


def _apply_forecast(announced: date, last: date, off: Days, made_up: Days) -> str:
    from importlib.metadata import version

    import holidays

    # An object of our own for each table: `holidays` fills its objects while they are read, which threads cannot share.
    forecast = holidays.country_holidays("CN")
    day = announced
    while day < last:
        day += _DAY
        works = forecast.is_working_day(day)
        if works and is_weekend(day):
            made_up[day] = _FORECAST_MADE_UP
        if not works and not is_weekend(day):
            off[day] = _FORECAST
    return f"forecast through {last.year} by holidays {version('holidays')}"
