"""A deadline: the last day, and everything that led to it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from jscredit.deadlines.days import as_day, is_weekend
from jscredit.deadlines.periods import Period
from jscredit.deadlines.table import WEEKEND
from jscredit.deadlines.work_calendar import WorkCalendar
from jscredit.errors import Label, Lang
from jscredit.law import Citation


@dataclass(frozen=True, slots=True)
class SkippedDay:
    """A day that its weekday does not decide, or that is not counted, and why."""

    day: date
    reason: Label


@dataclass(frozen=True, slots=True)
class Walk:
    """The days between start and due that are not counted, and the weekend days that are."""

    skipped: tuple[SkippedDay, ...] = ()
    made_up: tuple[SkippedDay, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """The last day of a period, why, and by which calendar. Made by ``deadline``; holds no personal data.

    Attributes:
        start: the day that the period runs from; it is not counted.
        period: how long.
        due: the last day of the period.
        cite: the clause that sets it, if told.
        edition: what the calendar was made from; None where no working day is counted.
        provisional: the count passes days that are a forecast.
        settled: False where the due day falls in the last week of the last year with a notice, which the notice for
            the next year may still change, or later.

    >>> from jscredit.deadlines import WorkingDays, deadline
    >>> found = deadline(date(2026, 9, 18), WorkingDays(10))
    >>> found.due, found.overdue_on(date(2026, 10, 9)), found.overdue_on(date(2026, 10, 10))
    (datetime.date(2026, 10, 9), False, True)
    """

    start: date
    period: Period
    due: date
    cite: Citation | None = None
    edition: str | None = None
    provisional: bool = False
    settled: bool = True
    _calendar: WorkCalendar | None = field(default=None, repr=False, compare=False)
    _walk: Walk | None = field(default=None, repr=False, compare=False)

    @property
    def skipped(self) -> tuple[SkippedDay, ...]:
        """Each day after the start and before the due day that was not counted, and why; listed when first asked.

        Empty for a period of calendar days, months or years.

        >>> from jscredit.deadlines import WorkingDays, deadline
        >>> found = deadline(date(2026, 9, 30), WorkingDays(1))
        >>> [f"{one.day} {one.reason.en}" for one in found.skipped][4:]
        ['2026-10-05 National Day', '2026-10-06 day off in lieu (National Day)', '2026-10-07 day off in lieu ...']
        """
        return self._walked().skipped

    @property
    def made_up(self) -> tuple[SkippedDay, ...]:
        """Each Saturday and Sunday that was counted because it is worked (调休上班), and why.

        >>> from jscredit.deadlines import WorkingDays, deadline
        >>> [one.reason.zh for one in deadline(date(2026, 9, 18), WorkingDays(10)).made_up]
        ['调休上班（国庆节）']
        """
        return self._walked().made_up

    def _walked(self) -> Walk:
        if self._walk is None:
            object.__setattr__(self, "_walk", self._new_walk())
        return self._walk  # type: ignore[return-value]

    def _new_walk(self) -> Walk:
        if self._calendar is None:
            return Walk()
        table = self._calendar.table
        days = tuple(_days_between(self.start, self.due))
        rules = table.rules
        skipped = (SkippedDay(day, rules.off.get(day, WEEKEND)) for day in days if not table.works(day))
        made_up = (SkippedDay(day, rules.made_up[day]) for day in days if is_weekend(day) and table.works(day))
        return Walk(tuple(skipped), tuple(made_up))

    def overdue_on(self, day: date) -> bool:
        """Whether the period is over on a day: the due day itself is still in time.

        Raises:
            InvalidInput: ``day.is-datetime``, ``day.not-a-date``.
        """
        return as_day(day) > self.due

    def explain(self, lang: Lang = "zh") -> str:
        """The deadline and what led to it, a few lines of text."""
        from jscredit.deadlines.explain import explain

        return explain(self, lang)

    def to_public_json(self) -> str:
        """The deadline as a JSON document for readers; it does not load back."""
        from jscredit.deadlines.document import public_document

        return public_document(self)

    def to_storage_json(self) -> str:
        """The deadline as a JSON document that ``from_storage_json`` loads back, equal and with its listed days."""
        from jscredit.deadlines.document import storage_document

        return storage_document(self)

    @classmethod
    def from_storage_json(cls, text: str | bytes) -> "Deadline":
        """The deadline of a stored document, as it was: nothing is counted again.

        Raises:
            InvalidInput: the document is not one of ours, or its days do not add up; never with a value of it.

        >>> from jscredit.deadlines import WorkingDays, deadline
        >>> found = deadline(date(2026, 9, 18), WorkingDays(10))
        >>> Deadline.from_storage_json(found.to_storage_json()) == found
        True
        """
        from jscredit.deadlines.document import read_document

        return read_document(text)

    def _repr_html_(self) -> str:
        from jscredit.deadlines.explain import html_table

        return html_table(self)


def _days_between(start: date, due: date) -> Iterator[date]:
    return (start + timedelta(offset) for offset in range(1, (due - start).days + 1))
