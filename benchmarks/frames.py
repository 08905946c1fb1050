"""Dataframes from parquet to parquet, in one run: raw copy, hand-written Polars, and the library on each backend.

Run: ``python benchmarks/frames.py [millions, as 1,10,50] [--only NAME,NAME] [--keep FOLDER]``. The data are generated
first and not timed. Each way runs in a process of its own, three times; the best time and the most memory are told.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

ON = date(2024, 2, 28)
WAYS = ("copy", "hand", "polars", "polars all", "duckdb", "spark", "objects")
CHECKS = ("bare join polars", "crosscheck polars", "bare join duckdb", "crosscheck duckdb")
ROUNDS = 3
SAMPLE = 20_000


def copied(source: str, target: str) -> None:
    import polars as pl

    pl.scan_parquet(source).sink_parquet(target)


def by_hand(source: str, target: str) -> None:
    import polars as pl
    from frames_by_hand import repair

    repair(pl.scan_parquet(source), ON).sink_parquet(target)


def on_polars(source: str, target: str, columns: str = "new") -> None:
    import polars as pl

    from jscredit import frames

    frames.repair_eligibility(pl.scan_parquet(source), on=ON, columns=columns).sink_parquet(target)


def on_polars_all(source: str, target: str) -> None:
    on_polars(source, target, "all")


def on_duckdb(source: str, target: str) -> None:
    import duckdb

    from jscredit import frames

    database = duckdb.connect()
    frames.repair_eligibility(database.read_parquet(source), on=ON).write_parquet(target)


def spark_session() -> object:
    import os

    from pyspark.sql import SparkSession

    from jscredit import frames

    home = frames.java_home(tempfile.mkdtemp())
    if home is not None:
        os.environ["JAVA_HOME"] = str(home)
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = builder.config("spark.driver.memory", "1500m").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session


def on_spark(source: str, target: str) -> None:
    from jscredit import frames

    read = spark_session().read.parquet(source)
    frames.repair_eligibility(read, on=ON).write.mode("overwrite").parquet(target)


def on_objects(source: str, _target: str) -> None:
    """A sample of the rows, one by one, as values."""
    import polars as pl

    from jscredit import frames, repair_eligibility

    for row in pl.scan_parquet(source).head(SAMPLE).collect().iter_rows(named=True):
        record, evidence = frames.case(row)
        decision = repair_eligibility(record, evidence, on=ON)
        _ = decision.verdict, decision.failed, decision.missing, decision.earliest


def bare_join_polars(source: str, target: str) -> None:
    import polars as pl

    ours, theirs = (pl.scan_parquet(f"{source}/{name}.parquet") for name in ("candidates", "black"))
    ours.join(theirs.select("subject_credit_code", entry="id"), on="subject_credit_code", how="left").sink_parquet(
        target
    )


def crosscheck_polars(source: str, target: str) -> None:
    import polars as pl

    from jscredit import frames

    ours, theirs = (pl.scan_parquet(f"{source}/{name}.parquet") for name in ("candidates", "black"))
    frames.screen_red_list(ours, black=theirs, on=ON, columns="all").sink_parquet(target)


def bare_join_duckdb(source: str, target: str) -> None:
    import duckdb

    database = duckdb.connect()
    ours, theirs = (database.read_parquet(f"{source}/{name}.parquet") for name in ("candidates", "black"))
    keys = theirs.project("subject_credit_code, id as entry")
    ours.join(keys, "subject_credit_code", how="left").write_parquet(target)


def crosscheck_duckdb(source: str, target: str) -> None:
    import duckdb

    from jscredit import frames

    database = duckdb.connect()
    ours, theirs = (database.read_parquet(f"{source}/{name}.parquet") for name in ("candidates", "black"))
    frames.screen_red_list(ours, black=theirs, on=ON, columns="all").write_parquet(target)


RUN = {
    "copy": copied,
    "hand": by_hand,
    "polars": on_polars,
    "polars all": on_polars_all,
    "duckdb": on_duckdb,
    "spark": on_spark,
    "objects": on_objects,
    "bare join polars": bare_join_polars,
    "crosscheck polars": crosscheck_polars,
    "bare join duckdb": bare_join_duckdb,
    "crosscheck duckdb": crosscheck_duckdb,
}


def one(name: str, source: str, target: str) -> None:
    """One way in this process: its best wall time, its processor time and the most memory it took."""
    wall, work = [], []
    for _ in range(1 if name == "objects" else ROUNDS):
        begin, worked = time.perf_counter(), time.process_time()
        RUN[name](source, target)
        wall.append(time.perf_counter() - begin)
        work.append(time.process_time() - worked)
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    print(json.dumps({"wall": min(wall), "cpu": min(work), "mib": most}))


def measured(name: str, source: str, folder: str) -> dict[str, float]:
    command = [sys.executable, __file__, "--one", name, source, f"{folder}/out-{name.replace(' ', '-')}.parquet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - this very file
    if done.returncode:
        print(f"{name}: {done.stderr.strip().splitlines()[-1] if done.stderr.strip() else 'failed'}")
        return {}
    return json.loads(done.stdout.strip().splitlines()[-1])


def told(name: str, rows: int, found: dict[str, float], base: dict[str, float]) -> None:
    if not found:
        return
    ratio = found["wall"] / base["wall"] if base else float("nan")
    print(
        f"{name:20s}{found['wall']:9.2f} s{rows / found['wall'] / 1e6:10.3f} M rows/s{ratio:8.2f} x"
        f"{found['cpu']:9.2f} s cpu{found['mib']:8.0f} MiB"
    )


def main() -> None:
    from frames_data import make_crosscheck, make_records

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("millions", nargs="?", default="1,10,50")
    parser.add_argument("--only", default=",".join((*WAYS, *CHECKS)))
    parser.add_argument("--keep", default=None, help="a folder for the data, used again where they are there")
    given = parser.parse_args()
    folder = given.keep or tempfile.mkdtemp()
    wanted = given.only.split(",")
    for millions in map(float, given.millions.split(",")):
        rows = int(millions * 1e6)
        source = make_records(folder, rows)
        print(f"\n{rows:,} rows, {Path(source).stat().st_size / 1e6:.0f} MB parquet; ratio to the raw copy")
        base: dict[str, float] = {}
        for name in (way for way in WAYS if way in wanted):
            found = measured(name, source, folder)
            base = found if name == "copy" else base
            told(name, SAMPLE if name == "objects" else rows, found, base)
        if any(name in wanted for name in CHECKS):
            pair = make_crosscheck(folder, rows, rows // 10)
            print(f"\n{rows:,} candidates against {rows // 10:,} entries; ratio to the bare join")
            for name in (check for check in CHECKS if check in wanted):
                found = measured(name, pair, folder)
                base = found if name.startswith("bare") else base
                told(name, rows, found, base)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(*sys.argv[2:])
    else:
        main()
