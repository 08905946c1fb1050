"""J27: what each body did in the loop of joint measures, counted on a day."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from pydantic.dataclasses import dataclass

from jscredit.deadlines import as_day
from jscredit.errors import Label, Lang
from jscredit.measures import loop_events as events
from jscredit.measures.loop import MeasureLoopCase
from jscredit.measures.loop_table import PUSH_DUTY
from jscredit.procedure import DutyStatus
from jscredit.records import Body, Document, Value, mask_numbers_in, same_body
from jscredit.records.value import STRICT, Day
from jscredit.rules import JIANGSU_2018, Regime

_LATE = (DutyStatus.LATE, DutyStatus.OVERDUE)


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Tally(Value):
    """How many list entries, and how many measures on them."""

    entries: int = 0
    measures: int = 0


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class BodyCount(Value):
    """What one body did.

    Attributes:
        body: which one.
        determined: of the entries that it determined, those whose measures it initiated.
        pushed: what was pushed to it.
        acted, declined, stopped: what it applied, did not apply, and stopped.
        fed_back: what it fed back about.
        late: where it did something late, or has not done it in time. Nothing is late while its time limit, an open
            term, is not set.
    """

    body: Body
    determined: Tally = Tally()
    pushed: Tally = Tally()
    acted: Tally = Tally()
    declined: Tally = Tally()
    stopped: Tally = Tally()
    fed_back: Tally = Tally()
    late: Tally = Tally()


COLUMNS: dict[str, Label] = {
    "determined": Label("认定并发起", "determined"),
    "pushed": Label("推送", "pushed"),
    "acted": Label("实施", "acted on"),
    "declined": Label("不予实施", "declined"),
    "stopped": Label("停止", "stopped"),
    "fed_back": Label("反馈", "fed back"),
    "late": Label("逾期", "late"),
}


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class LoopStatistics(Document):
    """The loop counted per body, as it stood at the end of a day (J27).

    Attributes:
        on: the day.
        bodies: one line for each body that had a part in it, in the order in which they come.
    """

    schema_name: ClassVar[str] = "jscredit.measure-loop-statistics"

    on: Day
    bodies: tuple[BodyCount, ...] = ()

    def of(self, body: Body) -> BodyCount:
        """The line of one body; nothing but zeros where it had no part."""
        return next((one for one in self.bodies if same_body(one.body, body)), BodyCount(body=body))

    def explain(self, lang: Lang = "zh") -> str:
        """The table as text: entries, and in brackets measures."""
        head = f"{_TITLE.text(lang)} {self.on}"
        return "\n".join((head, *(_line(one, lang) for one in self.bodies)))


_TITLE = Label("联合奖惩闭环统计：条目数（措施数）", "the loop of joint measures: entries (measures)")


def _line(count: BodyCount, lang: Lang) -> str:
    tallies = ((label, getattr(count, name)) for name, label in COLUMNS.items())
    told = (f"{label.text(lang)} {tally.entries} ({tally.measures})" for label, tally in tallies)
    return mask_numbers_in(f"{count.body.name}: {', '.join(told)}")


class _Counting:
    """The entries and measures that are counted for each body."""

    def __init__(self) -> None:
        self.bodies: list[Body] = []
        self._seen: dict[tuple[int, str], set[tuple[object, str]]] = {}

    def add(self, body: Body, column: str, case: MeasureLoopCase) -> None:
        """One measure, on one entry."""
        entry = case.case.listed
        on_entry = (entry and (entry.list_name, entry.id), case.number)
        self._seen.setdefault((self._place(body), column), set()).add(on_entry)

    def count(self, place: int) -> BodyCount:
        """The line of one body."""
        return BodyCount(
            body=self.bodies[place], **{column: _tally(self._seen.get((place, column), set())) for column in COLUMNS}
        )

    def _place(self, body: Body) -> int:
        found = next((place for place, one in enumerate(self.bodies) if same_body(one, body)), None)
        if found is None:
            self.bodies.append(body)
        return len(self.bodies) - 1 if found is None else found


def _tally(seen: set[tuple[object, str]]) -> Tally:
    return Tally(entries=len({entry for entry, _ in seen}), measures=len(seen))


def loop_statistics(cases: Iterable[MeasureLoopCase], *, on: date, regime: Regime = JIANGSU_2018) -> LoopStatistics:
    """The loop counted per body on a day; a case is one measure by one body, and its number tells it apart.

    >>> loop_statistics((), on=date(2020, 1, 1)).bodies
    ()
    """
    day, counting = as_day(on, field="on"), _Counting()
    for case in cases:
        _count(counting, case.as_of(day), day, regime)
    return LoopStatistics(on=day, bodies=tuple(counting.count(place) for place in range(len(counting.bodies))))


def _count(counting: _Counting, case: MeasureLoopCase, day: date, regime: Regime) -> None:
    initiated = case.last(events.Initiated)
    if initiated is None:
        return
    counting.add(initiated.by, "determined", case)
    for kind, column in _BY_BODY.items():
        if case.last(kind) is not None:
            counting.add(case.body, column, case)
    for duty in case.duties(on=day, regime=regime):
        if duty.status in _LATE:
            counting.add(initiated.to if duty.what == PUSH_DUTY.what else case.body, "late", case)


_BY_BODY = {
    events.Pushed: "pushed",
    events.Acted: "acted",
    events.Declined: "declined",
    events.Stopped: "stopped",
    events.FedBack: "fed_back",
}
