from datetime import date, datetime

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import example, given
from hypothesis import strategies as st

from jscredit.deadlines import Days, Months, WorkingDays, Years, add_period, as_day
from jscredit.deadlines.days import as_source
from jscredit.errors import InvalidInput

KINDS = [Days, Months, Years, WorkingDays]
far_enough = st.dates(max_value=date(9000, 1, 1))


class OwnDate(date):
    pass


@given(far_enough, st.integers(1, 900))
@example(date(2024, 2, 29), 1)
@example(date(2024, 2, 29), 4)
@example(date(1896, 2, 29), 4)
def test_years_are_those_of_dateutil(day, n):
    assert add_period(day, Years(n)) == day + relativedelta(years=n)


@given(far_enough, st.integers(1, 11_000))
@example(date(2023, 1, 31), 1)
@example(date(2024, 1, 31), 1)
@example(date(2023, 12, 31), 2)
@example(date(2024, 11, 30), 1)
def test_months_are_those_of_dateutil(day, n):
    assert add_period(day, Months(n)) == day + relativedelta(months=n)


@given(far_enough, st.integers(1, 300_000))
def test_days_are_those_of_dateutil(day, n):
    assert add_period(day, Days(n)) == day + relativedelta(days=n)


@pytest.mark.parametrize(
    ("day", "period", "due"),
    [
        (date(2024, 2, 29), Years(1), date(2025, 2, 28)),
        (date(2024, 2, 29), Years(4), date(2028, 2, 29)),
        (date(2023, 2, 28), Years(1), date(2024, 2, 28)),
        (date(2026, 1, 31), Months(1), date(2026, 2, 28)),
        (date(2026, 8, 31), Months(6), date(2027, 2, 28)),
        (date(2026, 12, 1), Months(1), date(2027, 1, 1)),
        (date(2026, 2, 28), Days(1), date(2026, 3, 1)),
    ],
)
def test_leap_days_and_month_ends(day, period, due):
    assert add_period(day, period) == due


@pytest.mark.parametrize("period", [Days(10**12), Days(1), Months(10**30), Months(1), Years(10**30), Years(1)])
def test_a_sum_past_the_last_day_is_the_last_day(period):
    assert add_period(date(9999, 12, 31), period) == date.max


def test_the_last_year_is_reached_exactly():
    assert add_period(date(9998, 5, 4), Years(1)) == date(9999, 5, 4)
    assert add_period(date(9999, 10, 31), Months(1)) == date(9999, 11, 30)
    assert add_period(date(9998, 12, 31), Months(12)) == date.max


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("n", [True, False, 1.0, "1", None])
def test_a_period_is_a_whole_number(kind, n):
    with pytest.raises(InvalidInput) as caught:
        kind(n)
    assert caught.value.code == "count.not-an-integer"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("n", [0, -1])
def test_a_period_is_one_or_more(kind, n):
    with pytest.raises(InvalidInput) as caught:
        kind(n)
    assert caught.value.code == "count.not-positive"
    assert caught.value.faults[0].field == "n"


@pytest.mark.parametrize("kind", KINDS)
def test_periods_are_values(kind):
    assert kind(3) == kind(3)
    assert hash(kind(3)) == hash(kind(3))
    assert len({one(3) for one in KINDS}) == len(KINDS)
    with pytest.raises(AttributeError):
        kind(3).n = 4


def test_labels():
    labels = [str(kind(n).label) for kind in KINDS for n in (1, 10)]
    assert labels == [
        "1日 | 1 day",
        "10日 | 10 days",
        "1个月 | 1 month",
        "10个月 | 10 months",
        "1年 | 1 year",
        "10年 | 10 years",
        "1个工作日 | 1 working day",
        "10个工作日 | 10 working days",
    ]


@pytest.mark.parametrize("period", [WorkingDays(1), 5, None])
def test_what_is_no_calendar_period_is_refused(period):
    with pytest.raises(InvalidInput) as caught:
        add_period(date(2026, 1, 1), period)
    assert caught.value.code == "period.not-a-calendar-period"


def test_an_instant_is_no_day():
    with pytest.raises(InvalidInput) as caught:
        add_period(datetime(2026, 1, 1, 12, 34, 56), Days(1))  # noqa: DTZ001
    assert caught.value.code == "day.is-datetime"
    assert "34" not in str(caught.value)


@pytest.mark.parametrize("value", ["32010219900307123X", 20260101, None])
def test_what_is_no_day_is_refused_without_being_told(value):
    with pytest.raises(InvalidInput) as caught:
        as_day(value, "start")
    assert caught.value.code == "day.not-a-date"
    assert caught.value.faults[0].field == "start"
    assert str(value) not in str(caught.value)


def test_a_subclass_of_date_is_a_day():
    day = OwnDate(2026, 1, 1)
    assert as_day(day) is day
    assert add_period(day, Days(1)) == date(2026, 1, 2)


@pytest.mark.parametrize("value", ["", "  ", None, 7])
def test_a_source_is_named(value):
    with pytest.raises(InvalidInput) as caught:
        as_source(value)
    assert caught.value.code == "source.missing"
