"""The facts that rules stand on: columns, what follows from them, and whether the record is failure information."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from jscredit.frames.bench import Bench
from jscredit.frames.classes import Classes, asked_of, facts_of
from jscredit.frames.conditions import HOLDS
from jscredit.frames.derived import STATED_AS
from jscredit.frames.library import nw
from jscredit.frames.operators import Operators
from jscredit.records import Kind
from jscredit.rules import Expression, Regime
from jscredit.rules.rows import facts_in
from jscredit.validity import FAILURE_INFORMATION, PERIOD_OF_USE

Columns = Mapping[str, nw.Expr]
_CLASS = FAILURE_INFORMATION.name
_AS_GIVEN: Mapping[str, Columns] = MappingProxyType(
    {name: dict.fromkeys(own, HOLDS) for name, own in STATED_AS.items()}
)


class Ground(NamedTuple):
    """What the tests of some rules stand on under a regime.

    Attributes:
        tests: the tests, with what is known of every row put in.
        kinds: the kinds of records of which it may be open whether they are failure information.
        by_items: whether that is told by the items of M12 alone, as a review tells it.
    """

    tests: tuple[Expression, ...]
    regime: Regime
    kinds: tuple[Kind, ...]
    by_items: bool = False

    def facts(self, given: Sequence[str]) -> tuple[str, ...]:
        """The facts to be taken from a frame with these columns: those of the class too, where it does not tell it."""
        names = [fact.name for fact in facts_in(*self.tests) if fact.name != PERIOD_OF_USE.name]
        if _CLASS in names and _CLASS not in given:
            names.remove(_CLASS)
            names += [name for name in facts_of(asked_of(self.kinds), self.regime) if name not in names]
        return tuple(names)

    def table(self, facts: Columns, bench: Bench) -> tuple[Operators, Mapping[str, Columns]]:
        """The operators over these facts; and for a fact that follows from others those that leave it open."""
        found = {**facts, PERIOD_OF_USE.name: nw.lit(None, nw.String)}
        if _CLASS in facts or _CLASS not in {fact.name for fact in facts_in(*self.tests)}:
            return Operators(found), _AS_GIVEN
        classes = Classes(Operators(facts), self.regime, bench, self.kinds)
        told = classes.is_certain_failure if self.by_items else classes.is_failure
        bench.next_layer()
        failure = bench.let(_CLASS, told)
        bench.next_layer()
        return Operators({**found, _CLASS: failure}), {**_AS_GIVEN, _CLASS: classes.missing}


def named(missing: Mapping[str, nw.Expr], stands_for: Mapping[str, Columns]) -> Iterable[tuple[str, nw.Expr]]:
    """What is missing, each fact by the names of what to state so that it follows, with the rows."""
    for fact, is_open in missing.items():
        for name, said in stands_for.get(fact, {fact: HOLDS}).items():
            yield name, is_open & said
