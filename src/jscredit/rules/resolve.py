"""Put a regime's settings in the place of terms and readings; what stays open stays a term."""

import dataclasses
from collections.abc import Callable
from functools import reduce
from typing import Any

from jscredit.rules.expressions import Expression, If, literal
from jscredit.rules.regime import Regime
from jscredit.rules.simplify import simplified
from jscredit.rules.terms import Pick, Setting, Term


def resolve(node: Expression, regime: Regime) -> Expression:
    """The expression with every reading chosen and every term that has a value replaced by it."""
    if isinstance(node, Pick):
        return _settled(node.term, regime, lambda option: resolve(node.branch(option), regime))
    if isinstance(node, Term):
        return _settled(node, regime, literal)
    slots: tuple[str, ...] = type(node).__slots__
    changed = {
        slot: _resolve_slot(getattr(node, slot), regime)
        for slot in slots
        if isinstance(getattr(node, slot), Expression | tuple)
    }
    return simplified(dataclasses.replace(node, **changed)) if changed else node  # type: ignore[type-var]


def _resolve_slot(value: object, regime: Regime) -> object:
    if isinstance(value, tuple):
        return tuple(resolve(part, regime) for part in value)
    return resolve(value, regime) if isinstance(value, Expression) else value


def _settled(term: Term, regime: Regime, as_node: Callable[[Any], Expression]) -> Expression:
    """The prevailing value; where it depends on the case, a choice between the values, the prevailing first."""
    base = term if term.default is None else as_node(term.default)

    def under(rest: Expression, setting: Setting) -> Expression:
        value = as_node(setting.value)
        return value if setting.when is None else simplified(If(setting.when, value, rest))

    return reduce(under, reversed(regime.settings_of(term)), base)


def terms_in(node: Expression) -> tuple[Term, ...]:
    """Every term and reading that an expression names, each once, in order."""
    found: dict[str, Term] = {}
    if isinstance(node, Term):
        found[node.name] = node
    if isinstance(node, Pick):
        found[node.term.name] = node.term
    for part in node.parts:
        found |= {term.name: term for term in terms_in(part)}
    return tuple(found.values())
