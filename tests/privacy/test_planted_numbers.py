"""Personal numbers planted in every field of every value, and as a key: no text that is meant to be shown has them.

``tests/records/test_masking.py`` does this for identifiers, subjects and bodies, ``tests/cli/test_privacy.py`` for
sheets and the command line. Here: records, list entries, evidence, changes, files, and every answer about them.
"""

import logging
import traceback
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import get_args

import pytest
from pydantic import TypeAdapter, ValidationError

from factories import BODIES, judgement, organisation, person, record
from jscredit.classification import classify
from jscredit.errors import InvalidInput, safe
from jscredit.records import (
    Attributed,
    Change,
    Corrected,
    CreditFile,
    CreditRecord,
    Delisted,
    DelistingGround,
    Flagged,
    IdType,
    Judgement,
    Kind,
    Listed,
    ListEntry,
    ListSide,
    OtherId,
    PenaltyType,
    Purged,
    Repaired,
    RepairEvidence,
    ResidentId,
    Severity,
    Subject,
    SubjectType,
    Supplied,
    Unflagged,
    Value,
    Withdrawn,
)
from jscredit.repair import repair_eligibility, repair_outlook
from jscredit.review import check_record
from jscredit.validity import standard_from_file, validity_of
from jscredit.validity.grading import grade
from oracles.identifiers import invented_resident_id, old_form

NUMBER = invented_resident_id(12, born=date(1987, 6, 5))
OLD = old_form(NUMBER)
WRONG = NUMBER[:-1] + ("0" if NUMBER[-1] != "0" else "1")
PASSPORT, TRAVEL = "E87654321", "H12345678"
PERMIT = invented_resident_id(3, born=date(1991, 2, 3), region="810000")
OTHER_NUMBERS = (
    OtherId(IdType.PASSPORT, PASSPORT),
    OtherId(IdType.HK_MACAO_TRAVEL_PERMIT, TRAVEL),
    OtherId(IdType.HK_MACAO_TAIWAN_RESIDENCE_PERMIT, PERMIT),
    OtherId(IdType.OTHER_PERSONAL, f"虚字第{OLD}号"),
)
SECRETS = (NUMBER, OLD, WRONG, PASSPORT, TRAVEL, PERMIT)
WHO = Subject(type=SubjectType.NATURAL_PERSON, name="张三丰", resident_id=ResidentId(NUMBER), other_ids=OTHER_NUMBERS)
DAY = date(2019, 3, 5)
HEAD = {"day": DAY, "known_on": DAY, "citation": "M36", "case": "案1"}
RECORD = record(subject=WHO, determined_on=DAY, severity=Severity.GENERAL, producer=BODIES[0])
ENTRY = ListEntry(id="E1", side=ListSide.BLACK, subject=WHO, list_name="虚构名单", valid_from=DAY)
SUPPLIED = Supplied(**HEAD, record=RECORD)

FULL = {
    CreditRecord: {
        "id": "R1",
        "subject": WHO,
        "kind": Kind.PENALTY,
        "producer": BODIES[0],
        "determined_on": DAY,
        "determined_by": "虚构市第一局",
        "document_number": "虚罚字〔2019〕第1号",
        "penalty_types": (PenaltyType.FINE,),
        "fine_yuan": Decimal(500),
    },
    ListEntry: {
        "id": "E1",
        "side": ListSide.BLACK,
        "subject": WHO,
        "determined_by": BODIES[0],
        "valid_from": DAY,
    },
    RepairEvidence: {"corrected_on": DAY, "clear_effect": judgement(), "recurred": False},
    Judgement: {"finding": True, "by": "虚构局", "on": DAY, "evidence": ("整改报告",)},
    CreditFile: {"subject": WHO, "changes": (SUPPLIED,), "complete_since": DAY},
    Supplied: HEAD | {"record": RECORD},
    Attributed: HEAD | {"record": RECORD, "source_id": "S1", "responsibility": judgement()},
    Corrected: HEAD | {"record_id": "R1", "record": RECORD},
    Flagged: HEAD | {"record_id": "R1", "reason": "异议处理中"},
    Unflagged: HEAD | {"record_id": "R1"},
    Repaired: HEAD | {"record_id": "R1"},
    Withdrawn: HEAD | {"record_id": "R1", "reason": "认定有误"},
    Purged: HEAD | {"record_id": "R1", "element": "severity"},
    Listed: HEAD | {"entry": ENTRY},
    Delisted: HEAD | {"entry_id": "E1", "ground": DelistingGround.PERIOD_OVER},
}
PLANTED_AS = [
    NUMBER,
    OLD,
    WRONG,
    f"王某{NUMBER}的店",
    f"{NUMBER[:6]} {NUMBER[6:14]}-{NUMBER[14:]}",
    int(NUMBER[:-1]),
    (NUMBER,),
    [NUMBER],
    {NUMBER: NUMBER},
    ResidentId(NUMBER),
    *OTHER_NUMBERS,
]


def leaks(text):
    """The planted numbers of which any five characters in a row that a mask hides are in the text."""
    return [
        secret
        for secret in SECRETS
        if any(secret[at : at + 5] in text for at in range(2 if len(secret) > 9 else 0, len(secret) - 4))
    ]


def logged(caplog, *values, error=None):
    caplog.clear()
    with caplog.at_level(logging.INFO):
        logging.getLogger("planted").info("%s %r %s", values, values, [str(value) for value in values], exc_info=error)
    return caplog.text


def texts_of(value, caplog):
    """Every text of a value that is meant to be seen."""
    adapter = TypeAdapter(type(value))
    yield from (str(value), repr(value), f"{value}", f"{[value]} {(value,)}", logged(caplog, value))
    yield from (str(adapter.dump_python(value)), adapter.dump_json(value).decode())
    if hasattr(value, "to_public_json"):
        yield value.to_public_json()


def texts_of_error(error, caplog):
    yield from (str(error), repr(error), "".join(traceback.format_exception(error)), logged(caplog, error=error))
    told = safe(error) if isinstance(error, ValidationError) else error
    yield from (str(told), repr(told), told.text("zh"), told.text("en"), "".join(traceback.format_exception(told)))
    yield from (str(vars(fault)) if hasattr(fault, "__dict__") else repr(fault) for fault in told.faults)


def texts_of_answers(given, caplog):
    """Every text of every answer about a record."""
    decision = repair_eligibility(given, RepairEvidence(corrected_on=DAY), on=date(2022, 6, 1))
    answers = (classify(given), validity_of(given), decision, check_record(given, on=date(2022, 6, 1)))
    standard = standard_from_file("samples/severity_standard.json")
    for answer in (*answers, grade(given, standard)):
        yield from (str(answer), repr(answer), answer.explain("zh"), answer.explain("en"), answer.to_public_json())
        yield logged(caplog, answer)
        yield getattr(answer, "_repr_html_", str)()
    yield from (str(reason) for reason in repair_outlook(decision).reasons)


def built(build, caplog):
    """The texts of what is built, or of the error that refuses it."""
    try:
        value = build()
    except (ValidationError, InvalidInput) as error:
        return list(texts_of_error(error, caplog))
    texts = list(texts_of(value, caplog))
    return texts + list(texts_of_answers(value, caplog)) if isinstance(value, CreditRecord) else texts


def test_every_kind_of_change_is_among_them():
    union, *_ = get_args(Change)
    assert set(get_args(union)) <= set(FULL)


@pytest.mark.parametrize(("cls", "field"), [(cls, field.name) for cls in FULL for field in fields(cls)])
def test_in_any_field(cls, field, caplog):
    for planted in PLANTED_AS:
        parts = FULL[cls] | {field: planted}
        texts = built(lambda parts=parts: cls(**parts), caplog)
        assert [leaks(text) for text in texts if leaks(text)] == []


@pytest.mark.parametrize("cls", FULL)
def test_as_a_key_or_in_place_of_the_fields(cls, caplog):
    for build in (
        lambda: cls(**FULL[cls], **{NUMBER: 1}),
        lambda: cls(**FULL[cls], **{NUMBER: NUMBER, f"x{OLD}": NUMBER}),
        lambda: cls(NUMBER),
        lambda: TypeAdapter(cls).validate_python({NUMBER: NUMBER}),
        lambda: TypeAdapter(cls).validate_json(f'{{"{NUMBER}": "{NUMBER}"}}'),
        lambda: TypeAdapter(cls).validate_json(f'"{NUMBER}"'),
    ):
        with pytest.raises((ValidationError, TypeError)) as caught:
            build()
        if isinstance(caught.value, ValidationError):
            assert [leaks(text) for text in texts_of_error(caught.value, caplog) if leaks(text)] == []


@pytest.mark.parametrize("cls", [CreditRecord, ListEntry, RepairEvidence, CreditFile])
def test_in_a_stored_document(cls, caplog):
    stored = cls(**FULL[cls]).to_storage_json()
    for broken in (
        stored.replace('"form"', f'"{NUMBER}": 1, "form"'),
        stored.replace('"form": "storage"', f'"form": "{NUMBER}"'),
        stored.replace('"version": 1', f'"version": "{NUMBER}"'),
        stored.replace(DAY.isoformat(), NUMBER),
        stored + NUMBER,
        f'{{"{NUMBER}"',
    ):
        with pytest.raises(InvalidInput) as caught:
            cls.from_storage_json(broken)
        assert caught.value.__cause__ is None
        assert [leaks(text) for text in texts_of_error(caught.value, caplog) if leaks(text)] == []


def test_the_name_of_a_person_is_in_no_answer(caplog):
    for text in (*texts_of(RECORD, caplog), *texts_of_answers(RECORD, caplog), *texts_of(ENTRY, caplog)):
        assert "张三丰" not in text


def test_a_file_shows_none_of_what_it_holds(caplog):
    file = CreditFile(WHO, (SUPPLIED, Listed(**HEAD, entry=ENTRY), Flagged(**HEAD, record_id="R1", reason=NUMBER)))
    for value in (file, *file.records, *file.entries):
        for text in texts_of(value, caplog):
            assert leaks(text) == []
            assert "张三丰" not in text
    stored = file.to_storage_json()
    assert NUMBER in stored
    assert PASSPORT in stored


def test_a_refused_change_tells_nothing_of_it(caplog):
    file = CreditFile(organisation(1))
    for change in (SUPPLIED, Repaired(**HEAD | {"case": NUMBER}, record_id=NUMBER), Listed(**HEAD, entry=ENTRY)):
        with pytest.raises(ValueError, match=r"\[change\.") as caught:
            file.apply(change)
        assert [leaks(text) for text in texts_of_error(caught.value, caplog) if leaks(text)] == []


def test_the_raw_errors_of_pydantic_are_documented_as_raw():
    assert "``.errors()`` is raw" in Value.__doc__
    with pytest.raises(ValidationError) as caught:
        CreditRecord(id="1", subject=person(1), kind=NUMBER)
    assert leaks(str(caught.value)) == []
