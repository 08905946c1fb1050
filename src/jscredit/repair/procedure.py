"""The procedure of a repair (M34, M35): one row for each step, read from top to bottom like the articles."""

from typing import TYPE_CHECKING

from jscredit.deadlines import WorkingDays
from jscredit.errors import Label
from jscredit.law import M
from jscredit.procedure import AfterPeriod, DutyRow, Event, PeriodSince, Procedure, Row, Stage, WithinPeriod
from jscredit.records import Repaired
from jscredit.records.changes import OneChange
from jscredit.repair import events
from jscredit.repair import step_checks as checks
from jscredit.repair.terms import OPINION_PERIOD

if TYPE_CHECKING:
    from jscredit.repair.case import RepairCase


class RepairStage(Stage):
    """Where a repair stands."""

    NEW = "new", "尚未申请", "not applied for"
    APPLIED = "applied", "待提出意见", "opinion awaited"
    SUPPORTED = "supported", "同意修复，待公示", "to be published"
    PUBLISHED = "published", "公示中", "published"
    OBJECTED = "objected", "异议核实中", "objection under verification"
    REPORTED = "reported", "已报送，待采用", "reported, to be adopted"
    ADOPTED = "adopted", "已修复", "repaired"
    REFUSED = "refused", "不予修复", "refused"


_APPLICATION, _OPINION, _ADOPTION = M.article(34), M.article(35, paragraph=1), M.article(35, paragraph=2)

PUBLICATION = PeriodSince(events.Published, WorkingDays(5), _OPINION)

_PROVIDER = Label("信息提供单位", "the provider")
_ORGANISATION = Label("公共信用信息工作机构", "the information organisation")
_OPINION_DUTY = DutyRow(
    _PROVIDER,
    Label("提出书面修复意见", "give the written opinion"),
    _OPINION,
    OPINION_PERIOD,
    (events.OpinionInFavour, events.OpinionAgainst),
)
_PUBLISH_DUTY = DutyRow(
    _PROVIDER, Label("在部门网站公示", "publish it on its site"), _OPINION, None, (events.Published,)
)
_VERIFY_DUTY = DutyRow(
    _PROVIDER,
    Label("核实异议并提出意见", "verify the objection and give an opinion"),
    _OPINION,
    None,
    (events.ObjectionFounded, events.ObjectionUnfounded),
)
_REPORT_DUTY = DutyRow(
    _PROVIDER,
    Label("公示期满后报送修复信息", "report the repair once the publication has ended"),
    _ADOPTION,
    None,
    (events.Reported, events.ObjectionFounded),
)
_ADOPT_DUTY = DutyRow(_ORGANISATION, Label("采用修复后的信息", "adopt the repair"), _ADOPTION, None, (events.Adopted,))

_TOO_LATE = Label(
    "公示期已满；对信息本身有异议的，由信息主体依第三十一条提出",
    "the publication has ended; about the information itself its subject may object under art. 31",
)
_IN_TIME = WithinPeriod(PUBLICATION, _TOO_LATE)


def archived(case: "RepairCase", event: Event) -> tuple[OneChange, ...]:
    """The failure is repaired, and its original kept as archive."""
    return (
        Repaired(
            day=event.on,
            known_on=event.on,
            citation=_ADOPTION.ledger_id,
            case=case.number,
            record_id=case.record.id,
        ),
    )


_ROWS = (
    Row(
        RepairStage.NEW,
        events.Applied,
        RepairStage.APPLIED,
        _APPLICATION,
        (checks.by_the_subject, checks.admitted, checks.eligible),
        duties=(_OPINION_DUTY,),
    ),
    Row(RepairStage.APPLIED, events.OpinionInFavour, RepairStage.SUPPORTED, _OPINION, duties=(_PUBLISH_DUTY,)),
    Row(
        RepairStage.APPLIED,
        events.OpinionAgainst,
        RepairStage.REFUSED,
        _OPINION,
        (checks.says_what_is_lacking,),
    ),
    Row(RepairStage.SUPPORTED, events.Published, RepairStage.PUBLISHED, _OPINION, duties=(_REPORT_DUTY,)),
    *(
        Row(stage, events.ObjectionRaised, RepairStage.OBJECTED, _OPINION, (_IN_TIME,), duties=(_VERIFY_DUTY,))
        for stage in (RepairStage.PUBLISHED, RepairStage.OBJECTED)
    ),
    Row(
        RepairStage.OBJECTED,
        events.ObjectionFounded,
        RepairStage.REFUSED,
        _OPINION,
        (checks.says_what_is_lacking,),
    ),
    Row(RepairStage.OBJECTED, events.ObjectionUnfounded, RepairStage.PUBLISHED, _OPINION),
    Row(
        RepairStage.PUBLISHED,
        events.Reported,
        RepairStage.REPORTED,
        _ADOPTION,
        (AfterPeriod(PUBLICATION),),
        duties=(_ADOPT_DUTY,),
    ),
    Row(RepairStage.REPORTED, events.Adopted, RepairStage.ADOPTED, _ADOPTION, effect=archived),
)

REPAIR_PROCEDURE = Procedure(
    "repair", Label("信用修复程序", "The procedure of a repair"), M.article(35), RepairStage.NEW, _ROWS
)
