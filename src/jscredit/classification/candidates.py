"""The items that could take a record in, each with its answer, what failed and what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jscredit.classification.guards import GUARDS
from jscredit.classification.items import ITEMS, Item
from jscredit.classification.rules import CONDUCT_RULES, conduct_rules, plan
from jscredit.errors import Label
from jscredit.records import Kind
from jscredit.rules import Condition, Decision, Regime, Rule, Verdict

_OTHERWISE = {name.replace("_", "-"): guard.otherwise for name, guard in GUARDS.items()}


@dataclass(frozen=True)
class Candidate:
    """One item that could take the record in.

    Attributes:
        rule: what the item asks.
        facts, regime: of whom it was asked.
        verdict: whether it takes the record in.
        waits_for: unknown facts that leave open what the record is, and so this item too.
    """

    rule: Rule
    facts: Mapping[str, Any]
    regime: Regime
    verdict: Verdict
    waits_for: tuple[str, ...] = ()

    @property
    def item(self) -> Item:
        """The item, with its name."""
        return ITEMS[self.rule.citation]

    @property
    def by_conduct(self) -> bool:
        """Whether the item is asked for what the record is about, and not for what it is."""
        return self.rule in CONDUCT_RULES

    @cached_property
    def decision(self) -> Decision:
        """The rule's own decision. What a record is does not depend on the day: the regime's first one is asked."""
        return _decided(self.rule, self.facts, self.regime)

    @cached_property
    def failed(self) -> tuple[Condition, ...]:
        """The conditions answered no."""
        if self.verdict is not Verdict.NO:
            return ()
        return tuple(failure.condition for failure in self.decision.failed)

    @property
    def reasons(self) -> tuple[Label, ...]:
        """What is said of each condition answered no."""
        return tuple(_OTHERWISE[condition.id] for condition in self.failed)

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the unknown facts that leave the item open, in order; empty where it is not."""
        if self.verdict is not Verdict.UNDETERMINED:
            return ()
        return tuple(sorted({*self.decision.missing, *self.waits_for}))


def found_by_kind(kind: Kind, facts: Mapping[str, Any], regime: Regime) -> tuple[Candidate, ...]:
    """The items for what the record is."""
    return tuple(Candidate(rule, facts, regime, _verdict(rule, facts, regime)) for rule in plan(kind).by_kind)


def found_by_conduct(
    kind: Kind, facts: Mapping[str, Any], regime: Regime, *, waits_for: tuple[str, ...]
) -> tuple[Candidate, ...]:
    """The items for what the record is about, where its kind takes it in, or may do so once more facts are known."""

    def candidate(rule: Rule) -> Candidate:
        answer = _verdict(rule, facts, regime)
        capped = Verdict.UNDETERMINED if waits_for and answer is Verdict.YES else answer
        return Candidate(rule, facts, regime, capped, waits_for)

    return tuple(candidate(rule) for rule in conduct_rules(kind, facts["conduct"]))


def _verdict(rule: Rule, facts: Mapping[str, Any], regime: Regime) -> Verdict:
    return rule.bind(regime).verdict(facts, regime.in_force_from)


def _decided(rule: Rule, facts: Mapping[str, Any], regime: Regime) -> Decision:
    return rule.decide(facts, on=regime.in_force_from, regime=regime)
