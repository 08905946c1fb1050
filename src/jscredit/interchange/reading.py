"""Reading a sheet: every fault at once, and the good rows go on."""

import os
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from pydantic import ValidationError

from jscredit.errors import InvalidInput, safe
from jscredit.interchange.dialect import Dialect, dialect_of
from jscredit.interchange.faults import refused
from jscredit.interchange.grid import GridRow, is_blank, read_grid
from jscredit.interchange.headers import Layout, detected, layout_of
from jscredit.interchange.licences import licence_of
from jscredit.interchange.model import (
    RejectedRow,
    RowCount,
    Sheet,
    SheetCounts,
    SheetFault,
    SheetRow,
    SheetStatus,
)
from jscredit.interchange.notices import notices_of
from jscredit.interchange.penalties import fine_of, penalty_of
from jscredit.interchange.rows import Met, met_nothing, raw_content, read_row
from jscredit.interchange.terms import SHEET_PENALTY_REFLECTS_CREDIT
from jscredit.records import CreditRecord
from jscredit.records.facts import RECORD_FACTS, record_row
from jscredit.rules import JIANGSU_2018, Regime
from jscredit.rules.expressions import Literal
from jscredit.rules.ranges import Case
from jscredit.rules.resolve import resolve

Progress = Callable[[int, int], None]
"""Told now and then how many rows of how many are done."""

_STEP = 500
_COUNTED = {
    "penalty": ("severity", "procedure", "reflects_credit", "conduct", "conduct_on"),
    "licence": ("determined_on", "also_qualification"),
}


@dataclass(slots=True)
class _Reader:
    """What is the same for all rows of a sheet."""

    dialect: Dialect
    layout: Layout
    reported_on: date | None
    reflects_credit: Callable[[CreditRecord], bool]
    always: bool | None
    met: Met
    fines_unread: int = 0

    def row(self, number: int, cells: tuple[Any, ...]) -> SheetRow:
        """A row as its record, with what goes beside it."""
        values, content = read_row(cells, self.layout, self.dialect, self.reported_on, self.met)
        try:
            record = self._record(values, number)
        except ValidationError as error:
            # The fields of a record are no columns.
            raise InvalidInput(*(replace(fault, field=None) for fault in safe(error).faults)) from None
        status = values.get("status") or SheetStatus.NORMAL
        return SheetRow(number=number, record=record, status=status, dialect=self.dialect.id, content=content)

    def _record(self, values: dict[str, Any], number: int) -> CreditRecord:
        if self.dialect.kind == "licence":
            return licence_of(values, number)
        record = penalty_of(values, number, reflects_credit=self.always)
        if self.always is None and self.reflects_credit(record):
            record = replace(record, reflects_credit=True)
        self.fines_unread += fine_of(values, record.penalty_types or ()).unread
        return record


def read_sheet(
    path: str | os.PathLike[str],
    *,
    dialect: str | None = None,
    regime: Regime = JIANGSU_2018,
    reported_on: date | None = None,
    progress: Progress | None = None,
) -> Sheet:
    r"""The records of a sheet, and everything that is wrong with the rows that make none.

    Args:
        path: an .xls, .xlsx or .csv file, told by its content; of a workbook the first visible worksheet. CSV is
            UTF-8, with or without a byte order mark, or GB18030. The first row that is not blank has the headers:
            Chinese names or column codes.
        dialect: the kind of sheet, one of ``dialect_ids()``; found from the headers where it is not given, and never
            guessed where two fit.
        regime: the law, with the settings of ``TERMS``.
        reported_on: the day of the report; days in the sheet are not after it.
        progress: called now and then with how many rows are done, and of how many.

    Raises:
        InvalidInput: nothing of the sheet can be read: ``sheet.`` and one of unreadable, encoding, too-large,
            too-many-rows, too-many-columns, empty, no-such-dialect, dialect-ambiguous, dialect-unknown, report-day,
            column-missing (every one of them).
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
    >>> sheet.dialect, sheet.rows[0].record.determined_on, sheet.faults
    ('jiangsu-2016-penalty', datetime.date(2019, 3, 5), ())
    """
    if reported_on is not None and (not isinstance(reported_on, date) or isinstance(reported_on, datetime)):
        raise refused("report-day")
    named = None if dialect is None else dialect_of(dialect)
    ((header_row, header), *body), others = read_grid(path)
    form = named or detected(header)
    layout = layout_of(header, body, form)
    body = [row for row in body if _is_data(row, layout)] if layout.report else body
    always, reflects_credit = _inference(regime)
    reader = _Reader(form, layout, reported_on, reflects_credit, always, met_nothing(layout))
    rows, faults, rejected = _read(reader, body, progress or _silent)
    return Sheet(
        dialect=form.id,
        rows=tuple(rows),
        faults=(*(SheetFault.of(header_row, fault) for fault in layout.faults), *faults),
        rejected=tuple(rejected),
        counts=_counts(rows, len(rejected), form, reader.fines_unread),
        notices=tuple(notices_of(rows, form, others)),
    )


def _silent(_done: int, _all: int) -> None:
    pass


def _is_data(row: GridRow, layout: Layout) -> bool:
    return any(not is_blank(cell) for at, cell in enumerate(row[1]) if at not in layout.report)


def _read(
    reader: _Reader, body: list[GridRow], progress: Progress
) -> tuple[list[SheetRow], list[SheetFault], list[RejectedRow]]:
    rows: list[SheetRow] = []
    faults: list[SheetFault] = []
    rejected: list[RejectedRow] = []
    for done, (number, cells) in enumerate(body, start=1):
        try:
            rows.append(reader.row(number, cells))
        except InvalidInput as error:
            faults += [SheetFault.of(number, fault) for fault in error.faults]
            rejected.append(_rejected(number, cells, reader))
        if not done % _STEP or done == len(body):
            progress(done, len(body))
    return rows, faults, rejected


def _rejected(number: int, cells: tuple[Any, ...], reader: _Reader) -> RejectedRow:
    return RejectedRow(number=number, dialect=reader.dialect.id, content=raw_content(cells, reader.layout))


def _inference(regime: Regime) -> tuple[bool | None, Callable[[CreditRecord], bool]]:
    """Whether the term says of every record, or of a record, that it reflects the credit status.

    If it does not, that is no finding of a no.
    """
    node = resolve(SHEET_PENALTY_REFLECTS_CREDIT, regime)
    if isinstance(node, Literal):
        return (True if node.value is True else None), lambda _record: False
    return None, lambda record: Case(record_row(record), regime.calendar).holds(node) is True


def _counts(rows: list[SheetRow], reported: int, dialect: Dialect, fines_unread: int) -> SheetCounts:
    names = _COUNTED[dialect.kind]
    facts = [fact for fact in RECORD_FACTS if fact.name in names]
    lacking: Counter[str] = Counter()
    for row in rows:
        lacking.update(name for name, value in record_row(row.record, facts).items() if value is None)
    statuses = Counter(row.status for row in rows)
    return SheetCounts(
        rows_in=len(rows) + reported,
        rows_out=len(rows),
        rows_reported=reported,
        lacking=tuple(RowCount(name=name, rows=lacking[name]) for name in names),
        fines_unread=fines_unread,
        statuses=tuple(RowCount(name=status.value, rows=statuses[status]) for status in SheetStatus),
    )
