"""Personal numbers planted everywhere: none may come out unless it is asked for by name."""

import copy
import json
import logging
import pickle
import pprint
import traceback
from dataclasses import asdict, fields, replace
from datetime import date

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from jscredit.errors import InvalidInput, safe
from jscredit.records import (
    Body,
    CreditCode,
    IdType,
    OrganisationCode,
    OtherId,
    ResidentId,
    Subject,
    SubjectType,
    is_masked,
    is_storage,
    mask_name,
    storage_context,
)
from oracles.identifiers import invented_credit_code, invented_resident_id, old_form

NUMBER = invented_resident_id(12, born=date(1987, 6, 5))
WRONG = NUMBER[:-1] + ("0" if NUMBER[-1] != "0" else "1")
PERSONAL = [
    ResidentId(NUMBER),
    ResidentId(old_form(NUMBER)),
    OtherId(IdType.HK_MACAO_TAIWAN_RESIDENCE_PERMIT, invented_resident_id(3, born=date(1991, 2, 3), region="810000")),
    OtherId(IdType.HK_MACAO_TRAVEL_PERMIT, "H12345678"),
    OtherId(IdType.TAIWAN_TRAVEL_PERMIT, "12345678"),
    OtherId(IdType.FOREIGN_PERMANENT_RESIDENCE, "XXX320001020301"),
    OtherId(IdType.PASSPORT, "E87654321"),
    OtherId(IdType.OTHER_PERSONAL, "虚字第8765432号"),
    OtherId(IdType.TAX_REGISTRATION, NUMBER + "01"),
]


def leaks(text, number):
    """Whether a text shows more of a number than its first two characters: any four of the rest in a row."""
    secret = number[2:]
    return any(secret[i : i + 4] in text for i in range(len(secret) - 3))


def logged(value, caplog):
    caplog.clear()
    with caplog.at_level(logging.INFO):
        logging.getLogger("planted").info("%s %r %s", value, value, [value])
        logging.getLogger("planted").error("failed with %s", value, exc_info=RuntimeError(value))
    return caplog.text


def all_texts(value, caplog):
    adapter = TypeAdapter(type(value))
    model = type("Model", (BaseModel,), {"__annotations__": {"held": type(value)}})(held=value)
    yield from (str(value), repr(value), f"{value} {value!r} {value!s}", format(value), f"{value}", f"{(value,)}")
    yield from (str([value]), str({value: value}), str({"key": value}), pprint.pformat({value: [value]}))
    yield logged(value, caplog)
    yield str(adapter.dump_python(value))
    yield str(adapter.dump_python(value, mode="json"))
    yield adapter.dump_json(value).decode()
    yield from (repr(model), str(model.model_dump()), model.model_dump_json(), str(model.model_dump(mode="json")))
    yield json.dumps({"held": value}, default=str)


@pytest.mark.parametrize("value", PERSONAL, ids=lambda value: type(value).__name__)
def test_a_personal_number_is_nowhere_shown(value, caplog):
    for text in all_texts(value, caplog):
        assert not leaks(text, value.reveal())
    assert is_masked(value.shown)
    assert len(value.shown) == len(value.reveal())


def test_a_number_is_aligned_and_cut_by_its_mask_only():
    number = ResidentId(NUMBER)
    assert f"{number:.4}" == "32**"
    assert f"{number:>20}" == "  32" + "*" * 16


def test_a_number_as_a_key_is_masked_and_stored():
    number = ResidentId(NUMBER)
    adapter = TypeAdapter(dict[ResidentId, int])
    assert adapter.dump_json({number: 1}) == b'{"32****************":1}'
    assert adapter.dump_python({number: 1}) == {"32****************": 1}
    assert adapter.dump_json({number: 1}, context=storage_context()) == f'{{"{NUMBER}":1}}'.encode()
    other = OtherId(IdType.PASSPORT, "E87654321")
    with pytest.raises(PydanticSerializationError) as caught:
        TypeAdapter(dict[OtherId, int]).dump_json({other: 1})
    assert not leaks(str(caught.value), "E87654321")


def test_only_the_librarys_own_token_writes_real_numbers():
    adapter, number = TypeAdapter(ResidentId), ResidentId(NUMBER)
    for context in (None, {}, {"jscredit.form": "storage"}, {"jscredit.form": object()}, "storage", 7):
        assert adapter.dump_python(number, context=context) == "32****************"
    assert adapter.dump_python(number, context=storage_context()) == NUMBER
    assert adapter.dump_python(number, context=storage_context() | {"more": 1}) == NUMBER


def test_is_storage_reads_any_serialisation_info():
    class Info:
        context = None

    assert is_storage(Info()) is False


def raised(build):
    with pytest.raises((InvalidInput, ValidationError)) as caught:
        build()
    return caught.value


def error_texts(error, caplog):
    yield from (str(error), repr(error), f"{error}", "".join(traceback.format_exception(error)))
    caplog.clear()
    logging.getLogger("planted").error("refused", exc_info=error)
    yield caplog.text
    if isinstance(error, ValidationError):
        yield from (str(safe(error)), repr(safe(error)), safe(error).text("en"))


WRONG_PERSONAL = [
    (lambda: ResidentId(WRONG)),
    (lambda: ResidentId(int(NUMBER[:-1]))),
    (lambda: ResidentId(f"{NUMBER} {NUMBER}")),
    (lambda: CreditCode(NUMBER)),
    (lambda: OrganisationCode(NUMBER)),
    (lambda: OtherId(NUMBER, NUMBER)),
    (lambda: OtherId(IdType.PASSPORT, NUMBER)),
    (lambda: OtherId(IdType.HK_MACAO_TAIWAN_RESIDENCE_PERMIT, WRONG)),
    (lambda: TypeAdapter(ResidentId).validate_python(WRONG)),
    (lambda: TypeAdapter(ResidentId).validate_json(f'"{WRONG}"')),
    (lambda: TypeAdapter(CreditCode).validate_python(NUMBER)),
    (lambda: TypeAdapter(OtherId).validate_python({"type": NUMBER, "text": NUMBER})),
    (lambda: TypeAdapter(OtherId).validate_python({NUMBER: NUMBER})),
    (lambda: TypeAdapter(list[OtherId]).validate_python([NUMBER, int(NUMBER[:-1])])),
]


@pytest.mark.parametrize("build", WRONG_PERSONAL)
def test_no_error_shows_what_was_refused(build, caplog):
    error = raised(build)
    for text in error_texts(error, caplog):
        assert not leaks(text, NUMBER)
    assert error.__cause__ is None
    assert error.__context__ is None


def test_a_foreign_model_that_does_not_hide_its_inputs_shows_no_number(caplog):
    class Form(BaseModel):
        number: ResidentId
        other: OtherId

    error = raised(lambda: Form(number=WRONG, other={"type": "passport", "text": NUMBER}))
    assert error.error_count() == 2
    for text in (*error_texts(error, caplog), str(error.errors()), error.json()):
        assert not leaks(text, NUMBER)


FULL = {
    Subject: {
        "type": SubjectType.NATURAL_PERSON,
        "name": "张三丰",
        "resident_id": NUMBER,
        "other_ids": (OtherId(IdType.PASSPORT, "E87654321"),),
    },
    Body: {"name": "虚构市城管局", "responsible": "张三丰", "lead_department": "办公室"},
}
PLANTED_AS = [NUMBER, WRONG, int(NUMBER[:-1]), (NUMBER,), {NUMBER: NUMBER}, f"王某{NUMBER}", ResidentId(NUMBER)]


@pytest.mark.parametrize("planted", PLANTED_AS, ids=lambda planted: type(planted).__name__)
@pytest.mark.parametrize(("cls", "field"), [(cls, field.name) for cls in FULL for field in fields(cls)])
def test_a_number_in_any_field_does_not_come_out(cls, field, planted, caplog):
    try:
        texts = all_texts(cls(**FULL[cls] | {field: planted}), caplog)
    except ValidationError as error:
        texts = error_texts(error, caplog)
    assert [text for text in texts if leaks(text, NUMBER)] == []


@pytest.mark.parametrize("cls", FULL)
def test_a_number_as_a_field_name_or_in_place_of_fields_does_not_come_out(cls, caplog):
    for build in (
        lambda: cls(**FULL[cls], **{NUMBER: 1}),
        lambda: cls(**FULL[cls], **{NUMBER: NUMBER, f"x{NUMBER}": 1}),
        lambda: cls(NUMBER),
        lambda: TypeAdapter(cls).validate_python(NUMBER),
        lambda: TypeAdapter(cls).validate_python({NUMBER: NUMBER}),
        lambda: TypeAdapter(cls).validate_json(f'{{"{NUMBER}": "{NUMBER}"}}'),
        lambda: TypeAdapter(cls).validate_json(f'"{NUMBER}"'),
    ):
        for text in error_texts(raised(build), caplog):
            assert not leaks(text, NUMBER)


def test_a_whole_subject_shows_neither_number_nor_name(caplog):
    subject = Subject(**FULL[Subject])
    for text in all_texts(subject, caplog):
        assert not leaks(text, NUMBER)
        assert not leaks(text, "E87654321")
        assert "张三丰" not in text
    assert not leaks(str(asdict(subject)), NUMBER)
    stored = TypeAdapter(Subject).dump_json(subject, context=storage_context()).decode()
    assert NUMBER in stored
    assert "张三丰" in stored


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"name": "虚构商贸有限公司", "type": SubjectType.LEGAL_PERSON}, "虚构商贸有限公司"),
        ({"name": "虚构社", "type": SubjectType.UNINCORPORATED_ORGANISATION}, "虚构社"),
        ({"name": f"虚构{NUMBER}", "type": SubjectType.LEGAL_PERSON}, "虚构" + "*" * 18),
        ({"name": "张三", "type": SubjectType.NATURAL_PERSON}, "张**"),
        ({"name": "张三丰"}, "张**"),
        ({"name": "虚构商贸有限公司", "credit_code": invented_credit_code(1)}, "虚构商贸有限公司"),
        ({"name": "虚构小吃店", "credit_code": "92329901MA1ABCD116"}, "虚**"),
        ({"name": "虚构商贸有限公司", "other_ids": (OtherId(IdType.TAX_REGISTRATION, "329901199003071"),)}, "虚**"),
    ],
)
def test_a_name_is_shown_whole_only_where_it_is_known_to_be_an_organisations(fields, shown):
    subject = Subject(**fields)
    assert subject.shown_name == shown
    assert f"name='{shown}'" in repr(subject)
    assert TypeAdapter(Subject).dump_python(subject)["name"] == shown


def test_an_unknown_name_stays_unknown():
    subject = Subject(resident_id=NUMBER)
    assert subject.shown_name is None
    assert TypeAdapter(Subject).dump_python(subject)["name"] is None


@pytest.mark.parametrize("value", [*PERSONAL, CreditCode(invented_credit_code(4))])
def test_copies_and_pickles_are_the_value(value):
    assert copy.copy(value) is value
    assert copy.deepcopy([value])[0] is value
    again = pickle.loads(pickle.dumps(value))  # noqa: S301 - our own bytes
    assert again == value
    assert again.reveal() == value.reveal()


def test_subjects_are_pickled_copied_and_replaced():
    subject = Subject(**FULL[Subject])
    assert pickle.loads(pickle.dumps(subject)) == subject  # noqa: S301 - our own bytes
    assert copy.deepcopy(subject) == subject
    assert replace(subject, name="李四").name == "李四"
    assert hash(subject) == hash(copy.deepcopy(subject))


def test_names():
    assert mask_name(" 张三 ") == "张**"
    assert mask_name("John Smith") == "J**"
