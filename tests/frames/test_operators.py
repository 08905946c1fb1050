"""The table of operators against the engine's own answers on one row, where a fact may be unknown."""

import datetime as dt
from decimal import Decimal

import narwhals.stable.v2 as nw
import polars as pl
import pytest

from frames_tables import in_duckdb
from jscredit.deadlines import Days, Months, Years, default_calendar
from jscredit.errors import Label
from jscredit.frames.answers import Asked
from jscredit.frames.asking import Way, answered
from jscredit.frames.operators import Operators, code
from jscredit.frames.sums import tree
from jscredit.frames.texts import joined
from jscredit.law import M
from jscredit.records import Severity
from jscredit.records.facts import DETERMINED_ON, FINE_YUAN, MALICE, PUBLISHED_UNTIL, REFLECTS_CREDIT, SEVERITY
from jscredit.rules import JIANGSU_2018, NUMBER, ON, PERIOD, Condition, If, Regime, Rule, Term, literal
from jscredit.rules.ranges import Case
from jscredit.rules.types import DAY as DAY_TYPE
from jscredit.rules.types import FLAG, choice
from oracles.dice import dice

A, B, D, E, S, N = REFLECTS_CREDIT, MALICE, DETERMINED_ON, PUBLISHED_UNTIL, SEVERITY, FINE_YUAN
NOTHING = Label("无", "none")


def term(name, kind, within=None):
    return Term(name, kind, NOTHING, M.article(30), within=within)


OPEN, BOUNDED = term("open", PERIOD), term("bounded", PERIOD, (Years(1), Years(3)))
NUMBERS, OPEN_FLAG = term("numbers", NUMBER, (5, 50)), term("open-flag", FLAG)
OPEN_DAY = term("open-day", DAY_TYPE)
OPEN_CHOICE = term("open-choice", choice(Severity))
DAY = dt.date(2020, 2, 29)
LATER = If(S == Severity.GENERAL, D + Years(1), If(S == Severity.SERIOUS, D + BOUNDED, D + OPEN))
TESTS = {
    "and": A & B,
    "or": A | ~B,
    "if": If(A, B, D < DAY),
    "if both of two": If(A & B, D < DAY, E < DAY),
    "if both alike": If(A, B, B),
    "flag is": A == B,
    "chosen flag": If(A, B, A) == B,
    "code is": S == Severity.GENERAL,
    "code is not": S != Severity.GENERAL,
    "code among": S.is_in(Severity.GENERAL, Severity.SERIOUS),
    "chosen code": If(A, S, literal(Severity.SERIOUS)) == Severity.SERIOUS,
    "chosen code among": If(A, S, literal(Severity.SERIOUS)).is_in(Severity.SERIOUS),
    "open code": OPEN_CHOICE == S,
    "open flag": OPEN_FLAG | A,
    "before an open day": D < OPEN_DAY,
    "day is": D == E,
    "day is a sum": E + Years(1) == D,
    "day is between": E == LATER,
    "chosen day is": If(A, D, D + Days(1)) == E,
    "before": D < E,
    "not after": D + Months(1) <= E,
    "before a day": D + Years(1) < DAY,
    "not after a day": D + BOUNDED <= DAY,
    "after a day": D + Days(3) > DAY,
    "from a day": DAY <= D + OPEN,
    "between": E <= LATER,
    "if both, a sum": If(A & B, D + Years(1), D + OPEN) <= E,
    "chosen between": LATER < E,
    "two days": literal(DAY) < literal(dt.date(2021, 1, 1)),
    "number": N < 10,
    "number is": N == 10,
    "number between": N < NUMBERS,
    "numbers between": NUMBERS <= N,
    "number never": NUMBERS < 60,
    "long": D + Years(9000) <= E,
    "long after": D + Years(9000) > DAY,
    "steps": D + Years(1) + Days(2) + Months(1) < E,
}


def a_row(rng):
    def day():
        return (
            None if rng.random() < 0.15 else DAY + dt.timedelta(rng.choice([-366, -365, -1, 0, 1, 30, 365, 366, 1095]))
        )

    return {
        A.name: rng.choice([True, False, None]),
        B.name: rng.choice([True, False, None]),
        D.name: day(),
        E.name: day(),
        S.name: rng.choice([*Severity, None]),
        N.name: rng.choice([Decimal(4), Decimal(5), Decimal(10), Decimal(50), Decimal(60), None]),
    }


RNG = dice(17)
ROWS = [a_row(RNG) for _ in range(600)]
TYPES = {
    A.name: pl.Boolean,
    B.name: pl.Boolean,
    D.name: pl.Date,
    E.name: pl.Date,
    S.name: pl.String,
    N.name: pl.Float64,
}
FRAME = pl.DataFrame([{**row, S.name: row[S.name] and row[S.name].value} for row in ROWS], schema=TYPES)
TABLE = Operators({name: nw.col(name) for name in TYPES})


def said(expression, frame=FRAME):
    given = nw.from_native(frame).with_columns(expression.alias("said"))
    native = given.select("said").to_native()
    return (native if isinstance(native, pl.DataFrame) else native.pl())["said"].to_list()


@pytest.mark.parametrize("name", TESTS)
def test_each_operator_answers_as_on_one_row(name):
    test = TESTS[name]
    wanted = [Case(row, default_calendar()).holds(test) for row in ROWS]
    assert said(TABLE.flag(test)) == wanted
    (relation,) = in_duckdb(given=FRAME.with_row_index("row"))
    assert said(TABLE.flag(test), relation) == wanted


@pytest.mark.parametrize("name", TESTS)
def test_what_each_open_answer_lacks(name):
    test = TESTS[name]
    wanted = [
        ",".join(sorted(Case(row, default_calendar()).missing(test)))
        if Case(row, default_calendar()).holds(test) is None
        else ""
        for row in ROWS
    ]
    is_open = TABLE.flag(test).is_null()
    pairs = [(fact, is_open & told) for fact, told in sorted(TABLE.missing(test).items(), key=lambda pair: pair[0])]
    assert said(joined(pairs)) == wanted


@pytest.mark.parametrize("day", [D, D + Years(1), LATER, If(A, literal(dt.date.max), D), D + OPEN], ids=str)
def test_the_earliest_and_the_latest_day(day):
    low, high = TABLE.span(tree(day))
    spans = [Case(row, default_calendar()).span(day) for row in ROWS]
    assert said(low) == [None if span.low == dt.date.min else span.low for span in spans]
    unbounded = [None if span.high == dt.date.max and span.low != dt.date.max else span.high for span in spans]
    told = said(high)
    assert [
        one if one != dt.date.max or other is not None else None for one, other in zip(told, unbounded, strict=True)
    ] == unbounded


def test_a_code_as_it_stands_in_a_column():
    assert code(Severity.GENERAL) == "general"
    assert code(DAY) is DAY


RULES = {
    "from": (D <= ON,),
    "until": (D + Years(1) >= ON,),
    "either": ((D <= ON) & A | (E <= ON),),
    "from and until": ((D <= ON) & (ON <= LATER), E <= ON),
    "two beginnings": ((A & (D + Years(1) <= ON)) | (~A & (E <= ON)), (B & (D <= ON)) | (ON < E)),
    "chosen": (If(A, D <= ON, If(B, E <= ON, D + BOUNDED < ON)),),
    "never": (literal(False) & A | (D <= ON) & literal(False), B),
    "a day that never comes": (If(A, literal(dt.date.max), D) <= ON,),
    "always": (literal(True), A),
}


@pytest.mark.parametrize("last", [None, dt.date(2020, 12, 31)])
@pytest.mark.parametrize("name", RULES)
def test_rules_of_several_windows(name, last):
    law, on = Regime("invented", JIANGSU_2018.in_force_from, last), dt.date(2020, 3, 1)
    conditions = tuple(Condition(f"c{at}", M.article(30), NOTHING, test) for at, test in enumerate(RULES[name]))
    rule = Rule("invented", M.article(30), NOTHING, conditions)
    frame = FRAME.with_row_index("id")
    for given in (frame, in_duckdb(given=frame)[0]):
        found = answered(given, Asked(rule, on, law, {}, "x_").question, Way(not_known="absent", prefix="x_"))
        native = found if isinstance(found, pl.DataFrame) else found.pl()
        for row, told in zip(ROWS, native.iter_rows(named=True), strict=True):
            decision = rule.decide(row, on=on, regime=law)
            wanted = {"yes": True, "no": False}.get(decision.verdict.value)
            failed = ",".join(each.condition.id for each in decision.failed)
            assert (told["x_verdict"], told["x_failed"], told["x_missing"], told["x_earliest"]) == (
                wanted,
                failed,
                ",".join(decision.missing),
                decision.earliest,
            ), row
