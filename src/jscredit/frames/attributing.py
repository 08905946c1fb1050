"""M29 over dataframes: serious failures of legal persons, recorded for the persons responsible too."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, Literal

from jscredit.deadlines import as_day
from jscredit.frames.answers import Asked
from jscredit.frames.asking import Given, OnFault, Way, answered, require_key
from jscredit.frames.columns import COLUMNS
from jscredit.frames.door import entered
from jscredit.frames.library import nw
from jscredit.measures.persons import ATTRIBUTION
from jscredit.records import Kind
from jscredit.rules import JIANGSU_2018, Regime


def attributions(  # noqa: PLR0913 - two frames, and how they are read and written
    records: Any,
    *,
    persons: Any,
    on: dt.date,
    key: str = "id",
    person: str = "person",
    columns: Given = "new",
    not_known: Sequence[str] | Literal["absent"] = (),
    faults: OnFault | None = None,
    prefix: str = "attribution_",
    regime: Regime = JIANGSU_2018,
) -> Any:
    """For each person related to a record, whether the failure is recorded for that person too (M29).

    Args:
        records: one record in a row.
        persons: one related person in a row: ``key`` of the record, ``person``, ``person_role``, ``responsible`` (what
            was found; null: nobody has). The same kind of frame.
        on: the day asked about.
        key: the column that names a record in both frames.
        person: the column that names a person.
        columns: ``new``: both keys and the new columns; ``all``: those of both frames as well.
        not_known: columns that the frames lack and that are not known in any row; ``absent``: all that they lack.
        faults: ``raise`` or ``column``; see ``repair_eligibility``.
        prefix: what the names of the new columns begin with.
        regime: the law, with its settings and readings.

    Returns:
        The same kind of frame, one row for each pair: the conditions, ``verdict``, ``failed``, ``missing`` and
        ``earliest``.

    Raises:
        InvalidInput: a frame breaks the contract.
        NotInForce: the law is not in force on the day.
    """
    day = as_day(on, field="on")
    regime.require_in_force(day)
    doors = [entered(frame, (*COLUMNS, key, person)) for frame in (records, persons)]
    require_key(doors[0].names, (key,))
    require_key(doors[1].names, (key, person))
    pairs = doors[1].frame.join(doors[0].frame, on=key, how="inner").to_native()
    given = pairs if doors[0].is_lazy else pairs.collect()
    way = Way(columns=columns, key=(key, person), not_known=not_known, faults=faults, prefix=prefix)
    told = answered(given, Asked(ATTRIBUTION, day, regime, {}, prefix, tuple(Kind)).question, way)
    return told if doors[0].is_lazy else doors[0].given_back(nw.from_native(told).lazy())
