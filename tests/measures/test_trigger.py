"""From an entry to its measures (M28, J11 to J15): what applies, what is refused, what ends it, to whom."""

import dataclasses
import json
from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from factories import judgement, organisation, person
from jscredit.deadlines import Years
from jscredit.errors import InvalidInput, NotInForce
from jscredit.law import Rank
from jscredit.measures import (
    HIGH_CONSUMPTION,
    MEASURE_PERIOD,
    PERIOD_RUNS_FROM,
    SERIOUSNESS,
    ActingBody,
    Implementer,
    MeasureCase,
    MeasureFacts,
    MeasureSide,
    MeasureStatus,
    PersonRole,
    RelatedPerson,
    default_measures,
    trigger,
    triggered_measures,
)
from jscredit.names import load_settings
from jscredit.records import (
    Conduct,
    ListingGround,
    Matter,
    OrganisationForm,
    RecordStatus,
    Severity,
    Subject,
    SubjectType,
)
from jscredit.records.facts import CONDUCT
from jscredit.rules import JIANGSU_2018, Setting, Source
from jscredit.rules.documents import setting_json
from measure_cases import (
    AUTHORITY,
    EXIT,
    FISCAL,
    FROM,
    SHOP,
    UNTIL,
    acting,
    behind,
    black,
    case_of,
    codes,
    ended,
    red,
    refuses,
    serious_record,
)

ON = date(2021, 6, 1)
DAY = timedelta(1)
AIR, LOAN, BAN = "J13:restricted_air_travel", "J13:higher_loan_rate", "J11:market_and_industry_ban"
PERSONS, M29 = "J11:measures_on_persons_behind_bodies", "M29:measures_on_responsible_persons"
AGENCY = Source("虚构规定", Rank.AGENCY_SETTING)
ISSUED = dataclasses.replace(default_measures(), issuer=AUTHORITY, published_on=date(2020, 1, 1), edition="2020")


def status(measure_id, case, on=ON, **options):
    return trigger(measure_id, case, on=on, **options).status.value


# --- M28: the list and the entry


def test_an_entry_in_force_triggers_what_is_on_the_list():
    found = trigger(FISCAL, case_of(), on=ON)
    assert found.status is MeasureStatus.APPLIES
    assert found.is_owed
    assert found.last_day == UNTIL
    assert [one.id for one in found.ended_by] == ["entry-not-over"]
    assert found.citations[0].ledger_id == "J11"


def test_what_is_not_on_the_list_is_refused():
    assert codes(trigger, "J11:another", case_of(), on=ON) == ["measures.not-on-list"]


@pytest.mark.parametrize(
    ("case", "on", "code"),
    [
        (case_of(), FROM - DAY, "measures.entry-begun"),
        (case_of(), UNTIL + DAY, "measures.entry-not-over"),
        (case_of(ended(black(), date(2021, 5, 1))), ON, "measures.entry-not-ended"),
    ],
)
def test_an_entry_that_is_not_in_force_is_refused(case, on, code):
    assert codes(trigger, FISCAL, case, on=on) == [code]
    assert codes(triggered_measures, case, on=on) == [code]


def test_an_entry_without_an_end_is_undetermined():
    found = trigger(FISCAL, case_of(black(valid_until=None)), on=ON)
    assert (found.status, found.missing) == (MeasureStatus.OPEN, ("valid_until",))
    assert not found.is_owed


def test_an_issued_list_is_used_from_its_publication_on():
    assert status(FISCAL, case_of(), measures=ISSUED) == "applies"
    later = dataclasses.replace(ISSUED, published_on=date(2022, 1, 1))
    assert codes(trigger, FISCAL, case_of(), on=ON, measures=later) == ["measures.list-published"]
    never = dataclasses.replace(ISSUED, published_on=None)
    assert codes(trigger, FISCAL, case_of(), on=ON, measures=never) == ["measures.missing", "measures.missing"]


def test_only_an_issued_list_goes_without_the_notice():
    case = case_of(black(severity=Severity.SERIOUS))
    assert [one.code for one in triggered_measures(case, on=ON).notices] == ["measures.not-issued"]
    assert triggered_measures(case, on=ON, measures=ISSUED).notices == ()


def test_bad_questions():
    with pytest.raises(InvalidInput):
        trigger(FISCAL, case_of(), on=ON, measures="the list")
    with pytest.raises(InvalidInput):
        trigger(FISCAL, case_of(), on="2021-06-01")
    with pytest.raises(NotInForce):
        trigger(FISCAL, MeasureCase(subject=SHOP), on=date(2017, 1, 1))


# --- what each clause asks for


def test_exit_restriction_needs_ability_and_refusal():
    assert status(EXIT, case_of(facts=refuses())) == "applies"
    assert status(EXIT, case_of(facts=refuses(refuses=False))) == "does_not_apply"
    assert status(EXIT, case_of(facts=refuses(able_to_perform=judgement(finding=False)))) == "does_not_apply"
    found = trigger(EXIT, case_of(facts=refuses(able_to_perform=None, refuses=None)), on=ON)
    assert found.missing == ("able_to_perform", "refuses")


def test_a_judgment_defaulter_by_the_ground_of_the_entry():
    of_court = black(ground=ListingGround.REFUSAL_TO_PERFORM_EFFECTIVE_JUDGMENT)
    facts = refuses(judgment_defaulter=None)
    assert status(EXIT, case_of(of_court, facts=facts)) == "applies"
    assert status(EXIT, case_of(black(ground=ListingGround.REGISTRATION), facts=facts)) == "does_not_apply"
    assert trigger(EXIT, case_of(facts=facts), on=ON).missing == ("judgment_defaulter",)


def test_high_consumption_needs_ability_and_refusal():
    assert status(AIR, case_of(facts=refuses(judgment_defaulter=None))) == "applies"
    assert status(AIR, case_of(facts=refuses(refuses=None))) == "open"


def test_high_consumption_of_persons_by_reading():
    entry = black(subject=person(1))
    assert status(AIR, case_of(entry, facts=refuses())) == "applies"
    law = JIANGSU_2018.reading(HIGH_CONSUMPTION, "market-subjects-only")
    assert status(AIR, case_of(entry, facts=refuses()), regime=law) == "open"
    found = trigger(AIR, case_of(entry, facts=refuses()), on=ON)
    assert any("high-consumption" in one.code for one in found.decision.notices)


def test_financial_restraints_need_a_serious_failure_and_are_guided():
    found = trigger(LOAN, case_of(black(severity=Severity.SERIOUS)), on=ON)
    assert (found.status.value, found.measure.force.value, found.is_owed) == ("applies", "guided", False)
    assert trigger(LOAN, case_of(), on=ON).missing == ("entry_severity",)
    assert status(LOAN, case_of(black(severity=Severity.GENERAL))) == "does_not_apply"
    law = JIANGSU_2018.reading(SERIOUSNESS, "by-listing")
    assert status(LOAN, case_of(), regime=law) == "applies"


def test_a_bid_deposit_needs_a_good_record_or_a_high_rating():
    deposit = "J10:no_bid_deposit"
    assert status(deposit, case_of(red(), facts=MeasureFacts(high_rating=True))) == "applies"
    assert status(deposit, case_of(red(), facts=MeasureFacts(good_record=False))) == "open"
    assert status(deposit, case_of(red(), facts=MeasureFacts(good_record=False, high_rating=False))) == "does_not_apply"


def test_associations_act_by_their_own_rules():
    facts = MeasureFacts(association_member=True, by_association_rules=("J14:warning",), association_rules="章程")
    assert status("J14:warning", case_of(facts=facts)) == "applies"
    assert status("J14:public_censure", case_of(facts=facts)) == "does_not_apply"
    assert status("J14:refusal_of_admission", case_of(facts=dataclasses.replace(facts, association_applicant=False)))
    without = MeasureFacts(association_member=True)
    assert trigger("J14:warning", case_of(facts=without), on=ON).missing == ("by_association_rules",)


@pytest.mark.parametrize(
    ("form", "code", "wanted"),
    [
        (OrganisationForm.ENTERPRISE, None, (True, True)),
        (OrganisationForm.SOLE_TRADER, None, (False, True)),
        (OrganisationForm.STATE_ORGAN, None, (False, False)),
        (OrganisationForm.OTHER, None, (None, None)),
        (OrganisationForm.RURAL_COLLECTIVE, None, (False, None)),
        (None, "91", (True, True)),
        (None, None, (None, None)),
    ],
)
def test_enterprises_and_market_subjects(form, code, wanted):
    trader = form is OrganisationForm.SOLE_TRADER
    kind = SubjectType.NATURAL_PERSON if trader else None
    subject = organisation(1, type=kind, form=form) if code else Subject(type=kind, form=form, name="虚构")
    fairs = trigger(
        "J7:promotion_at_fairs",
        MeasureCase(subject=subject, facts=MeasureFacts(demonstration_enterprise=True)),
        on=ON,
    ).decision.row["is_enterprise"]
    listed = trigger(LOAN, case_of(black(subject=subject)), on=ON).decision.row["is_market_subject"]
    assert (fairs, listed) == wanted


def test_persons_and_organisations_are_kept_apart():
    card = "J9:personal_integrity_card"
    assert status(card, MeasureCase(subject=person(1))) == "applies"
    assert status(card, MeasureCase(subject=SHOP)) == "does_not_apply"
    village = MeasureCase(subject=person(1), facts=MeasureFacts(credit_village=True))
    assert status("G3.7:agricultural_development_support", village) == "does_not_apply"
    priority = MeasureFacts(civil_servant=True, all_else_equal=True, typical_honest=True)
    assert status("G1.2:priority_in_promotion_all_else_equal", MeasureCase(subject=person(1), facts=priority)) == (
        "applies"
    )
    shop = MeasureCase(subject=SHOP, facts=priority)
    assert status("G1.2:priority_in_promotion_all_else_equal", shop) == "does_not_apply"


# --- the body (M25)


def test_a_body_without_a_basis_may_not_apply_it():
    found = trigger(FISCAL, case_of(by=acting(LOAN)), on=ON)
    assert found.status is MeasureStatus.NOT_APPLICABLE
    assert [one.condition.id for one in found.decision.failed] == ["statutory-basis"]
    assert "M25" in {one.ledger_id for one in found.citations}
    assert "该单位不得实施；不符合实施单位有法定依据" in found.explain("zh")


@pytest.mark.parametrize("measure", [EXIT, AIR])
def test_nobody_restricts_exit_or_consumption_without_a_basis(measure):
    """M25 has departments act within their statutory powers, also where J12 and J13 do not say 依法."""
    assert status(measure, case_of(facts=refuses(), by=acting(LOAN))) == "not_applicable"
    assert status(measure, case_of(facts=refuses(), by=acting(measure))) == "applies"


def test_the_green_channel_of_a_body_that_has_no_basis_at_all():
    case = MeasureCase(subject=SHOP, facts=MeasureFacts(three_clean_years=True), by=acting())
    assert status("J8:green_channel", case) == "not_applicable"


def test_a_body_with_a_basis_and_one_of_unknown_powers():
    found = trigger(FISCAL, case_of(by=acting(FISCAL)), on=ON)
    assert (found.status.value, found.power.basis) == ("applies", "虚构条例第1条")
    assert "by 虚构条例第1条" in found.explain("en")
    unknown = ActingBody(kind=Implementer.GOVERNMENT_OR_DEPARTMENT)
    assert trigger(FISCAL, case_of(by=unknown), on=ON).missing == ("body_has_basis",)


def test_a_body_of_another_kind():
    assert status(FISCAL, case_of(by=acting(FISCAL, kind=Implementer.ENTERPRISE))) == "not_applicable"
    # Where the case fails as well, it is not for the body alone.
    entry = black(severity=Severity.GENERAL)
    assert status(LOAN, case_of(entry, by=acting(kind=Implementer.MEDIA))) == "does_not_apply"


def test_the_green_channel_needs_a_regulation_or_rule():
    facts = MeasureFacts(three_clean_years=True)
    channel = "J8:green_channel"
    for rank, wanted in ((Rank.LOCAL_REGULATION, "applies"), (Rank.NORMATIVE_DOCUMENT, "not_applicable")):
        case = MeasureCase(subject=SHOP, facts=facts, by=acting(channel, rank=rank))
        assert status(channel, case) == wanted


# --- the earliest end (J23, J20, M30)


def period(value=None, when=None):
    return JIANGSU_2018.with_settings(Setting(MEASURE_PERIOD, value or Years(1), AGENCY, when))


def test_it_ends_with_the_measure_period():
    found = trigger(FISCAL, case_of(), on=date(2020, 6, 1), regime=period())
    assert (found.last_day, [one.id for one in found.ended_by]) == (date(2021, 3, 1), ["measure-period"])
    assert [one.citation.ledger_id for one in found.ended_by] == ["J23"]
    assert status(FISCAL, case_of(), regime=period()) == "does_not_apply"


def test_a_period_for_one_conduct_only():
    law = period(when=CONDUCT == Conduct.TAX_EVASION)
    for conduct, last in ((Conduct.TAX_EVASION, date(2021, 3, 1)), (Conduct.BID_RIGGING, UNTIL)):
        found = trigger(FISCAL, case_of(black(conduct=conduct)), on=date(2020, 6, 1), regime=law)
        assert found.last_day == last
    unknown = trigger(FISCAL, case_of(), on=ON, regime=law)
    assert unknown.status is MeasureStatus.OPEN
    assert "measure_period_set" in unknown.missing


def test_the_departments_table_from_a_settings_file(tmp_path):
    """J23: a line for each kind of failure, each with its citation."""
    lines = [
        Setting(MEASURE_PERIOD, Years(years), Source(f"虚构规定第{years}条", Rank.NORMATIVE_DOCUMENT), when)
        for years, when in ((1, CONDUCT == Conduct.TAX_EVASION), (2, CONDUCT == Conduct.BID_RIGGING))
    ]
    path = tmp_path / "periods.json"
    head = {"schema": "jscredit.settings", "version": 1}
    path.write_text(json.dumps(head | {"settings": [setting_json(one) for one in lines]}), encoding="utf-8")
    law = JIANGSU_2018.with_settings(*load_settings(path))
    for conduct, last in (
        (Conduct.TAX_EVASION, date(2021, 3, 1)),
        (Conduct.BID_RIGGING, date(2022, 3, 1)),
        (Conduct.PRICE_VIOLATION, UNTIL),
    ):
        found = trigger(FISCAL, case_of(black(conduct=conduct)), on=date(2020, 6, 1), regime=law)
        assert found.last_day == last
    told = trigger(FISCAL, case_of(black(conduct=Conduct.TAX_EVASION)), on=date(2020, 6, 1), regime=law)
    assert "虚构规定第1条" in str(told.decision.basis.settings)


def test_a_period_from_the_action_on():
    law = period().reading(PERIOD_RUNS_FROM, "action")
    found = trigger(FISCAL, case_of(acted_on=date(2020, 5, 6)), on=date(2020, 6, 1), regime=law)
    assert found.last_day == date(2021, 5, 6)
    assert trigger(FISCAL, case_of(), on=ON, regime=law).missing == ("acted_on",)


def test_it_ends_with_the_record():
    record = serious_record(severity=Severity.GENERAL)
    found = trigger(FISCAL, case_of(record=record), on=date(2020, 6, 1))
    assert found.last_day == date(2021, 3, 1)
    assert [one.id for one in found.ended_by] == ["record-restraint-not-expired"]
    repaired = case_of(record=record, record_status=RecordStatus.REPAIRED)
    assert status(FISCAL, repaired, on=date(2020, 6, 1)) == "does_not_apply"
    of_use = case_of(record=serious_record(), period_of_use=Years(2))
    assert trigger(FISCAL, of_use, on=ON).last_day == date(2022, 3, 1)


def test_a_failure_without_an_entry():
    case = MeasureCase(subject=SHOP, record=serious_record())
    assert status(FISCAL, case) == "does_not_apply"
    found = triggered_measures(case, on=ON)
    assert {one.measure.side for one in found.asked} == {MeasureSide.RESTRAINT}
    applying = {one.measure.id for one in found.applying}
    assert LOAN in applying
    assert "M26¶1:higher_deposit" in applying


def test_an_entry_taken_off_later_ends_it_that_day():
    found = trigger(FISCAL, case_of(ended(black(), date(2022, 1, 1))), on=ON)
    assert found.last_day == date(2021, 12, 31)
    assert [one.citation.ledger_id for one in found.ended_by] == ["J17"]


def test_an_incentive_by_an_honour_has_no_known_end():
    case = MeasureCase(subject=SHOP, facts=MeasureFacts(typical_honest=True))
    found = trigger("J7:website_publicity", case, on=ON)
    assert (found.last_day, found.ended_by) == (None, ())
    assert found.explain("en").count(";") == 4


# --- all of a case


def test_of_the_side_of_the_entry_and_of_the_matter():
    found = triggered_measures(case_of(), on=ON, matter=Matter.FISCAL_FUNDS_AND_PROJECTS)
    ids = {one.measure.id for one in found.asked}
    assert FISCAL in ids
    assert "J11:strict_licensing_review" not in ids
    assert {one.measure.side for one in found.asked} == {MeasureSide.RESTRAINT}
    assert [one.measure.id for one in found.owed] == [FISCAL, "J11:restricted_neeq_listing_and_financing"]
    assert set(found.missing) >= {"able_to_perform", "refuses"}
    of_red = triggered_measures(case_of(red()), on=ON)
    assert {one.measure.side for one in of_red.asked} == {MeasureSide.INCENTIVE}
    assert not [one for one in of_red.owed if one.measure.force.value != "must"]
    assert len(triggered_measures(MeasureCase(subject=SHOP), on=ON).asked) == 89


def test_told_in_both_languages_and_as_json():
    found = triggered_measures(case_of(black(subject=person(1)), by=acting(LOAN)), on=ON)
    zh, en = (found.explain(lang) for lang in ("zh", "en"))
    assert len(zh.split("\n")) == len(en.split("\n"))
    assert found.not_applicable
    document = json.loads(found.to_public_json())
    assert (document["schema"], document["form"], document["entry"]) == ("jscredit.triggered-measures", "public", "B1")
    assert person(1).resident_id.reveal() not in found.to_public_json() + zh + en
    assert {one["status"] for one in document["measures"]} <= {one.value for one in MeasureStatus}
    assert [one["id"] for one in document["measures"] if one["owed"]] == []


def test_nothing_applies():
    found = triggered_measures(MeasureCase(subject=SHOP, person=behind()), on=ON)
    nothing = dataclasses.replace(found, asked=())
    assert nothing.explain("en").startswith("no measure applies")


# --- the persons behind it


@pytest.mark.parametrize(
    ("role", "responsible", "wanted"),
    [
        (PersonRole.LEGAL_REPRESENTATIVE, True, ("applies", "applies", "applies")),
        (PersonRole.PRINCIPAL, False, ("does_not_apply",) * 3),
        (PersonRole.DIRECTLY_RESPONSIBLE, None, ("open",) * 3),
        (PersonRole.REGISTERED_PRACTITIONER, True, ("applies", "does_not_apply", "does_not_apply")),
    ],
)
def test_whom_the_measures_reach(role, responsible, wanted):
    case = case_of(black(severity=Severity.SERIOUS), person=behind(role, responsible=responsible))
    assert tuple(status(one, case) for one in (BAN, PERSONS, M29)) == wanted
    asked = {one.measure.id for one in triggered_measures(case, on=ON).asked}
    assert asked == {BAN, PERSONS, M29}


def test_not_of_unincorporated_organisations():
    firm = organisation(2, type=SubjectType.UNINCORPORATED_ORGANISATION, form=OrganisationForm.ENTERPRISE)
    case = case_of(black(subject=firm, severity=Severity.SERIOUS), person=behind())
    assert [status(one, case) for one in (BAN, PERSONS, M29)] == ["does_not_apply"] * 3
    # The subject itself is banned.
    assert status(BAN, case_of(black(subject=firm))) == "applies"


def test_the_last_sentence_of_j11_asks_for_no_black_list():
    office = organisation(4, form=OrganisationForm.STATE_ORGAN)
    failed = serious_record(subject=office, severity=Severity.GENERAL)
    case = MeasureCase(subject=office, record=failed, person=behind())
    assert status(PERSONS, case, on=date(2020, 6, 1)) == "applies"


def test_a_case_is_about_one_subject():
    with pytest.raises(ValidationError) as caught:
        MeasureCase(subject=organisation(9), entry=ended(black(), None), record=serious_record())
    assert {line["type"] for line in caught.value.errors()} == {"measure-case.another-subject"}
    with pytest.raises(ValidationError) as caught:
        RelatedPerson(subject=SHOP)
    assert {line["type"] for line in caught.value.errors()} == {"person.organisation"}
