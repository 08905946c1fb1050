"""The windows of a condition on a row that leaves something open: where it must and may hold, and what is missing."""

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from jscredit.deadlines import WorkCalendar
from jscredit.rules.closures import Row, values_of
from jscredit.rules.compiled import compiled
from jscredit.rules.intervals import FIRST, LAST, Days, Run, add_run, shifted, union
from jscredit.rules.ranges import Case, Span
from jscredit.rules.rows import facts_in
from jscredit.rules.window import Bound, Guard, Window, picture

T = TypeVar("T", Guard, Bound)


class _Places(NamedTuple):
    """A window; its guards and bounds are told by their places in the lists of all."""

    guards: frozenset[int]
    lowers: frozenset[int]
    uppers: frozenset[int]


# So many answers of a condition are kept. Rows of one sheet differ in days and grades, and say the rest alike.
KEPT = 1024


class OpenWindows:
    """The windows of a condition. A guard or a bound that several of them share is worked out once for each row.

    An answer is kept for the next row that says the same of the facts in the condition: other readings, other rules
    and other rows ask the same again.
    """

    __slots__ = ("_days", "_missing", "_names", "_values", "bounds", "calendar", "guards", "windows")

    def __init__(self, windows: tuple[Window, ...], calendar: WorkCalendar) -> None:
        guards = _numbered(guard for window in windows for guard in window.guards)
        bounds = _numbered(bound for window in windows for bound in (*window.lowers, *window.uppers))
        self.calendar = calendar
        self.guards = tuple((guard, compiled(guard.test, calendar)) for _, guard in guards.values())
        self.bounds = tuple((bound, compiled(bound.day, calendar)) for _, bound in bounds.values())
        facts = facts_in(*(guard.test for guard, _ in self.guards), *(bound.day for bound, _ in self.bounds))
        self._names = tuple(fact.name for fact in facts)
        self._values = values_of(self._names)
        self._days = lru_cache(KEPT)(self._days_of)
        self._missing = lru_cache(KEPT)(self._missing_of)
        self.windows = tuple(
            _Places(_places(window.guards, guards), _places(window.lowers, bounds), _places(window.uppers, bounds))
            for window in windows
        )

    def days(self, row: Row) -> tuple[Days, Days]:
        """The days on which the condition must hold for this row, and those on which it may."""
        return self._days(self._values(row))

    def missing(self, row: Row, on: dt.date) -> frozenset[str]:
        """The unknown facts, terms and calendar years in the parts that are undetermined on the day."""
        return self._missing(self._values(row), on)

    def _asked(self, values: tuple[Any, ...]) -> "_Asked":
        return _Asked(self, dict(zip(self._names, values, strict=True)))

    def _days_of(self, values: tuple[Any, ...]) -> tuple[Days, Days]:
        asked = self._asked(values)
        must: list[Run] = []
        may: list[Run] = []
        for window in self.windows:
            held = asked.held(window)
            if held is False:
                continue
            lows = [asked.spans[place] for place in window.lowers]
            highs = [asked.spans[place] for place in window.uppers]
            add_run(
                may, max((low.low for low in lows), default=FIRST), min((high.high for high in highs), default=LAST)
            )
            if held:
                add_run(
                    must,
                    max((low.high for low in lows), default=FIRST),
                    min((high.low for high in highs), default=LAST),
                )
        return union(must), union(may)

    def _missing_of(self, values: tuple[Any, ...], on: dt.date) -> frozenset[str]:
        asked = self._asked(values)
        reached: list[_Places] = []
        for window in sorted(self.windows, key=lambda one: len(one.lowers) + len(one.uppers)):
            # What a wider window leaves open anyway does not hang on a narrower one.
            if asked.on_may_lie_in(window, on) and not any(asked.covers(wider, window) for wider in reached):
                reached.append(window)
        return frozenset().union(*(asked.missing(window, on) for window in reached))


class _Asked:
    """The windows on one row: whether each guard holds, and between which days each bound lies."""

    __slots__ = ("case", "guards", "spans", "whole")

    def __init__(self, whole: OpenWindows, row: Row) -> None:
        self.whole = whole
        self.case = Case(row, whole.calendar)
        self.guards = [self._held(guard, test(row, FIRST)) for guard, test in whole.guards]
        self.spans = [self._span(bound, day(row, FIRST)) for bound, day in whole.bounds]

    def _held(self, guard: Guard, value: bool | None) -> bool | None:
        if value is None:
            value = self.case.holds(guard.test)
        return None if value is None else value is guard.holds

    def _span(self, bound: Bound, day: dt.date | None) -> Span:
        low, high = (day, day) if day is not None else self.case.span(bound.day)
        return Span(shifted(low, bound.shift), shifted(high, bound.shift))

    def held(self, window: _Places) -> bool | None:
        """Whether every guard of a window holds."""
        answers = [self.guards[place] for place in window.guards]
        return False if False in answers else None if None in answers else True

    def on_may_lie_in(self, window: _Places, on: dt.date) -> bool:
        """Whether the day may lie in a window, for all that is known."""
        return (
            self.held(window) is not False
            and all(self.spans[place].low <= on for place in window.lowers)
            and all(on <= self.spans[place].high for place in window.uppers)
        )

    def covers(self, wide: _Places, narrow: _Places) -> bool:
        """Whether each day of one window surely lies in the other, whatever the unknown facts are."""
        return (
            wide.lowers <= narrow.lowers
            and wide.uppers <= narrow.uppers
            and all(self.guards[place] or place in narrow.guards for place in wide.guards)
        )

    def missing(self, window: _Places, on: dt.date) -> frozenset[str]:
        """What is unknown in the open parts of a window."""
        guards, bounds = self.whole.guards, self.whole.bounds
        parts = [guards[place][0].test for place in window.guards if self.guards[place] is None]
        parts += [bounds[place][0].day for place in window.lowers if on < self.spans[place].high]
        parts += [bounds[place][0].day for place in window.uppers if on > self.spans[place].low]
        return frozenset().union(*map(self.case.missing, parts))


def _numbered(parts: Iterable[T]) -> dict[object, tuple[int, T]]:
    found: dict[object, tuple[int, T]] = {}
    for part in parts:
        found.setdefault(picture(part), (len(found), part))
    return found


def _places(parts: tuple[T, ...], numbered: dict[object, tuple[int, T]]) -> frozenset[int]:
    return frozenset(numbered[picture(part)][0] for part in parts)
