"""Tables of invented rows for the tests of dataframes, and what the objects say of each row."""

import duckdb
import polars as pl

from frames_cases import PERIODS_OF_USE, cases
from jscredit.classification import classify
from jscredit.repair import repair_eligibility
from jscredit.validity import validity_of
from oracles.dice import dice

FLAGS = (
    "reflects_credit",
    "malice",
    "accident_liability",
    "dealt_with_by_regulator",
    "imposed_by_regulator",
    "also_qualification",
    "self_discipline",
    "credit_management_system",
    "commitment_not_to_fail_again",
    "clear_effect",
    "adverse_effect_eliminated",
    "corrected",
    "recurred",
)
DAYS = (
    "determined_on",
    "published_until",
    "corrected_on",
    "recurred_on",
    "conduct_on",
    "entry_determined_on",
    "valid_from",
    "valid_until",
    "delisted_on",
    "established_on",
    "complete_since",
)
FLAG = {"yes": True, "no": False, "undetermined": None}


def schema_of(names):
    """The types of columns by their names."""
    types = dict.fromkeys(FLAGS, pl.Boolean) | dict.fromkeys(DAYS, pl.Date) | {"fine_yuan": pl.Decimal(18, 2)}
    return {name: types.get(name, pl.String) for name in names}


def table(rows):
    """Rows as a frame of Polars."""
    return pl.DataFrame(rows, schema=schema_of(rows[0]), orient="row")


def table_of(seed, count, on):
    """Cases to be asked about on a day, and the frame of their rows."""
    found = cases(dice(seed), count, on)
    return found, table([row for _, _, row in found])


def in_duckdb(**frames):
    """The frames as relations of one database."""
    database = duckdb.connect()
    for name, frame in frames.items():
        database.register(name, frame.to_arrow())
    return [database.table(name) for name in frames]


def back(relation, key="id"):
    """A relation of DuckDB as a frame of Polars, in the order of its keys."""
    found = relation.pl()
    return found.sort(pl.col(key).str.strip_chars_start("R").cast(pl.Int64)) if key else found


def repair_told(record, evidence, *, on, periods=None, **fixed):
    """What the objects say: verdict, failed, missing, earliest."""
    said = repair_eligibility(record, evidence, on=on, period_of_use=(periods or {}).get(record.kind), **fixed)
    failed = ",".join(failure.condition.id for failure in said.failed)
    return (FLAG[said.verdict.value], failed, ",".join(said.missing), said.earliest)


def class_told(record, **fixed):
    """What the objects say: status, category, primary, items, missing."""
    said = classify(record, **fixed)
    return (
        said.status.value,
        said.category and said.category.value,
        said.primary and said.primary.citation.ledger_id,
        ",".join(item.citation.ledger_id for item in said.items),
        ",".join(said.missing),
    )


def validity_told(record, *, on, periods=None, **fixed):
    """What the objects say of its days, and of one day."""
    said = validity_of(record, period_of_use=(periods or {}).get(record.kind), **fixed)
    days = said.last_day_range
    verdicts = (said.covers(on), said.may_restrain(on).verdict, said.may_publish(on).verdict)
    return (
        said.applies,
        said.first_day,
        said.last_day,
        days.earliest,
        days.latest,
        ",".join(said.missing),
        *(FLAG[verdict.value] for verdict in verdicts),
    )


PERIODS = ({}, PERIODS_OF_USE)
REPAIR_COLUMNS = ("repair_verdict", "repair_failed", "repair_missing", "repair_earliest")
