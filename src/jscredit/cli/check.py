"""`jscredit check`: a sheet, row by row: class, validity, use and publication on a day, repair, clauses."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, NamedTuple

from jscredit.cli.check_report import Report, write_report
from jscredit.cli.check_table import LEGEND, cells, head
from jscredit.cli.console import (
    FINDINGS,
    NO_SUCH_ROW,
    DayOption,
    JsonOption,
    LangOption,
    Language,
    SettingsOption,
    day_of,
    read_text,
    regime_of,
    told,
    typer,
    walked,
    write_json,
    write_table,
    write_text,
)
from jscredit.cli.shared_checks import Answers, SharedChecks
from jscredit.cli.sheet_options import DialectOption, read_with_progress
from jscredit.errors import InvalidInput, Label, Lang
from jscredit.interchange import Sheet, SheetRow, SheetStatus
from jscredit.records import CreditRecord
from jscredit.review.names import named
from jscredit.rules import Notice, Regime
from jscredit.validity import SeverityStandard, graded, standard_from_json

_COUNTS = Label(
    "共{rows_in}行：已检查{rows_out}行，有误{rows_reported}行",
    "{rows_in} rows: {rows_out} checked, {rows_reported} with faults",
)
_LACKING = Label("缺少下列事实或设定的行数：{facts}", "rows that lack a fact or a setting: {facts}")
_NOTHING = Label("无", "none")
_NOTICE = Label("提示（{count}行）：{text}", "notice ({count} rows): {text}")
_SETTING = Label("采用的设定（{count}行）：{text}", "setting applied ({count} rows): {text}")
_STATUS = Label("当前状态：{status}", "current status: {status}")


class _Row(NamedTuple):
    row: SheetRow
    answers: Answers


def check(
    sheet: Annotated[str, typer.Argument(metavar="SHEET", help="处罚信息表 .xls .xlsx .csv | a sheet of penalties")],
    on: DayOption,
    *,
    settings: SettingsOption = None,
    standard: Annotated[
        str | None, typer.Option("--standard", metavar="FILE", help="失信程度等级标准 (JSON) | a severity standard")
    ] = None,
    row: Annotated[int | None, typer.Option("--row", help="只详述此行 | tell this row in full")] = None,
    dialect: DialectOption = None,
    out: Annotated[
        str | None, typer.Option("--out", metavar="FILE", help="写入 .html .json .xlsx .csv | write into a file")
    ] = None,
    lang: LangOption = Language.ZH,
    as_json: JsonOption = False,
) -> None:
    """检查处罚信息表 | check a sheet: class, validity, use, publication and repair of each record, with the clauses."""
    with told(lang.value):
        day = day_of(on, "--on")
        regime = regime_of(settings)
        regime.require_in_force(day)
        table = standard_from_json(read_text(standard)) if standard else None
        read = read_with_progress(sheet, dialect, regime)
        checks = SharedChecks(day, regime)
        rows = [
            _Row(each, checks.of(_graded(each, table, regime)))
            for each in walked(read.rows)
            if row in {None, each.number}
        ]
        if row is not None and not rows:
            raise InvalidInput(NO_SUCH_ROW)
        if out is not None:
            write_report(Path(out), _report(read, rows, day, lang.value))
        elif as_json:
            write_json(_document(read, rows))
        elif row is not None:
            _tell_row(rows[0], lang.value)
        else:
            _tell(read, rows, lang.value)
    if read.faults:
        raise typer.Exit(FINDINGS)


def _graded(row: SheetRow, table: SeverityStandard | None, regime: Regime) -> CreditRecord:
    """The record, graded by an agency's standard where one is given and the row states no severity."""
    return row.record if table is None else graded(row.record, table, regime=regime)


def _document(read: Sheet, rows: list[_Row]) -> dict[str, Any]:
    counts = read.counts
    return {
        "schema": "jscredit.sheet-check",
        "version": 1,
        "form": "public",
        "rows": [{"row": each.row.number, "status": each.row.status.value} | _answers(each) for each in walked(rows)],
        "faults": [
            {
                "row": fault.row,
                "column": fault.column,
                "code": fault.code,
                "zh": fault.text("zh"),
                "en": fault.text("en"),
            }
            for fault in read.faults
        ],
        "counts": {
            "rows_in": counts.rows_in,
            "rows_out": counts.rows_out,
            "rows_reported": counts.rows_reported,
            "lacking": _lacking(rows),
        },
        "notices": [_notice(notice) for notice in read.notices],
    }


def _report(read: Sheet, rows: list[_Row], on: dt.date, lang: Lang) -> Report:
    return Report(
        on=on,
        lang=lang,
        rows=[
            (cells(each.row, each.answers.cells("zh"), "zh"), cells(each.row, each.answers.cells("en"), "en"))
            for each in rows
        ],
        summary={one: tuple(_summary(read, rows, one)) for one in ("zh", "en")},
        document=lambda: _document(read, rows),
    )


def _notice(notice: Notice) -> dict[str, str]:
    return {"code": notice.code, "zh": notice.label.zh, "en": notice.label.en}


def _answers(each: _Row) -> dict[str, Any]:
    """The answers of a row; a revoked penalty is used, published and repaired no more."""
    answers = each.answers.document(each.row.record)
    if each.row.status is SheetStatus.REVOKED:
        answers |= {"restraint": None, "publication": None, "repair": None}
    return answers


def _lacking(rows: list[_Row]) -> dict[str, int]:
    """How many rows lack which fact or term that class, validity, use or publication asks for."""
    found = Counter(name for each in rows for name in each.answers.lacking)
    return dict(sorted(found.items()))


def _tell(read: Sheet, rows: list[_Row], lang: Lang) -> None:
    write_table(head(lang), [cells(each.row, each.answers.cells(lang), lang) for each in walked(rows)])
    for line in _summary(read, rows, lang):
        write_text(line)


def _summary(read: Sheet, rows: list[_Row], lang: Lang) -> Iterator[str]:
    yield "\n" + LEGEND.text(lang)
    counts = read.counts
    data = {"rows_in": counts.rows_in, "rows_out": counts.rows_out, "rows_reported": counts.rows_reported}
    yield _COUNTS.filled(**data).text(lang)
    comma = "、" if lang == "zh" else ", "
    lacking = comma.join(f"{named(name, lang)} {count}" for name, count in _lacking(rows).items())
    yield _LACKING.filled(facts=lacking or _NOTHING.text(lang)).text(lang)
    for text, count in Counter(one.label.text(lang) for each in rows for one in each.answers.settings).items():
        yield _SETTING.filled(count=count, text=text).text(lang)
    for text, count in Counter(notice.text(lang) for each in rows for notice in each.answers.notices).items():
        yield _NOTICE.filled(count=count, text=text).text(lang)
    yield from (notice.text(lang) for notice in read.notices)
    yield from (fault.text(lang) for fault in read.faults)


def _tell_row(each: _Row, lang: Lang) -> None:
    if each.row.status is not SheetStatus.NORMAL:
        write_text(_STATUS.filled(status=each.row.status.label.text(lang)).text(lang))
    write_text(each.answers.check.explain(lang))
