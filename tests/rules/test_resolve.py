import datetime as dt

from jscredit.deadlines import WorkingDays, Years
from jscredit.law import Rank
from jscredit.rules import JIANGSU_2018, ON, If, literal
from jscredit.rules.resolve import resolve, terms_in
from jscredit.rules.structure import structure
from oracles.little import AMOUNT, END, GRADE, LATE, LENGTH, OPEN, PAID, START, WAY, Grade, setting


def same(one, other):
    return structure(one) == structure(other)


def test_a_default_takes_the_terms_place():
    assert same(resolve(ON <= START + LENGTH, JIANGSU_2018), START + Years(1) >= ON)


def test_an_open_term_stays():
    assert same(resolve(ON <= START + OPEN, JIANGSU_2018), ON <= START + OPEN)
    filled = JIANGSU_2018.with_settings(setting(OPEN, Years(2), Rank.AGENCY_SETTING))
    assert same(resolve(ON <= START + OPEN, filled), START + Years(2) >= ON)


def test_a_guarded_setting_of_an_open_term_leaves_it_open_elsewhere():
    partly = JIANGSU_2018.with_settings(setting(OPEN, Years(2), when=PAID))
    assert same(resolve(OPEN, partly), If(PAID, literal(Years(2)), OPEN))


def test_a_reading_takes_its_branch():
    picked = WAY.pick(one=PAID, so_far=ON <= START + LENGTH)
    assert same(resolve(picked, JIANGSU_2018), PAID)
    assert same(resolve(~picked, JIANGSU_2018.reading(WAY, "so-far")), ~(START + Years(1) >= ON))


def test_a_reading_by_case():
    by_case = JIANGSU_2018.with_settings(setting(WAY, "so-far", when=GRADE == Grade.LOW))
    resolved = resolve(WAY.pick(one=PAID, so_far=LATE), by_case)
    assert same(resolved, If(GRADE == Grade.LOW, LATE, PAID))


def test_higher_ranks_and_guards_come_first():
    regime = JIANGSU_2018.with_settings(
        setting(LENGTH, Years(5), Rank.DEPARTMENT_RULE),
        setting(LENGTH, Years(4), Rank.DEPARTMENT_RULE, when=LATE),
        setting(LENGTH, Years(3), Rank.LAW, when=PAID),
    )
    assert same(resolve(LENGTH, regime), If(PAID, literal(Years(3)), If(LATE, literal(Years(4)), literal(Years(5)))))
    above = regime.with_settings(setting(LENGTH, Years(2), Rank.LAW))
    assert same(resolve(LENGTH, above), If(PAID, literal(Years(3)), literal(Years(2))))


def test_what_names_no_term_stays_as_it_is():
    nodes = [
        PAID,
        ON > START,
        (PAID & ~LATE) | (AMOUNT == 3),
        GRADE.is_in(Grade.LOW, Grade.HIGH),
        START + WorkingDays(3) < END,
        If(PAID, START, END) < literal(dt.date(2024, 1, 1)),
    ]
    assert all(same(resolve(node, JIANGSU_2018), node) for node in nodes)


def test_terms_in_an_expression_each_once_in_order():
    picked = WAY.pick(one=ON <= START + LENGTH, so_far=START + If(PAID, OPEN, LENGTH) >= ON)
    assert [term.name for term in terms_in(picked & (ON > START + OPEN))] == ["way", "length", "open-term"]
    assert terms_in(PAID) == ()
