import datetime as dt
from enum import Enum

import pytest

from jscredit.deadlines import Days, WorkingDays, Years
from jscredit.errors import Label
from jscredit.law import M, Rank
from jscredit.rules import ON, Condition, If, Rule, Verdict, in_words, literal, rule_markdown, rule_text
from jscredit.rules.facts import Fact
from oracles.little import AMOUNT, END, GRADE, LATE, LENGTH, OPEN, PAID, SPELL, START, WAY, Grade, label, rule_of


class Plain(Enum):
    ONE = 1


PLAIN = Fact.choice("plain", Plain, label("plain"))
ANSWER = Fact.choice("answer", Verdict, label("answer"))

WORDS = [
    (PAID, "paid", "中paid"),
    (~PAID, "it is not so that paid", "并非“中paid”"),
    (PAID & LATE, "paid and late", "中paid，且中late"),
    (PAID | LATE, "paid or late", "中paid，或者中late"),
    (PAID & (LATE | ~PAID), "paid and (late or (it is not so that paid))", "中paid，且（中late，或者并非“中paid”）"),
    (~(PAID & LATE), "it is not so that (paid and late)", "并非“（中paid，且中late）”"),
    (~PAID & LATE, "(it is not so that paid) and late", "并非“中paid”，且中late"),
    (ON > START, "the start is before the day asked about", "中start早于所问之日"),
    (START + Years(1) >= ON, "the day asked about is not after the start plus 1 year", "所问之日不晚于中start加1年"),
    (dt.date(2024, 1, 1) > ON, "the day asked about is before 2024-01-01", "所问之日早于2024-01-01"),
    (START + WorkingDays(10) < END, "the start plus 10 working days is before the end", "中start加10个工作日早于中end"),
    (START + LENGTH <= END, "the start plus the length is not after the end", "中start加中length不晚于中end"),
    (Days(1) == SPELL, "the spell is 1 day", "中spell为1日"),
    (AMOUNT < 3, "the amount is less than 3", "中amount小于3"),
    (AMOUNT <= 3, "the amount is not more than 3", "中amount不超过3"),
    (GRADE == Grade.LOW, "the grade is low", "中grade为low"),
    (GRADE.is_in(Grade.LOW, Grade.HIGH), "the grade is one of: low, high", "中grade为下列之一：low、high"),
    (PLAIN == Plain.ONE, "the plain is 1", "中plain为1"),
    (ANSWER == Verdict.YES, "the answer is yes", "中answer为是"),
    (PAID == True, "paid is yes", "中paid为是"),  # noqa: E712 - builds a node
    (PAID == False, "paid is no", "中paid为否"),  # noqa: E712 - builds a node
    (
        START + If(PAID & LATE, literal(Years(1)), OPEN) >= ON,
        "the day asked about is not after the start plus (if (paid and late), 1 year, otherwise the open)",
        "所问之日不晚于中start加（如（中paid，且中late），则1年，否则中open）",
    ),
    (
        WAY.pick(one=PAID, so_far=PAID | LATE) & LATE,
        "(one: paid; so far: (paid or late)) and late",
        "（中one：中paid；中so far：（中paid，或者中late）），且中late",
    ),
]


@pytest.mark.parametrize(("node", "english", "chinese"), WORDS, ids=range(len(WORDS)))
def test_an_expression_in_words(node, english, chinese):
    assert in_words(node, "en") == english
    assert in_words(node, "zh") == chinese
    assert in_words(node) == chinese


def test_different_expressions_are_different_words():
    assert len({english for _, english, _ in WORDS}) == len(WORDS)
    assert len({chinese for _, _, chinese in WORDS}) == len(WORDS)


RULE = rule_of(paid=PAID, in_time=ON > START)


def test_a_rule_as_text():
    assert rule_text(RULE, "en").splitlines() == [
        f"little ({M.article(34).en})",
        "1. paid [paid] (art. 34)",
        "   paid",
        "2. in-time [in-time] (art. 34)",
        "   the start is before the day asked about",
    ]
    assert rule_text(RULE).splitlines() == [
        f"中little ({M.article(34).zh})",
        "1. 中paid [paid] (第三十四条)",
        "   中paid",
        "2. 中in-time [in-time] (第三十四条)",
        "   中start早于所问之日",
    ]


def test_a_rule_as_markdown():
    assert rule_markdown(RULE, "en").splitlines() == [
        "### little",
        "",
        M.article(34).en,
        "",
        "| id | clause | requirement | test |",
        "| --- | --- | --- | --- |",
        "| `paid` | art. 34 | paid | paid |",
        "| `in-time` | art. 34 | in-time | the start is before the day asked about |",
    ]
    assert rule_markdown(RULE).splitlines()[4:7] == [
        "| 编号 | 条款 | 要求 | 判断 |",
        "| --- | --- | --- | --- |",
        "| `paid` | 第三十四条 | 中paid | 中paid |",
    ]


def test_a_bar_in_a_label_does_not_break_the_table():
    barred = Label("甲|乙", "a|b")
    rule = Rule("r", M.article(1), barred, (Condition("c", M.article(1), barred, PAID),))
    assert "a\\|b" in rule_markdown(rule, "en")
    assert "甲\\|乙" in rule_markdown(rule)


def test_a_long_list_gives_each_name_with_its_code():
    ranks = tuple(Rank)[:7]
    said = in_words(Fact.choice("rank", Rank, label("rank")).is_in(*ranks), "en")
    assert said == "the rank is one of: " + ", ".join(f"{rank.label.en} ({rank.name.lower()})" for rank in ranks)
