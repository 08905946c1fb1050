"""Citations print as a lawyer writes them, and lead to a row of the ledger."""

import pytest

from jscredit.law import CIVIL_CODE, PENALTY_LAW, G, J, M, clause, ledger
from jscredit.law.numerals import chinese_number


@pytest.mark.parametrize(
    ("citation", "ledger_id", "zh", "en"),
    [
        (M.article(30), "M30", "第三十条", "art. 30"),
        (M.article(34, item=2), "M34(2)", "第三十四条第（二）项", "art. 34 item 2"),
        (M.article(32, paragraph=4), "M32¶4", "第三十二条第四款", "art. 32 para. 4"),
        (J.article(6, item=1), "J6.1", "（六）第（一）项", "point 6 item 1"),
        (J.article(4, paragraph=3, item=7), "J4c(7)", "（四）第三款第（七）项", "point 4 para. 3 item 7"),
        (J.article(24, paragraph=2), "J24b", "（二十四）第二款", "point 24 para. 2"),
        (G.article(2, item=5), "G2.5", "二（五）", "section 2(5)"),
    ],
)
def test_place(citation, ledger_id, zh, en):
    assert citation.ledger_id == ledger_id
    assert citation.ledger_id in ledger()
    assert citation.short.zh == zh
    assert citation.short.en == en


def test_whole_citation_names_the_instrument_in_both_languages():
    citation = M.article(14)
    assert citation.text() == str(citation) == "《江苏省公共信用信息管理办法（试行）》第十四条"
    assert citation.text("en") == "Jiangsu Measures on Public Credit Information (Trial), art. 14"
    assert CIVIL_CODE.article(201).zh == "《中华人民共和国民法典》第二百零一条"
    assert PENALTY_LAW.article(51).zh == "《中华人民共和国行政处罚法》第五十一条"


@pytest.mark.parametrize(
    ("n", "text"),
    [
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (19, "十九"),
        (20, "二十"),
        (34, "三十四"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (203, "二百零三"),
        (1001, "一千零一"),
        (1015, "一千零一十五"),
        (1110, "一千一百一十"),
    ],
)
def test_chinese_numbers(n, text):
    assert chinese_number(n) == text


def test_numbers_beyond_the_law_are_refused():
    with pytest.raises(ValueError, match="1 to 9999"):
        chinese_number(10000)
    with pytest.raises(ValueError, match="1 to 9999"):
        chinese_number(0)


def test_unknown_clause_is_an_error_with_a_cure():
    with pytest.raises(ValueError, match=r"clause\.unknown"):
        clause("M99")
    assert clause("M34(2)").id == "M34(2)"
