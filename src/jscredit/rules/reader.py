"""Expressions read back from JSON: the guards that a settings file or a severity standard writes."""

from collections.abc import Mapping
from typing import Any, NoReturn

from jscredit.deadlines import WorkingDays
from jscredit.errors import Label
from jscredit.rules.expressions import Expression, IsIn, Literal, PlusWorkingDays
from jscredit.rules.facts import ON, Fact
from jscredit.rules.operands import fail
from jscredit.rules.serial import NODES, value_from_json
from jscredit.rules.types import DAY, FLAG, PERIOD, ValueType

DEEPEST = 64  # levels of JSON: two for each operator
_OPERANDS = {"not": 1, "is-in": 1, "plus-working-days": 1, "if": 3}
_FIELDS = {"is-in": {"values"}, "plus-working-days": {"n"}}


def expression_from_json(raw: Any, facts: Mapping[str, Fact]) -> Expression:
    """The expression that JSON stands for, over these facts.

    A literal takes its type from the operand beside it. What ``expression_json`` writes is read back, but for terms
    and for a comparison of two literals.

    Raises:
        InvalidInput: an unknown operator or fact, operands that do not fit, or too many levels.

    >>> from jscredit.rules.serial import expression_json
    >>> paid = Fact.day("paid_on", Label("缴清日", "day of payment"))
    >>> raw = {"op": "less", "args": [{"fact": "paid_on"}, {"value": "2020-01-31"}]}
    >>> expression_json(expression_from_json(raw, {"paid_on": paid})) == raw
    True
    """
    if _is_deeper(raw, DEEPEST):
        _unreadable()
    return _Reader(facts).read(raw, None)


def _is_deeper(raw: Any, levels: int) -> bool:
    level = [raw]
    for _ in range(levels):
        nested = (each.values() if isinstance(each, dict) else each for each in level if isinstance(each, dict | list))
        level = [part for group in nested for part in group]
    return bool(level)


class _Reader:
    """Reads expressions over some facts."""

    def __init__(self, facts: Mapping[str, Fact]) -> None:
        self._facts = facts

    def read(self, raw: Any, wanted: ValueType | None) -> Expression:
        """An expression; ``wanted`` is the type of a literal, as its place tells it."""
        match raw:
            case {"fact": name, **rest} if not rest:
                return self._fact(name)
            case {"on": True, **rest} if not rest:
                return ON
            case {"value": value, **rest} if not rest:
                return _literal(value, wanted or FLAG)
            case {"op": str(op), "args": list(args), **rest} if op in NODES and rest.keys() == _FIELDS.get(op, set()):
                return self._node(op, args, rest, wanted)
            case _:
                return _unreadable()

    def _fact(self, name: Any) -> Fact:
        found = self._facts.get(name) if isinstance(name, str) else None
        if found is None:
            fail(
                "json.fact",
                Label("没有这个事实", "there is no such fact"),
                Label("可用的事实：" + "、".join(self._facts), "the facts are: " + ", ".join(self._facts)),
                facts=tuple(self._facts),
            )
        return found

    def _node(self, op: str, raws: list[Any], rest: Mapping[Any, Any], wanted: ValueType | None) -> Expression:
        if op in {"and", "or"}:
            return NODES[op](tuple(self.read(each, FLAG) for each in raws))  # type: ignore[call-arg]
        if len(raws) != _OPERANDS.get(op, 2):
            _unreadable()
        types = self._operand_types(op, raws, wanted)
        args = [self.read(each, kind) for each, kind in zip(raws, types, strict=False)]
        if op == "is-in":
            return IsIn(args[0], _literals(rest["values"], args[0].type))
        if op == "plus-working-days":
            return PlusWorkingDays(args[0], WorkingDays(rest["n"]))
        return NODES[op](*args)

    def _operand_types(self, op: str, raws: list[Any], wanted: ValueType | None) -> tuple[ValueType | None, ...]:
        """The type that a literal has in each place."""
        if op in {"plus-period", "plus-working-days"}:
            return (DAY, PERIOD)
        if op == "if":
            branches = wanted or self._shown(raws[1:])
            return (FLAG, branches, branches)
        return (self._shown(raws),) * len(raws)

    def _shown(self, raws: list[Any]) -> ValueType | None:
        """The type that operands of one type show by themselves: a literal alone shows none."""
        return next((kind for kind in map(self._own_type, raws) if kind is not None), None)

    def _own_type(self, raw: Any) -> ValueType | None:
        match raw:
            case {"fact": name}:
                return self._fact(name).type
            case {"op": "if", "args": [_, *branches]}:
                return self._shown(branches)
            case {"op": "plus-period" | "plus-working-days"} | {"on": _}:
                return DAY
            case {"op": _}:
                return FLAG
            case _:
                return None


def _literal(raw: Any, kind: ValueType) -> Literal:
    return Literal(value_from_json(raw, kind), kind)


def _literals(raws: Any, kind: ValueType) -> tuple[Literal, ...]:
    if not isinstance(raws, list):
        _unreadable()
    return tuple(_literal(each, kind) for each in raws)


def _unreadable() -> NoReturn:
    fail(
        "json.expression",
        Label("不是可读的规则表达式", "not a rule expression that can be read"),
        Label(
            '请按 {"op": "equal", "args": [{"fact": "kind"}, {"value": "penalty"}]} 的形式书写',
            'write it like {"op": "equal", "args": [{"fact": "kind"}, {"value": "penalty"}]}',
        ),
    )
