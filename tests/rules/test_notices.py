import datetime as dt

import pytest

from jscredit.deadlines import Years
from jscredit.errors import InvalidInput
from jscredit.law import M, Rank
from jscredit.rules import JIANGSU_2018, ON, PERIOD, Notice, NoticeWhen, Option, Term, UnderReading, Verdict, reading
from oracles.little import AMOUNT, GRADE, LATE, LENGTH, PAID, START, WAY, Grade, day, label, rule_of, setting

FIRST = dt.date(2018, 1, 29)
EARLY = day("2020-06-01")  # no later law yet
CLEAN = rule_of(WAY.pick(one=START + Years(1) < ON, so_far=ON > START))
ROW = {"start_on": day("2019-01-01")}


def codes(decision):
    return [notice.code for notice in decision.notices]


def test_where_readings_differ_both_answers_are_told():
    decision = CLEAN.decide(ROW, on=day("2019-06-01"))
    assert decision.verdict is Verdict.NO
    (notice,) = decision.notices
    assert notice.code == "reading.way.so-far"
    assert notice.citation == M.article(34).zh
    assert "'one', the answer is no; by 'so far' it would be yes" in notice.text("en")
    assert "“中one”，结论为否" in notice.text("zh")
    assert "“中so far”，结论为是" in notice.text()


def test_where_they_agree_nothing_is_said():
    assert codes(CLEAN.decide(ROW, on=day("2018-06-01"))) == []
    assert codes(CLEAN.decide(ROW, on=EARLY)) == []


def test_the_other_way_round_under_the_other_reading():
    decision = CLEAN.decide(ROW, on=day("2019-06-01"), regime=JIANGSU_2018.reading(WAY, "so-far"))
    assert decision.verdict is Verdict.YES
    assert codes(decision) == ["reading.way.one"]
    assert "'so far', the answer is yes; by 'one' it would be no" in decision.notices[0].text("en")


def test_an_undetermined_answer_differs_too():
    decision = CLEAN.decide({"start_on": None}, on=EARLY)
    assert codes(decision) == []
    half = rule_of(WAY.pick(one=PAID, so_far=ON > START)).decide(ROW | {"paid": None}, on=EARLY)
    assert codes(half) == ["reading.way.so-far"]
    assert "the answer is undetermined" in half.notices[0].text("en")


def test_a_reading_with_three_options():
    three = reading("three", label("three"), M.article(1), *(Option(name, label(name)) for name in "abc"))
    rule = rule_of(three.pick(a=PAID, b=~PAID, c=LATE), PAID | LATE)
    assert codes(rule.decide({"paid": True, "late": False}, on=EARLY)) == ["reading.three.b", "reading.three.c"]


def test_a_reading_taken_by_case_is_compared_with_the_others():
    by_case = JIANGSU_2018.with_settings(setting(WAY, "so-far", when=PAID))
    rule = rule_of(WAY.pick(one=START + Years(1) < ON, so_far=ON > START), PAID | LATE | (day("2030-01-01") > START))

    def ask(paid):
        return rule.decide(ROW | {"paid": paid, "late": None}, on=day("2019-06-01"), regime=by_case)

    assert (ask(True).verdict, codes(ask(True))) == (Verdict.YES, ["reading.way.one"])
    assert (ask(False).verdict, codes(ask(False))) == (Verdict.NO, ["reading.way.so-far"])
    # Which reading is taken is not known: the answers of both that differ from "undetermined" but the general one.
    assert (ask(None).verdict, codes(ask(None))) == (Verdict.UNDETERMINED, ["reading.way.so-far"])


@pytest.mark.parametrize(
    ("on", "named"),
    [
        ("2021-12-31", None),
        ("2022-01-01", ["Jiangsu Social Credit Regulation"]),
        ("2023-05-01", ["Jiangsu Social Credit Regulation", "NDRC Order No. 58"]),
        ("2026-03-31", ["Jiangsu Social Credit Regulation", "NDRC Order No. 58", "2025 No. 4"]),
        ("2026-04-01", ["Jiangsu Social Credit Regulation", "2025 No. 4", "NDRC Order No. 36"]),
    ],
)
def test_the_later_law_is_told_by_name(on, named):
    notices = rule_of(PAID).decide({"paid": True}, on=day(on)).notices
    if named is None:
        assert notices == ()
        return
    (notice,) = notices
    assert notice.code == "later-law"
    assert all(name in notice.text("en") for name in named)
    assert ("NDRC Order No. 58" in notice.text("en")) is ("NDRC Order No. 58" in named)
    assert "2018年文本" in notice.text("zh")


def own(code, when):
    return NoticeWhen(Notice(code, label(code), "somewhere"), when=when)


def test_a_rules_own_notices_are_said_where_their_tests_must_hold():
    rule = rule_of(PAID, notices=(own("early", ON <= START), own("late", LATE), own("grade", GRADE == Grade.LOW)))
    row = {"paid": True, "start_on": day("2019-01-01"), "late": None, "grade": Grade.LOW}
    assert codes(rule.decide(row, on=day("2019-01-01"))) == ["early", "grade"]
    assert codes(rule.decide(row | {"late": True, "grade": None}, on=day("2019-01-02"))) == ["late"]
    assert [fact.name for fact in rule.facts] == ["paid", "start_on", "late", "grade"]


def test_a_notice_may_use_a_term_whose_setting_has_a_guard():
    rule = rule_of(PAID, notices=(own("past", ON > START + LENGTH),))
    regime = JIANGSU_2018.with_settings(setting(LENGTH, Years(3), when=AMOUNT < 3))
    assert [fact.name for fact in rule.bind(regime).facts] == ["paid", "start_on", "amount"]
    row = {"paid": True, "start_on": day("2018-06-01"), "amount": 1}
    assert codes(rule.decide(row, on=EARLY, regime=regime)) == []
    assert codes(rule.decide(row | {"amount": 5}, on=EARLY, regime=regime)) == ["past"]


def test_a_notices_test_is_a_yes_or_no():
    with pytest.raises(InvalidInput):
        own("x", START)


UNDER = UnderReading(WAY, "so-far", frozenset({Rank.NATIONAL_DEPARTMENT_DOCUMENT}))
WIDE = Term(
    "wide", PERIOD, label("wide"), M.article(30), default=Years(1), yields_to=frozenset({Rank.LAW}), yields_under=UNDER
)


def test_a_setting_that_counts_only_by_a_reading_is_said():
    rule = rule_of(ON <= START + WIDE)
    regime = JIANGSU_2018.reading(WAY, "so-far").with_settings(
        setting(WIDE, Years(3), Rank.NATIONAL_DEPARTMENT_DOCUMENT, source="a document")
    )
    decision = rule.decide(ROW, on=day("2020-12-31"), regime=regime)
    assert decision.verdict is Verdict.YES
    assert codes(decision) == ["setting.wide.by-reading", "reading.way.one"]
    notice = decision.notices[0]
    assert "a document" in notice.text("en")
    assert "'so far'" in notice.text("en")
    assert "a document" in notice.text("zh")
    by_law = JIANGSU_2018.with_settings(setting(WIDE, Years(3)))
    assert codes(rule.decide(ROW, on=day("2020-12-31"), regime=by_law)) == []
