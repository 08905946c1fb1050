"""Rows of a dataframe with the objects that they stand for: records with their evidence, thick about each boundary."""

import random
from datetime import date, timedelta
from decimal import Decimal

from factories import ORGANISATIONS, PERSONS, fitting_conduct, judgement, maybe
from jscredit.deadlines import Days, Months, Years, add_period
from jscredit.law import Rank
from jscredit.records import (
    Category,
    Conduct,
    CreditRecord,
    Granter,
    Kind,
    PenaltyType,
    Procedure,
    RepairEvidence,
    Severity,
    Subject,
    SubjectType,
    kind_row,
)

ON_DAYS = (
    date(2018, 1, 29),
    date(2019, 9, 10),
    date(2020, 2, 29),
    date(2021, 3, 1),
    date(2024, 2, 28),
    date(2024, 12, 31),
    date(2026, 11, 23),
    date(2027, 1, 4),
)
PERIODS_OF_USE = {
    Kind.PENALTY: Years(2),
    Kind.BID_RIGGING: Months(18),
    Kind.WAGE_ARREARS: Days(400),
    Kind.VIOLATION: Years(9000),
    Kind.AWARD: Months(1),
}
_LEAP_DAYS = tuple(date(year, 2, 29) for year in (2012, 2016, 2020, 2024))
_STEPS = (Years(1), Years(3), Years(2), Months(18), Days(400), Months(1))
_SUBJECTS = (
    *ORGANISATIONS[:3],
    *PERSONS[:3],
    Subject(name="无从判断"),
    Subject(type=SubjectType.UNINCORPORATED_ORGANISATION, name="虚构合伙"),
)
_FOUND, _NOT_FOUND = judgement(), judgement(finding=False)
_COMMON = (Kind.PENALTY, Kind.BID_RIGGING, Kind.WAGE_ARREARS, Kind.VIOLATION, Kind.OTHER_NEGATIVE, Kind.FALSE_MATERIAL)
_FLAGS = (
    "reflects_credit",
    "malice",
    "accident_liability",
    "dealt_with_by_regulator",
    "imposed_by_regulator",
    "also_qualification",
)
_PENALTY_TYPES = (
    (PenaltyType.FINE,),
    (PenaltyType.WARNING,),
    (PenaltyType.WARNING, PenaltyType.LICENCE_SUSPENSION),
    (PenaltyType.LICENCE_SUSPENSION_OR_REVOCATION,),
)
_EVENTS = ("corrected", "corrected_on", "recurred", "recurred_on")
_ANSWERS = ("self_discipline", "credit_management_system", "commitment_not_to_fail_again")


def _before(on: date, period: Years | Months | Days) -> date:
    """A day from which the period ends about a day."""
    day = on
    while add_period(day, period) > on:
        day -= timedelta(days=max(1, (add_period(day, period) - on).days))
    return day


_BEFORE = {(on, step): _before(on, step) for on in ON_DAYS for step in _STEPS}


def _day(rng: random.Random, on: date) -> date | None:
    dice = rng.random()
    if dice < 0.08:
        return None
    if dice < 0.5:
        near = on if dice < 0.15 else _BEFORE[on, rng.choice(_STEPS)]
        return near + timedelta(days=rng.choice((-2, -1, 0, 0, 1, 2)))
    if dice < 0.6:
        return rng.choice(_LEAP_DAYS)
    return on - timedelta(days=rng.randint(-100, 2000))


def a_record(rng: random.Random, number: int, on: date) -> CreditRecord:
    """A record of any kind, each fact known or not."""
    subject = rng.choice(_SUBJECTS)
    kind = rng.choice(_COMMON if rng.random() < 0.6 else tuple(Kind))
    while not kind_row(kind).fits(subject):
        kind = rng.choice(tuple(Kind))
    return CreditRecord(
        id=f"R{number}",
        subject=subject,
        kind=kind,
        conduct=fitting_conduct(kind, maybe(rng, *Conduct, unknown=0.3)),
        determined_on=_day(rng, on),
        severity=maybe(rng, *Severity, unknown=0.1),
        procedure=maybe(rng, *Procedure, unknown=0.1),
        granter=maybe(rng, *Granter),
        organiser=maybe(rng, *Granter),
        breached_norm_rank=maybe(rng, *Rank),
        determined_by=maybe(rng, "虚构市第一局", unknown=0.1),
        document_number=maybe(rng, "虚罚字〔2024〕第1号", unknown=0.1),
        catalogue_category=maybe(rng, *Category),
        fine_yuan=maybe(rng, Decimal(0), Decimal("0.01"), Decimal(50_000)),
        penalty_types=maybe(rng, *_PENALTY_TYPES) if kind is Kind.PENALTY else None,
        published_until=_day(rng, on),
        **{name: maybe(rng, False, True, True, unknown=0.1) for name in _FLAGS},
    )


def an_evidence(rng: random.Random, on: date) -> RepairEvidence:
    """What can be shown; mostly nearly enough."""
    corrected_on = _day(rng, on)
    recurred_on = _day(rng, on) if rng.random() < 0.3 else None
    if recurred_on and corrected_on and recurred_on < corrected_on:
        recurred_on = corrected_on if rng.random() < 0.5 else add_period(corrected_on, Years(1))
    return RepairEvidence(
        corrected_on=corrected_on,
        corrected=True if corrected_on else maybe(rng, False, True),
        clear_effect=maybe(rng, _FOUND, _FOUND, _FOUND, _NOT_FOUND, unknown=0.06),
        adverse_effect_eliminated=maybe(rng, _FOUND, _FOUND, _FOUND, _NOT_FOUND, unknown=0.06),
        recurred_on=recurred_on,
        recurred=True if recurred_on else maybe(rng, False, False, False, True, unknown=0.15),
        **{name: maybe(rng, True, True, True, False, unknown=0.06) for name in _ANSWERS},
    )


def row_of(record: CreditRecord, evidence: RepairEvidence) -> dict:
    """The row that stands for them."""
    facts = {name: getattr(record, name) for name in (*_FLAGS, "determined_on", "published_until", "fine_yuan")}
    codes = {
        name: value and value.value
        for name in ("kind", "conduct", "severity", "procedure", "granter", "organiser", "catalogue_category")
        for value in (getattr(record, name),)
    }
    rank, findings = record.breached_norm_rank, ("clear_effect", "adverse_effect_eliminated")
    return {
        "id": record.id,
        **codes,
        **facts,
        "breached_norm_rank": rank and rank.name.lower(),
        "determined_by": record.determined_by,
        "document_number": record.document_number,
        "subject_type": record.subject.type and record.subject.type.value,
        **{name: judged and judged.finding for name in findings for judged in (getattr(evidence, name),)},
        **{
            name: getattr(evidence, name)
            for name in ("corrected", "corrected_on", "recurred", "recurred_on", *_ANSWERS)
        },
    }


def cases(rng: random.Random, count: int, on: date) -> list[tuple[CreditRecord, RepairEvidence, dict]]:
    """So many rows to be asked about on a day."""
    found = []
    for number in range(count):
        record, evidence = a_record(rng, number, on), an_evidence(rng, on)
        found.append((record, evidence, row_of(record, evidence)))
    return found


def record_row_of(state, subject: str) -> dict:
    """A record as it stands in a file, as a row."""
    record = state.record
    row = row_of(record, RepairEvidence())
    kept = {name: row[name] for name in row if name in RECORD_COLUMNS}
    return kept | {
        "subject": subject,
        "status": state.status.value,
        "honour": record.honour and record.honour.value,
        "conduct_on": record.conduct_on,
        "sharing_class": record.sharing_class and record.sharing_class.value,
    }


def entry_row_of(state, subject: str) -> dict:
    """A list entry as it stands in a file, as a row."""
    entry = state.entry
    return {
        "subject": subject,
        "id": entry.id,
        "side": entry.side.value,
        "level": entry.determined_by and entry.determined_by.level and entry.determined_by.level.value,
        "entry_determined_on": entry.determined_on,
        "valid_from": entry.valid_from,
        "valid_until": entry.valid_until,
        "delisted_on": state.delisted_on,
        "delisting_ground": state.ground and state.ground.value,
        "conduct": entry.conduct and entry.conduct.value,
        "severity": entry.severity and entry.severity.value,
    }


RECORD_COLUMNS = frozenset(
    {"id", "kind", "conduct", "severity", "procedure", "granter", "organiser", "catalogue_category", "fine_yuan"}
    | {"breached_norm_rank", "determined_by", "document_number", "determined_on", "published_until", *_FLAGS}
)
