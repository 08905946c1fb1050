"""Objections: what a subject can object to, who handles it, by which day, and what it changes (M4, M31 to M33)."""

from jscredit.objection.case import ObjectionCase
from jscredit.objection.events import (
    Appealed,
    AppealRejected,
    AppealUpheld,
    ClaimRejected,
    ClaimUpheld,
    ContentPurged,
    FlagTakenOff,
    FoundRight,
    FoundWrong,
    ObjectionEvent,
    Received,
    RecordCorrected,
    RecordSupplied,
    RecordWithdrawn,
    Rectification,
    Transferred,
    UseEnded,
    WentToLaw,
    Wrong,
)
from jscredit.objection.grounds import forbidden_collection, objection_admissibility, used_past_its_period
from jscredit.objection.handler import Handler, handler_of
from jscredit.objection.model import ForbiddenContent
from jscredit.objection.rules import FORBIDDEN_COLLECTION, OBJECTION, USED_PAST_ITS_PERIOD
from jscredit.objection.stages import ObjectionStage
from jscredit.objection.table import OBJECTION_PROCEDURE
from jscredit.objection.vocabulary import ForbiddenElement, LegalRemedy, ObjectionGround, UseMade
from jscredit.rules import Quantity, Rule, Term

RULES: tuple[Rule | Quantity, ...] = (OBJECTION, FORBIDDEN_COLLECTION, USED_PAST_ITS_PERIOD)
TERMS: tuple[Term, ...] = ()
CLAUSES: tuple[str, ...] = ("M31(1)", "M32¶1", "M32¶2", "M32¶3", "M32¶4", "M33")

__all__ = [
    "CLAUSES",
    "FORBIDDEN_COLLECTION",
    "OBJECTION",
    "OBJECTION_PROCEDURE",
    "RULES",
    "TERMS",
    "USED_PAST_ITS_PERIOD",
    "AppealRejected",
    "AppealUpheld",
    "Appealed",
    "ClaimRejected",
    "ClaimUpheld",
    "ContentPurged",
    "FlagTakenOff",
    "ForbiddenContent",
    "ForbiddenElement",
    "FoundRight",
    "FoundWrong",
    "Handler",
    "LegalRemedy",
    "ObjectionCase",
    "ObjectionEvent",
    "ObjectionGround",
    "ObjectionStage",
    "Received",
    "RecordCorrected",
    "RecordSupplied",
    "RecordWithdrawn",
    "Rectification",
    "Transferred",
    "UseEnded",
    "UseMade",
    "WentToLaw",
    "Wrong",
    "forbidden_collection",
    "handler_of",
    "objection_admissibility",
    "used_past_its_period",
]
