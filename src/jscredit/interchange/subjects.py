"""Whom a row of a sheet is about: person, sole trader or organisation, and by which numbers."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from jscredit.errors import Fault
from jscredit.interchange.dialect import Dialect
from jscredit.interchange.faults import sheet_fault
from jscredit.records import (
    CreditCode,
    IdType,
    OrganisationForm,
    OtherId,
    ResidentId,
    Subject,
    SubjectType,
)
from jscredit.records.identifiers.text import half_width, normalise

Cells = Mapping[str, Any]
"""What the cells of a row say, by role; None where a cell is blank or the column is not there."""

REGISTERS = ("business_registration", "tax_registration", "institution_certificate", "social_organisation")
ORGANISATION_ROLES = ("credit_code", "organisation_code", *REGISTERS)
PERSONAL_NUMBERS = {"personal_number": "personal_id_type", "representative_number": "representative_id_type"}

# The second character of a code whose first is 9: the business register's sole traders (GB 32100-2015, table of
# registrars and categories).
_SOLE_TRADER = "92"
_PERSON, _TRADER = "natural_person", "sole_trader"
_PERMITS_IN_PLACE_OF_ID = ("81", "82", "83")
_PASSPORT_DIGITS = 9
_ID_TYPES = {kind.value: kind for kind in IdType}
_TYPES = {
    "legal_person": SubjectType.LEGAL_PERSON,
    "unincorporated_organisation": SubjectType.UNINCORPORATED_ORGANISATION,
}


def personal_number(given: str, kind: str | None) -> ResidentId | OtherId:
    """A person's number of the kind that is stated.

    Where none is: a resident's number; else a residence permit of the same form; else a passport.

    Raises:
        InvalidInput: the codes of ``identifier.``.
    """
    if kind is not None:
        return ResidentId(given) if kind == "resident_id" else OtherId(_ID_TYPES[kind], given)
    text = normalise(given)
    if not ResidentId.is_valid(text):
        if text.startswith(_PERMITS_IN_PLACE_OF_ID) and OtherId.is_valid(IdType.HK_MACAO_TAIWAN_RESIDENCE_PERMIT, text):
            return OtherId(IdType.HK_MACAO_TAIWAN_RESIDENCE_PERMIT, text)
        # More digits than any passport has are a resident's number of which some are missing.
        if (not text.isdecimal() or len(text) <= _PASSPORT_DIGITS) and OtherId.is_valid(IdType.PASSPORT, text):
            return OtherId(IdType.PASSPORT, text)
    return ResidentId(given)


def subject_faults_of(cells: Cells, dialect: Dialect) -> Iterator[Fault]:
    """What is wrong with the subject as a whole: its class, if it is stated, and which columns are filled."""
    organisation, stated = has_organisation_code(cells), cells.get("subject_class")
    representative = dialect.of_role("representative").code
    if stated is not None and not _fits(stated, cells):
        yield sheet_fault("subject-conflict", field=dialect.of_role("subject_class").code)
    elif organisation:
        if dialect.representative_required and cells["representative"] is None and stated != _TRADER:
            yield sheet_fault("representative-missing", field=representative)
    elif cells["personal_number"] is None or stated not in {None, _PERSON}:
        yield sheet_fault("subject-missing", field=dialect.of_role("credit_code").code)
    elif cells["representative"] is not None:
        yield sheet_fault("subject-unclear", field=representative)


def _fits(stated: str, cells: Cells) -> bool:
    code = cells["credit_code"]
    if code is not None and (stated == _TRADER) is not _is_sole_trader(code):
        return False
    # A person may have a tax number.
    others = any(cells.get(role) for role in ORGANISATION_ROLES if role != "tax_registration")
    return not (others if stated == _PERSON else cells["personal_number"] is not None and stated != _TRADER)


def has_organisation_code(cells: Cells) -> bool:
    """Whether the row is an organisation's or a sole trader's, by its class or else by its codes."""
    if cells.get("subject_class") == _PERSON:
        return False
    return any(cells.get(role) for role in ORGANISATION_ROLES)


def is_citizen(cells: Cells) -> bool | None:
    """Whether the row is certainly that of a citizen (True) or of an organisation (False).

    A shop may be reported under the number of its owner. Where the class is not stated, a name that is no person's name
    leaves that open.
    """
    if has_organisation_code(cells):
        return False
    stated = cells.get("subject_class") == _PERSON
    return True if stated or not _may_be_shop(cells["subject_name"]) else None


def _may_be_shop(name: str) -> bool:
    plain = "".join(half_width(name).split())
    return bool(_OF_SHOPS.search(plain)) or (not _PERSONS_NAME.fullmatch(plain))


# What a name of a person is made of: two to four characters, parts joined by a dot, or letters.
_PERSONS_NAME = re.compile(r"[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]+(?:[·•・.][\u3400-\u9fff]+)+|[A-Za-z][A-Za-z .,'-]*")
_OF_SHOPS = re.compile(
    "[店厂部行馆铺坊场站吧屋摊档社室所院园]$|超市|商|经营|个体|工商户|饭|餐|食品|小吃|服务|修理|加工|运输|[(]"
)


def subject_of(cells: Cells) -> Subject:
    """The subject of a row without faults."""
    others = tuple(number for role in REGISTERS if (number := cells.get(role)))
    if not has_organisation_code(cells):
        number = cells["personal_number"]
        resident = isinstance(number, ResidentId)
        return Subject(
            type=SubjectType.NATURAL_PERSON,
            name=cells["subject_name"],
            resident_id=number if resident else None,
            other_ids=others if resident else (number, *others),
        )
    # The legal representative's number is not the subject's.
    stated, code = cells.get("subject_class"), cells["credit_code"]
    trader = stated == _TRADER or (code is not None and _is_sole_trader(code))
    return Subject(
        # That something is an organisation does not say whether it is a legal person.
        type=SubjectType.NATURAL_PERSON if trader else _TYPES.get(stated or ""),
        form=OrganisationForm.SOLE_TRADER if trader else None,
        name=cells["subject_name"],
        credit_code=code,
        organisation_code=cells["organisation_code"],
        other_ids=others,
    )


def _is_sole_trader(code: CreditCode) -> bool:
    return code.reveal().startswith(_SOLE_TRADER)
