"""The report as one self-contained page."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from jscredit.errors import Label, Lang
from jscredit.review.html import Part, Table, heading, note, page
from jscredit.statistics.counts import Figure
from jscredit.statistics.coverage import CoverageRate

_HEAD = (Label("单位", "body"), Label("分项", "of"), Label("指标", "what"), Label("数量", "count"))
_COVERAGE = Label("覆盖率", "coverage rates")
_NOTHING = Label("本期没有可统计的事项", "nothing was counted in this period")


def report_page(title: Label, figures: Sequence[Figure], rates: Sequence[CoverageRate], lang: Lang) -> str:
    """The page, in one language first; the reader can switch."""
    parts: list[Part] = []
    for section, own in groupby(figures, key=lambda one: one.section):
        parts += [heading(section), Table(_HEAD, _rows(own))]
    if rates:
        parts += [heading(_COVERAGE), *(note(rate.line) for rate in rates)]
    return "".join(page(title, parts or [note(_NOTHING)], lang))


def _rows(figures: Iterable[Figure]) -> list[Sequence[Label]]:
    return [(one.body, one.of, one.what, Label(str(one.number), str(one.number))) for one in figures]
