"""A window on a row whose needed facts are known: its first and last day, straight from closures."""

from collections.abc import Callable

from jscredit.deadlines import WorkCalendar
from jscredit.rules.closures import Closure, Row
from jscredit.rules.compiled import compiled
from jscredit.rules.intervals import FIRST, LAST, Run, shifted
from jscredit.rules.windows import Bound, Guard, Window

KnownRun = Callable[[Row], Run | None]
NO_RUN: Run = (LAST, FIRST)


def known_run(window: Window, calendar: WorkCalendar) -> KnownRun:
    """The window's days as (first, last), backwards where there are none; None where a needed fact is unknown."""
    bounds = _bounds(window, calendar)
    if not window.guards:
        return bounds
    holds = _guards(window.guards, calendar)

    def run_of(row: Row) -> Run | None:
        held = holds(row)
        if held is None:
            return None
        return bounds(row) if held else NO_RUN

    return run_of


def _guards(guards: tuple[Guard, ...], calendar: WorkCalendar) -> Callable[[Row], bool | None]:
    tests = tuple((compiled(guard.test, calendar), guard.holds) for guard in guards)

    def hold(row: Row) -> bool | None:
        answer: bool | None = True
        for test, wanted in tests:
            value = test(row, FIRST)
            if value is None:
                answer = None
            elif value is not wanted:
                return False
        return answer

    return hold


def _bounds(window: Window, calendar: WorkCalendar) -> KnownRun:
    lowers, uppers = (tuple(_moved(bound, calendar) for bound in bounds) for bounds in (window.lowers, window.uppers))
    if len(lowers) <= 1 and len(uppers) <= 1:
        return _one_each(lowers[0] if lowers else _first, uppers[0] if uppers else _last)

    def run_of(row: Row) -> Run | None:
        firsts, lasts = [day(row, FIRST) for day in lowers], [day(row, FIRST) for day in uppers]
        if None in firsts or None in lasts:
            return None
        return (max(firsts, default=FIRST), min(lasts, default=LAST))

    return run_of


def _one_each(lower: Closure, upper: Closure) -> KnownRun:
    def run_of(row: Row) -> Run | None:
        first = lower(row, FIRST)
        last = None if first is None else upper(row, FIRST)
        return None if last is None else (first, last)

    return run_of


def _first(_row: Row, _on: object) -> object:
    return FIRST


def _last(_row: Row, _on: object) -> object:
    return LAST


def _moved(bound: Bound, calendar: WorkCalendar) -> Closure:
    day, shift = compiled(bound.day, calendar), bound.shift
    if not shift:
        return day

    def moved(row: Row, _on: object) -> object:
        value = day(row, FIRST)
        return None if value is None else shifted(value, shift)

    return moved
