"""Putting the answers together: one record checked on one day."""

from jscredit.review.names import named
from jscredit.review.present import check_document, checked_lines
from jscredit.review.record_check import RecordCheck, check_record

__all__ = ["RecordCheck", "check_document", "check_record", "checked_lines", "named"]
