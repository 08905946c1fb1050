"""What is shown in place of personal data.

A resident's number shows the two digits of the province, any other personal number nothing: the county, the birth date
and the sequence together with a name would point at one person. A person's name shows its first character. Every
masked text has asterisks, so it is told from a real one and refused when it comes back as input.
"""

import re

from jscredit.records.identifiers.text import SEPARATORS, half_width

MASK = "*"

# Signs seen in sheets in place of hidden digits.
_MASK_SIGNS = frozenset("*＊×✕✖•·●○◯■□※#?？_")

# The provinces' two digits in GB/T 2260, and those that the permits of GB 11643's form begin with instead.
_RANGES = ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71))
PROVINCES = frozenset(str(code) for first, last in _RANGES for code in range(first, last + 1))
_PERMIT_PLACES = frozenset({"81", "82", "83"})

_PLACE = "|".join(sorted(PROVINCES | _PERMIT_PLACES))
_MONTH_AND_DAY = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
# The cards of foreigners put a 9 before the province. The check digit may be missing, or wrong: it is not looked at.
# Both patterns look ahead, so that overlapping finds are found too.
_LONG = re.compile(
    f"(?=((?:(?:{_PLACE})[0-9]{{4}}|9(?:{_PLACE})[0-9]{{3}})"
    f"(?:1[89]|2[01])[0-9]{{2}}{_MONTH_AND_DAY}[0-9]{{3}}[0-9Xx]?))"
)
_OLD = re.compile(f"(?=((?:{_PLACE})[0-9]{{6}}{_MONTH_AND_DAY}[0-9]{{3}}))")
_DIGIT = re.compile("[0-9]")
_FEWEST_DIGITS = 15


def mask(text: str, *, keep: int = 0) -> str:
    """The first ``keep`` characters, and an asterisk for each of the others.

    >>> mask("329901199003070012", keep=2)
    '32****************'
    """
    return text[:keep] + MASK * (len(text) - keep)


def mask_name(name: str) -> str:
    """A person's name as it is shown: the first character, and always two asterisks, so its length stays unknown.

    >>> mask_name("张三"), mask_name("欧阳小明")
    ('张**', '欧**')
    """
    return name.strip()[:1] + MASK * 2


def is_masked(text: str) -> bool:
    """Whether signs stand where digits were hidden.

    >>> is_masked("3299**********0012"), is_masked("329901199003070012")
    (True, False)
    """
    return not _MASK_SIGNS.isdisjoint(text)


def mask_numbers_in(text: str) -> str:
    """A free text with everything that reads as a resident's number, old or new, replaced by asterisks.

    Such a number is found by its shape: a province, a possible birth date, the right length; full-width digits, spaces
    and hyphens inside do not hide it. A number that merely looks so is masked too: that side of the error is harmless.
    Numbers of passports and permits have no shape of their own and are not found.

    >>> mask_numbers_in("王某（3299 0119 9003 0700 12）经营的商店")
    '王某（**** **** **** **** **）经营的商店'
    """
    plain = half_width(text)
    if len(_DIGIT.findall(plain)) < _FEWEST_DIGITS:
        return text
    places = [at for at, char in enumerate(plain) if char not in SEPARATORS]
    compact = "".join([plain[at] for at in places])
    spans = [found.span(1) for found in _LONG.finditer(compact)]
    spans += [span for found in _OLD.finditer(compact) if _stands_alone(span := found.span(1), plain, places)]
    hidden = {places[at] for span in spans for at in range(*span)}
    return "".join([MASK if at in hidden else char for at, char in enumerate(text)])


def _stands_alone(span: tuple[int, int], plain: str, places: list[int]) -> bool:
    """Whether no letter or digit touches it: fifteen digits inside a longer code are no old number."""
    before, after = places[span[0]] - 1, places[span[1] - 1] + 1
    touching = (plain[before] if before >= 0 else "") + plain[after : after + 1]
    return not any(char.isascii() and char.isalnum() for char in touching)
