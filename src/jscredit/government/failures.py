"""G2.3: what is told of a failure in government: why, by what it was dealt with, and what was found about tolerance."""

from collections.abc import Iterator
from typing import ClassVar, Self

from pydantic import model_validator
from pydantic.dataclasses import dataclass

from jscredit.errors import Fault, Label
from jscredit.government.events import event_faults, infer_events
from jscredit.records import Document, Judgement, Value, Vocabulary
from jscredit.records.value import STRICT, Day, Text, refuse


class FailureCause(Vocabulary):
    """Why a body or a civil servant was dealt with; the list is open."""

    VIOLATION = "violation", "违法违规", "violation"
    BREACH_OF_TRUST_OR_CONTRACT = "breach_of_trust_or_contract", "失信违约", "breach of trust or of contract"


class FailureOutcome(Vocabulary):
    """By what a body or a civil servant was dealt with."""

    COURT_JUDGMENT = "court_judgment", "司法判决", "court judgment"
    ADMINISTRATIVE_PENALTY = "administrative_penalty", "行政处罚", "administrative penalty"
    DISCIPLINARY_SANCTION = "disciplinary_sanction", "纪律处分", "disciplinary sanction"
    ACCOUNTABILITY_DECISION = "accountability_decision", "问责处理", "accountability decision"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Tolerance(Value):
    """What was found about tolerance (容错纠错): a person's finding, by a stated procedure.

    Attributes:
        judgement: what was found, who found so, when, and on what evidence.
        procedure: the procedure by which it was found, in words or by its number.
        by_procedure: whether it was found by the stated procedure; a procedure that is named says yes.

    Raises:
        pydantic.ValidationError: ``government.day-without-event`` for a procedure beside a no.
    """

    judgement: Judgement
    procedure: Text | None = None
    by_procedure: bool | None = None

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        refuse("Tolerance", event_faults(self, _PROCEDURE, "G2.6"))
        infer_events(self, _PROCEDURE)
        return self


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class IntegrityFailure(Document):
    """What is told of one failure in government. ``None`` means *not known*, never *no*.

    Attributes:
        cause: which of the named causes.
        other_cause: of a cause that is not named, somebody's finding whether it is of the kind.
        dealt_with: whether one of the four decisions was made.
        outcome: which of them.
        dealt_with_on: the day of that decision.
        in_duty: whether it happened in the course of duty.
        tolerance_found: no, where it is known that there is no tolerance finding.
        tolerance: the finding, where there is one.
        conduct_on: the day of the conduct.
        document_number: of the decision.
        determined_by: the body that made it.

    Raises:
        pydantic.ValidationError: ``government.day-without-event``; ``government.tolerance`` for a finding beside a no;
            ``government.cause`` for a named cause and a finding about another one.
    """

    schema_name: ClassVar[str] = "jscredit.integrity-failure"

    cause: FailureCause | None = None
    other_cause: Judgement | None = None
    dealt_with: bool | None = None
    outcome: FailureOutcome | None = None
    dealt_with_on: Day | None = None
    in_duty: bool | None = None
    tolerance_found: bool | None = None
    tolerance: Tolerance | None = None
    conduct_on: Day | None = None
    document_number: Text | None = None
    determined_by: Text | None = None

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        refuse("IntegrityFailure", self._faults())
        infer_events(self, _EVENTS)
        return self

    def _faults(self) -> Iterator[Fault]:
        yield from event_faults(self, _EVENTS, "G2.3")
        if self.cause is not None and self.other_cause is not None:
            yield _TWO_CAUSES
        if self.tolerance_found is False and self.tolerance is not None:
            yield _TOLERANCE


_EVENTS = (("dealt_with", "dealt_with_on"), ("dealt_with", "outcome"))
_PROCEDURE = (("by_procedure", "procedure"),)
_TWO_CAUSES = Fault(
    code="government.cause",
    message=Label("列名事由与其他事由只填其一", "it has a named cause and another one"),
    cure=Label("列名事由无须认定属同类", "a cause that the text names needs no finding that it is of the kind"),
    field="other_cause",
    clause="G2.3",
)
_TOLERANCE = Fault(
    code="government.tolerance",
    message=Label("已答没有容错认定，却附有认定", "there is a tolerance finding beside a no"),
    cure=Label("请删去认定，或者更正回答", "leave the finding out, or correct the answer"),
    field="tolerance",
    clause="G2.3",
)
