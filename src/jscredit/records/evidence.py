"""What an applicant for repair can show (M34)."""

import dataclasses
from collections.abc import Iterator
from typing import ClassVar, Self

from pydantic import model_validator
from pydantic.dataclasses import dataclass

from jscredit.errors import Fault, Label
from jscredit.records.documents import Document
from jscredit.records.judgement import Judgement
from jscredit.records.value import STRICT, Day, refuse


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class RepairEvidence(Document):
    """The facts of M34's three items about one failure. ``None`` means *not known*, never *no*.

    A day says that the thing happened: ``corrected_on`` alone makes ``corrected`` yes. A day beside a *no* is refused.

    Attributes:
        corrected: whether the failure was corrected.
        corrected_on: the day of the correction; M34(2) counts its year from here.
        clear_effect: whether the correction has a clear effect, as somebody judged.
        adverse_effect_eliminated: whether the adverse social effect is basically eliminated, as somebody judged.
        recurred: whether a failure of the same kind came after the correction.
        recurred_on: the day of conduct of the first such failure.
        self_discipline: whether self-discipline was strengthened.
        credit_management_system: whether a credit management system was set up.
        commitment_not_to_fail_again: whether a commitment not to fail again was given.

    Raises:
        pydantic.ValidationError: a field of another type; a day beside a *no*; a recurrence before the correction.

    >>> from datetime import date
    >>> RepairEvidence(corrected_on=date(2024, 3, 1), recurred=False)
    RepairEvidence(corrected=True, corrected_on=datetime.date(2024, 3, 1), recurred=False)
    """

    schema_name: ClassVar[str] = "jscredit.repair-evidence"

    corrected: bool | None = None
    corrected_on: Day | None = None
    clear_effect: Judgement | None = None
    adverse_effect_eliminated: Judgement | None = None
    recurred: bool | None = None
    recurred_on: Day | None = None
    self_discipline: bool | None = None
    credit_management_system: bool | None = None
    commitment_not_to_fail_again: bool | None = None

    @model_validator(mode="after")
    def _days_and_answers(self) -> Self:
        refuse("RepairEvidence", self._faults())
        for event, day in _EVENTS:
            if getattr(self, day) is not None:
                object.__setattr__(self, event, True)
        return self

    def _faults(self) -> Iterator[Fault]:
        for event, day in _EVENTS:
            if getattr(self, event) is False and getattr(self, day) is not None:
                yield dataclasses.replace(_DAY_WITHOUT_EVENT, field=day)
        if self.corrected_on and self.recurred_on and self.recurred_on < self.corrected_on:
            yield _RECURRED_BEFORE_CORRECTION


_EVENTS = (("corrected", "corrected_on"), ("recurred", "recurred_on"))
_DAY_WITHOUT_EVENT = Fault(
    code="evidence.day-without-event",
    message=Label("已答“否”，却有发生日期", "there is a day beside a no"),
    cure=Label("请删去日期，或更正回答", "leave the day out, or correct the answer"),
    clause="M34",
)
_RECURRED_BEFORE_CORRECTION = Fault(
    code="evidence.recurred-before-correction",
    message=Label("再次失信早于纠正日", "the recurrence lies before the correction"),
    cure=Label(
        "纠正日以前的失信不算再次失信；请给出纠正日起的第一次",
        "a failure before the correction is no recurrence; give the first one from the correction day on",
    ),
    field="recurred_on",
    clause="M34(2)",
)
