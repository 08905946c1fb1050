"""Invented values for all tests: one definition each, for a seeded ``random.Random`` and for Hypothesis.

``random_record(rng, **fixed)`` and its likes serve the large counts; ``records(**fixed)`` and its likes are the same
as Hypothesis strategies and shrink. What is fixed stands as given. Every organisation is invented and lies in the
region 3299, which does not exist.
"""

import contextlib
import random
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from jscredit.errors import Refused
from jscredit.law import Rank
from jscredit.records import (
    Attributed,
    BlacklistField,
    Body,
    Category,
    Change,
    Conduct,
    Corrected,
    CreditFile,
    CreditRecord,
    Delisted,
    DelistingGround,
    Flagged,
    Granter,
    Honour,
    Judgement,
    Kind,
    Listed,
    ListEntry,
    ListingAct,
    ListingGround,
    ListSide,
    PenaltyType,
    Procedure,
    ProviderType,
    Purged,
    Repaired,
    RepairEvidence,
    Severity,
    SharingClass,
    Subject,
    SubjectType,
    Supplied,
    Unflagged,
    Withdrawn,
    kind_row,
)
from oracles.identifiers import invented_credit_code, invented_resident_id

FIRST, LAST = date(2015, 1, 1), date(2026, 12, 31)
SPECIAL_DAYS = tuple(
    date(year, month, day) for year in range(2015, 2027) for month, day in ((1, 1), (2, 28), (3, 1), (12, 31))
) + tuple(date(year, 2, 29) for year in (2016, 2020, 2024))


def organisation(number: int = 1, **fixed) -> Subject:
    """An invented enterprise."""
    parts = {
        "type": SubjectType.LEGAL_PERSON,
        "name": f"虚构{number}号商贸有限公司",
        "credit_code": invented_credit_code(number),
    }
    return Subject(**(parts | fixed))


def person(number: int = 1, **fixed) -> Subject:
    """An invented natural person."""
    parts = {"type": SubjectType.NATURAL_PERSON, "name": f"张{number}", "resident_id": invented_resident_id(number)}
    return Subject(**(parts | fixed))


ORGANISATIONS = tuple(organisation(number) for number in range(1, 21))
PERSONS = tuple(person(number) for number in range(1, 21))
BODIES = tuple(
    Body(
        name=f"虚构市第{number}局",
        code=invented_credit_code(900 + number),
        type=ProviderType.ADMINISTRATIVE_ORGAN,
        region="329901",
    )
    for number in range(1, 6)
)
_KINDS_ABOUT = {
    bool(subject.is_natural_person): [kind for kind in Kind if kind_row(kind).fits(subject)]
    for subject in (ORGANISATIONS[0], PERSONS[0])
}
_FLAGS = (
    "reflects_credit",
    "malice",
    "intent",
    "accident_liability",
    "dealt_with_by_regulator",
    "imposed_by_regulator",
    "also_qualification",
)


def record(**fixed) -> CreditRecord:
    """A record of which only the id, an organisation and the kind (a penalty) are known, and what is fixed."""
    return CreditRecord(**({"id": "R1", "subject": ORGANISATIONS[0], "kind": Kind.PENALTY} | fixed))


def judgement(finding: bool = True, **fixed) -> Judgement:  # noqa: FBT002 - the finding is the value
    """Somebody's finding."""
    return Judgement(**({"finding": finding, "by": "虚构市信用办", "on": date(2024, 6, 3)} | fixed))


def fitting_conduct(kind: Kind, conduct: Conduct | None) -> Conduct | None:
    """The conduct where a record of the kind can be about it; else not stated."""
    possible = kind_row(kind).may_be_about
    return conduct if possible is None or conduct in possible else None


def maybe(rng: random.Random, *values, unknown: float = 0.25):
    """One of the values, or None for not known."""
    return None if rng.random() < unknown else rng.choice(values)


def random_day(rng: random.Random, first: date = FIRST, last: date = LAST) -> date:
    """A day between the two, often the first or last of a year or next to a 29 February."""
    if rng.random() < 0.2:
        special = rng.choice(SPECIAL_DAYS)
        if first <= special <= last:
            return special
    return first + timedelta(days=rng.randint(0, (last - first).days))


def random_subject(rng: random.Random) -> Subject:
    """An organisation, more rarely a person."""
    return rng.choice(ORGANISATIONS if rng.random() < 0.7 else PERSONS)


def random_record(rng: random.Random, **fixed) -> CreditRecord:
    """A record of any kind, each fact known or not."""
    subject = fixed.get("subject") or random_subject(rng)
    kind = fixed.get("kind") or rng.choice(_KINDS_ABOUT[bool(subject.is_natural_person)])
    determined_on = fixed.get("determined_on", maybe(rng, random_day(rng)))
    latest = determined_on or LAST
    parts = {
        "id": f"R{rng.randint(1, 999_999)}",
        "subject": subject,
        "kind": kind,
        "conduct": fitting_conduct(kind, maybe(rng, *Conduct)),
        "producer": maybe(rng, *BODIES),
        "provider": maybe(rng, *BODIES),
        "conduct_on": maybe(rng, latest - timedelta(days=rng.choice((0, 1, rng.randint(2, 1200))))),
        "determined_on": determined_on,
        "severity": maybe(rng, *Severity),
        "procedure": maybe(rng, *Procedure),
        "granter": maybe(rng, *Granter),
        "organiser": maybe(rng, *Granter),
        "honour": maybe(rng, *Honour),
        "breached_norm_rank": maybe(rng, *Rank),
        "determined_by": maybe(rng, "虚构市第一局"),
        "document_number": maybe(rng, "虚罚字〔2024〕第1号"),
        "catalogue_category": maybe(rng, *Category),
        "penalty_types": maybe(
            rng, (PenaltyType.WARNING,), (PenaltyType.FINE,), tuple(rng.sample(list(PenaltyType), 2))
        ),
        "fine_yuan": maybe(rng, Decimal(0), Decimal("0.01"), Decimal(rng.randint(1, 10**9)) / 100),
        "published_until": maybe(rng, random_day(rng)),
        "sharing_class": maybe(rng, *SharingClass),
    } | {name: maybe(rng, False, True) for name in _FLAGS}
    return CreditRecord(**(parts | fixed))


def random_evidence(rng: random.Random, **fixed) -> RepairEvidence:
    """What an applicant can show, each fact known or not; a recurrence never lies before the correction."""
    corrected_on = fixed.get("corrected_on", maybe(rng, random_day(rng), unknown=0.2))
    recurred_on = maybe(rng, random_day(rng, first=corrected_on or FIRST), unknown=0.6)
    parts = {
        "corrected_on": corrected_on,
        "corrected": True if corrected_on else maybe(rng, False, True),
        "clear_effect": maybe(rng, judgement(), judgement(finding=False)),
        "adverse_effect_eliminated": maybe(rng, judgement(), judgement(finding=False)),
        "recurred_on": recurred_on,
        "recurred": True if recurred_on else maybe(rng, False, True),
        "self_discipline": maybe(rng, False, True),
        "credit_management_system": maybe(rng, False, True),
        "commitment_not_to_fail_again": maybe(rng, False, True),
    }
    return RepairEvidence(**(parts | fixed))


def random_entry(rng: random.Random, **fixed) -> ListEntry:
    """An entry on either side, each fact known or not."""
    black = fixed.get("side", rng.choice(list(ListSide))) is ListSide.BLACK
    valid_from = maybe(rng, random_day(rng))
    parts = {
        "id": f"E{rng.randint(1, 999_999)}",
        "side": ListSide.BLACK if black else ListSide.RED,
        "subject": random_subject(rng),
        "list_name": maybe(rng, "虚构名单"),
        "determined_by": maybe(rng, *BODIES),
        "determined_on": maybe(rng, random_day(rng)),
        "valid_from": valid_from,
        "valid_until": maybe(rng, random_day(rng, first=valid_from or FIRST)),
        "conduct": maybe(rng, *Conduct) if black else None,
        "severity": maybe(rng, *Severity) if black else None,
        **rng.choice(
            (
                {"ground": maybe(rng, *ListingGround), "act": None},
                {"ground": ListingGround.ACTS_REFLECTING_INTEGRITY, "act": maybe(rng, *ListingAct)},
            )
        ),
    }
    parts["field"] = maybe(rng, *BlacklistField) if black and parts["conduct"] is None else None
    return ListEntry(**(parts | fixed))


def _strategy(make, fixed):
    return st.randoms(use_true_random=False).map(lambda rng: make(rng, **fixed))


def seeds() -> st.SearchStrategy[random.Random]:
    """Generators of their own seed: much quicker than Hypothesis' own, but what they make does not shrink."""
    return st.integers(0, 2**32).map(random.Random)


def days(first: date = FIRST, last: date = LAST) -> st.SearchStrategy[date]:
    """Days between the two, over-weighted as in ``random_day``."""
    return _strategy(random_day, {"first": first, "last": last})


def subjects() -> st.SearchStrategy[Subject]:
    """Organisations and persons."""
    return st.sampled_from(ORGANISATIONS + PERSONS)


def records(**fixed) -> st.SearchStrategy[CreditRecord]:
    """Records of any kind, each fact known or not, unless fixed."""
    return _strategy(random_record, fixed)


def evidence(**fixed) -> st.SearchStrategy[RepairEvidence]:
    """Repair evidence, each fact known or not, unless fixed."""
    return _strategy(random_evidence, fixed)


def entries(**fixed) -> st.SearchStrategy[ListEntry]:
    """List entries, each fact known or not, unless fixed."""
    return _strategy(random_entry, fixed)


def random_change(rng: random.Random, subject: Subject, day: date) -> Change:
    """Any change to one of a few ids, known on the day; often one that a file refuses."""
    known_on = day if rng.random() < 0.95 else day - timedelta(days=rng.randint(0, 40))
    head = {
        "day": known_on + timedelta(days=rng.choice((0, 0, 0, -1, -30, -400)) if rng.random() < 0.95 else 1),
        "known_on": known_on,
        "citation": "M36" if rng.random() < 0.97 else None,
        "case": maybe(rng, "案1", "案2"),
    }
    record_id, entry_id = rng.choice(("R1", "R2", "R3")), rng.choice(("E1", "E2"))
    new = random_record(rng, id=record_id, subject=subject)
    return rng.choice(
        (
            lambda: Supplied(**head, record=new),
            lambda: Supplied(**head, record=new),
            lambda: Attributed(**head, record=new, source_id="S1", responsibility=judgement()),
            lambda: Corrected(**head, record_id=record_id, record=new),
            lambda: Flagged(**head, record_id=record_id, reason="异议处理中"),
            lambda: Unflagged(**head, record_id=record_id),
            lambda: Repaired(**head, record_id=record_id),
            lambda: Withdrawn(**head, record_id=record_id, reason="认定有误"),
            lambda: Purged(**head, record_id=record_id, element=rng.choice(("determined_by", "severity"))),
            lambda: Listed(**head, entry=random_entry(rng, id=entry_id, subject=subject)),
            lambda: Delisted(**head, entry_id=entry_id, ground=rng.choice(list(DelistingGround))),
        )
    )()


def random_changes(rng: random.Random, subject: Subject, most: int = 25) -> tuple[Change, ...]:
    """Changes on rising days, good ones and such that a file refuses."""
    day, changes = random_day(rng), []
    for _ in range(rng.randint(0, most)):
        changes.append(random_change(rng, subject, day))
        day += timedelta(days=rng.choice((0, 0, 1, 7, 100)))
    return tuple(changes)


def random_file(rng: random.Random, **fixed) -> CreditFile:
    """A file of all the changes that it takes."""
    file = CreditFile(fixed.get("subject") or random_subject(rng), complete_since=maybe(rng, random_day(rng)))
    for change in random_changes(rng, file.subject):
        with contextlib.suppress(Refused):
            file = file.apply(change)
    return file


def files(**fixed) -> st.SearchStrategy[CreditFile]:
    """Credit files with records, list entries and whatever happened to them; by a seed, so they do not shrink."""
    return seeds().map(lambda rng: random_file(rng, **fixed))
