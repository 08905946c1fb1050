"""The commands, each in a file of its own."""

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

app = console.typer.Typer(
    cls=Commands,
    help="公共信用信息规则 | rules of public credit information (苏政发〔2018〕23号)",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (check, review, repair, deadline, clauses, convert, schema, batch):
    app.command()(command)
