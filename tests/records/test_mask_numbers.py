"""Residents' numbers inside free texts."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jscredit.records import mask_numbers_in
from oracles.identifiers import invented_credit_code, invented_resident_id, old_form

persons = st.builds(
    lambda n, born: invented_resident_id(n, born=born),
    st.integers(0, 999),
    st.dates(date(1800, 1, 1), date(2199, 12, 31)),
)
words = st.text("王某的商店，。（） 年罚款A", max_size=8)


@given(words, persons, words)
def test_a_number_is_found_wherever_it_stands(before, number, after):
    text = before + number + after
    shown = mask_numbers_in(text)
    assert shown == before + "*" * 18 + after


@given(words, persons, words)
def test_a_wrong_or_missing_check_digit_does_not_hide_it(before, number, after):
    assert "*" * 17 in mask_numbers_in(before + number[:17] + "Q" + after)
    assert "*" * 17 in mask_numbers_in(before + number[:17] + "。" + after)


@given(persons, st.lists(st.sampled_from(["", " ", "-", "\u200b", "\u3000"]), min_size=17, max_size=17))
def test_separators_and_full_width_digits_do_not_hide_it(number, separators):
    wide = "".join(chr(ord(c) + 0xFEE0) for c in number)
    for digits in (number, wide):
        text = "".join(c + s for c, s in zip(digits, [*separators, ""], strict=True))
        assert mask_numbers_in(text) == re.sub("[0-9X０-９Ｘ]", "*", text)
        old = "".join(c + s for c, s in zip(old_form(digits), separators, strict=False))
        assert mask_numbers_in(f"某{old}某") == re.sub("[0-9０-９]", "*", f"某{old}某")


@given(persons, persons)
def test_numbers_side_by_side_are_all_found(one, other):
    assert mask_numbers_in(one + other) == "*" * 36
    assert mask_numbers_in(f"{one}、{old_form(other)}") == "*" * 18 + "、" + "*" * 15


def test_foreigners_cards_are_found():
    assert mask_numbers_in("持证人932156199102030007。") == "持证人" + "*" * 18 + "。"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "虚构罚字〔2018〕第123号，2018年1月29日，罚款200元",
        "电话 025-8888 8888，邮编 210000，账号 6222 0000 0000 0000 000",
        invented_credit_code(1),
        "91329901990307001234",
        "A329901900307001",
        "3299019003070011",
    ],
)
def test_other_numbers_stay(text):
    assert mask_numbers_in(text) == text
