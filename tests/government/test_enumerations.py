"""The lists of the opinions, typed by hand: codes in the order of the text, and where each stands."""

import pytest

from jscredit import government
from jscredit.government import GovernmentField, GovernmentParty, GrassrootsIncentive, PriorityMatter
from jscredit.records import Vocabulary

LISTS = {
    "MajorDecisionStep": "public_participation expert_argument risk_assessment legality_review collective_decision",
    "OpennessException": "information_security state_secret trade_secret privacy",
    "PublicStage": "decision execution management service result",
    "ServicePromiseKind": "service_quality time_limit guarantee",
    "GovernmentTradingField": "debt_financing government_procurement tendering",
    "CoverageTarget": "double_publicity recording collection sharing",
    "LinkedSource": (
        "civil_service_recruitment_integrity_file bribery_crime_query_system public_resource_trading_credit_base"
    ),
    "BodyContent": "lawful_administration openness social_integrity public_satisfaction",
    "CivilServantContent": (
        "lawful_performance_of_duty integrity_and_diligence standard_service commendations_and_awards "
        "clean_government_record violations yearly_assessment personal_matters_sanction"
    ),
    "FailureCause": "violation breach_of_trust_or_contract",
    "FailureOutcome": "court_judgment administrative_penalty disciplinary_sanction accountability_decision",
    "RecordingOccasion": (
        "daily_management_assessment transfer_and_promotion appointment_vetting evaluation_and_awards commendation "
        "complaint_and_report case_investigation"
    ),
    "GovernmentChannel": ("credit_jiangsu_site government_credit_portal law_enforcement_portal court_judgments_site"),
    "Consequence": (
        "written_explanation rectification_within_time honours_eligibility_cancelled public_criticism "
        "principal_held_responsible"
    ),
    "RegionalEvaluationUse": "reform_pilots project_investment special_funds honours social_management",
    "MitigationGround": "loss_recovered effect_eliminated harm_prevented",
    "GovernmentField": (
        "government_procurement public_private_partnership tendering investment_promotion local_government_debt "
        "statistics townships"
    ),
    "PromiseTopic": (
        "openness proper_use_of_fiscal_funds obeying_procurement_law contract_performance liability_for_breach"
    ),
    "SupervisionPoint": "acceptance contract_performance payment",
    "PartnershipStage": "identification preparation procurement execution transfer",
    "TenderAutomation": "compare intercept supervise restrain",
    "AgencyPublication": "qualification credit dynamic_supervision",
    "InvalidExcuse": "change_of_government replacement_of_person_responsible",
    "ChangeGround": "national_interest public_interest other_statutory_ground",
    "DebtWarning": "yellow red",
    "StatisticsResponsibility": "leadership supervision main related",
    "StatisticsPromiseTopic": "law_abiding trustworthiness self_discipline",
    "TownshipService": (
        "employment property_management schooling public_health family_planning elderly_care disability_support "
        "poverty_relief medical_insurance housing travel parking fire_and_theft_prevention "
        "support_for_military_families convenience_services"
    ),
    "AssessmentTopic": (
        "lawful_administration openness credit_system streamlining_reform environmental_protection statistics_quality "
        "employment_practice social_security public_resource_trading work_safety food_safety social_integrity "
        "public_satisfaction"
    ),
    "PlannedInstrument": ("collection_guidance_catalogue evaluation_rules civil_servant_incentive_and_restraint_rules"),
    "AssessedActivity": "recording collection sharing publication use",
    "GrassrootsIncentive": (
        "agricultural_development_support environmental_improvement_support collective_economy_support "
        "household_employment_preference household_poverty_relief_preference household_elderly_care_preference "
        "household_credit_preference"
    ),
}
# Lists of our own: they tell apart what the text says in sentences.
OWN = {
    "CommitmentStatus",
    "CreditUnit",
    "DebtRiskClass",
    "GovernmentParty",
    "IntegrityRecordKind",
    "NonPerformance",
    "OpennessMeasure",
    "PriorityMatter",
    "SocialEffect",
    "TaskBody",
    "Treatment",
}


@pytest.mark.parametrize("name", LISTS)
def test_codes_stand_in_the_order_of_the_text(name):
    assert [member.value for member in getattr(government, name)] == LISTS[name].split()


def test_every_list_is_told_here():
    exported = {name: getattr(government, name) for name in government.__all__}
    lists = {name for name, value in exported.items() if isinstance(value, type) and issubclass(value, Vocabulary)}
    assert lists == set(LISTS) | OWN


def test_every_member_has_names_of_its_own_in_both_languages():
    for name in (*LISTS, *OWN):
        members = list(getattr(government, name))
        for lang in ("zh", "en"):
            names = [member.label.text(lang) for member in members]
            assert all(names)
            assert len(set(names)) == len(names)


def test_fields_stand_in_the_points_of_section_three():
    assert [field.citation.ledger_id for field in GovernmentField] == [f"G3.{n}" for n in range(1, 8)]


def test_three_incentives_are_for_villages_and_four_for_households():
    units = [incentive.unit.value for incentive in GrassrootsIncentive]
    assert units == ["credit_village"] * 3 + ["credit_household"] * 4


def test_priority_is_in_two_matters():
    assert [matter.label.zh for matter in PriorityMatter] == ["评优评先", "职务晋升"]


def test_two_of_the_parties_are_bodies():
    assert [party.is_body for party in GovernmentParty] == [True, True, False]
