"""What every report on a sheet says of the sheet itself."""

from typing import Any

from jscredit.errors import Label
from jscredit.interchange import Sheet, SheetFault
from jscredit.rules import Notice


def faults_document(read: Sheet) -> list[dict[str, Any]]:
    """The faults, each with its place and in both languages."""
    return [
        {"row": fault.row, "column": fault.column, "code": fault.code, "zh": fault.text("zh"), "en": fault.text("en")}
        for fault in read.faults
    ]


def counts_document(read: Sheet) -> dict[str, Any]:
    """What became of the rows."""
    counts = read.counts
    return {"rows_in": counts.rows_in, "rows_out": counts.rows_out, "rows_reported": counts.rows_reported}


def notices_document(read: Sheet) -> list[dict[str, str]]:
    """What was inferred in reading, and what was left unread."""
    return [{"code": notice.code, "zh": notice.label.zh, "en": notice.label.en} for notice in read.notices]


def label_of(told: Notice | SheetFault) -> Label:
    """A notice or a fault in both languages."""
    return Label(told.text("zh"), told.text("en"))
