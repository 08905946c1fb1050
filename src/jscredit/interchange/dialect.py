"""A dialect: how one kind of sheet is laid out, as data. A further sheet is a further file in ``dialects/``."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jscredit.errors import Label
from jscredit.interchange.faults import refused

_FOLDER = Path(__file__).with_name("dialects")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a sheet.

    Attributes:
        code: the format's own column code.
        role: what the library takes it for.
        headers: its Chinese names, the shortest first.
        type: how its cells are read: text, day, region, a type of identifier, or the name of a code list.
        max_length: the longest text, in characters.
        required: whether it must be there and filled; in a group, whether one of them must be.
        group: the group of columns that stand for each other.
        blank: the code that a blank cell stands for.
        not_before: the column whose day is not after this one.
        not_after_report: whether its day is not after the day of the report.
        no_end: the day that stands for "no end".
    """

    code: str
    role: str
    headers: tuple[str, ...]
    type: str
    max_length: int
    required: bool = False
    group: str | None = None
    blank: str | None = None
    not_before: str | None = None
    not_after_report: bool = False
    no_end: date | None = None

    @property
    def needs_value(self) -> bool:
        """Whether each row must fill it."""
        return self.required and self.group is None and self.blank is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """One kind of sheet: its columns, in the format's order, and its code lists.

    Attributes:
        id: its name, for ``read_sheet(dialect=…)``.
        label: its title.
        kind: the kind of records that it holds.
        columns: its columns.
        code_lists: for each list, what each code means.
        none_word: the word that means "none".
        specified: the entry of a list that is followed by what it is.
    """

    id: str
    label: Label
    kind: str
    columns: tuple[Column, ...]
    code_lists: MappingProxyType[str, MappingProxyType[str, Any]]
    none_word: str
    specified: str

    def column(self, code: str) -> Column:
        """The column of a code."""
        return next(column for column in self.columns if column.code == code)

    def of_role(self, role: str) -> Column:
        """The column of a role."""
        return next(column for column in self.columns if column.role == role)


def dialect_ids() -> tuple[str, ...]:
    """The names of all dialects.

    >>> dialect_ids()
    ('jiangsu-2016-penalty',)
    """
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.json")))


def dialect_of(name: str | None) -> Dialect:
    """A dialect by its name; the only one that there is where none is named.

    Raises:
        InvalidInput: ``sheet.no-such-dialect``.

    >>> dialect_of("jiangsu-2016-penalty").column("CF_JDRQ").headers
    ('处罚决定日期',)
    """
    known = dialect_ids()
    if name is not None and name not in known:
        raise refused("no-such-dialect", dialects=", ".join(known))
    return _load(name or known[0])


@cache
def _load(name: str) -> Dialect:
    raw = json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    lists = {key: MappingProxyType(entries) for key, entries in raw["code_lists"].items()}
    return Dialect(
        id=raw["id"],
        label=Label(raw["zh"], raw["en"]),
        kind=raw["kind"],
        columns=tuple(_column(each) for each in raw["columns"]),
        code_lists=MappingProxyType(lists),
        none_word=raw["none_word"],
        specified=raw["specified"],
    )


def _column(raw: dict[str, Any]) -> Column:
    no_end = date.fromisoformat(raw["no_end"]) if "no_end" in raw else None
    return Column(**{**raw, "headers": tuple(raw["headers"]), "no_end": no_end})
