"""The class of records (M9 to M13) as flags, from the rules of the items themselves.

Which rules are asked of a record is told by its kind and, of what is recorded as "other", by the catalogue, as
``classification.candidates`` says it.
"""

import operator
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, reduce
from graphlib import TopologicalSorter

from jscredit.classification.candidates import RESIDUAL_ITEMS
from jscredit.classification.rules import plan
from jscredit.frames.bench import Bench
from jscredit.frames.conditions import FAILS, Condition
from jscredit.frames.library import nw
from jscredit.frames.operators import Operators, code, either, every
from jscredit.records import Category, Kind, kind_row
from jscredit.records.facts import CATALOGUE_CATEGORY, KIND
from jscredit.records.kind_table import CATEGORY_OF_ARTICLE
from jscredit.rules import Regime, Rule
from jscredit.rules.rows import facts_in

Flags = Mapping[str, nw.Expr]


@cache
def item_rules() -> tuple[Rule, ...]:
    """The rules for what a record is, in one order that keeps the order of each named kind: the most special first.

    Of a kind for what is "other" each rule asks for a class by the catalogue of its own, so there order says nothing.
    """
    order: TopologicalSorter[Rule] = TopologicalSorter()
    for kind in Kind:
        rules = plan(kind).by_kind
        for place, rule in enumerate(rules):
            order.add(rule, *(() if kind_row(kind).residual else rules[:place]))
    return tuple(order.static_order())


def category_of(rule: Rule) -> Category:
    """The class of the rule's item."""
    return CATEGORY_OF_ARTICLE[rule.citation.article]


def is_residual(rule: Rule) -> bool:
    """Whether its item takes in what none of the named ones does."""
    return rule.citation in RESIDUAL_ITEMS


def facts_of(rules: Iterable[Rule], regime: Regime) -> tuple[str, ...]:
    """The facts that these rules ask for under a regime."""
    return tuple(fact.name for fact in facts_in(*(test for rule in rules for test in rule.bind(regime).tests)))


def asked_of(kinds: Iterable[Kind]) -> tuple[Rule, ...]:
    """The rules for what records of these kinds are, in their order."""
    asked = {rule for kind in kinds for rule in plan(kind).by_kind}
    return tuple(rule for rule in item_rules() if rule in asked)


MAY_BE_NEGATIVE = tuple(kind for kind in Kind if Category.NEGATIVE in kind_row(kind).categories)


@dataclass(frozen=True)
class Classes:
    """What the rules of the items say of the records of some kinds, over the columns of their facts."""

    table: Operators
    regime: Regime
    bench: Bench
    kinds: tuple[Kind, ...] = tuple(Kind)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that are asked of these kinds."""
        return asked_of(self.kinds)

    @cached_property
    def flags(self) -> Mapping[Rule, nw.Expr]:
        """For each rule whether it takes the record in; no where it is not asked, null where that is open."""
        flags = {rule: self._flag(rule) for rule in self.rules}
        self.bench.next_layer()
        found = {rule: self.bench.let(rule, flag) for rule, flag in flags.items()}
        self.bench.next_layer()
        return found

    @property
    def is_failure(self) -> nw.Expr:
        """Whether it is failure information: whether an item of M12 takes it in. Of other kinds it is none."""
        failure = self.any_of(rule for rule in self.rules if category_of(rule) is Category.NEGATIVE)
        others = [rule for rule in self.rules if category_of(rule) is not Category.NEGATIVE]
        # What is open in another class may still turn out to be that class, or none.
        return failure | nw.when(~self.any_of(others).is_null()).then(FAILS)

    @property
    def is_certain_failure(self) -> nw.Expr:
        """The same by the items of M12 alone: no where none of them can take it in, whatever other class is open."""
        negative = [rule for rule in self.rules if category_of(rule) is Category.NEGATIVE]
        return reduce(operator.or_, (self._met(rule) for rule in negative))

    @property
    def missing(self) -> Flags:
        """The record's own facts that leave its class open, with the rows; told only for rows whose class is open."""
        return either(*(self._lacking(rule) for rule in self.rules))

    def any_of(self, rules: Iterable[Rule]) -> nw.Expr:
        """Whether one of these rules takes the record in; null where none does and one is open."""
        return reduce(operator.or_, (self.flags[rule] for rule in rules))

    def conditions(self, rule: Rule) -> tuple[Condition, ...]:
        """The conditions of a rule, solved."""
        day = self.regime.in_force_from
        return tuple(Condition(test, self.table, day, self.bench) for test in rule.bind(self.regime).tests)

    def before(self, rule: Rule) -> tuple[Rule, ...]:
        """The more special rules that a record of a named kind is asked as well."""
        plans = [plan(kind).by_kind for kind in self.kinds if not kind_row(kind).residual]
        return tuple(dict.fromkeys(one for rules in plans if rule in rules for one in rules[: rules.index(rule)]))

    def unasked(self, rule: Rule) -> nw.Expr | None:
        """The records of "other" kinds that a rule is not asked about, since no catalogue names a class for them."""
        kinds = [kind for kind in self.kinds if kind_row(kind).residual and rule in plan(kind).by_kind[1:]]
        if not kinds:
            return None
        return self._is_one_of(kinds) & self.table.facts[CATALOGUE_CATEGORY.name].is_null()

    def asked(self, rule: Rule) -> nw.Expr:
        """The records that a rule is asked about."""
        kinds = [kind for kind in self.kinds if rule in plan(kind).by_kind]
        own = [kind for kind in kinds if not kind_row(kind).residual or plan(kind).by_kind[0] is rule]
        found = self._is_one_of(own) if own else FAILS
        if len(own) == len(kinds):
            return found
        by_catalogue: nw.Expr = self.table.facts[CATALOGUE_CATEGORY.name] == code(category_of(rule))
        return found | (self._is_one_of(kinds) & by_catalogue)

    def _is_one_of(self, kinds: Iterable[Kind]) -> nw.Expr:
        return self.table.flag(KIND.is_in(*kinds))

    def _met(self, rule: Rule) -> nw.Expr:
        flag = every(condition.flag for condition in self.conditions(rule))
        outside = [kind for kind in Kind if rule in plan(kind).by_kind and kind not in self.kinds]
        return flag & ~self._is_one_of(outside) if outside else flag

    def _flag(self, rule: Rule) -> nw.Expr:
        unasked = self.unasked(rule)
        return self._met(rule) if unasked is None else self._met(rule) & ~unasked

    def _lacking(self, rule: Rule) -> Flags:
        is_open = self.flags[rule].is_null()
        each = (
            {name: is_open & condition.flag.is_null() & said for name, said in condition.missing.items()}
            for condition in self.conditions(rule)
        )
        return either(*each)
