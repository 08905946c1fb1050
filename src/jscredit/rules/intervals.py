"""Sets of days, as ordered runs (first, last) that neither touch nor overlap."""

import datetime as dt
from collections.abc import Iterable

Run = tuple[dt.date, dt.date]
Days = tuple[Run, ...]

FIRST, LAST = dt.date.min, dt.date.max
ENDS = (FIRST, LAST)
ALL: Days = ((FIRST, LAST),)
NONE: Days = ()
ONE_DAY = dt.timedelta(days=1)


def shifted(day: dt.date, days: int) -> dt.date:
    """The day moved, but never beyond the first or the last day there is."""
    if not days or day in ENDS:
        return day
    return day + dt.timedelta(days=days)


def add_run(runs: list[Run], first: dt.date, last: dt.date) -> None:
    """Put a run to others, if it has a day."""
    # A first day that is the last there is stands for a day that may never come.
    if first <= last and first != LAST:
        runs.append((first, last))


def union(runs: Iterable[Run]) -> Days:
    """All the days of the runs; runs that touch become one.

    >>> a, b, c = (dt.date(2026, 1, day) for day in (1, 2, 3))
    >>> union([(b, c), (a, a)]) == ((a, c),)
    True
    """
    merged: list[Run] = []
    for first, last in sorted(runs):
        if merged and first <= shifted(merged[-1][1], 1):
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return tuple(merged)


def meet(one: Days, other: Days) -> Days:
    """The days that are in both."""
    if one is ALL:
        return other
    if other is ALL:
        return one
    if len(one) == len(other) == 1:
        ((first, last),), ((low, high),) = one, other
        start, end = max(first, low), min(last, high)
        return ((start, end),) if start <= end else NONE
    common = []
    for first, last in one:
        for low, high in other:
            start, end = max(first, low), min(last, high)
            if start <= end:
                common.append((start, end))
    return tuple(common)


def has(days: Days, day: dt.date) -> bool:
    """Whether the day is one of them."""
    for first, last in days:  # noqa: SIM110 - a generator costs more than the whole loop
        if first <= day <= last:
            return True
    return False


def run_from(days: Days, day: dt.date) -> Run | None:
    """The first run that reaches the day or lies after it, cut so that it begins on the day or later."""
    for first, last in days:
        if last >= day:
            return (max(first, day), last)
    return None
