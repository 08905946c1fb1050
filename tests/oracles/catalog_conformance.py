"""Rows against an entry, by hand from the formats' own notes: required, one of a group, lengths, lists, days in order.

What a single value is was labelled by hand (``VALUES``); here is what the rules make of the values together. A finding
is (column code, problem).
"""

from datetime import date, datetime

from oracles.identifiers import invented_credit_code, invented_organisation_code, invented_resident_id

TRADER = invented_credit_code(3, head="92")
CREDIT = invented_credit_code(1)
# Values by type: (what stands there, what is wrong with it, the day that it is).
VALUES = {
    "text": [("某事", None), ("一二三四五六", None), (7, None), (10**15, "number-lost"), (date(2020, 1, 1), "type")],
    "day": [
        ("2019-03-05", None, date(2019, 3, 5)),
        ("2019/3/6", None, date(2019, 3, 6)),
        ("2019年3月4日", None, date(2019, 3, 4)),
        ("2019.03.05", None, date(2019, 3, 5)),
        ("2019-03-05 10:20:30", None, date(2019, 3, 5)),
        (date(2020, 2, 29), None, date(2020, 2, 29)),
        (datetime(2021, 1, 1, 8, 0), None, date(2021, 1, 1)),  # noqa: DTZ001 - workbooks know no zones
        ("2099-12-31", None, date(2099, 12, 31)),
        ("20190305", "day"),
        ("2019-3/5", "day"),
        ("2019-02-29", "day"),
        ("5/3/2019", "day"),
        (43529, "day"),
        ("1899-12-31", "day-range"),
        ("2200-01-01", "day-range"),
    ],
    "amount": [
        ("5000", None),
        ("5,000.50", None),
        (12, None),
        ("五千", "amount"),
        ("-1", "amount"),
        ("1,00", "amount"),
        (date(2020, 1, 1), "type"),
    ],
    "number": [("-3.5", None), (4, None), ("三", "number"), ("1,000", "number")],
    "region": [("329901", None), ("３２９９０１", None), ("32990", "region"), ("江苏", "region")],
    "yes_no": [("是", None), ("否", None), ("1", None), ("也许", "yes-no")],
    "credit_code": [
        (CREDIT, None),
        (CREDIT.lower(), None),
        (TRADER, None),
        (CREDIT[:-1] + ("1" if CREDIT[-1] == "0" else "0"), "identifier"),
        ("9132990*", "identifier"),
        (913299, "number-lost"),
        ("9.13E+17", "number-lost"),
    ],
    "organisation_code": [(invented_organisation_code(1), None), ("123", "identifier"), (123456789, "number-lost")],
    "personal_number": [
        (invented_resident_id(1), None),
        ("E12345678", None),
        ("3299011990", "identifier"),
        (1, "number-lost"),
    ],
    "code": [
        ("1", None),
        ("２", None),
        (1, None),
        ("3", "code-list"),
        ("其他-某种", None),
        ("其他2", "other-not-specified"),
        (date(2020, 1, 1), "type"),
    ],
    "codes": [("1", None), ("1;2", None), ("1；2", None), ("1;3", "code-list"), ("其他", "ASK"), ("其他-甲;1", None)],
    "subject": [("O", None), ("P", None), ("T", None), ("X", "code-list")],
}
ORGANISATION_TYPES = {"credit_code", "organisation_code"}


def findings(elements, row, reported_on):
    """What is wrong with a row: ``row`` gives, by column code, an index into ``VALUES``, "blank", "none" or absent."""
    found, value, day = set(), {}, {}
    for element in elements:
        code = element["code"]
        given = row.get(code, "absent")
        value[code] = day[code] = None
        needs = element["required"] and element["group"] is None and element["blank_code"] is None
        if given in ("absent", "blank"):
            if needs and not (given == "absent" and element["may_be_absent"]):
                found.add((code, "required"))
        elif given == "none":
            if needs and not element["none_allowed"]:
                found.add((code, "none-not-allowed"))
        else:
            text, problem, *when = VALUES[element["type"]][given]
            value[code] = text
            if problem == "ASK":
                problem = "other-not-specified" if element["other_specified"] else None
            if isinstance(text, str) and len(text) > element["max_length"]:
                problem = "too-long"
            if problem:
                found.add((code, problem))
            elif when:
                day[code] = when[0]
    found |= groups(elements, value)
    found |= subjects(elements, value, {code for code, _ in found})
    found |= days(elements, day, reported_on)
    return found


def groups(elements, value):
    """组内至少填写一项."""
    found = set()
    for group in {element["group"] for element in elements if element["group"] and element["required"]}:
        members = [element["code"] for element in elements if element["group"] == group]
        if all(value[code] is None for code in members):
            found.add((members[0], "group"))
    return found


def subjects(elements, value, wrong):
    """法人及其他组织必填、自然人空白; and what is said of the subject against its numbers."""
    told = next((e for e in elements if e["type"] == "subject" and value[e["code"]] is not None), None)
    kinds = {e["type"] for e in elements if e["group"] and value[e["code"]] is not None}
    if told:
        subject = {"O": "organisation", "P": "natural_person", "T": "sole_trader"}.get(value[told["code"]])
    elif kinds & ORGANISATION_TYPES:
        subject = "organisation"
    else:
        subject = "natural_person" if "personal_number" in kinds else None
    if told and subject:
        codes = [value[e["code"]] for e in elements if e["group"] and e["type"] == "credit_code"]
        traders = {code.startswith("92") for code in codes if isinstance(code, str)}
        if (
            (subject == "natural_person" and kinds & ORGANISATION_TYPES)
            or (subject == "organisation" and "personal_number" in kinds)
            or (subject == "sole_trader" and False in traders)
            or (subject != "sole_trader" and True in traders)
        ):
            return {(told["code"], "subject-conflict")}
    found = set()
    for element in elements:
        code = element["code"]
        if subject and element["required_for"] == subject and value[code] is None and code not in wrong:
            found.add((code, "required-for"))
        if subject and element["blank_for"] == subject and value[code] is not None:
            found.add((code, "blank-for"))
    return found


def days(elements, day, reported_on):
    """截止期不早于决定日期，决定日期不晚于报送日期."""
    found = set()
    for element in elements:
        own = day[element["code"]]
        first = day.get(element["not_before"])
        if own and first and own < first:
            found.add((element["code"], "before"))
        if own and element["not_after_report"] and reported_on and own > reported_on:
            found.add((element["code"], "after-report"))
    return found
