"""M16, M8: by which day a record has to arrive, and how late it came."""

from types import MappingProxyType
from typing import NamedTuple

from jscredit.deadlines import Deadline, Period, deadline
from jscredit.law import M
from jscredit.records import CreditRecord
from jscredit.records.facts import record_row
from jscredit.rules import JIANGSU_2018, Condition, Decision, Expression, Regime, Rule, Setting, Verdict
from jscredit.supply.delivery import Delivery
from jscredit.supply.rules import DUE_ON, RECEIVED_ON, SUPPLY_IN_TIME, SUPPLY_PERIOD

UPDATE_CYCLE, DETERMINED = "update_cycle", "determined_on"


class SupplyDue(NamedTuple):
    """The last day on which a record is still in time.

    Attributes:
        deadline: the last day, and what led to it; None where something is missing.
        setting: the norm or setting that gave the period; None where the catalogue's update cycle did.
        missing: what is not known.
    """

    deadline: Deadline | None
    setting: Setting | None = None
    missing: tuple[str, ...] = ()


def supply_due(record: CreditRecord, *, update_cycle: Period | None = None, regime: Regime = JIANGSU_2018) -> SupplyDue:
    """By which day a record has to arrive: its determination, and the catalogue's update cycle (M8, M16).

    A setting of ``SUPPLY_PERIOD`` whose case it is goes before the update cycle, such as ``DOUBLE_PUBLICITY``.

    Args:
        record: the record; the period runs from its day of determination, which is not counted.
        update_cycle: of its catalogue entry; None where the entry gives none.
        regime: the law with its settings.

    Raises:
        CalendarNotAnnounced: working days past the last year with a notice.

    >>> from datetime import date
    >>> from jscredit.records import Kind, Subject
    >>> from jscredit.supply import DOUBLE_PUBLICITY
    >>> record = CreditRecord(
    ...     id="1", subject=Subject(name="某店"), kind=Kind.PENALTY, determined_on=date(2026, 9, 18)
    ... )
    >>> supply_due(record, regime=JIANGSU_2018.with_settings(DOUBLE_PUBLICITY)).deadline.due
    datetime.date(2026, 9, 29)
    >>> supply_due(record).missing
    ('update_cycle',)
    """
    setting, missing = _setting_for(record, regime)
    period = setting.value if setting is not None else update_cycle
    if period is None and not missing:
        missing = (UPDATE_CYCLE,)
    if record.determined_on is None:
        missing = (*missing, DETERMINED)
    if period is None or record.determined_on is None or missing:
        return SupplyDue(None, setting, missing)
    found = deadline(record.determined_on, period, cite=M.article(16, paragraph=1), calendar=regime.calendar)
    return SupplyDue(found, setting)


def _setting_for(record: CreditRecord, regime: Regime) -> tuple[Setting | None, tuple[str, ...]]:
    """The setting that prevails for the record; or what is missing to say whether one does."""
    for setting in regime.settings_of(SUPPLY_PERIOD):
        found = None if setting.when is None else _holds(setting.when, record, regime)
        if found is None or found.verdict is Verdict.YES:
            return setting, ()
        if found.verdict is Verdict.UNDETERMINED:
            return None, found.missing
    return None, ()


def _holds(guard: Expression, record: CreditRecord, regime: Regime) -> Decision:
    case = Condition("case", SUPPLY_PERIOD.citation, SUPPLY_PERIOD.label, guard)
    rule = Rule(SUPPLY_PERIOD.name, SUPPLY_PERIOD.citation, SUPPLY_PERIOD.label, (case,))
    row = dict.fromkeys(fact.name for fact in rule.facts) | record_row(record, rule.facts)
    return rule.decide(row, on=regime.in_force_from, regime=regime)


class Timeliness(NamedTuple):
    """Whether one delivery came in time.

    Attributes:
        decision: whether it did, with what is missing.
        due: by when it had to come.
        days_late: calendar days after the last day, 0 where it was in time; None where that is not known.
    """

    decision: Decision
    due: SupplyDue
    days_late: int | None


def timeliness(delivery: Delivery, *, update_cycle: Period | None = None, regime: Regime = JIANGSU_2018) -> Timeliness:
    """Whether a delivery came in time, and how many days late (M16, first paragraph).

    >>> from datetime import date
    >>> from jscredit.deadlines import Days
    >>> from jscredit.records import Kind, Subject
    >>> record = CreditRecord(
    ...     id="1", subject=Subject(name="某店"), kind=Kind.AWARD, determined_on=date(2020, 3, 1)
    ... )
    >>> found = timeliness(Delivery(record=record, received_on=date(2020, 4, 2)), update_cycle=Days(30))
    >>> found.decision.verdict.value, found.days_late
    ('no', 2)
    """
    due = supply_due(delivery.record, update_cycle=update_cycle, regime=regime)
    last, received = due.deadline.due if due.deadline is not None else None, delivery.received_on
    row = MappingProxyType({RECEIVED_ON.name: received, DUE_ON.name: last})
    # The answer does not depend on the day asked about: any day in force will do.
    decision = SUPPLY_IN_TIME.decide(row, on=regime.in_force_from, regime=regime)
    late = None if last is None or received is None else max(0, (received - last).days)
    return Timeliness(decision, due, late)
