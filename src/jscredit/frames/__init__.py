"""The same rules on dataframes: Polars, DuckDB, PySpark, pandas and PyArrow in and out, no second copy of the law."""

from jscredit.frames.classifying import classify
from jscredit.frames.deadlines import deadline
from jscredit.frames.repairing import repair_eligibility
from jscredit.frames.validities import validity_of

__all__ = ["classify", "deadline", "repair_eligibility", "validity_of"]
