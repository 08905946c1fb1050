"""G3, G1.2: promises of government, made, due, kept or broken on a day."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Self

from pydantic import model_validator
from pydantic.dataclasses import dataclass as value

from jscredit.errors import Fault, Label
from jscredit.government.events import event_faults, infer_events
from jscredit.government.promise_change import PromiseChange, non_performance
from jscredit.government.promise_rules import BROKEN, CHANGED, CHANGED_LAWFULLY, DUE, KEPT, MADE
from jscredit.government.promise_rules import FACTS as PROMISE_FACTS
from jscredit.government.telling import Line, Told
from jscredit.government.vocabulary import GovernmentField
from jscredit.records import Document, Subject, Vocabulary
from jscredit.records.value import STRICT, Day, Text, refuse
from jscredit.rules import JIANGSU_2018, Decision, Regime, Verdict


class ServicePromiseKind(Vocabulary):
    """The three kinds of promise about services whose keeping is recorded (G1.2)."""

    SERVICE_QUALITY = "service_quality", "行政服务质量承诺", "promise of service quality"
    TIME_LIMIT = "time_limit", "期限承诺", "promise of a time limit"
    GUARANTEE = "guarantee", "保障承诺", "promise of a guarantee"


class GovernmentTradingField(Vocabulary):
    """The markets in which governments themselves trade and keep their agreements; the list is open (G1.2)."""

    DEBT_FINANCING = "debt_financing", "债务融资", "debt financing"
    GOVERNMENT_PROCUREMENT = "government_procurement", "政府采购", "government procurement"
    TENDERING = "tendering", "招标投标", "tendering"


class CommitmentStatus(Vocabulary):
    """What has become of a promise."""

    NOT_MADE = "not_made", "尚未作出", "not made yet"
    MADE = "made", "已作出，未到期", "made, and not due yet"
    DUE = "due", "已到期", "due"
    KEPT = "kept", "已履行", "kept"
    BROKEN = "broken", "违背", "broken"
    LAWFULLY_CHANGED = "lawfully_changed", "已依法变更", "lawfully changed"


@value(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Commitment(Document):
    """One promise or agreement of a government, a department, a township. ``None`` means *not known*, never *no*.

    Attributes:
        id: its number.
        promiser: who promised.
        text: what was promised.
        field: in which of the seven fields.
        service: of a promise about services, which kind.
        promised_on: the day on which it was made.
        has_due_day: whether it is to be performed by a day.
        due_on: the last day for it.
        performed: whether it was performed.
        performed_on: the day on which it was wholly performed.
        withdrawn: whether the promiser has said that it will not perform.
        withdrawn_on: the day on which it said so.
        changed: whether it was changed or given up.
        change: why and how.

    Raises:
        pydantic.ValidationError: ``government.day-without-event``; ``commitment.before-it-was-made`` for a day before
            the promise.
    """

    schema_name: ClassVar[str] = "jscredit.commitment"

    id: Text
    promiser: Subject
    text: Text | None = None
    field: GovernmentField | None = None
    service: ServicePromiseKind | None = None
    promised_on: Day | None = None
    has_due_day: bool | None = None
    due_on: Day | None = None
    performed: bool | None = None
    performed_on: Day | None = None
    withdrawn: bool | None = None
    withdrawn_on: Day | None = None
    changed: bool | None = None
    change: PromiseChange | None = None

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        refuse("Commitment", self._faults())
        infer_events(self, _EVENTS)
        return self

    def _faults(self) -> Iterator[Fault]:
        yield from event_faults(self, _EVENTS, "G3")
        later = (self.due_on, self.performed_on, self.withdrawn_on, self.change.changed_on if self.change else None)
        if self.promised_on and any(day is not None and day < self.promised_on for day in later):
            yield _BEFORE_IT_WAS_MADE


@dataclass(frozen=True, slots=True)
class CommitmentStanding(Told):
    """How a promise stands on a day, each question with its answer.

    Attributes:
        made, broken, kept, changed, due: the five decisions.
    """

    schema_name: ClassVar[str] = "jscredit.commitment-standing"

    made: Decision
    broken: Decision
    kept: Decision
    changed: Decision
    due: Decision

    @property
    def status(self) -> CommitmentStatus | None:
        """The status; None where a missing fact leaves it open."""
        if self.made.verdict is not Verdict.YES:
            return CommitmentStatus.NOT_MADE if self.made.verdict is Verdict.NO else None
        for decision, status in zip(self.decisions[1:], _IN_ORDER, strict=True):
            if decision.verdict is not Verdict.NO:
                return status if decision.verdict is Verdict.YES else None
        return CommitmentStatus.MADE

    @property
    def lines(self) -> tuple[Line, ...]:
        """The status."""
        return (Line("status", Label("承诺状态", "the promise is"), self.status),)

    @property
    def open(self) -> tuple[Decision, ...]:
        """The decision at which the status stays open."""
        in_order = (decision for decision in self.decisions if decision.verdict is Verdict.UNDETERMINED)
        return () if self.status is not None else tuple(in_order)[:1]

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The five decisions."""
        return (self.made, self.broken, self.kept, self.changed, self.due)


def commitment_standing(commitment: Commitment, *, on: date, regime: Regime = JIANGSU_2018) -> CommitmentStanding:
    """How a promise stands on a day. Whether it was changed lawfully is asked for the same day.

    >>> by_may = Commitment(
    ...     id="1",
    ...     promiser=Subject(name="虚构市政府"),
    ...     promised_on=date(2020, 1, 6),
    ...     due_on=date(2020, 5, 31),
    ...     performed=False,
    ...     withdrawn=False,
    ...     changed=False,
    ... )
    >>> [commitment_standing(by_may, on=date(2020, month, 1)).status.value for month in (1, 5, 6)]
    ['not_made', 'made', 'broken']
    """
    row = commitment_row(commitment, on=on, regime=regime)
    return CommitmentStanding(*(rule.decide(row, on=on, regime=regime) for rule in (MADE, BROKEN, KEPT, CHANGED, DUE)))


def commitment_row(commitment: Commitment, *, on: date, regime: Regime) -> dict[str, Any]:
    """The facts of the five rules."""
    change = commitment.change
    lawful = _ANSWER[non_performance(change, on=on, regime=regime).lawful.verdict] if change else None
    return {
        **{fact.name: getattr(commitment, fact.name, None) for fact in PROMISE_FACTS},
        CHANGED_LAWFULLY.name: False if commitment.changed is False else lawful,
        "changed_on": change and change.changed_on,
    }


def count_commitments(
    commitments: Iterable[Commitment], *, on: date, regime: Regime = JIANGSU_2018
) -> dict[CommitmentStatus | None, int]:
    """How many promises stand how on a day; under None those that a missing fact leaves open."""
    statuses = Counter(commitment_standing(each, on=on, regime=regime).status for each in commitments)
    return {status: statuses[status] for status in (*CommitmentStatus, None)}


_IN_ORDER = (CommitmentStatus.BROKEN, CommitmentStatus.KEPT, CommitmentStatus.LAWFULLY_CHANGED, CommitmentStatus.DUE)
_ANSWER = {Verdict.YES: True, Verdict.NO: False, Verdict.UNDETERMINED: None}
_EVENTS = (
    ("has_due_day", "due_on"),
    ("performed", "performed_on"),
    ("withdrawn", "withdrawn_on"),
    ("changed", "change"),
)
_BEFORE_IT_WAS_MADE = Fault(
    code="commitment.before-it-was-made",
    message=Label("期限、履行或者撤回早于承诺之日", "a day of the promise lies before the promise"),
    cure=Label("请核对各个日期", "check the days"),
    field="promised_on",
    clause="G3",
)
