"""The unified social credit code (统一社会信用代码) of GB 32100-2015.

Eighteen characters, digits and capital letters without I, O, Z, S and V: the registrar, the category, six digits of the
registrar's region, nine of the organisation code and a check digit modulo 31. The registrar may be a letter (A, N, Y),
which python-stdnum's validator refuses, so only its check digit is taken from there.
"""

import re
from typing import ClassVar

from jscredit.errors import Fault, Label
from jscredit.records.identifiers.base import SingleText
from jscredit.records.identifiers.faults import identifier_fault
from jscredit.records.identifiers.organisation_code import fits_check_digit

_LENGTH = 18
_ALPHABET = frozenset("0123456789ABCDEFGHJKLMNPQRTUWXY")
_HEAD = re.compile(r"[1-9A-Y][0-9A-Y][0-9]{6}")


class CreditCode(SingleText):
    """A unified social credit code (GB 32100-2015), shown as it is. M15.

    A sole trader's code is shown too: it is printed on the licence that hangs in the shop.

    Raises:
        InvalidInput: ``identifier.`` and one of type, masked, placeholder, length, alphabet, structure, check-digit.

    >>> code = CreditCode(" 91329901ma1abcd119 ")
    >>> code, code.organisation_part, code.warnings
    (CreditCode('91329901MA1ABCD119'), 'MA1ABCD11', ())
    >>> CreditCode("91329901MA1ABCD118")
    Traceback (most recent call last):
        ...
    jscredit.errors.model.InvalidInput: [identifier.check-digit] ...
    """

    __slots__ = ()

    standard: ClassVar[Label] = Label("统一社会信用代码（GB 32100-2015）", "unified social credit code (GB 32100-2015)")
    lengths: ClassVar[Label] = Label("18", "18")

    @property
    def shown(self) -> str:
        """The code itself."""
        return self._text

    @property
    def organisation_part(self) -> str:
        """Characters 9 to 17: the organisation code, whether or not it fits its own check digit."""
        return self._text[8:17]

    @property
    def warnings(self) -> tuple[Fault, ...]:
        """What is odd but no reason to refuse: an organisation code inside that does not fit its own check digit.

        >>> [fault.code for fault in CreditCode("91329901MA1ABCD12C").warnings]
        ['identifier.organisation-check-digit']
        """
        part = self.organisation_part
        return () if fits_check_digit(part) else (identifier_fault("organisation-check-digit", self.standard),)

    @classmethod
    def _problem(cls, text: str) -> str | None:
        if len(text) != _LENGTH:
            return "length"
        if not _ALPHABET.issuperset(text):
            return "alphabet"
        if not _HEAD.match(text):
            return "structure"
        from stdnum.cn.uscc import calc_check_digit

        return None if text[-1] == calc_check_digit(text[:-1]) else "check-digit"
