"""Which entry a record comes under, and what that gives to validity, repair and review."""

import dataclasses
from datetime import date

import pytest

from catalog_cases import IN_FORCE, catalogue, sound_entry
from factories import organisation, person, record
from jscredit.catalog import UNLIMITED, CatalogueEntry, entry_for, periods_of_use, starter_catalogue
from jscredit.deadlines import Months, Years
from jscredit.errors import InvalidInput
from jscredit.records import Body, Category, CreditFile, Kind, Severity, SharingClass, Subject, SubjectType, Supplied
from jscredit.review import Matter, Outcome, credit_review
from jscredit.validity import validity_of

ON = date(2020, 6, 1)
SHOP = organisation(1)
CITY, TAX = Body(name="虚构市城管局"), Body(name="虚构市税务局")


def penalty(**fixed):
    parts = {
        "id": "1",
        "subject": SHOP,
        "kind": Kind.PENALTY,
        "provider": CITY,
        "determined_on": date(2020, 1, 1),
        "severity": Severity.SERIOUS,
        "catalogue_category": None,
        "sharing_class": None,
    }
    return record(**(parts | fixed))


def in_force(*entries, **more):
    return catalogue(*entries, **(IN_FORCE | more))


def test_entry_is_found_by_kind_subject_and_provider_while_it_is_in_force():
    entry = sound_entry(period_of_use=Months(6))
    found = entry_for(penalty(), in_force(entry, sound_entry("C2", kinds=(Kind.AWARD,))), on=ON)
    assert (found.entry, found.period_of_use, found.missing) == (entry, Months(6), ())
    assert (found.sharing_class, found.category) == (SharingClass.PUBLIC, Category.NEGATIVE)
    ended = in_force(entry, in_force_through=date(2020, 5, 31))
    for none in (entry_for(penalty(), catalogue(entry), on=ON), entry_for(penalty(), [ended], on=ON)):
        assert (none.candidates, none.entry, none.period_of_use, none.sharing_class) == ((), None, None, None)


@pytest.mark.parametrize(
    ("own", "found"),
    [
        ({"provider": TAX}, False),
        ({"subject": person(1)}, False),
        ({"kind": Kind.AWARD}, False),
        ({}, True),
    ],
)
def test_what_does_not_fit_is_no_candidate(own, found):
    entry = sound_entry(subject_types=(SubjectType.LEGAL_PERSON,))
    assert bool(entry_for(penalty(**own), in_force(entry), on=ON).candidates) is found


def test_missing_fact_leaves_the_entry_open_and_says_which():
    entry = sound_entry(subject_types=(SubjectType.LEGAL_PERSON,))
    found = entry_for(penalty(provider=None, subject=Subject(name="某店")), in_force(entry), on=ON)
    assert (found.entry, found.missing) == (None, ("subject_type", "provider"))
    with pytest.raises(InvalidInput) as caught:
        _ = found.period_of_use
    assert (caught.value.code, caught.value.missing) == ("catalogue.entry-unclear", ("subject_type", "provider"))
    assert "subject_type" in caught.value.text("en")


def test_subject_of_unknown_type_comes_under_an_entry_for_all_types():
    found = entry_for(penalty(subject=Subject(name="某店")), in_force(sound_entry()), on=ON)
    assert (found.missing, found.entry.code) == ((), "C1")


def test_entry_that_names_the_provider_goes_first():
    for_all = sound_entry("A", provider=None, any_provider=True, period_of_use=Years(2))
    own = sound_entry("B", period_of_use=Years(1))
    both = in_force(for_all, own)
    assert entry_for(penalty(), both, on=ON).entry == own
    assert entry_for(penalty(provider=TAX), both, on=ON).entry == for_all


def test_what_all_candidates_agree_on_is_told_and_what_they_do_not_is_refused():
    one, other = (sound_entry(code, provider=None, any_provider=True) for code in "AB")
    other = dataclasses.replace(other, sharing_classes=(SharingClass.AUTHORISED_QUERY,))
    found = entry_for(penalty(), in_force(one, other), on=ON)
    assert (found.entry, found.period_of_use) == (None, Years(3))
    with pytest.raises(InvalidInput, match=r"catalogue\.entry-unclear"):
        _ = found.sharing_class
    unknown = entry_for(penalty(provider=None), in_force(one, sound_entry("C")), on=ON)
    assert (unknown.entry, unknown.missing, unknown.period_of_use) == (None, ("provider",), Years(3))


def test_format_tells_which_sheet_and_without_it_they_count_as_one():
    starter = starter_catalogue()
    any_format = entry_for(penalty(), starter, on=ON)
    assert len(any_format.candidates) == 3
    assert any_format.entry.code == "jiangsu-2016-penalty"
    found = entry_for(penalty(), starter, on=ON, format_name="national-2018-penalty")
    assert found.entry.code == "national-2018-penalty"


def test_record_takes_its_class_from_the_entry_and_must_not_contradict_it():
    found = entry_for(penalty(kind=Kind.OTHER_BASIC), starter_catalogue(), on=ON)
    assert found.entry.code == "M10-5"
    described = found.described(penalty(kind=Kind.OTHER_BASIC))
    assert (described.catalogue_category, described.sharing_class) == (
        Category.BASIC,
        SharingClass.GOVERNMENT_SHARED,
    )
    with pytest.raises(InvalidInput) as caught:
        found.described(
            penalty(kind=Kind.OTHER_BASIC, catalogue_category=Category.OTHER, sharing_class=SharingClass.PUBLIC)
        )
    assert [(fault.field, fault.clause) for fault in caught.value.faults] == [
        ("catalogue_category", "M9"),
        ("sharing_class", "M19"),
    ]


def test_period_of_use_ends_the_restraint_of_a_failure():
    entry = sound_entry(period_of_use=Months(6))
    found = entry_for(
        penalty(kind=Kind.BID_RIGGING), in_force(dataclasses.replace(entry, kinds=(Kind.BID_RIGGING,))), on=ON
    )
    failure = penalty(kind=Kind.BID_RIGGING)
    validity = validity_of(failure, period_of_use=found.period_of_use)
    assert validity.may_restrain(date(2020, 7, 1)).verdict == "yes"
    assert validity.may_restrain(date(2020, 7, 2)).verdict == "no"
    assert validity_of(failure).may_restrain(date(2020, 7, 2)).verdict == "yes"


def test_periods_by_kind_go_into_the_review():
    entry = sound_entry(kinds=(Kind.BID_RIGGING,), period_of_use=Months(1))
    periods = periods_of_use(in_force(entry, sound_entry("C2", kinds=(Kind.AWARD,), period_of_use=UNLIMITED)), on=ON)
    assert dict(periods) == {Kind.BID_RIGGING: Months(1)}
    file = CreditFile(SHOP, complete_since=date(2000, 1, 1))
    supplied = Supplied(
        day=date(2020, 1, 2), known_on=date(2020, 1, 2), citation="M16", record=penalty(kind=Kind.BID_RIGGING)
    )
    file = file.apply(supplied)
    with_periods = credit_review(file, matter=Matter.ADMINISTRATIVE_LICENSING, on=ON, periods_of_use=periods)
    without = credit_review(file, matter=Matter.ADMINISTRATIVE_LICENSING, on=ON)
    assert without.outcome is Outcome.CAUTION
    assert with_periods.outcome is not Outcome.CAUTION
    assert periods_of_use([catalogue(entry)], on=ON) == {}


def test_entries_that_differ_leave_the_kind_to_the_user():
    both = in_force(sound_entry("A"), sound_entry("B", period_of_use=Years(1)))
    with pytest.raises(InvalidInput) as caught:
        periods_of_use(both, on=ON)
    assert (caught.value.code, caught.value.faults[0].field) == ("catalogue.periods-differ", "penalty")


def test_entry_without_subjects_or_provider_holds_all():
    entry = CatalogueEntry(code="1", name="甲", kinds=(Kind.PENALTY,))
    assert entry_for(penalty(), in_force(entry), on=ON).entry == entry
