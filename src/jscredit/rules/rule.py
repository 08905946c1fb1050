"""Rules: conditions that must all hold, each with its place in the law; and a rule bound to a regime."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from jscredit.deadlines import as_day
from jscredit.errors import Label
from jscredit.law import Citation
from jscredit.rules.closures import Row, values_of
from jscredit.rules.compiled import compiled
from jscredit.rules.expressions import And, Expression
from jscredit.rules.facts import Fact
from jscredit.rules.intervals import has
from jscredit.rules.notices import Notice, NoticeWhen
from jscredit.rules.operands import fail, require_type
from jscredit.rules.regime import JIANGSU_2018, Regime
from jscredit.rules.resolve import resolve, terms_in
from jscredit.rules.rows import checked_row, facts_in
from jscredit.rules.simplify import simplified
from jscredit.rules.solution import Solver
from jscredit.rules.structure import structure
from jscredit.rules.terms import Term
from jscredit.rules.types import FLAG
from jscredit.rules.verdict import Verdict

if TYPE_CHECKING:
    from jscredit.rules.decision import Decision


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

    def bind(self, regime: Regime = JIANGSU_2018) -> "BoundRule":
        """The rule under a regime, worked out once."""
        return regime.bound(self, BoundRule)

    def decide(self, row: Mapping[str, Any], *, on: dt.date, regime: Regime = JIANGSU_2018) -> "Decision":
        """The whole answer for one row of facts on one day; None in the row means not known.

        What the row holds beside the rule's facts is left out.

        Raises:
            InvalidInput: with one fault for each fact that has the wrong type or is not named; ``on`` is no date.
            NotInForce: the regime is not in force on the day.
        """
        from jscredit.rules.decision import Decision

        regime.require_in_force(as_day(on, field="on"))
        return Decision(self, checked_row(self.bind(regime).facts, row), on, regime)


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
        self.facts = facts_in(
            *(part.test for part in rule.conditions), *self.tests, *notices, *_guards(rule, notices, regime)
        )
        self._changed: dict[tuple[str, str], Mapping[int, Solver]] = {}
        self._compile()

    def _compile(self) -> None:
        """The fast path: bare facts in one look-up, the other parts as closures."""
        calendar = self.regime.calendar
        every_part = simplified(And(self.tests))
        parts = every_part.args if isinstance(every_part, And) else (every_part,)
        names = tuple(dict.fromkeys(part.name for part in parts if isinstance(part, Fact)))
        self._flags, self._every_yes = values_of(names), (True,) * len(names)
        self._parts = tuple(compiled(part, calendar) for part in parts if not isinstance(part, Fact))
        self._stated_places = tuple(place for place, test in enumerate(self.tests) if isinstance(test, Fact))
        self._stated = values_of(tuple(test.name for test in self.tests if isinstance(test, Fact)))
        self._every_stated_yes = (True,) * len(self._stated_places)
        self._worked_out = tuple(
            (place, compiled(test, calendar)) for place, test in enumerate(self.tests) if not isinstance(test, Fact)
        )

    @cached_property
    def notices(self) -> tuple[tuple[Notice, Solver], ...]:
        """The rule's own notices, each with its test, solved."""
        calendar = self.regime.calendar
        return tuple((each.notice, Solver(resolve(each.when, self.regime), calendar)) for each in self.rule.notices)

    def changed_by(self, term: Term, option: str) -> Mapping[int, Solver]:
        """The conditions, by their place, that one reading taken in every case would change; worked out once."""
        kept = self._changed.get((term.name, option))
        if kept is None:
            other = self.rule.bind(self.regime.reading(term, option))
            pairs = enumerate(zip(self.tests, other.tests, strict=True))
            places = (place for place, (one, two) in pairs if structure(one) != structure(two))
            kept = self._changed.setdefault((term.name, option), {place: other.solvers[place] for place in places})
        return kept

    def decide(self, row: Mapping[str, Any], on: dt.date) -> "Decision":
        """The whole answer; see ``Rule.decide``."""
        return self.rule.decide(row, on=on, regime=self.regime)

    def verdict(self, row: Row, on: dt.date) -> Verdict:
        """The answer alone, fast.

        Row and day are trusted: the row names every fact of the rule, each of its type or None for unknown, and the
        regime is in force on the day.
        """
        flags = self._flags(row)
        is_open = False
        if flags != self._every_yes:
            if False in flags:
                return Verdict.NO
            is_open = True
        for test in self._parts:
            value = test(row, on)
            if value is False:
                return Verdict.NO
            if value is None:
                is_open = True
        return self._open_verdict(row, on) if is_open else Verdict.YES

    def _open_verdict(self, row: Row, on: dt.date) -> Verdict:
        """The answer where a closure left a condition open and none answered no: only the open ones are solved."""
        is_open = None in self._stated(row)
        for place, test in self._worked_out:
            if test(row, on) is None:
                solution = self.solvers[place].solve(row)
                if not has(solution.may, on):
                    return Verdict.NO
                is_open = is_open or not has(solution.must, on)
        return Verdict.UNDETERMINED if is_open else Verdict.YES

    def reasons(self, row: Row, on: dt.date) -> tuple[Verdict, tuple[Condition, ...]]:
        """The answer with the conditions that it rests on: the failed ones for a no. Trusts as ``verdict`` does."""
        failed = []
        for place, test in self._worked_out:
            value = test(row, on)
            if value is not True:
                if value is None:
                    return self._reasons_of_decision(row, on)
                failed.append(place)
        stated = self._stated(row)
        if stated != self._every_stated_yes:
            if None in stated:
                return self._reasons_of_decision(row, on)
            failed += [place for place, value in zip(self._stated_places, stated, strict=True) if not value]
            failed.sort()
        if failed:
            return Verdict.NO, tuple([self.rule.conditions[place] for place in failed])
        return Verdict.YES, self.rule.conditions

    def _reasons_of_decision(self, row: Row, on: dt.date) -> tuple[Verdict, tuple[Condition, ...]]:
        decision = self.decide(row, on)
        return decision.verdict, decision.conditions
