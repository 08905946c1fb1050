"""The items that could take a record in, each with its answer, what failed and what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jscredit.classification.guards import GUARDS
from jscredit.classification.items import ITEMS, Item
from jscredit.classification.rules import CONDUCT_RULES, conduct_rules, plan
from jscredit.errors import Label
from jscredit.law import M
from jscredit.records import Category, Kind, kind_row
from jscredit.records.kind_table import CATEGORY_OF_ARTICLE
from jscredit.rules import Condition, Decision, Regime, Rule, Verdict

RESIDUAL_ITEMS = frozenset({M.article(10, item=5), M.article(11, item=3), M.article(12, item=10)})
_OTHERWISE = {name.replace("_", "-"): guard.otherwise for name, guard in GUARDS.items()}


@dataclass(frozen=True)
class Candidate:
    """One item that could take the record in.

    Attributes:
        decision: of the item's rule. What a record is does not depend on the day: the regime's first one is asked.
        waits_for: unknown facts that leave open what the record is, and so an item for what it is about.
    """

    decision: Decision
    waits_for: tuple[str, ...] = ()

    @property
    def rule(self) -> Rule:
        """What the item asks."""
        return self.decision.rule

    @property
    def item(self) -> Item:
        """The item, with its name."""
        return ITEMS[self.rule.citation]

    @property
    def category(self) -> Category:
        """The class of its item."""
        return CATEGORY_OF_ARTICLE[self.rule.citation.article]

    @property
    def is_residual(self) -> bool:
        """Whether its item takes in what none of the named ones does."""
        return self.rule.citation in RESIDUAL_ITEMS

    @property
    def by_conduct(self) -> bool:
        """Whether the item is asked for what the record is about, and not for what it is."""
        return self.rule in CONDUCT_RULES

    @cached_property
    def verdict(self) -> Verdict:
        """Whether the item takes the record in."""
        answer = self.decision.verdict
        return Verdict.UNDETERMINED if self.waits_for and answer is Verdict.YES else answer

    @cached_property
    def failed(self) -> tuple[Condition, ...]:
        """The conditions answered no; empty unless the item does not take the record in."""
        return () if self.verdict is not Verdict.NO else self.decision.conditions

    @property
    def reasons(self) -> tuple[Label, ...]:
        """What is said of each condition answered no."""
        return tuple(_OTHERWISE[condition.id] for condition in self.failed)

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """The names of the unknown facts that leave the item open, in order; empty where it is not."""
        if self.verdict is not Verdict.UNDETERMINED:
            return ()
        return tuple(sorted({*self.decision.missing, *self.waits_for}))


def found_by_kind(kind: Kind, facts: Mapping[str, Any], regime: Regime) -> tuple[Candidate, ...]:
    """The items for what the record is.

    What is recorded as "other" is asked for its own class, and for the class that the catalogue puts it into. What a
    named item takes in is not asked for an item about what is "other".
    """
    rules, by_catalogue = plan(kind).by_kind, facts.get("catalogue_category")
    if kind_row(kind).residual and by_catalogue is not None:
        others = (rule for rule in rules[1:] if CATEGORY_OF_ARTICLE[rule.citation.article] is by_catalogue)
        rules = (rules[0], *others)
    found = tuple(Candidate(_decided(rule, facts, regime)) for rule in rules)
    if any(each.verdict is Verdict.YES and not each.is_residual for each in found):
        return tuple(each for each in found if not each.is_residual)
    return found


def found_by_conduct(
    kind: Kind, facts: Mapping[str, Any], regime: Regime, *, waits_for: tuple[str, ...]
) -> tuple[Candidate, ...]:
    """The items for what the record is about, where its kind takes it in, or may do so once more facts are known."""
    rules = conduct_rules(kind, facts["conduct"])
    return tuple(Candidate(_decided(rule, facts, regime), waits_for) for rule in rules)


def _decided(rule: Rule, facts: Mapping[str, Any], regime: Regime) -> Decision:
    return rule.decide(facts, on=regime.in_force_from, regime=regime)
