"""One value as it is written: whether it follows the rules of its data element."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from types import MappingProxyType

from jscredit.catalog.element import DataElement
from jscredit.catalog.vocabulary import ElementType
from jscredit.records import CreditCode, IdType, OrganisationCode, OtherId, ResidentId
from jscredit.records.identifiers.text import half_width, normalise
from jscredit.records.value import FIRST_DAY, LAST_DAY


class Unreadable(Enum):
    """What stands in the place of a cell that holds an error."""

    CELL = "cell"


UNREADABLE = Unreadable.CELL

Written = str | int | float | Decimal | date | Unreadable | None
"""What stands in a cell or a row: a text, a figure or a day; None for nothing."""

Check = Callable[[Written], str | None]
"""None where a value is written rightly, else the problem."""

_DAY = re.compile(
    r"(\d{4})([-/.年])(\d{1,2})([-/.月])(\d{1,2})(日?)(?:[ T]\d{1,2}(?::\d{1,2}){1,2}(?:\.\d+)?)?", re.ASCII
)
_MARKS = frozenset({"--", "//", "..", "年月日"})
_AMOUNT = re.compile(r"(?:\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.\d{1,6})?", re.ASCII)
_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,10})?", re.ASCII)
_REGION = re.compile(r"\d{6}", re.ASCII)
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?E\+\d+", re.ASCII | re.IGNORECASE)
_SPECIFIES = re.compile(r"\s*[-–—:(]\s*\S.*", re.DOTALL)
_YES_NO = frozenset({"是", "否", "有", "无", "0", "1", "Y", "N", "TRUE", "FALSE"})
_ERRORS = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!"})
_EXACT = 10**15
_PASSPORT_DIGITS = 9
_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\x00-\x08\x0b\x0c\x0e-\x1f]")


def trimmed(value: Written) -> Written:
    """A value without white space at its ends and without invisible characters; None where nothing is left."""
    return visible(value).strip() or None if isinstance(value, str) else value


def visible(text: str) -> str:
    """A text without invisible characters."""
    return _INVISIBLE.sub("", text)


def written_day(value: Written) -> date | None:
    """The day that a value stands for; None where it stands for none.

    >>> written_day("2019年3月5日"), written_day("2019-02-29"), written_day("2019-3/5")
    (datetime.date(2019, 3, 5), None, None)
    """
    if isinstance(value, datetime):
        return value.date()
    if not isinstance(value, str):
        return value if isinstance(value, date) else None
    found = _DAY.fullmatch(half_width(value))
    if found is None or found[2] + found[4] + found[6] not in _MARKS:
        return None
    try:
        return date(int(found[1]), int(found[3]), int(found[5]))
    except ValueError:
        return None


def problems_of(value: Written, element: DataElement) -> Iterator[str]:
    """What is wrong with a value that is there: its length, and how it is written."""
    if value is UNREADABLE or (isinstance(value, str) and value.split(" ", 1)[0] in _ERRORS):
        yield "cell-error"
        return
    if isinstance(value, str) and element.max_length is not None and len(value) > element.max_length:
        yield "too-long"
        return
    problem = _coded(value, element) if element.type in _CODED else _CHECKS.get(element.type, _text)(value)
    if problem:
        yield problem


def _text(value: Written) -> str | None:
    if isinstance(value, date):
        return "type"
    return "number-lost" if isinstance(value, int | float) and not abs(value) < _EXACT else None


def _day(value: Written) -> str | None:
    day = written_day(value)
    if day is None:
        return "day"
    return None if FIRST_DAY <= day <= LAST_DAY else "day-range"


def _figures(pattern: re.Pattern[str], problem: str) -> Check:
    def check(value: Written) -> str | None:
        if isinstance(value, date):
            return "type"
        return None if pattern.fullmatch(half_width(figure(value))) else problem

    return check


def figure(value: Written) -> str:
    """A figure as the text that a clerk sees; a text as it is."""
    return value if isinstance(value, str) else str(value).removesuffix(".0")


def _yes_no(value: Written) -> str | None:
    return None if half_width(figure(value)).upper() in _YES_NO else "yes-no"


def _number_of(is_valid: Callable[[str], bool]) -> Check:
    def check(value: Written) -> str | None:
        # In a number that was stored as a figure, digits may be missing.
        if not isinstance(value, str) or _SCIENTIFIC.fullmatch(half_width(value)):
            return "number-lost"
        return None if is_valid(value) else "identifier"

    return check


def _other(kind: IdType) -> Check:
    return _number_of(lambda text: OtherId.is_valid(kind, text))


def _personal(text: str) -> bool:
    if ResidentId.is_valid(text):
        return True
    plain = normalise(text)
    # More digits than any passport has are a resident's number of which some are missing.
    whole = not plain.isdecimal() or len(plain) <= _PASSPORT_DIGITS
    return whole and any(OtherId.is_valid(kind, text) for kind in _PERSONAL)


# Of "other" documents no form is known, so any text would do.
_PERSONAL = tuple(kind for kind in IdType if kind.personal and kind is not IdType.OTHER_PERSONAL)
_CODED = frozenset({ElementType.CODE.value, ElementType.CODES.value})
_CHECKS: MappingProxyType[str, Check] = MappingProxyType(
    {
        ElementType.TEXT: _text,
        ElementType.DAY: _day,
        ElementType.NUMBER: _figures(_NUMBER, "number"),
        ElementType.AMOUNT: _figures(_AMOUNT, "amount"),
        ElementType.REGION: _figures(_REGION, "region"),
        ElementType.YES_NO: _yes_no,
        ElementType.CREDIT_CODE: _number_of(CreditCode.is_valid),
        ElementType.ORGANISATION_CODE: _number_of(OrganisationCode.is_valid),
        ElementType.BUSINESS_REGISTRATION: _other(IdType.BUSINESS_REGISTRATION),
        ElementType.TAX_REGISTRATION: _other(IdType.TAX_REGISTRATION),
        ElementType.INSTITUTION_CERTIFICATE: _other(IdType.PUBLIC_INSTITUTION_CERTIFICATE),
        ElementType.SOCIAL_ORGANISATION: _other(IdType.SOCIAL_ORGANISATION_REGISTRATION),
        ElementType.PERSONAL_NUMBER: _number_of(_personal),
    }
)


def _coded(value: Written, element: DataElement) -> str | None:
    if isinstance(value, date):
        return "type"
    found = (_one_code(part, element) for part in coded_parts(value, element))
    return next((problem for problem in found if problem), None)


def coded_parts(value: Written, element: DataElement) -> list[str]:
    """The codes that a value consists of: one, or those between its semicolons."""
    text = half_width(figure(value))
    if element.type != ElementType.CODES:
        return [text]
    return [part for part in (each.strip() for each in text.split(";")) if part] or [text]


def _one_code(text: str, element: DataElement) -> str | None:
    codes, other = {half_width(one.code) for one in element.codes}, element.other_code
    if other is not None and text.startswith(other) and text not in codes - {other}:
        specified = _SPECIFIES.fullmatch(text, len(other))
        if specified is None:
            return "other-not-specified" if element.other_specified or text != other else None
        hidden = any(code in text[len(other) :] for code in codes if len(code) > 1 and code != other)
        return "other-not-specified" if hidden else None
    return None if text in codes else "code-list"
