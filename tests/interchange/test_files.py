import io
import sys
import zipfile
from datetime import date, datetime, time

import openpyxl
import pytest
import xlrd

from jscredit.errors import InvalidInput, MissingExtra
from jscredit.interchange import grid, read_sheet, xls, xlsx
from sheet_files import GOOD, PERSON, csv_text, write_bytes, write_csv, xls_bytes, xlsx_bytes


def code_of(path, **options):
    with pytest.raises(InvalidInput) as caught:
        read_sheet(path, **options)
    return caught.value.code


def faults_of(path):
    return [(fault.row, fault.column, fault.code) for fault in read_sheet(path).faults]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv_encodings(tmp_path, encoding):
    sheet = read_sheet(write_csv(tmp_path, {}, PERSON, encoding=encoding))
    assert [row.record.subject.name for row in sheet.rows] == ["虚构市甲辰食品有限公司", "样某甲"]


def test_csv_in_another_encoding(tmp_path):
    assert code_of(write_csv(tmp_path, {}, encoding="utf-16")) == "sheet.encoding"
    broken = b"\xef\xbb\xbf" + csv_text({}).encode("gb18030")
    assert code_of(write_bytes(tmp_path, broken)) == "sheet.encoding"


def test_csv_that_the_reader_refuses(tmp_path):
    assert code_of(write_bytes(tmp_path, b'"' + b"x" * 200_000)) == "sheet.unreadable"


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\r\n , \r\n\xe2\x80\x8b\r\n"])
def test_an_empty_file(tmp_path, content):
    assert code_of(write_bytes(tmp_path, content)) == "sheet.empty"


def test_blank_rows_are_no_rows_and_numbers_are_the_clerks(tmp_path):
    head, row = csv_text({}).splitlines()
    text = f"\n{head}\n,,\n{row}\n\n \n{row}\n,\n\u200b\n"
    sheet = read_sheet(write_bytes(tmp_path, text.encode()))
    assert [each.number for each in sheet.rows] == [4, 7]
    assert sheet.counts.rows_in == 2


@pytest.mark.parametrize("name", ["sheet.csv", "sheet.xls", "sheet"])
def test_the_content_tells_what_a_file_is(tmp_path, name):
    assert len(read_sheet(write_bytes(tmp_path, xlsx_bytes({}), name)).rows) == 1


def test_a_missing_file(tmp_path):
    with pytest.raises(FileNotFoundError):
        read_sheet(tmp_path / "none.csv")


def test_limits(tmp_path, monkeypatch):
    path = write_csv(tmp_path, {}, {}, {})
    monkeypatch.setattr(grid, "MAX_ROWS", 3)
    assert read_sheet(path).counts.rows_in == 3
    monkeypatch.setattr(grid, "MAX_ROWS", 2)
    assert code_of(path) == "sheet.too-many-rows"
    widest = tuple(f"x{n}" for n in range(256 - len(GOOD)))
    assert read_sheet(write_csv(tmp_path, headers=widest)).counts.rows_in == 0
    assert code_of(write_bytes(tmp_path, b",".join([b"x"] * 257))) == "sheet.too-many-columns"
    monkeypatch.setattr(grid, "MAX_MEGABYTES", 0)
    assert code_of(write_csv(tmp_path, {})) == "sheet.too-large"


def test_a_workbook_that_unpacks_to_too_much(tmp_path, monkeypatch):
    path = write_bytes(tmp_path, xlsx_bytes({}))
    monkeypatch.setattr(xlsx, "MAX_UNPACKED_MEGABYTES", 0)
    assert code_of(path) == "sheet.too-large"


def test_a_workbook_that_is_wider_than_any_sheet(tmp_path):
    book = openpyxl.Workbook()
    book.active.cell(1, 300, "x")
    book.active.cell(1, 257, "x")
    written = io.BytesIO()
    book.save(written)
    assert code_of(write_bytes(tmp_path, written.getvalue())) == "sheet.too-many-columns"


def test_damaged_workbooks(tmp_path):
    good = xlsx_bytes({})
    old = xls_bytes({})
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("x", "")
    broken_row = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as source, zipfile.ZipFile(broken_row, "w") as target:
        for member in source.infolist():
            content = source.read(member)
            cut = content[: len(content) // 2] if "sheet1" in member.filename else content
            target.writestr(member.filename, cut)
    for content in (good[:100], empty.getvalue(), broken_row.getvalue(), old[:600], old[:8] + b"\xff" * 4000):
        assert code_of(write_bytes(tmp_path, content)) == "sheet.unreadable"


def test_a_workbook_without_a_visible_sheet(tmp_path):
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes({})))
    book.create_sheet("2")
    book.worksheets[0].sheet_state = "hidden"
    written = io.BytesIO()
    book.save(written)
    # the second one is read, and it is empty
    assert code_of(write_bytes(tmp_path, written.getvalue())) == "sheet.empty"
    content = _all_hidden(written.getvalue())
    assert code_of(write_bytes(tmp_path, content)) == "sheet.unreadable"


def _all_hidden(content: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(written, "w") as target:
        for member in source.infolist():
            changed = source.read(member).replace(b'state="visible"', b'state="hidden"')
            target.writestr(member.filename, changed)
    return written.getvalue()


def test_days_of_new_workbooks(tmp_path):
    content = xlsx_bytes({"CF_JDRQ": date(2019, 3, 5), "SJC": datetime.fromisoformat("2019-03-20 10:30")})
    (row,) = read_sheet(write_bytes(tmp_path, content)).rows
    assert row.record.determined_on == date(2019, 3, 5)


def test_cells_of_other_types(tmp_path):
    content = xlsx_bytes(
        {"CF_JG": True},
        {"SJC": time(10, 30)},
        {"CF_SY": datetime.fromisoformat("2019-03-05")},
        {"SJC": "#N/A"},
        {"CF_SY": 1.5},
    )
    assert faults_of(write_bytes(tmp_path, content)) == [
        (2, "CF_JG", "sheet.cell-type"),
        (3, "SJC", "sheet.cell-type"),
        (4, "CF_SY", "sheet.cell-type"),
        (5, "SJC", "sheet.cell-error"),
    ]


@pytest.mark.parametrize(
    ("kind", "value", "cell"),
    [
        (xlrd.XL_CELL_EMPTY, "", None),
        (xlrd.XL_CELL_BLANK, "", None),
        (xlrd.XL_CELL_TEXT, "x", "x"),
        (xlrd.XL_CELL_NUMBER, 1.0, 1.0),
        (xlrd.XL_CELL_DATE, 43529.0, datetime.fromisoformat("2019-03-05")),
        (xlrd.XL_CELL_DATE, 1e30, grid.Unusable.OTHER),
        (xlrd.XL_CELL_BOOLEAN, 1, grid.Unusable.OTHER),
        (xlrd.XL_CELL_ERROR, 42, grid.Unusable.ERROR),
    ],
)
def test_cells_of_old_workbooks(kind, value, cell):
    assert xls._cell(kind, value, 0) == cell


@pytest.mark.parametrize(
    ("value", "cell"),
    [(date(2019, 3, 5), datetime.fromisoformat("2019-03-05")), (True, grid.Unusable.OTHER), (None, None), (1, 1)],
)
def test_cells_of_new_workbooks(value, cell):
    assert xlsx._cell(value) == cell


@pytest.mark.parametrize("dates_1904", [False, True])
def test_days_of_old_workbooks_by_either_calendar(tmp_path, dates_1904):
    content = xls_bytes({"CF_JDRQ": date(2019, 3, 5), "SJC": date(2019, 3, 20)}, dates_1904=dates_1904)
    book = xlrd.open_workbook(file_contents=content)
    serial = book.sheet_by_index(0).cell_value(1, list(GOOD).index("CF_JDRQ"))
    assert (book.datemode, serial) == ((1, 43529 - 1462) if dates_1904 else (0, 43529))
    (row,) = read_sheet(write_bytes(tmp_path, content)).rows
    assert row.record.determined_on == date(2019, 3, 5)


def test_the_1904_calendar():
    assert xls._cell(xlrd.XL_CELL_DATE, 43529.0 - 1462, 1) == datetime.fromisoformat("2019-03-05")


@pytest.mark.parametrize(("package", "content"), [("openpyxl", xlsx_bytes({})), ("xlrd", xls_bytes({}))])
def test_a_reader_that_is_not_installed(tmp_path, monkeypatch, package, content):
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtra) as caught:
        read_sheet(write_bytes(tmp_path, content))
    assert (caught.value.extra, caught.value.package) == ("sheets", package)


def test_a_value_that_makes_the_reader_warn_is_not_told(tmp_path, recwarn):
    # a resident's number in a cell formatted as a date
    content = xlsx_bytes({"CF_JDRQ": date(2019, 3, 5)})
    serial = b"<v>43529</v>"
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(written, "w") as target:
        for member in source.infolist():
            target.writestr(member.filename, source.read(member).replace(serial, b"<v>329901199003070012</v>"))
    assert faults_of(write_bytes(tmp_path, written.getvalue())) == [(2, "CF_JDRQ", "sheet.cell-error")]
    assert [str(each.message) for each in recwarn] == []


def test_every_kind_of_file_gives_the_same_record(tmp_path):
    sheets = [
        read_sheet(write_bytes(tmp_path, content, name))
        for content, name in ((xlsx_bytes({}, PERSON), "a.xlsx"), (xls_bytes({}, PERSON), "b.xls"))
    ]
    sheets.append(read_sheet(write_csv(tmp_path, {}, PERSON)))
    assert sheets[0] == sheets[1] == sheets[2]
