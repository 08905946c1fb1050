"""One report on collection and use for a period (M40), as a value, as JSON, as text, as rows and as a page."""

from collections.abc import Iterator
from typing import ClassVar

from pydantic.dataclasses import dataclass

from jscredit.errors import Label, Lang
from jscredit.measures import LoopStatistics
from jscredit.records import Document
from jscredit.records.value import STRICT
from jscredit.statistics.counts import Counts, Figure
from jscredit.statistics.coverage import CoverageRate
from jscredit.statistics.failures import FailureCount
from jscredit.statistics.lists import ListCount
from jscredit.statistics.loops import loop_figures
from jscredit.statistics.objections import ObjectionCount
from jscredit.statistics.page import report_page
from jscredit.statistics.period import ReportPeriod
from jscredit.statistics.repairs import RepairCount
from jscredit.statistics.reviews import ReviewCount
from jscredit.statistics.supplied import supply_figures
from jscredit.supply import SupplyReport

_HEAD = Label(
    "公共信用信息归集应用情况（{first}至{last}，截至{on}）",
    "Collection and use of public credit information ({first} to {last}, as of {on})",
)


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class GovernanceReport(Document):
    """What happened in a period, counted by body (M40, J27, G1.3). See ``governance_report``.

    Attributes:
        period: the period, and the day as of which it is told.
        supply: what each provider supplied, how timely and how complete; None where no deliveries were given.
        failures, objections, repairs, lists, reviews: the counts of each part.
        measures: what each body did about joint measures (J27); None where they were not counted.
        coverage: the four rates of G1.3, as far as they were counted.
    """

    schema_name: ClassVar[str] = "jscredit.governance-report"

    period: ReportPeriod
    supply: SupplyReport | None = None
    failures: tuple[FailureCount, ...] = ()
    objections: tuple[ObjectionCount, ...] = ()
    repairs: tuple[RepairCount, ...] = ()
    lists: tuple[ListCount, ...] = ()
    reviews: tuple[ReviewCount, ...] = ()
    measures: LoopStatistics | None = None
    coverage: tuple[CoverageRate, ...] = ()

    @property
    def title(self) -> Label:
        """What the report is about."""
        return _HEAD.filled(first=self.period.first, last=self.period.last, on=self.period.on)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every number, one to a row, in the order of the parts: what a sheet holds."""
        return tuple(self._figures())

    def _figures(self) -> Iterator[Figure]:
        if self.supply is not None:
            yield from supply_figures(self.supply)
        parts: tuple[tuple[Counts, ...], ...] = (
            self.failures,
            self.objections,
            self.repairs,
            self.lists,
            self.reviews,
        )
        for part in parts:
            for counted in part:
                yield from counted.figures()
        if self.measures is not None:
            yield from loop_figures(self.measures)

    def explain(self, lang: Lang = "zh") -> str:
        """The report as text, in Chinese unless told; what is 0 is left out."""
        return "\n".join([self.title.text(lang), *_lines(self, lang)])

    def to_html(self, lang: Lang = "zh") -> str:
        """The report as one self-contained page in both languages, to be read or printed."""
        return report_page(self.title, self.figures, self.coverage, lang)

    def _repr_html_(self) -> str:
        return self.to_html()


def _lines(report: GovernanceReport, lang: Lang) -> Iterator[str]:
    stop = "：" if lang == "zh" else ": "
    for one in report.figures:
        if one.number:
            names = (one.section, one.body, one.of, one.what)
            yield f"{' · '.join(name.text(lang) for name in names if name.text(lang))}{stop}{one.number}"
    yield from (rate.line.text(lang) for rate in report.coverage)
