"""The check digits written by hand from the standards, and invented numbers of a region that does not exist (3299xx).

GB 32100-2015: 31 characters, weights 3**i modulo 31. GB 11714-1997: letters from A = 10, weights 3 7 9 10 5 8 4 2.
GB 11643-1999: weights 2**i modulo 11 from the right, written out.
"""

from datetime import date, timedelta

CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CREDIT_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
RESIDENT_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
RESIDENT_CHECK_DIGITS = "10X98765432"


def credit_check_digit(first_seventeen: str) -> str:
    total = sum(CREDIT_ALPHABET.index(c) * w for c, w in zip(first_seventeen, CREDIT_WEIGHTS, strict=True))
    rest = 31 - total % 31
    return CREDIT_ALPHABET[0 if rest == 31 else rest]


def organisation_check_digit(first_eight: str) -> str:
    total = sum(ORGANISATION_ALPHABET.index(c) * w for c, w in zip(first_eight, ORGANISATION_WEIGHTS, strict=True))
    rest = 11 - total % 11
    if rest == 10:
        return "X"
    if rest == 11:
        return "0"
    return str(rest)


def resident_check_digit(first_seventeen: str) -> str:
    total = sum(int(c) * w for c, w in zip(first_seventeen, RESIDENT_WEIGHTS, strict=True))
    return RESIDENT_CHECK_DIGITS[total % 11]


def invented_organisation_code(n: int) -> str:
    """The n-th invented organisation code, n from 0 to 999,999."""
    body = f"MA{n:06d}"
    return body + organisation_check_digit(body)


def invented_credit_code(n: int, *, head: str = "91", region: str = "329901") -> str:
    """The n-th invented credit code: of an enterprise, unless ``head`` names another registrar and category."""
    body = head + region + invented_organisation_code(n)
    return body + credit_check_digit(body)


def invented_resident_id(n: int, *, born: date | None = None, region: str = "329901") -> str:
    """The n-th invented resident's number: born on a day of 1960 to 1999, unless ``born`` is given."""
    day = born or date(1960, 1, 1) + timedelta(days=n * 37 % 14_600)
    body = f"{region}{day:%Y%m%d}{n % 1000:03d}"
    return body + resident_check_digit(body)


def old_form(resident_id: str) -> str:
    """The fifteen digits that came before: two digits of the year, no check digit."""
    return resident_id[:6] + resident_id[8:17]
