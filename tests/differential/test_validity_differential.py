"""M30 against its oracle, by rule and reading: 20,000 cases each, and every day of 1,000 in turn."""

from collections import Counter, defaultdict
from datetime import timedelta

import pytest

from differential.cases import near, validity_case, validity_day
from differential.regimes import regime
from factories import record
from jscredit.deadlines import Days, Months, Years
from jscredit.law import Rank
from jscredit.records import Kind, Procedure, Severity
from jscredit.rules import Setting, Source, Verdict
from jscredit.validity import (
    EXPIRY_ENDS_PUBLICATION,
    EXPIRY_ENDS_RESTRAINT,
    FAILURE_IN_VALIDITY,
    FIRST_DAY,
    GENERAL_PERIOD,
    LAST_DAY,
    PUBLICATION_IN_TIME,
    RESTRAINT_IN_TIME,
    SERIOUS_PERIOD,
    validity_of,
)
from oracles.dice import dice
from oracles.validity import IN_FORCE, Norm, Readings, after, last_day, published, restrains, valid

pytestmark = pytest.mark.slow
READINGS = [
    Readings(counting, earlier)
    for counting in ("first-day-not-counted", "first-day-counted")
    for earlier in ("use-from-then-on", "later-determinations")
]
RULES = [(FAILURE_IN_VALIDITY, valid), (RESTRAINT_IN_TIME, restrains), (PUBLICATION_IN_TIME, published)]


@pytest.fixture(scope="module")
def cases():
    """Cases with a day to ask about, by the term that is set for rather serious failures."""
    rng = dice(30)
    found = defaultdict(list)
    for _ in range(20_000):
        facts = validity_case(rng)
        found[facts["rather_serious"]].append((facts, validity_day(rng, facts)))
    return found


PERIOD_TERMS = {Severity.GENERAL: GENERAL_PERIOD, Severity.SERIOUS: SERIOUS_PERIOD}
NORMS = [
    Norm(Severity.GENERAL, Rank.NATIONAL_DEPARTMENT_DOCUMENT, Years(2)),
    Norm(Severity.SERIOUS, Rank.NATIONAL_DEPARTMENT_DOCUMENT, Months(60)),
    Norm(Severity.GENERAL, Rank.LOCAL_GOVERNMENT_RULE, Days(400)),
    Norm(Severity.SERIOUS, Rank.LAW, Years(5)),
]


def under_norm(readings, rather_serious, norm):
    """The law with a norm's own validity."""
    source = Source("an invented norm", norm.rank)
    return regime(readings, rather_serious).with_settings(Setting(PERIOD_TERMS[norm.severity], norm.period, source))


@pytest.mark.parametrize("ranks", ["with-article-3", "article-30-alone"])
@pytest.mark.parametrize(("rule", "oracle"), RULES, ids=lambda part: getattr(part, "id", ""))
def test_which_norms_may_replace_the_validity(rule, oracle, ranks):
    rng, readings = dice(3), Readings(replacing_ranks=ranks)
    laws, said, replaced = {}, Counter(), 0
    for _ in range(20_000):
        facts = validity_case(rng) | {"norm": rng.choice(NORMS)}
        key = facts["rather_serious"], facts["norm"]
        law = laws.get(key) or laws.setdefault(key, under_norm(readings, *key))
        on = validity_day(rng, facts)
        if rng.random() < 0.3:
            on = max(near(rng, after(facts["determined_on"], facts["norm"].period)), IN_FORCE)
        bound = rule.bind(law)
        decision = rule.decide(row_of(bound, facts), on=on, regime=law)
        wanted = Verdict.YES if oracle(facts, on, readings) else Verdict.NO
        assert decision.verdict is wanted, (facts, on)
        assert bound.verdict(decision.row, on) is wanted
        found = LAST_DAY.of(row_of_day(facts), regime=law)
        assert found.day == last_day(facts, readings)
        said[wanted] += 1
        replaced += found.day != last_day(facts | {"norm": None}, readings)
    assert min(said.values()) > 4000
    assert replaced > (5000 if ranks == "with-article-3" else 2500)


def row_of_day(facts):
    return {name: facts[name] for name in ("determined_on", "severity")}


def row_of(bound, facts):
    return {fact.name: facts[fact.name] for fact in bound.facts}


@pytest.mark.parametrize("readings", READINGS, ids="/".join)
@pytest.mark.parametrize(("rule", "oracle"), RULES, ids=lambda part: getattr(part, "id", ""))
def test_every_verdict_is_the_oracles(cases, rule, oracle, readings):
    asked = 0
    for term, group in cases.items():
        law = regime(readings, term)
        bound = rule.bind(law)
        for facts, on in group:
            decision = rule.decide(row_of(bound, facts), on=on, regime=law)
            wanted = Verdict.YES if oracle(facts, on, readings) else Verdict.NO
            assert decision.verdict is wanted, (facts, on)
            assert bound.verdict(decision.row, on) is wanted
            assert decision.missing == ()
            asked += 1
    assert asked == 20_000


@pytest.mark.parametrize("readings", READINGS, ids="/".join)
def test_first_and_last_day(cases, readings):
    for term, group in cases.items():
        law = regime(readings, term)
        for facts, _ in group:
            row = {"determined_on": facts["determined_on"], "severity": facts["severity"]}
            assert FIRST_DAY.of(row, regime=law).day == facts["determined_on"]
            found, wanted = LAST_DAY.of(row, regime=law), last_day(facts, readings)
            assert (found.day, found.missing) == (wanted, ()), facts


def test_a_norm_that_says_otherwise(cases):
    law_says = Source("an invented law", Rank.LAW)
    for term, group in cases.items():
        law = regime(Readings(), term).with_settings(
            Setting(EXPIRY_ENDS_RESTRAINT, False, law_says), Setting(EXPIRY_ENDS_PUBLICATION, False, law_says)
        )
        for rule, oracle in RULES[1:]:
            bound = rule.bind(law)
            for facts, on in group:
                wanted = oracle(facts, on, norm_says_otherwise=True)
                assert bound.verdict(row_of(bound, facts), on) == ("yes" if wanted else "no"), (facts, on)


@pytest.mark.parametrize("readings", READINGS, ids="/".join)
@pytest.mark.parametrize(("rule", "oracle"), RULES, ids=lambda part: getattr(part, "id", ""))
def test_earliest_and_last_by_a_walk_over_the_days(cases, rule, oracle, readings):
    for term, group in cases.items():
        law = regime(readings, term)
        for facts, on in group[:17]:
            decision = rule.decide(row_of(rule.bind(law), facts), on=on, regime=law)
            # Every end lies within five years and a month of its start or of the stated day.
            days = [on + timedelta(step) for step in range((max(on, facts["determined_on"]) - on).days + 2100)]
            answers = [oracle(facts, day, readings) for day in days]
            first = answers.index(True) if True in answers else None
            stop = answers.index(False, first) if first is not None and False in answers[first:] else None
            assert decision.earliest == (None if first is None else days[first]), (facts, on)
            assert decision.possible == decision.earliest
            assert decision.last == (None if stop is None else days[stop - 1]), (facts, on)


@pytest.mark.parametrize("readings", READINGS, ids="/".join)
def test_a_records_facts_reach_the_rules(cases, readings):
    for term, group in cases.items():
        law = regime(readings, term)
        for facts, on in group[:150]:
            made = record(
                kind=Kind.PENALTY if facts["failure_information"] else Kind.CREDIT_COMMITMENT,
                procedure=Procedure.GENERAL,
                reflects_credit=True,
                determined_on=facts["determined_on"],
                severity=facts["severity"],
                published_until=facts["published_until"],
            )
            found = validity_of(made, period_of_use=facts["period_of_use"], regime=law)
            assert found.covers(on) == ("yes" if valid(facts, on, readings) else "no")
            assert found.may_restrain(on).verdict == ("yes" if restrains(facts, on, readings) else "no")
            assert found.may_publish(on).verdict == ("yes" if published(facts, on, readings) else "no")
            if facts["failure_information"]:
                assert (found.first_day, found.last_day) == (facts["determined_on"], last_day(facts, readings))
