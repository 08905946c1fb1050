"""The organisation code (组织机构代码) of GB 11714-1997.

Nine characters: eight digits or capital letters and a check digit. The weights 3, 7, 9, 10, 5, 8, 4, 2 stand over the
eight, letters count from A = 10; the check digit is 11 less the sum modulo 11, where 10 is written X and 11 is 0. Since
2015 the code lives on inside the unified social credit code, as its characters 9 to 17.
"""

import re
from typing import TYPE_CHECKING, ClassVar

from jscredit.errors import Label
from jscredit.records.identifiers.base import SingleText

if TYPE_CHECKING:
    from jscredit.records.identifiers.credit_code import CreditCode

_LENGTH = 9
_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_FORM = re.compile(r"[0-9A-Z]{8}[0-9X]")


def fits_check_digit(text: str) -> bool:
    """Whether nine capital letters and digits end in their check digit.

    >>> fits_check_digit("MA1ABCD11"), fits_check_digit("MA1ABCD12")
    (True, False)
    """
    total = sum(int(char, 36) * weight for char, weight in zip(text, _WEIGHTS, strict=False))
    return text[-1] == "0X987654321"[total % 11]


class OrganisationCode(SingleText):
    """An organisation code (GB 11714-1997), shown as it is: it names no natural person. M15.

    Raises:
        InvalidInput: ``identifier.`` and one of type, masked, placeholder, length, alphabet, check-digit.

    >>> OrganisationCode("ma1abcd1-1")
    OrganisationCode('MA1ABCD11')
    """

    __slots__ = ()

    standard: ClassVar[Label] = Label("组织机构代码（GB 11714-1997）", "organisation code (GB 11714-1997)")
    lengths: ClassVar[Label] = Label("9", "9")

    @property
    def shown(self) -> str:
        """The code itself."""
        return self._text

    @classmethod
    def _problem(cls, text: str) -> str | None:
        if len(text) != _LENGTH:
            return "length"
        if not _FORM.fullmatch(text):
            return "alphabet"
        return None if fits_check_digit(text) else "check-digit"

    @classmethod
    def from_credit_code(cls, code: "CreditCode") -> "OrganisationCode | None":
        """The organisation code inside a credit code; None where that part does not fit its own check digit.

        >>> from jscredit.records import CreditCode
        >>> OrganisationCode.from_credit_code(CreditCode("91329901MA1ABCD119"))
        OrganisationCode('MA1ABCD11')
        """
        return cls(code.organisation_part) if cls.is_valid(code.organisation_part) else None
