"""Numbers of other documents and registers: typed, compared exactly within their type."""

from datetime import date
from typing import TYPE_CHECKING, Any

from jscredit.errors import Fault, InvalidInput, Label
from jscredit.records.identifiers.base import Identifier, checked_text, identifier_schema
from jscredit.records.identifiers.citizen_number import birth_date_in, citizen_number_problem
from jscredit.records.identifiers.credit_code import CreditCode
from jscredit.records.identifiers.faults import identifier_fault
from jscredit.records.identifiers.id_type import IdType
from jscredit.records.identifiers.masking import mask, mask_numbers_in
from jscredit.records.identifiers.organisation_code import OrganisationCode
from jscredit.records.storage import is_storage

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

_CITIZEN_LENGTH = 18
_OLD_TAX_LENGTH = 15
_CITIZEN_FORM = frozenset({IdType.HK_MACAO_TAIWAN_RESIDENCE_PERMIT, IdType.FOREIGN_PERMANENT_RESIDENCE})

_UNKNOWN_TYPE = Fault(
    code="identifier.id-type",
    message=Label("证件或登记号的类型不在代码表内", "the type of the number is not one of the listed ones"),
    cure=Label("请使用 IdType 中的值", "use a value of IdType"),
    clause="M15",
)
_KEYS = frozenset({"type", "text"})
_NOT_A_NUMBER = Fault(
    code="identifier.type",
    message=Label("须为 OtherId，或含 type 与 text 两项的对象", "an OtherId, or an object of type and text, is needed"),
    cure=Label("请按此给出", "give it so"),
    clause="M15",
)


class OtherId(Identifier):
    """A number of a document or a register of one ``IdType``. M10(1), M15.

    A personal one shows nothing but its length. One of an organisation is shown; a tax registration number only where
    it is plain that no resident's number stands in it, because sole traders were registered under theirs.

    Raises:
        InvalidInput: ``identifier.`` and one of id-type, type, masked, placeholder, shape; for the permits written like
            a resident's number also alphabet, birth-date, check-digit.

    >>> OtherId(IdType.PASSPORT, "e 0000 0001")
    OtherId('passport', '*********')
    >>> OtherId(IdType.BUSINESS_REGISTRATION, "3299010000017")
    OtherId('business_registration', '3299010000017')
    """

    __slots__ = ("type",)

    type: IdType

    def __init__(self, type: IdType, text: str) -> None:  # noqa: A002 - the field's word, and always in its place
        known = _known_type(type)
        if known is None:
            raise InvalidInput(_UNKNOWN_TYPE)
        normal, problem = checked_text(text, lambda given: _problem(known, given))
        if problem:
            raise InvalidInput(identifier_fault(problem, known.label, form=known.form.words))
        object.__setattr__(self, "type", known)
        object.__setattr__(self, "_text", normal)

    @classmethod
    def is_valid(cls, type: IdType, text: object) -> bool:  # noqa: A002 - as in the constructor
        """Whether this is such a number; never raises."""
        known = _known_type(type)
        return known is not None and checked_text(text, lambda given: _problem(known, given))[1] is None

    @property
    def personal(self) -> bool:
        """Whether only a natural person holds such a number."""
        return self.type.personal

    @property
    def shown(self) -> str:
        """The number where it is an organisation's, else asterisks."""
        # A sole trader's tax number was made from the person's own, and in the end any field may hold one by mistake.
        if self.personal or (self.type is IdType.TAX_REGISTRATION and not _of_organisation(self._text)):
            return mask(self._text)
        return mask_numbers_in(self._text)

    @property
    def birth_date(self) -> date | None:
        """The day of birth, where a permit's number holds it in the form of GB 11643-1999."""
        has_one = self.type in _CITIZEN_FORM and len(self._text) == _CITIZEN_LENGTH
        return birth_date_in(self._text) if has_one else None

    def __repr__(self) -> str:
        return f"OtherId({self.type.value!r}, {self.shown!r})"

    def __eq__(self, other: object) -> bool:
        return self._identity() == other._identity() if isinstance(other, OtherId) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._identity())

    def __reduce__(self) -> tuple[Any, ...]:
        return OtherId, self._identity()

    def _identity(self) -> tuple[IdType, str]:
        return self.type, self._text

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import core_schema

        text = core_schema.str_schema()
        return identifier_schema(_from_input, _to_output, core_schema.dict_schema(text, text))

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: Any, _handler: Any) -> dict[str, Any]:
        return {
            "type": "object",
            "title": "OtherId",
            "properties": {"type": {"enum": [known.value for known in IdType]}, "text": {"type": "string"}},
            "required": ["type", "text"],
            "additionalProperties": False,
        }


def _known_type(given: object) -> IdType | None:
    return next((known for known in IdType if known == given), None)


def _problem(known: IdType, text: str) -> str | None:
    if not known.form.pattern.fullmatch(text):
        return "shape"
    return citizen_number_problem(text) if known in _CITIZEN_FORM and len(text) == _CITIZEN_LENGTH else None


def _of_organisation(text: str) -> bool:
    # The old form is a region and an organisation code.
    return CreditCode.is_valid(text) or (len(text) == _OLD_TAX_LENGTH and OrganisationCode.is_valid(text[6:]))


def _from_input(given: Any) -> OtherId:
    if isinstance(given, OtherId):
        return given
    if not isinstance(given, dict) or given.keys() != _KEYS:
        raise InvalidInput(_NOT_A_NUMBER)
    return OtherId(given["type"], given["text"])


def _to_output(value: OtherId, info: Any) -> dict[str, str]:
    return {"type": value.type.value, "text": value.reveal() if is_storage(info) else value.shown}
