"""Between pydantic's errors and ours: the same stable codes, and never the refused value."""

import dataclasses
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from jscredit.errors.label import Label
from jscredit.errors.model import Fault, InvalidInput

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import PydanticCustomError

_CONTEXT_KEY = "jscredit"
_FIELD_OR_INDEX = re.compile(r"[a-z_]{1,60}|[0-9]{1,6}")

_PYDANTIC_TEXTS: dict[str, tuple[Label, Label]] = {
    "missing": (Label("缺少必填项", "a required field is missing"), Label("请补充该项", "give it")),
    "unexpected_keyword_argument": (
        Label("有不认识的项", "there is a field that is not known here"),
        Label("请删去该项，或核对名称", "leave it out, or check its name"),
    ),
    "enum": (Label("不在代码表内", "not one of the listed codes"), Label("请使用代码表中的值", "use a listed code")),
    "date_type": (
        Label("须为日期（不含时刻）", "a date without a time is needed"),
        Label("请给出 datetime.date", "give a datetime.date"),
    ),
}
_OTHER = (
    Label("值的类型或格式不符", "the value's type or format does not fit"),
    Label("请按该项的说明给出", "give it as the field's documentation says"),
)


def pydantic_fault(fault: Fault) -> "PydanticCustomError":
    """Our fault as the error that a pydantic validator raises; ``safe`` turns it back into the same fault."""
    from pydantic_core import PydanticCustomError

    text = f"{fault.text('zh')} | {fault.text('en')}".replace("{", "(").replace("}", ")")
    return PydanticCustomError(fault.code, text, {_CONTEXT_KEY: fault})


def _from_line(line: Any) -> Fault:
    context = line.get("ctx", {})
    own = context.get(_CONTEXT_KEY)
    unknown_key = line["type"] in {"unexpected_keyword_argument", "extra_forbidden"}
    # A key that is not ours may itself be a personal number, so only what looks like a field's name is told.
    known_path = [] if unknown_key else [part for part in map(str, line["loc"]) if _FIELD_OR_INDEX.fullmatch(part)]
    field = ".".join(known_path) or None
    if isinstance(own, Fault):
        return dataclasses.replace(own, field=own.field or field)
    message, cure = _PYDANTIC_TEXTS.get("unexpected_keyword_argument" if unknown_key else line["type"], _OTHER)
    code = f"field.{'unknown' if unknown_key else line['type'].replace('_', '-')}"
    return Fault(code=code, message=message, cure=cure, field=field, data=MappingProxyType({}))


def safe(error: "ValidationError") -> InvalidInput:
    """Pydantic's error as ours, without any value that was given. Raise it ``from None``.

    >>> from pydantic import TypeAdapter, ValidationError
    >>> try:
    ...     TypeAdapter(int).validate_python("No. 320102199003071234")
    ... except ValidationError as error:
    ...     "3201" in str(safe(error))
    False
    """
    return InvalidInput(*(_from_line(line) for line in error.errors(include_url=False, include_input=False)))
