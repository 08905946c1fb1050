"""The commands, each in a file of its own."""

from typing import Annotated

from jscredit.cli import console  # first: it says which extra is missing
from jscredit.cli.batch import batch
from jscredit.cli.check import check
from jscredit.cli.clauses import clauses
from jscredit.cli.convert import convert
from jscredit.cli.deadline import deadline
from jscredit.cli.repair import repair
from jscredit.cli.review import review
from jscredit.cli.schema import schema
from jscredit.cli.usage import Commands
from jscredit.version import __version__

app = console.typer.Typer(
    cls=Commands,
    help="公共信用信息规则 | rules of public credit information (苏政发〔2018〕23号)",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _version(asked: bool) -> None:
    if asked:
        console.write_text(f"jscredit {__version__}")
        raise console.typer.Exit


@app.callback()
def _all_commands(
    *,
    version: Annotated[
        bool, console.typer.Option("--version", callback=_version, is_eager=True, help="版本 | the version")
    ] = False,
) -> None:
    """公共信用信息规则 | rules of public credit information (苏政发〔2018〕23号)."""


for command in (check, review, repair, deadline, clauses, convert, schema, batch):
    app.command()(command)
