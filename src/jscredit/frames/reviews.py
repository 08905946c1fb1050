"""M25 over dataframes: the review of every subject, from its records and list entries, as grouped joins."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

from jscredit.deadlines import CalendarPeriod, as_day
from jscredit.frames.asking import Given, Way, require_key, require_untaken, worked
from jscredit.frames.bench import OWN
from jscredit.frames.catalogue import of_catalogue
from jscredit.frames.classes import MAY_BE_NEGATIVE
from jscredit.frames.columns import COLUMNS
from jscredit.frames.door import Door, Lazy, entered
from jscredit.frames.library import nw
from jscredit.frames.lookup import joined_in_order
from jscredit.frames.operators import every
from jscredit.frames.verdicts import Verdicts
from jscredit.records import Kind, ListSide
from jscredit.review import Outcome
from jscredit.review.green_channel import COMMENDED
from jscredit.review.rules import (
    BLACK_ENTRY_IN_FORCE,
    ENTRY_NOT_COUNTED,
    ON_OR_MONITORED,
    RECORD_NOT_COUNTED,
    SIDE,
    THREE_YEARS_KNOWN,
    TYPICAL_HONEST_SUBJECT,
    USABLE_FAILURE,
)
from jscredit.rules import JIANGSU_2018, Expression, Regime, Rule, literal
from jscredit.validity import MONITORING_END_SET, MONITORING_PERIOD

_FAILURE, _NOT_COUNTED, _TYPICAL, _LISTED, _WATCHED, _ENTRY_NOT_COUNTED, _YEARS = (
    f"{OWN}{name}"
    for name in ("failure", "not_counted", "typical", "listed", "watched", "entry_not_counted", "three_years")
)
_RECORD_RULES = {_FAILURE: USABLE_FAILURE, _NOT_COUNTED: RECORD_NOT_COUNTED, _TYPICAL: TYPICAL_HONEST_SUBJECT}
_ENTRY_RULES = {_LISTED: BLACK_ENTRY_IN_FORCE, _WATCHED: ON_OR_MONITORED, _ENTRY_NOT_COUNTED: ENTRY_NOT_COUNTED}
_KEPT = f"{OWN}kept_"
_MARKS = f"{OWN}faults"
_YES, _OPEN, _NO = 2, 1, 0
ANSWERS = ("outcome", "best", "worst", "listed", "failure", "watched", "green_channel")


def credit_review(  # noqa: PLR0913 - three frames, and what the object's own call takes
    subjects: Any,
    *,
    records: Any,
    entries: Any,
    on: dt.date,
    key: str = "subject",
    columns: Given = "new",
    periods_of_use: Mapping[Kind, CalendarPeriod] | None = None,
    not_known: Sequence[str] | Literal["absent"] = (),
    prefix: str = "review_",
    regime: Regime = JIANGSU_2018,
) -> Any:
    """The review of every subject on a day (M25); see ``jscredit.credit_review``. What it sees is the whole file.

    Args:
        subjects: one subject in a row: ``key``, ``subject_type`` (or ``natural_person``), ``established_on``,
            ``complete_since``.
        records: its records, each with ``key`` and ``status`` (active, repaired, withdrawn), as they stand on the day.
        entries: its list entries, with ``key``, ``side``, ``entry_determined_on``, ``valid_from``, ``valid_until``,
            ``delisted_on``, ``delisting_ground``.
        on: the day asked about.
        key: the column that names the subject in all three frames, which are of one kind.
        columns: ``new``: the key and the new columns; ``all``: those of ``subjects`` as well.
        periods_of_use: the catalogue's periods of use by kind (M8).
        not_known: columns that the frames lack and that are not known in any row; ``absent``: all that they lack.
        prefix: what the names of the new columns begin with.
        regime: the law, with its settings and readings.

    Returns:
        The subjects with ``outcome``, ``best`` and ``worst``, and the four grounds as flags (null: undetermined):
        ``listed``, ``failure``, ``watched``, ``green_channel``.

    Raises:
        InvalidInput: a frame breaks the contract.
        NotInForce: the law is not in force on the day.
    """
    day = as_day(on, field="on")
    regime.require_in_force(day)
    way = Way(key=key, not_known=not_known)
    asked = _Asked(day, regime, of_catalogue(periods_of_use), way)
    doors = [entered(frame, (*COLUMNS, key)) for frame in (subjects, records, entries)]
    for door in doors:
        require_key(door.names, (key,))
    new = tuple(prefix + name for name in ANSWERS)
    kept = doors[0].names if columns == "all" else (key,)
    require_untaken(kept, new)
    told = asked.of_subjects(doors[0])
    for found in (asked.of_records(doors[1]), asked.of_entries(doors[2])):
        told = joined_in_order(told, found, (key,))
    result = told.with_columns(*_grounds(prefix)).with_columns(*_outcomes(prefix))
    return doors[0].out(result, kept, new)


class _Asked(NamedTuple):
    on: dt.date
    regime: Regime
    known: Mapping[str, Expression]
    way: Way

    def of_subjects(self, door: Door) -> Lazy:
        """Each subject with whether its three years can be judged."""
        return self._worked(door, {_YEARS: THREE_YEARS_KNOWN}, {})

    def of_records(self, door: Door) -> Lazy:
        """For each subject: whether a failure may be used, none counts, and an honour is there."""
        found = self._worked(door, _RECORD_RULES, self.known, ("kind",))
        is_honour = nw.col(f"{_KEPT}kind").is_in([kind.value for kind in COMMENDED])
        honoured = nw.when(is_honour).then(_coded(_TYPICAL)).otherwise(nw.lit(_NO))
        return self._of_each(
            found, {_FAILURE: _coded(_FAILURE), _TYPICAL: honoured}, {_NOT_COUNTED: _coded(_NOT_COUNTED)}
        )

    def of_entries(self, door: Door) -> Lazy:
        """For each subject: whether it is on a black list, or watched, and whether no black-list entry counts."""
        is_set = literal(bool(self.regime.settings_of(MONITORING_PERIOD)))
        found = self._worked(door, _ENTRY_RULES, {MONITORING_END_SET.name: is_set}, (SIDE.name,))
        is_black = nw.col(_KEPT + SIDE.name) == ListSide.BLACK.value
        counted = nw.when(is_black).then(_coded(_ENTRY_NOT_COUNTED)).otherwise(nw.lit(_YES))
        any_of = {name: _coded(name) for name in (_LISTED, _WATCHED)}
        return self._of_each(found, any_of, {_ENTRY_NOT_COUNTED: counted})

    def _of_each(self, found: Lazy, any_of: Mapping[str, nw.Expr], all_of: Mapping[str, nw.Expr]) -> Lazy:
        told = found.with_columns(*(number.alias(name) for name, number in (*any_of.items(), *all_of.items())))
        most, least = (nw.col(name).max() for name in any_of), (nw.col(name).min() for name in all_of)
        return told.group_by(*self.way.keys).agg(*most, *least)

    def _worked(
        self, door: Door, rules: Mapping[str, Rule], known: Mapping[str, Expression], also: tuple[str, ...] = ()
    ) -> Lazy:
        asked = Verdicts(rules, self.on, self.regime, known, MAY_BE_NEGATIVE, also, _KEPT)
        return worked(door, asked.question(door.names), self.way, _MARKS if door.is_lazy else None)


def _coded(name: str) -> nw.Expr:
    """Yes, open, no as numbers, so that the largest is what any of them says and the smallest what all of them say."""
    flag = nw.col(name)
    return nw.when(flag).then(nw.lit(_YES)).when(~flag).then(nw.lit(_NO)).otherwise(nw.lit(_OPEN))


def _flag(number: nw.Expr) -> nw.Expr:
    return nw.when(number == _YES).then(nw.lit(value=True)).when(number == _NO).then(nw.lit(value=False))


def _grounds(prefix: str) -> list[nw.Expr]:
    """The four grounds; a subject without records or entries has none of them, and none in the way."""
    any_of = {"listed": _LISTED, "failure": _FAILURE, "watched": _WATCHED}
    flags = {name: _flag(nw.col(column).fill_null(_NO)) for name, column in any_of.items()}
    none_counts = (_flag(nw.col(name).fill_null(_YES)) for name in (_NOT_COUNTED, _ENTRY_NOT_COUNTED))
    green = _flag(nw.col(_TYPICAL).fill_null(_NO)) | every((nw.col(_YEARS), *none_counts))
    return [told.alias(prefix + name) for name, told in (flags | {"green_channel": green}).items()]


def _outcomes(prefix: str) -> list[nw.Expr]:
    listed, failure, watched, green = (nw.col(prefix + name) for name in ANSWERS[3:])
    best, worst = (_outcome(_settled((listed, failure, watched, green), side)) for side in ("best", "worst"))
    told = nw.when(best == worst).then(best).otherwise(nw.lit(Outcome.UNDETERMINED.value))
    return [one.alias(prefix + name) for name, one in zip(ANSWERS, (told, best, worst), strict=False)]


def _settled(grounds: Sequence[nw.Expr], side: str) -> tuple[nw.Expr, ...]:
    """What is open counts against the subject for the worst outcome, and for it for the best."""
    *against, green = grounds
    if side == "worst":
        return (*(flag | flag.is_null() for flag in against), green)
    return (*against, green | green.is_null())


def _outcome(grounds: Sequence[nw.Expr]) -> nw.Expr:
    listed, failure, watched, green = grounds
    return (
        nw.when(listed)
        .then(nw.lit(Outcome.RESTRICTED.value))
        .when(failure)
        .then(nw.lit(Outcome.CAUTION.value))
        .when(watched)
        .then(nw.lit(Outcome.MONITORED.value))
        .when(green)
        .then(nw.lit(Outcome.FAVOURED.value))
        .otherwise(nw.lit(Outcome.ORDINARY.value))
    )
