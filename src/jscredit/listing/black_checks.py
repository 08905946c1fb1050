"""What the events of a black listing must meet beside what both sides ask (J4, J6.2)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jscredit.errors import Fault, Label
from jscredit.listing import checks
from jscredit.listing import events as steps
from jscredit.listing.fields import serious_failure
from jscredit.procedure import Event, decision_faults
from jscredit.rules import Decision, Verdict

if TYPE_CHECKING:
    from jscredit.listing.black import BlackListCase


def not_ruled_out(case: "BlackListCase", event: Event) -> Iterator[Fault]:
    """At the preliminary list nothing that is known speaks against a serious failure of J4."""
    yield from checks.not_ruled_out(case, event)
    decision = is_serious_failure(case, event)
    if decision is not None and decision.verdict is Verdict.NO:
        yield from decision_faults(decision, "black", _CURES)


def serious_failure_settled(case: "BlackListCase", event: Event) -> Iterator[Fault]:
    """At the determination the conduct is settled to be a serious failure of one of the seven fields."""
    decision = is_serious_failure(case, event)
    if decision is None:
        yield _NO_FIELD
    else:
        yield from decision_faults(decision, "black", _CURES)


def is_serious_failure(case: "BlackListCase", event: Event) -> Decision | None:
    """What J4 says of the conduct; None where neither field nor conduct is stated."""
    if case.failure_field is None:
        return None
    return serious_failure(case.failure_field, case.conduct, case.findings, on=event.on, regime=case.regime)


def time_for_objections(case: "BlackListCase", event: steps.BlackListDetermined) -> Fault | None:
    """The time that the prior notice gave for objections is over."""
    last = case.at(steps.PriorNoticeGiven).objections_until
    return _OBJECTIONS_STILL_POSSIBLE if last is not None and event.on <= last else None


def orders_are_its_own(case: "BlackListCase", event: steps.BlackListDetermined) -> Fault | None:
    """The removal orders name this entry, and not another one."""
    is_own = all(order.black_entry_id == case.entry_id for order in event.check.orders)
    return None if is_own else _ORDERS_OF_ANOTHER


_CURES = {
    "serious": Label("未认定为严重失信的，不得列入黑名单", "only what was found serious is black-listed"),
    "conduct": Label("请核对行为和领域", "check the conduct and the field"),
    **dict.fromkeys(
        (
            "malice",
            "intent",
            "document-sort",
            "funds-sought",
            "final-act",
            "ability",
            "credibility-harmed",
            "norm-breached",
            "bad-consequences",
            "penalised",
        ),
        Label("缺此事实不得以该行为列入黑名单", "without this fact nobody is black-listed for the conduct"),
    ),
}
_NO_FIELD = Fault(
    code="black.no-field",
    message=Label("未载明失信行为或者领域", "neither the conduct nor its field is stated"),
    cure=Label("请载明行为；条文未列名的，载明领域并附认定", "state the conduct; or the field, with a finding"),
    field="conduct",
    clause="J4c",
)
_OBJECTIONS_STILL_POSSIBLE = Fault(
    code="black.objections-still-possible",
    message=Label("告知所定异议期限未满", "the time for objections that the notice set is not over"),
    cure=Label("请在期限届满后认定", "determine it after that time"),
    field="on",
    clause="J6.2",
)
_ORDERS_OF_ANOTHER = Fault(
    code="black.orders-of-another",
    message=Label("移出指令不是本条目的", "the removal orders are those of another entry"),
    cure=Label("请用 determined_on 生成该事件", "make the event with determined_on"),
    field="check",
    clause="J6.2",
)
