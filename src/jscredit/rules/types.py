"""The types of values that a rule speaks of."""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Any

from jscredit.deadlines import Days, Months, WorkingDays, Years


@dataclass(frozen=True, slots=True)
class ValueType:
    """A type of fact, term or literal. ``options`` is the closed list of a choice."""

    name: str
    options: type[Enum] | None = None
    plain: frozenset[type[Any]] = field(default=frozenset(), compare=False, repr=False)
    """The Python types of which every value is of this type; a cheap first look before ``holds``."""

    def holds(self, value: object) -> bool:
        """Whether a known value is of this type. A number that is none (NaN, infinity) is not.

        >>> import datetime
        >>> DAY.holds(datetime.date(2026, 1, 1)), DAY.holds(datetime.datetime(2026, 1, 1)), FLAG.holds(1)
        (True, False, False)
        """
        if self.options is not None:
            return isinstance(value, self.options)
        return type(value) in _PYTHON_TYPES[self.name] and (type(value) is not Decimal or value.is_finite())

    def __str__(self) -> str:
        return f"{self.name} of {self.options.__name__}" if self.options else self.name


FLAG = ValueType("flag", plain=frozenset({bool}))
DAY = ValueType("day", plain=frozenset({dt.date}))
PERIOD = ValueType("period")
NUMBER = ValueType("number")
TIME_LIMIT = ValueType("time-limit")
"""A period of a procedure, perhaps in working days: for a term that sets a deadline, not for a sum in a rule."""

_PYTHON_TYPES: dict[str, tuple[type[Any], ...]] = {
    "flag": (bool,),
    "day": (dt.date,),
    "period": (Days, Months, Years),
    "number": (int, Decimal),
    "time-limit": (Days, Months, Years, WorkingDays),
}


def choice(options: type[Enum]) -> ValueType:
    """The type of a value out of a closed list."""
    return ValueType("choice", options, frozenset({options}))


def type_of(value: object) -> ValueType | None:
    """The type of a literal, or None where a rule cannot hold such a value."""
    if isinstance(value, Enum):
        return choice(type(value))
    return next((kind for kind in (FLAG, DAY, PERIOD, NUMBER) if kind.holds(value)), None)
