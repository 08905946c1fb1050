"""Each condition solved for the day once: a few windows of days, each with its guards.

A condition is a union of windows. In a window every guard (a part without the day asked about) must hold, and the day
lies on or after each lower bound and on or before each upper bound. Objects, dataframes and text all read the windows.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from itertools import product
from typing import NamedTuple, TypeVar, cast

from jscredit.rules.disjoint import contradictory
from jscredit.rules.expressions import And, Expression, If, Less, LessEqual, Literal, Not, Or
from jscredit.rules.structure import structure


@dataclass(frozen=True, slots=True)
class Guard:
    """A part without the day asked about, and whether it must hold or must not."""

    test: Expression
    holds: bool


@dataclass(frozen=True, slots=True)
class Bound:
    """A day, moved by -1, 0 or 1."""

    day: Expression
    shift: int


@dataclass(frozen=True, slots=True)
class Window:
    """The days from the latest lower to the earliest upper bound, both included, where every guard holds."""

    guards: tuple[Guard, ...] = ()
    lowers: tuple[Bound, ...] = ()
    uppers: tuple[Bound, ...] = ()

    def meet(self, other: "Window") -> "Window":
        """The days that lie in both, each part once."""
        return Window(
            _once(self.guards + other.guards), _once(self.lowers + other.lowers), _once(self.uppers + other.uppers)
        )


ALWAYS = (Window(),)
NEVER: tuple[Window, ...] = ()


def windows(condition: Expression) -> tuple[Window, ...]:
    """A condition, free of readings, solved for the day. Parts without the day stay whole, as guards."""
    return _Solving(shared=True).solve(condition, holds=True)


def windows_of_known(condition: Expression) -> tuple[Window, ...]:
    """The same for rows in which every needed fact is known: fewer windows, and the same days."""
    return _Solving(shared=False).solve(condition, holds=True)


class _Solving(NamedTuple):
    """How a condition is solved: with what the branches of an If share, or without.

    What the branches share is needed only where the test between them is unknown, so that it hides nothing.
    """

    shared: bool

    def solve(self, node: Expression, *, holds: bool) -> tuple[Window, ...]:
        """The windows in which the condition holds, or does not."""
        if isinstance(node, Literal):
            return ALWAYS if node.value == holds else NEVER
        if isinstance(node, Not):
            return self.solve(node.arg, holds=not holds)
        if isinstance(node, And | Or) and (node.has_on or isinstance(node, And) == holds):
            solved = [self.solve(part, holds=holds) for part in node.args]
            every = isinstance(node, And) == holds
            return _meet_all(solved) if every else _union(window for windows in solved for window in windows)
        if isinstance(node, If) and node.has_on:
            return self._branches(node, holds=holds)
        if isinstance(node, Less | LessEqual) and node.has_on:
            return (_bounded(node, holds=holds),)
        return (Window(guards=(Guard(node, holds),)),)

    def _branches(self, node: If, *, holds: bool) -> tuple[Window, ...]:
        test, fails = self.solve(node.test, holds=True), self.solve(node.test, holds=False)
        then, otherwise = self.solve(node.then, holds=holds), self.solve(node.otherwise, holds=holds)
        found = (*_meet_all([test, then]), *_meet_all([fails, otherwise]))
        return _union((*found, *_meet_all([then, otherwise])) if self.shared else found)


def _bounded(node: Less | LessEqual, *, holds: bool) -> Window:
    on_is_left = node.left.has_on
    day = node.right if on_is_left else node.left
    shift = 1 if isinstance(node, Less) == holds else 0
    # The day lies before the bound in ON < d and in the opposite of d < ON.
    if on_is_left == holds:
        return Window(uppers=(Bound(day, -shift),))
    return Window(lowers=(Bound(day, shift),))


def _meet_all(solved: Iterable[tuple[Window, ...]]) -> tuple[Window, ...]:
    return _union(reduce(Window.meet, combination, Window()) for combination in product(*solved))


def _union(found: Iterable[Window]) -> tuple[Window, ...]:
    return tuple(window for window in _once(tuple(found)) if not contradictory(window.guards))


T = TypeVar("T")


def _once(parts: tuple[T, ...]) -> tuple[T, ...]:
    seen: dict[object, T] = {}
    for part in parts:
        seen.setdefault(picture(part), part)
    return tuple(seen.values())


def picture(part: object) -> object:
    """What makes two guards, bounds or windows the same."""
    if isinstance(part, Guard):
        return (structure(part.test), part.holds)
    if isinstance(part, Bound):
        return (structure(part.day), part.shift)
    window = cast("Window", part)
    return tuple(frozenset(map(picture, group)) for group in (window.guards, window.lowers, window.uppers))
