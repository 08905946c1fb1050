"""Each item of M10 to M13 with its conditions, expectations typed by hand from the articles."""

import dataclasses
from datetime import date

import pytest

from factories import organisation, person, record
from jscredit.classification import COMPULSORY_EXECUTION, ClassificationStatus, classify
from jscredit.law import Rank
from jscredit.records import Category, Conduct, Granter, Kind, Procedure, kind_row
from jscredit.rules import JIANGSU_2018

CLASSIFIED = ClassificationStatus.CLASSIFIED
UNDETERMINED = ClassificationStatus.UNDETERMINED
NO_CREDIT = ClassificationStatus.DOES_NOT_REFLECT_CREDIT
NOWHERE = ClassificationStatus.FITS_NOWHERE


def ids(items):
    return [item.citation.ledger_id for item in items]


def reasons(answer):
    return [reason.en for reason in answer.reasons]


PLAIN = {
    "M10(1)": "name resident_id_number sex date_of_birth ethnicity place_of_birth registered_residence "
    "actual_residence employer marital_status education exit_entry_document",
    "M10(2)": "organisation_name unified_social_credit_code organisation_type registered_capital establishment_date "
    "domicile business_scope ownership_structure legal_representative principal executive",
    "M10(3)": "administrative_approval",
    "M10(4)": "professional_qualification",
    "M12(2)": "legal_instrument_not_performed",
    "M12(3)": "tax_arrears social_insurance_arrears administrative_charge_arrears government_fund_arrears",
    "M12(4)": "unlawful_employment social_insurance_fund_fraud tax_breach pyramid_selling statistical_violation "
    "illegal_business_operation illegal_transport bidding_with_lent_or_borrowed_qualification bid_rigging",
    "M12(6)": "false_material breach_of_notification_and_commitment",
    "M12(9)": "administrative_compulsory_execution",
    "M13(1)": "provider_assessed_status",
    "M13(2)": "credit_commitment",
    "M13(3)": "daily_inspection regulatory_talk",
    "M13(4)": "real_property_mortgage movable_property_mortgage equity_pledge trademark_registration "
    "intellectual_property_pledge",
}
CATEGORY = {"M10": Category.BASIC, "M11": Category.POSITIVE, "M12": Category.NEGATIVE, "M13": Category.OTHER}


@pytest.mark.parametrize(("item", "code"), [(item, code) for item, codes in PLAIN.items() for code in codes.split()])
def test_kind_without_condition_is_classified_at_once(item, code):
    subject = person() if item == "M10(1)" else organisation()
    answer = classify(record(subject=subject, kind=Kind(code)))
    assert (answer.status, answer.category) == (CLASSIFIED, CATEGORY[item[:3]])
    assert ids([answer.primary]) == ids(answer.items) == [item]
    assert answer.missing == answer.reasons == ()
    other_reading = ["reading.compulsory-execution.must-reflect-credit"]
    assert [notice.code for notice in answer.notices] == (other_reading if item == "M12(9)" else [])


LICENCE = Kind.ADMINISTRATIVE_LICENCE


@pytest.mark.parametrize(
    ("also", "items", "open_items", "primary"),
    [
        (True, ["M10(4)", "M10(3)"], [], "M10(4)"),
        (False, ["M10(3)"], [], "M10(3)"),
        (None, ["M10(3)"], ["M10(4)"], None),
    ],
)
def test_licence_that_is_also_a_qualification(also, items, open_items, primary):
    answer = classify(record(kind=LICENCE, also_qualification=also))
    assert (answer.status, answer.category, answer.missing) == (CLASSIFIED, Category.BASIC, ())
    assert (ids(answer.items), ids(answer.open_items)) == (items, open_items)
    assert (answer.primary.citation.ledger_id if answer.primary else None) == primary


# kind, facts, status, items, missing, the reason in English (its beginning)
GUARDED = [
    (Kind.OTHER_BASIC, {"catalogue_category": Category.BASIC}, CLASSIFIED, "M10(5)", (), ""),
    (Kind.OTHER_BASIC, {}, UNDETERMINED, "", ("catalogue_category",), ""),
    (Kind.OTHER_POSITIVE, {"catalogue_category": Category.POSITIVE}, CLASSIFIED, "M11(3)", (), ""),
    (Kind.OTHER_POSITIVE, {}, UNDETERMINED, "", ("catalogue_category",), ""),
    *(
        (kind, {"granter": granter}, CLASSIFIED, "M11(1)", (), "")
        for kind in (Kind.COMMENDATION, Kind.AWARD)
        for granter in (Granter.GOVERNMENT, Granter.DEPARTMENT, Granter.AUTHORISED_ORGANISATION)
    ),
    *(
        (kind, {"granter": Granter.OTHER_BODY}, UNDETERMINED, "", ("catalogue_category",), "")
        for kind in (Kind.COMMENDATION, Kind.AWARD)
    ),
    *((kind, {}, UNDETERMINED, "", ("catalogue_category", "granter"), "") for kind in (Kind.COMMENDATION, Kind.AWARD)),
    *(
        (kind, {"organiser": organiser}, CLASSIFIED, "M11(2)", (), "")
        for kind in (Kind.VOLUNTEER_SERVICE, Kind.CHARITABLE_DONATION)
        for organiser in (Granter.GOVERNMENT, Granter.DEPARTMENT, Granter.AUTHORISED_ORGANISATION)
    ),
    *(
        (kind, {"organiser": Granter.OTHER_BODY}, UNDETERMINED, "", ("catalogue_category",), "")
        for kind in (Kind.VOLUNTEER_SERVICE, Kind.CHARITABLE_DONATION)
    ),
    (Kind.VOLUNTEER_SERVICE, {}, UNDETERMINED, "", ("catalogue_category", "organiser"), ""),
    *(
        case
        for kind in (Kind.CRIMINAL_JUDGMENT, Kind.VIOLATION)
        for case in (
            (kind, {"reflects_credit": True}, CLASSIFIED, "M12(1)", (), ""),
            (kind, {"reflects_credit": False}, NO_CREDIT, "", (), "it does not reflect the credit status"),
            (kind, {}, UNDETERMINED, "", ("reflects_credit",), ""),
        )
    ),
    (Kind.WAGE_ARREARS, {"malice": True}, CLASSIFIED, "M12(4)", (), ""),
    (Kind.WAGE_ARREARS, {"malice": False}, NOWHERE, "", (), "the wage arrears were not malicious"),
    (Kind.WAGE_ARREARS, {}, UNDETERMINED, "", ("malice",), ""),
    *(
        case
        for kind in (
            Kind.PRODUCT_QUALITY_ACCIDENT,
            Kind.WORK_SAFETY_ACCIDENT,
            Kind.FOOD_SAFETY_ACCIDENT,
            Kind.POLLUTION_ACCIDENT,
        )
        for case in (
            (kind, {"accident_liability": True, "dealt_with_by_regulator": True}, CLASSIFIED, "M12(5)", (), ""),
            (kind, {"accident_liability": False}, NOWHERE, "", (), "the accident brought no liability"),
            (kind, {"dealt_with_by_regulator": False}, NOWHERE, "", (), "no regulator dealt with it"),
            (kind, {"accident_liability": True}, UNDETERMINED, "", ("dealt_with_by_regulator",), ""),
            (kind, {"dealt_with_by_regulator": True}, UNDETERMINED, "", ("accident_liability",), ""),
            (kind, {}, UNDETERMINED, "", ("accident_liability", "dealt_with_by_regulator"), ""),
        )
    ),
    *(
        case
        for kind in (Kind.MARKET_RESTRICTION, Kind.MARKET_BAN)
        for case in (
            (kind, {"imposed_by_regulator": True}, CLASSIFIED, "M12(7)", (), ""),
            (kind, {"imposed_by_regulator": False}, NOWHERE, "", (), "it was not imposed by a regulator"),
            (kind, {}, UNDETERMINED, "", ("imposed_by_regulator",), ""),
        )
    ),
    *(
        case
        for kind in (Kind.ACADEMIC_FRAUD, Kind.EXAM_CHEATING)
        for case in (
            (kind, {"dealt_with_by_regulator": True}, CLASSIFIED, "M12(8)", (), ""),
            (kind, {"dealt_with_by_regulator": False}, NOWHERE, "", (), "no regulator dealt with it"),
            (kind, {}, UNDETERMINED, "", ("dealt_with_by_regulator",), ""),
        )
    ),
]


@pytest.mark.parametrize(("kind", "facts", "expected"), [(case[0], case[1], case[2:]) for case in GUARDED])
def test_conditions_of_an_item(kind, facts, expected):
    status, item, missing, reason = expected
    conduct = None if kind_row(kind).may_be_about is not None else Conduct.OTHER_VIOLATION
    answer = classify(record(kind=kind, conduct=conduct, **facts))
    assert answer.status is status
    assert ids(answer.items) == ([item] if item else [])
    assert answer.category is (CATEGORY[item[:3]] if item else None)
    assert answer.missing == missing
    assert len(answer.reasons) == bool(reason)
    assert all(said.startswith(reason) for said in reasons(answer))


DETERMINED = {
    "determined_by": "虚构市第一局",
    "document_number": "虚罚字〔2024〕第1号",
    "determined_on": date(2024, 5, 6),
}
RULES_OR_ABOVE = {
    Rank.LAW,
    Rank.ADMINISTRATIVE_REGULATION,
    Rank.LOCAL_REGULATION,
    Rank.DEPARTMENT_RULE,
    Rank.LOCAL_GOVERNMENT_RULE,
}


@pytest.mark.parametrize("rank", Rank)
def test_other_negative_information_breaches_a_rule_or_more(rank):
    answer = classify(record(kind=Kind.OTHER_NEGATIVE, breached_norm_rank=rank, **DETERMINED))
    assert answer.status is (CLASSIFIED if rank in RULES_OR_ABOVE else NOWHERE)
    assert ids(answer.items) == (["M12(10)"] if rank in RULES_OR_ABOVE else [])
    assert reasons(answer) == (
        [] if rank in RULES_OR_ABOVE else ["the norm breached ranks below a rule, so it is refused"]
    )


@pytest.mark.parametrize("unknown", DETERMINED)
def test_other_negative_information_needs_body_document_and_day(unknown):
    known = {name: value for name, value in DETERMINED.items() if name != unknown}
    answer = classify(record(kind=Kind.OTHER_NEGATIVE, breached_norm_rank=Rank.LAW, **known))
    assert (answer.status, answer.missing) == (UNDETERMINED, ("lawfully_determined",))


def test_lower_norm_is_refused_before_the_determination_is_known():
    answer = classify(record(kind=Kind.OTHER_NEGATIVE, breached_norm_rank=Rank.NORMATIVE_DOCUMENT))
    assert answer.status is NOWHERE


def test_other_negative_information_is_not_filed_anew_by_its_conduct():
    answer = classify(
        record(kind=Kind.OTHER_NEGATIVE, breached_norm_rank=Rank.LAW, conduct=Conduct.BID_RIGGING, **DETERMINED)
    )
    assert ids(answer.items) == ["M12(10)"]


@pytest.mark.parametrize(
    ("procedure", "reflects", "status", "items", "missing"),
    [
        (Procedure.GENERAL, True, CLASSIFIED, ["M12(9)", "M12(1)"], ()),
        (Procedure.GENERAL, False, NO_CREDIT, [], ()),
        (Procedure.GENERAL, None, UNDETERMINED, [], ("reflects_credit",)),
        (Procedure.SUMMARY, True, NOWHERE, [], ()),
        (Procedure.SUMMARY, False, NO_CREDIT, [], ()),
        (Procedure.SUMMARY, None, NOWHERE, [], ()),
        (None, True, UNDETERMINED, [], ("procedure",)),
        (None, False, NO_CREDIT, [], ()),
        (None, None, UNDETERMINED, [], ("procedure", "reflects_credit")),
    ],
)
def test_penalty(procedure, reflects, status, items, missing):
    answer = classify(record(procedure=procedure, reflects_credit=reflects, conduct=Conduct.FOOD_SAFETY))
    assert (answer.status, ids(answer.items), answer.missing) == (status, items, missing)


GENERAL = {"procedure": Procedure.GENERAL, "reflects_credit": True}


@pytest.mark.parametrize(
    ("conduct", "facts", "further", "open_items"),
    [
        (Conduct.BID_RIGGING, {}, ["M12(4)"], []),
        (Conduct.TAX_ARREARS, {}, ["M12(3)"], []),
        (Conduct.SOCIAL_INSURANCE_ARREARS, {"malice": False}, ["M12(3)"], []),
        (Conduct.FALSE_MATERIAL, {}, ["M12(6)"], []),
        (Conduct.EXAM_CHEATING, {"dealt_with_by_regulator": True}, ["M12(8)"], []),
        (Conduct.EXAM_CHEATING, {"dealt_with_by_regulator": False}, [], []),
        (Conduct.EXAM_CHEATING, {}, [], ["M12(8)"]),
        (Conduct.WAGE_ARREARS, {"malice": True}, ["M12(4)"], []),
        (Conduct.WAGE_ARREARS, {"malice": False}, [], []),
        (Conduct.WAGE_ARREARS, {}, [], ["M12(4)"]),
        (Conduct.FOOD_SAFETY, {}, [], []),
        (None, {}, [], ["M12(3)", "M12(4)", "M12(6)", "M12(8)"]),
        (None, {"dealt_with_by_regulator": False}, [], ["M12(3)", "M12(4)", "M12(6)"]),
    ],
)
def test_conduct_of_a_penalty_adds_the_item_that_names_it(conduct, facts, further, open_items):
    answer = classify(record(conduct=conduct, **GENERAL, **facts))
    assert answer.category is Category.NEGATIVE
    assert ids(answer.items) == ["M12(9)", "M12(1)", *further]
    assert ids(answer.open_items) == open_items
    assert ids([answer.primary]) == ["M12(9)"]


def test_conduct_brings_back_nothing_that_the_kind_leaves_out():
    for facts in ({"procedure": Procedure.SUMMARY, "reflects_credit": True}, {"reflects_credit": False}):
        answer = classify(record(conduct=Conduct.BID_RIGGING, **facts))
        assert (answer.category, answer.items, answer.open_items) == (None, (), ())
    inspection = classify(record(kind=Kind.DAILY_INSPECTION, conduct=Conduct.BID_RIGGING))
    assert ids(inspection.items) == ["M13(3)"]


def test_open_penalty_leaves_its_conduct_open_too():
    answer = classify(record(conduct=Conduct.BID_RIGGING, reflects_credit=True))
    assert ids(answer.open_items) == ["M12(9)", "M12(1)", "M12(4)"]
    assert [candidate.missing for candidate in answer.why] == [("procedure",)] * 3
    wages = classify(record(conduct=Conduct.WAGE_ARREARS, malice=False, reflects_credit=True))
    assert ids(wages.open_items) == ["M12(9)", "M12(1)"]
    assert wages.why[2].reasons[0].en.startswith("the wage arrears were not malicious")


MUST_REFLECT = JIANGSU_2018.reading(COMPULSORY_EXECUTION, "must-reflect-credit")


@pytest.mark.parametrize(
    ("reflects", "by_default", "otherwise", "missing"),
    [
        (True, CLASSIFIED, CLASSIFIED, ()),
        (False, CLASSIFIED, NO_CREDIT, ()),
        (None, CLASSIFIED, UNDETERMINED, ("reflects_credit",)),
    ],
)
def test_compulsory_execution_by_both_readings(reflects, by_default, otherwise, missing):
    executed = record(kind=Kind.ADMINISTRATIVE_COMPULSORY_EXECUTION, reflects_credit=reflects)
    answer, other = classify(executed), classify(executed, regime=MUST_REFLECT)
    assert (answer.status, answer.missing) == (by_default, ())
    assert (other.status, other.missing) == (otherwise, missing)
    assert bool(answer.notices) == bool(other.notices) == (by_default is not otherwise)


DETERMINED = {"determined_by": "虚构局", "document_number": "1", "determined_on": date(2024, 6, 3)}
BREACH = {**DETERMINED, "breached_norm_rank": Rank.LAW}
ELSEWHERE = "the catalogue's entry puts it into another class"


@pytest.mark.parametrize("kind", [Kind.OTHER_BASIC, Kind.OTHER_POSITIVE])
@pytest.mark.parametrize(
    ("category", "facts", "expected"),
    [
        (Category.BASIC, {}, (CLASSIFIED, ["M10(5)"], (), [])),
        (Category.POSITIVE, {}, (CLASSIFIED, ["M11(3)"], (), [])),
        (Category.NEGATIVE, BREACH, (CLASSIFIED, ["M12(10)"], (), [])),
        (Category.NEGATIVE, DETERMINED, (UNDETERMINED, [], ("breached_norm_rank",), [])),
        (Category.NEGATIVE, {}, (UNDETERMINED, [], ("breached_norm_rank", "lawfully_determined"), [])),
        (
            Category.NEGATIVE,
            BREACH | {"breached_norm_rank": Rank.NORMATIVE_DOCUMENT},
            (NOWHERE, [], (), [ELSEWHERE, "the norm breached ranks below a rule, so it is refused"]),
        ),
        (Category.OTHER, {"reflects_credit": True}, (CLASSIFIED, ["M13(4)"], (), [])),
        (Category.OTHER, {}, (UNDETERMINED, [], ("reflects_credit",), [])),
        (
            Category.OTHER,
            {"reflects_credit": False},
            (NO_CREDIT, [], (), [ELSEWHERE, "it does not reflect the credit status"]),
        ),
        (None, BREACH, (UNDETERMINED, [], ("catalogue_category",), [])),
    ],
)
def test_what_is_recorded_as_other_is_in_the_class_of_the_catalogue(kind, category, facts, expected):
    answer = classify(record(kind=kind, catalogue_category=category, **facts))
    assert (answer.status, ids(answer.items), answer.missing, reasons(answer)) == expected
    assert answer.category is (category if answer.status is CLASSIFIED else None)
    assert (ids([answer.primary]) if answer.primary else []) == expected[1]


HONOURED = [
    *((kind, "granter", "M11(1)") for kind in (Kind.COMMENDATION, Kind.AWARD)),
    *((kind, "organiser", "M11(2)") for kind in (Kind.VOLUNTEER_SERVICE, Kind.CHARITABLE_DONATION)),
]


@pytest.mark.parametrize(("kind", "fact", "named"), HONOURED)
def test_an_honour_of_another_body_is_positive_where_the_catalogue_says_so(kind, fact, named):
    for category in Category:
        answer = classify(record(kind=kind, catalogue_category=category, **{fact: Granter.OTHER_BODY}))
        positive = category is Category.POSITIVE
        assert (answer.category, ids(answer.items)) == ((Category.POSITIVE, ["M11(3)"]) if positive else (None, []))
        assert answer.status is (CLASSIFIED if positive else NOWHERE)
    by_department = classify(record(kind=kind, catalogue_category=Category.POSITIVE, **{fact: Granter.DEPARTMENT}))
    assert (ids(by_department.items), by_department.open_items) == ([named], ())
    unknown = classify(record(kind=kind, catalogue_category=Category.POSITIVE))
    assert (unknown.category, unknown.items, unknown.missing) == (Category.POSITIVE, (), ())
    assert (ids(unknown.open_items), unknown.primary) == ([named, "M11(3)"], None)
    assert {place.ledger_id for place in unknown.citations} == {named, "M11(3)"}


def test_a_named_kind_is_in_the_class_of_its_article_whatever_the_catalogue_says_and_that_is_told():
    named = {"procedure": Procedure.GENERAL, "reflects_credit": True}
    for category in Category:
        answer = classify(record(catalogue_category=category, **named))
        assert (answer.category, ids(answer.items)) == (Category.NEGATIVE, ["M12(9)", "M12(1)"])
        told = [notice.code for notice in answer.notices]
        assert told == ([] if category is Category.NEGATIVE else ["classification.catalogue-differs"])
    nowhere = classify(record(catalogue_category=Category.POSITIVE, procedure=Procedure.SUMMARY, reflects_credit=True))
    assert [notice.code for notice in nowhere.notices] == ["reading.summary-penalty.within-item-1"]


def test_kind_that_names_what_it_is_about_meets_its_item_alone():
    for kind in (Kind.TAX_ARREARS, Kind.GOVERNMENT_FUND_ARREARS, Kind.ADMINISTRATIVE_CHARGE_ARREARS):
        found = classify(record(kind=kind))
        assert (ids(found.items), found.open_items) == (["M12(3)"], ())


def test_a_breach_of_trust_in_taxes_may_be_about_arrears_and_about_no_bids():
    breach = classify(record(kind=Kind.TAX_BREACH))
    assert (ids(breach.items), ids(breach.open_items)) == (["M12(4)"], ["M12(3)"])
    assert ids(classify(record(kind=Kind.TAX_BREACH, conduct=Conduct.TAX_ARREARS)).items) == ["M12(4)", "M12(3)"]
    accident = record(kind=Kind.WORK_SAFETY_ACCIDENT, accident_liability=True, dealt_with_by_regulator=True)
    assert ids(classify(dataclasses.replace(accident, conduct=Conduct.ILLEGAL_TRANSPORT)).items) == ["M12(5)", "M12(4)"]


def test_ban_for_bid_rigging_meets_both_items():
    answer = classify(record(kind=Kind.MARKET_BAN, imposed_by_regulator=True, conduct=Conduct.BID_RIGGING))
    assert (ids(answer.items), ids([answer.primary])) == (["M12(7)", "M12(4)"], ["M12(7)"])
