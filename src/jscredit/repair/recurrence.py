"""Whether a failure of the same kind came within the year after the correction, as a credit file tells it (M34(2)).

One of the questions that look at many records. Its answer is an ordinary fact of the rule.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from jscredit.classification import TERMS as CLASS_TERMS
from jscredit.classification import ClassificationStatus, classify
from jscredit.classification.rules import plan
from jscredit.records import Category, Conduct, CreditRecord, RecordStatus, kind_row
from jscredit.rules import Option, Regime, Term

if TYPE_CHECKING:
    from jscredit.records import CreditFile


class Recurrence(NamedTuple):
    """Whether it came, and the day of conduct of the first one; None for what is not known."""

    recurred: bool | None
    first_on: date | None


SameKind = Callable[[CreditRecord, CreditRecord], bool | None]


def same_conduct(one: CreditRecord, other: CreditRecord) -> bool | None:
    """Whether two failures are of the same kind by what was done; None where that is not known of one of them.

    Some kinds are a failure by their own name, an accident or arrears of a fund: two of them compare by that name. All
    else compares by the conduct. The residual conduct (其他违反法律法规) names none: two of them may be about quite
    different things.
    """
    if kind_row(one.kind).names_failure and kind_row(other.kind).names_failure:
        return one.kind is other.kind
    first, second = _conducts_of(one), _conducts_of(other)
    if first is None or second is None:
        return None
    if len(first) == len(second) == 1:
        return first == second
    return None if first & second else False


def _conducts_of(record: CreditRecord) -> frozenset[Conduct] | None:
    """What the record may be about: one conduct where it is named; None for anything."""
    if record.about is not None and record.about is not Conduct.OTHER_VIOLATION:
        return frozenset({record.about})
    row = kind_row(record.kind)
    return row.may_be_about if row.names_failure else None


def same_record_kind(one: CreditRecord, other: CreditRecord) -> bool:
    """Whether two failures are records of the same kind."""
    return one.kind is other.kind


def is_failure(record: CreditRecord, regime: Regime) -> bool | None:
    """Whether a record is failure information, that is negative information of M12; None where that is open."""
    if Category.NEGATIVE not in kind_row(record.kind).categories:
        return False
    found = classify(record, regime=regime)
    return None if found.status is ClassificationStatus.UNDETERMINED else found.category is Category.NEGATIVE


class Span(NamedTuple):
    """The year after the correction, from the correction day to its last day."""

    first: date
    last: date


def other_readings(regime: Regime) -> Iterator[tuple[Term, Option]]:
    """Each reading of M12 that is not taken."""
    for term in CLASS_TERMS:
        yield from ((term, option) for option in term.options if option.name != regime.chosen(term))


def turning_readings(
    file: "CreditFile", record: CreditRecord, year: Span, regime: Regime
) -> tuple[tuple[Term, Option], ...]:
    """The other readings of M12 by which a record of the year, perhaps of the same kind, is a failure or is none."""
    near = [
        state.record
        for state in file.records
        if state.record.id != record.id
        and any(rule.terms for rule in plan(state.record.kind).by_kind)
        and _day_in(state.record, *year) is not None
    ]
    return tuple(
        (term, option)
        for term, option in other_readings(regime)
        if any(is_failure(one, regime) is not is_failure(one, regime.reading(term, option.name)) for one in near)
    )


class Sighted(NamedTuple):
    """The first day in the year on which a failure of the same kind certainly came, and on which one may have come."""

    certain_on: date | None
    open_on: date | None

    def told_on(self, on: date) -> Recurrence:
        """The recurrence as a fact for the day asked about.

        The certain one counts where it has happened by then, or where nothing open lies before it; else what is open
        keeps the question open.
        """
        if self.certain_on is not None and (self.open_on is None or self.certain_on <= max(on, self.open_on)):
            return Recurrence(recurred=True, first_on=self.certain_on)
        return Recurrence(recurred=False if self.open_on is None else None, first_on=None)


def sighted_in(file: "CreditFile", record: CreditRecord, same_kind: SameKind, year: Span, regime: Regime) -> Sighted:
    """What the file holds of failures of the same kind from the correction day to the end of the year.

    A repaired one counts, it did happen; one that was withdrawn as wrong does not. Left open are: a day of conduct
    that is not known, a kind that cannot be told, a class that is not settled, and days for which nobody vouches that
    the file is complete. ``complete_since`` is taken to vouch through the day asked about.
    """
    found = list(_in_the_year(file, record, same_kind, year, regime))
    certain = min((day for day, is_certain in found if is_certain), default=None)
    is_open = [day for day, is_certain in found if not is_certain]
    if file.complete_since is None or file.complete_since > year.first:
        is_open.append(year.first)
    return Sighted(certain, min(is_open, default=None))


def _in_the_year(
    file: "CreditFile", record: CreditRecord, same_kind: SameKind, year: Span, regime: Regime
) -> Iterator[tuple[date, bool]]:
    for state in file.records:
        other = state.record
        if other.id == record.id or state.status is RecordStatus.WITHDRAWN:
            continue
        day = _day_in(other, *year)
        same = same_kind(record, other)
        if day is None or same is False:
            continue
        failure = is_failure(other, regime)
        if failure is not False:
            yield day, bool(same and failure and other.conduct_on)


def _day_in(other: CreditRecord, first: date, last: date) -> date | None:
    """The first day in the span on which the conduct lies, or may lie where its day is not known."""
    if other.conduct_on is not None:
        return other.conduct_on if first <= other.conduct_on <= last else None
    # A failure is never determined before it happens.
    return None if other.determined_on is not None and other.determined_on < first else first
