"""The periods of a catalogue: how long something is used and kept, and how often it is renewed (M8)."""

from datetime import date, timedelta
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import GetPydanticSchema
from pydantic_core import core_schema

from jscredit.deadlines import CalendarPeriod, Days, Months, Period, WorkingDays, Years, add_period
from jscredit.errors import InvalidInput, Label, pydantic_fault
from jscredit.procedure import PeriodOfUse
from jscredit.rules import TIME_LIMIT
from jscredit.rules.serial import value_from_json, value_json

UNLIMITED: Literal["unlimited"] = "unlimited"

CataloguePeriod = PeriodOfUse | Literal["unlimited"]
"""How long: a period of days, months or years from the determination, or without an end."""


def _read(raw: Any) -> Any:
    try:
        return value_from_json(raw, TIME_LIMIT)
    except InvalidInput as error:
        raise pydantic_fault(error.faults[0]) from None


def _schema(_source: Any, _handler: Any) -> core_schema.CoreSchema:
    kinds = (Days, Months, Years, WorkingDays)
    return core_schema.json_or_python_schema(
        core_schema.no_info_plain_validator_function(_read),
        core_schema.union_schema([core_schema.is_instance_schema(kind) for kind in kinds]),
        serialization=core_schema.plain_serializer_function_ser_schema(value_json),
    )


UpdateCycle = Annotated[Period, GetPydanticSchema(_schema, lambda _source, _handler: {"type": "object"})]
"""How often: within this period from the determination the data is supplied. In JSON: ``{"workingdays": 7}``."""

_MONTHS_A_YEAR = 12
_FIRST, _DAYS = date(2017, 3, 1), 1461
_STARTS = tuple(_FIRST + timedelta(n) for n in range(_DAYS))


def months_of(period: Period) -> int | None:
    """A period of whole months, so that one year and twelve months are one thing; None for days.

    >>> months_of(Years(1)), months_of(Months(12)), months_of(Days(365))
    (12, 12, None)
    """
    if isinstance(period, Years):
        return period.n * _MONTHS_A_YEAR
    return period.n if isinstance(period, Months) else None


def can_outlast(one: CalendarPeriod | str, other: CalendarPeriod | str) -> bool:
    """Whether the first period can end after the second one, from one start day.

    Where one counts days and the other months, every start day of a whole cycle of leap years is tried.

    >>> can_outlast(Days(366), Years(1)), can_outlast(Days(365), Years(1)), can_outlast(Years(9), "unlimited")
    (True, False, False)
    """
    if isinstance(one, str) or isinstance(other, str):
        return one == UNLIMITED != other
    first, second = months_of(one), months_of(other)
    if first is not None and second is not None:
        return first > second
    if first is None and second is None:
        return one.n > other.n
    if first is not None:
        return other.n < _lengths(first)[1]
    return one.n > _lengths(second or 0)[0]


@lru_cache(1024)
def _lengths(months: int) -> tuple[int, int]:
    """The fewest and the most days that so many months have, from any start day of the cycle."""
    lengths = [(add_period(start, Months(months)) - start).days for start in _STARTS]
    return min(lengths), max(lengths)


def same_period(one: CalendarPeriod, other: CalendarPeriod) -> bool:
    """Whether two periods always end on one day.

    >>> same_period(Months(36), Years(3)), same_period(Days(365), Years(1))
    (True, False)
    """
    return one == other or (months_of(one) is not None and months_of(one) == months_of(other))


def period_label(period: Period | str) -> Label:
    """A period in both languages.

    >>> period_label("unlimited").zh, period_label(Years(3)).en
    ('长期', '3 years')
    """
    return Label("长期", "without limit") if isinstance(period, str) else period.label
