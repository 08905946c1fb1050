"""One cell of a column, read as what the column holds."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from jscredit.interchange.dialect import Column, Dialect
from jscredit.interchange.faults import refused
from jscredit.interchange.grid import Cell, Unusable
from jscredit.interchange.model import SheetStatus
from jscredit.interchange.text import cleaned
from jscredit.records import (
    CreditCode,
    IdType,
    OrganisationCode,
    OtherId,
    PenaltyType,
    ResidentId,
    Severity,
    SharingClass,
    is_in_jiangsu,
)
from jscredit.records.identifiers.text import half_width, normalise
from jscredit.records.value import FIRST_DAY, LAST_DAY

_EXACT = 10**15
_TIME = r"[ T][0-9]{1,2}(?::[0-9]{1,2}){1,2}(?:\.[0-9]+)?"
_YEAR_FIRST = re.compile(rf"([0-9]{{4}})([-/.年])([0-9]{{1,2}})([-/.月])([0-9]{{1,2}})(日?)(?:{_TIME})?")
_MARKS = {("-", "-", ""), ("/", "/", ""), (".", ".", ""), ("年", "月", "日")}
_SCIENTIFIC = re.compile(r"[0-9](?:\.[0-9]+)?E\+[0-9]+", re.IGNORECASE)
_PERMITS_IN_PLACE_OF_ID = ("81", "82", "83")
_PASSPORT_DIGITS = 9
_LISTED_SEPARATELY = re.compile("警告|罚款")
_SPECIFIES = re.compile(r"\s*[-–—:(]\s*(.+)")
_ERRORS = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!"})

Reader = Callable[[Any, Column, Dialect], Any]


def read_cell(cell: Cell, column: Column, dialect: Dialect) -> Any:
    """What a cell says, by the type of its column; None where it is blank, or says that there is none.

    Raises:
        InvalidInput: the codes of ``sheet.``, and of ``identifier.`` for the numbers of subjects.
    """
    if cell is Unusable.ERROR or cell in _ERRORS:
        raise refused("cell-error")
    if cell is Unusable.OTHER:
        raise refused("cell-type")
    if isinstance(cell, str):
        cell = cleaned(cell)
        if len(cell) > column.max_length:
            raise refused("too-long", limit=column.max_length)
        if cell == dialect.none_word:
            if column.needs_value:
                raise refused("none-not-allowed")
            cell = None
    if cell is None or cell == "":
        if column.needs_value:
            raise refused("required")
        cell = column.blank
    read: Reader = _READERS.get(column.type, _listed)
    return None if cell is None else read(cell, column, dialect)


def _text(cell: Cell, _column: Column, _dialect: Dialect) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, datetime):
        raise refused("cell-type")
    return _figure(cell)


def _figure(cell: Any) -> str:
    """A figure as the text that the clerk sees in the cell."""
    if abs(cell) >= _EXACT or cell != cell:  # noqa: PLR0124 - not a number is not equal to itself
        raise refused("number-lost")
    return str(int(cell)) if cell == int(cell) else str(cell)


def _number_text(cell: Cell) -> str:
    if not isinstance(cell, str) or _SCIENTIFIC.fullmatch(half_width(cell)):
        raise refused("number-lost")
    return cell


def _personal_number(cell: Cell, _column: Column, _dialect: Dialect) -> ResidentId | OtherId:
    """A resident's number; else a residence permit of the same form; else a passport."""
    given = _number_text(cell)
    text = normalise(given)
    if not ResidentId.is_valid(text):
        if text.startswith(_PERMITS_IN_PLACE_OF_ID) and OtherId.is_valid(IdType.HK_MACAO_TAIWAN_RESIDENCE_PERMIT, text):
            return OtherId(IdType.HK_MACAO_TAIWAN_RESIDENCE_PERMIT, text)
        # More digits than any passport has are a resident's number of which some are missing.
        if (not text.isdecimal() or len(text) <= _PASSPORT_DIGITS) and OtherId.is_valid(IdType.PASSPORT, text):
            return OtherId(IdType.PASSPORT, text)
    return ResidentId(given)


def _region(cell: Cell, column: Column, dialect: Dialect) -> str:
    text = half_width(_text(cell, column, dialect))
    is_in_jiangsu(text)  # refuses what is no region code
    return text


def _day(cell: Cell, column: Column, _dialect: Dialect) -> date | None:
    day = cell.date() if isinstance(cell, datetime) else _written_day(cell)
    if not FIRST_DAY <= day <= LAST_DAY:
        raise refused("date-range")
    return None if day == column.no_end else day


def _written_day(cell: Cell) -> date:
    found = _YEAR_FIRST.fullmatch(half_width(cell)) if isinstance(cell, str) else None
    if found is None:
        raise refused("date")
    year, one, month, two, day, three = found.groups()
    if (one, two, three) not in _MARKS:
        raise refused("date")
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise refused("date") from None


def _penalty_types(cell: Cell, column: Column, dialect: Dialect) -> tuple[PenaltyType, ...]:
    names = dialect.code_lists[column.type]
    text = half_width(_text(cell, column, dialect))
    other = dialect.specified
    if text.startswith(other):
        specified = _SPECIFIES.fullmatch(text.removeprefix(other))
        if specified is None or _LISTED_SEPARATELY.search(specified[1]):
            raise refused("other-not-specified")
        text = other
    if text not in names:
        raise _not_listed(column, dialect)
    return tuple(_VOCABULARIES[column.type](name) for name in names[text])


def _listed(cell: Cell, column: Column, dialect: Dialect) -> Any:
    codes = dialect.code_lists[column.type]
    text = half_width(_text(cell, column, dialect))
    if text not in codes:
        raise _not_listed(column, dialect)
    return None if codes[text] is None else _VOCABULARIES[column.type](codes[text])


def _not_listed(column: Column, dialect: Dialect) -> Exception:
    return refused("code-list", codes="; ".join(dialect.code_lists[column.type]))


_VOCABULARIES: dict[str, Any] = {
    "penalty_type": PenaltyType,
    "severity": Severity,
    "sharing_class": SharingClass,
    "status": SheetStatus,
}


def _other_id(kind: IdType) -> Callable[[Cell, Column, Dialect], OtherId]:
    return lambda cell, _column, _dialect: OtherId(kind, _number_text(cell))


_READERS: dict[str, Reader] = {
    "text": _text,
    "day": _day,
    "region": _region,
    "penalty_type": _penalty_types,
    "credit_code": lambda cell, _column, _dialect: CreditCode(_number_text(cell)),
    "organisation_code": lambda cell, _column, _dialect: OrganisationCode(_number_text(cell)),
    "business_registration": _other_id(IdType.BUSINESS_REGISTRATION),
    "tax_registration": _other_id(IdType.TAX_REGISTRATION),
    "personal_number": _personal_number,
}
