"""The table that answers every question about working days in a look-up or two."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from jscredit.deadlines.days import is_weekend
from jscredit.deadlines.faults import before_calendar, not_announced
from jscredit.errors import Label

_DAY = timedelta(1)
WEEKEND = Label("周末", "weekend")


@dataclass(frozen=True, slots=True)
class DayRules:
    """Which days differ from their weekday, and why, before they become a table.

    ``announced`` is the last day of the last year with a notice; the table runs on to ``last`` where a forecast does.
    """

    first: date
    announced: date
    last: date
    off: dict[date, Label]
    made_up: dict[date, Label]
    edition: str


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Days from ``rules.first`` to ``rules.last``: one byte each (1 works), the running count, the working days.

    Nothing in it is changed once it is built, so threads share it.
    """

    rules: DayRules
    working: bytes
    rank: dict[date, int]
    days: tuple[date, ...]

    def rank_of(self, day: date) -> int:
        """How many working days the table has up to and including a day.

        Raises:
            CalendarNotAnnounced: the day is not in the table.
        """
        rank = self.rank.get(day)
        if rank is None:
            raise before_calendar(day.year, self.rules.first) if day < self.rules.first else not_announced(day.year)
        return rank

    def works(self, day: date) -> bool:
        """Whether a day of the table is a working day.

        Raises:
            CalendarNotAnnounced: the day is not in the table.
        """
        self.rank_of(day)
        return bool(self.working[(day - self.rules.first).days])

    def last_start(self, n: int) -> date | None:
        """The last day from which ``n`` working days still end inside the table."""
        wanted = len(self.days) - n
        if wanted < 0:
            return None
        return self.days[wanted] - _DAY if self.days[wanted] > self.rules.first else None


def build_table(rules: DayRules) -> Table:
    """The table of these rules."""
    length = (rules.last - rules.first).days + 1
    every = [rules.first + timedelta(offset) for offset in range(length)]
    working = bytes(_is_working(day, rules) for day in every)
    rank = dict(zip(every, accumulate(working), strict=True))
    return Table(rules, working, rank, tuple(day for day, flag in zip(every, working, strict=True) if flag))


def _is_working(day: date, rules: DayRules) -> bool:
    return day in rules.made_up or (not is_weekend(day) and day not in rules.off)
