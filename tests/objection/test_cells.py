"""Every cell of the table: a step that the articles know leads on, every other is refused, each seen here."""

import pytest

from jscredit.law import ledger
from jscredit.objection import OBJECTION_PROCEDURE, ObjectionGround
from jscredit.procedure import cells
from objection_cases import DAY, case_in, events_on, new_case, received, refusals, settled_ground
from oracles.objection import STEPS


def kind_of(event):
    return event.__dataclass_fields__["type"].default


CELLS = [(stage, kind_of(event)) for stage, event in cells(OBJECTION_PROCEDURE)]


def case_before(stage, event):
    if (stage.value, event) in {("under_review", "found_wrong"), ("under_review", "found_right")}:
        return new_case().apply(received(fault_in_processing=True))
    ground = settled_ground(event) if stage.value in {"found_wrong", "wrong_on_appeal"} else None
    return case_in(stage.value, new_case(ground or ObjectionGround.RECORDED_WRONGLY))


def test_table_is_that_of_the_articles():
    assert {(row.stage.value, kind_of(row.event)): row.next.value for row in OBJECTION_PROCEDURE.rows} == STEPS


@pytest.mark.parametrize(("stage", "event"), CELLS, ids=lambda part: getattr(part, "value", part))
def test_each_cell_leads_on_or_is_refused(stage, event):
    case = case_before(stage, event)
    assert case.stage is stage
    step = events_on(DAY, case)[event]
    if (stage.value, event) in STEPS:
        assert case.apply(step).stage.value == STEPS[stage.value, event]
    else:
        assert refusals(case, step) == ["procedure.not-now"]


def test_each_row_and_duty_cites_a_clause_of_the_ledger():
    clauses = {row.clause.ledger_id for row in OBJECTION_PROCEDURE.rows}
    clauses |= {duty.clause.ledger_id for row in OBJECTION_PROCEDURE.rows for duty in row.duties}
    assert clauses <= set(ledger())
