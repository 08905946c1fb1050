"""Every dialect: found from its headers or asked for, its clean sample the same after writing, its traps reported."""

import csv
import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from jscredit.errors import InvalidInput
from jscredit.interchange import SheetStatus, dialect_ids, read_sheet, write_sheet
from jscredit.interchange.dialect import dialect_of
from jscredit.records import IdType, Kind, OrganisationForm, PenaltyType, Procedure, SubjectType

SAMPLES = Path(__file__).parents[2] / "samples"
REPORTED_ON = date(2024, 6, 30)
FILES = {
    "penalties": "jiangsu-2016-penalty",
    "licences": "jiangsu-2016-licence",
    "national_penalties": "national-2018-penalty",
    "national_licences": "national-2018-licence",
    "transport_penalties": "jiangsu-transport-penalty",
    "transport_licences": "jiangsu-transport-licence",
}
# Row, column and code of every trap; the remarks of the row say what it is.
SUBJECTS = [
    ("_XDR_SHXYM", "identifier.length"),
    ("_XDR_SHXYM", "sheet.number-lost"),
    ("_XDR_LB", "sheet.subject-conflict"),
    ("_XDR_LB", "sheet.subject-conflict"),
    ("_XDR_LB", "sheet.code-list"),
    ("_FRDB", "sheet.representative-missing"),
    ("_FR_ZJHM", "identifier.alphabet"),
    ("_JDRQ", "sheet.date"),
    ("_JDRQ", "sheet.after-report"),
]
SUBJECTS_OF_TRANSPORT = [
    ("_XDR_SHXYM", "identifier.length"),
    ("_XDR_SHXYM", "sheet.number-lost"),
    ("_FR", "sheet.representative-missing"),
    ("_FRSFZ", "identifier.alphabet"),
    ("_JDRQ", "sheet.date"),
    ("_JDRQ", "sheet.after-report"),
]
TRAPS = {
    "licences": [
        ("XK_SPLB", "sheet.other-not-specified"),
        ("XK_ZT", "sheet.too-long"),
        ("XK_JZQ", "sheet.before"),
        ("SJC", "sheet.before"),
        ("XK_XDR_SHXYM", "sheet.subject-missing"),
        ("XK_XMMC", "sheet.none-not-allowed"),
        ("XK_JDRQ", "sheet.date"),
        ("DFBM", "region.form"),
    ],
    "national_penalties": [
        *((f"CF{end}", code) for end, code in SUBJECTS),
        None,  # a remark that begins like a formula is good
        ("CF_NR_FK", "sheet.amount-conflict"),
        ("CF_NR_FK", "sheet.amount"),
        ("CF_NR_FK", "sheet.amount"),
        ("CF_CFLB", "sheet.code-list"),
        ("CF_YXQ", "sheet.required"),
        ("CF_GSJZQ", "sheet.before"),
        ("CF_CFJGDM", "identifier.check-digit"),
    ],
    "national_licences": [
        *((f"XK{end}", code) for end, code in SUBJECTS),
        None,
        ("XK_ZT", "sheet.code-list"),
        ("XK_ZT", "sheet.code-list"),
        ("XK_YXQZI", "sheet.before"),
        ("XK_YXQZ", "sheet.required"),
        ("XK_XKLB", "sheet.code-list"),
        ("XK_XKWS", "sheet.required"),
    ],
    "transport_penalties": [
        *((f"CF{end}", code) for end, code in SUBJECTS_OF_TRANSPORT),
        None,
        ("CF_JE", "sheet.amount-conflict"),
        ("CF_JE", "sheet.amount"),
        ("CF_JE", "sheet.amount"),
        ("CF_CFLB1", "sheet.code-list"),
        ("CF_YXQ", "sheet.required"),
        ("CF_GSJZQ", "sheet.before"),
        ("CF_JGTYSHXY", "identifier.check-digit"),
    ],
    "transport_licences": [
        *((f"XK{end}", code) for end, code in SUBJECTS_OF_TRANSPORT),
        None,
        ("XK_ZT", "sheet.code-list"),
        ("XK_ZT", "sheet.code-list"),
        ("XK_YXQZ", "sheet.before"),
        ("XK_YXQQ", "sheet.required"),
        ("XK_SPLB", "sheet.code-list"),
        ("XK_JDSMC", "sheet.required"),
    ],
}


def cells_of(name):
    with (SAMPLES / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def write(folder, lines):
    text = io.StringIO(newline="")
    csv.writer(text).writerows(lines)
    path = folder / "sheet.csv"
    path.write_text(text.getvalue(), encoding="utf-8", newline="")
    return path


def changed(folder, name, **changes):
    """The first row of a sample with these changes."""
    header, row, *_ = cells_of(name)
    cells = {**dict(zip(header, row, strict=True)), **changes}
    return read_sheet(write(folder, [list(cells), list(cells.values())]))


def only(sheet):
    (row,) = sheet.rows
    return row


def faults(sheet):
    return [(fault.column, fault.code) for fault in sheet.faults]


@pytest.mark.parametrize(("name", "dialect"), FILES.items())
def test_a_clean_sample_is_told_by_its_headers_and_has_no_fault(name, dialect):
    sheet = read_sheet(SAMPLES / f"{name}.csv", reported_on=REPORTED_ON)
    assert (sheet.dialect, sheet.faults, sheet.rejected) == (dialect, (), ())
    assert len(sheet.rows) in {48, 360}
    assert {row.dialect for row in sheet.rows} == {dialect}
    kind = Kind.PENALTY if "penalt" in name else Kind.ADMINISTRATIVE_LICENCE
    assert {row.record.kind for row in sheet.rows} == {kind}


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize("name", FILES)
def test_read_written_and_read_again_the_rows_are_equal(tmp_path, name, suffix):
    sheet = read_sheet(SAMPLES / f"{name}.csv")
    target = tmp_path / f"again{suffix}"
    assert write_sheet(target, sheet.rows, dialect=sheet.dialect) == ()
    again = read_sheet(target)
    assert again.rows == sheet.rows
    assert again.faults == ()
    before = target.read_bytes()
    write_sheet(target, again.rows, dialect=sheet.dialect)
    assert target.read_bytes() == before


@pytest.mark.parametrize(("name", "traps"), TRAPS.items())
def test_every_trap_is_reported_where_it_stands(name, traps):
    sheet = read_sheet(SAMPLES / f"{name}_broken.csv", reported_on=REPORTED_ON)
    expected = [(number, *trap) for number, trap in enumerate(traps, start=3) if trap]
    assert [(fault.row, fault.column, fault.code) for fault in sheet.faults] == expected
    assert all(fault.cure.zh and fault.cure.en for fault in sheet.faults)
    assert [row.number for row in sheet.rows] == [2, *(n for n, trap in enumerate(traps, start=3) if trap is None)]


def test_the_same_code_means_different_things():
    assert dialect_of("national-2018-licence").column("XK_YXQZ").role == "valid_from"
    assert dialect_of("jiangsu-transport-licence").column("XK_YXQZ").role == "valid_until"


@pytest.mark.parametrize(
    ("headers", "named"),
    [
        (["XK_YXQZ", "XK_WSH", "XK_ZT"], ["jiangsu-transport-licence", "national-2018-licence"]),
        (["XK_WSH", "XK_ZT"], ["jiangsu-2016-licence", "jiangsu-transport-licence", "national-2018-licence"]),
        (["CF_WSH", "CF_JDRQ"], ["jiangsu-2016-penalty", "jiangsu-transport-penalty", "national-2018-penalty"]),
        (["备注"], ["jiangsu-2016-licence", "jiangsu-2016-penalty", "national-2018-licence", "national-2018-penalty"]),
    ],
)
def test_where_two_fit_alike_none_is_guessed(tmp_path, headers, named):
    with pytest.raises(InvalidInput) as caught:
        read_sheet(write(tmp_path, [headers, ["1"] * len(headers)]))
    (fault,) = caught.value.faults
    assert (fault.code, fault.data["dialects"]) == ("sheet.dialect-ambiguous", ", ".join(named))
    assert "--dialect" in fault.cure.zh
    assert "dialect=" in fault.cure.en


def test_a_sheet_with_the_columns_of_two_dialects_has_to_be_named(tmp_path):
    national, transport = cells_of("national_licences")[0], cells_of("transport_licences")[0]
    beside = [at for at, code in enumerate(transport) if code not in national]
    lines = [
        [*one, *(two[at] for at in beside)]
        for one, two in zip(cells_of("national_licences"), cells_of("transport_licences"), strict=True)
    ]
    path = write(tmp_path, lines)
    with pytest.raises(InvalidInput) as caught:
        read_sheet(path)
    assert caught.value.code == "sheet.dialect-ambiguous"
    assert read_sheet(path, dialect="national-2018-licence").dialect == "national-2018-licence"


def test_headers_of_no_dialect(tmp_path):
    with pytest.raises(InvalidInput) as caught:
        read_sheet(write(tmp_path, [["x", "y"], ["1", "2"]]))
    assert caught.value.code == "sheet.dialect-unknown"
    assert caught.value.faults[0].data["dialects"] == ", ".join(dialect_ids())


# The headers of two exports, typed from them.
EXPORT = (
    "行政相对人名称|行政相对人代码_1（统一社会信用代码）|行政相对人代码_2（工商注册号）"
    "|行政相对人代码_3（组织机构代码）|行政相对人代码_4（税务登记号） |行政相对人代码_5（事业单位证书号）"
    "|行政相对人代码_6（社会组织登记证号）|法定代表人|法定代表人身份证号|证件类型|证件号码|"
)
EXPORTS = {
    "national_penalties": EXPORT
    + "行政处罚决定书文号|违法行为类型|违法事实|处罚依据|处罚类别|处罚内容|处罚金额（万元）"
    "|没收违法所得、没收非法财务的金额（万元）|暂扣或吊销证照名称及编号|处罚决定日期|处罚有效期|公示截止期|处罚机关"
    "|处罚机关统一社会信用代码|数据来源单位|数据来源单位统一社会信用代码|备注|数据导出时间",
    "national_licences": EXPORT + "行政许可决定文书名称|行政许可决定文书号|许可类别|许可证书名称|许可编号|许可内容"
    "|许可决定日期|有效期自|有效期至|许可机关|许可机关统一社会信用代码|当前状态|数据来源单位"
    "|数据来源单位统一社会信用代码|备注|数据导出时间",
}


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_has_no_class_of_subject(tmp_path, name):
    header, *rows = cells_of(name)
    away = [at for at, code in enumerate(header) if code.endswith(("_LB", "FR_ZJLX"))]
    lines = [[cell for at, cell in enumerate(row) if at not in away] + ["2024-06-30 10:00:00"] for row in rows]
    sheet = read_sheet(write(tmp_path, [EXPORTS[name].split("|"), *lines]))
    plain = read_sheet(SAMPLES / f"{name}.csv")
    assert (sheet.dialect, sheet.faults) == (plain.dialect, ())
    assert [row.record for row in sheet.rows] == [row.record for row in plain.rows]
    again = tmp_path / "again.xlsx"
    write_sheet(again, sheet.rows, dialect=sheet.dialect)
    assert read_sheet(again).rows == sheet.rows


def test_a_national_penalty(tmp_path):
    row = only(changed(tmp_path, "national_penalties", CF_NR="罚款3000元", CF_NR_FK="0.3", CF_CFLB="警告；罚款"))
    record = row.record
    assert record.fine_yuan == Decimal(3000)
    assert record.penalty_types == (PenaltyType.WARNING, PenaltyType.FINE)
    assert (record.producer.name, record.provider.name) == ("虚构市应急管理局", "虚构市应急管理局")
    assert record.producer.code.reveal() == record.provider.code.reveal()
    assert row.status is SheetStatus.NORMAL
    assert row.content["cause"] == "样例违法事实"


def test_the_penaltys_own_validity_is_never_that_of_article_30(tmp_path):
    one = changed(tmp_path, "national_penalties", CF_YXQ="2020-01-01", CF_GSJZQ="")
    other = changed(tmp_path, "national_penalties", CF_YXQ="2099/12/31", CF_GSJZQ="")
    assert only(one).record == only(other).record
    assert only(other).content["penalty_valid_until"] == "2099-12-31"
    assert "sheet.penalty-validity" in [notice.code for notice in one.notices]


def test_the_amount_is_in_ten_thousand_yuan(tmp_path):
    told = {"CF_NR": "处以罚款", "CF_CFLB": "罚款"}
    amounts = {"0.3001": "3001.00", "5": "50000.00", "１，０００": "10000000.00", "0": None, "": None}
    for text, yuan in amounts.items():
        fine = only(changed(tmp_path, "national_penalties", **told, CF_NR_FK=text)).record.fine_yuan
        assert fine == (None if yuan is None else Decimal(yuan))
    general = only(changed(tmp_path, "national_penalties", **told, CF_NR_FK="0.3001", CF_JDRQ="2021-07-15"))
    within = only(changed(tmp_path, "national_penalties", **told, CF_NR_FK="0.3", CF_JDRQ="2021-07-15"))
    assert (general.record.procedure, within.record.procedure) == (None, None) or (
        general.record.procedure is Procedure.GENERAL and within.record.procedure is None
    )


def test_an_amount_as_a_figure_or_a_day(tmp_path):
    from openpyxl import Workbook

    header, row, *_ = cells_of("national_penalties")
    cells = dict(zip(header, row, strict=True)) | {"CF_NR": "处以罚款", "CF_CFLB": "罚款"}
    for value, expected in ((0.3, Decimal(3000)), (5, Decimal(50000)), (date(2019, 3, 5), "sheet.cell-type")):
        book = Workbook()
        book.active.append(list(cells))
        book.active.append([*(cells | {"CF_NR_FK": value}).values()])
        book.save(tmp_path / "sheet.xlsx")
        sheet = read_sheet(tmp_path / "sheet.xlsx")
        found = sheet.rows[0].record.fine_yuan if sheet.rows else sheet.faults[0].code
        assert found == expected


def test_an_amount_of_an_unknown_unit_is_never_taken_by_itself(tmp_path):
    told = {"CF_CFLB1": "罚款", "CF_NR": "处以罚款"}
    alone = changed(tmp_path, "transport_penalties", **told, CF_JE="3000")
    assert (only(alone).record.fine_yuan, alone.counts.fines_unread) == (None, 1)
    assert "sheet.unit-unknown" in [notice.code for notice in alone.notices]
    for amount in ("3000", "0.3"):
        both = changed(tmp_path, "transport_penalties", **told | {"CF_NR": "罚款3000元"}, CF_JE=amount)
        assert (only(both).record.fine_yuan, both.counts.fines_unread) == (Decimal(3000), 0)
    torn = changed(tmp_path, "transport_penalties", **told | {"CF_NR": "罚款3000元"}, CF_JE="300")
    assert faults(torn) == [("CF_JE", "sheet.amount-conflict")]


STATUSES = {
    "licences": {"0": "normal", "": "normal", "1": "revoked", "2": "under_objection", "3": "other"},
    "national_licences": {"1": "normal", "2": "not_valid", "有效": "normal", "无效": "not_valid"},
    "transport_licences": {"1": "normal", "2": "not_valid"},
}


@pytest.mark.parametrize("name", STATUSES)
def test_what_a_status_means_is_the_dialects(tmp_path, name):
    for code, status in STATUSES[name].items():
        assert only(changed(tmp_path, name, XK_ZT=code)).status.value == status


def test_a_licence(tmp_path):
    row = only(changed(tmp_path, "national_licences", XK_YXQZI="2099/12/31", XK_XKLB="06"))
    assert row.record.kind is Kind.ADMINISTRATIVE_LICENCE
    assert row.record.published_until is None
    assert (row.content["valid_until"], row.content["licence_category"]) == ("2099-12-31", "其他")
    sheet = changed(tmp_path, "licences", XK_WSH="空")
    assert only(sheet).record.document_number is None
    assert only(sheet).record.id == "#2"
    assert [count.name for count in sheet.counts.lacking] == ["determined_on", "also_qualification"]


def test_columns_from_memory_may_be_away(tmp_path):
    header, row, *_ = cells_of("national_licences")
    cells = dict(zip(header, row, strict=True))
    for code in ("XK_XDR_MC", "XK_JDRQ", "XK_XKJG", "XK_XKBH"):
        del cells[code]
    record = only(read_sheet(write(tmp_path, [list(cells), list(cells.values())]))).record
    assert (record.subject.name, record.determined_on, record.producer) == (None, None, None)


PERSON = {
    "CF_XDR_LB": "自然人",
    "CF_XDR_SHXYM": "",
    "CF_FRDB": "",
    "CF_XDR_ZJLX": "身份证",
    "CF_XDR_ZJHM": "329901199003070012",
}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"CF_XDR_LB": "个体工商户", "CF_XDR_SHXYM": "92329901MA1ABCD116"}, (SubjectType.NATURAL_PERSON, True)),
        ({"CF_XDR_SHXYM": "91329901MA1ABCD119"}, (None, False)),
        ({"CF_XDR_SHXYM": "91329901MA1ABCD119", "CF_XDR_LB": "法人"}, (SubjectType.LEGAL_PERSON, False)),
        (
            {"CF_XDR_SHXYM": "91329901MA1ABCD119", "CF_XDR_LB": "03"},
            (SubjectType.UNINCORPORATED_ORGANISATION, False),
        ),
        (PERSON, (SubjectType.NATURAL_PERSON, True)),
        (PERSON | {"CF_XDR_SWDJ": "329901199003070012"}, (SubjectType.NATURAL_PERSON, True)),
        ({"CF_XDR_SHXYM": "", "CF_XDR_SYDW": "132990000001"}, (None, False)),
    ],
)
def test_who_a_row_is_about(tmp_path, changes, expected):
    plain = {"CF_XDR_LB": "法人及非法人组织", "CF_FRDB": "样某", "CF_XDR_ZZJG": "", "CF_FR_ZJHM": ""}
    subject = only(changed(tmp_path, "national_penalties", **plain | changes)).record.subject
    assert (subject.type, subject.is_natural_person) == expected
    assert (subject.form is OrganisationForm.SOLE_TRADER) == (changes.get("CF_XDR_LB") == "个体工商户")


@pytest.mark.parametrize(
    ("kind", "number", "type_"),
    [
        ("护照(号)", "E00000001", IdType.PASSPORT),
        ("港澳居民来往内地通行证", "H12345678", IdType.HK_MACAO_TRAVEL_PERMIT),
        ("其他-军官证", "军字第00001号", IdType.OTHER_PERSONAL),
        ("", "E00000001", IdType.PASSPORT),
    ],
)
def test_the_kind_of_a_persons_number(tmp_path, kind, number, type_):
    row = only(changed(tmp_path, "national_penalties", **PERSON | {"CF_XDR_ZJLX": kind, "CF_XDR_ZJHM": number}))
    assert [(other.type, other.reveal()) for other in row.record.subject.other_ids] == [(type_, number)]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"CF_XDR_ZJHM": ""}, ("CF_XDR_SHXYM", "sheet.subject-missing")),
        ({"CF_XDR_LB": "法人及非法人组织"}, ("CF_XDR_LB", "sheet.subject-conflict")),
        ({"CF_XDR_LB": "个体工商户"}, ("CF_XDR_SHXYM", "sheet.subject-missing")),
        ({"CF_FRDB": "样某"}, ("CF_FRDB", "sheet.subject-unclear")),
        ({"CF_XDR_GSZC": "3299010000017"}, ("CF_XDR_LB", "sheet.subject-conflict")),
        ({"CF_CFLB": ";"}, ("CF_CFLB", "sheet.code-list")),
        ({"CF_CFLB": "其他限期拆除"}, ("CF_CFLB", "sheet.other-not-specified")),
    ],
)
def test_what_does_not_fit(tmp_path, changes, fault):
    assert faults(changed(tmp_path, "national_penalties", **PERSON | changes)) == [fault]
