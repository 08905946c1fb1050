"""Expressions, values and rules as JSON, and values read back."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import TYPE_CHECKING, Any

from jscredit.deadlines import Days, Months, WorkingDays, Years
from jscredit.errors import Label
from jscredit.rules.expressions import (
    And,
    Equal,
    Expression,
    If,
    IsIn,
    Less,
    LessEqual,
    Literal,
    Not,
    Or,
    PlusPeriod,
    PlusWorkingDays,
)
from jscredit.rules.facts import DayAsked, Fact
from jscredit.rules.operands import fail
from jscredit.rules.terms import Pick, Term
from jscredit.rules.types import DAY, FLAG, NUMBER, PERIOD, TIME_LIMIT, ValueType

if TYPE_CHECKING:
    from jscredit.rules.rule import Rule

NODES: dict[str, type[Expression]] = {
    "and": And,
    "or": Or,
    "not": Not,
    "equal": Equal,
    "less": Less,
    "less-or-equal": LessEqual,
    "is-in": IsIn,
    "plus-period": PlusPeriod,
    "plus-working-days": PlusWorkingDays,
    "if": If,
}
_NAMES = {kind: name for name, kind in NODES.items()}
_PERIODS = {"days": Days, "months": Months, "years": Years, "workingdays": WorkingDays}


def value_json(value: Any) -> Any:
    """A fact's or a setting's value as JSON.

    >>> value_json(Years(3)), value_json(Decimal("0.50")), value_json(None)
    ({'years': 3}, '0.50', None)
    """
    if isinstance(value, Days | Months | Years | WorkingDays):
        return {type(value).__name__.lower(): value.n}
    if isinstance(value, Enum):
        return value.value if isinstance(value, str) else value.name.lower()
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def value_from_json(raw: Any, kind: ValueType) -> Any:
    """The value of a type that a JSON value stands for.

    Raises:
        InvalidInput: it stands for none.
    """
    try:
        value = _READERS.get(kind.name, _read_choice)(raw, kind)
    except (KeyError, ValueError, TypeError, AttributeError, InvalidOperation, StopIteration):
        value = None
    if value is None:
        fail(
            "json.value",
            Label(f"不是 {kind} 类型的值", f"not a value of type {kind}"),
            Label('日期写作 "2026-01-31"，期限写作 {"years": 3}', 'write a date "2026-01-31", a period {"years": 3}'),
        )
    return value


def _read_choice(raw: Any, kind: ValueType) -> Any:
    options = kind.options or ()
    return next(option for option in options if value_json(option) == raw and isinstance(raw, str))


def _read_period(raw: Any, kind: ValueType) -> Any:
    ((unit, n),) = raw.items()
    period = _PERIODS[unit](n)
    return period if kind.holds(period) else None


def _read_day(raw: Any, _kind: ValueType) -> dt.date | None:
    day = dt.date.fromisoformat(raw)
    # Python reads other forms too, such as a week's number.
    return day if day.isoformat() == raw else None


def _read_number(raw: Any, _kind: ValueType) -> int | Decimal | None:
    if isinstance(raw, str):
        number = Decimal(raw)
        return number if number.is_finite() else None
    return raw if type(raw) is int else None


_READERS: dict[str, Callable[[Any, ValueType], Any]] = {
    FLAG.name: lambda raw, _kind: raw if isinstance(raw, bool) else None,
    DAY.name: _read_day,
    NUMBER.name: _read_number,
    PERIOD.name: _read_period,
    TIME_LIMIT.name: _read_period,
    "reading": lambda raw, _kind: raw if isinstance(raw, str) else None,
}


def expression_json(node: Expression) -> Any:
    """An expression as JSON. ``expression_from_json`` reads it back.

    >>> expression_json(Fact.flag("malice", Label("恶意", "malice")))
    {'fact': 'malice'}
    """
    match node:
        case Fact(name):
            return {"fact": name}
        case Term(name):
            return {"term": name}
        case Pick(term, branches):
            return {"reading": term.name, "branches": {name: expression_json(branch) for name, branch in branches}}
        case DayAsked():
            return {"on": True}
        case Literal(value):
            return {"value": value_json(value)}
        case IsIn(arg, values):
            return {
                "op": "is-in",
                "args": [expression_json(arg)],
                "values": [value_json(each.value) for each in values],
            }
        case PlusWorkingDays(start, period):
            return {"op": "plus-working-days", "args": [expression_json(start)], "n": period.n}
        case _:
            return {"op": _NAMES[type(node)], "args": [expression_json(part) for part in node.parts]}


def rule_json(rule: "Rule") -> dict[str, Any]:
    """A rule as JSON: its conditions with clause, labels in both languages, and test."""
    return {
        "schema": "jscredit.rule",
        "version": 1,
        "id": rule.id,
        "citation": rule.citation.ledger_id,
        "label": {"zh": rule.label.zh, "en": rule.label.en},
        "conditions": [
            {
                "id": each.id,
                "citation": each.citation.ledger_id,
                "label": {"zh": each.label.zh, "en": each.label.en},
                "test": expression_json(each.test),
            }
            for each in rule.conditions
        ],
    }
