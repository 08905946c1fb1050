"""When guards cannot all hold: the same value would have to be two things at once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from jscredit.rules.expressions import Equal, Expression, IsIn, Less, LessEqual, Literal
from jscredit.rules.structure import structure

if TYPE_CHECKING:
    from jscredit.rules.window import Guard


@dataclass(slots=True)
class _Room:
    """The values that guards still leave to one expression."""

    only: set[Any] | None = None
    never: set[Any] = field(default_factory=set)
    above: list[tuple[Any, bool]] = field(default_factory=list)
    below: list[tuple[Any, bool]] = field(default_factory=list)

    def narrow(self, values: Iterable[Any], *, holds: bool) -> None:
        if holds:
            self.only = set(values) if self.only is None else self.only & set(values)
        else:
            self.never |= set(values)

    @property
    def empty(self) -> bool:
        if self.only is not None:
            return not any(self._admits(value) for value in self.only)
        return any(
            low > high or (low == high and (low_open or high_open))
            for low, low_open in self.above
            for high, high_open in self.below
        )

    def _admits(self, value: Any) -> bool:
        return (
            value not in self.never
            and all(value > low or (value == low and not is_open) for low, is_open in self.above)
            and all(value < high or (value == high and not is_open) for high, is_open in self.below)
        )


def contradictory(guards: "tuple[Guard, ...]") -> bool:
    """Whether no case at all meets every guard. False where that cannot be shown."""
    rooms: defaultdict[object, _Room] = defaultdict(_Room)
    for guard in guards:
        _narrow(rooms, guard.test, holds=guard.holds)
    return any(room.empty for room in rooms.values())


def _narrow(rooms: defaultdict[object, _Room], test: Expression, *, holds: bool) -> None:
    if isinstance(test, IsIn):
        rooms[structure(test.arg)].narrow((value.value for value in test.values), holds=holds)
    elif isinstance(test, Equal) and isinstance(test.right, Literal):
        rooms[structure(test.left)].narrow([test.right.value], holds=holds)
    elif isinstance(test, Less | LessEqual) and (isinstance(test.left, Literal) or isinstance(test.right, Literal)):
        _narrow_order(rooms, test, holds=holds)
    else:
        rooms[structure(test)].narrow([True], holds=holds)
        rooms[structure(test)].narrow([False], holds=not holds)


def _narrow_order(rooms: defaultdict[object, _Room], test: Less | LessEqual, *, holds: bool) -> None:
    strict = isinstance(test, Less) == holds
    if isinstance(test.right, Literal):
        room = rooms[structure(test.left)]
        (room.below if holds else room.above).append((test.right.value, strict))
    else:
        room = rooms[structure(test.right)]
        (room.above if holds else room.below).append((cast("Literal", test.left).value, strict))
