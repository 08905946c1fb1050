"""One cell of a column, read as what the column holds."""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

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
    Severity,
    SharingClass,
    is_in_jiangsu,
)
from jscredit.records.identifiers.text import half_width
from jscredit.records.value import FIRST_DAY, LAST_DAY

_EXACT = 10**15
_TIME = r"[ T][0-9]{1,2}(?::[0-9]{1,2}){1,2}(?:\.[0-9]+)?"
_YEAR_FIRST = re.compile(rf"([0-9]{{4}})([-/.年])([0-9]{{1,2}})([-/.月])([0-9]{{1,2}})(日?)(?:{_TIME})?")
_MARKS = {("-", "-", ""), ("/", "/", ""), (".", ".", ""), ("年", "月", "日")}
_SCIENTIFIC = re.compile(r"[0-9](?:\.[0-9]+)?E\+[0-9]+", re.IGNORECASE)
_LISTED_SEPARATELY = re.compile("警告|罚款")
_AMOUNT = re.compile("(?:[0-9]{1,12}|[0-9]{1,3}(?:,[0-9]{3}){1,3})(?:[.][0-9]{1,6})?")
_FEN = Decimal("0.01")
_SPECIFIES = re.compile(r"\s*[-–—:(]\s*(.+)")
_ERRORS = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!"})

Reader = Callable[[Any, Column, Dialect], Any]
_PENALTY_TYPES = {kind.value: kind for kind in PenaltyType}


class PenaltyTypes(NamedTuple):
    """Types of penalties, as they are written and as they are."""

    text: str
    types: tuple[PenaltyType, ...]


def read_cell(cell: Cell, column: Column, dialect: Dialect) -> Any:
    """What a cell says, by the type of its column; None where it is blank, or says that there is none.

    Raises:
        InvalidInput: the codes of ``sheet.``, and of ``identifier.`` for the numbers of subjects.
    """
    if cell is Unusable.ERROR or (isinstance(cell, str) and cell.split(" ", 1)[0] in _ERRORS):
        raise refused("cell-error")
    if cell is Unusable.OTHER:
        raise refused("cell-type")
    if isinstance(cell, str):
        cell = cleaned(cell)
        if len(cell) > column.max_length:
            raise refused("too-long", limit=column.max_length)
        if cell == dialect.none_word:
            if column.none_allowed:
                return None
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
        return cell.replace("\r\n", "\n").replace("\r", "\n")  # as workbooks keep the ends of lines
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


def _region(cell: Cell, column: Column, dialect: Dialect) -> str:
    text = half_width(_text(cell, column, dialect))
    is_in_jiangsu(text)  # refuses what is no region code
    return text


def _day(cell: Cell, _column: Column, _dialect: Dialect) -> date:
    day = cell.date() if isinstance(cell, datetime) else _written_day(cell)
    if not FIRST_DAY <= day <= LAST_DAY:
        raise refused("date-range")
    return day


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


def _penalty_types(cell: Cell, column: Column, dialect: Dialect) -> PenaltyTypes:
    """One type, or several with semicolons between them where the format has one column for all."""
    text = half_width(_text(cell, column, dialect))
    parts = [part.strip() for part in text.split(";") if part.strip()] if column.type == "penalty_types" else [text]
    if not parts:
        raise _not_listed(column, dialect)
    found = dict.fromkeys(_PENALTY_TYPES[name] for part in parts for name in _entry(part, column, dialect))
    return PenaltyTypes(";".join(parts), tuple(found))


def _entry(text: str, column: Column, dialect: Dialect) -> Any:
    """What an entry of a list means; 其他 may be followed by what it is, or must be."""
    codes, other = dialect.code_lists[column.type], dialect.specified
    if text.startswith(other) and other in codes:
        specified = _SPECIFIES.fullmatch(text.removeprefix(other))
        must = column.type in dialect.must_specify
        if (specified is None and (must or text != other)) or (specified and _LISTED_SEPARATELY.search(specified[1])):
            raise refused("other-not-specified")
        text = other
    if text not in codes:
        raise _not_listed(column, dialect)
    return codes[text]


def _listed(cell: Cell, column: Column, dialect: Dialect) -> Any:
    code = _entry(half_width(_text(cell, column, dialect)), column, dialect)
    return None if code is None else _VOCABULARIES.get(column.type, str)(code)


def _licence_category(cell: Cell, column: Column, dialect: Dialect) -> str:
    """The category by its name; 其他 keeps what it is said to be."""
    text = half_width(_text(cell, column, dialect))
    name: str = _entry(text, column, dialect)
    return text if text.startswith(name) else name


def _amount(cell: Cell, column: Column, _dialect: Dialect) -> Decimal:
    """An amount in yuan; in figures of an unknown unit where the format names none."""
    if isinstance(cell, datetime):
        raise refused("cell-type")
    text = half_width(cell if isinstance(cell, str) else repr(cell).removesuffix(".0")).strip()
    if not _AMOUNT.fullmatch(text):
        raise refused("amount")
    amount = Decimal(text.replace(",", ""))
    # Six decimals of ten thousand yuan are fen, so nothing is rounded.
    return (amount * column.unit).quantize(_FEN) if column.unit else amount


def _not_listed(column: Column, dialect: Dialect) -> Exception:
    return refused("code-list", codes="; ".join(dialect.code_lists[column.type]))


_VOCABULARIES: dict[str, Any] = {
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
    "penalty_types": _penalty_types,
    "licence_category": _licence_category,
    "amount": _amount,
    "credit_code": lambda cell, _column, _dialect: CreditCode(_number_text(cell)),
    "organisation_code": lambda cell, _column, _dialect: OrganisationCode(_number_text(cell)),
    "business_registration": _other_id(IdType.BUSINESS_REGISTRATION),
    "tax_registration": _other_id(IdType.TAX_REGISTRATION),
    "institution_certificate": _other_id(IdType.PUBLIC_INSTITUTION_CERTIFICATE),
    "social_organisation": _other_id(IdType.SOCIAL_ORGANISATION_REGISTRATION),
    "personal_number": lambda cell, _column, _dialect: _number_text(cell),
}
