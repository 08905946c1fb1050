"""What all values of records have in common: strict, frozen, errors with our codes, no personal number in any text."""

import dataclasses
from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Annotated, Any, Self

from pydantic import (
    ConfigDict,
    GetPydanticSchema,
    ModelWrapValidatorHandler,
    ValidationError,
    ValidationInfo,
    model_validator,
)
from pydantic.dataclasses import dataclass
from pydantic_core import InitErrorDetails, PydanticCustomError, core_schema

from jscredit.errors import Fault, Label, pydantic_fault, safe
from jscredit.law import Rank
from jscredit.records.identifiers.masking import mask_numbers_in
from jscredit.records.storage import is_storage

STRICT = ConfigDict(strict=True, extra="forbid", hide_input_in_errors=True, defer_build=True)

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
TEXT_LIMIT = 500


def _as_date_error(schema: core_schema.CoreSchema) -> core_schema.CoreSchema:
    return core_schema.custom_error_schema(schema, custom_error_type="date_type")


def _day_schema(_source: Any, _handler: Any) -> core_schema.CoreSchema:
    iso = core_schema.str_schema(strict=True, pattern=r"^\d{4}-\d{2}-\d{2}$")
    strict = core_schema.date_schema(strict=True, ge=FIRST_DAY, le=LAST_DAY)
    read = [_as_date_error(iso), _as_date_error(core_schema.date_schema(strict=False)), strict]
    return core_schema.json_or_python_schema(core_schema.chain_schema(read), strict)


def _yuan_schema(_source: Any, _handler: Any) -> core_schema.CoreSchema:
    digits = core_schema.str_schema(strict=True, pattern=r"^[0-9]{1,16}(\.[0-9]{1,2})?$")
    lax, strict = (
        core_schema.decimal_schema(strict=strict, ge=Decimal(0), max_digits=18, decimal_places=2)
        for strict in (False, True)
    )
    read = core_schema.custom_error_schema(digits, custom_error_type="decimal_parsing")
    return core_schema.json_or_python_schema(core_schema.chain_schema([read, lax]), strict)


def _rank_schema(_source: Any, _handler: Any) -> core_schema.CoreSchema:
    names = core_schema.literal_schema([rank.name.lower() for rank in Rank])
    return core_schema.json_or_python_schema(
        core_schema.no_info_after_validator_function(lambda name: Rank[name.upper()], names),
        core_schema.is_instance_schema(Rank),
        serialization=core_schema.plain_serializer_function_ser_schema(lambda rank: rank.name.lower()),
    )


def _write_text(text: str, info: core_schema.SerializationInfo) -> str:
    return text if is_storage(info) else mask_numbers_in(text)


def _text_schema(_source: Any, _handler: Any) -> core_schema.CoreSchema:
    written = core_schema.plain_serializer_function_ser_schema(
        _write_text, info_arg=True, return_schema=core_schema.str_schema()
    )
    return core_schema.str_schema(
        strict=True, min_length=1, max_length=TEXT_LIMIT, pattern=r"\S", serialization=written
    )


Day = Annotated[date, GetPydanticSchema(_day_schema, lambda _source, _handler: {"type": "string", "format": "date"})]
"""A date from 1900 to 2199; a ``datetime`` is refused. In JSON: ``YYYY-MM-DD``."""

Yuan = Annotated[
    Decimal,
    GetPydanticSchema(
        _yuan_schema, lambda _source, _handler: {"type": "string", "pattern": r"^[0-9]+(\.[0-9]{1,2})?$"}
    ),
]
"""An amount in yuan, not negative, with up to two decimals. In JSON: a text, so that no digit is lost."""

NormRank = Annotated[Rank, GetPydanticSchema(_rank_schema)]
"""A rank of norms. In JSON: its name."""

Text = Annotated[str, GetPydanticSchema(_text_schema)]
"""A text that is not blank, kept as given. A resident's number in it is masked wherever it is shown."""

_CHECK = Label("请核对；不知道时请留空", "check it; leave it out where it is not known")
_TEXTS = {
    "string_too_short": ("field.blank", Label("不得为空白", "must not be blank")),
    "string_pattern_mismatch": ("field.blank", Label("不得为空白", "must not be blank")),
    "string_too_long": ("field.too-long", Label("文本过长", "the text is too long")),
    "greater_than_equal": ("field.out-of-range", Label("须不小于{ge}", "must be {ge} or more")),
    "less_than_equal": ("field.out-of-range", Label("须不大于{le}", "must be {le} or less")),
    "is_instance_of": ("field.type", Label("须为{class}", "must be a {class}")),
    "dataclass_type": ("field.type", Label("须为{class_name}", "must be a {class_name}")),
    "dataclass_exact_type": ("field.type", Label("须为{class_name}", "must be a {class_name}")),
    "literal_error": ("field.enum", Label("不在代码表内", "not one of the listed codes")),
    "union_tag_invalid": ("field.enum", Label("不在代码表内", "not one of the listed codes")),
    "tuple_type": ("field.type", Label("须为元组（tuple）", "must be a tuple")),
}


def _fault_of(line: Any, fault: Fault) -> Fault:
    """The fault of one line; the limits that the texts name are ours, never what was given."""
    own = line["ctx"].get("jscredit") if "ctx" in line else None
    if own is not None or line["type"] not in _TEXTS:
        return own or fault
    code, message = _TEXTS[line["type"]]
    return Fault(code=code, message=message.filled(**line.get("ctx", {})), cure=_CHECK)


def _unknown(count: int) -> Fault:
    return Fault(
        code="field.unknown",
        message=Label(f"有{count}个不认识的项", f"fields that are not known here: {count}"),
        cure=Label("请删去，或核对项名", "leave them out, or check their names"),
        data=MappingProxyType({"count": count}),
    )


def _in_our_words(error: ValidationError) -> ValidationError:
    lines: list[InitErrorDetails] = []
    unknown: Counter[tuple[int | str, ...]] = Counter()
    for line, fault in zip(error.errors(include_url=False, include_input=False), safe(error).faults, strict=True):
        if line["type"] == "unexpected_keyword_argument":
            unknown[line["loc"][:-1]] += 1  # the key itself may be a personal number
        else:
            lines.append(InitErrorDetails(type=_unplaced(_fault_of(line, fault)), loc=line["loc"], input=None))
    lines += [InitErrorDetails(type=pydantic_fault(_unknown(n)), loc=at, input=None) for at, n in unknown.items()]
    return ValidationError.from_exception_data(error.title, lines, hide_input=True)


def _arrays_as_tuples(value: Any) -> Any:
    # JSON has no tuples; in Python a list stays refused.
    if not isinstance(value, dict):
        return value
    return {name: tuple(part) if isinstance(part, list) else part for name, part in value.items()}


def _unplaced(fault: Fault) -> PydanticCustomError:
    # The line's own place is the whole path, also from the document's root.
    return pydantic_fault(dataclasses.replace(fault, field=None))


def _place(fault: Fault) -> tuple[str, ...]:
    return tuple(fault.field.split(".")) if fault.field else ()


def refuse(title: str, faults: Iterable[Fault]) -> None:
    """Raise pydantic's error with all these faults, if there are any: for validators of whole values."""
    lines = [InitErrorDetails(type=_unplaced(f), loc=_place(f), input=None) for f in faults]
    if lines:
        raise ValidationError.from_exception_data(title, lines, hide_input=True)


def _shown(value: Any) -> str:
    if type(value) is str:
        return repr(mask_numbers_in(value))
    if isinstance(value, tuple):
        return f"({', '.join(map(_shown, value))}{',' if len(value) == 1 else ''})"
    return repr(value)


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Value:
    """The base of all values of records.

    Constructing one raises pydantic's ``ValidationError``, each line with a code of ours in both languages.
    ``str`` of the error never shows what was given; its ``.errors()`` is raw and may.
    """

    @model_validator(mode="wrap")
    @classmethod
    def _errors_in_our_words(cls, value: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        try:
            return handler(_arrays_as_tuples(value) if info.mode == "json" else value)
        except ValidationError as error:
            raise _in_our_words(error) from None

    def __repr__(self) -> str:
        given = [(field.name, self._shown_field(field.name)) for field in dataclasses.fields(self) if field.repr]
        told = ", ".join(f"{name}={_shown(value)}" for name, value in given if value is not None)
        return f"{type(self).__name__}({told})"

    def _shown_field(self, name: str) -> Any:
        """A field as ``repr`` shows it; a class with a person's name in a field masks it here."""
        return getattr(self, name)
