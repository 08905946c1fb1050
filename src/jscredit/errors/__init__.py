"""What went wrong, for a program and for a person: stable codes, both languages, a cure, never a value."""

from jscredit.errors.label import Label, Lang
from jscredit.errors.model import (
    CalendarNotAnnounced,
    Fault,
    InvalidInput,
    JscreditError,
    MissingExtra,
    NotInForce,
    Refused,
)
from jscredit.errors.safety import pydantic_fault, safe

__all__ = [
    "CalendarNotAnnounced",
    "Fault",
    "InvalidInput",
    "JscreditError",
    "Label",
    "Lang",
    "MissingExtra",
    "NotInForce",
    "Refused",
    "pydantic_fault",
    "safe",
]
