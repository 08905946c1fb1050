"""M40, M34, M35: the repairs of a period."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import ClassVar

from pydantic.dataclasses import dataclass

from jscredit.errors import Label
from jscredit.records.bodies import grouped_by_body
from jscredit.records.value import STRICT
from jscredit.repair import Adopted, Applied, Refusal, RepairCase
from jscredit.statistics.counts import Count, Counts, tally
from jscredit.statistics.period import ReportPeriod


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class RepairCount(Counts):
    """The repairs for which one body was asked in the period, as they stand as of the report's day.

    Attributes:
        applied: how many.
        adopted: how many were adopted since.
        refused: how many were refused since; the rest is still on its way.
        on_the_way: neither.
    """

    section: ClassVar[Label] = Label("信用修复", "repairs")
    names: ClassVar[dict[str, Label]] = {
        "applied": Label("申请", "applied for"),
        "adopted": Label("已修复", "adopted"),
        "refused": Label("不予修复", "refused"),
        "on_the_way": Label("办理中", "on the way"),
    }

    applied: Count
    adopted: Count
    refused: Count
    on_the_way: Count


def count_repairs(cases: Iterable[RepairCase], period: ReportPeriod) -> tuple[RepairCount, ...]:
    """The repairs applied for in the period, by the body that was asked."""
    known = (case.as_of(period.on) for case in cases)
    asked = [(case, one.addressee) for case in known if (one := case.last(Applied)) and period.holds(one.on)]
    found = []
    for places in grouped_by_body([body for _, body in asked]):
        numbers = Counter(name for place in places for name in _named(asked[place][0]))
        found.append(RepairCount(body=asked[places[0]][1], **tally(RepairCount.names, numbers)))
    return tuple(found)


def _named(case: RepairCase) -> Iterator[str]:
    yield "applied"
    yield "adopted" if case.last(Adopted) else "refused" if case.last(Refusal) else "on_the_way"
