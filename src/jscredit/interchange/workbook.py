"""Rows of texts as the bytes of a file: the same bytes for the same rows, and no cell a formula."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence

from jscredit.errors import MissingExtra

Rows = Iterable[Sequence[str]]

_EPOCH = (1980, 1, 1, 0, 0, 0)
_TIMES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
_UNIX = 3

# What spreadsheet programs take for a formula in a CSV, perhaps behind apostrophes of ours.
_LIKE_A_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")


def escaped(text: str) -> str:
    """A text for a CSV: an apostrophe before what a spreadsheet program would run.

    >>> escaped("=1+1"), escaped("'=1+1"), escaped("1")
    ("'=1+1", "''=1+1", '1')
    """
    return f"'{text}" if _LIKE_A_FORMULA.match(text) else text


def unescaped(text: str) -> str:
    """The text behind such an apostrophe.

    >>> unescaped("'=1+1"), unescaped("'x")
    ('=1+1', "'x")
    """
    return text[1:] if text.startswith("'") and _LIKE_A_FORMULA.match(text) else text


def csv_bytes(rows: Rows) -> bytes:
    """The rows as CSV, UTF-8 with a byte order mark."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([escaped(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def xlsx_bytes(rows: Rows) -> bytes:
    """The rows as a workbook of text cells."""
    try:
        from openpyxl import Workbook
        from openpyxl.cell import WriteOnlyCell
    except ImportError:
        raise MissingExtra.of("sheets", "openpyxl") from None
    book = Workbook(write_only=True)
    sheet = book.create_sheet("1")
    for row in rows:
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet)
            if text:
                cell.value = text
                cell.data_type = "s"  # else what begins with = would be a formula
                cell.number_format = "@"
            cells.append(cell)
        sheet.append(cells)
    written = io.BytesIO()
    book.save(written)
    return _without_times(written)


def _without_times(written: io.BytesIO) -> bytes:
    fixed = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.infolist():
            entry = zipfile.ZipInfo(member.filename, date_time=_EPOCH)
            entry.create_system, entry.compress_type = _UNIX, zipfile.ZIP_DEFLATED
            target.writestr(entry, _TIMES.sub(rb"\g<1>1980-01-01T00:00:00Z", source.read(member)))
    return fixed.getvalue()
