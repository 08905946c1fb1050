import datetime as dt
import json
from decimal import Decimal
from enum import Enum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jscredit.deadlines import Days, Months, WorkingDays, Years
from jscredit.errors import InvalidInput
from jscredit.rules import DAY, FLAG, NUMBER, ON, PERIOD, If, expression_from_json, expression_json, literal, rule_json
from jscredit.rules.expressions import Literal
from jscredit.rules.serial import value_from_json, value_json
from jscredit.rules.structure import structure
from jscredit.rules.terms import READING
from jscredit.rules.types import choice
from oracles.little import (
    AMOUNT,
    BY_NAME,
    END,
    GRADE,
    LATE,
    LENGTH,
    PAID,
    SPELL,
    START,
    WAY,
    Grade,
    day,
    rule_of,
    tried,
)


class Plain(Enum):
    ONE = 1


VALUES = [
    (True, FLAG, True),
    (False, FLAG, False),
    (dt.date(2024, 2, 29), DAY, "2024-02-29"),
    (Days(3), PERIOD, {"days": 3}),
    (Months(3), PERIOD, {"months": 3}),
    (Years(3), PERIOD, {"years": 3}),
    (7, NUMBER, 7),
    (Decimal("0.50"), NUMBER, "0.50"),
    (Grade.LOW, choice(Grade), "low"),
    (Plain.ONE, choice(Plain), "one"),
    ("so-far", READING, "so-far"),
]


@pytest.mark.parametrize(("value", "kind", "written"), VALUES)
def test_values_are_written_and_read_back(value, kind, written):
    assert value_json(value) == written
    back = value_from_json(json.loads(json.dumps(written)), kind)
    assert back == value
    assert type(back) is type(value)


def test_unknown_is_null():
    assert value_json(None) is None


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (None, FLAG),
        (1, FLAG),
        ("yes", FLAG),
        ("2024-02-30", DAY),
        ("20240229", DAY),
        ("2024-W09-4", DAY),
        ("2024-02-29T00:00:00", DAY),
        (20240229, DAY),
        (None, DAY),
        (1.5, NUMBER),
        (True, NUMBER),
        ("NaN", NUMBER),
        ("sNaN", NUMBER),
        ("-Infinity", NUMBER),
        ("1e9999999999999999999", NUMBER),
        ("a lot", NUMBER),
        (3, PERIOD),
        ({"years": 0}, PERIOD),
        ({"years": True}, PERIOD),
        ({"years": 1.5}, PERIOD),
        ({"years": 1, "months": 1}, PERIOD),
        ({"weeks": 1}, PERIOD),
        ({"workingdays": 1}, PERIOD),
        ({}, PERIOD),
        ([["years", 1]], PERIOD),
        ("LOW", choice(Grade)),
        ("nothing", choice(Grade)),
        (["low"], choice(Grade)),
        (1, choice(Plain)),
        (1, READING),
        (None, READING),
    ],
)
def test_what_stands_for_no_value_is_refused(raw, kind):
    with pytest.raises(InvalidInput) as caught:
        value_from_json(raw, kind)
    assert caught.value.code == "json.value"
    if isinstance(raw, str):
        assert raw not in str(caught.value)


NODES = [
    PAID,
    literal(True),
    PAID & LATE & (AMOUNT < 3),
    (PAID | ~LATE) & (GRADE == Grade.LOW),
    GRADE.is_in(Grade.LOW, Grade.HIGH),
    AMOUNT.is_in(1, 2, Decimal("0.5")),
    GRADE != Grade.LOW,
    START + Years(1) <= END,
    literal(day("2024-01-01")) > START + SPELL,
    day("2024-01-01") <= START,
    START + WorkingDays(10) < END,
    ON > START,
    (START + If(PAID, literal(Years(1)), literal(Years(3))) >= ON) & LATE,
    If(PAID, LATE, AMOUNT == 3),
    If(PAID, literal(True), LATE),
    If(PAID, START, END) == literal(day("2024-01-01")),
    If(PAID, literal(day("2024-01-01")), END) < START,
    If(PAID, If(LATE, literal(1), literal(2)), AMOUNT) < literal(3),
    Days(1) == SPELL,
    PAID == False,  # noqa: E712 - builds a node
    Days(1) == SPELL,
]


@pytest.mark.parametrize("node", NODES, ids=range(len(NODES)))
def test_expressions_are_written_and_read_back(node):
    raw = json.loads(json.dumps(expression_json(node)))
    assert structure(expression_from_json(raw, BY_NAME)) == structure(node)


def test_terms_and_readings_are_written_only():
    raw = expression_json(WAY.pick(one=ON <= START + LENGTH, so_far=PAID))
    assert raw["reading"] == "way"
    assert raw["branches"]["one"]["args"][1]["args"] == [{"fact": "start_on"}, {"term": "length"}]
    for unread in (raw, {"term": "length"}):
        with pytest.raises(InvalidInput):
            expression_from_json(unread, BY_NAME)


BAD = [
    (None, "json.expression"),
    ([], "json.expression"),
    ("fact", "json.expression"),
    ({}, "json.expression"),
    ({"fact": "nothing"}, "json.fact"),
    ({"fact": 3}, "json.fact"),
    ({"fact": ["paid"]}, "json.fact"),
    ({"fact": "paid", "op": "not"}, "json.expression"),
    ({"fact": "paid", "value": True}, "json.expression"),
    ({"on": False}, "json.expression"),
    ({"value": "low"}, "json.value"),
    ({"op": "xor", "args": []}, "json.expression"),
    ({"op": ["and"], "args": []}, "json.expression"),
    ({"op": "not"}, "json.expression"),
    ({"op": "not", "args": {"fact": "paid"}}, "json.expression"),
    ({"op": "not", "args": []}, "json.expression"),
    ({"op": "not", "args": [{"fact": "paid"}, {"fact": "late"}]}, "json.expression"),
    ({"op": "not", "args": [{"fact": "start_on"}]}, "expression.type"),
    ({"op": "and", "args": []}, "expression.no-parts"),
    ({"op": "and", "args": [{"fact": "paid"}, {"fact": "start_on"}]}, "expression.type"),
    ({"op": "or", "args": [{"value": "low"}]}, "json.value"),
    ({"op": "equal", "args": [{"fact": "grade"}]}, "json.expression"),
    ({"op": "equal", "args": [{"fact": "grade"}, {"value": "nothing"}]}, "json.value"),
    ({"op": "equal", "args": [{"fact": "grade"}, {"fact": "paid"}]}, "expression.type"),
    ({"op": "equal", "args": [{"value": 3}, {"value": 3}]}, "json.value"),
    ({"op": "equal", "args": [{"on": True}, {"fact": "start_on"}]}, "expression.on-not-bare"),
    ({"op": "equal", "args": [3, {"fact": "start_on"}]}, "json.expression"),
    ({"op": "is-in", "args": [{"fact": "grade"}]}, "json.expression"),
    ({"op": "is-in", "args": [{"fact": "grade"}], "values": "low"}, "json.expression"),
    ({"op": "is-in", "args": [{"fact": "grade"}], "values": {"low": 1}}, "json.expression"),
    ({"op": "is-in", "args": [{"fact": "grade"}], "values": ["nothing"]}, "json.value"),
    ({"op": "is-in", "args": [], "values": ["low"]}, "json.expression"),
    ({"op": "plus-period", "args": [{"fact": "start_on"}]}, "json.expression"),
    ({"op": "plus-period", "args": [{"fact": "start_on"}, {"value": {"weeks": 1}}]}, "json.value"),
    ({"op": "plus-working-days", "args": [], "n": 3}, "json.expression"),
    ({"op": "plus-working-days", "args": [{"fact": "start_on"}]}, "json.expression"),
    ({"op": "plus-working-days", "args": [{"fact": "start_on"}], "n": 0}, "count.not-positive"),
    ({"op": "plus-working-days", "args": [{"fact": "start_on"}], "n": "3"}, "count.not-an-integer"),
    ({"op": "if", "args": [{"fact": "paid"}]}, "json.expression"),
    ({"op": "if", "args": []}, "json.expression"),
]


@pytest.mark.parametrize(("raw", "code"), BAD, ids=range(len(BAD)))
def test_what_is_no_expression_is_refused(raw, code):
    with pytest.raises(InvalidInput) as caught:
        expression_from_json(raw, BY_NAME)
    assert caught.value.code == code
    assert caught.value.faults[0].cure.zh


def test_an_unknown_fact_is_told_the_known_ones_and_not_its_name():
    with pytest.raises(InvalidInput) as caught:
        expression_from_json({"fact": "320102199003071234"}, BY_NAME)
    assert "paid" in caught.value.faults[0].cure.en
    assert "3201" not in str(caught.value)


def nested(levels, inner, wrap):
    for _ in range(levels):
        inner = wrap(inner)
    return inner


@pytest.mark.parametrize(
    "wrap",
    [
        lambda raw: {"op": "not", "args": [raw]},
        lambda raw: {"op": "and", "args": [raw, {"fact": "paid"}]},
        lambda raw: {"op": "if", "args": [{"fact": "paid"}, raw, {"value": True}]},
        lambda raw: {"op": "equal", "args": [raw, {"value": True}]},
        lambda raw: [raw],
    ],
)
def test_deep_nesting_is_refused_and_a_fair_depth_is_read_quickly(wrap):
    for levels in (60, 5000):
        with pytest.raises(InvalidInput) as caught:
            expression_from_json(nested(levels, {"fact": "paid"}, wrap), BY_NAME)
        assert caught.value.code == "json.expression"
    if isinstance(wrap(1), dict):
        assert expression_from_json(nested(28, {"fact": "paid"}, wrap), BY_NAME).type == FLAG


def test_a_wide_expression_is_read():
    raw = {"op": "or", "args": [{"op": "equal", "args": [{"fact": "amount"}, {"value": n}]} for n in range(3000)]}
    assert len(expression_from_json(raw, BY_NAME).parts) == 3000


ATOMS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(10**18, 10**30),
    st.floats(),
    st.text(max_size=5),
    st.sampled_from([*BY_NAME, "low", "2024-02-29", "NaN", "1e999999", "on", "not", "years"]),
)
KEYS = st.one_of(
    st.sampled_from(["fact", "op", "args", "value", "values", "n", "on", "years", "days"]), st.text(max_size=3)
)
JUNK = st.recursive(
    ATOMS, lambda part: st.one_of(st.lists(part, max_size=3), st.dictionaries(KEYS, part, max_size=3)), max_leaves=8
)
OPS = ["and", "or", "not", "equal", "less", "less-or-equal", "is-in", "plus-period", "plus-working-days", "if", "xor"]
NEARLY = st.recursive(
    st.one_of(
        st.builds(lambda name: {"fact": name}, st.sampled_from([*BY_NAME, "nothing"])),
        st.builds(lambda raw: {"value": raw}, JUNK),
        st.just({"on": True}),
        JUNK,
    ),
    lambda part: st.one_of(
        st.builds(lambda op, args: {"op": op, "args": args}, st.sampled_from(OPS), st.lists(part, max_size=3)),
        st.builds(lambda args, raw: {"op": "is-in", "args": args, "values": raw}, st.lists(part, max_size=1), JUNK),
        st.builds(lambda args, n: {"op": "plus-working-days", "args": args, "n": n}, st.lists(part, max_size=1), ATOMS),
    ),
    max_leaves=8,
)


@settings(max_examples=1500)
@given(st.one_of(JUNK, NEARLY))
def test_any_json_is_read_or_refused_as_invalid_input(raw):
    node, error = tried(expression_from_json, raw, BY_NAME)
    if error is not None:
        assert error.faults
    elif not has_bare_literals(node):
        assert structure(expression_from_json(expression_json(node), BY_NAME)) == structure(node)


def has_bare_literals(node):
    """Whether literals stand side by side somewhere: their JSON alone does not tell their type."""
    if isinstance(node, Literal):
        return False
    alone = bool(node.parts) and all(isinstance(part, Literal) for part in node.parts)
    return alone or any(has_bare_literals(part) for part in node.parts)


@settings(max_examples=1500)
@given(JUNK, st.sampled_from([FLAG, DAY, NUMBER, PERIOD, READING, choice(Grade), choice(Plain)]))
def test_any_json_is_a_value_or_refused_as_invalid_input(raw, kind):
    value, error = tried(value_from_json, raw, kind)
    if error is not None:
        assert error.code == "json.value"
    elif kind == READING:
        assert isinstance(value, str)
    else:
        assert kind.holds(value)


def test_a_rule_as_json():
    rule = rule_of(paid=PAID, in_time=ON > START)
    raw = json.loads(json.dumps(rule_json(rule)))
    assert (raw["schema"], raw["version"], raw["id"], raw["citation"]) == ("jscredit.rule", 1, "little", "M34")
    assert raw["label"] == {"zh": "中little", "en": "little"}
    assert [part["id"] for part in raw["conditions"]] == ["paid", "in-time"]
    assert raw["conditions"][1]["label"]["en"] == "in-time"
    for part, condition in zip(raw["conditions"], rule.conditions, strict=True):
        assert structure(expression_from_json(part["test"], BY_NAME)) == structure(condition.test)
