"""The report on collection and use as a sheet: one number to a row (M40)."""

from collections.abc import Iterator
from typing import Literal

from jscredit.errors import Label, Lang
from jscredit.interchange.workbook import csv_bytes, xlsx_bytes
from jscredit.statistics import GovernanceReport

_HEAD = (
    Label("部分", "part"),
    Label("单位", "body"),
    Label("分项", "of"),
    Label("指标", "what"),
    Label("数量", "count"),
)
_COVERAGE = Label("覆盖率", "coverage")
_SHORT = Label("2020年底后仍未达到100%", "below 100 % after the end of 2020")
_NAMES = {"covered": Label("已覆盖", "covered"), "to_cover": Label("应覆盖", "to cover")}


def report_sheet(report: GovernanceReport, *, form: Literal["csv", "xlsx"] = "xlsx", lang: Lang = "zh") -> bytes:
    """The report as the bytes of a sheet, headed by its title; what is not known is an empty cell.

    Raises:
        MissingExtra: ``xlsx`` without the extra ``sheets``.

    >>> from datetime import date
    >>> from jscredit.statistics import ReportPeriod, governance_report
    >>> year = ReportPeriod(first=date(2020, 1, 1), last=date(2020, 12, 31), on=date(2021, 1, 8))
    >>> report_sheet(governance_report(year), form="csv", lang="en").decode("utf-8-sig").splitlines()[1]
    'part,body,of,what,count'
    """
    rows = [[report.title.text(lang)], [head.text(lang) for head in _HEAD], *_rows(report, lang)]
    return csv_bytes(rows) if form == "csv" else xlsx_bytes(rows)


def _rows(report: GovernanceReport, lang: Lang) -> Iterator[list[str]]:
    for one in report.figures:
        yield [*(label.text(lang) for label in one[:4]), str(one.number)]
    for rate in report.coverage:
        for name, what in _NAMES.items():
            number = getattr(rate, name)
            told = "" if number is None else str(number)
            yield [_COVERAGE.text(lang), "", rate.target.label.text(lang), what.text(lang), told]
        if rate.falls_short:
            yield [_COVERAGE.text(lang), "", rate.target.label.text(lang), _SHORT.text(lang), ""]
