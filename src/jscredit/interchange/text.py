"""Text as people leave it in cells."""

import re

# Soft hyphens, zero-width spaces and joiners, marks of direction, byte order marks; and what no workbook can hold:
# control characters and what is no character at all.
_INVISIBLE = re.compile(
    "[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]"
)


def cleaned(text: str) -> str:
    r"""A text without invisible characters, and without white space at its ends.

    >>> cleaned("\u200b 虚构市 \u3000\ufeff")
    '虚构市'
    """
    return _INVISIBLE.sub("", text).strip()
