"""A wrong command line, told in both languages and without what was typed: it may be a personal number."""

import sys
from typing import Any

import typer
from typer.core import TyperGroup

from jscredit.errors import Fault, InvalidInput, Label

# The base of all faults of a command line; typer gives it no public name.
_UsageError: Any = typer.BadParameter.__base__

_MESSAGE = Label("参数缺失或不合规定", "a parameter is missing, not known, or not of its form")
_CURE = Label("用法见：{command} --help", "see: {command} --help")


class Commands(TyperGroup):
    """The commands; what typer would say about a wrong command line, with the value in it, is said by us instead."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run a command and leave with its exit code."""
        try:
            code = super().main(*args, **kwargs | {"standalone_mode": False})
        except _UsageError as error:
            if type(error).__name__ == "NoArgsIsHelpError":
                error.show()
            else:
                sys.stderr.write(f"{InvalidInput(_fault_of(error))}\n")
            code = error.exit_code
        sys.exit(code)


def _fault_of(error: Any) -> Fault:
    parameter = getattr(error, "param", None)
    command = error.ctx.command_path if error.ctx else "jscredit"
    return Fault(
        code="cli.usage",
        message=_MESSAGE,
        cure=_CURE.filled(command=command),
        field=parameter.opts[0] if parameter else None,
    )
