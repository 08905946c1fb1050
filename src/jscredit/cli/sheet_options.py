"""What every command that reads a sheet shares: its options, and progress on standard error."""

from typing import Annotated

from rich.console import Console
from rich.progress import Progress

from jscredit.cli.console import read_text, typer
from jscredit.interchange import Sheet, read_sheet
from jscredit.records import CreditRecord
from jscredit.rules import Regime
from jscredit.validity import SeverityStandard, graded, standard_from_json

DialectOption = Annotated[
    str | None,
    typer.Option(
        "--dialect", metavar="NAME", help="表式，默认依表头判断 | the kind of sheet, else told by its headers"
    ),
]
StandardOption = Annotated[
    str | None, typer.Option("--standard", metavar="FILE", help="失信程度等级标准 (JSON) | a severity standard")
]
OutOption = Annotated[
    str | None, typer.Option("--out", metavar="FILE", help="写入 .html .json .xlsx .csv | write into a file")
]


def read_with_progress(path: str, dialect: str | None, regime: Regime) -> Sheet:
    """A sheet, with progress on standard error where it is a terminal."""
    console = Console(stderr=True)
    with Progress(console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task("", total=None)
        return read_sheet(
            path,
            dialect=dialect,
            regime=regime,
            progress=lambda done, rows: bar.update(task, completed=done, total=rows),
        )


def standard_of(path: str | None) -> SeverityStandard | None:
    """The severity standard in a file, where one is given."""
    return None if path is None else standard_from_json(read_text(path))


def graded_by(record: CreditRecord, table: SeverityStandard | None, regime: Regime) -> CreditRecord:
    """The record, graded by an agency's standard where one is given and the row states no severity."""
    return record if table is None else graded(record, table, regime=regime)
