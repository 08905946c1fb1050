"""Rules as values: known values, and the few operators that the law needs.

Operators build nodes and check their operands at once, so a rule that cannot mean anything fails where it is written.
A node never has a truth value of its own: asking for one is an error with a cure.
"""

import datetime as dt
from dataclasses import dataclass
from enum import Enum
from typing import Any, NoReturn

from jscredit.deadlines import Days, Months, WorkingDays, Years
from jscredit.errors import Label
from jscredit.rules.operands import (
    fail,
    require_flags,
    require_no_on,
    require_ordered,
    require_same_type,
    require_type,
)
from jscredit.rules.types import DAY, FLAG, PERIOD, ValueType, type_of

Literalable = bool | int | dt.date | Enum | Days | Months | Years


class Expression:
    """Anything that a rule is made of. ``type`` is what it yields; ``has_on`` whether the day asked about is in it."""

    __slots__ = ()
    type: ValueType

    @property
    def parts(self) -> tuple["Expression", ...]:
        """The expressions that this one is made of, in order."""
        return ()

    @property
    def has_on(self) -> bool:
        """Whether the day asked about stands anywhere in it."""
        return any([part.has_on for part in self.parts])  # noqa: C419 - asked often while rules are made

    def __and__(self, other: object) -> "Expression":
        return And(_flat(And, self, lift(other)))

    def __or__(self, other: object) -> "Expression":
        return Or(_flat(Or, self, lift(other)))

    def __rand__(self, other: object) -> "Expression":
        return lift(other) & self

    def __ror__(self, other: object) -> "Expression":
        return lift(other) | self

    def __invert__(self) -> "Expression":
        return Not(self)

    def __eq__(self, other: object) -> "Expression":  # type: ignore[override]
        return Equal(self, lift(other))

    def __ne__(self, other: object) -> "Expression":  # type: ignore[override]
        return Not(Equal(self, lift(other)))

    def __lt__(self, other: object) -> "Expression":
        return Less(self, lift(other))

    def __le__(self, other: object) -> "Expression":
        return LessEqual(self, lift(other))

    def __gt__(self, other: object) -> "Expression":
        return Less(lift(other), self)

    def __ge__(self, other: object) -> "Expression":
        return LessEqual(lift(other), self)

    def __add__(self, period: object) -> "Expression":
        if isinstance(period, WorkingDays):
            return PlusWorkingDays(self, period)
        return PlusPeriod(self, lift(period))

    def is_in(self, *values: Literalable) -> "Expression":
        """True where the value is one of the given literals."""
        return IsIn(self, tuple(literal(value) for value in values))

    __hash__ = object.__hash__

    def __bool__(self) -> NoReturn:
        fail(
            "expression.no-truth-value",
            Label("规则表达式本身没有真假", "a rule's expression has no truth value of its own"),
            Label(
                "请用 & | ~ 组合，用两个比较代替 a <= ON <= b",
                "combine with & | ~ and write a <= ON <= b as two comparisons",
            ),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Literal(Expression):
    """A known value."""

    value: Any
    type: ValueType


@dataclass(frozen=True, slots=True, eq=False)
class And(Expression):
    """Every part holds."""

    args: tuple[Expression, ...]
    type = FLAG

    @property
    def parts(self) -> tuple[Expression, ...]:
        """What must hold."""
        return self.args

    def __post_init__(self) -> None:
        require_flags(self.args)


@dataclass(frozen=True, slots=True, eq=False)
class Or(Expression):
    """At least one part holds."""

    args: tuple[Expression, ...]
    type = FLAG

    @property
    def parts(self) -> tuple[Expression, ...]:
        """One of which must hold."""
        return self.args

    def __post_init__(self) -> None:
        require_flags(self.args)


@dataclass(frozen=True, slots=True, eq=False)
class Not(Expression):
    """The part does not hold."""

    arg: Expression
    type = FLAG

    @property
    def parts(self) -> tuple[Expression, ...]:
        """What must not hold."""
        return (self.arg,)

    def __post_init__(self) -> None:
        require_type(self.arg, FLAG)


@dataclass(frozen=True, slots=True, eq=False)
class Equal(Expression):
    """Both values are the same."""

    left: Expression
    right: Expression
    type = FLAG

    @property
    def parts(self) -> tuple[Expression, ...]:
        """Both sides."""
        return (self.left, self.right)

    def __post_init__(self) -> None:
        require_same_type(self.left, self.right)
        require_no_on(self.left, self.right)


@dataclass(frozen=True, slots=True, eq=False)
class Less(Expression):
    """The left value is smaller, or the left day earlier."""

    left: Expression
    right: Expression
    type = FLAG

    @property
    def parts(self) -> tuple[Expression, ...]:
        """Both sides."""
        return (self.left, self.right)

    def __post_init__(self) -> None:
        require_ordered(self.left, self.right)


@dataclass(frozen=True, slots=True, eq=False)
class LessEqual(Expression):
    """The left value is not larger, or the left day not later."""

    left: Expression
    right: Expression
    type = FLAG

    @property
    def parts(self) -> tuple[Expression, ...]:
        """Both sides."""
        return (self.left, self.right)

    def __post_init__(self) -> None:
        require_ordered(self.left, self.right)


@dataclass(frozen=True, slots=True, eq=False)
class IsIn(Expression):
    """The value is one of the literals."""

    arg: Expression
    values: tuple[Literal, ...]
    type = FLAG

    @property
    def parts(self) -> tuple[Expression, ...]:
        """The value, then the literals."""
        return (self.arg, *self.values)

    def __post_init__(self) -> None:
        for value in self.values:
            require_same_type(self.arg, value)
        require_no_on(self.arg)


@dataclass(frozen=True, slots=True, eq=False)
class PlusPeriod(Expression):
    """The day that lies a period of days, months or years after a day."""

    start: Expression
    period: Expression
    type = DAY

    @property
    def parts(self) -> tuple[Expression, ...]:
        """The day, then the period."""
        return (self.start, self.period)

    def __post_init__(self) -> None:
        require_type(self.start, DAY)
        require_type(self.period, PERIOD)
        require_no_on(self.start)


@dataclass(frozen=True, slots=True, eq=False)
class PlusWorkingDays(Expression):
    """The n-th working day after a day, by the regime's calendar."""

    start: Expression
    period: WorkingDays
    type = DAY

    @property
    def parts(self) -> tuple[Expression, ...]:
        """The day."""
        return (self.start,)

    def __post_init__(self) -> None:
        require_type(self.start, DAY)
        require_no_on(self.start)


@dataclass(frozen=True, slots=True, eq=False)
class If(Expression):
    """One value where a condition holds, another where it does not."""

    test: Expression
    then: Expression
    otherwise: Expression

    @property
    def parts(self) -> tuple[Expression, ...]:
        """The test, then both values."""
        return (self.test, self.then, self.otherwise)

    def __post_init__(self) -> None:
        require_type(self.test, FLAG)
        require_same_type(self.then, self.otherwise)
        if self.then.type != FLAG:
            require_no_on(*self.parts)

    @property
    def type(self) -> ValueType:  # type: ignore[override]
        """What both branches yield."""
        return self.then.type


def lift(value: object) -> Expression:
    """A value as an expression: what is one already stays as it is."""
    return value if isinstance(value, Expression) else literal(value)


def literal(value: object) -> Literal:
    """A known value as an expression; refused where a rule cannot hold such a value."""
    kind = type_of(value)
    if kind is None:
        fail(
            "expression.literal",
            Label("规则中不能使用这种类型的值", "a rule cannot hold a value of this type"),
            Label(
                "请用真假、日期、数、期限或代码表中的值",
                "use a bool, a date, a number, a period or a member of a closed list",
            ),
            type=type(value).__name__,
        )
    return Literal(value, kind)


def _flat(kind: type[And] | type[Or], left: Expression, right: Expression) -> tuple[Expression, ...]:
    """Nested parts of the same operator, side by side."""
    return tuple(part for side in (left, right) for part in (side.args if isinstance(side, kind) else (side,)))
