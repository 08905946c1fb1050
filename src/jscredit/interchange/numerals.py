"""Amounts written out in Chinese, as on cheques: 伍仟元, 一万二千元."""

_FINANCIAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟两〇圆", "一二三四五六七八九十百千二零元")
_DIGITS = "零一二三四五六七八九"
_UNITS = {"十": 10, "百": 100, "千": 1000}
_WAN, _YI, _LARGEST = 10**4, 10**8, 10**12

NUMERAL = "[零一二三四五六七八九十百千万亿两〇壹贰叁肆伍陆柒捌玖拾佰仟]+"


def value_of(numeral: str) -> int | None:
    """The number that a numeral stands for; None where it is not written in full.

    A shortened 一万二 is said for 12,000 and would be read as 10,002, so only the full form counts.

    >>> value_of("壹万贰仟"), value_of("伍仟零伍拾"), value_of("一万二")
    (12000, 5050, None)
    """
    text = numeral.translate(_FINANCIAL)
    total = section = digit = 0
    for char in text:
        if char == "亿":
            total, section, digit = (total + section + digit) * _YI, 0, 0
        elif char == "万":
            total, section, digit = total + (section + digit) * _WAN, 0, 0
        elif char in _UNITS:
            section, digit = section + (digit or 1) * _UNITS[char], 0
        else:
            digit = _DIGITS.index(char)
    value = total + section + digit
    in_full = "一" + text if text.startswith("十") else text
    return value if 0 < value < _LARGEST and _written(value) == in_full else None


def _written(value: int) -> str:
    for unit, size in (("亿", _YI), ("万", _WAN), *reversed(_UNITS.items())):
        if value >= size:
            high, rest = divmod(value, size)
            return _written(high) + unit + _tail(rest, size)
    return _DIGITS[value]


def _tail(rest: int, size: int) -> str:
    if not rest:
        return ""
    return ("零" if rest * 10 < size else "") + _written(rest)
