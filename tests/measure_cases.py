"""Invented cases of joint measures: entries, bodies, persons, and the steps of the loop."""

from datetime import date

from factories import judgement, organisation, person
from jscredit.errors import Refused
from jscredit.measures import (
    Acted,
    ActingBody,
    Declined,
    DeclineReason,
    FedBack,
    Implementer,
    Initiated,
    MeasureCase,
    MeasureFacts,
    MeasureLoopCase,
    PersonRole,
    Power,
    Pushed,
    RelatedPerson,
    Stopped,
)
from jscredit.records import (
    Body,
    DelistingGround,
    EntryState,
    Kind,
    Level,
    ListEntry,
    ListSide,
    OrganisationForm,
    Role,
    Severity,
)

FROM, UNTIL = date(2020, 3, 1), date(2023, 2, 28)
FISCAL, EXIT = "J11:restricted_fiscal_projects", "J12:exit_restriction"
INITIATOR = Body(name="虚构市税务局", level=Level.CITY, region="329901")
CENTRE = Body(name="虚构市信用中心", level=Level.CITY, region="329901", roles=(Role.INFORMATION_ORGANISATION,))
PROVINCIAL = Body(name="虚构省信用中心", level=Level.PROVINCE, roles=(Role.INFORMATION_ORGANISATION,))
FINANCE, LICENSING = Body(name="虚构市财政局"), Body(name="虚构市审批局")
AUTHORITY = Body(name="虚构省信用办", level=Level.PROVINCE, roles=(Role.CREDIT_AUTHORITY,))
SHOP = organisation(1, form=OrganisationForm.ENTERPRISE)


def black(**fixed):
    """A black entry of three years, determined by the initiator."""
    parts = {
        "id": "B1",
        "side": ListSide.BLACK,
        "subject": SHOP,
        "list_name": "虚构黑名单",
        "determined_by": INITIATOR,
        "determined_on": FROM,
        "valid_from": FROM,
        "valid_until": UNTIL,
    }
    return ListEntry(**(parts | fixed))


def red(**fixed):
    return black(**({"id": "R1", "side": ListSide.RED} | fixed))


def case_of(entry=None, **parts):
    return MeasureCase.of(entry or black(), **parts)


def refuses(**fixed):
    """The facts of somebody able to perform who refuses to."""
    return MeasureFacts(**({"able_to_perform": judgement(), "refuses": True, "judgment_defaulter": True} | fixed))


def behind(role=PersonRole.PRINCIPAL, *, responsible=True):
    found = None if responsible is None else judgement(finding=responsible)
    return RelatedPerson(subject=person(3), role=role, responsible=found)


def acting(*measure_ids, kind=Implementer.GOVERNMENT_OR_DEPARTMENT, rank=None):
    powers = tuple(Power(measure_id=one, basis="虚构条例第1条", rank=rank) for one in measure_ids)
    return ActingBody(body=FINANCE, kind=kind, powers=powers)


def codes(call, *args, **options):
    """The codes with which a call is refused, each with a clause; none where it is not refused."""
    try:
        call(*args, **options)
    except Refused as error:
        return [fault.code for fault in error.faults if fault.clause]
    return []


# --- the loop


def new_loop(measure_id=FISCAL, case=None, **parts):
    given = {"number": "L1", "body": FINANCE, "kind": Implementer.GOVERNMENT_OR_DEPARTMENT}
    return MeasureLoopCase.begin(measure_id, case or case_of(), **(given | parts))


def steps_on(on, case):
    """One event of each kind that fits the case, on a day."""
    ended = max(case.events[-1].on, FROM) if case.events else FROM
    return {
        "initiated": Initiated(on=on, by=INITIATOR, to=CENTRE),
        "pushed": Pushed(on=on, by=CENTRE, to=case.body),
        "acted": Acted(on=on, by=case.body, basis="虚构条例第1条", document="虚财〔2020〕1号"),
        "declined": Declined(on=on, by=case.body, reason=DeclineReason.NO_STATUTORY_BASIS),
        "fed_back": FedBack(on=on, by=case.body, to=PROVINCIAL, outcome="已限制"),
        "stopped": Stopped(on=on, delisted_on=min(ended, on), ground=DelistingGround.DECISION_AFTER_REPAIR),
    }


# J21, J17 and J20 in order: in this stage, this step, to that stage.
STEPS = {
    ("new", "initiated"): "initiated",
    ("initiated", "pushed"): "pushed",
    ("initiated", "stopped"): "stopped",
    ("pushed", "acted"): "acted",
    ("pushed", "declined"): "declined",
    ("pushed", "stopped"): "stopped",
    ("acted", "fed_back"): "fed_back",
    ("acted", "stopped"): "stopped",
    ("fed_back", "fed_back"): "fed_back",
    ("fed_back", "stopped"): "stopped",
    ("stopped", "fed_back"): "stopped",
}
PATHS = {
    "new": (),
    "initiated": ("initiated",),
    "pushed": ("initiated", "pushed"),
    "acted": ("initiated", "pushed", "acted"),
    "fed_back": ("initiated", "pushed", "acted", "fed_back"),
    "declined": ("initiated", "pushed", "declined"),
    "stopped": ("initiated", "pushed", "acted", "stopped"),
}


def loop_in(stage, on=date(2020, 4, 1), case=None):
    found = case or new_loop()
    for step in PATHS[stage]:
        found = found.apply(steps_on(on, found)[step])
    return found


def serious_record(**fixed):
    from factories import record

    parts = {"subject": SHOP, "kind": Kind.BID_RIGGING, "determined_on": FROM, "severity": Severity.SERIOUS}
    return record(**(parts | fixed))


def ended(entry, on, ground=DelistingGround.DECISION_AFTER_REPAIR):
    return EntryState(entry=entry, delisted_on=on, ground=ground)
