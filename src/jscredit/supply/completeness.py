"""M16, M8: which required fields of its catalogue entry a record lacks."""

from collections import defaultdict

from jscredit.catalog import CatalogueEntry, DataElement, RowSubject
from jscredit.records import CreditRecord, flat_storage_row


def missing_fields(record: CreditRecord, entry: CatalogueEntry) -> tuple[str, ...]:
    """The codes of the required elements that a record does not tell; for a group, its name, where it tells none.

    Only elements that fill a field of the record are asked: what a sheet holds beside them, no record shows.

    >>> from jscredit.records import Kind, Subject
    >>> number = DataElement(code="CF_WSH", name="文书号", required=True, field="document_number")
    >>> entry = CatalogueEntry(code="1", name="行政处罚", elements=(number,))
    >>> missing_fields(CreditRecord(id="1", subject=Subject(name="某店"), kind=Kind.PENALTY), entry)
    ('CF_WSH',)
    """
    row = flat_storage_row(record)
    told: defaultdict[str, bool] = defaultdict(bool)
    for element in entry.elements:
        if element.required and element.field in row and _is_asked(element, record):
            told[element.group or element.code] |= row[element.field] not in {None, ""}
    return tuple(name for name, is_told in told.items() if not is_told)


def _is_asked(element: DataElement, record: CreditRecord) -> bool:
    """Whether a record about such a subject must have it; where the subject's nature is not known, it need not."""
    if element.required_for is None:
        return True
    wanted = element.required_for is RowSubject.NATURAL_PERSON
    return record.subject.is_natural_person is wanted
