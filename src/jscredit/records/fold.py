"""The fold: how each change alters what a file holds, or why it is refused. Nothing else alters a file (M36)."""

import dataclasses
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NoReturn

from jscredit.errors import Fault, Refused
from jscredit.records import refusals
from jscredit.records.changes import (
    Attributed,
    Corrected,
    Delisted,
    Flagged,
    Listed,
    OneChange,
    Purged,
    Repaired,
    Supplied,
    Unflagged,
    Withdrawn,
)
from jscredit.records.matching import Match, match
from jscredit.records.record import CreditRecord
from jscredit.records.state import EntryState, RecordState
from jscredit.records.subject import Subject
from jscredit.records.vocabulary import RecordStatus

_PURGEABLE = frozenset(field.name for field in dataclasses.fields(CreditRecord) if field.default is None)


class Holdings:
    """What a file holds while its changes are folded. It is never handed out; a file copies it before it goes on."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.records: dict[str, RecordState] = {}
        self.entries: dict[str, EntryState] = {}
        self.known_on = date.min

    def copy(self) -> "Holdings":
        """An independent copy; the states themselves are immutable."""
        twin = Holdings(self.subject)
        twin.records, twin.entries, twin.known_on = dict(self.records), dict(self.entries), self.known_on
        return twin

    def add(self, change: OneChange) -> None:
        """Fold one change in, or raise ``Refused`` and stay as before."""
        for broken, fault in (
            (change.citation is None, refusals.NO_CITATION),
            (change.day > change.known_on, refusals.KNOWN_BEFORE_IT_COUNTS),
            (change.known_on < self.known_on, refusals.OUT_OF_ORDER),
        ):
            if broken:
                _refuse(fault)
        _STEPS[type(change)](self, change)
        self.known_on = change.known_on

    def state_of(self, record_id: str) -> RecordState:
        """The record of this id."""
        return self.records.get(record_id) or _refuse(refusals.UNKNOWN_ID, "record_id")

    def replace(self, state: RecordState, **parts: Any) -> None:
        """Put a new state in place of one."""
        self.records[state.record.id] = dataclasses.replace(state, **parts)

    def is_about(self, subject: Subject) -> bool:
        """Whether something about this subject belongs here."""
        return subject == self.subject or match(subject, self.subject) is Match.SAME


def _refuse(fault: Fault, field: str | None = None) -> NoReturn:
    raise Refused(dataclasses.replace(fault, field=field or fault.field))


def _new_record(held: Holdings, change: Supplied | Attributed, source_id: str | None) -> None:
    if not held.is_about(change.record.subject):
        _refuse(refusals.ANOTHER_SUBJECT, "record")
    if change.record.id in held.records:
        _refuse(refusals.DUPLICATE_ID, "record")
    held.records[change.record.id] = RecordState(
        record=change.record, status=RecordStatus.ACTIVE, since=change.day, source_id=source_id
    )


def _supplied(held: Holdings, change: Supplied) -> None:
    _new_record(held, change, None)


def _attributed(held: Holdings, change: Attributed) -> None:
    if not change.responsibility.finding:
        _refuse(refusals.NOT_RESPONSIBLE)
    _new_record(held, change, change.source_id)


def _corrected(held: Holdings, change: Corrected) -> None:
    state = held.state_of(change.record_id)
    if change.record.id != change.record_id:
        _refuse(refusals.ANOTHER_ID)
    if not held.is_about(change.record.subject):
        _refuse(refusals.ANOTHER_SUBJECT, "record")
    if state.status is RecordStatus.WITHDRAWN:
        _refuse(refusals.ARCHIVED, "record_id")
    held.replace(state, record=change.record, versions=(*state.versions, state.record))


def _flagged(held: Holdings, change: Flagged) -> None:
    state = held.state_of(change.record_id)
    if state.status is RecordStatus.WITHDRAWN:
        _refuse(refusals.ARCHIVED, "record_id")
    if any(flag.case == change.case for flag in state.flags):
        _refuse(refusals.FLAG_OPEN)
    held.replace(state, flags=(*state.flags, change))


def _unflagged(held: Holdings, change: Unflagged) -> None:
    state = held.state_of(change.record_id)
    left = tuple(flag for flag in state.flags if flag.case != change.case)
    if left == state.flags:
        _refuse(refusals.NO_FLAG)
    held.replace(state, flags=left)


def _repaired(held: Holdings, change: Repaired) -> None:
    state = held.state_of(change.record_id)
    if state.status is not RecordStatus.ACTIVE:
        _refuse(refusals.ARCHIVED, "record_id")
    held.replace(state, status=RecordStatus.REPAIRED, since=change.day)


def _withdrawn(held: Holdings, change: Withdrawn) -> None:
    state = held.state_of(change.record_id)
    if state.status is RecordStatus.WITHDRAWN:
        _refuse(refusals.ARCHIVED, "record_id")
    held.replace(state, status=RecordStatus.WITHDRAWN, since=change.day)


def _purged(held: Holdings, change: Purged) -> None:
    state = held.state_of(change.record_id)
    if change.element not in _PURGEABLE:
        _refuse(refusals.NOT_PURGEABLE)
    held.replace(
        state,
        record=_without(state.record, change.element),
        versions=tuple(_without(version, change.element) for version in state.versions),
        purged=tuple(dict.fromkeys((*state.purged, change.element))),
    )


def _listed(held: Holdings, change: Listed) -> None:
    if not held.is_about(change.entry.subject):
        _refuse(refusals.ANOTHER_SUBJECT, "entry")
    if change.entry.id in held.entries:
        _refuse(refusals.DUPLICATE_ID, "entry")
    held.entries[change.entry.id] = EntryState(entry=change.entry)


def _delisted(held: Holdings, change: Delisted) -> None:
    state = held.entries.get(change.entry_id) or _refuse(refusals.UNKNOWN_ID, "entry_id")
    if state.delisted_on is not None:
        _refuse(refusals.DELISTED, "entry_id")
    held.entries[change.entry_id] = dataclasses.replace(state, delisted_on=change.day, ground=change.ground)


_STEPS: dict[type, Callable[[Holdings, Any], None]] = {
    Supplied: _supplied,
    Attributed: _attributed,
    Corrected: _corrected,
    Flagged: _flagged,
    Unflagged: _unflagged,
    Repaired: _repaired,
    Withdrawn: _withdrawn,
    Purged: _purged,
    Listed: _listed,
    Delisted: _delisted,
}


def _without(record: CreditRecord, element: str) -> CreditRecord:
    nothing: dict[str, Any] = {element: None}
    return dataclasses.replace(record, **nothing)


def emptied(changes: Iterable[OneChange], purge: Purged) -> tuple[OneChange, ...]:
    """Earlier changes with the forbidden content taken out of the records that they carry (M14)."""
    return tuple(
        dataclasses.replace(change, record=_without(change.record, purge.element))
        if isinstance(change, Supplied | Attributed | Corrected) and change.record.id == purge.record_id
        else change
        for change in changes
    )
