"""The fast path: a rule's answer on a day straight from closures over the row, and the conditions behind it.

Row and day are trusted: the row names every fact of the rule, each of its type or None for unknown, and the regime is
in force on the day.
"""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from jscredit.deadlines import WorkCalendar
from jscredit.rules.closures import Row, values_of
from jscredit.rules.compiled import compiled
from jscredit.rules.expressions import And
from jscredit.rules.facts import Fact
from jscredit.rules.simplify import simplified
from jscredit.rules.solution import Solver
from jscredit.rules.verdict import NO, UNDETERMINED, YES, Verdict

if TYPE_CHECKING:
    from jscredit.rules.rule import Condition

QuickVerdict = Callable[[Row, dt.date], Verdict]
Reasons = tuple[Verdict, tuple["Condition", ...]]
QuickReasons = Callable[[Row, dt.date], Reasons]


def quick_verdict(solvers: tuple[Solver, ...], calendar: WorkCalendar) -> QuickVerdict:
    """The answer alone: the parts of all conditions together, bare facts first, in one look-up."""
    every_part = simplified(And(tuple(solver.test for solver in solvers)))
    parts = every_part.args if isinstance(every_part, And) else (every_part,)
    names = tuple(dict.fromkeys(part.name for part in parts if isinstance(part, Fact)))
    facts, every_yes = values_of(names), (True,) * len(names)
    tests = tuple(compiled(part, calendar) for part in parts if not isinstance(part, Fact))

    def verdict(row: Row, on: dt.date) -> Verdict:
        is_open = False
        known = facts(row)
        if known != every_yes:
            if False in known:
                return NO
            is_open = True
        for test in tests:
            value = test(row, on)
            if value is not True:
                if value is False:
                    return NO
                is_open = True
        return _together(solvers, row, on) if is_open else YES

    return verdict


def _together(solvers: tuple[Solver, ...], row: Row, on: dt.date) -> Verdict:
    """The answer where the parts left something open: each condition is asked for itself."""
    is_open = False
    for solver in solvers:
        said = solver.answer(row, on)
        if said is NO:
            return NO
        is_open = is_open or said is UNDETERMINED
    return UNDETERMINED if is_open else YES


def quick_reasons(
    solvers: tuple[Solver, ...], conditions: tuple["Condition", ...], otherwise: QuickReasons
) -> QuickReasons:
    """The answer with the conditions that it rests on; ``otherwise`` says it where a closure leaves one open."""
    tests = tuple(solver.test for solver in solvers)
    stated_places = tuple(place for place, test in enumerate(tests) if isinstance(test, Fact))
    stated = values_of(tuple(test.name for test in tests if isinstance(test, Fact)))
    every_yes = (True,) * len(stated_places)
    worked_out = tuple((place, solvers[place].quick) for place in range(len(tests)) if place not in stated_places)

    def reasons(row: Row, on: dt.date) -> Reasons:
        failed = []
        for place, test in worked_out:
            value = test(row, on)
            if value is not True:
                if value is None:
                    return otherwise(row, on)
                failed.append(place)
        known = stated(row)
        if known != every_yes:
            if None in known:
                return otherwise(row, on)
            failed += [place for place, value in zip(stated_places, known, strict=True) if not value]
            failed.sort()
        return (NO, tuple([conditions[place] for place in failed])) if failed else (YES, conditions)

    return reasons
