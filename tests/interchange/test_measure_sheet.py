"""A measure list (J16) from a sheet: read, and every fault with its row, field, clause and cure."""

import csv
import dataclasses
from datetime import date, datetime

import pytest

from jscredit.errors import InvalidInput
from jscredit.interchange import read_measure_list
from jscredit.interchange.grid import Unusable
from jscredit.interchange.measure_sheet import _text
from jscredit.measures import (
    Force,
    Implementer,
    MeasureKind,
    MeasureList,
    MeasureObject,
    MeasureSide,
    Need,
    default_measures,
)
from jscredit.measures.compare import FIELDS, shown
from jscredit.records import Matter
from measure_cases import AUTHORITY


def xlsx_file(tmp_path, row):
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(list(row))
    book.active.append(list(row.values()))
    book.save(tmp_path / "list.xlsx")
    return tmp_path / "list.xlsx"


HEADERS = {"id": "编号"} | {field: label.zh for field, label in FIELDS.items()}
IN_WORDS = ("initiator", "sharing", "name", "basis")


def row_of(measure, lang="zh"):
    row = {HEADERS["id"]: measure.id}
    for field in FIELDS:
        value = getattr(measure, field)
        row[HEADERS[field]] = "" if value in (None, ()) else shown(value, lang)
    for field in IN_WORDS:
        row[f"{HEADERS[field]}（英文）"] = getattr(measure, field).en
        row[HEADERS[field]] = getattr(measure, field).zh
    return row


def csv_file(tmp_path, rows, headers=None):
    path = tmp_path / "list.csv"
    headers = headers or list(rows[0])
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(headers)
        writer.writerows([row.get(name, "") for name in headers] for row in rows)
    return path


def read(path, **options):
    return read_measure_list(path, **({"title": "清单", "edition": "2020", "issuer": AUTHORITY} | options))


def faults(path, **options):
    with pytest.raises(InvalidInput) as caught:
        read(path, **options)
    return [(one.code, one.field, one.data.get("row")) for one in caught.value.faults], caught.value


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_measure_of_the_text_written_and_read_again(tmp_path, lang):
    measures = default_measures().measures
    found = read(csv_file(tmp_path, [row_of(one, lang) for one in measures]), published_on=date(2020, 1, 2))
    assert found.measures == measures
    assert (found.title.zh, found.edition, found.issuer, found.published_on) == (
        "清单",
        "2020",
        AUTHORITY,
        date(2020, 1, 2),
    )
    assert MeasureList.from_storage_json(found.to_storage_json()) == found


def test_a_workbook_with_codes_and_numbers(tmp_path):
    (measure, *_) = default_measures().measures
    row = row_of(measure) | {"编号": 1, "实施对象": "enterprise,market_subject\nnatural_person", "轻重等级": 2}
    (found,) = read(xlsx_file(tmp_path, row)).measures
    assert (found.id, found.grade) == ("1", 2)
    wanted = (MeasureObject.ENTERPRISE, MeasureObject.MARKET_SUBJECT, MeasureObject.NATURAL_PERSON)
    assert found.objects == wanted


def test_every_fault_at_once(tmp_path):
    one, two, three = (row_of(measure) for measure in default_measures().measures[:3])
    rows = [
        one | {"实施依据": "", "效力": "须", "多余": "x"},
        two | {"实施对象": "企业、外星人", "依据位阶": "天条", "轻重等级": "重"},
        three | {"编号": two["编号"], "载明条款": "M30"},
    ]
    found, error = faults(csv_file(tmp_path, rows, [*one, "多余"]))
    assert found == [
        ("sheet.column-unknown", None, None),
        ("field.missing", "basis", 2),
        ("field.enum", "force", 2),
        ("field.enum", "objects.1", 3),
        ("field.enum", "basis_rank", 3),
        ("field.int-type", "grade", 3),
        ("measure.place", "place", 4),
        ("measures.twice", "measures", None),
    ]
    by_field = {fault.field: fault for fault in error.faults}
    assert by_field["basis"].clause == by_field["objects.1"].clause == "J16"
    assert "any_subject" in by_field["objects.1"].cure.zh
    assert "外星人" not in str(error)
    assert "天条" not in str(error)


def test_columns_that_are_missing_repeated_or_unnamed(tmp_path):
    row = row_of(default_measures().measures[0])
    without = {name: value for name, value in row.items() if name != "信息共享方式"}
    found, error = faults(csv_file(tmp_path, [without]))
    assert found == [("sheet.column-missing", "sharing", None)]
    assert error.faults[0].message.zh == "缺少必备列“信息共享方式”"
    found, error = faults(csv_file(tmp_path, [row | {"": "x"}], [*row, "编号", ""]))
    assert [code for code, *_ in found] == ["sheet.column-repeated", "sheet.column-unnamed"]
    assert error.faults[1].data["column"] == len(row) + 2


def test_the_wrong_issuer_and_no_rows(tmp_path):
    row = row_of(default_measures().measures[0])
    found, _ = faults(csv_file(tmp_path, [row]), issuer=dataclasses.replace(AUTHORITY, roles=()))
    assert found == [("measures.missing", "issuer_is_credit_authority", None)]
    found, _ = faults(csv_file(tmp_path, [], list(row)))
    assert found == [("measures.empty", "measures", None)]


def test_a_cell_that_holds_a_day_is_read_as_text(tmp_path):
    row = row_of(default_measures().measures[0]) | {"实施依据": datetime(2020, 1, 2)}  # noqa: DTZ001 - a cell
    (found,) = read(xlsx_file(tmp_path, row)).measures
    assert found.basis.zh.startswith("2020-01-02")


@pytest.mark.parametrize(
    "kind", [MeasureSide, MeasureKind, Force, MeasureObject, Implementer, Need, Matter], ids=lambda kind: kind.__name__
)
def test_names_can_stand_side_by_side_in_a_cell(kind):
    for one in kind:
        assert not set(one.label.zh + one.label.en) & set("、，,；;\n")
    for lang in ("zh", "en"):
        assert len({one.label.text(lang) for one in kind}) == len(kind)


@pytest.mark.parametrize(("cell", "text"), [(2.0, "2"), (2.5, "2.5"), (3, "3"), (Unusable.ERROR, ""), (" 甲 ", "甲")])
def test_a_cell_as_text(cell, text):
    assert _text(cell) == text
