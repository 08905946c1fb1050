"""Who must do what by which day, and how it stands."""

from datetime import date, datetime

import pytest

from jscredit.deadlines import WorkingDays
from jscredit.errors import InvalidInput
from jscredit.law import Rank
from jscredit.procedure import DutyStatus
from jscredit.rules import JIANGSU_2018, Setting, Source
from procedure_sample import REMARK_PERIOD, Asked, Granted, SampleCase, Shown

AGENCY = JIANGSU_2018.with_settings(Setting(REMARK_PERIOD, WorkingDays(10), Source("本局规定", Rank.AGENCY_SETTING)))
# Three working days from Friday 13 February 2026: Saturday 14 is worked, then 24 and 25 after the festival.
FIRST = Asked(on=date(2026, 2, 13), wish="一件")
SHOWN_IN_TIME, SHOWN_LATE = Shown(on=date(2026, 2, 25)), Shown(on=date(2026, 2, 26))


def case_of(*events):
    case = SampleCase(number="1")
    for event in events:
        case = case.apply(event)
    return case


def duties(*events, on, regime=JIANGSU_2018):
    return case_of(*events).duties(on=on, regime=regime)


@pytest.mark.parametrize(
    ("on", "status"),
    [(date(2026, 2, 13), DutyStatus.OPEN), (date(2026, 2, 25), DutyStatus.OPEN), (date(2026, 2, 26), "overdue")],
)
def test_open_until_the_due_day_is_over(on, status):
    (duty,) = duties(FIRST, on=on)
    assert (duty.deadline.due, duty.since, duty.done_on, duty.missing) == (
        date(2026, 2, 25),
        date(2026, 2, 13),
        None,
        (),
    )
    assert duty.status == status


@pytest.mark.parametrize(("event", "status"), [(SHOWN_IN_TIME, DutyStatus.MET), (SHOWN_LATE, DutyStatus.LATE)])
def test_done_in_time_or_late(event, status):
    duty = duties(FIRST, event, on=date(2026, 3, 2))[0]
    assert (duty.status, duty.done_on) == (status, event.on)


def test_what_comes_after_the_day_asked_about_does_not_count():
    assert duties(FIRST, on=date(2026, 2, 12)) == ()
    (duty,) = duties(FIRST, SHOWN_LATE, on=date(2026, 2, 25))
    assert (duty.status, duty.done_on) == (DutyStatus.OPEN, None)


def test_without_a_number_or_with_an_open_term_there_is_no_day():
    answer, finish = duties(FIRST, SHOWN_IN_TIME, on=date(2026, 3, 2))[1:]
    assert (answer.deadline, answer.missing, answer.status) == (None, ("remark-period",), DutyStatus.UNDATED)
    assert (finish.deadline, finish.missing, finish.status) == (None, (), DutyStatus.UNDATED)


def test_open_term_that_the_agency_fills_gives_a_day():
    # Saturday 28 February is worked: 26, 27, 28 February, 2 to 6, 9 and 10 March.
    answer = duties(FIRST, SHOWN_IN_TIME, on=date(2026, 3, 2), regime=AGENCY)[1]
    assert (answer.deadline.due, answer.status) == (date(2026, 3, 10), DutyStatus.OPEN)


def test_duty_without_a_day_is_met_when_it_is_done():
    case = (FIRST, SHOWN_IN_TIME, Granted(on=date(2026, 3, 9)))
    assert [duty.status for duty in duties(*case, on=date(2026, 3, 9))] == [DutyStatus.MET] * 3


def test_calendar_without_a_notice_is_named():
    law = type(JIANGSU_2018)("own", date(2018, 1, 29), calendar=JIANGSU_2018.calendar.as_known_on(date(2026, 6, 1)))
    (duty,) = duties(Asked(on=date(2026, 12, 30), wish="一件"), on=date(2026, 12, 31), regime=law)
    assert (duty.deadline, duty.missing, duty.status) == (None, ("calendar-2027",), DutyStatus.UNDATED)


def test_duty_is_told_in_both_languages():
    shown, answer, _ = duties(FIRST, SHOWN_IN_TIME, on=date(2026, 3, 2))
    assert shown.explain("en") == "the office: show it 2026-02-25 [art. 35 para. 1] met in time"
    assert shown.explain() == "办公室：公示 2026-02-25 [第三十五条第一款] 已按期完成"
    assert answer.explain("en") == "the office: answer [art. 35 para. 1] without a day that can be told"


def test_day_asked_about_is_a_date():
    with pytest.raises(InvalidInput) as caught:
        case_of(FIRST).duties(on=datetime(2026, 2, 13))  # noqa: DTZ001
    assert caught.value.code == "day.is-datetime"
