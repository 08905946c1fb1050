"""Answers of several rules about the rows of one frame, as flags beside each other: the ground of the set questions."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from jscredit.frames.asking import Columns, Question
from jscredit.frames.bench import Bench
from jscredit.frames.conditions import Condition
from jscredit.frames.ground import Ground
from jscredit.frames.operators import every
from jscredit.frames.substitution import substituted
from jscredit.records import Kind
from jscredit.rules import Expression, Regime, Rule


class Verdicts(NamedTuple):
    """Rules asked of each row on a day under a regime, each with the column of its answer.

    Attributes:
        known: facts that are the same expression for every row.
        kinds: the kinds of records of which it may be open whether they are failure information.
        also: further facts to be kept, each in the column of its own name with ``kept_as`` before it.
    """

    rules: Mapping[str, Rule]
    on: dt.date
    regime: Regime
    known: Mapping[str, Expression]
    kinds: tuple[Kind, ...]
    also: tuple[str, ...] = ()
    kept_as: str = ""

    def question(self, given: Sequence[str]) -> Question:
        """The question to a frame that has these columns."""
        facts = dict.fromkeys((*self._ground.facts(given), *self.also))
        return Question(tuple(facts), self._stages, tuple(self.rules))

    @property
    def _tests(self) -> Mapping[str, tuple[Expression, ...]]:
        return {
            name: tuple(substituted(test, self.known) for test in rule.bind(self.regime).tests)
            for name, rule in self.rules.items()
        }

    @property
    def _ground(self) -> Ground:
        return Ground(
            tuple(test for each in self._tests.values() for test in each), self.regime, self.kinds, by_items=True
        )

    def _stages(self, facts: Columns) -> Iterator[Columns]:
        bench = Bench()
        table, _ = self._ground.table(facts, bench)
        asked = {
            name: tuple(Condition(test, table, self.on, bench) for test in tests) for name, tests in self._tests.items()
        }
        yield from bench.layers
        yield {name: every(each.flag for each in conditions) for name, conditions in asked.items()}
        yield {self.kept_as + name: table.facts[name] for name in self.also}
