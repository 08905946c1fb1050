"""`jscredit convert`: a sheet written again, in another format or dialect, the rows with faults beside it."""

from pathlib import Path
from typing import Annotated

from jscredit.cli.console import (
    FINDINGS,
    JsonOption,
    LangOption,
    Language,
    regime_of,
    told,
    typer,
    write_json,
    write_text,
)
from jscredit.cli.reports import require_another
from jscredit.cli.sheet_options import DialectOption, read_with_progress
from jscredit.errors import Label
from jscredit.interchange import write_sheet

_COUNTS = Label("写出{rows_out}行，有误{rows_reported}行", "{rows_out} rows written, {rows_reported} with faults")
_LACKING = Label("{column}：有{rows}行待填", "{column}: to be filled in, rows: {rows}")


def convert(
    sheet: Annotated[str, typer.Argument(metavar="SHEET", help="表 .xls .xlsx .csv | a sheet")],
    out: Annotated[str, typer.Argument(metavar="OUT", help="写入 .xlsx 或 .csv | the file to write")],
    *,
    dialect: DialectOption = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="NAME", help="写成何种表式，默认不变 | the dialect to write")
    ] = None,
    lang: LangOption = Language.ZH,
    as_json: JsonOption = False,
) -> None:
    """转换表格 | write a sheet again, in another dialect or format; the rows with faults go into OUT_faults."""
    with told(lang.value):
        require_another(out, sheet)
        read = read_with_progress(sheet, dialect, regime_of(None))
        lacking = write_sheet(
            Path(out), read.rows, dialect=to or read.dialect, faults=read.faults, rejected=read.rejected
        )
        counts = {"rows_out": read.counts.rows_out, "rows_reported": read.counts.rows_reported}
        if as_json:
            blank = {count.name: count.rows for count in lacking}
            write_json({"dialect": to or read.dialect, **counts, "to_be_filled_in": blank})
        else:
            write_text(_COUNTS.filled(**counts).text(lang.value))
            for count in lacking:
                write_text(_LACKING.filled(column=count.name, rows=count.rows).text(lang.value))
            for fault in read.faults:
                write_text(fault.text(lang.value))
    if read.faults or lacking:
        raise typer.Exit(FINDINGS)
