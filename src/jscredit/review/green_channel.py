"""The green channel (J8): by a typical honest subject's honour, or by three years without a bad record."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jscredit.law import Citation, J
from jscredit.records import Kind, Vocabulary
from jscredit.review.days import Spread, all_of, all_verdicts, any_of, any_verdict, spread_of
from jscredit.review.items import Lacking, ReviewedEntry, ReviewedRecord
from jscredit.review.matters import Matter
from jscredit.review.rules import (
    ENTRY_NOT_COUNTED,
    RECORD_NOT_COUNTED,
    THREE_YEARS_KNOWN,
    TYPICAL_HONEST_SUBJECT,
    UNSEEN_BAD_RECORD,
    UNVOUCHED_UNTIL,
)
from jscredit.rules import Decision, Regime, Verdict

COMPLETE_SINCE = "complete_since"
WHOLE_FILE_NEEDED = "whole_file"
COMMENDED = (Kind.COMMENDATION, Kind.AWARD)
_SILENCE = frozenset({UNSEEN_BAD_RECORD.name, UNVOUCHED_UNTIL.name})


class Convenience(Vocabulary):
    """The six conveniences of J8. Each *may* be given, on the basis of a regulation or rule and as the case allows."""

    GREEN_CHANNEL = "green_channel", "绿色通道", "green channel"
    ACCEPTANCE_WITH_MISSING_DOCUMENTS = (
        "acceptance_with_missing_documents",
        "容缺受理",
        "acceptance with missing documents",
    )
    COMMITMENT_FIRST_DOCUMENTS_LATER = (
        "commitment_first_documents_later",
        "先信用承诺后补材料",
        "commitment first, documents later",
    )
    OPTIMISED_INSPECTION = "optimised_inspection", "优化检查方式", "optimised inspection"
    FEWER_INSPECTIONS = "fewer_inspections", "减少检查频次", "fewer inspections"
    JOINT_INSPECTION = "joint_inspection", "联合检查", "joint inspection"


_IN_APPROVALS, _IN_INSPECTIONS = tuple(Convenience)[:3], tuple(Convenience)[3:]
FORCE = "may"
"""The force of the conveniences: no subject has a claim to them."""


@dataclass(frozen=True)
class GreenChannel:
    """Whether a subject qualifies for the green channel on a day. Immutable, lazy, equal by its inputs.

    Attributes:
        records: the records that a review sees.
        entries: the black-list entries that it sees.
        subject: what the rules asked of the subject and the file.
        whole: whether the whole file is seen; of a part nothing follows from silence.
        on: the day.
        regime: the law with its settings.
    """

    records: tuple[ReviewedRecord, ...]
    entries: tuple[ReviewedEntry, ...]
    subject: Mapping[str, Any]
    whole: bool
    on: dt.date
    regime: Regime

    @cached_property
    def verdict(self) -> Verdict:
        """Whether it qualifies, either way."""
        return any_verdict((self.by_honour, self.by_clean_years))

    @cached_property
    def by_honour(self) -> Verdict:
        """Whether it is a typical honest subject (J7)."""
        return any_verdict(record.typical() for record in self._honoured)

    @cached_property
    def by_clean_years(self) -> Verdict:
        """Whether it had three consecutive years without a bad record."""
        bound = THREE_YEARS_KNOWN.bind(self.regime)
        return all_verdicts(
            (
                *(record.not_counted() for record in self._failures),
                *(ENTRY_NOT_COUNTED.bind(self.regime).verdict(entry.facts, self.on) for entry in self.entries),
                bound.verdict(self.subject, self.on),
            )
        )

    @property
    def honours(self) -> tuple[ReviewedRecord, ...]:
        """The honours that make it a typical honest subject."""
        return tuple(record for record in self._honoured if record.typical() is Verdict.YES)

    @property
    def in_the_way(self) -> tuple[tuple[ReviewedRecord | ReviewedEntry, Decision], ...]:
        """The bad records of the three years, each with the decision; its ``earliest`` is the first day without it."""
        return tuple(pair for pair in self._counting if pair[1].verdict is Verdict.NO)

    @property
    def since(self) -> dt.date | None:
        """The first day of the run of days on which it qualifies; None where it does not qualify on the day.

        It is never before the first day on which the law is in force. What became known later counts for the past too.
        """
        return self.spread.run(self.on, self.regime).first if self.verdict is Verdict.YES else None

    @property
    def until(self) -> dt.date | None:
        """The last day of that run, as far as the file tells; None where it is open, or it does not qualify."""
        return self.spread.run(self.on, self.regime).last if self.verdict is Verdict.YES else None

    @property
    def earliest(self) -> dt.date | None:
        """The first day from the one asked about on which it qualifies, if nothing else comes; None where none does."""
        spans = self.spread.spans(self.on, self.regime.in_force_to)
        return next((span.first for span in spans if span.verdict is Verdict.YES), None)

    @cached_property
    def spread(self) -> Spread:
        """The days on which it qualifies, and on which it may."""
        honours = (spread_of(record.decide(TYPICAL_HONEST_SUBJECT)) for record in self._honoured)
        clean = all_of(spread_of(decision) for decision in self._clean_decisions)
        return any_of((*honours, clean))

    def conveniences(self, matter: Matter) -> tuple[Convenience, ...]:
        """What may be granted in a matter where it qualifies; never owed."""
        if self.verdict is not Verdict.YES:
            return ()
        by_matter = {Matter.ADMINISTRATIVE_LICENSING: _IN_APPROVALS, Matter.DAILY_SUPERVISION: _IN_INSPECTIONS}
        return by_matter.get(matter, ())

    @property
    def missing(self) -> tuple[str, ...]:
        """What is missing, where it is open whether it qualifies: names of facts, each once."""
        return tuple(dict.fromkeys(each.name for each in self.lacking))

    @property
    def lacking(self) -> tuple[Lacking, ...]:
        """The same, each with the record or entry that lacks it."""
        if self.verdict is not Verdict.UNDETERMINED:
            return ()
        return tuple(dict.fromkeys(self._lacking()))

    def _lacking(self) -> Iterator[Lacking]:
        for record in self._honoured:
            if record.typical() is Verdict.UNDETERMINED:
                names = record.lacking(record.decide(TYPICAL_HONEST_SUBJECT))
                yield from (Lacking(record.record.id, name) for name in names)
        if self.by_clean_years is Verdict.NO:
            return
        for part, decision in self._counting:
            names = part.lacking(decision) if isinstance(part, ReviewedRecord) else decision.missing
            yield from (Lacking(_id(part), name) for name in names)
        for name in self._years.missing:
            yield Lacking(None, self._told(name))

    def _told(self, name: str) -> str:
        if name not in _SILENCE:
            return name
        return COMPLETE_SINCE if self.whole else WHOLE_FILE_NEEDED

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The clauses."""
        return (J.article(8), J.article(7)) if self.by_honour is not Verdict.NO else (J.article(8),)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """All decisions that the answer rests on."""
        honours = (record.decide(TYPICAL_HONEST_SUBJECT) for record in self._honoured)
        return (*honours, *self._clean_decisions)

    @property
    def _clean_decisions(self) -> Iterable[Decision]:
        return (*(decision for _, decision in self._counting), self._years)

    @cached_property
    def _years(self) -> Decision:
        return THREE_YEARS_KNOWN.decide(self.subject, on=self.on, regime=self.regime)

    @property
    def _failures(self) -> tuple[ReviewedRecord, ...]:
        return tuple(record for record in self.records if record.is_failure() is not False)

    @property
    def _honoured(self) -> tuple[ReviewedRecord, ...]:
        return tuple(record for record in self.records if record.record.kind in COMMENDED)

    @cached_property
    def _counting(self) -> tuple[tuple[ReviewedRecord | ReviewedEntry, Decision], ...]:
        records = ((record, record.decide(RECORD_NOT_COUNTED)) for record in self._failures)
        entries = ((entry, entry.decide(ENTRY_NOT_COUNTED)) for entry in self.entries)
        return (*records, *entries)

    def __hash__(self) -> int:
        return hash((self.records, self.on))

    def __reduce__(self) -> tuple[Any, ...]:
        inputs = (self.records, self.entries, dict(self.subject), self.whole, self.on, self.regime)
        return (GreenChannel, inputs)


def _id(part: ReviewedRecord | ReviewedEntry) -> str:
    return part.record.id if isinstance(part, ReviewedRecord) else part.entry.id
