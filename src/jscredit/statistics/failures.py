"""M40, M9: the failures that came in during a period, by body, kind and severity."""

from collections import Counter
from collections.abc import Iterable
from typing import ClassVar

from pydantic.dataclasses import dataclass

from jscredit.classification import classify
from jscredit.errors import Label
from jscredit.records import Body, Category, CreditRecord, Kind, Severity
from jscredit.records.bodies import grouped_by_body
from jscredit.records.value import STRICT
from jscredit.rules import JIANGSU_2018, Regime
from jscredit.statistics.counts import Count, Counts, joined
from jscredit.statistics.period import ReportPeriod
from jscredit.supply import Delivery, deduplicate

_NOT_GRADED = Label("轻重未定", "severity not known")


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class FailureCount(Counts):
    """How many failures of one kind and severity a body supplied.

    Attributes:
        kind: the kind of record.
        severity: how grave; None where it is not known.
        failures: records that are negative information.
        not_classed: records whose class missing facts leave open; they may be failures.
    """

    section: ClassVar[Label] = Label("失信信息", "failures")
    names: ClassVar[dict[str, Label]] = {
        "failures": Label("负面信息", "negative records"),
        "not_classed": Label("类别待定", "class undetermined"),
    }

    kind: Kind
    severity: Severity | None = None
    failures: Count
    not_classed: Count

    @property
    def of(self) -> Label:
        """The kind and the severity."""
        return joined(self.kind.label, self.severity.label if self.severity else _NOT_GRADED)


def count_failures(
    deliveries: Iterable[Delivery], period: ReportPeriod, *, regime: Regime = JIANGSU_2018
) -> tuple[FailureCount, ...]:
    """The failures that were received in the period; a record that came more than once counts once (M16).

    It counts for the body of its first copy. Copies that contradict each other are all kept, so all of them count.
    """
    inside = [one for one in deliveries if period.holds(one.received_on)]
    kept = deduplicate(inside).kept
    bodies = [inside[one.places[0]].body for one in kept]
    return tuple(
        each
        for places in grouped_by_body(bodies)
        for each in _counts(bodies[places[0]], [kept[place].record for place in places], regime)
    )


def _counts(body: Body | None, records: Iterable[CreditRecord], regime: Regime) -> Iterable[FailureCount]:
    found: Counter[tuple[Kind, Severity | None, Category | None]] = Counter()
    for record in records:
        answer = classify(record, regime=regime)
        if answer.category is Category.NEGATIVE or answer.missing:
            found[record.kind, record.severity, answer.category] += 1
    for kind, severity in dict.fromkeys((kind, severity) for kind, severity, _ in found):
        yield FailureCount(
            body=body,
            kind=kind,
            severity=severity,
            failures=found[kind, severity, Category.NEGATIVE],
            not_classed=found[kind, severity, None],
        )
