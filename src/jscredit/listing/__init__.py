"""Red and black lists: criteria, competence, grounds, the two procedures, cross-check, publication, exit, routing."""

from jscredit.listing.after_checks import owed_remedies
from jscredit.listing.after_events import (
    CauseFound,
    EntryPublished,
    EntryReported,
    ErrorReported,
    ExitAnnounced,
    Exited,
    FeedbackReceived,
    NoErrorFound,
    RedEntriesRemoved,
    RemediesProvided,
    WithdrawnAsWrong,
)
from jscredit.listing.black import BLACK_LIST, BlackListCase
from jscredit.listing.case import ListingCase
from jscredit.listing.checked import (
    BlackListCheck,
    FoundEntry,
    RedListCheck,
    black_list_checks,
    check_black_lists,
    check_red_lists,
)
from jscredit.listing.competences import (
    AGENCY_LEVEL,
    COMPETENT,
    Authorisation,
    Determiner,
    DeterminingBody,
    ReferenceMaterial,
    ReferenceSupplier,
    competence,
)
from jscredit.listing.criteria import CRITERION_IN_USE, Criterion, criterion_in_use
from jscredit.listing.crosscheck import (
    Doubt,
    Found,
    OrderStatus,
    RemovalOrder,
    Screened,
    Screening,
    red_list_removals,
    screen_red_list,
)
from jscredit.listing.events import (
    BlackListDetermined,
    CrossChecked,
    Dropped,
    ListPublished,
    MatchDecided,
    ObjectionRaised,
    ObjectionsRejected,
    ObjectionUpheld,
    PreliminaryListed,
    PriorNoticeGiven,
    RedListDetermined,
)
from jscredit.listing.exit import (
    EXIT_GROUNDS,
    KEY_MONITORING,
    key_monitoring,
    left_on,
)
from jscredit.listing.fields import SERIOUS_FAILURE, FalseDocument, Findings, serious_failure
from jscredit.listing.grounds import GROUND, Basis, has_ground
from jscredit.listing.honours import (
    HONOUR_CHANNELS,
    TYPICAL_HONEST_SUBJECT,
    CommitmentField,
    HonourGrant,
    HonourSource,
    typical_honest_subject,
)
from jscredit.listing.override import J6_RANKS, procedure_by
from jscredit.listing.publication import (
    FEEDBACK_INTERVAL,
    PUBLICATION_OWED,
    ListChannel,
    ListPublication,
    entry_in_force,
    list_publication,
)
from jscredit.listing.red import RED_LIST, RED_PUBLICATION, RED_PUBLICATION_PERIOD, RedListCase
from jscredit.listing.routing import ROUTES, Route, RouteTarget, routes_of
from jscredit.listing.snapshots import ComparedList, ListSnapshot
from jscredit.listing.stages import ListingStage
from jscredit.listing.wrong import REMEDIES, Discovery, OwedRemedy, Remedy, remedies
from jscredit.rules import Quantity, Rule, Term
from jscredit.validity import ENTRY_IN_FORCE, MONITORING_PERIOD

RULES: tuple[Rule | Quantity, ...] = (
    CRITERION_IN_USE,
    GROUND,
    *SERIOUS_FAILURE.values(),
    COMPETENT,
    TYPICAL_HONEST_SUBJECT,
    ENTRY_IN_FORCE,
    PUBLICATION_OWED,
    KEY_MONITORING,
    *ROUTES.values(),
    *REMEDIES.values(),
)
TERMS: tuple[Term, ...] = (
    AGENCY_LEVEL,
    RED_PUBLICATION,
    RED_PUBLICATION_PERIOD,
    MONITORING_PERIOD,
    FEEDBACK_INTERVAL,
)
CLAUSES = ("J6", "J6.1", "J6.2", "M17")
"""Clauses that a procedure or a value encodes, and no rule."""

__all__ = [
    "AGENCY_LEVEL",
    "BLACK_LIST",
    "CLAUSES",
    "COMPETENT",
    "CRITERION_IN_USE",
    "ENTRY_IN_FORCE",
    "EXIT_GROUNDS",
    "FEEDBACK_INTERVAL",
    "GROUND",
    "HONOUR_CHANNELS",
    "J6_RANKS",
    "KEY_MONITORING",
    "MONITORING_PERIOD",
    "PUBLICATION_OWED",
    "RED_LIST",
    "RED_PUBLICATION",
    "RED_PUBLICATION_PERIOD",
    "REMEDIES",
    "ROUTES",
    "RULES",
    "SERIOUS_FAILURE",
    "TERMS",
    "TYPICAL_HONEST_SUBJECT",
    "Authorisation",
    "Basis",
    "BlackListCase",
    "BlackListCheck",
    "BlackListDetermined",
    "CauseFound",
    "CommitmentField",
    "ComparedList",
    "Criterion",
    "CrossChecked",
    "Determiner",
    "DeterminingBody",
    "Discovery",
    "Doubt",
    "Dropped",
    "EntryPublished",
    "EntryReported",
    "ErrorReported",
    "ExitAnnounced",
    "Exited",
    "FalseDocument",
    "FeedbackReceived",
    "Findings",
    "Found",
    "FoundEntry",
    "HonourGrant",
    "HonourSource",
    "ListChannel",
    "ListPublication",
    "ListPublished",
    "ListSnapshot",
    "ListingCase",
    "ListingStage",
    "MatchDecided",
    "NoErrorFound",
    "ObjectionRaised",
    "ObjectionUpheld",
    "ObjectionsRejected",
    "OrderStatus",
    "OwedRemedy",
    "PreliminaryListed",
    "PriorNoticeGiven",
    "RedEntriesRemoved",
    "RedListCase",
    "RedListCheck",
    "RedListDetermined",
    "ReferenceMaterial",
    "ReferenceSupplier",
    "RemediesProvided",
    "Remedy",
    "RemovalOrder",
    "Route",
    "RouteTarget",
    "Screened",
    "Screening",
    "WithdrawnAsWrong",
    "black_list_checks",
    "check_black_lists",
    "check_red_lists",
    "competence",
    "criterion_in_use",
    "entry_in_force",
    "has_ground",
    "key_monitoring",
    "left_on",
    "list_publication",
    "owed_remedies",
    "procedure_by",
    "red_list_removals",
    "remedies",
    "routes_of",
    "screen_red_list",
    "serious_failure",
    "typical_honest_subject",
]
