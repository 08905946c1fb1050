"""The form of eighteen characters that GB 11643-1999 gives to residents, and that some permits share.

Six digits of the place, the birth date as YYYYMMDD, three digits of sequence, a check digit of ISO 7064 MOD 11-2 which
may be X. Only the check digit comes from python-stdnum: its table of places refuses many real numbers.
"""

import re
from datetime import date

_FORM = re.compile(r"[0-9]{17}[0-9X]")
_YEARS = range(1850, 2151)


def birth_parts(text: str) -> tuple[int, int, int]:
    """Year, month and day as they stand in a text of the form."""
    return int(text[6:10]), int(text[10:12]), int(text[12:14])


def birth_date_in(text: str) -> date | None:
    """The birth date in a text of the form; None where there is no such day, or none that a living person was born on.

    >>> birth_date_in("329901199202290000"), birth_date_in("329901199002290000")
    (datetime.date(1992, 2, 29), None)
    """
    year, month, day = birth_parts(text)
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def citizen_number_problem(text: str) -> str | None:
    """What is wrong with eighteen normalised characters, beside the place, or None."""
    if not _FORM.fullmatch(text):
        return "alphabet"
    if birth_date_in(text) is None:
        return "birth-date"
    from stdnum.iso7064.mod_11_2 import checksum

    return None if checksum(text) == 1 else "check-digit"
