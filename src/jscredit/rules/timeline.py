"""The whole timeline of an answer: runs of days with one verdict."""

import datetime as dt
from typing import NamedTuple

from jscredit.rules.intervals import LAST, ONE_DAY, Days, has
from jscredit.rules.verdict import Verdict


class Span(NamedTuple):
    """A run of days with one answer; ``last`` is None where the run is open."""

    first: dt.date
    last: dt.date | None
    verdict: Verdict


def timeline(must: Days, may: Days, *, first: dt.date, last: dt.date | None) -> tuple[Span, ...]:
    """Every day from the first to the last as spans, each as long as its answer stays the same.

    Where it must hold it also may: so the answer changes at each end of a run, and nowhere else.
    """
    end = last or LAST
    starts = {first}
    for run_first, run_last in must if must is may else (*must, *may):
        if first < run_first <= end:
            starts.add(run_first)
        if first <= run_last < end:
            starts.add(run_last + ONE_DAY)
    days = sorted(starts)
    ends = (*(day - ONE_DAY for day in days[1:]), last)
    return tuple(Span(day, run_end, _answer(must, may, day)) for day, run_end in zip(days, ends, strict=True))


def _answer(must: Days, may: Days, day: dt.date) -> Verdict:
    if has(must, day):
        return Verdict.YES
    return Verdict.UNDETERMINED if has(may, day) else Verdict.NO
