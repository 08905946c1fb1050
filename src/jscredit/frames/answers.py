"""A rule over a dataframe: its answer on a day as typed columns."""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from jscredit.frames.asking import Columns, Question
from jscredit.frames.bench import OWN, Bench
from jscredit.frames.classes import MAY_BE_NEGATIVE
from jscredit.frames.conditions import Beginning, Condition
from jscredit.frames.ground import Ground, named
from jscredit.frames.library import nw
from jscredit.frames.operators import Operators, either, every, known
from jscredit.frames.substitution import substituted
from jscredit.frames.sums import sums_in, tree
from jscredit.frames.texts import joined
from jscredit.records import Kind
from jscredit.rules import Expression, Regime, Rule
from jscredit.rules.window import windows


class Asked(NamedTuple):
    """A rule asked on a day under a regime.

    Attributes:
        known: facts that are the same expression for every row, such as what the catalogue gives to a kind.
        prefix: what the names of the new columns begin with.
        kinds: the kinds of records of which it may be open whether they are failure information.
    """

    rule: Rule
    on: dt.date
    regime: Regime
    known: Mapping[str, Expression]
    prefix: str
    kinds: tuple[Kind, ...] = MAY_BE_NEGATIVE

    def question(self, given: Sequence[str]) -> Question:
        """The question to a frame that has these columns."""
        return Question(
            self._ground.facts(given), self._stages, (*self._flags, *(self.prefix + each for each in ANSWERS))
        )

    @property
    def _ground(self) -> Ground:
        return Ground(self._tests, self.regime, self.kinds)

    @property
    def _tests(self) -> tuple[Expression, ...]:
        return tuple(substituted(test, self.known) for test in self.rule.bind(self.regime).tests)

    @property
    def _flags(self) -> tuple[str, ...]:
        return tuple(self.prefix + each.id.replace("-", "_") for each in self.rule.conditions)

    def _stages(self, facts: Columns) -> Iterator[Columns]:
        bench = Bench()
        table, stands_for = self._ground.table(facts, bench)
        table = dataclasses.replace(table, sums=_sums(self._tests, table, bench))
        conditions = tuple(Condition(test, table, self.on, bench) for test in self._tests)
        yield from bench.layers
        yield {name: each.flag for name, each in zip(self._flags, conditions, strict=True)}
        told = Told(self, conditions, tuple(nw.col(name) for name in self._flags), stands_for)
        verdict, failed, missing, earliest = (self.prefix + each for each in ANSWERS)
        yield {verdict: every(told.flags), **told.days}
        yield {
            failed: joined(told.failed.items()),
            missing: joined(told.missing(nw.col(verdict)).items()),
            earliest: told.earliest,
        }


class Told(NamedTuple):
    """The reasons and the days of an answer, over the flags of its conditions."""

    asked: Asked
    conditions: tuple[Condition, ...]
    flags: tuple[nw.Expr, ...]
    stands_for: Mapping[str, Columns]

    @property
    def failed(self) -> Columns:
        """The conditions answered no."""
        return {part.id: ~flag for part, flag in zip(self.asked.rule.conditions, self.flags, strict=True)}

    def missing(self, verdict: nw.Expr) -> Columns:
        """What is unknown where the answer is undetermined, by name, in order."""
        each = (
            {name: flag.is_null() & said for name, said in condition.missing.items()}
            for condition, flag in zip(self.conditions, self.flags, strict=True)
        )
        found = either(*({name: said} for name, said in named(either(*each), self.stands_for)))
        return {name: verdict.is_null() & found[name] for name in sorted(found)}

    @property
    def choices(self) -> tuple[tuple[Beginning, ...], ...]:
        """For each condition one of its beginnings, in every combination."""
        return tuple(product(*(each.beginnings for each in self.conditions)))

    @property
    def days(self) -> Columns:
        """For each choice of beginnings the one day with which its windows can begin: the latest of its bounds."""
        return {f"{OWN}day_{place}": self._day(choice) for place, choice in enumerate(self.choices)}

    @property
    def earliest(self) -> nw.Expr:
        """The first day from the one asked about on which every condition must hold.

        That day is the one asked about, or one with which windows begin. Of those days that hold the earliest is told.
        """
        days = [self._first(choice, nw.col(name)) for choice, name in zip(self.choices, self.days, strict=True)]
        return days[0] if len(days) == 1 else nw.min_horizontal(*days) if days else nw.lit(None, nw.Date)

    def _begins(self, choice: tuple[Beginning, ...]) -> list[nw.Expr]:
        span = self.conditions[0].table.span
        return [span(tree(bound.day, bound.shift))[1] for each in choice for bound in each.lowers]

    def _day(self, choice: tuple[Beginning, ...]) -> nw.Expr:
        begins, on = self._begins(choice), nw.lit(self.asked.on)
        return nw.when(known(*begins)).then(nw.max_horizontal(on, *begins)) if begins else on

    def _first(self, choice: tuple[Beginning, ...], day: nw.Expr) -> nw.Expr:
        last = self.asked.regime.in_force_to or dt.date.max - dt.timedelta(days=1)
        held = [day <= last]  # a bound on the last day that there is stands for a day that never comes
        for condition, flag, beginning in zip(self.conditions, self.flags, choice, strict=True):
            until = condition.must_hold_until(beginning, day) if condition.test.has_on else flag
            held += [] if until is None else [until]
        return nw.when(every(held)).then(day)


def _sums(tests: Iterable[Expression], table: Operators, bench: Bench) -> Mapping[object, nw.Expr]:
    """Every day that a test adds up to, worked out once."""
    bounds = (
        bound for test in tests if test.has_on for window in windows(test) for bound in (*window.lowers, *window.uppers)
    )
    found = {each.key: each for bound in bounds for each in sums_in(tree(bound.day, bound.shift))}
    return {key: bench.let(("sum", key), each.column(table.facts)) for key, each in found.items()}


ANSWERS = ("verdict", "failed", "missing", "earliest")
