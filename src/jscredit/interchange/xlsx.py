"""Workbooks of the .xlsx format, read with openpyxl."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from jscredit.errors import MissingExtra
from jscredit.interchange.faults import refused
from jscredit.interchange.grid import MAX_COLUMNS, MAX_UNPACKED_MEGABYTES, Cell, Unusable, unreadable

_LAST_ROW = 1_048_576


def xlsx_rows(content: bytes) -> tuple[Iterator[tuple[Cell, ...]], int]:
    """The rows of the first visible worksheet, and how many other worksheets there are."""
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise MissingExtra.of("sheets", "openpyxl") from None
    try:
        _require_bounded(content)
        # What other files a workbook refers to is never looked at.
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        return _rows(visible[0]), len(book.worksheets) - 1
    except Exception as error:  # noqa: BLE001 - on a damaged file the reader raises whatever it meets
        raise unreadable(error) from None


def _require_bounded(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        size = sum(member.file_size for member in archive.infolist())
    if size > MAX_UNPACKED_MEGABYTES * 1_000_000:
        raise refused("too-large", limit=MAX_UNPACKED_MEGABYTES)


def _rows(sheet: Any) -> Iterator[tuple[Cell, ...]]:
    try:
        # The file states its own size, and may be wrong.
        sheet.reset_dimensions()
        for row in sheet.iter_rows(max_row=_LAST_ROW, max_col=MAX_COLUMNS + 1, values_only=True):
            yield tuple(_cell(value) for value in row)
    except Exception as error:  # noqa: BLE001 - as above
        raise unreadable(error) from None


def _cell(value: Any) -> Cell:
    if value is None or type(value) in {str, int, float, datetime}:
        return value  # type: ignore[no-any-return]
    return datetime.combine(value, time()) if isinstance(value, date) else Unusable.OTHER
