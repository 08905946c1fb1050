import subprocess
import sys
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jscredit.deadlines import WorkCalendar, add_working_days_bulk, default_calendar
from jscredit.errors import CalendarNotAnnounced, InvalidInput, MissingExtra

UNTIL_2026 = WorkCalendar().as_known_on(date(2026, 1, 1))
ALL_DAYS = np.arange("2004-01-01", "2026-12-01", dtype="datetime64[D]")


@pytest.mark.parametrize("n", [1, 3, 5, 7, 10, 20])
def test_an_array_is_counted_as_its_days_are(n):
    found = add_working_days_bulk(ALL_DAYS, n, calendar=UNTIL_2026)
    assert found.dtype == ALL_DAYS.dtype
    assert found.tolist() == [UNTIL_2026.add(day, n) for day in ALL_DAYS.tolist()]


def test_many_blocks():
    many = np.tile(ALL_DAYS[::-1], 7)
    found = add_working_days_bulk(many, 10)
    assert (found == np.tile(add_working_days_bulk(ALL_DAYS, 10)[::-1], 7)).all()


@given(st.lists(st.dates(date(2004, 1, 1), date(2026, 10, 1)), max_size=20), st.integers(1, 40))
def test_any_days_are_counted_as_one_by_one(days, n):
    found = add_working_days_bulk(np.array(days, "datetime64[D]"), n)
    assert found.tolist() == [default_calendar().add(day, n) for day in days]


@pytest.mark.parametrize("shape", [(0,), (2, 3), (6,), (3, 0)])
def test_the_shape_is_kept(shape):
    starts = ALL_DAYS[: np.prod(shape)].reshape(shape)
    assert add_working_days_bulk(starts, 1).shape == shape


def test_strided_and_read_only_arrays():
    starts = ALL_DAYS[:100:7]
    starts.flags.writeable = False
    assert add_working_days_bulk(starts, 5).tolist() == [default_calendar().add(day, 5) for day in starts.tolist()]


def test_the_edge_of_the_known_years():
    last = UNTIL_2026.table.last_start(10)
    assert last == date(2026, 12, 17)
    edge = np.array([last, "2004-01-01"], "datetime64[D]")
    assert add_working_days_bulk(edge, 10, calendar=UNTIL_2026).tolist()[0] == date(2026, 12, 31)
    with pytest.raises(CalendarNotAnnounced) as caught:
        add_working_days_bulk(edge + 1, 10, calendar=UNTIL_2026)
    assert (caught.value.year, caught.value.last_start) == (2027, last)


@pytest.mark.parametrize("n", [10**6, 10**18])
def test_a_count_longer_than_the_calendar(n):
    with pytest.raises(CalendarNotAnnounced) as caught:
        add_working_days_bulk(ALL_DAYS, n, calendar=UNTIL_2026)
    assert caught.value.last_start is None


def test_a_day_before_the_calendar():
    with pytest.raises(CalendarNotAnnounced) as caught:
        add_working_days_bulk(np.array(["2026-01-01", "2003-12-31"], "datetime64[D]"), 1)
    error = caught.value
    assert (error.code, error.year, error.first_day) == ("calendar.before-first-day", 2003, date(2004, 1, 1))


def test_a_missing_day_is_refused_with_its_place():
    with pytest.raises(InvalidInput) as caught:
        add_working_days_bulk(np.array(["2026-01-01", "NaT", "NaT", "1990-01-01"], "datetime64[D]"), 1)
    assert (caught.value.code, caught.value.count, caught.value.first) == ("bulk.missing-day", 2, 1)


@pytest.mark.parametrize(
    "starts",
    [
        np.array(["2026-01-01"], "datetime64[ns]"),
        np.array([20260101]),
        np.array([date(2026, 1, 1)], dtype=object),
        [date(2026, 1, 1)],
        None,
    ],
)
def test_what_is_no_array_of_days_is_refused(starts):
    with pytest.raises(InvalidInput) as caught:
        add_working_days_bulk(starts, 1)
    assert caught.value.code == "bulk.not-days"


@pytest.mark.parametrize("n", [0, True, 1.0, np.int64(3)])
def test_what_is_no_count_is_refused(n):
    with pytest.raises(InvalidInput):
        add_working_days_bulk(ALL_DAYS, n)


def test_without_numpy_the_error_names_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "numpy", None)
    with pytest.raises(MissingExtra) as caught:
        add_working_days_bulk(ALL_DAYS, 1)
    assert (
        caught.value.text("en")
        == "[extra.missing] numpy is not installed; install it with: pip install 'jscredit[numpy]'"
    )


def run(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()  # noqa: S603


def test_heavy_libraries_are_loaded_when_first_needed():
    heavy = ("pydantic", "holidays", "numpy", "chinese_calendar", "dateutil")
    told = f"import sys; print(*[name for name in {heavy} if name in sys.modules])"
    assert run(f"import jscredit.deadlines; {told}") == []
    count = "from datetime import date; jscredit.deadlines.add_working_days(date(2026, 1, 5), 1)"
    assert run(f"import jscredit.deadlines; {count}; {told}") == ["chinese_calendar"]
