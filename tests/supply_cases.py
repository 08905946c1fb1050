"""Invented deliveries: as plain values for the oracle, and as the values that the library takes."""

from datetime import date
from decimal import Decimal

from jscredit.records import Body, CreditRecord, Kind, Level, Severity, Subject
from jscredit.supply import Delivery, SupplyRoute
from oracles.identifiers import invented_credit_code

DAYS = (date(2020, 3, 1), date(2020, 3, 2), None)
NUMBERS = ("虚〔2020〕1号", "虚〔2020〕2号", None)
WRITTEN = {
    "虚〔2020〕1号": ("虚〔2020〕1号", "虚[2020] 1号", "虚（２０２０）1号"),
    "虚〔2020〕2号": ("虚〔2020〕2号",),
    None: (None,),
}
BODIES = ("虚构省厅", "虚构市局")


def random_delivery(rng):
    return {
        "subject": (rng.randrange(2), rng.choice(("code", "code", "old", "name"))),
        "kind": rng.choice((Kind.PENALTY, Kind.PENALTY, Kind.VIOLATION)),
        "number": rng.choice(NUMBERS),
        "day": rng.choice(DAYS),
        "told": {
            "severity": rng.choice((None, None, Severity.GENERAL, Severity.SERIOUS)),
            "fine_yuan": rng.choice((None, None, Decimal(100), Decimal(200))),
            "producer": rng.choice((None, None, None, "虚构所")),
            "subject_name": rng.choice((None, "甲店", "甲店", "甲店", "乙店")),
        },
        "route": rng.choice((None, *(route.value for route in SupplyRoute))),
        "level": rng.choice((None, "central", "province", "city", "county", "township")),
        "body": rng.choice(BODIES),
        "written": rng.random(),
    }


def random_batch(rng, most=7):
    """Some deliveries, most of them much like the first, so that there are many copies and many near copies."""
    first = random_delivery(rng)
    first |= {"number": NUMBERS[0], "day": DAYS[0]} if rng.random() < 0.8 else {}
    return [first, *(_near(rng, first) for _ in range(rng.randrange(most)))]


def _near(rng, first):
    other = random_delivery(rng)
    kept = {part: value for part, value in first.items() if rng.random() < 0.9}
    told = {name: first["told"][name] if rng.random() < 0.8 else value for name, value in other["told"].items()}
    return other | kept | {"told": told, "written": other["written"], "route": other["route"], "body": other["body"]}


def subject_of(case):
    """An organisation by its credit code, by its old code alone, or by its name alone."""
    number, form = case["subject"]
    code, name = invented_credit_code(number), case["told"]["subject_name"]
    if form == "code":
        return Subject(credit_code=code, name=name)
    if form == "old":
        return Subject(organisation_code=code[8:17], name=name)
    return Subject(name=name or "无名店")


def delivery_of(case, record_id="1"):
    told, forms = case["told"], WRITTEN[case["number"]]
    record = CreditRecord(
        id=record_id,
        subject=subject_of(case),
        kind=case["kind"],
        document_number=forms[int(case["written"] * len(forms))],
        determined_on=case["day"],
        severity=told["severity"],
        fine_yuan=told["fine_yuan"],
        producer=Body(name=told["producer"]) if told["producer"] else None,
    )
    return Delivery(
        record=record,
        route=SupplyRoute(case["route"]) if case["route"] else None,
        by=Body(name=case["body"], level=Level(case["level"]) if case["level"] else None),
    )
