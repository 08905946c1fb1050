"""The questions about single rows, on Polars and DuckDB, against the objects row by row."""

from collections import Counter

import polars as pl
import pytest

from frames_cases import ON_DAYS
from frames_tables import (
    PERIODS,
    REPAIR_COLUMNS,
    back,
    class_told,
    in_duckdb,
    repair_told,
    table_of,
    validity_told,
)
from jscredit import JIANGSU_2018, Rank, Setting, Source, Years, frames
from jscredit.classification import COMPULSORY_EXECUTION, SUMMARY_PENALTY
from jscredit.records import Severity
from jscredit.records.facts import FINE_YUAN, PENALTY_TYPE, SEVERITY
from jscredit.records.vocabulary import PenaltyType
from jscredit.repair import CLEAN_YEAR, REPAIR_WINDOW, SAME_KIND, SYSTEM_ASKED_OF
from jscredit.validity import COUNTING, EARLIER_RECORDS, GENERAL_PERIOD, RATHER_SERIOUS_PERIOD

PER_DAY = 25_000
NOTICE = Source("虚构规定第一条", Rank.LOCAL_REGULATION)
AGENCY = Source("虚构机关设定", Rank.AGENCY_SETTING)


def compare(found, told, wanted):
    """The rows of a frame against what the objects say."""
    assert found["id"].to_list() == [f"R{number}" for number in range(len(wanted))]
    said = list(zip(*(found[name].to_list() for name in told), strict=True))
    different = [
        (number, one, other) for number, (one, other) in enumerate(zip(said, wanted, strict=True)) if one != other
    ]
    assert different == []


@pytest.mark.slow
@pytest.mark.parametrize(("on", "periods"), [(on, PERIODS[place % 2]) for place, on in enumerate(ON_DAYS)])
def test_two_hundred_thousand_rows_as_the_objects_say(on, periods):
    cases, frame = table_of(on.toordinal(), PER_DAY, on)
    found = frames.repair_eligibility(frame, on=on, periods_of_use=periods)
    wanted = [repair_told(record, evidence, on=on, periods=periods) for record, evidence, _ in cases]
    compare(found, REPAIR_COLUMNS, wanted)
    counted = Counter(verdict for verdict, *_ in wanted)
    assert min(counted.values()) > 250
    assert len(counted) == 3
    (relation,) = in_duckdb(given=frame)
    in_sql = back(frames.repair_eligibility(relation, on=on, periods_of_use=periods), key=None)
    assert in_sql.drop("repair_faults").equals(found)
    assert set(in_sql["repair_faults"]) == {""}


@pytest.mark.parametrize("on", [ON_DAYS[1], ON_DAYS[-1]])
@pytest.mark.parametrize("periods", PERIODS, ids=["none", "by kind"])
def test_repair_class_and_validity_of_some_rows(on, periods):
    cases, frame = table_of(7, 400, on)
    compare(
        frames.repair_eligibility(frame, on=on, periods_of_use=periods),
        REPAIR_COLUMNS,
        [repair_told(record, evidence, on=on, periods=periods) for record, evidence, _ in cases],
    )
    validity = frames.validity_of(frame, on=on, periods_of_use=periods)
    compare(validity, validity.columns[1:], [validity_told(record, on=on, periods=periods) for record, _, _ in cases])
    classes = frames.classify(frame)
    compare(classes, classes.columns[1:], [class_told(record) for record, _, _ in cases])
    (relation,) = in_duckdb(given=frame)
    for asked, wanted in (
        (frames.validity_of(relation, on=on, periods_of_use=periods), validity),
        (frames.classify(relation), classes),
    ):
        told = back(asked)
        assert told.select(wanted.columns).equals(wanted)


@pytest.mark.slow
@pytest.mark.parametrize("on", ON_DAYS[::3])
def test_class_and_validity_of_many_rows(on):
    cases, frame = table_of(on.toordinal() + 1, 10_000, on)
    validity = frames.validity_of(frame, on=on, periods_of_use=PERIODS[1])
    compare(
        validity, validity.columns[1:], [validity_told(record, on=on, periods=PERIODS[1]) for record, _, _ in cases]
    )
    classes = frames.classify(frame)
    compare(classes, classes.columns[1:], [class_told(record) for record, _, _ in cases])


def setting(term, value, source=NOTICE, when=None):
    return JIANGSU_2018.with_settings(Setting(term, value, source=source, when=when))


REGIMES = {
    "shorter": JIANGSU_2018.reading(REPAIR_WINDOW, "shorter"),
    "so-far": JIANGSU_2018.reading(CLEAN_YEAR, "so-far"),
    "same-record-kind": JIANGSU_2018.reading(SAME_KIND, "same-record-kind"),
    "everyone": JIANGSU_2018.reading(SYSTEM_ASKED_OF, "everyone"),
    "first-day-counted": JIANGSU_2018.reading(COUNTING, "first-day-counted"),
    "later-determinations": JIANGSU_2018.reading(EARLIER_RECORDS, "later-determinations"),
    "within-item-1": JIANGSU_2018.reading(SUMMARY_PENALTY, "within-item-1"),
    "must-reflect-credit": JIANGSU_2018.reading(COMPULSORY_EXECUTION, "must-reflect-credit"),
    "two years": setting(RATHER_SERIOUS_PERIOD, Years(2), AGENCY),
    "larger fines": setting(GENERAL_PERIOD, Years(2), when=FINE_YUAN >= 10_000),
    "suspensions": setting(GENERAL_PERIOD, Years(2), when=PENALTY_TYPE[PenaltyType.LICENCE_SUSPENSION]),
    "fines": setting(GENERAL_PERIOD, Years(2), when=PENALTY_TYPE[PenaltyType.FINE]),
    "fines of some size": setting(GENERAL_PERIOD, Years(2), when=PENALTY_TYPE[PenaltyType.FINE] & (FINE_YUAN >= 1)),
    "of one grade": setting(CLEAN_YEAR, "so-far", AGENCY, when=SEVERITY == Severity.SERIOUS),
}


@pytest.mark.parametrize("regime", REGIMES.values(), ids=REGIMES)
def test_every_reading_and_settings_for_some_cases(regime):
    on = ON_DAYS[3]
    cases, frame = table_of(11, 250, on)
    types = [record.penalty_types and ",".join(each.value for each in record.penalty_types) for record, _, _ in cases]
    frame = frame.with_columns(penalty_types=pl.Series(types, dtype=pl.String))
    found = frames.repair_eligibility(frame, on=on, periods_of_use=PERIODS[1], regime=regime)
    wanted = [repair_told(record, ev, on=on, periods=PERIODS[1], regime=regime) for record, ev, _ in cases]
    compare(found, REPAIR_COLUMNS, wanted)
    validity = frames.validity_of(frame, on=on, periods_of_use=PERIODS[1], regime=regime)
    told = [validity_told(record, on=on, periods=PERIODS[1], regime=regime) for record, _, _ in cases]
    compare(validity, validity.columns[1:], told)
    classes = frames.classify(frame, regime=regime)
    compare(classes, classes.columns[1:], [class_told(record, regime=regime) for record, _, _ in cases])


def test_one_column_for_each_condition():
    on = ON_DAYS[1]
    cases, frame = table_of(3, 300, on)
    found = frames.repair_eligibility(frame, on=on)
    for (record, evidence, _), row in zip(cases, found.iter_rows(named=True), strict=True):
        failed = repair_told(record, evidence, on=on)[1].split(",")
        flags = {name.removeprefix("repair_").replace("_", "-"): row[name] for name in found.columns[1:-4]}
        assert len(flags) == 10
        assert [name for name, flag in flags.items() if flag is False] == [name for name in failed if name]


def test_a_lazy_frame_stays_lazy_and_streams():
    on = ON_DAYS[1]
    _, frame = table_of(3, 300, on)
    lazy = frames.repair_eligibility(frame.lazy(), on=on, columns="all")
    assert isinstance(lazy, pl.LazyFrame)
    streamed = lazy.collect(engine="streaming")
    assert streamed.columns[: len(frame.columns)] == frame.columns
    eager = frames.repair_eligibility(frame, on=on, columns="all")
    assert streamed.drop("repair_faults").equals(eager)


def test_no_python_function_runs_in_a_row():
    on = ON_DAYS[1]
    _, frame = table_of(3, 3, on)
    plan = frames.repair_eligibility(frame.lazy(), on=on).explain()
    assert "python" not in plan.lower()
    assert "map_elements" not in plan
    (relation,) = in_duckdb(given=frame)
    in_sql = frames.repair_eligibility(relation, on=on).explain().lower()
    assert "python" not in in_sql.replace("python arrow scan", "").replace(
        "python_arrow_scan", ""
    )  # the table of the test itself
