"""M37, M36: which of the eight breaches a history shows. No liability is computed: that is for those named there."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from jscredit.deadlines import as_day
from jscredit.procedure import Duty
from jscredit.records import OneChange
from jscredit.sharing.access import Access
from jscredit.sharing.audit_report import Audit, Finding, FindingKind, Obligation
from jscredit.sharing.histories import altered, backdated, reference_of, removed
from jscredit.sharing.log import Disclosure, GapKind, QueryLog, log_gaps
from jscredit.sharing.vocabulary import AccessOutcome, Breach


def obligations_of(case: str, duties: Iterable[Duty]) -> tuple[Obligation, ...]:
    """The duties of a case that have a last day, as an audit takes them.

    >>> obligations_of("异2020-1", ())
    ()
    """
    return tuple(
        Obligation(reference=case, due=duty.deadline.due, done_on=duty.done_on)
        for duty in duties
        if duty.deadline is not None
    )


def audit_history(  # noqa: PLR0913 - each part of a history is given by itself
    *,
    on: date,
    changes: Sequence[OneChange] | None = None,
    earlier: Sequence[OneChange] | None = None,
    earlier_on: date | None = None,
    log: QueryLog | None = None,
    disclosures: Sequence[Disclosure] = (),
    given: Sequence[Access] | None = None,
    objections: Sequence[Obligation] | None = None,
    supplies: Sequence[Obligation] | None = None,
) -> Audit:
    """The breaches of M37 that a history shows, each with what shows it. What is None was not handed in.

    Args:
        on: the day of the audit; what is not done by then and was due before is overdue.
        changes: the history as it is kept, perhaps with changes that no file would take.
        earlier: the same history as it was kept on an earlier day.
        earlier_on: that day.
        log: the log of queries.
        disclosures: what was given, as known from elsewhere.
        given: the decisions about what was given, asked again.
        objections: the last days in the handling of objections (``obligations_of``).
        supplies: the last days for the supply of records.

    >>> from jscredit.records import Repaired
    >>> day = date(2020, 3, 1)
    >>> found = audit_history(on=day, changes=[Repaired(day=day, known_on=day, record_id="1")])
    >>> [(one.breach.value, one.kind.value, one.reference) for one in found.findings]
    [('tampered', 'without_procedure', '1')]
    """
    day = as_day(on, field="on")
    findings: list[Finding] = []
    looked_for: set[Breach] = set()
    for is_there, found, breaches in (
        (changes is not None, _without_procedure(changes or ()), _OF_CHANGES),
        (earlier is not None, _compared(changes or (), earlier or (), earlier_on), _OF_COMPARISON),
        (log is not None, _in_log(log or QueryLog(), disclosures), _OF_LOG),
        (given is not None, _given(given or ()), {Breach.UNLAWFULLY_DISCLOSED}),
        (objections is not None, _late(objections or (), day, FindingKind.OBJECTION_LATE), {_OBJECTION}),
        (supplies is not None, _late(supplies or (), day, FindingKind.SUPPLY_LATE), {Breach.NOT_AS_REQUIRED}),
    ):
        if is_there:
            findings += found
            looked_for |= breaches
    return Audit(on=day, findings=tuple(findings), looked_for=tuple(one for one in Breach if one in looked_for))


_OBJECTION = Breach.OBJECTION_NOT_HANDLED
_OF_CHANGES = {Breach.NOT_AS_REQUIRED, Breach.TAMPERED, Breach.UNLAWFULLY_DELETED}
_OF_COMPARISON = {Breach.TAMPERED, Breach.FABRICATED, Breach.UNLAWFULLY_DELETED}
_OF_LOG = {Breach.UNLAWFULLY_DISCLOSED, Breach.SECURITY_RULES_BREACHED}
_REMOVES = {"withdrawn", "purged", "delisted"}
_RECORDS = {"supplied", "attributed", "listed"}


def unprocedural(changes: Iterable[OneChange]) -> tuple[OneChange, ...]:
    """The changes that cite no procedure: a file refuses each of them (M36).

    >>> from jscredit.records import Repaired
    >>> day = date(2020, 3, 1)
    >>> unprocedural([Repaired(day=day, known_on=day, citation="M35¶2", record_id="1")])
    ()
    """
    return tuple(change for change in changes if change.citation is None)


def _without_procedure(changes: Iterable[OneChange]) -> Iterator[Finding]:
    for change in unprocedural(changes):
        recorded = Breach.NOT_AS_REQUIRED if change.type in _RECORDS else Breach.TAMPERED
        breach = Breach.UNLAWFULLY_DELETED if change.type in _REMOVES else recorded
        yield _of(change, breach, FindingKind.WITHOUT_PROCEDURE)


def _compared(changes: Sequence[OneChange], earlier: Sequence[OneChange], earlier_on: date | None) -> Iterator[Finding]:
    for change in altered(earlier, changes):
        yield _of(change, Breach.TAMPERED, FindingKind.ALTERED)
    for change in removed(earlier, changes):
        yield _of(change, Breach.UNLAWFULLY_DELETED, FindingKind.REMOVED)
    for change in backdated(earlier, changes, earlier_on) if earlier_on is not None else ():
        breach = Breach.FABRICATED if change.type in _RECORDS else Breach.TAMPERED
        yield _of(change, breach, FindingKind.BACKDATED)


def _of(change: OneChange, breach: Breach, kind: FindingKind) -> Finding:
    return Finding(breach=breach, kind=kind, reference=reference_of(change), on=change.known_on)


def _in_log(log: QueryLog, disclosures: Sequence[Disclosure]) -> Iterator[Finding]:
    by_number = {entry.number: entry for entry in log.entries}
    for gap in log_gaps(log, disclosures=disclosures):
        if gap.disclosure is not None:
            day = disclosures[gap.disclosure].on
            kind, reference = FindingKind.NOT_LOGGED, str(gap.disclosure)
            yield Finding(breach=Breach.UNLAWFULLY_DISCLOSED, kind=kind, reference=reference, on=day)
        elif gap.kind is GapKind.FIELD_MISSING:
            entry = by_number[gap.number or 0]
            breach = Breach.UNLAWFULLY_DISCLOSED if entry.record_ids else Breach.SECURITY_RULES_BREACHED
            yield Finding(breach=breach, kind=FindingKind.LOG_NOT_WHOLE, reference=str(gap.number), on=entry.on)
        else:
            kind = FindingKind.LOG_BROKEN
            yield Finding(breach=Breach.SECURITY_RULES_BREACHED, kind=kind, reference=str(gap.number))


def _given(accesses: Iterable[Access]) -> Iterator[Finding]:
    for access in accesses:
        if access.outcome is not AccessOutcome.GRANTED:
            record_id = access.request.state.record.id
            kind = FindingKind.GIVEN_WITHOUT_RIGHT
            yield Finding(breach=Breach.UNLAWFULLY_DISCLOSED, kind=kind, reference=record_id, on=access.on)


def _late(obligations: Iterable[Obligation], on: date, kind: FindingKind) -> Iterator[Finding]:
    breach = _OBJECTION if kind is FindingKind.OBJECTION_LATE else Breach.NOT_AS_REQUIRED
    for one in obligations:
        days = (min(one.done_on or on, on) - one.due).days
        if days > 0:
            yield Finding(breach=breach, kind=kind, reference=one.reference, on=one.due, days_late=days)
