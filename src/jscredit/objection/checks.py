"""What each step of an objection must meet, besides coming in its stage."""

from collections.abc import Iterable
from types import MappingProxyType
from typing import TYPE_CHECKING

from jscredit.errors import Fault, Label
from jscredit.objection import events
from jscredit.objection.grounds import has_role, is_provider, objection_admissibility
from jscredit.objection.vocabulary import ObjectionGround
from jscredit.procedure import Event, decision_faults
from jscredit.records import Body, Level, Role, same_subject
from jscredit.rules import Verdict

if TYPE_CHECKING:
    from jscredit.objection.case import ObjectionCase

_CURES = {
    "applicant": Label("须由信息主体本人提出", "the subject makes it"),
    "addressee": Label(
        "请向该记录的信息提供单位或公共信用信息工作机构提出",
        "make it to the record's provider or to the information organisation",
    ),
    "evidence": Label("请提交证明材料", "hand in evidence"),
}


def admissible(case: "ObjectionCase", event: events.Received) -> Iterable[Fault]:
    """M31: applicant, addressee, ground and evidence."""
    decision = objection_admissibility(
        subject=case.subject,
        record=case.record,
        applicant=event.applicant,
        addressee=event.by,
        ground=case.ground,
        evidence=event.evidence,
        on=event.on,
        regime=case.regime,
    )
    return decision_faults(decision, "objection", _CURES)


def used_while_the_law_is_in_force(case: "ObjectionCase", event: events.Received) -> Fault | None:
    """The use that is complained of lies between the law's first day and the objection."""
    used_on = case.used_on
    return None if used_on is None or case.regime.in_force_from <= used_on <= event.on else _USED_ON


def not_with_provider_yet(case: "ObjectionCase", _event: events.Transferred) -> Fault | None:
    """A provider that received it itself verifies within its own ten days; nothing is transferred to it."""
    return _ALREADY_WITH_PROVIDER if is_provider(case.at(events.Received).by, case.record) else None


def not_own_fault(case: "ObjectionCase", _event: events.Transferred) -> Fault | None:
    """M4: where the fault is stated to lie in its processing, the organisation handles it."""
    return _OWN_FAULT if case.at(events.Received).fault_in_processing else None


def to_the_provider(case: "ObjectionCase", event: events.Transferred) -> Fault | None:
    """It is transferred to the record's provider and to nobody else."""
    return _NOT_THE_PROVIDER if is_provider(event.to, case.record) is False else None


def verified_by_provider(case: "ObjectionCase", _event: Event) -> Fault | None:
    """M4: what is true, the provider verifies; the organisation does so for faults of its own processing alone."""
    received = case.at(events.Received)
    own = received.fault_in_processing or is_provider(received.by, case.record)
    return _PROVIDER_VERIFIES if case.ground.is_about_facts and not own else None


def not_against_a_no(case: "ObjectionCase", _event: events.Wrong) -> Fault | None:
    """Nothing is found wrong where the record itself settles that its ground is not there."""
    return _GROUND_NOT_THERE[case.ground] if _settled(case) is Verdict.NO else None


def not_against_a_yes(case: "ObjectionCase", _event: Event) -> Fault | None:
    """Nothing is found right where the record itself settles that its ground is there."""
    return _GROUND_THERE if _settled(case) is Verdict.YES else None


def _settled(case: "ObjectionCase") -> Verdict | None:
    decision = case.ground_decision(regime=case.regime)
    return None if decision is None else decision.verdict


def fits_ground(case: "ObjectionCase", event: events.Rectification) -> Fault | None:
    """Each ground has its way of being put right."""
    return None if type(event) in case.ways_to_put_right else _ANOTHER_WAY


def reaches_all(case: "ObjectionCase", event: events.Rectification) -> Fault | None:
    """The correction reaches every channel and recipient that the wrong information reached."""
    wrong = case.at(events.Wrong)
    left = len(set(wrong.published_in) - set(event.announced_in)) + len(set(wrong.provided_to) - set(event.told))
    return _left_out(left) if left else None


def of_the_record(case: "ObjectionCase", event: events.RecordCorrected) -> Iterable[Fault]:
    """The right version is one of this record, and another one than before."""
    if event.record.id != case.record_id or not same_subject(event.record.subject, case.subject):
        return (_ANOTHER_RECORD,)
    earlier = case.last(events.RecordCorrected)
    stands = case.record if earlier is None else earlier.record
    return (_NOTHING_CORRECTED,) if event.record == stands else ()


def by_the_subject(case: "ObjectionCase", event: events.Appealed) -> Fault | None:
    """M33: the subject appeals."""
    return None if same_subject(event.applicant, case.subject) else _NOT_THE_SUBJECT


def to_the_authority(case: "ObjectionCase", event: events.Appealed) -> Fault | None:
    """M33: to a credit authority of the same level."""
    is_authority = has_role(event.to, Role.CREDIT_AUTHORITY)
    if is_authority is None:
        return _AUTHORITY_UNKNOWN
    return None if is_authority and not _of_another_level(case.at(events.Received).by, event.to) else _ANOTHER_AUTHORITY


def _of_another_level(one: Body, authority: Body) -> bool:
    """Whether both levels are told and differ; a level without a credit authority of its own does not bind."""
    told: tuple[Level | None, ...] = (one.level, authority.level)
    return None not in told and one.level in Role.CREDIT_AUTHORITY.levels and one.level is not authority.level


def _left_out(count: int) -> Fault:
    return Fault(
        code="objection.scope-not-reached",
        message=Label(
            f"有{count}个原发布渠道或原接收方未予告知",
            f"channels or recipients of the wrong information that were not reached: {count}",
        ),
        cure=Label("请在 case.wrong 所列的全部范围内更正发布和告知", "reach all that case.wrong lists"),
        clause="M32¶4",
        data=MappingProxyType({"count": count}),
    )


def _fault(code: str, message: Label, cure: Label, clause: str, field: str | None = None) -> Fault:
    return Fault(code=f"objection.{code}", message=message, cure=cure, clause=clause, field=field)


_USED_ON = _fault(
    "used-on",
    Label("所称使用日早于施行日或晚于异议", "the use lies before the law is in force or after the objection"),
    Label("请核对使用日", "check the day of the use"),
    "M31(3)",
    "used_on",
)
_NOT_THE_SUBJECT = _fault(
    "not-the-subject",
    Label("申诉人不是信息主体，或尚不能确认", "the appeal is not made by the subject, or that is not settled"),
    _CURES["applicant"],
    "M33",
    "applicant",
)
_ALREADY_WITH_PROVIDER = _fault(
    "already-with-provider",
    Label("异议由提供单位直接受理，无须转办", "the provider itself received it, so nothing is transferred"),
    Label("请在受理后10个工作日内审核完毕", "finish the review within 10 working days of receipt"),
    "M32¶2",
)
_OWN_FAULT = _fault(
    "own-fault",
    Label("差错出在工作机构的加工环节，由其处理", "the fault is stated to lie in the organisation's processing"),
    Label("请工作机构自行审核并作出结论", "the organisation reviews it and finds for itself"),
    "M4",
)
_NOT_THE_PROVIDER = _fault(
    "not-the-provider",
    Label("转办单位不是该记录的信息提供单位", "it was transferred to another body than the record's provider"),
    Label("请转该记录的信息提供单位", "transfer it to the record's provider"),
    "M32¶2",
    "to",
)
_PROVIDER_VERIFIES = _fault(
    "provider-verifies",
    Label("所称事实须由信息提供单位核实", "what is true about it, the provider verifies"),
    Label("请先转提供单位核实", "transfer it to the provider first"),
    "M4",
)
_GROUND_THERE = _fault(
    "ground-there",
    Label("依记录本身，异议理由成立", "by the record itself the ground is there"),
    Label("请作“核实有误”处理", "find it wrong"),
    "M31(3)",
)
_GROUND_NOT_THERE = {
    ObjectionGround.FORBIDDEN_COLLECTION: _fault(
        "ground-not-there",
        Label("依记录本身，不属于禁止归集的信息", "by the record itself it is nothing whose collection is forbidden"),
        Label("请作“核实无误”处理", "find it right"),
        "M31(2)",
    ),
    ObjectionGround.USED_PAST_ITS_PERIOD: _fault(
        "ground-not-there",
        Label("依记录本身，使用时期限未满", "by the record itself its period was not over when it was used"),
        Label(
            "请作“核实无误”处理；认定日或程度记载有误的，应以记载错误另提异议",
            "find it right; where the day of determination or the severity is recorded wrongly, that is another ground",
        ),
        "M31(3)",
    ),
}
_ANOTHER_WAY = _fault(
    "another-way",
    Label("与异议理由不符的更正方式", "the ground of the objection is not put right in this way"),
    Label("可用的方式见 case.ways_to_put_right", "case.ways_to_put_right lists the ways"),
    "M32¶4",
)
_ANOTHER_RECORD = _fault(
    "another-record",
    Label("更正后的记录编号或主体不同", "the right version has another id or another subject"),
    Label("更正不改变编号和主体；主体有误的请撤销", "a correction keeps both; withdraw a record of a wrong subject"),
    "M32¶4",
    "record",
)
_NOTHING_CORRECTED = _fault(
    "nothing-corrected",
    Label("更正后的记录与原记录相同", "the right version is the same as the old one"),
    Label("请给出更正后的记录", "give the record as it should be"),
    "M32¶4",
    "record",
)
_AUTHORITY_UNKNOWN = _fault(
    "authority-unknown",
    Label("未载明申诉受理单位是否为信用主管部门", "it is not told whether this body is a credit authority"),
    Label("请在其 roles 中写明", "state its roles"),
    "M33",
    "to",
)
_ANOTHER_AUTHORITY = _fault(
    "another-authority",
    Label("申诉应向本级信用主管部门提出", "an appeal goes to the credit authority of the same level"),
    Label("请向本级信用主管部门提出", "make it to the credit authority of the same level"),
    "M33",
    "to",
)
