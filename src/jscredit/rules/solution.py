"""A solved condition on one row: the days on which it must hold, and those on which it may."""

import datetime as dt
from typing import NamedTuple

from jscredit.deadlines import WorkCalendar
from jscredit.rules.closures import Closure, Row
from jscredit.rules.compiled import compiled
from jscredit.rules.expressions import Expression
from jscredit.rules.facts import Fact
from jscredit.rules.intervals import ALL, FIRST, LAST, NONE, Days, Run, meet, shifted, union
from jscredit.rules.ranges import Case, Span
from jscredit.rules.windows import Bound, Guard, Window, windows

_NO_DAY = dt.date.min


class Solution(NamedTuple):
    """Where the condition must hold and where it may; the same where every needed fact is known."""

    must: Days
    may: Days


ALWAYS, NEVER, OPEN = Solution(ALL, ALL), Solution(NONE, NONE), Solution(NONE, ALL)


def both(one: Solution, other: Solution) -> Solution:
    """Where two conditions hold together."""
    if one is ALWAYS:
        return other
    if other is ALWAYS:
        return one
    must = meet(one.must, other.must)
    if one.must is one.may and other.must is other.may:
        return Solution(must, must)
    return Solution(must, meet(one.may, other.may))


def until(one: Solution, last: dt.date) -> Solution:
    """Where a condition holds, cut after the last day on which the law is in force."""
    days: Days = ((FIRST, last),)
    return Solution(meet(one.must, days), meet(one.may, days))


class _Known(NamedTuple):
    """A window as closures over the known facts."""

    guards: tuple[tuple[Closure, bool], ...]
    lowers: tuple[tuple[Closure, int], ...]
    uppers: tuple[tuple[Closure, int], ...]


class Solver:
    """One condition, solved for the day, ready to be asked about rows."""

    __slots__ = ("_known", "_whole", "calendar", "test", "windows")

    def __init__(self, test: Expression, calendar: WorkCalendar) -> None:
        self.test = test
        self.calendar = calendar
        self.windows = windows(test)
        # Without a window the test contradicts itself: no row has to be asked.
        self._whole = None if test.has_on or not self.windows else compiled(test, calendar)
        self._known = tuple(_known(window, calendar) for window in self.windows)

    def solve(self, row: Row) -> Solution:
        """The days on which the condition must and may hold for this row."""
        if self._whole is not None:
            held = self._whole(row, _NO_DAY)
            if held is None and not isinstance(self.test, Fact):
                held = Case(row, self.calendar).holds(self.test)
            return OPEN if held is None else ALWAYS if held else NEVER
        runs: list[Run] = []
        for window in self._known:
            run = _known_run(window, row)
            if run is None:
                return self._solve_open(row)
            _add(runs, *run)
        if not runs:
            return NEVER
        days = tuple(runs) if len(runs) == 1 else union(runs)
        return ALWAYS if days == ALL else Solution(days, days)

    def missing(self, row: Row, on: dt.date) -> frozenset[str]:
        """The unknown facts, terms and calendar years in the parts that are undetermined on the day."""
        case = Case(row, self.calendar)
        found: frozenset[str] = frozenset()
        for window in self.windows:
            if on_may_lie_in(window, case, on):
                found |= _open_parts(window, case, on)
        return found

    def _solve_open(self, row: Row) -> Solution:
        case = Case(row, self.calendar)
        must: list[Run] = []
        may: list[Run] = []
        for window in self.windows:
            held = _guards(window, case)
            if held is False:
                continue
            lows = [_moved(case, bound) for bound in window.lowers]
            highs = [_moved(case, bound) for bound in window.uppers]
            _add(may, max((low.low for low in lows), default=FIRST), min((high.high for high in highs), default=LAST))
            if held:
                _add(
                    must,
                    max((low.high for low in lows), default=FIRST),
                    min((high.low for high in highs), default=LAST),
                )
        return Solution(union(must), union(may))


def _add(runs: list[Run], first: dt.date, last: dt.date) -> None:
    # A lower bound on the last day there is stands for a day that may never come.
    if first <= last and first != LAST:
        runs.append((first, last))


def _known(window: Window, calendar: WorkCalendar) -> _Known:
    return _Known(
        tuple((compiled(guard.test, calendar), guard.holds) for guard in window.guards),
        tuple((compiled(bound.day, calendar), bound.shift) for bound in window.lowers),
        tuple((compiled(bound.day, calendar), bound.shift) for bound in window.uppers),
    )


def _known_run(window: _Known, row: Row) -> Run | None:
    """The window's days as (first, last), backwards where there are none; None where a needed fact is unknown."""
    is_open = False
    for test, holds in window.guards:
        value = test(row, _NO_DAY)
        if value is None:
            is_open = True
        elif value is not holds:
            return (LAST, FIRST)
    if is_open:
        return None
    first, last = FIRST, LAST
    for day, shift in window.lowers:
        value = day(row, _NO_DAY)
        if value is None:
            return None
        first = max(first, shifted(value, shift))
    for day, shift in window.uppers:
        value = day(row, _NO_DAY)
        if value is None:
            return None
        last = min(last, shifted(value, shift))
    return (first, last)


def _holds(guard: Guard, case: Case) -> bool | None:
    value = case.holds(guard.test)
    return None if value is None else value is guard.holds


def _guards(window: Window, case: Case) -> bool | None:
    answers = [_holds(guard, case) for guard in window.guards]
    return False if False in answers else None if None in answers else True


def _moved(case: Case, bound: Bound) -> Span:
    low, high = case.span(bound.day)
    return Span(shifted(low, bound.shift), shifted(high, bound.shift))


def on_may_lie_in(window: Window, case: Case, on: dt.date) -> bool:
    """Whether the day may lie in the window, for all that is known."""
    return (
        _guards(window, case) is not False
        and all(_moved(case, bound).low <= on for bound in window.lowers)
        and all(on <= _moved(case, bound).high for bound in window.uppers)
    )


def _open_parts(window: Window, case: Case, on: dt.date) -> frozenset[str]:
    open_guards = [guard.test for guard in window.guards if _holds(guard, case) is None]
    open_bounds = [bound.day for bound in window.lowers if on < _moved(case, bound).high]
    open_bounds += [bound.day for bound in window.uppers if on > _moved(case, bound).low]
    return frozenset().union(*(case.missing(part) for part in (*open_guards, *open_bounds)))
