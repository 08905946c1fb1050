"""JSON documents: storage loads back, public never does, bad input gives our error, personal numbers stay inside."""

import dataclasses
import json
import logging
import traceback
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from factories import PERSONS, entries, evidence, files, judgement, record, records
from jscredit.errors import InvalidInput
from jscredit.records import (
    Attributed,
    Change,
    Corrected,
    CreditFile,
    CreditRecord,
    Delisted,
    DelistingGround,
    Document,
    Flagged,
    Judgement,
    Kind,
    Listed,
    ListEntry,
    ListSide,
    RepairEvidence,
    Subject,
    Supplied,
    Unflagged,
    Withdrawn,
    flat_row,
)
from oracles.identifiers import invented_resident_id

NUMBER = invented_resident_id(7)
DOCUMENTS = [CreditRecord, ListEntry, RepairEvidence, CreditFile]
SAMPLES = {
    CreditRecord: record(),
    ListEntry: ListEntry(id="E1", side=ListSide.RED, subject=PERSONS[0]),
    RepairEvidence: RepairEvidence(clear_effect=judgement()),
    CreditFile: CreditFile(PERSONS[0]),
}


def round_trip(value: Document):
    text = value.to_storage_json()
    assert type(value).from_storage_json(text) == value
    assert type(value).from_storage_json(text.encode()) == value
    head = json.loads(text)
    assert list(head)[:3] == ["schema", "version", "form"]
    assert (head["schema"], head["version"], head["form"]) == (value.schema_name, 1, "storage")
    assert None not in head.values()


@given(records())
def test_records_come_back_equal(value):
    round_trip(value)


@given(entries())
def test_entries_come_back_equal(value):
    round_trip(value)


@given(evidence())
def test_evidence_comes_back_equal(value):
    round_trip(value)


@given(files())
def test_files_come_back_equal_and_replay(value):
    round_trip(value)
    again = CreditFile.from_storage_json(value.to_storage_json())
    assert (again.records, again.entries) == (value.records, value.entries)


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_public_document_says_so_and_never_loads(kind):
    text = SAMPLES[kind].to_public_json()
    assert json.loads(text)["form"] == "public"
    with pytest.raises(InvalidInput) as caught:
        kind.from_storage_json(text)
    assert caught.value.code == "document.public"


def altered(**parts):
    content = json.loads(SAMPLES[CreditRecord].to_storage_json()) | parts
    return json.dumps({name: value for name, value in content.items() if value != "gone"})


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "document.unreadable"),
        ("[1]", "document.unreadable"),
        ('"text"', "document.unreadable"),
        ("{", "document.unreadable"),
        ("{} {}", "document.unreadable"),
        (b"\xff\xfe", "document.unreadable"),
        ("\ufeff{}", "document.unreadable"),
        (None, "document.unreadable"),
        (bytearray(b"{}"), "document.unreadable"),
        ({}, "document.unreadable"),
        ("[" * 200_000, "document.unreadable"),
        ('{"a":' * 200_000, "document.unreadable"),
        ('{"version":' + "9" * 10_000 + "}", "document.unreadable"),
        (altered()[:-1] + ',"id":"2"}', "document.unreadable"),
        (altered(subject={"name": "某"}).replace('"name"', '"name": "某", "name"'), "document.unreadable"),
        (altered(schema="jscredit.list-entry"), "document.schema"),
        (altered(schema="gone"), "document.schema"),
        (altered(schema=["jscredit.record"]), "document.schema"),
        (altered(version=2), "document.version"),
        (altered(version="1"), "document.version"),
        (altered(version=True), "document.version"),
        (altered(version=1.0), "document.version"),
        (altered(version="gone"), "document.version"),
        (altered(form="public"), "document.public"),
        (altered(form="gone"), "document.form"),
        (altered(form=1), "document.form"),
        (altered(id="gone"), "field.missing"),
        (altered(id=10**300), "field.string-type"),
        (altered(id=10**300).replace("0" * 300, "NaN"), "document.unreadable"),
        (altered(severity=float("nan")), "field.enum"),
        (altered(severity=float("inf")), "field.enum"),
        (altered(severity="x"), "field.enum"),
        (altered(breached_norm_rank="x"), "field.enum"),
        (altered(breached_norm_rank=80), "field.enum"),
        (altered(determined_on="2024-02-30"), "field.date-type"),
        (altered(determined_on="2024-2-3"), "field.date-type"),
        (altered(determined_on="2024-02-03T00:00:00"), "field.date-type"),
        (altered(determined_on=1_700_000_000), "field.date-type"),
        (altered(determined_on="1899-12-31"), "field.out-of-range"),
        (altered(reflects_credit="true"), "field.bool-type"),
        (altered(fine_yuan=100), "field.decimal-parsing"),
        (altered(fine_yuan="1e3"), "field.decimal-parsing"),
        (altered(fine_yuan="-1"), "field.decimal-parsing"),
        (altered(penalty_types="fine"), "field.type"),
        (altered(penalty_types=["x"]), "field.enum"),
        (altered(colour="red"), "field.unknown"),
        (altered(subject=[]), "field.type"),
        (altered(subject={"name": "某", "colour": 1}), "field.unknown"),
        (altered(subject={"name": "\ud800"}), "field.json-invalid"),
    ],
)
def test_bad_documents_are_refused_with_our_code(text, code):
    with pytest.raises(InvalidInput) as caught:
        CreditRecord.from_storage_json(text)
    assert caught.value.code == code
    for fault in caught.value.faults:
        assert fault.message.zh
        assert fault.message.en
        assert fault.cure.zh
        assert fault.cure.en


keys = st.text(max_size=8) | st.just(NUMBER)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.just(NUMBER),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=8,
)
field_names = st.sampled_from(sorted({f.name for kind in DOCUMENTS for f in dataclasses.fields(kind)}))


@pytest.mark.parametrize("kind", DOCUMENTS)
@given(content=st.dictionaries(field_names | keys, json_values, max_size=4))
@example(content={"changes": [{"type": NUMBER}]})
@example(content={"changes": [{}]})
@example(content={"changes": [{"type": [NUMBER]}]})
@example(content={"changes": [NUMBER]})
def test_any_content_loads_or_is_refused_without_telling_it(kind, content):
    sound = json.loads(SAMPLES[kind].to_storage_json())
    text = json.dumps(sound | content)
    try:
        loaded = kind.from_storage_json(text)
    except InvalidInput as error:
        assert_untold(error)
    else:
        assert isinstance(loaded, kind)


@given(st.binary(max_size=60) | st.text(max_size=60))
def test_any_text_is_refused(text):
    with pytest.raises(InvalidInput):
        CreditFile.from_storage_json(text)


def assert_untold(error: Exception):
    told = "".join(traceback.format_exception(error)) + repr(error) + str(error)
    assert NUMBER not in told
    for fault in getattr(error, "faults", ()):
        assert NUMBER not in repr(fault)


def planted() -> list:
    """A value of every class, with a resident's number in every text and as every number."""
    person = Subject(name=NUMBER, resident_id=NUMBER)
    found = Judgement(finding=True, by=NUMBER, on=date(2024, 1, 1), evidence=(NUMBER, f"见{NUMBER}号"))
    one = CreditRecord(
        id=NUMBER,
        subject=person,
        kind=Kind.PENALTY,
        determined_by=f"由{NUMBER}认定",
        document_number=NUMBER,
        fine_yuan=None,
    )
    entry = ListEntry(id=NUMBER, side=ListSide.BLACK, subject=person, list_name=f"名单 {NUMBER}")
    head = {"day": date(2024, 1, 1), "known_on": date(2024, 1, 1), "citation": NUMBER, "case": NUMBER}
    changes = (
        Supplied(**head, record=one),
        Attributed(**head, record=dataclasses.replace(one, id="2"), source_id=NUMBER, responsibility=found),
        Corrected(**head, record_id=NUMBER, record=one),
        Flagged(**head, record_id=NUMBER, reason=NUMBER),
        Unflagged(**head, record_id=NUMBER),
        Withdrawn(**head, record_id=NUMBER, reason=NUMBER),
        Listed(**head, entry=entry),
        Delisted(**head, entry_id=NUMBER, ground=DelistingGround.PERIOD_OVER),
    )
    shown = RepairEvidence(clear_effect=found, adverse_effect_eliminated=found)
    file = CreditFile(person, changes)
    return [one, entry, found, shown, *changes, file, *file.records, *file.entries]


@pytest.mark.parametrize("value", planted(), ids=lambda value: type(value).__name__)
def test_a_planted_number_is_never_shown(value, caplog):
    with caplog.at_level(logging.INFO):
        logging.getLogger("test").info("%s %r", value, value)
    shown = [repr(value), str(value), f"{value}", caplog.text]
    shown.append(TypeAdapter(type(value)).dump_json(value).decode())
    shown.append(str(TypeAdapter(type(value)).dump_python(value)))
    if isinstance(value, Document):
        shown.append(value.to_public_json())
        assert NUMBER in value.to_storage_json()
    if isinstance(value, CreditRecord):
        shown.append(str(flat_row(value)))
    assert all(NUMBER not in text for text in shown)
    # The places of the asterisks show that the number was there.
    assert any("*" in text for text in shown)


@pytest.mark.parametrize("kind", [*DOCUMENTS, Judgement, Supplied])
def test_a_number_as_a_key_or_a_wrong_value_is_never_told(kind):
    for parts in ({NUMBER: 1}, *({field.name: NUMBER} for field in dataclasses.fields(kind))):
        with pytest.raises(ValidationError) as caught:
            kind(**parts, **{f"{NUMBER}x": NUMBER})
        assert NUMBER not in str(caught.value)
        assert NUMBER not in repr(caught.value)


def test_a_change_of_a_foreign_adapter_is_read_by_its_type():
    text = '{"type":"repaired","record_id":"1","day":"2024-01-01","known_on":"2024-01-01"}'
    assert TypeAdapter(Change).validate_json(text).type == "repaired"


def test_errors_come_without_the_validation_error_that_holds_the_input():
    with pytest.raises(InvalidInput) as caught:
        CreditRecord.from_storage_json(altered(id=5))
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
