"""What the rules are asked about a case, against what its values say: 3,000 invented cases."""

import pytest

from factories import (
    ORGANISATIONS,
    PERSONS,
    judgement,
    maybe,
    random_day,
    random_entry,
    random_record,
)
from jscredit.deadlines import Years
from jscredit.law import Rank
from jscredit.measures import (
    ActingBody,
    Implementer,
    MeasureCase,
    MeasureFacts,
    MeasureSide,
    PersonRole,
    Power,
    RelatedPerson,
    default_measures,
)
from jscredit.measures.rows import common_row, row_for
from jscredit.records import Category, EntryState, OrganisationForm, RecordStatus, SubjectType
from jscredit.rules import JIANGSU_2018
from jscredit.validity import validity_of
from oracles.dice import dice

MEASURES = default_measures().measures
FLAGS = (
    "refuses",
    "typical_honest",
    "three_clean_years",
    "record_queried",
    "documents_missing",
    "points_reached",
    "good_record",
    "high_rating",
    "demonstration_enterprise",
    "all_else_equal",
    "commended",
    "rural_group",
    "association_member",
    "association_applicant",
)


def drawn(rng):
    subject = rng.choice(ORGANISATIONS if rng.random() < 0.7 else PERSONS)
    entry = random_entry(rng, subject=subject) if rng.random() < 0.7 else None
    state = entry and EntryState(entry=entry, delisted_on=maybe(rng, random_day(rng), unknown=0.7))
    found = (judgement(), judgement(finding=False))
    facts = MeasureFacts(
        **{name: maybe(rng, True, False) for name in (*FLAGS, "civil_servant", "credit_village", "judgment_defaulter")},
        able_to_perform=maybe(rng, *found),
        outstanding_conduct=maybe(rng, *found),
        by_association_rules=maybe(rng, (), ("J14:warning",)),
    )
    person = RelatedPerson(subject=PERSONS[1], role=maybe(rng, *PersonRole), responsible=maybe(rng, *found))
    powers = maybe(rng, (), tuple(Power(measure_id=one.id, basis="法", rank=Rank.LAW) for one in MEASURES[::2]))
    return MeasureCase(
        subject=subject,
        entry=state,
        record=random_record(rng, subject=subject) if rng.random() < 0.5 else None,
        record_status=rng.choice(list(RecordStatus)),
        period_of_use=maybe(rng, Years(2)),
        facts=facts,
        person=maybe(rng, person, unknown=0.6),
        by=maybe(rng, ActingBody(kind=maybe(rng, *Implementer), powers=powers), unknown=0.4),
        acted_on=maybe(rng, random_day(rng)),
    )


def of_ground(case):
    """The entry's and the record's own words."""
    entry, record = case.listed, case.record
    row = {
        "entry_given": entry is not None,
        "record_given": record is not None,
        "list_side": entry and entry.side,
        "entry_severity": entry and entry.severity,
        "valid_from": entry and entry.valid_from,
        "valid_until": entry and entry.valid_until,
        "delisted": bool(case.entry and case.entry.delisted_on),
        "delisted_on": case.entry and case.entry.delisted_on,
        "record_status": case.record_status if record else None,
        "measure_determined_on": entry.determined_on if entry else record and record.determined_on,
        "period_of_use": case.period_of_use,
        "period_of_use_given": case.period_of_use is not None,
        "determined_on": record and record.determined_on,
        "severity": record.severity if record else entry and entry.severity,
        "conduct": record.about if record else entry and entry.conduct,
    }
    if record is not None:
        category = validity_of(record).classification.category
        row["failure_information"] = category is Category.NEGATIVE if category else row_of_open(record)
    return row


def row_of_open(record):
    return None if validity_of(record).classification.missing else False


def of_parties(case):
    facts, person, by = case.facts, case.person, case.by
    organisation = case.subject.type is SubjectType.LEGAL_PERSON
    stated, ground = facts.judgment_defaulter, case.listed and case.listed.ground
    by_ground = ground == "refusal_to_perform_effective_judgment" if ground else None
    return {
        "natural_person": not organisation,
        "subject_type": case.subject.type,
        # Invented codes begin with 91, enterprises; of a person it is not known whether it trades.
        "is_enterprise": organisation,
        "is_market_subject": True if organisation else None,
        "is_government_body": False,
        "is_public_institution": False,
        "civil_servant": False if organisation else facts.civil_servant,
        "credit_village": facts.credit_village if organisation else False,
        "judgment_defaulter": by_ground if stated is None else stated,
        "able_to_perform": facts.able_to_perform and facts.able_to_perform.finding,
        "outstanding_conduct": facts.outstanding_conduct and facts.outstanding_conduct.finding,
        "acted_on": case.acted_on,
        "person_asked": person is not None,
        "person_role": person and person.role,
        "responsible": person and person.responsible and person.responsible.finding,
        "body_asked": by is not None,
        "implementer": by and by.kind,
        **{name: getattr(facts, name) for name in FLAGS},
    }


@pytest.mark.slow
def test_rows_are_what_the_case_says():
    rng = dice(71)
    for _ in range(3_000):
        case, measure = drawn(rng), rng.choice(MEASURES)
        row = row_for(measure, case, common_row(case, JIANGSU_2018), JIANGSU_2018)
        for name, value in (of_ground(case) | of_parties(case)).items():
            assert row[name] == value, name
        powers = case.by.powers if case.by else None
        power = next((one for one in powers or () if one.measure_id == measure.id), None)
        rules = case.facts.by_association_rules
        assert row["body_has_basis"] == (None if powers is None else power is not None)
        assert row["basis_rank"] == (power and power.rank)
        assert row["by_association_rules"] == (None if rules is None else measure.id in rules)
        assert row["measure_period_set"] is False
        assert measure.side in MeasureSide


def test_forms_of_the_factories():
    assert {one.form for one in (*ORGANISATIONS, *PERSONS)} == {None}
    assert OrganisationForm.ENTERPRISE.value == "enterprise"
    assert all(one.credit_code.reveal().startswith("91") for one in ORGANISATIONS)
