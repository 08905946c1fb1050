"""Errors carry code, cure and both languages, keep their data as attributes, and never show what was given."""

import datetime as dt
from types import MappingProxyType

import pytest
from pydantic import TypeAdapter, ValidationError, field_validator
from pydantic.dataclasses import dataclass

from jscredit.errors import (
    CalendarNotAnnounced,
    Fault,
    InvalidInput,
    JscreditError,
    Label,
    MissingExtra,
    NotInForce,
    Refused,
    pydantic_fault,
    safe,
)

NUMBER = "329901199003071234"
FAULT = Fault(
    code="day.too-early",
    message=Label("日期过早", "the day is too early"),
    cure=Label("请改日期", "give another day"),
    field="on",
    clause="M43",
    data=MappingProxyType({"first": dt.date(2018, 1, 29)}),
)


@dataclass(config={"extra": "forbid"})
class Person:
    age: int
    born: dt.date

    @field_validator("born")
    @classmethod
    def _not_too_early(cls, day: dt.date) -> dt.date:
        if day < dt.date(1900, 1, 1):
            raise pydantic_fault(FAULT)
        return day


def refused(**given):
    with pytest.raises(ValidationError) as caught:
        Person(**given)
    return safe(caught.value)


def test_text_names_code_place_clause_and_cure_in_each_language():
    assert FAULT.text("zh") == "[day.too-early] on: 日期过早 (M43)；请改日期"
    assert FAULT.text("en") == "[day.too-early] on: the day is too early (M43); give another day"
    assert Label("甲", "a").text() == "甲"
    assert str(Label("甲", "a")) == "甲 | a"


def test_error_keeps_all_faults_and_the_first_ones_data():
    other = Fault(code="b", message=Label("乙", "b"), cure=Label("改", "mend"))
    error = InvalidInput(FAULT, other)
    assert error.code == "day.too-early"
    assert error.first == dt.date(2018, 1, 29)
    assert error.text("en").splitlines() == [FAULT.text("en"), "[b] b; mend"]
    assert str(error).splitlines()[1] == "[b] 乙；改 | [b] b; mend"
    with pytest.raises(AttributeError):
        _ = error.absent


@pytest.mark.parametrize(
    ("kind", "builtin"),
    [
        (InvalidInput, ValueError),
        (CalendarNotAnnounced, ValueError),
        (NotInForce, ValueError),
        (Refused, ValueError),
        (MissingExtra, ImportError),
    ],
)
def test_each_error_is_a_builtin_too(kind, builtin):
    assert issubclass(kind, JscreditError)
    assert issubclass(kind, builtin)


def test_missing_extra_names_the_command():
    error = MissingExtra.of("numpy", "numpy")
    assert error.extra == "numpy"
    assert "pip install 'jscredit[numpy]'" in str(error)


def test_our_fault_comes_back_from_pydantic_as_it_was():
    (fault,) = refused(age=1, born=dt.date(1800, 1, 1)).faults
    assert fault == FAULT


def test_a_fault_without_a_field_takes_the_place_from_pydantic():
    @dataclass
    class Held:
        n: int

        @field_validator("n")
        @classmethod
        def _never(cls, _n: int) -> int:
            raise pydantic_fault(Fault(code="x", message=Label("{甲}", "{a}"), cure=Label("改", "mend")))

    with pytest.raises(ValidationError) as caught:
        Held(n=1)
    assert "(a)" in str(caught.value)
    assert safe(caught.value).faults[0].field == "n"


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"born": dt.date(2000, 1, 1)}, "field.missing", "age"),
        ({"age": NUMBER + "x", "born": dt.date(2000, 1, 1)}, "field.int-parsing", "age"),
        ({"age": 1, "born": dt.date(2000, 1, 1), NUMBER: 1}, "field.unknown", None),
        ({"age": 1, "born": dt.date(2000, 1, 1), f"x{NUMBER}": NUMBER}, "field.unknown", None),
    ],
)
def test_pydantics_own_errors_have_codes_and_show_no_value(given, code, field):
    error = refused(**given)
    assert (error.code, error.faults[0].field) == (code, field)
    assert NUMBER not in str(error)
    assert NUMBER not in error.text("en")


def test_a_personal_number_as_a_key_of_a_mapping_is_not_told():
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(dict[str, int]).validate_python({NUMBER: "x", "E12345678": "y"})
    error = safe(caught.value)
    assert NUMBER not in str(error)
    assert "E12345678" not in str(error)
    assert [fault.field for fault in error.faults] == [None, None]


def test_an_index_is_told():
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(list[int]).validate_python([1, "x"])
    assert safe(caught.value).faults[0].field == "1"
