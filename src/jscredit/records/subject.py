"""Subjects: whom a record is about (M2, M10, M15)."""

from dataclasses import replace
from datetime import date
from typing import ClassVar, Self

from pydantic import field_serializer, model_validator
from pydantic.dataclasses import dataclass
from pydantic_core import core_schema

from jscredit.records.documents import Document
from jscredit.records.identifiers import (
    CreditCode,
    IdType,
    OrganisationCode,
    OtherId,
    ResidentId,
    mask_name,
    mask_numbers_in,
)
from jscredit.records.storage import is_storage
from jscredit.records.subject_rules import subject_faults
from jscredit.records.subject_types import OrganisationForm, SubjectType
from jscredit.records.value import STRICT, Day, Text, refuse

# The registrar and the category of sole traders (GB 32100-2015).
_SOLE_TRADERS = "92"
_OF_ORGANISATIONS_ONLY = frozenset({IdType.PUBLIC_INSTITUTION_CERTIFICATE, IdType.SOCIAL_ORGANISATION_REGISTRATION})


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, config=STRICT)
class Subject(Document):
    """Whom a record is about. Has a name or an identifier; all else may be unknown (None).

    A sole trader (个体工商户) is a natural person who trades: type ``natural_person``, form ``sole_trader``, and only
    so may one subject hold a resident's number and a credit code. Elsewhere the number stands for the code
    (M10(1)), so a personal number on an organisation is refused, and a code of organisations on a person.

    Attributes:
        type: natural person, legal person, unincorporated organisation (M2).
        form: what kind of organisation, or a sole trader.
        name: masked wherever it is shown, unless the subject is known to be an organisation.
        credit_code: the unified social credit code.
        organisation_code: the organisation code, of records from before the credit code.
        resident_id: the resident's number.
        other_ids: numbers of other documents and registers.
        established_on: the day an organisation or a sole trader's business was established.
        full_capacity: whether a natural person is stated to have full civil capacity.
        lives_on_own_earnings: whether a person of 16 or 17 lives mainly on own earnings (Civil Code 18).

    Raises:
        pydantic.ValidationError: with the codes of ``subject_rules`` and of the identifiers.

    >>> Subject(type=SubjectType.NATURAL_PERSON, name="张三", resident_id="329901199003070012")
    Subject(type=..., name='张**', resident_id=ResidentId('32****************'), other_ids=())
    """

    schema_name: ClassVar[str] = "jscredit.subject"

    type: SubjectType | None = None
    form: OrganisationForm | None = None
    name: Text | None = None
    credit_code: CreditCode | None = None
    organisation_code: OrganisationCode | None = None
    resident_id: ResidentId | None = None
    other_ids: tuple[OtherId, ...] = ()
    established_on: Day | None = None
    full_capacity: bool | None = None
    lives_on_own_earnings: bool | None = None

    @property
    def is_natural_person(self) -> bool | None:
        """Whether the subject is a natural person; where the type is not known, by its form and its numbers.

        A sole trader is one, and a credit code tells a sole trader. Any other code of organisations says that the
        subject is none; whether it is a legal person stays unknown.

        >>> Subject(credit_code="91329901MA1ABCD119").is_natural_person, Subject(name="虚构").is_natural_person
        (False, None)
        """
        if self.type is not None:
            return self.type is SubjectType.NATURAL_PERSON
        if self.resident_id or any(other.personal for other in self.other_ids):
            return True
        if self.form is not None:
            return self.form is OrganisationForm.SOLE_TRADER
        if self.credit_code is not None:
            return self.credit_code.reveal().startswith(_SOLE_TRADERS)
        if self.organisation_code or any(other.type in _OF_ORGANISATIONS_ONLY for other in self.other_ids):
            return False
        return None

    @property
    def birth_date(self) -> date | None:
        """The day of birth in the resident's number, or in a permit's; None where no number tells it."""
        if self.resident_id is not None:
            return self.resident_id.birth_date
        return next((day for other in self.other_ids if (day := other.birth_date)), None)

    @property
    def shown_name(self) -> str | None:
        """The name as it may be shown: whole only for an organisation."""
        if self.name is None:
            return None
        return mask_numbers_in(self.name) if self.is_natural_person is False else mask_name(self.name)

    @model_validator(mode="after")
    def _holds_what_its_type_can_hold(self) -> Self:
        refuse("Subject", subject_faults(self))
        return self

    @field_serializer("name")
    def _write_name(self, value: str | None, info: core_schema.SerializationInfo) -> str | None:
        return value if is_storage(info) else self.shown_name

    def __repr__(self) -> str:
        return Document.__repr__(replace(self, name=self.shown_name))
