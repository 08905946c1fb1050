import random
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jscredit.errors import InvalidInput
from jscredit.records import CreditCode, OrganisationCode
from oracles.identifiers import (
    CREDIT_ALPHABET,
    ORGANISATION_ALPHABET,
    credit_check_digit,
    invented_credit_code,
    invented_organisation_code,
    organisation_check_digit,
)

GOOD = invented_credit_code(1)
heads = st.sampled_from(["11", "12", "19", "21", "51", "52", "53", "91", "92", "93", "A1", "N1", "N2", "Y1"])
regions = st.from_regex("3299[0-9]{2}", fullmatch=True)
credit_parts = st.text(CREDIT_ALPHABET, min_size=9, max_size=9)


def code_of(cls, text):
    with pytest.raises(InvalidInput) as caught:
        cls(text)
    (fault,) = caught.value.faults
    assert fault.clause == "M15"
    assert cls.standard.zh in fault.message.zh
    assert cls.standard.en in fault.message.en
    assert fault.cure.zh
    assert fault.cure.en
    assert not cls.is_valid(text)
    return fault.code


@given(heads, regions, credit_parts)
def test_a_credit_code_is_its_structure_and_its_check_digit(head, region, part):
    body = head + region + part
    right = credit_check_digit(body)
    code = CreditCode(body + right)
    assert code.reveal() == body + right
    assert code.organisation_part == part
    for wrong in set(CREDIT_ALPHABET) - {right}:
        assert not CreditCode.is_valid(body + wrong)


@given(st.text(ORGANISATION_ALPHABET, min_size=8, max_size=8).filter(lambda body: len(set(body)) > 1))
def test_an_organisation_code_is_its_check_digit(body):
    right = organisation_check_digit(body)
    assert OrganisationCode(body + right).reveal() == body + right
    for wrong in set("0123456789X") - {right}:
        assert code_of(OrganisationCode, body + wrong) == "identifier.check-digit"


@given(credit_parts)
def test_an_organisation_code_that_fails_inside_a_credit_code_is_a_warning(part):
    body = "91329901" + part
    code = CreditCode(body + credit_check_digit(body))
    fits = organisation_check_digit(part[:8]) == part[8]
    assert [w.code for w in code.warnings] == ([] if fits else ["identifier.organisation-check-digit"])
    inside = OrganisationCode.from_credit_code(code)
    expected = OrganisationCode(part) if fits and len(set(part)) > 1 else None
    assert inside == expected


def test_both_a_fitting_and_a_failing_organisation_part_occur():
    fitting = CreditCode(invented_credit_code(7))
    assert fitting.warnings == ()
    assert OrganisationCode.from_credit_code(fitting) == OrganisationCode(invented_organisation_code(7))
    body = "91329901" + "MA0000070"
    failing = CreditCode(body + credit_check_digit(body))
    (warning,) = failing.warnings
    assert "GB 11714" in warning.message.en
    assert warning.clause == "M15"
    assert OrganisationCode.from_credit_code(failing) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (GOOD[:-1], "length"),
        (GOOD + "1", "length"),
        ("", "length"),
        ("9", "length"),
        ("913299010000I00019", "alphabet"),
        ("913299010000O00019", "alphabet"),
        ("913299010000Z00019", "alphabet"),
        ("913299010000S00019", "alphabet"),
        ("913299010000V00019", "alphabet"),
        ("913299010000中00019", "alphabet"),
        ("913299010000٣00019", "alphabet"),
        ("013299010000000019", "structure"),
        ("91A299010000000019", "structure"),
        ("9132990A0000000019", "structure"),
        ("9132****0000000019", "masked"),
        ("9132＊＊＊＊0000000019", "masked"),
        ("0" * 18, "placeholder"),
        (913299010000000019, "type"),
        (None, "type"),
        (b"913299010000000019", "type"),
    ],
)
def test_what_is_no_credit_code(text, code):
    assert code_of(CreditCode, text) == f"identifier.{code}"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("MA1ABCD1", "length"),
        ("MA1ABCD111", "length"),
        ("MA1ABCD1A", "alphabet"),
        ("MA1ABC中11", "alphabet"),
        ("MA1ABC*11", "masked"),
        ("000000000", "placeholder"),
        (123456789, "type"),
    ],
)
def test_what_is_no_organisation_code(text, code):
    assert code_of(OrganisationCode, text) == f"identifier.{code}"


def full_width(text):
    return "".join(chr(ord(c) + 0xFEE0) for c in text)


@given(st.integers(0, 999_999), st.randoms(use_true_random=False))
def test_writing_does_not_matter(n, rng: random.Random):
    text = invented_credit_code(n)
    noise = [" ", "-", "\u3000", "\u200b", "\ufeff", "\t", "\u2013", "\uff0d", ""]
    noisy = "".join(rng.choice([c, c.lower(), full_width(c), full_width(c.lower())]) + rng.choice(noise) for c in text)
    assert CreditCode(noisy) == CreditCode(text)
    assert hash(CreditCode(noisy)) == hash(CreditCode(text))
    assert CreditCode(noisy).reveal() == text


def test_letters_that_only_fold_to_a_letter_are_not_taken_for_it():
    # The upper case of the long s is S, and a circled digit is a digit under NFKC: both would change what was typed.
    assert code_of(OrganisationCode, "MA1ABCDſ1") == "identifier.alphabet"
    assert code_of(OrganisationCode, "MA①ABCD11") == "identifier.alphabet"


def test_a_code_is_shown_and_is_no_other_value():
    code = CreditCode(GOOD)
    assert str(code) == code.shown == f"{code}" == GOOD
    assert f"{code:>20}" == f"  {GOOD}"
    assert repr(code) == f"CreditCode('{GOOD}')"
    assert code != GOOD
    assert OrganisationCode(invented_organisation_code(1)) != code
    assert code != CreditCode(invented_credit_code(2))


def test_a_code_cannot_be_changed():
    code = CreditCode(GOOD)
    with pytest.raises(AttributeError, match="cannot be changed"):
        code._text = "x"
    with pytest.raises(AttributeError, match="cannot be changed"):
        del code._text
    with pytest.raises(AttributeError, match="cannot be changed"):
        code.note = "x"


def test_stdnum_is_loaded_only_when_a_check_digit_is_asked_for():
    program = (
        "import sys, jscredit.records as r; before = 'stdnum' in sys.modules; "
        f"r.CreditCode('{GOOD}'); print(before, 'stdnum' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603
    assert ran.stdout.split() == ["False", "True"]
