"""M40, J27, G1.3: everything that a department holds of a period, counted once."""

from collections.abc import Iterable

from jscredit.catalog import Catalogue
from jscredit.government import CoverageCount
from jscredit.listing import BlackListCase, RedListCase
from jscredit.measures import MeasureLoopCase
from jscredit.objection import ObjectionCase
from jscredit.repair import RepairCase
from jscredit.rules import JIANGSU_2018, Regime
from jscredit.statistics.coverage import coverage_rates
from jscredit.statistics.failures import count_failures
from jscredit.statistics.lists import count_lists
from jscredit.statistics.loops import count_loops
from jscredit.statistics.objections import count_objections
from jscredit.statistics.period import ReportPeriod
from jscredit.statistics.repairs import count_repairs
from jscredit.statistics.report import GovernanceReport
from jscredit.statistics.reviews import ReviewMade, count_reviews
from jscredit.supply import Delivery, supply_report


def governance_report(  # noqa: PLR0913 - one argument for each kind of thing that a report counts
    period: ReportPeriod,
    *,
    deliveries: Iterable[Delivery] | None = None,
    objections: Iterable[ObjectionCase] = (),
    repairs: Iterable[RepairCase] = (),
    listings: Iterable[RedListCase | BlackListCase] = (),
    loops: Iterable[MeasureLoopCase] | None = None,
    reviews: Iterable[ReviewMade] = (),
    coverage: Iterable[CoverageCount] = (),
    catalogue: Catalogue | None = None,
    regime: Regime = JIANGSU_2018,
) -> GovernanceReport:
    """The report on collection and use for a period (M40), with the joint measures (J27) and the rates (G1.3).

    Args:
        period: the period, and the day as of which everything is told.
        deliveries: what the providers supplied; None: not to be counted.
        objections: the cases, whole; each is read as it stood at the end of the report's day.
        repairs: likewise.
        listings: likewise, red and black.
        loops: the joint measures, likewise; None: not to be counted.
        reviews: the credit reviews made; ``ReviewMade.of`` makes one of a review.
        coverage: the rates of G1.3 as they were counted.
        catalogue: the update cycles and required fields, for timeliness and completeness.
        regime: the law with its settings.

    >>> from datetime import date
    >>> year = ReportPeriod(first=date(2020, 1, 1), last=date(2020, 12, 31), on=date(2021, 1, 8))
    >>> print(governance_report(year).explain("en"))
    Collection and use of public credit information (2020-01-01 to 2020-12-31, as of 2021-01-08)
    """
    given = tuple(deliveries) if deliveries is not None else None
    supply = (
        None
        if given is None
        else supply_report(given, first=period.first, last=period.last, catalogue=catalogue, regime=regime)
    )
    return GovernanceReport(
        period=period,
        supply=supply,
        failures=count_failures(given or (), period, regime=regime),
        objections=count_objections(objections, period, regime=regime),
        repairs=count_repairs(repairs, period),
        lists=count_lists(listings, period, regime=regime),
        reviews=count_reviews(reviews, period),
        measures=None if loops is None else count_loops(loops, period, regime=regime),
        coverage=coverage_rates(coverage, period, regime=regime),
    )
