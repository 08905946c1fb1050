"""M21: what of a file may be published on a day: only public, only what the catalogue names, only in its time."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, ClassVar

from pydantic.dataclasses import dataclass

from jscredit.catalog import Catalogue, CatalogueEntry
from jscredit.catalog.matching import entry_for
from jscredit.deadlines import as_day
from jscredit.errors import Fault, Label, Refused
from jscredit.records import CreditFile, Document, EntryState, ListSide, RecordState, SharingClass, Value, flat_row
from jscredit.records.value import STRICT, Day, Text
from jscredit.rules import JIANGSU_2018, Regime, Verdict
from jscredit.sharing.access import decide_access
from jscredit.sharing.marks import marks_of
from jscredit.sharing.model import AccessRequest, Requester
from jscredit.sharing.vocabulary import (
    PUBLICATION_CHANNELS,
    AccessRight,
    Channel,
    OpennessException,
    RequesterType,
)
from jscredit.validity import DELISTED, DELISTED_ON, ENTRY_IN_FORCE, VALID_FROM, VALID_UNTIL

LIMITED = Label(
    "本页只列可以向社会公开的信息，不表示没有其他信息",
    "this page shows what may be made public; it does not say that there is nothing else",
)
"""The one sentence that every publication carries: what may not be shown is neither listed nor counted."""

_THE_PUBLIC = Requester(type=RequesterType.PUBLIC)


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class PublishedField(Value):
    """One data element as it is published; a person's name and numbers are masked.

    Attributes:
        code: of the element.
        name: of the element.
        value: what it holds, as text.
    """

    code: Text
    name: Text
    value: Text


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class PublishedRecord(Value):
    """A record as it is published.

    Attributes:
        id: its number.
        entry: the code of its catalogue entry.
        fields: the elements of the entry that may be shown and hold something.
        flagged: whether an objection is open on it (M32, third paragraph).
    """

    id: Text
    entry: Text
    fields: tuple[PublishedField, ...]
    flagged: bool


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class PublishedListing(Value):
    """A list entry as it is published, for as long as it is valid (J20).

    Attributes:
        side: red or black.
        list_name: the list's name.
        determined_by: the name of the body that determined it.
        valid_from: the first day of its validity.
        valid_until: the last one.
    """

    side: ListSide
    list_name: Text | None = None
    determined_by: Text | None = None
    valid_from: Day | None = None
    valid_until: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class PublicationView(Document):
    """What of one file is published in a channel on a day. It holds masked names and numbers only.

    Attributes:
        on: the day.
        channel: one of the five.
        name: whom it is about, as it may be shown.
        records: the records that may be published.
        listings: the list entries that are in force.
    """

    schema_name: ClassVar[str] = "jscredit.publication-view"

    on: Day
    channel: Channel
    name: Text | None = None
    records: tuple[PublishedRecord, ...] = ()
    listings: tuple[PublishedListing, ...] = ()

    @property
    def limited(self) -> Label:
        """The sentence that stands beside it."""
        return LIMITED


def publication_view(  # noqa: PLR0913 - each is asked for by the article
    file: CreditFile,
    *,
    on: date,
    channel: Channel,
    catalogue: Catalogue | Iterable[Catalogue],
    exceptions: Mapping[str, tuple[OpennessException, ...]] | None = None,
    regime: Regime = JIANGSU_2018,
) -> PublicationView:
    """What of a file may be published on a day, as the file was known then (M21, M4, M30, J20).

    A record is shown where its catalogue entry is settled, its class is public, nothing bars it and its time is not
    over; of it, the elements that the entry names and whose own class is public. All else is neither listed nor
    counted. A flagged record is shown with its flag.

    Args:
        file: the file.
        on: the day.
        channel: where it is published.
        catalogue: the catalogues; those in force on the day count.
        exceptions: by the ids of records, what bars them from being made public beside what their entry says.
        regime: the law with its settings.

    Raises:
        Refused: ``publication.channel``: none of the five.
        InvalidInput: the day is no date; ``exceptions.unknown-record``.
        NotInForce: the regime is not in force on the day.

    >>> from jscredit.records import Level, Subject
    >>> nothing = Catalogue(id="c", edition="1", title="虚构市目录", level=Level.CITY)
    >>> file = CreditFile(Subject(name="张三"))
    >>> view = publication_view(file, on=date(2020, 3, 1), channel=Channel.CREDIT_JIANGSU_SITE, catalogue=nothing)
    >>> view.name, view.records
    ('张**', ())
    """
    day = as_day(on, field="on")
    regime.require_in_force(day)
    if channel not in PUBLICATION_CHANNELS:
        raise Refused(_CHANNEL)
    given = (catalogue,) if isinstance(catalogue, Catalogue) else tuple(catalogue)
    known, barred = file.as_of(day), marks_of(file, exceptions)
    return PublicationView(
        on=day,
        channel=channel,
        name=file.subject.shown_name,
        records=tuple(
            shown
            for state in known.records
            for shown in _record(state, day, channel, given, barred.get(state.record.id, ()), regime)
        ),
        listings=tuple(_listing(entry) for entry in known.entries if _in_force(entry, day, regime)),
    )


def _record(  # noqa: PLR0913, PLR0917 - the parts of one question
    state: RecordState,
    on: date,
    channel: Channel,
    catalogues: tuple[Catalogue, ...],
    exceptions: tuple[OpennessException, ...],
    regime: Regime,
) -> Iterator[PublishedRecord]:
    entry = entry_for(state.record, catalogues, on=on).entry
    if entry is None:
        return
    request = AccessRequest(
        requester=_THE_PUBLIC,
        state=state,
        entry=entry,
        channel=channel,
        right=AccessRight.PUBLICATION,
        exceptions=exceptions,
    )
    if decide_access(request, on=on, regime=regime).verdict is Verdict.YES:
        fields = tuple(_fields(state, entry))
        yield PublishedRecord(id=state.record.id, entry=entry.code, fields=fields, flagged=state.flagged)


def _fields(state: RecordState, entry: CatalogueEntry) -> Iterator[PublishedField]:
    """The elements that may be shown, each with its masked value."""
    row = flat_row(state.record)
    for element in entry.elements:
        value = row.get(element.field) if element.field is not None else None
        is_public = entry.class_of(element) is SharingClass.PUBLIC and not element.secrecy
        if is_public and value not in {None, ""}:
            yield PublishedField(code=element.code, name=element.label, value=_text(value))


def _text(value: Any) -> str:
    return {True: "是", False: "否"}[value] if isinstance(value, bool) else str(value)


def _in_force(entry: EntryState, on: date, regime: Regime) -> bool:
    row = {
        VALID_FROM.name: entry.entry.valid_from,
        VALID_UNTIL.name: entry.entry.valid_until,
        DELISTED.name: entry.delisted_on is not None,
        DELISTED_ON.name: entry.delisted_on,
    }
    return ENTRY_IN_FORCE.bind(regime).verdict(row, on) is Verdict.YES


def _listing(state: EntryState) -> PublishedListing:
    entry = state.entry
    return PublishedListing(
        side=entry.side,
        list_name=entry.list_name,
        determined_by=entry.determined_by.name if entry.determined_by is not None else None,
        valid_from=entry.valid_from,
        valid_until=entry.valid_until,
    )


_CHANNEL = Fault(
    code="publication.channel",
    message=Label("该渠道不是办法所列的公开渠道", "the channel is none of those in which information is published"),
    cure=Label("请选择所列五种渠道之一", "choose one of the five"),
    field="channel",
    clause="M21",
)
