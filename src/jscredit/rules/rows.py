"""The row of facts at the door of a rule: names and types, all faults at once."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from jscredit.errors import Fault, InvalidInput, Label
from jscredit.rules.expressions import Expression
from jscredit.rules.facts import Fact

RowCheck = Callable[[Mapping[str, Any]], Mapping[str, Any]]


def facts_in(*nodes: Expression) -> tuple[Fact, ...]:
    """Every fact that the expressions name, each once, in order of first use."""
    found: dict[str, Fact] = {}
    stack = list(reversed(nodes))
    while stack:
        node = stack.pop()
        if isinstance(node, Fact):
            found.setdefault(node.name, node)
        stack.extend(reversed(node.parts))
    return tuple(found.values())


def row_check(facts: tuple[Fact, ...]) -> RowCheck:
    """The check of rows: a frozen copy of a row, if it names each of the facts with a value of its type or None.

    The check raises ``InvalidInput`` with one fault for each fact that is absent or has the wrong type.
    """
    plain = tuple((fact.name, fact.type.plain | {type(None)}, fact.type) for fact in facts)

    def checked(row: Mapping[str, Any]) -> Mapping[str, Any]:
        kept = {}
        for name, at_once, kind in plain:
            # Quicker than `get`, and most of the cost of a decision's start.
            kept[name] = value = row[name] if name in row else _ABSENT  # noqa: SIM401
            if type(value) not in at_once and not kind.holds(value):
                raise InvalidInput(*_faults(facts, {each.name: row.get(each.name, _ABSENT) for each in facts}))
        return MappingProxyType(kept)

    return checked


_ABSENT = object()


def _faults(facts: tuple[Fact, ...], row: Mapping[str, Any]) -> list[Fault]:
    wrong = [fact for fact in facts if row[fact.name] is not None and not fact.type.holds(row[fact.name])]
    return [_absent(fact) if row[fact.name] is _ABSENT else _mistyped(fact) for fact in wrong]


def _absent(fact: Fact) -> Fault:
    return Fault(
        code="fact.absent",
        message=Label(f"未给出事实“{fact.label.zh}”", f"the fact '{fact.label.en}' is not given"),
        cure=Label("不知道时请明确给出 None", "give None where it is not known"),
        field=fact.name,
    )


def _mistyped(fact: Fact) -> Fault:
    return Fault(
        code="fact.type",
        message=Label(f"事实“{fact.label.zh}”的类型不符", f"the fact '{fact.label.en}' has the wrong type"),
        cure=Label(f"请给出 {fact.type} 类型的值或 None", f"give a value of type {fact.type}, or None"),
        field=fact.name,
    )
