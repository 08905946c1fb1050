"""What can happen to a credit file: a closed list of changes, each with its days, citation and case (M36)."""

from typing import Annotated, Literal

from pydantic import Discriminator
from pydantic.dataclasses import dataclass

from jscredit.records.judgement import Judgement
from jscredit.records.list_entry import ListEntry
from jscredit.records.record import CreditRecord
from jscredit.records.value import STRICT, Day, Text, Value
from jscredit.records.vocabulary import DelistingGround


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class BaseChange(Value):
    """What every change has.

    Attributes:
        day: the day from which it counts.
        known_on: the day on which it became known to the file; not before ``day``.
        citation: the procedure that made it: an id of the clause ledger, or a citation in words. A file refuses a
            change without one (M36).
        case: the number of the case or document, where there is one.
    """

    day: Day
    known_on: Day
    citation: Text | None = None
    case: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Supplied(BaseChange):
    """A provider supplied a record (M16)."""

    type: Literal["supplied"] = "supplied"
    record: CreditRecord


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Attributed(BaseChange):
    """A legal person's serious failure was recorded for a person responsible for it too (M29).

    Attributes:
        source_id: the record in the file of the legal person.
        record: the derived record; it keeps the source's day of determination.
        responsibility: the finding that this person bears responsibility.
    """

    type: Literal["attributed"] = "attributed"
    source_id: Text
    record: CreditRecord
    responsibility: Judgement


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Corrected(BaseChange):
    """A record was found wrong and replaced by a right version (M32); the old version stays readable."""

    type: Literal["corrected"] = "corrected"
    record_id: Text
    record: CreditRecord


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Flagged(BaseChange):
    """A record was flagged while an objection is dealt with; publication and use go on (M32, third paragraph)."""

    type: Literal["flagged"] = "flagged"
    record_id: Text
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Unflagged(BaseChange):
    """The flag of the same case was taken off again (M32, fourth paragraph)."""

    type: Literal["unflagged"] = "unflagged"
    record_id: Text


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Repaired(BaseChange):
    """A repair was adopted; the record is kept as archive (M35)."""

    type: Literal["repaired"] = "repaired"
    record_id: Text


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Withdrawn(BaseChange):
    """A record was withdrawn as wrong; it is kept as archive (M32, J24)."""

    type: Literal["withdrawn"] = "withdrawn"
    record_id: Text
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Purged(BaseChange):
    """Content that M14 forbids was taken out of every version; this change is the empty marker that stays.

    It is the one exception to "nothing is deleted". ``element`` names a field of the record that may be unknown.
    """

    type: Literal["purged"] = "purged"
    record_id: Text
    element: Text


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Listed(BaseChange):
    """The subject was put on a red or black list (M17)."""

    type: Literal["listed"] = "listed"
    entry: ListEntry


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Delisted(BaseChange):
    """An entry ended; ``day`` is the first day on which it no longer holds (J17)."""

    type: Literal["delisted"] = "delisted"
    entry_id: Text
    ground: DelistingGround


OneChange = Supplied | Attributed | Corrected | Flagged | Unflagged | Repaired | Withdrawn | Purged | Listed | Delisted

Change = Annotated[OneChange, Discriminator("type")]
"""Any change, told apart by ``type``."""
