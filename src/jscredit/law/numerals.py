"""Numbers as articles are numbered in Chinese."""

_DIGITS = "零一二三四五六七八九"
_TEN, _HUNDRED = 10, 100


def chinese_number(n: int) -> str:
    """A whole number from 1 to 1,999 in Chinese numerals.

    >>> [chinese_number(n) for n in (3, 10, 14, 20, 34, 105, 201, 1260)]
    ['三', '十', '十四', '二十', '三十四', '一百零五', '二百零一', '一千二百六十']
    """
    if n < _TEN:
        return _DIGITS[n]
    if n < 2 * _TEN:
        return "十" + (_DIGITS[n % _TEN] if n % _TEN else "")
    for unit, name in ((1000, "千"), (_HUNDRED, "百"), (_TEN, "十")):
        if n >= unit:
            head, rest = divmod(n, unit)
            if not rest:
                return f"{_DIGITS[head]}{name}"
            tail = chinese_number(rest)
            if _TEN <= rest < 2 * _TEN:
                tail = "一" + tail
            gap = "零" if rest * _TEN < unit else ""
            return f"{_DIGITS[head]}{name}{gap}{tail}"
    raise AssertionError(n)
