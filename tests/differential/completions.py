"""What unknown facts could be: all values of a list, and days and periods well chosen around every boundary."""

from datetime import date, timedelta
from itertools import product
from math import prod
from typing import Any, NamedTuple

from jscredit.deadlines import Days, Months, Years
from jscredit.records import Severity
from oracles.validity import after

FAR = [date(1950, 1, 1), date(2190, 1, 1)]
PERIODS = [Days(1), Days(400), Months(6), Years(1), Years(2), Years(3), Years(5), Years(100)]
# The open term for 较重: its ends, and what lies between.
RATHER_SERIOUS = [Years(1), Months(18), Days(800), Years(3)]
CODES = {"severity": list(Severity), "period_of_use": PERIODS}
# A day or a period says more of a yes-or-no fact; where that one is not known, neither is this.
DETAIL = {
    "recurred": "recurred_on",
    "recurred_in_record_kind": "recurred_in_record_kind_on",
    "corrected": "corrected_on",
    "period_of_use_given": "period_of_use",
    "publication_end_stated": "published_until",
}
BACK = [0, 365, 366, 1095, 1096]


def with_details(facts, withheld):
    """The withheld facts, and the details that are not known with them."""
    return sorted({*withheld, *(DETAIL[name] for name in withheld if name in DETAIL and facts[DETAIL[name]] is None)})


def days_around(facts, on):
    """Days so near to the day asked about and to the known days that a boundary falls on them or beside them."""
    known = {day for day in facts.values() if isinstance(day, date)} | {on}
    around = {day - timedelta(back + step) for day in known for back in BACK for step in (-1, 0, 1)}
    around |= {after(day, Years(1)) + timedelta(step) for day in known for step in (-1, 0, 1)}
    return [*FAR, *sorted(around)]


def values_of(name, facts, on):
    if name.endswith("_on") or name == "published_until":
        return days_around(facts, on)
    return CODES.get(name, [True, False])


class Completions(NamedTuple):
    """Rows with everything known, and whether they are all that the lists give."""

    rows: list[dict[str, Any]]
    whole: bool


def completed(rng, facts, withheld, on, *, limit=300):
    """The withheld facts and the open term filled in: in every way, or in as many as the limit, at random."""
    rest = {name: value for name, value in facts.items() if name not in withheld}
    choices = {name: values_of(name, rest, on) for name in withheld}
    matters = rest.get("severity", Severity.RATHER_SERIOUS) is Severity.RATHER_SERIOUS
    choices["rather_serious"] = RATHER_SERIOUS if matters else RATHER_SERIOUS[:1]
    if prod(map(len, choices.values())) <= limit:
        filled = product(*choices.values())
        return Completions([rest | dict(zip(choices, values, strict=True)) for values in filled], whole=True)
    rows = [rest | {name: rng.choice(values) for name, values in choices.items()} for _ in range(limit)]
    return Completions(rows, whole=False)
