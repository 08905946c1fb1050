"""With facts withheld: no answer that a completion contradicts, the right names in `missing`, no needless questions."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

import pytest

from differential.cases import REPAIR_FACTS, repair_case, repair_day, validity_case, validity_day
from differential.completions import completed, with_details
from differential.regimes import regime
from jscredit.repair import REPAIR
from jscredit.rules import Rule, Verdict
from jscredit.validity import FAILURE_IN_VALIDITY, LAST_DAY, PUBLICATION_IN_TIME, RESTRAINT_IN_TIME
from oracles.dice import dice
from oracles.repair import OPTIONS, Readings, eligible
from oracles.validity import Readings as ValidityReadings
from oracles.validity import last_day, published, restrains, valid

pytestmark = pytest.mark.slow
VALIDITY_READINGS = [
    ValidityReadings(),
    ValidityReadings(counting="first-day-counted"),
    ValidityReadings(earlier_records="later-determinations"),
]
REPAIR_READINGS = [Readings(), *(Readings(**{name: options[1]}) for name, options in OPTIONS.items())]


class Plan(NamedTuple):
    """A rule, its oracle, and where its cases come from."""

    rule: Rule
    oracle: Callable[..., bool]
    new_case: Callable[..., dict[str, Any]]
    new_day: Callable[..., date]
    readings: list[Any]


PLANS = [
    Plan(FAILURE_IN_VALIDITY, valid, validity_case, validity_day, VALIDITY_READINGS),
    Plan(RESTRAINT_IN_TIME, restrains, validity_case, validity_day, VALIDITY_READINGS),
    Plan(PUBLICATION_IN_TIME, published, validity_case, validity_day, VALIDITY_READINGS),
    Plan(REPAIR, eligible, repair_case, repair_day, REPAIR_READINGS),
]


def cases_of(plan, readings, count):
    """A case with some of the rule's facts withheld, a day, and what the withheld could be."""
    rng = dice(count)
    asked = [fact.name for fact in plan.rule.bind(regime(readings)).facts]
    for _ in range(count):
        facts = {"recurrence_stated": False} | plan.new_case(rng)
        on = plan.new_day(rng, facts)
        withheld = with_details(facts, rng.sample(asked, rng.randrange(1, min(4, len(asked)))))
        row = {name: None if name in withheld else facts[name] for name in asked}
        yield row, on, withheld, completed(rng, facts, withheld, on)


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.rule.id)
def test_nothing_is_settled_that_a_completion_contradicts(plan):
    rate = Counter()
    for readings in plan.readings:
        law = regime(readings)
        for row, on, withheld, (rows, whole) in cases_of(plan, readings, 500):
            decision = plan.rule.decide(row, on=on, regime=law)
            check_timeline(decision, plan.oracle, rows, readings)
            check_failed_for_good(decision, plan.oracle, rows, readings)
            open_ = decision.verdict is Verdict.UNDETERMINED
            assert bool(decision.missing) == open_
            assert set(decision.missing) <= {*withheld, "rather-serious-period"}, (row, on)
            rate["asked"] += 1
            rate["undetermined"] += open_
            if open_ and whole:
                rate["judged"] += 1
                rate["needless"] += len({plan.oracle(each, on, readings) for each in rows}) == 1
    assert rate["undetermined"] > 0.1 * rate["asked"]
    # Measured: none of the undetermined answers was needless, in any rule or reading. Judged are those with so few
    # completions that all were asked.
    assert rate["judged"] > 0.4 * rate["undetermined"], rate
    assert rate["needless"] == 0, rate


def check_timeline(decision, oracle, rows, readings):
    """Both ends of every span, and the day asked about: settled only where every completion says so."""
    days = {decision.on, *(day for span in decision.timeline for day in (span.first, span.last) if day)}
    days |= {day for day in (decision.earliest, decision.last, decision.possible) if day}
    for day in sorted(days):
        span = next(each for each in decision.timeline if each.first <= day and (each.last is None or day <= each.last))
        if span.verdict is not Verdict.UNDETERMINED:
            assert {oracle(row, day, readings) for row in rows} == {span.verdict is Verdict.YES}, (decision.row, day)


def check_failed_for_good(decision, oracle, rows, readings):
    """Where a condition has failed, every completion is refused; with none possible, on every later day too."""
    if decision.failed:
        assert not any(oracle(row, decision.on, readings) for row in rows)
    if decision.possible is None:
        assert not any(oracle(row, day, readings) for row in rows for day in later_days(decision))


def later_days(decision):
    return [span.first for span in decision.timeline if span.first >= decision.on]


@pytest.mark.parametrize("readings", VALIDITY_READINGS, ids="/".join)
def test_the_last_day_lies_in_its_range(readings):
    rng = dice(31)
    law = regime(readings)
    for _ in range(1_000):
        facts = validity_case(rng)
        withheld = rng.sample(["severity", "determined_on"], rng.choice([0, 1, 1, 2]))
        row = {name: None if name in withheld else facts[name] for name in ("determined_on", "severity")}
        found = LAST_DAY.of(row, regime=law)
        ends = [last_day(each, readings) for each in completed(rng, facts, withheld, validity_day(rng, facts)).rows]
        assert all(found.earliest is None or end is None or found.earliest <= end for end in ends)
        assert all(found.latest is None or (end is not None and end <= found.latest) for end in ends)
        assert bool(found.missing) == (len(set(ends)) > 1)
        assert set(found.missing) <= {*withheld, "rather-serious-period"}
        if "determined_on" not in withheld and None not in ends:
            assert (found.earliest, found.latest) == (min(ends), max(ends))


def test_the_facts_are_those_of_the_rule():
    assert set(REPAIR_FACTS) == {fact.name for fact in REPAIR.facts} - {"recurrence_stated"}
