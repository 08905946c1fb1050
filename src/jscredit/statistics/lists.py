"""M40, J4 to J7, J17, J24: what happened on red and black lists in a period."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import ClassVar

from pydantic.dataclasses import dataclass

from jscredit.errors import Label
from jscredit.listing import BlackListCase, Exited, RedListCase, WithdrawnAsWrong, entry_in_force
from jscredit.records import ListSide
from jscredit.records.bodies import grouped_by_body
from jscredit.records.value import STRICT
from jscredit.rules import JIANGSU_2018, Regime, Verdict
from jscredit.statistics.counts import Count, Counts, tally
from jscredit.statistics.period import ReportPeriod

_IN_FORCE = {Verdict.YES: "in_force", Verdict.UNDETERMINED: "in_force_open"}


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ListCount(Counts):
    """What one body determined on one side.

    Attributes:
        side: red or black.
        determined: entries determined in the period.
        left: entries that left in the period, for whatever reason but a mistake.
        withdrawn: entries withdrawn in the period as wrong.
        in_force: entries in force on the last day of the period; ``in_force_open``: missing facts leave that open.
    """

    section: ClassVar[Label] = Label("红黑名单", "red and black lists")
    names: ClassVar[dict[str, Label]] = {
        "determined": Label("认定", "determined"),
        "left": Label("退出", "left"),
        "withdrawn": Label("误列撤销", "withdrawn as wrong"),
        "in_force": Label("期末在列", "in force at the end"),
        "in_force_open": Label("期末是否在列待定", "in force at the end or not: undetermined"),
    }

    side: ListSide
    determined: Count
    left: Count
    withdrawn: Count
    in_force: Count
    in_force_open: Count

    @property
    def of(self) -> Label:
        """The side."""
        return self.side.label


def count_lists(
    cases: Iterable[RedListCase | BlackListCase], period: ReportPeriod, *, regime: Regime = JIANGSU_2018
) -> tuple[ListCount, ...]:
    """The entries of the period, by the body that determined and by side; a listing not yet determined is none."""
    known = [case.as_of(period.on) for case in cases]
    listed = [case for case in known if case.entry is not None]
    found = []
    for places in grouped_by_body([case.body.body for case in listed]):
        own = [listed[place] for place in places]
        for side in ListSide:
            of_side = [case for case in own if case.side is side]
            numbers = Counter(name for case in of_side for name in _named(case, period, regime))
            if of_side:
                found.append(ListCount(body=own[0].body.body, side=side, **tally(ListCount.names, numbers)))
    return tuple(found)


def _named(case: RedListCase | BlackListCase, period: ReportPeriod, regime: Regime) -> Iterator[str]:
    if case.determination and period.holds(case.determination.on):
        yield "determined"
    if (out := case.last(Exited)) and period.holds(out.on):
        yield "left"
    if (wrong := case.last(WithdrawnAsWrong)) and period.holds(wrong.on):
        yield "withdrawn"
    state = case.as_of(period.last).entry_state
    verdict = entry_in_force(state, on=period.last, regime=regime).verdict if state else Verdict.NO
    if verdict in _IN_FORCE:
        yield _IN_FORCE[verdict]
