"""A solved condition on one row: the days on which it must hold, and those on which it may."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from jscredit.deadlines import WorkCalendar
from jscredit.rules.closures import Closure, Row
from jscredit.rules.compiled import compiled
from jscredit.rules.expressions import Expression
from jscredit.rules.facts import Fact
from jscredit.rules.intervals import ALL, FIRST, LAST, NONE, Days, Run, add_run, has, meet, union
from jscredit.rules.known import KnownRun, known_run
from jscredit.rules.ranges import Case
from jscredit.rules.verdict import NO, UNDETERMINED, YES, Verdict
from jscredit.rules.window import Window, windows, windows_of_known

if TYPE_CHECKING:
    from jscredit.rules.open_windows import OpenWindows


class Solution(NamedTuple):
    """Where the condition must hold and where it may; the same where every needed fact is known."""

    must: Days
    may: Days


ALWAYS, NEVER, OPEN = Solution(ALL, ALL), Solution(NONE, NONE), Solution(NONE, ALL)
_OF_ANSWER = {True: ALWAYS, False: NEVER, None: OPEN}


def all_together(each: Iterable[Solution]) -> Solution:
    """Where all of these conditions hold."""
    known = must = may = ALL
    is_open = False
    for one in each:
        if one is ALWAYS:
            continue
        if one.must is one.may:
            known = meet(known, one.must)
        else:
            is_open = True
            must, may = meet(must, one.must), meet(may, one.may)
    return Solution(meet(known, must), meet(known, may)) if is_open else Solution(known, known)


def answer(solution: Solution, on: dt.date) -> Verdict:
    """The answer on one day."""
    if solution is ALWAYS or has(solution.must, on):
        return YES
    return UNDETERMINED if has(solution.may, on) else NO


def until(one: Solution, last: dt.date) -> Solution:
    """Where a condition holds, cut after the last day on which the law is in force."""
    days: Days = ((FIRST, last),)
    return Solution(meet(one.must, days), meet(one.may, days))


class Solver:
    """One condition, solved for the day, ready to be asked about rows.

    Attributes:
        solve: the days on which the condition must and may hold for a row.
        quick: whether it holds for a row on a day; None where an unknown fact leaves that to ``solve``.
    """

    __slots__ = ("_open", "calendar", "quick", "solve", "test", "windows")

    solve: Callable[[Row], Solution]
    quick: Closure

    def __init__(self, test: Expression, calendar: WorkCalendar) -> None:
        self.test = test
        self.calendar = calendar
        self.windows: tuple[Window, ...] = windows(test)
        self.quick = compiled(test, calendar)
        self.solve = self._solve()
        self._open: OpenWindows | None = None

    def answer(self, row: Row, on: dt.date) -> Verdict:
        """The answer on one day."""
        value = self.quick(row, on)
        if value is None:
            return answer(self.solve(row), on)
        return YES if value else NO

    def missing(self, row: Row, on: dt.date) -> frozenset[str]:
        """The unknown facts, terms and calendar years in the parts that are undetermined on the day."""
        return self._open_windows.missing(row, on)

    def _solve(self) -> Callable[[Row], Solution]:
        if isinstance(self.test, Fact):
            name = self.test.name
            return lambda row: _OF_ANSWER[row[name]]
        if not self.windows:
            # The test contradicts itself: no row has to be asked.
            return lambda _row: NEVER
        if not self.test.has_on:
            return self._solve_without_day
        runs = tuple(known_run(window, self.calendar) for window in windows_of_known(self.test))
        return self._one_run(*runs) if len(runs) == 1 else self._several_runs(runs)

    def _solve_without_day(self, row: Row) -> Solution:
        held = self.quick(row, FIRST)
        return _OF_ANSWER[Case(row, self.calendar).holds(self.test) if held is None else held]

    def _one_run(self, run_of: KnownRun) -> Callable[[Row], Solution]:
        def solve(row: Row) -> Solution:
            run = run_of(row)
            if run is None:
                return self._solve_open(row)
            if run[0] > run[1] or run[0] == LAST:
                return NEVER
            days = (run,)
            return Solution(days, days)

        return solve

    def _several_runs(self, runs_of: tuple[KnownRun, ...]) -> Callable[[Row], Solution]:
        def solve(row: Row) -> Solution:
            runs: list[Run] = []
            for run_of in runs_of:
                run = run_of(row)
                if run is None:
                    return self._solve_open(row)
                add_run(runs, *run)
            days = union(runs)
            return ALWAYS if days == ALL else Solution(days, days)

        return solve

    def _solve_open(self, row: Row) -> Solution:
        return Solution(*self._open_windows.days(row))

    @property
    def _open_windows(self) -> "OpenWindows":
        """Made when the first row leaves something open."""
        if self._open is None:
            from jscredit.rules.open_windows import OpenWindows

            self._open = OpenWindows(self.windows, self.calendar)
        return self._open
