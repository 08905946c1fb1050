"""Putting the answers together: one record checked on one day, and a whole file reviewed for a matter (M25)."""

from jscredit.review.findings import OutcomeSpan
from jscredit.review.green_channel import Convenience, GreenChannel
from jscredit.review.items import Lacking, ReviewedEntry, ReviewedRecord
from jscredit.review.left_out import LeftOut, LeftOutReason
from jscredit.review.matters import REVIEW_DUTY, Matter, ReviewingBody
from jscredit.review.model import Review
from jscredit.review.outcome import Outcome
from jscredit.review.page import review_page
from jscredit.review.present import check_document, checked_lines
from jscredit.review.record_check import RecordCheck, check_record
from jscredit.review.review_documents import restored_review
from jscredit.review.reviewing import credit_review
from jscredit.review.rules import (
    BAD_RECORD,
    BLACK_ENTRY_IN_FORCE,
    ENTRY_NOT_COUNTED,
    ENTRY_PUBLIC,
    KEY_MONITORING,
    ON_OR_MONITORED,
    RECORD_NOT_COUNTED,
    THREE_YEARS_KNOWN,
    TYPICAL_HONEST_SUBJECT,
    USABLE_FAILURE,
    YOUNG_SUBJECT,
)
from jscredit.review.viewer import LIMITED_VIEW, Viewer
from jscredit.rules import Rule, Term

RULES: tuple[Rule, ...] = (
    REVIEW_DUTY,
    USABLE_FAILURE,
    ENTRY_PUBLIC,
    BLACK_ENTRY_IN_FORCE,
    KEY_MONITORING,
    ON_OR_MONITORED,
    TYPICAL_HONEST_SUBJECT,
    RECORD_NOT_COUNTED,
    ENTRY_NOT_COUNTED,
    THREE_YEARS_KNOWN,
)
TERMS: tuple[Term, ...] = (BAD_RECORD, YOUNG_SUBJECT)
CLAUSES: tuple[str, ...] = ("J8",)

__all__ = [
    "BAD_RECORD",
    "BLACK_ENTRY_IN_FORCE",
    "CLAUSES",
    "ENTRY_NOT_COUNTED",
    "ENTRY_PUBLIC",
    "KEY_MONITORING",
    "LIMITED_VIEW",
    "ON_OR_MONITORED",
    "RECORD_NOT_COUNTED",
    "REVIEW_DUTY",
    "RULES",
    "TERMS",
    "THREE_YEARS_KNOWN",
    "TYPICAL_HONEST_SUBJECT",
    "USABLE_FAILURE",
    "YOUNG_SUBJECT",
    "Convenience",
    "GreenChannel",
    "Lacking",
    "LeftOut",
    "LeftOutReason",
    "Matter",
    "Outcome",
    "OutcomeSpan",
    "RecordCheck",
    "Review",
    "ReviewedEntry",
    "ReviewedRecord",
    "ReviewingBody",
    "Viewer",
    "check_document",
    "check_record",
    "checked_lines",
    "credit_review",
    "restored_review",
    "review_page",
]
