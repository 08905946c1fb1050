"""G1.3: the four rates as a report keeps them; how they are judged stands with the government's clauses."""

from collections.abc import Iterable

from pydantic.dataclasses import dataclass

from jscredit.errors import Label
from jscredit.government import CoverageCount, CoverageTarget, coverage_of
from jscredit.records import Value
from jscredit.records.value import STRICT
from jscredit.rules import JIANGSU_2018, Regime, Verdict
from jscredit.statistics.counts import Count
from jscredit.statistics.period import ReportPeriod

_KNOWN = Label("{name}覆盖率：{covered}/{to_cover}{short}", "coverage of {name}: {covered}/{to_cover}{short}")
_OPEN = Label("{name}覆盖率：待定", "coverage of {name}: undetermined")
_SHORT = Label("（2020年底后仍未达到100%）", " (below 100 % after the end of 2020)")
_ANSWERS = {Verdict.YES: True, Verdict.NO: False, Verdict.UNDETERMINED: None}


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class CoverageRate(Value):
    """One of the four rates. ``None`` means *not known*.

    Attributes:
        target: which one.
        covered, to_cover: its numerator and its denominator.
        falls_short: whether it is below 100 % after the day of the goal.
    """

    target: CoverageTarget
    covered: Count | None = None
    to_cover: Count | None = None
    falls_short: bool | None = None

    @property
    def line(self) -> Label:
        """The rate as a line."""
        name = self.target.label
        if self.covered is None or self.to_cover is None:
            return Label(_OPEN.zh.format(name=name.zh), _OPEN.en.format(name=name.en))
        short = _SHORT if self.falls_short else Label("", "")
        numbers = {"covered": self.covered, "to_cover": self.to_cover}
        return Label(
            _KNOWN.zh.format(name=name.zh, short=short.zh, **numbers),
            _KNOWN.en.format(name=name.en, short=short.en, **numbers),
        )


def coverage_rates(
    counts: Iterable[CoverageCount], period: ReportPeriod, *, regime: Regime = JIANGSU_2018
) -> tuple[CoverageRate, ...]:
    """The rates on the last day of the period."""
    found = coverage_of(counts, on=period.last, regime=regime)
    return tuple(
        CoverageRate(
            target=count.target,
            covered=count.covered,
            to_cover=count.to_cover,
            falls_short=_ANSWERS[decision.verdict],
        )
        for count, decision in zip(found.counts, found.short, strict=True)
    )
