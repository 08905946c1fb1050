"""M40: the period of a report, and the day of the next one."""

from collections.abc import Iterator
from datetime import date
from typing import Self

from pydantic import model_validator
from pydantic.dataclasses import dataclass

from jscredit.deadlines import as_day
from jscredit.errors import Fault, Label
from jscredit.law import M
from jscredit.records import Value
from jscredit.records.value import STRICT, Day, refuse
from jscredit.rules import JIANGSU_2018, PERIOD, DayRange, Fact, Quantity, Regime, Term

_M40 = M.article(40)

REPORT_INTERVAL = Term("report-interval", PERIOD, Label("归集应用报告的间隔", "the interval between reports"), _M40)

LAST_REPORT_ON = Fact.day("last_report_on", Label("上次报告日", "the day of the report before"))

NEXT_REPORT = Quantity(
    "next-report", _M40, Label("下次报告日", "the day of the next report"), LAST_REPORT_ON + REPORT_INTERVAL
)


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ReportPeriod(Value):
    """What a report is about, and as of which day it is told.

    Attributes:
        first, last: the period, both days included.
        on: the day as of which everything is told, not before ``last``: what was due in the period may still be open.

    Raises:
        pydantic.ValidationError: ``report.reversed``, ``report.too-early``.
    """

    first: Day
    last: Day
    on: Day

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in the period; a day that is not known lies in none."""
        return day is not None and self.first <= day <= self.last

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        refuse("ReportPeriod", self._faults())
        return self

    def _faults(self) -> Iterator[Fault]:
        if self.last < self.first:
            yield _REVERSED
        if self.on < self.last:
            yield _TOO_EARLY


def next_report(last_report_on: date | None, *, regime: Regime = JIANGSU_2018) -> DayRange:
    """When the next report is due (M40): the law says "regularly", so the interval is for an agency to set.

    >>> next_report(date(2020, 1, 10)).missing
    ('report-interval',)
    """
    day = as_day(last_report_on, field="last_report_on") if last_report_on is not None else None
    return NEXT_REPORT.of({LAST_REPORT_ON.name: day}, regime=regime)


_REVERSED = Fault(
    code="report.reversed",
    message=Label("止日早于起日", "the last day is before the first"),
    cure=Label("请核对起止日期", "check the two days"),
    field="last",
    clause="M40",
)
_TOO_EARLY = Fault(
    code="report.too-early",
    message=Label("统计截至日早于期间止日", "the report is drawn up before its period has ended"),
    cure=Label("请在期间届满之日或以后统计", "draw it up on the last day of the period or later"),
    field="on",
    clause="M40",
)
