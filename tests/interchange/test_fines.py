from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jscredit.interchange import stated_fine
from jscredit.interchange.fines import speaks_of_fine
from jscredit.interchange.numerals import value_of


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("罚款5000元", "5000"),
        ("罚款人民币5000元整。", "5000"),
        ("处以罚款5,000.00元", "5000"),
        ("处罚款1,234,567元", "1234567"),
        ("罚款５０００元", "5000"),
        ("罚款５，０００．５０元", "5000.50"),
        ("罚 款 5 000 元", "5000"),
        ("罚\u200b款5000\n元", "5000"),
        ("警告；罚款200元", "200"),
        ("1.罚款5000元 2.责令改正", "5000"),
        ("处5000元罚款", "5000"),
        ("处以人民币5000元整的罚款", "5000"),
        ("给予3000元罚款", "3000"),
        ("罚款金额：5000元", "5000"),
        ("罚款1.5万元", "15000"),
        ("罚款人民币20万元", "200000"),
        ("罚款5千元", "5000"),
        ("罚款1亿元", "100000000"),
        ("罚款¥5000", "5000"),
        ("罚款￥5,000.00元", "5000"),
        ("罚款伍仟元整", "5000"),
        ("罚款人民币（大写）壹拾伍万元整", "150000"),
        ("罚款人民币伍仟元整（￥5,000.00）", "5000"),
        ("罚款5000元（大写：人民币伍仟元整）", "5000"),
        ("罚款五千圆", "5000"),
        ("罚款0.5元", "0.50"),
        ("没收违法所得，罚款5000元", "5000"),
        ("罚款5000元，限15日内缴至虚构银行", "5000"),
    ],
)
def test_one_fine_beyond_doubt_is_read(text, yuan):
    assert stated_fine(text) == Decimal(yuan)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "警告",
        "没收违法所得5000元",
        "罚款",
        "罚款5000",
        "5000元",
        "罚款0元",
        "罚款1000元至5000元",
        "罚款1000-5000元",
        "罚款1-5万元",
        "罚款5000元以下",
        "罚款5000元以上1万元以下",
        "罚款5000元左右",
        "罚款5000余元",
        "罚款不超过5000元",
        "没收违法所得300元，罚款5000元",
        "罚款5000元；罚款300元",
        "罚款5000元，另案罚款未定",
        "没收、罚款共计5000元",
        "罚没款5000元",
        "罚款5000元，逾期每日按3%加处罚款",
        "罚款500元，每日加处15元",
        "罚款货值金额2倍5000元",
        "罚款5000元，缴纳百分之十",
        "罚款每人500元",
        "罚款500元/人",
        "分别罚款500元",
        "罚款5000美元",
        "罚款5000元，折合700美元",
        "不予罚款5000元",
        "减免后罚款5000元",
        "撤销罚款5000元的决定",
        "罚款伍仟元整（￥500.00）",
        "罚款一万二元",
        "罚款1万5千元",
        "罚款5000元5角",
        "罚款伍仟元零伍角",
        "罚款伍仟元伍角",
        "罚款5,00元",
        "罚款1.555元",
        "罚款1.2.3元",
        "罚款5000元整以上",
        "罚款5000元（¥5000）以下",
        "罚款9999999999999元",
        "罚款万元",
        "罚款零元",
    ],
)
def test_what_is_not_beyond_doubt_is_not_read(text):
    assert stated_fine(text) is None


@given(st.text(st.sampled_from("罚款处以元万千百零一五0123456789.,，；整(大写)¥至每日没收"), max_size=30))
@example("处罚款" * 3)
def test_no_text_is_too_odd(text):
    fine = stated_fine(text)
    assert fine is None or (speaks_of_fine(text) and 0 < fine < 10**12 and fine == round(fine, 2))


@given(st.integers(1, 10**12 - 1))
def test_figures_in_yuan_are_read_as_they_stand(number):
    assert stated_fine(f"罚款{number}元") == number
    assert stated_fine(f"处{number:,}元罚款") == number


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("壹", 1),
        ("十", 10),
        ("拾伍", 15),
        ("一十五", 15),
        ("贰佰", 200),
        ("二百零一", 201),
        ("三百一十", 310),
        ("伍仟零伍拾", 5050),
        ("一千零一", 1001),
        ("两万", 20000),
        ("壹万贰仟叁佰肆拾伍", 12345),
        ("一万零二百", 10200),
        ("一百二十万", 1200000),
        ("三千二百万五千", 32005000),
        ("一亿零二百万", 102000000),
        ("一亿二千万零三", 120000003),
        ("一万二", None),
        ("一百五", None),
        ("百", None),
        ("零", None),
        ("二五", None),
        ("一万亿", None),
        ("一千二十", None),
    ],
)
def test_numerals(numeral, number):
    assert value_of(numeral) == number
