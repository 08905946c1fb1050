"""Writing: no formula, no lost digit, the same again when read; the rows with faults beside it, to be corrected."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from jscredit.errors import InvalidInput, MissingExtra
from jscredit.interchange import Content, RejectedRow, SheetFault, read_sheet, write_sheet
from jscredit.records import (
    Body,
    CreditRecord,
    IdType,
    Kind,
    OtherId,
    PenaltyType,
    ResidentId,
    Severity,
    Subject,
    SubjectType,
)
from sheet_files import GOOD, PERSON, told, write_bytes, write_csv, xlsx_bytes

SAMPLES = Path(__file__).parents[2] / "samples"
SUFFIXES = (".csv", ".xlsx")
FORMULAS = ("=1+1", "+1", "-1", "@x", "＝1", "'=1", "''=1", "'x", "-", "=HYPERLINK(0)")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_no_cell_becomes_a_formula(tmp_path, suffix):
    rows = [{"BZ": text, "CF_JG": f"{text}\r\n第二行"} for text in FORMULAS]
    sheet = read_sheet(write_bytes(tmp_path, xlsx_bytes(*({"CF_SY": "x"} for _ in rows))))
    sheet = read_sheet(write_csv(tmp_path, *rows))
    plain = [row.content["remarks"] for row in sheet.rows]
    assert plain == ["=1+1", "+1", "-1", "@x", "＝1", "=1", "'=1", "'x", "-", "=HYPERLINK(0)"]
    path = tmp_path / f"out{suffix}"
    write_sheet(path, sheet.rows, dialect=sheet.dialect)
    assert read_sheet(path).rows == sheet.rows
    if suffix == ".xlsx":
        cells = [cell for line in openpyxl.load_workbook(path).active.iter_rows(min_row=2) for cell in line]
        assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
        assert {cell.number_format for cell in cells if cell.value is not None} == {"@"}
    else:
        text = path.read_text(encoding="utf-8-sig")
        assert not any(f",{start}" in text or f'"{start}' in text for start in "=+@＝")


def test_the_rows_with_faults_can_be_corrected_and_sent_back(tmp_path):
    rows = ({}, {"CF_JDRQ": "去年", "DFBM": "1"}, PERSON | {"CF_XDR_SFZ": "329901199003070013"}, {"BZ": "好"})
    sheet = read_sheet(write_csv(tmp_path, *rows))
    for suffix in SUFFIXES:
        path = tmp_path / f"out{suffix}"
        write_sheet(path, sheet.rows, dialect=sheet.dialect, faults=sheet.faults, rejected=sheet.rejected)
        beside = tmp_path / f"out_faults{suffix}"
        again = read_sheet(beside)
        assert [(fault.row, fault.column, fault.code) for fault in again.faults] == [
            (2, "CF_JDRQ", "sheet.date"),
            (2, "DFBM", "region.form"),
            (3, "CF_XDR_SFZ", "identifier.check-digit"),
        ]
        assert [row.content for row in again.rejected] == [row.content for row in sheet.rejected]
    book = openpyxl.load_workbook(tmp_path / "out_faults.xlsx")
    head = [cell.value for cell in book.active[1]]
    line = book.active[2]
    assert [cell.value for cell in line][:3] == [
        "3",
        "CF_JDRQ\nDFBM",
        "不是可辨认的日期\n" + sheet.faults[1].message.zh,
    ]
    assert line[3].value.startswith("this is no date")
    assert line[5].value.startswith("write 2019-03-05")
    line[head.index("处罚决定日期")].value = "2019-03-05"
    line[head.index("地方编码")].value = "329901"
    book.active[3][head.index("居民身份证号")].value = "329901199003070012"
    book.save(tmp_path / "corrected.xlsx")
    corrected = read_sheet(tmp_path / "corrected.xlsx")
    assert (corrected.faults, corrected.counts.rows_in, corrected.counts.rows_out) == ((), 2, 2)


def test_what_was_lost_or_contradicts_itself_cannot_be_sent_back_as_it_is(tmp_path):
    lost = {"CF_XDR_SFZ": 329901199003070012.0, "CF_XDR_SHXYM": "", "CF_FR": ""}
    rows = (PERSON | lost, {"CF_JG": True}, {"CF_JDRQ": date(2019, 2, 3), "SJC": "x", "DFBM": 329901})
    sheet = read_sheet(write_bytes(tmp_path, xlsx_bytes(*rows)))
    assert [row.content.get("region") for row in sheet.rejected] == ["329901"] * 3
    assert sheet.rejected[2].content["determined_on"] == "2019-02-03"
    write_sheet(tmp_path / "o.csv", sheet.rows, dialect=sheet.dialect, faults=sheet.faults, rejected=sheet.rejected)
    again = read_sheet(tmp_path / "o_faults.csv")
    assert [(fault.row, fault.column, fault.code) for fault in again.faults] == [
        (2, "CF_XDR_SFZ", "sheet.cell-error"),
        (3, "CF_JG", "sheet.cell-error"),
        (4, "SJC", "sheet.date"),
    ]
    torn = read_sheet(write_csv(tmp_path, {"处罚机关": "某局"}, headers=("处罚机关",)))
    write_sheet(tmp_path / "t.csv", torn.rows, dialect=torn.dialect, faults=torn.faults, rejected=torn.rejected)
    assert [fault.code for fault in read_sheet(tmp_path / "t_faults.csv").faults] == ["sheet.cell-error"]


def test_faults_without_their_rows(tmp_path):
    sheet = read_sheet(write_csv(tmp_path, {}, {"CF_JDRQ": "x"}, headers=("x",)))
    write_sheet(tmp_path / "o.csv", sheet.rows, dialect=sheet.dialect, faults=sheet.faults)
    again = read_sheet(tmp_path / "o_faults.csv")
    assert (again.rows, again.faults, again.counts.rows_in) == ((), (), 0)
    only = [RejectedRow(number=9, dialect=sheet.dialect, content=Content({"subject_name": "某"}))]
    write_sheet(tmp_path / "p.csv", (), dialect=sheet.dialect, rejected=only)
    assert len(read_sheet(tmp_path / "p_faults.csv").rejected) == 1


def test_what_the_target_needs_and_the_source_has_not(tmp_path):
    sheet = read_sheet(SAMPLES / "penalties.csv")
    lacking = write_sheet(tmp_path / "o.csv", sheet.rows, dialect="national-2018-penalty")
    assert told(lacking) == dict.fromkeys(("CF_WFXW", "CF_YXQ", "CF_CFJGDM", "CF_SJLY", "CF_SJLYDM"), 360)


def national(tmp_path, *rows):
    """Rows of 2016 as a national sheet, with what a clerk fills in."""
    import csv

    sheet = read_sheet(write_csv(tmp_path, *rows))
    assert sheet.faults == ()
    write_sheet(tmp_path / "n.csv", sheet.rows, dialect="national-2018-penalty")
    with (tmp_path / "n.csv").open(encoding="utf-8-sig", newline="") as file:
        head, *lines = csv.reader(file)
    code = read_sheet(SAMPLES / "national_penalties.csv").rows[0].content["organ_code"]
    fill = {"违法行为类型": "x", "处罚有效期": "2020-03-05", "处罚机关统一社会信用代码": code, "数据来源单位": "某局"}
    fill["数据来源单位统一社会信用代码"] = code
    with (tmp_path / "n.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(head)
        writer.writerows([fill.get(name, cell) for name, cell in zip(head, line, strict=True)] for line in lines)
    return read_sheet(tmp_path / "n.csv")


def test_what_two_dialects_have_in_common_goes_over(tmp_path):
    rows = (
        {"CF_CFLB2": "警告", "CF_XDR_SFZ": "329901199003070012"},
        PERSON,
        PERSON | {"CF_XDR_SFZ": "E00000001"},
        {"CF_XDR_SHXYM": "92329901MA1ABCD116"},
        {"CF_CFLB1": "其他-限期拆除", "CF_JG": "限期拆除"},
    )
    there = national(tmp_path, *rows)
    assert (there.dialect, there.faults) == ("national-2018-penalty", ())
    here = read_sheet(write_csv(tmp_path, *rows))
    for ours, theirs in zip(here.rows, there.rows, strict=True):
        for name in ("subject", "determined_on", "penalty_types", "fine_yuan", "published_until", "document_number"):
            assert getattr(ours.record, name) == getattr(theirs.record, name), name
    assert there.rows[0].content["representative_number"] == "329901199003070012"
    assert there.rows[0].content["types"] == "罚款;警告"
    lacking = write_sheet(tmp_path / "back.xlsx", there.rows, dialect="jiangsu-2016-penalty")
    assert set(told(lacking)) == {"CF_CFMC", "CF_BM", "DFBM", "SJC"}
    cells = [[cell.value for cell in line] for line in openpyxl.load_workbook(tmp_path / "back.xlsx").active]
    back = dict(zip(cells[0], cells[1], strict=True))
    assert (back["处罚类别1"], back["处罚类别2"]) == ("罚款", "警告")
    assert back["居民身份证号"] == "329901199003070012"


def test_a_third_type_is_not_left_out_in_silence(tmp_path):
    sheet = read_sheet(SAMPLES / "national_penalties.csv")
    path = tmp_path / "o.csv"
    row = sheet.rows[0]
    texts = dict(row.content) | {"types": "罚款;警告;没收违法所得"}
    changed = type(row)(number=2, record=row.record, status=row.status, dialect=row.dialect, content=Content(texts))
    assert told(write_sheet(path, [changed], dialect="jiangsu-2016-penalty"))["CF_CFLB1"] == 1


def test_records_are_written_with_what_they_tell(tmp_path):
    shop = Subject(
        type=SubjectType.UNINCORPORATED_ORGANISATION,
        name="虚构社",
        credit_code="91329901MA1ABCD119",
        other_ids=(OtherId(IdType.BUSINESS_REGISTRATION, "3299010000017"),),
    )
    person = Subject(
        type=SubjectType.NATURAL_PERSON,
        name="样某",
        resident_id=ResidentId("329901199003070012"),
        other_ids=(OtherId(IdType.PASSPORT, "E00000001"),),
    )
    unknown = Subject(name="某某")
    records = [
        CreditRecord(
            id="1",
            subject=shop,
            kind=Kind.PENALTY,
            producer=Body(name="某局", region="329901"),
            determined_on=date(2019, 3, 5),
            severity=Severity.SERIOUS,
            penalty_types=(PenaltyType.FINE,),
            fine_yuan=Decimal("50.5"),
            document_number="1号",
        ),
        CreditRecord(id="2", subject=person, kind=Kind.PENALTY, penalty_types=(PenaltyType.LICENCE_SUSPENSION,)),
        CreditRecord(id="3", subject=unknown, kind=Kind.PENALTY),
    ]
    write_sheet(tmp_path / "o.xlsx", records, dialect="national-2018-penalty")
    head, one, two, three = openpyxl.load_workbook(tmp_path / "o.xlsx").active.values
    first, second, third = (dict(zip(head, line, strict=True)) for line in (one, two, three))
    assert (first["行政相对人类别"], second["行政相对人类别"], third["行政相对人类别"]) == (
        "非法人组织",
        "自然人",
        None,
    )
    assert (first["罚款金额(万元)"], first["处罚类别"], first["处罚机关"]) == ("0.00505", "罚款", "某局")
    assert first["行政相对人代码_2(工商注册号)"] == "3299010000017"
    assert (second["证件类型"], second["证件号码"]) == ("身份证", "329901199003070012")
    assert second["处罚类别"] == "暂扣许可证件"


def test_a_passport_of_a_record(tmp_path):
    person = Subject(type=SubjectType.NATURAL_PERSON, other_ids=(OtherId(IdType.PASSPORT, "E00000001"),))
    licence = CreditRecord(id="1", subject=person, kind=Kind.ADMINISTRATIVE_LICENCE)
    write_sheet(tmp_path / "o.csv", [licence], dialect="national-2018-licence")
    assert ",护照,E00000001," in (tmp_path / "o.csv").read_text(encoding="utf-8-sig")


def code_of(*given, **options):
    with pytest.raises(InvalidInput) as caught:
        write_sheet(*given, **options)
    return caught.value


def test_what_cannot_be_written(tmp_path):
    sheet = read_sheet(write_csv(tmp_path, {}))
    assert code_of(tmp_path / "o.xls", sheet.rows, dialect=sheet.dialect).code == "sheet.file-type"
    assert code_of(tmp_path / "o.csv", sheet.rows, dialect="x").code == "sheet.no-such-dialect"
    other = code_of(tmp_path / "o.csv", sheet.rows, dialect="national-2018-licence")
    assert other.code == "sheet.other-kind"
    assert "national-2018-penalty" in other.text("en")
    bid = CreditRecord(id="1", subject=Subject(name="某某"), kind=Kind.BID_RIGGING)
    assert code_of(tmp_path / "o.csv", [bid], dialect=sheet.dialect).code == "sheet.other-kind"
    assert not (tmp_path / "o.csv").exists()


def test_without_the_extra(tmp_path, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingExtra):
        write_sheet(tmp_path / "o.xlsx", (), dialect="jiangsu-2016-penalty")


def test_progress_is_told(tmp_path):
    seen = []
    read_sheet(write_csv(tmp_path, *({} for _ in range(1001))), progress=lambda done, rows: seen.append((done, rows)))
    assert seen == [(500, 1001), (1000, 1001), (1001, 1001)]


def test_content_is_a_closed_mapping():
    content = Content({"a": "1"})
    assert (content["a"], list(content), len(content), content == {"a": "1"}) == ("1", ["a"], 1, False)
    assert hash(content) == hash(Content({"a": "1"}))
    with pytest.raises(AttributeError):
        content.a = 1
    import pickle

    assert pickle.loads(pickle.dumps(content)) == content  # noqa: S301 - our own


def test_a_fault_of_the_whole_row_is_written_too(tmp_path):
    sheet = read_sheet(write_csv(tmp_path, {"CF_JDRQ": "x"}))
    whole = SheetFault(row=2, column=None, code="x", message=sheet.faults[0].message, cure=sheet.faults[0].cure)
    write_sheet(tmp_path / "o.csv", (), dialect=sheet.dialect, faults=[whole], rejected=sheet.rejected)
    assert "2,'-," in (tmp_path / "o_faults.csv").read_text(encoding="utf-8-sig")
    assert set(GOOD)
