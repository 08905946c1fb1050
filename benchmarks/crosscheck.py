"""The cross-check of J6 at the size of a province: medians of one run, and the most memory that the process took.

Run: ``python benchmarks/crosscheck.py [candidates and entries, a million unless told]``. The values are plain Python
values, built first and not timed; one candidate in twenty is on a black list.
"""

import resource
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from jscredit.listing import ListSnapshot, red_list_removals, screen_red_list
from jscredit.records import ListEntry, ListSide, Subject, SubjectType
from oracles.identifiers import credit_check_digit, organisation_check_digit

DAY, LAST = date(2026, 3, 2), date(2028, 3, 1)
LISTS = 40
ROUNDS = 3


def subject(number: int, series: str) -> Subject:
    """An invented enterprise of one of two series."""
    organisation = f"M{series}{number:06d}"
    code = f"91329901{organisation}{organisation_check_digit(organisation)}"
    return Subject(
        type=SubjectType.LEGAL_PERSON,
        name=f"虚构{series}{number}号商贸有限公司",
        credit_code=code + credit_check_digit(code),
    )


def entries(side: ListSide, count: int, *, known: int) -> tuple[ListEntry, ...]:
    """Entries of enterprises of series A, as many as are to be known, and of series B."""
    return tuple(
        ListEntry(
            id=f"{side.value}{number}",
            side=side,
            subject=subject(number, "A" if number < known else "B"),
            valid_from=DAY,
            valid_until=LAST,
        )
        for number in range(count)
    )


def as_lists(side: ListSide, listed: tuple[ListEntry, ...]) -> tuple[ListSnapshot, ...]:
    return tuple(ListSnapshot(name=f"名单{n}", side=side, day=DAY, entries=listed[n::LISTS]) for n in range(LISTS))


def measured(name: str, call: Callable[[], object], rounds: int = ROUNDS) -> None:
    """Medians of the wall clock and of the processor's time: on a busy machine the two differ."""
    wall, cpu = [], []
    for _ in range(rounds):
        begin, worked = time.perf_counter(), time.process_time()
        call()
        wall.append(time.perf_counter() - begin)
        cpu.append(time.process_time() - worked)
    gib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    times = f"{statistics.median(wall):>8.2f} s, of the processor {statistics.median(cpu):.2f} s"
    print(f"{name:<48}{times}; process at most {gib:.2f} GiB", flush=True)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    candidates = tuple(subject(number, "A") for number in range(count))
    black = as_lists(ListSide.BLACK, entries(ListSide.BLACK, count, known=count // 20))
    print(f"{count:,} candidates, {count:,} entries on {LISTS} lists; medians of {ROUNDS}")
    found = screen_red_list(candidates, black=black, on=DAY)
    assert len(found.blocked) == count // 20
    assert len(found.cleared) == count - count // 20
    del found
    measured("screen_red_list", lambda: screen_red_list(candidates, black=black, on=DAY))
    new = tuple(entry for one in black for entry in one.entries)[: count // 100]
    red = as_lists(ListSide.RED, entries(ListSide.RED, count, known=count))
    measured(f"red_list_removals, {len(new):,} new entries", lambda: red_list_removals(new, red=red, on=DAY))


if __name__ == "__main__":
    main()
