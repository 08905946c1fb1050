"""Ten, five and three working days: each from its own start, by hand across Spring Festival 2026."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jscredit.objection import FoundRight, FoundWrong, ObjectionGround, RecordCorrected, Transferred
from jscredit.procedure import DutyStatus
from jscredit.rules import JIANGSU_2018
from objection_cases import DAY, PROVIDER, RIGHT, case_in, new_case, received
from oracles.objection import correction_due, review_due, verification_due

DAYS = st.dates(date(2018, 1, 29), date(2026, 10, 30))


def due(case, on):
    return {duty.what.en: (duty.deadline and duty.deadline.due, duty.status.value) for duty in case.duties(on=on)}


def told():
    """Received on Friday 13 February 2026, before the festival (15 to 23); 14 and 28 February are working Saturdays."""
    case = new_case().apply(received(date(2026, 2, 13)))
    case = case.apply(Transferred(on=date(2026, 2, 25), to=PROVIDER))
    case = case.apply(FoundWrong(on=date(2026, 3, 3)))
    return case.apply(RecordCorrected(on=date(2026, 3, 9), record=RIGHT))


def test_due_days_across_spring_festival():
    # Ten from 13 February: 14; 24, 25, 26, 27, 28; 2, 3, 4, 5 March. Five from the 25th: 26, 27, 28; 2, 3 March.
    # Three from 3 March: 4, 5, 6.
    assert due(told(), date(2026, 3, 9)) == {
        "finish the review": (date(2026, 3, 5), "met"),
        "finish the verification": (date(2026, 3, 3), "met"),
        "report back to the organisation": (None, "met"),
        "correct, republish, and make it known where the old one was": (date(2026, 3, 6), "late"),
    }


@pytest.mark.parametrize(("on", "status"), [(date(2026, 3, 5), "open"), (date(2026, 3, 6), "overdue")])
def test_review_is_overdue_the_day_after(on, status):
    case = new_case().apply(received(date(2026, 2, 13)))
    assert due(case, on)["finish the review"] == (date(2026, 3, 5), status)


@settings(deadline=None)  # the first count builds the calendars
@given(DAYS, st.integers(0, 30), st.integers(0, 30))
def test_each_period_runs_from_its_own_start(start, to_transfer, to_finding):
    transferred, found = start + timedelta(to_transfer), start + timedelta(to_transfer + to_finding)
    case = new_case().apply(received(start)).apply(Transferred(on=transferred, to=PROVIDER))
    case = case.apply(FoundWrong(on=found))
    days = [duty.deadline and duty.deadline.due for duty in case.duties(on=found)]
    assert days == [review_due(start), verification_due(transferred), None, correction_due(found)]


def test_provider_that_received_it_has_ten_days_and_no_five():
    case = new_case().apply(received(by=PROVIDER))
    assert [duty.what.en for duty in case.duties(on=DAY)] == ["finish the review"]


def test_right_information_asks_for_the_flag_to_come_off():
    case = new_case().apply(received(by=PROVIDER)).apply(FoundRight(on=date(2026, 2, 25)))
    flag = case.duties(on=date(2026, 2, 25))[-1]
    assert (flag.what.en, flag.status) == ("take the flag off", DutyStatus.UNDATED)


def test_appeal_has_no_deadline_of_ours():
    assert len(case_in("at_law").duties(on=DAY)) == len(case_in("put_right").duties(on=DAY))


def codes(case, on, **options):
    *own, later_law = (notice.code for notice in case.notices(on=on, **options))
    assert later_law == "later-law"
    return own


def test_transfer_so_late_that_its_five_days_outlast_the_ten():
    case = new_case().apply(received(date(2026, 2, 13)))
    in_time = case.apply(Transferred(on=date(2026, 2, 27), to=PROVIDER))  # 28 February, 2 to 5 March
    late = case.apply(Transferred(on=date(2026, 2, 28), to=PROVIDER))  # 2 to 6 March
    assert codes(in_time, date(2026, 3, 2)) == []
    assert codes(late, date(2026, 3, 2)) == ["objection.verification-outlasts-review"]
    assert codes(late, date(2026, 2, 27)) == []
    assert codes(case, date(2026, 3, 2)) == []


def test_transfer_into_a_year_without_a_notice_outlasts_what_is_known():
    law = type(JIANGSU_2018)("own", date(2018, 1, 29), calendar=JIANGSU_2018.calendar.as_known_on(date(2026, 6, 1)))
    case = new_case().apply(received(date(2026, 12, 17)), regime=law)
    assert codes(case.apply(Transferred(on=date(2026, 12, 28), to=PROVIDER)), date(2026, 12, 30), regime=law) == [
        "objection.verification-outlasts-review"
    ]
    both = new_case().apply(received(date(2026, 12, 25)), regime=law)
    assert codes(both.apply(Transferred(on=date(2026, 12, 28), to=PROVIDER)), date(2026, 12, 30), regime=law) == []


def test_objection_revives_nothing_that_is_barred():
    past = new_case(ObjectionGround.USED_PAST_ITS_PERIOD).apply(received())
    assert codes(past, DAY) == ["objection.barred"]
    forbidden = case_in("with_provider", new_case(ObjectionGround.FORBIDDEN_COLLECTION))
    assert codes(forbidden, DAY) == []
    assert codes(forbidden.apply(FoundWrong(on=DAY)), DAY) == ["objection.barred"]
    assert codes(new_case(), DAY) == []
    assert new_case().notices(on=date(2021, 12, 31)) == ()
