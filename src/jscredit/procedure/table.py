"""The table of a procedure: which event leads from which stage to which, by which clause, and what is then due."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from jscredit.deadlines import Period
from jscredit.errors import Fault, Label
from jscredit.law import Citation
from jscredit.procedure.events import Event
from jscredit.records import Vocabulary
from jscredit.records.changes import OneChange
from jscredit.rules import Term

if TYPE_CHECKING:
    from jscredit.procedure.case import Case


class Stage(Vocabulary):
    """A stage of a procedure. Each procedure lists its own in a subclass."""


Check = Callable[["Case", Any], Fault | None]
"""What an event must meet besides coming in the right stage: None, or the fault with its clause and cure."""

Effect = Callable[["Case", Any], tuple[OneChange, ...]]
"""What an event changes in credit files."""


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
    """

    id: str
    label: Label
    citation: Citation
    start: Stage
    rows: tuple[Row, ...]
    source: str | None = None

    @cached_property
    def table(self) -> dict[tuple[Stage, type[Event]], Row]:
        """The rows by stage and event; each pair stands once."""
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
