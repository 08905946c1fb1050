"""A decision: the answer, from which day it changes, what failed, what is missing, and on what it rests."""

import datetime as dt
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from jscredit.errors import Label, Lang
from jscredit.law import Citation
from jscredit.rules.intervals import run_from
from jscredit.rules.notices import Notice, later_law_notices
from jscredit.rules.operands import fail
from jscredit.rules.solution import ALWAYS, Solution, Solver, all_together, answer, until
from jscredit.rules.terms import Term
from jscredit.rules.timeline import Span, timeline
from jscredit.rules.verdict import NO, UNDETERMINED, YES, Verdict

if TYPE_CHECKING:
    from jscredit.rules.basis import Basis
    from jscredit.rules.regime import Regime
    from jscredit.rules.rule import Condition, Rule


class Failure(NamedTuple):
    """A condition answered no, and the first day, from the one asked about, on which it would be answered yes."""

    condition: "Condition"
    earliest: dt.date | None


class _Solved(NamedTuple):
    """What a decision works out once: each condition's days, those of all together, and the answer on the day."""

    each: tuple[Solution, ...]
    every: Solution
    verdict: Verdict


class Decision:
    """The answer of a rule for one row of facts on one day. Immutable, lazy, equal by its inputs.

    Attributes:
        rule, row, on, regime: the inputs.
        verdict: yes, no or undetermined on the day.
        earliest: the first day, from the one asked about, answered yes; None where there is none.
        last: the last day of that run of days; None where it is open or there is none.
        possible: the first day, from the one asked about, not answered no.
        timeline: every day that the regime is in force, as runs of one answer.
        failed: the conditions answered no.
        missing: what is unknown, where the answer is undetermined; else empty.
        notices, citations, basis: what to know beside it, and what it rests on.
    """

    __slots__ = ("_answers", "_parts", "on", "regime", "row", "rule")

    def __init__(self, rule: "Rule", row: Mapping[str, Any], on: dt.date, regime: "Regime") -> None:
        put = object.__setattr__
        put(self, "rule", rule)
        put(self, "row", row)
        put(self, "on", on)
        put(self, "regime", regime)

    rule: "Rule"
    row: Mapping[str, Any]
    on: dt.date
    regime: "Regime"
    _parts: _Solved
    _answers: tuple[Verdict, ...]

    def __getattr__(self, name: str) -> Any:
        """The parts are worked out at the first question, and stand in their slots from then on."""
        work_out = _WORKED_OUT.get(name)
        if work_out is None:
            raise AttributeError(name)
        value = work_out(self)
        object.__setattr__(self, name, value)
        return value

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(name)

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(name)

    def __reduce__(self) -> tuple[Any, ...]:
        return (_unpickled, (self.rule, dict(self.row), self.on, self.regime))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Decision) and self._inputs == other._inputs

    def __hash__(self) -> int:
        return hash((self.rule.id, self.on, self.regime.id))

    def __bool__(self) -> NoReturn:
        fail(
            "decision.no-truth-value",
            Label("结论有三种，不能当作真假使用", "a decision has three answers and no truth value"),
            Label("请比较 decision.verdict", "compare decision.verdict"),
        )

    @property
    def _inputs(self) -> tuple[object, ...]:
        return (self.rule.id, dict(self.row), self.on, self.regime)

    @property
    def _solvers(self) -> tuple[Solver, ...]:
        return self.rule.bind(self.regime).solvers

    @property
    def verdict(self) -> Verdict:
        """Yes, no or undetermined on the day asked about."""
        return self._parts.verdict

    @property
    def earliest(self) -> dt.date | None:
        """The first day, from the one asked about, answered yes; None where no such day comes."""
        run = run_from(self._parts.every.must, self.on)
        return run[0] if run else None

    @property
    def last(self) -> dt.date | None:
        """The last day of the run that ``earliest`` begins; None where the run is open, or there is none."""
        run = run_from(self._parts.every.must, self.on)
        return None if run is None or run[1] == dt.date.max else run[1]

    @property
    def possible(self) -> dt.date | None:
        """The first day, from the one asked about, that is not answered no; None where every day is."""
        run = run_from(self._parts.every.may, self.on)
        return run[0] if run else None

    @property
    def timeline(self) -> tuple[Span, ...]:
        """Every day on which the regime is in force, as spans of one answer."""
        must, may = self._parts.every
        return timeline(must, may, first=self.regime.in_force_from, last=self.regime.in_force_to)

    @property
    def failed(self) -> tuple[Failure, ...]:
        """The conditions answered no on the day, each with the first day on which it would be answered yes."""
        if self.verdict is not NO:
            return ()
        found = []
        for place in self._places:
            run = run_from(self._parts.each[place].must, self.on)
            found.append(Failure(self.rule.conditions[place], run[0] if run else None))
        return tuple(found)

    @property
    def _places(self) -> list[int]:
        """The places of the conditions with the answer of the whole."""
        verdict = self.verdict
        return [place for place, said in enumerate(self._answers) if said is verdict]

    @property
    def conditions(self) -> tuple["Condition", ...]:
        """The conditions that the answer rests on: all for a yes, the failed for a no, else the open ones."""
        conditions = self.rule.conditions
        return conditions if self.verdict is YES else tuple([conditions[place] for place in self._places])

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of the unknown facts, terms and calendar years behind an undetermined answer, in order; else empty."""
        if self.verdict is not UNDETERMINED:
            return ()
        solvers = self._solvers
        open_ones = [solvers[place].missing(self.row, self.on) for place in self._places]
        return tuple(sorted(frozenset().union(*open_ones)))

    @property
    def labels(self) -> Mapping[str, Label]:
        """The names, in words, of the facts and terms that may be missing."""
        asked = {fact.name: fact.label for fact in self.rule.bind(self.regime).facts}
        return asked | {term.name: term.label for term in self.rule.terms}

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The clauses that the answer rests on, each once."""
        return self.rule.citations if self.verdict is YES else self.rule.citations_of(self._places)

    @property
    def basis(self) -> "Basis":
        """The regime, readings, settings, calendar edition and version that the answer rests on."""
        from jscredit.rules.basis import basis_of

        return basis_of(self)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What to know beside the answer: the rule's own notices, settings by a reading, other readings, later law."""
        from jscredit.rules.basis import reading_notices

        return (*self.own_notices, *reading_notices(self), *later_law_notices(self.on))

    @property
    def own_notices(self) -> tuple[Notice, ...]:
        """Those of the rule itself and of settings; what another reading would say is not asked."""
        from jscredit.rules.basis import setting_notices

        own = self.rule.bind(self.regime).notices
        said = [notice for notice, solver in own if solver.answer(self.row, self.on) is YES]
        return (*said, *setting_notices(self))

    def verdict_under(self, term: Term, option: str) -> Verdict:
        """The answer on the day if one reading were taken in every case; only the conditions it changes are asked."""
        changed = self.rule.bind(self.regime).changed_by(term, option)
        if not changed:
            return self.verdict
        answers = {said for place, said in enumerate(self._answers) if place not in changed}
        if NO not in answers:
            answers.update([solver.answer(self.row, self.on) for solver in changed.values()])
        return NO if NO in answers else UNDETERMINED if UNDETERMINED in answers else YES

    def explain(self, lang: Lang = "zh") -> str:
        """The decision as text, in Chinese unless told."""
        from jscredit.rules.present import explained

        return explained(self, lang)

    def to_public_json(self) -> str:
        """The decision as a JSON document to be shown; it never loads back."""
        from jscredit.rules.documents import decision_json

        return decision_json(self, form="public")

    def to_storage_json(self) -> str:
        """The decision as a JSON document to be kept; ``restored_decision`` asks the rule again and compares."""
        from jscredit.rules.documents import decision_json

        return decision_json(self, form="storage")

    def _repr_html_(self) -> str:
        from jscredit.rules.present import as_html

        return as_html(self)

    def __repr__(self) -> str:
        return f"<Decision {self.rule.id} on {self.on}: {self.verdict}>"


def _solved(decision: Decision) -> _Solved:
    """The solution of each condition, and of all together."""
    row, last = decision.row, decision.regime.in_force_to
    each = tuple([solver.solve(row) for solver in decision.rule.bind(decision.regime).solvers])
    if last is not None:
        each = tuple([until(one, last) for one in each])
    every = all_together(each)
    return _Solved(each, every, answer(every, decision.on))


def _answered(decision: Decision) -> tuple[Verdict, ...]:
    """The answer to each condition on the day."""
    on = decision.on
    return tuple([YES if one is ALWAYS else answer(one, on) for one in decision._parts.each])  # noqa: SLF001


_WORKED_OUT: dict[str, Callable[[Decision], Any]] = {"_parts": _solved, "_answers": _answered}


def _unpickled(rule: "Rule", row: dict[str, Any], on: dt.date, regime: "Regime") -> Decision:
    return Decision(rule, MappingProxyType(row), on, regime)
