"""A question asked of a dataframe: the contract, the facts, the answers, the way out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from jscredit.errors import Fault, InvalidInput, Label
from jscredit.frames.bench import OWN
from jscredit.frames.columns import COLUMNS
from jscredit.frames.contract import columns_needed, read
from jscredit.frames.derived import DERIVED
from jscredit.frames.door import Door, Lazy, entered
from jscredit.frames.faults import marked, require_sound
from jscredit.frames.library import nw
from jscredit.frames.row_checks import Check, checks
from jscredit.frames.texts import joined

Columns = Mapping[str, nw.Expr]
Given = Literal["new", "all"]
OnFault = Literal["raise", "column"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How a question is asked of a frame, the same for every question.

    Attributes:
        columns: ``new``: the key and the new columns only; ``all``: those of the frame as well.
        key: the column, or columns, that name a row.
        not_known: columns that the frame lacks and that are not known in any row; ``absent``: every one that it lacks.
        faults: what becomes of rows that break the contract: ``raise`` an error that tells all of them, the default
            of eager frames, or mark them in a ``column``, the default of lazy ones, where nothing is computed yet.
        prefix: what the names of the new columns begin with.
    """

    columns: Given = "new"
    key: str | Sequence[str] = "id"
    not_known: Sequence[str] | Literal["absent"] = ()
    faults: OnFault | None = None
    prefix: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns that name a row."""
        return (self.key,) if isinstance(self.key, str) else tuple(self.key)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the facts that it needs, and the new columns over them, in stages each made of those before.

    Attributes:
        facts: the names of the facts.
        stages: the new columns over the columns of the facts.
        names: the new columns that go out, in order.
    """

    facts: tuple[str, ...]
    stages: Callable[[Columns], Iterable[Columns]]
    names: tuple[str, ...]


def answered(frame: Any, asked: Callable[[Sequence[str]], Question], way: Way) -> Any:
    """The frame with the answers, as the kind that came in.

    Raises:
        InvalidInput: the frame is of no known kind, or breaks the contract.
    """
    door = entered(frame, (*COLUMNS, *way.keys))
    question = asked(door.names)
    fault_column = f"{way.prefix}faults"
    marks = way.faults == "column" or (way.faults is None and door.is_lazy)
    new = (*question.names, fault_column) if marks else question.names
    kept = door.names if way.columns == "all" else way.keys
    require_key(door.names, way.keys)
    require_untaken(kept, new)
    return door.out(worked(door, question, way, fault_column if marks else None), kept, new)


def worked(door: Door, question: Question, way: Way, fault_column: str | None) -> Lazy:
    """The frame with the answers and all columns in between.

    Rows that break the contract are an error, or marked in a column, if one is named; then what breaks it counts as not
    known.

    Raises:
        InvalidInput: the frame breaks the contract.
    """
    values, found = _values(door, question, way)
    frame = door.frame
    if fault_column is None:
        require_sound(frame, found, way.keys)
    else:
        marks = joined((check.id, check.broken) for check in found)
        frame = frame.with_columns(marks.alias(fault_column))
        values = marked(found, values)
    facts = _facts(question.facts, values, door.names)
    result = frame.with_columns(*(told.alias(OWN + name) for name, told in facts.items()))
    for stage in question.stages({name: nw.col(OWN + name) for name in facts}):
        if stage:
            result = result.with_columns(*(told.alias(name) for name, told in stage.items()))
    return result


def _values(door: Door, question: Question, way: Way) -> tuple[dict[str, nw.Expr], tuple[Check, ...]]:
    schema = dict(door.frame.collect_schema())
    needed = columns_needed(question.facts, door.names)
    values = read(schema, needed, not_known=way.not_known, given=door.names)
    return values, checks({name: told for name, told in values.items() if name in door.names})


def require_key(names: Sequence[str], keys: Sequence[str]) -> None:
    """Refuse a frame that lacks a column by which rows are named.

    Raises:
        InvalidInput: ``frames.key``.
    """
    lost = [key for key in keys if key not in names]
    if lost:
        raise InvalidInput(*(_no_key(name) for name in lost))


def require_untaken(kept: Sequence[str], new: Sequence[str]) -> None:
    """Refuse results that would stand beside a column of the same name.

    Raises:
        InvalidInput: ``frames.column-taken``.
    """
    taken = [name for name in new if name in kept]
    if taken:
        raise InvalidInput(*(_taken(name) for name in taken))


def _facts(names: Iterable[str], values: Columns, given: Sequence[str]) -> dict[str, nw.Expr]:
    """Each fact as a column of its own name, or as it follows from others."""
    found = {}
    for name in names:
        derived = DERIVED.get(name)
        is_given = derived is None or (name in given and name not in derived.needs)
        found[name] = values[name] if is_given or derived is None else derived.told(values)
    return found


def _no_key(name: str) -> Fault:
    return Fault(
        code="frames.key",
        message=Label("没有这一列，不能用来指明行", "there is no such column to name the rows by"),
        cure=Label("请用 key= 指明行的编号列", "say with key= which column, or columns, name a row"),
        field=name,
    )


def _taken(name: str) -> Fault:
    return Fault(
        code="frames.column-taken",
        message=Label("数据框已有同名的结果列", "the frame already has a column of the name of a result"),
        cure=Label("请改用其他 prefix，或先改列名", "give another prefix, or rename the column"),
        field=name,
    )
