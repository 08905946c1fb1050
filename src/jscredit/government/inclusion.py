"""G2.3: what joins the failure record of a body or a civil servant, and what may be left out of it.

What is tolerated *may* be left out: the rule says that it may, and the authority decides.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from jscredit.errors import Label
from jscredit.government.events import found
from jscredit.government.failures import IntegrityFailure
from jscredit.government.telling import Line, Told
from jscredit.law import G
from jscredit.records import Vocabulary
from jscredit.rules import JIANGSU_2018, ON, Condition, Decision, Fact, Regime, Rule, Verdict

_G23 = G.article(2, item=3)


class Treatment(Vocabulary):
    """What is to be done with a failure: it goes in, it may be left out, or it does not go in."""

    GOES_IN = "goes_in", "纳入政务失信记录", "it goes into the failure record"
    MAY_BE_LEFT_OUT = "may_be_left_out", "可不纳入政务失信记录", "it may be left out of the failure record"
    STAYS_OUT = "stays_out", "不属于应纳入的信息", "it is nothing that goes into the failure record"


CAUSE_NAMED = Fact.flag(
    "failure_cause_named", Label("因违法违规或者失信违约", "for a violation, or a breach of trust or contract")
)
OTHER_CAUSE = Fact.flag(
    "other_failure_cause",
    Label("事由未列名，经认定属同类", "the cause is not named, but was found to be of the kind"),
    judged=True,
)
DEALT_WITH = Fact.flag(
    "dealt_with",
    Label(
        "有判决、行政处罚、纪律处分或者问责处理",
        "there is a judgment, penalty, disciplinary sanction or accountability decision",
    ),
)
DEALT_WITH_ON = Fact.day("dealt_with_on", Label("处理之日", "day of that decision"))
IN_DUTY = Fact.flag("in_duty", Label("发生在履职过程中", "it happened in the course of duty"))
TOLERANCE_FOUND = Fact.flag(
    "tolerance_found",
    Label("经认定符合容错纠错情形和条件", "it was found to meet the cases and conditions of tolerance"),
    judged=True,
)
TOLERANCE_ON = Fact.day("tolerance_on", Label("容错认定日", "day of the tolerance finding"))
TOLERANCE_PROCEDURE = Fact.flag(
    "tolerance_procedure_stated", Label("载明容错认定程序", "the procedure of the finding is stated")
)
INCLUSION = Rule(
    "integrity-failure-goes-in",
    _G23,
    Label("属应纳入政务失信记录的信息", "it belongs in the failure record"),
    (
        Condition(
            "cause",
            _G23,
            Label("因违法违规或者失信违约", "for a violation, or a breach of trust or contract"),
            CAUSE_NAMED | OTHER_CAUSE,
        ),
        Condition("outcome", _G23, DEALT_WITH.label, DEALT_WITH),
        Condition("in-duty", _G23, IN_DUTY.label, IN_DUTY),
        Condition("made", _G23, Label("处理已经作出", "that decision has been made"), ON >= DEALT_WITH_ON),
    ),
)
TOLERANCE = Rule(
    "integrity-failure-may-be-left-out",
    _G23,
    Label("经认定容错，可不纳入", "found tolerable: it may be left out"),
    (
        Condition("found", _G23, TOLERANCE_FOUND.label, TOLERANCE_FOUND),
        Condition("by-procedure", _G23, TOLERANCE_PROCEDURE.label, TOLERANCE_PROCEDURE),
        Condition("found-by-then", _G23, Label("认定已经作出", "the finding has been made"), ON >= TOLERANCE_ON),
    ),
)


@dataclass(frozen=True, slots=True)
class Inclusion(Told):
    """Whether a failure goes into the failure record on a day, with the reasons.

    Attributes:
        goes_in: whether it is what the failure record is for.
        tolerated: whether it was found tolerable by a stated procedure.
    """

    schema_name: ClassVar[str] = "jscredit.inclusion"

    goes_in: Decision
    tolerated: Decision

    @property
    def treatment(self) -> Treatment | None:
        """What is to be done; None where a missing fact leaves it open."""
        if self.goes_in.verdict is Verdict.NO:
            return Treatment.STAYS_OUT
        if Verdict.UNDETERMINED in {self.goes_in.verdict, self.tolerated.verdict}:
            return None
        return Treatment.MAY_BE_LEFT_OUT if self.tolerated.verdict is Verdict.YES else Treatment.GOES_IN

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is to be done."""
        return (Line("treatment", Label("处理", "treatment"), self.treatment),)

    @property
    def open(self) -> tuple[Decision, ...]:
        """Both decisions; where it certainly stays out, whether it is tolerated no longer matters."""
        return self.decisions if self.treatment is None else ()

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Both decisions."""
        return (self.goes_in, self.tolerated)


def failure_inclusion(failure: IntegrityFailure, *, on: date, regime: Regime = JIANGSU_2018) -> Inclusion:
    """Whether a failure goes into the failure record (政务失信记录) on a day.

    >>> from jscredit.government import FailureCause, FailureOutcome
    >>> fined = IntegrityFailure(
    ...     cause=FailureCause.VIOLATION,
    ...     outcome=FailureOutcome.ADMINISTRATIVE_PENALTY,
    ...     dealt_with_on=date(2020, 3, 5),
    ...     in_duty=True,
    ... )
    >>> asked = failure_inclusion(fined, on=date(2020, 6, 1))
    >>> asked.treatment is None, asked.missing
    (True, ('tolerance_found', 'tolerance_on', 'tolerance_procedure_stated'))
    """
    row = failure_row(failure)
    return Inclusion(*(rule.decide(row, on=on, regime=regime) for rule in (INCLUSION, TOLERANCE)))


def failure_row(failure: IntegrityFailure) -> dict[str, Any]:
    """The facts of both rules. A cause that the text names needs no finding that it is of the kind."""
    tolerance = failure.tolerance
    judged = tolerance and tolerance.judgement
    return {
        CAUSE_NAMED.name: _is_named(failure),
        OTHER_CAUSE.name: found(failure.other_cause) if failure.cause is None else False,
        DEALT_WITH.name: failure.dealt_with,
        DEALT_WITH_ON.name: failure.dealt_with_on,
        IN_DUTY.name: failure.in_duty,
        TOLERANCE_FOUND.name: found(judged) if judged else failure.tolerance_found,
        TOLERANCE_ON.name: judged and judged.on,
        TOLERANCE_PROCEDURE.name: tolerance and tolerance.by_procedure,
    }


def _is_named(failure: IntegrityFailure) -> bool | None:
    """Whether the text names the cause; a finding about another cause says that it does not."""
    if failure.cause is not None:
        return True
    return None if failure.other_cause is None else False
