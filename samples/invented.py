"""Invented subjects with valid codes of a region that does not exist (3299xx). Nobody and nothing here is real."""

_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CODE_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def organisation_code(number: int) -> str:
    """An organisation code of GB 11714."""
    body = f"MA{number:06d}"
    total = sum(int(char, 36) * weight for char, weight in zip(body, _ORGANISATION_WEIGHTS, strict=True))
    return body + "0X987654321"[total % 11]


def credit_code(number: int, *, head: str = "91", place: int = 1) -> str:
    """A unified social credit code of GB 32100."""
    body = f"{head}3299{place:02d}{organisation_code(number)}"
    total = sum(_CODE_ALPHABET.index(char) * weight for char, weight in zip(body, _CODE_WEIGHTS, strict=True))
    return body + _CODE_ALPHABET[-total % 31]


def resident_id(number: int, *, born: str = "19900307", place: int = 1) -> str:
    """A resident's number of GB 11643."""
    body = f"3299{place:02d}{born}{number:03d}"
    total = sum(int(digit) * weight for digit, weight in zip(body, _ID_WEIGHTS, strict=True))
    return body + "10X98765432"[total % 11]
