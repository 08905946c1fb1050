"""A decision as a JSON document, and the way back: the rule is asked again and must answer the same."""

import json
from typing import TYPE_CHECKING, Any, NoReturn

from jscredit.errors import Label, NotInForce
from jscredit.rules.operands import fail
from jscredit.rules.regime import JIANGSU_2018, Regime
from jscredit.rules.serial import expression_json, value_from_json, value_json
from jscredit.rules.types import DAY

if TYPE_CHECKING:
    from jscredit.rules.basis import Basis
    from jscredit.rules.decision import Decision
    from jscredit.rules.rule import Rule
    from jscredit.rules.terms import Setting

SCHEMA = "jscredit.decision"
VERSION = 1


def decision_json(decision: "Decision", *, form: str) -> str:
    """The decision as JSON. Facts of a rule are never personal, so both forms show them; only storage loads back."""
    return json.dumps(_document(decision, form), ensure_ascii=False, indent=1)


def _document(decision: "Decision", form: str) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "form": form,
        "rule": decision.rule.id,
        "on": decision.on.isoformat(),
        "facts": {name: value_json(value) for name, value in decision.row.items()},
        "verdict": decision.verdict.value,
        "earliest": value_json(decision.earliest),
        "last": value_json(decision.last),
        "possible": value_json(decision.possible),
        "timeline": [
            {"first": span.first.isoformat(), "last": value_json(span.last), "verdict": span.verdict.value}
            for span in decision.timeline
        ],
        "failed": [{"condition": each.condition.id, "earliest": value_json(each.earliest)} for each in decision.failed],
        "missing": list(decision.missing),
        "notices": [{"code": each.code, "zh": each.label.zh, "en": each.label.en} for each in decision.notices],
        "citations": [citation.ledger_id for citation in decision.citations],
        "basis": basis_json(decision.basis, decision.regime),
    }


def basis_json(basis: "Basis", regime: Regime) -> dict[str, Any]:
    """What an answer rests on, as JSON."""
    return {
        "regime": basis.regime,
        "settings": [setting_json(setting) for setting in regime.settings],
        "readings": {one.term.name: one.option.name for one in basis.readings},
        "calendar": basis.calendar_edition,
        "library": basis.version,
    }


def setting_json(setting: "Setting") -> dict[str, Any]:
    """A setting as JSON, in the form of a settings file."""
    return {
        "term": setting.term.name,
        "value": value_json(setting.value),
        "source": {"citation": setting.source.citation, "rank": setting.source.rank.name.lower()},
        "when": None if setting.when is None else expression_json(setting.when),
    }


def restored_decision(text: str, *, rule: "Rule", regime: Regime = JIANGSU_2018) -> "Decision":
    """Ask the rule again what a stored decision was asked, under the regime given.

    What the answer says must be the same. The library's version, the calendar's edition and the wording of notices may
    differ: a stored decision outlives an upgrade that leaves its answer alone.

    Raises:
        InvalidInput: the text is no stored decision of this rule (``document.unreadable``, or a fact's own fault), or
            the answer is no longer the same (``decision.changed``): the rule, a setting or the calendar has changed.
    """
    stored = _read(text)
    if stored.get("form") != "storage" or stored.get("rule") != rule.id:
        _unreadable()
    raw = stored.get("facts")
    if not isinstance(raw, dict):
        _unreadable()
    types = {fact.name: fact.type for fact in rule.bind(regime).facts}
    row = {
        name: None if value is None else value_from_json(value, types[name])
        for name, value in raw.items()
        if name in types
    }
    try:
        decision = rule.decide(row, on=value_from_json(stored.get("on"), DAY), regime=regime)
    except NotInForce:
        _changed()
    if without_editions(_document(decision, "storage")) != without_editions(stored):
        _changed()
    return decision


def without_editions(document: Any) -> Any:
    """What a stored answer says, without the notices beside it, the calendar's edition and the library's version.

    >>> without_editions({"verdict": "yes", "notices": [], "basis": {"regime": "r", "library": "0.1.0"}})
    {'verdict': 'yes', 'basis': {'regime': 'r'}}
    """
    if not isinstance(document, dict):
        return document
    kept = {name: without_editions(value) for name, value in document.items() if name != "notices"}
    if isinstance(kept.get("basis"), dict):
        kept["basis"] = {name: value for name, value in kept["basis"].items() if name not in {"calendar", "library"}}
    return kept


def _read(text: str) -> dict[str, Any]:
    try:
        stored = json.loads(text)
    except (ValueError, RecursionError):
        _unreadable()
    if not isinstance(stored, dict) or stored.get("schema") != SCHEMA or stored.get("version") != VERSION:
        _unreadable()
    return stored


def _changed() -> NoReturn:
    fail(
        "decision.changed",
        Label("重算结果与存档不同", "asked again, the answer is not the one that was stored"),
        Label("请核对规则、设定和工作日历的版本", "compare the versions of rule, settings and calendar"),
    )


def _unreadable() -> NoReturn:
    fail(
        "document.unreadable",
        Label("不是本规则结论的存档文本", "not a stored decision of this rule"),
        Label("请使用 to_storage_json() 的结果", "use what to_storage_json() gave"),
    )
