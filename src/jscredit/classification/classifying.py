"""The classifier: a record in, its class out."""

from functools import cache
from types import MappingProxyType
from typing import Any, NoReturn

from jscredit.classification.model import Classification
from jscredit.classification.rules import plan
from jscredit.errors import Fault, InvalidInput, Label
from jscredit.records import CreditRecord, Kind, ListEntry
from jscredit.records.facts import CATALOGUE_CATEGORY, KIND, record_row
from jscredit.rules import JIANGSU_2018, Fact, Regime


def classify(record: CreditRecord, *, regime: Regime = JIANGSU_2018) -> Classification:
    """Which of the four classes a record belongs to, and by which items (M9 to M13).

    Total over the kinds: whatever is known of a record, there is an answer with its reasons.

    Raises:
        InvalidInput: ``classification.list-entry``: an entry of a red or black list is no record (M17);
            ``classification.not-a-record``: anything else that is no record.

    >>> from jscredit.records import CreditRecord, Kind, Procedure, Subject, SubjectType
    >>> shop = Subject(type=SubjectType.LEGAL_PERSON, name="试例商贸有限公司")
    >>> penalty = CreditRecord(id="1", subject=shop, kind=Kind.PENALTY, reflects_credit=True)
    >>> classify(penalty).missing
    ('procedure',)
    >>> import dataclasses
    >>> answer = classify(dataclasses.replace(penalty, procedure=Procedure.GENERAL))
    >>> answer.category.value, [item.citation.ledger_id for item in answer.items], answer.primary.label.zh
    ('negative', ['M12(9)', 'M12(1)'], '一般程序处罚、强制执行')
    """
    if not isinstance(record, CreditRecord):
        _refuse(is_entry=isinstance(record, ListEntry))
    asked = facts_asked(record.kind, regime)
    row: dict[str, Any] = dict.fromkeys(fact.name for fact in asked)
    return Classification(record.id, MappingProxyType(row | record_row(record, asked)), regime)


def facts_asked(kind: Kind, regime: Regime) -> tuple[Fact, ...]:
    """Every fact that the rules of a kind may ask for under a regime, each once, the kind first."""
    rules = plan(kind)
    found = _named_by(kind)
    for rule in rules.by_kind:
        if rule.terms:
            found = found | {fact.name: fact for fact in rule.bind(regime).facts}
    return tuple(found.values())


@cache
def _named_by(kind: Kind) -> dict[str, Fact]:
    rules = plan(kind)
    return {KIND.name: KIND, CATALOGUE_CATEGORY.name: CATALOGUE_CATEGORY} | {
        fact.name: fact for rule in (*rules.by_kind, *rules.by_conduct) for fact in rule.facts
    }


def _refuse(*, is_entry: bool) -> NoReturn:
    raise InvalidInput(_LIST_ENTRY if is_entry else _NOT_A_RECORD)


_LIST_ENTRY = Fault(
    code="classification.list-entry",
    message=Label(
        "红黑名单条目不是信用记录，不予归类", "an entry of a red or black list is no record and has no class"
    ),
    cure=Label("请将其作为名单条目纳入信用档案", "put it into the credit file as an entry"),
    field="record",
    clause="M17",
)
_NOT_A_RECORD = Fault(
    code="classification.not-a-record",
    message=Label("只有信用记录可以归类", "only a credit record can be classified"),
    cure=Label("请给出 CreditRecord", "give a CreditRecord"),
    field="record",
    clause="M9",
)
