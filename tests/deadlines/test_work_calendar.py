import pickle
import threading
from datetime import date, datetime, timedelta

import chinese_calendar
import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jscredit.deadlines import (
    WorkCalendar,
    add_working_days,
    default_calendar,
    is_working_day,
    table,
    working_days_between,
)
from jscredit.deadlines.table import build_table
from jscredit.errors import CalendarNotAnnounced, InvalidInput
from oracles.working_days import count, every_day, walk, works

# The edge of the known years as it was in 2026, whatever notices the installed library knows by now.
UNTIL_2026 = WorkCalendar().as_known_on(date(2026, 1, 1))
COUNTS = (1, 3, 5, 7, 10, 20)
known_days = st.dates(date(2004, 1, 1), date(2026, 12, 31))


class OwnDate(date):
    pass


@pytest.mark.parametrize(
    ("start", "n", "due"),
    [
        (date(2026, 9, 18), 10, date(2026, 10, 9)),
        (date(2026, 9, 19), 5, date(2026, 9, 24)),
        (date(2026, 2, 13), 3, date(2026, 2, 25)),
        (date(2025, 9, 26), 10, date(2025, 10, 16)),
        (date(2020, 1, 20), 10, date(2020, 2, 11)),
        (date(2015, 8, 28), 5, date(2015, 9, 7)),
    ],
)
def test_golden_cases(start, n, due):
    assert add_working_days(start, n) == due
    assert default_calendar().add(start, n) == due
    assert walk(start, n) == due


def test_a_calendar_made_anew_agrees_with_a_walk():
    calendar = WorkCalendar(known_on=date(2026, 1, 1))
    starts = every_day(date(2004, 1, 1), date(2026, 12, 1))
    assert [start for start in starts if calendar.add(start, 5) != walk(start, 5)] == []
    assert [start for start in starts if calendar.is_working_day(start) != works(start)] == []


@pytest.mark.parametrize("n", COUNTS)
def test_every_start_agrees_with_a_walk(n):
    starts = every_day(date(2007, 1, 1), date(2026, 12, 1))
    assert len(starts) == 7275
    assert [start for start in starts if add_working_days(start, n) != walk(start, n)] == []


def test_every_day_agrees_with_holidays():
    days = every_day(date(2004, 1, 1), date(2026, 12, 31))
    assert [day for day in days if is_working_day(day) != works(day)] == []


def test_the_one_day_that_chinesecalendar_has_wrong():
    days = every_day(date(2004, 1, 1), date(2026, 12, 31))
    wrong = [day for day in days if is_working_day(day) != chinese_calendar.is_workday(day)]
    assert wrong == [date(2005, 12, 31)]
    assert is_working_day(date(2005, 12, 31))


def test_find_workday_is_off_by_one_from_a_day_off():
    starts = every_day(date(2007, 1, 1), date(2026, 12, 1))
    wrong = {day for day in starts if chinese_calendar.find_workday(1, day) != add_working_days(day, 1)}
    assert wrong == {day for day in starts if not is_working_day(day)}


def test_holidays_forecasts_a_year_without_notice_and_does_not_say_so():
    forecast = holidays.country_holidays("CN", years=2040)
    assert date(2040, 10, 1) in forecast
    with pytest.raises(CalendarNotAnnounced):
        is_working_day(date(2040, 10, 1))


@pytest.mark.parametrize("day", [date(2024, 3, 8), date(2022, 5, 5), date(2023, 6, 1), date(2023, 8, 1)])
def test_half_day_holidays_are_no_days_off(day):
    assert is_working_day(day)


@given(known_days, known_days)
def test_between_counts_what_a_walk_counts(one, other):
    after, through = sorted((one, other))
    # The walk over decades takes long, so only its last month is walked.
    near = max(after, through - timedelta(30))
    expected = count(near, through)
    found = working_days_between(after=after, through=through) - working_days_between(after=after, through=near)
    assert found == expected


@given(st.dates(date(2004, 1, 1), date(2025, 12, 31)), st.integers(1, 200))
def test_add_and_between_are_each_others_inverse(start, n):
    due = UNTIL_2026.add(start, n)
    assert is_working_day(due)
    assert working_days_between(after=start, through=due) == n
    assert working_days_between(after=start, through=due - timedelta(1)) == n - 1


@given(st.dates(date(2004, 1, 1), date(2025, 12, 30)), st.integers(1, 100), st.integers(1, 100))
def test_periods_add_up_and_never_run_backwards(start, n, more):
    assert UNTIL_2026.add(UNTIL_2026.add(start, n), more) == UNTIL_2026.add(start, n + more)
    assert UNTIL_2026.add(start, n) <= UNTIL_2026.add(start + timedelta(1), n)


def test_between_the_same_day_is_nothing():
    assert working_days_between(after=date(2026, 9, 18), through=date(2026, 9, 18)) == 0


def test_between_needs_its_days_in_order():
    with pytest.raises(InvalidInput) as caught:
        working_days_between(after=date(2026, 9, 18), through=date(2026, 9, 17))
    assert caught.value.code == "days.reversed"


@pytest.mark.parametrize("n", [*COUNTS, 100, 5731])
def test_the_last_start_is_the_last_that_works(n):
    with pytest.raises(CalendarNotAnnounced) as caught:
        UNTIL_2026.add(date(2026, 12, 31), n)
    error = caught.value
    assert (error.code, error.year) == ("calendar.not-announced", 2027)
    assert UNTIL_2026.add(error.last_start, n) == date(2026, 12, 31)
    with pytest.raises(CalendarNotAnnounced):
        UNTIL_2026.add(error.last_start + timedelta(1), n)
    for lang, year in (("zh", "2027年"), ("en", "2027")):
        assert year in error.text(lang)
        assert str(error.last_start) in error.text(lang)
        assert "provisional=True" in error.text(lang)


def test_the_edge_of_the_known_years():
    assert UNTIL_2026.covered_from == date(2004, 1, 1)
    assert UNTIL_2026.covered_through == date(2026, 12, 31)
    assert UNTIL_2026.add(date(2026, 12, 30), 1) == date(2026, 12, 31)
    assert UNTIL_2026.add(date(2026, 12, 17), 10) == walk(date(2026, 12, 17), 10) == date(2026, 12, 31)
    assert walk(date(2026, 12, 18), 10) is None
    with pytest.raises(CalendarNotAnnounced) as caught:
        UNTIL_2026.add(date(2026, 12, 18), 10)
    assert caught.value.last_start == date(2026, 12, 17)


@pytest.mark.parametrize("n", [10**6, 10**30])
def test_a_count_longer_than_the_calendar_has_no_last_start(n):
    with pytest.raises(CalendarNotAnnounced) as caught:
        UNTIL_2026.add(date(2026, 1, 1), n)
    assert caught.value.last_start is None


def test_a_count_as_long_as_the_calendar_starts_on_a_day_off():
    # 2004-01-01 is a day off, so all the calendar's working days come after it.
    every = UNTIL_2026.between(after=date(2004, 1, 1), through=date(2026, 12, 31))
    assert UNTIL_2026.add(date(2004, 1, 1), every) == date(2026, 12, 31)
    with pytest.raises(CalendarNotAnnounced) as caught:
        UNTIL_2026.add(date(2004, 1, 2), every)
    assert caught.value.last_start == date(2004, 1, 1)
    with pytest.raises(CalendarNotAnnounced) as caught:
        UNTIL_2026.add(date(2004, 1, 1), every + 1)
    assert caught.value.last_start is None


def test_a_count_that_no_day_of_the_calendar_can_start():
    worked = WorkCalendar().with_notice(
        2004, days_off=[date(2004, 1, 22)], working_weekends=[date(2004, 2, 1)], source="a drill"
    )
    # Now 2004-01-01 is a working day, and a count of all days would have to start before it.
    every = worked.between(after=date(2004, 1, 1), through=worked.covered_through) + 1
    with pytest.raises(CalendarNotAnnounced) as caught:
        worked.add(date(2004, 1, 1), every)
    assert caught.value.last_start is None


@pytest.mark.parametrize("ask", ["add", "bound", "is", "between"])
def test_before_the_calendar(ask):
    day = date(2003, 12, 31)
    calls = {
        "add": lambda: UNTIL_2026.add(day, 1),
        "bound": lambda: UNTIL_2026.add_or_bound(day, 1),
        "is": lambda: UNTIL_2026.is_working_day(day),
        "between": lambda: UNTIL_2026.between(after=day, through=date(2004, 1, 5)),
    }
    with pytest.raises(CalendarNotAnnounced) as caught:
        calls[ask]()
    error = caught.value
    assert (error.code, error.year, error.first_day) == ("calendar.before-first-day", 2003, date(2004, 1, 1))


@pytest.mark.parametrize("ask", ["add", "is", "between"])
def test_after_the_calendar(ask):
    day = date(2027, 1, 1)
    calls = {
        "add": lambda: UNTIL_2026.add(day, 1),
        "is": lambda: UNTIL_2026.is_working_day(day),
        "between": lambda: UNTIL_2026.between(after=date(2026, 1, 1), through=day),
    }
    with pytest.raises(CalendarNotAnnounced) as caught:
        calls[ask]()
    assert (caught.value.code, caught.value.year) == ("calendar.not-announced", 2027)


def test_a_day_without_a_notice_has_no_last_start():
    with pytest.raises(CalendarNotAnnounced) as caught:
        UNTIL_2026.is_working_day(date(2028, 2, 1))
    assert caught.value.year == 2028
    assert caught.value.last_start is None


@pytest.mark.parametrize(
    ("start", "n", "bound"),
    [
        (date(2026, 12, 30), 1, (date(2026, 12, 31), None)),
        (date(2026, 12, 31), 1, (date(2027, 1, 1), 2027)),
        (date(2026, 12, 20), 20, (date(2027, 1, 1), 2027)),
        (date(2026, 12, 20), 10**30, (date(2027, 1, 1), 2027)),
        (date(2027, 1, 1), 1, (date(2027, 1, 2), 2027)),
        (date(2030, 5, 1), 1, (date(2030, 5, 2), 2027)),
        (date.max, 1, (date.max, 2027)),
    ],
)
def test_a_sum_or_a_day_that_it_does_not_come_before(start, n, bound):
    assert UNTIL_2026.add_or_bound(start, n) == bound


@given(known_days, st.integers(1, 6000))
def test_the_bound_is_the_sum_wherever_there_is_one(start, n):
    day, year = UNTIL_2026.add_or_bound(start, n)
    if year is None:
        assert day == UNTIL_2026.add(start, n)
        return
    assert (day, year) == (date(2027, 1, 1), 2027)
    with pytest.raises(CalendarNotAnnounced):
        UNTIL_2026.add(start, n)


@pytest.mark.parametrize("start", [datetime(2026, 9, 18), "2026-09-18", None, [1]])  # noqa: DTZ001
@pytest.mark.parametrize("ask", ["add", "bound", "is", "after", "through"])
def test_what_is_no_day_is_refused(start, ask):
    calls = {
        "add": lambda: add_working_days(start, 1),
        "bound": lambda: UNTIL_2026.add_or_bound(start, 1),
        "is": lambda: is_working_day(start),
        "after": lambda: working_days_between(after=start, through=date(2026, 9, 18)),
        "through": lambda: working_days_between(after=date(2026, 9, 18), through=start),
    }
    with pytest.raises(InvalidInput) as caught:
        calls[ask]()
    assert caught.value.code == ("day.is-datetime" if isinstance(start, datetime) else "day.not-a-date")
    assert caught.value.faults[0].field == {"add": "start", "bound": "start", "is": "day"}.get(ask, ask)


@pytest.mark.parametrize(
    ("n", "code"),
    [
        (0, "count.not-positive"),
        (-1, "count.not-positive"),
        (True, "count.not-an-integer"),
        (1.5, "count.not-an-integer"),
    ],
)
def test_what_is_no_count_is_refused(n, code):
    for call in (add_working_days, UNTIL_2026.add_or_bound):
        with pytest.raises(InvalidInput) as caught:
            call(date(2026, 9, 18), n)
        assert caught.value.code == code


def test_a_subclass_of_date_is_a_day():
    assert add_working_days(OwnDate(2026, 9, 18), 10) == date(2026, 10, 9)
    assert is_working_day(OwnDate(2026, 9, 18))


def test_calendars_are_values():
    one, other = WorkCalendar(), WorkCalendar()
    assert one == other == default_calendar()
    assert hash(one) == hash(other)
    assert one != UNTIL_2026
    assert default_calendar() is default_calendar()
    assert "Table" not in repr(default_calendar())
    with pytest.raises(AttributeError):
        one.known_on = date(2026, 1, 1)


def test_the_edition_names_library_version_and_day():
    plain = f"chinesecalendar {chinese_calendar.__version__}"
    assert default_calendar().edition == plain
    assert UNTIL_2026.edition == f"{plain}, as known on 2026-01-01"


def test_a_pickle_is_small_and_gives_an_equal_calendar():
    calendar = UNTIL_2026.with_closures([date(2026, 9, 21)], source="flood").provisional(through=2028)
    assert calendar.is_working_day(date(2026, 9, 22))
    stored = pickle.dumps(calendar)
    assert len(stored) < 500
    loaded = pickle.loads(stored)  # noqa: S301
    assert loaded == calendar
    assert loaded.edition == calendar.edition
    assert loaded.add(date(2026, 9, 18), 1) == date(2026, 9, 20)
    assert loaded.add(date(2026, 9, 20), 1) == date(2026, 9, 22)


def test_many_threads_may_be_the_first_to_ask(monkeypatch):
    starts = every_day(date(2026, 1, 1), date(2026, 11, 1))
    expected = [walk(start, 10) for start in starts]
    built = []
    monkeypatch.setattr(table, "build_table", lambda rules: built.append(rules) or build_table(rules))
    for round_ in range(1, 11):
        calendar, gate, found = WorkCalendar(), threading.Barrier(16), []

        def ask(calendar=calendar, gate=gate, found=found):
            gate.wait()
            found.append([calendar.add(start, 10) for start in starts])

        threads = [threading.Thread(target=ask) for _ in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert found == [expected] * 16
        assert len(built) == round_
