"""The table of a procedure: which event leads from which stage to which, by which clause, and what is then due."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from jscredit.deadlines import Period
from jscredit.errors import Fault, InvalidInput, Label
from jscredit.law import Citation
from jscredit.procedure.events import Event
from jscredit.records import Vocabulary
from jscredit.records.changes import OneChange
from jscredit.rules import Term


class Stage(Vocabulary):
    """A stage of a procedure. Each procedure lists its own in a subclass."""


Check = Callable[[Any, Any], Fault | Iterable[Fault] | None]
"""What an event must meet besides coming in the right stage: None, or what is wrong, with its clause and cure.

It is called with the case before the event, and the event; ``case.regime`` is the law under which this is judged.
"""

Effect = Callable[[Any, Any], tuple[OneChange, ...]]
"""What an event changes in credit files; called with the case before it and the event."""


class DutyRow(NamedTuple):
    """What somebody must do once an event has happened, and what ends the duty.

    ``period`` counts from the event's day; a term is an open one, which the agency fills; None is "promptly", without
    a number in the text.
    """

    who: Label
    what: Label
    clause: Citation
    period: Period | Term | None
    until: tuple[type[Event], ...]


class Row(NamedTuple):
    """One cell of the table: in this stage, this event, to that stage, by this clause."""

    stage: Stage
    event: type[Event]
    next: Stage
    clause: Citation
    checks: tuple[Check, ...] = ()
    effect: Effect | None = None
    duties: tuple[DutyRow, ...] = ()


@dataclass(frozen=True, eq=False)
class Procedure:
    """A procedure: its name, its clause, the stage in which a case begins, and its table.

    ``source`` names the norm that sets this procedure in place of another one; None for that of the 2018 text.

    Raises:
        InvalidInput: ``procedure.two-rows``, where a stage has two rows for one event.
    """

    id: str
    label: Label
    citation: Citation
    start: Stage
    rows: tuple[Row, ...]
    source: str | None = None

    def __post_init__(self) -> None:
        twice = [cell for cell, n in Counter((row.stage, row.event) for row in self.rows).items() if n > 1]
        if twice:
            raise InvalidInput(*(_two_rows(stage, event) for stage, event in twice))

    @cached_property
    def table(self) -> dict[tuple[Stage, type[Event]], Row]:
        """The rows by stage and event."""
        return {(row.stage, row.event): row for row in self.rows}

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        """Every stage, in the order in which the table reaches it."""
        reached = (stage for row in self.rows for stage in (row.stage, row.next))
        return tuple(dict.fromkeys((self.start, *reached)))

    @cached_property
    def events(self) -> tuple[type[Event], ...]:
        """Every event that the table names, each once."""
        return tuple(dict.fromkeys(row.event for row in self.rows))

    def rows_from(self, stage: Stage) -> tuple[Row, ...]:
        """What can happen in a stage; nothing in a last one."""
        return tuple(row for row in self.rows if row.stage == stage)


def _two_rows(stage: Stage, event: type[Event]) -> Fault:
    return Fault(
        code="procedure.two-rows",
        message=Label(
            f"“{stage.label.zh}”阶段的“{event.label.zh}”有两行",
            f"the stage '{stage.label.en}' has two rows for '{event.label.en}'",
        ),
        cure=Label("每个阶段的每种事件只写一行", "write one row for each event of a stage"),
        field="rows",
    )
