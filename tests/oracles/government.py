"""The rules of government integrity written by hand from the opinions, G1 to G4. Every fact is known.

A row is what the rules ask, by name; ``on`` the day. ``law`` is "default"; "other": every reading of the opinions taken
the other way and an authority's table in force; "counted" and "earlier": the two readings of M30 taken the other way.
In all of them the thresholds are 100 and 200, and a rather serious failure lasts two years.
"""

from datetime import date


def years_after(day: date, n: int) -> date:
    try:
        return day.replace(year=day.year + n)
    except ValueError:
        return day.replace(year=day.year + n, day=28)


def still_valid(row, on, law):
    """M30 for records of government, unless no numbers apply until rules of their own are made."""
    if law == "other" or (law == "earlier" and row["determined_on"] < date(2018, 1, 29)):
        return True
    years = {"general": 1, "rather_serious": 2, "serious": 3}[row["severity"]]
    last = years_after(row["determined_on"], years)
    return on < last if law == "counted" else on <= last


# G1.2
def major_decision(row, _on, _law):
    for step in ("public_participation", "expert_argument", "risk_assessment", "legality_review"):
        if not row[f"step_{step}"]:
            return False
    return row["step_collective_decision"]


def priority(row, _on, _law):
    return row["honest"] and row["all_else_equal"]


# G1.3
def coverage_short(row, on, _law):
    return on.year >= 2021 and row["covered"] < row["to_cover"]


# G2.3
def goes_in(row, on, _law):
    if not row["failure_cause_named"] and not row["other_failure_cause"]:
        return False
    if not row["in_duty"] or not row["dealt_with"]:
        return False
    return on >= row["dealt_with_on"]


def tolerated(row, on, _law):
    return row["tolerance_found"] and row["tolerance_procedure_stated"] and on >= row["tolerance_on"]


def personal_matters(row, on, _law):
    if row["government_party"] != "civil_servant" or not row["concealed_or_omitted"]:
        return False
    return row["sanctioned"] and on >= row["sanctioned_on"]


# G2.4
def on_credit_site(row, on, law):
    kinds = {"administrative_penalty"}
    if law == "other":
        kinds |= {"disciplinary_sanction", "accountability_decision"}
    if row["integrity_record_kind"] not in kinds or row["openness_excepted"]:
        return False
    return row["determined_on"] <= on and still_valid(row, on, law)


def on_court_site(row, on, _law):
    kinds = {"judgment_finding_breach", "refusal_to_perform_judgment"}
    return row["integrity_record_kind"] in kinds and row["determined_on"] <= on and not row["openness_excepted"]


# G2.5
def counts(row, on, law):
    return row["in_failure_record"] and row["determined_on"] <= on and still_valid(row, on, law)


def consequence(name):
    def oracle(row, on, law):
        party = row["government_party"]
        if party == "civil_servant" or not counts(row, on, law):
            return False
        if row["waived"] and on >= row["waived_on"]:
            return False
        if name == "honours_eligibility_cancelled" and party == "government" and law != "other":
            return False
        if name == "principal_held_responsible" and not row["caused_by_principal"]:
            return False
        if law != "other":
            return True
        # The authority's table: public criticism from a loss of 1,000 yuan on, the others unless the effect is slight.
        return row["damage_yuan"] >= 1000 if name == "public_criticism" else row["social_effect"] != "slight"

    return oracle


def incentive(row, on, _law):
    return row["outstanding_integrity"] and row["commended"] and on >= row["commended_on"]


# G2.6
def mitigation(row, on, _law):
    if not row["brought_about"] or not row["own_initiative"]:
        return False
    return row["failed_on"] <= row["brought_about_on"] <= on


# G3
def made(row, on, _law):
    return on >= row["promised_on"]


def _in_time(row):
    return row["performed"] and (not row["has_due_day"] or row["performed_on"] <= row["due_on"])


def kept(row, on, _law):
    return made(row, on, _law) and _in_time(row) and on >= row["performed_on"]


def broken(row, on, law):
    if not made(row, on, law):
        return False
    changed = row["changed_lawfully"]
    overdue = row["has_due_day"] and on > row["due_on"] and not _in_time(row)
    if overdue and (not changed or row["changed_on"] > row["due_on"]):
        return True
    if row["withdrawn"] and on >= row["withdrawn_on"]:
        if _in_time(row) and on >= row["performed_on"]:
            return False
        return not changed or row["changed_on"] > row["withdrawn_on"]
    return False


def changed(row, on, law):
    return made(row, on, law) and row["changed_lawfully"] and on >= row["changed_on"]


def due(row, on, law):
    if not made(row, on, law) or not row["has_due_day"] or on < row["due_on"]:
        return False
    return not (row["performed"] and on >= row["performed_on"])


# G3.1
def procurement_promise(row, on, _law):
    if not row["procurement_promise_given"] or not row["promise_written"] or not row["promise_published"]:
        return False
    for topic in (
        "openness",
        "proper_use_of_fiscal_funds",
        "obeying_procurement_law",
        "contract_performance",
        "liability_for_breach",
    ):
        if not row[f"promise_on_{topic}"]:
            return False
    for day in (row["promise_given_on"], row["promise_published_on"]):
        if day > on or day >= row["procurement_begins_on"]:
            return False
    return True


# G3.2
def responsible(row, on, _law):
    if on < row["responsible_since"]:
        return False
    return not row["responsible_ended"] or on <= row["responsible_until"]


# G3.3
def intercepted(row, on, _law):
    if not row["bidder_is_listed_subject"]:
        return False
    if row["court_removed"] and on >= row["court_removed_on"]:
        return False
    return row["court_listed_from"] <= on <= row["court_listed_until"]


# G3.4
def lawful_change(row, on, _law):
    if not row["change_ground_stated"] or not row["change_ground_found"]:
        return False
    if row["change_ground"] == "other_statutory_ground" and row["change_norm_rank"].name not in {
        "LAW",
        "ADMINISTRATIVE_REGULATION",
        "LOCAL_REGULATION",
    }:
        return False
    if not row["statutory_authority"] or not row["statutory_procedure"]:
        return False
    if row["property_loss"] and not (row["compensated"] and row["compensated_on"] <= on):
        return False
    return row["changed_on"] <= on


# G3.5
def colour(row, law):
    if row["debt_area_level"] not in {"city", "county"}:
        return None
    if row["debt_risk_classed"]:
        return {"high": "red", "rather_high": "yellow", "neither": None}[row["debt_risk_class"]]
    value = row["debt_indicator"]
    if value > 200 or (value == 200 and law != "other"):
        return "red"
    if value > 100 or (value == 100 and law != "other"):
        return "yellow"
    return None


def red(row, _on, law):
    return colour(row, law) == "red"


def yellow(row, _on, law):
    return colour(row, law) == "yellow"


# G3.6
def falsification(row, on, _law):
    return row["statistics_falsified"] and row["falsification_verified_on"] <= on


def statistics_promise(row, _on, _law):
    law_abiding, trust = row["statistics_promise_law_abiding"], row["statistics_promise_trustworthiness"]
    return law_abiding and trust and row["statistics_promise_self_discipline"]


# G3.7
SERVICES = (
    "employment property_management schooling public_health family_planning elderly_care disability_support "
    "poverty_relief medical_insurance housing travel parking fire_and_theft_prevention support_for_military_families "
    "convenience_services"
)
FOR_VILLAGES = ("agricultural_development_support", "environmental_improvement_support", "collective_economy_support")
FOR_HOUSEHOLDS = (
    "household_employment_preference",
    "household_poverty_relief_preference",
    "household_elderly_care_preference",
    "household_credit_preference",
)


def township_promise(row, _on, _law):
    return all(row[f"township_promise_{service}"] for service in SERVICES.split())


def of_unit(unit):
    def oracle(row, on, _law):
        return row["credit_unit"] == unit and row["credit_unit_recognised"] and on >= row["credit_unit_recognised_on"]

    return oracle


# G4.1
ORDER = {"province": 1, "city": 2, "county": 3, "township": 4}


def assesses(row, _on, law):
    above, below = row["assessor_level"], row["assessed_level"]
    if not row["in_its_area"]:
        return False
    if row["government_party"] == "department":
        return row["own_department"] and above == below
    if row["government_party"] != "government" or above not in ORDER or below not in ORDER:
        return False
    step = ORDER[below] - ORDER[above]
    return step == 1 if law == "other" else step >= 1


CONSEQUENCES = (
    "written_explanation",
    "rectification_within_time",
    "honours_eligibility_cancelled",
    "public_criticism",
    "principal_held_responsible",
)
ORACLES = {
    "major-decision": major_decision,
    "integrity-priority": priority,
    "coverage-short": coverage_short,
    "integrity-failure-goes-in": goes_in,
    "integrity-failure-may-be-left-out": tolerated,
    "personal-matters-sanction-goes-in": personal_matters,
    "integrity-publication:credit_jiangsu_site": on_credit_site,
    "integrity-publication:government_credit_portal": on_credit_site,
    "integrity-publication:law_enforcement_portal": on_credit_site,
    "integrity-publication:court_judgments_site": on_court_site,
    **{f"consequence:{name}": consequence(name) for name in CONSEQUENCES},
    "integrity-incentive": incentive,
    "integrity-failure-counts": counts,
    "integrity-mitigation": mitigation,
    "commitment-made": made,
    "commitment-due": due,
    "commitment-kept": kept,
    "commitment-broken": broken,
    "commitment-changed": changed,
    "procurement-promise": procurement_promise,
    "partnership-stage-responsible": responsible,
    "bidder-intercepted": intercepted,
    "lawful-change-of-promise": lawful_change,
    "debt-warning:red": red,
    "debt-warning:yellow": yellow,
    "statistics-falsification": falsification,
    "statistics-promise": statistics_promise,
    "township-promise": township_promise,
    **{f"grassroots-incentive:{name}": of_unit("credit_village") for name in FOR_VILLAGES},
    **{f"grassroots-incentive:{name}": of_unit("credit_household") for name in FOR_HOUSEHOLDS},
    "integrity-assessment": assesses,
}
