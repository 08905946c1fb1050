"""A measure list (J16) from a sheet: a row a measure, every fault of the sheet at once."""

import os
from collections.abc import Iterator
from datetime import date
from types import MappingProxyType
from typing import Any

from jscredit.errors import Fault, InvalidInput
from jscredit.interchange.faults import sheet_fault
from jscredit.interchange.grid import Cell, GridRow, Unusable, is_blank, read_grid
from jscredit.interchange.text import cleaned
from jscredit.law import Rank
from jscredit.measures import (
    Force,
    Implementer,
    ListHead,
    MeasureKind,
    MeasureList,
    MeasureObject,
    MeasureSide,
    Need,
    Wording,
    measure_list_from_rows,
)
from jscredit.measures.compare import FIELDS
from jscredit.measures.loading import REQUIRED
from jscredit.records import Body, Matter, Vocabulary

_IN_WORDS = ("initiator", "sharing", "name", "basis")
_ONE_CODE: dict[str, type[Vocabulary]] = {"side": MeasureSide, "kind": MeasureKind, "force": Force}
_CODES: dict[str, type[Vocabulary]] = {
    "objects": MeasureObject,
    "implementers": Implementer,
    "needs": Need,
    "matters": Matter,
}
_MUST = ("id", *REQUIRED, *_ONE_CODE)
_ENGLISH = "_en"
_SEPARATORS = str.maketrans(dict.fromkeys("、，,；;\n", "\n"))


def _headers() -> dict[str, str]:
    """The field of each header, by its Chinese name and by its code."""
    known = {"id": "id", "编号": "id"}
    for field, label in FIELDS.items():
        known |= {field: field, label.zh: field}
    for field in _IN_WORDS:
        known |= {field + _ENGLISH: field + _ENGLISH, f"{FIELDS[field].zh}（英文）": field + _ENGLISH}
    return known


_HEADERS = MappingProxyType(_headers())


def read_measure_list(
    path: str | os.PathLike[str],
    *,
    title: str,
    edition: str,
    issuer: Body | None = None,
    published_on: date | None = None,
) -> MeasureList:
    """The measure list of a sheet (.xlsx, .xls or .csv): its first row has the headers, each further row a measure.

    The headers are the Chinese names that lists use: 编号, 发起部门, 信息共享方式, 实施对象, 实施措施, 实施依据,
    奖惩方向, 措施类别, 效力; and, if wanted, 实施单位, 适用条件, 适用事项, 依据位阶, 轻重等级, 载明条款. The names
    of the fields of ``Measure`` do as well.
    Codes stand as codes or as their names in either language; several in one cell are set apart by 、 or a comma.

    Args:
        path: the file.
        title: the list's name.
        edition: which version it is.
        issuer: who issued it.
        published_on: the day from which it is public.

    Raises:
        InvalidInput: with every fault of the sheet and of the list; one of a measure has its ``row``, its field, the
            clause and a cure, and never what stood there.
        MissingExtra: the file is a workbook and its reader is not installed.
        OSError: the file cannot be opened.
    """
    grid, _ = read_grid(path)
    (_, header), *rows = grid
    places, faults = _places(_whole(header, rows))
    head = ListHead(Wording(zh=title), edition, issuer, published_on)
    found = [(number, dict(_fields(places, cells))) for number, cells in rows]
    try:
        measures = measure_list_from_rows(found, head=head)
    except InvalidInput as error:
        raise InvalidInput(*faults, *(one for one in error.faults if not _told(one, faults))) from None
    if faults:
        raise InvalidInput(*faults)
    return measures


def _whole(header: tuple[Cell, ...], rows: list[GridRow]) -> tuple[Cell, ...]:
    """The headers with the columns after them that hold anything."""
    width = max((len(cells) for _, cells in rows), default=0)
    return header + (None,) * (width - len(header))


def _places(header: tuple[Cell, ...]) -> tuple[dict[str, int], list[Fault]]:
    """Where each field stands, and what is wrong with the headers."""
    places: dict[str, int] = {}
    faults: list[Fault] = []
    for at, cell in enumerate(header):
        name = cleaned(cell) if isinstance(cell, str) else ""
        field = _HEADERS.get(name)
        if field is None:
            faults.append(_in_column(sheet_fault("column-unknown" if name else "column-unnamed"), at))
        elif field in places:
            faults.append(_in_column(sheet_fault("column-repeated", field=field), at))
        else:
            places[field] = at
    missing = (field for field in _MUST if field not in places)
    faults += (sheet_fault("column-missing", field=field, header=_shown(field)) for field in missing)
    return places, faults


def _shown(field: str) -> str:
    return "编号" if field == "id" else FIELDS[field].zh


def _in_column(fault: Fault, at: int) -> Fault:
    return Fault(
        code=fault.code,
        message=fault.message,
        cure=fault.cure,
        field=fault.field,
        clause="J16",
        data=MappingProxyType({**fault.data, "column": at + 1}),
    )


def _told(fault: Fault, of_headers: list[Fault]) -> bool:
    """Whether a missing column says it for every row already."""
    missing = {one.field for one in of_headers if one.code == "sheet.column-missing"}
    return fault.code == "field.missing" and fault.field in missing


def _fields(places: dict[str, int], cells: tuple[Cell, ...]) -> Iterator[tuple[str, Any]]:
    """The fields of one row as JSON has them; what cannot be read stands as a code that no list has."""
    texts = {field: _text(cells[at]) for field, at in places.items() if at < len(cells) and not is_blank(cells[at])}
    for field, text in texts.items():
        if field in _IN_WORDS:
            english = texts.get(field + _ENGLISH)
            yield field, {"zh": text} | ({"en": english} if english else {})
        elif field in _ONE_CODE:
            yield field, _code(_ONE_CODE[field], text)
        elif field in _CODES:
            parts = (part.strip() for part in text.translate(_SEPARATORS).split("\n"))
            yield field, [_code(_CODES[field], part) for part in parts if part]
        elif field == "basis_rank":
            yield field, _RANKS.get(text, text)
        elif field == "grade":
            yield field, int(text) if text.isdecimal() else text
        elif not field.endswith(_ENGLISH):
            yield field, text


def _text(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if isinstance(cell, Unusable) else cleaned(str(cell))


def _code(kind: type[Vocabulary], text: str) -> str:
    """The code that is meant, by itself or by its name in either language; the text itself where there is none."""
    return next((one.value for one in kind if text in {one.value, one.label.zh, one.label.en}), text)


_RANKS = {name: rank.name.lower() for rank in Rank for name in (rank.label.zh, rank.label.en)}
