"""The report of `jscredit check` as a file."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from jscredit.cli.check_table import head
from jscredit.cli.reports import Report
from jscredit.errors import Label, Lang
from jscredit.review.html import Part, Table, note, page

_LANGS: tuple[Lang, Lang] = ("zh", "en")
_TITLE = Label("公共信用信息核查", "Check of public credit information")
_ON = Label("所问之日：{on}", "day asked about: {on}")


class Checked(NamedTuple):
    """What the report tells: cells of each row in both languages, the lines below the table, the document."""

    on: dt.date
    lang: Lang
    rows: Callable[[], Iterable[tuple[tuple[str, ...], tuple[str, ...]]]]
    summary: Sequence[Label]
    document: Callable[[], dict[str, Any]]


def check_report(checked: Checked) -> Report:
    """The report in each form."""
    return Report(page=lambda: "\n".join(_page(checked)), lines=lambda: _lines(checked), document=checked.document)


def _lines(checked: Checked) -> Iterator[Sequence[str]]:
    place = _LANGS.index(checked.lang)
    yield [name for name, _ in head(checked.lang)]
    yield from (row[place] for row in checked.rows())


def _page(checked: Checked) -> Iterator[str]:
    names = ([name for name, _ in head(lang)] for lang in _LANGS)
    table = Table(
        head=[Label(zh, en) for zh, en in zip(*names, strict=True)],
        rows=([Label(zh, en) for zh, en in zip(*row, strict=True)] for row in checked.rows()),
        wide=True,
    )
    parts: list[Part] = [note(_ON.filled(on=checked.on.isoformat())), table, *map(note, checked.summary)]
    return page(_TITLE, parts, checked.lang)
