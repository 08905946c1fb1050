"""The lint of a catalogue, read from the articles: a plain description in, what is wrong with it out.

A finding is (place of the entry, place of the element or None, problem, about).
"""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from oracles.kinds import CATEGORY_OF_ARTICLE, ITEMS, ORGANISATION_ELEMENTS, PERSON_ELEMENTS

# 第八条: 明确…内容、使用范围、更新周期、数据来源、格式规范、使用期限和保存期限等
SEVEN = (
    "content",
    "scope_of_use",
    "update_cycle",
    "data_source",
    "format",
    "period_of_use",
    "retention_period",
)
TYPES = {
    "text",
    "day",
    "number",
    "amount",
    "yes_no",
    "code",
    "codes",
    "region",
    "credit_code",
    "organisation_code",
    "business_registration",
    "tax_registration",
    "institution_certificate",
    "social_organisation",
    "personal_number",
}
# 第十四条: what these elements are called, and what others are called that only look so.
FORBIDDEN = {
    "宗教信仰": "religion",
    "基因": "genes",
    "血型": "blood_type",
    "疾病名称": "disease",
    "病史": "medical_history",
    "blood_type": "blood_type",
    "medical_history": "medical_history",
}
HARMLESS = {
    "疾病预防控制中心": "disease",
    "血型检测试剂经营许可": "blood_type",
    "宗教事务局": "religion",
    "处罚事由": None,
    "信用等级": None,
    "转基因农产品加工许可": "genes",
    "project_name": None,
}
# 第三十条: 一般失信为1年、严重失信为3年; nothing is said of 较重, which lies between the two.
VALIDITY = {"general": ((1, "years"), (1, "years")), "rather_serious": ((1, "years"), (3, "years"))}
VALIDITY["serious"] = ((3, "years"), (3, "years"))
# 法律、法规和规章另有规定的除外; by art. 3 also what national departments provide, but not for a term left open.
NORMS = {"law", "administrative_regulation", "local_regulation", "department_rule", "local_government_rule"}

_ENDS = {}


def ends(period):
    """The days on which the period ends, from each start day of a cycle of leap years."""
    if period not in _ENDS:
        count, unit = period
        starts = (date(2019, 1, 1) + timedelta(n) for n in range(4 * 365 + 1))
        _ENDS[period] = tuple(start + relativedelta(**{unit: count}) for start in starts)
    return _ENDS[period]


def outlasts(one, other):
    if one == "unlimited" or other == "unlimited":
        return one == "unlimited" and other != "unlimited"
    return any(first > second for first, second in zip(ends(one), ends(other), strict=True))


def findings(entries):
    found = set()
    codes = []
    for at, entry in enumerate(entries):
        if entry["code"] in codes:
            found.add((at, None, "duplicate-entry", None))
        codes.append(entry["code"])
        found |= {(at, None, *one) for one in of_entry(entry)}
        columns = []
        for place, element in enumerate(entry["elements"]):
            if element["code"] in columns:
                found.add((at, place, "duplicate-element", None))
            columns.append(element["code"])
            found |= {(at, place, *one) for one in of_element(entry, element)}
    return found


def of_entry(entry):
    stated = {"content": entry["elements"]} | {name: entry[name] for name in SEVEN if name != "content"}
    for name, value in stated.items():
        if not value:
            yield "missing", name
    for name in ("subject_types", "kinds", "category"):
        if not entry[name]:
            yield "missing", name
    if not entry["provider"] and not entry["any_provider"]:
        yield "missing", "provider"
    if not entry["sharing_classes"]:
        yield "sharing-class-missing", None
    elif len(set(entry["sharing_classes"])) > 1:
        yield "sharing-class-double", None
    yield from of_kinds(entry)
    use, kept = entry["period_of_use"], entry["retention_period"]
    if use and kept and outlasts(use, kept):
        yield "use-outlasts-retention", None
    yield from of_validity(entry)
    if "public" in entry["sharing_classes"]:
        for mark in set(entry["secrecy"]):
            yield "secret-public", mark


def of_kinds(entry):
    for kind in set(entry["kinds"]):
        classes = {CATEGORY_OF_ARTICLE[article] for (article, _), kinds in ITEMS.items() if kind in kinds}
        if entry["category"] and entry["category"] not in classes:
            yield "kind-category", kind
        types = set(entry["subject_types"])
        if types and kind in PERSON_ELEMENTS and "natural_person" not in types:
            yield "kind-subject", kind
        if types and kind in ORGANISATION_ELEMENTS and types == {"natural_person"}:
            yield "kind-subject", kind


def of_validity(entry):
    stated = entry["validity"]
    if stated is None:
        return
    if entry["category"] not in {None, "negative"}:
        yield "validity-not-failure", None
        return
    for severity, (least, most) in VALIDITY.items():
        period = stated[severity]
        if period is None:
            continue
        enough = NORMS if severity == "rather_serious" else {*NORMS, "national_department_document"}
        if stated["rank"] in enough:
            continue
        if outlasts(least, period) or outlasts(period, most):
            yield "validity", severity


def of_element(entry, element):
    content = FORBIDDEN.get(element["name"])
    # A code beside a name that only looks so may be an abbreviation of that name; a Chinese one is a name itself.
    code, looks_like = FORBIDDEN.get(element["code"]), HARMLESS.get(element["name"])
    if content is None and (code != looks_like or not element["code"].isascii()):
        content = code
    if content:
        yield "forbidden", content
    classes = [element["sharing_class"]] if element["sharing_class"] else entry["sharing_classes"]
    if "public" in classes:
        for mark in set(element["secrecy"]):
            yield "secret-public", mark
    if element["type"] not in TYPES and not content:
        yield "type-unknown", "type"
    if element["type"] in {"code", "codes"} and not element["codes"]:
        yield "no-codes", "codes"
    if element["not_before"]:
        meant = [other for other in entry["elements"] if other["code"] == element["not_before"]]
        if not meant or meant[0]["type"] != "day":
            yield "refers-to-nothing", "not_before"
    for name in ("blank_code", "other_code"):
        if element[name] and element[name] not in element["codes"]:
            yield "refers-to-nothing", name
