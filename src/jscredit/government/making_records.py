"""G2.3, G3.2, G3.4, G3.6: failures in government as records of public credit information."""

from datetime import date
from types import MappingProxyType

from jscredit.errors import Fault, Label, Refused
from jscredit.government.commitments import Commitment, commitment_standing
from jscredit.government.failures import FailureCause, FailureOutcome, IntegrityFailure
from jscredit.government.inclusion import Treatment, failure_inclusion
from jscredit.government.statistics_staff import falsification_verified
from jscredit.records import Body, CreditRecord, Judgement, Kind, Subject
from jscredit.rules import JIANGSU_2018, Regime, Verdict


def failure_record(  # noqa: PLR0913 - each is a field of the record
    failure: IntegrityFailure,
    *,
    id: str,  # noqa: A002 - as the record's own field
    subject: Subject,
    provider: Body | None = None,
    on: date,
    regime: Regime = JIANGSU_2018,
) -> CreditRecord:
    """The record of a failure that goes into the failure record, also of one that may be left out and is not.

    A penalty is recorded as one. A judgment, a sanction or an accountability decision is a violation where that was the
    cause, else other negative information. That it joins the failure record says that it reflects the credit status;
    its severity is for the sector's standard to tell.

    Raises:
        Refused: ``government.not-a-failure-record``: on the day it does not go in, or that is not settled.

    >>> sanction = IntegrityFailure(
    ...     cause=FailureCause.VIOLATION,
    ...     outcome=FailureOutcome.DISCIPLINARY_SANCTION,
    ...     dealt_with_on=date(2020, 3, 5),
    ...     in_duty=True,
    ...     tolerance_found=False,
    ... )
    >>> bureau = Subject(name="虚构市城管局")
    >>> failure_record(sanction, id="1", subject=bureau, on=date(2020, 6, 1)).kind.value
    'violation'
    """
    found = failure_inclusion(failure, on=on, regime=regime)
    if found.treatment not in {Treatment.GOES_IN, Treatment.MAY_BE_LEFT_OUT}:
        raise Refused(_not_a_failure_record(found.missing))
    return CreditRecord(
        id=id,
        subject=subject,
        kind=_kind(failure),
        provider=provider,
        conduct_on=failure.conduct_on,
        determined_on=failure.dealt_with_on,
        determined_by=failure.determined_by,
        document_number=failure.document_number,
        reflects_credit=True,
    )


def breach_record(
    commitment: Commitment,
    *,
    id: str,  # noqa: A002 - as the record's own field
    determined: Judgement,
    provider: Body | None = None,
    regime: Regime = JIANGSU_2018,
) -> CreditRecord:
    """The record of a broken promise: G3.2 has breaches of government put into the credit system.

    Whether it also joins the failure record of G2.3 is for ``failure_inclusion`` to say: that asks for a judgment, a
    penalty, a sanction or an accountability decision.

    Args:
        commitment: the promise.
        id: the record's number.
        determined: that it is broken, as somebody determined; the promise is asked about for that day.
        provider: the body that supplies the record.
        regime: the law with its settings.

    Raises:
        Refused: ``government.not-broken``: on the day of the determination it is not broken, that is not settled, or
            the finding is a no.
    """
    standing = commitment_standing(commitment, on=determined.on, regime=regime)
    if standing.broken.verdict is not Verdict.YES or not determined.finding:
        raise Refused(_not_broken(standing.broken.missing))
    first_days = (
        day for day in (commitment.due_on, commitment.withdrawn_on) if day is not None and day <= determined.on
    )
    return CreditRecord(
        id=id,
        subject=commitment.promiser,
        kind=Kind.OTHER_NEGATIVE,
        provider=provider,
        conduct_on=min(first_days, default=None),
        determined_on=determined.on,
        determined_by=determined.by,
        reflects_credit=True,
    )


def falsification_record(
    subject: Subject,
    *,
    id: str,  # noqa: A002 - as the record's own field
    verified: Judgement,
    provider: Body | None = None,
    regime: Regime = JIANGSU_2018,
) -> CreditRecord:
    """The record of falsified statistics, once they are verified (G3.6).

    Raises:
        Refused: ``government.not-verified``: the finding is a no.

    >>> yes = Judgement(finding=True, by="虚构省统计局", on=date(2020, 3, 5))
    >>> bureau = Subject(name="虚构县统计局")
    >>> falsification_record(bureau, id="1", verified=yes).kind.value
    'statistical_violation'
    """
    if falsification_verified(verified, on=verified.on, regime=regime).verdict is not Verdict.YES:
        raise Refused(_NOT_VERIFIED)
    return CreditRecord(
        id=id,
        subject=subject,
        kind=Kind.STATISTICAL_VIOLATION,
        provider=provider,
        determined_on=verified.on,
        determined_by=verified.by,
        reflects_credit=True,
    )


def _kind(failure: IntegrityFailure) -> Kind:
    if failure.outcome is FailureOutcome.ADMINISTRATIVE_PENALTY:
        return Kind.PENALTY
    return Kind.VIOLATION if failure.cause is FailureCause.VIOLATION else Kind.OTHER_NEGATIVE


def _not_a_failure_record(missing: tuple[str, ...]) -> Fault:
    return Fault(
        code="government.not-a-failure-record",
        message=Label(
            "该信息不属应纳入政务失信记录的，或者尚未确定", "it does not go into the failure record, or that is open"
        ),
        cure=Label("请核对事由、处理结果、履职和容错认定", "check cause, decision, course of duty and tolerance"),
        clause="G2.3",
        data=MappingProxyType({"missing": missing}),
    )


def _not_broken(missing: tuple[str, ...]) -> Fault:
    return Fault(
        code="government.not-broken",
        message=Label("承诺没有违背，或者尚未确定", "the promise is not broken, or that is open"),
        cure=Label("请核对期限、履行和变更情况", "check its last day, the performance and any change"),
        clause="G3",
        data=MappingProxyType({"missing": missing}),
    )


_NOT_VERIFIED = Fault(
    code="government.not-verified",
    message=Label("统计造假尚未查实", "the falsification of statistics is not verified"),
    cure=Label("请在查实之后记录", "record it once it is verified"),
    clause="G3.6",
)
