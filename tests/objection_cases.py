"""Objections for the tests: one record, one provider, one information organisation, and a way into each stage."""

import dataclasses
from datetime import date

from factories import organisation, person, record
from jscredit.errors import Refused
from jscredit.objection import (
    Appealed,
    AppealRejected,
    AppealUpheld,
    ClaimRejected,
    ClaimUpheld,
    ContentPurged,
    FlagTakenOff,
    ForbiddenContent,
    ForbiddenElement,
    FoundRight,
    FoundWrong,
    LegalRemedy,
    ObjectionCase,
    ObjectionGround,
    Received,
    RecordCorrected,
    RecordSupplied,
    RecordWithdrawn,
    Transferred,
    UseEnded,
    WentToLaw,
)
from jscredit.records import Body, Kind, Level, Role, Severity

SHOP, OTHER_SHOP, MAN = organisation(1), organisation(2), person(1)
PROVIDER = Body(name="虚构市城管局", roles=(Role.PROVIDER,), level=Level.CITY)
OFFICE = Body(name="虚构市信用信息中心", roles=(Role.INFORMATION_ORGANISATION,), level=Level.CITY)
AUTHORITY = Body(name="虚构市信用办", roles=(Role.CREDIT_AUTHORITY,), level=Level.CITY)
STRANGER = Body(name="虚构市邮政局", roles=(Role.USER,))
DAY = date(2026, 2, 13)

FAILURE = record(
    kind=Kind.BID_RIGGING, severity=Severity.GENERAL, determined_on=date(2025, 6, 2), provider=PROVIDER, subject=SHOP
)
EXPIRED = dataclasses.replace(FAILURE, determined_on=date(2024, 6, 3))
ABOUT_MAN = record(kind=Kind.PENALTY, subject=MAN, provider=PROVIDER, document_number="虚罚字〔2025〕3号")
RIGHT = dataclasses.replace(FAILURE, determined_on=date(2025, 5, 6))
CONTENT = ForbiddenContent(element=ForbiddenElement.DISEASE, field="document_number")


def new_case(ground=ObjectionGround.RECORDED_WRONGLY, **changes):
    about = {
        ObjectionGround.RECORDED_WRONGLY: {"subject": SHOP, "record": FAILURE},
        ObjectionGround.OMISSION: {"subject": SHOP},
        ObjectionGround.FORBIDDEN_COLLECTION: {"subject": MAN, "record": ABOUT_MAN, "content": CONTENT},
        ObjectionGround.USED_PAST_ITS_PERIOD: {"subject": SHOP, "record": EXPIRED},
    }[ground]
    return ObjectionCase(**({"number": "异议1", "ground": ground} | about | changes))


def received(on=DAY, **changes):
    return Received(**({"on": on, "applicant": SHOP, "by": OFFICE, "evidence": ("判决书",)} | changes))


def events_on(on, case):
    """One event of each kind, as good as it can be in this case."""
    corrected = case.last(RecordCorrected)
    severity = Severity.GENERAL if corrected and corrected.record.severity is Severity.SERIOUS else Severity.SERIOUS
    right = dataclasses.replace(case.record, severity=severity) if case.record else RIGHT
    return {
        "received": received(on, applicant=case.subject),
        "transferred": Transferred(on=on, to=PROVIDER),
        "found_wrong": FoundWrong(on=on),
        "found_right": FoundRight(on=on),
        "record_corrected": RecordCorrected(on=on, record=right),
        "record_withdrawn": RecordWithdrawn(on=on, reason="认定有误"),
        "record_supplied": RecordSupplied(on=on, record_id="R9"),
        "content_purged": ContentPurged(on=on),
        "use_ended": UseEnded(on=on),
        "flag_taken_off": FlagTakenOff(on=on),
        "appealed": Appealed(on=on, applicant=case.subject, to=AUTHORITY),
        "appeal_upheld": AppealUpheld(on=on),
        "appeal_rejected": AppealRejected(on=on),
        "went_to_law": WentToLaw(on=on, remedy=LegalRemedy.LITIGATION),
        "claim_upheld": ClaimUpheld(on=on),
        "claim_rejected": ClaimRejected(on=on),
    }


WAY_OF = {
    ObjectionGround.RECORDED_WRONGLY: "record_corrected",
    ObjectionGround.OMISSION: "record_supplied",
    ObjectionGround.FORBIDDEN_COLLECTION: "content_purged",
    ObjectionGround.USED_PAST_ITS_PERIOD: "use_ended",
}
_FOUND_WRONG = ("received", "transferred", "found_wrong")
_KEPT = ("received", "transferred", "found_right", "flag_taken_off")


def way_to(stage, ground):
    """The kinds of events that lead a new case into a stage. A ground that the record settles is found wrong."""
    appealed = (*_FOUND_WRONG, WAY_OF[ground], "appealed")
    return {
        "new": (),
        "under_review": ("received",),
        "with_provider": ("received", "transferred"),
        "found_wrong": _FOUND_WRONG,
        "found_right": _KEPT[:3],
        "put_right": appealed[:-1],
        "kept": _KEPT,
        "appealed": appealed,
        "wrong_on_appeal": (*appealed, "appeal_upheld"),
        "appeal_settled": (*appealed, "appeal_rejected"),
        "at_law": (*appealed, "appeal_rejected", "went_to_law"),
    }[stage]


def case_in(stage, case=None, on=DAY):
    """The case led into a stage, all on one day."""
    case = case or new_case()
    for name in way_to(stage, case.ground):
        case = case.apply(events_on(on, case)[name])
    return case


def refusals(case, event, **options):
    """The codes with which an event is refused; empty where it is taken."""
    try:
        case.apply(event, **options)
    except Refused as error:
        return [fault.code for fault in error.faults]
    return []


def settled_ground(event):
    """The ground on which this way of putting right fits."""
    return next((ground for ground, way in WAY_OF.items() if way == event), ObjectionGround.RECORDED_WRONGLY)
