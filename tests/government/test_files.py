"""Integrity files: whom they are about, what they hold, and what is refused (G2.2, G2.3)."""

import dataclasses

import pytest
from pydantic import ValidationError

from factories import organisation
from government_cases import BUREAU, DAY, FINE, OFFICIAL
from jscredit.government import (
    BodyContent,
    CivilServantContent,
    GovernmentParty,
    IntegrityFile,
    IntegrityItem,
    LinkedSource,
    RecordingOccasion,
)
from jscredit.records import Body, Subject

PENALTY = IntegrityItem(id="1", content=BodyContent.LAWFUL_ADMINISTRATION, record=FINE, on=DAY)
AWARD = IntegrityItem(
    id="1",
    content=CivilServantContent.COMMENDATIONS_AND_AWARDS,
    occasion=RecordingOccasion.EVALUATION_AND_AWARDS,
    source=LinkedSource.CIVIL_SERVICE_RECRUITMENT_INTEGRITY_FILE,
    provided_by=Body(name="虚构市城管局"),
)
OF_BUREAU = IntegrityFile(party=GovernmentParty.DEPARTMENT, subject=BUREAU, items=(PENALTY,))
OF_OFFICIAL = IntegrityFile(
    party=GovernmentParty.CIVIL_SERVANT, subject=OFFICIAL, body=Body(name="虚构市城管局"), items=(AWARD,)
)


def test_a_body_has_four_contents():
    assert OF_BUREAU.contents == tuple(BodyContent)
    assert [one.value for one in OF_BUREAU.empty] == ["openness", "social_integrity", "public_satisfaction"]
    assert OF_BUREAU.items_of(BodyContent.LAWFUL_ADMINISTRATION) == (PENALTY,)
    assert OF_BUREAU.items_of(BodyContent.OPENNESS) == ()


def test_a_civil_servant_has_six_and_the_yearly_assessment():
    assert OF_OFFICIAL.contents == tuple(CivilServantContent)
    # A sanction for concealed matters is nothing that a file has to have.
    assert CivilServantContent.PERSONAL_MATTERS_SANCTION not in OF_OFFICIAL.empty
    assert len(OF_OFFICIAL.empty) == 6


def test_other_contents_may_be_there():
    other = dataclasses.replace(OF_BUREAU, items=(PENALTY, IntegrityItem(id="2", other="营商环境评价")))
    assert len(other.empty) == 3


def test_the_key_is_the_credit_code_or_the_resident_number():
    assert OF_BUREAU.has_key
    assert OF_OFFICIAL.has_key
    assert not IntegrityFile(party=GovernmentParty.GOVERNMENT, subject=Subject(name="虚构市政府")).has_key


@pytest.mark.parametrize(
    ("code", "build"),
    [
        ("government.item", lambda: IntegrityItem(id="1")),
        ("government.item", lambda: IntegrityItem(id="1", content=BodyContent.OPENNESS, other="另一项")),
        ("government.party", lambda: dataclasses.replace(OF_BUREAU, party=GovernmentParty.CIVIL_SERVANT, items=())),
        ("government.party", lambda: dataclasses.replace(OF_OFFICIAL, party=GovernmentParty.GOVERNMENT, items=())),
        (
            "government.content",
            lambda: dataclasses.replace(OF_BUREAU, items=(dataclasses.replace(AWARD, occasion=None),)),
        ),
        (
            "government.content",
            lambda: dataclasses.replace(OF_OFFICIAL, items=(dataclasses.replace(PENALTY, record=None),)),
        ),
        (
            "government.occasion",
            lambda: dataclasses.replace(
                OF_BUREAU, items=(dataclasses.replace(PENALTY, occasion=RecordingOccasion.COMMENDATION),)
            ),
        ),
        ("government.item-twice", lambda: dataclasses.replace(OF_BUREAU, items=(PENALTY, PENALTY))),
        ("government.another-subject", lambda: dataclasses.replace(OF_BUREAU, subject=organisation(3))),
        ("government.another-subject", lambda: dataclasses.replace(OF_BUREAU, subject=Subject(name=BUREAU.name))),
    ],
)
def test_refused(code, build):
    with pytest.raises(ValidationError) as caught:
        build()
    assert [line["type"] for line in caught.value.errors()] == [code]


def test_everything_wrong_is_told_at_once():
    with pytest.raises(ValidationError) as caught:
        IntegrityFile(party=GovernmentParty.GOVERNMENT, subject=OFFICIAL, items=(AWARD, AWARD))
    codes = {line["type"] for line in caught.value.errors()}
    assert codes == {"government.party", "government.item-twice", "government.content", "government.occasion"}


@pytest.mark.parametrize("file", [OF_BUREAU, OF_OFFICIAL], ids=["bureau", "official"])
def test_stored_and_loaded(file):
    assert IntegrityFile.from_storage_json(file.to_storage_json()) == file


def test_a_civil_servant_is_masked():
    number = OFFICIAL.resident_id.reveal()
    for text in (repr(OF_OFFICIAL), str(OF_OFFICIAL), OF_OFFICIAL.to_public_json()):
        assert "王小明" not in text
        assert number[4:] not in text
    assert number in OF_OFFICIAL.to_storage_json()
