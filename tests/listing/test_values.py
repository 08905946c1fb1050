"""Criteria, competence, grounds, publication, routing, exit, honours: the values around the rules."""

import dataclasses
from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from factories import judgement
from jscredit.errors import safe
from jscredit.law import Rank
from jscredit.listing import (
    Authorisation,
    Basis,
    CommitmentField,
    Criterion,
    Determiner,
    DeterminingBody,
    FalseDocument,
    Findings,
    HonourGrant,
    HonourSource,
    ListChannel,
    ReferenceMaterial,
    ReferenceSupplier,
    RouteTarget,
    competence,
    criterion_in_use,
    has_ground,
    key_monitoring,
    left_on,
    list_publication,
    routes_of,
    serious_failure,
    typical_honest_subject,
)
from jscredit.records import (
    BlacklistField,
    Body,
    Conduct,
    DelistingGround,
    EntryState,
    Honour,
    Level,
    ListingGround,
    ListSide,
    Severity,
    Subject,
    conduct_rows,
)
from listing_cases import BUREAU, CRITERION, DAY, FIELD, NATIONAL, UNTIL, entry, new_red

PARTS = {field.name: getattr(CRITERION, field.name) for field in dataclasses.fields(CRITERION)}


def faults_of(make):
    with pytest.raises(ValidationError) as caught:
        make()
    return [(fault.code, fault.field, fault.clause) for fault in safe(caught.value).faults]


@pytest.mark.parametrize("name", ["issuer", "consultation", "publication", "citation", "field", "in_force_from"])
def test_a_criterion_that_lacks_something_is_none(name):
    assert faults_of(lambda: Criterion(**(PARTS | {name: None}))) == [("criterion.lacks", name, "J3")]


def test_every_fault_of_a_criterion_at_once():
    assert len(faults_of(lambda: Criterion(title="某办法"))) == 6


@pytest.mark.parametrize("level", [Level.CITY, Level.COUNTY, Level.TOWNSHIP, None])
def test_cities_and_counties_set_no_criteria(level):
    issuer = Body(name="虚构单位", level=level)
    code = "criterion.level" if level else "criterion.level-unknown"
    assert faults_of(lambda: Criterion(**(PARTS | {"issuer": issuer}))) == [(code, "issuer", "J3")]


@pytest.mark.parametrize(
    ("national", "on", "verdict"),
    [
        ((), date(2018, 8, 31), "no"),
        ((), date(2018, 9, 1), "yes"),
        ((NATIONAL,), date(2026, 2, 24), "yes"),
        ((NATIONAL,), date(2026, 2, 25), "no"),
        ((dataclasses.replace(NATIONAL, field="食品安全"),), date(2026, 2, 25), "yes"),
        ((dataclasses.replace(NATIONAL, issuer=CRITERION.issuer),), date(2026, 2, 25), "yes"),
        ((dataclasses.replace(NATIONAL, in_force_from=date(2026, 3, 1)), NATIONAL), date(2026, 2, 25), "no"),
        (None, date(2026, 2, 25), "undetermined"),
    ],
)
def test_a_provincial_criterion_yields_from_the_day_of_the_national_one(national, on, verdict):
    assert criterion_in_use(CRITERION, national=national, on=on).verdict == verdict


@pytest.mark.parametrize(
    ("own", "other", "verdict"),
    [(None, "red", "no"), ("red", None, "no"), ("red", "red", "no"), ("red", "black", "yes")],
)
def test_it_yields_to_one_of_its_side(own, other, verdict):
    criterion = dataclasses.replace(CRITERION, side=own and ListSide(own))
    national = dataclasses.replace(NATIONAL, side=other and ListSide(other))
    assert criterion_in_use(criterion, national=(national,), on=date(2026, 2, 25)).verdict == verdict


def test_a_national_criterion_yields_to_none_and_is_told_by_its_issuer():
    assert criterion_in_use(NATIONAL, national=(NATIONAL,), on=date(2026, 2, 25)).verdict == "yes"
    assert (NATIONAL.is_national, CRITERION.is_national) == (True, False)


def test_criteria_travel_as_documents():
    assert Criterion.from_storage_json(CRITERION.to_storage_json()) == CRITERION


def test_authorisation_of_a_body_that_needs_none():
    given = Authorisation(by=Body(name="虚构省厅", level=Level.PROVINCE), citation="函1号", since=DAY)
    assert faults_of(lambda: dataclasses.replace(BUREAU, authorisation=given)) == [
        ("listing.authorisation", "authorisation", "J5")
    ]
    unknown = DeterminingBody(body=BUREAU.body, authorisation=given)
    assert competence(unknown, field=FIELD, on=DAY).verdict == "undetermined"


def test_an_authorisation_counts_from_its_day():
    given = Authorisation(by=Body(name="虚构省厅", level=Level.PROVINCE), citation="函1号", since=DAY)
    agency = DeterminingBody(
        body=Body(name="虚构信用公司"), kind=Determiner.CREDIT_SERVICE_AGENCY, fields=(FIELD,), authorisation=given
    )
    before, then = (competence(agency, field=FIELD, on=DAY - timedelta(days)) for days in (1, 0))
    assert (before.verdict, before.earliest, then.verdict) == ("no", DAY, "yes")


def test_reference_material_carries_no_listing_and_is_kept():
    told = ReferenceMaterial(supplier=ReferenceSupplier.CITIZEN, content="来信反映", received_on=DAY)
    alone = Basis(
        ground=ListingGround.OTHER_BY_NORM, citation="某规定", rank=Rank.NORMATIVE_DOCUMENT, references=(told,)
    )
    found = has_ground(alone, on=DAY)
    assert [failure.condition.citation.ledger_id for failure in found.failed] == ["J5"]
    beside = dataclasses.replace(alone, evidence=("虚检〔2026〕3号",))
    assert has_ground(beside, on=DAY).verdict == "yes"
    assert new_red(basis=beside).basis.references == (told,)
    assert has_ground(dataclasses.replace(beside, evidence=(), references=()), on=DAY).missing == ("reference_alone",)


def test_each_named_conduct_is_a_serious_failure_of_one_field_alone():
    yes, named = judgement(), [conduct for conduct, row in conduct_rows().items() if row.field]
    findings = Findings(
        serious=yes,
        malice=yes,
        intent=yes,
        ability=yes,
        credibility_harmed=yes,
        bad_consequences=yes,
        document_sort=FalseDocument.LAND,
        funds_sought=True,
        final_act=True,
        norm_breached=True,
        penalised=True,
    )
    for conduct in named:
        fields = [
            field for field in BlacklistField if serious_failure(field, conduct, findings, on=DAY).verdict == "yes"
        ]
        assert fields == [conduct_rows()[conduct].field]
    assert len(named) == 48


def test_a_named_conduct_is_not_put_into_another_field_by_a_finding():
    findings = Findings(serious=judgement(), other_of_field=judgement())
    found = serious_failure(BlacklistField.NATIONAL_DEFENCE, Conduct.BRIBERY, findings, on=DAY)
    assert found.verdict == "no"


def test_publication_lasts_as_long_as_the_entry():
    city = entry(determined_by=Body(name="虚构市城管局", level=Level.CITY))
    found = list_publication(city, on=DAY)
    assert found.channels == tuple(ListChannel)
    assert (found.window.earliest, found.window.last) == (DAY, UNTIL)
    assert list_publication(city, on=UNTIL + timedelta(1)).channels == ()
    assert list_publication(dataclasses.replace(city, valid_until=None), on=DAY).channels == ()
    assert list_publication(EntryState(entry=city, delisted_on=DAY), on=DAY).channels == ()
    assert found.explain("en").count("\n") >= 1


@pytest.mark.parametrize("level", [Level.COUNTY, Level.TOWNSHIP, None])
def test_publication_is_owed_from_city_level_on(level):
    found = list_publication(entry(determined_by=Body(name="虚构单位", level=level)), on=DAY)
    assert found.owed.verdict == ("undetermined" if level is None else "no")
    assert found.channels == ()
    assert list_publication(entry(), on=DAY).owed.verdict == "undetermined"


def test_persons_are_masked_in_what_may_be_published():
    man = Subject(name="李四光", resident_id="329901199003070012")
    assert "329901199003070012" not in entry(subject=man).to_public_json()


DEPARTMENT = {RouteTarget.SAME_LEVEL_JOINT_SYSTEM, RouteTarget.SUPERIOR_DEPARTMENT}
PROVINCE = {RouteTarget.NATIONAL_PLATFORM, RouteTarget.CREDIT_CHINA_SITE, RouteTarget.CITY_PLATFORM}


@pytest.mark.parametrize(
    ("level", "opted_in", "side", "targets"),
    [
        (Level.PROVINCE, None, ListSide.RED, DEPARTMENT | PROVINCE),
        (Level.CITY, None, ListSide.RED, DEPARTMENT),
        (Level.CITY, None, ListSide.BLACK, DEPARTMENT | {RouteTarget.PROVINCIAL_JOINT_SYSTEM}),
        (Level.COUNTY, True, ListSide.BLACK, DEPARTMENT),
        (Level.COUNTY, False, ListSide.BLACK, set()),
        (Level.COUNTY, None, ListSide.BLACK, set()),
        (Level.TOWNSHIP, True, ListSide.BLACK, set()),
    ],
)
def test_an_entry_goes_where_its_level_sends_it(level, opted_in, side, targets):
    severity = Severity.SERIOUS if side is ListSide.BLACK else None
    one = entry(side, determined_by=Body(name="虚构单位", level=level), severity=severity)
    routes = routes_of(one, on=DAY, county_opted_in=opted_in)
    assert {route.target for route in routes if route.owed.verdict == "yes"} == targets
    open_ones = {route.target for route in routes if route.owed.verdict == "undetermined"}
    assert open_ones == (DEPARTMENT if (level, opted_in) == (Level.COUNTY, None) else set())
    assert {route.sender.en for route in routes} == {
        "determining department",
        "provincial credit authority",
        "city's credit authority",
    }


def test_an_entry_of_an_unknown_body_goes_nowhere_for_certain():
    assert {route.owed.verdict for route in routes_of(entry(), on=DAY)} == {"undetermined"}


def test_leaving_a_list():
    one = entry()
    day = UNTIL + timedelta(1)
    assert left_on(one) == day
    assert left_on(EntryState(entry=one)) == day
    assert left_on(EntryState(entry=one, delisted_on=DAY, ground=DelistingGround.PERIOD_OVER)) == DAY
    assert left_on(EntryState(entry=one, delisted_on=day + timedelta(9))) == day
    assert left_on(entry(valid_until=None)) is None
    assert key_monitoring(entry(valid_until=None), on=DAY).missing == ("left_on",)
    assert key_monitoring(EntryState(entry=one, delisted_on=DAY), on=DAY).missing == ("exit_ground",)
    assert key_monitoring(EntryState(entry=one), on=day).verdict == "yes"
    assert key_monitoring(entry(ListSide.RED), on=day).verdict == "no"


def test_honours_are_set_up_by_governments_and_only_proposed_by_others():
    city = Body(name="虚构市人民政府", level=Level.CITY)
    model = HonourGrant(
        honour=Honour.CREDIT_MANAGEMENT_DEMONSTRATION_ENTERPRISE,
        source=HonourSource.GOVERNMENT_OR_DEPARTMENT,
        granter=city,
        granted_on=DAY,
        revoked=False,
    )
    assert typical_honest_subject(model, on=DAY).verdict == "yes"
    county = dataclasses.replace(model, granter=Body(name="虚构县政府", level=Level.COUNTY))
    assert typical_honest_subject(county, on=DAY).verdict == "no"
    revoked = dataclasses.replace(model, revoked=None, revoked_on=DAY + timedelta(5))
    assert [typical_honest_subject(revoked, on=DAY + timedelta(days)).verdict.value for days in (4, 5)] == ["yes", "no"]
    assert typical_honest_subject(HonourGrant(), on=DAY).verdict == "undetermined"
    assert "honour" in typical_honest_subject(dataclasses.replace(model, honour=None), on=DAY).missing
    assert len(CommitmentField) == 6
