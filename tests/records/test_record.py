"""Credit records, list entries, judged facts: what is refused, and how."""

import dataclasses
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from pydantic import TypeAdapter, ValidationError

from factories import ORGANISATIONS, PERSONS, judgement, record, records
from jscredit.errors import Fault, safe
from jscredit.law import Rank
from jscredit.records import (
    BlacklistField,
    Conduct,
    CreditRecord,
    Kind,
    ListEntry,
    ListingAct,
    ListingGround,
    ListSide,
    PenaltyType,
    Severity,
    Subject,
    SubjectType,
    flat_row,
    flat_storage_row,
    kind_row,
)
from oracles.identifiers import invented_resident_id
from oracles.kinds import ABOUT, PERSON_ELEMENTS

NUMBER = "329901199003070012"


def codes(error: ValidationError) -> list[str]:
    return [fault.code for fault in safe(error).faults]


REFUSED = [
    ({"id": 1}, "field.string-type"),
    ({"id": ""}, "field.blank"),
    ({"id": " \u3000"}, "field.blank"),
    ({"id": "x" * 501}, "field.too-long"),
    ({"id": "\ud800"}, "field.string-unicode"),
    ({"subject": None}, "field.type"),
    ({"subject": {"name": "某"}}, "field.type"),
    ({"kind": "penalty"}, "field.type"),
    ({"kind": None}, "field.type"),
    ({"severity": "serious"}, "field.type"),
    ({"reflects_credit": 1}, "field.bool-type"),
    ({"reflects_credit": "yes"}, "field.bool-type"),
    ({"determined_on": datetime(2024, 5, 6, 7, 8)}, "field.date-type"),  # noqa: DTZ001 - any instant is refused
    ({"determined_on": datetime(2024, 5, 6)}, "field.date-type"),  # noqa: DTZ001
    ({"determined_on": "2024-05-06"}, "field.date-type"),
    ({"determined_on": date(1899, 12, 31)}, "field.out-of-range"),
    ({"determined_on": date(2200, 1, 1)}, "field.out-of-range"),
    ({"published_until": date(9999, 12, 31)}, "field.out-of-range"),
    ({"fine_yuan": 100}, "field.type"),
    ({"fine_yuan": 1.5}, "field.type"),
    ({"fine_yuan": Decimal("-0.01")}, "field.out-of-range"),
    ({"fine_yuan": Decimal("0.001")}, "field.decimal-max-places"),
    ({"fine_yuan": Decimal("NaN")}, "field.finite-number"),
    ({"fine_yuan": Decimal("Infinity")}, "field.finite-number"),
    ({"penalty_types": [PenaltyType.FINE]}, "field.type"),
    ({"penalty_types": (PenaltyType.FINE, "fine")}, "field.type"),
    ({"breached_norm_rank": 80}, "field.type"),
    ({"conduct_on": date(2024, 5, 7), "determined_on": date(2024, 5, 6)}, "record.determined-before-conduct"),
    ({"kind": Kind.SEX}, "record.kind-of-another-subject"),
    ({"kind": Kind.DOMICILE, "subject": PERSONS[0]}, "record.kind-of-another-subject"),
]


@pytest.mark.parametrize(("parts", "code"), REFUSED)
def test_a_record_refuses_with_our_code(parts, code):
    with pytest.raises(ValidationError) as caught:
        record(**parts)
    assert codes(caught.value) == [code]
    assert [line["type"] for line in caught.value.errors()] == [code]
    assert all(isinstance(line["ctx"]["jscredit"], Fault) for line in caught.value.errors())


@pytest.mark.parametrize(("parts", "code"), REFUSED)
def test_replace_refuses_the_same(parts, code):
    with pytest.raises(ValidationError) as caught:
        dataclasses.replace(record(), **parts)
    assert codes(caught.value) == [code]


def test_the_faults_of_a_record_come_all_at_once():
    with pytest.raises(ValidationError) as caught:
        record(severity="x", fine_yuan=1, determined_on=date(1800, 1, 1))
    assert {fault.field for fault in safe(caught.value).faults} == {"severity", "fine_yuan", "determined_on"}
    with pytest.raises(ValidationError) as caught:
        record(kind=Kind.SEX, conduct_on=date(2024, 5, 7), determined_on=date(2024, 5, 6))
    assert [fault.field for fault in safe(caught.value).faults] == ["determined_on", "kind"]


def test_a_missing_field_is_named():
    with pytest.raises(ValidationError) as caught:
        CreditRecord(id="1", kind=Kind.PENALTY)
    assert [(fault.code, fault.field) for fault in safe(caught.value).faults] == [("field.missing", "subject")]


def test_unknown_fields_are_counted_and_never_told():
    with pytest.raises(ValidationError) as caught:
        record(**{NUMBER: 1, "colour": "red"})
    (fault,) = safe(caught.value).faults
    assert (fault.code, fault.data["count"]) == ("field.unknown", 2)
    for text in (str(caught.value), repr(caught.value), str(safe(caught.value))):
        assert NUMBER not in text
        assert "colour" not in text


def test_unknown_fields_of_a_nested_value_are_counted_at_its_place():
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(CreditRecord).validate_json(f'{{"id":"1","kind":"penalty","subject":{{"name":"某","{NUMBER}":1}}}}')
    (fault,) = safe(caught.value).faults
    assert (fault.code, fault.field, fault.data["count"]) == ("field.unknown", "subject", 1)
    assert NUMBER not in str(caught.value)


@pytest.mark.parametrize("edge", [date(1900, 1, 1), date(2199, 12, 31)])
def test_the_first_and_last_day_are_taken(edge):
    assert record(determined_on=edge).determined_on == edge


def test_conduct_and_determination_may_be_one_day():
    day = date(2024, 2, 29)
    assert record(conduct_on=day, determined_on=day).conduct_on == day


def test_a_record_is_frozen_hashable_and_has_no_room_for_more():
    one = record()
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.severity = Severity.SERIOUS
    assert not hasattr(one, "__dict__")
    assert one == record()
    assert hash(one) == hash(record())
    with pytest.raises(ValidationError):
        CreditRecord("1", ORGANISATIONS[0], Kind.PENALTY)


def test_about_is_the_stated_conduct_or_the_kinds_own():
    assert record().about is None
    assert record(kind=Kind.BID_RIGGING).about is Conduct.BID_RIGGING
    assert record(kind=Kind.WAGE_ARREARS).about is Conduct.WAGE_ARREARS
    assert record(kind=Kind.BID_RIGGING, conduct=Conduct.BID_RIGGING).about is Conduct.BID_RIGGING
    assert record(conduct=Conduct.BID_RIGGING).about is Conduct.BID_RIGGING


SIXTEEN_IN_2020 = {"resident_id": invented_resident_id(1, born=date(2004, 6, 3))}


@pytest.mark.parametrize(
    ("day", "stated", "refused"),
    [
        (date(2020, 6, 2), {}, True),
        (date(2020, 6, 3), {}, False),
        (date(2020, 6, 3), {"lives_on_own_earnings": False}, True),
        (date(2020, 6, 3), {"lives_on_own_earnings": True}, False),
        (date(2022, 6, 3), {"lives_on_own_earnings": False}, False),
        (date(2023, 1, 1), {"full_capacity": False}, True),
        (None, {"full_capacity": False}, True),
        (None, {}, False),
    ],
)
def test_a_person_without_full_capacity_is_no_subject_of_a_record(day, stated, refused):
    subject = Subject(type=SubjectType.NATURAL_PERSON, **SIXTEEN_IN_2020, **stated)
    if not refused:
        assert record(subject=subject, determined_on=day).subject == subject
        return
    with pytest.raises(ValidationError) as caught:
        record(subject=subject, determined_on=day)
    (fault,) = safe(caught.value).faults
    assert (fault.code, fault.field, fault.clause) == ("record.subject-without-capacity", "subject", "M2")


@pytest.mark.parametrize("kind", Kind)
def test_a_kind_that_names_what_it_is_about_takes_no_other_conduct(kind):
    named = set(ABOUT.get(kind.value, [kind.value] if kind.value in set(Conduct) else list(Conduct)))
    subject = PERSONS[0] if kind.value in PERSON_ELEMENTS else ORGANISATIONS[0]
    for conduct in Conduct:
        if conduct.value in named:
            assert record(kind=kind, subject=subject, conduct=conduct).about is conduct
        else:
            with pytest.raises(ValidationError) as caught:
                record(kind=kind, subject=subject, conduct=conduct)
            (fault,) = safe(caught.value).faults
            assert (fault.code, fault.field) == ("record.another-conduct", "conduct")
            assert fault.clause == kind_row(kind).citations[0].ledger_id
            assert fault.cure.en.startswith("leave the conduct out")


def test_repr_leaves_out_what_is_not_known():
    shown = repr(record(severity=Severity.GENERAL, penalty_types=(PenaltyType.FINE,), reflects_credit=False))
    assert "severity=<Severity.GENERAL: 'general'>" in shown
    assert "penalty_types=(<PenaltyType.FINE: 'fine'>,)" in shown
    assert "reflects_credit=False" in shown
    assert "malice" not in shown
    assert shown == str(record(severity=Severity.GENERAL, penalty_types=(PenaltyType.FINE,), reflects_credit=False))


@given(records())
def test_the_flat_row_always_has_the_same_columns(one):
    row = flat_row(one)
    assert row.keys() == flat_row(record()).keys() == flat_storage_row(one).keys()
    assert {"subject_credit_code", "provider_name", "producer_code", "determined_on"} <= row.keys()
    assert all(value is None or type(value) in {str, bool, date, Decimal} for value in row.values())
    for name in ("kind", "severity", "procedure", "conduct"):
        assert row[name] == (getattr(one, name) and getattr(one, name).value)
    assert row["determined_on"] == one.determined_on
    types = one.penalty_types
    assert row["penalty_types"] == (None if types is None else ",".join(kind.value for kind in types))
    assert row["breached_norm_rank"] == (one.breached_norm_rank and one.breached_norm_rank.name.lower())


def test_the_flat_row_masks_persons_and_the_storage_row_does_not():
    one = record(subject=PERSONS[0], breached_norm_rank=Rank.LAW)
    real = PERSONS[0].resident_id.reveal()
    assert real not in str(flat_row(one))
    assert flat_storage_row(one)["subject_resident_id"] == real
    assert flat_storage_row(one)["subject_name"] == PERSONS[0].name


ENTRY = {"id": "E1", "side": ListSide.BLACK, "subject": ORGANISATIONS[0]}


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"valid_from": date(2024, 1, 2), "valid_until": date(2024, 1, 1)}, "entry.ends-before-it-begins"),
        ({"side": ListSide.RED, "conduct": Conduct.BRIBERY}, "entry.failure-on-red-list"),
        ({"side": ListSide.RED, "field": BlacklistField.LIFE_AND_HEALTH}, "entry.failure-on-red-list"),
        ({"side": ListSide.RED, "severity": Severity.SERIOUS}, "entry.failure-on-red-list"),
        ({"conduct": Conduct.BRIBERY, "field": BlacklistField.LIFE_AND_HEALTH}, "entry.another-field"),
        ({"conduct": Conduct.EXAM_CHEATING, "field": BlacklistField.LIFE_AND_HEALTH}, "entry.another-field"),
        ({"ground": ListingGround.REGISTRATION, "act": ListingAct.ADMINISTRATIVE_PENALTY}, "entry.another-ground"),
        ({"side": "black"}, "field.type"),
        ({"id": " "}, "field.blank"),
    ],
)
def test_a_list_entry_refuses(parts, code):
    with pytest.raises(ValidationError) as caught:
        ListEntry(**(ENTRY | parts))
    assert codes(caught.value) == [code]


def test_an_entry_of_a_conduct_knows_its_field():
    assert ListEntry(**ENTRY, conduct=Conduct.WORK_SAFETY).blacklist_field is BlacklistField.LIFE_AND_HEALTH
    assert ListEntry(**ENTRY, conduct=Conduct.EXAM_CHEATING).blacklist_field is None
    assert ListEntry(**ENTRY, field=BlacklistField.NATIONAL_DEFENCE).blacklist_field is BlacklistField.NATIONAL_DEFENCE
    both = ListEntry(**ENTRY, conduct=Conduct.WORK_SAFETY, field=BlacklistField.LIFE_AND_HEALTH)
    assert both.blacklist_field is BlacklistField.LIFE_AND_HEALTH
    day = date(2024, 1, 1)
    assert ListEntry(**ENTRY, valid_from=day, valid_until=day).valid_until == day


def test_a_judged_fact_says_who_and_when():
    assert judgement(evidence=("报告",)).evidence == ("报告",)
    for lacking in ("finding", "by", "on"):
        parts = {"finding": True, "by": "局", "on": date(2024, 1, 1)}
        del parts[lacking]
        with pytest.raises(ValidationError) as caught:
            type(judgement())(**parts)
        assert codes(caught.value) == ["field.missing"]
    with pytest.raises(ValidationError) as caught:
        judgement(evidence=["报告"])
    assert codes(caught.value) == ["field.type"]
