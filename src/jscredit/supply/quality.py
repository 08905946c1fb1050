"""M16, first paragraph: how timely and how complete each provider supplied in a period, and what it sent twice."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

from jscredit.catalog import Catalogue, CatalogueEntry
from jscredit.deadlines import as_day
from jscredit.errors import Fault, InvalidInput, Label
from jscredit.records import Body, same_body
from jscredit.rules import JIANGSU_2018, Regime, Verdict
from jscredit.supply.appointments import missing_appointments
from jscredit.supply.completeness import missing_fields
from jscredit.supply.delivery import Delivery
from jscredit.supply.merging import deduplicate
from jscredit.supply.report import FieldCount, ProviderQuality, SupplyReport
from jscredit.supply.timing import timeliness
from jscredit.supply.vocabulary import MergeReason


def supply_report(
    deliveries: Iterable[Delivery],
    *,
    first: dt.date,
    last: dt.date,
    catalogue: Catalogue | None = None,
    regime: Regime = JIANGSU_2018,
) -> SupplyReport:
    """What each provider supplied in a period: in time, complete, once (M16, M39, M41).

    Copies are looked for among all deliveries of the period.

    Args:
        deliveries: each with its day of receipt, its body and the code of its catalogue entry, as far as known.
        first: the first day of the period.
        last: the last one, included.
        catalogue: in it stand the update cycles and the required fields.
        regime: the law with its settings, perhaps with ``DOUBLE_PUBLICITY``.

    Raises:
        InvalidInput: ``days.reversed``, or a day that is none.
        CalendarNotAnnounced: an update cycle in working days runs past the last year with a notice.

    >>> from jscredit.records import CreditRecord, Kind, Subject
    >>> record = CreditRecord(id="1", subject=Subject(name="某店"), kind=Kind.AWARD, provider=Body(name="虚构局"))
    >>> day = dt.date(2020, 3, 2)
    >>> report = supply_report([Delivery(record=record, received_on=day)], first=day, last=day)
    >>> [(one.body.name, one.deliveries, one.timeliness_unknown) for one in report.providers]
    [('虚构局', 1, 1)]
    """
    start, stop = as_day(first, field="first"), as_day(last, field="last")
    if stop < start:
        raise InvalidInput(_REVERSED)
    given = tuple(deliveries)
    inside = [one for one in given if one.received_on is not None and start <= one.received_on <= stop]
    found = deduplicate(inside)
    again, both, against = set[int](), set[int](), set[int]()
    for kept in found.merged:
        if kept.reason is MergeReason.TWO_ROUTES:
            both.update(kept.places)
        again.update(_sent_again(kept.places, inside))
    for one in found.contradictions:
        against.update(one.places)
    bodies = _by_body(inside)
    providers = tuple(_quality(inside, places, (again, both, against), catalogue, regime) for places in bodies)
    undated = sum(one.received_on is None for one in given)
    return SupplyReport(first=start, last=stop, providers=providers, undated=undated)


def _sent_again(places: Sequence[int], deliveries: Sequence[Delivery]) -> Iterable[int]:
    """The copies that came after one of the same body on the same route."""
    for at, place in enumerate(places):
        own = deliveries[place]
        if any(_same_source(own, deliveries[earlier]) for earlier in places[:at]):
            yield place


def _same_source(one: Delivery, other: Delivery) -> bool:
    return one.route is other.route and _same(one.body, other.body)


def _same(one: Body | None, other: Body | None) -> bool:
    return one is other if one is None or other is None else same_body(one, other)


def _by_body(deliveries: Sequence[Delivery]) -> list[list[int]]:
    """The places of each body's deliveries; a body is found again by its code or its name."""
    found: list[list[int]] = []
    at: dict[object, list[int]] = {}
    for place, one in enumerate(deliveries):
        body = one.body
        keys: list[object] = [("name", body.name), *([("code", body.code)] if body.code else [])] if body else [None]
        known = next((at[key] for key in keys if key in at and _same(deliveries[at[key][0]].body, body)), None)
        if known is None:
            known = []
            found.append(known)
        known.append(place)
        at.update(dict.fromkeys(keys, known))
    return found


def _quality(
    deliveries: Sequence[Delivery],
    places: Sequence[int],
    copies: tuple[set[int], set[int], set[int]],
    catalogue: Catalogue | None,
    regime: Regime,
) -> ProviderQuality:
    own = [deliveries[place] for place in places]
    entries = [catalogue.entry(one.entry) if catalogue and one.entry else None for one in own]
    timed = [
        timeliness(one, update_cycle=entry.update_cycle if entry else None, regime=regime)
        for one, entry in zip(own, entries, strict=True)
    ]
    verdicts = [each.decision.verdict for each in timed]
    late = [each.days_late for each in timed if each.days_late]
    lacking, complete, unknown = _completeness(own, entries)
    again, both, against = (len(each.intersection(places)) for each in copies)
    body = own[0].body
    return ProviderQuality(
        body=body,
        deliveries=len(own),
        in_time=verdicts.count(Verdict.YES),
        late=verdicts.count(Verdict.NO),
        timeliness_unknown=verdicts.count(Verdict.UNDETERMINED),
        days_late=sum(late),
        most_days_late=max(late, default=0),
        complete=complete,
        incomplete=len(own) - complete - unknown,
        completeness_unknown=unknown,
        lacking=lacking,
        sent_again=again,
        on_both_routes=both,
        contradicted=against,
        by_analogy=body.by_analogy if body else None,
        appointments_missing=tuple(str(fault.field) for fault in missing_appointments(body)) if body else (),
    )


def _completeness(
    deliveries: Iterable[Delivery], entries: Iterable[CatalogueEntry | None]
) -> tuple[tuple[FieldCount, ...], int, int]:
    """The fields that are lacking, how many deliveries are complete, of how many that is not known."""
    counts: defaultdict[tuple[str, str], int] = defaultdict(int)
    complete = unknown = 0
    for one, entry in zip(deliveries, entries, strict=True):
        if entry is None:
            unknown += 1
            continue
        lacking = missing_fields(one.record, entry)
        complete += not lacking
        for field in lacking:
            counts[entry.code, field] += 1
    found = (FieldCount(entry=entry, field=field, count=count) for (entry, field), count in counts.items())
    return tuple(found), complete, unknown


_REVERSED = Fault(
    code="days.reversed",
    message=Label("止日早于起日", "the last day is before the first"),
    cure=Label("请核对起止日期", "check the two days"),
    field="last",
)
