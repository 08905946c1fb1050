"""The credit file as a fold: against an oracle that reads all changes again, and its laws."""

import copy
import pickle
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from pydantic import ValidationError

from factories import ORGANISATIONS, PERSONS, days, files, random_changes, record, seeds
from jscredit.errors import InvalidInput, Refused
from jscredit.records import CreditFile, Purged, Subject, Supplied
from oracles import credit_file as oracle

SHOP = ORGANISATIONS[0]
AT = {"day": date(2024, 2, 29), "known_on": date(2024, 2, 29), "citation": "M16"}


def fields_of(one):
    return {name: getattr(one, name) for name in one.__slots__}


@given(seeds())
def test_each_change_is_taken_or_refused_as_the_oracle_says(rng):
    file, taken = CreditFile(SHOP), []
    for change in random_changes(rng, SHOP):
        expected = oracle.refused(taken, change)
        try:
            file = file.apply(change)
        except Refused as refusal:
            found = refusal.code
        else:
            found = None
            taken.append(change)
        assert found == expected
    states = {state.record.id: state for state in file.records}
    assert list(states) == oracle.record_ids(taken)
    for record_id, state in states.items():
        assert state.status.value == oracle.status(taken, record_id)
        assert state.since == oracle.since(taken, record_id)
        assert [flag.case for flag in state.flags] == oracle.open_cases(taken, record_id)
        assert [fields_of(one) for one in (*state.versions, state.record)] == oracle.versions(taken, record_id)
    ended = {change.entry_id: change for change in taken if change.type == "delisted"}
    assert [state.entry for state in file.entries] == [change.entry for change in taken if change.type == "listed"]
    for state in file.entries:
        end = ended.get(state.entry.id)
        assert (state.delisted_on, state.ground) == ((end.day, end.ground) if end else (None, None))


@given(files())
def test_replaying_the_changes_gives_the_same_file(file):
    again = CreditFile(file.subject, file.changes, file.complete_since)
    assert again == file
    assert (again.records, again.entries, again.archive) == (file.records, file.entries, file.archive)
    assert hash(again) == hash(file)


@given(files(), days(), days())
def test_as_of_reads_what_was_known_then(file, one, other):
    then = file.as_of(one)
    assert then.changes == tuple(change for change in file.changes if change.known_on <= one)
    assert then.as_of(one) == then
    assert then.as_of(other) == file.as_of(min(one, other))
    if file.changes:
        assert file.as_of(file.changes[-1].known_on) == file
        assert file.as_of(file.changes[0].known_on - timedelta(days=1)).records == ()


@given(files(), days())
def test_a_file_merged_with_what_it_was_is_itself(file, day):
    assert file.merged_with(file) == file
    assert file.merged_with(file.as_of(day)) == file


@given(files())
def test_copies_and_pickles_add_up_to_the_same(file):
    for twin in (copy.copy(file), copy.deepcopy(file), pickle.loads(pickle.dumps(file))):  # noqa: S301 - our own
        assert twin == file
        assert twin.records == file.records
        assert twin.entries == file.entries


def supplied(record_id, known_on=date(2024, 2, 29), **fixed):
    head = {"day": known_on, "known_on": known_on, "citation": "M16"}
    return Supplied(**head, record=record(id=record_id, **fixed))


def test_two_files_are_merged_in_the_order_of_knowledge():
    early, late = supplied("R1", date(2024, 1, 1)), supplied("R2", date(2024, 5, 1))
    between = supplied("R3", date(2024, 3, 1))
    ours = CreditFile(SHOP, (early, late), date(2023, 1, 1))
    theirs = CreditFile(SHOP, (early, between), date(2022, 1, 1))
    merged = ours.merged_with(theirs)
    assert merged.changes == theirs.merged_with(ours).changes == (early, between, late)
    assert merged.complete_since == date(2022, 1, 1)
    assert CreditFile(SHOP).merged_with(ours).complete_since == date(2023, 1, 1)
    assert CreditFile(SHOP).merged_with(CreditFile(SHOP)).complete_since is None


def test_two_files_merge_by_identity_and_differences_are_not_settled_in_silence():
    ours = CreditFile(SHOP, (supplied("R1"),))
    with pytest.raises(Refused) as caught:
        ours.merged_with(CreditFile(ORGANISATIONS[1]))
    assert (caught.value.code, caught.value.faults[0].field) == ("change.another-subject", "subject")
    with pytest.raises(Refused) as caught:
        ours.merged_with(CreditFile(SHOP, (supplied("R1", document_number="2"),)))
    assert caught.value.code == "change.duplicate-id"
    same = Subject(credit_code=SHOP.credit_code)
    assert ours.merged_with(CreditFile(same)).records == ours.records


def test_merging_does_not_bring_back_what_was_purged():
    original = CreditFile(SHOP, (supplied("R1", determined_by="某"), supplied("R2")))
    purged = original.apply(Purged(**AT, record_id="R1", element="determined_by"))
    assert original.merged_with(purged) == purged.merged_with(original) == purged


@pytest.mark.parametrize("day", ["2024-01-01", datetime(2024, 1, 1), None, 20240101])  # noqa: DTZ001
def test_as_of_takes_a_date_only(day):
    with pytest.raises(InvalidInput):
        CreditFile(SHOP).as_of(day)


def test_a_file_holds_only_its_fields():
    file = CreditFile(SHOP)
    assert repr(file).startswith("CreditFile(subject=Subject(")
    assert "_held" not in repr(file)
    assert not hasattr(file, "__dict__")
    for parts in ({"changes": [supplied("R1")]}, {"changes": (1,)}, {"complete_since": "2024-01-01"}, {"records": ()}):
        with pytest.raises(ValidationError):
            CreditFile(SHOP, **parts)
    with pytest.raises(ValidationError):
        CreditFile(PERSONS[0], (supplied("R1"),))
