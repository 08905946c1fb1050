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
    """Every day from the first to the last as spans, each as long as its answer stays the same."""
    end = last or LAST
    starts = {first}
    for run_first, run_last in must if must is may else (*must, *may):
        if first < run_first <= end:
            starts.add(run_first)
        if first <= run_last < end:
            starts.add(run_last + ONE_DAY)
    days = sorted(starts)
    spans: list[Span] = []
    for day, following in zip(days, (*days[1:], None), strict=True):
        answer = _answer(must, may, day)
        run_end = last if following is None else following - ONE_DAY
        if spans and spans[-1].verdict is answer:
            spans[-1] = Span(spans[-1].first, run_end, answer)
        else:
            spans.append(Span(day, run_end, answer))
    return tuple(spans)


def _answer(must: Days, may: Days, day: dt.date) -> Verdict:
    if has(must, day):
        return Verdict.YES
    return Verdict.UNDETERMINED if has(may, day) else Verdict.NO
