"""M31: when an objection is admitted, and what the record itself says about its ground."""

import dataclasses
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import judgement, organisation, person, record, records, seeds
from jscredit.deadlines import Days, Months, Years
from jscredit.law import Rank
from jscredit.objection import (
    OBJECTION,
    ForbiddenContent,
    ForbiddenElement,
    ObjectionGround,
    UseMade,
    forbidden_collection,
    objection_admissibility,
    used_past_its_period,
)
from jscredit.records import Body, Kind, Procedure, Role, Severity, Subject
from jscredit.rules import JIANGSU_2018, Setting, Source
from jscredit.validity import EXPIRY_ENDS_PUBLICATION, RATHER_SERIOUS_PERIOD
from objection_cases import DAY, EXPIRED, FAILURE, MAN, OFFICE, OTHER_SHOP, PROVIDER, SHOP, STRANGER
from oracles import objection as oracle
from oracles.validity import last_day, use_end

MAYBE = st.sampled_from([True, False, None])
ANSWER = {True: "yes", False: "no", None: "undetermined"}


def ask(**changes):
    given_ = {
        "subject": SHOP,
        "record": FAILURE,
        "applicant": SHOP,
        "addressee": PROVIDER,
        "ground": ObjectionGround.RECORDED_WRONGLY,
        "evidence": ("判决书",),
        "on": DAY,
    }
    return objection_admissibility(**(given_ | changes))


def told(decision):
    return decision.verdict.value, [one.condition.id for one in decision.failed], decision.missing


@given(MAYBE, MAYBE, MAYBE, st.sampled_from([None, *ObjectionGround]), MAYBE)
def test_rule_agrees_with_the_article(is_subject, to_provider, to_organisation, ground, evidence):
    row = {
        "applicant_is_subject": is_subject,
        "addressed_to_provider": to_provider,
        "addressed_to_organisation": to_organisation,
        "ground": ground,
        "evidence_given": evidence,
    }
    wanted = oracle.admissible(
        is_subject=is_subject,
        to_provider=to_provider,
        to_organisation=to_organisation,
        ground=ground,
        evidence=evidence,
    )
    assert OBJECTION.decide(row, on=DAY).verdict.value == ANSWER[wanted]


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({}, ("yes", [], ())),
        ({"addressee": OFFICE}, ("yes", [], ())),
        ({"addressee": STRANGER}, ("no", ["addressee"], ())),
        ({"addressee": Body(name="虚构市教育局", roles=(Role.PROVIDER,))}, ("no", ["addressee"], ())),
        ({"addressee": Body(name="虚构市城管局")}, ("yes", [], ())),
        ({"addressee": Body(name="虚构市某局")}, ("undetermined", [], ("addressed_to_organisation",))),
        ({"applicant": OTHER_SHOP}, ("no", ["applicant"], ())),
        ({"applicant": Subject(name=SHOP.name)}, ("undetermined", [], ("applicant_is_subject",))),
        ({"applicant": Subject(credit_code=SHOP.credit_code)}, ("yes", [], ())),
        ({"ground": None}, ("undetermined", [], ("ground",))),
        ({"evidence": ()}, ("no", ["evidence"], ())),
        ({"evidence": (), "applicant": OTHER_SHOP}, ("no", ["applicant", "evidence"], ())),
    ],
)
def test_facts_come_from_the_values(changes, wanted):
    assert told(ask(**changes)) == wanted


@pytest.mark.parametrize(
    ("addressee", "wanted"),
    [
        (PROVIDER, "yes"),
        (OFFICE, "yes"),
        (STRANGER, "no"),
        (Body(name="虚构市某局"), "undetermined"),
    ],
)
@pytest.mark.parametrize("about", [None, record(subject=SHOP)])
def test_without_a_known_provider_the_roles_decide(about, addressee, wanted):
    assert ask(record=about, addressee=addressee).verdict.value == wanted


@given(
    st.sampled_from([SHOP, MAN, Subject(name="某某")]),
    st.sampled_from([None, *ForbiddenElement]),
    st.sampled_from([None, *Rank]),
    MAYBE,
    MAYBE,
)
def test_forbidden_collection_agrees_with_the_article(subject, element, rank, filled, found):
    about = record(subject=subject, document_number="虚罚字1号" if filled else None)
    content = ForbiddenContent(
        element=element,
        field=None if filled is None else "document_number",
        norm=None if rank is None else "某规定",
        norm_rank=rank,
    )
    judged = None if found is None else judgement(finding=found)
    wanted = oracle.forbidden(
        natural_person=subject.is_natural_person,
        element=element and element.value,
        rank=rank and rank.name.lower(),
        filled=filled,
        found=found,
    )
    assert forbidden_collection(about, content, on=DAY, found=judged).verdict.value == ANSWER[wanted]


def test_rank_without_its_norm_is_not_known():
    content = ForbiddenContent(
        element=ForbiddenElement.OTHER_FORBIDDEN, field="document_number", norm_rank=Rank.DEPARTMENT_RULE
    )
    decision = forbidden_collection(record(subject=MAN, document_number="1"), content, on=DAY, found=judgement())
    assert (decision.verdict.value, decision.missing) == ("undetermined", ("forbidding_norm_rank",))


@given(
    seeds(),
    st.sampled_from(list(Severity)),
    st.dates(date(2018, 2, 1), date(2026, 12, 31)),
    st.sampled_from([None, Years(1), Months(6), Years(2), Days(100), Years(5)]),
    st.booleans(),
)
def test_use_past_its_period_agrees_with_the_article(rng, severity, determined_on, period, near_the_use):
    facts = {
        "determined_on": determined_on,
        "severity": severity,
        "rather_serious": Years(2),
        "period_of_use": period,
        "period_of_use_given": period is not None,
        "failure_information": True,
    }
    valid_to, used_to = last_day(facts), use_end(facts)
    boundary = used_to if near_the_use and used_to else valid_to
    day = boundary.toordinal() + rng.randint(-3, 3) + 400 * rng.choice((0, 0, 0, 1, -1))
    on = max(date.fromordinal(day), date(2018, 1, 29))
    about = record(kind=Kind.BID_RIGGING, severity=severity, determined_on=determined_on)
    regime = JIANGSU_2018.with_settings(Setting(RATHER_SERIOUS_PERIOD, Years(2), Source("标准", Rank.AGENCY_SETTING)))
    wanted = oracle.past_its_period(facts, on)
    assert used_past_its_period(about, on=on, period_of_use=period, regime=regime).verdict.value == ANSWER[wanted]


@given(records(severity=None), st.dates(date(2018, 2, 1), date(2026, 12, 31)))
def test_what_is_left_open_is_named(about, on):
    decision = used_past_its_period(about, on=on)
    assert bool(decision.missing) == (decision.verdict.value == "undetermined")


def test_only_failures_are_used_past_a_period():
    summary = record(
        kind=Kind.PENALTY, procedure=Procedure.SUMMARY, reflects_credit=True, determined_on=date(2020, 1, 2)
    )
    assert "failure-information" in told(used_past_its_period(summary, on=DAY))[1]


def test_norm_that_lets_publication_go_on_makes_the_use_matter():
    regime = JIANGSU_2018.with_settings(Setting(EXPIRY_ENDS_PUBLICATION, value=False, source=Source("某法", Rank.LAW)))

    def asked(use_made):
        return used_past_its_period(EXPIRED, on=DAY, use=use_made, regime=regime)

    assert asked(UseMade.RESTRAINT).verdict.value == "yes"
    assert asked(UseMade.PUBLICATION).verdict.value == "no"
    assert told(asked(None)) == ("undetermined", [], ("use_made",))
    assert used_past_its_period(EXPIRED, on=DAY).verdict.value == "yes"


def test_persons_and_organisations_differ():
    content = ForbiddenContent(element=ForbiddenElement.RELIGION, field="document_number")
    both = [record(subject=one, document_number="1") for one in (organisation(3), person(3))]
    found = [forbidden_collection(one, content, on=DAY, found=judgement()).verdict.value for one in both]
    assert found == ["no", "yes"]
    assert dataclasses.replace(content, element=None).element is None
