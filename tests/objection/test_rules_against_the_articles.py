"""The three rules of M31: every row, or 20,000 cases, against the articles; and every mutant told from its rule."""

from functools import cache
from itertools import product

import pytest

from differential.cases import validity_case, validity_day
from differential.regimes import regime
from jscredit.law import Rank
from jscredit.objection import (
    FORBIDDEN_COLLECTION,
    OBJECTION,
    RULES,
    USED_PAST_ITS_PERIOD,
    ForbiddenElement,
    ObjectionGround,
    UseMade,
)
from jscredit.rules import Setting, Source, Verdict
from jscredit.validity import EXPIRY_ENDS_PUBLICATION, EXPIRY_ENDS_RESTRAINT
from mutants.mutate import mutants
from objection_cases import DAY
from oracles import objection as oracle
from oracles.dice import dice
from oracles.validity import Readings

pytestmark = pytest.mark.slow
MAYBE = (True, False, None)
ANSWER = {True: Verdict.YES, False: Verdict.NO, None: Verdict.UNDETERMINED}
READINGS = (Readings(), Readings(counting="first-day-counted"), Readings(earlier_records="later-determinations"))
TERM_OF = {UseMade.RESTRAINT: EXPIRY_ENDS_RESTRAINT, UseMade.PUBLICATION: EXPIRY_ENDS_PUBLICATION}


def admissibility():
    names = ("applicant_is_subject", "addressed_to_provider", "addressed_to_organisation", "ground", "evidence_given")
    for values in product(MAYBE, MAYBE, MAYBE, (None, *ObjectionGround), MAYBE):
        is_subject, to_provider, to_organisation, ground, evidence = values
        wanted = oracle.admissible(
            is_subject=is_subject,
            to_provider=to_provider,
            to_organisation=to_organisation,
            ground=ground,
            evidence=evidence,
        )
        yield dict(zip(names, values, strict=True)), wanted


def collection():
    names = ("about_natural_person", "forbidden_element", "forbidding_norm_rank", "field_filled", "content_is_such")
    for values in product(MAYBE, (None, *ForbiddenElement), (None, *Rank), MAYBE, MAYBE):
        person, element, rank, filled, found = values
        wanted = oracle.forbidden(
            natural_person=person,
            element=element and element.value,
            rank=rank and rank.name.lower(),
            filled=filled,
            found=found,
        )
        yield dict(zip(names, values, strict=True)), wanted


TABLES = {OBJECTION: list(admissibility()), FORBIDDEN_COLLECTION: list(collection())}


def differs(rule, rows):
    return any(rule.decide(row, on=DAY).verdict is not ANSWER[wanted] for row, wanted in rows)


@pytest.mark.parametrize("rule", TABLES, ids=lambda rule: rule.id)
def test_every_row_is_answered_as_the_article_says(rule):
    assert not differs(rule, TABLES[rule])


@pytest.mark.parametrize("rule", TABLES, ids=lambda rule: rule.id)
def test_every_mutant_answers_some_row_otherwise(rule):
    made = list(mutants(rule))
    assert len(made) >= 8
    assert [mutant.name for mutant in made if not differs(mutant.rule, TABLES[rule])] == []


def use_cases(count, seed):
    """Facts, the day, the readings, the use that is made and the one that a norm lets go on past the validity."""
    rng = dice(seed)
    for _ in range(count):
        facts = validity_case(rng)
        day = validity_day(rng, facts)
        yield facts, day, rng.choice(READINGS), rng.choice(list(UseMade)), rng.choice((None, *UseMade))


@cache
def law_of(rather_serious, readings, goes_on):
    law = regime(readings, rather_serious)
    if goes_on is None:
        return law
    return law.with_settings(Setting(TERM_OF[goes_on], value=False, source=Source("an invented law", Rank.LAW)))


def answered(rule, case):
    facts, day, readings, use, goes_on = case
    law = law_of(facts["rather_serious"], readings, goes_on)
    names = {fact.name for fact in rule.bind(law).facts}
    row = {name: value for name, value in (facts | {"use_made": use}).items() if name in names}
    return rule.decide(row, on=day, regime=law).verdict


def wanted(case):
    facts, day, readings, use, goes_on = case
    return ANSWER[oracle.past_its_period(facts, day, readings, use_goes_on=use is goes_on)]


def test_use_past_its_period_in_20_000_cases():
    differences = [case for case in use_cases(20_000, 7) if answered(USED_PAST_ITS_PERIOD, case) is not wanted(case)]
    assert differences == []


def test_every_mutant_of_use_past_its_period_is_told():
    cases = [(case, wanted(case)) for case in use_cases(6_000, 8)]
    made = list(mutants(USED_PAST_ITS_PERIOD))
    assert len(made) > 20
    alive = [one.name for one in made if all(answered(one.rule, case) is answer for case, answer in cases)]
    assert alive == []


def test_every_rule_is_tested_here():
    assert {*TABLES, USED_PAST_ITS_PERIOD} == set(RULES)
