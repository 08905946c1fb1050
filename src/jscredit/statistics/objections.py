"""M40, M32, M33: the objections of a period, in time or late, upheld or not."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import ClassVar

from pydantic.dataclasses import dataclass

from jscredit.errors import Label
from jscredit.objection import (
    Appealed,
    AppealUpheld,
    ClaimUpheld,
    FoundRight,
    FoundWrong,
    ObjectionCase,
    Received,
)
from jscredit.procedure import DutyStatus
from jscredit.records.bodies import grouped_by_body
from jscredit.records.value import STRICT
from jscredit.rules import JIANGSU_2018, Regime
from jscredit.statistics.counts import Count, Counts, tally
from jscredit.statistics.period import ReportPeriod

_STANDS = {
    DutyStatus.MET: "duties_in_time",
    DutyStatus.LATE: "duties_late",
    DutyStatus.OPEN: "duties_open",
    DutyStatus.OVERDUE: "duties_overdue",
    DutyStatus.UNDATED: "duties_undated",
}


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ObjectionCount(Counts):
    """The objections that one receiver received in the period.

    Attributes:
        received: how many.
        found_wrong, found_right: what the verification found; the rest is not verified yet.
        appealed: how many went on to the credit authority, or to law after it (M33).
        upheld_later: how many were upheld only there.
        duties_in_time, duties_late, duties_open, duties_overdue: how the steps with a term (10, 5 and 3 working days)
            stand as of the report's day; ``duties_undated``: their last day cannot be told yet.
    """

    section: ClassVar[Label] = Label("异议", "objections")
    names: ClassVar[dict[str, Label]] = {
        "received": Label("受理", "received"),
        "found_wrong": Label("核实有误", "found wrong"),
        "found_right": Label("核实无误", "found right"),
        "appealed": Label("申诉", "appealed"),
        "upheld_later": Label("救济程序支持", "upheld later"),
        "duties_in_time": Label("各环节按时", "steps in time"),
        "duties_late": Label("各环节逾期完成", "steps late"),
        "duties_open": Label("各环节未到期", "steps open"),
        "duties_overdue": Label("各环节已逾期", "steps overdue"),
        "duties_undated": Label("各环节期限待定", "steps whose last day is not known"),
    }

    received: Count
    found_wrong: Count
    found_right: Count
    appealed: Count
    upheld_later: Count
    duties_in_time: Count
    duties_late: Count
    duties_open: Count
    duties_overdue: Count
    duties_undated: Count


def count_objections(
    cases: Iterable[ObjectionCase], period: ReportPeriod, *, regime: Regime = JIANGSU_2018
) -> tuple[ObjectionCount, ...]:
    """The objections received in the period, each as it stood at the end of the report's day, by receiver."""
    known = (case.as_of(period.on) for case in cases)
    received = [(case, one.by) for case in known if (one := case.last(Received)) and period.holds(one.on)]
    found = []
    for places in grouped_by_body([by for _, by in received]):
        numbers = Counter(name for place in places for name in _named(received[place][0], period, regime))
        found.append(ObjectionCount(body=received[places[0]][1], **tally(ObjectionCount.names, numbers)))
    return tuple(found)


def _named(case: ObjectionCase, period: ReportPeriod, regime: Regime) -> Iterator[str]:
    yield "received"
    if case.last(FoundWrong):
        yield "found_wrong"
    if case.last(FoundRight):
        yield "found_right"
    if case.last(Appealed):
        yield "appealed"
    if (case.last(AppealUpheld) or case.last(ClaimUpheld)) and not case.last(FoundWrong):
        yield "upheld_later"
    # A step for which the law sets no term can be neither in time nor late.
    timed = (duty for duty in case.duties(on=period.on, regime=regime) if duty.deadline or duty.missing)
    yield from (_STANDS[duty.status] if duty.deadline else "duties_undated" for duty in timed)
