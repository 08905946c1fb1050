"""The objects behind a row: for the question why it was answered so."""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from math import isnan
from typing import Any, NamedTuple

from pydantic import ValidationError

from jscredit.errors import Fault, InvalidInput, Label, safe
from jscredit.frames.columns import COLUMNS
from jscredit.frames.operators import code
from jscredit.records import CreditRecord, Judgement, OtherId, RepairEvidence, Subject, SubjectType
from jscredit.records.identifiers import IdType
from jscredit.records.subject_types import OrganisationForm
from jscredit.records.vocabulary import PenaltyType
from jscredit.rules import DAY, FLAG, JIANGSU_2018, NUMBER


class FrameCase(NamedTuple):
    """What a row stands for: to be given to ``classify``, ``validity_of``, ``repair_eligibility``."""

    record: CreditRecord
    evidence: RepairEvidence


def case(row: Mapping[str, Any]) -> FrameCase:
    """The record and the evidence that one row stands for, by the names of its columns.

    A row tells that something was found and not by whom: the findings in the evidence name nobody, on the day of the
    correction. Columns that no record has are left out, and so are bodies.

    Args:
        row: names and values, such as ``frame.row(0, named=True)``, ``frame.iloc[0]`` or ``row.asDict()``.

    Raises:
        InvalidInput: what the row holds fits no record, with the codes of ``CreditRecord``; ``frames.code``.

    >>> from jscredit import classify
    >>> row = {"id": "1", "kind": "penalty", "reflects_credit": True, "subject_type": "legal_person"}
    >>> classify(case(row).record).missing
    ('procedure',)
    """
    known = {name: value for name, value in dict(row).items() if not _is_null(value)}
    try:
        return FrameCase(_record(known), _evidence(known))
    except ValidationError as error:
        raise safe(error) from None


def _is_null(value: Any) -> bool:
    """None, and what pandas has for it: NaN, NaT and NA."""
    return value is None or type(value).__name__ in {"NAType", "NaTType"} or (isinstance(value, float) and isnan(value))


def _record(row: Mapping[str, Any]) -> CreditRecord:
    names = [field.name for field in dataclasses.fields(CreditRecord) if field.name not in _NESTED]
    own = {name: _value(name, row[name]) for name in names if name in row}
    own["id"] = str(row.get("id", _UNNAMED))
    if "penalty_types" in row:
        own["penalty_types"] = tuple(_member(PenaltyType, each) for each in row["penalty_types"].split(",") if each)
    return CreditRecord(subject=_subject(row), **own)


def _subject(row: Mapping[str, Any]) -> Subject:
    own = {name: row[f"subject_{name}"] for name in _OF_SUBJECT if f"subject_{name}" in row}
    parts: dict[str, Any] = own or {"name": _UNNAMED}
    if "subject_other_ids" in row:
        pairs = (each.partition(":") for each in row["subject_other_ids"].split(",") if each)
        parts["other_ids"] = tuple(OtherId(_member(IdType, kind), number) for kind, _, number in pairs)
    if "subject_type" in row:
        parts["type"] = _value("subject_type", row["subject_type"])
    if "subject_form" in row:
        parts["form"] = _value("subject_form", row["subject_form"])
    if "natural_person" in row and "type" not in parts:
        is_person = bool(row["natural_person"])
        parts |= {"type": SubjectType.NATURAL_PERSON} if is_person else {"form": OrganisationForm.OTHER}
    return Subject(**parts)


def _evidence(row: Mapping[str, Any]) -> RepairEvidence:
    own = {name: _value(name, row[name]) for name in _OF_EVIDENCE if name in row}
    day = own.get("corrected_on", JIANGSU_2018.in_force_from)
    judged: dict[str, Any] = {
        name: Judgement(finding=bool(row[name]), by=_UNNAMED, on=day) for name in _JUDGED if name in row
    }
    return RepairEvidence(**own, **judged)


def _value(name: str, value: Any) -> Any:
    """The value of a column as records have it."""
    column = COLUMNS[name]
    if column.type.options is not None:
        return _member(column.type.options, value, name)
    if column.type == DAY:
        return value.date() if isinstance(value, dt.datetime) else value
    if column.type == NUMBER:
        return Decimal(str(value))
    return bool(value) if column.type == FLAG else str(value)


def _member(options: type[Enum], value: object, name: str | None = None) -> Any:
    found = next((option for option in options if code(option) == value), None)
    if found is not None:
        return found
    raise InvalidInput(
        Fault(
            code="frames.code",
            message=Label("不在代码表内", "is none of the listed codes"),
            cure=Label("请使用代码表中的值", "use a listed code"),
            field=name,
        )
    )


_UNNAMED = "未列明"
_NESTED = frozenset({"id", "subject", "producer", "provider", "penalty_types"})
_OF_SUBJECT = ("name", "credit_code", "organisation_code", "resident_id")
_JUDGED = ("clear_effect", "adverse_effect_eliminated")
_OF_EVIDENCE = tuple(field.name for field in dataclasses.fields(RepairEvidence) if field.name not in _JUDGED)
