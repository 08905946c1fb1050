"""A report as a file: a page, a sheet, or JSON, by the file's suffix."""

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from jscredit.errors import Fault, InvalidInput, Label
from jscredit.interchange.workbook import csv_bytes, xlsx_bytes


class Report(NamedTuple):
    """A report in each of its forms; only the one that is asked for is made."""

    page: Callable[[], str]
    lines: Callable[[], Iterable[Sequence[str]]]
    document: Callable[[], dict[str, Any]]


def require_another(out: str | None, read: str) -> None:
    """Refuse to write over a file that is read.

    Raises:
        InvalidInput: ``cli.same-file``.
    """
    if out is not None and Path(out).exists() and Path(out).samefile(read):
        raise InvalidInput(_SAME_FILE)


def require_form(out: str | None) -> None:
    """Refuse a file that no report can be written as, before anything is read.

    Raises:
        InvalidInput: ``cli.out``, for another suffix.
    """
    if out is not None and Path(out).suffix.lower() not in _WRITERS:
        raise InvalidInput(_NO_SUCH_FORM)


def write_report(out: str, report: Report) -> None:
    """Write the report; the suffix says as what."""
    path = Path(out)
    path.write_bytes(_WRITERS[path.suffix.lower()](report))


_WRITERS: dict[str, Callable[[Report], bytes]] = {
    ".json": lambda report: json.dumps(report.document(), ensure_ascii=False, indent=1).encode(),
    ".html": lambda report: report.page().encode(),
    ".csv": lambda report: csv_bytes(report.lines()),
    ".xlsx": lambda report: xlsx_bytes(report.lines()),
}
_SAME_FILE = Fault(
    code="cli.same-file",
    message=Label("要写入的文件就是所读的文件", "the file to write is the one that is read"),
    cure=Label("请另起文件名", "give another name"),
)
_NO_SUCH_FORM = Fault(
    code="cli.out",
    message=Label("不能写成这种文件", "no report can be written as such a file"),
    cure=Label("后缀须为 .html、.json、.xlsx 或 .csv", "the suffix must be .html, .json, .xlsx or .csv"),
    field="--out",
)
