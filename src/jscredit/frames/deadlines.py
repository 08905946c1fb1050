"""Deadlines over a dataframe: working days by a join with the calendar, other periods by a sum."""

import datetime as dt
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from jscredit.deadlines import Days, Months, Period, WorkCalendar, WorkingDays, Years, default_calendar
from jscredit.errors import Fault, InvalidInput, Label
from jscredit.frames.asking import Given, OnFault, require_key, require_untaken
from jscredit.frames.columns import Column
from jscredit.frames.contract import mistyped
from jscredit.frames.door import Lazy, entered
from jscredit.frames.faults import require_sound
from jscredit.frames.library import nw
from jscredit.frames.lookup import looked_up
from jscredit.frames.row_checks import Check, of_column
from jscredit.frames.sums import day_after
from jscredit.frames.texts import joined
from jscredit.rules import DAY


def deadline(  # noqa: PLR0913 - each says from when, how long, or how frames are read and written
    frame: Any,
    *,
    start: str,
    period: Period,
    columns: Given = "new",
    key: str | Sequence[str] = "id",
    faults: OnFault | None = None,
    name: str = "due",
    calendar: WorkCalendar | None = None,
) -> Any:
    """The last day of a period that runs from the day in each row; see ``jscredit.deadline``.

    Args:
        frame: a dataframe with a column of days.
        start: the column of the days that the period runs from; null is not known.
        period: working days by the calendar; or days, months, years.
        columns: ``new``: the key and the new columns; ``all``: those of the frame as well.
        key: the column, or columns, that name a row.
        faults: ``raise`` or ``column``; see ``repair_eligibility``.
        name: the new column; null where the start is not known, or its calendar not announced.
        calendar: the default calendar unless given.

    Returns:
        The same kind of frame with the days.

    Raises:
        InvalidInput: the frame breaks the contract; ``frames.START:not-in-calendar`` with ``first`` and ``last``, the
            days from which it can be counted; ``frames.period``.

    >>> import polars as pl
    >>> frame = pl.DataFrame({"id": ["1", "2"], "received_on": [dt.date(2026, 9, 18), None]})
    >>> deadline(frame, start="received_on", period=WorkingDays(10)).rows()
    [('1', datetime.date(2026, 10, 9)), ('2', None)]
    """
    if not isinstance(period, WorkingDays | Days | Months | Years):
        raise InvalidInput(_NO_PERIOD)
    keys = (key,) if isinstance(key, str) else tuple(key)
    door = entered(frame, (start, *keys))
    schema = door.frame.collect_schema()
    column = Column(start, DAY, Label(f"起算日（{start}）", f"the day it runs from ({start})"))
    require_key(door.names, (*keys, start))
    if schema[start] not in (nw.Date, nw.Unknown):
        raise InvalidInput(mistyped(column, schema[start]))
    told = nw.col(start).cast(nw.Date)
    table = _table(period, calendar or default_calendar()) if isinstance(period, WorkingDays) else None
    checks = (*of_column(column, told), *_in_calendar(start, told, table))
    marks = faults == "column" or (faults is None and door.is_lazy)
    new = (name, f"{name}_faults") if marks else (name,)
    kept = door.names if columns == "all" else keys
    require_untaken(kept, new)
    if not marks:
        require_sound(door.frame, checks, keys)
    result = door.frame.with_columns(told)
    if marks:
        listed = joined((check.id, check.broken) for check in checks)
        result = result.with_columns(listed.alias(f"{name}_faults"))
    return door.out(_due(result, start, period, table, name), kept, new)


def _due(frame: Lazy, start: str, period: Period, table: Mapping[dt.date, dt.date] | None, name: str) -> Lazy:
    if table is not None:
        return looked_up(frame, start, table, name)
    return frame.with_columns(day_after(start, period).alias(name))  # type: ignore[arg-type]  # no working days here


def _table(period: WorkingDays, calendar: WorkCalendar) -> Mapping[dt.date, dt.date]:
    """Every day from which the period can be counted, with the day on which it ends."""
    days: dict[dt.date, dt.date] = {}
    day = calendar.covered_from
    while True:
        due, year = calendar.add_or_bound(day, period.n)
        if year is not None:
            return days
        days[day] = due
        day += dt.timedelta(days=1)


def _in_calendar(start: str, told: nw.Expr, table: Mapping[dt.date, dt.date] | None) -> tuple[Check, ...]:
    if table is None:
        return ()
    first, last = min(table, default=dt.date.max), max(table, default=dt.date.min)
    label = Label(f"只能从{first}至{last}之间起算", f"can only be counted from {first} to {last}")
    return (Check(f"{start}:not-in-calendar", start, label, (told < first) | (told > last)),)


_NO_PERIOD = Fault(
    code="frames.period",
    message=Label("不是期限", "this is no period"),
    cure=Label("例如 WorkingDays(10)、Years(1)", "for example WorkingDays(10), Years(1)"),
    field="period",
    data=MappingProxyType({}),
)
