"""What an objection changes in a credit file: flag on, flag off, corrected, withdrawn, purged; nothing else."""

import dataclasses
from datetime import date

import pytest

from jscredit.law import ledger
from jscredit.objection import (
    Appealed,
    AppealUpheld,
    ContentPurged,
    FlagTakenOff,
    FoundRight,
    FoundWrong,
    ObjectionGround,
    RecordCorrected,
    RecordSupplied,
    RecordWithdrawn,
    handler_of,
)
from jscredit.records import (
    Corrected,
    CreditFile,
    Flagged,
    Purged,
    RecordStatus,
    Role,
    Supplied,
    Unflagged,
    Withdrawn,
)
from objection_cases import (
    ABOUT_MAN,
    AUTHORITY,
    DAY,
    EXPIRED,
    FAILURE,
    OFFICE,
    PROVIDER,
    RIGHT,
    SHOP,
    case_in,
    new_case,
    received,
    refusals,
)

LATER = date(2026, 2, 27)


def file_of(about, changes):
    day = date(2025, 6, 3)
    file = CreditFile(about.subject).apply(Supplied(day=day, known_on=day, citation="M16", record=about))
    for change in changes:
        file = file.apply(change)
    return file


def state_of(case):
    (state,) = file_of(case.record, case.changes).records
    return state


def head(day, citation):
    return {"day": day, "known_on": day, "citation": citation, "case": "异议1", "record_id": "R1"}


FLAG = Flagged(**head(DAY, "M32¶3"), reason="记载错误")


def test_record_is_flagged_from_receipt_and_stays_as_it_is():
    case = case_in("under_review")
    assert case.changes == (FLAG,)
    state = state_of(case)
    assert (state.flagged, state.status, state.record) == (True, RecordStatus.ACTIVE, FAILURE)


def test_right_information_is_kept_and_the_flag_goes():
    case = case_in("with_provider").apply(FoundRight(on=DAY)).apply(FlagTakenOff(on=LATER))
    assert case.changes == (FLAG, Unflagged(**head(LATER, "M32¶4")))
    assert (state_of(case).flagged, state_of(case).record) == (False, FAILURE)


def test_wrong_record_is_corrected_and_the_old_version_stays():
    case = case_in("found_wrong").apply(RecordCorrected(on=LATER, record=RIGHT))
    assert case.changes[1:] == (
        Corrected(**head(LATER, "M32¶4"), record=RIGHT),
        Unflagged(**head(LATER, "M32¶4")),
    )
    state = state_of(case)
    assert (state.record, state.versions, state.flagged) == (RIGHT, (FAILURE,), False)


def test_withdrawn_record_stays_as_archive():
    case = case_in("found_wrong").apply(RecordWithdrawn(on=LATER, reason="主体有误"))
    assert case.changes[1] == Withdrawn(**head(LATER, "M32¶4"), reason="主体有误")
    state = state_of(case)
    assert (state.status, state.record, state.flagged) == (RecordStatus.WITHDRAWN, FAILURE, False)


def test_forbidden_content_is_purged_and_a_marker_stays():
    case = case_in("found_wrong", new_case(ObjectionGround.FORBIDDEN_COLLECTION)).apply(ContentPurged(on=LATER))
    assert case.changes[1] == Purged(**head(LATER, "M32¶4"), element="document_number")
    state = state_of(case)
    assert (state.record.document_number, state.purged, state.record.id) == (None, ("document_number",), ABOUT_MAN.id)


def test_use_past_its_period_ends_without_a_change_of_the_record():
    case = case_in("put_right", new_case(ObjectionGround.USED_PAST_ITS_PERIOD))
    assert [type(change) for change in case.changes] == [Flagged, Unflagged]
    assert state_of(case).record == EXPIRED


def test_record_left_out_altogether_has_nothing_to_flag_or_change():
    assert case_in("put_right", new_case(ObjectionGround.OMISSION)).changes == ()
    assert case_in("kept", new_case(ObjectionGround.OMISSION)).changes == ()


def test_correction_on_appeal_cites_the_appeal_and_touches_no_flag():
    appealed = case_in("wrong_on_appeal")
    again = dataclasses.replace(RIGHT, fine_yuan=None, determined_on=date(2025, 5, 7))
    case = appealed.apply(RecordCorrected(on=LATER, record=again))
    assert case.changes == (*appealed.changes, Corrected(**head(LATER, "M33"), record=again))
    assert len(state_of(case).versions) == 2


def test_appeal_may_bring_the_first_version_back():
    case = case_in("wrong_on_appeal")
    assert refusals(case, RecordCorrected(on=LATER, record=case.last(RecordCorrected).record)) == [
        "objection.nothing-corrected"
    ]
    assert state_of(case.apply(RecordCorrected(on=LATER, record=FAILURE))).record == FAILURE


def test_withdrawn_record_takes_no_further_change_and_is_supplied_anew():
    withdrawn = case_in("found_wrong").apply(RecordWithdrawn(on=DAY, reason="主体有误"))
    case = withdrawn.apply(Appealed(on=LATER, applicant=SHOP, to=AUTHORITY)).apply(AppealUpheld(on=LATER))
    assert refusals(case, RecordCorrected(on=LATER, record=RIGHT)) == ["objection.another-way"]
    supplied = case.apply(RecordSupplied(on=LATER, record_id="R9"))
    assert supplied.changes == withdrawn.changes
    assert state_of(supplied).status is RecordStatus.WITHDRAWN


def test_every_change_cites_a_clause_of_the_ledger_and_its_case():
    for ground in ObjectionGround:
        for change in case_in("appeal_settled", new_case(ground)).changes:
            assert change.citation in ledger()
            assert change.case == "异议1"


def test_two_objections_have_two_flags():
    one, other = case_in("under_review"), case_in("under_review", new_case(number="异议2"))
    (state,) = file_of(FAILURE, (*one.changes, *other.changes)).records
    assert [flag.case for flag in state.flags] == ["异议1", "异议2"]


@pytest.mark.parametrize(
    ("case", "role", "body"),
    [
        (new_case(), Role.PROVIDER, PROVIDER),
        (new_case().apply(received()), Role.PROVIDER, PROVIDER),
        (new_case().apply(received(fault_in_processing=True)), Role.INFORMATION_ORGANISATION, OFFICE),
        (new_case(ObjectionGround.OMISSION), Role.PROVIDER, None),
    ],
)
def test_handler_is_where_it_arose(case, role, body):
    assert (case.handler.role, case.handler.body) == (role, body)
    assert case.handler.citation.ledger_id == "M4"


def test_handler_without_a_known_provider_is_told_by_role():
    found = handler_of(dataclasses.replace(FAILURE, provider=None), fault_in_processing=False)
    assert (found.role, found.body) == (Role.PROVIDER, None)
    assert handler_of(None, fault_in_processing=True).body is None


def test_finding_tells_the_scope_to_be_reached():
    case = case_in("with_provider").apply(FoundWrong(on=DAY, published_in=("信用虚构",), provided_to=("虚构银行",)))
    assert (case.wrong.published_in, case.wrong.provided_to) == (("信用虚构",), ("虚构银行",))
    assert case_in("with_provider").wrong is None
    assert case.subject == SHOP
