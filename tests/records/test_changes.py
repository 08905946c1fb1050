"""Each change alone: what it needs, what it does, and every refusal with its clause."""

import dataclasses
from datetime import date

import pytest
from pydantic import ValidationError

from factories import ORGANISATIONS, PERSONS, judgement, organisation, record
from jscredit.errors import InvalidInput, Refused, safe
from jscredit.records import (
    Attributed,
    Corrected,
    CreditFile,
    Delisted,
    DelistingGround,
    Flagged,
    Listed,
    ListEntry,
    ListSide,
    Purged,
    RecordStatus,
    Repaired,
    Severity,
    Subject,
    Supplied,
    Unflagged,
    Withdrawn,
)
from oracles.identifiers import invented_credit_code, invented_organisation_code

SHOP = ORGANISATIONS[0]
DAY, NEXT = date(2024, 2, 29), date(2024, 3, 1)
AT = {"day": DAY, "known_on": DAY, "citation": "M16"}
ENTRY = ListEntry(id="E1", side=ListSide.BLACK, subject=SHOP)
ONE = CreditFile(SHOP).apply(Supplied(**AT, record=record(severity=Severity.GENERAL)))


def after(*changes, file=ONE):
    for change in changes:
        file = file.apply(change)
    return file


def refusal(change, file=ONE):
    with pytest.raises(Refused) as caught:
        file.apply(change)
    return caught.value.faults[0]


REPAIRED = Repaired(**AT, record_id="R1")
WITHDRAWN = Withdrawn(**AT, record_id="R1", reason="认定有误")
FLAGGED = Flagged(**AT, record_id="R1", reason="异议", case="案1")
FOREIGN = record(id="R2", subject=ORGANISATIONS[1])
FOREIGN_ENTRY = dataclasses.replace(ENTRY, subject=PERSONS[0])


@pytest.mark.parametrize(
    ("before", "change", "code", "field", "clause"),
    [
        ([], dataclasses.replace(REPAIRED, citation=None), "change.no-citation", "citation", "M36"),
        ([], dataclasses.replace(REPAIRED, day=NEXT), "change.known-before-it-counts", "known_on", "M36"),
        (
            [dataclasses.replace(FLAGGED, known_on=NEXT)],
            dataclasses.replace(FLAGGED, case="案2"),
            "change.out-of-order",
            "known_on",
            "M36",
        ),
        ([], Supplied(**AT, record=record()), "change.duplicate-id", "record", "M16¶2"),
        (
            [],
            Supplied(**AT, record=record(id="R2", subject=ORGANISATIONS[1])),
            "change.another-subject",
            "record",
            "M18",
        ),
        ([], Repaired(**AT, record_id="R9"), "change.unknown-id", "record_id", "M36"),
        ([], Corrected(**AT, record_id="R1", record=record(id="R2")), "change.another-id", "record", "M36"),
        (
            [],
            Corrected(**AT, record_id="R1", record=record(subject=ORGANISATIONS[1])),
            "change.another-subject",
            "record",
            "M18",
        ),
        ([WITHDRAWN], Corrected(**AT, record_id="R1", record=record()), "change.archived", "record_id", "M35¶2"),
        ([WITHDRAWN], WITHDRAWN, "change.archived", "record_id", "M35¶2"),
        ([WITHDRAWN], FLAGGED, "change.archived", "record_id", "M35¶2"),
        ([WITHDRAWN], REPAIRED, "change.archived", "record_id", "M35¶2"),
        ([REPAIRED], REPAIRED, "change.archived", "record_id", "M35¶2"),
        ([FLAGGED], FLAGGED, "change.flag-open", "case", "M32¶3"),
        ([], Unflagged(**AT, record_id="R1", case="案1"), "change.no-flag", "case", "M32¶4"),
        ([FLAGGED], Unflagged(**AT, record_id="R1", case="案2"), "change.no-flag", "case", "M32¶4"),
        ([], Purged(**AT, record_id="R1", element="kind"), "change.not-purgeable", "element", "M14"),
        ([], Purged(**AT, record_id="R1", element="colour"), "change.not-purgeable", "element", "M14"),
        (
            [],
            Listed(**AT, entry=dataclasses.replace(ENTRY, subject=PERSONS[0])),
            "change.another-subject",
            "entry",
            "M18",
        ),
        ([Listed(**AT, entry=ENTRY)], Listed(**AT, entry=ENTRY), "change.duplicate-id", "entry", "M16¶2"),
        (
            [],
            Delisted(**AT, entry_id="E1", ground=DelistingGround.PERIOD_OVER),
            "change.unknown-id",
            "entry_id",
            "M36",
        ),
        (
            [Listed(**AT, entry=ENTRY), Delisted(**AT, entry_id="E1", ground=DelistingGround.PERIOD_OVER)],
            Delisted(**AT, entry_id="E1", ground=DelistingGround.DECISION_AFTER_REPAIR),
            "change.delisted",
            "entry_id",
            "J17",
        ),
        (
            [],
            Attributed(**AT, source_id="S1", record=record(id="R2"), responsibility=judgement(finding=False)),
            "change.not-responsible",
            "responsibility",
            "M29",
        ),
    ],
)
def test_refusals(before, change, code, field, clause):
    file = after(*before)
    found = refusal(change, file)
    assert (found.code, found.field, found.clause) == (code, field, clause)
    assert found.cure.zh
    assert found.cure.en
    with pytest.raises(ValidationError) as caught:
        CreditFile(SHOP, (*file.changes, change))
    (fault,) = safe(caught.value).faults
    assert (fault.code, fault.field) == (code, f"changes.{len(file.changes)}.{field}")


def test_what_is_no_change_is_refused():
    for thing in (None, "supplied", ENTRY, {"type": "repaired"}):
        with pytest.raises(InvalidInput) as caught:
            ONE.apply(thing)
        assert caught.value.code == "change.type"


def test_a_corrected_record_keeps_its_old_version():
    right = record(severity=Severity.SERIOUS)
    (state,) = after(Corrected(**AT, record_id="R1", record=right)).records
    assert (state.record, state.versions) == (right, (ONE.records[0].record,))
    assert state.status is RecordStatus.ACTIVE


def test_a_flag_changes_neither_status_nor_day_and_each_case_has_its_own():
    other = dataclasses.replace(FLAGGED, case=None)
    (state,) = after(FLAGGED, other).records
    assert (state.flagged, state.flags, state.status) == (True, (FLAGGED, other), RecordStatus.ACTIVE)
    (state,) = after(FLAGGED, other, Unflagged(**AT, record_id="R1")).records
    assert state.flags == (FLAGGED,)
    (state,) = after(
        FLAGGED, other, Unflagged(**AT, record_id="R1"), Unflagged(**AT, record_id="R1", case="案1")
    ).records
    assert not state.flagged


def test_a_repaired_record_is_archived_and_stays_readable():
    file = after(dataclasses.replace(REPAIRED, known_on=NEXT))
    (state,) = file.archive
    assert (state.status, state.since, state.record) == (RecordStatus.REPAIRED, DAY, ONE.records[0].record)
    assert file.records == file.archive
    assert ONE.archive == ()
    assert after(REPAIRED, WITHDRAWN).records[0].status is RecordStatus.WITHDRAWN
    assert after(REPAIRED, FLAGGED).records[0].flagged


def test_an_attributed_record_points_to_its_source():
    change = Attributed(**AT, source_id="S1", record=record(id="R2"), responsibility=judgement())
    assert after(change).records[1].source_id == "S1"
    assert ONE.records[0].source_id is None


def test_a_purged_value_is_nowhere_any_more_and_the_marker_stays():
    right = record(severity=Severity.SERIOUS)
    purge = Purged(**AT, record_id="R1", element="severity")
    other = Supplied(**AT, record=record(id="R2", severity=Severity.SERIOUS))
    for file in (
        after(Corrected(**AT, record_id="R1", record=right), other, purge),
        CreditFile(SHOP, (*ONE.changes, Corrected(**AT, record_id="R1", record=right), other, purge)),
    ):
        state, untouched = file.records
        assert state.purged == ("severity",)
        assert [version.severity for version in (*state.versions, state.record)] == [None, None]
        assert [change.record.severity for change in file.changes[:2]] == [None, None]
        assert file.changes[-1] == purge
        assert untouched.record.severity is Severity.SERIOUS
    assert after(purge, purge).records[0].purged == ("severity",)


def test_an_entry_is_listed_and_ends():
    listed = after(Listed(**AT, entry=ENTRY))
    assert [(state.entry, state.delisted_on, state.ground) for state in listed.entries] == [(ENTRY, None, None)]
    (state,) = after(Delisted(**AT, entry_id="E1", ground=DelistingGround.WITHDRAWN_AS_WRONG), file=listed).entries
    assert (state.delisted_on, state.ground) == (DAY, DelistingGround.WITHDRAWN_AS_WRONG)


def test_a_record_with_an_older_number_of_the_same_subject_is_taken():
    old = Subject(organisation_code=invented_organisation_code(1))
    assert SHOP.credit_code.reveal() == invented_credit_code(1)
    assert len(after(Supplied(**AT, record=record(id="R2", subject=old))).records) == 2


def test_a_name_alone_is_no_match_unless_the_two_are_one_and_the_same():
    nameless = Subject(name=SHOP.name)
    assert refusal(Supplied(**AT, record=record(id="R2", subject=nameless))).code == "change.another-subject"
    file = CreditFile(nameless).apply(Supplied(**AT, record=record(subject=nameless)))
    assert len(file.records) == 1


def test_a_refused_change_leaves_the_file_as_it_was():
    before = ONE.to_storage_json()
    refusal(Supplied(**AT, record=record(subject=organisation(99))))
    assert ONE.to_storage_json() == before
    assert len(ONE.records) == 1
