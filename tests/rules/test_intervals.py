import datetime as dt
import itertools

from hypothesis import given
from hypothesis import strategies as st

from jscredit.rules.intervals import ALL, FIRST, LAST, NONE, has, meet, run_from, shifted, union

BASE = dt.date(2024, 2, 25)
WEEKS = [BASE + dt.timedelta(n) for n in range(20)]
RUNS = st.lists(
    st.tuples(st.integers(0, 19), st.integers(0, 19)).map(lambda ends: (WEEKS[min(ends)], WEEKS[max(ends)])), max_size=5
)


def days_in(runs):
    return {day for day in WEEKS if any(first <= day <= last for first, last in runs)}


def is_tidy(days):
    return all(one[1] + dt.timedelta(1) < other[0] for one, other in itertools.pairwise(days))


@given(RUNS)
def test_union_is_the_same_days_in_tidy_runs(runs):
    joined = union(runs)
    assert days_in(joined) == days_in(runs)
    assert is_tidy(joined)


@given(RUNS, RUNS)
def test_meet_is_the_days_in_both(one, other):
    met = meet(union(one), union(other))
    assert days_in(met) == days_in(one) & days_in(other)
    assert is_tidy(met)


@given(RUNS, st.sampled_from(WEEKS))
def test_has_and_run_from(runs, day):
    days = union(runs)
    assert has(days, day) is (day in days_in(runs))
    later = sorted(each for each in days_in(runs) if each >= day)
    found = run_from(days, day)
    assert (found and found[0]) == (later[0] if later else None)
    if found:
        assert found[1] in days_in(runs)
        assert found[1] + dt.timedelta(1) not in days_in(runs)


@given(RUNS)
def test_all_and_none(runs):
    days = union(runs)
    assert meet(ALL, days) == days
    assert meet(days, ALL) == days
    assert meet(NONE, days) == NONE
    assert union([*days, (FIRST, LAST)]) == ALL


def test_a_shift_stays_within_the_days_there_are():
    assert shifted(BASE, 0) is BASE
    assert shifted(BASE, -1) == dt.date(2024, 2, 24)
    assert shifted(dt.date(2024, 2, 29), 1) == dt.date(2024, 3, 1)
    assert [shifted(day, move) for day in (FIRST, LAST) for move in (-1, 1)] == [FIRST, FIRST, LAST, LAST]
