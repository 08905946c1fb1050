"""pandas and PyArrow frames: they are worked on in Polars and go out as they came.

Polars is told each column's type here, so that a NumPy-backed pandas frame loses no null on the way.
"""

from collections.abc import Sequence
from typing import Any

from jscredit.errors import Fault, InvalidInput, Label, MissingExtra
from jscredit.frames.columns import COLUMNS, Column
from jscredit.frames.door import Lazy
from jscredit.frames.library import nw
from jscredit.rules import DAY, FLAG, NUMBER

try:
    import polars as pl
    import pyarrow as pa
except ImportError as error:  # both come with the extra
    raise MissingExtra.of("pandas", "pyarrow") from error


class Foreign:
    """A frame of pandas or PyArrow: the columns of the contract go over to Polars, the new ones come back."""

    is_lazy = False

    def __init__(self, given: nw.DataFrame[Any], wanted: Sequence[str]) -> None:
        self._given = given.to_native()
        self.names = tuple(given.columns)
        self._is_pandas = given.implementation.is_pandas()
        taken = [name for name in self.names if name in wanted]
        self.frame: Lazy = nw.from_native(self._taken(taken)).lazy()

    def out(self, answered: Lazy, kept: Sequence[str], new: Sequence[str]) -> Any:
        """The columns of the frame that are kept, untouched, with the new ones beside them."""
        told = self.given_back(answered.select(*new))
        if not self._is_pandas:
            table = self._given.select(list(kept))
            for name in new:
                table = table.append_column(name, told[name])
            return table
        import pandas as pd

        given = self._given[list(kept)]
        told.index = given.index
        return pd.concat([given, told], axis=1)

    def given_back(self, made: Lazy) -> Any:
        """A table of Arrow, or a frame of pandas with types like those of the frame that came in."""
        found: pl.DataFrame = made.to_native().collect(engine="streaming")
        if not self._is_pandas:
            told = found.to_arrow()
            return told.cast(pa.schema([(each.name, _plain(each.type)) for each in told.schema]))
        import pandas as pd

        if any(isinstance(dtype, pd.ArrowDtype) for dtype in self._given.dtypes):
            return found.to_pandas(use_pyarrow_extension_array=True)
        flags = [name for name, dtype in found.schema.items() if dtype == pl.Boolean]
        # A NumPy column of bools holds no null; the nullable one of pandas does.
        nullable = {name: pd.array(found[name].to_list(), dtype="boolean") for name in flags}
        return found.to_pandas().assign(**nullable)

    def _taken(self, names: Sequence[str]) -> pl.DataFrame:
        faults: list[Fault] = []
        columns = []
        for name in names:
            try:
                columns.append(self._column(name))
            except (pa.ArrowException, TypeError, ValueError, OverflowError):
                faults.append(_mixed(name))
        if faults:
            raise InvalidInput(*faults)
        return pl.DataFrame(columns)

    def _column(self, name: str) -> pl.Series:
        column = self._given[name]
        if not self._is_pandas:
            return pl.Series(name, pl.from_arrow(column))
        known = COLUMNS.get(name)
        told = pa.Array.from_pandas(column, type=_asked_for(known) if column.dtype == object else None)
        if isinstance(told, pa.ChunkedArray):
            told = told.combine_chunks()
        if known is not None and known.type == DAY and pa.types.is_timestamp(told.type) and told.type.tz is None:
            # NumPy knows no days: midnight stands for one.
            days = told.cast(pa.date32())
            if not days.cast(told.type).equals(told):
                raise ValueError
            told = days
        return pl.Series(name, pl.from_arrow(told))


def _asked_for(column: Column | None) -> Any:
    """The Arrow type of a column of Python objects; None lets Arrow tell it."""
    if column is None or column.type == NUMBER:
        return None
    return pa.bool_() if column.type == FLAG else pa.date32() if column.type == DAY else pa.string()


def _plain(dtype: Any) -> Any:
    return pa.string() if pa.types.is_large_string(dtype) or pa.types.is_string_view(dtype) else dtype


def _mixed(name: str) -> Fault:
    return Fault(
        code="frames.column-mixed",
        message=Label("列中的值不是同一类型，或者日期带有时刻", "the values are not of one type, or days have a time"),
        cure=Label(
            "请转换为合同所定的类型，不知道的留空", "cast them to the type of the contract, null where not known"
        ),
        field=name,
    )
