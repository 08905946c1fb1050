"""Duties: who must do what by which day. Overdue is worked out for the day asked about; nothing lapses by itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from jscredit.deadlines import Deadline, deadline
from jscredit.errors import CalendarNotAnnounced, Label, Lang
from jscredit.law import Citation
from jscredit.procedure.events import Event
from jscredit.procedure.table import DutyRow, Row
from jscredit.procedure.timing import chosen
from jscredit.records import Vocabulary
from jscredit.rules import Regime, Term


class DutyStatus(Vocabulary):
    """How a duty stands on a day."""

    OPEN = "open", "未到期", "open"
    MET = "met", "已按期完成", "met in time"
    LATE = "late", "逾期完成", "met late"
    OVERDUE = "overdue", "已逾期", "overdue"
    UNDATED = "undated", "无确定期限", "without a day that can be told"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One duty as it stands on a day.

    Attributes:
        who, what, clause: as the table says.
        since: the day from which it counts.
        deadline: by when; None where the text gives no number, an open term is not filled, or a calendar is missing.
        missing: the open term or the calendar year for want of which there is no deadline.
        done_on: the day on which it was met.
        status: how it stands.
    """

    who: Label
    what: Label
    clause: Citation
    since: date
    deadline: Deadline | None
    missing: tuple[str, ...]
    done_on: date | None
    status: DutyStatus

    def explain(self, lang: Lang = "zh") -> str:
        """The duty as one line."""
        due = f" {self.deadline.due}" if self.deadline else ""
        stop = "：" if lang == "zh" else ": "
        return (
            f"{self.who.text(lang)}{stop}{self.what.text(lang)}{due} [{self.clause.short.text(lang)}] "
            f"{self.status.label.text(lang)}"
        )


def duties_of(events: Sequence[Event], rows: Sequence[Row], *, on: date, regime: Regime) -> tuple[Duty, ...]:
    """Every duty that the events up to a day gave rise to, in their order."""
    return tuple(_duties(events, rows, on, regime))


def _duties(events: Sequence[Event], rows: Sequence[Row], on: date, regime: Regime) -> Iterator[Duty]:
    for place, (event, row) in enumerate(zip(events, rows, strict=True)):
        if event.on > on:
            return
        for duty in row.duties:
            later = (one.on for one in events[place + 1 :] if isinstance(one, duty.until) and one.on <= on)
            yield _duty(duty, event.on, next(later, None), on, regime)


def _duty(row: DutyRow, since: date, done_on: date | None, on: date, regime: Regime) -> Duty:
    due, missing = _deadline(row, since, regime)
    return Duty(
        who=row.who,
        what=row.what,
        clause=row.clause,
        since=since,
        deadline=due,
        missing=missing,
        done_on=done_on,
        status=_status(due, done_on, on),
    )


def _deadline(row: DutyRow, since: date, regime: Regime) -> tuple[Deadline | None, tuple[str, ...]]:
    period = chosen(row.period, regime)
    if period is None:
        return None, (row.period.name,) if isinstance(row.period, Term) else ()
    try:
        return deadline(since, period, cite=row.clause, calendar=regime.calendar), ()
    except CalendarNotAnnounced as error:
        return None, (f"calendar-{error.year}",)


def _status(due: Deadline | None, done_on: date | None, on: date) -> DutyStatus:
    if done_on is not None:
        return DutyStatus.LATE if due and done_on > due.due else DutyStatus.MET
    if due is None:
        return DutyStatus.UNDATED
    return DutyStatus.OVERDUE if on > due.due else DutyStatus.OPEN
