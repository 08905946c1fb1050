"""What happened, and when: a flag with its day. A day says yes by itself; beside a no it is refused."""

import dataclasses
from collections.abc import Iterator
from datetime import date
from typing import Any

from jscredit.errors import Fault, InvalidInput, Label
from jscredit.records import Judgement

Events = tuple[tuple[str, str], ...]
"""Pairs of fields: whether something happened, and the day on which it did."""


def event_faults(value: object, events: Events, clause: str) -> Iterator[Fault]:
    """A fault for each day that stands beside a no."""
    for event, day in events:
        if getattr(value, event) is False and getattr(value, day) is not None:
            yield dataclasses.replace(_DAY_BESIDE_NO, field=day, clause=clause)


def infer_events(value: object, events: Events) -> None:
    """Say yes for each event that has its day."""
    for event, day in events:
        if getattr(value, day) is not None:
            object.__setattr__(value, event, True)


def happened(*, event: bool | None, on: date | None, field: str, clause: str) -> bool | None:
    """Whether something happened, from a flag and its day that were given apart.

    Raises:
        InvalidInput: ``government.day-without-event`` for a day beside a no.
    """
    if on is not None and event is False:
        raise InvalidInput(dataclasses.replace(_DAY_BESIDE_NO, field=field, clause=clause))
    return event if on is None else True


def found(judgement: Judgement | None) -> bool | None:
    """What somebody found; None where nobody did."""
    return None if judgement is None else judgement.finding


def stated(options: tuple[Any, ...] | None, option: object) -> bool | None:
    """Whether an option is among those that a document shows; None where the document is not known."""
    return None if options is None else option in options


_DAY_BESIDE_NO = Fault(
    code="government.day-without-event",
    message=Label("已答“否”，却有发生日期", "there is a day beside a no"),
    cure=Label("请删去日期，或者更正回答", "leave the day out, or correct the answer"),
)
