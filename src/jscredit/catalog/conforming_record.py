"""A record against its entry: what it is, whom it is about, and what its fields hold (M8, M16)."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from jscredit.catalog.conformance_texts import conformance_fault
from jscredit.catalog.conforming import ConformanceReport, RowFault
from jscredit.catalog.element import DataElement
from jscredit.catalog.model import CatalogueEntry
from jscredit.catalog.row_rules import row_faults
from jscredit.catalog.vocabulary import ElementType
from jscredit.catalog.written import Written
from jscredit.deadlines import as_day
from jscredit.errors import Fault
from jscredit.records import CreditRecord, SubjectType, flat_storage_row, same_body


def record_conformance(
    record: CreditRecord, entry: CatalogueEntry, *, reported_on: date | None = None
) -> ConformanceReport:
    """Everything in which a record departs from its entry.

    Only elements that fill a field of records are looked at; what else the data held is judged before it becomes a
    record, by ``conformance``.

    Args:
        record: the record.
        entry: the entry.
        reported_on: the day of the report; some days are not after it.

    >>> from jscredit.records import Kind, Subject
    >>> element = DataElement(code="CF_WSH", name="文书号", required=True, field="document_number")
    >>> entry = CatalogueEntry(code="1", name="甲", kinds=(Kind.PENALTY,), elements=(element,))
    >>> record = CreditRecord(id="1", subject=Subject(name="甲店"), kind=Kind.BID_RIGGING)
    >>> [fault.code for fault in record_conformance(record, entry).faults]
    ['conformance.kind', 'conformance.required']
    """
    row = flat_storage_row(record)
    values = {one.code: [_written(one, row)] for one in entry.elements if one.field is not None}
    skipped = frozenset(one.code for one in entry.elements if one.field is None)
    day = as_day(reported_on) if reported_on else None
    found = (*_whole(record, entry), *row_faults(values, entry, day, skipped))
    return ConformanceReport(entry=entry.code, rows=1, faults=tuple(RowFault.of(1, fault) for fault in found))


def _whole(record: CreditRecord, entry: CatalogueEntry) -> Iterator[Fault]:
    if entry.kinds and record.kind not in entry.kinds:
        yield conformance_fault("kind", field="kind")
    if subject_fits(record, entry) is False:
        yield conformance_fault("subject-type", field="subject")
    if entry.provider and record.provider and not same_body(entry.provider, record.provider):
        yield conformance_fault("provider", field="provider")
    if record.catalogue_category and entry.category and record.catalogue_category is not entry.category:
        yield conformance_fault("category", field="catalogue_category")
    if record.sharing_class and entry.sharing_class and record.sharing_class is not entry.sharing_class:
        yield conformance_fault("sharing-class", field="sharing_class")


def subject_fits(record: CreditRecord, entry: CatalogueEntry) -> bool | None:
    """Whether an entry is about such a subject; None where the subject's type is not known well enough."""
    known, subject = set(entry.subject_types), record.subject
    if subject.type is not None:
        return not known or subject.type in known
    possible = set(SubjectType)
    if subject.is_natural_person is not None:
        person = {SubjectType.NATURAL_PERSON}
        possible = person if subject.is_natural_person else possible - person
    if not known or possible <= known:
        return True
    return None if possible & known else False


def _written(element: DataElement, row: Mapping[str, Any]) -> Written:
    """The field of a record as the element writes it."""
    field, _, part = (element.field or "").partition(":")
    value = row.get(field)
    if value is None or value == "":
        return None
    if part:
        numbers = (each.partition(":") for each in str(value).split(","))
        return next((number for kind, _, number in numbers if kind == part), None)
    if not element.codes:
        plain: Written = value
        return plain
    codes = {one.stands_for or one.code: one.code for one in reversed(element.codes)}
    written = [codes.get(each, each) for each in str(value).split(",")]
    return ";".join(dict.fromkeys(written)) if element.type == ElementType.CODES else written[0]
