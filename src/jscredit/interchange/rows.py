"""One row of cells: read by the columns of its dialect, its faults all at once, its content kept."""

import dataclasses
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from jscredit.errors import Fault, InvalidInput
from jscredit.interchange.cells import PenaltyTypes, read_cell
from jscredit.interchange.content import Content
from jscredit.interchange.dialect import Column, Dialect
from jscredit.interchange.faults import refused, sheet_fault
from jscredit.interchange.grid import Cell, Unusable, is_blank
from jscredit.interchange.headers import Layout
from jscredit.interchange.penalties import penalty_faults_of
from jscredit.interchange.subjects import ORGANISATION_ROLES, PERSONAL_NUMBERS, personal_number, subject_faults_of
from jscredit.interchange.text import cleaned
from jscredit.records import Vocabulary
from jscredit.records.identifiers.base import Identifier

_ERROR = "#VALUE!"
# In a number of a subject that was typed as a figure, digits may be missing.
_FIGURES_FIT = frozenset({"text", "amount", "region", "status", "severity", "sharing_class", "day"})
_NUMBERS = frozenset({*ORGANISATION_ROLES, *PERSONAL_NUMBERS})
_OF_SUBJECT = frozenset({*ORGANISATION_ROLES, *PERSONAL_NUMBERS, "representative", "subject_class"})


Met = dict[str, dict[Cell, tuple[Any, str | None]]]
"""For each column, by its code, what cells met before say, and as which text: rows have an organ, a day in common."""

_KEPT = frozenset({str, datetime, type(None)})
_MOST = 20_000


def met_nothing(layout: Layout) -> Met:
    """What is known of cells before the first row. The numbers of subjects differ, and are not kept."""
    return {column.code: {} for column, _ in layout.places if column.role not in _NUMBERS}


def read_row(
    cells: tuple[Cell, ...], layout: Layout, dialect: Dialect, reported_on: date | None, met: Met
) -> tuple[dict[str, Any], Content]:
    """What a row says, by role, and its content as texts.

    Raises:
        InvalidInput: all faults of the row.
    """
    values: dict[str, Any] = dict.fromkeys(dialect.by_role)
    texts: dict[str, str] = {}
    faults: list[Fault] = []
    for column, places in layout.places:
        known = met.get(column.code)
        cell = cells[places[0]] if len(places) == 1 and places[0] < len(cells) else Unusable.OTHER
        if type(cell) not in _KEPT:
            known = None
        found = None if known is None else known.get(cell)
        if found is None:
            try:
                found = _found(cells, places, column, dialect, values)
            except InvalidInput as error:
                faults += [dataclasses.replace(fault, field=column.code) for fault in error.faults]
                continue
            if known is not None and len(known) < _MOST:
                known[cell] = found
        value, text = found
        values[column.role] = value
        if text is not None:
            texts[column.role] = text
    faults += _whole_faults(values, dialect, reported_on, {fault.field for fault in faults})
    if faults:
        raise InvalidInput(*faults)
    return values, Content(texts)


def _whole_faults(
    values: dict[str, Any], dialect: Dialect, reported_on: date | None, spoilt: set[str | None]
) -> Iterator[Fault]:
    faults = list(_day_faults(values, dialect, reported_on))
    yield from faults
    spoilt = spoilt | {fault.field for fault in faults}
    if not any(column.code in spoilt for column in dialect.columns if column.role in _OF_SUBJECT):
        yield from subject_faults_of(values, dialect)
    if dialect.kind == "penalty" and not spoilt:
        yield from penalty_faults_of(values, dialect)


def _found(
    cells: tuple[Cell, ...], places: tuple[int, ...], column: Column, dialect: Dialect, values: Mapping[str, Any]
) -> tuple[Any, str | None]:
    """What the column says, and the text that stands for it; a day that means "no end" is a text only."""
    value = _value(cells, places, column, dialect)
    if value is None:
        return None, dialect.none_word if column.none_allowed else None
    if column.type == "personal_number":
        value = personal_number(value, values.get(PERSONAL_NUMBERS[column.role]))
    return None if value == column.no_end else value, text_of(value)


def _value(cells: tuple[Cell, ...], places: tuple[int, ...], column: Column, dialect: Dialect) -> Any:
    """What the column says; where it stands there more than once, what all of its cells say."""
    if len(places) == 1:
        at = places[0]
        return read_cell(cells[at] if at < len(cells) else None, column, dialect)
    if not places and column.may_be_absent:
        return None
    filled = [cells[at] for at in places if at < len(cells) and not is_blank(cells[at])]
    values = [read_cell(cell, column, dialect) for cell in filled or (None,)]
    if any(value != values[0] for value in values[1:]):
        raise refused("conflict")
    return values[0]


def _day_faults(values: Mapping[str, Any], dialect: Dialect, reported_on: date | None) -> Iterator[Fault]:
    for column in dialect.columns:
        day = values[column.role] if column.type == "day" else None
        if day is None:
            continue
        if column.not_before is not None:
            first = dialect.column(column.not_before)
            if values[first.role] is not None and day < values[first.role]:
                yield sheet_fault("before", field=column.code, other=first.name)
        if column.not_after_report and reported_on is not None and day > reported_on:
            yield sheet_fault("after-report", field=column.code)


def text_of(value: Any) -> str:
    """A value as the text that stands for it in every dialect."""
    if isinstance(value, Vocabulary):
        return str(value.value)
    if isinstance(value, str):
        return value
    if isinstance(value, Identifier):
        return value.reveal()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    types: PenaltyTypes = value
    return types.text


def raw_content(cells: tuple[Cell, ...], layout: Layout) -> Content:
    """The cells of a row that has a fault, as they were.

    In the place of what was lost, and before what contradicts itself, stands an error, so that nobody sends it back so.
    """
    texts = {}
    for column, places in layout.places:
        shown = [_shown(cells[at], column) for at in places if at < len(cells)]
        found = dict.fromkeys(text for text in shown if text)
        if found:
            texts[column.role] = next(iter(found)) if len(found) == 1 else f"{_ERROR} {' | '.join(found)}"
    return Content(texts)


def _shown(cell: Cell, column: Column) -> str:
    if isinstance(cell, str):
        return cleaned(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, int | float) and column.type in _FIGURES_FIT and abs(cell) < 10**15:
        return repr(cell).removesuffix(".0")
    return "" if cell is None else _ERROR
