"""A dialect: how one kind of sheet is laid out, as data. A further sheet is a further file in ``dialects/``."""

import json
from dataclasses import dataclass, field
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
        name: its Chinese name.
        headers: what it may be called beside its code, the name to be written first; none where only codes are used.
        type: how its cells are read: text, day, region, amount, a type of identifier, or the name of a code list.
        max_length: the longest text, in characters.
        required: whether it must be there and filled; in a group, whether one of them must be.
        may_be_absent: whether a required column may be away as a whole, as in some exports.
        group: the group of columns that stand for each other.
        blank: the code that a blank cell stands for.
        none_allowed: whether a required cell may say in so many words that there is none.
        not_before: the column whose day is not after this one.
        not_after_report: whether its day is not after the day of the report.
        no_end: the day that stands for "no end".
        unit: how many yuan one of its amounts is; None where the format does not say.
    """

    code: str
    role: str
    name: str
    headers: tuple[str, ...]
    type: str
    max_length: int
    required: bool = False
    may_be_absent: bool = False
    group: str | None = None
    blank: str | None = None
    none_allowed: bool = False
    not_before: str | None = None
    not_after_report: bool = False
    no_end: date | None = None
    unit: int | None = None

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
        code_lists: for each list, what each code means; of several codes that mean the same the first is written.
        none_word: the word that means "none".
        specified: the entry of a list that may be followed by what it is.
        must_specify: the lists whose entry of that name must be.
        representative_required: whether a row of an organisation must name its legal representative.
    """

    id: str
    label: Label
    kind: str
    columns: tuple[Column, ...]
    code_lists: MappingProxyType[str, MappingProxyType[str, Any]]
    none_word: str
    specified: str
    must_specify: tuple[str, ...]
    representative_required: bool
    by_role: MappingProxyType[str, Column] = field(compare=False, repr=False)
    by_code: MappingProxyType[str, Column] = field(compare=False, repr=False)

    def column(self, code: str) -> Column:
        """The column of a code."""
        return self.by_code[code]

    def of_role(self, role: str) -> Column:
        """The column of a role."""
        return self.by_role[role]


def dialect_ids() -> tuple[str, ...]:
    """The names of all dialects.

    >>> [name for name in dialect_ids() if name.endswith("-penalty")]
    ['jiangsu-2016-penalty', 'jiangsu-transport-penalty', 'national-2018-penalty']
    """
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.json")))


def dialect_of(name: str) -> Dialect:
    """A dialect by its name.

    Raises:
        InvalidInput: ``sheet.no-such-dialect``.

    >>> dialect_of("jiangsu-2016-penalty").column("CF_JDRQ").headers
    ('处罚决定日期',)
    """
    known = dialect_ids()
    if name not in known:
        raise refused("no-such-dialect", dialects=", ".join(known))
    return _load(name)


@cache
def _load(name: str) -> Dialect:
    raw = json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    lists = {key: MappingProxyType(entries) for key, entries in raw["code_lists"].items()}
    columns = tuple(_column(each) for each in raw["columns"])
    return Dialect(
        id=raw["id"],
        label=Label(raw["zh"], raw["en"]),
        kind=raw["kind"],
        columns=columns,
        code_lists=MappingProxyType(lists),
        none_word=raw["none_word"],
        specified=raw["specified"],
        must_specify=tuple(raw["must_specify"]),
        representative_required=raw["representative_required"],
        by_role=MappingProxyType({column.role: column for column in columns}),
        by_code=MappingProxyType({column.code: column for column in columns}),
    )


def _column(raw: dict[str, Any]) -> Column:
    no_end = date.fromisoformat(raw["no_end"]) if "no_end" in raw else None
    name = raw.get("name") or raw["headers"][0]
    return Column(**{**raw, "name": name, "headers": tuple(raw["headers"]), "no_end": no_end})
