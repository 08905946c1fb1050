"""Identifiers as people type them, brought to one form before anything is checked or compared."""

import re

_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
_SPACES = "\t\n\v\f\r \u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_INVISIBLE = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff" + "".join(
    map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
)

SEPARATORS = frozenset(_HYPHENS + _SPACES + _INVISIBLE)

# Only the full-width twins of ASCII are folded: folding more would turn a circled or raised digit into a digit.
# Case is changed for ASCII letters only, because the upper case of a few foreign letters is an ASCII letter.
_HALF_WIDTH = str.maketrans(_FULL_WIDTH)
_TABLE: dict[int, str | None] = {
    **{code: char.upper() for code, char in _FULL_WIDTH.items()},
    **{code: chr(code).upper() for code in range(ord("a"), ord("z") + 1)},
    **{ord(char): None for char in SEPARATORS},
}
# Nearly every text is in its one form already, and looking is ten times quicker than writing it anew.
_needs_work = re.compile(f"[{re.escape(''.join(map(chr, _TABLE)))}]").search


def half_width(text: str) -> str:
    """The text with full-width ASCII characters made half-width, every character at its place."""
    return text.translate(_HALF_WIDTH)


def normalise(text: str) -> str:
    """Half-width and upper case, without spaces, hyphens and invisible characters.

    >>> normalise(" ９１32-9901 ma1\u200babcx ")
    '91329901MA1ABCX'
    """
    return text if _needs_work(text) is None else text.translate(_TABLE)
