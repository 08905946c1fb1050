"""M16, M8: which required fields of its catalogue entry a record lacks."""

from jscredit.catalog import CatalogueEntry
from jscredit.catalog.conforming_record import record_conformance
from jscredit.records import CreditRecord

_LACKING = frozenset({"conformance.required", "conformance.required-for", "conformance.group"})


def missing_fields(record: CreditRecord, entry: CatalogueEntry) -> tuple[str, ...]:
    """The codes of the required elements that a record does not tell; of a group that it tells none of, the first.

    Only elements that fill a field of the record are asked: what a sheet holds beside them, no record shows.

    >>> from jscredit.catalog import DataElement
    >>> from jscredit.records import Kind, Subject
    >>> number = DataElement(code="CF_WSH", name="文书号", required=True, field="document_number")
    >>> entry = CatalogueEntry(code="1", name="行政处罚", kinds=(Kind.PENALTY,), elements=(number,))
    >>> missing_fields(CreditRecord(id="1", subject=Subject(name="某店"), kind=Kind.PENALTY), entry)
    ('CF_WSH',)
    """
    faults = record_conformance(record, entry).faults
    return tuple(fault.element for fault in faults if fault.code in _LACKING and fault.element is not None)
