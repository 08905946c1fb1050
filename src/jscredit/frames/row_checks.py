"""What each row has to meet: one flag column for each rule of the contract, true where the row breaks it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from jscredit.errors import Label
from jscredit.frames.columns import COLUMNS, FIRST, LAST, Column
from jscredit.frames.library import nw
from jscredit.rules import DAY, NUMBER

Values = Mapping[str, nw.Expr]


class Check(NamedTuple):
    """A rule of the contract: its id, the column, what it says, and the rows that break it.

    ``doubted`` are the columns of which it leaves open which is wrong, where there is more than one.
    """

    id: str
    column: str
    label: Label
    broken: nw.Expr
    doubted: tuple[str, ...] = ()


_REQUIRED = Label("不得为空", "must hold a value")
_NOT_LISTED = Label("不在代码表内", "is none of the listed codes")
_OUT_OF_RANGE = Label("须在1900年至2199年之间", "must lie between 1900 and 2199")
_NOT_A_NUMBER = Label("须为不小于零的有限数", "must be a finite number, zero or more")
_WITHOUT_EVENT = Label("已答“否”，却有发生日期", "is a no beside a day")
_BEFORE = {
    ("corrected_on", "recurred_on"): Label("早于纠正日", "lies before the correction"),
    ("conduct_on", "determined_on"): Label("早于行为日", "lies before the day of the conduct"),
}


def checks(values: Values) -> tuple[Check, ...]:
    """The rules for these columns."""
    each = (check for name, told in values.items() for check in of_column(COLUMNS[name], told))
    return (*each, *_between(values))


def of_column(column: Column, told: nw.Expr) -> Iterator[Check]:
    """What the values of one column have to meet."""
    if column.required:
        yield Check(f"{column.name}:required", column.name, _REQUIRED, told.is_null())
    if column.codes:
        yield Check(f"{column.name}:not-listed", column.name, _NOT_LISTED, ~told.is_in(column.codes))
    if column.type == DAY:
        yield Check(f"{column.name}:out-of-range", column.name, _OUT_OF_RANGE, (told < FIRST) | (told > LAST))
    if column.type == NUMBER:
        size = told.cast(nw.Float64)  # NaN is larger than any number in every backend
        yield Check(f"{column.name}:not-a-number", column.name, _NOT_A_NUMBER, (size < 0) | (size > _LARGEST))


def _between(values: Values) -> Iterator[Check]:
    for event in ("corrected", "recurred"):
        day = f"{event}_on"
        if event in values and day in values:
            broken = ~values[event] & ~values[day].is_null()
            yield Check(f"{event}:day-without-event", event, _WITHOUT_EVENT, broken, (event, day))
    for (first, second), label in _BEFORE.items():
        if first in values and second in values:
            broken = values[second] < values[first]
            yield Check(f"{second}:before-{first}", second, label, broken, (first, second))


_LARGEST = 1e300
