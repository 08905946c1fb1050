"""The fine that the text of a penalty states: read only where it is one fine, in yuan, beyond doubt."""

import re
from decimal import Decimal

from jscredit.interchange.numerals import NUMERAL, value_of
from jscredit.interchange.text import cleaned
from jscredit.records.identifiers.text import half_width

_FINE = "罚款"
_FEN, _LIMIT = Decimal("0.01"), 10**12
_FIGURES = r"(?<![0-9.,])(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]{1,2})?(?![0-9.,])"
_SIZES = {"": 1, "千": 10**3, "万": 10**4, "亿": 10**8}
_SUM = rf"(?:[¥￥]{_FIGURES}元?+|{_FIGURES}[千万亿]?[元圆]|{NUMERAL}[元圆])整?+"
_PARTS = re.compile(
    rf"[¥￥](?P<sum>{_FIGURES})|(?P<figures>{_FIGURES})(?P<size>[千万亿]?)[元圆]|(?P<words>{NUMERAL})[元圆]"
)
_SAID = r"(?:人民币)?(?:\((?:大写|小写)\))?:?"
_AGAIN = rf"(?:\((?:大写|小写)?:?(?:人民币)?{_SUM}\))?+"
# After the sum: smaller units, a range, a share.
_GOES_ON = rf"(?![角分零/×*~\-—至到起以左右上下每]|(?:[0-9]|{NUMERAL})[角分])"
_AFTER = re.compile(rf"{_FINE}(?:金额)?:?{_SAID}{_SUM}{_AGAIN}{_GOES_ON}")
_BEFORE = re.compile(rf"(?:处以?|给予){_SAID}{_SUM}{_AGAIN}的?{_FINE}")
# Words by which the amount depends on something else, is shared, is not in yuan, or is not imposed after all.
_DOUBT = re.compile(
    "[%‰倍]|百分之|每[日天月人次件户台辆平亩]|逐[日天月]|按[日天月]|加处|合计|共计|总计|累计|分别|各处|各罚|不超过|不低于"
    "|以上|以下|以内|左右|美元|港元|港币|欧元|日元|英镑|外币|折合|不予|免予|免除|免于|撤销|减免|减半|退还|拟处|拟作|原处"
)


def stated_fine(text: str) -> Decimal | None:
    """The fine in yuan that a text states; None where it states none, several, or one that is not beyond doubt.

    Read are figures with or without thousands separators, in 元, 千元, 万元, 亿元 or after ¥, and amounts written out
    in full, where the amount stands beside the one word 罚款 and is the only amount in the text; it may stand there
    twice, in words and in figures. Left unread are ranges, shares, additions by the day, texts with a second amount,
    and other currencies.

    >>> stated_fine("处以罚款人民币５,０００.00元"), stated_fine("罚款伍仟元整"), stated_fine("罚款1.5万元")
    (Decimal('5000.00'), Decimal('5000.00'), Decimal('15000.00'))
    >>> stated_fine("没收违法所得300元，罚款5000元"), stated_fine("罚款5000元，逾期每日加处3%"), stated_fine("警告")
    (None, None, None)
    """
    plain = _plain(text)
    if plain.count(_FINE) != 1 or _DOUBT.search(plain):
        return None
    found = _AFTER.search(plain) or _BEFORE.search(plain)
    if found is None:
        return None
    stated = {_value(each) for each in _PARTS.finditer(plain)}
    return stated.pop() if len(stated) == 1 else None


def speaks_of_fine(text: str) -> bool:
    """Whether a text speaks of a fine at all.

    >>> speaks_of_fine("罚 款5000元"), speaks_of_fine("警告")
    (True, False)
    """
    return _FINE in _plain(text)


def imposes_fine(text: str) -> bool:
    """Whether a text imposes a fine, of whatever amount: not one for late payment, and none that is not imposed.

    >>> imposes_fine("警告，并处罚款"), imposes_fine("警告，不予罚款"), imposes_fine("没收；逾期每日加处罚款")
    (True, False, False)
    """
    return _FINE in _NOT_IMPOSED.sub("", _plain(text))


def imposes_nothing(text: str) -> bool:
    """Whether a text says that no penalty is imposed, or that the case ended otherwise, and names no penalty.

    >>> imposes_nothing("责令改正，不予行政处罚"), imposes_nothing("销案"), imposes_nothing("警告，余者不予处罚")
    (True, True, False)
    """
    plain = _plain(text)
    return bool(_NO_PENALTY.search(plain)) and not _PENALTY.search(_NOT_IMPOSED.sub("", plain))


_NOT_IMPOSED = re.compile("加处罚款|(?:不予以?|不再予以|不处以?|不再处以?|免予|免于|免除|免处|撤销)罚款")
# What else such a decision can be: the Penalty Law has no penalty, a case that is closed, a case that is handed over.
_NO_PENALTY = re.compile(
    "(?:不予以?|不再予以|不给予|免予|免于|免除)(?:行政)?处罚|首违不罚|轻微不罚|免罚|销案|撤案|撤销案件|终止(?:案件)?调查"
    "|违法事实不(?:能)?成立|^移送司法|^移送公安"
)
_PENALTY = re.compile("警告|通报批评|罚款|没收|暂扣|吊销|降低资质|限制开展|限制从业|停产|停业|责令关闭|拘留")


def _plain(text: str) -> str:
    return "".join(cleaned(half_width(text)).split())


def _value(found: re.Match[str]) -> Decimal | None:
    """The amount found, in yuan; None where it is nothing, too large, or not written in full."""
    if found["words"] is not None:
        amount = Decimal(value_of(found["words"]) or 0)
    else:
        figures = (found["sum"] or found["figures"]).replace(",", "")
        amount = Decimal(figures) * _SIZES[found["size"] or ""]
    return amount.quantize(_FEN) if 0 < amount < _LIMIT else None
