"""How long failure information is valid (M30), by which severity (M7, M15), and what ends with it."""

from typing import TYPE_CHECKING

from jscredit.deferred import deferred
from jscredit.rules import Quantity, Rule, Term
from jscredit.validity.entries import (
    DELISTED,
    DELISTED_ON,
    ENTRY_IN_FORCE,
    MONITORING_END_SET,
    MONITORING_PERIOD,
    VALID_FROM,
    VALID_UNTIL,
)
from jscredit.validity.rules import (
    COUNTING,
    EARLIER_RECORDS,
    EXPIRY_ENDS_PUBLICATION,
    EXPIRY_ENDS_RESTRAINT,
    FAILURE_IN_VALIDITY,
    FAILURE_INFORMATION,
    FIRST_DAY,
    GENERAL_PERIOD,
    LAST_DAY,
    LATER_STANDARD,
    PERIOD_OF_USE,
    PERIOD_OF_USE_GIVEN,
    PUBLICATION_END_STATED,
    PUBLICATION_IN_TIME,
    RATHER_SERIOUS_PERIOD,
    REPLACING_RANKS,
    RESTRAINT_IN_TIME,
    SERIOUS_PERIOD,
    VALIDITY_PERIOD,
)

if TYPE_CHECKING:
    from jscredit.validity.asking import classified_validity, is_failure, validity_of
    from jscredit.validity.documents import restored_validity
    from jscredit.validity.grading import Grading, grade, graded
    from jscredit.validity.model import Validity
    from jscredit.validity.reach import Reach
    from jscredit.validity.standards import GRADING_FACTS, GradingRow, SeverityStandard, StandardKind
    from jscredit.validity.standards_file import standard_from_file, standard_from_json

__getattr__ = deferred(
    __name__,
    asking=("classified_validity", "is_failure", "validity_of"),
    documents=("restored_validity",),
    grading=("Grading", "grade", "graded"),
    reach=("Reach",),
    model=("Validity",),
    standards=("GRADING_FACTS", "GradingRow", "SeverityStandard", "StandardKind"),
    standards_file=("standard_from_file", "standard_from_json"),
)

# ENTRY_IN_FORCE and MONITORING_PERIOD are told with the lists, whose clauses they are (J17, J20).
RULES: tuple[Rule | Quantity, ...] = (FIRST_DAY, LAST_DAY, FAILURE_IN_VALIDITY, RESTRAINT_IN_TIME, PUBLICATION_IN_TIME)
TERMS: tuple[Term, ...] = (
    GENERAL_PERIOD,
    SERIOUS_PERIOD,
    RATHER_SERIOUS_PERIOD,
    EXPIRY_ENDS_RESTRAINT,
    EXPIRY_ENDS_PUBLICATION,
    COUNTING,
    REPLACING_RANKS,
    EARLIER_RECORDS,
    LATER_STANDARD,
)
CLAUSES = ("M7", "M15")

__all__ = [
    "CLAUSES",
    "COUNTING",
    "DELISTED",
    "DELISTED_ON",
    "EARLIER_RECORDS",
    "ENTRY_IN_FORCE",
    "EXPIRY_ENDS_PUBLICATION",
    "EXPIRY_ENDS_RESTRAINT",
    "FAILURE_INFORMATION",
    "FAILURE_IN_VALIDITY",
    "FIRST_DAY",
    "GENERAL_PERIOD",
    "GRADING_FACTS",
    "LAST_DAY",
    "LATER_STANDARD",
    "MONITORING_END_SET",
    "MONITORING_PERIOD",
    "PERIOD_OF_USE",
    "PERIOD_OF_USE_GIVEN",
    "PUBLICATION_END_STATED",
    "PUBLICATION_IN_TIME",
    "RATHER_SERIOUS_PERIOD",
    "REPLACING_RANKS",
    "RESTRAINT_IN_TIME",
    "RULES",
    "SERIOUS_PERIOD",
    "TERMS",
    "VALIDITY_PERIOD",
    "VALID_FROM",
    "VALID_UNTIL",
    "Grading",
    "GradingRow",
    "Reach",
    "SeverityStandard",
    "StandardKind",
    "Validity",
    "classified_validity",
    "grade",
    "graded",
    "is_failure",
    "restored_validity",
    "standard_from_file",
    "standard_from_json",
    "validity_of",
]
