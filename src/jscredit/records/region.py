"""Regions by the six digits of GB/T 2260."""

import re
from typing import Annotated, Any

from pydantic import GetPydanticSchema
from pydantic_core import core_schema

from jscredit.errors import Fault, InvalidInput, Label, pydantic_fault

_FORM = re.compile("[0-9]{6}")
_JIANGSU = "32"

_NOT_A_REGION = Fault(
    code="region.form",
    message=Label("行政区划代码须为6位数字", "a region code has six digits"),
    cure=Label("请以文本给出GB/T 2260的6位代码", "give the six digits of GB/T 2260 as text"),
    clause="M3",
)


def _check(given: str) -> str:
    if not _FORM.fullmatch(given):
        raise pydantic_fault(_NOT_A_REGION)
    return given


def _schema(_source: Any, _handler: Any) -> core_schema.CoreSchema:
    return core_schema.no_info_after_validator_function(_check, core_schema.str_schema(strict=True))


RegionCode = Annotated[
    str, GetPydanticSchema(_schema, lambda _source, _handler: {"type": "string", "pattern": "^[0-9]{6}$"})
]
"""A region's six digits. Whether the region exists is not looked up: tables age, codes of old records do not."""


def is_in_jiangsu(code: str) -> bool:
    """Whether a region lies in the province: its code begins with 32 (M3).

    Raises:
        InvalidInput: ``region.form``, where the code is not six digits.

    >>> is_in_jiangsu("329901"), is_in_jiangsu("310000")
    (True, False)
    """
    if not isinstance(code, str) or not _FORM.fullmatch(code):
        raise InvalidInput(_NOT_A_REGION)
    return code.startswith(_JIANGSU)
