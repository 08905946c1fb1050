"""The facts that the rules ask of a request."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from jscredit.catalog import CatalogueEntry, DataElement, ScopeOfUse, UserType
from jscredit.records import Match, SharingClass, Subject, match, same_body, same_subject
from jscredit.records.facts import record_row
from jscredit.rules import JIANGSU_2018, Regime
from jscredit.sharing.asked import EXCEPTIONS
from jscredit.sharing.model import AccessRequest, Authorisation, Requester
from jscredit.sharing.vocabulary import OpennessException
from jscredit.validity import validity_of


def access_row(request: AccessRequest, *, on: date, regime: Regime = JIANGSU_2018) -> Mapping[str, Any]:
    """What every rule of access asks, by name; None where it is not known.

    What was not shown counts as not given; what was shown may leave a part open.
    """
    period = request.entry.period_of_use if request.entry is not None else None
    validity = validity_of(
        request.state.record, period_of_use=None if isinstance(period, str) else period, regime=regime
    )
    return MappingProxyType(
        record_row(request.state.record)
        | dict(validity.facts)
        | _who(request)
        | _what(request)
        | _identity(request, on)
        | _authorisation(request.authorisation, request)
    )


def _who(request: AccessRequest) -> dict[str, Any]:
    requester, scope = request.requester, request.entry.scope_of_use if request.entry is not None else None
    return {
        "requester_type": requester.type,
        "requester_is_subject": is_requester(requester, request.state.record.subject),
        "channel": request.channel,
        "purpose_in_scope": _purpose(request.purpose, scope),
        "scope_names_requester": _names(scope, requester),
        "scope_names_departments": scope and UserType.GOVERNMENT_DEPARTMENT in scope.users,
        "scope_names_institutions": scope and UserType.SOCIAL_INSTITUTION in scope.users,
    }


def is_requester(requester: Requester, subject: Subject) -> bool | None:
    """Whether a requester is this subject; None where a person decides, or where nothing tells who asks.

    A body that has neither a number nor its name in common with the subject is another one.
    """
    if requester.subject is not None:
        return same_subject(requester.subject, subject)
    if requester.body is None:
        return None
    found = match(Subject(name=requester.body.name, credit_code=requester.body.code), subject)
    return {Match.SAME: True, Match.POSSIBLE: None}.get(found, False)


def _purpose(purpose: str | None, scope: ScopeOfUse | None) -> bool | None:
    if scope is None:
        return None
    if not scope.purposes:
        return True
    return None if purpose is None else purpose in scope.purposes


def _names(scope: ScopeOfUse | None, requester: Requester) -> bool | None:
    if scope is None:
        return None
    if not scope.named_users:
        return False
    body, subject = requester.body, requester.subject
    name = body.name if body is not None else subject.name if subject is not None else None
    return None if name is None else name in scope.named_users


def _what(request: AccessRequest) -> dict[str, Any]:
    entry = request.entry
    element = entry.element(request.element) if entry is not None and request.element is not None else None
    marked = {*request.exceptions, *_marks(entry, element)}
    return {
        "sharing_class": _class(request, element),
        "content_named": _content_named(request, element),
        "record_status": request.state.status,
    } | {fact.name: one in marked for one, fact in EXCEPTIONS.items()}


def _marks(entry: CatalogueEntry | None, element: DataElement | None) -> Iterable[OpennessException]:
    for marked in (entry, element):
        if marked is not None:
            yield from (OpennessException[one.name] for one in marked.secrecy)


def _class(request: AccessRequest, element: DataElement | None) -> SharingClass | None:
    """The class by the entry, and by the record, which has it from its entry; two that differ settle nothing."""
    entry, own = request.entry, request.state.record.sharing_class
    if entry is None:
        return own
    if own not in {None, entry.sharing_class}:
        return None
    return entry.sharing_class if element is None else entry.class_of(element)


def _content_named(request: AccessRequest, element: DataElement | None) -> bool | None:
    entry = request.entry
    if entry is None:
        return None
    if request.element is not None and element is None:
        return False
    return request.state.record.kind in entry.kinds if entry.kinds else None


def _identity(request: AccessRequest, on: date) -> dict[str, Any]:
    proof, requester = request.identity_proof, request.requester
    passed = [each.holder for each in request.authentication if each.on == on]
    return {
        "identity_proof": proof is not None,
        "proof_of_requester": proof and is_requester(requester, proof.holder),
        "proof_valid": proof and proof.valid,
        "subject_authenticated": _any(same_subject(holder, request.state.record.subject) for holder in passed),
        "requester_authenticated": _any(is_requester(requester, holder) for holder in passed),
    }


def _authorisation(given: Authorisation | None, request: AccessRequest) -> dict[str, Any]:
    row: dict[str, Any] = {"authorisation": given is not None}
    if given is None:
        return row | dict.fromkeys(_PARTS)
    parts = (
        given.form,
        given.form_accepted,
        same_subject(given.subject, request.state.record.subject),
        _same_requester(given.authorised, request.requester) if given.authorised is not None else None,
        given.first_day,
        given.last_day,
        given.until_revoked,
    )
    return row | dict(zip(_PARTS, parts, strict=True))


_PARTS = (
    "authorisation_form",
    "authorisation_form_accepted",
    "authorised_by_subject",
    "authorised_to_requester",
    "authorised_from",
    "authorised_until",
    "authorised_until_revoked",
)


def _same_requester(one: Requester, other: Requester) -> bool | None:
    if one.body is not None and other.body is not None:
        return same_body(one.body, other.body)
    if one.subject is not None:
        return is_requester(other, one.subject)
    return is_requester(one, other.subject) if other.subject is not None else None


def _any(answers: Iterable[bool | None]) -> bool | None:
    """Yes where one says yes, no where all say no (or there are none), else not known."""
    found = set(answers)
    return True if True in found else None if None in found else False
