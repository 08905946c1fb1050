"""Events: what somebody did in a procedure, and when. There are no clock events; a lapse is worked out when asked."""

from typing import ClassVar

from pydantic.dataclasses import dataclass

from jscredit.errors import Label
from jscredit.records.value import STRICT, Day, Value


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Event(Value):
    """One step that was taken. A procedure's own events add what they need, and a ``type`` that tells them apart.

    Attributes:
        on: the day on which it was taken.
    """

    label: ClassVar[Label]

    on: Day
