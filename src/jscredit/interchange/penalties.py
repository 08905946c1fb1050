"""A row of a penalty sheet as a credit record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from jscredit.errors import Fault, InvalidInput, safe
from jscredit.interchange.dialect import Dialect
from jscredit.interchange.faults import sheet_fault
from jscredit.interchange.fines import speaks_of_fine, stated_fine
from jscredit.interchange.model import SheetStatus
from jscredit.interchange.procedure import has_own_limits, inferred_procedure
from jscredit.records import (
    Body,
    CreditCode,
    CreditRecord,
    Kind,
    OrganisationForm,
    PenaltyType,
    ResidentId,
    Subject,
    SubjectType,
)

ORGANISATION_ROLES = ("credit_code", "organisation_code", "business_registration", "tax_registration")

# The second character of a code whose first is 9: the business register's sole traders (GB 32100-2015, table of
# registrars and categories).
_SOLE_TRADER = "92"

Cells = Mapping[str, Any]
"""What the cells of a row say, by role; None where a cell is blank or the column is not there."""


@dataclass(frozen=True, slots=True)
class Penalty:
    """What a row says: the record, without what is inferred from its being in the sheet; and what goes beside it."""

    record: CreditRecord
    status: SheetStatus
    fine_unread: bool


def subject_faults_of(cells: Cells, dialect: Dialect) -> Iterator[Fault]:
    """What is wrong with the subject as a whole: which code columns are filled says person or organisation."""
    organisation = any(cells[role] for role in ORGANISATION_ROLES)
    representative = dialect.of_role("representative").code
    if organisation:
        if cells["representative"] is None:
            yield sheet_fault("representative-missing", field=representative)
    elif cells["personal_number"] is None:
        yield sheet_fault("subject-missing", field=dialect.of_role("credit_code").code)
    elif cells["representative"] is not None:
        yield sheet_fault("subject-unclear", field=representative)


def penalty_of(cells: Cells, row: int) -> Penalty:
    """The penalty that a row without faults holds.

    Raises:
        InvalidInput: the cells are right one by one, but make no record.
    """
    types = cells["first_type"] + tuple(each for each in cells["second_type"] or () if each not in cells["first_type"])
    fine = stated_fine(cells["result"])
    try:
        record = CreditRecord(
            id=f"{cells['document_number']}#{row}",
            subject=_subject(cells),
            kind=Kind.PENALTY,
            producer=Body(name=cells["organ"], region=cells["region"]),
            determined_on=cells["determined_on"],
            severity=cells["severity"],
            procedure=inferred_procedure(
                penalty_types=types,
                fine_yuan=fine,
                natural_person=not any(cells[role] for role in ORGANISATION_ROLES),
                own_limits=has_own_limits(cells["organ"], cells["legal_basis"]),
                determined_on=cells["determined_on"],
            ),
            determined_by=cells["organ"],
            document_number=cells["document_number"],
            penalty_types=types,
            fine_yuan=fine,
            published_until=cells["published_until"],
            sharing_class=cells["sharing_class"],
        )
    except ValidationError as error:
        # The fields of a record are no columns.
        raise InvalidInput(*(replace(fault, field=None) for fault in safe(error).faults)) from None
    unread = fine is None and (PenaltyType.FINE in types or speaks_of_fine(cells["result"]))
    return Penalty(record, cells["status"], unread)


def _subject(cells: Cells) -> Subject:
    if not any(cells[role] for role in ORGANISATION_ROLES):
        number = cells["personal_number"]
        resident = isinstance(number, ResidentId)
        return Subject(
            type=SubjectType.NATURAL_PERSON,
            name=cells["subject_name"],
            resident_id=number if resident else None,
            other_ids=() if resident else (number,),
        )
    # The number of a row with an organisation's code is its legal representative's, by the format's rule.
    trader = _is_sole_trader(cells["credit_code"])
    others = (cells["business_registration"], cells["tax_registration"])
    return Subject(
        type=SubjectType.NATURAL_PERSON if trader else SubjectType.LEGAL_PERSON,
        form=OrganisationForm.SOLE_TRADER if trader else None,
        name=cells["subject_name"],
        credit_code=cells["credit_code"],
        organisation_code=cells["organisation_code"],
        other_ids=tuple(other for other in others if other),
    )


def _is_sole_trader(code: CreditCode | None) -> bool:
    return code is not None and code.reveal().startswith(_SOLE_TRADER)
