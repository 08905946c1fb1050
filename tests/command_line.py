"""The command line as tests run it."""

import json
from typing import NamedTuple

from typer.testing import CliRunner

from jscredit.cli.app import app


class Ran(NamedTuple):
    """What a command did: its exit code, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def document(self):
        """What it wrote, as JSON."""
        return json.loads(self.out)


def run(*arguments, columns=80) -> Ran:
    """Run a command in a terminal of some width; an error that it does not tell is raised."""
    done = CliRunner(env={"COLUMNS": str(columns)}).invoke(app, [str(each) for each in arguments])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Ran(done.exit_code, done.stdout, done.stderr)
