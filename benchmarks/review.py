"""A review of a file of 100 records: medians in milliseconds. Run: ``python benchmarks/review.py``.

The file is made once; each review is a new one, so nothing is kept between two but what a regime keeps for its rules.
"""

import datetime as dt
import random
import statistics
import time
from collections.abc import Callable

from jscredit.records import (
    CreditFile,
    CreditRecord,
    Kind,
    Listed,
    ListEntry,
    ListSide,
    Procedure,
    Severity,
    Subject,
    SubjectType,
    Supplied,
)
from jscredit.review import Matter, Review, credit_review

ON = dt.date(2020, 6, 1)
RECORDS, ROUNDS = 100, 31
SHOP = Subject(type=SubjectType.LEGAL_PERSON, name="虚构商贸有限公司", established_on=dt.date(2005, 1, 1))
KINDS = (Kind.PENALTY, Kind.PENALTY, Kind.PENALTY, Kind.TAX_ARREARS, Kind.VIOLATION, Kind.ADMINISTRATIVE_LICENCE)


def some_file(severities: tuple[Severity | None, ...]) -> CreditFile:
    pick = random.Random(25)  # noqa: S311
    records = [
        CreditRecord(
            id=f"R{n}",
            subject=SHOP,
            kind=pick.choice(KINDS),
            procedure=pick.choice(tuple(Procedure)),
            reflects_credit=True,
            also_qualification=False,
            determined_on=ON - dt.timedelta(pick.randrange(1500)),
            severity=pick.choice(severities),
        )
        for n in range(RECORDS)
    ]
    before = ON - dt.timedelta(1)
    changes = [Supplied(day=before, known_on=before, citation="M16", record=record) for record in records]
    entry = ListEntry(
        id="E1",
        side=ListSide.BLACK,
        subject=SHOP,
        determined_on=dt.date(2017, 3, 1),
        valid_from=dt.date(2017, 3, 1),
        valid_until=dt.date(2019, 2, 28),
    )
    listed = Listed(day=ON, known_on=ON, citation="M17", entry=entry)
    return CreditFile(SHOP, (*changes, listed), dt.date(2010, 1, 1))


def review(file: CreditFile, on: dt.date) -> Review:
    return credit_review(file, matter=Matter.PUBLIC_RESOURCE_TRADING, on=on)


def answered(file: CreditFile, on: dt.date = ON) -> object:
    """The outcome and every list of what counts and what does not."""
    found = review(file, on)
    return (
        found.outcome,
        found.missing,
        found.failures,
        found.entries,
        found.monitoring,
        found.left_out,
        found.by_kind,
    )


def milliseconds(call: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter_ns()
        call()
        times.append(time.perf_counter_ns() - begin)
    return statistics.median(times) / 1e6


def main() -> None:
    known, unknown = some_file((Severity.GENERAL, Severity.SERIOUS)), some_file((None,))
    print(f"{RECORDS} records, median of {ROUNDS}, ms")
    for name, call in {
        "outcome": lambda: review(known, ON).outcome,
        "outcome and all lists": lambda: answered(known),
        "the same, the last change not yet known": lambda: answered(known, ON - dt.timedelta(1)),
        "outcome, no severity known": lambda: review(unknown, ON).outcome,
        "outcome and all lists, no severity known": lambda: answered(unknown),
        "the outcome over time": lambda: review(known, ON).timeline,
        "text": lambda: review(known, ON).explain("zh"),
        "public JSON": lambda: review(known, ON).to_public_json(),
    }.items():
        print(f"  {name:<44}{milliseconds(call):>9.2f}")


if __name__ == "__main__":
    main()
