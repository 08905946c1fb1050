"""The report of `jscredit check` as a file: a page in both languages, a sheet, or JSON, by the file's suffix."""

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from jscredit.cli.check_table import head
from jscredit.errors import Fault, InvalidInput, Label, Lang
from jscredit.interchange.workbook import csv_bytes, xlsx_bytes

_LANGS: tuple[Lang, Lang] = ("zh", "en")
_TITLE = Label("公共信用信息核查", "check of public credit information")
_ON = Label("所问之日：{on}", "day asked about: {on}")
_STYLE = """
:root { color-scheme: light }
body { font: 14px/1.5 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; margin: 2rem; color: #111;
  background: #fff }
h1 { font-size: 1.4rem }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid #999; padding: .3rem .5rem; text-align: left; vertical-align: top; white-space: pre-line }
th { background: #eee }
td [lang=en], th [lang=en] { display: block; color: #444; font-size: .9em }
thead { display: table-header-group }
tr { break-inside: avoid }
@media print { body { margin: 0; font-size: 10px } @page { size: A4 landscape; margin: 12mm } }
"""


class Report(NamedTuple):
    """What a report tells: cells of each row in both languages, the lines below the table, the document."""

    on: dt.date
    lang: Lang
    rows: Sequence[tuple[tuple[str, ...], tuple[str, ...]]]
    summary: Mapping[Lang, Sequence[str]]
    document: Callable[[], dict[str, Any]]


def write_report(path: Path, report: Report) -> None:
    """Write the report; the suffix says as what.

    Raises:
        InvalidInput: ``cli.out``, for another suffix.
    """
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        raise InvalidInput(_NO_SUCH_FORM)
    path.write_bytes(write(report))


def _json(report: Report) -> bytes:
    return json.dumps(report.document(), ensure_ascii=False, indent=1).encode()


def _lines(report: Report) -> Iterator[Sequence[str]]:
    place = _LANGS.index(report.lang)
    yield [name for name, _ in head(report.lang)]
    yield from (row[place] for row in report.rows)


def _html(report: Report) -> bytes:
    """One page that needs nothing else: no script, no picture, no other file."""
    return "\n".join(_page(report)).encode()


def _page(report: Report) -> Iterator[str]:
    title = f"{_TITLE.zh} | {_TITLE.en}"
    yield '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>"
    on = _ON.filled(on=report.on.isoformat())
    yield f"<p>{on.zh}<br>{on.en}</p>\n<table>\n<thead>\n<tr>"
    names = ([name for name, _ in head(lang)] for lang in _LANGS)
    yield from (_cell("th", zh, en) for zh, en in zip(*names, strict=True))
    yield "</tr>\n</thead>\n<tbody>"
    for row in report.rows:
        yield f"<tr>{''.join(_cell('td', zh, en) for zh, en in zip(*row, strict=True))}</tr>"
    yield "</tbody>\n</table>"
    for lang in _LANGS:
        paragraphs = "".join(f"<p>{escape(line.strip())}</p>" for line in report.summary[lang])
        yield f'<section lang="{lang}">{paragraphs}</section>'
    yield "</body>\n</html>\n"


def _cell(tag: str, zh: str, en: str) -> str:
    english = f'<span lang="en">{escape(en)}</span>' if en != zh else ""
    return f"<{tag}>{escape(zh)}{english}</{tag}>"


_WRITERS: dict[str, Callable[[Report], bytes]] = {
    ".json": _json,
    ".html": _html,
    ".csv": lambda report: csv_bytes(_lines(report)),
    ".xlsx": lambda report: xlsx_bytes(_lines(report)),
}
_NO_SUCH_FORM = Fault(
    code="cli.out",
    message=Label("不能写成这种文件", "no report can be written as such a file"),
    cure=Label("后缀须为 .html、.json、.xlsx 或 .csv", "the suffix must be .html, .json, .xlsx or .csv"),
    field="--out",
)
