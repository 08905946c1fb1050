"""M30, read from the article: until when a failure is valid, with every fact known. Dates by dateutil."""

from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from dateutil.relativedelta import relativedelta

from jscredit.deadlines import Days, Months, Years
from jscredit.law import Rank
from jscredit.records import Severity

ONE_DAY = timedelta(1)
IN_FORCE = date(2018, 1, 29)


@cache
def after(day: date, period: Any) -> date:
    """The corresponding day; the month's end where there is none (Civil Code 202)."""
    if isinstance(period, Days):
        return day + timedelta(days=period.n)
    step = relativedelta(months=period.n) if isinstance(period, Months) else relativedelta(years=period.n)
    return day + step


def end_of(determined_on: date, period: Any, *, counting: str = "first-day-not-counted") -> date:
    """The last day of a period that runs from the determination day.

    Where the first day is counted, it ends one day earlier. From 29 February that is 27 February: 202 could also be
    read to end it with the month, but the other reading is the milder one throughout (`docs/design/validity.md`).
    """
    end = after(determined_on, period)
    return end if counting == "first-day-not-counted" else end - ONE_DAY


def term_of(severity: Severity, *, rather_serious: Any) -> Any:
    """一般失信为1年、严重失信为3年; for 较重 the article gives none."""
    return {Severity.GENERAL: Years(1), Severity.RATHER_SERIOUS: rather_serious, Severity.SERIOUS: Years(3)}[severity]


class Readings(NamedTuple):
    """How the doubtful places are read; the defaults."""

    counting: str = "first-day-not-counted"  # or first-day-counted
    earlier_records: str = "use-from-then-on"  # or later-determinations
    replacing_ranks: str = "with-article-3"  # or article-30-alone


DEFAULT = Readings()


class Norm(NamedTuple):
    """A norm of some rank that sets the validity of failures of one severity."""

    severity: Severity
    rank: Rank
    period: Any


LAWS_REGULATIONS_RULES = {
    Rank.LAW,
    Rank.ADMINISTRATIVE_REGULATION,
    Rank.LOCAL_REGULATION,
    Rank.DEPARTMENT_RULE,
    Rank.LOCAL_GOVERNMENT_RULE,
}


def replaces(norm: Norm, readings: Any = DEFAULT) -> bool:
    """法律、法规、规章另有规定的，从其规定 (M30); by M3 the documents of national departments as well."""
    if norm.rank in LAWS_REGULATIONS_RULES:
        return True
    return norm.rank is Rank.NATIONAL_DEPARTMENT_DOCUMENT and readings.replacing_ranks == "with-article-3"


def last_day(facts: dict[str, Any], readings: Any = DEFAULT) -> date | None:
    """The last day of validity; None where the article sets none, as for earlier records by one reading.

    ``facts``: determined_on, severity, and rather_serious: the term that an agency has set for 较重; perhaps norm: one
    that sets a validity of its own.
    """
    if readings.earlier_records == "later-determinations" and facts["determined_on"] < IN_FORCE:
        return None
    period = term_of(facts["severity"], rather_serious=facts["rather_serious"])
    norm = facts.get("norm")
    if norm is not None and norm.severity is facts["severity"] and replaces(norm, readings):
        period = norm.period
    return end_of(facts["determined_on"], period, counting=readings.counting)


def use_end(facts: dict[str, Any], readings: Any = DEFAULT) -> date | None:
    """The last day of the catalogue's period of use; None where it gives none."""
    if not facts["period_of_use_given"]:
        return None
    return end_of(facts["determined_on"], facts["period_of_use"], counting=readings.counting)


def reaches(on: date, end: date | None) -> bool:
    return end is None or on <= end


def valid(facts: dict[str, Any], on: date, readings: Any = DEFAULT) -> bool:
    """自失信行为认定之日起: from the determination day on, to the last day; only failures have a validity."""
    begun = facts["determined_on"] <= on
    return facts["failure_information"] and begun and reaches(on, last_day(facts, readings))


def restrains(facts: dict[str, Any], on: date, readings: Any = DEFAULT, *, norm_says_otherwise: bool = False) -> bool:
    """不得再作为惩戒依据 after the validity, unless a norm says otherwise; nor after the catalogue's period of use."""
    in_time = norm_says_otherwise or reaches(on, last_day(facts, readings))
    begun = facts["determined_on"] <= on
    return facts["failure_information"] and begun and in_time and reaches(on, use_end(facts, readings))


def published(facts: dict[str, Any], on: date, readings: Any = DEFAULT, *, norm_says_otherwise: bool = False) -> bool:
    """不再公开发布 after a failure's validity; nor any information after its period of use or its stated end."""
    stated = facts["published_until"] if facts["publication_end_stated"] else None
    in_time = reaches(on, use_end(facts, readings)) and reaches(on, stated)
    if facts["failure_information"]:
        valid_then = norm_says_otherwise or reaches(on, last_day(facts, readings))
        in_time = in_time and facts["determined_on"] <= on and valid_then
    return in_time
