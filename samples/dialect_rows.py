"""Clean rows and rows with traps of the other dialects: licences of 2016, national 2018, the transport department."""

from collections.abc import Iterator
from datetime import date, timedelta

from invented import credit_code, organisation_code, resident_id

ROWS = 48

Row = dict[str, str]
Trap = tuple[str, Row]

_DAYS = (date(2018, 1, 29), date(2019, 3, 5), date(2020, 2, 29), date(2021, 7, 15), date(2023, 11, 30))
_BRANDS = ("甲辰", "乙巳", "丙午", "丁未", "戊申", "己酉", "庚戌")
_ORGANS = ("市场监督管理局", "应急管理局", "交通运输局")
_CATEGORIES = ("普通", "特许", "认可", "核准", "登记", "其他-备案")
_NO_END = "2099/12/31"
_CODE, _ORGAN_CODE = credit_code(8001), credit_code(9001, head="11")

# The codes that the transport department uses, in the order of the national ones.
_NATIONAL = ["MC", "LB", "SHXYM", "GSZC", "ZZJG", "SWDJ", "SYDW", "SHZZ"]
_TRANSPORT_SUBJECT = {
    "_XDR_MC": "_XDR",
    "_XDR_SHXYM": "_XDR_SHXYM",
    "_XDR_GSZC": "_XDR_GSDJ",
    "_XDR_ZZJG": "_XDR_ZDM",
    "_XDR_SWDJ": "_XDR_SWDJ",
    "_XDR_SYDW": "_XDR_SYDW",
    "_XDR_SHZZ": "_XDR_SHZJDJZH",
    "_FRDB": "_FR",
    "_FR_ZJHM": "_FRSFZ",
}
TRANSPORT_PENALTY = {
    **{f"CF{ours}": f"CF{theirs}" for ours, theirs in _TRANSPORT_SUBJECT.items()},
    **{
        code: code
        for code in [
            "CF_XDR_ZJLX",
            "CF_XDR_ZJHM",
            "CF_WSH",
            "CF_SY",
            "CF_YJ",
            "CF_NR",
            "CF_JDRQ",
            "CF_YXQ",
            "CF_GSJZQ",
            "BZ",
        ]
    },
    "CF_WFXW": "CF_WFXWLX",
    "CF_CFLB": "CF_CFLB1",
    "CF_NR_FK": "CF_JE",
    "CF_NR_WFFF": "CF_MSJE",
    "CF_NR_ZKDX": "CF_ZKZH",
    "CF_CFJG": "CF_XZJG",
    "CF_CFJGDM": "CF_JGTYSHXY",
    "CF_SJLY": "CF_SJLYDW",
    "CF_SJLYDM": "CF_LYTYSHXYM",
}
TRANSPORT_LICENCE = {
    **{f"XK{ours}": f"XK{theirs}" for ours, theirs in _TRANSPORT_SUBJECT.items()},
    **{code: code for code in ["XK_WSH", "XK_NR", "XK_JDRQ", "XK_ZT", "BZ"]},
    "XK_XDR_ZJLX": "XK_ZJLX",
    "XK_XDR_ZJHM": "XK_ZJHM",
    "XK_XKWS": "XK_JDSMC",
    "XK_XKLB": "XK_SPLB",
    "XK_XKZS": "XK_ZSMC",
    "XK_XKBH": "XK_BH",
    "XK_YXQZ": "XK_YXQQ",
    "XK_YXQZI": "XK_YXQZ",
    "XK_XKJG": "XK_XZJG",
    "XK_XKJGDM": "XK_JGTYSHXY",
    "XK_LYDW": "XK_SJLYDW",
    "XK_LYDWDM": "XK_LYTYSHXYM",
}


def _subject(number: int, table: str) -> Row:
    """Organisations, sole traders and persons by turns."""
    kind = number % 8
    row = dict.fromkeys((f"{table}_XDR_{end}" for end in _NATIONAL), "")
    row |= dict.fromkeys((f"{table}{end}" for end in ("_FRDB", "_FR_ZJLX", "_FR_ZJHM", "_XDR_ZJLX", "_XDR_ZJHM")), "")
    brand = _BRANDS[number % 7]
    if kind == 0:
        passport = number % 16 == 0
        return row | {
            f"{table}_XDR_MC": f"样某{brand[0]}",
            f"{table}_XDR_LB": "自然人",
            f"{table}_XDR_ZJLX": "护照(号)" if passport else "身份证",
            f"{table}_XDR_ZJHM": f"E{number:08d}" if passport else resident_id(number),
        }
    trader = kind == 1
    return row | {
        f"{table}_XDR_MC": f"虚构市{brand}{'经营部' if trader else '运输有限公司'}",
        f"{table}_XDR_LB": "个体工商户" if trader else "法人及非法人组织",
        f"{table}_XDR_SHXYM": credit_code(number + 500, head="92" if trader else "91"),
        f"{table}_XDR_ZZJG": organisation_code(number + 500) if kind == 2 else "",  # noqa: PLR2004 - one in eight
        f"{table}_XDR_GSZC": f"329901{number:09d}" if kind == 3 else "",  # noqa: PLR2004 - another one
        f"{table}_FRDB": f"样某{brand[1]}",
        f"{table}_FR_ZJLX": "身份证" if kind == 4 else "",  # noqa: PLR2004 - and another
        f"{table}_FR_ZJHM": resident_id(number, place=2) if kind == 4 else "",  # noqa: PLR2004 - the same
    }


def _penalty(number: int) -> Row:
    decided, amount = _DAYS[number % 5], (500, 3000, 3001, 50000)[number % 4]
    organ = f"虚构市{_ORGANS[number % 3]}"
    fined = number % 6 != 0
    return _subject(number, "CF") | {
        "CF_WSH": f"虚市罚决〔{decided.year}〕{number}号",
        "CF_WFXW": "样例行为",
        "CF_SY": "样例违法事实",
        "CF_YJ": "《中华人民共和国公路法》第七十六条",
        "CF_CFLB": ("罚款", "警告;罚款", "罚款;没收违法所得")[number % 3] if fined else "其他-限期拆除",
        "CF_NR": (f"罚款{amount}元" if number % 2 else "处以罚款") if fined else "限期拆除",
        "CF_NR_FK": f"{amount / 10000:g}" if fined else "",
        "CF_NR_WFFF": "0.03" if fined and number % 3 == 2 else "",  # noqa: PLR2004 - the third of the lists above
        "CF_NR_ZKDX": "",
        "CF_JDRQ": decided.isoformat(),
        "CF_YXQ": (_NO_END, (decided + timedelta(days=365)).isoformat())[number % 2],
        "CF_GSJZQ": ("", _NO_END, (decided + timedelta(days=365)).isoformat())[number % 3],
        "CF_CFJG": organ,
        "CF_CFJGDM": _ORGAN_CODE,
        "CF_SJLY": organ,
        "CF_SJLYDM": _ORGAN_CODE,
        "BZ": "样例，并非真实信息",
    }


def _licence(number: int) -> Row:
    decided = _DAYS[number % 5]
    organ = f"虚构市{_ORGANS[number % 3]}"
    return _subject(number, "XK") | {
        "XK_XKWS": "准予行政许可决定书",
        "XK_WSH": f"虚市许决〔{decided.year}〕{number}号",
        "XK_XKLB": _CATEGORIES[number % 6],
        "XK_XKZS": "道路运输经营许可证" if number % 2 else "",
        "XK_XKBH": f"3299{number:06d}" if number % 2 else "",
        "XK_NR": "样例许可内容",
        "XK_JDRQ": decided.isoformat(),
        "XK_YXQZ": decided.isoformat(),
        "XK_YXQZI": (_NO_END, (decided + timedelta(days=1460)).isoformat())[number % 2],
        "XK_XKJG": organ,
        "XK_XKJGDM": _ORGAN_CODE,
        "XK_ZT": "12"[number % 9 == 0],
        "XK_LYDW": organ,
        "XK_LYDWDM": _ORGAN_CODE,
        "BZ": "样例，并非真实信息",
    }


def _licence_of_2016(number: int) -> Row:
    decided, person = _DAYS[number % 5], number % 8 == 0
    return {
        "XK_WSH": "空" if number % 12 == 5 else f"虚市许字〔{decided.year}〕{number}号",  # noqa: PLR2004 - one in twelve
        "XK_XMMC": "样例项目",
        "XK_BM": f"3299{number:06d}",
        "XK_SPLB": _CATEGORIES[number % 6],
        "XK_NR": "样例许可内容",
        "XK_XDR": f"样某{_BRANDS[number % 7][0]}" if person else f"虚构市{_BRANDS[number % 7]}食品有限公司",
        "XK_XDR_SHXYM": "" if person else credit_code(number + 500),
        "XK_XDR_ZDM": "",
        "XK_XDR_GSDJ": "",
        "XK_XDR_SWDJ": "",
        "XK_XDR_SFZ": resident_id(number) if person else "",
        "XK_FR": f"样某{_BRANDS[number % 7][1]}" if not person and number % 2 else "",
        "XK_JDRQ": decided.isoformat(),
        "XK_JZQ": ("", _NO_END, (decided + timedelta(days=1460)).isoformat())[number % 3],
        "XK_XZJG": f"虚构市{_ORGANS[number % 3]}",
        "XK_ZT": ("0", "", "1", "2", "3")[number % 5],
        "DFBM": "329901",
        "SJC": decided.isoformat(),
        "BZ": "样例，并非真实信息",
        "XK_SYFW": ("0", "1", "")[number % 3],
    }


def _renamed(row: Row, codes: dict[str, str]) -> Row:
    return {theirs: row[ours] for ours, theirs in codes.items()}


_COMMON: tuple[tuple[str, str, str], ...] = (
    ("信用代码少一位", "_XDR_SHXYM", _CODE[:-1]),
    ("信用代码为科学计数法", "_XDR_SHXYM", "9.13299E+17"),
    ("类别与代码不符：写作自然人", "_XDR_LB", "自然人"),
    ("类别与代码不符：写作个体工商户", "_XDR_LB", "个体工商户"),
    ("类别不在代码表内", "_XDR_LB", "公司"),
    ("组织缺法定代表人", "_FRDB", ""),
    ("法定代表人证件号码不符", "_FR_ZJHM", resident_id(801)[:-1] + "A"),
    ("决定日期不存在", "_JDRQ", "2019-02-30"),
    ("决定日期晚于报送日", "_JDRQ", "2024-07-01"),
    ("备注以等号起首", "BZ", "=1+1"),
)
_PENALTY_TRAPS: tuple[tuple[str, str, str], ...] = (
    ("金额以元填入万元列", "CF_NR_FK", "5000"),
    ("金额带单位", "CF_NR_FK", "0.5万"),
    ("金额到分以下", "CF_NR_FK", "0.0000005"),
    ("类别为2021年法的合并名称", "CF_CFLB", "罚款、没收违法所得、没收非法财物"),
    ("处罚有效期为空", "CF_YXQ", ""),
    ("公示截止日早于决定日", "CF_GSJZQ", "2019-03-04"),
    ("机关代码校验码不符", "CF_CFJGDM", _ORGAN_CODE[:-1] + ("0" if _ORGAN_CODE[-1] != "0" else "1")),
)
_LICENCE_TRAPS: tuple[tuple[str, str, str], ...] = (
    ("状态用2016年的代码0", "XK_ZT", "0"),
    ("状态用2016年的代码3", "XK_ZT", "3"),
    ("有效期至早于有效期自", "XK_YXQZI", "2019-03-04"),
    ("有效期自为空", "XK_YXQZ", ""),
    ("许可类别不在代码表内", "XK_XKLB", "一般"),
    ("决定文书名称为空", "XK_XKWS", ""),
)
_TRAPS_OF_2016: tuple[tuple[str, str, str], ...] = (
    ("其他未写明", "XK_SPLB", "其他"),
    ("状态用2018年的文字", "XK_ZT", "有效"),
    ("截止期早于决定日", "XK_JZQ", "2019-03-04"),
    ("更新日早于决定日", "SJC", "2019-03-04"),
    ("没有任何代码", "XK_XDR_SHXYM", ""),
    ("项目名称填“空”", "XK_XMMC", "空"),
    ("决定日期为8位数字", "XK_JDRQ", "20190305"),
    ("地方编码五位", "DFBM", "32990"),
)


def _organisation(table: str, row: Row) -> Row:
    """A row that is right, about an organisation, of 2019-03-05."""
    return row | {f"{table}_XDR_SHXYM": _CODE, "BZ": "正常"}


def _broken(good: Row, traps: Iterator[tuple[str, str, str]]) -> list[Row]:
    rows = [good]
    for oddity, code, value in traps:
        if code in good:
            rows.append(good | {"BZ": oddity} | {code: value})
    return rows


def _named(table: str, traps: tuple[tuple[str, str, str], ...]) -> Iterator[tuple[str, str, str]]:
    return ((oddity, f"{table}{code}" if code.startswith("_") else code, value) for oddity, code, value in traps)


def clean() -> dict[str, list[Row]]:
    """The clean rows of each file."""
    numbers = range(1, ROWS + 1)
    return {
        "licences": [_licence_of_2016(number) for number in numbers],
        "national_penalties": [_penalty(number) for number in numbers],
        "national_licences": [_licence(number) for number in numbers],
        "transport_penalties": [_renamed(_penalty(number), TRANSPORT_PENALTY) for number in numbers],
        "transport_licences": [_renamed(_licence(number), TRANSPORT_LICENCE) for number in numbers],
    }


def broken() -> dict[str, list[Row]]:
    """For each file a good row and then one row for each trap; its remarks say which."""
    old = _licence_of_2016(31) | {"BZ": "正常"}
    penalty = _organisation("CF", _penalty(31))
    licence = _organisation("XK", _licence(31))
    of_penalties = [*_named("CF", _COMMON), *_PENALTY_TRAPS]
    of_licences = [*_named("XK", _COMMON), *_LICENCE_TRAPS]
    renamed_penalties = [(oddity, TRANSPORT_PENALTY.get(code, ""), value) for oddity, code, value in of_penalties]
    renamed_licences = [(oddity, TRANSPORT_LICENCE.get(code, ""), value) for oddity, code, value in of_licences]
    return {
        "licences_broken": _broken(old, iter(_TRAPS_OF_2016)),
        "national_penalties_broken": _broken(penalty, iter(of_penalties)),
        "national_licences_broken": _broken(licence, iter(of_licences)),
        "transport_penalties_broken": _broken(_renamed(penalty, TRANSPORT_PENALTY), iter(renamed_penalties)),
        "transport_licences_broken": _broken(_renamed(licence, TRANSPORT_LICENCE), iter(renamed_licences)),
    }
