"""A page for a browser and a printer: one file in both languages, without a script, a picture or another file."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import NamedTuple

from jscredit.errors import Label, Lang

_LANGUAGES: tuple[tuple[str, str], ...] = (("zh", "中文"), ("en", "English"), ("both", "中文 + English"))
_STYLE = """
:root { color-scheme: light }
* { box-sizing: border-box }
body { font: 15px/1.55 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #1a1a1a;
  background: #fff; max-width: 72rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: anywhere }
h1 { font-size: 1.45rem; margin: .2rem 0 1rem }
h2 { font-size: 1.1rem; margin: 1.6rem 0 .5rem; border-bottom: 2px solid #1f3a5f; padding-bottom: .2rem }
h2 [lang=en] { display: inline-block }
h2 [lang=en]::first-letter { text-transform: uppercase }
.wide td:nth-child(2) { min-width: 13rem }
.rows:not(.wide) td:nth-child(3), .rows:not(.wide) td:nth-child(5) { min-width: 7.3rem }
.lang { color: #444; font-size: .9rem }
.lang + label { margin-right: 1rem; font-size: .9rem }
#lang-zh:checked ~ main [lang=en], #lang-en:checked ~ main [lang=zh] { display: none }
#lang-both:checked ~ main [lang=en] { display: block; color: #444; font-size: .9em }
table { border-collapse: collapse; width: 100%; margin: .4rem 0 }
th, td { border: 1px solid #b5b5b5; padding: .35rem .55rem; text-align: left; vertical-align: top;
  white-space: pre-line }
thead th { background: #eef1f5 }
tbody th { background: #f7f8fa; width: 13rem; font-weight: 600 }
thead { display: table-header-group }
tr { break-inside: avoid }
.outcome { border-left: .6rem solid #666; background: #f4f4f4; padding: .7rem 1rem; font-size: 1.2rem;
  font-weight: 700; margin: 1rem 0 }
.restricted { border-color: #9b1c1c; background: #fdeeee }
.caution { border-color: #b45309; background: #fff6e6 }
.monitored { border-color: #1d4e89; background: #ecf3fb }
.favoured { border-color: #1b6e3c; background: #ecf8f0 }
.undetermined { border-color: #5b4b8a; border-left-style: dashed; background: #f4f1fb }
.note { margin: .3rem 0 }
@media screen and (max-width: 45rem) {
  body { padding: .8rem }
  .rows, .rows tbody, .rows tr, .rows td { display: block; width: auto }
  .rows thead, .rows td:empty { display: none }
  .rows tr { border: 1px solid #b5b5b5; margin-bottom: .6rem }
  .rows td { border: 0; border-bottom: 1px solid #e3e3e3 }
  tbody th { width: 7rem }
}
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt }
  .lang, .lang + label { display: none }
  .outcome { print-color-adjust: exact; -webkit-print-color-adjust: exact }
  @page { size: A4; margin: 14mm }
  .wide { page: wide; font-size: 8.5pt }
  @page wide { size: A4 landscape; margin: 12mm }
}
"""


class Table(NamedTuple):
    """A table: the headings, and the cells of each row; ``wide`` ones are printed across the page."""

    head: Sequence[Label]
    rows: Iterable[Sequence[Label]]
    wide: bool = False


Part = Table | str
"""A part of a page: a table, or markup that is written as it is."""


def page(title: Label, parts: Sequence[Part], lang: Lang) -> Iterator[str]:
    """The lines of a page, in one language first; the reader can switch to the other, or to both."""
    heads = list(dict.fromkeys(tuple(part.head) for part in parts if isinstance(part, Table)))
    yield '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(str(title))}</title>\n<style>{_STYLE}{''.join(_stacked(heads))}</style>\n</head>\n<body>"
    for name, shown in _LANGUAGES:
        checked = " checked" if name == lang else ""
        yield f'<input class="lang" type="radio" name="lang" id="lang-{name}"{checked}>'
        yield f'<label for="lang-{name}">{shown}</label>'
    yield f"<main>\n<h1>{both(title)}</h1>"
    for part in parts:
        yield from [part] if isinstance(part, str) else _table(part, heads.index(tuple(part.head)))
    yield "</main>\n</body>\n</html>\n"


def both(label: Label) -> str:
    """A text in both languages, of which a page shows those that its reader wants."""
    if label.zh == label.en:
        return escape(label.zh)
    return f'<span lang="zh">{escape(label.zh)}</span> <span lang="en">{escape(label.en)}</span>'


def heading(label: Label) -> str:
    """The heading of a part."""
    return f"<h2>{both(label)}</h2>"


def note(label: Label) -> str:
    """A paragraph."""
    return f'<p class="note">{both(label)}</p>'


def bullets(labels: Iterable[Label]) -> str:
    """A list."""
    return f"<ul>{''.join(f'<li>{both(each)}</li>' for each in labels)}</ul>"


def pairs(rows: Iterable[tuple[Label, Label]]) -> str:
    """A table of two columns, each row with its own heading."""
    cells = (f'<tr><th scope="row">{both(head)}</th><td>{both(text)}</td></tr>' for head, text in rows)
    return f"<table><tbody>\n{chr(10).join(cells)}\n</tbody></table>"


def _table(table: Table, number: int) -> Iterator[str]:
    names = "".join(f'<th scope="col">{both(name)}</th>' for name in table.head)
    wide = " wide" if table.wide else ""
    yield f'<table class="rows t{number}{wide}">\n<thead><tr>{names}</tr></thead>\n<tbody>'
    for row in table.rows:
        yield f"<tr>{''.join(f'<td>{both(cell)}</td>' for cell in row)}</tr>"
    yield "</tbody>\n</table>"


def _stacked(heads: Sequence[Sequence[Label]]) -> Iterator[str]:
    """On a narrow screen the cells of a row stand below each other, each under the heading of its column."""
    yield "@media screen and (max-width: 45rem) {\n"
    for number, head in enumerate(heads):
        for at, label in enumerate(head, start=1):
            for lang, text in (("zh", label.zh), ("en", label.en), ("both", f"{label.zh} {label.en}")):
                place = f"#lang-{lang}:checked ~ main .t{number} td:nth-child({at})::before"
                yield f'{place} {{ content: "{text}"; display: block; color: #555; font-size: .85em }}\n'
    yield "}\n"
