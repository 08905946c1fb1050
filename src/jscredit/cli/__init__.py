"""The command line: `jscredit check`, `review`, `repair`, … Exit codes: 0 ok, 1 findings, 2 bad input."""

import sys

from jscredit.errors import MissingExtra

__all__ = ["main"]


def main() -> None:
    """Run the command line; where its libraries are not installed, say which extra brings them, and exit with 2."""
    try:
        from jscredit.cli.app import app
    except MissingExtra as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(2)
    app()
