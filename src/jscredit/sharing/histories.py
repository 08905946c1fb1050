"""Two states of one history held against each other: what was altered, removed or added under an earlier day (M36)."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from jscredit.records import Attributed, Delisted, Listed, OneChange, Purged, Supplied
from jscredit.records.fold import emptied

T = TypeVar("T")


def reference_of(change: OneChange) -> str:
    """The record or the list entry that a change is about."""
    if isinstance(change, Supplied | Attributed):
        return change.record.id
    if isinstance(change, Listed):
        return change.entry.id
    return change.entry_id if isinstance(change, Delisted) else change.record_id


def altered(earlier: Sequence[OneChange], later: Sequence[OneChange]) -> tuple[OneChange, ...]:
    """The earlier changes in whose place another one now stands: of the same kind, about the same record."""
    gone, new = _gone(earlier, later), Counter(map(_about, _new(earlier, later)))
    return tuple(change for change in gone if _taken(new, _about(change)))


def removed(earlier: Sequence[OneChange], later: Sequence[OneChange]) -> tuple[OneChange, ...]:
    """The earlier changes that are no longer there, nor another one in their place."""
    left = Counter(altered(earlier, later))
    return tuple(change for change in _gone(earlier, later) if not _taken(left, change))


def backdated(earlier: Sequence[OneChange], later: Sequence[OneChange], on: date) -> tuple[OneChange, ...]:
    """The changes that say they were known by the day of the earlier state, and were not in it."""
    replaced = Counter(map(_about, altered(earlier, later)))
    return tuple(
        change for change in _new(earlier, later) if change.known_on <= on and not _taken(replaced, _about(change))
    )


def _gone(earlier: Sequence[OneChange], later: Sequence[OneChange]) -> tuple[OneChange, ...]:
    left = Counter(later)
    return tuple(change for change in _as_purged(earlier, later) if not _taken(left, change))


def _new(earlier: Sequence[OneChange], later: Sequence[OneChange]) -> tuple[OneChange, ...]:
    left = Counter(_as_purged(earlier, later))
    return tuple(change for change in later if not _taken(left, change))


def _as_purged(earlier: Sequence[OneChange], later: Sequence[OneChange]) -> tuple[OneChange, ...]:
    """The earlier changes with what M14 has since purged by its procedure taken out of them."""
    found = tuple(earlier)
    for change in later:
        if isinstance(change, Purged) and change.citation is not None and change not in earlier:
            found = tuple(emptied(found, change))
    return found


def _about(change: OneChange) -> tuple[str, str]:
    return change.type, reference_of(change)


def _taken(left: Counter[T], one: T) -> bool:
    if not left[one]:
        return False
    left[one] -= 1
    return True
