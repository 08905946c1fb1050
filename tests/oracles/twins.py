"""Invented rules, each built twice: as the engine's expression, and as a plain function of (facts, day).

The plain half knows nothing of the engine: Python's own and, or, not and comparisons, sums of dates by dateutil,
working days by a walk over the calendar of `holidays`. So it says what a rule means, one day and one case at a time.
"""

from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from itertools import product
from math import prod
from typing import Any, NamedTuple

from dateutil.relativedelta import relativedelta

from jscredit.deadlines import Days, Months, WorkingDays, Years
from jscredit.errors import Label
from jscredit.law import M, Rank
from jscredit.rules import JIANGSU_2018, ON, PERIOD, Fact, If, Option, Setting, Source, Term, literal, reading
from oracles.working_days import every_day, walk

WORD = Label("词", "word")
CITED = M.article(1)
BASE = every_day(date(2024, 2, 25), date(2024, 3, 4))
# Every day on which an answer can change where all facts are known: at most two sums of a month or a year each.
HORIZON = [day for year in (2024, 2025, 2026) for day in every_day(date(year, 2, 20), date(year, 5, 12))]


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"
    GREEN = "green"


class Twin(NamedTuple):
    node: Any
    plain: Callable[[dict[str, Any], date], Any]


FLAGS = [Fact.flag(name, WORD) for name in ("wet", "cold", "dark")]
DAYS = [Fact.day(name, WORD) for name in ("sown_on", "grown_on")]
COLOUR = Fact.choice("colour", Colour, WORD)
WEIGHT = Fact.number("weight", WORD)
SPELL = Fact.period("spell", WORD)
FACTS = [*FLAGS, *DAYS, COLOUR, WEIGHT, SPELL]
OPEN_TERM = Term("open-spell", PERIOD, WORD, CITED, within=(Days(1), Days(4)))
SET_TERM = Term("set-spell", PERIOD, WORD, CITED, default=Days(2), yields_to=frozenset(Rank))
READING = reading("way", WORD, CITED, Option("one", WORD), Option("other-way", WORD))

VALUES: dict[str, list[Any]] = {
    **{fact.name: [True, False] for fact in FLAGS},
    # Days far off stand for all that lie outside.
    **{fact.name: [date(2001, 1, 1), *BASE, date(2190, 1, 1)] for fact in DAYS},
    "colour": list(Colour),
    "weight": [0, 1, 2, 3],
    "spell": [Days(1), Days(3), Months(1), Years(1), Years(150)],
    "open-spell": [Days(1), Days(2), Days(3), Days(4)],
}


@cache
def plus(day: date, period: Any) -> date:
    if isinstance(period, Days):
        return day + timedelta(days=period.n)
    if isinstance(period, Months):
        return day + relativedelta(months=period.n)
    return day + relativedelta(years=period.n)


cached_walk = cache(walk)


FAR = (date(2190, 1, 1), Years(150))


def a_row(rng):
    """A case with every fact known, and nothing further off than the horizon."""
    return {fact.name: rng.choice([value for value in VALUES[fact.name] if value not in FAR]) for fact in FACTS}


def _leaf(rng, with_on):
    kind = rng.choice(["flag", "flag", "on", "on", "on", "colour", "weight", "days", "known", "day-among"])
    if kind == "on" and with_on:
        return _on(rng)
    if kind == "colour":
        return _colour(rng)
    if kind == "weight":
        return _weight(rng)
    if kind == "days":
        return _two_days(rng)
    if kind == "day-among":
        one, wanted = a_day(rng, 1), rng.sample(BASE, 4)
        return Twin(one.node.is_in(*wanted), lambda row, on: one.plain(row, on) in wanted)
    if kind == "known" and rng.random() < 0.3:
        answer = rng.random() < 0.5
        return Twin(literal(answer), lambda _row, _on: answer)
    return _flag(rng)


def _flag(rng):
    return Twin(*_fact_of(rng, FLAGS))


def _colour(rng):
    wanted = rng.sample(list(Colour), rng.choice([1, 2]))
    if len(wanted) == 1:
        return Twin(wanted[0] == COLOUR, lambda row, _on: row["colour"] == wanted[0])
    return Twin(COLOUR.is_in(*wanted), lambda row, _on: row["colour"] in wanted)


def _weight(rng):
    bar = rng.randrange(4)
    return rng.choice(
        [
            Twin(bar <= WEIGHT, lambda row, _on: bar <= row["weight"]),
            Twin(bar > WEIGHT, lambda row, _on: row["weight"] < bar),
            Twin(bar == WEIGHT, lambda row, _on: row["weight"] == bar),
        ]
    )


def _on(rng):
    day = a_day(rng, 2)
    return rng.choice(
        [
            Twin(day.node < ON, lambda row, on: day.plain(row, on) < on),
            Twin(day.node <= ON, lambda row, on: day.plain(row, on) <= on),
            Twin(day.node > ON, lambda row, on: on < day.plain(row, on)),
            Twin(day.node >= ON, lambda row, on: on <= day.plain(row, on)),
        ]
    )


def _two_days(rng):
    one, other = a_day(rng, 1), a_day(rng, 1)
    return rng.choice(
        [
            Twin(one.node < other.node, lambda row, on: one.plain(row, on) < other.plain(row, on)),
            Twin(one.node <= other.node, lambda row, on: one.plain(row, on) <= other.plain(row, on)),
            Twin(one.node == other.node, lambda row, on: one.plain(row, on) == other.plain(row, on)),
        ]
    )


def a_day(rng, depth):
    """A day without the day asked about."""
    kind = rng.choice(["fact", "fact", "known", "sum", "sum", "sum", "working", "if"]) if depth else "fact"
    if kind == "known":
        known = rng.choice(BASE)
        return Twin(literal(known), lambda _row, _on: known)
    if kind == "sum":
        start, spell = a_day(rng, depth - 1), a_period(rng)
        return Twin(start.node + spell.node, lambda row, on: plus(start.plain(row, on), spell.plain(row, on)))
    if kind == "working":
        start, n = Twin(*_fact_of(rng, DAYS)), rng.randrange(1, 5)
        return Twin(start.node + WorkingDays(n), lambda row, on: _walked(start.plain(row, on), n))
    if kind == "if":
        test, one, other = a_flag(rng, 1, with_on=False), a_day(rng, depth - 1), a_day(rng, depth - 1)
        node = If(test.node, one.node, other.node)
        return Twin(node, lambda row, on: (one if test.plain(row, on) else other).plain(row, on))
    return Twin(*_fact_of(rng, DAYS))


class _NoCalendarError(Exception):
    """The calendar does not reach the sum."""


def _walked(start, n):
    # The calendar's first year is 2004; before it and after 2026 a sum is not known, here it is far off.
    if start.year < 2004:
        raise _NoCalendarError
    due = cached_walk(start, n)
    if due is None:
        raise _NoCalendarError
    return due


def _fact_of(rng, facts):
    fact = rng.choice(facts)
    return fact, lambda row, _on: row[fact.name]


def a_period(rng):
    kind = rng.choice(["days", "days", "month", "year", "fact", "open", "set", "if", "reading"])
    if kind == "fact":
        return Twin(SPELL, lambda row, _on: row["spell"])
    if kind == "open":
        return Twin(OPEN_TERM, lambda row, _on: row["open-spell"])
    if kind == "set":
        return Twin(SET_TERM, lambda row, on: row["set-spell"](row, on))
    if kind == "if":
        test, one, other = a_flag(rng, 0, with_on=False), a_period(rng), a_period(rng)
        node = If(test.node, one.node, other.node)
        return Twin(node, lambda row, on: (one if test.plain(row, on) else other).plain(row, on))
    if kind == "reading":
        one, other = a_period(rng), a_period(rng)
        node = READING.pick(one=one.node, other_way=other.node)
        return Twin(node, lambda row, on: (one if row["way"] == "one" else other).plain(row, on))
    known = {"month": Months(1), "year": Years(1)}.get(kind) or Days(rng.randrange(1, 4))
    return Twin(literal(known), lambda _row, _on: known)


def a_flag(rng, depth, *, with_on=True):
    """A condition; without the day asked about where it stands in a day or a period."""
    if not depth or rng.random() < 0.15:
        return _leaf(rng, with_on)
    kind = rng.choice(["and", "and", "or", "or", "not", "if", "same", "reading"])
    if kind == "not":
        part = a_flag(rng, depth - 1, with_on=with_on)
        return Twin(~part.node, lambda row, on: not part.plain(row, on))
    if kind == "same":
        one, other = a_flag(rng, depth - 1, with_on=False), a_flag(rng, 0, with_on=False)
        return Twin(one.node == other.node, lambda row, on: one.plain(row, on) == other.plain(row, on))
    one, other, third = (a_flag(rng, depth - 1, with_on=with_on) for _ in range(3))
    if kind == "and":
        return Twin(one.node & other.node, lambda row, on: one.plain(row, on) and other.plain(row, on))
    if kind == "or":
        return Twin(one.node | other.node, lambda row, on: one.plain(row, on) or other.plain(row, on))
    if kind == "reading":
        node = READING.pick(one=one.node, other_way=other.node)
        return Twin(node, lambda row, on: (one if row["way"] == "one" else other).plain(row, on))
    node = If(one.node, other.node, third.node)
    return Twin(node, lambda row, on: (other if one.plain(row, on) else third).plain(row, on))


class World(NamedTuple):
    """A regime, and the same as entries of the plain half's row."""

    regime: Any
    entries: dict[str, Any]


def a_world(rng):
    """A reading and perhaps settings of the settable term: by rank, and the guarded before the general within one."""
    way = rng.choice(["one", "other-way"])
    regime = JIANGSU_2018.reading(READING, way)
    made = []
    for rank in rng.sample([Rank.LAW, Rank.DEPARTMENT_RULE, Rank.AGENCY_SETTING], rng.randrange(3)):
        if rng.random() < 0.6:
            guard = rng.choice([_colour, _flag, _weight])(rng)
            made.append((rank, guard, rng.choice([Days(1), Days(3), Months(1)])))
        if rng.random() < 0.5:
            made.append((rank, None, rng.choice([Days(1), Days(4), Years(1)])))
    settings = [
        Setting(SET_TERM, value, Source("a norm", rank), when=guard and guard.node) for rank, guard, value in made
    ]
    ranked = sorted(made, key=lambda each: (-each[0], each[1] is None))

    def set_spell(row, on):
        for _, guard, value in ranked:
            if guard is None or guard.plain(row, on):
                return value
        return Days(2)

    return World(regime.with_settings(*settings), {"way": way, "set-spell": set_spell})


def holds(tests, row, on):
    """Whether every test holds; None where a sum leaves the working calendar."""
    try:
        return all(test.plain(row, on) for test in tests)
    except _NoCalendarError:
        return None


class Filled(NamedTuple):
    """Rows with what was unknown filled in, and whether they are all that there can be."""

    rows: list[dict[str, Any]]
    whole: bool


def completions(rng, row, names, limit):
    """Every way to fill in what is unknown, or as many as the limit, taken at random."""
    if prod(len(VALUES[name]) for name in names) <= limit:
        filled = product(*(VALUES[name] for name in names))
        return Filled([row | dict(zip(names, values, strict=True)) for values in filled], whole=True)
    return Filled([row | {name: rng.choice(VALUES[name]) for name in names} for _ in range(limit)], whole=False)
