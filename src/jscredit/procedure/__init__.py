"""Procedures as one immutable fold, driven by one table: a case, an event, a new case or a refusal with its clause."""

from jscredit.procedure.case import Case
from jscredit.procedure.duties import Duty, DutyStatus, duties_of
from jscredit.procedure.events import Event
from jscredit.procedure.pages import cells, markdown, mermaid, procedure_page
from jscredit.procedure.refusals import decision_faults, missing_fault, named
from jscredit.procedure.table import Check, DutyRow, Procedure, Row, Stage
from jscredit.procedure.timing import AfterPeriod, PeriodSince, WithinPeriod
from jscredit.procedure.values import PeriodOfUse

__all__ = [
    "AfterPeriod",
    "Case",
    "Check",
    "Duty",
    "DutyRow",
    "DutyStatus",
    "Event",
    "PeriodOfUse",
    "PeriodSince",
    "Procedure",
    "Row",
    "Stage",
    "WithinPeriod",
    "cells",
    "decision_faults",
    "duties_of",
    "markdown",
    "mermaid",
    "missing_fault",
    "named",
    "procedure_page",
]
