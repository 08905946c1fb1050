"""The rows of the broken sample: every trap once, named in the row's remarks; before them, odd rows that are good."""

from datetime import date

from invented import credit_code, organisation_code, resident_id

# As in the template: its order, its blank 15th column. Headers with line breaks, spaces, full-width characters, codes.
HEADERS = (
    ("CF_WSH", "行政处罚\n决定书文号"),
    ("CF_CFMC", " 处罚名称　"),
    ("CF_SY", "处罚事由"),
    ("CF_CFLB1", "处罚类别１"),
    ("CF_YJ", "处罚依据"),
    ("CF_XDR_MC", "行政相对人\r\n名称"),
    ("CF_XDR_SHXYM", "行政相对人代码_1（统一社会信用代码）"),
    ("CF_XDR_ZDM", "组织机构代码\u200b"),
    ("CF_XDR_GSDJ", "工商登记码"),
    ("CF_XDR_SWDJ", "税务登记号"),
    ("CF_XDR_SFZ", "cf_xdr_sfz"),
    ("CF_FR", "法定代表人姓名"),
    ("CF_JG", "处罚结果"),
    ("CF_JDRQ", "处罚决定日期"),
    (None, ""),
    ("CF_XZJG", "处罚机关"),
    ("CF_ZT", "当前状态"),
    ("DFBM", "地方编码"),
    ("SJC", "数据更新时间戳"),
    ("BZ", "备注"),
    ("CF_BM", "行政处罚编码"),
    ("CF_SYFW", "信息使用范围"),
    ("CF_SXYZCD", "失信严重程度"),
    ("CF_GSJZQ", "公示截止期"),
    ("CF_CFLB2", "处罚类别2"),
    ("unknown", "联系电话"),
    ("second organ", "CF_XZJG"),
    ("unnamed", ""),
)

ERROR = "#N/A"
_CODE, _ID = credit_code(7001), resident_id(701)


def _wrong(code: str) -> str:
    """A code with another check digit."""
    return code[:-1] + ("0" if code[-1] != "0" else "1")


_GOOD = {
    "CF_CFMC": "样例案",
    "CF_BM": "3299000001",
    "CF_CFLB1": "罚款",
    "CF_SY": "样例事由",
    "CF_YJ": "《中华人民共和国产品质量法》第四十九条",
    "CF_XDR_MC": "虚构市甲辰食品有限公司",
    "CF_XDR_SHXYM": _CODE,
    "CF_FR": "样某辰",
    "CF_JG": "罚款5000元",
    "CF_JDRQ": "2019-03-05",
    "CF_XZJG": "虚构市市场监督管理局",
    "CF_ZT": "0",
    "DFBM": "329901",
    "SJC": "2019-03-20",
    "CF_SYFW": "0",
    "CF_SXYZCD": "1",
    "CF_GSJZQ": "2022-03-05",
}
_PERSON = {
    "CF_XDR_MC": "样某甲",
    "CF_XDR_SHXYM": "",
    "CF_FR": "",
    "CF_XDR_SFZ": _ID,
}

# What is odd about each row, and what it changes in a good one. Row 2 of the sheet is the first.
TRAPS: tuple[tuple[str, dict[str, object]], ...] = (
    ("正常", {}),
    ("全角数字和日期", {"CF_JG": "罚款５，０００元", "CF_JDRQ": "２０１９／０３／０５", "CF_SXYZCD": "２"}),
    ("代码小写，含空格和零宽空格", {"CF_XDR_SHXYM": f" {_CODE.lower()[:8]} {_CODE.lower()[8:]}\u200b　"}),
    ("日期用点和年月日", {"CF_JDRQ": "2019.3.5", "SJC": "2019年3月20日"}),
    ("日期为Excel日期", {"CF_JDRQ": date(2019, 3, 5), "SJC": date(2019, 3, 20), "CF_GSJZQ": date(2022, 3, 5)}),
    ("日期带时刻", {"SJC": "2019-03-20 10:30:00"}),
    ("选填列填“空”", {"CF_GSJZQ": "空", "CF_CFLB2": "空", "CF_XDR_ZDM": "空"}),
    ("公示截止期为2099/12/31", {"CF_GSJZQ": "2099/12/31"}),
    ("自然人，身份证末位为小写x", {**_PERSON, "CF_XDR_SFZ": resident_id(702).lower()}),
    ("自然人，护照", {**_PERSON, "CF_XDR_SFZ": "e00000001"}),
    ("组织，另填法定代表人身份证号", {"CF_XDR_SFZ": _ID}),
    ("个体工商户", {"CF_XDR_SHXYM": credit_code(7002, head="92"), "CF_XDR_MC": "虚构市乙巳经营部"}),
    ("代码表为数字单元格", {"CF_ZT": 0, "CF_SXYZCD": 3, "CF_SYFW": 1, "DFBM": 329901}),
    ("状态撤销", {"CF_ZT": "1"}),
    ("信用代码内组织机构代码校验码不符", {"CF_XDR_SHXYM": "91329901MA1ABCD12C"}),
    ("两个金额，读不出罚款", {"CF_CFLB2": "没收违法所得", "CF_JG": "没收违法所得300元，罚款5000元"}),
    ("金额为区间，读不出罚款", {"CF_JG": "罚款1000元至5000元"}),
    ("每日加处，读不出罚款", {"CF_JG": "罚款500元，逾期每日按3%加处罚款"}),
    ("大写金额", {"CF_JG": "罚款人民币伍仟元整（￥5,000.00）"}),
    # from here on every row has a fault
    ("必填列填“空”", {"CF_WSH": "空"}),
    ("必填列为空", {"CF_WSH": " \u200b"}),
    ("身份证号为数字", {**_PERSON, "CF_XDR_SFZ": float(_ID)}),
    ("信用代码为科学计数法", {"CF_XDR_SHXYM": "9.13299E+17"}),
    ("工商登记码为数字", {"CF_XDR_GSDJ": 329901000000017}),
    ("信用代码校验码不符", {"CF_XDR_SHXYM": _wrong(_CODE)}),
    ("信用代码被遮蔽", {"CF_XDR_SHXYM": "91329901********1X"}),
    ("信用代码长度不符", {"CF_XDR_SHXYM": _CODE[:-1]}),
    ("组织机构代码校验码不符", {"CF_XDR_ZDM": _wrong(organisation_code(7001))}),
    ("税务登记号形式不符", {"CF_XDR_SWDJ": "3299-1"}),
    ("身份证校验码不符", {**_PERSON, "CF_XDR_SFZ": _wrong(_ID)}),
    ("身份证出生日期不存在", {**_PERSON, "CF_XDR_SFZ": resident_id(702, born="19900230")}),
    ("身份证少一位", {**_PERSON, "CF_XDR_SFZ": _ID[:-1]}),
    ("没有任何代码", {"CF_XDR_SHXYM": "", "CF_FR": ""}),
    ("有法定代表人而无组织代码", {"CF_XDR_SHXYM": "", "CF_XDR_SFZ": _ID}),
    ("组织缺法定代表人", {"CF_FR": ""}),
    ("日期月日在前", {"CF_JDRQ": "3/5/2019"}),
    ("日期不存在", {"CF_JDRQ": "2019-02-30"}),
    ("日期为序列号数字", {"CF_JDRQ": 43529}),
    ("日期年份超出范围", {"CF_JDRQ": "1019-03-05"}),
    ("单元格为错误值", {"SJC": ERROR}),
    ("单元格为逻辑值", {"CF_JG": True}),
    ("更新日早于决定日", {"SJC": "2019-03-04"}),
    ("公示截止日早于决定日", {"CF_GSJZQ": "2019-03-04"}),
    ("更新日晚于报送日", {"SJC": "2024-07-01"}),
    ("不认识的处罚类别", {"CF_CFLB1": "批评教育"}),
    ("2021年法的合并类别", {"CF_CFLB1": "罚款、没收违法所得、没收非法财物"}),
    ("其他未写明", {"CF_CFLB1": "其他"}),
    ("失信严重程度不在代码表内", {"CF_SXYZCD": "4"}),
    ("状态不在代码表内", {"CF_ZT": "9"}),
    ("地方编码五位", {"DFBM": "32990"}),
    ("名称过长", {"CF_XDR_MC": "长" * 129}),
    ("文号为长数字", {"CF_WSH": 1234567890123456}),
    ("重复的列不一致", {"second organ": "虚构市应急管理局"}),
    (
        "一行多处错误",
        {"CF_WSH": "", "CF_XDR_SHXYM": "91329901MA1ABCD118", "CF_JDRQ": "去年", "CF_SXYZCD": "重", "DFBM": ""},
    ),
)


def broken_rows() -> list[dict[str, object]]:
    """The rows by column code; a cell may be text, a figure, a day, a truth value or an error."""
    rows = []
    for number, (oddity, changes) in enumerate(TRAPS, start=2):
        rows.append({"CF_WSH": f"虚市罚字〔2019〕{number}号", **_GOOD, "BZ": oddity, **changes})
    rows[0] |= {"unknown": "00000000", "unnamed": "无表头的内容", "second organ": _GOOD["CF_XZJG"]}
    return rows
