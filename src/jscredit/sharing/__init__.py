"""Who is given what: access to records, publication, the log of queries, the audit of a history (M19 to M24, M37)."""

from typing import TYPE_CHECKING

from jscredit.deferred import deferred
from jscredit.rules import Quantity, Rule, Term
from jscredit.sharing.rules import (
    ACCESS_RULES,
    AUTHENTICATED,
    AUTHORISED_QUERY,
    GOVERNMENT_SHARING,
    OWN_INFORMATION,
    OWN_QUERY,
    PUBLICATION,
    SOCIAL_INSTITUTIONS,
)
from jscredit.sharing.vocabulary import (
    PUBLICATION_CHANNELS,
    AccessOutcome,
    AccessRight,
    AuthorisationForm,
    Breach,
    Channel,
    ExchangePartner,
    LiabilityStep,
    OpennessException,
    ProofKind,
    RequesterType,
)

if TYPE_CHECKING:
    from jscredit.sharing.access import Access, decide_access
    from jscredit.sharing.access_documents import restored_access
    from jscredit.sharing.audit import audit_history, obligations_of, unprocedural
    from jscredit.sharing.audit_report import Audit, Finding, FindingKind, Obligation
    from jscredit.sharing.facts import access_row
    from jscredit.sharing.log import Disclosure, GapKind, LogEntry, LogGap, QueryLog, given_to, log_gaps
    from jscredit.sharing.model import AccessRequest, Authorisation, IdentityProof, OnlineAuthentication, Requester
    from jscredit.sharing.published import (
        PublicationView,
        PublishedField,
        PublishedListing,
        PublishedRecord,
        publication_view,
    )
    from jscredit.sharing.querying import GivenRecord, QueryAnswer, query_file
    from jscredit.sharing.services import Service, service_function

__getattr__ = deferred(
    __name__,
    access=("Access", "decide_access"),
    access_documents=("restored_access",),
    audit=("audit_history", "obligations_of", "unprocedural"),
    audit_report=("Audit", "Finding", "FindingKind", "Obligation"),
    facts=("access_row",),
    log=("Disclosure", "GapKind", "LogEntry", "LogGap", "QueryLog", "given_to", "log_gaps"),
    model=("AccessRequest", "Authorisation", "IdentityProof", "OnlineAuthentication", "Requester"),
    published=("PublicationView", "PublishedField", "PublishedListing", "PublishedRecord", "publication_view"),
    querying=("GivenRecord", "QueryAnswer", "query_file"),
    services=("Service", "service_function"),
)

RULES: tuple[Rule | Quantity, ...] = (OWN_QUERY, AUTHORISED_QUERY, GOVERNMENT_SHARING, PUBLICATION)
TERMS: tuple[Term, ...] = (OWN_INFORMATION, SOCIAL_INSTITUTIONS, AUTHENTICATED)
CLAUSES: tuple[str, ...] = ("M22", "M24", "M36", "M37", "J24b")

__all__ = [
    "ACCESS_RULES",
    "AUTHENTICATED",
    "AUTHORISED_QUERY",
    "CLAUSES",
    "GOVERNMENT_SHARING",
    "OWN_INFORMATION",
    "OWN_QUERY",
    "PUBLICATION",
    "PUBLICATION_CHANNELS",
    "RULES",
    "SOCIAL_INSTITUTIONS",
    "TERMS",
    "Access",
    "AccessOutcome",
    "AccessRequest",
    "AccessRight",
    "Audit",
    "Authorisation",
    "AuthorisationForm",
    "Breach",
    "Channel",
    "Disclosure",
    "ExchangePartner",
    "Finding",
    "FindingKind",
    "GapKind",
    "GivenRecord",
    "IdentityProof",
    "LiabilityStep",
    "LogEntry",
    "LogGap",
    "Obligation",
    "OnlineAuthentication",
    "OpennessException",
    "ProofKind",
    "PublicationView",
    "PublishedField",
    "PublishedListing",
    "PublishedRecord",
    "QueryAnswer",
    "QueryLog",
    "Requester",
    "RequesterType",
    "Service",
    "access_row",
    "audit_history",
    "decide_access",
    "given_to",
    "log_gaps",
    "obligations_of",
    "publication_view",
    "query_file",
    "restored_access",
    "service_function",
    "unprocedural",
]
