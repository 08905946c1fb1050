"""Catalogues on their way, for the tests: one edition, its bodies, and a way into each stage."""

import dataclasses
from datetime import date

from catalog_cases import catalogue, sound_entry
from jscredit.catalog import (
    CatalogueCase,
    Compiled,
    ConsultationClosed,
    Published,
    PublisherCapacity,
    PutToConsultation,
    Revised,
    SentBack,
    Submitted,
    Superseded,
)
from jscredit.errors import Refused
from jscredit.records import Body, Level, ProviderType, Role

DAY = date(2020, 5, 6)
ORGAN = ProviderType.ADMINISTRATIVE_ORGAN
AUTHORITY = Body(name="虚构市信用办", roles=(Role.CREDIT_AUTHORITY,), level=Level.CITY, region="329901")
GOVERNMENT = Body(name="虚构市人民政府", type=ORGAN, level=Level.CITY, region="329901")
OFFICE = Body(name="虚构市信用办", type=ORGAN, level=Level.CITY)
PROVIDERS = (Body(name="虚构市城管局"),)
DRAFT = catalogue(sound_entry())

# The shortest way into each stage.
WAY = ("compiled", "put_to_consultation", "consultation_closed", "submitted", "published", "superseded")
STAGES = ("new", "draft", "consultation", "consulted", "submitted", "published", "superseded")


def events_on(day, draft=DRAFT):
    """One event of each kind that is right in its stage."""
    publisher = {"publisher": GOVERNMENT, "capacity": PublisherCapacity.GOVERNMENT}
    return {
        "compiled": Compiled(on=day, by=AUTHORITY, providers=PROVIDERS),
        "revised": Revised(on=day, catalogue=dataclasses.replace(draft, title="改后目录")),
        "put_to_consultation": PutToConsultation(on=day),
        "consultation_closed": ConsultationClosed(on=day, opinions=3),
        "submitted": Submitted(on=day, **publisher),
        "sent_back": SentBack(on=day),
        "published": Published(on=day, **publisher),
        "superseded": Superseded(on=day, edition="2", last_day=day),
    }


def case_in(stage, draft=DRAFT, day=DAY):
    case = CatalogueCase(catalogue=draft)
    for name in WAY[: STAGES.index(stage)]:
        case = case.apply(events_on(day, draft)[name])
    return case


def refusals(case, event):
    try:
        case.apply(event)
    except Refused as refusal:
        return [fault.code for fault in refusal.faults]
    return []
