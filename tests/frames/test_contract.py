"""The contract of the columns: every fault at once, on every backend; and nothing of what was refused is shown."""

import datetime as dt

import pandas as pd
import polars as pl
import pytest

from frames_cases import ON_DAYS
from frames_tables import in_duckdb, table_of
from jscredit import InvalidInput, WorkingDays, Years, frames
from jscredit.deadlines import WorkCalendar, deadline

ON = ON_DAYS[1]
_, FRAME = table_of(31, 60, ON)


def refused(call):
    with pytest.raises(InvalidInput) as error:
        call()
    return {(fault.code, fault.field) for fault in error.value.faults}, error.value


def kinds(frame):
    """The frame as each kind that a program may hold."""
    (relation,) = in_duckdb(given=frame)
    return [frame, frame.lazy(), frame.to_arrow(), frame.to_pandas(), relation]


def test_every_missing_column_is_told_at_once_with_the_name_that_is_near():
    wrong = FRAME.drop("severity", "malice").rename({"procedure": "proceedure"})
    for given in kinds(wrong):
        found, error = refused(lambda given=given: frames.repair_eligibility(given, on=ON))
        assert found == {("frames.column-missing", name) for name in ("severity", "malice", "procedure")}
        assert "is it proceedure?" in error.text("en")
        assert "是否为 proceedure" in error.text("zh")
        assert "not_known=('severity',)" in error.text("en")


def test_a_kind_is_needed_whatever_is_not_known():
    found, error = refused(lambda: frames.classify(FRAME.drop("kind"), not_known="absent"))
    assert found == {("frames.column-missing", "kind")}
    assert "not_known" not in error.text("en")


def test_columns_that_are_told_to_be_not_known():
    without = FRAME.drop("severity")
    found = frames.validity_of(without, on=ON, not_known=("severity",))
    nulled = FRAME.with_columns(severity=pl.lit(None, dtype=pl.String))
    assert found.equals(frames.validity_of(nulled, on=ON))


WRONG = {
    "determined_on": pl.lit(dt.datetime(2020, 1, 1, tzinfo=dt.UTC)),
    "corrected_on": pl.lit("2020-01-01"),
    "malice": pl.lit(1),
    "severity": pl.lit(3),
    "document_number": pl.lit(5),
}


def test_wrong_types_on_every_backend():
    wrong = FRAME.with_columns(**WRONG)
    for given in kinds(wrong):
        found, error = refused(lambda given=given: frames.repair_eligibility(given, on=ON))
        assert found == {("frames.column-type", name) for name in WRONG}
        assert "Beijing" in error.text("en")
        assert "北京时间" in error.text("zh")


def test_an_instant_without_a_zone_is_no_day():
    wrong = FRAME.with_columns(determined_on=pl.lit(dt.datetime(2020, 1, 1, 8)))  # noqa: DTZ001
    for given in (wrong, wrong.lazy(), in_duckdb(given=wrong)[0]):
        assert refused(lambda given=given: frames.repair_eligibility(given, on=ON))[0] == {
            ("frames.column-type", "determined_on")
        }
    for given in (wrong.to_pandas(),):
        assert refused(lambda given=given: frames.repair_eligibility(given, on=ON))[0] == {
            ("frames.column-mixed", "determined_on")
        }


def test_mixed_types_in_pandas():
    given = pd.DataFrame(FRAME.to_dicts())
    given["malice"] = [True, "no"] * 30
    given["determined_on"] = [dt.date(2020, 1, 1), "2020-01-01"] * 30
    found, _ = refused(lambda: frames.repair_eligibility(given, on=ON))
    assert found == {("frames.column-mixed", "malice"), ("frames.column-mixed", "determined_on")}


BROKEN = pl.DataFrame(
    {
        "id": ["329901199003070012", "2", "3", "4"],
        "kind": ["penalty", None, "bribery", "penalty"],
        "severity": ["general", "grave", None, "very"],
        "determined_on": [dt.date(2019, 1, 1), dt.date(1800, 1, 1), dt.date(2300, 1, 1), None],
        "conduct_on": [dt.date(2019, 1, 2), None, None, None],
        "corrected": [False, None, None, None],
        "corrected_on": [dt.date(2020, 5, 5), None, dt.date(2020, 5, 5), None],
        "recurred": [None, None, True, False],
        "recurred_on": [None, None, dt.date(2020, 5, 4), dt.date(2020, 5, 4)],
    }
)
RULES = {
    ("frames.kind:required", "kind"): 1,
    ("frames.kind:not-listed", "kind"): 1,
    ("frames.severity:not-listed", "severity"): 2,
    ("frames.determined_on:out-of-range", "determined_on"): 2,
    ("frames.corrected:day-without-event", "corrected"): 1,
    ("frames.recurred:day-without-event", "recurred"): 1,
    ("frames.recurred_on:before-corrected_on", "recurred_on"): 1,
}


def test_rows_that_break_the_contract_are_told_with_counts_and_masked_samples():
    for given in (BROKEN, BROKEN.to_arrow(), BROKEN.to_pandas()):
        found, error = refused(lambda given=given: frames.repair_eligibility(given, on=ON, not_known="absent"))
        assert found == set(RULES)
        assert {(fault.code, fault.field): fault.data["count"] for fault in error.faults} == RULES
        assert "3299011990" not in str(error)
        assert "3, 4" not in str(error)
        assert "2, 3" in error.text("en")


def test_rows_are_marked_in_a_column_and_count_as_not_known():
    marked = {
        "329901199003070012": "corrected:day-without-event",
        "2": "severity:not-listed,determined_on:out-of-range,kind:required",
        "3": "determined_on:out-of-range,kind:not-listed,recurred_on:before-corrected_on",
        "4": "severity:not-listed,recurred:day-without-event",
    }
    eager = frames.repair_eligibility(BROKEN, on=ON, not_known="absent", faults="column")
    for row in eager.iter_rows(named=True):
        assert set(row["repair_faults"].split(",")) == set(marked[row["id"]].split(","))
        assert row["repair_verdict"] is None, row
    lazy = frames.repair_eligibility(BROKEN.lazy(), on=ON, not_known="absent").collect()
    assert lazy.equals(eager)
    (relation,) = in_duckdb(given=BROKEN)
    assert frames.repair_eligibility(relation, on=ON, not_known="absent").pl().equals(eager)
    with pytest.raises(InvalidInput):
        frames.repair_eligibility(BROKEN.lazy(), on=ON, not_known="absent", faults="raise")


def test_numbers_that_are_none():
    from jscredit import JIANGSU_2018, Rank, Setting, Source
    from jscredit.records.facts import FINE_YUAN
    from jscredit.validity import GENERAL_PERIOD

    source = Source("虚构规定", Rank.LOCAL_REGULATION)
    law = JIANGSU_2018.with_settings(Setting(GENERAL_PERIOD, Years(2), source=source, when=FINE_YUAN >= 5))
    wrong = FRAME.head(4).with_columns(fine_yuan=pl.Series([float("nan"), float("inf"), -1.0, 7.0]))
    for given in (wrong, wrong.to_arrow()):
        found, error = refused(lambda given=given: frames.validity_of(given, regime=law))
        assert found == {("frames.fine_yuan:not-a-number", "fine_yuan")}
        assert error.count == 3
    unknown = FRAME.with_columns(penalty_types=pl.lit(None, dtype=pl.String))
    assert frames.validity_of(FRAME, regime=law).equals(frames.validity_of(unknown, regime=law))
    texts = FRAME.with_columns(fine_yuan=pl.lit("5"))
    assert refused(lambda: frames.validity_of(texts, regime=law))[0] == {("frames.column-type", "fine_yuan")}


def test_keys_and_names_that_are_taken():
    assert refused(lambda: frames.classify(FRAME, key="number"))[0] == {("frames.key", "number")}
    twice = frames.classify(FRAME, columns="all")
    found, _ = refused(lambda: frames.classify(twice, columns="all"))
    assert ("frames.column-taken", "class_status") in found
    assert "other_status" in frames.classify(twice, columns="all", prefix="other_").columns
    assert frames.classify(FRAME, key=("id", "kind")).columns[:2] == ["id", "kind"]


DAYS = [dt.date(2015, 1, 1) + dt.timedelta(step) for step in range(0, 4_300, 7)]


@pytest.mark.parametrize("period", [WorkingDays(1), WorkingDays(10), Years(1)])
def test_deadlines_day_by_day(period):
    given = pl.DataFrame({"id": range(len(DAYS) + 1), "start": [*DAYS, None]})
    wanted = [*(deadline(day, period).due for day in DAYS), None]
    for frame in (given, given.to_arrow()):
        found = frames.deadline(frame, start="start", period=period, columns="all")
        assert found["due"].to_pylist() == wanted if frame is not given else found["due"].to_list() == wanted
    assert frames.deadline(given.lazy(), start="start", period=period).collect()["due"].to_list() == wanted
    (relation,) = in_duckdb(given=given)
    assert frames.deadline(relation, start="start", period=period).pl()["due"].to_list() == wanted


def test_deadlines_outside_the_calendar():
    given = pl.DataFrame({"id": [1, 2, 3], "start": [dt.date(2003, 12, 31), dt.date(2030, 1, 1), dt.date(2020, 1, 1)]})
    calendar = WorkCalendar().as_known_on(dt.date(2020, 2, 1))
    found, error = refused(lambda: frames.deadline(given, start="start", period=WorkingDays(3), calendar=calendar))
    assert found == {("frames.start:not-in-calendar", "start")}
    assert error.count == 2
    assert "2020-12-2" in error.text("en")
    marked = frames.deadline(given, start="start", period=WorkingDays(3), calendar=calendar, faults="column", name="by")
    assert marked["by_faults"].to_list() == ["start:not-in-calendar", "start:not-in-calendar", ""]
    assert marked["by"].to_list() == [None, None, dt.date(2020, 1, 6)]


def test_deadlines_that_are_refused():
    given = pl.DataFrame({"id": [1], "start": ["2020-01-01"]})
    assert refused(lambda: frames.deadline(given, start="start", period=3))[0] == {("frames.period", "period")}
    assert refused(lambda: frames.deadline(given, start="start", period=Years(1)))[0] == {
        ("frames.column-type", "start")
    }
    assert refused(lambda: frames.deadline(given, start="begin", period=Years(1)))[0] == {("frames.key", "begin")}
    nothing = pl.DataFrame({"id": [1], "start": [None]})
    assert frames.deadline(nothing, start="start", period=WorkingDays(3))["due"].to_list() == [None]
