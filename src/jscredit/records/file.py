"""A subject's credit file: what its changes add up to, on any day (M18, M36)."""

import dataclasses
import heapq
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import ClassVar, Self

from pydantic import model_validator
from pydantic.dataclasses import dataclass

from jscredit.deadlines import as_day
from jscredit.errors import Fault, InvalidInput, Label, Refused
from jscredit.records import refusals
from jscredit.records.changes import BaseChange, Change, OneChange, Purged
from jscredit.records.documents import Document
from jscredit.records.fold import Holdings, emptied
from jscredit.records.state import EntryState, RecordState
from jscredit.records.subject import Subject
from jscredit.records.value import STRICT, Day, refuse
from jscredit.records.vocabulary import RecordStatus


class _Remembered:
    """Room for what the changes add up to, so that it is worked out once. It is no field: equality and JSON skip it."""

    __slots__ = ("_held",)
    _held: Holdings


@dataclass(frozen=True, slots=True, config=STRICT, repr=False)
class CreditFile(Document, _Remembered):
    """The credit file of one subject: its changes, in the order in which they became known.

    Attributes:
        subject: whose file it is.
        changes: everything that happened to it, oldest first. Nothing else alters a file (M36).
        complete_since: the day from which somebody vouches that nothing is missing. Without it, silence is no fact:
            "no recurrence" does not follow from seeing none.

    Raises:
        pydantic.ValidationError: a field of another type, or a change that the file refuses (see ``apply``).

    >>> from datetime import date
    >>> from jscredit.records import CreditRecord, Kind, Subject, SubjectType, Supplied
    >>> shop = Subject(type=SubjectType.LEGAL_PERSON, name="试例商贸有限公司")
    >>> day, record = date(2024, 3, 1), CreditRecord(id="1", subject=shop, kind=Kind.PENALTY)
    >>> file = CreditFile(shop).apply(Supplied(day=day, known_on=day, citation="M16", record=record))
    >>> [state.status.label.en for state in file.records], file.as_of(date(2024, 2, 29)).records
    (['active'], ())
    """

    schema_name: ClassVar[str] = "jscredit.credit-file"

    subject: Subject
    changes: tuple[Change, ...] = ()
    complete_since: Day | None = None

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        _ = self._holdings
        return self

    def _fold(self) -> None:
        held, changes = Holdings(self.subject), list[OneChange]()
        for place, change in enumerate(self.changes):
            try:
                held.add(change)
            except Refused as refusal:
                refuse("CreditFile", (_placed(fault, place) for fault in refusal.faults))
            if isinstance(change, Purged):
                changes[:] = emptied(changes, change)
            changes.append(change)
        object.__setattr__(self, "changes", tuple(changes))
        object.__setattr__(self, "_held", held)

    @property
    def _holdings(self) -> Holdings:
        if not hasattr(self, "_held"):  # made just now; or a copy, or unpickled: only the fields travel
            self._fold()
        return self._held

    @property
    def records(self) -> tuple[RecordState, ...]:
        """All records, archived ones too, in the order in which they came, each as it now stands."""
        return tuple(self._holdings.records.values())

    @property
    def archive(self) -> tuple[RecordState, ...]:
        """The records that were repaired or withdrawn: out of restraints and publications, still readable (M35)."""
        return tuple(state for state in self.records if state.status is not RecordStatus.ACTIVE)

    @property
    def entries(self) -> tuple[EntryState, ...]:
        """All list entries, ended ones too, in the order in which they came."""
        return tuple(self._holdings.entries.values())

    def apply(self, change: OneChange) -> Self:
        """The file with one more change.

        Raises:
            InvalidInput: ``change.type``, for what is no change.
            Refused: ``change.`` and the reason, with its clause: no citation (M36), not in order, another subject,
                an id that is unknown or taken, an archived record, a flag that is or is not there, no responsibility
                (M29), content that cannot be emptied (M14), an entry that has ended.
        """
        if not isinstance(change, BaseChange):
            raise InvalidInput(_NO_CHANGE)
        held = self._holdings.copy()
        held.add(change)
        before = emptied(self.changes, change) if isinstance(change, Purged) else self.changes
        return self._with((*before, change), held)

    def as_of(self, day: date) -> Self:
        """The file as it was known at the end of a day.

        What M14 purged later does not come back.
        """
        last = as_day(day)
        return dataclasses.replace(self, changes=tuple(change for change in self.changes if change.known_on <= last))

    def merged_with(self, other: Self) -> Self:
        """One file of two about the same subject (M18); a change that is in both is kept once.

        It is vouched for from the earlier of the two days.

        Raises:
            Refused: ``change.another-subject``, or what ``apply`` refuses: two different records under one id are
                never merged in silence.
        """
        if not self._holdings.is_about(other.subject):
            raise Refused(dataclasses.replace(refusals.ANOTHER_SUBJECT, field="subject"))
        vouched = [day for day in (self.complete_since, other.complete_since) if day]
        merged = type(self)(self.subject, (), min(vouched, default=None))
        for change in _merged(_purged_like(self, other), _purged_like(other, self)):
            merged = merged.apply(change)
        return merged

    def _with(self, changes: tuple[OneChange, ...], held: Holdings) -> Self:
        file = object.__new__(type(self))
        parts = {"subject": self.subject, "changes": changes, "complete_since": self.complete_since, "_held": held}
        for name, part in parts.items():
            object.__setattr__(file, name, part)
        return file


_NO_CHANGE = Fault(
    code="change.type",
    message=Label("不是变更", "it is no change"),
    cure=Label("请给出 Supplied、Corrected 等变更", "give a change, such as Supplied or Corrected"),
    clause="M36",
)


def _placed(fault: Fault, place: int) -> Fault:
    return dataclasses.replace(fault, field=f"changes.{place}.{fault.field}" if fault.field else f"changes.{place}")


def _purged_like(file: CreditFile, other: CreditFile) -> tuple[OneChange, ...]:
    changes = file.changes
    for purge in other.changes:
        if isinstance(purge, Purged) and purge not in changes:
            known = sum(change.known_on <= purge.known_on for change in changes)
            changes = (*emptied(changes[:known], purge), *changes[known:])
    return changes


def _merged(ours: tuple[OneChange, ...], theirs: Iterable[OneChange]) -> Iterable[OneChange]:
    left = Counter(ours)
    added = []
    for change in theirs:
        if left[change]:
            left[change] -= 1
        else:
            added.append(change)
    return heapq.merge(ours, added, key=lambda change: change.known_on)
