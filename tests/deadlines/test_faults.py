"""What a person reads when something is refused, whole, in both languages: the texts are part of what is promised."""

from datetime import date, datetime

import numpy as np
import pytest

from jscredit.deadlines import (
    Days,
    Deadline,
    WorkCalendar,
    WorkingDays,
    add_period,
    add_working_days,
    add_working_days_bulk,
    as_day,
    deadline,
    working_days_between,
)
from jscredit.errors import InvalidInput, JscreditError
from jscredit.law import M

DAY, SATURDAY = date(2026, 9, 18), date(2026, 9, 19)


def until_2026():
    return WorkCalendar(known_on=date(2026, 1, 1))


def notice(year=2027, days_off=(date(2027, 1, 1),), working_weekends=(), source="x"):
    return until_2026().with_notice(year, days_off=days_off, working_weekends=working_weekends, source=source)


NOT_ANNOUNCED_CURE = (
    "请在通知公布后升级 chinesecalendar，或用 WorkCalendar.from_notice 自行给出该年通知，或用 provisional=True 推算",
    (
        "upgrade chinesecalendar once the notice is out, or give the year's notice by WorkCalendar.from_notice, "
        "or take provisional=True"
    ),
)
DATE_CURE = ("请给出 datetime.date", "give a datetime.date")
COUNT_CURE = ("请给出正整数", "give a positive whole number")

REFUSED = {
    "day.is-datetime": (
        lambda: as_day(datetime(2026, 9, 18), "on"),  # noqa: DTZ001
        "on",
        ("须为日期，不能带时刻", "a date without a time is needed"),
        ("请先按北京时间取 .date()", "take .date() of the Beijing time first"),
    ),
    "day.not-a-date": (lambda: as_day("x"), "day", ("须为日期", "a date is needed"), DATE_CURE),
    "count.not-an-integer": (lambda: Days("1"), "n", ("须为整数", "a whole number is needed"), COUNT_CURE),
    "count.not-positive": (lambda: Days(0), "n", ("期限须至少为一", "a period is one or more"), COUNT_CURE),
    "source.missing": (
        lambda: until_2026().with_closures([], source=""),
        "source",
        ("须写明依据", "the source must be named"),
        ("请给出文号或公告名称", "give the document's number or the announcement's name"),
    ),
    "period.not-a-calendar-period": (
        lambda: add_period(DAY, WorkingDays(1)),
        "period",
        ("此处须为日、月或年的期限", "a period of days, months or years is needed here"),
        (
            "请用 Days、Months 或 Years；工作日请用 add_working_days",
            "use Days, Months or Years; for working days use add_working_days",
        ),
    ),
    "cite.not-a-citation": (
        lambda: deadline(DAY, Days(1), cite="M32"),
        "cite",
        ("依据须为条文引用", "the clause must be a citation"),
        ("例如 M.article(32)", "for example M.article(32)"),
    ),
    "days.not-a-collection": (
        lambda: until_2026().with_closures(DAY, source="x"),
        "days",
        ("须为若干日期", "a collection of dates is needed"),
        ("请给出日期的列表", "give a list of dates"),
    ),
    "days.reversed": (
        lambda: working_days_between(after=SATURDAY, through=DAY),
        "through",
        ("截止日早于起算日", "the last day lies before the start"),
        ("请交换两个日期", "exchange the two days"),
    ),
    "notice.empty": (
        lambda: notice(days_off=()),
        "days_off",
        ("通知须至少有一个放假日", "a notice has a day off at least"),
        ("请逐日列出放假日", "list each day off"),
    ),
    "notice.other-year": (
        lambda: notice(days_off=[DAY]),
        "days_off",
        ("有日期不属于2027年的通知", "a date does not belong to the notice for 2027"),
        ("只列该年及上年12月25日以后的日期", "list days of that year, and of the year before from 25 December on"),
    ),
    "notice.not-a-weekend": (
        lambda: notice(working_weekends=[date(2027, 1, 4)]),
        "working_weekends",
        ("调休上班日须为周六或周日", "a made-up working day is a Saturday or a Sunday"),
        ("请核对日期", "check the dates"),
    ),
    "notice.both": (
        lambda: notice(days_off=[date(2027, 1, 2)], working_weekends=[date(2027, 1, 2)]),
        "working_weekends",
        ("同一天既放假又上班", "a day is both off and a working day"),
        ("请只保留一处", "keep it in one place"),
    ),
    "notice.gap": (
        lambda: notice(year=2028, days_off=[date(2028, 1, 1)]),
        "year",
        ("2028年的通知前后不连续", "the notice for 2028 does not follow on the years before"),
        ("请先给出2027年的通知", "give the notice for 2027 first"),
    ),
    "calendar.not-announced": (
        lambda: add_working_days(date(2026, 12, 18), 10, calendar=until_2026()),
        None,
        (
            "2027年的放假安排未公布，此期限最晚可自2026-12-17起算",
            "the days off of 2027 have not been announced; the last start for this period is 2026-12-17",
        ),
        NOT_ANNOUNCED_CURE,
    ),
    "calendar.before-first-day": (
        lambda: add_working_days(date(2003, 1, 1), 10),
        None,
        ("工作日历自2004-01-01起，不含2003年", "the calendar begins on 2004-01-01, 2003 is not in it"),
        ("请使用较晚的日期", "use a later day"),
    ),
    "calendar.edition-not-recorded": (
        lambda: WorkCalendar().as_known_on(date(2009, 1, 1)),
        "day",
        ("2009-12-08以前的版本没有记录", "editions before 2009-12-08 are not recorded"),
        ("请使用较晚的日期", "use a later day"),
    ),
    "calendar.no-forecast": (
        lambda: until_2026().provisional(through=2026),
        "through",
        ("该年不可推算", "there is no forecast for that year"),
        ("请给出2027至2100", "give 2027 to 2100"),
    ),
    "document.not-text": (
        lambda: Deadline.from_storage_json(None),
        None,
        ("须为 JSON 文本", "a JSON text is needed"),
        ("请给出 to_storage_json 的结果", "give what to_storage_json wrote"),
    ),
    "document.inconsistent": (
        lambda: Deadline.from_storage_json(deadline(DAY, Days(1)).to_storage_json().replace("09-19", "09-20")),
        None,
        ("起算日、期限、届满日与所列日期不相符", "start, period, due day and listed days do not agree"),
        ("请重新计算期限", "compute the deadline again"),
    ),
    "bulk.not-days": (
        lambda: add_working_days_bulk(None, 1),
        "starts",
        ("须为 datetime64[D] 数组", "an array of datetime64[D] is needed"),
        (
            "请先按北京时间取日期，再 astype('datetime64[D]')",
            "take the Beijing day, then astype('datetime64[D]')",
        ),
    ),
    "bulk.missing-day": (
        lambda: add_working_days_bulk(np.array(["NaT"], "datetime64[D]"), 1),
        "starts",
        ("有缺失的日期", "a day is missing (NaT)"),
        ("请先去掉缺失的日期", "leave missing days out first"),
    ),
}


@pytest.mark.parametrize("code", REFUSED)
def test_what_is_refused_is_told_whole(code):
    call, field, message, cure = REFUSED[code]
    with pytest.raises(JscreditError) as caught:
        call()
    (fault,) = caught.value.faults
    assert (fault.code, fault.field) == (code, field)
    assert (fault.message.zh, fault.message.en) == message
    assert (fault.cure.zh, fault.cure.en) == cure


@pytest.mark.parametrize(
    ("call", "field"),
    [
        (lambda: as_day(None), "day"),
        (lambda: until_2026().provisional(through="2027"), "through"),
        (lambda: until_2026().provisional(through=0), "through"),
        (lambda: until_2026().with_closures([None], source="x"), "days"),
        (lambda: until_2026().with_closures("x", source="x"), "days"),
        (lambda: notice(year=None), "year"),
        (lambda: notice(days_off=[None]), "days_off"),
        (lambda: notice(working_weekends=[None]), "working_weekends"),
        (lambda: notice(source=None), "source"),
        (lambda: add_working_days(None, 1), "start"),
        (lambda: add_working_days(DAY, None), "n"),
        (lambda: until_2026().add_or_bound(None, 1), "start"),
        (lambda: until_2026().add_or_bound(DAY, None), "n"),
        (lambda: add_working_days_bulk(None, None), "n"),
        (lambda: deadline(None, Days(1), cite=M.article(32)), "start"),
    ],
)
def test_the_field_that_is_wrong_is_named(call, field):
    with pytest.raises(InvalidInput) as caught:
        call()
    assert [fault.field for fault in caught.value.faults] == [field]


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("notice.other-year", {"year": 2027, "count": 1}),
        ("notice.not-a-weekend", {"count": 1}),
        ("notice.both", {"count": 1}),
        ("notice.gap", {"year": 2028, "next_year": 2027}),
        ("calendar.not-announced", {"year": 2027, "last_start": date(2026, 12, 17)}),
        ("calendar.before-first-day", {"year": 2003, "first_day": date(2004, 1, 1)}),
        ("calendar.edition-not-recorded", {"first_day": date(2009, 12, 8)}),
        ("bulk.missing-day", {"count": 1, "first": 0}),
    ],
)
def test_what_a_program_can_read_of_a_fault(code, data):
    with pytest.raises(JscreditError) as caught:
        REFUSED[code][0]()
    assert dict(caught.value.faults[0].data) == data
