"""The whole timeline of an answer: runs of days with one verdict."""

import datetime as dt
from typing import NamedTuple

from jscredit.rules.intervals import LAST, ONE_DAY, Days, has
from jscredit.rules.verdict import NO, UNDETERMINED, YES, Verdict


class Span(NamedTuple):
    """A run of days with one answer; ``last`` is None where the run is open."""

    first: dt.date
    last: dt.date | None
    verdict: Verdict


def timeline(must: Days, may: Days, *, first: dt.date, last: dt.date | None) -> tuple[Span, ...]:
    """Every day from the first to the last as spans, each as long as its answer stays the same.

    Where it must hold it also may: so the answer changes at each end of a run, and nowhere else.
    """
    if must is may:
        return _timeline_of_known(must, first=first, last=last)
    end = last or LAST
    starts = {first}
    for run_first, run_last in (*must, *may):
        if first < run_first <= end:
            starts.add(run_first)
        if first <= run_last < end:
            starts.add(run_last + ONE_DAY)
    days = sorted(starts)
    ends = (*(day - ONE_DAY for day in days[1:]), last)
    return tuple(Span(day, run_end, _answer(must, may, day)) for day, run_end in zip(days, ends, strict=True))


def _timeline_of_known(days: Days, *, first: dt.date, last: dt.date | None) -> tuple[Span, ...]:
    """Every day from the first to the last as spans, where each is answered yes or no."""
    end = last or LAST
    spans = []
    for run_first, run_last in days:
        if run_last < first or run_first > end:
            continue
        if first < run_first:
            spans.append(Span(first, run_first - ONE_DAY, NO))
            first = run_first
        if run_last >= end:
            return (*spans, Span(first, last, YES))
        spans.append(Span(first, run_last, YES))
        first = run_last + ONE_DAY
    return (*spans, Span(first, last, NO))


def _answer(must: Days, may: Days, day: dt.date) -> Verdict:
    if has(must, day):
        return YES
    return UNDETERMINED if has(may, day) else NO
