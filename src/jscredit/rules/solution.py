"""A solved condition on one row: the days on which it must hold, and those on which it may."""

import datetime as dt
from collections.abc import Iterable
from functools import reduce
from typing import NamedTuple

from jscredit.deadlines import WorkCalendar
from jscredit.rules.closures import Row
from jscredit.rules.compiled import compiled
from jscredit.rules.expressions import Expression
from jscredit.rules.facts import Fact
from jscredit.rules.intervals import ALL, FIRST, LAST, NONE, Days, Run, has, meet, shifted, union
from jscredit.rules.known import known_run
from jscredit.rules.ranges import Case, Span
from jscredit.rules.structure import structure
from jscredit.rules.verdict import Verdict
from jscredit.rules.windows import Bound, Guard, Window, windows, windows_of_known


class Solution(NamedTuple):
    """Where the condition must hold and where it may; the same where every needed fact is known."""

    must: Days
    may: Days


ALWAYS, NEVER, OPEN = Solution(ALL, ALL), Solution(NONE, NONE), Solution(NONE, ALL)


def all_together(each: Iterable[Solution]) -> Solution:
    """Where all of these conditions hold."""
    others = [one for one in each if one is not ALWAYS]
    must = reduce(meet, [one.must for one in others], ALL)
    if all(one.must is one.may for one in others):
        return Solution(must, must)
    return Solution(must, reduce(meet, [one.may for one in others], ALL))


def answer(solution: Solution, on: dt.date) -> Verdict:
    """The answer on one day."""
    if solution is ALWAYS or has(solution.must, on):
        return Verdict.YES
    return Verdict.UNDETERMINED if has(solution.may, on) else Verdict.NO


def until(one: Solution, last: dt.date) -> Solution:
    """Where a condition holds, cut after the last day on which the law is in force."""
    days: Days = ((FIRST, last),)
    return Solution(meet(one.must, days), meet(one.may, days))


class Solver:
    """One condition, solved for the day, ready to be asked about rows."""

    __slots__ = ("_known", "_whole", "calendar", "test", "windows")

    def __init__(self, test: Expression, calendar: WorkCalendar) -> None:
        self.test = test
        self.calendar = calendar
        self.windows = windows(test)
        # Without a window the test contradicts itself: no row has to be asked.
        self._whole = None if test.has_on or not self.windows else compiled(test, calendar)
        self._known = tuple(known_run(window, calendar) for window in windows_of_known(test))

    def solve(self, row: Row) -> Solution:
        """The days on which the condition must and may hold for this row."""
        if self._whole is not None:
            held = self._whole(row, FIRST)
            if held is None and not isinstance(self.test, Fact):
                held = Case(row, self.calendar).holds(self.test)
            return OPEN if held is None else ALWAYS if held else NEVER
        runs: list[Run] = []
        for run_of in self._known:
            run = run_of(row)
            if run is None:
                return self._solve_open(row)
            _add(runs, *run)
        if not runs:
            return NEVER
        days = (runs[0],) if len(runs) == 1 else union(runs)
        return ALWAYS if days == ALL else Solution(days, days)

    def missing(self, row: Row, on: dt.date) -> frozenset[str]:
        """The unknown facts, terms and calendar years in the parts that are undetermined on the day."""
        case = Case(row, self.calendar)
        reached: list[Window] = []
        for window in sorted(self.windows, key=lambda one: len(_bounds(one))):
            # What a wider window leaves open anyway does not hang on a narrower one.
            if on_may_lie_in(window, case, on) and not any(_covers(wider, window, case) for wider in reached):
                reached.append(window)
        return frozenset().union(*(_open_parts(window, case, on) for window in reached))

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


def _bounds(window: Window) -> frozenset[object]:
    sides = (("from", window.lowers), ("to", window.uppers))
    return frozenset((side, structure(bound.day), bound.shift) for side, bounds in sides for bound in bounds)


def _covers(wide: Window, narrow: Window, case: Case) -> bool:
    """Whether each day of one window surely lies in the other, whatever the unknown facts are."""
    asked = {(structure(guard.test), guard.holds) for guard in narrow.guards}
    return _bounds(wide) <= _bounds(narrow) and all(
        _holds(guard, case) or (structure(guard.test), guard.holds) in asked for guard in wide.guards
    )


def _open_parts(window: Window, case: Case, on: dt.date) -> frozenset[str]:
    open_guards = [guard.test for guard in window.guards if _holds(guard, case) is None]
    open_bounds = [bound.day for bound in window.lowers if on < _moved(case, bound).high]
    open_bounds += [bound.day for bound in window.uppers if on > _moved(case, bound).low]
    return frozenset().union(*(case.missing(part) for part in (*open_guards, *open_bounds)))
