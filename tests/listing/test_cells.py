"""Every pair of a stage and an event of both procedures: a step that the table has, or a refusal that says why."""

from datetime import timedelta

import pytest

from jscredit.errors import Refused
from jscredit.listing import BLACK_LIST, RED_LIST, RED_PUBLICATION, ListingStage, RedListDetermined
from jscredit.procedure import cells
from listing_cases import DAY, LAW, events_on, in_stage, new_black, new_red

RED, BLACK = tuple(cells(RED_LIST)), tuple(cells(BLACK_LIST))
CASES = {RED_LIST: new_red(), BLACK_LIST: new_black()}
ALL = [(RED_LIST, *cell) for cell in RED] + [(BLACK_LIST, *cell) for cell in BLACK]
LATER = DAY + timedelta(90)


def _name(part):
    """A name that is the same in each process: of a procedure, a stage or an event."""
    return getattr(part, "__name__", None) or getattr(part, "id", None) or part.value


def test_number_of_cells():
    assert (len(RED_LIST.stages), len(RED_LIST.events), len(RED_LIST.rows)) == (10, 19, 32)
    assert (len(BLACK_LIST.stages), len(BLACK_LIST.events), len(BLACK_LIST.rows)) == (10, 20, 37)


@pytest.mark.parametrize(("procedure", "stage", "event"), ALL, ids=_name)
def test_cell_is_a_step_or_a_refusal(procedure, stage, event):
    case = in_stage(stage, CASES[procedure])
    row = procedure.table.get((stage, event))
    if row is None:
        with pytest.raises(Refused) as caught:
            case.apply(events_on(LATER, case)[event], regime=LAW)
        assert caught.value.code == "procedure.not-now"
        return
    law = LAW
    if (stage, event) == (ListingStage.SCREENED, RedListDetermined):
        with pytest.raises(Refused) as caught:
            case.apply(events_on(LATER, case)[event], regime=LAW)
        assert caught.value.code == "red.not-published"
        law = LAW.reading(RED_PUBLICATION, "optional")
    assert case.apply(events_on(LATER, case)[event], regime=law).stage is row.next


def test_nothing_happens_without_a_place_that_the_case_names():
    for case in CASES.values():
        assert [kind.__name__ for kind in case.possible] == ["PreliminaryListed"]
