"""What comes in goes out: each kind of frame, and what is refused."""

import datetime as dt

import narwhals.stable.v2 as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from frames_cases import ON_DAYS
from frames_tables import REPAIR_COLUMNS, in_duckdb, repair_told, table_of
from jscredit import InvalidInput, MissingExtra, NotInForce, frames
from jscredit.frames.sums import Sum
from jscredit.records import Kind

ON = ON_DAYS[2]
CASES, FRAME = table_of(21, 1_000, ON)
WANTED = [repair_told(record, evidence, on=ON) for record, evidence, _ in CASES]


def rows(found):
    return list(zip(*(found[name].to_list() for name in REPAIR_COLUMNS), strict=True))


def test_pyarrow():
    found = frames.repair_eligibility(FRAME.to_arrow(), on=ON)
    assert isinstance(found, pa.Table)
    assert rows(pl.from_arrow(found)) == WANTED
    every = frames.repair_eligibility(FRAME.to_arrow(), on=ON, columns="all")
    assert every.select(FRAME.columns).equals(FRAME.to_arrow())


def test_pandas_backed_by_numpy():
    given = pd.DataFrame([row for _, _, row in CASES], index=range(5, 1_005))
    before = given.copy()
    found = frames.repair_eligibility(given, on=ON, columns="all")
    assert found.index.equals(given.index)
    pd.testing.assert_frame_equal(found[given.columns], before)
    assert str(found["repair_verdict"].dtype) == "boolean"
    told = pl.from_pandas(found[list(REPAIR_COLUMNS)]).with_columns(pl.col("repair_earliest").cast(pl.Date))
    assert rows(told) == WANTED


def test_pandas_with_days_as_instants_at_midnight():
    found = frames.repair_eligibility(FRAME.to_pandas(), on=ON)
    told = pl.from_pandas(found).with_columns(pl.col("repair_earliest").cast(pl.Date))
    assert rows(told) == WANTED


def test_pandas_backed_by_arrow():
    found = frames.repair_eligibility(FRAME.to_pandas(use_pyarrow_extension_array=True), on=ON)
    assert str(found["repair_verdict"].dtype) == "bool[pyarrow]"
    assert rows(pl.from_pandas(found)) == WANTED


def test_arrow_in_several_parts():
    parts = [FRAME[start : start + 400].to_pandas(use_pyarrow_extension_array=True) for start in range(0, 1_000, 400)]
    assert rows(pl.from_pandas(frames.repair_eligibility(pd.concat(parts), on=ON))) == WANTED


def test_rows_with_categories():
    texts = [name for name, dtype in FRAME.schema.items() if dtype == pl.String and name != "id"]
    assert rows(frames.repair_eligibility(FRAME.with_columns(pl.col(texts).cast(pl.Categorical)), on=ON)) == WANTED
    arrow = FRAME.with_columns(pl.col("kind").cast(pl.Categorical)).to_arrow()
    assert pa.types.is_dictionary(arrow.schema.field("kind").type)
    assert rows(pl.from_arrow(frames.repair_eligibility(arrow, on=ON))) == WANTED
    pandas = FRAME.to_pandas().astype({"kind": "category", "severity": "category"})
    told = pl.from_pandas(frames.repair_eligibility(pandas, on=ON)).with_columns(
        pl.col("repair_earliest").cast(pl.Date)
    )
    assert rows(told) == WANTED


def test_columns_with_nothing_known_of_any_row():
    bare = FRAME.select("id", "kind")
    nothing = bare.with_columns(**{name: pl.lit(None) for name in FRAME.columns if name not in bare.columns})
    found = frames.repair_eligibility(nothing, on=ON)
    assert found.equals(frames.repair_eligibility(bare, on=ON, not_known="absent"))
    assert True not in found["repair_verdict"].to_list()
    (relation,) = in_duckdb(given=nothing.with_columns(pl.lit(None, dtype=pl.Boolean).alias("malice")))
    assert frames.repair_eligibility(relation, on=ON).pl().drop("repair_faults").equals(found)


@pytest.mark.parametrize("count", [0, 1])
def test_an_empty_frame_and_one_row(count):
    few = FRAME.head(count)
    assert rows(frames.repair_eligibility(few, on=ON)) == WANTED[:count]
    assert rows(frames.repair_eligibility(few.lazy(), on=ON).collect()) == WANTED[:count]
    assert rows(pl.from_arrow(frames.repair_eligibility(few.to_arrow(), on=ON))) == WANTED[:count]
    assert len(frames.repair_eligibility(few.to_pandas(), on=ON)) == count
    (relation,) = in_duckdb(given=few)
    assert rows(frames.repair_eligibility(relation, on=ON).pl()) == WANTED[:count]


def test_other_columns_pass_through():
    more = FRAME.with_columns(pl.lit("1").alias("note"), pl.int_range(pl.len()).alias("repair_note"))
    found = frames.repair_eligibility(more, on=ON, columns="all")
    assert found.select(more.columns).equals(more)
    assert not any(name.startswith("__") for name in found.columns)


def test_a_fact_that_the_frame_states_itself():
    stated = FRAME.with_columns(
        pl.lit(value=True).alias("failure_information"), pl.lit(value=False).alias("natural_person")
    )
    bare = stated.drop("subject_type", "reflects_credit", "malice")
    found = frames.repair_eligibility(bare, on=ON)
    assert found["repair_failure_information"].to_list() == [True] * 1_000
    assert found["repair_credit_management_system"].equals(
        FRAME["credit_management_system"].rename("x"), null_equal=True
    )


@pytest.mark.parametrize("given", [[1, 2], None, {"id": ["1"]}, pl.Series([1])])
def test_no_dataframe(given):
    with pytest.raises(InvalidInput) as refused:
        frames.repair_eligibility(given, on=ON)
    assert refused.value.code == "frames.kind"


def test_a_frame_of_a_kind_that_is_not_worked_on(monkeypatch):
    from jscredit.frames import door

    class Other(nw.LazyFrame):
        implementation = nw.Implementation.DASK

    monkeypatch.setattr(door.nw, "from_native", lambda *_, **__: object.__new__(Other))
    with pytest.raises(InvalidInput) as refused:
        frames.repair_eligibility(FRAME, on=ON)
    assert refused.value.code == "frames.kind"


def test_no_day_and_a_day_before_the_law():
    with pytest.raises(InvalidInput):
        frames.repair_eligibility(FRAME, on=dt.datetime(2020, 1, 1))  # noqa: DTZ001 - that is what is refused
    with pytest.raises(NotInForce):
        frames.repair_eligibility(FRAME, on=dt.date(2018, 1, 28))
    with pytest.raises(NotInForce):
        frames.validity_of(FRAME, on=dt.date(2018, 1, 28))


@pytest.mark.parametrize("periods", [{"penalty": 1}, {Kind.PENALTY: 1}, 5])
def test_periods_that_are_none(periods):
    with pytest.raises(InvalidInput) as refused:
        frames.validity_of(FRAME, periods_of_use=periods)
    assert refused.value.code == "frames.periods-of-use"


def test_an_extra_that_is_not_installed(monkeypatch):
    import importlib

    from jscredit.frames import foreign, library

    monkeypatch.setitem(__import__("sys").modules, "narwhals.stable.v2", None)
    with pytest.raises(MissingExtra) as missing:
        importlib.reload(library)
    assert missing.value.extra == "frames"
    monkeypatch.undo()
    importlib.reload(library)
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(MissingExtra) as missing:
        importlib.reload(foreign)
    assert missing.value.extra == "pandas"
    monkeypatch.undo()
    importlib.reload(foreign)


def test_a_sum_past_the_last_day_is_that_day():
    from jscredit.deadlines import Years
    from jscredit.records.facts import DETERMINED_ON

    days = pl.DataFrame({"determined_on": [dt.date(1950, 1, 1), dt.date(2150, 5, 5), None]})
    told = Sum(DETERMINED_ON, (Years(8000),)).column({"determined_on": nw.col("determined_on")})
    found = nw.from_native(days).select(told.alias("x")).to_native()["x"].to_list()
    assert found == [dt.date(9950, 1, 1), dt.date.max, None]
