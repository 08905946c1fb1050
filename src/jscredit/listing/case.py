"""What a red and a black listing share: the subject, the list, the body, the criterion, what it rests on, the entry."""

from datetime import date, timedelta
from typing import Any, ClassVar

from pydantic.dataclasses import dataclass

from jscredit.errors import Lang
from jscredit.listing.after_events import EntryPublished, Exited, WithdrawnAsWrong
from jscredit.listing.competences import DeterminingBody
from jscredit.listing.criteria import Criterion
from jscredit.listing.events import BlackListDetermined, MatchDecided, RedListDetermined
from jscredit.listing.grounds import Basis
from jscredit.listing.publication import ListChannel
from jscredit.procedure import Case
from jscredit.records import DelistingGround, EntryState, Listed, ListEntry, ListSide, Subject
from jscredit.records.value import STRICT, Text


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ListingCase(Case):
    """One subject's way onto one list and off it. See ``RedListCase`` and ``BlackListCase``.

    Attributes:
        number: the case's number.
        subject: who is to be listed.
        list_name: the list.
        field: its field, in the words of criterion and body.
        body: who determines.
        criterion: by what.
        national: the national criteria that the body knows of; None where it has not looked.
        basis: what the listing rests on.
        entry_id: the number of the entry, once there is one.
    """

    side: ClassVar[ListSide]

    number: Text
    subject: Subject
    list_name: Text
    field: Text
    body: DeterminingBody
    criterion: Criterion
    national: tuple[Criterion, ...] | None = ()
    basis: Basis = Basis()
    entry_id: Text

    @property
    def set_by(self) -> str | None:
        """The norm that sets another procedure than that of J6; None where the case follows J6."""
        return self.followed.source

    @property
    def determination(self) -> RedListDetermined | BlackListDetermined | None:
        """The event by which the subject was listed, if it was."""
        return self.last(RedListDetermined) or self.last(BlackListDetermined)

    @property
    def entry(self) -> ListEntry | None:
        """The entry that was determined; None before."""
        return next((change.entry for change in self.changes if isinstance(change, Listed)), None)

    @property
    def listed(self) -> ListEntry:
        """The entry, in a stage that is reached by the determination alone."""
        entry = self.entry
        if entry is None:
            raise LookupError(self.stage.value)
        return entry

    @property
    def entry_state(self) -> EntryState | None:
        """The entry as it stands now; ``entry_in_force``, ``list_publication`` and ``key_monitoring`` take it."""
        entry = self.entry
        if entry is None:
            return None
        end = self.end
        if end is None:
            return EntryState(entry=entry)
        ground = end.ground if isinstance(end, Exited) else DelistingGround.WITHDRAWN_AS_WRONG
        return EntryState(entry=entry, delisted_on=first_day_off(entry, end), ground=ground)

    @property
    def channels(self) -> tuple[ListChannel, ...]:
        """Where the entry was published: its end is announced there too (J17)."""
        used = {channel for one in self.events if isinstance(one, EntryPublished) for channel in one.channels}
        return tuple(channel for channel in ListChannel if channel in used)

    @property
    def end(self) -> Exited | WithdrawnAsWrong | None:
        """How it left the list, if it did."""
        return self.last(Exited) or self.last(WithdrawnAsWrong)

    def decisions(self) -> dict[tuple[str, str], bool]:
        """What persons decided about doubtful entries, by list and entry; the latest counts."""
        return {
            (one.list_name, one.entry_id): one.counts.finding for one in self.events if isinstance(one, MatchDecided)
        }

    def explain(self, lang: Lang = "zh") -> str:
        """Where the case stands, by which procedure, and the steps that led there."""
        stop = "：" if lang == "zh" else ": "
        head = f"{self.followed.label.text(lang)}{stop}{self.stage.label.text(lang)} [{self._source(lang)}]"
        return "\n".join((head, *(f"{event.on} {type(event).label.text(lang)}" for event in self.events)))

    def _source(self, lang: Lang) -> str:
        return self.set_by or self.followed.citation.short.text(lang)


def first_day_off(entry: ListEntry, end: Exited | WithdrawnAsWrong) -> date:
    """The first day on which an entry no longer holds: after its last day, or that of the order; else of the event."""
    if isinstance(end, Exited) and end.ground is DelistingGround.PERIOD_OVER and entry.valid_until:
        return entry.valid_until + timedelta(1)
    return end.order.on if isinstance(end, Exited) and end.order else end.on


def change_head(case: ListingCase, event: Any, clause: str) -> dict[str, Any]:
    """What every change of a case has."""
    return {"day": event.on, "known_on": event.on, "citation": clause, "case": case.number}
