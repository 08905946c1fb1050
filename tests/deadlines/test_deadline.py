import pickle
from datetime import date, datetime, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from jscredit.deadlines import Days, Deadline, Months, WorkCalendar, WorkingDays, Years, deadline
from jscredit.errors import CalendarNotAnnounced, InvalidInput
from jscredit.law import CIVIL_CODE, M
from oracles.working_days import every_day, works

UNTIL_2026 = WorkCalendar().as_known_on(date(2026, 1, 1))
TEN = WorkingDays(10)
AUTUMN = deadline(date(2026, 9, 18), TEN, cite=M.article(32, paragraph=1), calendar=UNTIL_2026)


def autumn():
    calendar = WorkCalendar(known_on=date(2026, 1, 1))
    return deadline(date(2026, 9, 18), TEN, cite=M.article(32, paragraph=1), calendar=calendar)


def test_a_deadline_says_what_it_is():
    assert (AUTUMN.start, AUTUMN.period, AUTUMN.due) == (date(2026, 9, 18), TEN, date(2026, 10, 9))
    assert AUTUMN.cite == M.article(32, paragraph=1)
    assert AUTUMN.edition == UNTIL_2026.edition
    assert (AUTUMN.provisional, AUTUMN.settled) == (False, True)


def test_the_due_day_is_in_time():
    assert not AUTUMN.overdue_on(date(2026, 10, 9))
    assert AUTUMN.overdue_on(date(2026, 10, 10))
    assert not AUTUMN.overdue_on(date(2026, 9, 1))
    with pytest.raises(InvalidInput):
        AUTUMN.overdue_on(datetime(2026, 10, 10))  # noqa: DTZ001


def test_each_day_skipped_and_why():
    found = autumn()
    told = [(one.day.isoformat()[5:], one.reason.zh) for one in found.skipped]
    assert told == [
        ("09-19", "周末"),
        ("09-25", "中秋节"),
        ("09-26", "中秋节"),
        ("09-27", "中秋节"),
        ("10-01", "国庆节"),
        ("10-02", "国庆节"),
        ("10-03", "国庆节"),
        ("10-04", "国庆节"),
        ("10-05", "国庆节"),
        ("10-06", "调休（国庆节）"),
        ("10-07", "调休（国庆节）"),
    ]
    assert found.skipped is found.skipped
    assert [(one.day, str(one.reason)) for one in found.made_up] == [
        (date(2026, 9, 20), "调休上班（国庆节） | made-up working day (National Day)")
    ]


@given(st.dates(date(2007, 1, 1), date(2026, 10, 1)), st.integers(1, 30))
def test_skipped_and_made_up_days_are_those_of_a_walk(start, n):
    found = deadline(start, WorkingDays(n), calendar=UNTIL_2026)
    days = every_day(start + timedelta(1), found.due)
    assert [one.day for one in found.skipped] == [day for day in days if not works(day)]
    assert [one.day for one in found.made_up] == [day for day in days if works(day) and day.weekday() > 4]
    assert all(one.reason.zh and one.reason.en for one in (*found.skipped, *found.made_up))


def test_the_reasons_of_closures_and_own_notices():
    own = UNTIL_2026.with_notice(
        2027, days_off=[date(2027, 1, 1)], working_weekends=[date(2027, 1, 2)], source="drill"
    ).with_closures([date(2027, 1, 4)], source="flood")
    found = deadline(date(2026, 12, 31), WorkingDays(2), calendar=own)
    assert [one.reason.en for one in found.skipped] == ["day off (drill)", "weekend", "closed (flood)"]
    assert [one.reason.zh for one in found.skipped] == ["放假（drill）", "周末", "停办（flood）"]
    assert [str(one.reason) for one in found.made_up] == ["调休上班（drill） | made-up working day (drill)"]


@pytest.mark.parametrize(
    ("period", "delta"),
    [
        (Days(5), relativedelta(days=5)),
        (Months(1), relativedelta(months=1)),
        (Years(1), relativedelta(years=1)),
    ],
)
def test_calendar_periods_need_no_calendar(period, delta):
    # The last day of each may be a day off: an end is not moved.
    start = date(2030, 1, 31)
    found = deadline(start, period, cite=CIVIL_CODE.article(202))
    assert found.due == start + delta
    assert found.cite == CIVIL_CODE.article(202)
    assert found.explain("en").splitlines()[1] == "By: Civil Code, art. 202."
    assert (found.edition, found.provisional, found.settled) == (None, False, True)
    assert found.skipped == found.made_up == ()


@pytest.mark.parametrize(
    ("start", "settled"),
    [(date(2026, 12, 23), True), (date(2026, 12, 24), False), (date(2026, 12, 30), False)],
)
def test_the_last_days_depend_on_next_years_notice(start, settled):
    found = deadline(start, WorkingDays(1), calendar=UNTIL_2026)
    assert (found.settled, found.provisional) == (settled, False)
    assert ("下一年的通知" in found.explain("zh")) is not settled


def test_past_the_last_notice_is_an_error_with_clause_and_cure():
    with pytest.raises(CalendarNotAnnounced) as caught:
        deadline(date(2026, 12, 18), TEN, cite=M.article(32, paragraph=1), calendar=UNTIL_2026)
    error = caught.value
    assert (error.code, error.year, error.last_start) == ("calendar.not-announced", 2027, date(2026, 12, 17))
    assert error.faults[0].clause == "M32¶1"
    assert "from_notice" in error.text("en")
    with pytest.raises(CalendarNotAnnounced) as caught:
        deadline(date(2026, 12, 18), TEN, calendar=UNTIL_2026)
    assert caught.value.faults[0].clause is None


def test_a_provisional_deadline_is_marked():
    found = deadline(date(2026, 12, 18), TEN, calendar=UNTIL_2026, provisional=True)
    # Mon 21 … Thu 31 are nine, Fri 1 January is the festival.
    assert (found.due, found.provisional, found.settled) == (date(2027, 1, 4), True, False)
    assert "forecast through 2027" in found.edition
    assert [one.reason.en for one in found.skipped][-3:] == ["day off by forecast", "weekend", "weekend"]
    assert [one.reason.zh for one in found.skipped][-3:] == ["推算的放假日", "周末", "周末"]
    assert "推算" in found.explain("zh")
    assert "Provisional" in found.explain("en")
    assert "last week" not in found.explain("en")


def test_provisional_takes_the_notices_where_they_suffice():
    found = deadline(date(2026, 9, 18), TEN, calendar=UNTIL_2026, provisional=True)
    assert found == deadline(date(2026, 9, 18), TEN, calendar=UNTIL_2026)


@pytest.mark.parametrize("start", [date(2004, 1, 1), date(2026, 12, 31), date(2055, 6, 1)])
@pytest.mark.parametrize("n", [1, 239, 240, 241, 2000])
def test_a_forecast_is_long_enough(start, n):
    found = deadline(start, WorkingDays(n), calendar=UNTIL_2026, provisional=True)
    assert found.provisional is (found.due > date(2026, 12, 31))
    assert (found.due - start).days - len(found.skipped) == n


@pytest.mark.parametrize(("start", "n"), [(date(2100, 12, 31), 1), (date(2026, 12, 31), 10**9), (date(2300, 1, 1), 1)])
def test_a_forecast_ends(start, n):
    with pytest.raises(CalendarNotAnnounced) as caught:
        deadline(start, WorkingDays(n), cite=M.article(32), calendar=UNTIL_2026, provisional=True)
    assert caught.value.year == 2101
    assert caught.value.faults[0].clause == "M32"


def test_before_the_calendar_no_forecast_helps():
    with pytest.raises(CalendarNotAnnounced) as caught:
        deadline(date(2003, 1, 1), TEN, provisional=True)
    assert caught.value.code == "calendar.before-first-day"


@pytest.mark.parametrize("period", [TEN, Days(1)])
@pytest.mark.parametrize("provisional", [True, False])
@pytest.mark.parametrize("start", [datetime(2026, 9, 18), "2026-09-18"])  # noqa: DTZ001
def test_a_start_is_a_date(start, period, provisional):
    with pytest.raises(InvalidInput) as caught:
        deadline(start, period, provisional=provisional)
    assert caught.value.faults[0].field == "start"


def test_a_period_is_a_period_and_a_clause_a_citation():
    with pytest.raises(InvalidInput) as caught:
        deadline(date(2026, 9, 18), 10)
    assert caught.value.code == "period.not-a-calendar-period"
    with pytest.raises(InvalidInput) as caught:
        deadline(date(2026, 9, 18), TEN, cite="M32")
    assert caught.value.code == "cite.not-a-citation"


def test_explained_in_chinese():
    assert autumn().explain().splitlines() == [
        "自2026-09-18起算（当日不计），期限10个工作日，至2026-10-09届满。",
        "依据：《江苏省公共信用信息管理办法（试行）》第三十二条第一款。",
        (
            "不计入：2026-09-19（周末）、2026-09-25（中秋节）、2026-09-26（中秋节）、2026-09-27（中秋节）、"
            "2026-10-01（国庆节）、2026-10-02（国庆节）、2026-10-03（国庆节）、2026-10-04（国庆节）、"
            "2026-10-05（国庆节）、2026-10-06（调休（国庆节））、2026-10-07（调休（国庆节））。"
        ),
        "周末上班计入：2026-09-20（调休上班（国庆节））。",
        f"日历：{UNTIL_2026.edition}。",
    ]


def test_explained_in_english():
    found = deadline(date(2026, 3, 5), WorkingDays(2), calendar=UNTIL_2026)
    assert found.explain("en").splitlines() == [
        "Runs from 2026-03-05 (not counted) for 2 working days; due on 2026-03-09.",
        "Not counted: 2026-03-07 (weekend), 2026-03-08 (weekend).",
        f"Calendar: {UNTIL_2026.edition}.",
    ]
    assert deadline(date(2026, 3, 5), Days(2)).explain("en").count("\n") == 0


def test_html_is_escaped():
    closed = UNTIL_2026.with_closures([date(2026, 9, 21)], source="<script>{x}</script>")
    html = deadline(date(2026, 9, 18), TEN, calendar=closed)._repr_html_()
    assert "<script>" not in html
    assert "&lt;script&gt;{x}" in html
    assert html.startswith("<table><caption>2026-10-10</caption><tbody><tr><td>自2026-09-18")
    assert html.endswith("</td></tr></tbody></table>")
    assert html.count("</td></tr><tr><td>") == 3


def test_deadlines_are_values():
    again = deadline(date(2026, 9, 18), TEN, cite=M.article(32, paragraph=1), calendar=UNTIL_2026)
    assert again == AUTUMN
    assert hash(again) == hash(AUTUMN)
    assert again != deadline(date(2026, 9, 18), TEN, calendar=UNTIL_2026)
    assert "_calendar" not in repr(AUTUMN)
    with pytest.raises(AttributeError):
        again.due = date(2026, 10, 10)
    loaded = pickle.loads(pickle.dumps(again))  # noqa: S301
    assert loaded == AUTUMN
    assert loaded.skipped == AUTUMN.skipped


def test_a_deadline_is_made_by_keywords():
    with pytest.raises(TypeError):
        Deadline(date(2026, 9, 18), TEN, date(2026, 10, 9))
