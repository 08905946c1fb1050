"""G3.2: the person on the government side who is responsible for each stage of a public-private partnership."""

from collections.abc import Iterator
from dataclasses import dataclass as plain_dataclass
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar, Self

from pydantic import field_serializer, model_validator
from pydantic.dataclasses import dataclass
from pydantic_core import core_schema

from jscredit.deadlines import as_day
from jscredit.errors import Fault, Label
from jscredit.government.telling import Line, Told, any_of
from jscredit.law import G
from jscredit.records import Body, Document, Value, Vocabulary, is_storage, mask_name
from jscredit.records.value import STRICT, Day, Text, refuse
from jscredit.rules import JIANGSU_2018, ON, Condition, Decision, Fact, Regime, Rule, Verdict

_G32 = G.article(3, item=2)


class PartnershipStage(Vocabulary):
    """The stages of a project; the list is open."""

    IDENTIFICATION = "identification", "项目识别", "identification"
    PREPARATION = "preparation", "项目准备", "preparation"
    PROCUREMENT = "procurement", "项目采购", "procurement"
    EXECUTION = "execution", "项目执行", "execution"
    TRANSFER = "transfer", "项目移交", "transfer"


RESPONSIBLE_SINCE = Fact.day("responsible_since", Label("负责起始日", "first day of the responsibility"))
RESPONSIBLE_ENDED = Fact.flag("responsible_ended", Label("已不再负责", "the responsibility was ended"))
RESPONSIBLE_UNTIL = Fact.day("responsible_until", Label("负责截止日", "last day of the responsibility"))

RESPONSIBLE = Rule(
    "partnership-stage-responsible",
    _G32,
    Label("该阶段有政府方责任人", "a person on the government side is responsible for the stage"),
    (
        Condition("begun", _G32, Label("已开始负责", "it has begun"), ON >= RESPONSIBLE_SINCE),
        Condition(
            "not-ended",
            _G32,
            Label("仍在负责", "it has not ended"),
            ~RESPONSIBLE_ENDED | (ON <= RESPONSIBLE_UNTIL),
        ),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class StageResponsibility(Value):
    """Who is responsible for a stage, since when and until when. ``None`` means *not known*.

    Attributes:
        stage: which stage.
        person: the person's name, masked wherever it is shown.
        body: where the person serves.
        since: the first day of the responsibility.
        ended: whether it was ended.
        until: the last day of it.

    Raises:
        pydantic.ValidationError: ``partnership.until`` for an end before the beginning, or beside a no.
    """

    stage: PartnershipStage
    person: Text
    body: Body | None = None
    since: Day | None = None
    ended: bool | None = None
    until: Day | None = None

    def may_cover(self, day: date) -> bool:
        """Whether nothing that is known says that a day lies outside."""
        return not (self.since is not None and day < self.since) and not (self.until is not None and day > self.until)

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        refuse("StageResponsibility", self._faults())
        if self.until is not None:
            object.__setattr__(self, "ended", True)
        return self

    def _faults(self) -> Iterator[Fault]:
        if self.until is not None and (self.ended is False or (self.since is not None and self.until < self.since)):
            yield _UNTIL

    @field_serializer("person")
    def _write_person(self, name: str, info: core_schema.SerializationInfo) -> str:
        return name if is_storage(info) else mask_name(name)

    def __repr__(self) -> str:
        return Value.__repr__(replace(self, person=mask_name(self.person)))


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class PartnershipProject(Document):
    """A project of government and social capital with the persons responsible on the government side.

    Attributes:
        name: the project's name.
        government: the government's side.
        responsibilities: every responsibility there is or was, past ones too, so that it can be traced (责任回溯).
    """

    schema_name: ClassVar[str] = "jscredit.partnership-project"

    name: Text
    government: Body | None = None
    responsibilities: tuple[StageResponsibility, ...] = ()

    def responsible(self, stage: PartnershipStage, *, on: date) -> tuple[StageResponsibility, ...]:
        """Who was, or may have been, responsible for a stage on a day, past ones too: the trace back to the person."""
        day = as_day(on, field="on")
        return tuple(each for each in self.responsibilities if each.stage is stage and each.may_cover(day))


@plain_dataclass(frozen=True, slots=True)
class StageCover(Told):
    """Which stages of a project have a responsible person on a day.

    Attributes:
        by_stage: for each stage, a decision for each responsibility that was recorded for it.
    """

    schema_name: ClassVar[str] = "jscredit.stage-cover"

    by_stage: tuple[tuple[PartnershipStage, tuple[Decision, ...]], ...]

    @property
    def without(self) -> tuple[PartnershipStage, ...]:
        """The stages for which nobody is responsible."""
        return self._with(Verdict.NO)

    @property
    def unsettled(self) -> tuple[PartnershipStage, ...]:
        """The stages of which a missing day leaves it open."""
        return self._with(Verdict.UNDETERMINED)

    def _with(self, verdict: Verdict) -> tuple[PartnershipStage, ...]:
        return tuple(stage for stage, told in self.by_stage if any_of(one.verdict for one in told) is verdict)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The stages that lack somebody, and those that are open."""
        return (
            Line("without", Label("没有责任人的阶段", "stages without a responsible person"), self.without),
            Line("unsettled", Label("尚待确定的阶段", "stages not settled"), self.unsettled),
        )

    @property
    def open(self) -> tuple[Decision, ...]:
        """The decisions about the stages that are open."""
        return tuple(one for stage, told in self.by_stage if stage in self.unsettled for one in told)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """All decisions."""
        return tuple(one for _, told in self.by_stage for one in told)


def stages_covered(project: PartnershipProject, *, on: date, regime: Regime = JIANGSU_2018) -> StageCover:
    """Which of the five stages have a responsible person on a day; the register is taken as whole.

    >>> project = PartnershipProject(
    ...     name="虚构污水处理项目",
    ...     responsibilities=(
    ...         StageResponsibility(
    ...             stage=PartnershipStage.EXECUTION, person="张三", since=date(2020, 1, 6), ended=False
    ...         ),
    ...     ),
    ... )
    >>> [stage.value for stage in stages_covered(project, on=date(2020, 6, 1)).without]
    ['identification', 'preparation', 'procurement', 'transfer']
    """
    held = project.responsibilities
    return StageCover(
        tuple(
            (stage, tuple(_decide(each, on, regime) for each in held if each.stage is stage))
            for stage in PartnershipStage
        )
    )


def responsibility_row(given: StageResponsibility) -> dict[str, Any]:
    """The facts of the rule."""
    return {
        RESPONSIBLE_SINCE.name: given.since,
        RESPONSIBLE_ENDED.name: given.ended,
        RESPONSIBLE_UNTIL.name: given.until,
    }


def _decide(given: StageResponsibility, on: date, regime: Regime) -> Decision:
    return RESPONSIBLE.decide(responsibility_row(given), on=on, regime=regime)


_UNTIL = Fault(
    code="partnership.until",
    message=Label("截止日早于起始日，或者与“仍在负责”矛盾", "the end lies before the beginning, or beside a no"),
    cure=Label("请核对日期", "check the days"),
    field="until",
    clause="G3.2",
)
