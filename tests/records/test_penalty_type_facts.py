"""What a penalty includes, as facts: a code that joins two types tells neither of them."""

import pytest

from factories import record
from jscredit.records import Kind, PenaltyType
from jscredit.records.facts import PENALTY_TYPE, record_row

SUSPENSION, REVOCATION = PenaltyType.LICENCE_SUSPENSION, PenaltyType.LICENCE_REVOCATION
JOINED = PenaltyType.LICENCE_SUSPENSION_OR_REVOCATION


@pytest.mark.parametrize(
    ("types", "suspension", "revocation", "fine"),
    [
        (None, None, None, None),
        ((), False, False, False),
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
