"""Constant parts taken out of an expression, once its readings are chosen and its settings are in place."""

from jscredit.rules.expressions import And, Expression, If, Literal, Not, Or, literal


def simplified(node: Expression) -> Expression:
    """The same condition without parts that are always, or never, so; other expressions as they are.

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
        case And(args):
            return _joined(And, args, neutral=True)
        case Or(args):
            return _joined(Or, args, neutral=False)
        case _:
            return node


def _joined(kind: type[And] | type[Or], args: tuple[Expression, ...], *, neutral: bool) -> Expression:
    constants = {part.value for part in args if isinstance(part, Literal)}
    if (not neutral) in constants:
        return literal(not neutral)
    left = [part for part in args if not isinstance(part, Literal)]
    flat = tuple(inner for part in left for inner in (part.args if isinstance(part, kind) else (part,)))
    if not flat:
        return literal(neutral)
    return flat[0] if len(flat) == 1 else kind(flat)
