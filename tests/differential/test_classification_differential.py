"""Classification against the oracle: 20,000 cases a reading.

With facts withheld: no class that a completion contradicts, and none needlessly undetermined.
"""

from collections import Counter
from datetime import date
from itertools import product

import pytest

from differential.cases import record_case
from factories import ORGANISATIONS, PERSONS, record
from jscredit.classification import COMPULSORY_EXECUTION, SUMMARY_PENALTY, Classification, classify
from jscredit.law import Rank
from jscredit.records import Category, Conduct, Granter, Procedure
from jscredit.rules import JIANGSU_2018
from oracles.classification import PERSON, Class, classified
from oracles.dice import dice

READINGS = ["outside", "within-item-1", "must-reflect-credit"]
REGIMES = {
    reading: JIANGSU_2018.reading(COMPULSORY_EXECUTION if "credit" in reading else SUMMARY_PENALTY, reading)
    for reading in READINGS
}
FLAGS = [True, False]
VALUES = {
    "conduct": list(Conduct),
    "catalogue_category": list(Category),
    "granter": list(Granter),
    "organiser": list(Granter),
    "procedure": list(Procedure),
    "breached_norm_rank": list(Rank),
}


def by_the_law(facts, reading):
    return classified(facts, **{"execution" if "credit" in reading else "summary": reading})


def answered(facts, reading):
    return Classification("1", facts, REGIMES[reading])


def place(item):
    return (item.citation.article, item.citation.item)


def as_class(answer):
    primary = answer.primary
    return Class(answer.category, frozenset(map(place, answer.items)), place(primary) if primary else None)


@pytest.mark.slow
@pytest.mark.parametrize("reading", READINGS)
def test_every_class_is_the_oracles(reading):
    rng = dice(1)
    for _ in range(20_000):
        facts = record_case(rng)
        answer = answered(facts, reading)
        assert as_class(answer) == by_the_law(facts, reading), facts
        assert answer.missing == ()


@pytest.mark.parametrize("reading", READINGS)
def test_a_records_facts_reach_the_rules(reading):
    rng = dice(3)
    for _ in range(1_000):
        facts = record_case(rng) | {"lawfully_determined": True}
        fields = {name: value for name, value in facts.items() if name != "lawfully_determined"}
        subject = PERSONS[0] if facts["kind"] in PERSON else ORGANISATIONS[0]
        made = record(
            **fields, subject=subject, determined_by="虚构局", document_number="1", determined_on=date(2020, 2, 29)
        )
        assert as_class(classify(made, regime=REGIMES[reading])) == by_the_law(facts, reading)


@pytest.mark.slow
@pytest.mark.parametrize("reading", READINGS)
def test_withheld_facts(reading):
    rng = dice(2)
    rate = Counter()
    for _ in range(3_000):
        facts = record_case(rng)
        withheld = rng.sample(sorted(facts.keys() - {"kind"}), rng.randrange(1, 4))
        filled = product(*(VALUES.get(name, FLAGS) for name in withheld))
        rows = [facts | dict(zip(withheld, values, strict=True)) for values in filled]
        classes = {by_the_law(row, reading) for row in rows}
        answer = answered(facts | dict.fromkeys(withheld), reading)
        check(answer, classes, withheld)
        if answer.missing:
            rate["undetermined"] += 1
            rate["needless"] += len({one.category for one in classes}) == 1
    assert rate["undetermined"] > 200
    assert rate["needless"] == 0


def check(answer, classes, withheld):
    undetermined = answer.status.value == "undetermined"
    assert bool(answer.missing) == undetermined
    assert set(answer.missing) <= set(withheld)
    if not undetermined:
        assert {one.category for one in classes} == {answer.category}
    assert all(frozenset(map(place, answer.items)) <= one.items for one in classes)
    if answer.primary:
        assert {one.primary for one in classes} == {place(answer.primary)}
