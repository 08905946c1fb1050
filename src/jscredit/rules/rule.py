"""Rules: conditions that must all hold, each with its place in the law; and a rule bound to a regime."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jscredit.deadlines import as_day
from jscredit.errors import Label
from jscredit.law import Citation
from jscredit.rules.closures import Row
from jscredit.rules.decision import Decision
from jscredit.rules.expressions import Expression
from jscredit.rules.facts import Fact
from jscredit.rules.notices import Notice, NoticeWhen
from jscredit.rules.operands import fail, require_type
from jscredit.rules.quick import QuickReasons, QuickVerdict, Reasons, quick_reasons, quick_verdict
from jscredit.rules.regime import JIANGSU_2018, Regime
from jscredit.rules.resolve import resolve, terms_in
from jscredit.rules.rows import facts_in, row_check
from jscredit.rules.solution import Solver
from jscredit.rules.structure import structure
from jscredit.rules.terms import Term
from jscredit.rules.types import FLAG


@dataclass(frozen=True, slots=True, eq=False)
class Condition:
    """One requirement: its id, the clause that asks for it, what it says, and the test."""

    id: str
    citation: Citation
    label: Label
    test: Expression

    def __post_init__(self) -> None:
        require_type(self.test, FLAG)


@dataclass(frozen=True, eq=False)
class Rule:
    """Conditions that must all hold. ``notices`` are said beside the answer where their own tests hold.

    A rule is asked through ``decide``; ``bind`` keeps what has been worked out for a regime.
    """

    id: str
    citation: Citation
    label: Label
    conditions: tuple[Condition, ...]
    notices: tuple[NoticeWhen, ...] = ()

    def __post_init__(self) -> None:
        ids = [each.id for each in self.conditions]
        if not ids or len(set(ids)) != len(ids):
            fail(
                "rule.conditions",
                Label("规则须有条件，编号不得重复", "a rule has conditions, each with an id of its own"),
                Label("请给出至少一个条件，编号各不相同", "give at least one, and no id twice"),
                rule=self.id,
            )

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact that the rule may ask for, under any reading, each once, in order of first use."""
        return facts_in(*(part.test for part in self.conditions), *(notice.when for notice in self.notices))

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """Every term and reading in the conditions, those that decide what another yields to included."""
        found = {term.name: term for part in self.conditions for term in terms_in(part.test)}
        under = (term.yields_under.term for term in found.values() if term.yields_under)
        return tuple(({term.name: term for term in under} | found).values())

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """The clauses of all conditions, each once."""
        return tuple(dict.fromkeys(condition.citation for condition in self.conditions))

    @cached_property
    def _cited(self) -> tuple[int, ...]:
        return tuple(self.citations.index(condition.citation) for condition in self.conditions)

    def citations_of(self, places: Iterable[int]) -> tuple[Citation, ...]:
        """The clauses of the conditions in these places, each once. A citation is slow to hash, a number is not."""
        cited, citations = self._cited, self.citations
        return tuple([citations[number] for number in dict.fromkeys([cited[place] for place in places])])

    def bind(self, regime: Regime = JIANGSU_2018) -> "BoundRule":
        """The rule under a regime, worked out once."""
        return regime.bound(self, BoundRule)

    def decide(self, row: Mapping[str, Any], *, on: dt.date, regime: Regime = JIANGSU_2018) -> Decision:
        """The whole answer for one row of facts on one day; None in the row means not known.

        What the row holds beside the rule's facts is left out.

        Raises:
            InvalidInput: with one fault for each fact that has the wrong type or is not named; ``on`` is no date.
            NotInForce: the regime is not in force on the day.
        """
        regime.require_in_force(as_day(on, field="on"))
        return Decision(self, self.bind(regime).checked(row), on, regime)


def _guards(rule: Rule, notices: tuple[Expression, ...], regime: Regime) -> tuple[Expression, ...]:
    """The guards of all settings that the rule may meet under some reading: another reading is asked the same row."""
    names = {term.name for term in (*rule.terms, *(term for when in notices for term in terms_in(when)))}
    return tuple(one.when for one in regime.settings if one.when is not None and one.term.name in names)


class BoundRule:
    """A rule with a regime's settings in place, solved and compiled. Values in, answers out; holds no state."""

    def __init__(self, rule: Rule, regime: Regime) -> None:
        self.rule = rule
        self.regime = regime
        self.tests = tuple(resolve(part.test, regime) for part in rule.conditions)
        self.solvers = tuple(Solver(test, regime.calendar) for test in self.tests)
        notices = tuple(each.when for each in rule.notices)
        self.facts = facts_in(*(part.test for part in rule.conditions), *notices, *_guards(rule, notices, regime))
        self.checked = row_check(self.facts)
        self._changed: dict[tuple[str, str], Mapping[int, Solver]] = {}

    @cached_property
    def notices(self) -> tuple[tuple[Notice, Solver], ...]:
        """The rule's own notices, each with its test, solved."""
        calendar = self.regime.calendar
        return tuple((each.notice, Solver(resolve(each.when, self.regime), calendar)) for each in self.rule.notices)

    @cached_property
    def readings(self) -> tuple[tuple[Term, str | None], ...]:
        """The rule's readings, each with the option taken in every case; None where that depends on the case."""
        readings = tuple(term for term in self.rule.terms if term.kind == "reading")
        by_case = {one.term.name for one in self.regime.settings if one.when is not None}
        return tuple((term, None if term.name in by_case else self.regime.chosen(term)) for term in readings)

    def changed_by(self, term: Term, option: str) -> Mapping[int, Solver]:
        """The conditions, by their place, that one reading taken in every case would change; worked out once."""
        kept = self._changed.get((term.name, option))
        if kept is None:
            other = self.rule.bind(self.regime.reading(term, option))
            pairs = enumerate(zip(self.tests, other.tests, strict=True))
            places = (place for place, (one, two) in pairs if structure(one) != structure(two))
            kept = self._changed.setdefault((term.name, option), {place: other.solvers[place] for place in places})
        return kept

    def decide(self, row: Mapping[str, Any], on: dt.date) -> Decision:
        """The whole answer; see ``Rule.decide``."""
        return self.rule.decide(row, on=on, regime=self.regime)

    @cached_property
    def verdict(self) -> QuickVerdict:
        """``verdict(row, on)``: the answer alone, fast.

        Row and day are trusted: the row names every fact of the rule, each of its type or None for unknown, and the
        regime is in force on the day.
        """
        return quick_verdict(self.solvers, self.regime.calendar)

    @cached_property
    def reasons(self) -> QuickReasons:
        """``reasons(row, on)``: the answer with the conditions that it rests on, the failed ones for a no.

        Trusts as ``verdict`` does.
        """
        return quick_reasons(self.solvers, self.rule.conditions, self._reasons_of_decision)

    def _reasons_of_decision(self, row: Row, on: dt.date) -> Reasons:
        decision = self.decide(row, on)
        return decision.verdict, decision.conditions
