"""A join to a small table of days, in the order of the rows: the one thing that each engine wants in its own words."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from jscredit.frames.door import Lazy
from jscredit.frames.library import nw

_EPOCH = dt.date(1970, 1, 1)


def looked_up(frame: Lazy, column: str, table: Mapping[dt.date, dt.date], name: str) -> Lazy:
    """The frame with what a table gives for a day; null where it gives nothing. Rows keep their order.

    A join in Polars keeps the order when told to; DuckDB gets the number of each row and is sorted by it; Spark sends
    the table to every worker, where the rows of a partition stay as they are.
    """
    given = frame.to_native()
    kind = frame.implementation
    join = _in_polars if kind.is_polars() else _in_duckdb if kind.is_duckdb() else _in_spark
    told: Lazy = nw.from_native(join(given, column, table, name))
    return told


def joined_in_order(frame: Lazy, other: Lazy, on: Sequence[str]) -> Lazy:
    """The rows of a frame with what another says of their key, once at most: in their order, where rows have one.

    Relations of DuckDB and Spark have no order of rows once they are joined.
    """
    if frame.implementation.is_polars():
        found = frame.to_native().join(
            other.to_native(), on=list(on), how="left", maintain_order="left", nulls_equal=True
        )
        told: Lazy = nw.from_native(found)
        return told
    return frame.join(other, on=list(on), how="left")


def _in_polars(given: Any, column: str, table: Mapping[dt.date, dt.date], name: str) -> Any:
    import polars as pl

    days = pl.LazyFrame({column: table.keys(), name: table.values()}, schema={column: pl.Date, name: pl.Date})
    return given.join(days, on=column, how="left", maintain_order="left")


def _in_duckdb(given: Any, column: str, table: Mapping[dt.date, dt.date], name: str) -> Any:
    starts, ends = (f"unnest({[(day - _EPOCH).days for day in days]})" for days in (table, table.values()))
    key, own = _quoted(column), _quoted(name)
    query = (
        f"WITH days AS (SELECT DATE '1970-01-01' + {starts} AS {key}, DATE '1970-01-01' + {ends} AS {own}), "  # noqa: S608
        "numbered AS (SELECT *, row_number() OVER () AS __jscredit_row FROM given) "
        f"SELECT numbered.* EXCLUDE (__jscredit_row), days.{own} "
        f"FROM numbered LEFT JOIN days ON numbered.{key} = days.{key} ORDER BY numbered.__jscredit_row"
    )
    return given.query("given", query)


def _in_spark(  # pragma: no cover - the tests marked `spark` run it
    given: Any, column: str, table: Mapping[dt.date, dt.date], name: str
) -> Any:
    from pyspark.sql import functions as at

    days = given.sparkSession.createDataFrame(list(table.items()), schema=f"`{column}` date, `{name}` date")
    return given.join(at.broadcast(days), on=column, how="left").select(*given.columns, name)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
