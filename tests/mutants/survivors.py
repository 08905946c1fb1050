"""Which mutants of a rule its oracle does not tell from the rule."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import Any, NamedTuple

from differential.cases import repair_case, repair_day, validity_case, validity_day
from differential.completions import completed, with_details
from differential.regimes import regime
from jscredit.law import Rank
from jscredit.repair import REPAIR
from jscredit.rules import Decision, Regime, Setting, Source, Verdict
from jscredit.rules.rule import BoundRule
from jscredit.validity import EXPIRY_ENDS_PUBLICATION, EXPIRY_ENDS_RESTRAINT
from mutants.mutate import mutants
from oracles.dice import dice
from oracles.repair import OPTIONS, eligible, unmet
from oracles.repair import Readings as RepairReadings
from oracles.validity import Readings as ValidityReadings
from oracles.validity import published, restrains

ON = date(2024, 1, 1)
SHORTER = RepairReadings(repair_window="shorter")
REPAIR_READINGS = [
    RepairReadings(),
    *(RepairReadings(**{name: options[1]}) for name, options in OPTIONS.items()),
    SHORTER._replace(counting="first-day-counted"),
    SHORTER._replace(earlier_records="later-determinations"),
]
VALIDITY_READINGS = [
    ValidityReadings(),
    ValidityReadings(counting="first-day-counted"),
    ValidityReadings(earlier_records="later-determinations"),
]
OTHERWISE = [
    Setting(term, False, Source("an invented law", Rank.LAW))
    for term in (EXPIRY_ENDS_RESTRAINT, EXPIRY_ENDS_PUBLICATION)
]


@dataclass(frozen=True, eq=False)
class World:
    """The law under some readings, perhaps with a norm that says otherwise, and what the oracle answers under it."""

    law: Callable[[Any], Regime]
    answer: Callable[[dict[str, Any], date], bool]
    failed: Callable[[dict[str, Any], date], set[str]] | None = None


def worlds_of(rule, oracle):
    if rule is REPAIR:
        return [
            World(partial(regime, one), partial(eligible, readings=one), partial(unmet, readings=one))
            for one in REPAIR_READINGS
        ]
    worlds = [World(partial(regime, one), partial(oracle, readings=one)) for one in VALIDITY_READINGS]
    if oracle in {restrains, published}:
        law = partial(_otherwise, ValidityReadings())
        worlds.append(World(law, partial(oracle, norm_says_otherwise=True)))
    return worlds


@cache
def _otherwise(readings, term=None):
    return regime(readings, term).with_settings(*OTHERWISE)


class Pool(NamedTuple):
    """The cases that a rule's mutants are asked, each with the oracle's answers in each world.

    ``known``: facts, day, answer. ``withheld``: facts, day, the names that may be missing, the possible answers and
    whether there are no others.
    """

    worlds: list[World]
    known: list[list[tuple[dict[str, Any], date, Any]]]
    withheld: list[list[tuple[dict[str, Any], date, set[str], set[bool], bool]]]

    def tells(self, rule) -> bool:
        return any(
            _told_known(rule, world, known) or _told_withheld(rule, world, withheld)
            for world, known, withheld in zip(*self, strict=True)
        )


def _told_known(rule, world, cases):
    bound = {}
    for row, on, wanted in cases:
        term = row["rather_serious"]
        if term not in bound:
            bound[term] = BoundRule(rule, world.law(term))
        verdict, conditions = bound[term].reasons(row, on)
        found = verdict if world.failed is None or verdict != "no" else {condition.id for condition in conditions}
        if found != wanted:
            return True
    return False


def _wanted(world, facts, on):
    """The verdict; for a no the requirements not met, where the oracle names them."""
    if world.answer(facts, on):
        return "yes"
    return "no" if world.failed is None else world.failed(facts, on)


def _told_withheld(rule, world, cases):
    law = world.law(None)
    for row, on, allowed, answers, whole in cases:
        decision = Decision(rule, row, on, law)
        if decision.verdict is Verdict.UNDETERMINED:
            if (whole and len(answers) == 1) or not set(decision.missing) <= allowed:
                return True
        elif answers != {decision.verdict is Verdict.YES}:
            return True
    return False


def pool_of(rule, oracle, *, known, withheld):
    """Cases for one rule, the same in every run."""
    rng = dice(43)
    new_case, new_day = (repair_case, repair_day) if rule is REPAIR else (validity_case, validity_day)
    settled, open_ = [], []
    for _ in range(known):
        facts = {"recurrence_stated": False} | new_case(rng)
        settled.append((facts, new_day(rng, facts)))
    asked = [fact.name for fact in rule.bind().facts]
    for _ in range(withheld):
        facts = {"recurrence_stated": False} | new_case(rng)
        on = new_day(rng, facts)
        names = with_details(facts, rng.sample(asked, rng.randrange(1, 4)))
        allowed = {*names, "rather-serious-period"}
        open_.append((facts | dict.fromkeys(names), on, allowed, completed(rng, facts, names, on)))
    worlds = worlds_of(rule, oracle)
    return Pool(
        worlds,
        [[(facts, on, _wanted(world, facts, on)) for facts, on in settled] for world in worlds],
        [
            [
                (row, on, allowed, {world.answer(each, on) for each in filled.rows}, filled.whole)
                for row, on, allowed, filled in open_
            ]
            for world in worlds
        ],
    )


def survivors(rule, pool):
    """The names of the mutants that the pool does not tell, and how many there were."""
    assert not pool.tells(rule)
    made = list(mutants(rule))
    return [mutant.name for mutant in made if not pool.tells(mutant.rule)], len(made)


class Items(NamedTuple):
    """Records, the items that each meets for what it is, and those for what it is about (None: not asked)."""

    rows: list[dict[str, Any]]
    own: list[set[tuple[int, int]]]
    about: list[set[tuple[int, int]] | None]


def classification_survivors(rules, law, items):
    """The same for the items' rules. An item may have several: then one of them has to hold."""
    alive, count = [], 0
    by_item = defaultdict(list)
    for rule in rules:
        by_item[rule.id.endswith(":conduct"), rule.citation].append(rule)
    for (by_conduct, place), group in by_item.items():
        wanted = items.about if by_conduct else items.own
        for rule in group:
            others = [BoundRule(other, law) for other in group if other is not rule]
            assert not _told([BoundRule(rule, law), *others], (place.article, place.item), items.rows, wanted)
            for mutant in mutants(rule):
                count += 1
                bound = [BoundRule(mutant.rule, law), *others]
                if not _told(bound, (place.article, place.item), items.rows, wanted):
                    alive.append(mutant.name)
    return alive, count


def _told(bound, place, rows, wanted):
    return any(
        items is not None and (place in items) != any(each.verdict(row, ON) == "yes" for each in bound)
        for row, items in zip(rows, wanted, strict=True)
    )
