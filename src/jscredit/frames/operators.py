"""The one table of operators: each kind of node of a rule as a column expression.

A flag is a nullable column: null means *not known*, and ``&``, ``|``, ``~`` of every backend follow the three-valued
logic of the rules. No backend sees a raw ``if``: a null test would take its else branch.
"""

import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import reduce
from typing import Any

from jscredit.frames.library import nw
from jscredit.frames.sums import Choice, Leaf, Sum, Tree, tree
from jscredit.law import Rank
from jscredit.records.facts import KIND
from jscredit.rules import Fact, If, Term
from jscredit.rules.expressions import And, Equal, Expression, IsIn, Less, LessEqual, Literal, Not, Or
from jscredit.rules.rows import facts_in
from jscredit.rules.types import DAY, NUMBER

UNKNOWN = nw.lit(None, nw.Boolean)
CERTAIN = frozenset({KIND.name})
"""The facts that every row holds."""
Compare = Callable[[Any, Any], Any]


@dataclass(frozen=True)
class Operators:
    """The table, over the columns that hold the facts."""

    facts: Mapping[str, nw.Expr]
    sums: Mapping[object, nw.Expr] = field(default_factory=dict)
    """Columns that hold sums already, by ``Sum.key``."""

    def flag(self, node: Expression) -> nw.Expr:  # noqa: PLR0911 - a match over the kinds of node is one idea
        """A condition without the day asked about; null where the known facts leave it open."""
        match node:
            case And(args):
                return every(self.flag(part) for part in args)
            case Or(args):
                return reduce(operator.or_, (self.flag(part) for part in args))
            case Not(arg):
                return ~self.flag(arg)
            case If(test, then, otherwise):
                return self.chosen(test, self.flag(then), self.flag(otherwise))
            case IsIn(arg, values):
                return self.value(arg).is_in([code(each.value) for each in values])
            case Equal(left, right) if left.type in (DAY, NUMBER):
                return self._same(self.span(tree(left)), self.span(tree(right)))
            case Equal(left, right):
                return self.value(left) == self.value(right)
            case Less(left, right) | LessEqual(left, right):
                return self.ordered(operator.lt if isinstance(node, Less) else operator.le, tree(left), tree(right))
            case _:
                return self.value(node)

    def value(self, node: Expression) -> nw.Expr:
        """A value that has no order: a code, or a flag; null where it is not known."""
        match node:
            case Literal(value):
                return nw.lit(code(value))
            case Fact(name):
                return self.facts[name]
            case If(test, then, otherwise):
                holds, one, other = self.flag(test), self.value(then), self.value(otherwise)
                return nw.when(holds | (one == other)).then(one).when(~holds).then(other)
            case _:  # an open term
                return nw.lit(None, nw.Boolean if node.type.options is None else nw.String)

    def ordered(self, compare: Compare, left: Tree, right: Tree) -> nw.Expr:
        """Whether one value is smaller than another, or not larger; null where that is open."""
        if isinstance(left, Choice):
            branches = (self.ordered(compare, branch, right) for branch in (left.then, left.otherwise))
            return self.chosen(left.test, *branches)
        if isinstance(right, Choice):
            branches = (self.ordered(compare, left, branch) for branch in (right.then, right.otherwise))
            return self.chosen(right.test, *branches)
        if left.exact and right.exact:
            return self._compared(compare, left.exact, right.exact)
        surely = self._compared(compare, left.high, right.low)
        surely_not = self._compared(_OPPOSITE[compare], right.high, left.low)
        return nw.when(surely).then(nw.lit(value=True)).when(surely_not).then(nw.lit(value=False))

    def chosen(self, test: Expression, then: nw.Expr, otherwise: nw.Expr) -> nw.Expr:
        """One flag where a test holds, another where it does not; where it is open, what both agree on."""
        holds = self.flag(test)
        if self._is_certain(test):
            # Each branch stands here once: a chain of such choices, one for each kind, would double with each link.
            return nw.when(holds).then(then).when(~holds).then(otherwise)
        return (holds & then) | (~holds & otherwise) | (then & otherwise)

    def _is_certain(self, test: Expression) -> bool:
        return all(fact.name in CERTAIN for fact in facts_in(test))

    def surely_at_least(self, one: Tree, day: nw.Expr) -> nw.Expr:
        """Whether a value surely is not before a day that differs from row to row."""
        if isinstance(one, Choice):
            branches = (self.surely_at_least(branch, day) for branch in (one.then, one.otherwise))
            return self.chosen(one.test, *branches)
        return UNKNOWN if one.low is None else self._told(one.low) >= day

    def span(self, one: Tree) -> tuple[nw.Expr, nw.Expr]:
        """The earliest and the latest value; null where there is no such end, or it never comes."""
        if isinstance(one, Leaf):
            low, high = (nw.lit(None, nw.Date) if end is None else self._told(end) for end in (one.low, one.high))
            return (low, low) if one.exact else (low, high)
        holds, is_certain = self.flag(one.test), self._is_certain(one.test)
        then, otherwise = self.span(one.then), self.span(one.otherwise)
        ends = []
        for ours, theirs, furthest in zip(then, otherwise, (nw.min_horizontal, nw.max_horizontal), strict=True):
            told = nw.when(holds).then(ours).when(~holds).then(theirs)
            ends.append(told if is_certain else told.when(known(ours, theirs)).then(furthest(ours, theirs)))
        return ends[0], ends[1]

    def _told(self, one: Sum) -> nw.Expr:
        held = self.sums.get(one.key)
        return one.column(self.facts) if held is None else held

    def _same(self, one: tuple[nw.Expr, nw.Expr], other: tuple[nw.Expr, nw.Expr]) -> nw.Expr:
        (low, high), (least, most) = one, other
        is_one = (low == high) & (least == most)
        apart = (high < least) | (most < low)
        return nw.when(is_one).then(low == least).when(apart).then(nw.lit(value=False))

    def _compared(self, compare: Compare, left: Sum | None, right: Sum | None) -> nw.Expr:
        if left is None or right is None:
            return UNKNOWN
        if left.is_known and right.is_known:
            return nw.lit(compare(left.start, right.start))
        if right.is_known and left.steps:
            # The sum rises with its start, so it stays below a known day until one start.
            return self.facts[left.start.name] < left.first_start(lambda day: not compare(day, right.start))
        if left.is_known and right.steps:
            return self.facts[right.start.name] >= right.first_start(lambda day: compare(left.start, day))
        found: nw.Expr = compare(self._told(left), self._told(right))
        return found

    def missing(self, node: Expression) -> dict[str, nw.Expr]:
        """The unknown facts and terms that leave an expression open, each with the rows in which it does."""
        match node:
            case Fact(name):
                return {name: self.facts[name].is_null()}
            case Term(name):
                return {name: nw.lit(value=True)}
            case And(args) | Or(args):
                parts = ((self.flag(part).is_null(), self.missing(part)) for part in args)
                return either(*({name: is_open & said for name, said in names.items()} for is_open, names in parts))
            case If(test, then, otherwise):
                holds = self.flag(test)
                return either(
                    {name: holds.is_null() & said for name, said in self.missing(test).items()},
                    {name: (holds | holds.is_null()) & said for name, said in self.missing(then).items()},
                    {name: (~holds | holds.is_null()) & said for name, said in self.missing(otherwise).items()},
                )
            case _:
                return either(*(self.missing(part) for part in node.parts))


def code(value: Any) -> Any:
    """A value of a rule as it stands in a column: codes are texts, a rank is its name."""
    if isinstance(value, Rank):
        return value.name.lower()
    return value.value if isinstance(value, Enum) else value


def every(flags: Iterable[nw.Expr]) -> nw.Expr:
    """Whether all hold."""
    found: nw.Expr = reduce(operator.and_, flags)
    return found


def known(*columns: nw.Expr) -> nw.Expr:
    """Whether all of these are known."""
    return every(~column.is_null() for column in columns)


def either(*each: Mapping[str, nw.Expr]) -> dict[str, nw.Expr]:
    """For each name the rows in which one of these says it."""
    found: dict[str, nw.Expr] = {}
    for names in each:
        for name, said in names.items():
            found[name] = found[name] | said if name in found else said
    return found


_OPPOSITE: dict[Compare, Compare] = {operator.lt: operator.le, operator.le: operator.lt}
