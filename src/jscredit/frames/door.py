"""The door: which kinds of dataframes come in, on what each is worked out, and how it goes out as it came."""

from collections.abc import Sequence
from typing import Any, Protocol

from jscredit.errors import Fault, InvalidInput, Label
from jscredit.frames.library import nw

Lazy = nw.LazyFrame[Any]
_KINDS = "polars DataFrame / LazyFrame, DuckDB relation, PySpark DataFrame, pandas DataFrame, PyArrow Table"


class Door(Protocol):
    """A frame that has come in: ``frame`` is what is worked on, lazily, whatever came in.

    Attributes:
        names: the columns of what came in, in order.
        is_lazy: whether nothing may be computed before the user asks for it.
        nan_is_null: whether NaN is how a missing number comes in.
    """

    frame: Lazy
    names: tuple[str, ...]
    is_lazy: bool

    def out(self, answered: Lazy, kept: Sequence[str], new: Sequence[str]) -> Any:
        """The columns that are kept and the new ones, as the kind that came in."""

    def given_back(self, made: Lazy) -> Any:
        """A frame of other rows, as the kind that came in."""


class Native:
    """A frame that is worked on where it is."""

    def __init__(self, given: nw.DataFrame[Any] | Lazy) -> None:
        self.is_lazy = isinstance(given, nw.LazyFrame)
        self.frame: Lazy = given.lazy()
        self.names = tuple(given.collect_schema().names())

    def out(self, answered: Lazy, kept: Sequence[str], new: Sequence[str]) -> Any:
        """A lazy frame stays lazy; an eager one of Polars is collected, in its order."""
        return self.given_back(answered.select(*kept, *new))

    def given_back(self, made: Lazy) -> Any:
        """Lazily, or collected."""
        native = made.to_native()
        return native if self.is_lazy else native.collect(engine="streaming")


def entered(frame: Any, wanted: Sequence[str]) -> Door:
    """A dataframe of any of the kinds, ready to be worked on.

    Args:
        frame: the dataframe.
        wanted: the columns that a question may ask for; of a pandas or PyArrow frame these alone go over to Polars.

    Raises:
        InvalidInput: ``frames.kind``; for pandas and PyArrow the codes of the contract.
    """
    given = nw.from_native(frame, pass_through=True)
    if isinstance(given, nw.DataFrame | nw.LazyFrame):
        kind = given.implementation
        if kind.is_polars() or kind.is_duckdb() or kind.is_pyspark():
            return Native(given)
        if kind.is_pandas() or kind.is_pyarrow():
            from jscredit.frames.foreign import Foreign

            return Foreign(given, wanted)  # type: ignore[arg-type]  # these two are never lazy
    raise InvalidInput(
        Fault(
            code="frames.kind",
            message=Label("不是可用的数据框", "this is no dataframe that can be worked on"),
            cure=Label(f"请给出：{_KINDS}", f"give one of: {_KINDS}"),
            field="frame",
        )
    )
