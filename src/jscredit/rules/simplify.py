"""Expressions in their shortest form, once readings are chosen and settings are in place."""

from jscredit.deadlines import Days
from jscredit.rules.expressions import And, Expression, If, Less, LessEqual, Literal, Not, Or, PlusPeriod, literal
from jscredit.rules.facts import DayAsked
from jscredit.rules.structure import structure

_ONE_DAY = Days(1)


def simplified(node: Expression) -> Expression:
    """The same without parts that are always, or never, so, and without a sum where a bare day will do.

    >>> from jscredit.errors import Label
    >>> from jscredit.rules.facts import Fact
    >>> paid = Fact.flag("paid", Label("已缴清", "it was paid"))
    >>> simplified(Or((literal(False), paid))) is paid
    True
    """
    match node:
        case Not(Literal(value)):
            return literal(not value)
        case If(Literal(value), then, otherwise):
            return then if value else otherwise
        case If(test, PlusPeriod() as then, PlusPeriod() as otherwise):
            return _one_sum(test, then, otherwise)
        case Less(DayAsked() as on, PlusPeriod(day, Literal(length))) if length == _ONE_DAY:
            return LessEqual(on, day)
        case LessEqual(PlusPeriod(day, Literal(length)), DayAsked() as on) if length == _ONE_DAY:
            return Less(day, on)
        case And(args):
            return _joined(And, args, neutral=True)
        case Or(args):
            return _joined(Or, args, neutral=False)
        case _:
            return node


def _one_sum(test: Expression, then: PlusPeriod, otherwise: PlusPeriod) -> Expression:
    """Two sums to choose between; one sum where they share their period or their start."""
    if structure(then.period) == structure(otherwise.period):
        return PlusPeriod(simplified(If(test, then.start, otherwise.start)), then.period)
    if structure(then.start) == structure(otherwise.start):
        return PlusPeriod(then.start, If(test, then.period, otherwise.period))
    return If(test, then, otherwise)


def _joined(kind: type[And] | type[Or], args: tuple[Expression, ...], *, neutral: bool) -> Expression:
    constants = {part.value for part in args if isinstance(part, Literal)}
    if (not neutral) in constants:
        return literal(not neutral)
    left = [part for part in args if not isinstance(part, Literal)]
    flat = tuple(inner for part in left for inner in (part.args if isinstance(part, kind) else (part,)))
    if not flat:
        return literal(neutral)
    return flat[0] if len(flat) == 1 else kind(flat)
