"""J24, second paragraph: the log of queries. No query about a person without an entry; and what is missing in a log."""

import dataclasses
from collections.abc import Iterable, Iterator
from typing import Annotated, ClassVar

from pydantic import Field
from pydantic.dataclasses import dataclass

from jscredit.errors import Lang
from jscredit.records import CreditRecord, Document, Subject, Value, Vocabulary, same_subject
from jscredit.records.value import STRICT, Day, Text
from jscredit.sharing.model import Requester
from jscredit.sharing.vocabulary import AccessRight, Channel

# Bounded, so that no number of a person can stand in its place.
EntryNumber = Annotated[int, Field(ge=1, le=10**12)]


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class LogEntry(Value):
    """One query. What is None was not recorded, and is a gap; of a query that got nothing there is no right.

    Attributes:
        number: its number in the log, from 1.
        on: when.
        requester: who asked.
        subject: about whom.
        ground: for what, in the words of the requester.
        right: by what right it was answered.
        channel: through which channel.
        record_ids: the records that were given; none: it was refused, or there were none.
    """

    number: EntryNumber
    on: Day | None = None
    requester: Requester | None = None
    subject: Subject | None = None
    ground: Text | None = None
    right: AccessRight | None = None
    channel: Channel | None = None
    record_ids: tuple[Text, ...] = ()

    @property
    def unrecorded(self) -> tuple[str, ...]:
        """Which of who, about whom, when, ground and right it does not tell."""
        asked = ["on", "requester", "subject", "ground", *(["right"] if self.record_ids else [])]
        return tuple(name for name in asked if getattr(self, name) is None)


class GapKind(Vocabulary):
    """What is wrong with a log."""

    FIELD_MISSING = "field_missing", "登记不全", "an entry is not whole"
    NUMBER_MISSING = "number_missing", "编号中断", "a number is missing"
    NUMBER_REPEATED = "number_repeated", "编号重复或倒序", "a number stands twice, or out of order"
    OUT_OF_ORDER = "out_of_order", "日期倒序", "a day before that of the entry before it"
    NOT_LOGGED = "not_logged", "提供信息未登记", "information was given without an entry"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class LogGap(Value):
    """Something that a log lacks.

    Attributes:
        kind: what.
        number: the entry, by its number; of a missing number, that number.
        fields: what the entry does not tell.
        disclosure: what was given without an entry, by its place from 0.
    """

    kind: GapKind
    number: int | None = None
    fields: tuple[Text, ...] = ()
    disclosure: int | None = None

    def explain(self, lang: Lang = "zh") -> str:
        """The gap as one line."""
        at = self.number if self.number is not None else self.disclosure
        told = f" ({', '.join(self.fields)})" if self.fields else ""
        return f"{self.kind.label.text(lang)} #{at}{told}"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Disclosure(Value):
    """Information that was given, as known from elsewhere than the log: to hold the log against.

    Attributes:
        on: when.
        requester: to whom.
        subject: about whom.
        record_ids: which records.
    """

    on: Day
    requester: Requester
    subject: Subject
    record_ids: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class QueryLog(Document):
    """The log of queries, oldest first. It may hold gaps: ``log_gaps`` finds them.

    >>> log = QueryLog().with_entry(LogEntry(number=1, ground="办理贷款"))
    >>> [gap.explain("en") for gap in log_gaps(log)]
    ['an entry is not whole #1 (on, requester, subject)']
    """

    schema_name: ClassVar[str] = "jscredit.query-log"

    entries: tuple[LogEntry, ...] = ()

    @property
    def next_number(self) -> int:
        """The number of the next entry."""
        return max((entry.number for entry in self.entries), default=0) + 1

    def with_entry(self, entry: LogEntry) -> "QueryLog":
        """The log with one more entry."""
        return dataclasses.replace(self, entries=(*self.entries, entry))


def log_gaps(log: QueryLog, *, disclosures: Iterable[Disclosure] = ()) -> tuple[LogGap, ...]:
    """Everything that a log lacks: entries that are not whole, numbers that are missing, what was given without one.

    A log whose last entries were cut off shows that only against what was given (``disclosures``).
    """
    return (*_order(log), *_not_logged(log, tuple(disclosures)))


def _order(log: QueryLog) -> Iterator[LogGap]:
    expected, latest = 1, None
    for entry in log.entries:
        yield from (LogGap(kind=GapKind.NUMBER_MISSING, number=n) for n in range(expected, entry.number))
        if entry.number < expected:
            yield LogGap(kind=GapKind.NUMBER_REPEATED, number=entry.number)
        expected = max(expected, entry.number + 1)
        if entry.unrecorded:
            yield LogGap(kind=GapKind.FIELD_MISSING, number=entry.number, fields=entry.unrecorded)
        if entry.on is not None:
            if latest is not None and entry.on < latest:
                yield LogGap(kind=GapKind.OUT_OF_ORDER, number=entry.number)
            latest = entry.on if latest is None else max(latest, entry.on)


def _not_logged(log: QueryLog, disclosures: tuple[Disclosure, ...]) -> Iterator[LogGap]:
    for place, given in enumerate(disclosures):
        if not any(_tells(entry, given) for entry in log.entries):
            yield LogGap(kind=GapKind.NOT_LOGGED, disclosure=place)


def _tells(entry: LogEntry, given: Disclosure) -> bool:
    """Whether an entry is of this disclosure."""
    return (
        entry.on == given.on
        and entry.requester == given.requester
        and entry.subject is not None
        and same_subject(entry.subject, given.subject) is True
        and set(given.record_ids) <= set(entry.record_ids)
    )


def given_to(record: CreditRecord, log: QueryLog) -> tuple[Requester, ...]:
    """To whom a record had been given, each once, in the order of the log: they are told of its correction (M32¶4).

    An entry that does not tell about whom it was, or leaves that open, counts: nobody may be left out in silence. An
    entry that does not tell who asked is a gap (``log_gaps``) and names nobody.

    >>> from jscredit.records import Body, Kind, Subject
    >>> shop, bank = Subject(name="某店"), Requester(body=Body(name="虚构银行"))
    >>> record = CreditRecord(id="1", subject=shop, kind=Kind.AWARD)
    >>> entry = LogEntry(number=1, requester=bank, subject=shop, record_ids=("1",))
    >>> [to.shown_name for to in given_to(record, QueryLog(entries=(entry,)))]
    ['虚构银行']
    """
    found = (
        entry.requester
        for entry in log.entries
        if record.id in entry.record_ids and not _of_another(entry.subject, record.subject)
    )
    return tuple(dict.fromkeys(requester for requester in found if requester is not None))


def _of_another(one: Subject | None, other: Subject) -> bool:
    return one is not None and same_subject(one, other) is False
