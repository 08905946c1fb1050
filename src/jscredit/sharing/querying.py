"""M22, J24: a query of a whole file. What is given, by which right; and the entry in the log that goes with it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from jscredit.catalog import Catalogue
from jscredit.catalog.matching import entry_for
from jscredit.deadlines import as_day
from jscredit.errors import Fault, Label, Refused
from jscredit.records import CreditFile, RecordState
from jscredit.rules import JIANGSU_2018, Regime
from jscredit.sharing.access import Access, decide_access
from jscredit.sharing.log import LogEntry, QueryLog
from jscredit.sharing.marks import marks_of
from jscredit.sharing.model import AccessRequest, Authorisation, IdentityProof, OnlineAuthentication, Requester
from jscredit.sharing.vocabulary import AccessRight, Channel, OpennessException


class GivenRecord(NamedTuple):
    """A record that is given, and by what right."""

    state: RecordState
    right: AccessRight


class QueryAnswer(NamedTuple):
    """The answer to a query.

    Attributes:
        given: the records that the requester gets. What it may not see is neither listed nor counted here.
        log: the log with the entries of this query: one for each right by which records are given; one for a query
            that got nothing.
        accesses: by the ids of all records, what became of each: for the organisation, not for the requester.
    """

    given: tuple[GivenRecord, ...]
    log: QueryLog
    accesses: Mapping[str, Access]


def query_file(  # noqa: PLR0913 - each is asked for by the article
    file: CreditFile,
    *,
    requester: Requester,
    on: date,
    channel: Channel,
    ground: str,
    log: QueryLog,
    catalogue: Catalogue | Iterable[Catalogue],
    right: AccessRight | None = None,
    purpose: str | None = None,
    identity_proof: IdentityProof | None = None,
    authorisation: Authorisation | None = None,
    authentication: tuple[OnlineAuthentication, ...] = (),
    exceptions: Mapping[str, tuple[OpennessException, ...]] | None = None,
    regime: Regime = JIANGSU_2018,
) -> QueryAnswer:
    """Query a file: every record is decided by itself, and the query stands in the log (M20, M22, J24).

    There is no answer without its entry, so there is none where the entry would not be whole.

    Args:
        file: the file, as it stands.
        requester: who asks.
        on: the day.
        channel: through which channel.
        ground: for what, in words; it stands in the log.
        log: the log so far.
        catalogue: the catalogues; those in force on the day count.
        right: by which right it is asked; None: any.
        purpose: for what, in the words of the catalogue's scope of use.
        identity_proof: the proof of identity that was shown.
        authorisation: the proof of authorisation that was shown.
        authentication: the online authentications that were passed.
        exceptions: by the ids of records, what bars them from being made public beside what their entry says.
        regime: the law with its settings.

    Raises:
        Refused: ``query.not-loggable``: the log could not tell who asks, or for what.
        InvalidInput: the day is no date; ``exceptions.unknown-record``.

    >>> from jscredit.records import Body, Level, Subject
    >>> nothing = Catalogue(id="c", edition="1", title="虚构市目录", level=Level.CITY)
    >>> answer = query_file(
    ...     CreditFile(Subject(name="某店")),
    ...     requester=Requester(body=Body(name="虚构局")),
    ...     on=date(2020, 3, 1),
    ...     channel=Channel.EMBEDDED_INTERFACE,
    ...     ground="行政许可审查",
    ...     log=QueryLog(),
    ...     catalogue=nothing,
    ... )
    >>> len(answer.given), [entry.number for entry in answer.log.entries]
    (0, [1])
    """
    day = as_day(on, field="on")
    if (requester.body is None and requester.subject is None) or not ground.strip():
        raise Refused(_NOT_LOGGABLE)
    given = (catalogue,) if isinstance(catalogue, Catalogue) else tuple(catalogue)
    barred = marks_of(file, exceptions)
    accesses = {
        state.record.id: decide_access(
            AccessRequest(
                requester=requester,
                state=state,
                entry=entry_for(state.record, given, on=day).entry,
                channel=channel,
                purpose=purpose,
                right=right,
                identity_proof=identity_proof,
                authorisation=authorisation,
                authentication=authentication,
                exceptions=barred.get(state.record.id, ()),
            ),
            on=day,
            regime=regime,
        )
        for state in file.records
    }
    granted = tuple(
        GivenRecord(access.request.state, access.right) for access in accesses.values() if access.right is not None
    )
    entry = LogEntry(
        number=log.next_number, on=day, requester=requester, subject=file.subject, ground=ground, channel=channel
    )
    return QueryAnswer(granted, _logged(log, entry, granted), MappingProxyType(accesses))


def _logged(log: QueryLog, entry: LogEntry, granted: tuple[GivenRecord, ...]) -> QueryLog:
    """The log with this query: an entry for each right, or the one of a query that got nothing."""
    by_right: dict[AccessRight, list[str]] = {}
    for each in granted:
        by_right.setdefault(each.right, []).append(each.state.record.id)
    if not by_right:
        return log.with_entry(entry)
    for right, ids in by_right.items():
        log = log.with_entry(replace(entry, number=log.next_number, right=right, record_ids=tuple(ids)))
    return log


_NOT_LOGGABLE = Fault(
    code="query.not-loggable",
    message=Label("未载明查询方或查询事由，无法登记", "who asks or for what is not told, so it cannot be logged"),
    cure=Label("请给出查询方的名称和查询事由", "name the requester and the ground"),
    field="ground",
    clause="J24b",
)
