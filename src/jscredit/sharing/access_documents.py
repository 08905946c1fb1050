"""An access decision as a JSON document, and the way back: the rules are asked again and must answer the same."""

import json
from typing import Any, NoReturn

from jscredit.deadlines import as_day
from jscredit.errors import Fault, InvalidInput, Label
from jscredit.rules import JIANGSU_2018, Regime
from jscredit.rules.serial import value_from_json
from jscredit.rules.types import DAY
from jscredit.sharing.access import Access, decide_access
from jscredit.sharing.model import AccessRequest

SCHEMA = "jscredit.access"
VERSION = 1
_HEAD = ("schema", "version", "form")


def access_text(access: Access, *, form: str) -> str:
    """The decision as JSON; only the storage form holds the request, with who asks and about whom."""
    return json.dumps(_document(access, form), ensure_ascii=False)


def _document(access: Access, form: str) -> dict[str, Any]:
    content: dict[str, Any] = {
        "schema": SCHEMA,
        "version": VERSION,
        "form": form,
        "on": access.on.isoformat(),
        "regime": access.regime.id,
        "outcome": access.outcome.value,
        "right": access.right and access.right.value,
        "lacking": [proof.value for proof in access.lacking],
        "missing": list(access.missing),
        "failed": {
            right.value: [one.condition.id for one in decision.failed]
            for right, decision in access.decisions.items()
            if decision.failed and access.right is None
        },
        "notices": [{"code": each.code, "zh": each.text("zh"), "en": each.text("en")} for each in access.notices],
    }
    if form == "storage":
        content["request"] = json.loads(access.request.to_storage_json())
    return content


def restored_access(text: str, *, regime: Regime = JIANGSU_2018) -> Access:
    """Ask again what a stored decision was asked, under the regime given.

    Raises:
        InvalidInput: ``document.unreadable``: the text is no stored decision; ``access.changed``: the answer is no
            longer the same, as a rule or a setting has changed since.

    >>> from datetime import date
    >>> from jscredit.records import CreditRecord, Kind, RecordState, RecordStatus, Subject
    >>> from jscredit.sharing import Requester
    >>> record = CreditRecord(id="1", subject=Subject(name="某店"), kind=Kind.AWARD)
    >>> state = RecordState(record=record, status=RecordStatus.ACTIVE, since=date(2020, 1, 1))
    >>> found = decide_access(AccessRequest(requester=Requester(), state=state), on=date(2020, 3, 1))
    >>> restored_access(found.to_storage_json()) == found
    True
    """
    stored = _read(text)
    request = AccessRequest.from_storage_json(json.dumps(stored.get("request")))
    found = decide_access(request, on=as_day(value_from_json(stored.get("on"), DAY)), regime=regime)
    if _document(found, "storage") != stored:
        _changed()
    return found


def _read(text: object) -> dict[str, Any]:
    try:
        stored = json.loads(text) if isinstance(text, str) else None
    except (ValueError, RecursionError):
        stored = None
    if not isinstance(stored, dict) or tuple(stored.get(name) for name in _HEAD) != (SCHEMA, VERSION, "storage"):
        _unreadable()
    return stored


def _unreadable() -> NoReturn:
    message = Label("不是查询决定的存档文本", "not a stored decision about access")
    cure = Label("请使用 to_storage_json() 的结果", "use what to_storage_json() gave")
    raise InvalidInput(Fault(code="document.unreadable", message=message, cure=cure)) from None


def _changed() -> NoReturn:
    raise InvalidInput(
        Fault(
            code="access.changed",
            message=Label("重算结果与存档不同", "asked again, the answer is not the one that was stored"),
            cure=Label("请核对规则、设定和读法", "compare the versions of rules, settings and readings"),
        )
    )
