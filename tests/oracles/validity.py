"""M30, read from the article: until when a failure is valid, with every fact known. Dates by dateutil."""

from datetime import date, timedelta
from typing import Any, NamedTuple

from dateutil.relativedelta import relativedelta

from jscredit.deadlines import Days, Months, Years
from jscredit.records import Severity

ONE_DAY = timedelta(1)
IN_FORCE = date(2018, 1, 29)


def after(day: date, period: Any) -> date:
    """The corresponding day; the month's end where there is none (Civil Code 202)."""
    if isinstance(period, Days):
        return day + timedelta(days=period.n)
    step = relativedelta(months=period.n) if isinstance(period, Months) else relativedelta(years=period.n)
    return day + step


def end_of(determined_on: date, period: Any, *, counting: str = "first-day-not-counted") -> date:
    """The last day of a period that runs from the determination day.

    Where the first day is counted, the period is full on the day before the corresponding day. Where there is no
    corresponding day, 202 names the month's end as the last day, however the first day is counted.
    """
    end = after(determined_on, period)
    if counting == "first-day-not-counted":
        return end
    no_corresponding_day = not isinstance(period, Days) and end.day != determined_on.day
    return end if no_corresponding_day else end - ONE_DAY


def term_of(severity: Severity, *, rather_serious: Any) -> Any:
    """一般失信为1年、严重失信为3年; for 较重 the article gives none."""
    return {Severity.GENERAL: Years(1), Severity.RATHER_SERIOUS: rather_serious, Severity.SERIOUS: Years(3)}[severity]


def last_day(facts: dict[str, Any], *, counting: str = "first-day-not-counted") -> date:
    """The last day of validity. ``facts``: determined_on, severity, rather_serious (the term that was set for 较重)."""
    period = term_of(facts["severity"], rather_serious=facts["rather_serious"])
    return end_of(facts["determined_on"], period, counting=counting)


def valid(facts: dict[str, Any], on: date, *, counting: str = "first-day-not-counted") -> bool:
    """自失信行为认定之日起: from the determination day on, to the last day."""
    return facts["determined_on"] <= on <= last_day(facts, counting=counting)


class Use(NamedTuple):
    """Validity, and until when restraint and publication may rest on it."""

    valid_to: date
    used_to: date


def use(facts: dict[str, Any], *, counting: str = "first-day-not-counted") -> Use:
    """Restraint and publication end with the earlier of validity and the catalogue's period of use."""
    end = last_day(facts, counting=counting)
    period = facts["period_of_use"]
    return Use(end, end if period is None else min(end, end_of(facts["determined_on"], period, counting=counting)))


__all__ = ["IN_FORCE", "ONE_DAY", "Days", "Months", "Use", "Years", "after", "end_of", "last_day", "use", "valid"]
