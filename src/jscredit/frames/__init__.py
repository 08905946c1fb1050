"""The same rules on dataframes: Polars, DuckDB, PySpark, pandas and PyArrow in and out, no second copy of the law."""

from jscredit.frames.repairing import repair_eligibility

__all__ = ["repair_eligibility"]
