"""The credit review of one subject for one matter on one day (M25)."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from jscredit.deadlines import CalendarPeriod
from jscredit.errors import Lang
from jscredit.law import Citation, M
from jscredit.records import CreditFile, Kind, RecordState
from jscredit.review.days import any_verdict
from jscredit.review.facts import RowMaker, subject_row
from jscredit.review.findings import OutcomeSpan, lacking_in, left_out_of, outcome_timeline
from jscredit.review.green_channel import GreenChannel
from jscredit.review.items import Lacking, ReviewedEntry, ReviewedRecord
from jscredit.review.left_out import LeftOut
from jscredit.review.matters import BODY, MATTER, REVIEW_DUTY, Matter
from jscredit.review.notices import notices_of
from jscredit.review.outcome import Grounds, Outcome
from jscredit.review.viewer import Viewer, shows_entry, shows_record
from jscredit.rules import Basis, Decision, Notice, Regime, Verdict

if TYPE_CHECKING:
    from jscredit.measures import MeasureList, TriggeredMeasures

_YES, _NO, _OPEN = Verdict.YES, Verdict.NO, Verdict.UNDETERMINED


@dataclass(frozen=True)
class Review:
    """What a subject's file says for a matter on a day. Immutable, lazy, equal by its inputs.

    It speaks of the file as it was known on the day. That the file holds no ground is no certificate that there is
    none; only the green channel follows from silence, where somebody vouches for the file.

    Attributes:
        file: the whole file, as given.
        matter: for what the review is made.
        on: the day.
        viewer: who looks, and what it may see. What it may not see is neither listed nor counted.
        periods: the catalogue's periods of use by kind (M8), as pairs.
        regime: the law with its settings.
    """

    file: CreditFile
    matter: Matter
    on: dt.date
    viewer: Viewer
    periods: tuple[tuple[Kind, CalendarPeriod], ...]
    regime: Regime

    @property
    def outcome(self) -> Outcome:
        """The outcome by the law's grounds; undetermined where missing facts leave more than one."""
        return self.grounds.outcome

    @property
    def best(self) -> Outcome:
        """The best outcome that the missing facts leave; the outcome itself where none is missing."""
        return self.grounds.best

    @property
    def worst(self) -> Outcome:
        """The worst outcome that they leave."""
        return self.grounds.worst

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the unknown facts and open terms that leave the outcome open; empty where it is settled."""
        return tuple(dict.fromkeys(each.name for each in self.lacking))

    @property
    def lacking(self) -> tuple[Lacking, ...]:
        """The same, each with the record or entry that lacks it."""
        return tuple(dict.fromkeys(lacking_in(self)))

    @property
    def limited(self) -> bool:
        """Whether the view is limited: then nothing follows from what it does not show."""
        return self.viewer.is_limited

    @property
    def mandatory(self) -> bool | None:
        """Whether M25 asks for this review; None where the kind of the body is not stated. Others only look up."""
        return {_YES: True, _NO: False, _OPEN: None}[self.duty.verdict]

    @cached_property
    def duty(self) -> Decision:
        """The same with its reasons."""
        row = {MATTER.name: self.matter, BODY.name: self.viewer.body}
        return REVIEW_DUTY.decide(row, on=self.on, regime=self.regime)

    @cached_property
    def failures(self) -> tuple[ReviewedRecord, ...]:
        """The failures that may be used (M25, M30), those under objection too (M32, third paragraph)."""
        return tuple(record for record in self.records if record.usable is _YES)

    @property
    def open_failures(self) -> tuple[ReviewedRecord, ...]:
        """The records of which missing facts leave it open whether they may be used as failures."""
        return tuple(record for record in self.records if record.usable is _OPEN)

    @property
    def flagged(self) -> tuple[ReviewedRecord, ...]:
        """The usable failures with an open objection. They count."""
        return tuple(record for record in self.failures if record.flagged)

    @property
    def entries(self) -> tuple[ReviewedEntry, ...]:
        """The list entries in force, red and black."""
        return tuple(entry for entry in self.listed if entry.in_force is _YES)

    @property
    def open_entries(self) -> tuple[ReviewedEntry, ...]:
        """The entries of which missing facts leave it open whether they are in force, or monitored."""
        return tuple(entry for entry in self.listed if _OPEN in (entry.in_force, entry.monitored))

    @property
    def monitoring(self) -> tuple[ReviewedEntry, ...]:
        """The black lists that the subject left and for which it stays under key monitoring (J17)."""
        return tuple(entry for entry in self.listed if entry.monitored is _YES)

    @property
    def persons(self) -> tuple[ReviewedRecord, ...]:
        """The records that stand here because the subject is responsible for a legal person's serious failure (M29)."""
        return tuple(record for record in self.records if record.source_id is not None)

    @cached_property
    def measures(self) -> "tuple[TriggeredMeasures, ...]":
        """What each list entry that is or may be in force triggers for the matter (M28), by the text's own measures."""
        if all(entry.in_force is _NO for entry in self.listed):
            return ()
        from jscredit.review.triggered import measures_of

        return measures_of(self)

    def measures_by(self, measures: "MeasureList") -> "tuple[TriggeredMeasures, ...]":
        """The same by an issued measure list (J16).

        Raises:
            Refused: the list is not in use on the day.
        """
        from jscredit.review.triggered import measures_of

        return measures_of(self, measures)

    @cached_property
    def green_channel(self) -> GreenChannel:
        """Whether the subject qualifies for the green channel (J8), since when and until when."""
        black = tuple(entry for entry in self.listed if entry.is_black)
        row = subject_row(self._known, self.regime, whole=not self.limited)
        return GreenChannel(self.records, black, row, not self.limited, self.on, self.regime)

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """What the viewer may see and the review does not count, each with all reasons and clauses."""
        return tuple(left_out_of(self))

    @property
    def by_kind(self) -> Mapping[Kind, tuple[RecordState, ...]]:
        """All records that the viewer may see, archived ones too, by kind."""
        kinds = dict.fromkeys(record.record.kind for record in self.records)
        return MappingProxyType(
            {kind: tuple(each.state for each in self.records if each.record.kind is kind) for kind in kinds}
        )

    @property
    def timeline(self) -> tuple[OutcomeSpan, ...]:
        """The outcome from the day on, as far as the file tells: as if nothing else came."""
        return outcome_timeline(self)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What to know beside the outcome, each once."""
        return notices_of(self)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The clauses of matter and outcome, and the items of the failures, each once."""
        grounds = (self.outcome, self.worst, self.best)
        items = (item.citation for failure in self.failures for item in failure.classification.items)
        flagged = (M.article(32, paragraph=3),) if self.flagged else ()
        cited = (citation for ground in grounds for citation in ground.citations)
        return tuple(dict.fromkeys((self.matter.citation, *cited, *items, *flagged)))

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """All decisions that the review rests on."""
        failures = (each.decision for each in self.records if each.is_failure() is not False)
        entries = (decision for each in self.listed for decision in (each.decision, each.monitoring))
        return (self.duty, *failures, *entries, *self.green_channel.decisions)

    @property
    def basis(self) -> Basis:
        """The regime, readings, settings, calendar edition and version that it rests on."""
        each = [decision.basis for decision in self.decisions]
        readings = tuple(dict.fromkeys(reading for basis in each for reading in basis.readings))
        settings = tuple(dict.fromkeys(setting for basis in each for setting in basis.settings))
        return Basis(each[0].regime, readings, settings, each[0].calendar_edition, each[0].version)

    def explain(self, lang: Lang = "zh") -> str:
        """The review as text for a case file, in Chinese unless told."""
        from jscredit.review.review_text import explained

        return explained(self, lang)

    def to_public_json(self) -> str:
        """The review as a JSON document to be shown, personal data masked; it never loads back."""
        from jscredit.review.review_documents import public_text

        return public_text(self)

    def to_storage_json(self) -> str:
        """The review as a JSON document to be kept, with all its inputs; ``restored_review`` replays it."""
        from jscredit.review.review_documents import storage_text

        return storage_text(self)

    def _repr_html_(self) -> str:
        from jscredit.review.review_text import as_html

        return as_html(self)

    @cached_property
    def records(self) -> tuple[ReviewedRecord, ...]:
        """The records that the viewer may see, archived ones too, in the order in which they came."""
        found = ((state, self._rows.of_record(state)) for state in self._known.records)
        return tuple(
            ReviewedRecord(state, row, self.on, self.regime)
            for state, row in found
            if shows_record(self.viewer, state, row, self.on, self.regime)
        )

    @cached_property
    def listed(self) -> tuple[ReviewedEntry, ...]:
        """The list entries that the viewer may see, ended ones too, in the order in which they came."""
        found = ((state, self._rows.of_entry(state)) for state in self._known.entries)
        return tuple(
            ReviewedEntry(state, row, self.on, self.regime)
            for state, row in found
            if shows_entry(self.viewer, row, self.on, self.regime)
        )

    @cached_property
    def _rows(self) -> RowMaker:
        return RowMaker(self.regime, dict(self.periods))

    @cached_property
    def _known(self) -> CreditFile:
        """The file as known on the day. Its changes stand in the order in which they became known."""
        changes = self.file.changes
        return self.file if not changes or changes[-1].known_on <= self.on else self.file.as_of(self.on)

    @cached_property
    def grounds(self) -> Grounds:
        """The four answers that the outcome rests on."""
        return Grounds(
            any_verdict(entry.restricts for entry in self.listed),
            any_verdict(record.usable for record in self.records),
            any_verdict(entry.watched for entry in self.listed),
            self.green_channel.verdict,
        )

    def __hash__(self) -> int:
        return hash((self.file.subject, self.matter, self.on))

    def __reduce__(self) -> tuple[Any, ...]:
        return (Review, (self.file, self.matter, self.on, self.viewer, self.periods, self.regime))

    def __repr__(self) -> str:
        return f"<Review for {self.matter} on {self.on}: {self.outcome}>"
