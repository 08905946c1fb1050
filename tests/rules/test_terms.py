import datetime as dt
import pickle

import pytest

from jscredit.deadlines import Days, Months, Years
from jscredit.errors import InvalidInput
from jscredit.law import M, Rank
from jscredit.rules import FLAG, NUMBER, ON, PERIOD, Option, Setting, Source, Term, UnderReading, reading
from jscredit.rules.structure import structure
from jscredit.rules.terms import READING, Pick
from oracles.little import AMOUNT, LATE, LENGTH, OPEN, PAID, START, WAY, label, setting


def code(build):
    with pytest.raises(InvalidInput) as caught:
        build()
    return caught.value.code


def term(**parts):
    return Term("t", parts.pop("type", PERIOD), label("t"), M.article(30), **parts)


def test_three_kinds_of_term():
    assert OPEN.kind == "open"
    assert LENGTH.kind == "parameter"
    assert WAY.kind == "reading"
    assert term(type=FLAG, default=False).kind == "parameter"


def test_a_reading_takes_its_first_option_by_default():
    assert WAY.type == READING
    assert WAY.default == "one"
    assert WAY.option("so-far").label.en == "so far"


@pytest.mark.parametrize(
    "parts", [{"default": 3}, {"default": "x"}, {"within": (Years(1), 3)}, {"type": NUMBER, "default": True}]
)
def test_a_default_and_a_range_fit_the_type(parts):
    assert code(lambda: term(**parts)) == "term.value"


def test_an_option_that_is_none_is_no_default():
    assert (
        code(lambda: Term("t", READING, label("t"), M.article(1), default="x", options=(Option("one", label("one")),)))
        == "term.value"
    )


@pytest.mark.parametrize(
    ("value", "fits"),
    [
        (Years(1), True),
        (Years(3), True),
        (Years(2), True),
        (Months(12), True),
        (Months(36), True),
        (Days(366), True),
        (Days(1000), True),
        # From 2023-03-01 a year has 366 days, so 365 fall short of it; from 2021-01-01 three have 1095.
        (Days(365), False),
        (Days(1095), True),
        (Days(1096), False),
        (Months(11), False),
        (Months(37), False),
        (Years(4), False),
    ],
)
def test_an_open_term_is_filled_within_its_range(value, fits):
    if fits:
        assert setting(OPEN, value).value == value
    else:
        assert code(lambda: setting(OPEN, value)) == "term.range"


def test_a_range_of_numbers():
    share = term(type=NUMBER, within=(1, 3))
    assert [setting(share, value).value for value in (1, 2, 3)] == [1, 2, 3]
    assert {code(lambda value=value: setting(share, value)) for value in (0, 4)} == {"term.range"}


@pytest.mark.parametrize(("one", "value"), [(LENGTH, 1), (LENGTH, None), (OPEN, "x"), (WAY, "third"), (WAY, 1)])
def test_a_setting_fits_its_term(one, value):
    assert code(lambda: setting(one, value)) == "term.value"


def test_a_parameter_yields_to_its_ranks_alone():
    assert setting(LENGTH, Years(2), Rank.DEPARTMENT_RULE).value == Years(2)
    with pytest.raises(InvalidInput) as caught:
        setting(LENGTH, Years(2), Rank.AGENCY_SETTING)
    (fault,) = caught.value.faults
    assert fault.code == "setting.rank"
    assert fault.cure.en == "the ranks that it yields to: rule of a national department, law"
    assert fault.cure.zh == "可以另行规定的位阶：部门规章、法律"
    assert caught.value.clause == M.article(30)


def test_a_parameter_may_yield_to_none():
    with pytest.raises(InvalidInput) as caught:
        setting(term(default=Years(1)), Years(2))
    assert caught.value.faults[0].cure.en.endswith(": none")


def test_an_agency_may_fill_an_open_term_and_choose_a_reading():
    assert setting(OPEN, Years(2), Rank.AGENCY_SETTING).source.rank is Rank.AGENCY_SETTING
    assert setting(WAY, "so-far", Rank.AGENCY_SETTING).value == "so-far"


def test_ranks_under_a_reading_are_possible_ranks():
    under = UnderReading(WAY, "so-far", frozenset({Rank.NORMATIVE_DOCUMENT}))
    one = term(default=Years(1), yields_to=frozenset({Rank.LAW}), yields_under=under)
    assert setting(one, Years(2), Rank.NORMATIVE_DOCUMENT).possible_ranks == {Rank.LAW, Rank.NORMATIVE_DOCUMENT}
    assert code(lambda: setting(one, Years(2), Rank.AGENCY_SETTING)) == "setting.rank"


@pytest.mark.parametrize(
    ("guard", "wanted"),
    [
        (START, "expression.type"),
        (ON > START, "expression.on-not-bare"),
        (START + LENGTH < START, "setting.guard-names-term"),
        (PAID & WAY.pick(one=PAID, so_far=LATE), "setting.guard-names-term"),
    ],
)
def test_a_guard_is_a_condition_over_facts(guard, wanted):
    assert code(lambda: setting(LENGTH, Years(2), when=guard)) == wanted


def test_settings_are_equal_by_value():
    one, same = (setting(LENGTH, Years(2), when=PAID & (AMOUNT < 3)) for _ in range(2))
    assert one == same
    assert hash(one) == hash(same)
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own bytes
    others = [
        setting(LENGTH, Years(3), when=PAID & (AMOUNT < 3)),
        setting(LENGTH, Years(2), when=PAID & (AMOUNT < 4)),
        setting(LENGTH, Years(2)),
        setting(OPEN, Years(2), when=PAID & (AMOUNT < 3)),
        setting(LENGTH, Years(2), Rank.DEPARTMENT_RULE, when=PAID & (AMOUNT < 3)),
        Setting(LENGTH, Years(2), Source("another norm", Rank.LAW), PAID & (AMOUNT < 3)),
    ]
    assert one not in others
    assert len({one, same, *others}) == 7
    assert one != "a setting"


def test_a_pick_names_a_branch_for_each_option():
    picked = WAY.pick(so_far=LATE, one=PAID)
    assert [name for name, _ in picked.branches] == ["one", "so-far"]
    assert [part.name for part in picked.parts] == ["paid", "late"]
    assert picked.type == FLAG
    assert picked.branch("so-far") is LATE


@pytest.mark.parametrize(
    "branches", [{"one": PAID}, {"one": PAID, "so_far": LATE, "third": PAID}, {"one": PAID, "two": LATE}]
)
def test_branches_are_the_options(branches):
    with pytest.raises(InvalidInput) as caught:
        WAY.pick(**branches)
    assert (caught.value.code, caught.value.term) == ("term.branches", "way")


def test_branches_have_one_type():
    assert code(lambda: WAY.pick(one=PAID, so_far=START)) == "expression.type"
    assert code(lambda: Pick(WAY, (("one", START), ("so-far", PAID)))) == "expression.type"


def test_a_term_stands_as_a_value():
    assert LENGTH.parts == ()
    assert not (START + LENGTH).has_on
    assert code(lambda: START + term(type=NUMBER)) == "expression.type"
    assert structure(OPEN) != structure(LENGTH)


def test_a_reading_has_as_many_options_as_the_text_has_readings():
    many = reading("many", label("many"), M.article(1), *(Option(f"n{n}", label("n")) for n in range(3)))
    assert many.pick(n0=PAID, n1=LATE, n2=dt.date(2024, 1, 1) > START).branch("n1") is LATE
