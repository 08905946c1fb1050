"""The same rules on dataframes: Polars, DuckDB, PySpark, pandas and PyArrow in and out, no second copy of the law."""

from jscredit.frames.attributing import attributions
from jscredit.frames.cases import FrameCase, case
from jscredit.frames.classifying import classify
from jscredit.frames.crosschecks import red_list_removals, screen_red_list, screened_pairs
from jscredit.frames.deadlines import deadline
from jscredit.frames.duplicates import deduplicate
from jscredit.frames.java import java_home
from jscredit.frames.publications import publication_view
from jscredit.frames.recurrences import recurrence
from jscredit.frames.repairing import repair_eligibility
from jscredit.frames.reviews import credit_review
from jscredit.frames.validities import validity_of

__all__ = [
    "FrameCase",
    "attributions",
    "case",
    "classify",
    "credit_review",
    "deadline",
    "deduplicate",
    "java_home",
    "publication_view",
    "recurrence",
    "red_list_removals",
    "repair_eligibility",
    "screen_red_list",
    "screened_pairs",
    "validity_of",
]
