"""A stored answer that another version or another calendar edition would give too is still restored."""

import json
from datetime import date

import pytest

from jscredit.classification import classify, restored_classification
from jscredit.records import CreditRecord, Kind, Severity, Subject, SubjectType
from jscredit.validity import restored_validity, validity_of

RECORD = CreditRecord(
    id="1",
    subject=Subject(type=SubjectType.LEGAL_PERSON, name="试例商贸有限公司"),
    kind=Kind.BID_RIGGING,
    severity=Severity.GENERAL,
    determined_on=date(2019, 3, 1),
)


def of_another_version(node):
    if isinstance(node, dict):
        changed = {name: of_another_version(value) for name, value in node.items()}
        return changed | {name: "another" for name in ("library", "calendar") if name in node}
    return node


@pytest.mark.parametrize(
    ("answer", "restored"),
    [(classify(RECORD), restored_classification), (validity_of(RECORD), restored_validity)],
    ids=["classification", "validity"],
)
def test_only_a_changed_answer_is_refused(answer, restored):
    stored = json.loads(answer.to_storage_json())
    other = of_another_version(stored)
    assert other != stored
    assert restored(json.dumps(other)) == answer
    with pytest.raises(ValueError, match="changed"):
        restored(json.dumps(other | {"last_day": "2030-01-01", "category": "other"}))
