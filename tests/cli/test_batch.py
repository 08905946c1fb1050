"""`jscredit batch`: files of records of any size."""

import datetime as dt
import sys

import polars as pl
import pytest
from openpyxl import Workbook

from command_line import run
from frames_cases import ON_DAYS
from frames_tables import table_of
from jscredit import frames
from jscredit.cli import batch as command

ON = ON_DAYS[1]
_, FRAME = table_of(51, 400, ON)
BAD = FRAME.head(3).with_columns(
    id=pl.Series(["X1", "X2", "X3"]),
    severity=pl.Series(["grave", "general", None]),
    determined_on=pl.Series([dt.date(1800, 1, 1), dt.date(2019, 1, 1), dt.date(2019, 1, 1)]),
    kind=pl.Series(["penalty", "bribe", "penalty"]),
)


@pytest.fixture
def given(tmp_path):
    path = tmp_path / "records.parquet"
    pl.concat([FRAME, BAD]).write_parquet(path)
    return path


def asked(path, *more, out="answers.parquet"):
    return run("batch", path, "--on", ON.isoformat(), "--out", path.with_name(out), *more)


def test_every_row_is_answered_or_rejected(given, monkeypatch):
    monkeypatch.setattr(command, "_ROWS", 150)
    done = asked(given, "--lang", "en")
    assert done.code == 1
    assert "403 rows: 401 answered, 2 rejected" in done.out
    assert "severity:not-listed 1" in done.out
    assert "answers-rejected.parquet" in done.out
    found = pl.read_parquet(given.with_name("answers.parquet"))
    assert found["id"].to_list() == [*FRAME["id"], "X3"]
    wanted = frames.repair_eligibility(FRAME, on=ON)
    assert found.head(400).select(wanted.columns).equals(wanted)
    assert found.head(400)["class_status"].equals(frames.classify(FRAME)["class_status"])
    rejected = pl.read_parquet(given.with_name("answers-rejected.parquet"))
    assert rejected["id"].to_list() == ["X1", "X2"]
    assert set(rejected["faults"][0].split(",")) == {"severity:not-listed", "determined_on:out-of-range"}
    assert rejected["faults"][1] == "kind:not-listed"
    assert rejected.columns == [*FRAME.columns, "faults"]


def test_the_summary_as_json_and_in_chinese(given):
    document = asked(given, "--json").document
    assert document["schema"] == "jscredit.batch"
    assert document["rows"] == document["answered"] + document["rejected"] == 403
    assert sum(document["repair"].values()) == sum(document["classes"].values()) == 401
    assert document["missing"]
    assert "共403行" in asked(given).out


def test_a_file_without_a_fault(tmp_path):
    path = tmp_path / "records.parquet"
    FRAME.write_parquet(path)
    done = asked(path, "--lang", "en")
    assert done.code == 0
    assert "400 answered, 0 rejected" in done.out
    assert not path.with_name("answers-rejected.parquet").exists()


def test_text_files(tmp_path):
    path = tmp_path / "records.csv"
    FRAME.with_columns(fine_yuan=pl.col("fine_yuan").cast(pl.Float64)).write_csv(path)
    assert asked(path, "--lang", "en", out="answers.csv").code == 0
    found = pl.read_csv(path.with_name("answers.csv"))
    wanted = frames.repair_eligibility(FRAME, on=ON)
    assert found["repair_verdict"].equals(wanted["repair_verdict"])
    assert found["repair_failed"].fill_null("").equals(wanted["repair_failed"])


def test_cells_that_cannot_be_read_are_rejected(tmp_path):
    path = tmp_path / "records.csv"
    path.write_text(
        "id,kind,determined_on,malice,fine_yuan,note\n1,wage_arrears,2020-1-32,maybe,x,\n2,wage_arrears,2020-01-31,是,5,y\n"
    )
    done = asked(path, "--lang", "en", out="answers.csv")
    assert done.code == 1
    assert "the file lacks" in done.out
    assert pl.read_csv(path.with_name("answers.csv"))["id"].to_list() == [2]
    assert set(pl.read_csv(path.with_name("answers-rejected.csv"))["faults"][0].split(",")) == {
        "determined_on:not-read",
        "malice:not-read",
        "fine_yuan:not-read",
    }


def test_a_sheet(tmp_path):
    path = tmp_path / "records.xlsx"
    book = Workbook()
    book.active.append(["id", "kind", "severity", "determined_on"])
    book.active.append([1, "bid_rigging", "general", dt.datetime(2019, 1, 31)])  # noqa: DTZ001 - as Excel has days
    book.active.append([2, "bid_rigging", None, "2019-01-31"])
    book.save(path)
    assert asked(path).code == 0
    found = pl.read_parquet(path.with_name("answers.parquet"))
    assert found["validity_last_day"].to_list() == [dt.date(2020, 1, 31), None]
    empty = tmp_path / "empty.xlsx"
    book = Workbook()
    book.active.append(["id", "kind"])
    book.save(empty)
    assert asked(empty, "--lang", "en").code == 0


def test_a_text_file_without_any_known_column(tmp_path):
    path = tmp_path / "records.csv"
    path.write_text("number\n1\n")
    done = asked(path, "--lang", "en")
    assert done.code == 2
    assert "[frames.key] id" in done.err


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [("a.txt", "x", "cli.batch-input"), ("a.parquet", "x", "cli.batch-parquet"), ("none.csv", None, "cli.file")],
)
def test_files_that_cannot_be_read(tmp_path, name, content, code):
    path = tmp_path / name
    if content:
        path.write_text(content)
    done = asked(path, "--lang", "en")
    assert done.code == 2
    assert f"[{code}]" in done.err


def test_an_output_that_cannot_be_written(given):
    done = asked(given, out="answers.xlsx")
    assert done.code == 2
    assert "[cli.batch-output]" in done.err


def test_without_polars(given, monkeypatch):
    monkeypatch.delitem(sys.modules, "jscredit.cli.batch_work", raising=False)
    monkeypatch.setitem(sys.modules, "polars", None)
    done = asked(given)
    assert done.code == 2
    assert "jscredit[frames]" in done.err
