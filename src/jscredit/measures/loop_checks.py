"""What each step of the loop must meet, besides coming in its stage."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jscredit.errors import Fault, Label
from jscredit.measures import loop_events as events
from jscredit.measures.triggering import applies
from jscredit.procedure import decision_faults
from jscredit.records import Body, Level, Role, acts_in_jiangsu, same_body
from jscredit.rules import Decision, Verdict

if TYPE_CHECKING:
    from jscredit.measures.loop import MeasureLoopCase

_J21 = "J21"


def rests_on_an_entry(case: "MeasureLoopCase", _event: events.Initiated) -> Fault | None:
    """M28, J21: what goes round the loop is a list entry."""
    return _NO_ENTRY if case.case.listed is None else None


def may_begin(case: "MeasureLoopCase", event: events.Initiated) -> Iterator[Fault]:
    """M28: only an entry that is in force that day starts a measure; so does what else the measure asks for."""
    yield from _met(case.decision(on=event.on, regime=case.regime))


def still_applies(case: "MeasureLoopCase", event: events.Acted) -> Iterator[Fault]:
    """The measure applies on the day on which it is applied, by this body and by this norm."""
    yield from _met(applies(case.measure, case.acting(event), on=event.on, regime=case.regime))


def no_longer_applies(case: "MeasureLoopCase", event: events.Stopped) -> Fault | None:
    """What still applies is not stopped."""
    verdict = applies(case.measure, case.stopping(event), on=event.on, regime=case.regime).verdict
    return None if verdict is Verdict.NO else _STILL_RUNS


def by_the_initiator(case: "MeasureLoopCase", event: events.Initiated) -> Fault | None:
    """The department that determined the entry starts its measures."""
    entry = case.case.listed
    determined_by = None if entry is None else entry.determined_by
    return None if determined_by is None or same_body(determined_by, event.by) else _NOT_THE_INITIATOR


def to_a_centre(_case: "MeasureLoopCase", event: events.Initiated) -> Iterator[Fault]:
    """It is reported to the joint system, which an information centre runs."""
    yield from _centre(event.to, "to")


def by_a_centre(case: "MeasureLoopCase", event: events.Pushed) -> Iterator[Fault]:
    """An information centre pushes; under a memorandum the initiator may share it with those concerned."""
    initiator = case.at(events.Initiated).by
    if case.memorandum is None or not same_body(event.by, initiator):
        yield from _centre(event.by, "by")


def to_whom_it_concerns(case: "MeasureLoopCase", event: events.Pushed) -> Iterator[Fault]:
    """It goes to the body of this case; under a memorandum that is one of the departments concerned."""
    if not same_body(event.to, case.body):
        yield _another_body("to")
    memorandum = case.memorandum
    if memorandum is not None and not any(same_body(event.to, one) for one in memorandum.departments):
        yield _NOT_CONCERNED


def by_the_body(case: "MeasureLoopCase", event: events.Acted | events.Declined | events.FedBack) -> Fault | None:
    """The body to which it was pushed acts and feeds back."""
    return None if same_body(event.by, case.body) else _another_body("by")


def may_decline(case: "MeasureLoopCase", event: events.Declined) -> Fault | None:
    """Where the measure is owed, not to take it up is no reason."""
    owed = case.measure.force.is_owed
    return _OWED if owed and event.reason is events.DeclineReason.NOT_TAKEN_UP else None


def to_the_provincial_centre(_case: "MeasureLoopCase", event: events.FedBack) -> Iterator[Fault]:
    """Feedback goes to the provincial information centre and nowhere else."""
    yield from _centre(event.to, "to")
    if event.to.level is not Level.PROVINCE:
        yield _NOT_PROVINCIAL if event.to.level is not None else _missing("to.level", _LEVEL)
    elif event.to.region is not None and not acts_in_jiangsu(event.to):
        # A provincial centre without a region code is taken to be that of the province whose measures these are.
        yield _NOT_PROVINCIAL


def _centre(body: Body, field: str) -> Iterator[Fault]:
    if not body.roles:
        yield _missing(f"{field}.roles", _ROLES)
    elif Role.INFORMATION_ORGANISATION not in body.roles:
        yield Fault(
            code="measure-loop.no-centre",
            message=Label("不是公共信用信息中心", "it is no information centre"),
            cure=Label("请给出公共信用信息工作机构", "give a public credit information organisation"),
            field=field,
            clause=_J21,
        )


def _met(decision: Decision) -> Iterator[Fault]:
    cures = {condition.id: _CURE for condition in decision.rule.conditions}
    yield from decision_faults(decision, "measure-loop", cures)


def _missing(field: str, label: Label) -> Fault:
    return Fault(
        code="measure-loop.missing",
        message=Label(f"缺少：{label.zh}", f"missing: {label.en}"),
        cure=Label(f"请补充：{label.zh}", f"add: {label.en}"),
        field=field,
        clause=_J21,
    )


def _another_body(field: str) -> Fault:
    return Fault(
        code="measure-loop.another-body",
        message=Label("不是本案的实施单位", "it is not the body that this case is about"),
        cure=Label("每个实施单位各立一案", "each body has a case of its own"),
        field=field,
        clause=_J21,
    )


_ROLES = Label("单位的角色", "the roles of the body")
_LEVEL = Label("单位的层级", "the level of the body")
_CURE = Label("措施的条件全部具备时方可办理", "it can be done once all that the measure asks for is met")
_NO_ENTRY = Fault(
    code="measure-loop.no-entry",
    message=Label("没有名单条目", "there is no list entry"),
    cure=Label("请给出据以实施的名单条目", "give the entry that the measure rests on"),
    field="case",
    clause="M28",
)
_NOT_THE_INITIATOR = Fault(
    code="measure-loop.initiator",
    message=Label("不是认定该条目的部门", "it is not the department that determined the entry"),
    cure=Label("由认定该条目的部门发起", "the department that determined the entry starts its measures"),
    field="by",
    clause=_J21,
)
_NOT_CONCERNED = Fault(
    code="measure-loop.not-concerned",
    message=Label("不是联合奖惩办法或备忘录的有关部门", "the memorandum does not concern this department"),
    cure=Label("只向有关实施部门共享", "it is shared with the departments concerned only"),
    field="to",
    clause=_J21,
)
_NOT_PROVINCIAL = Fault(
    code="measure-loop.feedback-elsewhere",
    message=Label("反馈对象不是省公共信用信息中心", "it is not the provincial information centre"),
    cure=Label("向省公共信用信息中心反馈", "feed back to the provincial information centre"),
    field="to",
    clause=_J21,
)
_OWED = Fault(
    code="measure-loop.owed",
    message=Label("该措施应当实施", "the measure has to be applied"),
    cure=Label("没有依据或者不属其职责的，写明该理由", "name the lack of a basis, or of the matter, if it is that"),
    field="reason",
    clause="M28",
)
_STILL_RUNS = Fault(
    code="measure-loop.still-runs",
    message=Label("措施仍在适用", "the measure still applies"),
    cure=Label("条目退出或者期限届满后停止；请给出退出日", "it stops once the entry has ended or a period is over"),
    field="on",
    clause="J17",
)
