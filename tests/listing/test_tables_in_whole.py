"""What is made when the package is imported: the clauses of the steps after a listing, the rules of J4."""

import pytest

from jscredit.listing import (
    BLACK_LIST,
    RED_LIST,
    SERIOUS_FAILURE,
    EntryPublished,
    EntryReported,
    ErrorReported,
    Exited,
    FeedbackReceived,
    ListingStage,
    WithdrawnAsWrong,
)
from jscredit.records import BlacklistField
from whole_faults import is_said_in_both_languages

# The article of each step, and what is due from it on, by hand.
STEPS = {
    EntryPublished: ("J20", ListingStage.LISTED, []),
    EntryReported: ("J21", ListingStage.LISTED, ["J20"]),
    FeedbackReceived: ("J20", ListingStage.LISTED, ["J20"]),
    ErrorReported: ("J24a", ListingStage.VERIFYING, ["J24a"]),
    Exited: ("J17", ListingStage.ENDED, ["J17", "J17"]),
    WithdrawnAsWrong: ("J24a", ListingStage.WITHDRAWN, ["J17", "J17", "J24a"]),
}
# What is asked beside the conduct itself and its seriousness (J4, third paragraph), in the order of the fields.
NEEDS = {
    BlacklistField.LIFE_AND_HEALTH: set(),
    BlacklistField.FALSE_DOCUMENTS_FOR_PUBLIC_FUNDS: {"intent", "document-sort", "funds-sought"},
    BlacklistField.REFUSAL_OF_STATUTORY_DUTIES: {"final-act", "ability", "credibility-harmed"},
    BlacklistField.OTHER_INTENTIONAL_VIOLATION: {"intent", "norm-breached", "bad-consequences", "penalised"},
}


@pytest.mark.parametrize("procedure", [RED_LIST, BLACK_LIST], ids=lambda one: one.id)
@pytest.mark.parametrize("stage", [ListingStage.LISTED, ListingStage.VERIFYING], ids=lambda one: one.value)
@pytest.mark.parametrize("event", STEPS, ids=lambda one: one.__name__)
def test_each_step_after_the_listing_has_its_clause(procedure, stage, event):
    row = procedure.table[(stage, event)]
    clause, following, duties = STEPS[event]
    assert row.clause.ledger_id == clause
    assert row.next is (stage if following is ListingStage.LISTED else following)
    assert [duty.clause.ledger_id for duty in row.duties] == duties


@pytest.mark.parametrize("number", range(1, 8))
def test_each_field_of_serious_failure_is_told_in_both_languages(number):
    field = tuple(BlacklistField)[number - 1]
    rule = SERIOUS_FAILURE[field]
    assert (rule.id, rule.citation.ledger_id) == (f"serious-failure:{field.value}", f"J4c({number})")
    assert is_said_in_both_languages(rule.label)
    assert field.label.zh in rule.label.zh
    assert field.label.en in rule.label.en
    first, *others, last = rule.conditions
    assert (first.id, first.citation.ledger_id) == ("conduct", f"J4c({number})")
    assert (last.id, last.citation.ledger_id) == ("serious", "J4c")
    assert {one.citation.ledger_id for one in others} <= {f"J4c({number})"}
    assert all(is_said_in_both_languages(one.label) for one in rule.conditions)
    if field in NEEDS:
        assert {one.id for one in others} == NEEDS[field]
    else:
        assert {one.id for one in others} <= {"malice", "intent"}
