"""A file as rows of cells. What it is, is told by its content, not by its name."""

import csv
import io
import os
import warnings
from collections.abc import Iterator
from datetime import datetime
from enum import Enum
from pathlib import Path
from threading import Lock

from jscredit.errors import InvalidInput
from jscredit.interchange.faults import refused
from jscredit.interchange.text import cleaned
from jscredit.interchange.workbook import unescaped

MAX_MEGABYTES = 100
MAX_UNPACKED_MEGABYTES = 1000
MAX_ROWS = 200_000
MAX_COLUMNS = 256

_MEGABYTE = 1_000_000
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BOM = b"\xef\xbb\xbf"

# The reader of workbooks warns with the value of the cell. The filter of warnings belongs to the process, so one
# thread at a time.
_QUIET = Lock()


class Unusable(Enum):
    """A cell that holds nothing to be read."""

    ERROR = "error"
    OTHER = "other"


Cell = str | int | float | datetime | Unusable | None
"""What a cell holds. A day is a ``datetime``, as both workbook formats keep it."""

GridRow = tuple[int, tuple[Cell, ...]]
"""The number of a row, as the clerk sees it, and its cells."""


def read_grid(path: str | os.PathLike[str]) -> tuple[list[GridRow], int]:
    """The rows of a file that hold anything, and how many further worksheets it has that were not read.

    Raises:
        InvalidInput: ``sheet.`` and one of too-large, unreadable, encoding, too-many-rows, too-many-columns, empty.
        MissingExtra: the file is a workbook and its reader is not installed.
        OSError: the file cannot be opened.
    """
    with Path(path).open("rb") as file:
        content = file.read(MAX_MEGABYTES * _MEGABYTE + 1)
    if len(content) > MAX_MEGABYTES * _MEGABYTE:
        raise refused("too-large", limit=MAX_MEGABYTES)
    with _QUIET, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        rows, others = _rows(content)
        return _filled(rows), others


def _rows(content: bytes) -> tuple[Iterator[tuple[Cell, ...]], int]:
    if content.startswith(_ZIP):
        from jscredit.interchange.xlsx import xlsx_rows

        return xlsx_rows(content)
    if content.startswith(_OLE):
        from jscredit.interchange.xls import xls_rows

        return xls_rows(content)
    return csv_rows(content), 0


def _filled(rows: Iterator[tuple[Cell, ...]]) -> list[GridRow]:
    found: list[GridRow] = []
    for number, cells in enumerate(rows, start=1):
        used = next((at for at in range(len(cells), 0, -1) if not is_blank(cells[at - 1])), 0)
        if used > MAX_COLUMNS:
            raise refused("too-many-columns", limit=MAX_COLUMNS)
        if used:
            found.append((number, cells[:used]))
        if len(found) > MAX_ROWS + 1:
            raise refused("too-many-rows", limit=MAX_ROWS)
    if not found:
        raise refused("empty")
    return found


def is_blank(cell: Cell) -> bool:
    """Whether a cell holds nothing that can be seen."""
    return cell is None or (isinstance(cell, str) and not cleaned(cell))


def csv_rows(content: bytes) -> Iterator[tuple[Cell, ...]]:
    """The rows of a CSV file in UTF-8, with or without a byte order mark, or in GB18030."""
    try:
        for row in csv.reader(io.StringIO(_decoded(content), newline="")):
            yield tuple(map(unescaped, row))
    except csv.Error:
        raise refused("unreadable") from None


def _decoded(content: bytes) -> str:
    # GB18030 reads almost any bytes, so it comes last.
    for encoding in ("utf-8-sig",) if content.startswith(_BOM) else ("utf-8", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise refused("encoding")


def unreadable(error: Exception) -> InvalidInput:
    """Our error in the place of one that a foreign reader raised on a damaged file."""
    return error if isinstance(error, InvalidInput) else refused("unreadable")
