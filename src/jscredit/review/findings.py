"""What a review tells of the whole file: the outcome over time, what is missing, what was left out."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from jscredit.review.days import Spread, any_of, spread_of
from jscredit.review.items import Lacking
from jscredit.review.left_out import LeftOut, LeftOutReason, entry_left_out, record_left_out
from jscredit.review.outcome import Grounds, Outcome
from jscredit.review.rules import BLACK_ENTRY_IN_FORCE, ON_OR_MONITORED, USABLE_FAILURE
from jscredit.rules import Verdict

if TYPE_CHECKING:
    from jscredit.review.model import Review


class OutcomeSpan(NamedTuple):
    """A run of days with one outcome; ``last`` is None where the run is open."""

    first: dt.date
    last: dt.date | None
    outcome: Outcome


def outcome_timeline(review: "Review") -> tuple[OutcomeSpan, ...]:
    """The outcome from the day of the review on."""
    spreads, last = _spreads(review), review.regime.in_force_to
    days = sorted({span.first for spread in spreads for span in spread.spans(review.on, last)})
    found: list[OutcomeSpan] = []
    for day, following in zip(days, (*days[1:], None), strict=True):
        outcome = Grounds(*(spread.on(day) for spread in spreads)).outcome
        end = last if following is None else following - dt.timedelta(days=1)
        if found and found[-1].outcome is outcome:
            found[-1] = found[-1]._replace(last=end)
        else:
            found.append(OutcomeSpan(day, end, outcome))
    return tuple(found)


def _spreads(review: "Review") -> tuple[Spread, Spread, Spread, Spread]:
    failures = (record for record in review.records if record.is_failure() is not False)
    return (
        any_of(spread_of(entry.decide(BLACK_ENTRY_IN_FORCE)) for entry in review.listed),
        any_of(spread_of(record.decide(USABLE_FAILURE)) for record in failures),
        any_of(spread_of(entry.decide(ON_OR_MONITORED)) for entry in review.listed),
        review.green_channel.spread,
    )


def lacking_in(review: "Review") -> Iterator[Lacking]:
    """What keeps the outcome open."""
    listed, failure, watched, green = review.grounds.open_grounds
    for entry in review.listed:
        for is_open, rule in ((listed, BLACK_ENTRY_IN_FORCE), (watched, ON_OR_MONITORED)):
            if is_open:
                yield from (Lacking(entry.entry.id, name) for name in entry.decide(rule).missing)
    if failure:
        for record in review.open_failures:
            yield from (Lacking(record.record.id, name) for name in record.missing)
    if green:
        yield from review.green_channel.lacking


def left_out_of(review: "Review") -> Iterator[LeftOut]:
    """What the viewer may see and the review does not count; an honour that the green channel rests on does count."""
    honours = review.green_channel.honours
    for record in review.records:
        if record.usable is Verdict.NO and record not in honours:
            yield record_left_out(record)
        for element in record.state.purged:
            yield LeftOut(record, (LeftOutReason.PURGED,), element)
    for entry in review.listed:
        if entry.in_force is Verdict.NO and entry.monitored is not Verdict.YES:
            yield entry_left_out(entry)
