"""What the changes of a file add up to, for one record and for one list entry."""

from pydantic.dataclasses import dataclass

from jscredit.records.changes import Flagged
from jscredit.records.list_entry import ListEntry
from jscredit.records.record import CreditRecord
from jscredit.records.value import STRICT, Day, Text, Value
from jscredit.records.vocabulary import DelistingGround, RecordStatus


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class RecordState(Value):
    """A record as it stands in a file.

    Attributes:
        record: its current version.
        status: active, or archived as repaired or withdrawn.
        since: the day from which it has this status.
        flags: the objections that are open on it. A flag changes neither status nor use (M32, third paragraph).
        versions: the earlier versions, the oldest first.
        purged: the fields that were emptied under M14.
        source_id: of a derived record (M29), the record that it comes from.
    """

    record: CreditRecord
    status: RecordStatus
    since: Day
    flags: tuple[Flagged, ...] = ()
    versions: tuple[CreditRecord, ...] = ()
    purged: tuple[Text, ...] = ()
    source_id: Text | None = None

    @property
    def flagged(self) -> bool:
        """Whether an objection is open on it."""
        return bool(self.flags)


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class EntryState(Value):
    """A list entry as it stands in a file.

    Attributes:
        entry: the entry.
        delisted_on: the first day on which it no longer holds, where it was ended. Its own last day is
            ``entry.valid_until``.
        ground: why it was ended.
    """

    entry: ListEntry
    delisted_on: Day | None = None
    ground: DelistingGround | None = None
