"""What `tools/mutate.py` showed untested in the engine."""

import datetime as dt
import json
import re
from enum import Enum, StrEnum
from html import escape

import pytest

from jscredit.deadlines import Days, WorkingDays, Years
from jscredit.errors import InvalidInput, Label
from jscredit.law import M, Rank
from jscredit.rules import (
    JIANGSU_2018,
    NUMBER,
    ON,
    PERIOD,
    Condition,
    Fact,
    If,
    Option,
    Rule,
    Setting,
    Source,
    Term,
    UnderReading,
    Verdict,
    literal,
    reading,
    settings_from_json,
)
from jscredit.rules.intervals import meet
from jscredit.rules.serial import rule_json, value_from_json, value_json
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


AMOUNT = Fact.number("amount", Label("金额", "amount"))
COLOUR = Fact.choice("colour", Colour, Label("颜色", "colour"))
LIMIT = Term("limit", NUMBER, WORD, CITED, default=5, yields_to=frozenset({Rank.LAW}))


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (AMOUNT == 7, AMOUNT > 5, True),
        (AMOUNT == 5, AMOUNT > 5, False),
        (AMOUNT == 5, AMOUNT >= 5, True),
        (AMOUNT == 4, AMOUNT >= 5, False),
        (AMOUNT == 3, AMOUNT < 5, True),
        (AMOUNT == 5, AMOUNT < 5, False),
        (AMOUNT == 5, AMOUNT <= 5, True),
        (AMOUNT == 6, AMOUNT <= 5, False),
        (AMOUNT.is_in(1, 9), (AMOUNT > 2) & (AMOUNT < 9), False),
        (AMOUNT.is_in(1, 9), (AMOUNT > 2) & (AMOUNT <= 9), True),
        (AMOUNT > 5, AMOUNT < 5, False),
        (AMOUNT >= 5, AMOUNT <= 5, True),
        (AMOUNT > 5, AMOUNT <= 5, False),
        (AMOUNT >= 5, AMOUNT < 5, False),
        (AMOUNT > 4, AMOUNT < 5, True),
        (~(AMOUNT == 5), AMOUNT.is_in(5), False),
        (~(AMOUNT == 5), AMOUNT.is_in(5, 6), True),
        (LATE, ~LATE, False),
    ],
)
def test_which_guards_can_both_hold(one, other, both):
    law = Source("虚构法", Rank.LAW)
    settings = (Setting(LIMIT, 6, law, one), Setting(LIMIT, 7, law, other))
    if both:
        with pytest.raises(InvalidInput) as caught:
            JIANGSU_2018.with_settings(*settings)
        assert caught.value.code == "setting.tie"
    else:
        assert JIANGSU_2018.with_settings(*settings).settings == settings


def test_the_place_of_a_fault_within_a_setting_is_told():
    facts = {fact.name: fact for fact in (SENT_ON, DONE_ON)}
    due = {"op": "plus-working-days", "args": [{"fact": "done_on"}], "n": 0}
    when = {"op": "less", "args": [{"fact": "sent_on"}, due]}
    setting = {"term": "limit", "value": 6, "source": {"citation": "虚构法", "rank": "law"}, "when": when}
    document = {"schema": "jscredit.settings", "version": 1, "settings": [setting]}
    with pytest.raises(InvalidInput) as caught:
        settings_from_json(json.dumps(document), terms=[LIMIT], facts=facts.values())
    assert [fault.field for fault in caught.value.faults] == ["settings[0].n"]


def test_a_part_that_is_settled_by_the_calendar_settles_the_whole():
    test = LATE & (SENT_ON + WorkingDays(3) >= DONE_ON)
    rule = Rule("both", CITED, WORD, (Condition("both", CITED, WORD, test),))
    for done_on, answer in ((dt.date(2026, 2, 25), Verdict.UNDETERMINED), (dt.date(2026, 2, 26), Verdict.NO)):
        row = {"late": None, "sent_on": dt.date(2026, 2, 13), "done_on": done_on}
        assert rule.decide(row, on=dt.date(2026, 3, 2)).verdict is answer


def test_a_choice_between_an_open_term_and_a_value():
    open_term = Term("open", PERIOD, WORD, CITED, within=(Years(1), Years(3)))
    span = If(COLOUR == Colour.DARK_RED, open_term, literal(Years(5)))
    rule = Rule("chosen", CITED, WORD, (Condition("chosen", CITED, WORD, SENT_ON + span >= ON),))
    row = {"sent_on": dt.date(2020, 1, 2), "colour": Colour.DARK_RED}
    days = (dt.date(2020, 6, 1), dt.date(2022, 6, 1), dt.date(2023, 6, 1))
    answers = [Verdict.YES, Verdict.UNDETERMINED, Verdict.NO]
    assert [rule.decide(row, on=day).verdict for day in days] == answers
    assert [rule.bind().verdict(row, day) for day in days] == answers
    law = JIANGSU_2018.with_settings(Setting(open_term, Years(2), Source("虚构法", Rank.AGENCY_SETTING)))
    assert [rule.bind(law).verdict(row, day).value for day in days] == ["yes", "no", "no"]


def test_a_negation_around_the_day_asked_about():
    rule = Rule("not-yet", CITED, WORD, (Condition("not-yet", CITED, WORD, ~(LATE & (SENT_ON <= ON))),))
    row = {"late": True, "sent_on": dt.date(2020, 1, 2)}
    for day, answer in ((dt.date(2020, 1, 1), Verdict.YES), (dt.date(2020, 1, 2), Verdict.NO)):
        assert rule.bind().verdict(row, day) is answer
        assert rule.decide(row, on=day).verdict is answer
        assert rule.bind().verdict(row | {"late": False}, day) is Verdict.YES


def test_two_spans_that_touch_meet_in_a_day():
    first, middle, last = (dt.date(2020, 1, day) for day in (1, 2, 3))
    assert meet(((first, middle),), ((middle, last),)) == ((middle, middle),)
    assert meet(((first, first),), ((middle, last),)) == ()


def test_what_is_not_met_is_told_with_its_clause_in_the_readers_language():
    decision = IN_TIME.decide(
        {"sent_on": dt.date(2026, 2, 13), "done_on": dt.date(2026, 2, 26)}, on=dt.date(2026, 3, 2)
    )
    for lang in ("zh", "en"):
        assert f"{WORD.text(lang)} [{CITED.short.text(lang)}]" in decision.explain(lang)
    assert CITED.short.zh not in decision.explain("en")


def test_a_setting_that_counts_by_a_reading_is_told_with_the_clause_of_the_reading():
    way = reading("way", WORD, M.article(3), Option("wide", WORD), Option("narrow", Label("窄", "narrow")))
    yielding = Term(
        "sum", NUMBER, WORD, CITED, default=5, yields_under=UnderReading(way, "wide", frozenset({Rank.LAW}))
    )
    rule = Rule("sum", CITED, WORD, (Condition("sum", CITED, WORD, yielding < AMOUNT),))
    law = JIANGSU_2018.with_settings(Setting(yielding, 6, Source("虚构法", Rank.LAW)))
    decision = rule.decide({"amount": 7}, on=dt.date(2020, 1, 2), regime=law)
    (notice,) = (each for each in decision.notices if each.code == "setting.sum.by-reading")
    assert notice.citation == M.article(3).zh


def test_a_page_has_the_heading_and_the_text_of_each_line_in_both_languages():
    decision = IN_TIME.decide({"sent_on": dt.date(2026, 2, 13), "done_on": None}, on=dt.date(2026, 3, 2))
    zh, en = (decision.explain(lang).split("\n")[1:] for lang in ("zh", "en"))
    cells = re.findall(r"<tr><th>(.*?)</th><td>(.*?)<br>(.*?)</td></tr>", decision._repr_html_())
    assert len(cells) == len(zh) == len(en)
    for (heading, chinese, english), zh_line, en_line in zip(cells, zh, en, strict=True):
        zh_word, _, zh_text = zh_line.partition("：")
        en_word, _, en_text = en_line.partition(": ")
        assert heading == escape(f"{zh_word} {en_word}")
        assert (chinese, english) == (escape(zh_text), escape(en_text))


def test_the_names_in_a_rules_document():
    document = rule_json(IN_TIME)
    (condition,) = document["conditions"]
    assert set(document) == {"schema", "version", "id", "citation", "label", "conditions"}
    assert set(condition) == {"id", "citation", "label", "test"}
    assert (document["schema"], document["version"]) == ("jscredit.rule", 1)
    assert (document["citation"], condition["citation"]) == (CITED.ledger_id, CITED.ledger_id)
    assert document["label"] == condition["label"] == {"zh": WORD.zh, "en": WORD.en}
