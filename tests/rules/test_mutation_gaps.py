"""What `tools/mutate.py` showed untested in the engine."""

import datetime as dt
from enum import Enum, StrEnum

from jscredit.deadlines import Days, WorkingDays
from jscredit.errors import Label
from jscredit.law import M
from jscredit.rules import ON, Condition, Fact, Rule, Verdict
from jscredit.rules.serial import value_from_json, value_json
from jscredit.rules.types import choice

WORD, CITED = Label("某", "some"), M.article(7)
SENT_ON = Fact.day("sent_on", Label("送达日", "day of sending"))
DONE_ON = Fact.day("done_on", Label("办结日", "day of completion"))
LATE = Fact.flag("late", Label("逾期", "late"))
IN_TIME = Rule("in-time", CITED, WORD, (Condition("in-time", CITED, WORD, SENT_ON + WorkingDays(3) >= DONE_ON),))


class Grade(StrEnum):
    FIRST = "grade-1"


class Colour(Enum):
    DARK_RED = 7


def test_a_member_of_texts_is_its_text_and_another_one_its_name():
    assert value_json(Grade.FIRST) == "grade-1"
    assert value_json(Colour.DARK_RED) == "dark_red"
    assert value_from_json("grade-1", choice(Grade)) is Grade.FIRST
    assert value_from_json("dark_red", choice(Colour)) is Colour.DARK_RED


def test_a_test_without_the_day_asked_about_counts_by_the_calendar():
    # Three working days from the Friday before the Spring Festival of 2026 end on 25 February.
    for done_on, answer in ((dt.date(2026, 2, 25), Verdict.YES), (dt.date(2026, 2, 26), Verdict.NO)):
        row = {"sent_on": dt.date(2026, 2, 13), "done_on": done_on}
        decision = IN_TIME.decide(row, on=dt.date(2026, 3, 2))
        assert decision.verdict is answer
        assert IN_TIME.bind().verdict(row, dt.date(2026, 3, 2)) is answer


def test_what_either_of_two_days_leaves_open_is_missing():
    either = Rule(
        "either", CITED, WORD, (Condition("either", CITED, WORD, (SENT_ON + Days(1) < ON) | (DONE_ON + Days(1) < ON)),)
    )
    decision = either.decide({"sent_on": None, "done_on": None}, on=dt.date(2026, 3, 2))
    assert decision.missing == ("done_on", "sent_on")
    guarded = Rule(
        "guarded", CITED, WORD, (Condition("guarded", CITED, WORD, (LATE & (SENT_ON < ON)) | (DONE_ON < ON)),)
    )
    decision = guarded.decide({"sent_on": None, "done_on": None, "late": None}, on=dt.date(2026, 3, 2))
    assert decision.missing == ("done_on", "late", "sent_on")
