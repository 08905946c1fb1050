"""Invented requests: as plain values for the oracle, and as the request that the library takes."""

from datetime import timedelta

from differential.cases import validity_case, validity_day
from jscredit.catalog import CatalogueEntry, DataElement, ScopeOfUse, Secrecy, UserType
from jscredit.records import (
    Body,
    CreditRecord,
    Granter,
    Kind,
    RecordState,
    RecordStatus,
    Severity,
    SharingClass,
    Subject,
    SubjectType,
)
from jscredit.rules import JIANGSU_2018
from jscredit.sharing import TERMS as READINGS
from jscredit.sharing import (
    AccessRequest,
    Authorisation,
    AuthorisationForm,
    Channel,
    IdentityProof,
    OnlineAuthentication,
    OpennessException,
    Requester,
    RequesterType,
)
from oracles.identifiers import invented_credit_code

# Parties: two organisations with numbers, and the first one's name without a number.
PARTIES = ("A", "B", "A's name")
NUMBERS = {"A": invented_credit_code(1), "B": invented_credit_code(2)}
NAMES = {"A": "甲店", "B": "乙店", "A's name": "甲店"}


def party(who):
    number = NUMBERS.get(who)
    return Subject(type=SubjectType.LEGAL_PERSON, name=NAMES[who], credit_code=number)


def body(who):
    return Body(name=NAMES[who], code=NUMBERS.get(who))


def same(one, other):
    """By numbers; one name without a number leaves it open, unless both are one and the same value."""
    if one == other:
        return True
    return False if {one, other} == {"A", "B"} else None


def same_as_body(one, other):
    """A body that has nothing in common with the other is another one."""
    if "A's name" in {one, other}:
        return None if NAMES[one] == NAMES[other] else False
    return one == other


# By each right, what stands in the way of none of its requirements.
GOOD = {
    "own_query": {"requester": "A", "class": "authorised_query"},
    "authorised_query": {"requester": "B", "class": "authorised_query"},
    "government_sharing": {"requester": "B", "class": "government_shared", "type": "government_department"},
    "publication": {"requester": "B", "class": "public", "channel": "credit_jiangsu_site"},
}
GOOD_FOR_ALL = {
    "channel": "service_window",
    "status": RecordStatus.ACTIVE,
    "kinds": "its",
    "form": "written",
    "passed": "A",
    "giver": "A",
    "to": "it",
    "valid": True,
    "purpose": "行政审批",
}


class Chooser:
    """Chooses what is good for one right rather often, and anything at all else."""

    def __init__(self, rng):
        self.rng = rng
        self.good = GOOD_FOR_ALL | rng.choice(list(GOOD.values()))

    def __call__(self, name, *values):
        return self.good[name] if name in self.good and self.rng.random() < 0.75 else self.rng.choice(values)

    def rarely(self, *values):
        return {self.rng.choice(values)} if self.rng.random() < 0.07 else set()


def random_case(rng):
    """A request with everything that the oracle asks, and its day."""
    time, choose = validity_case(rng), Chooser(rng)
    time["severity"] = rng.choice((Severity.GENERAL, Severity.SERIOUS))
    day = validity_day(rng, time)
    who = choose("requester", None, *PARTIES)
    case = {"time": time, "requester": who and (who, rng.random() < 0.5)}
    case |= _requester(case["requester"])
    case |= {
        "type": choose("type", None, *(one.value for one in RequesterType)),
        "channel": choose("channel", None, *(one.value for one in Channel)),
        "status": choose("status", *RecordStatus),
        "marks": choose.rarely(*(one.value for one in OpennessException)),
    }
    case |= _random_entry(rng, choose) | _random_identity(rng, choose, case)
    return case | _random_authorisation(rng, choose, case, day), day


def _requester(requester):
    if requester is None:
        return {"is_subject": None, "requester_name": None}
    who, as_body = requester
    found = same_as_body(who, "A") if as_body else same(who, "A")
    return {"is_subject": found, "requester_name": NAMES[who]}


def _random_entry(rng, choose):
    classes = [one.value for one in SharingClass]
    own = choose("class", *classes)
    secrecy = [one.value for one in Secrecy]
    return {
        "entry_classes": None if rng.random() < 0.05 else rng.choice((*[[own]] * 8, [], classes[:2])),
        "record_class": rng.choice((None, None, None, own, own, own, rng.choice(classes))),
        "element": rng.choice(("whole", "whole", "whole", "named", "named", "unnamed")),
        "element_class": rng.choice((None, None, *classes)),
        "entry_kinds": choose("kinds", "its", "others", "none"),
        "entry_marks": choose.rarely(*secrecy),
        "element_marks": choose.rarely(*secrecy),
        "scope_users": [one.value for one in UserType if rng.random() < 0.5] if rng.random() < 0.9 else None,
        "scope_named": [name for name in ("甲店", "乙店") if rng.random() < 0.3],
        "scope_purposes": rng.choice(([], ["行政审批"])),
        "purpose": choose("purpose", None, "行政审批", "其他"),
    }


def _random_identity(rng, choose, case):
    holder, passed = choose("holder", *PARTIES, None), choose("passed", None, *PARTIES)
    if case["requester"] and rng.random() < 0.7:
        holder = case["requester"][0]
        passed = holder if rng.random() < 0.3 else passed
    that_day = rng.random() < 0.9
    counted = passed if that_day else None
    given = {"of_requester": _is(case["requester"], holder), "valid": choose("valid", True, False, None)}
    return {
        "holder": holder,
        "identity": given if holder is not None else None,
        "passed": passed,
        "that_day": that_day,
        "subject_authenticated": False if counted is None else same(counted, "A"),
        "requester_authenticated": False if counted is None else _is(case["requester"], counted),
    }


def _is(requester, holder):
    """Whether the one who asks is the holder."""
    if requester is None:
        return None
    if holder is None:
        return False
    who, as_body = requester
    return same_as_body(who, holder) if as_body else same(who, holder)


def _random_authorisation(rng, choose, case, day):
    if rng.random() < 0.1:
        return {"authorisation": None}
    giver, to = choose("giver", *PARTIES), choose("to", "it", "other", "unknown")
    known = case["requester"] is not None
    return {
        "giver": giver,
        "to": to,
        "authorisation": {
            "form": choose("form", None, *(one.value for one in AuthorisationForm)),
            "form_accepted": rng.choice((None, True, False)),
            "by_subject": same(giver, "A"),
            "to_requester": {"it": True, "other": False, "unknown": None}[to] if known else None,
            "first": rng.choice((None, day, day, day - timedelta(30), day - timedelta(1), day + timedelta(1))),
            "last": rng.choice((None, day, day, day + timedelta(30), day - timedelta(1), day + timedelta(1))),
            "until_revoked": rng.random() < 0.2,
        },
    }


def record_of(case):
    time = case["time"]
    failure = time["failure_information"]
    return CreditRecord(
        id="1",
        subject=party("A"),
        kind=Kind.BID_RIGGING if failure else Kind.COMMENDATION,
        granter=None if failure else Granter.GOVERNMENT,
        severity=time["severity"] if failure else None,
        determined_on=time["determined_on"],
        published_until=time["published_until"],
        sharing_class=SharingClass(case["record_class"]) if case["record_class"] else None,
    )


def entry_of(case):
    if case["entry_classes"] is None:
        return None
    users = case["scope_users"]
    scope = None
    if users is not None:
        scope = ScopeOfUse(
            users=tuple(UserType(one) for one in users),
            named_users=tuple(case["scope_named"]),
            purposes=tuple(case["scope_purposes"]),
        )
    element = DataElement(
        code="E",
        sharing_class=SharingClass(case["element_class"]) if case["element_class"] else None,
        secrecy=tuple(Secrecy(one) for one in case["element_marks"]),
    )
    kinds = {"its": (record_of(case).kind,), "others": (Kind.AWARD,), "none": ()}[case["entry_kinds"]]
    return CatalogueEntry(
        code="1",
        name="目录项",
        kinds=kinds,
        elements=(element,),
        sharing_classes=tuple(SharingClass(one) for one in case["entry_classes"]),
        scope_of_use=scope,
        period_of_use=case["time"]["period_of_use"],
        secrecy=tuple(Secrecy(one) for one in case["entry_marks"]),
    )


def requester_of(requester, kind=None):
    if requester is None:
        return Requester(type=kind)
    who, as_body = requester
    return Requester(type=kind, body=body(who)) if as_body else Requester(type=kind, subject=party(who))


def request_of(case, day):
    given = case["authorisation"]
    return AccessRequest(
        requester=requester_of(case["requester"], RequesterType(case["type"]) if case["type"] else None),
        state=RecordState(record=record_of(case), status=case["status"], since=day),
        entry=entry_of(case),
        element={"whole": None, "named": "E", "unnamed": "X"}[case["element"]],
        channel=Channel(case["channel"]) if case["channel"] else None,
        purpose=case["purpose"],
        identity_proof=IdentityProof(holder=party(case["holder"]), valid=case["identity"]["valid"])
        if case["identity"]
        else None,
        authorisation=None if given is None else _authorisation(case, given),
        authentication=()
        if case["passed"] is None
        else (OnlineAuthentication(holder=party(case["passed"]), on=day if case["that_day"] else day - timedelta(1)),),
        exceptions=tuple(OpennessException(one) for one in case["marks"]),
    )


def _authorisation(case, given):
    other = Requester(body=Body(name="别的单位", code=invented_credit_code(9)))
    return Authorisation(
        subject=party(case["giver"]),
        authorised={"it": requester_of(case["requester"]), "other": other, "unknown": None}[case["to"]],
        form=AuthorisationForm(given["form"]) if given["form"] else None,
        form_accepted=given["form_accepted"],
        first_day=given["first"],
        last_day=given["last"],
        until_revoked=given["until_revoked"],
    )


def law_of(readings):
    law = JIANGSU_2018
    for term in READINGS:
        law = law.reading(term, readings[term.name])
    return law


DEFAULT_READINGS = {term.name: term.default for term in READINGS}
ALL_READINGS = [DEFAULT_READINGS] + [
    DEFAULT_READINGS | {term.name: option.name} for term in READINGS for option in term.options[1:]
]
