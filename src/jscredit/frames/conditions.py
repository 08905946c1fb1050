"""One condition of a rule as columns: its answer on a day, what it lacks, and the days on which it must hold."""

import datetime as dt
import operator
from collections.abc import Iterable
from functools import reduce
from typing import NamedTuple

from jscredit.frames.bench import Bench
from jscredit.frames.library import nw
from jscredit.frames.operators import Operators, either, every, known
from jscredit.frames.sums import Leaf, Sum, tree
from jscredit.rules.expressions import Expression
from jscredit.rules.facts import Fact
from jscredit.rules.structure import structure
from jscredit.rules.window import Bound, Guard, Window, windows

HOLDS, FAILS = nw.lit(value=True), nw.lit(value=False)


class Part(NamedTuple):
    """A guard or a bound of a window, answered on the day asked about, and the expression that it reads."""

    flag: nw.Expr
    read: Expression


class Beginning(NamedTuple):
    """The windows that begin with the same lower bounds."""

    lowers: tuple[Bound, ...]
    windows: tuple[Window, ...]


class Condition:
    """A test without readings, solved for the day and answered on one day, over the columns of the facts."""

    def __init__(self, test: Expression, table: Operators, on: dt.date, bench: Bench) -> None:
        self.test = test
        self.table = table
        self.windows = windows(test)
        self._bench = bench
        self._today = Sum(on)
        self._parts = {id(window): self._parts_of(window) for window in self.windows}

    @property
    def flag(self) -> nw.Expr:
        """The answer; null where it is open."""
        held = [_all(part.flag for part in self._parts[id(window)]) for window in self.windows]
        return reduce(operator.or_, held) if held else FAILS

    @property
    def missing(self) -> dict[str, nw.Expr]:
        """The unknown facts and terms of the open windows, with the rows; told only for rows that it leaves open.

        What a wider window leaves open anyway does not hang on a narrower one.
        """
        found: list[dict[str, nw.Expr]] = []
        reached: list[tuple[Window, nw.Expr]] = []
        for window in sorted(self.windows, key=lambda one: len(_bounds(one))):
            parts = self._parts[id(window)]
            is_reached = _all(part.flag for part in parts).is_null()
            for wider, is_wider_reached in reached:
                if _bounds(wider) <= _bounds(window):
                    is_reached = is_reached & ~(is_wider_reached & self._surely_met(wider, window))
            reached.append((window, is_reached))
            for part in parts:
                is_open = is_reached & part.flag.is_null()
                found.append({name: is_open & said for name, said in self.table.missing(part.read).items()})
        return either(*found)

    @property
    def beginnings(self) -> tuple[Beginning, ...]:
        """The windows by the bounds that they begin with."""
        found: dict[object, list[Window]] = {}
        for window in self.windows:
            found.setdefault(frozenset(map(_picture, window.lowers)), []).append(window)
        return tuple(Beginning(each[0].lowers, tuple(each)) for each in found.values())

    def must_hold_until(self, beginning: Beginning, day: nw.Expr) -> nw.Expr | None:
        """Whether a day that lies after these bounds surely lies in one of the windows; None where each has no end."""
        held = [self._surely_not_over(window, day) for window in beginning.windows]
        ending = [each for each in held if each is not None]
        return reduce(operator.or_, ending) if len(ending) == len(held) else None

    def _surely_not_over(self, window: Window, day: nw.Expr) -> nw.Expr | None:
        flags = [self._held(guard) for guard in window.guards]
        flags += [self.table.surely_at_least(tree(bound.day, bound.shift), day) for bound in window.uppers]
        return every(flags) if flags else None

    def _parts_of(self, window: Window) -> tuple[Part, ...]:
        return (
            *(Part(self._held(guard), guard.test) for guard in window.guards),
            *(Part(self._in_order("from", bound), bound.day) for bound in window.lowers),
            *(Part(self._in_order("to", bound), bound.day) for bound in window.uppers),
        )

    def _in_order(self, side: str, bound: Bound) -> nw.Expr:
        today = Leaf(self._today, self._today)
        day = tree(bound.day, bound.shift)
        pair = (day, today) if side == "from" else (today, day)
        return self._bench.let((side, self._today, _picture(bound)), self.table.ordered(operator.le, *pair))

    def _held(self, guard: Guard) -> nw.Expr:
        flag = self.table.flag(guard.test)
        if not isinstance(guard.test, Fact):
            flag = self._bench.let(structure(guard.test), flag)
        return flag if guard.holds else ~flag

    def _surely_met(self, wide: Window, narrow: Window) -> nw.Expr:
        """Whether the guards of a window are surely met, or asked by the other as well; where it is not failed."""
        asked = {(structure(guard.test), guard.holds) for guard in narrow.guards}
        own = [guard for guard in wide.guards if (structure(guard.test), guard.holds) not in asked]
        return known(*(self.table.flag(guard.test) for guard in own)) if own else HOLDS


def _all(flags: Iterable[nw.Expr]) -> nw.Expr:
    each = list(flags)
    return every(each) if each else HOLDS


def _picture(bound: Bound) -> object:
    return (structure(bound.day), bound.shift)


def _bounds(window: Window) -> frozenset[object]:
    sides = (("from", window.lowers), ("to", window.uppers))
    return frozenset((side, _picture(bound)) for side, bounds in sides for bound in bounds)
