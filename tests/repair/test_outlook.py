"""The plain statement: from when to when, or that no day can come, and why."""

from datetime import date

from jscredit.deadlines import Years
from jscredit.repair import CLEAN_YEAR, repair_outlook
from jscredit.rules import JIANGSU_2018
from jscredit.validity import EARLIER_RECORDS
from repair_cases import ask, evidence, failure, general

ON = date(2019, 5, 1)
CLEAN_YEAR_ASKED = "“no failure of the same kind for a year after correction” (art. 34 item 2)"


def outlook(on=ON, **options):
    return repair_outlook(ask(on, **options))


def test_days_are_told_where_they_come():
    found = outlook()
    assert (found.can_come, found.reasons) == (True, ())
    assert found.label.en == "it may be applied for from 2019-09-11 to 2021-06-01"
    assert found.label.zh == "2019-09-11至2021-06-01可以申请"


def test_open_end_is_told():
    regime = JIANGSU_2018.reading(EARLIER_RECORDS, "later-determinations")
    found = outlook(
        of=failure(determined_on=date(2017, 1, 1)), given=evidence(corrected_on=date(2017, 2, 1)), regime=regime
    )
    assert found.label.en == "it may be applied for from 2019-05-01 on"
    assert found.label.zh == "自2019-05-01起可以申请"


def test_missing_facts_leave_it_open_from_a_day_on():
    found = outlook(given=evidence(self_discipline=None))
    assert (found.can_come, found.reasons) == (None, ())
    assert found.label.en == "it depends on missing facts; not before 2019-09-11"
    assert found.label.zh == "尚缺事实，能否申请待定；不早于2019-09-11"


def test_validity_that_ends_before_the_clean_year_is_the_reason():
    found = outlook(of=general(date(2019, 3, 1)), given=evidence(corrected_on=date(2019, 4, 1)))
    assert found.can_come is False
    assert found.label.en == "repair cannot be applied for on any day from 2019-05-01 on"
    assert found.label.zh == "自2019-05-01起任何一天都不能申请信用修复"
    (reason,) = found.reasons
    assert reason.en == (
        "“no failure of the same kind for a year after correction” (art. 34 item 2) is met from 2020-04-02 at the "
        "earliest, but “the failure's period of use is not over” (art. 34) only until 2020-03-01"
    )
    assert reason.zh == (
        "“纠正后一年内无同类失信”（第三十四条第（二）项）最早自2020-04-02起符合，"
        "而“在失信信息使用期限内”（第三十四条）至2020-03-01止"
    )


def test_what_is_met_on_no_day_is_the_reason_before_any_pair():
    given = evidence(corrected=False, corrected_on=None, self_discipline=False)
    found = outlook(of=general(date(2019, 3, 1)), given=given)
    assert [reason.en for reason in found.reasons] == [
        "as the facts stand, “corrected” (art. 34 item 1) is met on no day",
        f"as the facts stand, {CLEAN_YEAR_ASKED} is met on no day",
        "as the facts stand, “self-discipline was strengthened” (art. 34 item 3) is met on no day",
    ]
    assert found.reasons[0].zh == "依所知事实，“已纠正失信行为”（第三十四条第（一）项）没有任何一天符合"


def test_period_that_is_over_is_the_reason():
    found = outlook(date(2021, 6, 2))
    assert [reason.en for reason in found.reasons] == [
        "as the facts stand, “the failure's period of use is not over” (art. 34) is met on no day"
    ]


def test_recurrence_before_the_determination_leaves_no_day_so_far():
    given = evidence(corrected_on=date(2018, 2, 1), recurred=True, recurred_on=date(2018, 3, 1))
    regime = JIANGSU_2018.reading(CLEAN_YEAR, "so-far")
    found = outlook(date(2018, 2, 10), given=given, regime=regime, period_of_use=Years(5))
    (reason,) = found.reasons
    assert reason.en == (
        "“the failure has been determined” (art. 34) is met from 2018-06-01 at the earliest, but “no failure of the "
        "same kind for a year after correction” (art. 34 item 2) only until 2018-02-28"
    )


def test_what_is_only_unknown_is_no_reason():
    given = evidence(corrected=False, corrected_on=None, self_discipline=None, recurred=None)
    assert len(outlook(given=given).reasons) == 2
