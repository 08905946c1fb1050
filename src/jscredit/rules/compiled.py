"""Expressions as plain closures over the known facts: the fast path.

A closure answers None where a fact that it needs is not known; whoever calls it then asks the full evaluation.
"""

import datetime as dt
from functools import reduce
from typing import Any

from jscredit.deadlines import WorkCalendar, Years
from jscredit.rules.closures import (
    Closure,
    Row,
    after,
    all_of,
    among,
    any_of,
    before,
    chosen,
    equal_to,
    fact,
    fact_and,
    later,
    later_working,
    negated,
    not_before_fact,
    two_sided,
    years_after,
)
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
from jscredit.rules.terms import Term


def compiled(node: Expression, calendar: WorkCalendar) -> Closure:
    """A closure from (row, day asked about) to the value, or None where it is not known."""
    match node:
        case Literal(value):
            return lambda _row, _on: value
        case Fact(name):
            return fact(name)
        case And(args):
            return _conjunction(args, calendar)
        case Or(args):
            return any_of(tuple(compiled(part, calendar) for part in args))
        case Not(arg):
            return negated(compiled(arg, calendar))
        case If():
            return _look_up(node) or chosen(*(compiled(part, calendar) for part in node.parts))
        case IsIn(arg, values):
            return among(compiled(arg, calendar), frozenset(value.value for value in values))
        case Equal() | Less() | LessEqual():
            return _compared(node, calendar)
        case PlusPeriod():
            return _later(node, calendar)
        case PlusWorkingDays():
            return later_working(compiled(node.start, calendar), node.period.n, calendar)
        case _:
            return lambda _row, _on: None


def _conjunction(args: tuple[Expression, ...], calendar: WorkCalendar) -> Closure:
    """And, with the bare facts asked first: the order of the parts makes no difference to the answer."""
    rest = tuple(compiled(part, calendar) for part in args if not isinstance(part, Fact))
    names = list(dict.fromkeys(part.name for part in args if isinstance(part, Fact)))
    closure = all_of(rest) if rest else fact(names.pop())
    return reduce(fact_and, reversed(names), closure)


def _look_up(node: If) -> Closure | None:
    """A chain of 'if this fact is so, this literal' as one look-up; None where the choice is of another form."""
    table: dict[Any, Any] = {}
    names: set[str] = set()
    rest: Expression = node
    while isinstance(rest, If):
        match rest:
            case If(Equal(Fact(name), Literal(value)), Literal(chosen_value), otherwise):
                names.add(name)
                table.setdefault(value, chosen_value)
                rest = otherwise
            case _:
                return None
    if not isinstance(rest, Literal | Term) or len(names) > 1:
        return None
    (name,), default = names, rest.value if isinstance(rest, Literal) else None

    def looked_up(row: Row, _on: dt.date) -> Any:
        value = row[name]
        return None if value is None else table.get(value, default)

    return looked_up


def _compared(node: Equal | Less | LessEqual, calendar: WorkCalendar) -> Closure:
    if isinstance(node, Equal) and isinstance(node.right, Literal):
        return equal_to(compiled(node.left, calendar), node.right.value)
    if isinstance(node, LessEqual) and isinstance(node.right, DayAsked) and isinstance(node.left, Fact):
        return not_before_fact(node.left.name)
    if isinstance(node.left, DayAsked):
        return before(compiled(node.right, calendar), strict=isinstance(node, Less))
    if isinstance(node.right, DayAsked):
        return after(compiled(node.left, calendar), strict=isinstance(node, Less))
    left, right = compiled(node.left, calendar), compiled(node.right, calendar)
    return two_sided(type(node), left, right)


def _later(node: PlusPeriod, calendar: WorkCalendar) -> Closure:
    if isinstance(node.start, Fact) and isinstance(node.period, Literal) and isinstance(node.period.value, Years):
        return years_after(node.start.name, node.period.value.n)
    return later(compiled(node.start, calendar), compiled(node.period, calendar))
