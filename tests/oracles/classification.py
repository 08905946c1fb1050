"""M9 to M13, read from the articles: which items a record meets, with every fact known.

Facts come as a mapping: ``kind`` and the conditions of its items. A kind's conditions are written beside the article
that asks for them; the lists of kinds are the law's own enumerations, in its order.
"""

from typing import Any, NamedTuple

from jscredit.law import Rank
from jscredit.records import Category, Conduct, Granter, Kind, Procedure

K, C = Kind, Conduct
# 办法 10(1): what is recorded of a natural person
PERSON = {
    K.NAME,
    K.RESIDENT_ID_NUMBER,
    K.SEX,
    K.DATE_OF_BIRTH,
    K.ETHNICITY,
    K.PLACE_OF_BIRTH,
    K.REGISTERED_RESIDENCE,
    K.ACTUAL_RESIDENCE,
    K.EMPLOYER,
    K.MARITAL_STATUS,
    K.EDUCATION,
    K.EXIT_ENTRY_DOCUMENT,
}
# 10(2): of a legal person or another organisation
ORGANISATION = {
    K.ORGANISATION_NAME,
    K.UNIFIED_SOCIAL_CREDIT_CODE,
    K.ORGANISATION_TYPE,
    K.REGISTERED_CAPITAL,
    K.ESTABLISHMENT_DATE,
    K.DOMICILE,
    K.BUSINESS_SCOPE,
    K.OWNERSHIP_STRUCTURE,
    K.LEGAL_REPRESENTATIVE,
    K.PRINCIPAL,
    K.EXECUTIVE,
}
ARREARS = {K.TAX_ARREARS, K.SOCIAL_INSURANCE_ARREARS, K.ADMINISTRATIVE_CHARGE_ARREARS, K.GOVERNMENT_FUND_ARREARS}
MARKET_ORDER = {
    K.UNLAWFUL_EMPLOYMENT,
    K.SOCIAL_INSURANCE_FUND_FRAUD,
    K.TAX_BREACH,
    K.PYRAMID_SELLING,
    K.STATISTICAL_VIOLATION,
    K.ILLEGAL_BUSINESS_OPERATION,
    K.ILLEGAL_TRANSPORT,
    K.BIDDING_WITH_LENT_OR_BORROWED_QUALIFICATION,
    K.BID_RIGGING,
}
ACCIDENTS = {K.PRODUCT_QUALITY_ACCIDENT, K.WORK_SAFETY_ACCIDENT, K.FOOD_SAFETY_ACCIDENT, K.POLLUTION_ACCIDENT}
SECURITIES = {
    K.REAL_PROPERTY_MORTGAGE,
    K.MOVABLE_PROPERTY_MORTGAGE,
    K.EQUITY_PLEDGE,
    K.TRADEMARK_REGISTRATION,
    K.INTELLECTUAL_PROPERTY_PLEDGE,
}
# What M12 names as a conduct, by item: a record of another kind may be about it, such as a penalty for bid rigging.
CONDUCTS = {
    3: {C.TAX_ARREARS, C.SOCIAL_INSURANCE_ARREARS},
    4: {
        C.UNLAWFUL_EMPLOYMENT,
        C.SOCIAL_INSURANCE_FUND_FRAUD,
        C.WAGE_ARREARS,
        C.PYRAMID_SELLING,
        C.STATISTICAL_VIOLATION,
        C.ILLEGAL_BUSINESS_OPERATION,
        C.ILLEGAL_TRANSPORT,
        C.BIDDING_WITH_LENT_OR_BORROWED_QUALIFICATION,
        C.BID_RIGGING,
    },
    6: {C.FALSE_MATERIAL, C.BREACH_OF_NOTIFICATION_AND_COMMITMENT},
    8: {C.ACADEMIC_FRAUD, C.EXAM_CHEATING},
}
HONOURS = {K.COMMENDATION, K.AWARD}
GOOD_DEEDS = {K.VOLUNTEER_SERVICE, K.CHARITABLE_DONATION}
# Recorded as "other": which class they are in is for the catalogue to say, which the government publishes (M8).
RECORDED_AS_OTHER = {K.OTHER_BASIC, K.OTHER_POSITIVE}
# governments, their departments, organisations that a law or regulation authorises
PUBLIC_BODIES = {Granter.GOVERNMENT, Granter.DEPARTMENT, Granter.AUTHORISED_ORGANISATION}
# 法律、法规和规章
NORMS = {
    Rank.LAW,
    Rank.ADMINISTRATIVE_REGULATION,
    Rank.LOCAL_REGULATION,
    Rank.DEPARTMENT_RULE,
    Rank.LOCAL_GOVERNMENT_RULE,
}
CATEGORY = {10: Category.BASIC, 11: Category.POSITIVE, 12: Category.NEGATIVE, 13: Category.OTHER}


class Class(NamedTuple):
    """Category (None: it is no public credit information of any class), items as (article, item), the primary one."""

    category: Category | None
    items: frozenset[tuple[int, int]]
    primary: tuple[int, int] | None


def basic_items(facts: dict[str, Any]) -> set[int]:
    kind, met = facts["kind"], set()
    if kind in PERSON:
        met.add(1)
    if kind in ORGANISATION:
        met.add(2)
    if kind in {K.ADMINISTRATIVE_LICENCE, K.ADMINISTRATIVE_APPROVAL}:
        met.add(3)
    if kind is K.PROFESSIONAL_QUALIFICATION or (kind is K.ADMINISTRATIVE_LICENCE and facts["also_qualification"]):
        met.add(4)
    if kind in RECORDED_AS_OTHER and facts["catalogue_category"] is Category.BASIC:
        met.add(5)
    return met


def positive_items(facts: dict[str, Any]) -> set[int]:
    kind, met = facts["kind"], set()
    if kind in HONOURS and facts["granter"] in PUBLIC_BODIES:
        met.add(1)
    if kind in GOOD_DEEDS and facts["organiser"] in PUBLIC_BODIES:
        met.add(2)
    # 其他正面信息: what the catalogue lists as positive and items 1 and 2 do not take in
    if kind in RECORDED_AS_OTHER | HONOURS | GOOD_DEEDS and facts["catalogue_category"] is Category.POSITIVE:
        met.add(3)
    return met


def negative_items(facts: dict[str, Any], summary: str, execution: str = "by-itself") -> set[int]:
    """By what the record is. ``summary``: whether item 1 takes in the penalties that item 9 leaves out; ``execution``:
    whether 反映信用状况的 in item 9 is said of compulsory execution too.
    """
    kind, met = facts["kind"], set()
    if kind in {K.CRIMINAL_JUDGMENT, K.VIOLATION} and facts["reflects_credit"]:
        met.add(1)
    if kind is K.PENALTY and facts["reflects_credit"]:
        if facts["procedure"] is Procedure.GENERAL:
            met |= {9, 1}  # a penalty tells of a violation
        elif summary == "within-item-1":
            met.add(1)
    if kind is K.LEGAL_INSTRUMENT_NOT_PERFORMED:
        met.add(2)
    if kind in ARREARS:
        met.add(3)
    if kind in MARKET_ORDER or (kind is K.WAGE_ARREARS and facts["malice"]):
        met.add(4)
    if kind in ACCIDENTS and facts["accident_liability"] and facts["dealt_with_by_regulator"]:
        met.add(5)
    if kind in {K.FALSE_MATERIAL, K.BREACH_OF_NOTIFICATION_AND_COMMITMENT}:
        met.add(6)
    if kind in {K.MARKET_RESTRICTION, K.MARKET_BAN} and facts["imposed_by_regulator"]:
        met.add(7)
    if kind in {K.ACADEMIC_FRAUD, K.EXAM_CHEATING} and facts["dealt_with_by_regulator"]:
        met.add(8)
    if kind is K.ADMINISTRATIVE_COMPULSORY_EXECUTION and (execution == "by-itself" or facts["reflects_credit"]):
        met.add(9)
    is_other = kind is K.OTHER_NEGATIVE
    if kind in RECORDED_AS_OTHER and facts["catalogue_category"] is Category.NEGATIVE:
        is_other = True
    if is_other and facts["lawfully_determined"] and facts["breached_norm_rank"] in NORMS:
        met.add(10)
    return met


def conduct_items(facts: dict[str, Any]) -> set[int]:
    """By what the record is about, under the conditions of the item that names the conduct."""
    met = {item for item, conducts in CONDUCTS.items() if facts["conduct"] in conducts}
    if facts["conduct"] is C.WAGE_ARREARS and not facts["malice"]:
        met.discard(4)
    if not facts["dealt_with_by_regulator"]:
        met.discard(8)
    return met


def other_items(facts: dict[str, Any]) -> set[int]:
    kind, met = facts["kind"], set()
    if kind is K.PROVIDER_ASSESSED_STATUS:
        met.add(1)
    if kind is K.CREDIT_COMMITMENT:
        met.add(2)
    if kind in {K.DAILY_INSPECTION, K.REGULATORY_TALK}:
        met.add(3)
    if kind in SECURITIES:
        met.add(4)
    # 等反映信息主体履约能力和信用状况的其他信息
    if kind in RECORDED_AS_OTHER and facts["catalogue_category"] is Category.OTHER and facts["reflects_credit"]:
        met.add(4)
    return met


def classified(facts: dict[str, Any], *, summary: str = "outside", execution: str = "by-itself") -> Class:
    """The class: a record has one, that of what it is; what a negative one is about adds items of the same article.

    Two places that the article leaves open are as `docs/design/classification.md` argues them: an item for the conduct
    is never the primary one (item 4 is more special than item 1, but many sheets name no conduct), and what was
    recorded as *other* negative information gets none.
    """
    own = {
        10: basic_items(facts),
        11: positive_items(facts),
        12: negative_items(facts, summary, execution),
        13: other_items(facts),
    }
    article = next((article for article, items in own.items() if items), None)
    if article is None:
        return Class(None, frozenset(), None)
    items = set(own[article])
    if article == 11 and items > {3}:
        items.remove(3)  # what item 1 or 2 names is not "other"
    if article == 12 and items != {10}:
        items |= conduct_items(facts)
    # The most special of its own: a qualification before a licence, a general-procedure penalty before a violation.
    primary = max(items & own[article])
    return Class(CATEGORY[article], frozenset((article, item) for item in items), (article, primary))
