from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from jscredit.errors import InvalidInput, safe
from jscredit.records import (
    CreditCode,
    IdType,
    OrganisationForm,
    OtherId,
    ResidentId,
    Subject,
    SubjectType,
    storage_context,
)
from oracles.identifiers import invented_credit_code, invented_organisation_code, invented_resident_id

PERSON, LEGAL, UNINCORPORATED = SubjectType
CODE, ORGANISATION = invented_credit_code(1), invented_organisation_code(1)
NUMBER = invented_resident_id(1)
PASSPORT = OtherId(IdType.PASSPORT, "E00000001")
TAX = OtherId(IdType.TAX_REGISTRATION, "329901" + ORGANISATION)
REGISTRATION = OtherId(IdType.BUSINESS_REGISTRATION, "3299010000017")
ORGANISATIONS = [LEGAL, UNINCORPORATED]


def faults_of(**fields: object):
    with pytest.raises(ValidationError) as caught:
        Subject(**fields)
    return [(fault.code, fault.field, fault.clause) for fault in safe(caught.value).faults]


def test_the_three_types_of_m2():
    assert {kind.value: kind.label.zh for kind in SubjectType} == {
        "natural_person": "自然人",
        "legal_person": "法人",
        "unincorporated_organisation": "非法人组织",
    }


def test_identifiers_are_given_as_text_or_as_values():
    subject = Subject(type=LEGAL, name="虚构商贸有限公司", credit_code=CODE)
    assert subject == Subject(type=LEGAL, name="虚构商贸有限公司", credit_code=CreditCode(CODE))
    assert subject.credit_code == CreditCode(CODE)


def test_a_subject_needs_a_name_or_a_number():
    assert faults_of(type=LEGAL) == [("subject.empty", None, "M15")]
    assert faults_of() == [("subject.empty", None, "M15")]


@pytest.mark.parametrize(
    "fields",
    [
        {"name": "虚构"},
        {"credit_code": CODE},
        {"organisation_code": ORGANISATION},
        {"resident_id": NUMBER},
        {"other_ids": (PASSPORT,)},
    ],
)
def test_one_name_or_number_is_enough_and_the_type_may_be_unknown(fields):
    subject = Subject(**fields)
    assert subject.type is None
    personal, organisational = {"resident_id", "other_ids"}, {"credit_code", "organisation_code"}
    expected = True if fields.keys() & personal else False if fields.keys() & organisational else None
    assert subject.is_natural_person is expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"form": OrganisationForm.SOLE_TRADER, "organisation_code": ORGANISATION}, True),
        ({"form": OrganisationForm.ENTERPRISE}, False),
        ({"credit_code": "92329901MA1ABCD116"}, True),
        ({"resident_id": NUMBER, "credit_code": "92329901MA1ABCD116"}, True),
        ({"other_ids": (OtherId(IdType.PUBLIC_INSTITUTION_CERTIFICATE, "132990000001"),)}, False),
        ({"other_ids": (OtherId(IdType.SOCIAL_ORGANISATION_REGISTRATION, "虚社证字1号"),)}, False),
        ({"other_ids": (REGISTRATION, TAX)}, None),
    ],
)
def test_what_form_and_numbers_tell_of_a_subject_of_unknown_type(fields, expected):
    assert Subject(name="虚构", **fields).is_natural_person is expected


@pytest.mark.parametrize("kind", ORGANISATIONS)
@pytest.mark.parametrize("fields", [{"resident_id": NUMBER}, {"other_ids": (REGISTRATION, PASSPORT)}])
def test_a_personal_number_on_an_organisation_is_refused(kind, fields):
    assert faults_of(type=kind, name="虚构", **fields) == [
        ("subject.personal-number-on-organisation", None, "M10(1)"),
    ]


@pytest.mark.parametrize(
    "fields", [{"credit_code": CODE}, {"organisation_code": ORGANISATION}, {"other_ids": (PASSPORT, REGISTRATION)}]
)
def test_a_number_of_organisations_on_a_person_is_refused_unless_the_person_trades(fields):
    assert faults_of(type=PERSON, **fields) == [("subject.organisation-number-on-person", None, "M10(1)")]
    trader = Subject(type=PERSON, form=OrganisationForm.SOLE_TRADER, resident_id=NUMBER, **fields)
    assert trader.is_natural_person is True


def test_numbers_that_fit():
    person = Subject(type=PERSON, resident_id=NUMBER, other_ids=(PASSPORT, TAX))
    assert person.other_ids == (PASSPORT, TAX)
    organisation = Subject(type=LEGAL, credit_code=CODE, organisation_code=ORGANISATION, other_ids=(REGISTRATION, TAX))
    assert organisation.is_natural_person is False


def test_forms_fit_types():
    trader = OrganisationForm.SOLE_TRADER
    for form in OrganisationForm:
        for kind in SubjectType:
            expected = (form is trader) == (kind is PERSON)
            if expected:
                assert Subject(type=kind, form=form, name="虚构").form is form
            else:
                assert faults_of(type=kind, form=form, name="虚构") == [("subject.form", "form", "M2")]
        assert Subject(form=form, name="虚构").form is form


def test_facts_about_persons_and_about_organisations():
    day = date(2010, 1, 1)
    assert faults_of(type=PERSON, name="张三", established_on=day) == [
        ("subject.established-on-person", "established_on", "M10(2)"),
    ]
    for kind in ORGANISATIONS:
        assert Subject(type=kind, name="虚构", established_on=day).established_on == day
        for fact in ("full_capacity", "lives_on_own_earnings"):
            for value in (True, False):
                assert faults_of(type=kind, name="虚构", **{fact: value}) == [
                    ("subject.person-fact-on-organisation", None, "M2"),
                ]
    trader = Subject(type=PERSON, form=OrganisationForm.SOLE_TRADER, name="虚构", established_on=day)
    assert trader.established_on == day


def test_all_faults_at_once():
    faults = faults_of(
        type=LEGAL, form=OrganisationForm.SOLE_TRADER, resident_id=NUMBER, full_capacity=True, name="虚构"
    )
    assert [code for code, *_ in faults] == [
        "subject.form",
        "subject.personal-number-on-organisation",
        "subject.person-fact-on-organisation",
    ]
    faults = faults_of(type=PERSON, form=OrganisationForm.ENTERPRISE, credit_code=CODE, established_on=date(2010, 1, 1))
    assert [code for code, *_ in faults] == [
        "subject.form",
        "subject.organisation-number-on-person",
        "subject.established-on-person",
    ]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"type": "natural_person"}, "type"),
        ({"type": "legal"}, "type"),
        ({"name": ""}, "name"),
        ({"name": "  "}, "name"),
        ({"name": 7}, "name"),
        ({"other_ids": [PASSPORT]}, "other_ids"),
        ({"full_capacity": 1}, "full_capacity"),
        ({"established_on": datetime(2010, 1, 1)}, "established_on"),  # noqa: DTZ001 - refused, zone or none
        ({"credit_code": CODE[:-1]}, "credit_code"),
        ({"resident_id": CreditCode(CODE)}, "resident_id"),
    ],
)
def test_what_is_not_of_its_type_is_refused_with_its_field(fields, field):
    ((_, found, _),) = faults_of(**{"name": "虚构"} | fields)
    assert found == field


def test_unknown_fields_are_refused():
    ((code, field, _),) = faults_of(name="虚构", phone="1")
    assert (code, field) == ("field.unknown", None)


def test_birth_dates():
    permit = OtherId(
        IdType.HK_MACAO_TAIWAN_RESIDENCE_PERMIT, invented_resident_id(2, born=date(1991, 2, 3), region="820000")
    )
    assert Subject(resident_id=invented_resident_id(3, born=date(1988, 7, 6))).birth_date == date(1988, 7, 6)
    assert Subject(other_ids=(PASSPORT, permit)).birth_date == date(1991, 2, 3)
    assert Subject(other_ids=(PASSPORT,)).birth_date is None
    assert Subject(name="张三").birth_date is None


subjects = st.one_of(
    st.builds(
        Subject,
        type=st.just(PERSON),
        name=st.sampled_from(["张三", "欧阳小明"]),
        resident_id=st.integers(0, 999).map(lambda n: ResidentId(invented_resident_id(n))),
        other_ids=st.sampled_from([(), (PASSPORT,), (PASSPORT, TAX)]),
        lives_on_own_earnings=st.sampled_from([None, True, False]),
        full_capacity=st.sampled_from([None, True, False]),
    ),
    st.builds(
        Subject,
        type=st.sampled_from(ORGANISATIONS),
        form=st.sampled_from([None, OrganisationForm.ENTERPRISE]),
        name=st.none() | st.just("虚构商贸有限公司"),
        credit_code=st.integers(0, 999).map(lambda n: CreditCode(invented_credit_code(n))),
        other_ids=st.sampled_from([(), (REGISTRATION,)]),
        established_on=st.none() | st.dates(date(1950, 1, 1), date(2030, 1, 1)),
    ),
)


@given(subjects)
def test_the_storage_form_loads_back(subject):
    adapter = TypeAdapter(Subject)
    assert adapter.validate_json(adapter.dump_json(subject, context=storage_context())) == subject


def test_the_masked_form_is_refused_as_input():
    adapter = TypeAdapter(Subject)
    with pytest.raises(ValidationError) as caught:
        adapter.validate_json(adapter.dump_json(Subject(type=PERSON, resident_id=NUMBER, other_ids=(PASSPORT,))))
    assert [fault.code for fault in safe(caught.value).faults] == ["identifier.masked", "identifier.masked"]
    assert [fault.field for fault in safe(caught.value).faults] == ["resident_id", "other_ids.0"]


@pytest.mark.parametrize(
    "given",
    [
        "E00000001",
        7,
        {"type": "passport"},
        {"type": "passport", "text": "E00000001", "country": "X"},
        {"type": "phone", "text": "1"},
        {"type": "passport", "text": 1},
    ],
)
def test_other_ids_are_read_from_objects_of_type_and_text_only(given):
    ((code, field, clause),) = faults_of(other_ids=(given,))
    assert code in {"identifier.type", "identifier.id-type"}
    assert (field, clause) == ("other_ids.0", "M15")
    assert Subject(other_ids=({"type": "passport", "text": "e0000-0001"},)).other_ids == (PASSPORT,)


def test_json_schemas_say_what_each_identifier_is():
    schema = TypeAdapter(Subject).json_schema()
    text = str(schema)
    assert "GB 32100-2015" in text
    assert "GB 11643-1999" in text
    assert "passport" in text
    assert TypeAdapter(Subject).json_schema(mode="serialization")["title"] == "Subject"
    with pytest.raises(InvalidInput):
        CreditCode(text)
