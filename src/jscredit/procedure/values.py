"""Types of fields that several procedures share."""

from typing import Annotated, Any

from pydantic import GetPydanticSchema
from pydantic_core import core_schema

from jscredit.deadlines import CalendarPeriod, Days, Months, Years
from jscredit.errors import InvalidInput, pydantic_fault
from jscredit.rules import PERIOD
from jscredit.rules.serial import value_from_json, value_json


def _read(raw: Any) -> Any:
    try:
        return value_from_json(raw, PERIOD)
    except InvalidInput as error:
        raise pydantic_fault(error.faults[0]) from None


def _schema(_source: Any, _handler: Any) -> core_schema.CoreSchema:
    given = core_schema.union_schema([core_schema.is_instance_schema(kind) for kind in (Days, Months, Years)])
    return core_schema.json_or_python_schema(
        core_schema.no_info_plain_validator_function(_read),
        given,
        serialization=core_schema.plain_serializer_function_ser_schema(value_json),
    )


PeriodOfUse = Annotated[CalendarPeriod, GetPydanticSchema(_schema, lambda _source, _handler: {"type": "object"})]
"""The period of use that the catalogue gives a record. In JSON as in a settings file: ``{"years": 3}``."""
