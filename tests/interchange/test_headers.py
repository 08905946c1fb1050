import pytest

from jscredit.errors import InvalidInput
from jscredit.interchange import dialect_ids, read_sheet
from jscredit.interchange.dialect import dialect_of
from sheet_files import GOOD, csv_text, write_bytes, write_csv

# The headers of the import template, typed from it.
TEMPLATE = {
    "行政处罚决定书文号": "CF_WSH",
    "处罚名称": "CF_CFMC",
    "处罚事由": "CF_SY",
    "处罚类别1": "CF_CFLB1",
    "处罚依据": "CF_YJ",
    "行政相对人名称": "CF_XDR_MC",
    "统一社会信用代码": "CF_XDR_SHXYM",
    "组织机构代码": "CF_XDR_ZDM",
    "工商登记码": "CF_XDR_GSDJ",
    "税务登记号": "CF_XDR_SWDJ",
    "居民身份证号": "CF_XDR_SFZ",
    "法定代表人姓名": "CF_FR",
    "处罚结果": "CF_JG",
    "处罚决定日期": "CF_JDRQ",
    "": "",
    "处罚机关": "CF_XZJG",
    "当前状态": "CF_ZT",
    "地方编码": "DFBM",
    "数据更新时间戳": "SJC",
    "备注": "BZ",
    "行政处罚编码": "CF_BM",
    "信息使用范围": "CF_SYFW",
    "失信严重程度": "CF_SXYZCD",
    "公示截止期": "CF_GSJZQ",
}
LONG = {
    "统一社会信用代码": "行政相对人代码_1(统一社会信用代码)",
    "组织机构代码": "行政相对人代码_2（组织机构代码）",
    "工商登记码": "行政相对人代码＿３（工商登记码）",
    "税务登记号": "行政相对人代码_4 (税务登记号)",
    "居民身份证号": "行政相对人代码_5\n(居民身份证号)",
}


def sheet_of(folder, headers, row=None):
    cells = [{**GOOD, **(row or {})}.get(code, "") for code in TEMPLATE.values()]
    quoted = ",".join(f'"{header}"' for header in headers)
    return read_sheet(write_bytes(folder, f"{quoted}\n{','.join(cells)}\n".encode()))


def codes(error):
    return [(fault.field, fault.code) for fault in error.value.faults]


def test_the_template(tmp_path):
    sheet = sheet_of(tmp_path, TEMPLATE)
    assert sheet.faults == ()
    assert sheet.rows == read_sheet(write_csv(tmp_path, {})).rows
    assert sheet.dialect == "jiangsu-2016-penalty"


def test_headers_as_people_type_them(tmp_path):
    odd = [
        f" {LONG.get(header, header)[:2]}\r\n\u200b{LONG.get(header, header)[2:]}　" if header else ""
        for header in TEMPLATE
    ]
    assert sheet_of(tmp_path, odd).faults == ()


def test_column_codes_in_any_case(tmp_path):
    assert sheet_of(tmp_path, [code.lower() for code in TEMPLATE.values()]).faults == ()


def test_all_missing_columns_at_once(tmp_path):
    with pytest.raises(InvalidInput) as caught:
        read_sheet(write_bytes(tmp_path, "处罚名称,法定代表人姓名\n某案,样某辰\n".encode()))
    missing = [field for field, code in codes(caught) if code == "sheet.column-missing"]
    absent = ("CF_CFMC", "CF_FR")
    optional = ("CF_CFLB2", "BZ", "CF_SYFW", "CF_SXYZCD", "CF_GSJZQ")
    assert missing == [code for code in GOOD if code not in {*absent, *optional}]
    assert "行政处罚决定书文号" in caught.value.text("zh")


@pytest.mark.parametrize("column", ["CF_WSH", "CF_ZT", "SJC"])
def test_one_missing_column(tmp_path, column):
    text = csv_text({}).replace(column, "x", 1)
    with pytest.raises(InvalidInput) as caught:
        read_sheet(write_bytes(tmp_path, text.encode()))
    assert codes(caught) == [(column, "sheet.column-missing")]


def test_of_the_columns_with_codes_one_is_enough(tmp_path):
    text = csv_text({})
    for column in ("CF_XDR_ZDM", "CF_XDR_GSDJ", "CF_XDR_SWDJ", "CF_XDR_SFZ"):
        text = text.replace(column, "", 1)
    assert read_sheet(write_bytes(tmp_path, text.encode())).faults == ()


def test_optional_columns_may_be_away(tmp_path):
    text = csv_text({"CF_SXYZCD": "", "CF_SYFW": "", "CF_GSJZQ": ""})
    for column in ("CF_SXYZCD", "CF_SYFW", "CF_GSJZQ", "BZ", "CF_CFLB2"):
        text = text.replace(column, "", 1)
    (row,) = read_sheet(write_bytes(tmp_path, text.encode())).rows
    assert (row.record.severity, row.record.sharing_class.value, row.record.published_until) == (None, "public", None)


def test_headers_that_are_not_known_are_named_by_their_letter(tmp_path):
    sheet = read_sheet(write_csv(tmp_path, {"x": "1", "329901199003070012": "2"}, headers=("x", "329901199003070012")))
    assert [(fault.row, fault.column, fault.code) for fault in sheet.faults] == [
        (1, "Y", "sheet.column-unknown"),
        (1, "Z", "sheet.column-unknown"),
    ]
    assert (sheet.counts.rows_out, sheet.counts.rows_reported) == (1, 0)


def test_a_header_that_is_a_figure_is_not_known(tmp_path):
    from sheet_files import xlsx_bytes

    sheet = read_sheet(write_bytes(tmp_path, xlsx_bytes({}, header={"BZ": 1})))
    assert [(fault.column, fault.code) for fault in sheet.faults] == [("U", "sheet.column-unknown")]


def test_content_without_a_header(tmp_path):
    head, row = csv_text({}).splitlines()
    text = f"{head}\n{row}\n{row},,\u200b\n{row},,x\n{row[:-10]}\n"
    sheet = read_sheet(write_bytes(tmp_path, text.encode()))
    assert [(fault.row, fault.column, fault.code) for fault in sheet.faults] == [(1, "Z", "sheet.column-unnamed")]


def test_a_column_that_stands_there_twice(tmp_path):
    rows = ({}, {"处罚机关": GOOD["CF_XZJG"]}, {"处罚机关": "虚构市应急管理局"}, {"CF_XZJG": "", "处罚机关": "某局"})
    sheet = read_sheet(write_csv(tmp_path, *rows, headers=("处罚机关",)))
    assert [(fault.row, fault.column, fault.code) for fault in sheet.faults] == [
        (1, "CF_XZJG", "sheet.column-repeated"),
        (4, "CF_XZJG", "sheet.conflict"),
    ]
    assert [row.record.determined_by for row in sheet.rows] == [GOOD["CF_XZJG"], GOOD["CF_XZJG"], "某局"]


def test_a_sheet_without_rows(tmp_path):
    sheet = read_sheet(write_csv(tmp_path))
    assert (sheet.rows, sheet.faults, sheet.notices, sheet.counts.rows_in) == ((), (), (), 0)


def test_dialects(tmp_path):
    path = write_csv(tmp_path, {})
    assert dialect_ids() == (
        "jiangsu-2016-licence",
        "jiangsu-2016-penalty",
        "jiangsu-transport-licence",
        "jiangsu-transport-penalty",
        "national-2018-licence",
        "national-2018-penalty",
    )
    assert read_sheet(path, dialect="jiangsu-2016-penalty") == read_sheet(path)
    with pytest.raises(InvalidInput) as caught:
        read_sheet(path, dialect="329901199003070012")
    assert codes(caught) == [(None, "sheet.no-such-dialect")]
    assert "3299" not in str(caught.value)


def test_the_dialect_is_the_formats_table():
    form = dialect_of("jiangsu-2016-penalty")
    assert [column.code for column in form.columns] == list(GOOD)
    assert {column.code for column in form.columns if column.required} == set(GOOD) - {
        "CF_CFLB2", "CF_FR", "BZ", "CF_SYFW", "CF_SXYZCD", "CF_GSJZQ",
    }  # fmt: skip
    assert sum(column.max_length for column in form.columns) == 12_017
    assert [column.code for column in form.columns if column.group] == [
        "CF_XDR_SHXYM", "CF_XDR_ZDM", "CF_XDR_GSDJ", "CF_XDR_SWDJ", "CF_XDR_SFZ",
    ]  # fmt: skip
    assert (form.label.zh, form.kind) == ("江苏2016年“双公示”行政处罚信息表", "penalty")


def test_forbidden_column_is_told_by_the_clause_and_never_read(tmp_path):
    sheet = read_sheet(write_csv(tmp_path, {"宗教信仰": "隐情"}, headers=("宗教信仰",)))
    (fault,) = sheet.faults
    assert (fault.code, fault.clause, fault.row) == ("sheet.column-forbidden", "M14", 1)
    assert len(sheet.rows) == 1
    assert "隐情" not in sheet.to_storage_json() + fault.text("zh")
