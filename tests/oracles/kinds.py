"""The kinds and conducts of the law, typed by hand from its articles: what stands in which item, on what condition.

An item is (article, item); a condition stands after the codes it governs. ``J4`` is keyed by field number.
"""

PERSON_ELEMENTS = [
    "name",
    "resident_id_number",
    "sex",
    "date_of_birth",
    "ethnicity",
    "place_of_birth",
    "registered_residence",
    "actual_residence",
    "employer",
    "marital_status",
    "education",
    "exit_entry_document",
]
ORGANISATION_ELEMENTS = [
    "organisation_name",
    "unified_social_credit_code",
    "organisation_type",
    "registered_capital",
    "establishment_date",
    "domicile",
    "business_scope",
    "ownership_structure",
    "legal_representative",
    "principal",
    "executive",
]

ITEMS: dict[tuple[int, int], list[str]] = {
    (10, 1): PERSON_ELEMENTS,
    (10, 2): ORGANISATION_ELEMENTS,
    (10, 3): ["administrative_licence", "administrative_approval"],
    (10, 4): ["professional_qualification", "administrative_licence"],
    (10, 5): ["other_basic", "other_positive"],
    (11, 1): ["commendation", "award"],
    (11, 2): ["volunteer_service", "charitable_donation"],
    (11, 3): ["other_positive", "other_basic", "commendation", "award", "volunteer_service", "charitable_donation"],
    (12, 1): ["criminal_judgment", "violation", "penalty"],
    (12, 2): ["legal_instrument_not_performed"],
    (12, 3): [
        "tax_arrears",
        "social_insurance_arrears",
        "administrative_charge_arrears",
        "government_fund_arrears",
    ],
    (12, 4): [
        "unlawful_employment",
        "social_insurance_fund_fraud",
        "wage_arrears",
        "tax_breach",
        "pyramid_selling",
        "statistical_violation",
        "illegal_business_operation",
        "illegal_transport",
        "bidding_with_lent_or_borrowed_qualification",
        "bid_rigging",
    ],
    (12, 5): ["product_quality_accident", "work_safety_accident", "food_safety_accident", "pollution_accident"],
    (12, 6): ["false_material", "breach_of_notification_and_commitment"],
    (12, 7): ["market_restriction", "market_ban"],
    (12, 8): ["academic_fraud", "exam_cheating"],
    (12, 9): ["penalty", "administrative_compulsory_execution"],
    (12, 10): ["other_negative", "other_basic", "other_positive"],
    (13, 1): ["provider_assessed_status"],
    (13, 2): ["credit_commitment"],
    (13, 3): ["daily_inspection", "regulatory_talk"],
    (13, 4): [
        "real_property_mortgage",
        "movable_property_mortgage",
        "equity_pledge",
        "trademark_registration",
        "intellectual_property_pledge",
        "other_basic",
        "other_positive",
    ],
}

# (article, item, code) to the conditions; all others have none.
CONDITIONS: dict[tuple[int, int, str], set[str]] = {
    (10, 4, "administrative_licence"): {"also_qualification"},
    (10, 5, "other_basic"): {"catalogue_basic"},
    (10, 5, "other_positive"): {"catalogue_basic"},
    (11, 1, "commendation"): {"granted_by_public_body"},
    (11, 1, "award"): {"granted_by_public_body"},
    (11, 2, "volunteer_service"): {"organised_by_public_body"},
    (11, 2, "charitable_donation"): {"organised_by_public_body"},
    (11, 3, "other_positive"): {"catalogue_positive"},
    (11, 3, "other_basic"): {"catalogue_positive"},
    (11, 3, "commendation"): {"catalogue_positive"},
    (11, 3, "award"): {"catalogue_positive"},
    (11, 3, "volunteer_service"): {"catalogue_positive"},
    (11, 3, "charitable_donation"): {"catalogue_positive"},
    (12, 1, "criminal_judgment"): {"reflects_credit"},
    (12, 1, "violation"): {"reflects_credit"},
    (12, 1, "penalty"): {"penalty_as_violation", "reflects_credit"},
    (12, 4, "wage_arrears"): {"malice"},
    (12, 5, "product_quality_accident"): {"accident_liability", "dealt_with_by_regulator"},
    (12, 5, "work_safety_accident"): {"accident_liability", "dealt_with_by_regulator"},
    (12, 5, "food_safety_accident"): {"accident_liability", "dealt_with_by_regulator"},
    (12, 5, "pollution_accident"): {"accident_liability", "dealt_with_by_regulator"},
    (12, 7, "market_restriction"): {"imposed_by_regulator"},
    (12, 7, "market_ban"): {"imposed_by_regulator"},
    (12, 8, "academic_fraud"): {"dealt_with_by_regulator"},
    (12, 8, "exam_cheating"): {"dealt_with_by_regulator"},
    (12, 9, "penalty"): {"general_procedure", "reflects_credit"},
    (12, 9, "administrative_compulsory_execution"): {"execution_reflects_credit"},
    (12, 10, "other_negative"): {"lawfully_determined", "norm_breached"},
    (12, 10, "other_basic"): {"catalogue_negative", "lawfully_determined", "norm_breached"},
    (12, 10, "other_positive"): {"catalogue_negative", "lawfully_determined", "norm_breached"},
    (13, 4, "other_basic"): {"catalogue_other", "reflects_credit"},
    (13, 4, "other_positive"): {"catalogue_other", "reflects_credit"},
}

# A licence that is also a qualification is told by item 4 first; a penalty by item 9.
FIRST_ITEM = {
    "administrative_licence": (10, 4),
    "penalty": (12, 9),
    "other_basic": (10, 5),
    "other_positive": (11, 3),
    "commendation": (11, 1),
    "award": (11, 1),
    "volunteer_service": (11, 2),
    "charitable_donation": (11, 2),
}

CATEGORY_OF_ARTICLE = {10: "basic", 11: "positive", 12: "negative", 13: "other"}

# J4, third paragraph: field number, its code, its conducts with the facts that the text adds to them.
J4 = {
    1: (
        "life_and_health",
        {
            "food_safety": [],
            "drug_safety": [],
            "ecology_and_environment": [],
            "engineering_quality": [],
            "product_quality": [],
            "work_safety": [],
            "fire_safety": [],
            "compulsory_product_certification": [],
        },
    ),
    2: (
        "market_and_social_order",
        {
            "bribery": [],
            "tax_evasion": [],
            "tax_fraud": [],
            "tax_arrears": ["malice"],
            "tax_resistance": [],
            "false_invoicing": [],
            "debt_evasion": ["malice"],
            "arrears_of_goods_or_service_payment": ["malice"],
            "social_insurance_arrears": ["intent"],
            "wage_arrears": ["malice"],
            "social_insurance_benefit_fraud": [],
            "price_violation": [],
            "statistical_violation": [],
            "illegal_fundraising": [],
            "contract_fraud": [],
            "measurement_fraud": [],
            "pyramid_selling": [],
            "illegal_business_operation": [],
            "counterfeit_and_substandard_goods": [],
            "intellectual_property_infringement": [],
            "bidding_with_lent_or_borrowed_qualification": [],
            "bid_rigging": [],
            "false_advertising": [],
            "illegal_transport": [],
            "harm_to_consumers": [],
            "harm_to_securities_and_futures_investors": [],
            "serious_disruption_of_online_communication": [],
            "gathering_to_disturb_public_order": [],
        },
    ),
    3: (
        "false_documents_for_public_funds",
        {"false_documents_to_obtain_special_funds": ["intent", "document_sort", "funds_sought"]},
    ),
    4: (
        "capacity_reduction",
        {"obstruction_of_capacity_reduction": ["malice"], "refusal_of_duties_in_capacity_reduction": []},
    ),
    5: (
        "refusal_of_statutory_duties",
        {
            "refusal_to_perform": ["final_act", "ability", "credibility_harmed"],
            "evasion_of_execution": ["final_act", "credibility_harmed"],
        },
    ),
    6: (
        "national_defence",
        {
            "refusal_of_defence_duty": [],
            "refusal_or_evasion_of_military_service": [],
            "refusal_or_delay_of_civil_resource_requisition": [],
            "obstruction_of_converting_requisitioned_resources": [],
            "harm_to_defence_interests": [],
            "damage_to_defence_facilities": [],
        },
    ),
    7: (
        "other_intentional_violation",
        {"other_violation": ["intent", "norm_breached", "bad_consequences", "penalised"]},
    ),
}

# Items of M12 that name a conduct, J4's or their own.
CONDUCTS_OF_M12 = {
    3: ["tax_arrears", "social_insurance_arrears"],
    4: [
        "unlawful_employment",
        "social_insurance_fund_fraud",
        "wage_arrears",
        "pyramid_selling",
        "statistical_violation",
        "illegal_business_operation",
        "illegal_transport",
        "bidding_with_lent_or_borrowed_qualification",
        "bid_rigging",
    ],
    6: ["false_material", "breach_of_notification_and_commitment"],
    8: ["academic_fraud", "exam_cheating"],
}

# Names of M12 that say what was done or left undone and are no name of a conduct: two records of such a name are
# of one kind of failure. A penalty, a judgment, a ban say who answered and how.
FAILURES_BY_NAME = [
    "legal_instrument_not_performed",
    "administrative_charge_arrears",
    "government_fund_arrears",
    "tax_breach",
    "product_quality_accident",
    "work_safety_accident",
    "food_safety_accident",
    "pollution_accident",
]
# What a record of such a name can be about. Of the others, and of accidents and instruments not performed: anything.
ABOUT = {
    "administrative_charge_arrears": [],
    "government_fund_arrears": [],
    "tax_breach": ["tax_evasion", "tax_fraud", "tax_arrears", "tax_resistance", "false_invoicing", "other_violation"],
}
