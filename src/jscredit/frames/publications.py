"""M21 and M30 over dataframes: which records may be published on a day."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from jscredit.deadlines import CalendarPeriod, as_day
from jscredit.frames.asking import Way, require_key, worked
from jscredit.frames.bench import OWN
from jscredit.frames.catalogue import of_catalogue
from jscredit.frames.classes import MAY_BE_NEGATIVE
from jscredit.frames.columns import COLUMNS
from jscredit.frames.door import entered
from jscredit.frames.library import nw
from jscredit.frames.verdicts import Verdicts
from jscredit.records import Kind, RecordStatus, SharingClass
from jscredit.rules import JIANGSU_2018, Regime
from jscredit.validity.rules import PUBLICATION_IN_TIME

_IN_TIME, _KEPT = f"{OWN}in_time", f"{OWN}kept_"


def publication_view(  # noqa: PLR0913 - each is an input of the law, or says how frames are read and written
    frame: Any,
    *,
    on: dt.date,
    key: str | Sequence[str] = "id",
    periods_of_use: Mapping[Kind, CalendarPeriod] | None = None,
    not_known: Sequence[str] | Literal["absent"] = (),
    regime: Regime = JIANGSU_2018,
) -> Any:
    """The records that the public may see on a day (M21, M30): what a review shows to a viewer of public information.

    Args:
        frame: one record in a row, with ``status`` and ``sharing_class``; null is not known.
        on: the day.
        key: the column, or columns, that name a row.
        periods_of_use: the catalogue's periods of use by kind (M8).
        not_known: columns that the frame lacks and that are not known in any row; ``absent``: all that it lacks.
        regime: the law, with its settings and readings.

    Returns:
        The same kind of frame: the keys of the rows that may be published, and no others. What else a row tells may
        hold personal numbers, so it does not go out; ``sharing.published`` shows a record, masked.

    Raises:
        InvalidInput: the frame breaks the contract.
        NotInForce: the law is not in force on the day.

    >>> import polars as pl
    >>> told = {"kind": "bid_rigging", "severity": "general", "status": "active", "sharing_class": "public"}
    >>> frame = pl.DataFrame([{"id": str(year), "determined_on": dt.date(year, 5, 6), **told} for year in (2018, 2020)])
    >>> publication_view(frame, on=dt.date(2020, 6, 1), not_known="absent").rows()
    [('2020',)]
    """
    day = as_day(on, field="on")
    regime.require_in_force(day)
    way = Way(key=key, not_known=not_known)
    door = entered(frame, (*COLUMNS, *way.keys))
    require_key(door.names, way.keys)
    asked = Verdicts(
        {_IN_TIME: PUBLICATION_IN_TIME},
        day,
        regime,
        of_catalogue(periods_of_use),
        MAY_BE_NEGATIVE,
        ("status", "sharing_class"),
        _KEPT,
    )
    found = worked(door, asked.question(door.names), way, f"{OWN}marks" if door.is_lazy else None)
    is_public = nw.col(f"{_KEPT}sharing_class") == SharingClass.PUBLIC.value
    is_active = nw.col(f"{_KEPT}status") == RecordStatus.ACTIVE.value
    return door.given_back(found.filter(is_public & is_active & nw.col(_IN_TIME)).select(*way.keys))
