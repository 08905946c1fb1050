"""Validity (M30) over a dataframe: from when to when, and what may be done on a day."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from jscredit.deadlines import CalendarPeriod, as_day
from jscredit.frames.asking import Columns, Given, OnFault, Question, Way, answered
from jscredit.frames.bench import Bench
from jscredit.frames.catalogue import of_catalogue
from jscredit.frames.conditions import Condition
from jscredit.frames.ground import Ground, named
from jscredit.frames.library import nw
from jscredit.frames.operators import Operators, either, every
from jscredit.frames.substitution import substituted
from jscredit.frames.sums import tree
from jscredit.frames.texts import Named, joined
from jscredit.records import Kind
from jscredit.records.facts import DETERMINED_ON
from jscredit.rules import JIANGSU_2018, Expression, Regime, Rule
from jscredit.rules.resolve import resolve
from jscredit.validity import FAILURE_INFORMATION
from jscredit.validity.rules import FAILURE_IN_VALIDITY, LAST_DAY, PUBLICATION_IN_TIME, RESTRAINT_IN_TIME

DAYS = ("applies", "first_day", "last_day", "last_day_earliest", "last_day_latest", "missing")
ON_THE_DAY: Mapping[str, Rule] = {
    "valid": FAILURE_IN_VALIDITY,
    "may_restrain": RESTRAINT_IN_TIME,
    "may_publish": PUBLICATION_IN_TIME,
}


def validity_of(  # noqa: PLR0913 - each is an input of the law, or says how frames are read and written
    frame: Any,
    *,
    on: dt.date | None = None,
    columns: Given = "new",
    key: str | Sequence[str] = "id",
    periods_of_use: Mapping[Kind, CalendarPeriod] | None = None,
    not_known: Sequence[str] | Literal["absent"] = (),
    faults: OnFault | None = None,
    prefix: str = "validity_",
    regime: Regime = JIANGSU_2018,
) -> Any:
    """How long each record is valid (M30), and what may be done with it on a day; see ``jscredit.validity_of``.

    Args:
        frame: one record in a row, by the names of its fields; null is not known.
        on: a day to ask about; without one the last three columns are left out.
        columns: ``new``: the key and the new columns; ``all``: those of the frame as well.
        key: the column, or columns, that name a row.
        periods_of_use: the catalogue's periods of use by kind (M8); a kind that is not named has none.
        not_known: columns that the frame lacks and that are not known in any row; ``absent``: all that it lacks.
        faults: ``raise`` or ``column``; see ``repair_eligibility``.
        prefix: what the names of the new columns begin with.
        regime: the law, with its settings and readings.

    Returns:
        The same kind of frame with ``applies`` (whether it is failure information; null: open), ``first_day``,
        ``last_day`` (where it is settled), ``last_day_earliest``, ``last_day_latest`` (null: no such end) and
        ``missing`` (what leaves its days open); for a day, ``valid``, ``may_restrain`` and ``may_publish``.

    Raises:
        InvalidInput: the frame breaks the contract; ``on`` is no date.
        NotInForce: the law is not in force on the day.

    >>> import polars as pl
    >>> frame = pl.DataFrame({"id": ["1"], "kind": ["bid_rigging"], "determined_on": [dt.date(2024, 2, 29)]})
    >>> found = validity_of(frame, on=dt.date(2025, 7, 1), not_known="absent")
    >>> found["validity_last_day_earliest"][0], found["validity_missing"][0], found["validity_valid"][0]
    (datetime.date(2025, 2, 28), 'rather-serious-period,severity', None)
    """
    if on is not None:
        regime.require_in_force(as_day(on, field="on"))
    asked = _Asked(on, regime, of_catalogue(periods_of_use), prefix)
    way = Way(columns=columns, key=key, not_known=not_known, faults=faults, prefix=prefix)
    return answered(frame, asked.question, way)


class _Asked(NamedTuple):
    on: dt.date | None
    regime: Regime
    known: Mapping[str, Expression]
    prefix: str

    def question(self, given: Sequence[str]) -> Question:
        names = (*DAYS, *(ON_THE_DAY if self.on else ()))
        facts = (DETERMINED_ON.name, *self._ground.facts(given))
        return Question(tuple(dict.fromkeys(facts)), self._stages, tuple(self.prefix + name for name in names))

    @property
    def _last_day(self) -> Expression:
        return resolve(LAST_DAY.day, self.regime)

    @property
    def _tests(self) -> Mapping[str, tuple[Expression, ...]]:
        asked = ON_THE_DAY if self.on else {}
        return {
            name: tuple(substituted(test, self.known) for test in rule.bind(self.regime).tests)
            for name, rule in asked.items()
        }

    @property
    def _ground(self) -> Ground:
        tests = (test for each in self._tests.values() for test in each)
        return Ground((FAILURE_INFORMATION, self._last_day, *tests), self.regime, tuple(Kind))

    def _stages(self, facts: Columns) -> Iterator[Columns]:
        bench = Bench()
        table, stands_for = self._ground.table(facts, bench)
        low, high = table.span(tree(self._last_day, LAST_DAY.shift))
        ends = (bench.let("low", low), bench.let("high", high))
        asked = {
            self.prefix + name: [Condition(test, table, self.on, bench) for test in tests]
            for name, tests in self._tests.items()
            if self.on
        }
        yield from bench.layers
        days = _days(table, ends)
        missing = joined(_missing(table, ends, self._last_day, stands_for))
        yield {self.prefix + name: told for name, told in (days | {"missing": missing}).items()}
        yield {name: every(each.flag for each in conditions) for name, conditions in asked.items()}


def _days(table: Operators, ends: tuple[nw.Expr, nw.Expr]) -> dict[str, nw.Expr]:
    """The days; where the class is open only the latest is told: if it is a failure, it ends by then."""
    low, high = ends
    applies = table.facts[FAILURE_INFORMATION.name]
    may_apply = applies | applies.is_null()
    is_end = dt.date.max
    return {
        "applies": applies,
        "first_day": nw.when(applies).then(table.facts[DETERMINED_ON.name]),
        "last_day": nw.when(applies & (low == high) & (low < is_end)).then(low),
        "last_day_earliest": nw.when(applies & (low < is_end)).then(low),
        "last_day_latest": nw.when(may_apply & (high < is_end)).then(high),
    }


def _missing(
    table: Operators, ends: tuple[nw.Expr, nw.Expr], last_day: Expression, stands_for: Mapping[str, Columns]
) -> list[Named]:
    low, high = ends
    applies = table.facts[FAILURE_INFORMATION.name]
    is_open = (applies | applies.is_null()) & ~((low == high) & ~low.is_null() & ~high.is_null())
    of_class = named({FAILURE_INFORMATION.name: applies.is_null()}, stands_for)
    of_days = {name: is_open & said for name, said in table.missing(last_day).items()}
    return sorted(either(of_days, dict(of_class)).items())
