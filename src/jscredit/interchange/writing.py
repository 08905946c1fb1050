"""Writing a sheet: codes as text, no cell a formula, beside it the rows to be corrected."""

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from jscredit.interchange.dialect import Dialect, dialect_ids, dialect_of
from jscredit.interchange.faults import refused
from jscredit.interchange.model import RejectedRow, RowCount, SheetFault, SheetRow
from jscredit.interchange.report import REPORT_HEADERS
from jscredit.interchange.texts import cell_texts, raw_texts
from jscredit.interchange.workbook import csv_bytes, xlsx_bytes
from jscredit.records import CreditRecord, Kind

Texts = tuple[str, ...]
_KINDS = {Kind.PENALTY: "penalty", Kind.ADMINISTRATIVE_LICENCE: "licence"}


def write_sheet(
    path: str | os.PathLike[str],
    rows: Iterable[SheetRow | CreditRecord],
    *,
    dialect: str,
    faults: Sequence[SheetFault] = (),
    rejected: Sequence[RejectedRow] = (),
) -> tuple[RowCount, ...]:
    """Write rows as a sheet, and beside it those that have a fault, for a clerk to correct and send back.

    Every cell is a text: no code loses a digit and nothing becomes a formula. In a CSV a text that begins like a
    formula gets an apostrophe before it, which ``read_sheet`` takes off again. CSV is UTF-8 with a byte order mark. A
    spreadsheet program shows long codes of a CSV as figures; give clerks .xlsx. The same rows give the same bytes.

    Args:
        path: a file whose name ends in .csv or .xlsx. The rows with faults go into a file of the same name with
            ``_faults`` before the suffix; it is a sheet of the dialect that they were read in, with the faults in its
            first columns, and can be read as it is. It has real personal numbers, as the sheet itself has.
        rows: rows of a sheet, or records. In the dialect that it was read in, a row is written with all of its cells;
            in another one, and a record anyhow, with what the two have in common.
        dialect: the kind of sheet, one of ``dialect_ids()``.
        faults: ``Sheet.faults``.
        rejected: ``Sheet.rejected``.

    Returns:
        Each column that a sheet of this dialect must fill and some rows leave blank, and how many.

    Raises:
        InvalidInput: ``sheet.file-type``; ``sheet.no-such-dialect``; ``sheet.other-kind``, for a licence in a sheet of
            penalties or the reverse.
        MissingExtra: for .xlsx, where the extra ``sheets`` is not installed.
        OSError: the file cannot be written.

    >>> import tempfile, pathlib
    >>> from jscredit.records import Subject
    >>> record = CreditRecord(id="1", subject=Subject(credit_code="91329901MA1ABCD119"), kind=Kind.PENALTY)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     lacking = write_sheet(pathlib.Path(folder, "sheet.csv"), [record], dialect="jiangsu-2016-penalty")
    >>> [count.name for count in lacking][:3]
    ['CF_WSH', 'CF_CFMC', 'CF_BM']
    """
    file, form = Path(path), dialect_of(dialect)
    pack = {".csv": csv_bytes, ".xlsx": xlsx_bytes}.get(file.suffix.lower())
    if pack is None:
        raise refused("file-type")
    written = [cell_texts(_of_kind(row, form), form) for row in rows]
    headers = tuple(_header(form))
    file.write_bytes(pack(_without_absent([headers, *written], form)))
    if faults or rejected:
        beside = file.with_name(f"{file.stem}_faults{file.suffix}")
        theirs = dialect_of(rejected[0].dialect) if rejected else form
        lines = [(*REPORT_HEADERS, *_header(theirs)), *_to_correct(faults, rejected, theirs)]
        named = {fault.column for fault in faults}
        beside.write_bytes(pack(_without_absent(lines, theirs, named)))
    return tuple(_lacking(written, form))


def _of_kind(row: SheetRow | CreditRecord, dialect: Dialect) -> SheetRow | CreditRecord:
    record = row if isinstance(row, CreditRecord) else row.record
    if _KINDS.get(record.kind) != dialect.kind:
        others = [name for name in dialect_ids() if dialect_of(name).kind == _KINDS.get(record.kind)]
        raise refused("other-kind", kind=_KINDS.get(record.kind, "-"), dialects=", ".join(others))
    return row


def _without_absent(lines: list[Texts], dialect: Dialect, named: AbstractSet[str | None] = frozenset()) -> list[Texts]:
    """The lines without the columns that may be away as a whole and are blank in all rows; faults keep theirs."""
    before = len(lines[0]) - len(dialect.columns)
    away = {
        before + at
        for at, column in enumerate(dialect.columns)
        if column.may_be_absent and column.code not in named and not any(line[before + at] for line in lines[1:])
    }
    return [tuple(text for at, text in enumerate(line) if at not in away) for line in lines] if away else lines


def _header(dialect: Dialect) -> Iterator[str]:
    return (column.headers[0] if column.headers else column.code for column in dialect.columns)


def _to_correct(
    faults: Sequence[SheetFault], rejected: Sequence[RejectedRow], dialect: Dialect
) -> Iterator[tuple[str, ...]]:
    """One line for each row with a fault, all of its faults told before its cells."""
    found: defaultdict[int, list[SheetFault]] = defaultdict(list)
    for fault in faults:
        found[fault.row].append(fault)
    cells = {row.number: row for row in rejected}
    for number in sorted(found.keys() | cells.keys()):
        told = found[number]
        yield (
            str(number),
            "\n".join(fault.column or "-" for fault in told),
            *("\n".join(texts) for texts in _telling(told)),
            *raw_texts(cells.get(number), dialect),
        )


def _telling(faults: list[SheetFault]) -> Iterator[list[str]]:
    yield [fault.message.zh for fault in faults]
    yield [fault.message.en for fault in faults]
    yield [fault.cure.zh for fault in faults]
    yield [fault.cure.en for fault in faults]


def _lacking(written: Sequence[Texts], dialect: Dialect) -> Iterator[RowCount]:
    blank: Counter[str] = Counter()
    for texts in written:
        blank.update(
            column.code
            for column, text in zip(dialect.columns, texts, strict=True)
            if not text and column.needs_value and not column.may_be_absent
        )
    yield from (RowCount(name=column.code, rows=blank[column.code]) for column in dialect.columns if blank[column.code])
