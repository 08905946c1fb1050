"""The number of a resident (公民身份号码) of GB 11643-1999, and the fifteen digits that came before it."""

import re
from datetime import date
from typing import ClassVar

from jscredit.errors import Label
from jscredit.records.identifiers.base import SingleText
from jscredit.records.identifiers.citizen_number import birth_date_in, birth_parts, citizen_number_problem
from jscredit.records.identifiers.masking import PROVINCES, mask

_OLD, _NEW = 15, 18
_OLD_FORM = re.compile(r"[0-9]{15}")
_SHOWN = 2
_CENTURY_OF_OLD_FORM = "19"


class ResidentId(SingleText):
    """A resident's number, of 18 characters (GB 11643-1999) or of the 15 used before; always shown masked. M10(1), M15.

    Two forms of one number are different values with one ``match_key``. Numbers of the residence permits for people of
    Hong Kong, Macao and Taiwan (beginning with 81, 82, 83) are an ``OtherId``.

    Raises:
        InvalidInput: ``identifier.`` and one of type, masked, placeholder, length, alphabet, region, birth-date,
            check-digit.

    >>> number = ResidentId("329901199003070012")
    >>> number, number.birth_date
    (ResidentId('32****************'), datetime.date(1990, 3, 7))
    >>> number.match_key == ResidentId("329901900307001").match_key
    True
    """

    __slots__ = ()

    standard: ClassVar[Label] = Label("公民身份号码（GB 11643-1999）", "resident ID number (GB 11643-1999)")
    lengths: ClassVar[Label] = Label("18（旧号码为15）", "18 (an old number 15)")

    @property
    def shown(self) -> str:
        """The two digits of the province, and asterisks."""
        return mask(self._text, keep=_SHOWN)

    @property
    def birth_date(self) -> date:
        """The day of birth in the number; the years of an old number are those of the twentieth century."""
        return date(*birth_parts(_long_form(self._text)))

    @property
    def match_key(self) -> str:
        """The real text that both forms of one number share: fifteen digits for births of 19xx, else all eighteen."""
        text = self._text
        return text[:6] + text[8:17] if len(text) == _NEW and text[6:8] == _CENTURY_OF_OLD_FORM else text

    @classmethod
    def _problem(cls, text: str) -> str | None:
        if "XX" in text:
            return "masked"
        if len(text) not in {_OLD, _NEW}:
            return "length"
        if text[:2] not in PROVINCES:
            return "region" if text[:2].isdecimal() else "alphabet"
        if len(text) == _NEW:
            return citizen_number_problem(text)
        if not _OLD_FORM.fullmatch(text):
            return "alphabet"
        return None if birth_date_in(_long_form(text)) else "birth-date"


def _long_form(text: str) -> str:
    return text[:6] + _CENTURY_OF_OLD_FORM + text[6:] if len(text) == _OLD else text
