"""Rows against their entry: types, lengths, what is required, groups, code lists, the order of days (M8, M16).

Every fault comes at once, and none carries a value.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from pydantic.dataclasses import dataclass

from jscredit.catalog.conformance_texts import conformance_fault
from jscredit.catalog.element import DataElement
from jscredit.catalog.forbidden import ForbiddenAddition, forbidden_in, forbidden_in_name
from jscredit.catalog.model import CatalogueEntry
from jscredit.catalog.row_rules import row_faults
from jscredit.catalog.vocabulary import ForbiddenElement
from jscredit.catalog.written import Written, trimmed, visible
from jscredit.deadlines import as_day
from jscredit.errors import Fault, Label, Lang
from jscredit.records import Document, Value, mask_numbers_in
from jscredit.records.identifiers.text import half_width
from jscredit.records.telling import told_html
from jscredit.records.value import STRICT, Text


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class RowFault(Value):
    """One thing that is wrong with a row; never what stood in it.

    Attributes:
        row: which row, from 1; 0 for what is wrong with the columns themselves.
        element: the code of the data element; None for the whole row.
        place: of a column that the entry does not know, which column it is, from 1.
        code: a stable code.
        message: what is wrong.
        cure: how to mend it.
        clause: the clause behind it, where there is one.
    """

    row: int
    element: Text | None = None
    place: int | None = None
    code: str
    message: Label
    cure: Label
    clause: str | None = None

    @classmethod
    def of(cls, row: int, fault: Fault, place: int | None = None) -> "RowFault":
        """A fault at its row."""
        return cls(
            row=row,
            element=fault.field,
            place=place,
            code=fault.code,
            message=fault.message,
            cure=fault.cure,
            clause=fault.clause,
        )

    def text(self, lang: Lang = "zh") -> str:
        """The fault as one line in one language."""
        parts = [Label("第{n}行", "row {n}").filled(n=self.row).text(lang)]
        if self.element:
            parts.append(mask_numbers_in(self.element))
        elif self.place is not None:
            parts.append(Label("第{n}列", "column {n}").filled(n=self.place).text(lang))
        clause = f" ({self.clause})" if self.clause else ""
        stop = "；" if lang == "zh" else "; "
        return f"{' '.join(parts)} [{self.code}] {self.message.text(lang)}{clause}{stop}{self.cure.text(lang)}"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ConformanceReport(Document):
    """Rows, or a record, against an entry.

    Attributes:
        entry: the code of the entry.
        rows: how many rows there were.
        faults: all that is wrong, by row.
    """

    schema_name: ClassVar[str] = "jscredit.conformance"

    entry: Text
    rows: int
    faults: tuple[RowFault, ...] = ()

    @property
    def conforms(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults

    def explain(self, lang: Lang = "zh") -> str:
        """One line for each fault."""
        if self.conforms:
            return "与目录项相符" if lang == "zh" else "it conforms to the entry"
        return "\n".join(fault.text(lang) for fault in self.faults)

    def _repr_html_(self) -> str:
        return told_html(self.explain)


def conformance(
    rows: Iterable[Mapping[str, Any]],
    entry: CatalogueEntry,
    *,
    reported_on: date | None = None,
    additions: Iterable[ForbiddenAddition] = (),
) -> ConformanceReport:
    """Every row of data against the rules of its entry.

    A column is known by the code, the name or an alias of an element. What stands in a forbidden one is not read.

    Args:
        rows: the values by column: texts, figures or dates, None for blank.
        entry: the entry.
        reported_on: the day of the report; some days are not after it.
        additions: what a law or a regulation forbids beside M14.

    >>> from jscredit.catalog import DataElement
    >>> element = DataElement(code="CF_WSH", name="文书号", required=True, max_length=3)
    >>> entry = CatalogueEntry(code="1", name="甲", elements=(element,))
    >>> report = conformance([{"文书号": "1号"}, {"CF_WSH": "12345"}, {}], entry)
    >>> [(fault.row, fault.code) for fault in report.faults]
    [(2, 'conformance.too-long'), (3, 'conformance.required')]
    """
    known, report_day = Known(entry, additions), as_day(reported_on) if reported_on else None
    found: list[RowFault] = []
    count = 0
    for count, row in enumerate(rows, start=1):
        found += known.faults_of(count, row, report_day)
    return ConformanceReport(entry=entry.code, rows=count, faults=tuple(found))


class Known:
    """An entry made ready: its elements by every name that a column may have, and which of them are forbidden."""

    def __init__(self, entry: CatalogueEntry, additions: Iterable[ForbiddenAddition]) -> None:
        self.entry, self.additions = entry, tuple(additions)
        self.names = {
            header_key(name): element
            for element in entry.elements
            for name in (*element.aliases, element.name, element.code)
            if name
        }
        self.forbidden = {
            element.code: hit.element
            for element in entry.elements
            if (hit := forbidden_in(element, additions=self.additions))
        }

    def faults_of(self, number: int, row: Mapping[str, Any], report_day: date | None) -> Iterator[RowFault]:
        """Everything that is wrong with a row."""
        values: defaultdict[str, list[Written]] = defaultdict(list)
        for place, (header, value) in enumerate(row.items(), start=1):
            element, filled = self.names.get(header_key(header)), trimmed(value)
            if element is not None and element.code not in self.forbidden:
                values[element.code].append(filled)
            elif filled is not None and (fault := self.column_fault(header)):
                yield RowFault.of(number, fault, place)
        for fault in row_faults(values, self.entry, report_day, frozenset(self.forbidden)):
            yield RowFault.of(number, fault)

    def column_fault(self, header: str | None) -> Fault | None:
        """What is wrong with a column itself, by its header. It is told by its place: a header may be anything."""
        if header is None:
            return conformance_fault("unnamed")
        element = self.names.get(header_key(header))
        if element is not None:
            found = self.forbidden.get(element.code)
            return _forbidden(found, element.code) if found else None
        hit = forbidden_in_name(header, additions=self.additions)
        return _forbidden(hit.element, None) if hit else conformance_fault("unknown")

    def repeated(self, headers: Iterable[str | None]) -> Iterator[Fault]:
        """The elements that have more than one column."""
        named = (self.names.get(header_key(header)) for header in headers if header)
        counted = Counter(element.code for element in named if element is not None)
        yield from (conformance_fault("repeated", field=code) for code, count in counted.items() if count > 1)

    def absent(self, headers: Iterable[str | None]) -> Iterator[DataElement]:
        """The required elements that have no column; of a group that has none, every one."""
        there = {element.code for header in headers if header and (element := self.names.get(header_key(header)))}
        groups = {element.group for element in self.entry.elements if element.code in there}
        for element in self.entry.elements:
            wanted = element.required and not element.may_be_absent and element.code not in self.forbidden
            if wanted and element.code not in there and (element.group is None or element.group not in groups):
                yield element


def sheet_report(  # noqa: PLR0913 - the parts of a sheet
    headers: Sequence[str | None],
    rows: Iterable[tuple[int, Sequence[Any]]],
    entry: CatalogueEntry,
    *,
    header_row: int,
    reported_on: date | None = None,
    additions: Iterable[ForbiddenAddition] = (),
) -> ConformanceReport:
    """A sheet against its entry: what is wrong with its columns once, and what is wrong with each row.

    Args:
        headers: the headers of its columns; None for a blank one.
        rows: the number of each row, and its cells.
        entry: the entry.
        header_row: the number of the row of headers.
        reported_on: the day of the report.
        additions: what a law or a regulation forbids beside M14.
    """
    known, report_day = Known(entry, additions), as_day(reported_on) if reported_on else None
    lines = [(number, list(cells)) for number, cells in rows]
    width = max((len(cells) for _, cells in lines), default=0)
    headers = (*headers, *[None] * (width - len(headers)))
    absent = tuple(known.absent(headers))
    found = [RowFault.of(header_row, conformance_fault("column-missing", field=each.code)) for each in absent]
    for place, header in enumerate(headers):
        filled = header is not None or any(trimmed(_at(cells, place)) is not None for _, cells in lines)
        fault = known.column_fault(header) if filled else None
        if fault:
            found.append(RowFault.of(header_row, fault, place + 1))
    found += [RowFault.of(header_row, fault) for fault in known.repeated(headers)]
    lost = {each.group for each in absent} - {None}
    skipped = frozenset(
        {*known.forbidden, *(each.code for each in absent), *(one.code for one in entry.elements if one.group in lost)}
    )
    named = [known.names.get(header_key(header)) if header else None for header in headers]
    for number, cells in lines:
        values: defaultdict[str, list[Written]] = defaultdict(list)
        for place, element in enumerate(named):
            if element is not None and element.code not in skipped:
                values[element.code].append(trimmed(_at(cells, place)))
        found += (RowFault.of(number, fault) for fault in row_faults(values, entry, report_day, skipped))
    return ConformanceReport(entry=entry.code, rows=len(lines), faults=tuple(found))


def _at(cells: Sequence[Any], place: int) -> Any:
    return cells[place] if place < len(cells) else None


def header_key(name: str) -> str:
    """A header without white space and invisible characters, brackets half-width, in capitals."""
    return "".join(half_width(visible(str(name))).split()).upper()


def _forbidden(element: ForbiddenElement, code: str | None) -> Fault:
    return conformance_fault("forbidden", field=code, zh=element.label.zh, en=element.label.en)
