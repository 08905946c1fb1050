"""The rule of every measure against its oracle, with all facts known and with some withheld; and every mutant of it."""

from datetime import date
from itertools import product

import pytest

from jscredit.deadlines import Days, Years
from jscredit.law import Rank
from jscredit.measures import (
    HIGH_CONSUMPTION,
    MEASURE_PERIOD,
    PERIOD_RUNS_FROM,
    PERSONS_BEHIND,
    RULES,
    SERIOUSNESS,
    Implementer,
    default_measures,
)
from jscredit.records import Level, ListSide, RecordStatus, Severity, SubjectType
from jscredit.rules import JIANGSU_2018, Setting, Source, Verdict
from jscredit.rules.structure import structure
from jscredit.validity import COUNTING, EARLIER_RECORDS, EXPIRY_ENDS_RESTRAINT, RATHER_SERIOUS_PERIOD
from mutants.mutate import mutants
from oracles import measures as oracles
from oracles.dice import dice

AGENCY = Source("虚构规定", Rank.AGENCY_SETTING)
BASE = JIANGSU_2018.with_settings(Setting(RATHER_SERIOUS_PERIOD, oracles.RATHER_SERIOUS, AGENCY))
PERIOD = BASE.with_settings(Setting(MEASURE_PERIOD, Years(1), AGENCY))
SET = {"measure-period": Years(1)}
LAWS = {
    "default": (BASE, {}),
    "period": (PERIOD, SET),
    "from-action": (PERIOD.reading(PERIOD_RUNS_FROM, "action"), SET | {"measure-period-from": "action"}),
    "by-listing": (BASE.reading(SERIOUSNESS, "by-listing"), {"seriousness-of-the-listed": "by-listing"}),
    "no-persons": (
        BASE.reading(HIGH_CONSUMPTION, "market-subjects-only"),
        {"high-consumption-of-persons": "market-subjects-only"},
    ),
    "every-organisation": (
        BASE.reading(PERSONS_BEHIND, "every-organisation"),
        {"persons-behind": "every-organisation"},
    ),
    "first-day-counted": (BASE.reading(COUNTING, "first-day-counted"), {"counting": "first-day-counted"}),
    "period-counted": (PERIOD.reading(COUNTING, "first-day-counted"), SET | {"counting": "first-day-counted"}),
    "no-expiry": (
        BASE.with_settings(Setting(EXPIRY_ENDS_RESTRAINT, False, Source("虚构法", Rank.LAW))),
        {"expiry-ends-restraint": False},
    ),
    "later": (
        BASE.reading(EARLIER_RECORDS, "later-determinations"),
        {"earlier-records": "later-determinations"},
    ),
}
DAYS = (date(2020, 2, 28), date(2020, 2, 29), date(2021, 3, 1), date(2024, 2, 29), date(2026, 2, 14))
# Next to what 1, 2 and 3 years run to, before and after; and before the law.
STEPS = (*(-365 * years + near for years in (0, 1, 2, 3) for near in (-2, -1, 0, 1)), -3000)
MEASURES = default_measures().measures
OWN = {
    "attribution": oracles.attributed,
    "measure-list-issuer": oracles.list_issuer,
    "measure-list-in-use": oracles.list_in_use,
}
ORACLE_OF = {one.rule.id: oracles.ORACLES[one.id] for one in MEASURES} | OWN


def choices(fact, on):
    kind = fact.type
    if kind.options is not None:
        return tuple(kind.options)
    if kind.name == "flag":
        return (False, True)
    if kind.name == "period":
        return (Days(365), Years(1), Years(2))
    return tuple(day_near(on, step) for step in STEPS)


GOOD = {
    "record_status": RecordStatus.ACTIVE,
    "entry_severity": Severity.SERIOUS,
    "subject_type": SubjectType.LEGAL_PERSON,
    "issuer_level": Level.PROVINCE,
    "delisted": False,
}
OFTEN_EITHER = {
    "typical_honest",
    "three_clean_years",
    "good_record",
    "high_rating",
    "is_government_body",
    "civil_servant",
    "is_enterprise",
    "is_public_institution",
    "is_market_subject",
    "natural_person",
    "body_asked",
    "period_of_use_given",
}


def drawn(rng, rule, law):
    """A row in which most of what the measure asks for is so, and the days lie next to where an answer changes."""
    on, free = rng.choice(DAYS), rng.choice((0.0, 0.0, 0.03, 0.3))
    row = {}
    for fact in rule.bind(law).facts:
        good = GOOD.get(fact.name, True)
        often = free == 0.3 or fact.name in OFTEN_EITHER
        fits = fact.type.holds(good) and rng.random() >= (0.5 if often else free)
        row[fact.name] = good if fits else rng.choice(choices(fact, on))
    row |= {name: value for name, value in zip(GIVEN, rng.choice(GROUNDS), strict=True) if name in row}
    if "person_asked" in row and rng.random() < 0.7:
        row["person_asked"] = "responsible_p" in rule.id and ("enterprise+" not in rule.id or rng.random() < 0.5)
    if law is LAWS["by-listing"][0] and "entry_severity" in row:
        row |= {name: rng.choice(list(Severity)) for name in ("severity", "entry_severity") if name in row}
        row["list_side"] = rng.choice(list(ListSide))
    named = [one for one in Implementer if one.value in rule.id]
    if named and rng.random() < 0.7:
        row["implementer"] = rng.choice(named)
    if "list_side" in row and law is not LAWS["by-listing"][0] and rng.random() < 0.8:
        row["list_side"] = ListSide.BLACK if ":restraint:" in rule.id else ListSide.RED
    for name, step in (("valid_from", -1), ("valid_until", 1), ("delisted_on", 1), ("determined_on", -300)):
        if name in row and rng.random() < 0.6:
            row[name] = day_near(on, rng.choice((step, step, 0)))
    if row.get("record_given") and rng.random() < 0.6:
        row["determined_on"] = rng.choice((day_near(on, rng.choice(STEPS[:-1])), rng.choice(FIRST_DAYS)))
    if "measure_period_set" in row:  # as the regime has it
        row["measure_period_set"] = bool(law.settings_of(MEASURE_PERIOD))
        if rng.random() < 0.6:
            row |= {name: day_near(on, rng.choice((-366, -365, -364, -1))) for name in PERIOD_STARTS if name in row}
    return row, on


GIVEN = ("entry_given", "record_given")
GROUNDS = (*[(True, False)] * 3, *[(False, True)] * 5, *[(True, True)] * 5, (False, False))
FIRST_DAYS = tuple(date(2018, 1, day) for day in (28, 29, 30))
PERIOD_STARTS = ("measure_determined_on", "acted_on")


def day_near(on, step):
    return date.fromordinal(on.toordinal() + step)


def test_each_rule_has_an_oracle():
    assert {rule.id for rule in RULES} == set(ORACLE_OF)
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert {one.id for one in MEASURES} == set(oracles.ORACLES)


@pytest.mark.slow
@pytest.mark.parametrize("measure", MEASURES, ids=lambda one: one.id)
def test_each_measure_with_known_facts(measure):
    """230 cases each: over 20,000 for all of them, under every reading."""
    rng, oracle = dice(61), oracles.ORACLES[measure.id]
    seen = set()
    for number in range(230):
        law, said = list(LAWS.values())[number % len(LAWS)] if number % 2 else LAWS["default"]
        row, on = drawn(rng, measure.rule, law)
        wanted = bool(oracle(row, on, said))
        seen.add(wanted)
        assert measure.rule.bind(law).verdict(row, on) is (Verdict.YES if wanted else Verdict.NO), (row, on)
    assert seen == {False, True}


@pytest.mark.slow
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_with_known_facts(rule):
    rng, oracle, seen = dice(62), ORACLE_OF[rule.id], set()
    for number in range(1_000):
        law, said = list(LAWS.values())[number % len(LAWS)]
        row, on = drawn(rng, rule, law)
        wanted = bool(oracle(row, on, said))
        seen.add(wanted)
        assert rule.bind(law).verdict(row, on) is (Verdict.YES if wanted else Verdict.NO), (row, on)
    assert seen == {False, True}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_withheld_facts(rule):
    """What an answer leaves open, and only that, depends on what is missing."""
    (law, said), rng, oracle, needless = LAWS["default"], dice(63), ORACLE_OF[rule.id], 0
    for _ in range(120):
        row, on = drawn(rng, rule, law)
        known = [name for name in row if name != "measure_period_set"]
        hidden = rng.sample(known, min(len(known), rng.choice((1, 1, 2))))
        decision = rule.decide(row | dict.fromkeys(hidden), on=on, regime=law)
        facts = [fact for fact in rule.bind(law).facts if fact.name in hidden]
        names, options = [fact.name for fact in facts], [choices(fact, on) for fact in facts]
        answers = {bool(oracle(row | dict(zip(names, values, strict=True)), on, said)) for values in product(*options)}
        if decision.verdict is Verdict.UNDETERMINED:
            assert set(decision.missing) <= set(hidden)
            assert decision.missing
            needless += len(answers) == 1
        else:
            assert decision.missing == ()
            assert answers == {decision.verdict is Verdict.YES}
    assert needless <= 12


_NOT_SERIOUS = "where neither an entry nor a record is given, nothing is serious either"
EQUIVALENT = {
    f"{one.rule.id}/failing 0: part 0 dropped": _NOT_SERIOUS
    for one in MEASURES
    if oracles.ORACLES[one.id] in {oracles.j13_disclosure, oracles.j13_financial, oracles.m29_persons}
}
_EVERY_ROLE = "the ban reaches every role; it is asked so that an unknown one leaves the answer undetermined"
EQUIVALENT |= {
    f"{one.rule.id}/object {change}": _EVERY_ROLE
    for one in MEASURES
    if oracles.ORACLES[one.id] is oracles.j11_ban
    for change in ("whole: part 1 dropped", "1: part 0 dropped", "1.0: not dropped")
}


@pytest.mark.slow
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_mutants(rule):
    rng, oracle, pools = dice(64), ORACLE_OF[rule.id], []
    for law, said in LAWS.values():
        rows = [drawn(rng, rule, law) for _ in range(rows_for(rule))]
        pools.append((law, [(row, on, bool(oracle(row, on, said))) for row, on in rows]))
    made = [one for one in mutants(rule) if not asked_elsewhere(rule, one)]
    alive = [one.name for one in made if not any(told_apart(one.rule, law, rows) for law, rows in pools)]
    assert made
    assert sorted(alive) == sorted(name for name in EQUIVALENT if name.startswith(f"{rule.id}/"))


WHOLE = {one.rule for one in MEASURES if one.id in {"J11:honours_revoked", "J11:measures_on_persons_behind_bodies"}}
SHARED = {(part.id, structure(part.test)) for rule in WHOLE for part in rule.conditions if part.id.count("-")}


def asked_elsewhere(rule, mutant):
    """A changed condition that is the same in two rules of J11, whose mutants are all asked there."""
    place, _, what = mutant.name.partition("/")[2].partition(" ")
    own = {part.id: structure(part.test) for part in rule.conditions}
    return rule not in WHOLE and bool(what) and (place, own.get(place)) in SHARED


def rows_for(rule):
    """More for the rules with days next to each other: of restraints, and of entries on a red list."""
    return 2_000 if rule in WHOLE else 1_500 if "+honest" in rule.id else 700 if ":restraint:" in rule.id else 300


def told_apart(mutant, law, rows):
    bound = mutant.bind(law)
    return any((bound.verdict(row, on) is Verdict.YES) is not wanted for row, on, wanted in rows)
