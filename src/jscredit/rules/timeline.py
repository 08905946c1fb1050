"""The whole timeline of an answer: runs of days with one verdict."""

import datetime as dt
from dataclasses import dataclass

from jscredit.rules.intervals import LAST, Days, has, shifted
from jscredit.rules.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Span:
    """A run of days with one answer; ``last`` is None where the run is open."""

    first: dt.date
    last: dt.date | None
    verdict: Verdict


def timeline(must: Days, may: Days, *, first: dt.date, last: dt.date | None) -> tuple[Span, ...]:
    """Every day from the first to the last as spans, each as long as its answer stays the same."""
    end = last or LAST
    starts = {first}
    for run_first, run_last in (*must, *may):
        starts |= {day for day in (run_first, shifted(run_last, 1)) if first < day <= end and day != LAST}
    days = sorted(starts)
    answers = [_answer(must, may, day) for day in days]
    changes = [index for index, answer in enumerate(answers) if index == 0 or answer != answers[index - 1]]
    ends = [shifted(days[index], -1) for index in changes[1:]]
    return tuple(Span(days[index], stop, answers[index]) for index, stop in zip(changes, (*ends, last), strict=True))


def _answer(must: Days, may: Days, day: dt.date) -> Verdict:
    if has(must, day):
        return Verdict.YES
    return Verdict.UNDETERMINED if has(may, day) else Verdict.NO
