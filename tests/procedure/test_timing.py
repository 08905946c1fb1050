"""Periods that an event must await or keep: 2026-02-10 and five working days, 2026-02-14 being a working Saturday."""

from datetime import date

import pytest

from jscredit.deadlines import Days, WorkCalendar, WorkingDays
from jscredit.errors import CalendarNotAnnounced, Label, Refused
from jscredit.law import Rank
from jscredit.procedure import AfterPeriod, PeriodSince, WithinPeriod
from jscredit.rules import JIANGSU_2018, Setting, Source
from procedure_sample import CLAUSE, REMARK_PERIOD, SHOWN_FOR, Asked, Granted, Remarked, SampleCase, SampleStage, Shown

CURE = Label("另行提出", "make it elsewhere")
KNOWN = JIANGSU_2018.calendar.as_known_on(date(2026, 6, 1))


def regime(period):
    law = JIANGSU_2018.with_settings(Setting(REMARK_PERIOD, period, Source("本局规定", Rank.AGENCY_SETTING)))
    return type(law)(law.id, law.in_force_from, calendar=KNOWN, settings=law.settings)


def shown_on(day):
    return SampleCase(number="1").apply(Asked(on=day, wish="一件")).apply(Shown(on=day))


def code(case, event, law):
    try:
        case.apply(event, regime=law)
    except Refused as error:
        return error.code
    return None


@pytest.mark.parametrize(
    ("day", "refusal"),
    [
        (date(2026, 2, 10), "procedure.too-early"),
        (date(2026, 2, 24), "procedure.too-early"),
        (date(2026, 2, 25), None),
    ],
)
def test_publication_of_five_working_days_runs_through_its_last_day(day, refusal):
    # Counted: 11, 12, 13, 14 (a working Saturday), and 24 after the festival (15 to 23).
    assert code(shown_on(date(2026, 2, 10)), Granted(on=day), JIANGSU_2018) == refusal


def test_too_early_names_the_first_day_that_works():
    with pytest.raises(Refused) as caught:
        shown_on(date(2026, 2, 10)).apply(Granted(on=date(2026, 2, 24)))
    error = caught.value
    assert (error.last, error.first_day) == (date(2026, 2, 24), date(2026, 2, 25))
    assert error.text("en") == (
        "[procedure.too-early] on: the period after 'show' runs through 2026-02-24 and has not ended (M35¶1); "
        "take the step on 2026-02-25 or later"
    )


@pytest.mark.parametrize(
    ("period", "day", "refusal"),
    [
        (WorkingDays(3), date(2026, 2, 13), None),
        (WorkingDays(4), date(2026, 2, 14), None),
        (WorkingDays(4), date(2026, 2, 15), "procedure.too-late"),
        (Days(30), date(2026, 3, 12), None),
        (Days(30), date(2026, 3, 13), "procedure.too-late"),
    ],
)
def test_period_is_kept_on_its_last_day(period, day, refusal):
    assert code(shown_on(date(2026, 2, 10)), Remarked(on=day), regime(period)) == refusal


def test_too_late_says_when_it_ended_and_what_else_can_be_done():
    with pytest.raises(Refused) as caught:
        shown_on(date(2026, 2, 10)).apply(Remarked(on=date(2026, 2, 15)), regime=regime(WorkingDays(4)))
    assert caught.value.last == date(2026, 2, 14)
    assert caught.value.text("zh") == "[procedure.too-late] on: “公示”后的期限已于2026-02-14届满 (M35¶1)；另行提出"


def test_open_term_is_asked_for_by_name():
    with pytest.raises(Refused) as caught:
        shown_on(date(2026, 2, 10)).apply(Remarked(on=date(2026, 2, 11)))
    assert (caught.value.code, caught.value.faults[0].clause) == ("procedure.term-open", "M35¶1")
    assert "'time for remarks' has not been set" in caught.value.text("en")
    awaited = AfterPeriod(PeriodSince(Shown, REMARK_PERIOD, CLAUSE))
    assert awaited(shown_on(date(2026, 2, 10)), Granted(on=date(2026, 3, 11))).code == "procedure.term-open"


def test_period_into_a_year_without_a_notice():
    case, law = shown_on(date(2026, 12, 29)), regime(WorkingDays(10))
    assert code(case, Remarked(on=date(2026, 12, 31)), law) is None
    assert code(case, Remarked(on=date(2027, 1, 4)), law) == "calendar.not-announced"
    assert code(case, Granted(on=date(2027, 1, 20)), law) == "calendar.not-announced"


def test_running_period_is_told_as_a_deadline():
    case = shown_on(date(2026, 2, 10))
    assert SHOWN_FOR.deadline(case, regime=JIANGSU_2018).due == date(2026, 2, 24)
    assert SHOWN_FOR.deadline(SampleCase(number="1"), regime=JIANGSU_2018) is None
    assert PeriodSince(Shown, REMARK_PERIOD, CLAUSE).deadline(case, regime=JIANGSU_2018) is None
    with pytest.raises(CalendarNotAnnounced):
        SHOWN_FOR.deadline(shown_on(date(2026, 12, 30)), regime=regime(Days(1)))


def test_period_without_its_event_is_refused():
    check = WithinPeriod(SHOWN_FOR, CURE)
    found = check(SampleCase(number="1"), Remarked(on=date(2026, 2, 11)))
    assert (found.code, found.message.en) == ("procedure.term-open", "'show' has not been set")


def test_calendar_is_that_of_the_regime():
    closed = WorkCalendar().with_closures([date(2026, 2, 24)], source="暴雪")
    law = type(JIANGSU_2018)("own", date(2018, 1, 29), calendar=closed)
    assert code(shown_on(date(2026, 2, 10)), Granted(on=date(2026, 2, 25)), law) == "procedure.too-early"
    assert shown_on(date(2026, 2, 10)).apply(Granted(on=date(2026, 2, 26)), regime=law).stage is SampleStage.DONE
