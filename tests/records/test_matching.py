import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jscredit.records import (
    CreditCode,
    IdType,
    Match,
    OrganisationCode,
    OrganisationForm,
    OtherId,
    ResidentId,
    Subject,
    SubjectType,
    match,
    match_keys,
    normalise_name,
)
from oracles.identifiers import (
    invented_credit_code,
    invented_organisation_code,
    invented_resident_id,
    old_form,
)

PERSON, LEGAL, UNINCORPORATED = SubjectType
NAME = "虚构商贸有限公司"
PERMIT = IdType.HK_MACAO_TAIWAN_RESIDENCE_PERMIT


def permit(n):
    return OtherId(PERMIT, invented_resident_id(n, born=date(1991, 2, 3), region="810000"))


def passport(n):
    return OtherId(IdType.PASSPORT, f"E{n:08d}")


def organisation(n, **more: object):
    return Subject(type=LEGAL, credit_code=invented_credit_code(n), **more)


def person(n, **more: object):
    return Subject(type=PERSON, resident_id=invented_resident_id(n), **more)


NUMBER = invented_resident_id(1)
CASES = [
    (organisation(1), organisation(1), Match.SAME),
    (organisation(1, name="甲"), organisation(1, name="乙"), Match.SAME),
    (organisation(1), Subject(organisation_code=invented_organisation_code(1)), Match.SAME),
    (organisation(1), Subject(organisation_code=invented_organisation_code(2)), Match.DIFFERENT),
    (organisation(1, name=NAME), organisation(2, name=NAME), Match.DIFFERENT),
    # One organisation code under two credit codes: for and against.
    (organisation(1), Subject(credit_code=invented_credit_code(1, region="329902")), Match.POSSIBLE),
    (person(1), person(1), Match.SAME),
    (person(1), Subject(resident_id=old_form(NUMBER)), Match.SAME),
    (person(1, name="张三"), person(2, name="张三"), Match.DIFFERENT),
    (Subject(other_ids=(passport(1),)), Subject(other_ids=(passport(2), passport(1))), Match.SAME),
    (Subject(name="张三", other_ids=(passport(1),)), Subject(name="张三", other_ids=(passport(2),)), Match.POSSIBLE),
    (Subject(other_ids=(passport(1),)), Subject(other_ids=(passport(2),)), Match.UNLINKED),
    (Subject(other_ids=(permit(1),)), Subject(other_ids=(permit(2),)), Match.DIFFERENT),
    (Subject(other_ids=(permit(1),)), Subject(other_ids=(permit(1), permit(2))), Match.SAME),
    (
        Subject(other_ids=(OtherId(IdType.PASSPORT, "00000012"),)),
        Subject(other_ids=(OtherId(IdType.TAIWAN_TRAVEL_PERMIT, "00000012"),)),
        Match.UNLINKED,
    ),
    (Subject(name=NAME), Subject(name=f" {NAME} "), Match.POSSIBLE),
    (organisation(1, name=NAME), Subject(name=NAME), Match.POSSIBLE),
    (Subject(name="甲"), Subject(name="乙"), Match.UNLINKED),
    (organisation(1), Subject(name=NAME), Match.UNLINKED),
    (Subject(name="张三", type=PERSON), Subject(name="张三", type=LEGAL), Match.DIFFERENT),
    (Subject(name="甲", type=UNINCORPORATED), Subject(name="甲", type=LEGAL), Match.POSSIBLE),
    # The trader's code under a natural person and under an organisation: one of the two types is wrong.
    (
        organisation(1),
        Subject(type=PERSON, form=OrganisationForm.SOLE_TRADER, credit_code=invented_credit_code(1)),
        Match.POSSIBLE,
    ),
    # Numbers for and against.
    (
        person(1, other_ids=(passport(1),)),
        person(2, other_ids=(passport(1),)),
        Match.POSSIBLE,
    ),
]


@pytest.mark.parametrize(("a", "b", "expected"), CASES)
def test_how_two_subjects_stand(a, b, expected):
    assert match(a, b) is expected
    assert match(b, a) is expected


def test_keys_are_typed_and_each_stands_once():
    subject = Subject(
        credit_code=invented_credit_code(1),
        organisation_code=invented_organisation_code(1),
        resident_id=NUMBER,
        other_ids=(passport(1), passport(1)),
    )
    assert match_keys(subject) == (
        f"credit_code:{invented_credit_code(1)}",
        f"organisation_code:{invented_organisation_code(1)}",
        f"resident_id:{old_form(NUMBER)}",
        "passport:E00000001",
    )
    assert match_keys(Subject(name=NAME)) == ()


few = st.integers(0, 2)
subjects = st.builds(
    Subject,
    name=st.sampled_from(["张三", "李四"]),
    credit_code=st.none() | few.map(lambda n: CreditCode(invented_credit_code(n))),
    organisation_code=st.none() | few.map(lambda n: OrganisationCode(invented_organisation_code(n))),
    resident_id=st.none() | few.map(lambda n: ResidentId(invented_resident_id(n))),
    other_ids=st.lists(few.map(passport) | few.map(permit), max_size=2).map(tuple),
)


@given(subjects, subjects)
def test_keys_and_match_agree(a, b):
    shared = set(match_keys(a)) & set(match_keys(b))
    found = match(a, b)
    assert found is match(b, a)
    assert match(a, a) is (Match.SAME if match_keys(a) else Match.POSSIBLE)
    if found is Match.SAME:
        assert shared
    if found in {Match.DIFFERENT, Match.UNLINKED}:
        assert not shared
    if found is Match.UNLINKED:
        assert a.name != b.name


@pytest.mark.parametrize(
    "names",
    [
        ("虚构（宿迁）商贸", "虚构(宿迁)商贸", " 虚构 (宿迁)\u3000商贸 ", "虚构(宿迁)商\u200b贸"),
        ("ABC商贸", "ａｂｃ商贸", "Abc 商贸", "A-B-C商贸"),
    ],
)
def test_one_name_written_in_several_ways(names):
    for one, other in itertools.pairwise(names):
        assert normalise_name(one) == normalise_name(other)
    assert normalise_name("虚构甲") != normalise_name("虚构乙")
