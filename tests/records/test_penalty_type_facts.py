"""What a penalty includes, as facts: a code that joins two types tells neither of them."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from factories import record
from jscredit.errors import safe
from jscredit.records import Kind, PenaltyType
from jscredit.records.facts import FINE_YUAN, PENALTY_TYPE, record_row

SUSPENSION, REVOCATION = PenaltyType.LICENCE_SUSPENSION, PenaltyType.LICENCE_REVOCATION
JOINED = PenaltyType.LICENCE_SUSPENSION_OR_REVOCATION


@pytest.mark.parametrize(
    ("types", "suspension", "revocation", "fine"),
    [
        (None, None, None, None),
        ((PenaltyType.WARNING,), False, False, False),
        ((PenaltyType.FINE,), False, False, True),
        ((JOINED,), None, None, False),
        ((JOINED, REVOCATION), None, True, False),
        ((SUSPENSION,), True, False, False),
    ],
)
def test_included(types, suspension, revocation, fine):
    row = record_row(record(kind=Kind.PENALTY, penalty_types=types))
    asked = (SUSPENSION, REVOCATION, PenaltyType.FINE)
    assert tuple(row[PENALTY_TYPE[kind].name] for kind in asked) == (suspension, revocation, fine)


@pytest.mark.parametrize(
    ("types", "stated", "fine", "includes"),
    [
        ((PenaltyType.WARNING,), None, Decimal(0), False),
        ((PenaltyType.OTHER, PenaltyType.CLOSURE), None, Decimal(0), False),
        ((PenaltyType.WARNING, PenaltyType.FINE), None, None, True),
        (None, None, None, None),
        (None, Decimal(5), Decimal(5), True),
        (None, Decimal(0), Decimal(0), None),
        # The amount says more than a list of types that leaves the fine out.
        ((PenaltyType.WARNING,), Decimal(5), Decimal(5), True),
        ((PenaltyType.FINE,), Decimal(5), Decimal(5), True),
    ],
)
def test_a_penalty_without_a_fine_has_a_fine_of_nothing(types, stated, fine, includes):
    row = record_row(record(kind=Kind.PENALTY, penalty_types=types, fine_yuan=stated))
    assert (row[FINE_YUAN.name], row[PENALTY_TYPE[PenaltyType.FINE].name]) == (fine, includes)


def test_what_imposes_no_penalty_of_any_type_is_none():
    with pytest.raises(ValidationError) as caught:
        record(kind=Kind.PENALTY, penalty_types=())
    (fault,) = safe(caught.value).faults
    assert (fault.code, fault.field, fault.clause) == ("record.penalty-of-no-type", "penalty_types", "M12(9)")
    assert record(kind=Kind.VIOLATION, penalty_types=()).penalty_types == ()
