"""The records of a large sheet checked by two processes, where the system can make a second one as it stands."""

import os
from collections.abc import Iterable, Sequence
from multiprocessing import get_all_start_methods, get_context
from typing import Any

from jscredit.cli.console import walked
from jscredit.cli.shared_checks import Answers, SharedChecks
from jscredit.records import CreditRecord

_LARGE = 5_000


def answers_of(records: Sequence[CreditRecord], checks: SharedChecks) -> list[Answers]:
    """The answers for each record, with progress."""
    if len(records) < _LARGE or (os.cpu_count() or 1) == 1 or "fork" not in get_all_start_methods():
        return [checks.of(record) for record in walked(records)]
    # Records determined on one day have the most in common, so they are checked together.
    theirs = [record for record in records if _is_theirs(record)]
    context = get_context("fork")
    receiving, sending = context.Pipe(duplex=False)
    second = context.Process(target=send_answers, args=(sending, theirs, checks), daemon=True)
    second.start()
    sending.close()
    mine = iter([checks.of(record) for record in walked([each for each in records if not _is_theirs(each)])])
    others = iter(_received(receiving, theirs, checks))
    second.join()
    return [next(others if _is_theirs(record) else mine) for record in records]


def send_answers(sending: Any, records: Iterable[CreditRecord], checks: SharedChecks) -> None:
    """What the second process does."""
    sending.send([checks.of(record) for record in records])
    sending.close()


def _received(receiving: Any, records: Iterable[CreditRecord], checks: SharedChecks) -> list[Answers]:
    try:
        answers: list[Answers] = receiving.recv()
    except EOFError:  # the second process was ended from outside: then this one does its work
        return [checks.of(record) for record in records]
    return answers


def _is_theirs(record: CreditRecord) -> bool:
    day = record.determined_on
    return day is not None and day.toordinal() % 2 == 1
