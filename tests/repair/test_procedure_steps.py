"""The steps of a repair: the application at the door, opinion, publication, objections, report, adoption."""

import dataclasses
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factories import judgement, record
from jscredit.deadlines import WorkingDays, Years
from jscredit.errors import Refused
from jscredit.law import Rank
from jscredit.records import Conduct, CreditFile, Kind, Procedure, RepairEvidence, Subject, Supplied
from jscredit.repair import (
    CLEAN_YEAR,
    OPINION_PERIOD,
    SAME_KIND,
    ObjectionFounded,
    ObjectionRaised,
    OpinionAgainst,
    Published,
    RepairCase,
    RepairCondition,
    RepairEffort,
    RepairStage,
    Reported,
    evidence_with_file,
    repair_eligibility,
)
from jscredit.rules import JIANGSU_2018, Setting, Source
from oracles.repair_procedure import last_day_of_publication
from repair_procedure_cases import (
    AFTER,
    DAY,
    EVIDENCE,
    FAILURE,
    LAST_DAY,
    MAN,
    OFFICE,
    OTHER_SHOP,
    PROVIDER,
    SHOP,
    applied,
    case_in,
    events_on,
    evidence,
    file_of,
    new_case,
    refusals,
)


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, []),
        ({"written": False}, ["repair.not-written"]),
        ({"addressee": OFFICE}, ["repair.not-the-provider"]),
        ({"applicant": OTHER_SHOP}, ["repair.not-the-subject"]),
        ({"applicant": Subject(name=SHOP.name)}, ["repair.not-the-subject"]),
        (
            {"written": False, "addressee": OFFICE, "applicant": OTHER_SHOP},
            ["repair.not-the-subject", "repair.not-written", "repair.not-the-provider"],
        ),
        ({"evidence": evidence(self_discipline=False)}, ["repair.not-eligible", "repair.self-discipline"]),
        ({"evidence": evidence(self_discipline=None)}, ["repair.missing"]),
        ({"efforts": (RepairEffort.VOLUNTEER_SERVICE,)}, []),
    ],
)
def test_application_at_the_door(changes, codes):
    assert refusals(new_case(), applied(**changes)) == codes


def test_provider_that_is_not_told_is_asked_for():
    case = new_case(record=dataclasses.replace(FAILURE, provider=None))
    assert refusals(case, applied()) == ["repair.provider-unknown"]


def test_every_condition_not_met_is_told_with_its_cure():
    given_ = RepairEvidence(
        corrected=False,
        recurred=False,
        clear_effect=judgement(finding=False),
        adverse_effect_eliminated=judgement(finding=False),
        self_discipline=False,
        credit_management_system=False,
        commitment_not_to_fail_again=False,
    )
    with pytest.raises(Refused) as caught:
        new_case().apply(applied(date(2027, 3, 2), evidence=given_))
    codes = [fault.code for fault in caught.value.faults]
    assert codes == [
        "repair.not-eligible",
        "repair.in-use",
        "repair.corrected",
        "repair.clear-effect",
        "repair.adverse-effect-eliminated",
        "repair.clean-year",
        "repair.self-discipline",
        "repair.credit-management-system",
        "repair.commitment-not-to-fail-again",
    ]
    assert {fault.clause for fault in caught.value.faults} == {"M34", "M34(1)", "M34(2)", "M34(3)"}
    assert all(fault.cure.zh and fault.cure.en for fault in caught.value.faults)


def test_what_has_not_happened_cannot_be_corrected():
    case = new_case(record=dataclasses.replace(FAILURE, conduct_on=date(2024, 2, 1)))
    assert refusals(case, applied()) == []
    early = evidence(corrected_on=date(2024, 1, 31))
    assert refusals(case, applied(evidence=early)) == ["repair.corrected-before-conduct"]


def test_information_that_is_no_failure_needs_no_repair():
    kind = record(kind=Kind.ADMINISTRATIVE_LICENCE, provider=PROVIDER, determined_on=date(2026, 5, 1))
    assert refusals(new_case(record=kind), applied())[1:3] == ["repair.failure-information", "repair.determined"]


def test_refusal_says_what_to_change_and_from_when():
    with pytest.raises(Refused) as caught:
        new_case().apply(applied(evidence=evidence(self_discipline=False)))
    assert (caught.value.can_come, caught.value.to_change) == (True, (RepairCondition.SELF_DISCIPLINE,))
    assert caught.value.faults[0].cure.en == (
        "needed: stronger self-discipline; then it may be applied for from 2026-02-11 to 2027-03-01"
    )
    with pytest.raises(Refused) as caught:
        new_case().apply(applied(date(2025, 12, 2)))
    assert caught.value.faults[0].cure.en == "it may be applied for from 2025-12-03 to 2027-03-01"
    assert caught.value.faults[0].cure.zh == "2025-12-03至2027-03-01可以申请"


def test_what_is_missing_is_asked_for_by_name():
    unknown = dataclasses.replace(FAILURE, kind=Kind.PENALTY)
    with pytest.raises(Refused) as caught:
        new_case(record=unknown).apply(applied(evidence=evidence(commitment_not_to_fail_again=None)))
    asked = {(fault.code, fault.field, fault.clause) for fault in caught.value.faults}
    assert asked == {
        ("repair.missing", "commitment_not_to_fail_again", "M34"),
        ("repair.missing", "procedure", "M12"),
        ("repair.missing", "reflects_credit", "M12"),
    }


def test_period_of_use_and_readings_count():
    late = applied(date(2027, 3, 2))
    assert refusals(new_case(), late) == ["repair.not-eligible", "repair.in-use"]
    assert refusals(new_case(period_of_use=Years(5)), late) == []
    early = applied(date(2025, 1, 6))
    assert refusals(new_case(), early) == ["repair.not-eligible", "repair.clean-year"]
    regime = JIANGSU_2018.reading(CLEAN_YEAR, "so-far")
    case = new_case().apply(early, regime=regime)
    assert RepairCase.from_storage_json(case.to_storage_json(), regime=regime) == case


@settings(deadline=None)  # the first count builds the calendars
@given(st.dates(date(2025, 12, 3), date(2026, 10, 1)), st.integers(0, 25))
def test_publication_lasts_five_full_working_days(published_on, later):
    case = new_case().apply(applied(date(2025, 12, 3)))
    for event in (events_on(published_on)["opinion_in_favour"], Published(on=published_on, site="网站")):
        case = case.apply(event)
    last, day = last_day_of_publication(published_on), published_on + timedelta(later)
    assert case.publication().due == last
    assert (refusals(case, Reported(on=day)) == []) == (day > last)
    assert (refusals(case, ObjectionRaised(on=day, reason="有异议")) == []) == (day <= last)


def test_publication_across_spring_festival():
    case = case_in("published")
    assert case.publication().due == LAST_DAY
    assert [str(one.day) for one in case.publication().made_up] == ["2026-02-14"]
    assert refusals(case, Reported(on=LAST_DAY)) == ["procedure.too-early"]
    assert refusals(case, ObjectionRaised(on=AFTER, reason="有异议")) == ["procedure.too-late"]
    assert case_in("supported").publication() is None


def test_late_objection_is_told_where_it_can_go():
    with pytest.raises(Refused) as caught:
        case_in("published").apply(ObjectionRaised(on=AFTER, reason="有异议"))
    assert caught.value.faults[0].clause == "M35¶1"
    assert "art. 31" in caught.value.text("en")


def test_objections_are_verified_together_and_the_repair_goes_on():
    objected = case_in("objected").apply(ObjectionRaised(on=LAST_DAY, reason="另有异议"))
    assert objected.stage is RepairStage.OBJECTED
    gone_on = objected.apply(events_on(date(2026, 3, 4))["objection_unfounded"])
    assert gone_on.apply(Reported(on=date(2026, 3, 4))).stage is RepairStage.REPORTED


@pytest.mark.parametrize(
    "event", [OpinionAgainst(on=DAY, document="1", lacking=()), ObjectionFounded(on=DAY, lacking=())]
)
def test_refusal_without_a_reason_is_refused(event):
    stage = "applied" if isinstance(event, OpinionAgainst) else "objected"
    assert refusals(case_in(stage), event) == ["repair.nothing-lacking"]


def duties(case, on, **options):
    return [
        (duty.what.en, duty.deadline and duty.deadline.due, duty.status.value) for duty in case.duties(on=on, **options)
    ]


def test_opinion_is_due_in_the_period_that_the_agency_prescribes():
    case = case_in("applied")
    (told,) = case.duties(on=DAY)
    assert (told.deadline, told.missing, told.clause.ledger_id) == (None, ("repair-opinion-period",), "M35¶1")
    agency = Setting(OPINION_PERIOD, WorkingDays(10), Source("虚构市城管局规定", Rank.AGENCY_SETTING))
    regime = JIANGSU_2018.with_settings(agency)
    # 12, 13, 14; 24 to 28 February (a working Saturday); 2 and 3 March.
    assert duties(case, date(2026, 3, 4), regime=regime) == [("give the written opinion", date(2026, 3, 3), "overdue")]


def test_other_duties_are_prompt_and_met_by_the_next_step():
    assert duties(case_in("adopted"), AFTER) == [
        ("give the written opinion", None, "met"),
        ("publish it on its site", None, "met"),
        ("report the repair once the publication has ended", None, "met"),
        ("adopt the repair", None, "met"),
    ]
    assert duties(case_in("objected"), DAY)[-1] == ("verify the objection and give an opinion", None, "undated")


def test_file_fills_the_evidence_so_that_the_case_replays_alone():
    again = record(
        id="R2",
        kind=Kind.PENALTY,
        conduct=Conduct.BID_RIGGING,
        reflects_credit=True,
        procedure=Procedure.GENERAL,
        conduct_on=date(2025, 3, 3),
        determined_on=date(2025, 4, 1),
    )
    day = date(2025, 4, 1)
    file = file_of(FAILURE).apply(Supplied(day=day, known_on=day, citation="M16", record=again))
    filled = evidence_with_file(FAILURE, EVIDENCE, file=file, on=DAY)
    assert (filled.recurred, filled.recurred_on) == (True, date(2025, 3, 3))
    assert refusals(new_case(), applied(evidence=filled)) == ["repair.not-eligible", "repair.clean-year"]
    by_record_kind = JIANGSU_2018.reading(SAME_KIND, "same-record-kind")
    other = evidence_with_file(FAILURE, EVIDENCE, file=file, on=DAY, regime=by_record_kind)
    assert (other.recurred, other.recurred_on) == (False, None)


@pytest.mark.parametrize("since", [None, date(2024, 1, 1)])
def test_silence_of_a_file_is_a_no_only_where_it_is_vouched_for(since):
    file = CreditFile(SHOP, (), since)
    filled = evidence_with_file(FAILURE, evidence(recurred=None), file=file, on=DAY)
    assert filled.recurred is (None if since is None else False)
    direct = repair_eligibility(FAILURE, evidence(recurred=None), on=DAY, file=file)
    assert repair_eligibility(FAILURE, filled, on=DAY).verdict is direct.verdict


def test_persons_may_repair_too_and_need_no_system():
    failure = dataclasses.replace(FAILURE, subject=MAN, kind=Kind.FALSE_MATERIAL)
    given_ = evidence(credit_management_system=None)
    assert refusals(new_case(record=failure), applied(applicant=MAN, evidence=given_)) == []
