"""A row of a licence sheet as a credit record."""

from jscredit.interchange.penalties import producer_of, provider_of
from jscredit.interchange.subjects import Cells, subject_of
from jscredit.records import CreditRecord, Kind


def licence_of(cells: Cells, row: int) -> CreditRecord:
    """The licence that a row without faults holds. From when to when it is valid stays in the row's content.

    Raises:
        pydantic.ValidationError: the cells are right one by one, but make no record.
    """
    number = cells["document_number"]
    return CreditRecord(
        id=f"{number or ''}#{row}",
        subject=subject_of(cells),
        kind=Kind.ADMINISTRATIVE_LICENCE,
        producer=producer_of(cells),
        provider=provider_of(cells),
        determined_on=cells["determined_on"],
        determined_by=cells["organ"],
        document_number=number,
        sharing_class=cells.get("sharing_class"),
    )
