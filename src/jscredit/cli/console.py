"""What every command shares: the language, JSON or text, exit codes, errors told without a trace."""

import dataclasses
import datetime as dt
import gc
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from jscredit.errors import Fault, InvalidInput, JscreditError, Label, Lang, MissingExtra, safe
from jscredit.rules import JIANGSU_2018, Regime

try:
    import typer
    from rich.box import SIMPLE_HEAD
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

_ISO_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def day_of(text: str, field: str) -> dt.date:
    """The day that an option or an argument gives."""
    try:
        return dt.date.fromisoformat(text if _ISO_DAY.fullmatch(text) else "")
    except ValueError:
        raise InvalidInput(dataclasses.replace(_NOT_A_DAY, field=field)) from None


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
def uncollected() -> Iterator[None]:
    """Without the collector of garbage: the rows of a sheet are many and no garbage, and it would walk over them again.

    What it collects are cycles, and the work of a command makes next to none.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def told(lang: Lang) -> Iterator[None]:
    """Tell the library's errors, and an unreadable file, in the language asked for, and exit with 2."""
    from pydantic import ValidationError

    try:
        with uncollected():
            yield
    except ValidationError as error:
        _leave(safe(error).text(lang))
    except JscreditError as error:
        _leave(error.text(lang))
    except BrokenPipeError:  # whoever read the output has enough
        raise
    except (OSError, UnicodeDecodeError):
        _leave(_UNREADABLE.text(lang))


def _leave(text: str) -> None:
    typer.echo(text, err=True)
    raise typer.Exit(BAD_INPUT)


_NOT_A_DAY = Fault(
    code="cli.day",
    message=Label("不是日期", "this is no day"),
    cure=Label("请写作 YYYY-MM-DD", "write it as YYYY-MM-DD"),
)
_UNREADABLE = Fault(
    code="cli.file",
    message=Label("文件不存在，或者无法读写", "the file is not there, or cannot be read or written"),
    cure=Label("请核对路径；文本文件须为 UTF-8", "check the path; a text file must be UTF-8"),
)
NO_SUCH_ROW = Fault(
    code="cli.row",
    message=Label("该行没有可检查的记录", "there is no good record in this row"),
    cure=Label("请给出表内数据行的行号，如电子表格所示", "give the number of a row as a spreadsheet shows it"),
    field="--row",
)


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


def write_table(head: tuple[tuple[str, int | None], ...], rows: Iterable[tuple[str, ...]]) -> None:
    """A table on standard output, as wide as the terminal; columns keep the widths in its head."""
    table = Table(box=SIMPLE_HEAD, padding=0, show_edge=False)
    for name, width in head:
        table.add_column(name, overflow="fold", width=width)
    for row in rows:
        table.add_row(*row)
    Console(highlight=False, markup=False, emoji=False).print(table)
