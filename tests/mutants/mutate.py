"""Rule mutants: every small change of a rule's expression tree, one at a time.

A mutation tool for functions sees none of the law, because the law stands in expressions. Here the tree itself is
changed: ``<`` for ``<=``, and for or, a part dropped, a denial dropped, a number or a period one more or one less,
another code, a value out of a list, two branches exchanged, a whole condition dropped.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from enum import Enum
from typing import Any, NamedTuple

from jscredit.deadlines import Days, Months, WorkingDays, Years
from jscredit.errors import InvalidInput
from jscredit.rules import ON, Expression, Fact, If, Quantity, Rule, Term, literal
from jscredit.rules.expressions import (
    And,
    IsIn,
    Less,
    LessEqual,
    Literal,
    Not,
    Or,
    PlusPeriod,
    PlusWorkingDays,
)
from jscredit.rules.terms import Pick

PERIODS = Days | Months | Years | WorkingDays


class Change(NamedTuple):
    """One changed expression, with the place as a path of positions and what was done there."""

    path: tuple[str, ...]
    what: str
    node: Expression

    @property
    def name(self) -> str:
        return f"{'.'.join(self.path) or 'whole'}: {self.what}"


class Mutant(NamedTuple):
    """A rule with one change in it."""

    name: str
    rule: Any


def changes(node: Expression) -> Iterator[Change]:
    """Every change of one place in the expression."""
    for what, changed in _here(node):
        yield Change((), what, changed)
    for place, part in _places(node):
        for change in changes(part):
            try:
                changed = _with(node, place, change.node)
            except InvalidInput:  # the change does not fit there: it would be no rule
                continue
            yield Change((place, *change.path), change.what, changed)


def mutants(rule: Any) -> Iterator[Mutant]:
    """Every mutant of a rule or a quantity."""
    if isinstance(rule, Quantity):
        for change in changes(rule.day):
            yield Mutant(f"{rule.id} {change.name}", replace(rule, day=change.node))
        return
    for index, condition in enumerate(rule.conditions):
        rest = (rule.conditions[:index], rule.conditions[index + 1 :])
        yield Mutant(f"{rule.id}/{condition.id}: condition dropped", _with_conditions(rule, (*rest[0], *rest[1])))
        for change in changes(condition.test):
            changed = replace(condition, test=change.node)
            yield Mutant(
                f"{rule.id}/{condition.id} {change.name}", _with_conditions(rule, (*rest[0], changed, *rest[1]))
            )


def _with_conditions(rule: Rule, conditions: tuple[Any, ...]) -> Rule:
    # A rule of no condition would have no answer of its own: one that always holds takes its place.
    kept = conditions or (replace(rule.conditions[0], test=literal(value=True)),)
    return replace(rule, conditions=kept)


def _here(node: Expression) -> Iterator[tuple[str, Expression]]:
    match node:
        case Less(left, right):
            yield "< to <=", LessEqual(left, right)
        case LessEqual(left, right):
            yield "<= to <", Less(left, right)
        case And(args):
            yield "and to or", Or(args)
            yield from _dropped(And, args)
        case Or(args):
            yield "or to and", And(args)
            yield from _dropped(Or, args)
        case Not(arg):
            yield "not dropped", arg
        case If(test, then, otherwise):
            yield "branches exchanged", If(test, otherwise, then)
        case IsIn(arg, values):
            for value in values if len(values) > 1 else ():
                rest = tuple(other for other in values if other is not value)
                yield f"without {value.value!s}", IsIn(arg, rest)
        case PlusPeriod(start, _) | PlusWorkingDays(start, _):
            yield "sum dropped", start
            if isinstance(node, PlusWorkingDays):
                for changed in _other_values(node.period):
                    yield f"{node.period.n} to {changed.n} working days", replace(node, period=changed)
        case Literal(value):
            for changed in _other_values(value):
                yield f"{value!s} to {changed!s}", literal(changed)
        case Term(default=default) if default is not None and not node.options:
            for changed in _other_values(default):
                yield f"{node.name} {default!s} to {changed!s}", literal(changed)
        case Pick(term, branches):
            names, nodes = zip(*branches, strict=True)
            yield f"{term.name} exchanged", Pick(term, tuple(zip(names, reversed(nodes), strict=True)))


def _dropped(kind: type[And] | type[Or], args: tuple[Expression, ...]) -> Iterator[tuple[str, Expression]]:
    for index in range(len(args)):
        rest = (*args[:index], *args[index + 1 :])
        yield f"part {index} dropped", rest[0] if len(rest) == 1 else kind(rest)


def _other_values(value: object) -> Iterator[Any]:
    """One less and one more; the opposite; the next of a closed list."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, Enum):
        codes = list(type(value))
        yield codes[(codes.index(value) + 1) % len(codes)]
    elif isinstance(value, PERIODS):
        yield from (type(value)(n) for n in (value.n - 1, value.n + 1) if n > 0)
    elif isinstance(value, date):
        # The last day that there is stands for no day at all: there is none after it.
        yield value - timedelta(1)
        if value < date.max:
            yield value + timedelta(1)
    else:
        yield from (value - 1, value + 1)


def _places(node: Expression) -> Iterator[tuple[str, Expression]]:
    """The parts of an expression, each with its place. A list of values is changed as a whole, and a name is not."""
    if isinstance(node, Fact | Term | Literal | type(ON)):
        return
    if isinstance(node, Pick):
        yield from node.branches
        return
    if isinstance(node, IsIn):
        yield "arg", node.arg
        return
    for field in fields(node) if is_dataclass(node) else ():
        value = getattr(node, field.name)
        if isinstance(value, Expression):
            yield field.name, value
        elif isinstance(value, tuple):
            yield from ((str(index), part) for index, part in enumerate(value))


def _with(node: Expression, place: str, part: Expression) -> Expression:
    if isinstance(node, Pick):
        return Pick(node.term, tuple((name, part if name == place else old) for name, old in node.branches))
    if place.isdigit():
        args = node.args  # type: ignore[attr-defined]
        return replace(node, args=(*args[: int(place)], part, *args[int(place) + 1 :]))
    return replace(node, **{place: part})
