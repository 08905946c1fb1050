"""The procedure of an objection (M31 to M33): one row for each step, read from top to bottom like the articles."""

from typing import TYPE_CHECKING, Any

from jscredit.deadlines import WorkingDays
from jscredit.errors import Label
from jscredit.law import Citation, M
from jscredit.objection import checks, events
from jscredit.objection.stages import ObjectionStage as At
from jscredit.procedure import Check, DutyRow, Event, PeriodSince, Procedure, Row
from jscredit.records import Corrected, Flagged, Purged, Unflagged, Withdrawn
from jscredit.records.changes import OneChange

if TYPE_CHECKING:
    from jscredit.objection.case import ObjectionCase

_REVIEWED, _VERIFIED, _FLAG, _CORRECTED = (M.article(32, paragraph=n) for n in (1, 2, 3, 4))
_APPEAL = M.article(33)

REVIEW = PeriodSince(events.Received, WorkingDays(10), _REVIEWED)
VERIFICATION = PeriodSince(events.Transferred, WorkingDays(5), _VERIFIED)
CORRECTION = PeriodSince(events.FoundWrong, WorkingDays(3), _CORRECTED)

_FINDINGS = (events.FoundWrong, events.FoundRight)
WAYS = (
    events.RecordCorrected,
    events.RecordWithdrawn,
    events.RecordSupplied,
    events.ContentPurged,
    events.UseEnded,
)
_RECEIVER = Label("收到申请的单位", "whoever received it")
_PROVIDER = Label("信息提供单位", "the provider")
_ORGANISATION = Label("公共信用信息工作机构", "the information organisation")

REVIEW_DUTY = DutyRow(_RECEIVER, Label("完成审核", "finish the review"), _REVIEWED, REVIEW.period, _FINDINGS)
VERIFICATION_DUTY = DutyRow(
    _PROVIDER, Label("完成核实", "finish the verification"), _VERIFIED, VERIFICATION.period, _FINDINGS
)
_FEEDBACK_DUTY = DutyRow(
    _PROVIDER,
    Label("向工作机构反馈", "report back to the organisation"),
    _VERIFIED,
    None,
    (*WAYS, events.FlagTakenOff),
)
CORRECTION_DUTY = DutyRow(
    _ORGANISATION,
    Label("修正、更正发布并在原范围公示", "correct, republish, and make it known where the old one was"),
    _CORRECTED,
    CORRECTION.period,
    WAYS,
)
_FLAG_OFF_DUTY = DutyRow(
    _ORGANISATION, Label("去除标识", "take the flag off"), _CORRECTED, None, (events.FlagTakenOff,)
)


def flag_on(case: "ObjectionCase", event: Event) -> tuple[OneChange, ...]:
    """The record is flagged from the receipt on; what was left out altogether has nothing to flag."""
    if case.record_id is None:
        return ()
    return (
        Flagged(
            day=event.on,
            known_on=event.on,
            citation=_FLAG.ledger_id,
            case=case.number,
            record_id=case.record_id,
            reason=case.ground.label.zh,
        ),
    )


def flag_off(case: "ObjectionCase", event: Event) -> tuple[OneChange, ...]:
    """The flag of this case goes."""
    if case.record_id is None:
        return ()
    cited = _CORRECTED.ledger_id
    return (Unflagged(day=event.on, known_on=event.on, citation=cited, case=case.number, record_id=case.record_id),)


def put_right(case: "ObjectionCase", event: events.Rectification) -> tuple[OneChange, ...]:
    """What changes in the record; nothing where only its use was wrong, or where another procedure supplies it."""
    if case.record_id is None:
        return ()
    cited = _APPEAL if case.stage is At.WRONG_ON_APPEAL else _CORRECTED
    head: dict[str, Any] = {"day": event.on, "known_on": event.on, "citation": cited.ledger_id, "case": case.number}
    match event:
        case events.RecordCorrected():
            return (Corrected(**head, record_id=case.record_id, record=event.record),)
        case events.RecordWithdrawn():
            return (Withdrawn(**head, record_id=case.record_id, reason=event.reason),)
        case events.ContentPurged():
            return (Purged(**head, record_id=case.record_id, element=case.forbidden_field),)
        case _:
            return ()


def put_right_and_flag_off(case: "ObjectionCase", event: events.Rectification) -> tuple[OneChange, ...]:
    """The change, and the flag goes with it."""
    return put_right(case, event) + flag_off(case, event)


def _findings(stage: At, *own_checks: Check, feedback: tuple[DutyRow, ...] = ()) -> tuple[Row, ...]:
    return (
        Row(
            stage,
            events.FoundWrong,
            At.FOUND_WRONG,
            _CORRECTED,
            (*own_checks, checks.not_against_a_no),
            duties=(*feedback, CORRECTION_DUTY),
        ),
        Row(
            stage,
            events.FoundRight,
            At.FOUND_RIGHT,
            _CORRECTED,
            (*own_checks, checks.not_against_a_yes),
            duties=(*feedback, _FLAG_OFF_DUTY),
        ),
    )


def _rectifications(stage: At, then: At, clause: Citation, *, first: bool) -> tuple[Row, ...]:
    return tuple(
        Row(
            stage,
            way,
            then,
            clause,
            (
                checks.fits_ground,
                checks.reaches_all,
                *((checks.of_the_record,) if way is events.RecordCorrected else ()),
            ),
            put_right_and_flag_off if first else put_right,
        )
        for way in WAYS
    )


_ROWS = (
    Row(
        At.NEW,
        events.Received,
        At.UNDER_REVIEW,
        _REVIEWED,
        (checks.admissible, checks.used_while_the_law_is_in_force),
        flag_on,
        (REVIEW_DUTY,),
    ),
    Row(
        At.UNDER_REVIEW,
        events.Transferred,
        At.WITH_PROVIDER,
        _VERIFIED,
        (checks.not_with_provider_yet, checks.not_own_fault, checks.to_the_provider),
        duties=(VERIFICATION_DUTY,),
    ),
    *_findings(At.UNDER_REVIEW, checks.verified_by_provider),
    *_findings(At.WITH_PROVIDER, feedback=(_FEEDBACK_DUTY,)),
    *_rectifications(At.FOUND_WRONG, At.PUT_RIGHT, _CORRECTED, first=True),
    Row(At.FOUND_RIGHT, events.FlagTakenOff, At.KEPT, _CORRECTED, effect=flag_off),
    *(
        Row(stage, events.Appealed, At.APPEALED, _APPEAL, (checks.by_the_subject, checks.to_the_authority))
        for stage in (At.PUT_RIGHT, At.KEPT)
    ),
    Row(At.APPEALED, events.AppealUpheld, At.WRONG_ON_APPEAL, _APPEAL),
    Row(At.APPEALED, events.AppealRejected, At.APPEAL_SETTLED, _APPEAL),
    *_rectifications(At.WRONG_ON_APPEAL, At.APPEAL_SETTLED, _APPEAL, first=False),
    Row(At.APPEAL_SETTLED, events.WentToLaw, At.AT_LAW, _APPEAL),
    Row(At.AT_LAW, events.ClaimUpheld, At.WRONG_ON_APPEAL, _APPEAL),
    Row(At.AT_LAW, events.ClaimRejected, At.APPEAL_SETTLED, _APPEAL),
)

OBJECTION_PROCEDURE = Procedure(
    "objection", Label("异议处理程序", "The procedure of an objection"), M.article(31), At.NEW, _ROWS
)
