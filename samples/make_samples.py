"""Write the sample sheets: the same bytes each time, on every machine.

``python samples/make_samples.py [FOLDER]`` writes ``penalties.xlsx``, ``penalties.csv`` (the same rows) and
``penalties_broken.xls`` into FOLDER, by default the folder of this script; of the other dialects a clean CSV and one
with traps each, under column codes.
"""

import csv
import io
import re
import sys
import zipfile
from datetime import date
from pathlib import Path

import xlwt
from broken_rows import ERROR, HEADERS, broken_rows
from clean_rows import COLUMNS, clean_rows
from dialect_rows import broken, clean
from openpyxl import Workbook

_EPOCH = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
_UNIX = 3
_NOT_AVAILABLE = 0x2A  # the code of #N/A


def clean_csv() -> bytes:
    """The clean rows under column codes, UTF-8 with a byte order mark, days as text."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([row[code] for code in COLUMNS] for row in clean_rows())
    return text.getvalue().encode("utf-8-sig")


def csv_of(rows: list[dict[str, str]]) -> bytes:
    """Rows under their column codes, UTF-8 with a byte order mark."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def clean_xlsx() -> bytes:
    """The clean rows under Chinese headers, days as dates of the workbook."""
    book = Workbook()
    sheet = book.active
    sheet.title = "行政处罚"
    sheet.append(list(COLUMNS.values()))
    for row in clean_rows():
        sheet.append([row[code] or None for code in COLUMNS])
    written = io.BytesIO()
    book.save(written)
    return _without_times(written)


def _without_times(written: io.BytesIO) -> bytes:
    """The workbook packed again without the time of writing, and unpacked: compressors differ between machines."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_STORED) as target:
        for member in source.infolist():
            entry = zipfile.ZipInfo(member.filename, date_time=_EPOCH)
            entry.create_system = _UNIX
            target.writestr(entry, _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", source.read(member)))
    return fixed.getvalue()


def broken_xls() -> bytes:
    """The rows with every trap, ending in blank and merged rows."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("行政处罚")
    day_style = xlwt.easyxf(num_format_str="YYYY-MM-DD")
    for at, (_, header) in enumerate(HEADERS):
        sheet.write(0, at, header)
    rows = broken_rows()
    for number, row in enumerate(rows, start=1):
        for at, (code, _) in enumerate(HEADERS):
            _write(sheet, number, at, row.get(code, ""), day_style)
    sheet.write(len(rows) + 2, 0, "  ")
    sheet.merge(len(rows) + 3, len(rows) + 4, 0, len(HEADERS) - 1)
    book.add_sheet("填表说明").write(0, 0, "样例，并非真实信息")
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _write(sheet: xlwt.Worksheet, row: int, at: int, value: object, day_style: xlwt.XFStyle) -> None:
    if value == ERROR:
        sheet.row(row).set_cell_error(at, _NOT_AVAILABLE)
    elif value != "":
        sheet.write(row, at, value, day_style if isinstance(value, date) else xlwt.Style.default_style)


def main() -> None:
    """Write all samples."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent)
    (folder / "penalties.csv").write_bytes(clean_csv())
    (folder / "penalties.xlsx").write_bytes(clean_xlsx())
    (folder / "penalties_broken.xls").write_bytes(broken_xls())
    for name, rows in (clean() | broken()).items():
        (folder / f"{name}.csv").write_bytes(csv_of(rows))


if __name__ == "__main__":
    main()
