"""Repair of failures: whether, from when and where it may be applied for (M34)."""

from jscredit.repair.application import admit_application
from jscredit.repair.eligibility import repair_eligibility
from jscredit.repair.facts import repair_row
from jscredit.repair.outlook import Outlook, repair_outlook
from jscredit.repair.rules import CLEAN_YEAR, REPAIR, REPAIR_WINDOW, SAME_KIND, SYSTEM_ASKED_OF
from jscredit.rules import Quantity, Rule, Term

RULES: tuple[Rule | Quantity, ...] = (REPAIR,)
TERMS: tuple[Term, ...] = (REPAIR_WINDOW, CLEAN_YEAR, SAME_KIND, SYSTEM_ASKED_OF)

__all__ = [
    "CLEAN_YEAR",
    "REPAIR",
    "REPAIR_WINDOW",
    "RULES",
    "SAME_KIND",
    "SYSTEM_ASKED_OF",
    "TERMS",
    "Outlook",
    "admit_application",
    "repair_eligibility",
    "repair_outlook",
    "repair_row",
]
