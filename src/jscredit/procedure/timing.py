"""Periods that an event must await, or must not outlast: checks that a table's rows name."""

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from jscredit.deadlines import Days, Deadline, Period, add_period, deadline
from jscredit.errors import CalendarNotAnnounced, Fault, Label
from jscredit.law import Citation
from jscredit.procedure.events import Event
from jscredit.rules import Regime, Term

if TYPE_CHECKING:
    from jscredit.procedure.case import Case


@dataclass(frozen=True, slots=True)
class PeriodSince:
    """A period that runs from an earlier event of the case; that event's day is not counted.

    Attributes:
        since: the kind of event from which it runs; the latest one counts.
        period: how long; a term is an open one, which the agency fills.
        clause: where it is set.
    """

    since: type[Event]
    period: Period | Term
    clause: Citation

    def deadline(self, case: "Case", *, regime: Regime) -> Deadline | None:
        """The period as it runs in a case; None before the event it runs from, and while its term is open.

        Raises:
            CalendarNotAnnounced: it runs past the last year with a notice of days off.
        """
        start, period = case.last(self.since), chosen(self.period, regime)
        if start is None or period is None:
            return None
        return deadline(start.on, period, cite=self.clause, calendar=regime.calendar)


def chosen(period: Period | Term | None, regime: Regime) -> Period | None:
    """The period itself, or the one that the regime gives an open term; None where it gives none."""
    return regime.chosen(period) if isinstance(period, Term) else period


@dataclass(frozen=True, slots=True)
class AfterPeriod:
    """A check: the event comes only when the period has ended, on a later day."""

    running: PeriodSince

    def __call__(self, case: "Case", event: Event) -> Fault | None:
        """What is wrong: too early, or the end of the period cannot be told."""
        try:
            end = self.running.deadline(case, regime=case.regime)
        except CalendarNotAnnounced as error:
            return error.faults[0]
        if end is None:
            return _open_term(self.running)
        return None if end.overdue_on(event.on) else _too_early(self.running, end.due)


@dataclass(frozen=True, slots=True)
class WithinPeriod:
    """A check: the event comes on the last day of the period at the latest."""

    running: PeriodSince
    cure: Label

    def __call__(self, case: "Case", event: Event) -> Fault | None:
        """What is wrong: too late, or the end of the period cannot be told."""
        try:
            end = self.running.deadline(case, regime=case.regime)
        except CalendarNotAnnounced as error:
            # The period runs into the year without a notice, so before that year it is not over.
            return None if event.on.year < error.year else error.faults[0]
        if end is None:
            return _open_term(self.running)
        return _too_late(self, end.due) if end.overdue_on(event.on) else None


Timing = AfterPeriod | WithinPeriod


def _too_early(running: PeriodSince, last: date) -> Fault:
    first = add_period(last, Days(1))
    return Fault(
        code="procedure.too-early",
        message=Label(
            f"“{running.since.label.zh}”后的期限至{last}止，尚未届满",
            f"the period after '{running.since.label.en}' runs through {last} and has not ended",
        ),
        cure=Label(f"请于{first}或以后办理", f"take the step on {first} or later"),
        field="on",
        clause=running.clause.ledger_id,
        data=MappingProxyType({"last": last, "first_day": first}),
    )


def _too_late(check: WithinPeriod, last: date) -> Fault:
    since = check.running.since.label
    return Fault(
        code="procedure.too-late",
        message=Label(f"“{since.zh}”后的期限已于{last}届满", f"the period after '{since.en}' ended on {last}"),
        cure=check.cure,
        field="on",
        clause=check.running.clause.ledger_id,
        data=MappingProxyType({"last": last}),
    )


def _open_term(running: PeriodSince) -> Fault:
    period = running.period.label if isinstance(running.period, Term) else running.since.label
    return Fault(
        code="procedure.term-open",
        message=Label(f"“{period.zh}”尚未设定", f"'{period.en}' has not been set"),
        cure=Label("请在规则设定中填定该期限", "give the period in the regime's settings"),
        clause=running.clause.ledger_id,
    )
