"""The header row: which column of the file is which column of the dialect."""

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jscredit.catalog import forbidden_in_name
from jscredit.errors import Fault, InvalidInput
from jscredit.interchange.dialect import Column, Dialect, dialect_ids, dialect_of
from jscredit.interchange.faults import refused, sheet_fault
from jscredit.interchange.grid import Cell, GridRow, is_blank
from jscredit.interchange.report import REPORT_HEADERS
from jscredit.interchange.text import cleaned
from jscredit.records.identifiers.text import half_width


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each column of the dialect stands, perhaps nowhere, with what is odd about the headers. From 0.

    ``report`` are the columns that ``write_sheet`` put before the rows that have a fault.
    """

    places: tuple[tuple[Column, tuple[int, ...]], ...]
    faults: tuple[Fault, ...]
    report: frozenset[int]


def detected(header: tuple[Cell, ...]) -> Dialect:
    """The one dialect that a header row can be of.

    A dialect fits if all columns that it requires are there. If none does, the one that knows the most of the headers
    is meant, and its missing columns will be reported. Two that fit alike are never chosen between: the same code
    means different things in them.

    Raises:
        InvalidInput: ``sheet.dialect-ambiguous``, naming the dialects; ``sheet.dialect-unknown``.
    """
    names = frozenset(_key(cell) for cell in header if isinstance(cell, str))
    known = {name: _known(names, dialect_of(name)) for name in dialect_ids()}
    fits = [name for name, columns in known.items() if columns and not any(_missing(dialect_of(name), columns))]
    most = max(len(columns) for columns in known.values())
    found = fits or [name for name, columns in known.items() if len(columns) == most > 0]
    if not found:
        raise refused("dialect-unknown", dialects=", ".join(known))
    if len(found) > 1:
        raise refused("dialect-ambiguous", dialects=", ".join(found))
    return dialect_of(found[0])


def _known(names: frozenset[str], dialect: Dialect) -> set[Column]:
    return {column for column in dialect.columns if not names.isdisjoint(_keys(column))}


def _keys(column: Column) -> Iterable[str]:
    return (_key(name) for name in (column.code, *column.headers))


def layout_of(header: tuple[Cell, ...], body: list[GridRow], dialect: Dialect) -> Layout:
    """The layout by the header row.

    Raises:
        InvalidInput: ``sheet.column-missing`` for every required column that is not there.
    """
    known = {key: column for column in dialect.columns for key in _keys(column)}
    named = [known.get(_key(cell)) if isinstance(cell, str) else None for cell in header]
    places = {column: tuple(at for at, each in enumerate(named) if each == column) for column in dialect.columns}
    missing = tuple(_missing(dialect, {column for column, found in places.items() if found}))
    if missing:
        raise InvalidInput(*missing)
    width = max((len(cells) for _, cells in body), default=0)
    report = frozenset(at for at, cell in enumerate(header) if cell in REPORT_HEADERS)
    odd = [*_repeated(places), *(fault for at, fault in _unread(header, named, body, width) if at not in report)]
    return Layout(tuple(places.items()), tuple(odd), report)


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
        wanted = column.required and not column.may_be_absent and column not in present
        if wanted and (column.group is None or column.group not in groups):
            yield sheet_fault("column-missing", field=column.code, header=column.name)


def _repeated(places: dict[Column, tuple[int, ...]]) -> Iterator[Fault]:
    return (sheet_fault("column-repeated", field=column.code) for column, found in places.items() if len(found) > 1)


def _unread(
    header: tuple[Cell, ...], named: list[Column | None], body: list[GridRow], width: int
) -> Iterator[tuple[int, Fault]]:
    """Columns that are not read. Only their letters are told: what stands as a header may be anything."""
    for at in range(max(len(header), width)):
        if at < len(header) and not is_blank(header[at]):
            if named[at] is None:
                yield at, _unknown(str(header[at]), letter(at))
        elif any(at < len(cells) and not is_blank(cells[at]) for _, cells in body):
            yield at, sheet_fault("column-unnamed", field=letter(at))


def _unknown(header: str, place: str) -> Fault:
    """A column that no dialect has; of one whose collection M14 forbids, that too. Neither is read."""
    hit = forbidden_in_name(header)
    if hit is None:
        return sheet_fault("column-unknown", field=place)
    called = hit.element.label
    return dataclasses.replace(sheet_fault("column-forbidden", field=place, zh=called.zh, en=called.en), clause="M14")
