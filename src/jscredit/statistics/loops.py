"""J27: the joint measures that were initiated in a period, as rows of the report."""

from collections.abc import Iterable, Iterator

from jscredit.errors import Label
from jscredit.measures import Initiated, LoopStatistics, MeasureLoopCase, loop_statistics
from jscredit.measures.loop_counts import COLUMNS
from jscredit.rules import JIANGSU_2018, Regime
from jscredit.statistics.counts import Figure, body_label
from jscredit.statistics.period import ReportPeriod

_SECTION = Label("联合奖惩", "joint measures")
_OF = {"entries": Label("名单条目", "entries"), "measures": Label("措施", "measures")}


def count_loops(
    cases: Iterable[MeasureLoopCase], period: ReportPeriod, *, regime: Regime = JIANGSU_2018
) -> LoopStatistics:
    """What each body did about the measures initiated in the period, as it stood on the report's day."""
    begun = ((case, case.last(Initiated)) for case in cases)
    own = (case for case, initiated in begun if initiated is not None and period.holds(initiated.on))
    return loop_statistics(own, on=period.on, regime=regime)


def loop_figures(found: LoopStatistics) -> Iterator[Figure]:
    """The numbers of each body: of entries, and of measures on them."""
    for one in found.bodies:
        for of, label in _OF.items():
            for name, what in COLUMNS.items():
                yield Figure(_SECTION, body_label(one.body), label, what, getattr(getattr(one, name), of))
