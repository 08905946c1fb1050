"""What random rules and mutants have found in the engine, each as its smallest case."""

from datetime import date

import pytest

from jscredit.deadlines import Days, Months, Years
from jscredit.errors import InvalidInput
from jscredit.law import Rank
from jscredit.rules import (
    JIANGSU_2018,
    ON,
    PERIOD,
    Condition,
    Notice,
    NoticeWhen,
    Option,
    Rule,
    Setting,
    Source,
    Term,
    Verdict,
    literal,
    reading,
)
from oracles.twins import CITED, COLOUR, DAYS, FLAGS, WORD, Colour

WET, COLD, DARK = FLAGS
SOWN, GROWN = DAYS
DAY = date(2024, 3, 1)
SPELL = Term("spell", PERIOD, WORD, CITED, default=Days(2), yields_to=frozenset({Rank.LAW}))
WAY = reading("way", WORD, CITED, Option("one", WORD), Option("other", WORD))


def decide(test, *, regime=JIANGSU_2018, notices=(), **row):
    return Rule("r", CITED, WORD, (Condition("c", CITED, WORD, test),), notices).decide(row, on=DAY, regime=regime)


def test_a_known_sum_among_days_is_known_beside_an_unknown_fact():
    test = (SOWN + Days(1)).is_in(DAY) & WET
    assert decide(test, sown_on=DAY, wet=None).verdict is Verdict.NO


def test_known_conditions_compared_are_known_beside_an_unknown_fact():
    test = ((WET & COLD) == DARK) & (SOWN <= GROWN)
    assert decide(test, wet=True, cold=True, dark=False, sown_on=None, grown_on=None).verdict is Verdict.NO


def test_a_test_that_contradicts_itself_is_a_no_although_its_fact_is_unknown():
    found = decide((COLOUR == Colour.BLUE) & COLOUR.is_in(Colour.RED, Colour.GREEN), colour=None)
    assert (found.verdict, found.missing) == (Verdict.NO, ())


def test_another_reading_may_meet_a_guard_of_facts_that_this_one_does_not_ask_for():
    law = JIANGSU_2018.with_settings(Setting(SPELL, Days(9), Source("a law", Rank.LAW), when=WET))
    test = WAY.pick(one=COLD, other=SOWN + SPELL > ON)
    found = decide(test, regime=law, cold=False, sown_on=DAY, wet=True)
    assert [each.code for each in found.notices if each.code.startswith("reading")] == ["reading.way.other"]


def test_a_notice_may_meet_a_guard_of_facts_that_no_condition_asks_for():
    law = JIANGSU_2018.with_settings(Setting(SPELL, Days(9), Source("a law", Rank.LAW), when=WET))
    notice = NoticeWhen(Notice("n", WORD), when=SOWN + SPELL > ON)
    found = decide(COLD, regime=law, notices=(notice,), cold=True, sown_on=DAY, wet=True)
    assert [each.code for each in found.notices if each.code == "n"] == ["n"]


@pytest.mark.parametrize("value", [Days(365), Days(1096), Days(364)])
def test_a_period_lies_within_two_others_from_every_start(value):
    term = Term("open", PERIOD, WORD, CITED, within=(Years(1), Years(3)))
    with pytest.raises(InvalidInput):
        Setting(term, value, Source("a standard", Rank.AGENCY_SETTING))


@pytest.mark.parametrize("value", [Days(366), Days(1095), Months(12), Months(36), Years(2)])
def test_its_ends_are_within(value):
    term = Term("open", PERIOD, WORD, CITED, within=(Years(1), Years(3)))
    assert Setting(term, value, Source("a standard", Rank.AGENCY_SETTING)).value == value


def test_a_narrower_window_names_no_fact_that_a_wider_one_settles():
    test = (ON > GROWN) & (~WET | (ON < SOWN))
    found = decide(test, grown_on=None, wet=False, sown_on=None)
    assert (found.verdict, found.missing) == (Verdict.UNDETERMINED, ("grown_on",))


def test_what_both_windows_leave_open_is_named():
    test = (ON > GROWN) & (~WET | (ON < SOWN))
    found = decide(test, grown_on=date(2024, 1, 1), wet=None, sown_on=None)
    assert (found.verdict, found.missing) == (Verdict.UNDETERMINED, ("sown_on", "wet"))
    assert decide(test | literal(value=True), grown_on=None, wet=None, sown_on=None).missing == ()
