"""Days that the law counts: working days by the State Council's notices, calendar periods, deadlines."""

from typing import TYPE_CHECKING

from jscredit.deadlines.days import as_day
from jscredit.deadlines.periods import CalendarPeriod, Days, Months, Period, WorkingDays, Years, add_period
from jscredit.deadlines.work_calendar import WorkCalendar, add_working_days, default_calendar
from jscredit.deferred import deferred

if TYPE_CHECKING:
    from jscredit.deadlines.bulk import add_working_days_bulk
    from jscredit.deadlines.functions import deadline, is_working_day, working_days_between
    from jscredit.deadlines.model import Deadline, SkippedDay
    from jscredit.deadlines.notice import Closures, Notice

__getattr__ = deferred(
    __name__,
    bulk=("add_working_days_bulk",),
    functions=("deadline", "is_working_day", "working_days_between"),
    model=("Deadline", "SkippedDay"),
    notice=("Closures", "Notice"),
)

__all__ = [
    "CalendarPeriod",
    "Closures",
    "Days",
    "Deadline",
    "Months",
    "Notice",
    "Period",
    "SkippedDay",
    "WorkCalendar",
    "WorkingDays",
    "Years",
    "add_period",
    "add_working_days",
    "add_working_days_bulk",
    "as_day",
    "deadline",
    "default_calendar",
    "is_working_day",
    "working_days_between",
]
