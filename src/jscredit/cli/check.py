"""`jscredit check`: a penalty sheet, row by row: class, validity, use and publication on a day, repair, clauses."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from jscredit.cli.console import (
    FINDINGS,
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
from jscredit.errors import Label, Lang
from jscredit.interchange import Sheet, SheetFault, SheetRow, SheetStatus, read_sheet
from jscredit.records import CreditRecord, mask_numbers_in
from jscredit.review import RecordCheck, check_document, check_record
from jscredit.review.present import answer_text, class_text, clause_ids, heading, validity_text
from jscredit.rules import Regime
from jscredit.validity import graded, standard_from_file

_ROW = Label("行", "row")
_COUNTS = Label(
    "共{rows_in}行：已检查{rows_out}行，有误{rows_reported}行（列于下方）",
    "{rows_in} rows: {rows_out} checked, {rows_reported} with faults (listed below)",
)
_LACKING = Label("缺少事实的行数：{facts}", "rows that lack a fact: {facts}")
_NO_SUCH_ROW = Label("该行没有可检查的记录", "there is no checked record in this row")


def check(
    sheet: Annotated[str, typer.Argument(metavar="SHEET", help="处罚信息表 .xls .xlsx .csv | a sheet of penalties")],
    on: DayOption,
    *,
    settings: SettingsOption = None,
    standard: Annotated[
        str | None, typer.Option("--standard", metavar="FILE", help="失信程度等级标准 (JSON) | a severity standard")
    ] = None,
    row: Annotated[int | None, typer.Option(help="只详述此行 | tell this row in full")] = None,
    lang: LangOption = Language.ZH,
    as_json: JsonOption = False,
) -> None:
    """检查处罚信息表 | check a sheet: class, validity, use, publication and repair of each record, with the clauses."""
    day = day_of(on)
    with told(lang.value):
        regime = regime_of(settings)
        regime.require_in_force(day)
        read = read_sheet(sheet, regime=regime)
        records = _graded(read.rows, standard, regime)
        rows = [(each, check_record(record, on=day, regime=regime)) for each, record in records]
        if as_json:
            write_json(_document(read, rows))
        elif row is not None:
            _tell_row(row, rows, lang.value)
        else:
            _tell(read, rows, lang.value)
    if read.faults:
        raise typer.Exit(FINDINGS)


Rows = list[tuple[SheetRow, RecordCheck]]


def _graded(rows: Iterable[SheetRow], standard: str | None, regime: Regime) -> Iterator[tuple[SheetRow, CreditRecord]]:
    """Each row with its record, graded by an agency's standard where one is given and the row states no severity."""
    if standard is None:
        yield from ((row, row.record) for row in rows)
        return
    table = standard_from_file(standard)
    for row in rows:
        yield row, graded(row.record, table, regime=regime)


def _document(read: Sheet, rows: Rows) -> dict[str, Any]:
    return {
        "schema": "jscredit.sheet-check",
        "version": 1,
        "form": "public",
        "rows": [{"row": row.number, "status": row.status.value} | _answers(row, check) for row, check in walked(rows)],
        "faults": [_fault(fault) for fault in read.faults],
        "counts": {
            "rows_in": read.counts.rows_in,
            "rows_out": read.counts.rows_out,
            "rows_reported": read.counts.rows_reported,
            "lacking": read.counts.lacking,
        },
        "notices": [{"code": notice.code, "zh": notice.label.zh, "en": notice.label.en} for notice in read.notices],
    }


def _fault(fault: SheetFault) -> dict[str, Any]:
    told_in = {"zh": fault.text("zh"), "en": fault.text("en")}
    return {"row": fault.row, "column": fault.column, "code": fault.code} | told_in


def _answers(row: SheetRow, check: RecordCheck) -> dict[str, Any]:
    """The answers of a row; a revoked penalty is used, published and repaired no more."""
    answers = check_document(check)
    if row.status is SheetStatus.REVOKED:
        answers |= {"restraint": None, "publication": None, "repair": None}
    return answers


def _tell(read: Sheet, rows: Rows, lang: Lang) -> None:
    parts = ("document", "class", "validity", "restraint", "publication", "repair", "clauses")
    head = (_ROW.text(lang), *(heading(part, lang) for part in parts))
    write_table("", head, [_cells(row, check, lang) for row, check in walked(rows)])
    write_text(_COUNTS.filled(**{name: getattr(read.counts, name) for name in _COUNTED}).text(lang))
    facts = ("、" if lang == "zh" else ", ").join(f"{name} {count}" for name, count in read.counts.lacking.items())
    write_text(_LACKING.filled(facts=facts or "0").text(lang))
    for notice in read.notices:
        write_text(notice.text(lang))
    for fault in read.faults:
        write_text(fault.text(lang))


_COUNTED = ("rows_in", "rows_out", "rows_reported")


def _cells(row: SheetRow, check: RecordCheck, lang: Lang) -> tuple[str, ...]:
    revoked = row.status is SheetStatus.REVOKED
    gone = (row.status.label.text(lang),) * 3
    used = (answer_text(check.restraint, lang), answer_text(check.publication, lang), check.outlook.label.text(lang))
    return (
        str(row.number),
        mask_numbers_in(check.record.document_number or check.record.id),
        class_text(check, lang),
        validity_text(check, lang),
        *(gone if revoked else used),
        " ".join(clause_ids(check.citations)),
    )


def _tell_row(number: int, rows: Rows, lang: Lang) -> None:
    found = next((check for row, check in rows if row.number == number), None)
    if found is None:
        raise typer.BadParameter(_NO_SUCH_ROW.text(lang))
    write_text(found.explain(lang))
