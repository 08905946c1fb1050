"""A window on a row whose needed facts are known: its first and last day, straight from closures."""

import datetime as dt
from collections.abc import Callable

from jscredit.deadlines import WorkCalendar
from jscredit.rules.closures import Closure, Row
from jscredit.rules.compiled import compiled
from jscredit.rules.expressions import And, Not
from jscredit.rules.intervals import ENDS, FIRST, LAST, Run
from jscredit.rules.window import Bound, Window

KnownRun = Callable[[Row], Run | None]
NO_RUN: Run = (LAST, FIRST)


def known_run(window: Window, calendar: WorkCalendar) -> KnownRun:
    """The window's days as (first, last), backwards where there are none; None where a needed fact is unknown."""
    bounds = _bounds(window, calendar)
    if not window.guards:
        return bounds
    holds = compiled(And(tuple(guard.test if guard.holds else Not(guard.test) for guard in window.guards)), calendar)

    def run_of(row: Row) -> Run | None:
        held = holds(row, FIRST)
        if held is None:
            return None
        return bounds(row) if held else NO_RUN

    return run_of


def _bounds(window: Window, calendar: WorkCalendar) -> KnownRun:
    lowers, uppers = (tuple(_moved(bound, calendar) for bound in bounds) for bounds in (window.lowers, window.uppers))
    match lowers, uppers:
        case (lower,), ():
            return _run_from(lower)
        case (), (upper,):
            return _run_until(upper)
        case _:
            return _run_between(lowers, uppers)


def _run_from(lower: Closure) -> KnownRun:
    def run_of(row: Row) -> Run | None:
        first = lower(row, FIRST)
        return None if first is None else (first, LAST)

    return run_of


def _run_until(upper: Closure) -> KnownRun:
    def run_of(row: Row) -> Run | None:
        last = upper(row, FIRST)
        return None if last is None else (FIRST, last)

    return run_of


def _run_between(lowers: tuple[Closure, ...], uppers: tuple[Closure, ...]) -> KnownRun:
    def run_of(row: Row) -> Run | None:
        firsts, lasts = [day(row, FIRST) for day in lowers], [day(row, FIRST) for day in uppers]
        if None in firsts or None in lasts:
            return None
        return (max(firsts, default=FIRST), min(lasts, default=LAST))

    return run_of


def _moved(bound: Bound, calendar: WorkCalendar) -> Closure:
    day = compiled(bound.day, calendar)
    if not bound.shift:
        return day
    step = dt.timedelta(days=bound.shift)

    def moved(row: Row, _on: object) -> object:
        value = day(row, FIRST)
        # As `shifted` does: beyond the first and the last day there is none.
        return value if value is None or value in ENDS else value + step

    return moved
