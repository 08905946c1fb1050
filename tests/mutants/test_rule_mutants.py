"""Every mutant of every rule is told from the rule by its oracle, or listed here as equivalent with its reason.

One that is neither fails the test; so does a listed one that the oracle tells.
"""

import pytest

from differential.cases import record_case
from differential.regimes import regime
from jscredit.classification import COMPULSORY_EXECUTION, SUMMARY_PENALTY
from jscredit.classification import RULES as CLASSIFICATION_RULES
from jscredit.repair import REPAIR
from jscredit.repair import RULES as REPAIR_RULES
from jscredit.rules import JIANGSU_2018, Quantity
from jscredit.validity import FAILURE_IN_VALIDITY, FIRST_DAY, LAST_DAY, PUBLICATION_IN_TIME, RESTRAINT_IN_TIME
from jscredit.validity import RULES as VALIDITY_RULES
from mutants.mutate import mutants
from mutants.survivors import VALIDITY_READINGS, Items, classification_survivors, pool_of, survivors
from oracles.classification import basic_items, classified, negative_items, other_items, positive_items
from oracles.dice import dice
from oracles.repair import eligible
from oracles.validity import last_day, published, restrains, valid

pytestmark = pytest.mark.slow
ORACLES = {
    FAILURE_IN_VALIDITY: valid,
    RESTRAINT_IN_TIME: restrains,
    PUBLICATION_IN_TIME: published,
    REPAIR: eligible,
}
_NO_END = "the last day that there is stands for no end; the day before it is as far beyond every day asked about"
EQUIVALENT = {
    "repair-eligibility/in-use period-of-use.right.otherwise.then: 9999-12-31 to 9999-12-30": _NO_END,
    "repair-eligibility/in-use shorter.0.right.then: 9999-12-31 to 9999-12-30": _NO_END,
}


def listed(rules):
    return {name for name in EQUIVALENT if any(name.startswith((f"{rule.id} ", f"{rule.id}/")) for rule in rules)}


@pytest.mark.parametrize("rule", ORACLES, ids=lambda rule: rule.id)
def test_mutants_of_dated_rules(rule):
    alive, count = survivors(rule, pool_of(rule, ORACLES[rule], known=3_000, withheld=100))
    assert count > 30
    assert sorted(alive) == sorted(listed([rule]))


def test_mutants_of_the_items():
    rng = dice(44)
    rows = [record_case(rng) for _ in range(20_000)]
    found = []
    for reading in ({}, {"summary": "within-item-1"}, {"execution": "must-reflect-credit"}):
        items = Items(rows, [own_items(row, reading) for row in rows], [about(row, reading) for row in rows])
        law = JIANGSU_2018
        for name, option in reading.items():
            law = law.reading({"summary": SUMMARY_PENALTY, "execution": COMPULSORY_EXECUTION}[name], option)
        alive, count = classification_survivors(CLASSIFICATION_RULES, law, items)
        assert count > 200
        found.append(set(alive))
    assert found[0] & found[1] & found[2] == listed(CLASSIFICATION_RULES)


def own_items(row, reading):
    by_article = {
        10: basic_items(row),
        11: positive_items(row),
        12: negative_items(row, **({"summary": "outside"} | reading)),
        13: other_items(row),
    }
    return {(article, item) for article, items in by_article.items() for item in items}


def about(row, reading):
    """The items for the conduct beside those for the kind; None where it is not asked."""
    own, whole = own_items(row, reading), classified(row, **reading).items
    return whole - own if own and min(own)[0] == 12 else None


def test_mutants_of_the_last_day():
    cases = [case for case, _, _ in pool_of(FAILURE_IN_VALIDITY, valid, known=2_000, withheld=0).known[0]]
    alive = [mutant.name for mutant in mutants(LAST_DAY) if not any(told(mutant.rule, case) for case in cases)]
    assert sorted(alive) == sorted(listed([LAST_DAY]))


def told(quantity, case):
    row = {"determined_on": case["determined_on"], "severity": case["severity"]}
    return any(
        quantity.of(row, regime=regime(readings, case["rather_serious"])).day != last_day(case, readings)
        for readings in VALIDITY_READINGS
    )


def test_every_rule_has_its_mutants():
    tested = {*ORACLES, LAST_DAY, FIRST_DAY, *CLASSIFICATION_RULES}
    assert tested == {*CLASSIFICATION_RULES, *VALIDITY_RULES, *REPAIR_RULES}
    # The first day is the day of determination itself: there is nothing to change in it.
    assert isinstance(FIRST_DAY, Quantity)
    assert not list(mutants(FIRST_DAY))
