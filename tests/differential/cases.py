"""Cases for the rules of law, over-weighted on each boundary, next to it, and on 29 February.

A case is a row of facts, all known. What did not happen has no day: its day is None, as in a record.
"""

from datetime import date, timedelta

from jscredit.deadlines import Days, Months, Years
from jscredit.law import Rank
from jscredit.records import Category, Conduct, Granter, Kind, Procedure, Severity
from oracles.classification import CONDUCTS
from oracles.kinds import ABOUT
from oracles.validity import IN_FORCE, after

LEAP_DAYS = [date(year, 2, 29) for year in (2016, 2020, 2024)]
SPECIAL = [day + timedelta(step) for day in (IN_FORCE, *LEAP_DAYS) for step in (-1, 0, 1)]
SPECIAL += [date(2019, 1, 31), date(2019, 12, 31), date(2023, 2, 28), date(2023, 3, 1)]
PERIODS = [Days(1), Days(365), Days(400), Months(1), Months(6), Months(12), Months(18), Years(1), Years(2), Years(5)]
RATHER_SERIOUS = [Years(1), Months(13), Days(600), Months(24), Years(3)]
NAMED_CONDUCTS = [conduct for conducts in CONDUCTS.values() for conduct in conducts]
HIDDEN_KINDS = [Kind.PENALTY, Kind.VIOLATION, Kind.OTHER_NEGATIVE, Kind.WAGE_ARREARS, Kind.ADMINISTRATIVE_LICENCE]


def near(rng, day):
    """The day itself, or one of the two beside it."""
    return day + timedelta(rng.choice([-1, 0, 0, 1]))


def a_day(rng):
    if rng.random() < 0.3:
        return rng.choice(SPECIAL)
    return date(2016, 1, 1) + timedelta(rng.randrange(3300))


def record_case(rng):
    """The facts that M10 to M13 ask of a record. A kind that names what it is about is about nothing else."""
    kind = rng.choice(list(Kind) if rng.random() < 0.6 else HIDDEN_KINDS)
    about = NAMED_CONDUCTS if rng.random() < 0.5 else list(Conduct)
    if kind.value in set(Conduct):
        about = [Conduct(kind.value)]
    elif kind.value in ABOUT:
        about = [*map(Conduct, ABOUT[kind.value])] or [None]
    return {
        "kind": kind,
        "conduct": rng.choice(about),
        "also_qualification": rng.random() < 0.5,
        "catalogue_category": rng.choice(list(Category)),
        "granter": rng.choice(list(Granter)),
        "organiser": rng.choice(list(Granter)),
        "procedure": rng.choice(list(Procedure)),
        "reflects_credit": rng.random() < 0.7,
        "malice": rng.random() < 0.5,
        "accident_liability": rng.random() < 0.6,
        "dealt_with_by_regulator": rng.random() < 0.6,
        "imposed_by_regulator": rng.random() < 0.5,
        "lawfully_determined": rng.random() < 0.7,
        "breached_norm_rank": rng.choice(list(Rank)),
    }


def validity_case(rng):
    """The facts of M30, of the catalogue's period of use and of a stated end of publication."""
    determined_on = a_day(rng)
    severity, rather_serious = rng.choice(list(Severity)), rng.choice(RATHER_SERIOUS)
    given, stated = rng.random() < 0.5, rng.random() < 0.4
    period = rng.choice(PERIODS) if given else None
    ends = [after(determined_on, one) for one in (Years(1), Years(3), rather_serious, period or Years(1))]
    return {
        "failure_information": rng.random() < 0.85,
        "determined_on": determined_on,
        "severity": severity,
        "rather_serious": rather_serious,
        "period_of_use_given": given,
        "period_of_use": period,
        "publication_end_stated": stated,
        "published_until": near(rng, rng.choice([determined_on, *ends])) if stated else None,
    }


def validity_day(rng, facts):
    """A day to ask about: on or beside a boundary, or anywhere."""
    start = facts["determined_on"]
    days = [start, *(after(start, one) for one in (Years(1), Years(3), facts["rather_serious"]))]
    days += [after(start, facts["period_of_use"])] if facts["period_of_use_given"] else []
    days += [facts["published_until"]] if facts["publication_end_stated"] else []
    day = near(rng, rng.choice(days)) if rng.random() < 0.8 else a_day(rng)
    return max(day, IN_FORCE)


def repair_case(rng):
    """The facts of M34 about one failure, as a rule asks them."""
    facts = validity_case(rng)
    determined_on = facts["determined_on"]
    facts["failure_information"] = rng.random() < 0.97
    corrected = rng.random() < 0.97
    window_ends = [
        after(determined_on, one) for one in (Years(1), Years(3), Years(5), facts["period_of_use"] or Years(1))
    ]
    corrected_on = rng.choice(
        [
            near(rng, determined_on),
            determined_on + timedelta(rng.randrange(-400, 700)),
            near(rng, after(rng.choice(window_ends), Days(1)) - timedelta(rng.choice([365, 366]))),
            rng.choice(LEAP_DAYS),
        ]
    )
    facts |= {
        "corrected": corrected,
        "corrected_on": corrected_on if corrected else None,
        "natural_person": rng.random() < 1 / 3,
        "recurrence_stated": rng.random() < 0.5,
    }
    for name in ("recurred", "recurred_in_record_kind"):
        facts[name] = rng.random() < 0.3
        later = rng.choice([near(rng, after(corrected_on, Years(1))), corrected_on, near(rng, a_day(rng))])
        # A row may hold what evidence refuses: a recurrence before the correction, which is none.
        earliest = corrected_on - timedelta(1) if rng.random() < 0.1 else corrected_on
        facts[f"{name}_on"] = (min if earliest < corrected_on else max)(later, earliest) if facts[name] else None
    for name in (
        "clear_effect",
        "adverse_effect_eliminated",
        "self_discipline",
        "credit_management_system",
        "commitment_not_to_fail_again",
    ):
        facts[name] = rng.random() < (0.8 if name == "credit_management_system" else 0.97)
    return facts


def repair_day(rng, facts):
    days = [validity_day(rng, facts)]
    if facts["corrected"]:
        days += [facts["corrected_on"], *[after(facts["corrected_on"], Years(1))] * 3]
    days += [facts[name] for name in ("recurred_on", "recurred_in_record_kind_on") if facts[name]]
    return max(near(rng, rng.choice(days)), IN_FORCE)


REPAIR_FACTS = [
    "failure_information",
    "determined_on",
    "severity",
    "period_of_use_given",
    "period_of_use",
    "corrected",
    "corrected_on",
    "clear_effect",
    "adverse_effect_eliminated",
    "recurred",
    "recurred_on",
    "recurred_in_record_kind",
    "recurred_in_record_kind_on",
    "self_discipline",
    "natural_person",
    "credit_management_system",
    "commitment_not_to_fail_again",
]
