"""Numbers that an authority measures: a decimal, negative ones too. In JSON a text, so that no digit is lost."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import GetPydanticSchema
from pydantic_core import core_schema


def _figure_schema(_source: Any, _handler: Any) -> core_schema.CoreSchema:
    digits = core_schema.str_schema(strict=True, pattern=r"^-?[0-9]{1,16}(\.[0-9]{1,6})?$")
    lax, strict = (
        core_schema.decimal_schema(strict=strict, max_digits=22, decimal_places=6) for strict in (False, True)
    )
    read = core_schema.custom_error_schema(digits, custom_error_type="decimal_parsing")
    return core_schema.json_or_python_schema(core_schema.chain_schema([read, lax]), strict)


Figure = Annotated[
    Decimal,
    GetPydanticSchema(
        _figure_schema, lambda _source, _handler: {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]{1,6})?$"}
    ),
]
"""A measured number with up to six decimals."""
