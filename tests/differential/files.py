"""Credit files for the review: every kind of change, days on and beside each boundary; and their completions."""

import dataclasses
from datetime import date, timedelta

from differential.cases import PERIODS, near
from factories import ORGANISATIONS, PERSONS, fitting_conduct, judgement
from jscredit.deadlines import Days, Months, Years
from jscredit.law import Rank
from jscredit.records import (
    Attributed,
    Category,
    Conduct,
    Corrected,
    CreditFile,
    CreditRecord,
    Delisted,
    DelistingGround,
    Flagged,
    Granter,
    Honour,
    Kind,
    Listed,
    ListEntry,
    ListSide,
    Procedure,
    Purged,
    Repaired,
    Severity,
    SharingClass,
    Supplied,
    Unflagged,
    Withdrawn,
    kind_row,
)
from oracles.validity import IN_FORCE, after

FLAGS = (
    "reflects_credit",
    "malice",
    "accident_liability",
    "dealt_with_by_regulator",
    "imposed_by_regulator",
    "also_qualification",
)
COMMON = [
    Kind.PENALTY,
    Kind.TAX_ARREARS,
    Kind.BID_RIGGING,
    Kind.WAGE_ARREARS,
    Kind.VIOLATION,
    Kind.COMMENDATION,
    Kind.AWARD,
    Kind.OTHER_NEGATIVE,
]
SPANS = [Months(6), Years(1), Years(2), Years(3), Years(4), Years(6)]


def a_day(rng):
    if rng.random() < 0.2:
        return rng.choice([IN_FORCE, date(2020, 2, 29), date(2023, 2, 28), date(2024, 2, 29), date(2024, 3, 1)])
    return IN_FORCE + timedelta(rng.randrange(3000))


def before(rng, on):
    """A day from which a span of the law ends on the day asked about, or beside it; or any day."""
    if rng.random() < 0.05:
        return near(rng, IN_FORCE)
    if rng.random() < 0.75:
        span = rng.choice([*SPANS, Days(1), Days(400)])
        back = on - timedelta(days=(after(on, span) - on).days)
        return near(rng, near(rng, back))
    return on + timedelta(rng.randrange(-2600, 60))


def a_record(rng, number, subject, on):
    """A record of which every fact is known."""
    kinds = COMMON if rng.random() < 0.75 else [kind for kind in Kind if kind_row(kind).fits(subject)]
    determined_on, kind = before(rng, on), rng.choice(kinds)
    return CreditRecord(
        id=f"R{number}",
        subject=subject,
        kind=kind,
        conduct=fitting_conduct(kind, rng.choice(list(Conduct))),
        conduct_on=determined_on - timedelta(rng.randrange(900)),
        determined_on=determined_on,
        severity=rng.choice(list(Severity)),
        procedure=rng.choice(list(Procedure)),
        granter=rng.choice(list(Granter)),
        organiser=rng.choice(list(Granter)),
        honour=rng.choice(list(Honour)),
        breached_norm_rank=rng.choice(list(Rank)),
        determined_by="虚构市第一局",
        document_number=f"虚罚字〔2024〕第{number}号",
        catalogue_category=rng.choice(list(Category)),
        published_until=near(rng, on),
        sharing_class=rng.choice(list(SharingClass)),
        **{name: rng.random() < 0.7 for name in FLAGS},
    )


def an_entry(rng, number, subject, on):
    first = before(rng, on)
    black = rng.random() < 0.7
    return ListEntry(
        id=f"E{number}",
        side=ListSide.BLACK if black else ListSide.RED,
        subject=subject,
        determined_on=near(rng, first),
        valid_from=first,
        valid_until=max(first, rng.choice([near(rng, on), before(rng, on), before(rng, on), on + timedelta(300)])),
    )


def head(rng, on):
    """The days of a change: mostly known by the day asked about, some on it, some the day after."""
    known_on = rng.choice([on, near(rng, on), *[on - timedelta(rng.randrange(900))] * 3])
    return {"day": known_on - timedelta(rng.choice([0, 0, 1, 40])), "known_on": known_on, "citation": "M36"}


def record_changes(rng, number, subject, on):
    record = a_record(rng, number, subject, on)
    heads = sorted((head(rng, on) for _ in range(5)), key=lambda each: each["known_on"])
    if rng.random() < 0.15:
        found = [Attributed(**heads[0], record=record, source_id=f"S{number}", responsibility=judgement())]
    else:
        found = [Supplied(**heads[0], record=record)]
    status = "active"
    for at in heads[1 : 1 + rng.choice([0, 0, 1, 1, 2, 3])]:
        step = rng.choice(["corrected", "flagged", "unflagged", "repaired", "withdrawn", "purged"])
        flagged = sum(c.type == "flagged" for c in found) > sum(c.type == "unflagged" for c in found)
        if step == "corrected" and status != "withdrawn":
            found.append(Corrected(**at, record_id=record.id, record=a_record(rng, number, subject, on)))
        elif step == "flagged" and not flagged and status != "withdrawn":
            found.append(Flagged(**at, case="案1", record_id=record.id, reason="异议处理中"))
        elif step == "unflagged" and flagged:
            found.append(Unflagged(**at, case="案1", record_id=record.id))
        elif step == "repaired" and status == "active":
            found.append(Repaired(**at, record_id=record.id))
            status = "repaired"
        elif step == "withdrawn" and status != "withdrawn":
            found.append(Withdrawn(**at, record_id=record.id, reason="认定有误"))
            status = "withdrawn"
        elif step == "purged":
            found.append(Purged(**at, record_id=record.id, element="published_until"))
    return found


def entry_changes(rng, number, subject, on):
    one, two = sorted((head(rng, on) for _ in range(2)), key=lambda each: each["known_on"])
    entry = an_entry(rng, number, subject, on)
    found = [Listed(**one, entry=entry)]
    if rng.random() < 0.5:
        two["day"] = min(two["day"], before(rng, on))
        found.append(Delisted(**two, entry_id=entry.id, ground=rng.choice(list(DelistingGround))))
    return found


def known_file(rng, on):
    """A file of which every fact is known, but for what nobody vouches for."""
    subject = rng.choice(PERSONS) if rng.random() < 0.3 else rng.choice(ORGANISATIONS)
    if subject in ORGANISATIONS:
        established_on = rng.choice([date(1999, 5, 5), near(rng, before(rng, on)), on - timedelta(rng.randrange(1500))])
        subject = dataclasses.replace(subject, established_on=established_on)
    changes = []
    for number in range(rng.choice([0, 0, 1, 1, 1, 2, 3])):
        changes += record_changes(rng, number, subject, on)
    for number in range(rng.choice([0, 0, 0, 1, 2])):
        changes += entry_changes(rng, number, subject, on)
    changes.sort(key=lambda change: change.known_on)
    since = rng.choice([None, date(2001, 1, 1), date(2001, 1, 1), near(rng, before(rng, on)), subject.established_on])
    return CreditFile(subject, tuple(changes), since)


def periods_of_use(rng):
    return {kind: rng.choice(PERIODS) for kind in COMMON if rng.random() < 0.2}


WITHHELD = (
    "conduct",
    "determined_on",
    "severity",
    "procedure",
    "granter",
    "honour",
    "breached_norm_rank",
    "determined_by",
    "catalogue_category",
    *FLAGS,
)


def withheld_file(rng, file, share=0.12):
    """The file with some facts of records, entries, subject and file unknown."""

    def hidden(value, names):
        lost = {name: None for name in names if rng.random() < share}
        return dataclasses.replace(value, **lost)

    subject = dataclasses.replace(file.subject, established_on=None) if rng.random() < share else file.subject
    changes = tuple(_with(change, hidden) for change in file.changes)
    return CreditFile(subject, _about(changes, subject), file.complete_since)


def _with(change, alter):
    if hasattr(change, "record"):
        return dataclasses.replace(change, record=alter(change.record, WITHHELD))
    if hasattr(change, "entry"):
        return dataclasses.replace(change, entry=alter(change.entry, ("determined_on", "valid_from", "valid_until")))
    return change


def _about(changes, subject):
    def own(change):
        for name in ("record", "entry"):
            if hasattr(change, name):
                part = dataclasses.replace(getattr(change, name), subject=subject)
                return dataclasses.replace(change, **{name: part})
        return change

    return tuple(own(change) for change in changes)


def completed_file(rng, file, on):
    """One way in which the facts that are not known may be; an honour that stays None is none of those of J7.

    Where nobody vouches for the file, somebody does, or there is one more record that is of no use any more.
    """
    subject = file.subject
    if subject in ORGANISATIONS and subject.established_on is None:
        subject = dataclasses.replace(subject, established_on=near(rng, before(rng, on)))
    changes = [_with(change, lambda part, names: _filled(rng, part, names, on)) for change in file.changes]
    return CreditFile(subject, _about(changes, subject), file.complete_since)


def _filled(rng, part, names, on):
    if isinstance(part, ListEntry):
        return _filled_entry(rng, part, on)
    made = a_record(rng, 1, part.subject, on)
    lost = [name for name in names if getattr(part, name) is None]
    parts = {name: getattr(made, name) for name in lost}
    if "determined_on" in parts and part.conduct_on:
        parts["determined_on"] = max(parts["determined_on"], part.conduct_on)
    if "conduct" in parts:
        parts["conduct"] = fitting_conduct(part.kind, parts["conduct"])
    if "honour" in parts and rng.random() < 0.5:
        parts["honour"] = None
    return dataclasses.replace(part, **parts)


def _filled_entry(rng, entry, on):
    first, last = entry.valid_from, entry.valid_until
    if first is None:
        first = before(rng, on) if last is None else min(before(rng, on), last)
    if last is None:
        last = max(first, rng.choice([near(rng, on), before(rng, on), on + timedelta(300)]))
    determined_on = entry.determined_on or near(rng, before(rng, on))
    return dataclasses.replace(entry, valid_from=first, valid_until=last, determined_on=determined_on)
