"""Small closures over the known facts of a row: what the fast path is put together from.

A closure answers None where a fact that it needs is not known.
"""

import datetime as dt
import operator
from collections.abc import Callable, Mapping
from typing import Any

from jscredit.rules.expressions import Equal, Expression, Less, LessEqual

Row = Mapping[str, Any]
Closure = Callable[[Row, dt.date], Any]


def fact(name: str) -> Closure:
    """The value of a fact."""
    return lambda row, _on: row[name]


def fact_and(rest: Closure, name: str) -> Closure:
    """And, where the first part is a bare fact."""

    def and_fact(row: Row, on: dt.date) -> bool | None:
        value = row[name]
        if value is False:
            return False
        other = rest(row, on)
        return other if value is True or other is False else None

    return and_fact


def fact_or(rest: Closure, name: str) -> Closure:
    """Or, where one part is a bare fact."""

    def or_fact(row: Row, on: dt.date) -> bool | None:
        other = rest(row, on)
        if other is True:
            return True
        value: bool | None = row[name]
        return value if value is True or other is False else None

    return or_fact


def not_fact(name: str) -> Closure:
    """A fact is a no."""

    def opposite(row: Row, _on: dt.date) -> bool | None:
        value = row[name]
        return None if value is None else not value

    return opposite


def not_fact_and(name: str, rest: Closure) -> Closure:
    """A bare fact and the rest do not both hold."""

    def not_both(row: Row, on: dt.date) -> bool | None:
        value = row[name]
        if value is False:
            return True
        other = rest(row, on)
        if other is False:
            return True
        return None if value is None or other is None else False

    return not_both


def fact_is(name: str, wanted: Any) -> Closure:
    """A fact is a known value."""

    def is_wanted(row: Row, _on: dt.date) -> bool | None:
        value = row[name]
        return None if value is None else bool(value == wanted)

    return is_wanted


def fact_chosen(name: str, then: Closure, otherwise: Closure) -> Closure:
    """One value where a fact is a yes, another where it is a no."""

    def choice(row: Row, on: dt.date) -> Any:
        value = row[name]
        return None if value is None else (then if value else otherwise)(row, on)

    return choice


def looked_up(name: str, table: Mapping[Any, Any], default: Any) -> Closure:
    """The value that a table gives for a fact."""

    def look_up(row: Row, _on: dt.date) -> Any:
        value = row[name]
        return None if value is None else table.get(value, default)

    return look_up


def either_fact(one: str, other: str) -> Closure:
    """Or, of two bare facts."""

    def either(row: Row, _on: dt.date) -> bool | None:
        first: bool | None = row[one]
        if first is True:
            return True
        second: bool | None = row[other]
        return second if second is True or first is False else None

    return either


def all_of(parts: tuple[Closure, ...]) -> Closure:
    """Every part holds."""
    if len(parts) == 1:
        return parts[0]

    def every(row: Row, on: dt.date) -> bool | None:
        answer: bool | None = True
        for part in parts:
            value = part(row, on)
            if value is not True:
                if value is False:
                    return False
                answer = None
        return answer

    return every


def any_of(parts: tuple[Closure, ...]) -> Closure:
    """At least one part holds."""
    if len(parts) == 1:
        return parts[0]

    def some(row: Row, on: dt.date) -> bool | None:
        answer: bool | None = False
        for part in parts:
            value = part(row, on)
            if value is True:
                return True
            if value is None:
                answer = None
        return answer

    return some


def negated(part: Closure) -> Closure:
    """The part does not hold."""

    def opposite(row: Row, on: dt.date) -> bool | None:
        value = part(row, on)
        return None if value is None else not value

    return opposite


def chosen(test: Closure, then: Closure, otherwise: Closure) -> Closure:
    """One value where the test holds, another where it does not."""

    def choice(row: Row, on: dt.date) -> Any:
        holds = test(row, on)
        return None if holds is None else (then if holds else otherwise)(row, on)

    return choice


def among(part: Closure, values: frozenset[Any]) -> Closure:
    """The value is one of the given."""

    def is_among(row: Row, on: dt.date) -> bool | None:
        value = part(row, on)
        return None if value is None else value in values

    return is_among


def equal_to(part: Closure, wanted: Any) -> Closure:
    """The value is a known one."""

    def equal(row: Row, on: dt.date) -> bool | None:
        value = part(row, on)
        return None if value is None else bool(value == wanted)

    return equal


def two_sided(kind: type[Expression], left: Closure, right: Closure) -> Closure:
    """Two values compared."""
    compare = {Equal: operator.eq, Less: operator.lt, LessEqual: operator.le}[kind]

    def compared(row: Row, on: dt.date) -> bool | None:
        one = left(row, on)
        other = None if one is None else right(row, on)
        return None if other is None else compare(one, other)

    return compared


def values_of(names: tuple[str, ...]) -> Callable[[Row], tuple[Any, ...]]:
    """The values of these facts, in one look-up."""
    if len(names) > 1:
        return operator.itemgetter(*names)
    return lambda row: tuple([row[name] for name in names])
