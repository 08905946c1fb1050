"""Subjects, list entries and files for the set questions, with the rows that stand for them."""

import random
from datetime import date, timedelta

from frames_cases import entry_row_of, record_row_of
from frames_tables import table
from jscredit.records import EntryState, IdType, ListEntry, ListSide, OtherId, Subject, SubjectType
from oracles.identifiers import invented_credit_code, invented_resident_id

ON = date(2020, 6, 1)


def a_subject(rng: random.Random) -> Subject:
    """One of few, so that many share a number, a name, or both, or speak against each other."""
    number, parts = rng.randint(1, 12), {}
    if rng.random() < 0.8:
        parts["name"] = f"虚构{rng.randint(1, 6)}号"
    if rng.random() < 0.5:
        code = invented_credit_code(number)
        if rng.random() < 0.6:
            parts["credit_code"] = code
        if rng.random() < 0.3:
            parts["organisation_code"] = code[8:17]
        if rng.random() < 0.7:
            parts["type"] = SubjectType.LEGAL_PERSON
        if rng.random() < 0.2:
            parts["other_ids"] = (OtherId(IdType.BUSINESS_REGISTRATION, f"32990100000{rng.randint(10, 13)}"),)
    else:
        if rng.random() < 0.6:
            parts["resident_id"] = invented_resident_id(number)
        if rng.random() < 0.7:
            parts["type"] = SubjectType.NATURAL_PERSON
        if rng.random() < 0.3:
            parts["other_ids"] = (OtherId(IdType.PASSPORT, f"E0000000{rng.randint(1, 3)}"),)
    return Subject(**parts) if {*parts} - {"type"} else a_subject(rng)


def subject_row(subject: Subject) -> dict:
    """The columns of a subject."""
    return {
        "subject_type": subject.type and subject.type.value,
        "subject_name": subject.name,
        "subject_credit_code": subject.credit_code and subject.credit_code.reveal(),
        "subject_organisation_code": subject.organisation_code and subject.organisation_code.reveal(),
        "subject_resident_id": subject.resident_id and subject.resident_id.reveal(),
        "subject_other_ids": ",".join(f"{each.type.value}:{each.reveal()}" for each in subject.other_ids),
    }


def an_entry(rng: random.Random, name: str, side: ListSide) -> EntryState:
    """An entry near the day: begun or not, over or not, taken off or not."""

    def day():
        return rng.choice([None, *(ON + timedelta(days=step) for step in (-100, -1, 0, 1, 100))])

    first, last = sorted((day() or ON, day() or ON))
    entry = ListEntry(
        id=name,
        side=side,
        subject=a_subject(rng),
        valid_from=rng.choice([first, first, None]),
        valid_until=rng.choice([last, last, None]),
    )
    return EntryState(entry=entry, delisted_on=day() if rng.random() < 0.3 else None)


def entry_row(state: EntryState, list_name: str) -> dict:
    """The columns of a list entry of the cross-check."""
    entry = state.entry
    days = {"valid_from": entry.valid_from, "valid_until": entry.valid_until, "delisted_on": state.delisted_on}
    return {"id": entry.id, "list_name": list_name, **days, **subject_row(entry.subject)}


def file_tables(files):
    """The three frames of a review: subjects, their records, their list entries."""
    subjects = [
        {
            "subject": str(place),
            "subject_type": file.subject.type and file.subject.type.value,
            "established_on": file.subject.established_on,
            "complete_since": file.complete_since,
        }
        for place, file in enumerate(files)
    ]
    records = [record_row_of(state, str(place)) for place, file in enumerate(files) for state in file.records]
    entries = [entry_row_of(state, str(place)) for place, file in enumerate(files) for state in file.entries]
    return table(subjects), table(records), table(entries)
