"""Edges of the engine that `tools/mutate.py` showed untested: what is open, what is said of it, what is the same."""

import datetime as dt
import json
import re

import pytest

from jscredit.deadlines import Days, WorkCalendar, WorkingDays, Years
from jscredit.errors import InvalidInput, NotInForce
from jscredit.law import M, Rank
from jscredit.rules import (
    JIANGSU_2018,
    ON,
    PERIOD,
    ChosenReading,
    If,
    Quantity,
    Setting,
    Source,
    Term,
    UnderReading,
    Verdict,
    literal,
)
from jscredit.rules.expressions import And, Or
from jscredit.rules.overlap import can_both_hold
from jscredit.rules.ranges import Case
from jscredit.rules.reader import expression_from_json
from jscredit.rules.serial import expression_json
from jscredit.rules.simplify import simplified
from jscredit.rules.solution import Solver
from jscredit.rules.structure import structure
from jscredit.rules.timeline import timeline
from oracles.little import (
    AMOUNT,
    BY_NAME,
    END,
    GRADE,
    KNOWN,
    LATE,
    LENGTH,
    OPEN,
    PAID,
    SPELL,
    START,
    WAY,
    Grade,
    day,
    label,
    rule_of,
    setting,
)
from whole_faults import whole_faults

CALENDAR = WorkCalendar()
UNKNOWN = dict.fromkeys(KNOWN)
# START + OPEN lies between 2025-03-01 and 2027-03-01.
FIRST = day("2024-03-01")


def same(one, other):
    return structure(one) == structure(other)


def missing(test, on, **row):
    return set(Solver(test, CALENDAR).missing(UNKNOWN | row, day(on)))


# What is missing: the open parts of the windows that the day may lie in.


def test_a_bound_is_open_up_to_its_last_possible_day_and_no_longer():
    since = (ON >= START + OPEN) & (ON <= END)
    assert missing(since, "2027-02-28", start_on=FIRST) == {"open-term", "end_on"}
    assert missing(since, "2027-03-01", start_on=FIRST) == {"end_on"}
    until = (ON <= START + OPEN) & (ON >= END)
    assert missing(until, "2025-03-01", start_on=FIRST) == {"end_on"}
    assert missing(until, "2025-03-02", start_on=FIRST) == {"open-term", "end_on"}


def test_a_window_that_the_day_lies_outside_leaves_nothing_open():
    two = (PAID & (ON <= END)) | (LATE & (ON >= START))
    assert missing(two, "2025-01-01", end_on=day("2024-06-01"), late=True) == {"start_on"}
    assert missing(two, "2024-06-01", end_on=day("2024-06-01"), late=True) == {"paid", "start_on"}
    turned = (PAID & (ON >= END)) | (LATE & (ON <= START))
    assert missing(turned, "2024-05-31", end_on=day("2024-06-01"), late=True) == {"start_on"}
    assert missing(turned, "2024-06-01", end_on=day("2024-06-01"), late=True) == {"paid", "start_on"}


def test_a_window_that_is_shut_leaves_nothing_open():
    two = (PAID & (ON >= START)) | (LATE & (ON >= END))
    assert missing(two, "2024-06-01", paid=False, late=True) == {"end_on"}
    assert missing(two, "2024-06-01", paid=False) == {"end_on", "late"}


def test_a_narrower_window_adds_nothing_to_a_wider_one():
    two = (PAID & (ON >= START)) | (PAID & LATE & (ON >= START))
    assert missing(two, "2024-06-01", paid=True) == {"start_on"}
    assert missing(two, "2024-06-01") == {"paid", "start_on"}
    # The wider one asks PAID, which the narrower does not: both count.
    apart = (PAID & (ON >= START)) | (LATE & (ON >= START) & (ON <= END))
    assert missing(apart, "2024-06-01") == {"paid", "late", "start_on", "end_on"}
    assert missing(apart, "2024-06-01", paid=True) == {"start_on"}


def test_a_settled_part_of_an_open_one_is_not_missing():
    assert missing(~((PAID | LATE) & (GRADE == Grade.LOW)), "2024-06-01", paid=True) == {"grade"}
    assert missing(~((PAID & LATE) | (GRADE == Grade.LOW)), "2024-06-01", paid=False) == {"grade"}


def test_a_sum_over_an_unknown_choice_runs_from_the_shortest_to_the_longest():
    days = Case(UNKNOWN | {"start_on": FIRST}, CALENDAR).span(START + If(PAID, OPEN, literal(Years(5))))
    assert days == (day("2025-03-01"), day("2029-03-01"))
    turned = Case(UNKNOWN | {"start_on": FIRST}, CALENDAR).span(START + If(PAID, literal(Years(5)), OPEN))
    assert turned == days


@pytest.mark.parametrize(
    ("end", "wanted"), [("2025-02-28", False), ("2025-03-01", None), ("2027-03-01", None), ("2027-03-02", False)]
)
def test_an_open_day_may_be_either_end_of_its_range(end, wanted):
    case = Case(UNKNOWN | {"start_on": FIRST, "end_on": day(end)}, CALENDAR)
    assert case.holds(START + OPEN == END) is wanted
    assert case.holds(END == START + OPEN) is wanted


def test_the_first_day_of_the_calendar_is_counted_from():
    row = UNKNOWN | {"start_on": CALENDAR.covered_from}
    # 2004-01-01 was a day off, a Thursday; the 2nd was worked.
    assert Case(row, CALENDAR).span(START + WorkingDays(1)) == (day("2004-01-02"), day("2004-01-02"))
    assert Solver(START + WorkingDays(1) <= ON, CALENDAR).quick(row, day("2004-01-02")) is True


def test_a_quantity_counts_working_days_and_misses_nothing_once_it_is_settled():
    due = Quantity("due", M.article(7), label("due"), START + WorkingDays(3))
    assert due.of({"start_on": day("2026-09-18")}).day == day("2026-09-22")
    either = Quantity("either", M.article(7), label("either"), If(PAID, START, literal(FIRST)))
    assert either.of({"paid": None, "start_on": FIRST}).missing == ()
    assert either.of({"paid": None, "start_on": FIRST}).day == FIRST
    assert either.of({"paid": None, "start_on": day("2024-03-02")}).missing == ("paid",)


# Expressions in their shortest form.


@pytest.mark.parametrize(
    ("long", "short"),
    [
        (~literal(True), literal(False)),
        (~literal(False), literal(True)),
        (If(literal(True), PAID, LATE), PAID),
        (If(literal(False), PAID, LATE), LATE),
        (And((PAID, literal(True))), PAID),
        (And((PAID, literal(False))), literal(False)),
        (And((literal(True), literal(True))), literal(True)),
        (Or((PAID, literal(False))), PAID),
        (Or((PAID, literal(True))), literal(True)),
        (Or((literal(False), literal(False))), literal(False)),
        (And((And((PAID, LATE)), GRADE == Grade.LOW)), PAID & LATE & (GRADE == Grade.LOW)),
        (Or((Or((PAID, LATE)), PAID & LATE)), PAID | LATE | (PAID & LATE)),
        (And((Or((PAID, LATE)), PAID)), And((PAID | LATE, PAID))),
        (START + Days(1) > ON, START >= ON),
        (START + Days(1) <= ON, START < ON),
        (START + Days(2) > ON, START + Days(2) > ON),
        (START + Days(1) >= ON, START + Days(1) >= ON),
        (START + Days(1) < ON, START + Days(1) < ON),
        (START + Years(1) > ON, START + Years(1) > ON),
        (START + SPELL > ON, START + SPELL > ON),
        (If(PAID, START + Days(1), END + Days(1)), If(PAID, START, END) + Days(1)),
        (If(PAID, START + SPELL, START + Years(1)), START + If(PAID, SPELL, literal(Years(1)))),
        (
            If(PAID, START + SPELL + Days(1), START + Years(1) + Days(1)),
            START + If(PAID, SPELL, literal(Years(1))) + Days(1),
        ),
        (If(PAID, START + SPELL, END + Years(1)), If(PAID, START + SPELL, END + Years(1))),
        (If(PAID, START, START + Years(1)), If(PAID, START, START + Years(1))),
    ],
)
def test_the_shortest_form(long, short):
    assert same(simplified(long), short)


# Spans of one answer.


@pytest.mark.parametrize("last", [None, "2024-06-03"])
@pytest.mark.parametrize("first", ["2024-05-30", "2024-06-01", "2024-06-02"])
def test_a_run_of_one_day_on_either_edge(first, last):
    end = None if last is None else day(last)
    runs = ((day("2024-06-01"), day("2024-06-01")), (day("2024-06-03"), day("2024-06-03")))
    answers = {"2024-06-01": Verdict.YES, "2024-06-03": Verdict.YES}
    for may in (runs, (*runs,)):
        spans = timeline(runs, may, first=day(first), last=end)
        told = {}
        for span in spans:
            on = span.first
            while on <= min(span.last or dt.date.max, day("2024-06-05")):
                told[on.isoformat()] = span.verdict
                on += dt.timedelta(1)
        assert spans[0].first == day(first)
        assert spans[-1].last == end
        assert all(said is answers.get(on, Verdict.NO) for on, said in told.items())
        assert max(told) == (last or "2024-06-05")


# Guards that exclude each other.


def test_a_literal_on_the_left_excludes_as_one_on_the_right_does():
    assert not can_both_hold(~(AMOUNT > 3), AMOUNT == 5)
    assert can_both_hold(~(AMOUNT > 3), AMOUNT == 3)
    assert not can_both_hold(~(AMOUNT >= 3), AMOUNT == 3)


def test_both_ways_of_a_choice_are_followed_with_their_test():
    chosen = If(PAID, LATE, AMOUNT == 3)
    assert not can_both_hold(chosen, ~PAID & (AMOUNT == 4))
    assert not can_both_hold(chosen, PAID & ~LATE)
    assert can_both_hold(chosen, ~PAID & (AMOUNT == 3))
    assert can_both_hold(chosen, PAID & LATE & (AMOUNT == 4))
    assert not can_both_hold(If(PAID | LATE, GRADE == Grade.LOW, AMOUNT == 3), PAID & (GRADE == Grade.HIGH))


# What is the same, and what is said.


def test_what_differs_is_told_apart_by_its_hash():
    days = [day("2024-06-01") + dt.timedelta(n) for n in range(20)]
    rule = rule_of(PAID)
    assert len({hash(rule.decide(KNOWN, on=on)) for on in days}) > 1
    assert len({hash(ChosenReading(WAY, option)) for option in WAY.options}) > 1
    assert len({hash(setting(LENGTH, Years(n))) for n in range(1, 20)}) > 1


def test_a_decision_loses_no_part():
    decision = rule_of(PAID).decide(KNOWN, on=day("2024-06-01"))
    with pytest.raises(AttributeError, match="row"):
        del decision.row
    with pytest.raises(AttributeError, match="nothing"):
        _ = decision.nothing
    whole_faults(InvalidInput, bool, decision)


def test_a_law_without_a_last_day_names_none():
    with pytest.raises(NotInForce) as refused:
        JIANGSU_2018.require_in_force(day("2018-01-28"))
    assert "None" not in str(refused.value)


def test_a_reading_taken_names_itself_as_its_source():
    (taken,) = JIANGSU_2018.reading(WAY, "so-far").settings
    assert taken.source == Source("way=so-far", Rank.AGENCY_SETTING)


def test_every_tie_is_told_at_once():
    tied = [Setting(OPEN, Years(n), Source(f"norm {n}", Rank.LAW)) for n in (1, 2, 3)]
    with pytest.raises(InvalidInput) as refused:
        JIANGSU_2018.with_settings(*tied)
    named = [tuple(one.source.citation for one in fault.data["settings"]) for fault in refused.value.faults]
    assert named == [("norm 1", "norm 2"), ("norm 1", "norm 3"), ("norm 2", "norm 3")]
    assert {fault.code for fault in refused.value.faults} == {"setting.tie"}


WIDE = Term(
    "wide",
    PERIOD,
    label("wide"),
    M.article(30),
    default=Years(1),
    yields_to=frozenset({Rank.LOCAL_REGULATION, Rank.DEPARTMENT_RULE, Rank.LAW}),
    yields_under=UnderReading(WAY, "so-far", frozenset({Rank.NORMATIVE_DOCUMENT})),
)


def test_a_setting_that_hangs_on_a_reading_taken_by_case_is_refused():
    by_document = setting(WIDE, Years(2), Rank.NORMATIVE_DOCUMENT)
    by_case = setting(WAY, "so-far", Rank.AGENCY_SETTING, when=PAID)
    ((code, field, _),) = whole_faults(InvalidInput, JIANGSU_2018.with_settings, by_document, by_case)
    assert (code, field) == ("setting.reading-by-case", "way")
    by_law = setting(WIDE, Years(2))
    assert JIANGSU_2018.with_settings(by_law, by_case).settings_of(WIDE) == (by_law,)


def codes_under(row, *settings):
    regime = JIANGSU_2018.with_settings(*settings)
    decision = rule_of(ON <= START + WIDE).decide(KNOWN | row, on=day("2020-01-01"), regime=regime)
    return [notice.code for notice in decision.notices]


def test_norms_of_which_the_law_ranks_none_higher_are_told_where_they_differ():
    regulation = setting(WIDE, Years(2), Rank.LOCAL_REGULATION)
    undecided = ["setting.wide.ranks-undecided"]
    assert codes_under({}, regulation, setting(WIDE, Years(3), Rank.DEPARTMENT_RULE)) == undecided
    assert codes_under({}, regulation, setting(WIDE, Years(2), Rank.DEPARTMENT_RULE)) == []
    assert codes_under({}, regulation, setting(WIDE, Years(3))) == []
    for_the_paid = setting(WIDE, Years(3), Rank.DEPARTMENT_RULE, when=PAID)
    assert codes_under({"paid": True}, regulation, for_the_paid) == undecided
    assert codes_under({"paid": None}, regulation, for_the_paid) == undecided
    assert codes_under({"paid": False}, regulation, for_the_paid) == []


def settings_under(test, row, *settings):
    regime = JIANGSU_2018.with_settings(*settings)
    decision = rule_of(test).decide(KNOWN | row, on=day("2020-01-01"), regime=regime)
    return [applied.setting for applied in decision.basis.settings]


def test_a_setting_in_a_branch_that_working_days_or_a_term_decide():
    length = setting(LENGTH, Years(2))
    row = {"start_on": day("2026-09-18"), "end_on": day("2026-09-22")}
    by_days = START + If(START + WorkingDays(3) <= END, LENGTH, literal(Years(5))) >= ON
    assert settings_under(by_days, row, length) == [length]
    assert settings_under(by_days, row | {"end_on": day("2026-09-21")}, length) == []
    for_the_paid = setting(LENGTH, Years(2), when=START + WorkingDays(3) <= END)
    assert settings_under(START + LENGTH >= ON, row, for_the_paid) == [for_the_paid]
    assert settings_under(START + LENGTH >= ON, row | {"end_on": day("2026-09-21")}, for_the_paid) == []
    wide = setting(WIDE, Years(3))
    by_term = START + If(START + LENGTH <= END, WIDE, literal(Years(5))) >= ON
    assert settings_under(by_term, {"start_on": FIRST, "end_on": day("2026-03-01")}, length, wide) == [length, wide]
    assert settings_under(by_term, {"start_on": FIRST, "end_on": day("2026-02-28")}, length, wide) == [length]


def test_an_explanation_is_of_one_language():
    rule = rule_of(PAID, (START + Years(1) <= ON) & (ON <= END), ON < START)
    for row in (KNOWN, KNOWN | {"end_on": day("2026-06-01"), "start_on": day("2022-01-01")}):
        for on in ("2019-01-01", "2024-06-01", "2026-07-01"):
            english = rule.decide(row | {"paid": False}, on=day(on)).explain("en")
            assert not re.search("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]", english)


def test_a_value_that_does_not_fit_names_its_term():
    with pytest.raises(InvalidInput) as refused:
        Term("bad", PERIOD, label("bad"), M.article(30), default=3)
    assert dict(refused.value.faults[0].data) == {"term": "bad"}


def test_a_document_tells_each_day():
    rule = rule_of(PAID, (START + Years(1) <= ON) & (ON <= END))
    row = KNOWN | {"end_on": day("2026-06-01")}
    text = rule.decide(row, on=day("2024-06-01")).to_storage_json()
    told = json.loads(text)
    assert told["failed"] == [{"condition": "part-1", "earliest": "2025-02-28"}]
    assert [(span["first"], span["last"]) for span in told["timeline"]] == [
        ("2018-01-29", "2025-02-27"),
        ("2025-02-28", "2026-06-01"),
        ("2026-06-02", None),
    ]


def test_a_document_is_chinese_where_it_speaks_chinese():
    later_law = rule_of(PAID).decide(KNOWN, on=day("2024-06-01"))
    assert "江苏省社会信用条例" in later_law.to_public_json()


# Guards from a file.


@pytest.mark.parametrize(
    "test",
    [
        And((PAID, literal(True))),
        If(PAID, START, literal(FIRST)) < END,
        If(PAID, literal(FIRST), START) < END,
        literal(True) == (PAID & LATE),
        If(PAID & LATE, literal(True), LATE),
    ],
)
def test_a_literal_takes_its_type_from_what_stands_beside_it(test):
    assert same(expression_from_json(expression_json(test), BY_NAME), test)
