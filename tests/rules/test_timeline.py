import datetime as dt
import itertools

from hypothesis import given
from hypothesis import strategies as st

from jscredit.rules import Span, Verdict
from jscredit.rules.intervals import ALL, LAST, NONE, union
from jscredit.rules.timeline import timeline

DAY = dt.timedelta(1)
FIRST = dt.date(2018, 1, 29)
DAYS = [FIRST + n * DAY for n in range(-5, 25)]
RUNS = st.lists(
    st.tuples(st.sampled_from(DAYS), st.sampled_from([*DAYS, LAST])).filter(lambda run: run[0] <= run[1]), max_size=4
)


def answer(must, may, day):
    if any(first <= day <= last for first, last in must):
        return Verdict.YES
    return Verdict.UNDETERMINED if any(first <= day <= last for first, last in may) else Verdict.NO


@given(RUNS, RUNS, st.one_of(st.none(), st.sampled_from([day for day in DAYS if day >= FIRST])))
def test_each_day_of_the_regime_once_and_each_span_as_long_as_its_answer(must, extra, last):
    must, may = union(must), union([*must, *extra])
    spans = timeline(must, may, first=FIRST, last=last)
    assert spans[0].first == FIRST
    assert spans[-1].last == last
    for span, following in itertools.pairwise(spans):
        assert span.last + DAY == following.first
        assert span.verdict is not following.verdict
    for span in spans:
        end = span.last or max(DAYS) + 3 * DAY
        day = span.first
        while day <= end:
            assert answer(must, may, day) is span.verdict
            day += DAY


def test_the_plain_ones():
    assert timeline(ALL, ALL, first=FIRST, last=None) == (Span(FIRST, None, Verdict.YES),)
    assert timeline(NONE, NONE, first=FIRST, last=FIRST) == (Span(FIRST, FIRST, Verdict.NO),)
    assert timeline(NONE, ALL, first=FIRST, last=None) == (Span(FIRST, None, Verdict.UNDETERMINED),)


def test_a_run_that_touches_the_edges():
    run = ((FIRST, FIRST + DAY),)
    assert timeline(run, run, first=FIRST, last=FIRST + DAY) == (Span(FIRST, FIRST + DAY, Verdict.YES),)
    before = ((FIRST - DAY, FIRST - DAY),)
    assert timeline(before, before, first=FIRST, last=None) == (Span(FIRST, None, Verdict.NO),)
