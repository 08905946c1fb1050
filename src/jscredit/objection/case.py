"""One objection: what it is about, and what has happened in it."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Self

from pydantic import model_validator
from pydantic.dataclasses import dataclass

from jscredit.errors import CalendarNotAnnounced, Fault, Label
from jscredit.law import M
from jscredit.objection.events import (
    ContentPurged,
    ObjectionEvent,
    Received,
    RecordCorrected,
    RecordSupplied,
    RecordWithdrawn,
    Rectification,
    UseEnded,
    Wrong,
)
from jscredit.objection.grounds import forbidden_collection, used_past_its_period
from jscredit.objection.handler import Handler, handler_of
from jscredit.objection.model import ForbiddenContent
from jscredit.objection.table import OBJECTION_PROCEDURE, REVIEW, VERIFICATION
from jscredit.objection.vocabulary import ObjectionGround, UseMade
from jscredit.procedure import Case, PeriodOfUse, PeriodSince, Procedure
from jscredit.records import CreditRecord, Subject, same_subject
from jscredit.records.value import STRICT, Day, Text, refuse
from jscredit.rules import JIANGSU_2018, Decision, Notice, Regime, Verdict


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ObjectionCase(Case):
    """An objection to one piece of information, with one receiver (M31 to M33).

    Its changes are those that flag, unflag, correct, withdraw or purge; nothing in it stops publication or use, and
    nothing in it revives what M14 or M30 bars.

    Attributes:
        number: the case number; the flag carries it.
        subject: whom the information is about.
        ground: on what ground the objection rests.
        record: the information; None only where it was left out altogether.
        content: where its collection is said to be forbidden, what content and where.
        used_on: where it is said to have been used past its period, the day of the use; None: it still is.
        use: what it was then used for.
        period_of_use: the period of use that the catalogue gives the record; None: it gives none.
        events: what has happened, in order.

    Raises:
        pydantic.ValidationError: a field of another type, what does not fit together (``objection.…``), an event that
            the procedure refuses.
    """

    schema_name: ClassVar[str] = "jscredit.objection-case"
    procedure: ClassVar[Procedure] = OBJECTION_PROCEDURE

    number: Text
    subject: Subject
    ground: ObjectionGround
    record: CreditRecord | None = None
    content: ForbiddenContent | None = None
    used_on: Day | None = None
    use: UseMade | None = None
    period_of_use: PeriodOfUse | None = None
    events: tuple[ObjectionEvent, ...] = ()

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        refuse("ObjectionCase", self._misfits())
        return self

    def _misfits(self) -> Iterator[Fault]:
        if self.record is None:
            if self.ground is not ObjectionGround.OMISSION:
                yield _RECORD_NEEDED
        elif not same_subject(self.record.subject, self.subject):
            yield _ANOTHER_SUBJECT
        if self.ground is ObjectionGround.FORBIDDEN_COLLECTION and (self.content is None or self.content.field is None):
            yield _CONTENT_NEEDED

    @property
    def record_id(self) -> str | None:
        """The id of the record; None where it was left out altogether."""
        return self.record.id if self.record is not None else None

    @property
    def forbidden_field(self) -> str:
        """The field of the record that holds what M14 forbids; empty where the objection is not about that."""
        return (self.content.field or "") if self.content is not None else ""

    @property
    def handler(self) -> Handler:
        """Who handles the objection (M4); the provider, before it was received."""
        received = self.last(Received)
        if received is None:
            return handler_of(self.record, fault_in_processing=False)
        return handler_of(self.record, fault_in_processing=received.fault_in_processing, organisation=received.by)

    def ground_decision(self, *, regime: Regime = JIANGSU_2018) -> Decision | None:
        """What the record itself says about the ground, on the day of the use or of receipt.

        None for the grounds that ask what is true, and before the objection was received: a person finds that.
        """
        received = self.last(Received)
        if received is None or self.record is None or self.ground.is_about_facts:
            return None
        if self.ground is ObjectionGround.FORBIDDEN_COLLECTION and self.content is not None:
            return forbidden_collection(self.record, self.content, on=received.on, regime=regime)
        day = self.used_on or received.on
        return used_past_its_period(self.record, on=day, period_of_use=self.period_of_use, use=self.use, regime=regime)

    @property
    def wrong(self) -> Wrong | None:
        """The latest finding that the information is wrong, with the channels and recipients to be reached."""
        return self.last(Wrong)

    @property
    def ways_to_put_right(self) -> tuple[type[Rectification], ...]:
        """How what is wrong on this ground is put right.

        What was left out, and what should stand in place of a withdrawn record, is supplied anew (M16): a withdrawn
        record takes no further change.
        """
        if self.record is None or self.last(RecordWithdrawn) is not None:
            return (RecordSupplied,)
        return _WAYS[self.ground]

    def own_notices(self, regime: Regime) -> Iterator[Notice]:
        """That the use is barred whatever the flag says; that the five days of a transfer outlast the ten."""
        decision = self.ground_decision(regime=regime)
        found = self.wrong is not None and self.ground is ObjectionGround.FORBIDDEN_COLLECTION
        if found or (decision is not None and decision.verdict is Verdict.YES):
            yield _BARRED
        if _ends_later(VERIFICATION, REVIEW, self, regime):
            yield _OUTLASTS


_WAYS: dict[ObjectionGround, tuple[type[Rectification], ...]] = {
    ObjectionGround.RECORDED_WRONGLY: (RecordCorrected, RecordWithdrawn),
    ObjectionGround.OMISSION: (RecordCorrected,),
    ObjectionGround.FORBIDDEN_COLLECTION: (ContentPurged,),
    ObjectionGround.USED_PAST_ITS_PERIOD: (UseEnded,),
}


def _ends_later(one: PeriodSince, other: PeriodSince, case: ObjectionCase, regime: Regime) -> bool:
    first, second = (_end(running, case, regime) for running in (one, other))
    return first is not None and second is not None and first > second


def _end(running: PeriodSince, case: ObjectionCase, regime: Regime) -> date | None:
    try:
        found = running.deadline(case, regime=regime)
    except CalendarNotAnnounced:
        return date.max  # it runs into a year without a notice, so it ends after all that is known
    return None if found is None else found.due


_BARRED = Notice(
    "objection.barred",
    Label(
        "该信息依第十四条或第三十条已不得如此使用；标识和异议处理均不使其恢复",
        "art. 14 or art. 30 bars this use of the information; neither the flag nor the objection brings it back",
    ),
    M.article(32, paragraph=3).zh,
)
_OUTLASTS = Notice(
    "objection.verification-outlasts-review",
    Label(
        "提供单位核实的5个工作日止于审核的10个工作日之后",
        "the provider's 5 working days end after the 10 of the review",
    ),
    M.article(32, paragraph=2).zh,
)
_RECORD_NEEDED = Fault(
    code="objection.record-needed",
    message=Label("未给出所异议的记录", "the record in question is not given"),
    cure=Label("请给出记录；只有整条遗漏时才没有", "give it; there is none only where it was left out altogether"),
    field="record",
    clause="M31",
)
_ANOTHER_SUBJECT = Fault(
    code="objection.another-subject",
    message=Label("记录不是该信息主体的", "the record is about another subject"),
    cure=Label("请核对号码；仅名称相同须由人工判断", "check the numbers; a name alone is for a person to decide"),
    field="record",
    clause="M31",
)
_CONTENT_NEEDED = Fault(
    code="objection.content-needed",
    message=Label("未指明禁止归集的内容在记录的哪一项", "it is not told which field holds the forbidden content"),
    cure=Label("请给出 content 及其 field", "give the content with its field"),
    field="content",
    clause="M31(2)",
)
