"""A severity standard from a JSON file, every fault at once."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, NoReturn

from jscredit.errors import Fault, InvalidInput, Label, safe
from jscredit.records import Body, Severity
from jscredit.rules import DAY, expression_from_json
from jscredit.rules.serial import value_from_json
from jscredit.rules.types import choice
from jscredit.validity.standards import (
    GRADING_FACTS,
    GradingRow,
    SeverityStandard,
    StandardKind,
    missing_part,
    row_faults,
    standard_faults,
)

SCHEMA = "jscredit.severity-standard"
_FACTS = {fact.name: fact for fact in GRADING_FACTS}
_HEAD = {"schema", "version"}
_ROW = {"when", "severity", "citation"}


def standard_from_json(text: str) -> SeverityStandard:
    """The standard that a document holds.

    The document is ``{"schema": "jscredit.severity-standard", "version": 1, "title": {"zh": …, "en": …}, "kind":
    "severity_grading", "issuer": {"name": …, "type": "administrative_organ", "level": …}, "issued_on": "2020-01-31",
    "citation": …, "rows": [{"when": …, "severity": …, "citation": …}]}``; each ``when`` is written as rules are.

    Raises:
        InvalidInput: with every fault of the document at once; ``rows[3]`` names the fourth row.
    """
    document = _document(text)
    faults, parts = _read_parts(document)
    faults += standard_faults(parts)
    if faults:
        raise InvalidInput(*faults)
    return SeverityStandard(**parts)


def standard_from_file(path: str | Path) -> SeverityStandard:
    """The standard of a UTF-8 file; see ``standard_from_json``.

    Raises:
        InvalidInput: the file cannot be read as UTF-8 text, or as ``standard_from_json`` says.
        OSError: the file cannot be opened.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        _fail_document()
    return standard_from_json(text)


def _document(text: str) -> dict[str, Any]:
    try:
        document = json.loads(text) if isinstance(text, str) else None
    except (ValueError, RecursionError):
        document = None
    if not isinstance(document, dict) or (document.get("schema"), document.get("version")) != (SCHEMA, 1):
        _fail_document()
    return document


def _read_parts(document: dict[str, Any]) -> tuple[list[Fault], dict[str, Any]]:
    """The parts that can be read, and a fault for each other one."""
    faults: list[Fault] = []
    parts: dict[str, Any] = {}
    for name, read in _READERS.items():
        try:
            parts[name] = read(document[name])
        except KeyError:
            faults.append(missing_part(name))
        except InvalidInput as error:
            faults += [_placed(fault, name) for fault in error.faults]
    if unknown := len(set(document) - _HEAD - set(_READERS)):
        faults.append(_unknown(unknown))
    return faults, parts


def _label(raw: Any) -> Label:
    texts = [raw.get(lang) for lang in ("zh", "en")] if isinstance(raw, dict) else [None]
    if not all(isinstance(text, str) and text.strip() for text in texts):
        _fail("standard.title", Label("须有中英文名称", "a title in both languages is needed"))
    return Label(*texts)


def _body(raw: Any) -> Body:
    from pydantic import TypeAdapter, ValidationError

    try:
        return TypeAdapter(Body).validate_json(json.dumps(raw))
    except ValidationError as error:
        raise safe(error) from None


def _text(raw: Any) -> str:
    if not isinstance(raw, str):
        _fail("standard.citation", Label("依据须为文本", "a citation is a text"))
    return raw


def _rows(raw: Any) -> tuple[GradingRow, ...]:
    if not isinstance(raw, list):
        _fail("standard.rows", Label("须为各行的列表", "a list of rows is needed"))
    rows: list[tuple[int, GradingRow]] = []
    faults: list[Fault] = []
    for index, each in enumerate(raw):
        try:
            rows.append((index, _row(each)))
        except InvalidInput as error:
            faults += [_placed(fault, f"rows[{index}]") for fault in error.faults]
    if faults:
        raise InvalidInput(*faults, *row_faults(rows))
    return tuple(row for _, row in rows)


def _row(raw: Any) -> GradingRow:
    if not isinstance(raw, dict) or set(raw) != _ROW:
        _fail("standard.row", Label("一行须有 when、severity、citation", "a row has when, severity and citation"))
    return GradingRow(
        when=expression_from_json(raw["when"], _FACTS),
        severity=value_from_json(raw["severity"], choice(Severity)),
        citation=_text(raw["citation"]),
    )


_READERS: dict[str, Callable[[Any], Any]] = {
    "title": _label,
    "kind": lambda raw: value_from_json(raw, choice(StandardKind)),
    "issuer": _body,
    "issued_on": lambda raw: value_from_json(raw, DAY),
    "citation": _text,
    "rows": _rows,
}


def _placed(fault: Fault, name: str) -> Fault:
    field = fault.field or ""
    # The faults of rows are placed in the document already.
    return replace(fault, field=field if field.startswith("rows[") else f"{name}.{field}".rstrip("."))


def _fail(code: str, message: Label) -> NoReturn:
    cure = Label("请按文档所示的形式书写", "write it as the documentation shows")
    raise InvalidInput(Fault(code=code, message=message, cure=cure, clause="M7"))


def _unknown(count: int) -> Fault:
    return Fault(
        code="field.unknown",
        message=Label(f"有{count}个不认识的项", f"fields that are not known here: {count}"),
        cure=Label("请删去，或核对项名", "leave them out, or check their names"),
        data=MappingProxyType({"count": count}),
    )


def _fail_document() -> NoReturn:
    raise InvalidInput(
        Fault(
            code="standard.document",
            message=Label("不是失信程度标准文件", "not a document of a severity standard"),
            cure=Label(
                f'应为 {{"schema": "{SCHEMA}", "version": 1, …}}', f'write {{"schema": "{SCHEMA}", "version": 1, …}}'
            ),
            clause="M7",
        )
    ) from None
