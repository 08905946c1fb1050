"""Working-day arithmetic beside its peers: medians of one run, their ratios, and how many answers differ.

Run: ``python benchmarks/deadlines.py``. Needs numpy and pandas.
"""

import random
import statistics
import time
from collections.abc import Callable
from datetime import date, timedelta

import chinese_calendar
import holidays
import numpy as np
import pandas as pd

from jscredit.deadlines import Deadline, WorkingDays, add_working_days, add_working_days_bulk, deadline
from jscredit.deadlines import default_calendar as calendar

N = 10
ROUNDS = 15
FIRST, LAST = date(2007, 1, 1), date(2026, 12, 1)
BULK = 1_000_000


def some_starts(count: int) -> list[date]:
    """The same days each time, evenly spread."""
    pick = random.Random(20180129)  # noqa: S311
    return [FIRST + timedelta(pick.randrange((LAST - FIRST).days + 1)) for _ in range(count)]


def nanoseconds(call: Callable[[date, int], object], starts: list[date]) -> float:
    """One round: the mean time of a call over the starts, the loop's own cost taken off."""
    begin = time.perf_counter_ns()
    for _ in starts:
        pass
    middle = time.perf_counter_ns()
    for start in starts:
        call(start, N)
    return (time.perf_counter_ns() - middle - (middle - begin)) / len(starts)


def bulk_nanoseconds(call: Callable[[np.ndarray], object], starts: np.ndarray) -> float:
    begin = time.perf_counter_ns()
    call(starts)
    return (time.perf_counter_ns() - begin) / starts.size


def days_off() -> np.ndarray:
    every = np.arange(calendar().covered_from, calendar().covered_through + timedelta(1), dtype="datetime64[D]")
    return np.array([day for day in every.tolist() if not calendar().is_working_day(day)], "datetime64[D]")


def offsets() -> tuple[np.busdaycalendar, pd.offsets.CustomBusinessDay]:
    """A week of seven working days and each day off as a holiday: the only way to have working weekends there."""
    off = days_off()
    seven = np.busdaycalendar(weekmask="1111111", holidays=off)
    return seven, pd.offsets.CustomBusinessDay(N, weekmask="Mon Tue Wed Thu Fri Sat Sun", holidays=off.tolist())


def row(name: str, value: float, base: float, wrong: str = "") -> None:
    print(f"{name:<58}{value:>12,.1f} ns{value / base:>12,.1f} x  {wrong}")


def scalar(seven: np.busdaycalendar, business: pd.offsets.CustomBusinessDay) -> None:
    china = holidays.country_holidays("CN", years=range(FIRST.year, LAST.year + 1))
    period = WorkingDays(N)
    calls: dict[str, tuple[int, Callable[[date, int], object]]] = {
        "jscredit add_working_days": (20_000, add_working_days),
        "jscredit deadline (the whole Deadline)": (5_000, lambda start, _: deadline(start, period)),
        "numpy busday_offset, one day": (
            2_000,
            lambda start, n: np.busday_offset(start, n, roll="backward", busdaycal=seven).item(),
        ),
        "pandas CustomBusinessDay": (500, lambda start, _: (pd.Timestamp(start) + business).date()),
        "holidays get_nth_working_day": (200, china.get_nth_working_day),
        "chinese_calendar find_workday": (50, lambda start, n: chinese_calendar.find_workday(n, start)),
    }
    starts = some_starts(20_000)
    medians = {
        name: statistics.median(nanoseconds(call, starts[:count]) for _ in range(ROUNDS))
        for name, (count, call) in calls.items()
    }
    base = medians["jscredit add_working_days"]
    print(f"One start, n = {N}: median of {ROUNDS} rounds; answers that differ from ours")
    for name, (_, call) in calls.items():
        row(name, medians[name], base, differing(call))


def differing(call: Callable[[date, int], object]) -> str:
    starts = [FIRST + timedelta(offset) for offset in range(0, (LAST - FIRST).days + 1, 4)]
    wrong = sum(day_of(call(start, N)) != add_working_days(start, N) for start in starts)
    return f"{wrong / len(starts):.1%} of {len(starts)}"


def day_of(answer: object) -> object:
    return answer.due if isinstance(answer, Deadline) else answer


def bulk(seven: np.busdaycalendar) -> None:
    starts = np.array(some_starts(BULK), "datetime64[D]")

    def peer(days: np.ndarray) -> np.ndarray:
        return np.busday_offset(days, N, roll="backward", busdaycal=seven)

    ours = statistics.median(
        bulk_nanoseconds(lambda days: add_working_days_bulk(days, N), starts) for _ in range(ROUNDS)
    )
    theirs = statistics.median(bulk_nanoseconds(peer, starts) for _ in range(3))
    wrong = (add_working_days_bulk(starts, N) != peer(starts)).mean()
    print(f"\n{BULK:,} starts in one array, n = {N}: median time of one start")
    row("jscredit add_working_days_bulk", ours, ours)
    row("numpy busday_offset, seven-day mask", theirs, ours, f"{wrong:.1%}")


def main() -> None:
    seven, business = offsets()
    print(f"calendar: {calendar().edition}, through {calendar().covered_through}\n")
    scalar(seven, business)
    bulk(seven)
    starts = [FIRST + timedelta(offset) for offset in range((LAST - FIRST).days + 1)]
    off = sum(not calendar().is_working_day(start) for start in starts)
    print(
        f"\nStarts from {FIRST} to {LAST} that are days off, where find_workday is a day late: {off / len(starts):.1%}"
    )


if __name__ == "__main__":
    main()
