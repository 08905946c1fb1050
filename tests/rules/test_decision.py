import copy
import datetime as dt
import pickle

import pytest

from jscredit.deadlines import Days, WorkingDays, Years
from jscredit.errors import InvalidInput, NotInForce
from jscredit.law import M
from jscredit.rules import JIANGSU_2018, ON, Decision, Span, Verdict, literal
from jscredit.rules.rows import facts_in
from oracles.little import (
    AMOUNT,
    END,
    GRADE,
    KNOWN,
    LATE,
    LENGTH,
    OPEN,
    PAID,
    START,
    WAY,
    Grade,
    condition,
    day,
    rule_of,
    setting,
)

YES, NO, OPEN_ANSWER = Verdict.YES, Verdict.NO, Verdict.UNDETERMINED
# From the day after START until a year after it, if paid: 2024-03-01 to 2025-02-28.
RULE = rule_of(paid=PAID, in_time=(ON > START) & (START + Years(1) >= ON))
ASKED = {"paid": True, "start_on": day("2024-02-29")}
FIRST = day("2018-01-29")


def ask(on, rule=RULE, regime=JIANGSU_2018, **changes):
    return rule.decide(ASKED | changes, on=day(on), regime=regime)


@pytest.mark.parametrize(
    ("on", "verdict", "earliest", "last", "possible"),
    [
        ("2018-01-29", NO, "2024-03-01", "2025-02-28", "2024-03-01"),
        ("2024-02-29", NO, "2024-03-01", "2025-02-28", "2024-03-01"),
        ("2024-03-01", YES, "2024-03-01", "2025-02-28", "2024-03-01"),
        ("2024-12-31", YES, "2024-12-31", "2025-02-28", "2024-12-31"),
        ("2025-02-28", YES, "2025-02-28", "2025-02-28", "2025-02-28"),
        ("2025-03-01", NO, None, None, None),
    ],
)
def test_the_days_of_an_answer(on, verdict, earliest, last, possible):
    decision = ask(on)
    assert decision.verdict is verdict
    assert [decision.earliest, decision.last, decision.possible] == [
        one and day(one) for one in (earliest, last, possible)
    ]
    assert decision.timeline == (
        Span(FIRST, day("2024-02-29"), NO),
        Span(day("2024-03-01"), day("2025-02-28"), YES),
        Span(day("2025-03-01"), None, NO),
    )
    assert decision.missing == ()


def test_an_open_run_has_no_last_day():
    decision = rule_of(ON > START).decide(ASKED, on=FIRST)
    assert (decision.earliest, decision.last) == (day("2024-03-01"), None)
    assert decision.timeline[-1] == Span(day("2024-03-01"), None, YES)


def test_an_unknown_fact_is_never_false():
    decision = ask("2024-06-01", paid=None)
    assert decision.verdict is OPEN_ANSWER
    assert decision.missing == ("paid",)
    assert (decision.earliest, decision.last) == (None, None)
    assert decision.possible == day("2024-06-01")
    assert decision.failed == ()
    assert [span.verdict for span in decision.timeline] == [NO, OPEN_ANSWER, NO]


def test_where_another_part_settles_it_nothing_is_missing():
    decision = ask("2025-03-01", paid=None)
    assert (decision.verdict, decision.missing) == (NO, ())
    assert [failure.condition.id for failure in decision.failed] == ["in-time"]


def test_what_is_missing_is_in_the_open_parts_alone():
    rule = rule_of(a=PAID, b=LATE | (AMOUNT < 3), c=GRADE == Grade.LOW)
    row = {"paid": None, "late": True, "amount": None, "grade": None}
    assert rule.decide(row, on=FIRST).missing == ("grade", "paid")
    assert rule.decide(row | {"late": None}, on=FIRST).missing == ("amount", "grade", "late", "paid")
    assert rule.decide(row | {"late": False}, on=FIRST).missing == ("amount", "grade", "paid")


def test_what_is_missing_depends_on_the_day():
    rule = rule_of((ON < START) | (PAID & (ON > END)))
    row = {"start_on": day("2024-01-01"), "end_on": day("2025-01-01"), "paid": None}
    answers = {on: rule.decide(row, on=day(on)) for on in ("2023-12-31", "2024-01-01", "2025-01-01", "2025-01-02")}
    assert [one.verdict for one in answers.values()] == [YES, NO, NO, OPEN_ANSWER]
    assert [one.missing for one in answers.values()] == [(), (), (), ("paid",)]


def test_an_unknown_day_is_missing_on_every_day_that_it_may_decide():
    decision = rule_of(ON > START).decide({"start_on": None}, on=FIRST)
    assert (decision.verdict, decision.missing) == (OPEN_ANSWER, ("start_on",))
    assert (decision.earliest, decision.possible) == (None, FIRST)
    assert decision.timeline == (Span(FIRST, None, OPEN_ANSWER),)


def test_a_day_that_never_comes():
    decision = rule_of(ON > START).decide({"start_on": dt.date.max}, on=FIRST)
    assert (decision.verdict, decision.earliest, decision.possible) == (NO, None, None)
    assert decision.timeline == (Span(FIRST, None, NO),)
    far = rule_of(START + Years(9000) < ON).decide(ASKED, on=FIRST)
    assert (far.verdict, far.earliest) == (NO, None)
    assert rule_of(START + Years(9000) >= ON).decide(ASKED, on=FIRST).last is None


def test_an_open_term_settles_the_first_year_and_the_time_after_the_longest():
    rule = rule_of(ON <= START + OPEN)
    answers = {on: rule.decide(ASKED, on=day(on)) for on in ("2025-02-28", "2025-03-01", "2027-02-28", "2027-03-01")}
    assert [one.verdict for one in answers.values()] == [YES, OPEN_ANSWER, OPEN_ANSWER, NO]
    assert [one.missing for one in answers.values()] == [(), ("open-term",), ("open-term",), ()]
    filled = JIANGSU_2018.with_settings(setting(OPEN, Years(2)))
    assert rule.decide(ASKED, on=FIRST, regime=filled).last == day("2026-02-28")


OVERDUE = rule_of(overdue=START + WorkingDays(10) < ON)


def test_past_the_last_notice_not_overdue_can_still_be_answered():
    received = {"start_on": day("2026-12-18")}
    before = OVERDUE.decide(received, on=day("2026-12-20"))
    assert (before.verdict, before.missing) == (NO, ())
    assert before.earliest is None
    assert before.possible == day("2027-01-02")
    after = OVERDUE.decide(received, on=day("2027-01-20"))
    assert (after.verdict, after.missing) == (OPEN_ANSWER, ("calendar-2027",))
    known = OVERDUE.decide({"start_on": day("2026-09-18")}, on=day("2026-10-10"))
    assert (known.verdict, known.missing) == (YES, ())


def test_failed_conditions_have_each_its_own_earliest():
    rule = rule_of(late=ON > END, early=ON > START, gone=ON < START, never=LATE)
    row = {"start_on": day("2024-02-01"), "end_on": day("2024-03-01"), "late": False}
    decision = rule.decide(row, on=day("2024-02-01"))
    assert {failure.condition.id: failure.earliest for failure in decision.failed} == {
        "late": day("2024-03-02"),
        "early": day("2024-02-02"),
        "gone": None,
        "never": None,
    }
    assert rule.decide(row, on=day("2024-02-10")).failed[-1].condition.id == "never"


def test_a_yes_rests_on_every_condition_a_no_on_the_failed_an_open_answer_on_the_open():
    rule = rule_of(a=PAID, b=LATE, c=ON > START)

    def rests_on(**row):
        decision = rule.decide(ASKED | row, on=day("2024-06-01"))
        return [one.id for one in decision.conditions]

    assert rests_on(paid=True, late=True) == ["a", "b", "c"]
    assert rests_on(paid=False, late=False) == ["a", "b"]
    assert rests_on(paid=False, late=None) == ["a"]
    assert rests_on(paid=None, late=None) == ["a", "b"]


def test_citations_are_told_once():
    from jscredit.rules import Rule
    from oracles.little import label

    parts = (condition("a", PAID, 30), condition("b", LATE, 34), condition("c", PAID, 30))
    rule = Rule("r", M.article(34), label("r"), parts)
    assert rule.decide({"paid": True, "late": True}, on=FIRST).citations == (M.article(30), M.article(34))
    assert rule.decide({"paid": True, "late": False}, on=FIRST).citations == (M.article(34),)


def test_a_decision_has_no_truth_value():
    with pytest.raises(InvalidInput) as caught:
        bool(ask("2024-06-01"))
    assert caught.value.code == "decision.no-truth-value"
    assert caught.value.faults[0].cure.en == "compare decision.verdict"


def test_equal_by_inputs():
    one, same = ask("2024-06-01"), ask("2024-06-01")
    assert one.verdict is YES
    assert one == same
    assert hash(one) == hash(same)
    others = [
        ask("2024-06-02"),
        ask("2024-06-01", paid=None),
        rule_of(PAID).decide(ASKED, on=day("2024-06-01")),
        ask("2024-06-01", regime=JIANGSU_2018.with_settings(setting(LENGTH, Years(2)))),
    ]
    assert one not in others
    assert one != "a decision"
    assert len({one, same, *others}) == 5


def test_immutable():
    decision = ask("2024-06-01")
    for name in ("on", "row", "verdict", "other"):
        with pytest.raises(AttributeError):
            setattr(decision, name, None)
        with pytest.raises(AttributeError):
            delattr(decision, name)
    with pytest.raises(TypeError):
        decision.row["paid"] = False


def test_a_decision_keeps_its_row():
    given = dict(ASKED)
    decision = RULE.decide(given, on=day("2024-06-01"))
    given["paid"] = False
    assert decision.verdict is YES


@pytest.mark.parametrize("made", [lambda one: pickle.loads(pickle.dumps(one)), copy.copy, copy.deepcopy])  # noqa: S301 - our own bytes
def test_pickle_and_copies(made):
    one = ask("2024-06-01", paid=None)
    again = made(one)
    assert again == one
    assert (again.verdict, again.timeline, again.missing, again.basis) == (
        one.verdict,
        one.timeline,
        one.missing,
        one.basis,
    )
    assert hash(again.basis.readings) == hash(one.basis.readings)
    assert again.explain("en") == one.explain("en")
    with pytest.raises(TypeError):
        again.row["paid"] = False


def test_its_short_form():
    assert repr(ask("2024-06-01")) == "<Decision little on 2024-06-01: yes>"


def test_all_faults_of_a_row_at_once():
    with pytest.raises(InvalidInput) as caught:
        rule_of(PAID & (ON > START), GRADE == Grade.LOW, AMOUNT < 3).decide(
            {"paid": 1, "start_on": dt.datetime(2024, 1, 1, tzinfo=dt.UTC), "grade": "low"}, on=FIRST
        )
    assert [(fault.code, fault.field) for fault in caught.value.faults] == [
        ("fact.type", "paid"),
        ("fact.type", "start_on"),
        ("fact.type", "grade"),
        ("fact.absent", "amount"),
    ]
    assert "None" in caught.value.faults[-1].cure.en


def test_what_is_wrong_with_a_row_is_told_without_its_value():
    with pytest.raises(InvalidInput) as caught:
        rule_of(PAID).decide({"paid": "320102199003071234"}, on=FIRST)
    assert "3201" not in str(caught.value)


def test_every_fact_may_be_unknown():
    rule = rule_of(PAID & (ON > START), GRADE == Grade.LOW, AMOUNT < 3)
    decision = rule.decide(dict.fromkeys(("paid", "start_on", "grade", "amount")), on=FIRST)
    assert decision.missing == ("amount", "grade", "paid", "start_on")


def test_what_the_row_holds_beside_the_facts_is_left_out():
    assert dict(ask("2024-06-01", other="x").row) == ASKED


def test_facts_in_order_of_first_use():
    assert [fact.name for fact in facts_in(PAID & (ON > START), START < END, LATE)] == [
        "paid",
        "start_on",
        "end_on",
        "late",
    ]
    assert [fact.name for fact in RULE.facts] == ["paid", "start_on"]


def test_the_facts_of_a_guard_are_asked_under_every_reading():
    rule = rule_of(WAY.pick(one=ON > START, so_far=ON > START + LENGTH))
    guarded = JIANGSU_2018.with_settings(setting(LENGTH, Years(2), when=GRADE == Grade.LOW))
    bound = rule.bind(guarded)
    assert [fact.name for fact in bound.facts] == ["start_on", "grade"]
    decision = bound.decide({"start_on": day("2024-02-29"), "grade": Grade.LOW}, day("2025-06-01"))
    assert next(notice.code for notice in decision.notices) == "reading.way.so-far"


def test_a_rule_has_conditions_with_ids_of_their_own():
    for parts in ((), (condition("a", PAID), condition("a", LATE))):
        with pytest.raises(InvalidInput) as caught:
            type(RULE)("r", M.article(1), RULE.label, parts)
        assert (caught.value.code, caught.value.rule) == ("rule.conditions", "r")


def test_a_condition_is_a_yes_or_no():
    with pytest.raises(InvalidInput):
        condition("a", START)


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"paid": False},
        {"paid": None},
        {"start_on": None},
        {"paid": None, "start_on": None},
        {"paid": False, "start_on": None},
    ],
)
@pytest.mark.parametrize("on", ["2024-02-29", "2024-03-01", "2025-02-28", "2025-03-01"])
def test_the_fast_path_is_the_decision(row, on):
    bound, decision = RULE.bind(), ask(on, **row)
    assert bound.verdict(ASKED | row, day(on)) is decision.verdict
    assert bound.reasons(ASKED | row, day(on)) == (decision.verdict, decision.conditions)
    assert bound.decide(ASKED | row, day(on)) == decision


def test_a_bound_rule_is_worked_out_once():
    assert RULE.bind() is RULE.bind(JIANGSU_2018)


def test_a_test_that_contradicts_itself_is_a_no():
    decision = rule_of(PAID & ~PAID).decide({"paid": None}, on=FIRST)
    assert (decision.verdict, decision.possible) == (NO, None)
    assert rule_of(PAID & ~PAID & (ON > START)).decide({"paid": None, "start_on": None}, on=FIRST).verdict is NO


def test_a_test_that_always_holds_is_a_yes():
    decision = rule_of(literal(True), (ON > START) | (ON <= START)).decide({"start_on": KNOWN["start_on"]}, on=FIRST)
    assert decision.timeline == (Span(FIRST, None, YES),)


def test_what_full_evaluation_settles_where_the_closures_cannot():
    unsettled = rule_of(literal(day("2025-06-01")) < START + OPEN)
    assert unsettled.decide(ASKED, on=FIRST).missing == ("open-term",)
    settled = rule_of(literal(day("2024-06-01")) < START + OPEN)
    assert settled.decide(ASKED, on=FIRST).verdict is YES
    assert settled.bind().verdict(ASKED, FIRST) is YES
    assert (
        rule_of((LATE | PAID) & ((ON > START) | PAID))
        .decide({"late": None, "paid": True, "start_on": None}, on=FIRST)
        .verdict
        is YES
    )


def test_a_union_of_two_runs():
    rule = rule_of((ON < START) | (ON > END))
    row = {"start_on": day("2024-02-01"), "end_on": day("2024-03-01")}
    decision = rule.decide(row, on=day("2024-02-15"))
    assert (decision.verdict, decision.earliest, decision.last) == (NO, day("2024-03-02"), None)
    assert [span.verdict for span in decision.timeline] == [YES, NO, YES]
    assert rule.decide(row, on=day("2024-01-15")).last == day("2024-01-31")


def test_before_the_law_even_a_settled_answer_is_an_error():
    with pytest.raises(NotInForce):
        rule_of(literal(True)).decide({}, on=FIRST - dt.timedelta(1))


def test_a_decision_may_be_made_from_its_parts():
    made = Decision(RULE, ASKED, day("2024-06-01"), JIANGSU_2018)
    assert made == ask("2024-06-01")
    assert made.earliest == day("2024-06-01")


def test_a_period_that_is_a_fact():
    from oracles.little import SPELL

    rule = rule_of(ON <= START + SPELL)
    row = {"start_on": day("2024-02-29"), "spell": None}
    decision = rule.decide(row, on=day("2024-03-02"))
    assert (decision.verdict, decision.missing) == (OPEN_ANSWER, ("spell",))
    # A period is at least one day.
    assert rule.decide(row, on=day("2024-03-01")).verdict is YES
    assert rule.decide(row | {"spell": Days(2)}, on=day("2024-03-03")).verdict is NO


def test_a_part_that_is_known_to_fail_leaves_the_other_open():
    rule = rule_of((PAID & (ON > START)) | (LATE & (ON > END)))
    row = {"paid": False, "late": None, "start_on": day("2024-01-01"), "end_on": day("2024-02-01")}
    decision = rule.decide(row, on=day("2024-01-15"))
    assert (decision.verdict, decision.possible) == (NO, day("2024-02-02"))
    assert rule.decide(row, on=day("2024-02-02")).missing == ("late",)


@pytest.mark.parametrize("late", [True, None])
@pytest.mark.parametrize(
    ("on", "by_time"),
    [("2025-02-28", YES), ("2025-03-01", OPEN_ANSWER), ("2027-02-28", OPEN_ANSWER), ("2027-03-01", NO)],
)
def test_the_fast_path_where_an_open_term_settles_it_or_not(on, by_time, late):
    rule = rule_of(ON <= START + OPEN, LATE)
    row = ASKED | {"late": late}
    wanted = by_time if late or by_time is NO else OPEN_ANSWER
    assert rule.bind().verdict(row, day(on)) is wanted
    assert rule.bind().reasons(row, day(on))[0] is wanted
    assert rule.decide(row, on=day(on)).verdict is wanted
