"""What each step of a repair must meet, besides coming in its stage and in its time."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from jscredit.errors import Fault, InvalidInput, Label, Refused
from jscredit.procedure import decision_faults
from jscredit.records import same_subject
from jscredit.repair import events
from jscredit.repair.advice import repair_advice
from jscredit.repair.application import admit_application
from jscredit.repair.eligibility import repair_eligibility
from jscredit.rules import Decision, Verdict

if TYPE_CHECKING:
    from jscredit.repair.case import RepairCase

_IN_TIME = Label("请在所示期间内申请", "apply in the days that are told")
_CURES = {
    "failure-information": Label("该记录不是失信信息，无须修复", "it is no failure information and needs no repair"),
    "determined": Label("请在失信认定之后申请", "apply once the failure has been determined"),
    "in-use": Label("使用期限已满，不再作为惩戒依据，无须修复", "its period is over, so there is nothing to repair"),
    "corrected": Label("请先纠正失信行为", "correct the failure first"),
    "clear-effect": Label("请使纠正取得明显成效", "bring the correction to a clear effect"),
    "adverse-effect-eliminated": Label("请消除不良社会影响", "eliminate the adverse social effect"),
    "clean-year": _IN_TIME,
    "self-discipline": Label("请强化诚信自律意识", "strengthen self-discipline"),
    "credit-management-system": Label("请建立信用管理制度", "set up a credit management system"),
    "commitment-not-to-fail-again": Label("请承诺不再失信", "commit not to fail again"),
}


def by_the_subject(case: "RepairCase", event: events.Applied) -> Fault | None:
    """M34: the subject of the failure applies."""
    return None if same_subject(event.applicant, case.record.subject) else _NOT_THE_SUBJECT


def admitted(case: "RepairCase", event: events.Applied) -> Iterable[Fault]:
    """M34: in writing, to the provider."""
    try:
        admit_application(case.record, written=event.written, addressee=event.addressee)
    except (Refused, InvalidInput) as error:
        return error.faults
    return ()


def eligible(case: "RepairCase", event: events.Applied) -> Iterator[Fault]:
    """M34: every condition at once, on the day of the application; what is missing is asked for by name."""
    try:
        decision = repair_eligibility(
            case.record, event.evidence, on=event.on, period_of_use=case.period_of_use, regime=case.regime
        )
    except InvalidInput as error:
        yield from error.faults
        return
    if decision.verdict is Verdict.NO:
        yield _not_eligible(decision)
    of_class = decision.stands_for["failure_information"]
    for fault in decision_faults(decision, "repair", _CURES):
        yield replace(fault, clause="M12") if fault.field in of_class else fault


def _not_eligible(decision: Decision) -> Fault:
    advice = repair_advice(decision)
    return Fault(
        code="repair.not-eligible",
        message=Label("申请之日不符合信用修复条件", "the conditions of repair are not met on the day of application"),
        cure=advice.label,
        clause="M34",
        data=MappingProxyType({"to_change": advice.to_change, "can_come": advice.outlook.can_come}),
    )


def says_what_is_lacking(_case: "RepairCase", event: events.Refusal) -> Fault | None:
    """A refusal names at least one condition that is not met."""
    return None if event.lacking else _NOTHING_LACKING


_NOT_THE_SUBJECT = Fault(
    code="repair.not-the-subject",
    message=Label(
        "申请人不是该失信信息的主体，或尚不能确认", "the applicant is not the failure's subject, or that is not settled"
    ),
    cure=Label("须由信息主体本人申请", "the subject itself applies"),
    field="applicant",
    clause="M34",
)
_NOTHING_LACKING = Fault(
    code="repair.nothing-lacking",
    message=Label("未说明不符合哪一条件", "it is not told which condition is not met"),
    cure=Label("请写明所欠缺的条件", "name the conditions that are lacking"),
    field="lacking",
    clause="M35¶1",
)
