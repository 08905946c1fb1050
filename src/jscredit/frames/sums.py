"""Days and numbers of a rule as small trees: sums of a fact and periods, at the ends of choices.

A rule compares such a tree with a fixed day far more often than it tells the day itself. The sums rise with their
start, so a comparison with a fixed day becomes one of the start with another fixed day, found once: no date is added
in any row.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jscredit.deadlines import CalendarPeriod, Days, Months, Years, add_period
from jscredit.errors import Label
from jscredit.frames.library import nw
from jscredit.records.value import FIRST_DAY, LAST_DAY
from jscredit.rules import Fact, If, Term
from jscredit.rules.expressions import Expression, Literal, PlusPeriod
from jscredit.rules.intervals import shifted

Step = Years | Months | int
"""Calendar years, calendar months, or a number of days, which may be negative."""

_AFTER_LAST = LAST_DAY + dt.timedelta(days=1)
_SPAN = (_AFTER_LAST - FIRST_DAY).days
_UNITS: dict[type, str] = {Years: "y", Months: "mo"}


@dataclass(frozen=True, slots=True)
class Sum:
    """A fact, or a known value, and the steps that are added to it, one after the other."""

    start: Any
    steps: tuple[Step, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether it is the same for every row."""
        return not isinstance(self.start, Fact)

    @property
    def key(self) -> object:
        """What tells it from other sums."""
        return (self.start if self.is_known else self.start.name, self.steps)

    def then(self, step: Step) -> "Sum":
        """The same with one step more; days beside days become one step."""
        if self.is_known:
            return Sum(_stepped(self.start, step))
        if isinstance(step, int) and self.steps and isinstance(self.steps[-1], int):
            step = step + self.steps[-1]
            return Sum(self.start, (*self.steps[:-1], step) if step else self.steps[:-1])
        return Sum(self.start, (*self.steps, step)) if step else self

    def from_day(self, day: dt.date) -> dt.date:
        """What it comes to from one start."""
        for step in self.steps:
            day = _stepped(day, step)
        return day

    def column(self, facts: Mapping[str, nw.Expr]) -> nw.Expr:
        """It as a column; past the last day that there is, that day."""
        if self.is_known:
            return nw.lit(self.start)
        told = start = facts[self.start.name]
        for step in self.steps:
            told = told.dt.offset_by(_offset(step)).cast(nw.Date)
        if self.steps and self.from_day(LAST_DAY) == dt.date.max:
            beyond = self.first_start(lambda day: day == dt.date.max)
            return nw.when(start < beyond).then(told).when(start >= beyond).then(nw.lit(dt.date.max))
        return told

    def first_start(self, reached: Callable[[dt.date], bool]) -> dt.date:
        """The first start from which the sum has reached something; the day after all days, where none has."""
        low, high = 0, _SPAN
        while low < high:
            middle = (low + high) // 2
            if reached(self.from_day(FIRST_DAY + dt.timedelta(days=middle))):
                high = middle
            else:
                low = middle + 1
        return FIRST_DAY + dt.timedelta(days=low)


@dataclass(frozen=True, slots=True)
class Leaf:
    """The earliest and the latest value; None where there is no such end. One and the same where it is exact."""

    low: Sum | None
    high: Sum | None

    @property
    def exact(self) -> Sum | None:
        """The one value; None where it lies between two."""
        return self.low if self.low is self.high else None


@dataclass(frozen=True, slots=True)
class Choice:
    """One value where a condition holds, another where it does not."""

    test: Expression
    then: "Tree"
    otherwise: "Tree"


Tree = Leaf | Choice


def sums_in(one: "Tree") -> Iterator[Sum]:
    """The sums of a tree that take adding, at every end of every choice."""
    if isinstance(one, Choice):
        yield from (*sums_in(one.then), *sums_in(one.otherwise))
    else:
        yield from (end for end in (one.low, one.high) if end is not None and end.steps)


def day_after(start: str, period: CalendarPeriod) -> nw.Expr:
    """The day that lies a period after the day in a column."""
    return Sum(Fact.day(start, Label("起算日", "start")), (_step(period),)).column({start: nw.col(start)})


def tree(node: Expression, shift: int = 0) -> Tree:
    """A day or a number without the day asked about as a tree; a day may be moved by some days.

    >>> from jscredit.records.facts import DETERMINED_ON
    >>> tree(DETERMINED_ON + Years(1) + Days(1), shift=-1).exact.steps
    (Years(n=1),)
    """
    return _moved(_tree(node), lambda leaf: _both(leaf, shift)) if shift else _tree(node)


def _tree(node: Expression) -> Tree:
    match node:
        case If(test, then, otherwise):
            return Choice(test, _tree(then), _tree(otherwise))
        case PlusPeriod(start, period):
            return _moved(_tree(start), lambda leaf: _later(leaf, period))
        case Literal(value):
            known = Sum(value)
            return Leaf(known, known)
        case Term(within=(low, high)):
            return Leaf(Sum(low), Sum(high))
        case Fact():
            stated = Sum(node)
            return Leaf(stated, stated)
        case _:  # an open term without bounds
            return Leaf(None, None)


def _moved(one: Tree, move: Callable[[Leaf], Tree]) -> Tree:
    if isinstance(one, Choice):
        return Choice(one.test, _moved(one.then, move), _moved(one.otherwise, move))
    return move(one)


def _later(leaf: Leaf, period: Expression) -> Tree:
    match period:
        case If(test, then, otherwise):
            return Choice(test, _later(leaf, then), _later(leaf, otherwise))
        case Literal(value):
            return _both(leaf, _step(value))
        case Term(within=(low, high)):
            return Leaf(leaf.low and leaf.low.then(_step(low)), leaf.high and leaf.high.then(_step(high)))
        case _:  # a period that is not known is one day at least
            return Leaf(leaf.low and leaf.low.then(1), None)


def _both(leaf: Leaf, step: Step) -> Leaf:
    low = leaf.low and leaf.low.then(step)
    return Leaf(low, low if leaf.exact else leaf.high and leaf.high.then(step))


def _step(period: CalendarPeriod) -> Step:
    return period.n if isinstance(period, Days) else period


def _stepped(day: dt.date, step: Step) -> dt.date:
    if not isinstance(step, int):
        return add_period(day, step)
    return add_period(day, Days(step)) if step > 0 else shifted(day, step)


def _offset(step: Step) -> str:
    return f"{step}d" if isinstance(step, int) else f"{step.n}{_UNITS[type(step)]}"
