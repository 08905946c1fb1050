"""What an objection can be about beside its record: content whose collection M14 forbids."""

import dataclasses

from pydantic import field_validator
from pydantic.dataclasses import dataclass

from jscredit.errors import Fault, Label, pydantic_fault
from jscredit.objection.vocabulary import ForbiddenElement
from jscredit.records import CreditRecord, Value
from jscredit.records.value import STRICT, NormRank, Text

# What a record may do without, and what can therefore be taken out of it.
_PURGEABLE = frozenset(field.name for field in dataclasses.fields(CreditRecord) if field.default is None)


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ForbiddenContent(Value):
    """Content of a record of which the subject says that M14 forbids its collection. The content itself is not told.

    Attributes:
        element: what kind of content it is.
        field: the field of the record that holds it; one that may be empty, for it is to be emptied.
        norm: the law or regulation that forbids it, where M14 does not name the kind itself.
        norm_rank: the rank of that norm; a rule (规章) is not enough.

    Raises:
        pydantic.ValidationError: a field of another type; ``objection.no-such-field``.

    >>> ForbiddenContent(element=ForbiddenElement.DISEASE, field="document_number").field
    'document_number'
    """

    element: ForbiddenElement | None = None
    field: Text | None = None
    norm: Text | None = None
    norm_rank: NormRank | None = None

    @field_validator("field")
    @classmethod
    def _can_be_emptied(cls, name: str | None) -> str | None:
        if name is not None and name not in _PURGEABLE:
            raise pydantic_fault(_NO_SUCH_FIELD)
        return name


_NO_SUCH_FIELD = Fault(
    code="objection.no-such-field",
    message=Label("记录没有这一可清除的项", "the record has no such field that can be emptied"),
    cure=Label("请给出记录中可留空的项名", "name a field of the record that may be unknown"),
    clause="M14",
)
