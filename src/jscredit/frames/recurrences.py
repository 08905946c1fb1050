"""M34(2) over dataframes: whether a failure of the same kind came within the year after a correction, as a join."""

import datetime as dt
import operator
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from typing import Any, Literal

from jscredit.deadlines import as_day
from jscredit.frames.asking import Columns, Question, Way, require_key, worked
from jscredit.frames.bench import OWN, Bench
from jscredit.frames.classes import MAY_BE_NEGATIVE, Classes, asked_of, facts_of
from jscredit.frames.columns import COLUMNS
from jscredit.frames.door import Lazy, entered
from jscredit.frames.library import nw
from jscredit.frames.lookup import joined_in_order
from jscredit.frames.operators import Operators
from jscredit.frames.sums import tree
from jscredit.records import Conduct, Kind, RecordStatus, kind_row
from jscredit.repair.rules import LAST_CLEAN_DAY
from jscredit.rules import JIANGSU_2018, Regime
from jscredit.rules.resolve import resolve
from jscredit.rules.rows import facts_in

TOLD = (
    "recurrence_stated",
    "recurred",
    "recurred_on",
    "recurred_in_record_kind",
    "recurred_in_record_kind_on",
)
_ASKED = ("kind", "conduct", "status", "conduct_on", "determined_on")
_MARKS = f"{OWN}marks"
_OTHER = f"{OWN}other_"
_FAILURE, _FIRST, _LAST = f"{OWN}is_failure", f"{OWN}first", f"{OWN}last"


def recurrence(  # noqa: PLR0913 - two frames, and what the rule asks
    cases: Any,
    *,
    records: Any,
    on: dt.date,
    key: str = "id",
    subject: str = "subject",
    not_known: Sequence[str] | Literal["absent"] = (),
    regime: Regime = JIANGSU_2018,
) -> Any:
    """The cases of repair with what the subjects' files tell of a recurrence; see ``repair_eligibility(file=…)``.

    Args:
        cases: a failure with its evidence in a row, as ``repair_eligibility`` takes it, with ``subject`` and
            ``complete_since``: the day from which somebody vouches for the subject's records.
        records: all records of these subjects, with ``subject`` and ``status``. The same kind of frame.
        on: the day of the application.
        key: the column that names a record in both frames.
        subject: the column that names the subject in both.
        not_known: columns that the frames lack and that are not known in any row; ``absent``: all that they lack.
        regime: the law, with its settings and readings.

    Returns:
        The cases, their own columns as they are, but with ``recurrence_stated``, ``recurred``, ``recurred_on``,
        ``recurred_in_record_kind`` and ``recurred_in_record_kind_on`` as ``repair_eligibility`` asks for them.

    Raises:
        InvalidInput: a frame breaks the contract.
    """
    day = as_day(on, field="on")
    way = Way(key=(key, subject), not_known=not_known)
    doors = [entered(frame, (*COLUMNS, key, subject)) for frame in (cases, records)]
    for door in doors:
        require_key(door.names, (key, subject))
    marks = [_MARKS if door.is_lazy else None for door in doors]
    ours = worked(doors[0], _of_case(regime), way, marks[0])
    theirs = worked(doors[1], _of_record(regime), way, marks[1])
    found = joined_in_order(ours, _seen(ours, theirs, key, subject), (key, subject))
    told = found.with_columns(*(each.alias(OWN + name) for name, each in _told(day).items()))
    kept = [name for name in doors[0].names if name not in TOLD]
    return doors[0].out(
        told.drop(*(name for name in TOLD if name in doors[0].names)).rename({OWN + name: name for name in TOLD}),
        kept,
        TOLD,
    )


def _of_case(regime: Regime) -> Question:
    """The year after the correction, from its first to its last day; null where nobody can say."""
    last_day = resolve(LAST_CLEAN_DAY.day, regime)
    asked = ("kind", "conduct", "corrected_on", "complete_since", "recurred", "recurred_on")

    def stages(facts: Columns) -> Iterator[Columns]:
        high = Operators(facts).span(tree(last_day))[1]
        last = nw.when(high < dt.date.max).then(high)
        first = nw.when(~last.is_null()).then(facts["corrected_on"])
        own = {
            f"{OWN}c_{name}": facts[name] for name in ("kind", "conduct", "complete_since", "recurred", "recurred_on")
        }
        yield {_FIRST: first, _LAST: last, **own}

    facts = dict.fromkeys((*asked, *(fact.name for fact in facts_in(last_day))))
    return Question(tuple(facts), stages, ())


def _of_record(regime: Regime) -> Question:
    """What the join asks of a record."""

    def stages(facts: Columns) -> Iterator[Columns]:
        bench = Bench()
        failure = Classes(Operators(facts), regime, bench, MAY_BE_NEGATIVE).is_failure
        yield from bench.layers
        yield {_FAILURE: failure, **{_OTHER + name: facts[name] for name in _ASKED}}

    return Question(tuple(dict.fromkeys((*_ASKED, *facts_of(asked_of(MAY_BE_NEGATIVE), regime)))), stages, ())


def _seen(ours: Lazy, theirs: Lazy, key: str, subject: str) -> Lazy:
    """For each case the first day on which a failure of the same kind certainly came, and on which one may have."""
    others = theirs.select(
        nw.col(subject), nw.col(key).alias(f"{_OTHER}id"), _FAILURE, *(_OTHER + name for name in _ASKED)
    )
    asked = ours.select(key, subject, _FIRST, _LAST, f"{OWN}c_kind", f"{OWN}c_conduct").filter(
        ~nw.col(_FIRST).is_null()
    )
    pairs = asked.join(others, on=subject, how="inner")
    is_other = nw.col(f"{_OTHER}id") != nw.col(key)
    stands = nw.col(f"{_OTHER}status") != RecordStatus.WITHDRAWN.value
    failure = nw.col(_FAILURE)
    pairs = pairs.filter(is_other & (stands | nw.col(f"{_OTHER}status").is_null()) & (failure | failure.is_null()))
    pairs = pairs.with_columns(_day_in().alias(f"{OWN}day"), _same_conduct().alias(f"{OWN}conduct"), _same_kind())
    pairs = pairs.filter(~nw.col(f"{OWN}day").is_null())
    known = failure & ~nw.col(f"{_OTHER}conduct_on").is_null()
    days = []
    for name in ("conduct", "kind"):
        same = nw.col(OWN + name)
        is_certain = same & known
        may_be = (same | same.is_null()) & (~is_certain | is_certain.is_null())
        days.append(nw.when(is_certain).then(nw.col(f"{OWN}day")).alias(f"{OWN}certain_{name}"))
        days.append(nw.when(may_be).then(nw.col(f"{OWN}day")).alias(f"{OWN}open_{name}"))
    names = [f"{OWN}{sort}_{name}" for name in ("conduct", "kind") for sort in ("certain", "open")]
    return pairs.with_columns(*days).group_by(key, subject).agg(*(nw.col(name).min() for name in names))


def _day_in() -> nw.Expr:
    """The first day in the year on which the conduct lies, or may lie where its day is not known."""
    conduct_on, determined_on = nw.col(f"{_OTHER}conduct_on"), nw.col(f"{_OTHER}determined_on")
    inside = (nw.col(_FIRST) <= conduct_on) & (conduct_on <= nw.col(_LAST))
    told = nw.when(inside).then(conduct_on)
    may_lie = conduct_on.is_null() & ((determined_on >= nw.col(_FIRST)) | determined_on.is_null())
    return told.when(may_lie).then(nw.col(_FIRST))


def _same_kind() -> nw.Expr:
    return (nw.col(f"{OWN}c_kind") == nw.col(f"{_OTHER}kind")).alias(f"{OWN}kind")


_FAILURES = tuple(kind for kind in Kind if kind_row(kind).names_failure)


def _same_conduct() -> nw.Expr:
    """Whether two are of the same kind by what was done, as ``repair.recurrence.same_conduct`` tells it."""
    ours, theirs = nw.col(f"{OWN}c_kind"), nw.col(f"{_OTHER}kind")
    one, other = _about(nw.col(f"{OWN}c_conduct")), _about(nw.col(f"{_OTHER}conduct"))
    names = [kind.value for kind in _FAILURES]
    by_name = ours.is_in(names) & theirs.is_in(names)
    apart = _cannot_be(ours, one, other) | _cannot_be(theirs, other, one)
    return nw.when(by_name).then(ours == theirs).when(apart).then(nw.lit(value=False)).otherwise(one == other)


def _about(conduct: nw.Expr) -> nw.Expr:
    """The conduct that it is about; null where it names none, or the residual one, which may be anything."""
    return nw.when(conduct != Conduct.OTHER_VIOLATION.value).then(conduct)


def _cannot_be(kind: nw.Expr, about: nw.Expr, other: nw.Expr) -> nw.Expr:
    """Whether a kind that names no one conduct cannot be about the other's."""
    ruled_out = [
        (kind == each.value) & ~other.is_in([conduct.value for conduct in possible])
        for each in _FAILURES
        if (possible := kind_row(each).may_be_about) is not None
    ]
    return about.is_null() & reduce(operator.or_, ruled_out)


def _told(on: dt.date) -> Mapping[str, nw.Expr]:
    stated, stated_on = nw.col(f"{OWN}c_recurred"), nw.col(f"{OWN}c_recurred_on")
    found: dict[str, nw.Expr] = {"recurrence_stated": stated}
    for sort, name in (("conduct", "recurred"), ("kind", "recurred_in_record_kind")):
        certain, is_open = nw.col(f"{OWN}certain_{sort}"), _open(sort)
        limit = nw.when(is_open > on).then(is_open).otherwise(nw.lit(on))
        has_come = ~certain.is_null() & (is_open.is_null() | (certain <= limit))
        asked = ~nw.col(_FIRST).is_null()
        seen = nw.when(asked & has_come).then(nw.lit(value=True))
        by_file = nw.when(asked & is_open.is_null()).then(nw.lit(value=False))
        found[name] = seen.when(~stated.is_null()).then(stated).otherwise(by_file)
        earliest = nw.when(stated_on < certain).then(stated_on).otherwise(certain)
        day = nw.when(asked & has_come).then(earliest).when(~asked | ~stated.is_null()).then(stated_on)
        found[f"{name}_on"] = day
    return found


def _open(sort: str) -> nw.Expr:
    """The first day on which a failure may have come: also one for which nobody vouches that the file is complete."""
    first, since = nw.col(_FIRST), nw.col(f"{OWN}c_complete_since")
    return nw.when(since.is_null() | (since > first)).then(first).otherwise(nw.col(f"{OWN}open_{sort}"))
