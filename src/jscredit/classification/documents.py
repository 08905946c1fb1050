"""A classification as a JSON document, and the way back: the rules are asked again and must answer the same."""

import json
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NoReturn

from jscredit.classification.classifying import facts_asked
from jscredit.classification.model import Classification
from jscredit.errors import Fault, InvalidInput, Label
from jscredit.records import mask_numbers_in
from jscredit.records.facts import KIND
from jscredit.rules import JIANGSU_2018, Notice, Regime, Verdict
from jscredit.rules.documents import basis_json, without_editions
from jscredit.rules.serial import value_from_json, value_json

if TYPE_CHECKING:
    from jscredit.classification.candidates import Candidate

SCHEMA = "jscredit.classification"
VERSION = 1
_CURE = Label("请使用 to_storage_json() 的结果", "use what to_storage_json() gave")


def document_text(answer: Classification, *, form: str) -> str:
    """The classification as JSON. Facts of rules are never personal; a number in the record's id may be."""
    return json.dumps(_document(answer, form), ensure_ascii=False, indent=1)


def _document(answer: Classification, form: str) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "form": form,
        "record": answer.record_id if form == "storage" else mask_numbers_in(answer.record_id),
        "facts": {name: value_json(value) for name, value in answer.facts.items()},
        "status": answer.status.value,
        "category": value_json(answer.category),
        "primary": answer.primary.citation.ledger_id if answer.primary else None,
        "items": [item.citation.ledger_id for item in answer.items],
        "open_items": [item.citation.ledger_id for item in answer.open_items],
        "why": [_candidate(each, answer.verdict_of(each)) for each in answer.why],
        "missing": list(answer.missing),
        "notices": [_notice(notice) for notice in answer.notices],
        "citations": [citation.ledger_id for citation in answer.citations],
        "basis": basis_json(answer.basis, answer.regime),
    }


def _candidate(candidate: "Candidate", verdict: Verdict) -> dict[str, Any]:
    return {
        "item": candidate.item.citation.ledger_id,
        "rule": candidate.rule.id,
        "verdict": verdict.value,
        "failed": [condition.id for condition in candidate.failed],
        "reasons": [{"zh": reason.zh, "en": reason.en} for reason in candidate.reasons],
        "missing": list(candidate.missing),
    }


def _notice(notice: Notice) -> dict[str, str]:
    return {"code": notice.code, "zh": notice.label.zh, "en": notice.label.en}


def restored_classification(text: str, *, regime: Regime = JIANGSU_2018) -> Classification:
    """Ask again what a stored classification was asked, under the regime given.

    Raises:
        InvalidInput: ``document.unreadable``: the text is no stored classification; ``classification.changed``: the
            answer is no longer the same, as the rules, a setting or the calendar have changed since.

    >>> from jscredit.classification import classify
    >>> from jscredit.records import CreditRecord, Kind, Subject, SubjectType
    >>> shop = Subject(type=SubjectType.LEGAL_PERSON, name="试例商贸有限公司")
    >>> answer = classify(CreditRecord(id="1", subject=shop, kind=Kind.BID_RIGGING))
    >>> restored_classification(answer.to_storage_json()) == answer
    True
    """
    stored = _read(text)
    if not isinstance(stored.get("record"), str) or not isinstance(stored.get("facts"), dict):
        _unreadable()
    facts = _facts(stored["facts"], regime)
    answer = Classification(stored["record"], MappingProxyType(facts), regime)
    if without_editions(_document(answer, "storage")) != without_editions(stored):
        _changed()
    return answer


def _facts(raw: dict[str, Any], regime: Regime) -> dict[str, Any]:
    kind = value_from_json(raw.get(KIND.name), KIND.type)
    asked = facts_asked(kind, regime)
    return {
        fact.name: None if raw.get(fact.name) is None else value_from_json(raw[fact.name], fact.type) for fact in asked
    }


def _read(text: object) -> dict[str, Any]:
    try:
        stored = json.loads(text) if isinstance(text, str) else None
    except (ValueError, RecursionError):
        stored = None
    head = {"schema": SCHEMA, "version": VERSION, "form": "storage"}
    if not isinstance(stored, dict) or any(stored.get(name) != value for name, value in head.items()):
        _unreadable()
    return stored


def _unreadable() -> NoReturn:
    message = Label("不是归类结果的存档文本", "not a stored classification")
    raise InvalidInput(Fault(code="document.unreadable", message=message, cure=_CURE)) from None


def _changed() -> NoReturn:
    raise InvalidInput(
        Fault(
            code="classification.changed",
            message=Label("重算结果与存档不同", "asked again, the answer is not the one that was stored"),
            cure=Label("请核对规则、设定和工作日历的版本", "compare the versions of rules, settings and calendar"),
        )
    )
