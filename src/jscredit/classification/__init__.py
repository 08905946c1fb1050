"""Classification: which of the four classes a record belongs to, by which items, and why (M9 to M13)."""

from typing import TYPE_CHECKING

from jscredit.classification.candidates import Candidate
from jscredit.classification.classifying import classify
from jscredit.classification.guards import COMPULSORY_EXECUTION, SUMMARY_PENALTY
from jscredit.classification.items import Item
from jscredit.classification.model import Classification
from jscredit.classification.rules import RULES
from jscredit.classification.status import ClassificationStatus
from jscredit.deferred import deferred
from jscredit.rules import Term

if TYPE_CHECKING:
    from jscredit.classification.documents import restored_classification

__getattr__ = deferred(__name__, documents=("restored_classification",))

TERMS: tuple[Term, ...] = (SUMMARY_PENALTY, COMPULSORY_EXECUTION)
"""What a setting may decide: here two readings."""

CLAUSES = ("M9", "M10", "M11", "M12", "M13")
"""The articles that the rules apply as a whole; each rule cites its item."""

__all__ = [
    "CLAUSES",
    "COMPULSORY_EXECUTION",
    "RULES",
    "SUMMARY_PENALTY",
    "TERMS",
    "Candidate",
    "Classification",
    "ClassificationStatus",
    "Item",
    "classify",
    "restored_classification",
]
