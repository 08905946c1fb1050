"""Repair (M34) over a dataframe."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from jscredit.deadlines import CalendarPeriod, as_day
from jscredit.frames.answers import Asked
from jscredit.frames.asking import Given, OnFault, Question, Way, answered
from jscredit.frames.catalogue import of_catalogue
from jscredit.records import Kind
from jscredit.repair.rules import REPAIR
from jscredit.rules import JIANGSU_2018, Regime


def repair_eligibility(  # noqa: PLR0913 - each is an input of the law, or says how frames are read and written
    frame: Any,
    *,
    on: dt.date,
    columns: Given = "new",
    key: str | Sequence[str] = "id",
    periods_of_use: Mapping[Kind, CalendarPeriod] | None = None,
    not_known: Sequence[str] | Literal["absent"] = (),
    faults: OnFault | None = None,
    prefix: str = "repair_",
    regime: Regime = JIANGSU_2018,
) -> Any:
    """Whether the subject of each record may apply, on a day, for its repair (M34); see ``repair_eligibility``.

    Args:
        frame: one record with its evidence in a row; null is not known. The two judged facts are flags here.
        on: the day of the application.
        columns: ``new``: the key and the new columns; ``all``: those of the frame as well.
        key: the column, or columns, that name a row.
        periods_of_use: the catalogue's periods of use by kind (M8); a kind that is not named has none.
        not_known: columns that the frame lacks and that are not known in any row; ``absent``: all that it lacks.
        faults: ``raise`` an error that tells all rows that break the contract, as eager frames do unless told; or
            mark them in a ``column``, as lazy ones do, and take such values as not known.
        prefix: what the names of the new columns begin with.
        regime: the law, with its settings and readings.

    Returns:
        The same kind of frame. For each condition a flag (null: undetermined), then ``verdict``, ``failed`` and
        ``missing`` (ids in the order of the rule, and names of facts, joined by commas; empty for none), ``earliest``
        (the first day, from the one asked about, answered yes).

    Raises:
        InvalidInput: the frame breaks the contract (``docs/frames.md``); ``on`` is no date.
        NotInForce: the law is not in force on the day.

    >>> import polars as pl
    >>> frame = pl.DataFrame(
    ...     {"id": ["1"], "kind": ["bid_rigging"], "severity": ["serious"], "determined_on": [dt.date(2018, 6, 1)]}
    ... )
    >>> found = repair_eligibility(frame, on=dt.date(2019, 9, 10), not_known="absent")
    >>> found.select("repair_verdict", "repair_missing").row(0)[0] is None
    True
    """
    day = as_day(on, field="on")
    regime.require_in_force(day)
    known = of_catalogue(periods_of_use)

    def question(names: Sequence[str]) -> Question:
        return Asked(REPAIR, day, regime, known, prefix).question(names)

    way = Way(columns=columns, key=key, not_known=not_known, faults=faults, prefix=prefix)
    return answered(frame, question, way)
