"""M16, second paragraph: one record that came more than once is kept once; copies that disagree are all kept."""

import dataclasses
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from jscredit.records import CreditRecord, Level, normalise_name, same_body
from jscredit.supply.comparing import COMPARED
from jscredit.supply.delivery import Delivery
from jscredit.supply.grouping import grouped, possible_by_name
from jscredit.supply.model import Contradiction, Deduplication, Filled, KeptRecord, PossibleCopies
from jscredit.supply.vocabulary import ContradictionKind, MergeReason

# Who delivers a copy may differ from route to route: that is no contradiction.
_NAME = "subject_name"
_TOLD = (*(name for name in COMPARED if name not in {"provider", "document_number"}), _NAME)
_BRACKETS = str.maketrans("[【(（{", "〔〔〔〔〔") | str.maketrans("]】)）}", "〕〕〕〕〕")


class _Copy(NamedTuple):
    """One delivery with its place, its subject's place among all subjects, and what its copies are known by."""

    place: int
    delivery: Delivery
    subject: int
    number: tuple[object, ...]
    told: tuple[object, ...]


def deduplicate(deliveries: Iterable[Delivery]) -> Deduplication:
    """The records of many deliveries, each once, with what was merged and why, and what contradicts what.

    Two deliveries are copies where they are about one subject (joined by numbers, never by a name alone) and have one
    kind, one document number and one day of determination. What only one of them tells, the kept record has from it.
    Where two tell different things all are kept: neither wins in silence. What has no document number has no copies.

    >>> from datetime import date
    >>> from jscredit.records import CreditRecord, Kind, Subject
    >>> from jscredit.supply import SupplyRoute
    >>> shop = Subject(name="某店", credit_code="91329901MA1ABCD119")
    >>> told = {"subject": shop, "kind": Kind.PENALTY, "document_number": "虚〔2020〕1号"}
    >>> record = CreditRecord(id="1", determined_on=date(2020, 3, 1), **told)
    >>> found = deduplicate(Delivery(record=record, route=route) for route in SupplyRoute)
    >>> [(kept.places, kept.reason.value) for kept in found.kept]
    [((0, 1), 'two_routes')]
    """
    given = tuple(deliveries)
    groups = grouped([one.record.subject for one in given])
    subject_at = {place: number for number, group in enumerate(groups.members) for place in group.places}
    copies = [_copy(place, one, subject_at[place]) for place, one in enumerate(given)]
    kept: list[KeptRecord] = []
    contradictions: list[Contradiction] = []
    for same in _by(copies, lambda each: (each.subject, each.number)):
        days = _by(same, lambda each: each.delivery.record.determined_on)
        # Two copies without a day may be one record: nobody merges them, and nobody leaves that untold.
        if len(days) > 1 or (len(same) > 1 and same[0].delivery.record.determined_on is None):
            contradictions.append(_contradiction(ContradictionKind.DAY, same, ("determined_on",)))
        for of_day in days:
            known = of_day[0].delivery.record.determined_on is not None
            kept += _kept(of_day, contradictions) if known else (_one([each]) for each in of_day)
    alike = possible_by_name([group.subject for group in groups.members])
    possible = (*((group, False) for group in groups.torn), *((group, True) for group in alike))
    return Deduplication(
        kept=tuple(_with_free_ids(kept)),
        contradictions=tuple(sorted(contradictions, key=lambda each: (each.places, each.kind))),
        possible=tuple(_possible(copies, possible)),
    )


def document_key(number: str) -> str:
    """A document number as it is compared: half-width, upper case, without spaces, any brackets alike.

    >>> document_key("苏虚罚字[2020] 1号") == document_key("苏虚罚字〔２０２０〕1号")
    True
    """
    plain = unicodedata.normalize("NFKC", number.translate(_BRACKETS)).upper()
    return "".join(plain.split())


def _copy(place: int, delivery: Delivery, subject: int) -> _Copy:
    record = delivery.record
    # Without the number of its document no record can be told to be another's copy.
    number: object = document_key(record.document_number) if record.document_number is not None else place
    return _Copy(place, delivery, subject, (record.kind, number), tuple(_told(record, name) for name in _TOLD))


def _told(record: CreditRecord, name: str) -> object:
    """What a record tells in one place; bodies and subjects by their names, however much else is told of them."""
    if name == _NAME:
        return normalise_name(record.subject.name) if record.subject.name is not None else None
    value: object = getattr(record, name)
    return normalise_name(record.producer.name) if name == "producer" and record.producer is not None else value


def _by(copies: Iterable[_Copy], key: Callable[[_Copy], object]) -> list[list[_Copy]]:
    found: defaultdict[object, list[_Copy]] = defaultdict(list)
    for each in copies:
        found[key(each)].append(each)
    return list(found.values())


def _kept(copies: Sequence[_Copy], contradictions: list[Contradiction]) -> Iterator[KeptRecord]:
    """The records of one document and day: one, or as many as contradict each other."""
    columns = zip(_TOLD, zip(*(each.told for each in copies), strict=True), strict=True)
    against = tuple(name for name, values in columns if len(set(values) - {None}) > 1)
    if not against:
        yield _one(copies)
        return
    contradictions.append(_contradiction(ContradictionKind.CONTENT, copies, against))
    for same in _by(copies, lambda each: each.told):
        yield _one(same)


def _contradiction(kind: ContradictionKind, copies: Iterable[_Copy], fields: tuple[str, ...]) -> Contradiction:
    return Contradiction(kind=kind, places=tuple(each.place for each in copies), fields=fields)


def _one(copies: Sequence[_Copy]) -> KeptRecord:
    """The record that these copies are."""
    first = copies[0].delivery.record
    filled = tuple(
        Filled(field=name, place=next(each.place for each in copies if each.told[at] is not None))
        for at, name in enumerate(_TOLD)
        if name != _NAME and copies[0].told[at] is None and any(each.told[at] is not None for each in copies)
    )
    of_place = {each.place: each.delivery.record for each in copies}
    parts: dict[str, Any] = {one.field: getattr(of_place[one.place], one.field) for one in filled}
    return KeptRecord(
        record=dataclasses.replace(first, **parts) if parts else first,
        subject=copies[0].subject,
        places=tuple(each.place for each in copies),
        reason=_reason([each.delivery for each in copies]),
        filled=filled,
        local_extra=_all_or_none(_is_local(each.delivery.level) for each in copies),
        by_analogy=_all_or_none(each.delivery.by_analogy for each in copies),
    )


def _reason(deliveries: Sequence[Delivery]) -> MergeReason | None:
    if len(deliveries) == 1:
        return None
    if len({each.route for each in deliveries} - {None}) > 1:
        return MergeReason.TWO_ROUTES
    bodies = [each.body for each in deliveries if each.body is not None]
    one_body = all(same_body(bodies[0], other) for other in bodies[1:])
    return MergeReason.SENT_AGAIN if one_body else MergeReason.TWO_BODIES


def _is_local(level: Level | None) -> bool | None:
    return None if level is None else level in {Level.CITY, Level.COUNTY, Level.TOWNSHIP}


def _all_or_none(answers: Iterable[bool | None]) -> bool | None:
    """Yes where all say so, no where one says no, else not known."""
    found = set(answers)
    return False if False in found else None if None in found else True


def _with_free_ids(kept: Iterable[KeptRecord]) -> Iterator[KeptRecord]:
    """Each with an id of its own within its subject's file: two bodies may have given one id twice."""
    taken: set[tuple[int, str]] = set()
    for each in sorted(kept, key=lambda one: one.places):
        own = each.record.id
        free = own if (each.subject, own) not in taken else f"{own}@{each.places[0]}"
        taken.add((each.subject, free))
        yield each if free == own else dataclasses.replace(each, record=dataclasses.replace(each.record, id=free))


def _possible(copies: Iterable[_Copy], groups: Iterable[tuple[tuple[int, ...], bool]]) -> Iterator[PossibleCopies]:
    """Deliveries of one document and day about subjects that may be one."""
    told = [each for each in copies if each.delivery.record.document_number is not None]
    for subjects, by_name in groups:
        of_these = [each for each in told if each.subject in subjects]
        for same in _by(of_these, lambda each: (each.number, each.delivery.record.determined_on)):
            if len({each.subject for each in same}) > 1:
                yield PossibleCopies(places=tuple(each.place for each in same), by_name=by_name)
