import datetime as dt
import operator
import pickle
from enum import StrEnum
from functools import reduce
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jscredit.deadlines import WorkCalendar, Years
from jscredit.errors import InvalidInput, NotInForce
from jscredit.law import M, Rank
from jscredit.rules import JIANGSU_2018, ON, PERIOD, Fact, If, Regime, Term, UnderReading
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
    label,
    rule_of,
    setting,
)

RULE = rule_of(ON <= START + LENGTH)
FIRST = dt.date(2018, 1, 29)


def test_the_2018_text_has_no_settings():
    assert JIANGSU_2018.settings == ()
    assert JIANGSU_2018.in_force_from == FIRST
    assert JIANGSU_2018.in_force_to is None


@pytest.mark.parametrize("on", [FIRST - dt.timedelta(1), dt.date(2000, 1, 1), dt.date.min])
def test_before_it_is_in_force_there_is_no_answer(on):
    with pytest.raises(NotInForce) as caught:
        RULE.decide(KNOWN, on=on)
    assert caught.value.in_force_from == FIRST
    assert "2018-01-29" in caught.value.text("zh")
    assert "2018-01-29" in caught.value.text("en")
    assert caught.value.faults[0].clause == "M43"


def test_on_its_first_day_there_is():
    assert RULE.decide(KNOWN, on=FIRST).on == FIRST


def test_a_regime_may_end():
    ended = Regime("ended", FIRST, dt.date(2024, 12, 31))
    decision = RULE.decide(KNOWN, on=dt.date(2024, 12, 31), regime=ended)
    assert decision.last == dt.date(2024, 12, 31)
    assert [(span.first, span.last) for span in decision.timeline] == [(FIRST, dt.date(2024, 12, 31))]
    with pytest.raises(NotInForce) as caught:
        RULE.decide(KNOWN, on=dt.date(2025, 1, 1), regime=ended)
    assert "to 2024-12-31" in caught.value.text("en")
    assert "至2024-12-31" in caught.value.text("zh")


def test_no_day_is_promised_after_a_regime_ends():
    later = rule_of(ON > END)
    ended = Regime("ended", FIRST, KNOWN["end_on"])
    decision = later.decide(KNOWN, on=KNOWN["end_on"], regime=ended)
    assert (decision.earliest, decision.possible, decision.failed[0].earliest) == (None, None, None)
    assert later.decide(KNOWN, on=KNOWN["end_on"]).earliest == KNOWN["end_on"] + dt.timedelta(1)


@pytest.mark.parametrize("on", ["2024-01-01", None, dt.datetime(2024, 1, 1, tzinfo=dt.UTC), 5])
def test_the_day_asked_about_is_a_date(on):
    with pytest.raises(InvalidInput) as caught:
        RULE.decide(KNOWN, on=on)
    assert caught.value.faults[0].field == "on"


def test_regimes_are_equal_by_value():
    one, same = (JIANGSU_2018.with_settings(setting(LENGTH, Years(2), when=PAID)) for _ in range(2))
    assert one == same
    assert hash(one) == hash(same)
    assert one != JIANGSU_2018
    assert one != JIANGSU_2018.with_settings(setting(LENGTH, Years(2), when=LATE))
    assert Regime("jiangsu-2018-23", FIRST, calendar=WorkCalendar().as_known_on(dt.date(2020, 1, 1))) != JIANGSU_2018


def test_what_is_worked_out_for_a_rule_is_kept_beside_the_value():
    fresh = Regime(JIANGSU_2018.id, JIANGSU_2018.in_force_from)
    bare = pickle.dumps(fresh)
    bound = RULE.bind(fresh)
    fresh.reading(WAY, "so-far")
    assert RULE.bind(fresh) is bound
    assert bound.regime is fresh
    assert fresh == JIANGSU_2018
    assert hash(fresh) == hash(JIANGSU_2018)
    assert pickle.dumps(fresh) == bare
    assert "_bound" not in repr(fresh)


def test_regimes_pickle():
    one = JIANGSU_2018.with_settings(
        setting(LENGTH, Years(2), when=(GRADE == Grade.LOW) & (START < END)), setting(OPEN, Years(2))
    )
    back = pickle.loads(pickle.dumps(one))  # noqa: S301 - our own bytes
    assert back == one
    assert hash(back) == hash(one)
    on = dt.date(2025, 6, 1)
    assert RULE.decide(KNOWN, on=on, regime=back) == RULE.decide(KNOWN, on=on, regime=one)


def test_a_reading_is_taken_in_every_case():
    mixed = JIANGSU_2018.with_settings(setting(WAY, "so-far", when=PAID), setting(LENGTH, Years(2)))
    taken = mixed.reading(WAY, "one")
    assert taken.chosen(WAY) == "one"
    assert [one.term.name for one in taken.settings] == ["length", "way"]
    assert taken.settings[-1].when is None
    assert mixed.reading(WAY, "one") is taken
    assert mixed.chosen(WAY) == "one"
    assert JIANGSU_2018.reading(WAY, "so-far").chosen(WAY) == "so-far"


def test_a_reading_that_is_none_is_refused():
    with pytest.raises(InvalidInput):
        JIANGSU_2018.reading(WAY, "third")
    with pytest.raises(InvalidInput):
        JIANGSU_2018.reading(LENGTH, Years(9))


def test_the_order_of_settings():
    law_general = setting(LENGTH, Years(2))
    law_guarded = setting(LENGTH, Years(3), when=PAID)
    rule_guarded = setting(LENGTH, Years(4), Rank.DEPARTMENT_RULE, when=LATE)
    rule_general = setting(LENGTH, Years(5), Rank.DEPARTMENT_RULE)
    other = setting(OPEN, Years(2))
    ordered = (law_guarded, law_general, rule_guarded, rule_general)
    regime = JIANGSU_2018.with_settings(other, rule_general, rule_guarded, law_general, law_guarded)
    assert regime.settings_of(LENGTH) == ordered
    assert regime.chosen(LENGTH) == Years(2)
    assert JIANGSU_2018.chosen(LENGTH) == Years(1)
    assert JIANGSU_2018.chosen(OPEN) is None


def clash(one, other):
    try:
        JIANGSU_2018.with_settings(
            setting(LENGTH, Years(2), when=one, source="norm A"), setting(LENGTH, Years(3), when=other, source="norm B")
        )
    except InvalidInput as error:
        return error
    return None


def test_a_tie_names_both():
    error = clash(PAID, GRADE == Grade.LOW)
    assert error.code == "setting.tie"
    assert error.term == "length"
    assert [one.source.citation for one in error.settings] == ["norm A", "norm B"]
    for lang in ("zh", "en"):
        assert "norm A" in error.text(lang)
        assert "norm B" in error.text(lang)


def test_two_general_settings_of_one_rank_tie():
    assert clash(None, None).code == "setting.tie"


def test_a_general_and_a_guarded_setting_do_not_tie():
    assert clash(None, PAID) is None
    assert clash(PAID, None) is None


def test_two_ranks_or_two_terms_never_tie():
    JIANGSU_2018.with_settings(
        setting(LENGTH, Years(2)), setting(LENGTH, Years(3), Rank.DEPARTMENT_RULE), setting(OPEN, Years(2))
    )


ONE, TWO = dt.date(2024, 1, 1), dt.date(2024, 1, 2)
DISJOINT = [
    (PAID, ~PAID),
    (PAID == True, PAID == False),  # noqa: E712 - builds nodes
    (PAID, PAID == False),  # noqa: E712 - builds a node
    (GRADE == Grade.LOW, GRADE == Grade.HIGH),
    (GRADE == Grade.LOW, GRADE != Grade.LOW),
    (GRADE == Grade.LOW, GRADE.is_in(Grade.HIGH, Grade.OTHER)),
    (GRADE.is_in(Grade.LOW, Grade.HIGH), ~GRADE.is_in(Grade.LOW, Grade.HIGH)),
    (GRADE.is_in(Grade.LOW, Grade.HIGH), ~(GRADE == Grade.LOW) & ~(GRADE == Grade.HIGH)),
    (AMOUNT < 3, AMOUNT >= 3),
    (AMOUNT < 3, AMOUNT == 3),
    (AMOUNT <= 3, AMOUNT > 3),
    (AMOUNT == 5, AMOUNT.is_in(3, 4)),
    ((AMOUNT > 1) & (AMOUNT < 5), AMOUNT == 7),
    (START < ONE, START >= ONE),
    (START <= ONE, START >= TWO),
    (ONE < START, START <= ONE),
    (START == ONE, START > ONE),
    (START < END, ~(START < END)),
    (PAID & LATE, LATE & ~PAID),
    (PAID & False, LATE),
    (PAID | True, ~(LATE | True)),
    (PAID | LATE, ~PAID & ~LATE),
    (~(PAID & LATE), PAID & LATE),
    (If(PAID, GRADE == Grade.LOW, LATE), PAID & (GRADE == Grade.HIGH)),
    ((PAID & (AMOUNT < 3)) | (GRADE == Grade.LOW), ~PAID & (GRADE == Grade.HIGH)),
]
OVERLAP = [
    (PAID, LATE),
    (PAID, PAID),
    (GRADE == Grade.LOW, GRADE.is_in(Grade.LOW, Grade.HIGH)),
    (GRADE != Grade.LOW, GRADE == Grade.HIGH),
    (AMOUNT <= 3, AMOUNT >= 3),
    (AMOUNT < 3, AMOUNT > 1),
    (START <= ONE, START >= ONE),
    (START < ONE, END > ONE),
    (PAID | LATE, ~PAID),
    (If(PAID, GRADE == Grade.LOW, LATE), GRADE == Grade.HIGH),
    (START < END, END < TWO),
    (PAID & True, LATE | False),
]


@pytest.mark.parametrize(("one", "other"), DISJOINT, ids=range(len(DISJOINT)))
def test_disjoint_guards_are_accepted(one, other):
    assert clash(one, other) is None
    assert clash(other, one) is None


@pytest.mark.parametrize(("one", "other"), OVERLAP, ids=range(len(OVERLAP)))
def test_guards_that_may_both_hold_are_a_tie(one, other):
    assert clash(one, other).code == "setting.tie"
    assert clash(other, one).code == "setting.tie"


LEAVES = st.one_of(
    st.sampled_from([PAID, LATE]),
    st.builds(lambda n: n > AMOUNT, st.integers(0, 3)),
    st.builds(lambda n: n <= AMOUNT, st.integers(0, 3)),
    st.builds(lambda grade: grade == GRADE, st.sampled_from(Grade)),
)
GUARDS = st.recursive(
    LEAVES,
    lambda part: st.one_of(
        st.builds(lambda a, b: a & b, part, part),
        st.builds(lambda a, b: a | b, part, part),
        st.builds(lambda a: ~a, part),
        st.builds(If, part, part, part),
    ),
    max_leaves=5,
)
ROWS = [
    {"paid": p, "late": q, "amount": n, "grade": g}
    for p in (True, False)
    for q in (True, False)
    for n in range(-1, 5)
    for g in Grade
]


@given(GUARDS, GUARDS)
def test_guards_accepted_together_never_hold_together(one, other):
    if clash(one, other) is None:
        both = rule_of(one & other)
        assert {both.bind().verdict(row, FIRST).value for row in ROWS} == {"no"}


def test_a_term_may_yield_to_more_ranks_under_a_reading():
    under = UnderReading(WAY, "so-far", frozenset({Rank.NORMATIVE_DOCUMENT}))
    term = Term(
        "wide",
        PERIOD,
        label("wide"),
        M.article(30),
        default=Years(1),
        yields_to=frozenset({Rank.LAW}),
        yields_under=under,
    )
    by_document = setting(term, Years(5), Rank.NORMATIVE_DOCUMENT)
    by_law = setting(term, Years(4), Rank.LAW)
    assert JIANGSU_2018.with_settings(by_document).settings_of(term) == ()
    assert JIANGSU_2018.with_settings(by_document).chosen(term) == Years(1)
    assert JIANGSU_2018.with_settings(by_document, by_law).settings_of(term) == (by_law,)
    wide = JIANGSU_2018.with_settings(by_document).reading(WAY, "so-far")
    assert wide.chosen(term) == Years(5)
    chosen = JIANGSU_2018.with_settings(by_document, by_law, setting(WAY, "so-far", Rank.AGENCY_SETTING))
    assert chosen.settings_of(term) == (by_law, by_document)


class Hole(StrEnum):
    A = "a"
    B = "b"
    C = "c"
    D = "d"
    E = "e"


def many(n):
    return [Fact.flag(f"flag-{i}", label(f"flag {i}")) for i in range(n)]


def all_of(parts):
    return reduce(operator.and_, parts)


def any_of(parts):
    return reduce(operator.or_, parts)


def test_guards_with_many_choices_are_settled_quickly():
    one, other = many(30), many(60)[30:]
    pairs = [a | b for a, b in zip(one, other, strict=True)]
    assert clash(all_of(pairs), all_of(other)).code == "setting.tie"
    assert clash(all_of(pairs), ~one[0] & ~other[0]) is None
    assert clash(any_of(one), all_of([~flag for flag in one])) is None


def test_what_is_not_ruled_out_in_a_fair_number_of_steps_is_a_tie():
    # Six that all differ cannot be found among five: it takes many steps to see.
    pigeons = [Fact.choice(f"pigeon-{n}", Hole, label("pigeon")) for n in range(len(Hole) + 1)]
    pairs = [~((one == hole) & (other == hole)) for one, other in combinations(pigeons, 2) for hole in Hole]
    one_each = [any_of([each == hole for hole in Hole]) for each in pigeons]
    assert clash(all_of(pairs), all_of(one_each)).code == "setting.tie"
