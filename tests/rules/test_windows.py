import datetime as dt

import pytest

from jscredit.deadlines import Years
from jscredit.rules import JIANGSU_2018, ON, If, Window, literal, windows
from jscredit.rules.structure import structure
from jscredit.rules.window import ALWAYS, NEVER, Bound, Guard
from oracles.little import AMOUNT, END, GRADE, LATE, PAID, START, Grade, rule_of


def picture(window):
    """A window as plain values: guards, lower and upper bounds, by their structure."""
    return (
        {(structure(guard.test), guard.holds) for guard in window.guards},
        {(structure(bound.day), bound.shift) for bound in window.lowers},
        {(structure(bound.day), bound.shift) for bound in window.uppers},
    )


def pictures(node):
    return [picture(window) for window in windows(node)]


def of(guards=(), lowers=(), uppers=()):
    return picture(
        Window(
            tuple(Guard(test, holds) for test, holds in guards),
            tuple(Bound(day, shift) for day, shift in lowers),
            tuple(Bound(day, shift) for day, shift in uppers),
        )
    )


@pytest.mark.parametrize(
    ("node", "wanted"),
    [
        (ON >= START, of(lowers=[(START, 0)])),
        (ON > START, of(lowers=[(START, 1)])),
        (ON <= START, of(uppers=[(START, 0)])),
        (ON < START, of(uppers=[(START, -1)])),
        (~(ON >= START), of(uppers=[(START, -1)])),
        (~(ON > START), of(uppers=[(START, 0)])),
        (~(ON <= START), of(lowers=[(START, 1)])),
        (~(ON < START), of(lowers=[(START, 0)])),
        (~~(ON < START), of(uppers=[(START, -1)])),
    ],
)
def test_a_bound_and_its_opposite(node, wanted):
    assert pictures(node) == [wanted]


def test_literals_are_always_or_never():
    assert windows(literal(True)) == ALWAYS
    assert windows(literal(False)) == NEVER
    assert windows(~literal(False)) == ALWAYS
    assert windows(~literal(True)) == NEVER


def test_parts_without_the_day_stay_whole():
    assert pictures(PAID | LATE) == [of(guards=[(PAID | LATE, True)])]
    assert pictures(~(PAID & LATE)) == [of(guards=[(PAID & LATE, False)])]
    assert pictures(If(PAID, LATE, AMOUNT == 3)) == [of(guards=[(If(PAID, LATE, AMOUNT == 3), True)])]


def test_what_must_hold_together_is_split_into_guards():
    assert pictures(PAID & ~LATE) == [of(guards=[(PAID, True), (LATE, False)])]
    assert pictures(~(PAID | LATE)) == [of(guards=[(PAID, False), (LATE, False)])]


def test_and_meets_and_or_joins():
    assert pictures(PAID & (ON >= START) & (ON <= END)) == [of([(PAID, True)], [(START, 0)], [(END, 0)])]
    assert pictures((ON < START) | (PAID & (ON > END))) == [of(uppers=[(START, -1)]), of([(PAID, True)], [(END, 1)])]
    assert pictures(~((ON < START) | (PAID & (ON > END)))) == [
        of([(PAID, False)], [(START, 0)]),
        of([], [(START, 0)], [(END, 0)]),
    ]


def test_a_choice_says_what_both_branches_share():
    node = If(PAID, ON >= START, ON >= END)
    assert pictures(node) == [
        of([(PAID, True)], [(START, 0)]),
        of([(PAID, False)], [(END, 0)]),
        of([], [(START, 0), (END, 0)]),
    ]


def test_each_part_stands_once():
    assert pictures(PAID & (ON >= START) & PAID & (START <= ON)) == [of([(PAID, True)], [(START, 0)])]
    assert pictures((ON >= START) | (START <= ON)) == [of(lowers=[(START, 0)])]


def test_a_window_that_contradicts_itself_is_left_out():
    assert windows(PAID & ~PAID) == ()
    assert windows((GRADE == Grade.LOW) & (GRADE == Grade.HIGH) & (ON > START)) == ()
    assert pictures((PAID & (ON > START) & ~PAID) | LATE) == [of([(LATE, True)])]
    assert windows((START < END) & ~(START < END)) == ()


def test_bounds_may_be_sums_and_literals():
    first = dt.date(2024, 1, 1)
    (window,) = windows((START + Years(1) < ON) & (first >= ON))
    assert structure(window.lowers[0].day) == structure(START + Years(1))
    assert window.uppers[0].day.value == first


def test_windows_read_a_condition_of_a_rule():
    assert [
        picture(window)
        for solver in rule_of(PAID & (ON >= START)).bind(JIANGSU_2018).solvers
        for window in solver.windows
    ] == [of([(PAID, True)], [(START, 0)])]
