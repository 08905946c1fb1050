"""The cells of a catalogue's sheet: each value of the catalogue as the text of a cell, and back."""

import re
from collections.abc import Callable
from typing import Any, TypeVar, cast

from jscredit.catalog import UNLIMITED, ListedCode, RowSubject, period_label
from jscredit.catalog.written import Written, figure, trimmed, written_day
from jscredit.deadlines import Days, Months, Period, WorkingDays, Years
from jscredit.interchange.grid import Cell
from jscredit.law import Rank
from jscredit.records import Vocabulary

Some = TypeVar("Some")
Write = Callable[[Any], str]
Read = Callable[[Any], Any]
"""What a cell that is not blank says.

Raises:
    ValueError: it says nothing that could stand here; the error is never shown.
"""

_UNITS = {
    "日": Days,
    "天": Days,
    "个月": Months,
    "月": Months,
    "年": Years,
    "个工作日": WorkingDays,
    "工作日": WorkingDays,
}
_PERIOD = re.compile(r"([1-9][0-9]{0,5})(个工作日|工作日|个月|日|天|月|年)")
_CYCLES = {
    "周": Days(7),
    "日": Days(1),
    "月": Months(1),
    "季度": Months(3),
    "季": Months(3),
    "半年": Months(6),
    "年": Years(1),
}
_YES = {"是": True, "否": False}


def text_of(cell: Cell) -> str | None:
    """A cell as text; None where it is blank."""
    value = trimmed(cell) if isinstance(cell, str | int | float) or cell is None else cell
    return None if value is None else figure(cast("Written", value))  # what is unusable says so itself


def write_text(value: Any) -> str:
    """A text, a figure or a day as it is."""
    return str(value)


def read_text(cell: Any) -> str:
    """The text of a cell."""
    text = text_of(cell)
    if text is None:
        raise ValueError
    return text


def read_count(cell: Any) -> int:
    """A whole number that is not negative."""
    text = read_text(cell)
    if not re.fullmatch("[0-9]{1,9}", text):
        raise ValueError
    return int(text)


def read_day(cell: Any) -> Any:
    """A day."""
    day = written_day(trimmed(cell))
    if day is None:
        raise ValueError
    return day


def write_flag(value: bool) -> str:
    """是, or nothing for a no."""
    return "是" if value else ""


def read_flag(cell: Any) -> bool:
    """是 or 否."""
    return _YES[read_text(cell)]


def write_period(value: Period | str) -> str:
    """A period as it is said: 3年, 7个工作日, 长期."""
    return period_label(value).zh


def read_period(cell: Any) -> Any:
    """A period; 每月 and the like are cycles."""
    text = "".join(read_text(cell).split())
    if text == period_label(UNLIMITED).zh:
        return UNLIMITED
    found = _PERIOD.fullmatch(text)
    return _UNITS[found[2]](int(found[1])) if found else _CYCLES[text.removeprefix("每")]


def write_choice(value: Vocabulary | Rank) -> str:
    """The Chinese name of a code."""
    return value.label.zh


def read_choice(kind: type[Vocabulary] | type[Rank]) -> Read:
    """The member of a closed list, by its Chinese name or its code."""
    named: dict[str, Any] = {member.label.zh: member for member in kind}
    coded = {member.name.lower() if kind is Rank else str(member.value): member for member in kind}
    return lambda cell: (coded | named)[read_text(cell)]


def write_several(write: Write) -> Write:
    """Several values, one in each line."""
    return lambda values: "\n".join(escaped(write(value)) for value in values)


def read_several(read: Read) -> Read:
    """Several values, one in each line; of names of codes also with semicolons between them."""
    return lambda cell: tuple(read(unescaped(line)) for line in read_text(cell).split("\n") if line.strip())


def read_choices(kind: type[Vocabulary]) -> Read:
    """Several members of a closed list, one in each line or with semicolons between them."""
    read = read_choice(kind)
    return lambda cell: tuple(read(part) for part in re.split("[\n;；]", read_text(cell)) if part.strip())


def escaped(text: str) -> str:
    r"""A text without line breaks and bars of its own.

    >>> print(escaped("a|b\nc"))
    a\|b\nc
    """
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("|", "\\|")


_ESCAPED = re.compile(r"\\(.)")
_BARE_BAR = re.compile(r"(?<!\\)((?:\\\\)*)\|")


def unescaped(text: str) -> str:
    r"""The text behind it.

    >>> unescaped(r"a\|b") == "a|b"
    True
    """
    return _ESCAPED.sub(lambda found: {"n": "\n", "r": "\r"}.get(found[1], found[1]), text)


def write_codes(codes: tuple[ListedCode, ...]) -> str:
    """A code list: each code with its meaning, the record's value and the row's subject, between bars."""
    return "\n".join(
        "|".join(map(escaped, (one.code, one.meaning or "", one.stands_for or "", one.subject or ""))) for one in codes
    )


def read_codes(cell: Any) -> tuple[ListedCode, ...]:
    """The code list of a cell."""
    return tuple(_code(line) for line in read_text(cell).split("\n") if line.strip())


def _code(line: str) -> ListedCode:
    parts = [unescaped(part.strip()) or None for part in _BARE_BAR.sub("\\1\0", line).split("\0")]
    code, meaning, stands_for, subject = (*parts, None, None, None)[:4]
    if code is None or len(parts) > 4:  # noqa: PLR2004 - the parts above
        raise ValueError
    return ListedCode(
        code=code, meaning=meaning, stands_for=stands_for, subject=_SUBJECTS[subject] if subject else None
    )


_SUBJECTS = {subject.value: subject for subject in RowSubject}
