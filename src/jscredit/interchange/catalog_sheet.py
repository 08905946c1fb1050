"""Catalogues as sheets (M8), written and read; and any sheet of data against its entry of a catalogue."""

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import reduce
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from jscredit.catalog import (
    Catalogue,
    CatalogueEntry,
    ConformanceReport,
    DataElement,
    ForbiddenAddition,
    Norm,
    ScopeOfUse,
    StatedValidity,
)
from jscredit.catalog.conforming import sheet_report
from jscredit.catalog.written import UNREADABLE
from jscredit.errors import Fault, InvalidInput, Label, safe
from jscredit.interchange.catalog_columns import CATALOGUE_COLUMNS, ELEMENT_COLUMNS, ENTRY_COLUMNS, CatalogColumn
from jscredit.interchange.faults import refused
from jscredit.interchange.grid import Cell, GridRow, Unusable, is_blank, read_grid
from jscredit.interchange.headers import letter
from jscredit.interchange.text import cleaned
from jscredit.interchange.workbook import csv_bytes, xlsx_bytes
from jscredit.records import Body

_ROW_COLUMNS = (*ENTRY_COLUMNS, *ELEMENT_COLUMNS)
_NOTHING: tuple[Any, ...] = (None, (), False)
_PARTS: dict[str, type[Any]] = {
    "provider": Body,
    "scope_of_use": ScopeOfUse,
    "validity.norm": Norm,
    "validity": StatedValidity,
}


def write_catalogue_sheet(path: str | os.PathLike[str], catalogue: Catalogue) -> None:
    """Write a catalogue as a sheet: its own attributes above, then a row for each data element.

    The attributes of an entry stand in its first row. ``read_catalogue_sheet`` gives an equal catalogue, but for what
    a provider's ``Body`` holds beside its name, code, type, level and region, for white space around texts, and for a
    scope of use or a stated validity that says nothing: these read back as missing.

    Args:
        path: a file whose name ends in .csv or .xlsx.
        catalogue: the catalogue.

    Raises:
        InvalidInput: ``sheet.file-type``.
        MissingExtra: for .xlsx, where the extra ``sheets`` is not installed.
        OSError: the file cannot be written.

    >>> import tempfile, pathlib
    >>> from jscredit.catalog import starter_catalogue
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = pathlib.Path(folder, "catalogue.csv")
    ...     write_catalogue_sheet(file, starter_catalogue())
    ...     read_catalogue_sheet(file) == starter_catalogue()
    True
    """
    file = Path(path)
    pack = {".csv": csv_bytes, ".xlsx": xlsx_bytes}.get(file.suffix.lower())
    if pack is None:
        raise refused("file-type")
    file.write_bytes(pack(_lines(catalogue)))


def _lines(catalogue: Catalogue) -> Iterator[list[str]]:
    yield [column.header for column in CATALOGUE_COLUMNS]
    yield _cells(catalogue, CATALOGUE_COLUMNS)
    yield [column.header for column in _ROW_COLUMNS]
    for entry in catalogue.entries:
        own = _cells(entry, ENTRY_COLUMNS)
        continued = [entry.code, *[""] * (len(ENTRY_COLUMNS) - 1)]
        blank = [""] * len(ELEMENT_COLUMNS)
        rows = [_cells(element, ELEMENT_COLUMNS) for element in entry.elements] or [blank]
        yield [*own, *rows[0]]
        yield from ([*continued, *row] for row in rows[1:])


def _cells(value: Any, columns: Sequence[CatalogColumn]) -> list[str]:
    given = ((column, _part(value, column.name)) for column in columns)
    return ["" if part in _NOTHING else column.write(part) for column, part in given]


def _part(value: Any, name: str) -> Any:
    return reduce(lambda whole, part: None if whole is None else getattr(whole, part), name.split("."), value)


def read_catalogue_sheet(path: str | os.PathLike[str]) -> Catalogue:
    """The catalogue that a sheet holds; .csv, .xls or .xlsx, told by its content.

    Columns are known by their headers and may stand in any order. A row whose name of an entry is filled begins an
    entry; the rows that follow add its data elements.

    Raises:
        InvalidInput: with every fault at once, each at its cell: ``catalogue-sheet.`` and one of head, column-missing,
            column-unknown, cell, no-entry; the codes of the values; those of ``read_sheet`` for the file.
        MissingExtra: a workbook, and the extra ``sheets`` is not installed.
        OSError: the file cannot be opened.
    """
    rows, _others = read_grid(path)
    if len(rows) < 3:  # noqa: PLR2004 - the three rows of the head
        raise InvalidInput(_HEAD)
    (number, head), own, (line, header), *body = rows
    reader = _Reader()
    given = reader.values(own, reader.places(number, head, CATALOGUE_COLUMNS), CATALOGUE_COLUMNS)
    places = reader.places(line, header, _ROW_COLUMNS)
    entries = reader.entries(body, places)
    catalogue = reader.made(Catalogue, given | {"entries": tuple(entries)}, own[0])
    if reader.faults:
        raise InvalidInput(*reader.faults)
    made: Catalogue = catalogue
    return made


class _Reader:
    """The faults of a file, and what could be read beside them."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def places(self, number: int, header: tuple[Cell, ...], columns: Sequence[CatalogColumn]) -> dict[str, int]:
        """Where each column stands; every one is needed, for a missing one would be read as blank."""
        found: dict[str, int] = {}
        for at, cell in enumerate(header):
            name = cleaned(cell) if isinstance(cell, str) else ""
            if name in {column.header for column in columns} and name not in found:
                found[name] = at
            elif not is_blank(cell):
                self.faults.append(_fault("column-unknown", _cell_name(number, at)))
        missing = [column.header for column in columns if column.header not in found]
        self.faults += [_fault("column-missing", None, name=name) for name in missing]
        return found

    def values(self, row: GridRow, places: Mapping[str, int], columns: Sequence[CatalogColumn]) -> dict[str, Any]:
        """What the cells of a row say, by attribute; a blank one says nothing."""
        number, cells = row
        found = {}
        for column in columns:
            at = places.get(column.header)
            cell = cells[at] if at is not None and at < len(cells) else None
            if at is None or is_blank(cell):
                continue
            try:
                found[column.name] = column.read(_whole(cell))
            except (ValueError, KeyError):
                self.faults.append(_fault("cell", _cell_name(number, at), name=column.header))
        return _nested(found, self, number)

    def entries(self, body: list[GridRow], places: Mapping[str, int]) -> Iterator[CatalogueEntry]:
        """The entries of the rows."""
        started: tuple[int, dict[str, Any], list[DataElement]] | None = None
        for row in body:
            own = self.values(row, places, ENTRY_COLUMNS)
            if set(own) - {"code"} or started is None or own.get("code") != started[1].get("code"):
                if started is not None:
                    yield self._entry(*started)
                started = (row[0], own, [])
            element = self.values(row, places, ELEMENT_COLUMNS)
            if element:
                started[2].append(self.made(DataElement, element, row[0]))
        if started is not None:
            yield self._entry(*started)

    def _entry(self, number: int, own: dict[str, Any], elements: list[DataElement]) -> CatalogueEntry:
        whole = tuple(each for each in elements if each is not None)
        made: CatalogueEntry = self.made(CatalogueEntry, own | {"elements": whole}, number)
        return made

    def made(self, kind: type[Any], given: dict[str, Any], number: int) -> Any:
        """The value, or None and its faults."""
        try:
            return kind(**given)
        except ValidationError as error:
            self.faults += [_at_row(fault, number) for fault in safe(error).faults]
        return None


def _whole(cell: Cell) -> Any:
    if isinstance(cell, Unusable):
        raise KeyError(cell)
    return cleaned(cell) if isinstance(cell, str) else cell


def _nested(found: dict[str, Any], reader: _Reader, number: int) -> dict[str, Any]:
    """The parts of a value in a value, made from the inside outward."""
    for name, kind in _PARTS.items():
        keys = [key for key in found if key.rpartition(".")[0] == name]
        if keys:
            found[name] = reader.made(kind, {key.rpartition(".")[2]: found.pop(key) for key in keys}, number)
    return found


def sheet_conformance(
    path: str | os.PathLike[str],
    entry: CatalogueEntry,
    *,
    reported_on: date | None = None,
    additions: Sequence[ForbiddenAddition] = (),
) -> ConformanceReport:
    """A whole sheet of data against its entry: every row, by the entry's own rules, all faults at once.

    The first row that is not blank has the headers: names or codes of the entry's elements. Rows are numbered as a
    spreadsheet shows them.

    Args:
        path: an .xls, .xlsx or .csv file, told by its content.
        entry: the entry; for a double-publicity sheet that of its dialect in ``starter_catalogue()``.
        reported_on: the day of the report.
        additions: what a law or a regulation forbids beside M14.

    Raises:
        InvalidInput: those of ``read_sheet`` for the file.
        MissingExtra: a workbook, and the extra ``sheets`` is not installed.
        OSError: the file cannot be opened.
    """
    ((number, header), *body), _others = read_grid(path)
    headers = [cell if isinstance(cell, str) and not is_blank(cell) else None for cell in header]
    rows = ((row, [UNREADABLE if isinstance(cell, Unusable) else cell for cell in cells]) for row, cells in body)
    return sheet_report(headers, rows, entry, header_row=number, reported_on=reported_on, additions=additions)


_TEXTS = {
    "column-unknown": (
        Label("不认识该列的表头", "the header is not known"),
        Label("请核对表头", "check it against a sheet that write_catalogue_sheet wrote"),
    ),
    "column-missing": (
        Label("缺少列“{name}”", 'the column "{name}" is missing'),
        Label("请补上该列，可以留空", "add it; it may be blank"),
    ),
    "cell": (
        Label("“{name}”的内容无法辨认", 'what stands under "{name}" cannot be read'),
        Label("请照样表填写", "write it as write_catalogue_sheet does"),
    ),
    "head": (
        Label("不是目录表：前三行须为表头", "no sheet of a catalogue: it begins with three rows of head"),
        Label("请照样表填写", "begin as write_catalogue_sheet does"),
    ),
}


def _fault(problem: str, field: str | None, **data: str) -> Fault:
    message, cure = _TEXTS[problem]
    return Fault(code=f"catalogue-sheet.{problem}", message=message.filled(**data), cure=cure, field=field, clause="M8")


_HEAD = _fault("head", None)


def _cell_name(row: int, place: int) -> str:
    return f"{letter(place)}{row}"


def _at_row(fault: Fault, row: int) -> Fault:
    field = f"{row}.{fault.field}" if fault.field else str(row)
    return Fault(
        code=fault.code, message=fault.message, cure=fault.cure, field=field, clause=fault.clause, data=fault.data
    )
