"""A validity as a JSON document, and the way back: the rules are asked again and must answer the same."""

import json
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NoReturn

from jscredit.classification import restored_classification
from jscredit.errors import Fault, InvalidInput, Label
from jscredit.rules import JIANGSU_2018, Decision, Regime
from jscredit.rules.documents import basis_json, without_editions
from jscredit.rules.serial import value_from_json, value_json
from jscredit.validity.asking import facts_asked
from jscredit.validity.model import Validity

if TYPE_CHECKING:
    from jscredit.rules import DayRange, Notice

SCHEMA = "jscredit.validity"
VERSION = 1
_CURE = Label("请使用 to_storage_json() 的结果", "use what to_storage_json() gave")


def document_text(validity: Validity, *, form: str) -> str:
    """The validity as JSON. Facts of rules are never personal; a number in the record's id may be."""
    return json.dumps(_document(validity, form), ensure_ascii=False, indent=1)


def _document(validity: Validity, form: str) -> dict[str, Any]:
    valid, restraint, publication = validity.decisions
    by_class = validity.classification
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "form": form,
        "facts": {name: value_json(value) for name, value in validity.facts.items()},
        "applies": validity.applies,
        "first_day": value_json(validity.first_day),
        "last_day": value_json(validity.last_day),
        "last_day_range": _range(validity.last_day_range),
        "has_no_end": validity.has_no_end,
        "valid": _spans(valid),
        "may_restrain": _spans(restraint),
        "may_publish": _spans(publication),
        "missing": list(validity.missing),
        "notices": [_notice(notice) for notice in validity.notices],
        "citations": [citation.ledger_id for citation in validity.citations],
        "basis": basis_json(validity.basis, validity.regime),
        "classification": json.loads(by_class.to_storage_json() if form == "storage" else by_class.to_public_json()),
    }


def _range(days: "DayRange") -> dict[str, Any]:
    return {"earliest": value_json(days.earliest), "latest": value_json(days.latest), "missing": list(days.missing)}


def _spans(decision: Decision) -> list[dict[str, Any]]:
    return [
        {"first": span.first.isoformat(), "last": value_json(span.last), "verdict": span.verdict.value}
        for span in decision.timeline
    ]


def _notice(notice: "Notice") -> dict[str, str]:
    return {"code": notice.code, "zh": notice.label.zh, "en": notice.label.en}


def restored_validity(text: str, *, regime: Regime = JIANGSU_2018) -> Validity:
    """Ask again what a stored validity was asked, under the regime given.

    Raises:
        InvalidInput: ``document.unreadable``: the text is no stored validity; ``validity.changed`` or
            ``classification.changed``: the answer is no longer the same, as a rule, a setting or the calendar has
            changed since.

    >>> from jscredit.records import CreditRecord, Kind, Subject, SubjectType
    >>> from jscredit.validity import validity_of
    >>> shop = Subject(type=SubjectType.LEGAL_PERSON, name="试例商贸有限公司")
    >>> found = validity_of(CreditRecord(id="1", subject=shop, kind=Kind.BID_RIGGING))
    >>> restored_validity(found.to_storage_json()) == found
    True
    """
    stored = _read(text)
    raw = stored.get("facts")
    if not isinstance(raw, dict) or not isinstance(stored.get("classification"), dict):
        _unreadable()
    by_class = restored_classification(json.dumps(stored["classification"]), regime=regime)
    facts = {fact.name: _value(raw.get(fact.name), fact.type) for fact in facts_asked(regime)}
    found = Validity(by_class, MappingProxyType(facts))
    if without_editions(_document(found, "storage")) != without_editions(stored):
        _changed()
    return found


def _value(raw: Any, kind: Any) -> Any:
    return None if raw is None else value_from_json(raw, kind)


def _read(text: object) -> dict[str, Any]:
    try:
        stored = json.loads(text) if isinstance(text, str) else None
    except (ValueError, RecursionError):
        stored = None
    if not isinstance(stored, dict) or (stored.get("schema"), stored.get("form")) != (SCHEMA, "storage"):
        _unreadable()
    return stored


def _unreadable() -> NoReturn:
    message = Label("不是有效期结果的存档文本", "not a stored validity")
    raise InvalidInput(Fault(code="document.unreadable", message=message, cure=_CURE)) from None


def _changed() -> NoReturn:
    raise InvalidInput(
        Fault(
            code="validity.changed",
            message=Label("重算结果与存档不同", "asked again, the answer is not the one that was stored"),
            cure=Label("请核对规则、设定和工作日历的版本", "compare the versions of rules, settings and calendar"),
        )
    )
