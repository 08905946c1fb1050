"""Statistics: one report on collection and use for a period, counted by body (M40, J27, G1.3)."""

from jscredit.rules import Quantity, Rule, Term
from jscredit.statistics.counts import Counts, Figure
from jscredit.statistics.coverage import CoverageRate, coverage_rates
from jscredit.statistics.failures import FailureCount, count_failures
from jscredit.statistics.lists import ListCount, count_lists
from jscredit.statistics.loops import count_loops
from jscredit.statistics.making import governance_report
from jscredit.statistics.objections import ObjectionCount, count_objections
from jscredit.statistics.period import NEXT_REPORT, REPORT_INTERVAL, ReportPeriod, next_report
from jscredit.statistics.repairs import RepairCount, count_repairs
from jscredit.statistics.report import GovernanceReport
from jscredit.statistics.reviews import ReviewCount, ReviewMade, count_reviews

RULES: tuple[Rule | Quantity, ...] = (NEXT_REPORT,)
TERMS: tuple[Term, ...] = (REPORT_INTERVAL,)
CLAUSES: tuple[str, ...] = ("M40", "J27", "G1.3")

__all__ = [
    "CLAUSES",
    "NEXT_REPORT",
    "REPORT_INTERVAL",
    "RULES",
    "TERMS",
    "Counts",
    "CoverageRate",
    "FailureCount",
    "Figure",
    "GovernanceReport",
    "ListCount",
    "ObjectionCount",
    "RepairCount",
    "ReportPeriod",
    "ReviewCount",
    "ReviewMade",
    "count_failures",
    "count_lists",
    "count_loops",
    "count_objections",
    "count_repairs",
    "count_reviews",
    "coverage_rates",
    "governance_report",
    "next_report",
]
