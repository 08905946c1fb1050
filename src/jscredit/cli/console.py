"""What every command shares: the language, JSON or text, exit codes, errors told without a trace."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from jscredit.errors import JscreditError, Label, Lang, MissingExtra, safe
from jscredit.rules import JIANGSU_2018, Regime

try:
    import typer
    from rich.console import Console
    from rich.progress import track
    from rich.table import Table
except ImportError as error:  # the extra is not installed
    raise MissingExtra.of("cli", "typer") from error

__all__ = ["typer"]

T = TypeVar("T")
FINDINGS, BAD_INPUT = 1, 2


class Language(StrEnum):
    """The language of a command's output."""

    ZH = "zh"
    EN = "en"


LangOption = Annotated[Language, typer.Option("--lang", help="输出语言 | language of the output")]
JsonOption = Annotated[bool, typer.Option("--json", help="输出 JSON | write JSON")]
DayOption = Annotated[str, typer.Option("--on", metavar="YYYY-MM-DD", help="所问之日 | the day asked about")]
SettingsOption = Annotated[
    str | None, typer.Option("--settings", metavar="FILE", help="机关设定文件 (JSON) | the agency's settings")
]

_NOT_A_DAY = Label("日期应写作 YYYY-MM-DD", "write a date as YYYY-MM-DD")
_UNREADABLE = Label("无法读取文件", "the file cannot be read")


def day_of(text: str) -> dt.date:
    """The day that an option gives."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(str(_NOT_A_DAY)) from None


def regime_of(settings: str | None) -> Regime:
    """The 2018 text, with an agency's settings where a file is given."""
    if settings is None:
        return JIANGSU_2018
    from jscredit.names import load_settings

    return JIANGSU_2018.with_settings(*load_settings(settings))


def read_text(path: str) -> str:
    """A UTF-8 file as text."""
    with open(path, encoding="utf-8-sig") as file:  # noqa: PTH123 - the path is the user's own
        return file.read()


@contextmanager
def told(lang: Lang) -> Iterator[None]:
    """Tell the library's errors, and an unreadable file, in the language asked for, and exit with 2."""
    from pydantic import ValidationError

    try:
        yield
    except ValidationError as error:
        _leave(safe(error).text(lang))
    except JscreditError as error:
        _leave(error.text(lang))
    except (OSError, UnicodeDecodeError) as error:
        _leave(f"{_UNREADABLE.text(lang)} ({type(error).__name__})")


def _leave(text: str) -> None:
    Console(stderr=True, highlight=False, markup=False, soft_wrap=True).print(text)
    raise typer.Exit(BAD_INPUT)


def walked(rows: Sequence[T]) -> Iterable[T]:
    """The rows one by one, with progress on standard error where it is a terminal."""
    console = Console(stderr=True)
    return track(rows, console=console, disable=not console.is_terminal, transient=True)


def write_json(document: Any) -> None:
    """A document as JSON on standard output."""
    typer.echo(json.dumps(document, ensure_ascii=False, indent=1))


def write_text(text: str) -> None:
    """Plain text on standard output, as it is."""
    typer.echo(text)


def write_table(title: str, head: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """A table on standard output, as wide as the terminal."""
    table = Table(title=title, title_justify="left", show_lines=False)
    for name in head:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*row)
    Console(highlight=False, markup=False).print(table)
