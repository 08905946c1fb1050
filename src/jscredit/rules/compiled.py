"""Expressions as plain closures over the known facts: the fast path.

A closure answers None where a fact that it needs is not known; whoever calls it then asks the full evaluation.
"""

from functools import reduce
from typing import Any

from jscredit.deadlines import WorkCalendar, Years
from jscredit.rules.closures import (
    Closure,
    all_of,
    among,
    any_of,
    chosen,
    either_fact,
    equal_to,
    fact,
    fact_and,
    fact_chosen,
    fact_is,
    fact_or,
    looked_up,
    negated,
    not_fact,
    not_fact_and,
    two_sided,
)
from jscredit.rules.day_closures import (
    after,
    after_years,
    before,
    later,
    later_than_fact,
    later_working,
    not_before_fact,
    within_fact,
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
            return _disjunction(args, calendar)
        case Not(arg):
            return _opposite(arg, calendar)
        case If():
            return _choice(node, calendar)
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


def _disjunction(args: tuple[Expression, ...], calendar: WorkCalendar) -> Closure:
    """Or, with the bare facts asked last: they cost least where the other parts have settled it already."""
    parts = tuple(compiled(part, calendar) for part in args if not isinstance(part, Fact))
    names = [part.name for part in args if isinstance(part, Fact)]
    if not parts and len(names) > 1:
        closure = either_fact(names.pop(), names.pop())
    else:
        closure = any_of(parts) if parts else fact(names.pop())
    return reduce(fact_or, reversed(names), closure)


def _opposite(arg: Expression, calendar: WorkCalendar) -> Closure:
    match arg:
        case Fact(name):
            return not_fact(name)
        case And((Fact(name), second, *others)):
            return not_fact_and(name, _conjunction((second, *others), calendar))
        case _:
            return negated(compiled(arg, calendar))


def _choice(node: If, calendar: WorkCalendar) -> Closure:
    if isinstance(node.test, Fact):
        return fact_chosen(node.test.name, compiled(node.then, calendar), compiled(node.otherwise, calendar))
    return _look_up(node) or chosen(*(compiled(part, calendar) for part in node.parts))


def _look_up(node: If) -> Closure | None:
    """A chain of 'if this fact is so, this literal' as one look-up; None where the choice is of another form."""
    table: dict[Any, Any] = {}
    names: set[str] = set()
    rest: Expression = node
    while isinstance(rest, If):
        match rest:
            case If(Equal(Fact(name), Literal(value)), Literal() | Term() as then, otherwise):
                names.add(name)
                table.setdefault(value, then.value if isinstance(then, Literal) else None)
                rest = otherwise
            case _:
                return None
    if not isinstance(rest, Literal | Term) or len(names) > 1:
        return None
    (name,), default = names, rest.value if isinstance(rest, Literal) else None
    return looked_up(name, table, default)


def _compared(node: Equal | Less | LessEqual, calendar: WorkCalendar) -> Closure:
    if isinstance(node, Equal) and isinstance(node.right, Literal):
        if isinstance(node.left, Fact):
            return fact_is(node.left.name, node.right.value)
        return equal_to(compiled(node.left, calendar), node.right.value)
    if isinstance(node, LessEqual) and isinstance(node.right, DayAsked) and isinstance(node.left, Fact):
        return not_before_fact(node.left.name)
    if isinstance(node.left, DayAsked):
        if isinstance(node, LessEqual) and isinstance(node.right, PlusPeriod) and isinstance(node.right.start, Fact):
            return within_fact(node.right.start.name, compiled(node.right.period, calendar))
        return before(compiled(node.right, calendar), strict=isinstance(node, Less))
    if isinstance(node.right, DayAsked):
        years = _years_after_fact(node.left)
        if years is not None and isinstance(node, Less):
            return after_years(*years)
        return after(compiled(node.left, calendar), strict=isinstance(node, Less))
    left, right = compiled(node.left, calendar), compiled(node.right, calendar)
    return two_sided(type(node), left, right)


def _years_after_fact(node: Expression) -> tuple[str, int] | None:
    """The fact and the number, where an expression is so many years after a bare fact: the law's commonest sum."""
    match node:
        case PlusPeriod(Fact(name), Literal(Years(n))):
            return name, n
        case _:
            return None


def _later(node: PlusPeriod, calendar: WorkCalendar) -> Closure:
    years = _years_after_fact(node)
    if years is not None:
        return years_after(*years)
    if isinstance(node.start, Fact):
        return later_than_fact(node.start.name, compiled(node.period, calendar))
    return later(compiled(node.start, calendar), compiled(node.period, calendar))
