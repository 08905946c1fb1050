"""The header row: which column of the file is which column of the dialect."""

from collections.abc import Iterator
from dataclasses import dataclass

from jscredit.errors import Fault, InvalidInput
from jscredit.interchange.dialect import Column, Dialect
from jscredit.interchange.faults import sheet_fault
from jscredit.interchange.grid import Cell, GridRow, is_blank
from jscredit.interchange.text import cleaned
from jscredit.records.identifiers.text import half_width


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each column of the dialect stands, perhaps nowhere, with what is odd about the headers. From 0."""

    places: tuple[tuple[Column, tuple[int, ...]], ...]
    faults: tuple[Fault, ...]


def layout_of(header: tuple[Cell, ...], body: list[GridRow], dialect: Dialect) -> Layout:
    """The layout by the header row.

    Raises:
        InvalidInput: ``sheet.column-missing`` for every required column that is not there.
    """
    known = {_key(name): column for column in dialect.columns for name in (column.code, *column.headers)}
    named = [known.get(_key(cell)) if isinstance(cell, str) else None for cell in header]
    places = {column: tuple(at for at, each in enumerate(named) if each == column) for column in dialect.columns}
    missing = tuple(_missing(dialect, {column for column, found in places.items() if found}))
    if missing:
        raise InvalidInput(*missing)
    width = max((len(cells) for _, cells in body), default=0)
    odd = [*_repeated(places), *_unread(header, named, body, width)]
    return Layout(tuple(places.items()), tuple(odd))


def letter(place: int) -> str:
    """The name of a column as spreadsheets show it.

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    return (letter(place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)  # noqa: PLR2004 - letters


def _key(header: str) -> str:
    """A header without white space, brackets half-width, in capitals."""
    return "".join(half_width(cleaned(header)).split()).upper()


def _missing(dialect: Dialect, present: set[Column]) -> Iterator[Fault]:
    groups = {column.group for column in present}
    for column in dialect.columns:
        if column.required and column not in present and (column.group is None or column.group not in groups):
            yield sheet_fault("column-missing", field=column.code, header=column.headers[0])


def _repeated(places: dict[Column, tuple[int, ...]]) -> Iterator[Fault]:
    return (sheet_fault("column-repeated", field=column.code) for column, found in places.items() if len(found) > 1)


def _unread(header: tuple[Cell, ...], named: list[Column | None], body: list[GridRow], width: int) -> Iterator[Fault]:
    """Columns that are not read. Only their letters are told: what stands as a header may be anything."""
    for at in range(max(len(header), width)):
        if at < len(header) and not is_blank(header[at]):
            if named[at] is None:
                yield sheet_fault("column-unknown", field=letter(at))
        elif any(at < len(cells) and not is_blank(cells[at]) for _, cells in body):
            yield sheet_fault("column-unnamed", field=letter(at))
