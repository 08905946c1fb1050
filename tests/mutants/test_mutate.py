"""The mutator itself: it makes the changes that it says, one at a time, and none that is no rule."""

from datetime import date

import pytest

from jscredit.deadlines import Days, WorkingDays, Years
from jscredit.errors import Label
from jscredit.law import M
from jscredit.rules import ON, PERIOD, Condition, Fact, If, Option, Quantity, Rule, Term, in_words, literal, reading
from mutants.mutate import changes, mutants
from oracles.dice import dice
from oracles.twins import COLOUR, DAYS, FLAGS, WEIGHT, WORD, Colour, a_flag

WET, COLD, DARK = (Fact.flag(fact.name, Label(fact.name, fact.name)) for fact in FLAGS)
SOWN = Fact.day("sown", Label("sown", "sown"))
CITED = M.article(1)
SPELL = Term("spell", PERIOD, WORD, CITED, default=Years(1))
WAY = reading("way", WORD, CITED, Option("one", WORD), Option("other-way", WORD))


@pytest.mark.parametrize(
    ("node", "names"),
    [
        (ON < SOWN, ["whole: < to <="]),
        (ON >= SOWN, ["whole: <= to <"]),
        (WET & COLD, ["whole: and to or", "whole: part 0 dropped", "whole: part 1 dropped"]),
        (WET | COLD | DARK, ["whole: or to and", *(f"whole: part {n} dropped" for n in range(3))]),
        (~WET, ["whole: not dropped"]),
        (COLOUR == Colour.GREEN, ["right: green to red"]),
        (COLOUR.is_in(Colour.RED, Colour.BLUE), ["whole: without red", "whole: without blue"]),
        (COLOUR.is_in(Colour.RED), []),
        (WEIGHT <= 2, ["whole: <= to <", "right: 2 to 1", "right: 2 to 3"]),
        (If(WET, COLD, DARK), ["whole: branches exchanged"]),
        (literal(value=True), ["whole: True to False"]),
        (literal(date(2024, 3, 1)), ["whole: 2024-03-01 to 2024-02-29", "whole: 2024-03-01 to 2024-03-02"]),
        (SOWN + Years(1), ["whole: sum dropped", "period: Years(n=1) to Years(n=2)"]),
        (SOWN + WorkingDays(2), ["whole: sum dropped", *(f"whole: 2 to {n} working days" for n in (1, 3))]),
        (SOWN + SPELL, ["whole: sum dropped", "period: spell Years(n=1) to Years(n=2)"]),
        (WAY.pick(one=WET, other_way=~WET), ["whole: way exchanged", "other-way: not dropped"]),
        (WET & ~(COLD | DARK), ["whole: and to or", "whole: part 0 dropped", "whole: part 1 dropped"]),
    ],
)
def test_the_changes_of_one_expression(node, names):
    found = [change.name for change in changes(node)]
    assert found[: len(names)] == names
    assert len(found) == len(names) or any(isinstance(part, type(~WET)) for part in node.parts)


def test_a_change_stands_in_the_place_that_it_names():
    node = WET & ~(COLD | (ON < SOWN))
    found = {change.name: in_words(change.node, "en") for change in changes(node)}
    assert found["1.arg.1: < to <="] == (
        "wet and (it is not so that (cold or the day asked about is not after the sown))"
    )
    assert found["1: not dropped"] == "wet and (cold or the day asked about is before the sown)"
    assert found["1.arg: part 1 dropped"] == "wet and (it is not so that cold)"


def test_a_rule_loses_each_condition_once():
    rule = Rule("r", CITED, WORD, (Condition("a", CITED, WORD, WET), Condition("b", CITED, WORD, ON > SOWN)))
    found = {mutant.name: [part.id for part in mutant.rule.conditions] for mutant in mutants(rule)}
    assert found == {"r/a: condition dropped": ["b"], "r/b: condition dropped": ["a"], "r/b whole: < to <=": ["a", "b"]}


def test_a_rule_of_one_condition_then_always_holds():
    rule = Rule("r", CITED, WORD, (Condition("a", CITED, WORD, WET),))
    (only,) = mutants(rule)
    assert only.rule.decide({}, on=date(2024, 1, 1)).verdict == "yes"


def test_a_quantity_is_changed_in_its_day():
    quantity = Quantity("q", CITED, WORD, SOWN + Days(2))
    assert [mutant.name for mutant in mutants(quantity)] == [
        "q whole: sum dropped",
        "q period: Days(n=2) to Days(n=1)",
        "q period: Days(n=2) to Days(n=3)",
    ]


def test_every_mutant_of_invented_rules_is_another_expression():
    rng = dice(5)
    for _ in range(200):
        node = a_flag(rng, 3).node
        said = in_words(node, "en")
        for change in changes(node):
            assert in_words(change.node, "en") != said or "exchanged" in change.name or "dropped" in change.name
    assert len(DAYS) == 2
