"""`jscredit check`: a sheet, row by row: class, validity, use and publication on a day, repair, clauses."""

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Any, NamedTuple

from jscredit.cli.check_report import Checked, check_report
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
    regime_of,
    told,
    typer,
    walked,
    write_json,
    write_table,
    write_text,
)
from jscredit.cli.reports import require_another, require_form, write_report
from jscredit.cli.shared_checks import Answers, SharedChecks
from jscredit.cli.sheet_documents import counts_document, faults_document, label_of, notices_document
from jscredit.cli.sheet_options import (
    DialectOption,
    OutOption,
    StandardOption,
    graded_by,
    read_with_progress,
    standard_of,
)
from jscredit.cli.two_processes import answers_of
from jscredit.errors import InvalidInput, Label, Lang
from jscredit.interchange import Sheet, SheetRow, SheetStatus
from jscredit.records import CreditRecord
from jscredit.review import RecordCheck, check_record
from jscredit.review.names import named

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
    record: CreditRecord
    answers: Answers


def check(
    sheet: Annotated[str, typer.Argument(metavar="SHEET", help="处罚信息表 .xls .xlsx .csv | a sheet of penalties")],
    on: DayOption,
    *,
    settings: SettingsOption = None,
    standard: StandardOption = None,
    row: Annotated[int | None, typer.Option("--row", help="只详述此行 | tell this row in full")] = None,
    dialect: DialectOption = None,
    out: OutOption = None,
    lang: LangOption = Language.ZH,
    as_json: JsonOption = False,
) -> None:
    """检查处罚信息表 | check a sheet: class, validity, use, publication and repair of each record, with the clauses."""
    with told(lang.value):
        require_form(out)
        require_another(out, sheet)
        day = day_of(on, "--on")
        regime = regime_of(settings)
        regime.require_in_force(day)
        table = standard_of(standard)
        read = read_with_progress(sheet, dialect, regime)
        if row is not None:
            read = dataclasses.replace(read, rows=tuple(each for each in read.rows if each.number == row))
            if not read.rows:
                raise InvalidInput(NO_SUCH_ROW)
        records = [graded_by(each.record, table, regime) for each in read.rows]
        wanted = _wanted(out, lang.value, as_json=as_json)
        answers = answers_of(records, SharedChecks(day, regime, **wanted))
        rows = [_Row(*each) for each in zip(read.rows, records, answers, strict=True)]
        if out is not None:
            write_report(out, check_report(_checked(read, rows, day, lang.value)))
        elif as_json:
            write_json(_document(read, rows))
        elif row is not None:
            _tell_row(rows[0], check_record(records[0], on=day, regime=regime), lang.value)
        else:
            _tell(read, rows, lang.value)
    if read.faults:
        raise typer.Exit(FINDINGS)


def _wanted(out: str | None, lang: Lang, *, as_json: bool) -> dict[str, Any]:
    """In which form the answers will be told."""
    if as_json or (out is not None and out.lower().endswith(".json")):
        return {"documents": True}
    return {"langs": (lang,) if out is None else ("zh", "en")}


def _document(read: Sheet, rows: list[_Row]) -> dict[str, Any]:
    return {
        "schema": "jscredit.sheet-check",
        "version": 1,
        "form": "public",
        "rows": [{"row": each.row.number, "status": each.row.status.value} | _answers(each) for each in walked(rows)],
        "faults": faults_document(read),
        "counts": counts_document(read) | {"lacking": _lacking(rows)},
        "notices": notices_document(read),
    }


def _checked(read: Sheet, rows: list[_Row], on: dt.date, lang: Lang) -> Checked:
    return Checked(
        on=on,
        lang=lang,
        rows=lambda: (
            (cells(each.row, each.answers.cells["zh"], "zh"), cells(each.row, each.answers.cells["en"], "en"))
            for each in walked(rows)
        ),
        summary=tuple(_summary(read, rows)),
        document=lambda: _document(read, rows),
    )


def _answers(each: _Row) -> dict[str, Any]:
    """The answers of a row; a revoked penalty is used, published and repaired no more."""
    answers = each.answers.document(each.record)
    if each.row.status is SheetStatus.REVOKED:
        answers |= {"restraint": None, "publication": None, "repair": None}
    return answers


def _lacking(rows: list[_Row]) -> dict[str, int]:
    """How many rows lack which fact or term that class, validity, use or publication asks for."""
    found = Counter(name for each in rows for name in each.answers.lacking)
    return dict(sorted(found.items()))


def _tell(read: Sheet, rows: list[_Row], lang: Lang) -> None:
    write_table(head(lang), [cells(each.row, each.answers.cells[lang], lang) for each in walked(rows)])
    write_text("")
    for line in _summary(read, rows):
        write_text(line.text(lang))


def _summary(read: Sheet, rows: list[_Row]) -> Iterator[Label]:
    yield LEGEND
    counts = read.counts
    yield _COUNTS.filled(rows_in=counts.rows_in, rows_out=counts.rows_out, rows_reported=counts.rows_reported)
    lacking = _lacking(rows).items()
    zh = "、".join(f"{named(name, 'zh')} {count}" for name, count in lacking)
    en = ", ".join(f"{named(name, 'en')} {count}" for name, count in lacking)
    yield Label(_LACKING.zh.format(facts=zh or _NOTHING.zh), _LACKING.en.format(facts=en or _NOTHING.en))
    for text, count in Counter(one.label for each in rows for one in each.answers.settings).items():
        yield _counted(_SETTING, text, count)
    for text, count in Counter(label_of(notice) for each in rows for notice in each.answers.notices).items():
        yield _counted(_NOTICE, text, count)
    yield from (label_of(notice) for notice in read.notices)
    yield from (label_of(fault) for fault in read.faults)


def _counted(label: Label, text: Label, count: int) -> Label:
    return Label(label.zh.format(count=count, text=text.zh), label.en.format(count=count, text=text.en))


def _tell_row(each: _Row, check: RecordCheck, lang: Lang) -> None:
    if each.row.status is not SheetStatus.NORMAL:
        write_text(_STATUS.filled(status=each.row.status.label.text(lang)).text(lang))
    write_text(check.explain(lang))
