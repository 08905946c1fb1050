"""Workbooks of the old .xls format, read with xlrd."""

import io
from collections.abc import Iterator
from typing import Any

from jscredit.errors import MissingExtra
from jscredit.interchange.grid import Cell, Unusable, unreadable


def xls_rows(content: bytes) -> tuple[Iterator[tuple[Cell, ...]], int]:
    """The rows of the first visible worksheet, and how many other worksheets there are."""
    try:
        import xlrd
    except ImportError:
        raise MissingExtra.of("sheets", "xlrd") from None
    try:
        book = xlrd.open_workbook(file_contents=content, logfile=io.StringIO(), ragged_rows=True)
        visible = [sheet for sheet in book.sheets() if sheet.visibility == 0]
        return _rows(visible[0], book.datemode), book.nsheets - 1
    except Exception as error:  # noqa: BLE001 - on a damaged file the reader raises whatever it meets
        raise unreadable(error) from None


def _rows(sheet: Any, datemode: int) -> Iterator[tuple[Cell, ...]]:
    for number in range(sheet.nrows):
        yield tuple(_cell(cell.ctype, cell.value, datemode) for cell in sheet.row(number))


def _cell(kind: int, value: Any, datemode: int) -> Cell:
    import xlrd

    if kind in {xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK}:
        return None
    if kind in {xlrd.XL_CELL_TEXT, xlrd.XL_CELL_NUMBER}:
        return value  # type: ignore[no-any-return]
    if kind == xlrd.XL_CELL_DATE:
        try:
            return xlrd.xldate_as_datetime(value, datemode)  # type: ignore[no-any-return]
        except (ValueError, OverflowError):
            return Unusable.OTHER
    return Unusable.ERROR if kind == xlrd.XL_CELL_ERROR else Unusable.OTHER
