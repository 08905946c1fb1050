"""Repair of failures: whether, from when and where it may be applied for (M34), and its procedure (M35)."""

from typing import TYPE_CHECKING

from jscredit.deferred import deferred
from jscredit.repair.decision import RepairDecision
from jscredit.repair.eligibility import repair_eligibility
from jscredit.repair.facts import repair_row
from jscredit.repair.rules import CLEAN_PERIOD, CLEAN_YEAR, REPAIR, REPAIR_WINDOW, SAME_KIND, SYSTEM_ASKED_OF
from jscredit.repair.terms import OPINION_PERIOD
from jscredit.rules import Quantity, Rule, Term

if TYPE_CHECKING:
    from jscredit.repair.advice import Advice, repair_advice
    from jscredit.repair.application import admit_application
    from jscredit.repair.case import RepairCase
    from jscredit.repair.derived import derived_repairs, evidence_with_file
    from jscredit.repair.events import (
        Adopted,
        Applied,
        ObjectionFounded,
        ObjectionRaised,
        ObjectionUnfounded,
        OpinionAgainst,
        OpinionInFavour,
        Published,
        Refusal,
        RepairEvent,
        Reported,
    )
    from jscredit.repair.outlook import Outlook, repair_outlook
    from jscredit.repair.procedure import REPAIR_PROCEDURE, RepairStage
    from jscredit.repair.vocabulary import RepairCondition, RepairEffort

RULES: tuple[Rule | Quantity, ...] = (REPAIR,)
TERMS: tuple[Term, ...] = (REPAIR_WINDOW, CLEAN_PERIOD, CLEAN_YEAR, SAME_KIND, SYSTEM_ASKED_OF, OPINION_PERIOD)
CLAUSES: tuple[str, ...] = ("M35¶1", "M35¶2")

__getattr__ = deferred(
    __name__,
    advice=("Advice", "repair_advice"),
    application=("admit_application",),
    case=("RepairCase",),
    derived=("derived_repairs", "evidence_with_file"),
    events=(
        "Adopted",
        "Applied",
        "ObjectionFounded",
        "ObjectionRaised",
        "ObjectionUnfounded",
        "OpinionAgainst",
        "OpinionInFavour",
        "Published",
        "Refusal",
        "RepairEvent",
        "Reported",
    ),
    outlook=("Outlook", "repair_outlook"),
    procedure=("REPAIR_PROCEDURE", "RepairStage"),
    vocabulary=("RepairCondition", "RepairEffort"),
)

__all__ = [
    "CLAUSES",
    "CLEAN_PERIOD",
    "CLEAN_YEAR",
    "OPINION_PERIOD",
    "REPAIR",
    "REPAIR_PROCEDURE",
    "REPAIR_WINDOW",
    "RULES",
    "SAME_KIND",
    "SYSTEM_ASKED_OF",
    "TERMS",
    "Adopted",
    "Advice",
    "Applied",
    "ObjectionFounded",
    "ObjectionRaised",
    "ObjectionUnfounded",
    "OpinionAgainst",
    "OpinionInFavour",
    "Outlook",
    "Published",
    "Refusal",
    "RepairCase",
    "RepairCondition",
    "RepairDecision",
    "RepairEffort",
    "RepairEvent",
    "RepairStage",
    "Reported",
    "admit_application",
    "derived_repairs",
    "evidence_with_file",
    "repair_advice",
    "repair_eligibility",
    "repair_outlook",
    "repair_row",
]
