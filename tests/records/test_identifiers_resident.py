from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jscredit.errors import InvalidInput
from jscredit.records import ResidentId
from oracles.identifiers import invented_resident_id, old_form, resident_check_digit

births = st.dates(date(1850, 1, 1), date(2150, 12, 31))
sequences = st.integers(0, 999)
# GB/T 2260: the provinces; 81, 82 and 83 begin the residence permits of Hong Kong, Macao and Taiwan instead.
PROVINCES = {
    *range(11, 16),
    *range(21, 24),
    *range(31, 38),
    *range(41, 47),
    *range(50, 55),
    *range(61, 66),
    71,
}


def code_of(text):
    with pytest.raises(InvalidInput) as caught:
        ResidentId(text)
    (fault,) = caught.value.faults
    assert fault.clause == "M15"
    assert "GB 11643-1999" in fault.message.zh
    assert "GB 11643-1999" in fault.message.en
    assert not ResidentId.is_valid(text)
    return fault.code


def with_check(body):
    return body + resident_check_digit(body)


@given(births, sequences)
def test_a_number_is_its_check_digit_and_tells_its_birth_date(born, n):
    text = invented_resident_id(n, born=born)
    number = ResidentId(text)
    assert number.reveal() == text
    assert number.birth_date == born
    for wrong in set("0123456789X") - {text[-1]}:
        assert code_of(text[:-1] + wrong) == "identifier.check-digit"


@given(st.dates(date(1900, 1, 1), date(1999, 12, 31)), sequences)
def test_old_and_new_number_of_one_person_share_the_match_key(born, n):
    text = invented_resident_id(n, born=born)
    new, old = ResidentId(text), ResidentId(old_form(text))
    assert old.birth_date == new.birth_date == born
    assert old.match_key == new.match_key == old_form(text)
    assert old != new


@given(births.filter(lambda born: born.year // 100 != 19), sequences)
def test_a_birth_outside_the_twentieth_century_matches_by_all_eighteen(born, n):
    text = invented_resident_id(n, born=born)
    assert ResidentId(text).match_key == text


@pytest.mark.parametrize("first", range(100))
def test_the_first_two_digits_are_a_province(first):
    text = with_check(f"{first:02d}990119900307001")
    assert ResidentId.is_valid(text) == (first in PROVINCES)
    assert ResidentId.is_valid(old_form(text)) == (first in PROVINCES)


def test_a_county_missing_from_the_tables_and_a_birth_before_it_are_no_reason_to_refuse():
    assert ResidentId(invented_resident_id(1, born=date(1970, 5, 1), region="329999")).birth_date == date(1970, 5, 1)


def test_a_lower_case_x_is_the_check_digit_x():
    text = next(t for t in map(invented_resident_id, range(100)) if t.endswith("X"))
    assert ResidentId(text.lower()) == ResidentId(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "length"),
        ("32990119900307001", "length"),
        ("3299011990030700123", "length"),
        ("3299019003070012", "length"),
        ("32990119900307A01X", "alphabet"),
        ("X29901199003070012", "alphabet"),
        ("32990190030700X", "alphabet"),
        ("32990119900307001A", "alphabet"),
        ("329901199003070٠12", "alphabet"),
        ("019901199003070012", "region"),
        ("819901199003070012", "region"),
        (with_check("32990119900229001"), "birth-date"),
        (with_check("32990119901301001"), "birth-date"),
        (with_check("32990119900400001"), "birth-date"),
        (with_check("32990118491231001"), "birth-date"),
        (with_check("32990121510101001"), "birth-date"),
        (with_check("32990100000101001"), "birth-date"),
        ("329901900229001", "birth-date"),
        ("329901199003070013", "check-digit"),
        ("3299**********0012", "masked"),
        ("3299XXXXXXXXXX0012", "masked"),
        ("32", "length"),
        ("11", "placeholder"),
        ("111111111111111", "placeholder"),
        (329901199003070012, "type"),
        (3.29901199003070012e17, "type"),
        (None, "type"),
    ],
)
def test_what_is_no_resident_id(text, code):
    assert code_of(text) == f"identifier.{code}"
