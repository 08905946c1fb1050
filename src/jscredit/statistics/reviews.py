"""M40, M25: the credit reviews of a period, by user, matter and outcome."""

from collections import Counter
from collections.abc import Iterable
from typing import ClassVar, Self

from pydantic.dataclasses import dataclass

from jscredit.errors import Label
from jscredit.records import Body, Matter, Value
from jscredit.records.bodies import grouped_by_body
from jscredit.records.value import STRICT, Day
from jscredit.review import Outcome, Review
from jscredit.statistics.counts import Count, Counts, joined
from jscredit.statistics.period import ReportPeriod


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ReviewMade(Value):
    """That a body made a credit review, without its subject: enough to be counted.

    Attributes:
        by: the body that made it; None where it is not known.
        matter: for what.
        on: the day.
        outcome: what it came to.
    """

    by: Body | None = None
    matter: Matter
    on: Day
    outcome: Outcome

    @classmethod
    def of(cls, review: Review, *, by: Body | None = None) -> Self:
        """The one that a review was."""
        return cls(by=by, matter=review.matter, on=review.on, outcome=review.outcome)


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ReviewCount(Counts):
    """The reviews of one body for one matter with one outcome.

    Attributes:
        matter: for what.
        outcome: what they came to.
        reviews: how many.
    """

    section: ClassVar[Label] = Label("信用审查", "credit reviews")
    names: ClassVar[dict[str, Label]] = {"reviews": Label("审查", "reviews")}

    matter: Matter
    outcome: Outcome
    reviews: Count

    @property
    def of(self) -> Label:
        """The matter and the outcome."""
        return joined(self.matter.label, self.outcome.label)


def count_reviews(reviews: Iterable[ReviewMade], period: ReportPeriod) -> tuple[ReviewCount, ...]:
    """The reviews made in the period, by user."""
    made = [one for one in reviews if period.holds(one.on)]
    found = []
    for places in grouped_by_body([one.by for one in made]):
        numbers = Counter((made[place].matter, made[place].outcome) for place in places)
        for (matter, outcome), count in numbers.items():
            found.append(ReviewCount(body=made[places[0]].by, matter=matter, outcome=outcome, reviews=count))
    return tuple(found)
