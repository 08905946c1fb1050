"""Procedures as one immutable fold, driven by one table: a case, an event, a new case or a refusal with its clause."""

from jscredit.procedure.case import Case
from jscredit.procedure.duties import Duty, DutyStatus, duties_of
from jscredit.procedure.events import Event
from jscredit.procedure.pages import cells, markdown, mermaid
from jscredit.procedure.table import Check, DutyRow, Procedure, Row, Stage

__all__ = [
    "Case",
    "Check",
    "Duty",
    "DutyRow",
    "DutyStatus",
    "Event",
    "Procedure",
    "Row",
    "Stage",
    "cells",
    "duties_of",
    "markdown",
    "mermaid",
]
