"""M18: which number a file is kept under, by whom, and the files of what was delivered (M16, M41)."""

from datetime import date

import pytest
from pydantic import ValidationError

from jscredit.errors import Refused
from jscredit.records import (
    Body,
    CreditFile,
    CreditRecord,
    IdType,
    Kind,
    OrganisationForm,
    OtherId,
    ProviderType,
    Role,
    Subject,
    SubjectType,
)
from jscredit.rules import JIANGSU_2018
from jscredit.supply import ANALOGY, Delivery, KeptFile, deduplicate, file_identity, kept_files
from oracles.identifiers import invented_credit_code, invented_resident_id

CODE, ID = invented_credit_code(1), invented_resident_id(1)
KEEPER = Body(name="虚构市信息中心", roles=(Role.INFORMATION_ORGANISATION,))
DAY = date(2020, 3, 1)
TAX = OtherId(IdType.TAX_REGISTRATION, "329901000000001")


@pytest.mark.parametrize(
    ("subject", "number"),
    [
        (Subject(credit_code=CODE, organisation_code=CODE[8:17], other_ids=(TAX,)), CODE),
        (Subject(resident_id=ID), ID),
        (
            Subject(
                type=SubjectType.NATURAL_PERSON,
                credit_code=invented_credit_code(2, head="92"),
                resident_id=ID,
                form=OrganisationForm.SOLE_TRADER,
            ),
            invented_credit_code(2, head="92"),
        ),
        (Subject(organisation_code=CODE[8:17]), CODE[8:17]),
        (Subject(other_ids=(TAX,)), "329901000000001"),
    ],
)
def test_the_number_that_a_file_is_kept_under(subject, number):
    assert file_identity(subject).reveal() == number


def test_a_name_is_no_identity():
    assert file_identity(Subject(name="某店")) is None
    with pytest.raises(ValidationError, match=r"kept-file\.identity"):
        KeptFile(keeper=KEEPER, file=CreditFile(Subject(name="某店")))


def test_only_an_information_organisation_keeps_files():
    with pytest.raises(ValidationError, match=r"kept-file\.keeper"):
        KeptFile(keeper=Body(name="虚构局"), file=CreditFile(Subject(credit_code=CODE)))


def delivery(record_id, subject, **told):
    return Delivery(record=CreditRecord(id=record_id, subject=subject, kind=Kind.AWARD, **told))


def test_one_file_for_each_subject():
    found = deduplicate(
        [
            delivery("1", Subject(organisation_code=CODE[8:17]), document_number="虚1号"),
            delivery("1", Subject(resident_id=ID, name="张三")),
            delivery("2", Subject(credit_code=CODE, name="某店")),
        ]
    )
    shop, person = kept_files(found, keeper=KEEPER, known_on=DAY, complete_since=DAY)
    assert [state.record.id for state in shop.file.records] == ["1", "2"]
    assert (shop.identity.reveal(), shop.file.subject.name, shop.file.complete_since) == (CODE, "某店", DAY)
    assert [(change.citation, change.case) for change in shop.file.changes] == [("M16", "虚1号"), ("M16", None)]
    assert ID not in person.to_public_json() + repr(person)
    assert KeptFile.from_storage_json(person.to_storage_json()) == person


def test_records_by_analogy_are_marked_and_need_the_opt_in():
    chamber = Body(name="虚构商会", type=ProviderType.INDUSTRY_ASSOCIATION)
    found = deduplicate([delivery("1", Subject(credit_code=CODE), provider=chamber)])
    with pytest.raises(Refused) as refusal:
        kept_files(found, keeper=KEEPER, known_on=DAY)
    assert (refusal.value.code, refusal.value.count) == ("supply.analogy-not-opted-in", 1)
    law = JIANGSU_2018.reading(ANALOGY, "opted-in")
    (kept,) = kept_files(found, keeper=KEEPER, known_on=DAY, regime=law)
    assert [change.citation for change in kept.file.changes] == ["M41"]


def test_files_of_one_keeper_merge_and_of_two_do_not():
    subject = Subject(credit_code=CODE)
    one, other = (kept_files(deduplicate([delivery(n, subject)]), keeper=KEEPER, known_on=DAY)[0] for n in ("1", "2"))
    assert len(one.merged_with(other).file.records) == 2
    elsewhere = KeptFile(keeper=Body(name="虚构省信息中心", roles=KEEPER.roles), file=other.file)
    with pytest.raises(Refused) as refusal:
        one.merged_with(elsewhere)
    assert refusal.value.code == "kept-file.another-keeper"
