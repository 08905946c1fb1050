"""The contract of the columns: names and types, looked at once, all faults told together."""

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from jscredit.errors import Fault, InvalidInput, Label
from jscredit.frames.columns import COLUMNS, Column
from jscredit.frames.derived import DERIVED
from jscredit.frames.library import nw
from jscredit.rules import DAY, FLAG, NUMBER

ABSENT = "absent"


def columns_needed(facts: Iterable[str], names: Sequence[str]) -> tuple[str, ...]:
    """The columns behind these facts, each once: a column of the fact's own name, or those that it follows from."""
    found: dict[str, None] = {}
    for fact in facts:
        derived = DERIVED.get(fact)
        if derived is None or (fact in names and fact not in derived.needs):
            found[fact] = None
        else:
            found |= dict.fromkeys(derived.needs)
            found |= {name: None for name in derived.also if name in names}
    return tuple(found)


def read(
    schema: Mapping[str, Any], needed: Sequence[str], *, not_known: Sequence[str] | str, given: Sequence[str] = ()
) -> dict[str, nw.Expr]:
    """Each needed column as an expression of its type; a column that is told to be not known is null in every row.

    ``given`` are all columns of the frame, for a name that is nearly right.

    Raises:
        InvalidInput: ``frames.column-missing``, ``frames.column-type``, all at once.
    """
    faults = tuple(_schema_faults(schema, needed, not_known, given))
    if faults:
        raise InvalidInput(*faults)
    return {name: _column(COLUMNS[name], schema) for name in needed}


def _schema_faults(
    schema: Mapping[str, Any], needed: Sequence[str], not_known: Sequence[str] | str, given: Sequence[str]
) -> Iterator[Fault]:
    for name in needed:
        column = COLUMNS[name]
        if name in schema:
            if not _fits(column, schema[name]):
                yield mistyped(column, schema[name])
        elif column.required or not (not_known == ABSENT or name in not_known):
            yield _missing(column, [other for other in given if other not in COLUMNS])


def _column(column: Column, schema: Mapping[str, Any]) -> nw.Expr:
    dtype = schema.get(column.name)
    if dtype is None:
        return nw.lit(None, column.dtype)
    told = nw.col(column.name)
    if dtype == nw.Unknown:  # a column of nulls alone has no type of its own
        return told.cast(column.dtype)
    return told.cast(nw.String) if dtype in (nw.Categorical, nw.Enum) else told


def _fits(column: Column, dtype: Any) -> bool:
    if dtype == nw.Unknown:  # a column of nulls alone
        return True
    if column.type == FLAG:
        return bool(dtype == nw.Boolean)
    if column.type == DAY:
        return bool(dtype == nw.Date)
    if column.type == NUMBER:
        return bool(dtype.is_numeric())
    return dtype in (nw.String, nw.Categorical, nw.Enum)


def _missing(column: Column, others: Sequence[str]) -> Fault:
    near = difflib.get_close_matches(column.name, others, n=1, cutoff=0.8)
    hint_zh, hint_en = (f"；是否为 {near[0]}？", f"; is it {near[0]}?") if near else ("", "")
    cure = Label("请补充该列", "add the column")
    if not column.required:
        cure = Label(
            f"请补充该列，或写明 not_known=('{column.name}',)，表示各行均不知道",
            f"add the column, or say not_known=('{column.name}',): it is not known in any row",
        )
    return Fault(
        code="frames.column-missing",
        message=Label(f"缺少一列：{column.label.zh}{hint_zh}", f"a column is missing: {column.label.en}{hint_en}"),
        cure=cure,
        field=column.name,
    )


def mistyped(column: Column, dtype: Any) -> Fault:
    """A column of another type than the contract's."""
    wanted, found = column.type.name, str(dtype).partition("(")[0]
    is_instant = dtype == nw.Datetime
    zh, en = _CURES["instant" if column.type == DAY and is_instant else wanted]
    return Fault(
        code="frames.column-type",
        message=Label(f"列的类型是 {found}，须为{_TYPES[wanted]}", f"the column is {found} and should be a {wanted}"),
        cure=Label(zh, en),
        field=column.name,
        data=MappingProxyType({"found": found, "wanted": wanted}),
    )


_TYPES = {"flag": "真假值", "day": "日期", "number": "数值", "text": "文本", "choice": "代码文本"}
_CURES = {
    "flag": ("请转换为布尔值；不知道的留空", "cast it to booleans, null where not known"),
    "day": ("请转换为日期类型", "cast it to dates"),
    "instant": ("请先换算为北京时间，再取日期", "take the day by Beijing time first"),
    "number": ("请转换为数值", "cast it to numbers"),
    "text": ("请转换为文本", "cast it to texts"),
    "choice": ("请给出代码文本", "give the codes as texts"),
}
