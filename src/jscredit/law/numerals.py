"""Numbers as articles are numbered in Chinese."""

import re

_DIGITS = "零一二三四五六七八九"
_LAST = 9999


def chinese_number(n: int) -> str:
    """A whole number from 1 to 9999 in Chinese numerals.

    Raises:
        ValueError: the number is not from 1 to 9999.

    >>> [chinese_number(n) for n in (3, 10, 14, 20, 34, 105, 201, 1260)]
    ['三', '十', '十四', '二十', '三十四', '一百零五', '二百零一', '一千二百六十']
    """
    if not 1 <= n <= _LAST:
        raise ValueError(f"a number from 1 to {_LAST} is needed")
    text = ""
    for digit, unit in zip(f"{n:04d}", ("千", "百", "十", ""), strict=True):
        text += _DIGITS[int(digit)] + (unit if digit != "0" else "")
    text = re.sub("零+", "零", text).strip("零")
    return text.removeprefix("一") if text.startswith("一十") else text
