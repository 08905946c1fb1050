"""Who is one subject: joined by numbers, never by names; what a person has to decide."""

from datetime import date

import pytest

from jscredit.records import IdType, OrganisationForm, OtherId, Subject, SubjectType
from jscredit.supply.grouping import grouped, possible_by_name
from oracles.identifiers import invented_credit_code, invented_resident_id

ONE, TWO = invented_credit_code(1), invented_credit_code(2)
TAX = OtherId(IdType.TAX_REGISTRATION, "329901000000001")


def test_numbers_for_and_against_are_for_a_person_to_decide():
    subjects = [
        Subject(credit_code=ONE, other_ids=(TAX,)),
        Subject(other_ids=(TAX,), name="某"),
        Subject(credit_code=TWO, other_ids=(TAX,)),
        Subject(credit_code=ONE),
        Subject(name="独"),
    ]
    found = grouped(subjects)
    assert [group.places for group in found.members] == [(0,), (1,), (2,), (3,), (4,)]
    assert found.torn == ((0, 1, 2, 3),)


@pytest.mark.parametrize(
    "other",
    [
        Subject(resident_id=invented_resident_id(1), other_ids=(TAX,)),
        Subject(type=SubjectType.UNINCORPORATED_ORGANISATION, name="x", other_ids=(TAX,)),
        Subject(form=OrganisationForm.RURAL_COLLECTIVE, name="x", other_ids=(TAX,)),
    ],
)
def test_what_speaks_against_one_subject(other):
    one = Subject(type=SubjectType.LEGAL_PERSON, form=OrganisationForm.ENTERPRISE, credit_code=ONE, other_ids=(TAX,))
    found = grouped([one, other, one])
    assert [group.places for group in found.members] == [(0, 2), (1,)]
    assert found.torn == ((0, 1),)


def test_all_that_rows_tell_of_one_subject():
    found = grouped(
        [Subject(credit_code=ONE), Subject(credit_code=ONE, other_ids=(TAX,), established_on=date(2010, 1, 1))]
    )
    (group,) = found.members
    assert group.subject == Subject(credit_code=ONE, other_ids=(TAX,), established_on=date(2010, 1, 1))


def test_names_that_cannot_be_one():
    subjects = [
        Subject(name="甲", credit_code=ONE),
        Subject(name="甲", credit_code=TWO),
        Subject(name="甲", resident_id=invented_resident_id(1)),
        Subject(credit_code=ONE),
    ]
    assert list(possible_by_name(subjects)) == []
    (found,) = possible_by_name([*subjects, Subject(name=" 甲", type=SubjectType.NATURAL_PERSON)])
    assert found == (2, 4)
    (found,) = possible_by_name([Subject(name="乙"), Subject(name="乙", other_ids=(TAX,))])
    assert found == (0, 1)
