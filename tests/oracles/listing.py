"""Red and black lists written by hand from the articles: J3 to J7, J17, J19, J20, J22, J24. Every fact is known.

A row is what the rules ask, by name; ``on`` the day; ``law`` the readings and settings that differ from the default.
"""

from datetime import date, timedelta

COUNTY_OR_ABOVE = {"central", "province", "city", "county"}
CITY_OR_ABOVE = {"central", "province", "city"}

# J4, third paragraph, typed from the text: conduct, field, and what the text says beside the conduct's bare name.
LIFE = "food_safety drug_safety ecology_and_environment engineering_quality product_quality work_safety fire_safety"
ORDER = (
    "bribery tax_evasion tax_fraud tax_arrears tax_resistance false_invoicing debt_evasion "
    "arrears_of_goods_or_service_payment social_insurance_arrears wage_arrears social_insurance_benefit_fraud "
    "price_violation statistical_violation illegal_fundraising contract_fraud measurement_fraud pyramid_selling "
    "illegal_business_operation counterfeit_and_substandard_goods intellectual_property_infringement "
    "bidding_with_lent_or_borrowed_qualification bid_rigging false_advertising illegal_transport harm_to_consumers "
    "harm_to_securities_and_futures_investors serious_disruption_of_online_communication "
    "gathering_to_disturb_public_order"
)
DEFENCE = (
    "refusal_of_defence_duty refusal_or_evasion_of_military_service refusal_or_delay_of_civil_resource_requisition "
    "obstruction_of_converting_requisitioned_resources harm_to_defence_interests damage_to_defence_facilities"
)
CONDUCTS = {
    "life_and_health": {*LIFE.split(), "compulsory_product_certification"},
    "market_and_social_order": set(ORDER.split()),
    "false_documents_for_public_funds": {"false_documents_to_obtain_special_funds"},
    "capacity_reduction": {"obstruction_of_capacity_reduction", "refusal_of_duties_in_capacity_reduction"},
    "refusal_of_statutory_duties": {"refusal_to_perform", "evasion_of_execution"},
    "national_defence": set(DEFENCE.split()),
    "other_intentional_violation": {"other_violation"},
}
MALICIOUS = {
    "tax_arrears",
    "debt_evasion",
    "arrears_of_goods_or_service_payment",
    "wage_arrears",
    "obstruction_of_capacity_reduction",
}


def criterion_in_use(row, on, _law):
    if on < row["criterion_from"]:
        return False
    if row["criterion_level"] == "central":
        return True
    return not (row["national_criterion"] and on >= row["national_from"])


def competent(row, on, law):
    kind, level = row["determiner"], row["determiner_level"]
    if not row["in_own_field"]:
        return False
    if kind in {"state_or_party_organ", "authorised_public_affairs_organisation"}:
        return level in COUNTY_OR_ABOVE
    authorised = row["authorised_by_level"] == "province" and on >= row["authorised_from"]
    if kind == "industry_association":
        return level == "province" and authorised
    if kind == "credit_service_agency":
        return authorised and (level == "province" or law.get("listing-agency-level") != "agencies-too")
    return False


def has_ground(row, _on, _law):
    if not row["ground_stated"] or row["reference_alone"]:
        return False
    if row["ground_by_norm"]:
        return row["ground_norm_cited"] and row["ground_norm_rank"].name != "AGENCY_SETTING"
    return True


def serious_failure(field):
    def oracle(row, _on, _law):
        conduct, is_open = row["conduct"], field != "other_intentional_violation"
        if not row["found_serious"]:
            return False
        if is_open and row["other_of_field"]:
            return True
        if conduct not in CONDUCTS[field]:
            return False
        if conduct in MALICIOUS:
            return row["malice"]
        if conduct == "social_insurance_arrears":
            return row["intent"]
        if conduct == "false_documents_to_obtain_special_funds":
            return row["intent"] and row["document_sort"] is not None and row["funds_sought"]
        if conduct == "refusal_to_perform":
            return row["final_act"] and row["ability"] and row["credibility_harmed"]
        if conduct == "evasion_of_execution":
            return row["final_act"] and row["credibility_harmed"]
        if conduct == "other_violation":
            return row["intent"] and row["norm_breached"] and row["bad_consequences"] and row["penalised"]
        return True

    return oracle


def typical_honest_subject(row, on, _law):
    if row["honour_source"] != "government_or_department" or on < row["honour_from"]:
        return False
    if row["honour_revoked"] and on >= row["honour_revoked_on"]:
        return False
    if row["honour"] == "credit_management_demonstration_enterprise":
        return row["honour_level"] in {"province", "city"}
    return True


def entry_in_force(row, on, _law):
    if row["delisted"] and on >= row["delisted_on"]:
        return False
    return row["valid_from"] <= on <= row["valid_until"]


def publication_owed(row, _on, _law):
    return row["body_level"] in CITY_OR_ABOVE


def key_monitoring(row, on, law):
    if row["list_side"] != "black" or row["exit_ground"] == "withdrawn_as_wrong" or on < row["left_on"]:
        return False
    if "monitoring-period" not in law:
        return True
    return on <= _years_after(row["left_on"], law["monitoring-period"].n)


def _years_after(day: date, n: int) -> date:
    try:
        return day.replace(year=day.year + n)
    except ValueError:
        return day.replace(year=day.year + n, day=28)


def from_department(row, _on, _law):
    return row["body_level"] in CITY_OR_ABOVE or (row["body_level"] == "county" and row["county_opted_in"])


def from_province(row, _on, _law):
    return row["body_level"] == "province"


def from_city(row, _on, _law):
    return row["body_level"] == "city" and row["list_side"] == "black" and row["severity"] == "serious"


def owed_for_wrong_black(row, _on, _law):
    return row["list_side"] == "black" and row["mistake_in_work"]


def compensation(row, _on, _law):
    return row["list_side"] == "black" and row["mistake_in_work"] and row["rights_harmed"]


def recovery(row, _on, _law):
    return row["list_side"] == "red"


ORACLES = {
    "criterion-in-use": criterion_in_use,
    "listing-competence": competent,
    "listing-ground": has_ground,
    **{f"serious-failure:{field}": serious_failure(field) for field in CONDUCTS},
    "typical-honest-subject": typical_honest_subject,
    "entry-in-force": entry_in_force,
    "list-publication-owed": publication_owed,
    "key-monitoring": key_monitoring,
    "route:same_level_joint_system": from_department,
    "route:superior_department": from_department,
    "route:national_platform": from_province,
    "route:credit_china_site": from_province,
    "route:city_platform": from_province,
    "route:provincial_joint_system": from_city,
    **{
        f"remedy:{remedy}": owed_for_wrong_black
        for remedy in ("record_corrected", "written_apology", "clarification", "reputation_restored")
    },
    "remedy:compensation": compensation,
    "remedy:benefits_recovered": recovery,
}
NEAR = tuple(timedelta(offset) for offset in (-400, -366, -365, -1, 0, 0, 0, 1, 365, 366))
