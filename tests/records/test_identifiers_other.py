from datetime import date

import pytest

from jscredit.errors import InvalidInput
from jscredit.records import IdType, OtherId
from oracles.identifiers import (
    invented_credit_code,
    invented_organisation_code,
    invented_resident_id,
    old_form,
    organisation_check_digit,
    resident_check_digit,
)

PERMIT = invented_resident_id(1, born=date(1991, 2, 3), region="810000")
CARD = "932156199102030001"[:17]
CARD += resident_check_digit(CARD)
PERSON = invented_resident_id(5, born=date(1970, 5, 1))

GOOD = [
    (IdType.HK_MACAO_TAIWAN_RESIDENCE_PERMIT, PERMIT),
    (IdType.HK_MACAO_TRAVEL_PERMIT, "H00000001"),
    (IdType.HK_MACAO_TRAVEL_PERMIT, "M0000000101"),
    (IdType.TAIWAN_TRAVEL_PERMIT, "00000012"),
    (IdType.TAIWAN_TRAVEL_PERMIT, "0000000012(B)"),
    (IdType.FOREIGN_PERMANENT_RESIDENCE, "XXX320001020301"),
    (IdType.FOREIGN_PERMANENT_RESIDENCE, CARD),
    (IdType.PASSPORT, "E00000001"),
    (IdType.OTHER_PERSONAL, "虚字第0001号"),
    (IdType.BUSINESS_REGISTRATION, "3299010000017"),
    (IdType.BUSINESS_REGISTRATION, "329901000000017"),
    (IdType.TAX_REGISTRATION, "329901" + invented_organisation_code(3)),
    (IdType.TAX_REGISTRATION, invented_credit_code(3)),
    (IdType.PUBLIC_INSTITUTION_CERTIFICATE, "132990100001"),
    (IdType.SOCIAL_ORGANISATION_REGISTRATION, "虚民社证字第0001号"),
]

BAD = [
    (IdType.HK_MACAO_TAIWAN_RESIDENCE_PERMIT, PERSON, "shape"),
    (IdType.HK_MACAO_TAIWAN_RESIDENCE_PERMIT, PERMIT[:-1], "shape"),
    (IdType.HK_MACAO_TAIWAN_RESIDENCE_PERMIT, PERMIT[:-1] + "A", "alphabet"),
    (IdType.HK_MACAO_TAIWAN_RESIDENCE_PERMIT, PERMIT[:10] + "0230" + PERMIT[14:], "birth-date"),
    (IdType.HK_MACAO_TAIWAN_RESIDENCE_PERMIT, PERMIT[:14] + "9" + PERMIT[15:], "check-digit"),
    (IdType.HK_MACAO_TRAVEL_PERMIT, "A00000001", "shape"),
    (IdType.TAIWAN_TRAVEL_PERMIT, "0000001", "shape"),
    (IdType.FOREIGN_PERMANENT_RESIDENCE, "XX0000000000001", "shape"),
    (IdType.FOREIGN_PERMANENT_RESIDENCE, CARD[:14] + "9" + CARD[15:], "check-digit"),
    (IdType.PASSPORT, "PASSPORT", "shape"),
    (IdType.PASSPORT, "E***00001", "masked"),
    (IdType.PASSPORT, PERSON, "shape"),
    (IdType.BUSINESS_REGISTRATION, "32990100000017", "shape"),
    (IdType.TAX_REGISTRATION, "3299010000000017", "shape"),
    (IdType.TAX_REGISTRATION, "000000000000000", "placeholder"),
    (IdType.PUBLIC_INSTITUTION_CERTIFICATE, "13299010000", "shape"),
    (IdType.SOCIAL_ORGANISATION_REGISTRATION, "无", "shape"),
    (IdType.PASSPORT, 100000001, "type"),
]


@pytest.mark.parametrize(("kind", "text"), GOOD)
def test_each_kind_reads_its_numbers(kind, text):
    number = OtherId(kind, f" {text.lower()} ")
    assert number.reveal() == text
    assert number.type is kind
    assert number.personal is kind.personal
    assert OtherId.is_valid(kind, text)
    assert OtherId(kind.value, text) == number
    assert number.shown == ("*" * len(text) if kind.personal else text)
    assert repr(number) == f"OtherId('{kind.value}', '{number.shown}')"


@pytest.mark.parametrize(("kind", "text", "code"), BAD)
def test_each_kind_refuses_what_is_not_one(kind, text, code):
    with pytest.raises(InvalidInput) as caught:
        OtherId(kind, text)
    (fault,) = caught.value.faults
    assert fault.code == f"identifier.{code}"
    assert fault.clause == "M15"
    assert fault.message.zh.startswith(kind.label.zh)
    assert kind.label.en in fault.message.en
    assert "{" not in fault.cure.zh + fault.cure.en
    assert not OtherId.is_valid(kind, text)


def test_every_kind_is_tested_both_ways():
    # Any three characters are some other personal document's number.
    assert {kind for kind, _ in GOOD} == set(IdType)
    assert {kind for kind, *_ in BAD} == set(IdType) - {IdType.OTHER_PERSONAL}


@pytest.mark.parametrize("kind", ["", "resident_id", PERSON, None, 7, ["passport"]])
def test_a_type_that_is_not_listed_is_refused(kind):
    with pytest.raises(InvalidInput) as caught:
        OtherId(kind, "E00000001")
    assert caught.value.code == "identifier.id-type"
    assert PERSON not in str(caught.value)
    assert not OtherId.is_valid(kind, "E00000001")


def test_one_text_under_two_types_is_two_numbers():
    one, two = OtherId(IdType.PASSPORT, "00000012"), OtherId(IdType.TAIWAN_TRAVEL_PERMIT, "00000012")
    assert one != two
    assert one == OtherId(IdType.PASSPORT, "0000-0012")
    assert len({one, two, OtherId(IdType.PASSPORT, "00000012")}) == 2
    assert one != "00000012"


def test_a_number_cannot_be_changed():
    number = OtherId(IdType.PASSPORT, "E00000001")
    with pytest.raises(AttributeError, match="cannot be changed"):
        number.type = IdType.OTHER_PERSONAL


def test_birth_dates_in_permits():
    assert OtherId(IdType.HK_MACAO_TAIWAN_RESIDENCE_PERMIT, PERMIT).birth_date == date(1991, 2, 3)
    assert OtherId(IdType.FOREIGN_PERMANENT_RESIDENCE, CARD).birth_date == date(1991, 2, 3)
    assert OtherId(IdType.FOREIGN_PERMANENT_RESIDENCE, "XXX320001020301").birth_date is None
    assert OtherId(IdType.PASSPORT, "E00000001").birth_date is None


@pytest.mark.parametrize(
    "text",
    [
        PERSON,
        PERSON[:-1] + "A",
        PERSON + "00",
        old_form(PERSON),
        old_form(PERSON) + "01",
        "329901" + invented_organisation_code(3)[:-1] + "A",
    ],
)
def test_a_tax_number_is_shown_only_where_it_holds_no_persons_number(text):
    number = OtherId(IdType.TAX_REGISTRATION, text)
    assert number.shown == "*" * len(text)


def test_an_old_persons_number_that_happens_to_end_like_an_organisation_code_is_masked():
    texts = (old_form(invented_resident_id(n, born=date(1970, 5, 1))) for n in range(1000))
    text = next(t for t in texts if organisation_check_digit(t[6:14]) == t[14])
    assert OtherId(IdType.TAX_REGISTRATION, text).shown == "*" * 15


@pytest.mark.parametrize("kind", [IdType.BUSINESS_REGISTRATION, IdType.SOCIAL_ORGANISATION_REGISTRATION])
def test_a_persons_number_in_the_wrong_field_is_masked(kind):
    text = old_form(PERSON)
    assert OtherId(kind, text).shown == "*" * 15
