"""A case: the events that were taken in a procedure, and what they add up to. Replaying them gives the same case."""

from dataclasses import fields
from types import MappingProxyType
from typing import Any, ClassVar, Self, TypeVar

from pydantic import model_validator
from pydantic.dataclasses import dataclass

from jscredit.deadlines import as_day
from jscredit.errors import Fault, Label, Refused
from jscredit.procedure.duties import Duty, duties_of
from jscredit.procedure.events import Event
from jscredit.procedure.table import Procedure, Row, Stage
from jscredit.records.changes import OneChange
from jscredit.records.documents import Document
from jscredit.records.value import STRICT, refuse
from jscredit.rules import JIANGSU_2018, Regime

SomeEvent = TypeVar("SomeEvent", bound=Event)


class _Remembered:
    """Room for the rows that the events took. It is no field: equality and JSON skip it."""

    __slots__ = ("_taken",)
    _taken: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Case(Document, _Remembered):
    """One run of a procedure. A subclass adds what the case is about, and types ``events``.

    Raises:
        pydantic.ValidationError: a field of another type, or an event that the procedure refuses.
    """

    procedure: ClassVar[Procedure]

    events: tuple[Any, ...] = ()

    @property
    def followed(self) -> Procedure:
        """The procedure that this case follows; a subclass may give another one set by a higher norm (J6)."""
        return self.procedure

    @model_validator(mode="after")
    def _can_be_replayed(self) -> Self:
        self._replay()
        return self

    def _replay(self) -> None:
        case = self._with((), ())
        for place, event in enumerate(self.events):
            try:
                case = case.apply(event)
            except Refused as refusal:
                refuse(type(self).__name__, (_placed(fault, place) for fault in refusal.faults))
        object.__setattr__(self, "_taken", case._rows)  # noqa: SLF001 - the same class

    @property
    def stage(self) -> Stage:
        """The stage that the events have led to."""
        taken = self._rows
        return taken[-1].next if taken else self.followed.start

    @property
    def _rows(self) -> tuple[Row, ...]:
        if not hasattr(self, "_taken"):  # a copy, or unpickled: only the fields travel
            self._replay()
        return self._taken

    @property
    def possible(self) -> tuple[type[Event], ...]:
        """The events that this stage has a place for."""
        return tuple(row.event for row in self.followed.rows_from(self.stage))

    def apply(self, event: Event) -> Self:
        """The case with one more event.

        Raises:
            Refused: ``procedure.not-now`` where the stage has no place for it, ``procedure.out-of-order`` where it
                lies before the event before it, or what the event's own checks say; each with its clause and cure.
        """
        row = self.followed.table.get((self.stage, type(event)))
        if row is None:
            raise Refused(_not_now(self, event))
        faults = tuple(fault for fault in self._faults(row, event) if fault is not None)
        if faults:
            raise Refused(*faults)
        return self._with((*self.events, event), (*self._rows, row))

    def _faults(self, row: Row, event: Event) -> tuple[Fault | None, ...]:
        if self.events and event.on < self.events[-1].on:
            return (_out_of_order(row),)
        return tuple(check(self, event) for check in row.checks)

    @property
    def changes(self) -> tuple[OneChange, ...]:
        """What the case changes in credit files: its only product."""
        found: list[OneChange] = []
        for place, (row, event) in enumerate(zip(self._rows, self.events, strict=True)):
            if row.effect is not None:
                before = self._with(self.events[:place], self._rows[:place])
                found += row.effect(before, event)
        return tuple(found)

    def duties(self, *, on: Any, regime: Regime = JIANGSU_2018) -> tuple[Duty, ...]:
        """Who must do what by which day, and how each stands on a day; open, met, late or overdue."""
        return duties_of(self.events, self._rows, on=as_day(on, field="on"), regime=regime)

    def last(self, kind: type[SomeEvent]) -> SomeEvent | None:
        """The latest event of a kind, or None."""
        return next((event for event in reversed(self.events) if isinstance(event, kind)), None)

    def _with(self, events: tuple[Any, ...], taken: tuple[Row, ...]) -> Self:
        case = object.__new__(type(self))
        for field in fields(self):
            object.__setattr__(case, field.name, getattr(self, field.name))
        object.__setattr__(case, "events", events)
        object.__setattr__(case, "_taken", taken)
        return case


def _placed(fault: Fault, place: int) -> Fault:
    where = f"events.{place}.{fault.field}" if fault.field else f"events.{place}"
    return Fault(
        code=fault.code, message=fault.message, cure=fault.cure, field=where, clause=fault.clause, data=fault.data
    )


def _not_now(case: Case, event: Event) -> Fault:
    rows = case.followed.rows_from(case.stage)
    zh = "、".join(row.event.label.zh for row in rows) or "无（程序已终结）"
    en = ", ".join(row.event.label.en for row in rows) or "nothing: the procedure has ended"
    clause = rows[0].clause if rows else case.followed.citation
    return Fault(
        code="procedure.not-now",
        message=Label(
            f"在“{case.stage.label.zh}”阶段不能“{type(event).label.zh}”",
            f"in the stage '{case.stage.label.en}' there is no place for '{type(event).label.en}'",
        ),
        cure=Label(f"此时可以：{zh}", f"what can come now: {en}"),
        clause=clause.ledger_id,
        data=MappingProxyType({"stage": case.stage.value, "event": type(event).__name__}),
    )


def _out_of_order(row: Row) -> Fault:
    return Fault(
        code="procedure.out-of-order",
        message=Label("日期早于前一步", "the day lies before that of the step before"),
        cure=Label("请按发生的先后给出各步", "give the steps in the order in which they were taken"),
        field="on",
        clause=row.clause.ledger_id,
    )
