import datetime as dt
import pickle
from decimal import Decimal
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jscredit.deadlines import Days, Months, WorkingDays, Years
from jscredit.errors import InvalidInput
from jscredit.rules import DAY, FLAG, NUMBER, ON, PERIOD, Expression, Fact, If, literal
from jscredit.rules.expressions import And, Equal, Less, LessEqual, Not, Or, PlusPeriod, PlusWorkingDays
from jscredit.rules.structure import structure
from jscredit.rules.types import choice, type_of
from oracles.little import AMOUNT, END, GRADE, LATE, PAID, SPELL, START, Grade, label

NODES = (PAID, START, AMOUNT == 5, PAID & LATE, ON > START, If(PAID, START, END), START + Days(1), ON)


class Plain(Enum):
    ONE = 1


def refused(build):
    with pytest.raises(InvalidInput) as caught:
        build()
    (fault,) = caught.value.faults
    assert fault.message.zh
    assert fault.message.en
    assert fault.cure.zh
    assert fault.cure.en
    return fault.code


def test_equality_builds_a_node():
    same = GRADE == Grade.LOW
    assert isinstance(same, Equal)
    assert same.type == FLAG
    assert structure(same) == structure(Grade.LOW == GRADE)
    other = GRADE != Grade.LOW
    assert isinstance(other, Not)
    assert structure(other.arg) == structure(same)


@pytest.mark.parametrize("node", NODES, ids=range(len(NODES)))
def test_an_expression_has_no_truth_value(node):
    assert refused(lambda: bool(node)) == "expression.no-truth-value"


def test_a_chained_comparison_raises():
    assert refused(lambda: START <= ON <= END) == "expression.no-truth-value"
    assert refused(lambda: PAID and LATE) == "expression.no-truth-value"
    assert refused(lambda: not PAID) == "expression.no-truth-value"


@pytest.mark.parametrize(
    "value",
    [
        "x",
        1.5,
        None,
        dt.datetime(2024, 1, 1, tzinfo=dt.UTC),
        dt.timedelta(1),
        object(),
        (1,),
        WorkingDays(3),
        Decimal("NaN"),
        Decimal("-Infinity"),
    ],
)
def test_what_a_rule_cannot_hold_is_refused_at_once(value):
    assert refused(lambda: literal(value)) == "expression.literal"
    assert refused(lambda: value == GRADE) == "expression.literal"
    assert refused(lambda: value > START) == "expression.literal"


def test_the_refused_literal_is_not_in_the_error():
    with pytest.raises(InvalidInput) as caught:
        literal("320102199003071234")
    assert "3201" not in str(caught.value)
    assert caught.value.type == "str"


@pytest.mark.parametrize(
    "build",
    [
        lambda: GRADE == Plain.ONE,
        lambda: GRADE == 1,
        lambda: START == PAID,
        lambda: START < 5,
        lambda: dt.date(2024, 1, 1) > AMOUNT,
        lambda: GRADE < Grade.LOW,
        lambda: PAID <= LATE,
        lambda: Days(3) > SPELL,
        lambda: GRADE.is_in(Grade.LOW, Plain.ONE),
        lambda: PAID & START,
        lambda: START | PAID,
        lambda: PAID & 1,
        lambda: ~START,
        lambda: Not(START),
        lambda: And((PAID, START)),
        lambda: Or((START,)),
        lambda: START + 3,
        lambda: START + END,
        lambda: PAID + Days(1),
        lambda: AMOUNT + WorkingDays(1),
        lambda: If(START, PAID, LATE),
        lambda: If(PAID, START, LATE),
    ],
)
def test_operand_types_are_checked_when_built(build):
    assert refused(build) == "expression.type"


@pytest.mark.parametrize("kind", [And, Or])
def test_and_and_or_need_a_part(kind):
    assert refused(lambda: kind(())) == "expression.no-parts"


@pytest.mark.parametrize(
    "build",
    [
        lambda: ON == START,
        lambda: ON != START,
        lambda: ON < ON,  # noqa: PLR0124 - refused, and that is shown
        lambda: ON.is_in(dt.date(2024, 1, 1)),
        lambda: ON + Days(1),
        lambda: ON + WorkingDays(1),
        lambda: If(PAID, ON, START),
        lambda: If(ON > START, START, END),
        lambda: (ON > START) == PAID,
        lambda: (ON > START).is_in(True),
        lambda: If(ON > START, PAID, LATE) == PAID,
    ],
)
def test_the_day_asked_about_stands_only_as_a_bare_side(build):
    assert refused(build) == "expression.on-not-bare"


@pytest.mark.parametrize(
    ("node", "kind", "left"),
    [(ON < START, Less, ON), (ON > START, Less, START), (ON <= START, LessEqual, ON), (ON >= START, LessEqual, START)],
)
def test_the_four_comparisons(node, kind, left):
    assert type(node) is kind
    assert node.left is left
    assert node.has_on


def test_literals_may_stand_on_either_side():
    first = dt.date(2024, 1, 1)
    assert structure(first < START) == structure(literal(first) < START)
    assert structure(AMOUNT <= 5) == structure(AMOUNT <= 5)
    assert structure(PAID & True) == structure(PAID & literal(True))
    assert structure(True & PAID) == structure(literal(True) & PAID)
    assert structure(False | PAID) == structure(literal(False) | PAID)


def test_nested_parts_of_one_operator_stand_side_by_side():
    assert [part.name for part in (PAID & LATE & PAID).parts] == ["paid", "late", "paid"]
    assert [part.name for part in (PAID | (LATE | PAID)).parts] == ["paid", "late", "paid"]
    assert len((PAID & (LATE | PAID)).parts) == 2


def test_sums():
    assert isinstance(START + Years(1), PlusPeriod)
    assert isinstance(START + SPELL, PlusPeriod)
    assert isinstance(START + WorkingDays(3), PlusWorkingDays)
    assert (START + WorkingDays(3)).type == DAY


def test_an_if_of_flags_may_ask_the_day():
    node = If(ON > START, PAID, LATE)
    assert node.type == FLAG
    assert node.has_on
    assert If(PAID, literal(Years(1)), SPELL).type == PERIOD


def test_facts_of_each_type():
    made = [
        Fact.flag("a", label("a"), judged=True),
        Fact.day("b", label("b")),
        Fact.number("c", label("c")),
        Fact.period("d", label("d")),
        Fact.choice("e", Grade, label("e")),
    ]
    assert [fact.type for fact in made] == [FLAG, DAY, NUMBER, PERIOD, choice(Grade)]
    assert [fact.judged for fact in made] == [True, False, False, False, False]
    assert [str(fact.type) for fact in made] == ["flag", "day", "number", "period", "choice of Grade"]


def test_expressions_are_frozen_and_hashable():
    with pytest.raises(AttributeError):
        PAID.name = "other"
    assert len({PAID: 1, LATE: 2, ON: 3}) == 3


@pytest.mark.parametrize("node", NODES, ids=range(len(NODES)))
def test_expressions_pickle(node):
    assert structure(pickle.loads(pickle.dumps(node))) == structure(node)  # noqa: S301 - our own bytes


def test_structure_tells_expressions_apart():
    nodes = [
        PAID,
        LATE,
        ~PAID,
        PAID & LATE,
        LATE & PAID,
        PAID | LATE,
        START < END,
        START <= END,
        START == END,
        ON < START,
        AMOUNT == 1,
        AMOUNT == 2,
        PAID == True,  # noqa: E712 - builds a node
        GRADE.is_in(Grade.LOW),
        GRADE.is_in(Grade.LOW, Grade.HIGH),
        START + Years(1) < END,
        START + Days(1) < END,
        START + WorkingDays(1) < END,
        If(PAID, LATE, PAID),
    ]
    assert len({structure(node) for node in nodes}) == len(nodes)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (True, FLAG),
        (dt.date(2024, 1, 1), DAY),
        (Months(3), PERIOD),
        (7, NUMBER),
        (Decimal("0.5"), NUMBER),
        (Grade.LOW, choice(Grade)),
        ("low", None),
        (dt.datetime(2024, 1, 1, tzinfo=dt.UTC), None),
        (Decimal("sNaN"), None),
    ],
)
def test_the_type_of_a_value(value, kind):
    assert type_of(value) == kind
    if kind is not None:
        assert kind.holds(value)


@given(
    st.sampled_from([FLAG, DAY, NUMBER, PERIOD, choice(Grade)]),
    st.one_of(
        st.booleans(),
        st.integers(),
        st.dates(),
        st.datetimes(),
        st.decimals(),
        st.text(),
        st.floats(),
        st.sampled_from(Grade),
    ),
)
def test_a_type_holds_what_it_says(kind, value):
    wanted = {
        "flag": value is True or value is False,
        "day": type(value) is dt.date,
        "number": type(value) is int or (isinstance(value, Decimal) and value.is_finite()),
        "period": False,
        "choice": isinstance(value, Grade),
    }[kind.name]
    assert kind.holds(value) is wanted


def test_every_expression_says_its_type_and_parts():
    for node in NODES:
        assert isinstance(node, Expression)
        assert node.type in (FLAG, DAY)
        assert all(isinstance(part, Expression) for part in node.parts)
