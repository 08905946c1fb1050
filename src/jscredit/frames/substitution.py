"""Facts that are the same expression for every row, put into a test before it is solved."""

import dataclasses
from collections.abc import Mapping

from jscredit.rules import Expression, Fact, Term
from jscredit.rules.simplify import simplified


def substituted(node: Expression, known: Mapping[str, Expression]) -> Expression:
    """The test with these facts replaced; constant parts that come of it are taken out.

    >>> from jscredit.rules import literal
    >>> from jscredit.validity.rules import FAILURE_INFORMATION, IN_PERIOD_OF_USE
    >>> from jscredit.rules.resolve import resolve
    >>> from jscredit.rules import JIANGSU_2018
    >>> test = resolve(IN_PERIOD_OF_USE.test, JIANGSU_2018)
    >>> substituted(test, {"period_of_use_given": literal(False)})
    Literal(value=True, type=ValueType(name='flag', options=None))
    """
    if isinstance(node, Fact):
        return known.get(node.name, node)
    if isinstance(node, Term):
        return node
    slots: tuple[str, ...] = type(node).__slots__
    changed = {slot: _in_slot(getattr(node, slot), known) for slot in slots if _holds_nodes(getattr(node, slot))}
    return simplified(dataclasses.replace(node, **changed)) if changed else node  # type: ignore[type-var]


def _holds_nodes(value: object) -> bool:
    return isinstance(value, Expression | tuple)


def _in_slot(value: object, known: Mapping[str, Expression]) -> object:
    if isinstance(value, tuple):
        return tuple(substituted(part, known) for part in value)
    return substituted(value, known) if isinstance(value, Expression) else value
