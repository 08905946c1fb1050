"""The tables of kinds and conducts against lists typed by hand from the articles."""

import copy
import pickle

import pytest

from factories import ORGANISATIONS, PERSONS, person
from jscredit.records import (
    BlacklistField,
    Conduct,
    DelistingGround,
    Granter,
    Honour,
    Kind,
    ListingAct,
    ListingGround,
    ListSide,
    OrganisationForm,
    PenaltyType,
    Procedure,
    RecordStatus,
    Severity,
    SharingClass,
    Subject,
    Vocabulary,
    conduct_row,
    conduct_rows,
    kind_row,
    kind_rows,
)
from jscredit.records.vocabulary import Category
from oracles.kinds import (
    ABOUT,
    CATEGORY_OF_ARTICLE,
    CONDITIONS,
    CONDUCTS_OF_M12,
    FAILURES_BY_NAME,
    FIRST_ITEM,
    ITEMS,
    J4,
    ORGANISATION_ELEMENTS,
    PERSON_ELEMENTS,
)

VOCABULARIES = (
    *(BlacklistField, Category, Conduct, DelistingGround, Granter, Honour, Kind, ListSide, ListingAct, ListingGround),
    *(PenaltyType, Procedure, RecordStatus, Severity, SharingClass),
)


def test_the_kinds_are_those_of_the_four_articles():
    assert {kind.value for kind in Kind} == {code for codes in ITEMS.values() for code in codes}
    assert len(Kind) == 27 + 5 + 30 + 9


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_stands_in_its_items_with_their_conditions(kind):
    row = kind_row(kind)
    found = {(c.article, c.item): c for c in row.citations}
    expected = {place for place, codes in ITEMS.items() if kind.value in codes}
    assert set(found) == expected
    assert all(citation.instrument.key == "M" for citation in row.citations)
    assert len(row.items) == len(expected)
    for item in row.items:
        key = (item.citation.article, item.citation.item, kind.value)
        assert set(item.guards) == CONDITIONS.get(key, set())
    assert {guard for key, guards in CONDITIONS.items() if key[2] == kind.value for guard in guards} == set(row.guards)
    first = row.items[0].citation
    assert (first.article, first.item) == FIRST_ITEM.get(kind.value, next(iter(expected)))


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_has_the_class_of_its_article_and_a_label(kind):
    row = kind_row(kind)
    assert row.category.value == CATEGORY_OF_ARTICLE[row.items[0].citation.article]
    assert row.label == kind.label
    assert row.residual == (kind.value in {"other_basic", "other_positive", "other_negative"})
    assert row.kind is kind
    assert kind_rows()[kind] is row


@pytest.mark.parametrize("kind", Kind)
def test_elements_fit_only_their_subjects(kind):
    row = kind_row(kind)
    assert row.fits(PERSONS[0]) == (kind.value not in ORGANISATION_ELEMENTS)
    assert row.fits(ORGANISATIONS[0]) == (kind.value not in PERSON_ELEMENTS)
    assert row.fits(person(form=OrganisationForm.SOLE_TRADER))
    assert row.fits(Subject(name="某"))


@pytest.mark.parametrize("kind", Kind)
def test_a_kind_names_a_conduct_where_the_two_have_one_name(kind):
    named = kind_row(kind).conduct
    assert (named.value if named else None) == (kind.value if kind.value in set(Conduct) else None)


@pytest.mark.parametrize("kind", Kind)
def test_kinds_that_are_a_failure_by_their_own_name(kind):
    row = kind_row(kind)
    assert row.names_failure == (kind.value in FAILURES_BY_NAME)
    about = ABOUT.get(kind.value, [kind.value] if row.conduct else None)
    assert (None if row.may_be_about is None else {each.value for each in row.may_be_about}) == (
        None if about is None else set(about)
    )


def test_the_conducts_are_those_of_j4_and_m12():
    of_j4 = {code for _, conducts in J4.values() for code in conducts}
    of_m12 = {code for codes in CONDUCTS_OF_M12.values() for code in codes}
    assert len(of_j4) == 48
    assert {conduct.value for conduct in Conduct} == of_j4 | of_m12
    assert [field.value for field in BlacklistField] == [code for code, _ in J4.values()]


@pytest.mark.parametrize("conduct", Conduct)
def test_each_conduct_stands_in_exactly_one_field_with_the_facts_it_needs(conduct):
    row = conduct_row(conduct)
    in_j4 = [(n, field, conducts[conduct.value]) for n, (field, conducts) in J4.items() if conduct.value in conducts]
    in_m12 = [item for item, codes in CONDUCTS_OF_M12.items() if conduct.value in codes]
    assert (row.field.value if row.field else None) == (in_j4[0][1] if in_j4 else None)
    assert list(row.needs) == (in_j4[0][2] if in_j4 else [])
    assert [c.ledger_id for c in row.citations] == [f"J4c({n})" for n, *_ in in_j4] + [f"M12({n})" for n in in_m12]
    assert row.label == conduct.label
    assert conduct_rows()[conduct] is row


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_codes_are_the_names_in_lower_case_and_have_both_labels(vocabulary):
    for member in vocabulary:
        assert member.value == member.name.lower() == str(member)
        assert member.label.zh.strip()
        assert member.label.en.isascii()
        assert pickle.loads(pickle.dumps(member)) is copy.deepcopy(member) is member  # noqa: S301 - our own pickle
    assert issubclass(vocabulary, Vocabulary)


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_labels_are_told_apart(vocabulary):
    for lang in ("zh", "en"):
        assert len({member.label.text(lang) for member in vocabulary}) == len(vocabulary)
