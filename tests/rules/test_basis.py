import datetime as dt

from jscredit import __version__
from jscredit.deadlines import WorkCalendar, Years
from jscredit.law import Rank
from jscredit.rules import JIANGSU_2018, ON, Basis, ChosenReading, If, Regime, Verdict
from oracles.little import AMOUNT, GRADE, LATE, LENGTH, OPEN, PAID, START, WAY, Grade, day, rule_of, setting

ON_DAY = day("2020-06-01")
ROW = {"start_on": day("2019-01-01"), "paid": True, "late": False, "grade": Grade.LOW, "amount": 1}
RULE = rule_of(ON <= START + LENGTH)


def basis(rule, *settings, regime=JIANGSU_2018, **row):
    return rule.decide(ROW | row, on=ON_DAY, regime=regime.with_settings(*settings)).basis


def test_the_2018_text_alone():
    assert basis(RULE) == Basis("jiangsu-2018-23", (), (), WorkCalendar().edition, __version__)


def test_the_readings_taken():
    rule = rule_of(WAY.pick(one=PAID, so_far=LATE))
    assert basis(rule).readings == (ChosenReading(WAY, WAY.option("one")),)
    assert basis(rule, setting(WAY, "so-far")).readings == (ChosenReading(WAY, WAY.option("so-far")),)
    assert basis(rule).readings != basis(rule, setting(WAY, "so-far")).readings
    assert basis(rule).readings[0] != "one"
    assert len({basis(rule).readings[0], basis(rule).readings[0], basis(rule, setting(WAY, "so-far")).readings[0]}) == 2


def test_the_reading_taken_in_the_case():
    rule = rule_of(WAY.pick(one=PAID, so_far=LATE))
    guarded = setting(WAY, "so-far", when=GRADE == Grade.LOW)
    taken = {
        grade: basis(rule, guarded, grade=grade).readings[0].option.name for grade in (Grade.LOW, Grade.HIGH, None)
    }
    assert taken == {Grade.LOW: "so-far", Grade.HIGH: "one", None: "one"}


def test_which_setting_won_and_over_what():
    low = setting(LENGTH, Years(2), Rank.DEPARTMENT_RULE, source="a rule")
    high = setting(LENGTH, Years(3), Rank.LAW, source="a law")
    guarded = setting(LENGTH, Years(5), Rank.LAW, when=PAID, source="a law for some")
    (applied,) = basis(RULE, low, high).settings
    assert (applied.setting, applied.over) == (high, (low,))
    assert applied.label.en == "length: by a law (law), which prevails over a rule"
    assert applied.label.zh == "中length：依a law（法律），优先于a rule"
    (applied,) = basis(RULE, low, high, guarded).settings
    assert (applied.setting, applied.over) == (guarded, (high, low))
    (applied,) = basis(RULE, low, high, guarded, paid=False).settings
    assert (applied.setting, applied.over) == (high, (low,))
    (applied,) = basis(RULE, low).settings
    assert applied.label.en == "length: by a rule (rule of a national department)"


def test_where_a_guard_is_open_each_that_may_apply_is_told():
    high = setting(LENGTH, Years(3), source="a law")
    guarded = setting(LENGTH, Years(5), when=PAID, source="a law for some")
    found = basis(RULE, high, guarded, paid=None).settings
    assert [applied.setting for applied in found] == [guarded, high]
    assert [applied.setting for applied in basis(RULE, guarded, paid=None).settings] == [guarded]


def test_the_winner_by_the_answer():
    decision = RULE.decide(
        ROW,
        on=ON_DAY,
        regime=JIANGSU_2018.with_settings(setting(LENGTH, Years(2)), setting(LENGTH, Years(1), Rank.DEPARTMENT_RULE)),
    )
    assert (decision.verdict, decision.last) == (Verdict.YES, dt.date(2021, 1, 1))


def test_settings_that_the_case_does_not_meet_are_not_told():
    rule = rule_of(START + If(GRADE == Grade.LOW, LENGTH, OPEN) >= ON)
    length, filled = setting(LENGTH, Years(2)), setting(OPEN, Years(3))

    def met(grade):
        return [applied.setting.term.name for applied in basis(rule, length, filled, grade=grade).settings]

    assert met(Grade.LOW) == ["length"]
    assert met(Grade.HIGH) == ["open-term"]
    assert met(None) == ["length", "open-term"]


def test_settings_in_the_branch_of_another_reading_are_not_told():
    rule = rule_of(WAY.pick(one=ON <= START + LENGTH, so_far=ON <= START + OPEN))
    length, filled = setting(LENGTH, Years(2)), setting(OPEN, Years(3))

    def met(*more):
        return [applied.setting.term.name for applied in basis(rule, length, filled, *more).settings]

    assert met() == ["length"]
    assert met(setting(WAY, "so-far")) == ["way", "open-term"]
    assert met(setting(WAY, "so-far", when=AMOUNT < 3)) == ["way", "open-term"]
    assert met(setting(WAY, "so-far", when=AMOUNT > 3)) == ["length"]


def test_settings_of_terms_that_the_rule_does_not_name_are_not_told():
    assert basis(RULE, setting(OPEN, Years(2))).settings == ()


def test_the_calendars_edition():
    known = WorkCalendar().as_known_on(day("2020-01-01"))
    regime = Regime("other", JIANGSU_2018.in_force_from, calendar=known)
    assert basis(RULE, regime=regime).calendar_edition == known.edition
    assert basis(RULE, regime=regime).regime == "other"
