"""What reading a sheet gives."""

from typing import ClassVar

from pydantic.dataclasses import dataclass

from jscredit.errors import Fault, Label, Lang
from jscredit.interchange.content import Content
from jscredit.records import CreditRecord, Value, Vocabulary
from jscredit.records.documents import Document
from jscredit.records.value import STRICT
from jscredit.rules import Notice


class SheetStatus(Vocabulary):
    """What a sheet says has become of a penalty or a licence."""

    NORMAL = "normal", "正常", "normal"
    REVOKED = "revoked", "撤销", "revoked"
    UNDER_OBJECTION = "under_objection", "异议", "under objection"
    OTHER = "other", "其他（见备注）", "other (see the remarks)"
    NOT_VALID = "not_valid", "无效", "not valid"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class SheetRow(Value):
    """One row that was read.

    Attributes:
        number: its number as a spreadsheet shows it; the header is a row too.
        record: the record that it holds.
        status: what has become of it. A revoked or disputed record is a record still.
        dialect: the kind of sheet that it stood in.
        content: what all of its cells say; what no record has a field for is only here.
    """

    number: int
    record: CreditRecord
    status: SheetStatus
    dialect: str
    content: Content


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class RejectedRow(Value):
    """A row that has a fault: what stood in its cells, to be written out, corrected and read again.

    Attributes:
        number: its number as a spreadsheet shows it.
        dialect: the kind of sheet that it stood in.
        content: its cells as they were, but for those in which digits were lost.
    """

    number: int
    dialect: str
    content: Content


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class SheetFault(Value):
    """One thing that is wrong in a sheet; never what stood in the cell.

    Attributes:
        row: the number of the row as a spreadsheet shows it.
        column: the format's code of the column; its letter where the header is not known; None for the whole row.
        code: a stable code.
        message: what is wrong.
        cure: how to mend it.
        clause: the clause behind it, where there is one.
    """

    row: int
    column: str | None
    code: str
    message: Label
    cure: Label
    clause: str | None = None

    @classmethod
    def of(cls, row: int, fault: Fault) -> "SheetFault":
        """A fault at its row."""
        return cls(
            row=row, column=fault.field, code=fault.code, message=fault.message, cure=fault.cure, clause=fault.clause
        )

    def text(self, lang: Lang = "zh") -> str:
        """The fault as one line in one language."""
        where = Label("第{row}行", "row {row}").filled(row=self.row).text(lang)
        column = f" {self.column}" if self.column else ""
        clause = f" ({self.clause})" if self.clause else ""
        stop = "；" if lang == "zh" else "; "
        return f"{where}{column} [{self.code}] {self.message.text(lang)}{clause}{stop}{self.cure.text(lang)}"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class RowCount(Value):
    """How many rows something is true of.

    Attributes:
        name: the fact or the status.
        rows: how many rows.
    """

    name: str
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class SheetCounts(Value):
    """What became of the rows: ``rows_in`` is always ``rows_out`` and ``rows_reported`` together.

    Attributes:
        rows_in: the rows of data in the file, without the header and blank rows.
        rows_out: those that were read.
        rows_reported: those with a fault.
        lacking: for each fact that rules ask for, how many of the rows read do not have it.
        fines_unread: how many of the rows read speak of a fine whose amount could not be read beyond doubt.
        statuses: how many of the rows read have each status.
    """

    rows_in: int
    rows_out: int
    rows_reported: int
    lacking: tuple[RowCount, ...]
    fines_unread: int
    statuses: tuple[RowCount, ...]


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Sheet(Document):
    """A sheet that was read: the good rows, and all that is wrong with the others.

    Attributes:
        dialect: the kind of sheet.
        rows: the rows that were read, in the order of the file.
        faults: all faults, by row; those of the headers stand at the header's row.
        rejected: the rows that have a fault, for ``write_sheet``.
        counts: what became of the rows.
        notices: what was inferred in reading, and what was left unread.
    """

    schema_name: ClassVar[str] = "jscredit.sheet"

    dialect: str
    rows: tuple[SheetRow, ...]
    faults: tuple[SheetFault, ...]
    rejected: tuple[RejectedRow, ...]
    counts: SheetCounts
    notices: tuple[Notice, ...]
