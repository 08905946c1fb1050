"""Every cell of the table of a repair: a step of the article leads on, every other is refused, each seen here."""

import pytest

from jscredit.law import ledger
from jscredit.procedure import cells
from jscredit.repair import REPAIR_PROCEDURE
from oracles.repair_procedure import STEPS
from repair_procedure_cases import AFTER, DAY, case_in, events_on, refusals


def kind_of(event):
    return event.__dataclass_fields__["type"].default


CELLS = [(stage, kind_of(event)) for stage, event in cells(REPAIR_PROCEDURE)]


def test_table_is_that_of_the_article():
    assert {(row.stage.value, kind_of(row.event)): row.next.value for row in REPAIR_PROCEDURE.rows} == STEPS


@pytest.mark.parametrize(("stage", "event"), CELLS, ids=lambda part: getattr(part, "value", part))
def test_each_cell_leads_on_or_is_refused(stage, event):
    case = case_in(stage.value)
    assert case.stage is stage
    step = events_on(DAY if event == "objection_raised" and not case.last(type(events_on(DAY)["reported"])) else AFTER)
    if (stage.value, event) in STEPS:
        assert case.apply(step[event]).stage.value == STEPS[stage.value, event]
    else:
        assert refusals(case, step[event]) == ["procedure.not-now"]


def test_each_row_and_duty_cites_a_clause_of_the_ledger():
    clauses = {row.clause.ledger_id for row in REPAIR_PROCEDURE.rows}
    clauses |= {duty.clause.ledger_id for row in REPAIR_PROCEDURE.rows for duty in row.duties}
    assert clauses <= set(ledger())
