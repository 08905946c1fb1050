"""Reading a measure list from JSON or from rows, with every fault of it at once."""

import dataclasses
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from jscredit.errors import Fault, InvalidInput, Label, safe
from jscredit.measures.default import default_measures
from jscredit.measures.issuer import issuer_faults
from jscredit.measures.model import Measure, MeasureList, Wording, list_faults
from jscredit.measures.vocabulary import Force, Implementer, MeasureKind, MeasureObject, MeasureSide, Need
from jscredit.records import Body, Matter, Vocabulary, storage_context
from jscredit.records.documents import adapter, stored_content

REQUIRED = ("initiator", "sharing", "objects", "name", "basis")
"""What J16 asks a list to state of every measure."""

_CODES_OF: dict[str, type[Vocabulary]] = {
    "objects": MeasureObject,
    "side": MeasureSide,
    "kind": MeasureKind,
    "force": Force,
    "implementers": Implementer,
    "needs": Need,
    "matters": Matter,
}
_OF_LIST = frozenset({"title", "edition", "issuer", "published_on", "measures", "replaced"})


class ListHead(NamedTuple):
    """What a list says of itself, for one that is read from rows. See ``MeasureList``."""

    title: Wording
    edition: str
    issuer: Body | None = None
    published_on: Any = None


def measure_list_from_json(text: str | bytes) -> MeasureList:
    """The list that a storage document holds.

    Raises:
        InvalidInput: with every fault of the list and of each measure. A fault of a measure has the number of its
            row, from 1, in ``data["row"]`` and its field; what J16 asks for and is not there cites J16.

    >>> from jscredit.measures import default_measures
    >>> measure_list_from_json(default_measures().to_storage_json()) == default_measures()
    True
    """
    content = stored_content(text, MeasureList)
    raw = content.get("measures")
    rows = list(enumerate(raw, start=1)) if isinstance(raw, list) else []
    _, faults = _measures(rows)
    head = {name: value for name, value in content.items() if name in _OF_LIST}
    unknown = len(set(content) - _OF_LIST)
    # One good measure stands for all of them, so that their faults are not told twice.
    whole = head | {"measures": [_dumped(default_measures().measures[0])] if rows else raw}
    faults += list(_list_faults(whole, [row.get("id") for _, row in rows if isinstance(row, dict)]))
    faults += [_unknown(unknown)] if unknown else []
    if faults:
        raise InvalidInput(*faults)
    found: MeasureList = adapter(MeasureList).validate_json(json.dumps(head))
    return found


def measure_list_from_rows(rows: Iterable[tuple[int, Mapping[str, Any]]], *, head: ListHead) -> MeasureList:
    """The list of rows that are already told apart: each with its number, and its fields as in JSON.

    Raises:
        InvalidInput: as ``measure_list_from_json``.
    """
    given = [(number, dict(row)) for number, row in rows]
    measures, faults = _measures(given)
    faults += issuer_faults(head.issuer)
    faults += _of_ids([row.get("id") for _, row in given], empty=not given)
    if faults:
        raise InvalidInput(*faults)
    try:
        return MeasureList(
            title=head.title,
            edition=head.edition,
            issuer=head.issuer,
            published_on=head.published_on,
            measures=tuple(measures),
        )
    except ValidationError as error:
        raise safe(error) from None


def _measures(rows: list[tuple[int, Any]]) -> tuple[list[Measure], list[Fault]]:
    found: list[Measure] = []
    faults: list[Fault] = []
    for number, row in rows:
        try:
            found.append(_of_measure().validate_json(json.dumps(row)))
        except ValidationError as error:
            faults += (_in_row(fault, number) for fault in safe(error).faults)
    return found, faults


@cache
def _of_measure() -> TypeAdapter[Measure]:
    return TypeAdapter(Measure)


def _in_row(fault: Fault, number: int) -> Fault:
    """The fault with its row; where the list lacks what J16 asks for, with that clause and a cure that names it."""
    part = (fault.field or "").partition(".")[0]
    asked = part in REQUIRED
    return dataclasses.replace(
        fault,
        clause="J16" if asked else fault.clause,
        cure=_cure(fault, part),
        data=MappingProxyType({**fault.data, "row": number}),
    )


def _cure(fault: Fault, field: str) -> Label:
    """How to mend a fault of a measure: by stating what J16 asks for, by a code that the field has."""
    if field in REQUIRED and fault.code in {"field.missing", "field.blank"}:
        return _ASKED
    if fault.code == "field.enum" and field in _CODES_OF:
        codes = "、".join(one.value for one in _CODES_OF[field])
        return Label(f"可用：{codes}", f"one of: {codes}")
    return fault.cure


def _list_faults(whole: dict[str, Any], ids: list[Any]) -> Iterator[Fault]:
    """The faults of the list itself."""
    try:
        adapter(MeasureList).validate_json(json.dumps(whole))
    except ValidationError as error:
        yield from safe(error).faults
    yield from _of_ids(ids, empty=False)


def _of_ids(ids: list[Any], *, empty: bool) -> Iterator[Fault]:
    stated = [one for one in ids if isinstance(one, str)]
    if stated or empty:
        yield from list_faults(stated)


def _dumped(measure: Measure) -> Any:
    return _of_measure().dump_python(measure, mode="json", exclude_none=True, context=storage_context())


def _unknown(count: int) -> Fault:
    return Fault(
        code="field.unknown",
        message=Label(f"有{count}个不认识的项", f"fields that are not known here: {count}"),
        cure=Label("请删去，或核对项名", "leave them out, or check their names"),
        data=MappingProxyType({"count": count}),
    )


_ASKED = Label("清单须载明该项", "the list has to state it")
