"""Catalogues as sheets: written and read alike; faults at their cells; sheets of data against their entries."""

import csv
import dataclasses
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog_cases import IN_FORCE, catalogue, entry_of, plain_entry, sound_entry
from jscredit.catalog import (
    DataElement,
    ListedCode,
    RowSubject,
    ScopeOfUse,
    StatedValidity,
    UserType,
    starter_catalogue,
)
from jscredit.deadlines import Days, Months, WorkingDays, Years
from jscredit.errors import InvalidInput
from jscredit.interchange import read_catalogue_sheet, read_sheet, sheet_conformance, write_catalogue_sheet
from jscredit.interchange.catalog_cells import read_codes, read_period, write_codes, write_period
from jscredit.interchange.catalog_columns import CATALOGUE_COLUMNS, ELEMENT_COLUMNS, ENTRY_COLUMNS
from jscredit.records import Body, Level, ProviderType
from oracles.dice import dice

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
WHOLE = catalogue(
    sound_entry(
        name_en="a penalty, in short",
        provider=Body(
            name="虚构市城管局",
            code="91329901MA1ABCD119",
            type=ProviderType.ADMINISTRATIVE_ORGAN,
            level=Level.CITY,
            region="329901",
        ),
        levels=(Level.CITY, Level.COUNTY),
        scope_of_use=ScopeOfUse(users=tuple(UserType), named_users=("甲;乙", "=丙"), purposes=("一\n二\\n",)),
        update_cycle=WorkingDays(7),
        elements=(
            DataElement(
                code="E1",
                name="甲",
                aliases=("乙|丙", "丁;戊"),
                max_length=12,
                required=True,
                required_for=RowSubject.ORGANISATION,
                codes=(ListedCode(code="a|b", meaning="c\\"), ListedCode(code="1", subject=RowSubject.SOLE_TRADER)),
            ),
            DataElement(code="E2", field="determined_on", not_before="E1"),
        ),
    ),
    sound_entry("C2", elements=(), update_cycle=None, provider=None, any_provider=True),
    sound_entry("C2", elements=(DataElement(code="E1"),)),
    **IN_FORCE,
)


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
@pytest.mark.parametrize("whole", [WHOLE, starter_catalogue(), catalogue()], ids=["all", "starter", "empty"])
def test_what_is_written_is_read_back(tmp_path, suffix, whole):
    file = tmp_path / f"catalogue.{suffix}"
    write_catalogue_sheet(file, whole)
    assert read_catalogue_sheet(file) == whole


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
@given(st.integers(0, 10_000))
def test_any_catalogue_is_read_back(tmp_path, seed):
    rng = dice(seed)
    entries = [entry_of(plain_entry(rng, place)) for place in range(3)]
    # A stated validity that says nothing reads back as none.
    plain = [dataclasses.replace(one, validity=None) if one.validity == StatedValidity() else one for one in entries]
    file = tmp_path / "catalogue.csv"
    write_catalogue_sheet(file, catalogue(*plain))
    assert read_catalogue_sheet(file) == catalogue(*plain)


def test_columns_may_stand_in_any_order_and_cells_may_be_typed(tmp_path):
    file = tmp_path / "catalogue.xlsx"
    write_catalogue_sheet(file, WHOLE)
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    places = {header: at for at, header in enumerate(rows[2])}
    rows[3][places["最大长度"]] = 12
    rows[3][places["使用期限"]] = "每年"
    rows[3][places["信息种类"]] = "penalty；行政处罚"
    rows[1][rows[0].index("施行日期")] = date(2018, 1, 29)
    turned = openpyxl.Workbook()
    for row in rows[:2]:
        turned.active.append(row)
    for row in rows[2:]:
        turned.active.append(list(reversed(row)))
    turned.save(file)
    found = read_catalogue_sheet(file)
    first = found.entries[0]
    assert (first.period_of_use, first.elements[0].max_length, len(first.kinds)) == (Years(1), 12, 2)
    assert found.in_force_from == date(2018, 1, 29)


def spoilt(tmp_path, **cells):
    """A sheet with cells changed; ``e`` before a header for the third row, the first of the entries."""
    file = tmp_path / "catalogue.csv"
    write_catalogue_sheet(file, WHOLE)
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.reader(opened))
    for header, value in cells.items():
        row = 1 if header in rows[0] else 3
        rows[row][rows[row - 1].index(header)] = value
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows(rows)
    return file


def faults_of(file):
    with pytest.raises(InvalidInput) as caught:
        read_catalogue_sheet(file)
    return caught.value


def test_every_fault_is_told_at_its_cell_and_none_tells_what_stood_there(tmp_path):
    hidden = "隐藏之物"
    error = faults_of(
        spoilt(
            tmp_path,
            目录层级=hidden,
            施行日期=hidden,
            信息类别=hidden,
            使用期限=hidden,
            最大长度="-1",
            必填="也许",
            提供单位代码="91329901MA1ABCD118",
            代码="a|b|c|d|e",
        )
    )
    places = {(fault.field, fault.code) for fault in error.faults}
    assert ("D2", "catalogue-sheet.cell") in places
    assert ("F2", "catalogue-sheet.cell") in places
    assert ("F4", "catalogue-sheet.cell") in places
    assert ("4.code", "identifier.check-digit") in places
    assert ("2.level", "field.missing") in places
    assert sum(code == "catalogue-sheet.cell" for _, code in places) == 7
    assert hidden not in str(error)
    assert "“信息类别”的内容无法辨认" in error.text("zh")


def test_missing_and_unknown_columns_are_told(tmp_path):
    file = spoilt(tmp_path)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("数据来源", "某来源", 1), encoding="utf-8")
    error = faults_of(file)
    assert [(fault.code, fault.field) for fault in error.faults] == [
        ("catalogue-sheet.column-unknown", "S3"),
        ("catalogue-sheet.column-missing", None),
    ]
    assert "某来源" not in str(error)


def test_blank_header_is_passed_over(tmp_path):
    file = tmp_path / "catalogue.xlsx"
    write_catalogue_sheet(file, WHOLE)
    book = openpyxl.load_workbook(file)
    book.worksheets[0].insert_cols(3)
    book.save(file)
    assert read_catalogue_sheet(file) == WHOLE


def test_file_that_is_no_catalogue(tmp_path):
    file = tmp_path / "catalogue.csv"
    file.write_text("a,b\n1,2\n", encoding="utf-8")
    assert faults_of(file).code == "catalogue-sheet.head"
    with pytest.raises(InvalidInput, match=r"sheet\.file-type"):
        write_catalogue_sheet(tmp_path / "catalogue.ods", WHOLE)


def test_error_in_a_cell_is_told(tmp_path):
    file = tmp_path / "catalogue.xlsx"
    write_catalogue_sheet(file, WHOLE)
    book = openpyxl.load_workbook(file)
    book.worksheets[0]["F4"].value = True
    book.save(file)
    assert [(fault.code, fault.field) for fault in faults_of(file).faults] == [("catalogue-sheet.cell", "F4")]


def test_row_without_an_entry_is_told(tmp_path):
    file = spoilt(tmp_path, 目录项名称="", 目录项编码="")
    codes = [(fault.code, fault.field) for fault in faults_of(file).faults]
    assert ("field.missing", "4.code") in codes
    assert ("field.missing", "4.name") in codes


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("3年", Years(3)),
        ("6 个月", Months(6)),
        ("30日", Days(30)),
        ("30天", Days(30)),
        ("7个工作日", WorkingDays(7)),
        ("7工作日", WorkingDays(7)),
        ("长期", "unlimited"),
        ("周", Days(7)),
        ("每月", Months(1)),
        ("季度", Months(3)),
        ("半年", Months(6)),
        ("年", Years(1)),
    ],
)
def test_periods_are_read_as_they_are_said(text, period):
    assert read_period(text) == period
    assert read_period(write_period(period)) == period


@pytest.mark.parametrize("text", ["", "0年", "三年", "3", "每3年"])
def test_what_is_no_period_is_refused(text):
    with pytest.raises((ValueError, KeyError)):
        read_period(text)


TEXT = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=8)


@settings(deadline=None)
@given(st.lists(st.builds(ListedCode, code=TEXT, meaning=st.none() | TEXT, stands_for=st.none() | TEXT), min_size=1))
def test_code_lists_are_read_back(codes):
    assert read_codes(write_codes(tuple(codes))) == tuple(codes)


def test_headers_are_each_there_once():
    headers = [column.header for column in (*ENTRY_COLUMNS, *ELEMENT_COLUMNS)]
    assert len(set(headers)) == len(headers)
    assert len({column.header for column in CATALOGUE_COLUMNS}) == len(CATALOGUE_COLUMNS)


def named(code):
    return code.rpartition(".")[2]


# What a sheet is read for beside its form: amounts that contradict the text, columns that no one knows by their place.
BESIDE = {"amount-conflict", "column-unknown", "column-unnamed", "unknown", "unnamed"}


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.glob("*_broken.*")))
def test_broken_sheets_have_the_same_cells_wrong_as_when_they_are_read(name):
    sheet = read_sheet(SAMPLES / name)
    report = sheet_conformance(SAMPLES / name, starter_catalogue().entry(sheet.dialect))
    read = {(fault.row, fault.column) for fault in sheet.faults if named(fault.code) not in BESIDE}
    held = {(fault.row, fault.element) for fault in report.faults if named(fault.code) not in BESIDE}
    assert len(read) > 5
    assert held == read
    assert report.rows == sheet.counts.rows_in


@pytest.mark.parametrize(
    "name", sorted(p.name for p in SAMPLES.glob("*.*") if p.suffix in {".csv", ".xlsx"} and "broken" not in p.name)
)
def test_clean_sheets_conform(name):
    sheet = read_sheet(SAMPLES / name)
    assert sheet_conformance(SAMPLES / name, starter_catalogue().entry(sheet.dialect)).conforms


def test_error_value_and_report_day_of_a_sheet(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["CF_WSH", "日期", None])
    book.active.append([True, date(2020, 1, 2)])
    file = tmp_path / "data.xlsx"
    book.save(file)
    entry = sound_entry(
        elements=(
            DataElement(code="CF_WSH", name="文书号"),
            DataElement(code="D", name="日期", type="day", not_after_report=True),
        )
    )
    report = sheet_conformance(file, entry, reported_on=date(2020, 1, 1))
    assert [(fault.row, fault.element, named(fault.code)) for fault in report.faults] == [
        (2, "CF_WSH", "cell-error"),
        (2, "D", "after-report"),
    ]
