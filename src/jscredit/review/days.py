"""Days on which something must hold and may hold, put together over many records."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from jscredit.rules import Decision, Regime, Span, Verdict
from jscredit.rules.intervals import ALL, LAST, NONE, Days, has, meet, union
from jscredit.rules.timeline import timeline


class Spread(NamedTuple):
    """The days answered yes, and those not answered no."""

    must: Days
    may: Days

    def on(self, day: dt.date) -> Verdict:
        """The answer on a day."""
        if has(self.must, day):
            return Verdict.YES
        return Verdict.UNDETERMINED if has(self.may, day) else Verdict.NO

    def spans(self, first: dt.date, last: dt.date | None) -> tuple[Span, ...]:
        """Every day from the first to the last as runs of one answer."""
        return timeline(self.must, self.may, first=first, last=last)

    def run(self, day: dt.date, regime: Regime) -> Span:
        """The run of one answer that a day lies in, within the days on which the regime is in force."""
        spans = self.spans(regime.in_force_from, regime.in_force_to)
        return next(span for span in spans if span.last is None or day <= span.last)


EVERY_DAY, NO_DAY = Spread(ALL, ALL), Spread(NONE, NONE)


def spread_of(decision: Decision) -> Spread:
    """The days of one decision."""
    runs = [(span.first, span.last or LAST, span.verdict) for span in decision.timeline]
    return Spread(
        union((first, last) for first, last, verdict in runs if verdict is Verdict.YES),
        union((first, last) for first, last, verdict in runs if verdict is not Verdict.NO),
    )


def any_of(spreads: Iterable[Spread]) -> Spread:
    """The days on which one of them holds."""
    every = tuple(spreads)
    return Spread(union(run for one in every for run in one.must), union(run for one in every for run in one.may))


def all_of(spreads: Iterable[Spread]) -> Spread:
    """The days on which all of them hold."""
    must, may = EVERY_DAY
    for one in spreads:
        must, may = meet(must, one.must), meet(may, one.may)
    return Spread(must, may)


def any_verdict(verdicts: Iterable[Verdict]) -> Verdict:
    """Yes where one is, no where all are, else undetermined."""
    every = frozenset(verdicts)
    return next((each for each in (Verdict.YES, Verdict.UNDETERMINED) if each in every), Verdict.NO)


def all_verdicts(verdicts: Iterable[Verdict]) -> Verdict:
    """No where one is, yes where all are, else undetermined."""
    every = frozenset(verdicts)
    return next((each for each in (Verdict.NO, Verdict.UNDETERMINED) if each in every), Verdict.YES)
