"""The row of facts at the door of a rule: names and types, all faults at once."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from jscredit.errors import Fault, InvalidInput, Label
from jscredit.rules.expressions import Expression
from jscredit.rules.facts import Fact


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


def checked_row(facts: tuple[Fact, ...], row: Mapping[str, Any]) -> Mapping[str, Any]:
    """A frozen copy of the row, if it names each of the facts with a value of its type or None.

    Raises:
        InvalidInput: with one fault for each fact that is absent or has the wrong type.
    """
    kept = {}
    for fact in facts:
        kept[fact.name] = value = row.get(fact.name, _ABSENT)
        if value is not None and type(value) not in fact.type.plain and not fact.type.holds(value):
            raise InvalidInput(*_faults(facts, {each.name: row.get(each.name, _ABSENT) for each in facts}))
    return MappingProxyType(kept)


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
