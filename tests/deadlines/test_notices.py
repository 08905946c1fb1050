from datetime import date, datetime, timedelta

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jscredit.deadlines import WorkCalendar, deadline, is_working_day
from jscredit.deadlines.history import PUBLISHED, festival, first_day_of_notice, notice_year
from jscredit.deadlines.periods import WorkingDays
from jscredit.errors import CalendarNotAnnounced, InvalidInput

UNTIL_2026 = WorkCalendar().as_known_on(date(2026, 1, 1))
# Invented: the notice for 2027 is not out.
OFF_2027 = [date(2026, 12, 31), date(2027, 1, 1), date(2027, 2, 8)]
WORKED_2027 = [date(2026, 12, 27), date(2027, 1, 9)]


def own_2027():
    return UNTIL_2026.with_notice(2027, days_off=OFF_2027, working_weekends=WORKED_2027, source="通知〔2026〕1号")


def test_an_own_notice_extends_the_calendar():
    own = own_2027()
    assert own.covered_through == date(2027, 12, 31)
    assert [day for day in OFF_2027 if own.is_working_day(day)] == []
    assert all(own.is_working_day(day) for day in WORKED_2027)
    assert not own.is_working_day(date(2027, 1, 10))
    assert own.is_working_day(date(2027, 1, 8))
    # Fri 25, Sun 27 (worked), Mon 28, Tue 29, Wed 30; Thu 31 and Fri 1 are off; Mon 4.
    assert own.add(date(2026, 12, 24), 6) == date(2027, 1, 4)
    assert own.edition == f"{UNTIL_2026.edition}; 2027: 通知〔2026〕1号"
    assert own != UNTIL_2026
    assert own == own_2027()
    assert hash(own) == hash(own_2027())


def test_the_order_and_form_of_the_listed_days_do_not_matter():
    other = UNTIL_2026.with_notice(
        2027, days_off=reversed(OFF_2027 * 2), working_weekends=set(WORKED_2027), source="通知〔2026〕1号"
    )
    assert other == own_2027()


def test_a_notice_of_ones_own_replaces_the_one_known():
    own = WorkCalendar.from_notice(
        2026, days_off=[date(2026, 1, 1)], working_weekends=[date(2026, 10, 11)], source="a drill"
    )
    assert own.is_working_day(date(2026, 10, 1))
    assert own.is_working_day(date(2026, 10, 11))
    assert not own.is_working_day(date(2026, 10, 10))
    assert not own.is_working_day(date(2025, 10, 1))
    assert own.covered_through >= date(2026, 12, 31)


def test_replacing_a_notice_leaves_the_neighbours_alone():
    own = WorkCalendar().with_notice(2018, days_off=[date(2018, 1, 1)], source="a drill")
    # These belong to the notice for 2019, and the New Year of 2018 to its own.
    assert own.is_working_day(date(2018, 12, 29))
    assert not own.is_working_day(date(2018, 12, 31))
    assert own.is_working_day(date(2018, 10, 1))
    replaced = WorkCalendar().with_notice(2019, days_off=[date(2019, 1, 1)], source="a drill")
    assert not replaced.is_working_day(date(2018, 12, 29))
    assert replaced.is_working_day(date(2018, 12, 31))
    assert not replaced.is_working_day(date(2018, 10, 1))


def test_a_second_notice_for_a_year_takes_the_place_of_the_first():
    again = own_2027().with_notice(2027, days_off=[date(2027, 1, 1)], source="second")
    assert again.is_working_day(date(2026, 12, 31))
    assert again.edition == f"{UNTIL_2026.edition}; 2027: second"


def test_notices_are_given_in_order():
    with pytest.raises(InvalidInput) as caught:
        UNTIL_2026.with_notice(2028, days_off=[date(2028, 1, 1)], source="x")
    assert (caught.value.code, caught.value.year, caught.value.next_year) == ("notice.gap", 2028, 2027)
    both = own_2027().with_notice(2028, days_off=[date(2028, 1, 3)], source="x")
    assert both.covered_through == date(2028, 12, 31)
    with pytest.raises(InvalidInput):
        WorkCalendar().with_notice(2003, days_off=[date(2003, 1, 1)], source="x")


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"days_off": []}, ["notice.empty"]),
        ({"days_off": [date(2027, 1, 1), date(2026, 12, 24)]}, ["notice.other-year"]),
        ({"days_off": [date(2028, 1, 1)]}, ["notice.other-year"]),
        ({"working_weekends": [date(2028, 1, 2)]}, ["notice.other-year"]),
        ({"working_weekends": [date(2027, 1, 4)]}, ["notice.not-a-weekend"]),
        ({"days_off": [date(2027, 1, 2)], "working_weekends": [date(2027, 1, 2)]}, ["notice.both"]),
        (
            {"days_off": [], "working_weekends": [date(2028, 1, 3)]},
            ["notice.empty", "notice.other-year", "notice.not-a-weekend"],
        ),
        ({"year": 0}, ["count.not-positive"]),
        ({"year": "2027"}, ["count.not-an-integer"]),
        ({"source": " "}, ["source.missing"]),
        ({"days_off": date(2027, 1, 1)}, ["days.not-a-collection"]),
        ({"days_off": "2027-01-01"}, ["days.not-a-collection"]),
        ({"days_off": [datetime(2027, 1, 1)]}, ["day.is-datetime"]),  # noqa: DTZ001
        ({"working_weekends": [None]}, ["day.not-a-date"]),
    ],
)
def test_a_notice_with_faults_is_refused_with_all_of_them(changes, codes):
    given_notice = {"year": 2027, "days_off": [date(2027, 1, 1)], "working_weekends": [], "source": "x"} | changes
    with pytest.raises(InvalidInput) as caught:
        UNTIL_2026.with_notice(given_notice.pop("year"), **given_notice)
    assert [fault.code for fault in caught.value.faults] == codes


def test_the_faults_of_a_notice_count_and_name_their_field():
    with pytest.raises(InvalidInput) as caught:
        UNTIL_2026.with_notice(
            2027,
            days_off=[date(2028, 1, 1), date(2028, 1, 2), date(2027, 1, 3)],
            working_weekends=[date(2027, 1, 3), date(2027, 1, 4)],
            source="x",
        )
    told = [(fault.code, fault.field, dict(fault.data)) for fault in caught.value.faults]
    assert told == [
        ("notice.other-year", "days_off", {"year": 2027, "count": 2}),
        ("notice.not-a-weekend", "working_weekends", {"count": 1}),
        ("notice.both", "working_weekends", {"count": 1}),
    ]


def test_closures_are_days_off_whatever_the_notice_says():
    closed = WorkCalendar().with_closures([date(2026, 9, 21), date(2026, 9, 20)], source="flood")
    assert not closed.is_working_day(date(2026, 9, 20))
    assert not closed.is_working_day(date(2026, 9, 21))
    assert is_working_day(date(2026, 9, 20))
    assert closed.add(date(2026, 9, 18), 1) == date(2026, 9, 22)
    more = closed.with_closures([date(2026, 9, 22)], source="fire")
    assert more.add(date(2026, 9, 18), 1) == date(2026, 9, 23)
    assert more.edition == f"{WorkCalendar().edition}; closures: flood; closures: fire"
    with pytest.raises(InvalidInput):
        closed.with_closures([date(2026, 9, 23)], source="")


# What each amendment changed: the day it was published, days off it made, working days it made, and what was before.
AMENDED = [
    (date(2015, 5, 13), [date(2015, 9, 3), date(2015, 9, 4)], [date(2015, 9, 6)]),
    (date(2019, 3, 22), [date(2019, 5, 2), date(2019, 5, 3)], [date(2019, 4, 28), date(2019, 5, 5)]),
    (date(2020, 1, 27), [date(2020, 1, 31), date(2020, 2, 1)], []),
]


@pytest.mark.parametrize(("published", "off", "working"), AMENDED)
def test_an_amendment_counts_from_its_day(published, off, working):
    before = WorkCalendar().as_known_on(published - timedelta(1))
    after = WorkCalendar().as_known_on(published)
    assert all(before.is_working_day(day) for day in off)
    assert not any(after.is_working_day(day) for day in off)
    assert not any(before.is_working_day(day) for day in working)
    assert all(after.is_working_day(day) for day in working)
    changed = {*off, *working}
    year = [date(published.year, 1, 1) + timedelta(offset) for offset in range(365)]
    settled = [day for day in year if notice_year(day) == published.year]
    assert {day for day in settled if before.is_working_day(day) != after.is_working_day(day)} == changed


def test_a_deadline_before_and_after_an_amendment():
    period = WorkingDays(10)
    before = deadline(date(2020, 1, 20), period, calendar=WorkCalendar().as_known_on(date(2020, 1, 26)))
    after = deadline(date(2020, 1, 20), period, calendar=WorkCalendar().as_known_on(date(2020, 1, 27)))
    # Tue 21 … Thu 23 are three; then Fri 31, Sat 1 (worked), Mon 3 … Fri 7 are seven: with the amendment two fewer.
    assert (before.due, after.due) == (date(2020, 2, 7), date(2020, 2, 11))
    assert [str(one.reason) for one in before.made_up] == ["调休上班（春节） | made-up working day (Spring Festival)"]
    assert [one.reason.zh for one in before.skipped if one.day == date(2020, 2, 2)] == ["周末"]
    assert before.edition.endswith("as known on 2020-01-26")


@pytest.mark.parametrize("year", sorted(PUBLISHED))
def test_a_notice_is_known_from_its_publication(year):
    eve = PUBLISHED[year] - timedelta(1)
    assert WorkCalendar().as_known_on(PUBLISHED[year]).covered_through == date(year, 12, 31)
    if year > min(PUBLISHED):
        assert WorkCalendar().as_known_on(eve).covered_through == date(year - 1, 12, 31)
    else:
        with pytest.raises(InvalidInput) as caught:
            WorkCalendar().as_known_on(eve)
        assert caught.value.code == "calendar.edition-not-recorded"
        assert caught.value.first_day == PUBLISHED[year]


def test_before_next_years_notice_the_last_days_are_plain():
    before = WorkCalendar().as_known_on(date(2018, 12, 5))
    after = WorkCalendar().as_known_on(date(2018, 12, 6))
    assert before.covered_through == date(2018, 12, 31)
    assert (before.is_working_day(date(2018, 12, 29)), after.is_working_day(date(2018, 12, 29))) == (False, True)
    assert (before.is_working_day(date(2018, 12, 31)), after.is_working_day(date(2018, 12, 31))) == (True, False)


def test_a_year_not_recorded_counts_from_its_first_day(monkeypatch):
    monkeypatch.delitem(PUBLISHED, 2026)
    assert WorkCalendar().as_known_on(date(2025, 12, 31)).covered_through == date(2025, 12, 31)
    assert WorkCalendar().as_known_on(date(2026, 1, 1)).covered_through == date(2026, 12, 31)


def test_a_day_after_the_last_notice_knows_no_more():
    assert WorkCalendar().as_known_on(date(2090, 1, 1)).covered_through == WorkCalendar().covered_through


def test_a_notice_speaks_from_the_last_week_before_its_year_through_its_last_day():
    own = UNTIL_2026.with_notice(2027, days_off=[date(2026, 12, 25), date(2027, 12, 31)], source="x")
    assert not own.is_working_day(date(2026, 12, 25))
    assert not own.is_working_day(date(2027, 12, 31))


def test_the_next_notice_settles_the_last_week_of_the_year():
    own = UNTIL_2026.with_notice(2026, days_off=[date(2026, 12, 24), date(2026, 12, 25)], source="x")
    assert not own.is_working_day(date(2026, 12, 25))
    later = own.with_notice(2027, days_off=[date(2027, 1, 1)], source="y")
    assert later.is_working_day(date(2026, 12, 25))
    assert not later.is_working_day(date(2026, 12, 24))


def test_own_notices_count_whatever_was_known():
    known = own_2027().as_known_on(date(2025, 11, 4))
    assert known.covered_through == date(2027, 12, 31)
    with pytest.raises(InvalidInput) as caught:
        own_2027().as_known_on(date(2025, 11, 3))
    assert caught.value.code == "notice.gap"


@settings(max_examples=30)
@given(st.dates(date(2010, 1, 1), date(2026, 12, 31)))
def test_on_its_own_day_each_day_is_known(day):
    known = WorkCalendar().as_known_on(day)
    assert known.covered_through.year in (day.year, day.year + 1)
    assert known.is_working_day(day) == is_working_day(day)


@pytest.mark.parametrize("value", [datetime(2026, 1, 1), "2026-01-01"])  # noqa: DTZ001
def test_the_day_known_on_is_a_date(value):
    with pytest.raises(InvalidInput):
        WorkCalendar().as_known_on(value)


def test_a_forecast_is_that_of_holidays():
    forecast = UNTIL_2026.provisional(through=2028)
    theirs = holidays.country_holidays("CN", years=(2027, 2028))
    days = [date(2027, 1, 1) + timedelta(offset) for offset in range(365 + 366)]
    assert [day for day in days if forecast.is_working_day(day) != theirs.is_working_day(day)] == []
    assert forecast.covered_through == date(2026, 12, 31)
    with pytest.raises(CalendarNotAnnounced) as caught:
        forecast.is_working_day(date(2029, 1, 1))
    assert caught.value.year == 2029
    assert forecast.edition == f"{UNTIL_2026.edition}; forecast through 2028 by holidays {holidays.__version__}"


def test_a_forecast_takes_swapped_days_too():
    # Known on 2019-01-01, the year 2020 is a forecast; `holidays` knows its made-up days by now.
    forecast = WorkCalendar().as_known_on(date(2019, 1, 1)).provisional(through=2020)
    found = deadline(date(2020, 1, 17), WorkingDays(1), calendar=forecast)
    assert found.due == date(2020, 1, 19)
    assert found.provisional
    assert [one.reason.en for one in found.made_up] == ["working day by forecast"]


def test_a_forecast_never_overrides_a_notice():
    forecast = UNTIL_2026.provisional(through=2027)
    own = forecast.with_notice(2027, days_off=OFF_2027, working_weekends=WORKED_2027, source="x")
    assert own.covered_through == date(2027, 12, 31)
    assert own.is_working_day(date(2027, 1, 9))
    assert "forecast" not in own.edition
    later = own.with_notice(2028, days_off=[date(2028, 1, 3)], source="y")
    assert later.covered_through == date(2028, 12, 31)


@pytest.mark.parametrize("year", [2026, 2101, 1])
def test_a_forecast_has_an_end(year):
    with pytest.raises(InvalidInput) as caught:
        UNTIL_2026.provisional(through=year)
    assert caught.value.code == "calendar.no-forecast"
    assert "2027" in caught.value.text("en")


def test_the_last_forecast_year():
    assert UNTIL_2026.provisional(through=2100).add(date(2100, 12, 30), 1) == date(2100, 12, 31)
    with pytest.raises(InvalidInput):
        UNTIL_2026.provisional(through=True)


def test_the_parts_of_a_year():
    assert first_day_of_notice(2027) == date(2026, 12, 25)
    assert [notice_year(day) for day in (date(2026, 12, 24), date(2026, 12, 25), date(2026, 1, 1))] == [
        2026,
        2027,
        2026,
    ]


def test_an_unknown_festival_keeps_its_name():
    assert str(festival("Moon Landing Day")) == "Moon Landing Day | Moon Landing Day"
