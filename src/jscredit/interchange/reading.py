"""Reading a sheet: every fault at once, and the good rows go on."""

import dataclasses
import os
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

from jscredit.errors import Fault, InvalidInput, Label
from jscredit.interchange.cells import read_cell
from jscredit.interchange.dialect import Column, Dialect, dialect_of
from jscredit.interchange.faults import refused, sheet_fault
from jscredit.interchange.grid import Cell, is_blank, read_grid
from jscredit.interchange.headers import Layout, layout_of
from jscredit.interchange.model import RowCount, Sheet, SheetCounts, SheetFault, SheetRow, SheetStatus
from jscredit.interchange.penalties import Penalty, penalty_of, subject_faults_of
from jscredit.interchange.terms import INFERRED_NOTICE, SHEET_PENALTY_REFLECTS_CREDIT
from jscredit.records import CreditRecord, SubjectType
from jscredit.records.facts import RECORD_FACTS, record_row
from jscredit.rules import JIANGSU_2018, Notice, Regime
from jscredit.rules.expressions import Literal
from jscredit.rules.ranges import Case
from jscredit.rules.resolve import resolve

_COUNTED = ("severity", "procedure", "reflects_credit", "conduct", "conduct_on")


def read_sheet(
    path: str | os.PathLike[str],
    *,
    dialect: str | None = None,
    regime: Regime = JIANGSU_2018,
    reported_on: date | None = None,
) -> Sheet:
    r"""The records of a sheet, and everything that is wrong with the rows that make none.

    Args:
        path: an .xls, .xlsx or .csv file, told by its content; of a workbook the first visible worksheet. CSV is
            UTF-8, with or without a byte order mark, or GB18030. The first row that is not blank has the headers:
            Chinese names or column codes.
        dialect: the kind of sheet; found from the headers where it is not given.
        regime: the law, with the settings of ``TERMS``.
        reported_on: the day of the report; days in the sheet are not after it.

    Raises:
        InvalidInput: nothing of the sheet can be read: ``sheet.`` and one of unreadable, encoding, too-large,
            too-many-rows, too-many-columns, empty, no-such-dialect, report-day, column-missing (every one of them).
        MissingExtra: a workbook, and the extra ``sheets`` is not installed.
        OSError: the file cannot be opened.

    >>> import tempfile, pathlib
    >>> row = {
    ...     "CF_WSH": "1号", "CF_CFMC": "某案", "CF_BM": "1", "CF_CFLB1": "警告", "CF_SY": "某事", "CF_YJ": "某法",
    ...     "CF_XDR_MC": "试例公司", "CF_XDR_SHXYM": "91329901MA1ABCD119", "CF_FR": "张三", "CF_JG": "警告",
    ...     "CF_JDRQ": "2019/3/5", "CF_XZJG": "某局", "CF_ZT": "0", "DFBM": "329901", "SJC": "2019年3月6日",
    ... }
    >>> text = "{}\n{}".format(",".join(row), ",".join(row.values()))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = pathlib.Path(folder, "sheet.csv")
    ...     _ = file.write_text(text, encoding="utf-8")
    ...     sheet = read_sheet(file)
    >>> sheet.rows[0].record.determined_on, sheet.faults
    (datetime.date(2019, 3, 5), ())
    """
    if reported_on is not None and (not isinstance(reported_on, date) or isinstance(reported_on, datetime)):
        raise refused("report-day")
    form = dialect_of(dialect)
    ((header_row, header), *body), others = read_grid(path)
    layout = layout_of(header, body, form)
    faults = [SheetFault.of(header_row, fault) for fault in layout.faults]
    read: dict[int, Penalty] = {}
    for number, cells in body:
        try:
            read[number] = _penalty(cells, number, layout, form, reported_on)
        except InvalidInput as error:
            faults += [SheetFault.of(number, fault) for fault in error.faults]
    reflects_credit = _inference(regime)
    rows = tuple(_row(number, penalty, reflects_credit) for number, penalty in read.items())
    return Sheet(
        dialect=form.id,
        rows=rows,
        faults=tuple(faults),
        counts=_counts(len(body), len({fault.row for fault in faults} - {header_row}), rows, read),
        notices=tuple(_notices(rows, others)),
    )


def _penalty(
    cells: tuple[Cell, ...], number: int, layout: Layout, dialect: Dialect, reported_on: date | None
) -> Penalty:
    values: dict[str, Any] = dict.fromkeys(column.role for column in dialect.columns)
    faults: list[Fault] = []
    for column, places in layout.places:
        try:
            values[column.role] = _value(cells, places, column, dialect)
        except InvalidInput as error:
            faults += [dataclasses.replace(fault, field=column.code) for fault in error.faults]
    faults += _day_faults(values, dialect, reported_on)
    spoilt = {fault.field for fault in faults}
    if not any(column.code in spoilt for column in dialect.columns if column.group or column.role == "representative"):
        faults += subject_faults_of(values, dialect)
    if faults:
        raise InvalidInput(*faults)
    return penalty_of(values, number)


def _value(cells: tuple[Cell, ...], places: tuple[int, ...], column: Column, dialect: Dialect) -> Any:
    """What the column says; where it stands there more than once, what all of its cells say."""
    filled = [cells[at] for at in places if at < len(cells)]
    if len(filled) > 1:
        filled = [cell for cell in filled if not is_blank(cell)]
    values = [read_cell(cell, column, dialect) for cell in filled or (None,)]
    if any(value != values[0] for value in values[1:]):
        raise refused("conflict")
    return values[0]


def _day_faults(values: dict[str, Any], dialect: Dialect, reported_on: date | None) -> Iterator[Fault]:
    for column in dialect.columns:
        day = values[column.role] if column.type == "day" else None
        if day is None:
            continue
        if column.not_before is not None:
            first = dialect.column(column.not_before)
            if values[first.role] is not None and day < values[first.role]:
                yield sheet_fault("before", field=column.code, other=first.headers[0])
        if column.not_after_report and reported_on is not None and day > reported_on:
            yield sheet_fault("after-report", field=column.code)


def _inference(regime: Regime) -> Callable[[CreditRecord], bool]:
    """Whether the term says of a record that it reflects the credit status. If not, that is no finding of a no."""
    node = resolve(SHEET_PENALTY_REFLECTS_CREDIT, regime)
    if isinstance(node, Literal):
        return lambda _record: node.value is True
    return lambda record: Case(record_row(record), regime.calendar).holds(node) is True


def _row(number: int, penalty: Penalty, reflects_credit: Callable[[CreditRecord], bool]) -> SheetRow:
    record = penalty.record
    if reflects_credit(record):
        record = dataclasses.replace(record, reflects_credit=True)
    return SheetRow(number=number, record=record, status=penalty.status)


def _counts(rows_in: int, reported: int, rows: tuple[SheetRow, ...], read: dict[int, Penalty]) -> SheetCounts:
    facts = [fact for fact in RECORD_FACTS if fact.name in _COUNTED]
    lacking: Counter[str] = Counter()
    for row in rows:
        lacking.update(name for name, value in record_row(row.record, facts).items() if value is None)
    statuses = Counter(row.status for row in rows)
    return SheetCounts(
        rows_in=rows_in,
        rows_out=len(rows),
        rows_reported=reported,
        lacking=tuple(RowCount(name=name, rows=lacking[name]) for name in _COUNTED),
        fines_unread=sum(penalty.fine_unread for penalty in read.values()),
        statuses=tuple(RowCount(name=status.value, rows=statuses[status]) for status in SheetStatus),
    )


def _notices(rows: tuple[SheetRow, ...], others: int) -> Iterator[Notice]:
    if any(row.record.reflects_credit for row in rows):
        yield INFERRED_NOTICE
    if any(row.record.subject.type is SubjectType.LEGAL_PERSON for row in rows):
        yield _ORGANISATION_TYPE
    doubtful = [row.number for row in rows if (code := row.record.subject.credit_code) and code.warnings]
    if doubtful:
        yield Notice(
            "sheet.organisation-check-digit",
            Label(
                f"以下各行信用代码中的组织机构代码校验码不符，请向登记机关核实：{'、'.join(map(str, doubtful))}",
                "in these rows the organisation code inside the credit code does not fit its check digit; ask the "
                f"registrar: {', '.join(map(str, doubtful))}",
            ),
        )
    if others:
        yield Notice(
            "sheet.other-worksheets",
            Label(f"只读取了第一张工作表，另有{others}张", f"the first worksheet was read; there are {others} more"),
        )


_ORGANISATION_TYPE = Notice(
    "sheet.organisation-type",
    Label(
        "表内不区分法人和非法人组织：除个体工商户外，组织均作为法人",
        "the sheet does not tell legal persons from unincorporated organisations: all but sole traders are taken for "
        "legal persons",
    ),
)
