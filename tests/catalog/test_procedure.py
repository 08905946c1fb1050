"""How a catalogue comes into force (M8): every cell, every check, courses of any length, replay equals live."""

import dataclasses
from datetime import date, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from pydantic import ValidationError

from catalog_cases import IN_FORCE, catalogue, sound_entry
from catalog_procedure_cases import (
    AUTHORITY,
    DAY,
    DRAFT,
    GOVERNMENT,
    OFFICE,
    ORGAN,
    PROVIDERS,
    case_in,
    events_on,
    refusals,
)
from jscredit.catalog import (
    CATALOGUE_PROCEDURE,
    CatalogueCase,
    Compiled,
    ConsultationClosed,
    DataElement,
    ForbiddenAddition,
    Norm,
    Published,
    PublisherCapacity,
    PutToConsultation,
    Revised,
    Submitted,
    Superseded,
)
from jscredit.errors import safe
from jscredit.law import Rank, ledger
from jscredit.procedure import cells, mermaid
from jscredit.records import Body, Level, ProviderType, Role
from oracles.catalog_procedure import EVENTS, STEPS, may_publish

BY_GOVERNMENT, AUTHORISED = PublisherCapacity.GOVERNMENT, PublisherCapacity.AUTHORISED_BODY
NEXT = DAY + timedelta(1)


def kind_of(event):
    return event.__dataclass_fields__["type"].default


def test_table_is_that_of_the_article():
    assert {(row.stage.value, kind_of(row.event)): row.next.value for row in CATALOGUE_PROCEDURE.rows} == STEPS
    assert {row.clause.ledger_id for row in CATALOGUE_PROCEDURE.rows} == {"M8"} <= set(ledger())
    assert "draft --> consultation" in mermaid(CATALOGUE_PROCEDURE, "en")


@pytest.mark.parametrize(
    ("stage", "event"), [(stage.value, kind_of(event)) for stage, event in cells(CATALOGUE_PROCEDURE)]
)
def test_each_cell_leads_on_or_is_refused(stage, event):
    case = case_in(stage)
    assert case.stage.value == stage
    step = events_on(DAY)[event]
    if (stage, event) in STEPS:
        assert case.apply(step).stage.value == STEPS[stage, event]
    else:
        assert refusals(case, step) == ["procedure.not-now"]


def test_skipped_consultation_is_refused_with_the_clause():
    with pytest.raises(ValueError, match=r"procedure\.not-now") as caught:
        case_in("draft").apply(events_on(DAY)["submitted"])
    assert caught.value.faults[0].clause == "M8"


def body(*, government=True, level=Level.CITY, **more):
    return Body(**({"name": "虚构市人民政府" if government else "虚构市城管局", "type": ORGAN, "level": level} | more))


@pytest.mark.parametrize("capacity", PublisherCapacity)
@pytest.mark.parametrize("is_government", [True, False])
@pytest.mark.parametrize("level", [Level.CITY, Level.PROVINCE, Level.COUNTY, None])
@pytest.mark.parametrize("authorised", [True, False])
@pytest.mark.parametrize("step", [Submitted, Published])
def test_only_the_government_of_the_level_or_its_delegate_publishes(step, capacity, is_government, level, authorised):
    document = "某政函1号" if authorised else None
    event = step(
        on=DAY, publisher=body(government=is_government, level=level), capacity=capacity, authorisation=document
    )
    same_level = None if level is None else level is Level.CITY
    wanted = may_publish(capacity, is_government=is_government, of_the_level=same_level, authorised=authorised)
    case = case_in("consulted" if step is Submitted else "submitted")
    found = set(refusals(case, event)) - {"catalogue.another-publisher"}
    assert (found == set()) == (wanted is True)
    assert ("catalogue.missing-fact" in found) == (level is None)


def test_publisher_of_unknown_type_or_another_region():
    unknown = Body(name="虚构市人民政府", level=Level.CITY)
    assert refusals(case_in("consulted"), Submitted(on=DAY, publisher=unknown, capacity=BY_GOVERNMENT)) == [
        "catalogue.missing-fact"
    ]
    far = body(region="320100")
    assert refusals(case_in("consulted"), Submitted(on=DAY, publisher=far, capacity=BY_GOVERNMENT)) == [
        "catalogue.region"
    ]
    association = body(type=ProviderType.INDUSTRY_ASSOCIATION)
    assert refusals(case_in("consulted"), Submitted(on=DAY, publisher=association, capacity=BY_GOVERNMENT)) == [
        "catalogue.publisher"
    ]


def test_whoever_it_went_to_publishes():
    event = Published(on=DAY, publisher=OFFICE, capacity=AUTHORISED, authorisation="某政函1号")
    assert refusals(case_in("submitted"), event) == ["catalogue.another-publisher"]


@pytest.mark.parametrize(
    ("changed", "codes"),
    [
        ({"by": Body(name="某办", level=Level.CITY)}, ["catalogue.missing-fact"]),
        ({"by": Body(name="某办", level=Level.CITY, roles=(Role.USER,))}, ["catalogue.compiler"]),
        ({"by": dataclasses.replace(AUTHORITY, level=Level.COUNTY)}, ["catalogue.level"]),
        ({"by": dataclasses.replace(AUTHORITY, level=None)}, ["catalogue.missing-fact"]),
        ({"providers": ()}, ["catalogue.providers"]),
    ],
)
def test_credit_authority_compiles_with_the_providers(changed, codes):
    parts = {"on": DAY, "by": AUTHORITY, "providers": PROVIDERS} | changed
    assert refusals(CatalogueCase(catalogue=DRAFT), Compiled(**parts)) == codes


def test_revision_is_a_draft_of_the_same_catalogue():
    case = case_in("draft")
    other = Revised(on=DAY, catalogue=catalogue(id="d"))
    assert refusals(case, other) == ["catalogue.another-catalogue"]
    assert refusals(case, Revised(on=DAY, catalogue=catalogue(**IN_FORCE))) == ["catalogue.already-published"]
    assert case.apply(events_on(DAY)["revised"]).current.title == "改后目录"


def test_consultation_lasts_until_its_last_day():
    case = case_in("draft")
    assert refusals(case, PutToConsultation(on=NEXT, through=DAY)) == ["catalogue.consultation-period"]
    opened = case.apply(PutToConsultation(on=DAY, through=NEXT))
    assert refusals(opened, ConsultationClosed(on=DAY)) == ["catalogue.consultation-closed-early"]
    assert refusals(opened, ConsultationClosed(on=NEXT)) == []


def test_what_the_lint_finds_is_not_submitted():
    bad = catalogue(sound_entry(format=None, elements=(DataElement(code="XUEXING", name="血型"),)))
    codes = refusals(case_in("consulted", bad), events_on(DAY)["submitted"])
    assert codes == ["catalogue.missing", "catalogue.forbidden"]
    added = ForbiddenAddition(codes=("CF_WSH",), norm=Norm(citation="某法", rank=Rank.LAW))
    case = CatalogueCase(catalogue=DRAFT, additions=(added,), events=case_in("consulted").events)
    assert refusals(case, events_on(DAY)["submitted"]) == ["catalogue.forbidden"]


def test_days_in_force_come_from_the_publication_and_end_with_the_next_edition():
    case = case_in("published")
    assert case_in("submitted").published is None
    assert (case.published.in_force_from, case.published.in_force_through) == (DAY, None)
    early = Published(on=NEXT, publisher=GOVERNMENT, capacity=BY_GOVERNMENT, in_force_from=DAY)
    assert refusals(case_in("submitted"), early) == ["catalogue.in-force-before"]
    later = dataclasses.replace(early, on=DAY, in_force_from=NEXT)
    case = case_in("submitted").apply(later)
    assert case.published.in_force_from == NEXT
    assert refusals(case, Superseded(on=NEXT, edition="1", last_day=DAY)) == [
        "catalogue.same-edition",
        "catalogue.never-in-force",
    ]
    ended = case.apply(Superseded(on=NEXT, edition="2", last_day=NEXT + timedelta(30))).published
    assert not ended.in_force_on(DAY)
    assert ended.in_force_on(NEXT + timedelta(30))
    assert not ended.in_force_on(NEXT + timedelta(31))


def test_case_begins_with_a_draft():
    with pytest.raises(ValidationError) as caught:
        CatalogueCase(catalogue=catalogue(**IN_FORCE))
    assert safe(caught.value).code == "catalogue.already-published"


def test_duties_name_who_is_next():
    (duty,) = case_in("draft").duties(on=NEXT)
    assert (duty.who.en, duty.what.en, duty.deadline) == ("the credit authority", "consult the public", None)
    assert case_in("submitted").duties(on=NEXT)[-1].what.zh == "发布"
    assert case_in("published").changes == ()


class Catalogues(RuleBasedStateMachine):
    """One edition on its way; the model holds the stage's name and the last day."""

    @initialize(start=st.dates(date(2018, 6, 1), date(2026, 3, 1)))
    def begin(self, start):
        self.case, self.day, self.stage = CatalogueCase(catalogue=DRAFT), start, "new"

    @rule(event=st.sampled_from(EVENTS), gap=st.integers(0, 40))
    def step(self, event, gap):
        on = self.day + timedelta(gap)
        codes = refusals(self.case, events_on(on)[event])
        assert (codes == []) == ((self.stage, event) in STEPS)
        if not codes:
            self.case = self.case.apply(events_on(on)[event])
            self.day, self.stage = on, STEPS[self.stage, event]

    @rule(pick=st.integers(0, 20), gap=st.integers(0, 40))
    def step_on(self, pick, gap):
        placed = sorted(event for stage, event in STEPS if stage == self.stage)
        if placed:
            self.step(placed[pick % len(placed)], gap)

    @invariant()
    def stage_is_that_of_the_article(self):
        assert self.case.stage.value == self.stage

    @invariant()
    def only_what_was_published_is_in_force(self):
        published = self.case.published
        assert (published is not None) == (self.stage in {"published", "superseded"})
        if published is not None:
            assert published.in_force_on(self.case.in_force_from)
            assert not published.in_force_on(self.case.in_force_from - timedelta(1))

    @invariant()
    def nothing_is_published_without_a_consultation(self):
        kinds = [event.type for event in self.case.events]
        for at, kind in enumerate(kinds):
            if kind == "published":
                assert {"compiled", "put_to_consultation", "consultation_closed", "submitted"} <= set(kinds[:at])

    def teardown(self):
        if hasattr(self, "case"):
            assert CatalogueCase.from_storage_json(self.case.to_storage_json()) == self.case


TestCatalogues = Catalogues.TestCase
TestCatalogues.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
