"""The loop of one measure by one body (J21): its table, its case, and what is outstanding on a day."""

import dataclasses
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, ClassVar, Self

from pydantic.dataclasses import dataclass

from jscredit.deadlines import as_day
from jscredit.errors import Label, Lang
from jscredit.law import J
from jscredit.measures.case import ActingBody, MeasureCase, Power
from jscredit.measures.default import default_measures
from jscredit.measures.loop_events import Acted, LoopEvent, Stopped
from jscredit.measures.loop_table import ACTION_DUTY, BODY, MEASURE_LOOP
from jscredit.measures.model import Measure, MeasureList
from jscredit.measures.stages import LoopStage as At
from jscredit.measures.triggering import applies, on_list
from jscredit.measures.vocabulary import Implementer
from jscredit.procedure import Case, Duty, DutyStatus, Procedure
from jscredit.records import Body, EntryState, Value, mask_numbers_in
from jscredit.records.value import STRICT, Text
from jscredit.rules import JIANGSU_2018, Decision, Notice, Regime

_J17, _J21 = J.article(17), J.article(21)
_STOP = Label("停止实施", "stop the measure")
_NOT_OWED = Notice(
    "measure-loop.not-owed",
    Label(
        "该措施不属应当实施，是否实施由该单位决定", "the text does not say must: the body decides whether to apply it"
    ),
    _J21.zh,
)


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Memorandum(Value):
    """Joint rules or a memorandum of departments, under which the push goes to those concerned (J21).

    Attributes:
        name: its name or number.
        departments: those whom it concerns.
    """

    name: Text
    departments: tuple[Body, ...]


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class MeasureLoopCase(Case):
    """One measure, for one subject, by one body (J21). It changes no credit file.

    Attributes:
        number: the case's number.
        measure: the measure, as it stands on its list.
        edition: the edition of that list.
        case: the entry that it rests on, and what else the measure asks for.
        body: who applies it; ``kind`` says what kind of implementer that is.
        memorandum: the memorandum under which it is pushed, if there is one.
        events: what has happened, in order.

    Raises:
        pydantic.ValidationError: a field of another type, or an event that the procedure refuses.
    """

    schema_name: ClassVar[str] = "jscredit.measure-loop-case"
    procedure: ClassVar[Procedure] = MEASURE_LOOP

    number: Text
    measure: Measure
    edition: Text
    case: MeasureCase
    body: Body
    kind: Implementer | None = None
    memorandum: Memorandum | None = None
    events: tuple[LoopEvent, ...] = ()

    def decision(self, *, on: date, regime: Regime = JIANGSU_2018) -> Decision:
        """Whether the measure applies on a day, to this subject."""
        return applies(self.measure, self.case, on=on, regime=regime)

    def acting(self, event: Acted) -> MeasureCase:
        """What the measure is asked about as the body applies it: by its own norm, from that day on."""
        power = Power(measure_id=self.measure.id, basis=event.basis, rank=event.basis_rank) if event.basis else None
        by = ActingBody(body=self.body, kind=self.kind, powers=() if power is None else (power,))
        return dataclasses.replace(self.case, by=by, acted_on=event.on)

    def stopping(self, event: Stopped) -> MeasureCase:
        """The same once its entry, or its record, has ended as the event tells."""
        ended = self.running
        if ended.entry is not None and event.delisted_on is not None:
            state = EntryState(entry=ended.entry.entry, delisted_on=event.delisted_on, ground=event.ground)
            ended = dataclasses.replace(ended, entry=state)
        return ended if event.record_status is None else dataclasses.replace(ended, record_status=event.record_status)

    @property
    def running(self) -> MeasureCase:
        """The case as the measure runs in it, since the day on which it was first applied."""
        acted = self.last(Acted)
        return self.case if acted is None else dataclasses.replace(self.case, acted_on=acted.on)

    def duties(self, *, on: Any, regime: Regime = JIANGSU_2018) -> tuple[Duty, ...]:
        """Who must do what by which day. To apply the measure is a duty only where the text says must.

        A measure that was applied and no longer applies has to be stopped (J17).
        """
        day = as_day(on, field="on")
        found = Case.duties(self, on=day, regime=regime)
        kept = (one for one in found if self.measure.force.is_owed or one.what != ACTION_DUTY.what)
        return (*kept, *_to_stop(self.as_of(day), day, regime))

    def own_notices(self, regime: Regime) -> Iterator[Notice]:  # noqa: ARG002 - every procedure is asked with it
        """That the measure is not owed, where the text does not say must."""
        if not self.measure.force.is_owed:
            yield _NOT_OWED

    @classmethod
    def begin(
        cls,
        measure_id: str,
        case: MeasureCase,
        *,
        measures: MeasureList | None = None,
        **parts: Any,
    ) -> Self:
        """A new case about a measure of a list; the list of the three instruments unless another is given.

        Raises:
            Refused: ``measures.not-on-list`` (M28).
        """
        chosen = default_measures() if measures is None else measures
        return cls(measure=on_list(chosen, measure_id), edition=chosen.edition, case=case, **parts)

    def explain(self, lang: Lang = "zh") -> str:
        """Where the loop stands, and the steps that led there."""
        stop = "：" if lang == "zh" else ": "
        head = f"{self.measure.name.text(lang)} ({self.measure.force.label.text(lang)}){stop}"
        lines = (f"{event.on} {type(event).label.text(lang)}" for event in self.events)
        return mask_numbers_in("\n".join((f"{head}{self.stage.label.text(lang)} [{_J21.short.text(lang)}]", *lines)))


def _to_stop(case: MeasureLoopCase, day: date, regime: Regime) -> Iterator[Duty]:
    acted = case.last(Acted)
    if acted is None or case.stage is At.STOPPED:
        return
    begun = applies(case.measure, case.running, on=acted.on, regime=regime)
    if begun.last is not None and begun.last < day:
        yield Duty(
            who=BODY,
            what=_STOP,
            clause=_J17,
            since=begun.last,
            deadline=None,
            missing=(),
            done_on=None,
            status=DutyStatus.UNDATED,
        )


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Outstanding:
    """What is still to be done in one case on a day.

    Attributes:
        case: the case, as it stood at the end of that day.
        duty: who must do what, by when, and whether that is overdue.
    """

    case: MeasureLoopCase
    duty: Duty

    def explain(self, lang: Lang = "zh") -> str:
        """The line of a list of what is outstanding."""
        return mask_numbers_in(f"{self.case.number} {self.case.measure.name.text(lang)} {self.duty.explain(lang)}")


_DONE = (DutyStatus.MET, DutyStatus.LATE)


def outstanding(
    cases: Iterable[MeasureLoopCase], *, on: date, regime: Regime = JIANGSU_2018
) -> tuple[Outstanding, ...]:
    """What is still to be done in these cases on a day, the overdue first."""
    day = as_day(on, field="on")
    found = list(_outstanding(cases, day, regime))
    return tuple(sorted(found, key=lambda one: one.duty.status is not DutyStatus.OVERDUE))


def _outstanding(cases: Iterable[MeasureLoopCase], day: date, regime: Regime) -> Iterator[Outstanding]:
    for case in cases:
        known = case.as_of(day)
        for duty in known.duties(on=day, regime=regime):
            if duty.status not in _DONE:
                yield Outstanding(case=known, duty=duty)
