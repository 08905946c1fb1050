"""M7 and M15: which severity an agency's table gives a failure, straight from the table, with every fact known.

A table is a list of rows; a row is (requirements, severity), a requirement (test, answer). A test is one of

- ("malice",): the conduct was malicious;
- ("type", kind): the penalty includes a type;
- ("conduct", conducts) and ("kind", kinds): what it is about, what it is, is one of these;
- ("fine-below", yuan): its fine is less.
"""

from datetime import date
from decimal import Decimal
from typing import Any

from jscredit.records import Level, PenaltyType, Severity

Table = list[tuple[list[tuple[tuple[Any, ...], bool]], Severity]]


def fine(facts: dict[str, Any]) -> Decimal:
    """A penalty without a fine among its types has a fine of nothing."""
    return facts["fine_yuan"] if PenaltyType.FINE in facts["penalty_types"] else Decimal(0)


def holds(test: tuple[Any, ...], facts: dict[str, Any]) -> bool:
    what, *about = test
    if what == "malice":
        return facts["malice"]
    if what == "type":
        return about[0] in facts["penalty_types"]
    if what == "fine-below":
        return fine(facts) < about[0]
    return facts[what] in about[0]


def by_the_table(table: Table, facts: dict[str, Any]) -> Severity | None:
    """The grade of the row of which everything is so; None where there is none."""
    grades = {grade for wanted, grade in table if all(holds(test, facts) is answer for test, answer in wanted)}
    assert len(grades) <= 1
    return next(iter(grades), None)


HIGH_TO_LOW = [Level.CENTRAL, Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWNSHIP]


def is_anothers(issuer: tuple[Level, str | None], labels: tuple[Level | None, str | None]) -> bool:
    """Whether the standard is that of a lower level, or of another region, than the body's that labels the failure."""
    (level, region), (own_level, own_region) = issuer, labels
    if own_level is not None and HIGH_TO_LOW.index(level) > HIGH_TO_LOW.index(own_level):
        return True
    if region is None or own_region is None or level is Level.CENTRAL:
        return False
    # 32 is a province, 3299 a city, 329901 a county or a place in it.
    whole = {Level.PROVINCE: region[:2], Level.CITY: region[:4]}.get(level, region)
    return not own_region.startswith(whole)


def severity(table: Table, facts: dict[str, Any], issued_on: date, *, later: str) -> Severity | None:
    """``later``: whether the standard grades failures determined before its issue, "labels-from-then-on", or not.

    ``facts``: kind, conduct, malice, penalty_types, fine_yuan, determined_on, and anothers: as ``is_anothers`` says.
    """
    if facts["anothers"] or (facts["determined_on"] < issued_on and later != "labels-from-then-on"):
        return None
    return by_the_table(table, facts)
