"""Joint measures written by hand from the articles: J7 to J15, J20, J23, M25, M26, M29, G. Every fact is known.

A row is what the rules ask, by name; ``on`` the day; ``law`` the readings and settings that differ from the default.
"""

from jscredit.deadlines import Years
from oracles.validity import Readings, end_of, restrains

RATHER_SERIOUS = Years(2)  # set by an agency in every law of the tests: M30 gives none
OFFICERS = {"legal_representative", "principal", "directly_responsible"}
DEPARTMENTS = {"government_or_department"}
UNITS = DEPARTMENTS | {"other_unit"}
BANKS = {"financial_institution", "rural_financial_institution"}
MARKET = BANKS | {"commercial_seller", "market_service_provider"}
UNITS_OF_M26 = {"enterprise", "public_institution", "industry_association", "mass_organisation"}
SOCIETY = {"social_organisation", "public", "media"}


def readings(law):
    return Readings(law.get("counting", "first-day-not-counted"), law.get("earlier-records", "use-from-then-on"))


def entry_in_force(row, on):
    if not row["valid_from"] <= on <= row["valid_until"]:
        return False
    return not (row["delisted"] and row["delisted_on"] <= on)


def ground_lasts(row, on, law):
    """J20 and M30: what the restraint rests on, an entry, a record or both, has to last."""
    if row["entry_given"] and not entry_in_force(row, on):
        return False
    if row["record_given"]:
        facts, otherwise = row | {"rather_serious": RATHER_SERIOUS}, "expiry-ends-restraint" in law
        return row["record_status"] == "active" and restrains(facts, on, readings(law), norm_says_otherwise=otherwise)
    return True


def black_listed(row, on, law):
    return row["entry_given"] and row["list_side"] == "black" and ground_lasts(row, on, law)


def failing(row, on, law):
    is_black = row["entry_given"] and row["list_side"] == "black"
    return (is_black or row["record_given"]) and ground_lasts(row, on, law)


def serious(row, law):
    if row["record_given"] and row["severity"] == "serious":
        return True
    if row["entry_given"] and row["entry_severity"] == "serious":
        return True
    listed = row["entry_given"] and row["list_side"] == "black"
    return listed and law.get("seriousness-of-the-listed") == "by-listing"


def honest(row, on):
    is_red = row["entry_given"] and row["list_side"] == "red" and entry_in_force(row, on)
    return is_red or row["typical_honest"]


def in_period(row, on, law):
    """J23: not past the period that the departments' table gives."""
    if not row["measure_period_set"]:
        return True
    start = row["acted_on" if law.get("measure-period-from") == "action" else "measure_determined_on"]
    return on <= end_of(start, law["measure-period"], counting=readings(law).counting)


def by(row, kinds):
    """Where a certain body is asked about, it is of a kind that the clause names."""
    return not row["body_asked"] or row["implementer"] in kinds


def by_law(row):
    """依法依规, 法定权限: that body has a basis."""
    return not row["body_asked"] or row["body_has_basis"]


def regulation_or_rule(row):
    ranks = {"LAW", "ADMINISTRATIVE_REGULATION", "LOCAL_REGULATION", "DEPARTMENT_RULE", "LOCAL_GOVERNMENT_RULE"}
    return not row["body_asked"] or (row["body_has_basis"] and row["basis_rank"].name in ranks)


def itself(row):
    """The subject itself is asked about, and no person behind it."""
    return not row["person_asked"]


def persons_reached(row, roles, law):
    """J11, M29: a person of a legal person, in one of these roles, found responsible."""
    of_legal_person = row["subject_type"] == "legal_person" or law.get("persons-behind") == "every-organisation"
    return row["person_role"] in roles and row["responsible"] and of_legal_person


# --- incentives


def j7_publicity(row, on, _law):
    return itself(row) and row["is_market_subject"] and honest(row, on) and by(row, DEPARTMENTS)


def j7_promotion(row, _on, _law):
    return itself(row) and row["is_enterprise"] and row["demonstration_enterprise"]


def j8_convenience(row, _on, _law):
    entitled = row["typical_honest"] or row["three_clean_years"]
    return itself(row) and entitled and regulation_or_rule(row) and by(row, DEPARTMENTS)


def j8_documents(row, on, law):
    return j8_convenience(row, on, law) and row["documents_missing"]


def j9_priority(row, on, _law):
    fits = itself(row) and row["is_market_subject"] and honest(row, on)
    return fits and row["record_queried"] and by(row, DEPARTMENTS)


def j9_points(row, on, _law):
    return itself(row) and row["is_market_subject"] and honest(row, on) and by_law(row) and by(row, DEPARTMENTS)


def j9_person(row, on, _law):
    return itself(row) and row["natural_person"] and honest(row, on) and by(row, DEPARTMENTS)


def j9_card(row, _on, _law):
    return itself(row) and row["natural_person"]


def j9_discount(row, on, law):
    return j9_card(row, on, law) and row["points_reached"]


def j10_deposit(row, _on, _law):
    return itself(row) and row["is_enterprise"] and (row["good_record"] or row["high_rating"])


def j10_product(row, on, _law):
    return itself(row) and row["is_market_subject"] and honest(row, on) and by(row, UNITS)


def j10_rural(row, on, _law):
    return itself(row) and row["rural_group"] and honest(row, on) and by(row, {"rural_financial_institution"})


def j10_service(row, on, _law):
    return itself(row) and row["is_market_subject"] and honest(row, on) and by(row, MARKET)


def m26_1_incentive(row, on, _law):
    return itself(row) and honest(row, on) and by(row, UNITS_OF_M26)


def m26_2_incentive(row, on, _law):
    return itself(row) and honest(row, on) and by(row, BANKS)


def g1_priority(row, on, _law):
    official = row["is_government_body"] or row["civil_servant"]
    return itself(row) and official and honest(row, on) and row["all_else_equal"]


def g2_incentive(row, _on, _law):
    official = row["is_government_body"] or row["civil_servant"]
    return itself(row) and official and row["outstanding_conduct"] and row["commended"]


def g3_village(row, _on, _law):
    return itself(row) and row["credit_village"]


def g3_household(row, _on, _law):
    return itself(row) and row["credit_household"]


# --- restraints


def j11_restraint(row, on, law):
    fits = itself(row) and black_listed(row, on, law) and by_law(row)
    return fits and by(row, DEPARTMENTS) and in_period(row, on, law)


def j11_ban(row, on, law):
    """The enterprise, and the persons behind it."""
    if row["person_asked"] and not persons_reached(row, OFFICERS | {"registered_practitioner"}, law):
        return False
    fits = row["is_enterprise"] and black_listed(row, on, law) and by_law(row)
    return fits and by(row, DEPARTMENTS) and in_period(row, on, law)


def j11_persons(row, on, law):
    """The last sentence: of organs, enterprises and public institutions that failed; no black list is asked for."""
    body = row["is_government_body"] or row["is_enterprise"] or row["is_public_institution"]
    reached = row["person_asked"] and persons_reached(row, OFFICERS, law)
    return reached and body and failing(row, on, law) and by_law(row) and in_period(row, on, law)


def j12_exit(row, on, law):
    refuses = row["judgment_defaulter"] and row["able_to_perform"] and row["refuses"]
    return itself(row) and black_listed(row, on, law) and refuses and by_law(row) and in_period(row, on, law)


def j13_disclosure(row, on, law):
    fits = itself(row) and row["is_market_subject"] and failing(row, on, law)
    return fits and serious(row, law) and in_period(row, on, law)


def j13_high_consumption(row, on, law):
    persons_too = law.get("high-consumption-of-persons") != "market-subjects-only"
    fits = row["is_market_subject"] or (row["natural_person"] and persons_too)
    refuses = row["able_to_perform"] and row["refuses"] and by_law(row)
    return itself(row) and fits and failing(row, on, law) and refuses and by(row, UNITS) and in_period(row, on, law)


def j13_financial(row, on, law):
    return j13_disclosure(row, on, law) and by(row, BANKS)


def _j14(row, on, law):
    by_rules = row["by_association_rules"] and by(row, {"industry_association"})
    return itself(row) and failing(row, on, law) and by_rules and in_period(row, on, law)


def j14_member(row, on, law):
    return row["association_member"] and _j14(row, on, law)


def j14_applicant(row, on, law):
    return row["association_applicant"] and _j14(row, on, law)


def j15_social(row, on, law):
    return itself(row) and failing(row, on, law) and by(row, SOCIETY) and in_period(row, on, law)


def m26_1_restraint(row, on, law):
    return itself(row) and failing(row, on, law) and by(row, UNITS_OF_M26) and in_period(row, on, law)


def m26_2_restraint(row, on, law):
    return itself(row) and failing(row, on, law) and by(row, BANKS) and in_period(row, on, law)


def m29_persons(row, on, law):
    reached = row["person_asked"] and row["person_role"] in OFFICERS and row["responsible"]
    legal_person = row["subject_type"] == "legal_person"
    fits = reached and legal_person and failing(row, on, law) and serious(row, law)
    return fits and by_law(row) and by(row, UNITS) and in_period(row, on, law)


def attributed(row, on, _law):
    """M29: a serious failure of a legal person, for its responsible legal representative and the like."""
    failed = row["subject_type"] == "legal_person" and row["failure_information"] and row["severity"] == "serious"
    return failed and row["determined_on"] <= on and row["person_role"] in OFFICERS and row["responsible"]


def list_issuer(row, _on, _law):
    """J16: 省级信用管理部门."""
    of_province = row["issuer_level"] == "province" and row["issuer_in_province"]
    return of_province and row["issuer_is_credit_authority"]


def list_in_use(row, on, law):
    return list_issuer(row, on, law) and row["list_published"] and row["list_published_on"] <= on


# Each measure as the text names it: oracle, clause, force, kind, and the codes, typed from the text.
_TYPED = """
j7_publicity J7 must social: website_publicity credit_jiangsu_publicity
j7_promotion J7 stated market: promotion_at_fairs promotion_at_bank_enterprise_meetings
j8_convenience J8 may administrative: green_channel optimised_inspection fewer_inspections joint_inspection
j8_documents J8 may administrative: acceptance_with_missing_documents commitment_first_documents_later
j9_priority J9 stated administrative: priority_in_fiscal_projects priority_in_investment_policies increased_support
j9_points J9 stated administrative: credit_bonus_points
j9_person J9 stated administrative: education_priority employment_priority entrepreneurship_priority \
social_security_priority urban_household_registration_priority housing_rental_priority
j9_card J9 exploratory administrative: personal_integrity_card
j9_discount J9 exploratory administrative: culture_and_sports_discount urban_transport_fare_discount
j10_deposit J10 encouraged market: no_bid_deposit
j10_product J10 encouraged market: credit_easy_loan credit_easy_bond tax_source_loan tax_easy_loan tax_loan_pass
j10_rural J10 guided market: preferential_rural_credit
j10_service J10 encouraged market: service_green_channel reduced_or_waived_fees
m26_1_incentive M26¶1 encouraged market: preferential_convenience more_trading_opportunities
m26_2_incentive M26¶2 encouraged market: financing_and_credit_terms interest_and_premium_terms repayment_terms
g1_priority G1.2 stated administrative: priority_in_honours_all_else_equal priority_in_promotion_all_else_equal
g2_incentive G2.5 stated administrative: incentive_for_commended_integrity
g3_village G3.7 stated administrative: agricultural_development_support environmental_improvement_support \
collective_economy_support
g3_household G3.7 stated administrative: household_employment_preference household_poverty_relief_preference \
household_elderly_care_preference household_credit_preference
j11_restraint J11 must administrative: restricted_fiscal_projects strict_licensing_review \
strict_production_licensing restricted_new_project_approval restricted_public_resource_trading \
restricted_concessions restricted_neeq_listing_and_financing restricted_internet_information_services \
honours_revoked excluded_from_honours
j11_ban J11 must administrative: market_and_industry_ban
j11_persons J11 must administrative: measures_on_persons_behind_bodies
j12_exit J12 stated administrative: exit_restriction
j13_disclosure J13 stated market: public_disclosure_of_serious_failure
j13_high_consumption J13 must market: restricted_real_estate_purchase restricted_air_travel \
restricted_high_class_train_travel restricted_holiday_travel restricted_star_hotels other_restricted_high_consumption
j13_financial J13 guided market: higher_loan_rate higher_property_insurance_premium restricted_loans \
restricted_sponsorship restricted_underwriting restricted_insurance
j14_member J14 supported industry: warning criticism_within_the_industry public_censure persuaded_to_withdraw
j14_applicant J14 supported industry: refusal_of_admission
j15_social J15 stated social: disclosure_and_exposure moral_condemnation
m26_1_restraint M26¶1 encouraged market: preferences_withdrawn higher_deposit
m26_2_restraint M26¶2 encouraged market: higher_loan_rate higher_property_insurance_premium restricted_loans \
restricted_sponsorship restricted_underwriting restricted_insurance
m29_persons M29 may administrative: measures_on_responsible_persons
"""
_LINES = [line.split(": ") for line in _TYPED.strip().split("\n")]
_ROWS = [(*head.split(), code) for head, codes in _LINES for code in codes.split()]
ORACLES = {f"{place}:{code}": globals()[oracle] for oracle, place, _, _, code in _ROWS}
FORCE = {f"{place}:{code}": force for _, place, force, _, code in _ROWS}
KIND = {f"{place}:{code}": kind for _, place, _, kind, code in _ROWS}
RESTRAINTS = {name for name, oracle in ORACLES.items() if oracle.__name__.split("_")[0] in {"j11", "j12", "j13", "j14"}}
RESTRAINTS |= {name for name, oracle in ORACLES.items() if oracle in {j15_social, m26_1_restraint, m26_2_restraint}}
RESTRAINTS |= {"M29:measures_on_responsible_persons"}

# What the text counts, sentence by sentence.
COUNTED = {
    ("incentive", "J7"): 4,
    ("incentive", "J8"): 6,
    ("incentive", "J9"): 4 + 6 + 3,
    ("incentive", "J10"): 1 + 5 + 1 + 2,
    ("incentive", "M26¶1"): 2,
    ("incentive", "M26¶2"): 3,
    ("incentive", "G1.2"): 2,
    ("incentive", "G2.5"): 1,
    ("incentive", "G3.7"): 3 + 4,
    ("restraint", "J11"): 8 + 1 + 2 + 1,
    ("restraint", "J12"): 1,
    ("restraint", "J13"): 1 + 6 + 6,
    ("restraint", "J14"): 5,
    ("restraint", "J15"): 2,
    ("restraint", "M26¶1"): 2,
    ("restraint", "M26¶2"): 6,
    ("restraint", "M29"): 1,
}
