"""M34 against its oracle, by reading: 20,000 cases each, the days on 1,000, and every combination of readings."""

from collections import defaultdict
from datetime import timedelta

import pytest

from differential.cases import REPAIR_FACTS, repair_case, repair_day
from differential.regimes import regime
from factories import judgement, record
from jscredit.records import Kind, RepairEvidence, Severity, Subject, SubjectType
from jscredit.repair import REPAIR, repair_eligibility
from jscredit.rules import Verdict
from oracles.dice import dice
from oracles.repair import ALL_READINGS, OPTIONS, Readings, eligible, unmet

pytestmark = pytest.mark.slow
# The defaults, and each other reading alone.
_TYPES = {True: SubjectType.NATURAL_PERSON, False: SubjectType.LEGAL_PERSON}
SINGLE = [Readings(), *(Readings(**{name: options[1]}) for name, options in OPTIONS.items())]


@pytest.fixture(scope="module")
def cases():
    """Cases with a day to ask about, by the term that is set for rather serious failures."""
    rng = dice(34)
    found = defaultdict(list)
    for _ in range(20_000):
        facts = repair_case(rng)
        found[facts["rather_serious"]].append((facts, repair_day(rng, facts)))
    return found


def row_of(facts):
    return {name: facts[name] for name in (*REPAIR_FACTS, "recurrence_stated")}


def name_of(readings):
    other = [option for option, default in zip(readings, Readings(), strict=True) if option != default]
    return "+".join(other) or "defaults"


@pytest.mark.parametrize("readings", SINGLE, ids=name_of)
def test_every_verdict_and_reason_is_the_oracles(cases, readings):
    said = []
    for term, group in cases.items():
        law = regime(readings, term)
        for facts, on in group:
            decision = REPAIR.decide(row_of(facts), on=on, regime=law)
            wanted = eligible(facts, on, readings)
            assert decision.verdict is (Verdict.YES if wanted else Verdict.NO), (facts, on)
            assert decision.missing == ()
            assert {failure.condition.id for failure in decision.failed} == unmet(facts, on, readings), (facts, on)
            said.append(wanted)
    assert len(said) == 20_000
    assert 800 < sum(said) < 19_000


def test_every_combination_of_readings(cases):
    for term, group in cases.items():
        rows = [(row_of(facts), facts, on) for facts, on in group[:1000]]
        for readings in ALL_READINGS:
            bound = REPAIR.bind(regime(readings, term))
            for row, facts, on in rows:
                wanted = "yes" if eligible(facts, on, readings) else "no"
                assert bound.verdict(row, on) == wanted, (facts, on, readings)


@pytest.mark.parametrize("readings", SINGLE, ids=name_of)
def test_earliest_and_last_by_a_walk_over_the_days(cases, readings):
    for term, group in cases.items():
        law = regime(readings, term)
        for facts, on in group[:30]:
            decision = REPAIR.decide(row_of(facts), on=on, regime=law)
            start = max(on, facts["determined_on"], facts["corrected_on"] or on)
            # Windows end within five years of the determination, a clean year a year after the correction.
            days = [on + timedelta(step) for step in range((start - on).days + 1900)]
            answers = [eligible(facts, day, readings) for day in days]
            first = answers.index(True) if True in answers else None
            stop = answers.index(False, first) if first is not None and False in answers[first:] else None
            assert decision.earliest == (None if first is None else days[first]), (facts, on)
            assert decision.possible == decision.earliest
            assert decision.last == (None if stop is None else days[stop - 1]), (facts, on)


@pytest.mark.parametrize("readings", SINGLE, ids=name_of)
def test_a_records_and_an_applicants_facts_reach_the_rule(cases, readings):
    for term, group in cases.items():
        law = regime(readings, term)
        for facts, on in group[:100]:
            if facts["recurred"] and facts["corrected"] and facts["recurred_on"] < facts["corrected_on"]:
                continue  # refused as evidence
            told = facts | {f"recurred_in_record_kind{end}": facts[f"recurred{end}"] for end in ("", "_on")}
            failure = record(
                kind=Kind.BID_RIGGING if facts["failure_information"] else Kind.CREDIT_COMMITMENT,
                subject=Subject(type=_TYPES[facts["natural_person"]], name="虚构主体"),
                determined_on=facts["determined_on"],
                severity=facts["severity"],
            )
            stated = {name: facts[name] for name in REPAIR_FACTS if name in RepairEvidence.__dataclass_fields__}
            for name in ("clear_effect", "adverse_effect_eliminated"):
                stated[name] = judgement(finding=facts[name])
            evidence = RepairEvidence(**stated)
            found = repair_eligibility(failure, evidence, on=on, period_of_use=facts["period_of_use"], regime=law)
            # Without a file nobody tells of failures of the same kind of record but the applicant.
            assert found.verdict == ("yes" if eligible(told, on, readings) else "no"), (facts, on)


def test_a_general_failure_without_a_longer_period_of_use_only_where_it_was_corrected_before():
    rng = dice(35)
    for _ in range(3_000):
        facts = repair_case(rng) | {"severity": Severity.GENERAL, "period_of_use_given": False, "period_of_use": None}
        decision = REPAIR.decide(row_of(facts), on=repair_day(rng, facts), regime=regime(Readings()))
        if decision.earliest is not None:
            assert facts["corrected_on"] < facts["determined_on"]
