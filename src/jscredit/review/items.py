"""The parts of a review: a record, and a list entry, each with its answers."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from jscredit.classification import Classification, Item, classify
from jscredit.records import (
    CreditRecord,
    EntryState,
    ListEntry,
    ListSide,
    RecordState,
    mask_numbers_in,
)
from jscredit.review.rules import (
    BLACK_ENTRY_IN_FORCE,
    KEY_MONITORING,
    ON_OR_MONITORED,
    RECORD_NOT_COUNTED,
    TYPICAL_HONEST_SUBJECT,
    USABLE_FAILURE,
)
from jscredit.rules import Decision, Regime, Rule, Verdict
from jscredit.validity import ENTRY_IN_FORCE, FAILURE_INFORMATION, PERIOD_OF_USE, Validity, validity_of


class Lacking(NamedTuple):
    """A fact that is missing; ``of`` is the record or entry, None for the subject or the file."""

    of: str | None
    name: str

    def __repr__(self) -> str:
        return f"Lacking(of={self.of and mask_numbers_in(self.of)!r}, name={self.name!r})"


@dataclass(frozen=True)
class ReviewedRecord:
    """One record of the file, as a review sees it on its day.

    Attributes:
        state: the record as it stands in the file.
        facts: what the rules asked of it.
        on: the day of the review.
        regime: the law with its settings.
    """

    state: RecordState
    facts: Mapping[str, Any]
    on: dt.date
    regime: Regime

    @property
    def record(self) -> CreditRecord:
        """Its current version."""
        return self.state.record

    @property
    def flagged(self) -> bool:
        """Whether an objection is open on it. It counts all the same (M32, third paragraph)."""
        return self.state.flagged

    @property
    def source_id(self) -> str | None:
        """Of a record derived from a legal person's serious failure (M29), the record that it comes from."""
        return self.state.source_id

    @cached_property
    def usable(self) -> Verdict:
        """Whether a review may use it as a failure (M25)."""
        return USABLE_FAILURE.bind(self.regime).verdict(self.facts, self.on)

    @cached_property
    def decision(self) -> Decision:
        """The same with its reasons, its days and what is missing."""
        return self.decide(USABLE_FAILURE)

    @cached_property
    def classification(self) -> Classification:
        """Its class and items (M9 to M13)."""
        return classify(self.record, regime=self.regime)

    @cached_property
    def validity(self) -> Validity:
        """From when to when it is valid (M30)."""
        return validity_of(self.record, period_of_use=self.facts[PERIOD_OF_USE.name], regime=self.regime)

    @property
    def item(self) -> Item | None:
        """The item of M12 that it falls under first; None where that is open, or there is none."""
        return self.classification.primary

    @property
    def missing(self) -> tuple[str, ...]:
        """What it lacks, where it is open whether it may be used."""
        return self.lacking(self.decision)

    def decide(self, rule: Rule) -> Decision:
        """What a rule says of it on the day."""
        return rule.decide(self.facts, on=self.on, regime=self.regime)

    def lacking(self, decision: Decision) -> tuple[str, ...]:
        """What an answer lacks; for an open class, the record's own facts that would settle it."""
        names = set(decision.missing)
        if FAILURE_INFORMATION.name in names:
            names = names - {FAILURE_INFORMATION.name} | set(self.classification.missing)
        return tuple(sorted(names))

    def is_failure(self) -> bool | None:
        """Whether it is failure information; None where its class is open."""
        found: bool | None = self.facts[FAILURE_INFORMATION.name]
        return found

    def not_counted(self) -> Verdict:
        """Whether it stands in no way of three clean years (J8)."""
        return RECORD_NOT_COUNTED.bind(self.regime).verdict(self.facts, self.on)

    def typical(self) -> Verdict:
        """Whether it makes the subject a typical honest one (J7, J8)."""
        return TYPICAL_HONEST_SUBJECT.bind(self.regime).verdict(self.facts, self.on)

    def __hash__(self) -> int:
        return hash((self.record.id, self.on))

    def __reduce__(self) -> tuple[Any, ...]:
        return (_record_again, (self.state, dict(self.facts), self.on, self.regime))


@dataclass(frozen=True)
class ReviewedEntry:
    """One list entry of the file, as a review sees it on its day.

    Attributes:
        state: the entry as it stands in the file.
        facts: what the rules asked of it.
        on: the day of the review.
        regime: the law with its settings.
    """

    state: EntryState
    facts: Mapping[str, Any]
    on: dt.date
    regime: Regime

    @property
    def entry(self) -> ListEntry:
        """The entry."""
        return self.state.entry

    @property
    def is_black(self) -> bool:
        """Whether it is on a black list."""
        return self.entry.side is ListSide.BLACK

    @cached_property
    def in_force(self) -> Verdict:
        """Whether it is in force (J17, J20)."""
        return self._verdict(ENTRY_IN_FORCE)

    @cached_property
    def restricts(self) -> Verdict:
        """Whether it is a black-list entry in force (M28, J11)."""
        return self._verdict(BLACK_ENTRY_IN_FORCE)

    @cached_property
    def monitored(self) -> Verdict:
        """Whether the subject is under key monitoring for having left this list (J17)."""
        return self._verdict(KEY_MONITORING)

    @cached_property
    def watched(self) -> Verdict:
        """Whether it restricts, or is monitored."""
        return self._verdict(ON_OR_MONITORED)

    @property
    def decision(self) -> Decision:
        """Whether it is in force, with the reasons and the days."""
        return self.decide(ENTRY_IN_FORCE)

    @property
    def monitoring(self) -> Decision:
        """Whether the subject is monitored for it, with the reasons and the days."""
        return self.decide(KEY_MONITORING)

    @property
    def missing(self) -> tuple[str, ...]:
        """What it lacks, where it is open whether it is in force or monitored."""
        return tuple(sorted({*self.decision.missing, *self.decide(ON_OR_MONITORED).missing}))

    def decide(self, rule: Rule) -> Decision:
        """What a rule says of it on the day."""
        return rule.decide(self.facts, on=self.on, regime=self.regime)

    def _verdict(self, rule: Rule) -> Verdict:
        return rule.bind(self.regime).verdict(self.facts, self.on)

    def __hash__(self) -> int:
        return hash((self.entry.id, self.on))

    def __reduce__(self) -> tuple[Any, ...]:
        return (_entry_again, (self.state, dict(self.facts), self.on, self.regime))


def _record_again(state: RecordState, facts: dict[str, Any], on: dt.date, regime: Regime) -> ReviewedRecord:
    return ReviewedRecord(state, facts, on, regime)


def _entry_again(state: EntryState, facts: dict[str, Any], on: dt.date, regime: Regime) -> ReviewedEntry:
    return ReviewedEntry(state, facts, on, regime)
