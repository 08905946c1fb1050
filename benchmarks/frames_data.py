"""Generated data for the benchmark of dataframes: records with evidence, and lists for the cross-check."""

from pathlib import Path

import numpy as np
import polars as pl

PART = 1_000_000
KINDS = (
    ["penalty"] * 8
    + ["bid_rigging", "wage_arrears", "violation", "tax_arrears", "false_material", "market_ban", "other_negative"]
    + ["administrative_licence", "award", "daily_inspection", "work_safety_accident", "exam_cheating"]
)
CODES = {
    "kind": KINDS,
    "severity": ["general", "general", "serious", "rather_serious", None],
    "procedure": ["general", "general", "summary", None],
    "breached_norm_rank": ["law", "department_rule", "local_government_rule", None],
    "catalogue_category": ["negative", "positive", None],
    "determined_by": ["虚构市市场监督管理局", "虚构市生态环境局", None],
    "document_number": ["虚市监罚〔2023〕第1号", "虚环罚〔2023〕第2号", None],
    "subject_type": ["legal_person"] * 6 + ["natural_person", "unincorporated_organisation"],
}
FLAGS = {
    "reflects_credit": 0.9,
    "malice": 0.5,
    "accident_liability": 0.6,
    "dealt_with_by_regulator": 0.8,
    "imposed_by_regulator": 0.8,
    "clear_effect": 0.85,
    "adverse_effect_eliminated": 0.85,
    "self_discipline": 0.9,
    "credit_management_system": 0.9,
    "commitment_not_to_fail_again": 0.9,
}
UNKNOWN = 0.05


def _days(rng: np.random.Generator, count: int, first: str, span: int, unknown: float) -> pl.Series:
    days = np.datetime64(first) + rng.integers(0, span, count).astype("timedelta64[D]")
    days[rng.random(count) < unknown] = np.datetime64("NaT")
    return pl.Series(days.astype("datetime64[D]")).cast(pl.Date)


def _records(rng: np.random.Generator, first: int, count: int) -> pl.DataFrame:
    columns: dict[str, object] = {"id": pl.Series(np.arange(first, first + count)).cast(pl.String)}
    for name, codes in CODES.items():
        columns[name] = pl.Series(codes, dtype=pl.String).gather(rng.integers(0, len(codes), count))
    for name, share in FLAGS.items():
        flags = pl.Series(rng.random(count) < share)
        columns[name] = pl.select(pl.when(pl.Series(rng.random(count) >= UNKNOWN)).then(flags)).to_series()
    columns["determined_on"] = _days(rng, count, "2019-01-01", 1900, UNKNOWN)
    columns["corrected_on"] = _days(rng, count, "2019-06-01", 1900, 0.2)
    recurred_on = _days(rng, count, "2024-08-15", 400, 0.85)
    columns["recurred_on"] = recurred_on
    frame = pl.DataFrame(columns)
    not_known = pl.Series(rng.random(count) < UNKNOWN)
    return frame.with_columns(
        corrected=pl.when(~pl.col("corrected_on").is_null())
        .then(pl.lit(value=True))
        .when(~not_known)
        .then(pl.lit(value=False)),
        recurred=pl.when(~pl.col("recurred_on").is_null())
        .then(pl.lit(value=True))
        .when(~not_known)
        .then(pl.lit(value=False)),
    )


def make_records(folder: str, rows: int) -> str:
    """A parquet file of so many rows, made once."""
    path = Path(folder) / f"records-{rows}.parquet"
    if not path.exists():
        parts = Path(folder) / f"parts-{rows}"
        parts.mkdir(parents=True, exist_ok=True)
        rng = np.random.default_rng(34)
        for first in range(0, rows, PART):
            _records(rng, first, min(PART, rows - first)).write_parquet(parts / f"{first:012}.parquet")
        pl.scan_parquet(parts / "*.parquet").sink_parquet(path)
        for part in parts.iterdir():
            part.unlink()
        parts.rmdir()
    return str(path)


def _subjects(first: int, count: int, series: str) -> pl.DataFrame:
    numbers = pl.Series("n", np.arange(first, first + count)).cast(pl.String).str.zfill(8)
    code = pl.format("91329901{}{}X", pl.lit(series), numbers)
    name = pl.format("虚构{}{}号商贸有限公司", pl.lit(series), numbers)
    return pl.select(
        id=pl.format("{}{}", pl.lit(series), numbers),
        subject_type=pl.lit("legal_person"),
        subject_name=name,
        subject_credit_code=code,
    )


def make_crosscheck(folder: str, candidates: int, entries: int) -> str:
    """Candidates and black-list entries with normalised keys, one entry in two about a candidate."""
    place = Path(folder) / f"crosscheck-{candidates}"
    place.mkdir(parents=True, exist_ok=True)
    if not (place / "black.parquet").exists():
        rng = np.random.default_rng(6)
        _subjects(0, candidates, "A").write_parquet(place / "candidates.parquet")
        listed = pl.concat([_subjects(0, entries // 2, "A"), _subjects(0, entries - entries // 2, "B")])
        listed = listed.sample(fraction=1.0, shuffle=True, seed=6).with_columns(
            valid_from=_days(rng, entries, "2022-01-01", 700, 0.0),
            valid_until=_days(rng, entries, "2024-01-01", 900, 0.1),
        )
        listed.write_parquet(place / "black.parquet")
    return str(place)
