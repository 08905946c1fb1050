"""What every command that reads a sheet shares: the dialect, and progress on standard error."""

from typing import Annotated

from rich.console import Console
from rich.progress import Progress

from jscredit.cli.console import typer
from jscredit.interchange import Sheet, read_sheet
from jscredit.rules import Regime

DialectOption = Annotated[
    str | None,
    typer.Option(
        "--dialect", metavar="NAME", help="表式，默认依表头判断 | the kind of sheet, else told by its headers"
    ),
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
