"""A record as one flat row: the columns of a dataframe, of a table, of a sheet."""

import dataclasses
from enum import Enum
from typing import Any

from jscredit.records.body import Body
from jscredit.records.documents import adapter
from jscredit.records.record import CreditRecord
from jscredit.records.storage import storage_context
from jscredit.records.subject import Subject

_NESTED: dict[str, type[Subject | Body]] = {"subject": Subject, "producer": Body, "provider": Body}


def flat_row(record: CreditRecord) -> dict[str, Any]:
    """The record as a row, personal data masked as everywhere: always the same columns, ``None`` for not known.

    A part of a nested value has its owner's name before it (``subject_credit_code``); codes are texts; several codes,
    or numbers with their types, stand in one text, joined by commas.

    >>> from jscredit.records import CreditRecord, Kind, PenaltyType, Subject, SubjectType
    >>> shop = Subject(type=SubjectType.LEGAL_PERSON, name="试例商贸有限公司")
    >>> types = (PenaltyType.WARNING, PenaltyType.FINE)
    >>> row = flat_row(CreditRecord(id="1", subject=shop, kind=Kind.PENALTY, penalty_types=types))
    >>> row["subject_name"], row["penalty_types"], row["provider_name"]
    ('试例商贸有限公司', 'warning,fine', None)
    """
    return _row(adapter(CreditRecord).dump_python(record))


def flat_storage_row(record: CreditRecord) -> dict[str, Any]:
    """The same row with the real personal data, for your own store and for joins."""
    return _row(adapter(CreditRecord).dump_python(record, context=storage_context()))


def _row(dumped: dict[str, Any]) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for name, value in dumped.items():
        if name in _NESTED:
            parts = value or {}
            row |= {f"{name}_{part}": _cell(parts.get(part)) for part in _columns(_NESTED[name])}
        else:
            row[name] = _cell(value)
    return row


def _columns(nested: type[Subject | Body]) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(nested))


def _cell(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return ",".join(map(_joined, value))
    return value.value if isinstance(value, Enum) else value


def _joined(part: Any) -> str:
    return f"{part['type']}:{part['text']}" if isinstance(part, dict) else part.value
