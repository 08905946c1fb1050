"""Sheets for tests: one good row, and the ways to write rows into files."""

import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

GOOD: dict[str, Any] = {
    "CF_WSH": "虚市罚字〔2019〕1号",
    "CF_CFMC": "样例案",
    "CF_BM": "3299000001",
    "CF_CFLB1": "罚款",
    "CF_CFLB2": "",
    "CF_SY": "样例事由",
    "CF_YJ": "《产品质量法》第四十九条",
    "CF_XDR_MC": "虚构市甲辰食品有限公司",
    "CF_XDR_SHXYM": "91329901MA1ABCD119",
    "CF_XDR_ZDM": "",
    "CF_XDR_GSDJ": "",
    "CF_XDR_SWDJ": "",
    "CF_XDR_SFZ": "",
    "CF_FR": "样某辰",
    "CF_JG": "罚款5000元",
    "CF_JDRQ": "2019-03-05",
    "CF_XZJG": "虚构市市场监督管理局",
    "CF_ZT": "0",
    "DFBM": "329901",
    "SJC": "2019-03-20",
    "BZ": "",
    "CF_SYFW": "0",
    "CF_SXYZCD": "1",
    "CF_GSJZQ": "2022-03-05",
}
PERSON: dict[str, Any] = {
    "CF_XDR_MC": "样某甲",
    "CF_XDR_SHXYM": "",
    "CF_FR": "",
    "CF_XDR_SFZ": "329901199003070012",
}


def csv_text(*rows: dict[str, Any], headers: tuple[str, ...] = ()) -> str:
    """The good row with each of these changes, as CSV; ``headers`` are further columns."""
    columns = [*GOOD, *headers]
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([{**GOOD, **row}.get(column, "") for column in columns] for row in rows)
    return text.getvalue()


def write_csv(folder: Path, *rows: dict[str, Any], headers: tuple[str, ...] = (), encoding: str = "utf-8") -> Path:
    """Such a file."""
    return write_bytes(folder, csv_text(*rows, headers=headers).encode(encoding))


def write_bytes(folder: Path, content: bytes, name: str = "sheet.csv") -> Path:
    """A file of these bytes."""
    path = folder / name
    path.write_bytes(content)
    return path


def xlsx_bytes(*rows: dict[str, Any], header: dict[str, str] | None = None) -> bytes:
    """The good row with each of these changes, as a workbook."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.append([(header or {}).get(code, code) for code in GOOD])
    for row in rows:
        sheet.append([{**GOOD, **row}[code] for code in GOOD])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def xls_bytes(*rows: dict[str, Any], dates_1904: bool = False) -> bytes:
    """The same as an old workbook."""
    import xlwt

    book = xlwt.Workbook(encoding="utf-8")
    book.dates_1904 = dates_1904
    sheet = book.add_sheet("1")
    style = xlwt.easyxf(num_format_str="YYYY-MM-DD")
    for at, code in enumerate(GOOD):
        sheet.write(0, at, code)
        for number, row in enumerate(rows, start=1):
            value = {**GOOD, **row}[code]
            sheet.write(number, at, value, style if isinstance(value, date) else xlwt.Style.default_style)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def told(counts: tuple[Any, ...]) -> dict[str, int]:
    """Counts of rows by name."""
    return {count.name: count.rows for count in counts}
