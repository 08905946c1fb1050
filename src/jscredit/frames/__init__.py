"""The same rules on dataframes: Polars, DuckDB, PySpark, pandas and PyArrow in and out, no second copy of the law."""

from jscredit.frames.classifying import classify
from jscredit.frames.crosschecks import red_list_removals, screen_red_list, screened_pairs
from jscredit.frames.deadlines import deadline
from jscredit.frames.recurrences import recurrence
from jscredit.frames.repairing import repair_eligibility
from jscredit.frames.reviews import credit_review
from jscredit.frames.validities import validity_of

__all__ = [
    "classify",
    "credit_review",
    "deadline",
    "recurrence",
    "red_list_removals",
    "repair_eligibility",
    "screen_red_list",
    "screened_pairs",
    "validity_of",
]
