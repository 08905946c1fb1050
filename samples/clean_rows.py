"""The rows of the clean sample: penalties of every type, severity and age, with amounts around each boundary."""

from datetime import date, timedelta

from invented import credit_code, organisation_code, resident_id

COLUMNS = {
    "CF_WSH": "行政处罚决定书文号",
    "CF_CFMC": "处罚名称",
    "CF_BM": "行政处罚编码",
    "CF_CFLB1": "处罚类别1",
    "CF_CFLB2": "处罚类别2",
    "CF_SY": "处罚事由",
    "CF_YJ": "处罚依据",
    "CF_XDR_MC": "行政相对人名称",
    "CF_XDR_SHXYM": "统一社会信用代码",
    "CF_XDR_ZDM": "组织机构代码",
    "CF_XDR_GSDJ": "工商登记码",
    "CF_XDR_SWDJ": "税务登记号",
    "CF_XDR_SFZ": "居民身份证号",
    "CF_FR": "法定代表人姓名",
    "CF_JG": "处罚结果",
    "CF_JDRQ": "处罚决定日期",
    "CF_XZJG": "处罚机关",
    "CF_ZT": "当前状态",
    "DFBM": "地方编码",
    "SJC": "数据更新时间戳",
    "BZ": "备注",
    "CF_SYFW": "信息使用范围",
    "CF_SXYZCD": "失信严重程度",
    "CF_GSJZQ": "公示截止期",
}
ROWS = 360

# Rows about one organisation, the one of row 37: still usable, under objection, expired, revoked.
_SAME = dict.fromkeys((57, 80, 147), 37)

_BRANDS = ("甲辰", "乙巳", "丙午", "丁未", "戊申", "己酉", "庚戌", "辛亥", "壬子", "癸丑", "甲寅")
_TRADES = ("食品", "建材", "化工", "物流", "机械", "餐饮", "环保")
_PLACES = ("虚构市", "试例县", "样本区")
_ORGANS = ("市场监督管理局", "应急管理局", "生态环境局", "城市管理局", "交通运输局", "公安局交通警察支队")
_BASES = (
    "《中华人民共和国产品质量法》",
    "《中华人民共和国安全生产法》",
    "《中华人民共和国水污染防治法》",
    "《江苏省城市市容和环境卫生管理条例》",
    "《中华人民共和国公路法》",
    "《中华人民共和国道路交通安全法》",
)
_DAYS = (
    date(2017, 6, 1),
    date(2018, 1, 28),
    date(2018, 1, 29),
    date(2019, 3, 5),
    date(2020, 2, 29),
    date(2021, 7, 14),
    date(2021, 7, 15),
    date(2022, 1, 1),
    date(2023, 2, 28),
    date(2023, 11, 30),
    date(2024, 2, 29),
)
_AMOUNTS = (50, 51, 200, 201, 1000, 1001, 3000, 3001, 5000, 20000, 150000, 1000000)
_IN_WORDS = {50: "伍拾", 200: "贰佰", 1000: "壹仟", 3000: "叁仟", 5000: "伍仟", 20000: "贰万", 150000: "壹拾伍万"}
_OTHER_RESULTS = (
    ("没收违法所得、没收非法财物", "没收违法所得300元，罚款5000元", "罚款"),
    ("责令停产停业", "责令停产停业整顿", ""),
    ("暂扣或者吊销许可证、暂扣或者吊销执照", "吊销许可证", ""),
    ("警告", "警告", ""),
    ("其他-限期拆除", "限期拆除违法建筑", ""),
    ("警告", "警告，并处罚款500元；逾期不缴纳的，每日按罚款数额的百分之三加处罚款", "罚款"),
)


def clean_rows() -> list[dict[str, str | date]]:
    """The rows, days as dates and all else as text."""
    return [_row(number) for number in range(1, ROWS + 1)]


def _row(number: int) -> dict[str, str | date]:
    decided = _DAYS[number % len(_DAYS)]
    place, organ = _PLACES[number % 3], number % len(_ORGANS)
    return {
        "CF_WSH": f"虚市罚字〔{decided.year}〕{number}号",
        "CF_CFMC": f"第{number}号样例案",
        "CF_BM": f"3299{number:06d}",
        "CF_SY": "样例事由",
        "CF_YJ": f"{_BASES[organ]}第{number % 90 + 1}条",
        **_result(number),
        **(_person(number) if number % 6 == 0 else _organisation(_SAME.get(number, number))),
        "CF_JDRQ": decided,
        "CF_XZJG": place + _ORGANS[organ],
        "CF_ZT": ("0", "", "0", "1", "0", "2", "0", "3")[number % 8],
        "DFBM": f"3299{number % 3 + 1:02d}",
        "SJC": decided + timedelta(days=number % 7),
        "BZ": "样例，并非真实信息",
        "CF_SYFW": ("0", "", "1", "2")[number % 4],
        "CF_SXYZCD": ("1", "2", "3", "0", "")[number % 5],
        "CF_GSJZQ": ("", decided.replace(day=28) + timedelta(days=730), date(2099, 12, 31))[number // 3 % 3],
    }


def _result(number: int) -> dict[str, str]:
    if number % 4 == 0:
        first, text, second = _OTHER_RESULTS[number // 4 % len(_OTHER_RESULTS)]
        return {"CF_CFLB1": first, "CF_CFLB2": second, "CF_JG": text}
    amount = _AMOUNTS[number // 7 % len(_AMOUNTS)]
    words = _IN_WORDS.get(amount)
    written = (
        f"罚款{amount}元",
        f"处以罚款人民币{amount:,}.00元",
        f"罚款{words}元整" if words else f"处{amount}元罚款",
        f"罚款{amount // 10000}万元" if words is None and amount % 10000 == 0 else f"罚款¥{amount}",
    )
    return {"CF_CFLB1": "罚款", "CF_CFLB2": "", "CF_JG": written[number // 4 % 4]}


def _person(number: int) -> dict[str, str]:
    born = "19580228" if number % 12 else "19700101"
    return {
        "CF_XDR_MC": f"样某{_BRANDS[number % 11][0]}",
        **dict.fromkeys(("CF_XDR_SHXYM", "CF_XDR_ZDM", "CF_XDR_GSDJ", "CF_XDR_SWDJ", "CF_FR"), ""),
        "CF_XDR_SFZ": f"E{number:08d}" if number % 90 == 0 else resident_id(number, born=born, place=number % 3 + 1),
    }


def _organisation(number: int) -> dict[str, str]:
    trader, old = number % 10 == 1, number % 25 == 0
    form = "经营部" if trader else "有限公司"
    code = credit_code(number, head="92" if trader else "91", place=number % 3 + 1)
    return {
        "CF_XDR_MC": f"{_PLACES[number % 3]}{_BRANDS[number % 11]}{_TRADES[number % 7]}{form}",
        "CF_XDR_SHXYM": "" if old else code,
        "CF_XDR_ZDM": organisation_code(number) if old or number % 2 else "",
        "CF_XDR_GSDJ": f"3299{number % 3 + 1:02d}{number:09d}" if number % 5 == 0 else "",
        "CF_XDR_SWDJ": f"3299{number % 3 + 1:02d}{organisation_code(number)}" if number % 9 == 0 else "",
        "CF_XDR_SFZ": resident_id(number, place=2) if number % 4 == 1 else "",
        "CF_FR": f"样某{_BRANDS[number % 11][1]}",
    }
