"""M29: a serious failure of a legal person is recorded for those responsible, and what becomes of it follows."""

import dataclasses
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import judgement, organisation, person, record
from jscredit.measures import PersonRole, RelatedPerson, attributions, following_changes
from jscredit.records import (
    Corrected,
    CreditFile,
    RecordStatus,
    Repaired,
    Severity,
    SubjectType,
    Supplied,
    Withdrawn,
)
from jscredit.validity import validity_of
from measure_cases import FROM, SHOP, behind, serious_record
from oracles.measures import OFFICERS

ON = date(2020, 6, 1)
RECORD = serious_record()


def attributed(source=RECORD, who=None, on=ON):
    (found,) = attributions(source, [who or behind()], on=on)
    return found


def file_with(source=RECORD, who=None):
    """The person's file, with the derived record in it."""
    who = who or behind()
    return CreditFile(who.subject).apply(attributed(source, who).change(known_on=ON, case="A1"))


def test_the_derived_record_points_to_its_source_and_keeps_its_day():
    (state,) = file_with().records
    assert state.source_id == RECORD.id
    assert state.record.id == f"{RECORD.id}@{SHOP.credit_code.reveal()}"
    assert state.record.subject == behind().subject
    assert (state.record.determined_on, state.record.severity, state.record.kind) == (
        FROM,
        Severity.SERIOUS,
        RECORD.kind,
    )
    assert validity_of(state.record).last_day == validity_of(RECORD).last_day


def test_a_source_without_a_code_is_told_by_its_name():
    named = serious_record(subject=organisation(5, credit_code=None))
    assert attributed(named).derived.id == f"{named.id}@{named.subject.name}"


@pytest.mark.parametrize(
    ("source", "who", "failed"),
    [
        (serious_record(severity=Severity.GENERAL), behind(), "serious"),
        (
            serious_record(subject=organisation(2, type=SubjectType.UNINCORPORATED_ORGANISATION)),
            behind(),
            "legal-person",
        ),
        (serious_record(subject=person(7)), behind(), "legal-person"),
        (RECORD, behind(responsible=False), "responsible"),
        (RECORD, behind(PersonRole.REGISTERED_PRACTITIONER), "named-role"),
        (serious_record(determined_on=date(2021, 1, 1)), behind(), "determined"),
    ],
)
def test_whose_record_it_does_not_become(source, who, failed):
    found = attributed(source, who)
    assert failed in {one.condition.id for one in found.decision.failed}
    assert found.derived is None
    assert found.change(known_on=ON) is None


def test_what_is_missing():
    assert attributed(who=behind(responsible=None)).decision.missing == ("responsible",)
    assert attributed(serious_record(severity=None)).decision.missing == ("severity",)
    assert attributed(who=behind(responsible=None)).change(known_on=ON) is None


@given(
    st.sampled_from(PersonRole),
    st.sampled_from([True, False, None]),
    st.sampled_from([*Severity, None]),
    st.sampled_from([*SubjectType, None]),
)
def test_the_article_on_every_combination(role, responsible, severity, kind):
    subject = organisation(2, type=kind) if kind is not SubjectType.NATURAL_PERSON else person(2)
    source = serious_record(subject=subject, severity=severity)
    verdict = attributed(source, behind(role, responsible=responsible)).decision.verdict.value
    answers = [role.value in OFFICERS, responsible, severity and severity == "serious", kind and kind == "legal_person"]
    wanted = "no" if False in answers else "undetermined" if None in answers else "yes"
    assert verdict == wanted


def test_told_with_the_name_masked():
    found = attributed()
    assert "张*" in found.explain("zh")
    assert behind().subject.resident_id.reveal() not in found.explain("en")
    nameless = RelatedPerson(subject=dataclasses.replace(person(3), name=None))
    assert attributed(who=nameless).explain("en").startswith("?")


def corrected(**parts):
    return Corrected(
        day=date(2020, 9, 1),
        known_on=date(2020, 9, 2),
        citation="M32¶4",
        case="O1",
        record_id=RECORD.id,
        record=dataclasses.replace(RECORD, **parts),
    )


WITHDRAWN = Withdrawn(
    day=date(2020, 9, 1), known_on=date(2020, 9, 2), citation="M32¶4", case="O1", record_id=RECORD.id, reason="误记"
)
REPAIRED = Repaired(day=date(2020, 9, 1), known_on=date(2020, 9, 2), citation="M35¶2", case="X1", record_id=RECORD.id)


def follow(change, *files, **options):
    """The files after what follows from a change of the source."""
    found = following_changes(change, source=RECORD, files=files, **options)
    return [apply_all(file, changes) for file, changes in found]


def apply_all(file, changes):
    for change in changes:
        file = file.apply(change)
    return file


def test_a_correction_is_made_in_the_derived_record_too():
    (file,) = follow(corrected(document_number="虚罚〔2020〕2号"), file_with())
    (state,) = file.records
    assert state.record.document_number == "虚罚〔2020〕2号"
    assert (state.status, len(state.versions), state.record.subject) == (RecordStatus.ACTIVE, 1, behind().subject)
    assert file.changes[-1].citation == "M29"


@pytest.mark.parametrize("severity", [Severity.GENERAL, Severity.RATHER_SERIOUS])
def test_a_correction_that_takes_the_ground_away_withdraws_it(severity):
    (file,) = follow(corrected(severity=severity), file_with())
    assert [state.status for state in file.records] == [RecordStatus.WITHDRAWN]


def test_a_correction_that_leaves_the_ground_open_keeps_it():
    (file,) = follow(corrected(severity=None), file_with())
    assert [state.status for state in file.records] == [RecordStatus.ACTIVE]


@pytest.mark.parametrize(("change", "status"), [(WITHDRAWN, RecordStatus.WITHDRAWN), (REPAIRED, RecordStatus.REPAIRED)])
def test_it_ends_with_its_source(change, status):
    (file,) = follow(change, file_with())
    assert [state.status for state in file.records] == [status]
    assert follow(change, file) == []


def test_a_repaired_one_is_still_corrected_and_withdrawn():
    (repaired,) = follow(REPAIRED, file_with())
    (file,) = follow(WITHDRAWN, repaired)
    assert [state.status for state in file.records] == [RecordStatus.WITHDRAWN]


def test_only_files_that_hold_a_derived_record_change():
    own = record(id=RECORD.id, subject=person(3), kind=RECORD.kind, determined_on=FROM)
    other = CreditFile(person(3)).apply(Supplied(day=FROM, known_on=FROM, citation="M16", record=own))
    assert follow(REPAIRED, other, CreditFile(person(4))) == []
    later = follow(REPAIRED, other, file_with(), known_on=date(2020, 10, 1))
    assert [file.changes[-1].known_on for file in later] == [date(2020, 10, 1)]


def test_a_finding_is_never_a_bare_yes():
    with_evidence = RelatedPerson(
        subject=person(3), role=PersonRole.PRINCIPAL, responsible=judgement(evidence=("调查报告",))
    )
    change = attributed(who=with_evidence).change(known_on=ON)
    assert change.responsibility.evidence == ("调查报告",)
    assert (change.source_id, change.citation) == (RECORD.id, "M29")
