"""A case: the events that were taken in a procedure, and what they add up to. Replaying them gives the same case."""

import dataclasses
from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import Any, ClassVar, Self, TypeVar

from pydantic import ValidationInfo, model_validator
from pydantic.dataclasses import dataclass

from jscredit.deadlines import as_day
from jscredit.errors import Fault, InvalidInput, Label, NotInForce, Refused
from jscredit.procedure.duties import Duty, duties_of
from jscredit.procedure.events import Event
from jscredit.procedure.table import Procedure, Row, Stage
from jscredit.records.changes import OneChange
from jscredit.records.documents import Document
from jscredit.records.value import STRICT, refuse
from jscredit.rules import JIANGSU_2018, Notice, Regime
from jscredit.rules.notices import later_law_notices

SomeEvent = TypeVar("SomeEvent", bound=Event)


class _Remembered:
    """Room for the rows that the events took, and for the law of a step. They are no fields: JSON skips them."""

    __slots__ = ("_regime", "_taken")
    _regime: Regime
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

    @classmethod
    def from_storage_json(cls, text: str | bytes, *, regime: Regime = JIANGSU_2018) -> Self:
        """The case that a storage document holds, each event judged again under the law with its settings.

        Raises:
            InvalidInput: as for any document, and what ``apply`` refuses.
        """
        return cls._from_storage(text, {_REGIME: regime})

    @model_validator(mode="after")
    def _can_be_replayed(self, info: ValidationInfo) -> Self:
        case, regime = self._with((), ()), (info.context or {}).get(_REGIME, JIANGSU_2018)
        for place, event in enumerate(self.events):
            try:
                case = case.apply(event, regime=regime)
            except Refused as refusal:
                refuse(type(self).__name__, (_placed(fault, place) for fault in refusal.faults))
        return self

    @property
    def stage(self) -> Stage:
        """The stage that the events have led to."""
        taken = self._rows
        return taken[-1].next if taken else self.followed.start

    @property
    def _rows(self) -> tuple[Row, ...]:
        if not hasattr(self, "_taken"):  # made anew, a copy, or unpickled: only the fields travel
            object.__setattr__(self, "_taken", tuple(self._walk()))
        return self._taken

    def _walk(self) -> Iterator[Row]:
        stage = self.followed.start
        for event in self.events:
            row = self.followed.table[stage, type(event)]
            stage = row.next
            yield row

    @property
    def regime(self) -> Regime:
        """The law under which a step is judged, for the checks of a table; ``apply`` sets it for them alone."""
        return getattr(self, "_regime", JIANGSU_2018)

    @property
    def possible(self) -> tuple[type[Event], ...]:
        """The events that this stage has a place for."""
        return tuple(row.event for row in self.followed.rows_from(self.stage))

    def apply(self, event: Event, *, regime: Regime = JIANGSU_2018) -> Self:
        """The case with one more event.

        Raises:
            InvalidInput: ``event.type``, for what is no event.
            Refused: ``procedure.not-now`` where the stage has no place for it, ``procedure.out-of-order`` where it
                lies before the event before it, that the law is not in force, or what the event's own checks say;
                each with its clause and cure.
        """
        if not isinstance(event, Event):
            raise InvalidInput(_NO_EVENT)
        row = self.followed.table.get((self.stage, type(event)))
        if row is None:
            raise Refused(_not_now(self, event))
        faults = tuple(self._faults(row, event, regime))
        if faults:
            raise Refused(*faults)
        return self._with((*self.events, event), (*self._rows, row))

    def _faults(self, row: Row, event: Event, regime: Regime) -> Iterator[Fault]:
        if self.events and event.on < self.events[-1].on:
            yield _out_of_order(row)
            return
        try:
            regime.require_in_force(event.on)
        except NotInForce as error:
            yield from error.faults
            return
        judged = self._with(self.events, self._rows)
        object.__setattr__(judged, "_regime", regime)
        for check in row.checks:
            yield from _each(check(judged, event))

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

    def notices(self, *, on: Any, regime: Regime = JIANGSU_2018) -> tuple[Notice, ...]:
        """What to know beside the duties, from what has happened up to a day; and which later law is in force then."""
        day = as_day(on, field="on")
        return (*self.as_of(day).own_notices(regime), *later_law_notices(day))

    def own_notices(self, regime: Regime) -> Iterable[Notice]:  # noqa: ARG002 - a procedure that has some needs it
        """The notices of this procedure about the case as it stands; none unless a subclass has some."""
        return ()

    def as_of(self, day: Any) -> Self:
        """The case as it stood at the end of a day."""
        last = as_day(day)
        taken = sum(event.on <= last for event in self.events)
        return self._with(self.events[:taken], self._rows[:taken])

    def last(self, kind: type[SomeEvent]) -> SomeEvent | None:
        """The latest event of a kind, or None."""
        return next((event for event in reversed(self.events) if isinstance(event, kind)), None)

    def at(self, kind: type[SomeEvent]) -> SomeEvent:
        """The latest event of a kind that the stage is sure to have seen."""
        found = self.last(kind)
        if found is None:
            raise LookupError(kind.__name__)
        return found

    def _with(self, events: tuple[Any, ...], taken: tuple[Row, ...]) -> Self:
        case = object.__new__(type(self))
        for field in dataclasses.fields(self):
            object.__setattr__(case, field.name, getattr(self, field.name))
        object.__setattr__(case, "events", events)
        object.__setattr__(case, "_taken", taken)
        return case


_REGIME = "jscredit.regime"


def _each(found: Fault | Iterable[Fault] | None) -> Iterable[Fault]:
    return (found,) if isinstance(found, Fault) else found or ()


def _placed(fault: Fault, place: int) -> Fault:
    return dataclasses.replace(fault, field=f"events.{place}.{fault.field}" if fault.field else f"events.{place}")


_NO_EVENT = Fault(
    code="event.type",
    message=Label("不是程序中的事件", "it is no event of a procedure"),
    cure=Label("请给出该程序的事件", "give an event of the procedure"),
    field="event",
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
