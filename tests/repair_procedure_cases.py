"""Repairs for the tests: a serious failure that can be repaired, and a way into each stage."""

import dataclasses
from datetime import date, timedelta

from factories import judgement, organisation, person, record
from jscredit.errors import Refused
from jscredit.records import Body, CreditFile, Kind, RepairEvidence, Role, Severity, Supplied
from jscredit.repair import (
    Adopted,
    Applied,
    ObjectionFounded,
    ObjectionRaised,
    ObjectionUnfounded,
    OpinionAgainst,
    OpinionInFavour,
    Published,
    RepairCase,
    RepairCondition,
    Reported,
)

SHOP, OTHER_SHOP, MAN = organisation(1), organisation(2), person(1)
PROVIDER = Body(name="虚构市城管局", roles=(Role.PROVIDER,))
OFFICE = Body(name="虚构市信用信息中心", roles=(Role.INFORMATION_ORGANISATION,))
# Valid through 2027-03-01; corrected on 2024-12-02, so the clean year ended on 2025-12-02.
FAILURE = record(
    kind=Kind.BID_RIGGING, severity=Severity.SERIOUS, determined_on=date(2024, 3, 1), provider=PROVIDER, subject=SHOP
)
EVIDENCE = RepairEvidence(
    corrected_on=date(2024, 12, 2),
    recurred=False,
    clear_effect=judgement(),
    adverse_effect_eliminated=judgement(),
    self_discipline=True,
    credit_management_system=True,
    commitment_not_to_fail_again=True,
)
DAY = date(2026, 2, 11)


def new_case(**changes):
    return RepairCase(**({"number": "修复1", "record": FAILURE} | changes))


def applied(on=DAY, **changes):
    known = {"applicant": SHOP, "written": True, "addressee": PROVIDER, "evidence": EVIDENCE}
    return Applied(on=on, **(known | changes))


def evidence(**changes):
    return dataclasses.replace(EVIDENCE, **changes)


def events_on(on):
    """One event of each kind."""
    return {
        "applied": applied(on),
        "opinion_in_favour": OpinionInFavour(on=on, document="虚城管修〔2026〕1号"),
        "opinion_against": OpinionAgainst(
            on=on, document="虚城管修〔2026〕2号", lacking=(RepairCondition.CLEAR_EFFECT,)
        ),
        "published": Published(on=on, site="虚构市城管局网站"),
        "objection_raised": ObjectionRaised(on=on, reason="未实际整改"),
        "objection_founded": ObjectionFounded(on=on, lacking=(RepairCondition.CORRECTED,)),
        "objection_unfounded": ObjectionUnfounded(on=on),
        "reported": Reported(on=on),
        "adopted": Adopted(on=on),
    }


_PUBLISHED = ("applied", "opinion_in_favour", "published")
WAY_TO = {
    "new": (),
    "applied": ("applied",),
    "supported": _PUBLISHED[:2],
    "published": _PUBLISHED,
    "objected": (*_PUBLISHED, "objection_raised"),
    "reported": (*_PUBLISHED, "reported"),
    "adopted": (*_PUBLISHED, "reported", "adopted"),
    "refused": ("applied", "opinion_against"),
}
# Published on 11 February 2026: 12, 13, 14 (a working Saturday); 24, 25 after the festival.
LAST_DAY = date(2026, 2, 25)
AFTER = LAST_DAY + timedelta(1)


def case_in(stage, case=None):
    """The case led into a stage: on one day, and once the publication has ended on the day after."""
    case = case or new_case()
    for name in WAY_TO[stage]:
        case = case.apply(events_on(AFTER if name in {"reported", "adopted"} else DAY)[name])
    return case


def file_of(about):
    day = about.determined_on
    return CreditFile(about.subject).apply(Supplied(day=day, known_on=day, citation="M16", record=about))


def refusals(case, event, **options):
    """The codes with which an event is refused; empty where it is taken."""
    try:
        case.apply(event, **options)
    except Refused as error:
        return [fault.code for fault in error.faults]
    return []
