"""Where every fact is known the quick path answers by itself, and as the windows of the full evaluation do."""

import datetime as dt
import itertools

import pytest

from jscredit.deadlines import Days, Months, WorkCalendar, WorkingDays, Years
from jscredit.rules import JIANGSU_2018, ON, If, Verdict, literal
from jscredit.rules import quick as quick_path
from jscredit.rules.closures import values_of
from jscredit.rules.open_windows import OpenWindows
from jscredit.rules.quick import quick_reasons
from jscredit.rules.solution import ALWAYS, NEVER, Solution, Solver, all_together, answer
from jscredit.rules.solution import OPEN as NOT_KNOWN
from oracles.dice import dice
from oracles.little import AMOUNT, END, GRADE, LATE, OPEN, PAID, SPELL, START, Grade, day, rule_of

CALENDAR = WorkCalendar()
VALUES = {
    "paid": [True, False],
    "late": [True, False],
    "start_on": [day(text) for text in ("2015-12-29", "2016-02-29", "2016-04-30", "2016-05-06")],
    "end_on": [day(text) for text in ("2016-02-28", "2017-02-28", "2017-03-01")],
    "grade": list(Grade),
    "amount": [0, 1, 2, 3],
    "spell": [Days(5), Months(1), Years(1)],
}
BY_GRADE = If(GRADE == Grade.LOW, literal(Years(1)), If(GRADE == Grade.HIGH, literal(Days(1)), literal(Years(2))))
ASKED = [day("2016-01-02") + dt.timedelta(days=days) for days in (0, 1, 58, 59, 60, 119, 126, 365, 424, 425, 790)]


def a_row(rng):
    return {name: rng.choice(values) for name, values in VALUES.items()}


def a_day(rng, depth):
    start = rng.choice([START, END])
    if not depth:
        return start
    inner = a_day(rng, depth - 1)
    return rng.choice(
        [
            inner + rng.choice([literal(Days(1)), literal(Months(1)), literal(Years(1)), SPELL]),
            inner + WorkingDays(rng.randrange(1, 4)),
            If(a_flag(rng, 0), inner, start),
            inner + If(a_flag(rng, 0), literal(Years(1)), If(GRADE == Grade.LOW, SPELL, literal(Days(1)))),
            If(a_flag(rng, 0), inner + Years(1), start + Years(1)),
            If(PAID, start + Days(3), start + Years(1)),
            start
            + If(GRADE == Grade.LOW, literal(Years(1)), If(GRADE == Grade.HIGH, literal(Days(1)), literal(Years(2)))),
        ]
    )


def a_flag(rng, depth):
    """A condition without the day asked about."""
    if not depth:
        return rng.choice([PAID, LATE, GRADE == Grade.LOW, GRADE.is_in(Grade.LOW, Grade.HIGH), AMOUNT < 2, AMOUNT == 1])
    one, other = a_day(rng, depth - 1), a_day(rng, depth)
    part, second = a_flag(rng, depth - 1), a_flag(rng, 0)
    days = VALUES["end_on"]
    return rng.choice(
        [
            one < other,
            one <= other,
            one == other,
            one == literal(days[1]),
            other.is_in(*days),
            part & second,
            part | second,
        ]
    )


def a_condition(rng, depth):
    """A condition that asks the day, or not."""
    if not depth:
        bound = a_day(rng, rng.randrange(3))
        return rng.choice([bound < ON, bound <= ON, bound > ON, bound >= ON, a_flag(rng, rng.randrange(2))])
    part, other, flag = a_condition(rng, depth - 1), a_condition(rng, 0), a_flag(rng, rng.randrange(2))
    return rng.choice(
        [
            part & other,
            part | other,
            PAID & part & other,
            PAID | LATE | part,
            (PAID | LATE) & part,
            ~part,
            ~(PAID & part),
            ~(LATE & part & other),
            If(flag, part, other),
            If(PAID, part, other),
            If(part, other, flag),
            If(other, flag, part),
            If(flag, part, literal(rng.random() < 0.5)),
            ~If(flag, part, literal(rng.random() < 0.5)),
        ]
    )


def some_conditions(seed, count):
    rng = dice(seed)
    for _ in range(count):
        test = a_condition(rng, rng.randrange(4))
        yield test, [a_row(rng) for _ in range(4)]


def refuses(*_):
    raise AssertionError("the full evaluation was asked")


@pytest.mark.parametrize("seed", range(3))
def test_known_facts_need_no_full_evaluation(seed, monkeypatch):
    told = []
    for test, rows in some_conditions(seed, 250):
        solver = Solver(test, CALENDAR)
        windows = OpenWindows(solver.windows, CALENDAR)
        monkeypatch.setattr(Solver, "_solve_open", refuses)
        for row in rows:
            must, may = windows.days(row)
            assert must == may
            assert solver.solve(row) == (must, may)
            for on in ASKED:
                held = solver.quick(row, on)
                assert held is any(first <= on <= last for first, last in must), (row, on)
                assert solver.answer(row, on) is (Verdict.YES if held else Verdict.NO)
                told.append(held)
        monkeypatch.undo()
    assert 0.1 < sum(told) / len(told) < 0.9


@pytest.mark.parametrize("seed", range(3))
def test_a_rule_on_known_facts_asks_each_part_once(seed, monkeypatch):
    rng = dice(100 + seed)
    monkeypatch.setattr(quick_path, "_together", refuses)
    for _ in range(120):
        tests = [a_condition(rng, rng.randrange(3)) for _ in range(3)] + rng.sample([PAID, LATE], rng.randrange(3))
        rng.shuffle(tests)
        bound = rule_of(*tests).bind(JIANGSU_2018)
        reasons = quick_reasons(bound.solvers, bound.rule.conditions, refuses)
        for _ in range(4):
            row, on = a_row(rng), rng.choice(ASKED)
            each = [answer(solver.solve(row), on) for solver in bound.solvers]
            wanted = Verdict.NO if Verdict.NO in each else Verdict.YES
            assert bound.verdict(row, on) is wanted
            assert reasons(row, on) == (
                wanted,
                tuple(part for part, said in zip(bound.rule.conditions, each, strict=True) if said is wanted),
            )


@pytest.mark.parametrize(
    ("paid", "late", "both", "one"),
    [
        (True, True, False, True),
        (True, False, True, True),
        (True, None, None, True),
        (False, True, True, True),
        (False, False, True, False),
        (False, None, True, None),
        (None, True, None, True),
        (None, False, True, None),
        (None, None, None, None),
    ],
)
def test_and_or_not_of_what_may_be_unknown(paid, late, both, one):
    row = {"paid": paid, "late": late}
    on = ASKED[0]
    # `late` as a part that is worked out, not looked up.
    for second in (LATE, ~~LATE, literal(True) == LATE):
        assert Solver(~(PAID & second), CALENDAR).quick(row, on) is both
        assert Solver(~(PAID & second & second), CALENDAR).quick(row, on) is both
        assert Solver(PAID | second, CALENDAR).quick(row, on) is one
        assert Solver(second | PAID, CALENDAR).quick(row, on) is one
        assert Solver(second | PAID | second, CALENDAR).quick(row, on) is one
        assert Solver(~(~PAID & ~second), CALENDAR).quick(row, on) is one


@pytest.mark.parametrize("count", range(4))
def test_values_of_facts_are_told_in_order(count):
    names = ("paid", "late", "grade", "amount")[:count]
    row = {"amount": 1, "grade": 2, "late": 3, "paid": 4}
    assert values_of(names)(row) == tuple(row[name] for name in names)


RUNS = [
    (),
    ((ASKED[0], ASKED[2]),),
    ((ASKED[1], ASKED[1]), (ASKED[4], dt.date.max)),
    ((dt.date.min, ASKED[3]), (ASKED[6], ASKED[8])),
    ((dt.date.min, dt.date.max),),
]


@pytest.mark.parametrize(("one", "other", "third"), list(itertools.product(RUNS, repeat=3)))
def test_conditions_taken_together_hold_where_each_does(one, other, third):
    each = (Solution(one, one), ALWAYS, Solution(other, third), NOT_KNOWN, NEVER)
    for some in itertools.chain.from_iterable(itertools.combinations(each, count) for count in range(4)):
        found = all_together(some)
        for on in ASKED:
            assert any(first <= on <= last for first, last in found.must) is all(
                any(first <= on <= last for first, last in part.must) for part in some
            )
            assert any(first <= on <= last for first, last in found.may) is all(
                any(first <= on <= last for first, last in part.may) for part in some
            )


@pytest.mark.parametrize("seed", range(2))
def test_what_the_quick_path_leaves_open_the_decision_says(seed):
    rng, told = dice(200 + seed), set()
    for _ in range(150):
        tests = [a_condition(rng, rng.randrange(2)) for _ in range(2)] + rng.sample([PAID, LATE], rng.randrange(3))
        rng.shuffle(tests)
        bound = rule_of(*tests).bind(JIANGSU_2018)
        row = {name: value if rng.random() < 0.7 else None for name, value in a_row(rng).items()}
        for on in (JIANGSU_2018.in_force_from, JIANGSU_2018.in_force_from + dt.timedelta(400)):
            decision = bound.decide(row, on)
            assert bound.verdict(row, on) is decision.verdict
            assert bound.reasons(row, on) == (decision.verdict, decision.conditions)
            told.add(decision.verdict)
    assert told == set(Verdict)


def test_an_unknown_flag_alone_leaves_a_rule_open():
    on = JIANGSU_2018.in_force_from
    bound = rule_of(PAID, LATE).bind(JIANGSU_2018)
    paid, late = bound.rule.conditions
    assert bound.verdict({"paid": None, "late": True}, on) is Verdict.UNDETERMINED
    assert bound.reasons({"paid": None, "late": True}, on) == (Verdict.UNDETERMINED, (paid,))
    assert bound.verdict({"paid": None, "late": False}, on) is Verdict.NO
    assert bound.reasons({"paid": None, "late": False}, on) == (Verdict.NO, (late,))


def test_a_guard_that_only_the_full_evaluation_settles():
    # An open term of one to three years after the start: surely over before the end, or surely not.
    row = {"start_on": day("2020-01-01"), "end_on": day("2023-01-02")}
    solver = Solver((ON >= START) & (START + OPEN < END), CALENDAR)
    assert solver.solve(row) == (((row["start_on"], dt.date.max),),) * 2
    assert solver.solve(row | {"end_on": day("2021-01-01")}) == ((), ())
    assert solver.solve(row | {"end_on": day("2023-01-01")}) == ((), ((row["start_on"], dt.date.max),))
