"""`jscredit review`: what a sheet says of one subject, or of each, before a decision on a day (M25)."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from typing import Annotated, NamedTuple

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
from jscredit.cli.reports import require_another, require_form, write_report
from jscredit.cli.review_report import Answer, Reviewed, cells, document, head, notes, report_of, summary
from jscredit.cli.sheet_options import (
    DialectOption,
    OutOption,
    StandardOption,
    graded_by,
    read_with_progress,
    standard_of,
)
from jscredit.cli.subjects import files_of
from jscredit.errors import Fault, InvalidInput, Label, Lang
from jscredit.interchange import Sheet, files_from
from jscredit.records import CreditFile, Supplied
from jscredit.review import Matter, credit_review
from jscredit.rules import Regime
from jscredit.validity import SeverityStandard


def review(
    sheet: Annotated[str, typer.Argument(metavar="SHEET", help="处罚或许可信息表 .xls .xlsx .csv | a sheet")],
    on: DayOption,
    matter: Annotated[
        str, typer.Option("--matter", metavar="M", help="审查事项，如 administrative-licensing | for what")
    ],
    *,
    subject: Annotated[
        str | None, typer.Option("--subject", metavar="CODE", help="主体的代码或证件号码 | the subject's number")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="表内所有主体 | every subject of the sheet")] = False,
    complete_since: Annotated[
        str | None,
        typer.Option(
            "--complete-since",
            metavar="YYYY-MM-DD",
            help="有人担保自此日起无遗漏 | somebody vouches that nothing is left out since",
        ),
    ] = None,
    settings: SettingsOption = None,
    standard: StandardOption = None,
    dialect: DialectOption = None,
    out: OutOption = None,
    lang: LangOption = Language.ZH,
    as_json: JsonOption = False,
) -> None:
    """信用审查 | a subject's credit by a sheet: the outcome, what counts, what not, and why."""
    with told(lang.value):
        require_form(out)
        require_another(out, sheet)
        if (subject is None) is not every:
            raise InvalidInput(_ONE_OR_ALL)
        asked = _Asked(
            matter_of(matter),
            day_of(on, "--on"),
            None if complete_since is None else day_of(complete_since, "--complete-since"),
            regime_of(settings),
            standard_of(standard),
        )
        asked.regime.require_in_force(asked.on)
        answer = _answered(read_with_progress(sheet, dialect, asked.regime), subject, asked)
        if out is not None:
            write_report(out, report_of(answer, lang.value))
        elif as_json:
            write_json(document(answer))
        else:
            _tell(answer, lang.value)
    if answer.read.faults or not answer.reviews:
        raise typer.Exit(FINDINGS)


class _Asked(NamedTuple):
    matter: Matter
    on: dt.date
    complete_since: dt.date | None
    regime: Regime
    standard: SeverityStandard | None


def matter_of(text: str) -> Matter:
    """The matter of a name as it is typed: its code with hyphens or underlines, or its Chinese name."""
    found = next((each for each in Matter if text in {each.value, each.value.replace("_", "-"), each.label.zh}), None)
    if found is None:
        raise InvalidInput(_NO_MATTER)
    return found


def _answered(read: Sheet, subject: str | None, asked: _Asked) -> Answer:
    rows = [dataclasses.replace(row, record=graded_by(row.record, asked.standard, asked.regime)) for row in read.rows]
    files = files_from(rows, known_on=asked.on, complete_since=asked.complete_since)
    numbers = {row.record.id: row.number for row in rows}
    rows_of = [tuple(sorted(numbers[id_] for id_ in _ids(file))) for file in files.files]
    places = range(len(files.files)) if subject is None else files_of(subject, files.files)
    reviews = [
        Reviewed(credit_review(files.files[at], matter=asked.matter, on=asked.on, regime=asked.regime), at, rows_of[at])
        for at in places
    ]
    return Answer(read, files, rows_of, reviews, asked.matter, asked.on, subject is None)


def _ids(file: CreditFile) -> Iterator[str]:
    return (change.record.id for change in file.changes if isinstance(change, Supplied))


def _tell(answer: Answer, lang: Lang) -> None:
    if answer.every:
        write_table(head(lang), [tuple(cell.text(lang) for cell in cells(each)) for each in walked(answer.reviews)])
        write_text("")
    for each in () if answer.every else answer.reviews:
        write_text(each.review.explain(lang))
        write_text("")
    for told_too in summary(answer) if answer.every else notes(answer):
        write_text(told_too.text(lang))


_ONE_OR_ALL = Fault(
    code="cli.one-or-all",
    message=Label("须指明一个主体，或者全部主体", "one subject has to be named, or all of them"),
    cure=Label("请给出 --subject CODE 或者 --all 之一", "give either --subject CODE or --all"),
    field="--subject",
)
_NO_MATTER = Fault(
    code="cli.matter",
    message=Label("没有这种审查事项", "there is no such matter"),
    cure=Label(
        "可用：" + "、".join(f"{each.value.replace('_', '-')}（{each.label.zh}）" for each in Matter),
        "one of: " + ", ".join(each.value.replace("_", "-") for each in Matter),
    ),
    field="--matter",
)
