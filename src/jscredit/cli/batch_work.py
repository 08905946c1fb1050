"""What `jscredit batch` does with a file: so many rows at a time, so that memory is bounded."""

import datetime as dt
from collections import Counter
from pathlib import Path
from typing import Any

from jscredit.errors import Fault, InvalidInput, Label
from jscredit.frames import classify, repair_eligibility, validity_of
from jscredit.frames.columns import COLUMNS, Column
from jscredit.rules import DAY, FLAG, NUMBER, Regime, Verdict

try:
    import polars as pl
except ImportError as error:  # it comes with the frames
    from jscredit.errors import MissingExtra

    raise MissingExtra.of("frames", "polars") from error

_UNREAD = "__unread"
_YES, _NO = ("true", "1", "yes", "是"), ("false", "0", "no", "否")
_VERDICT = {True: Verdict.YES.value, False: Verdict.NO.value, None: Verdict.UNDETERMINED.value}
_FAULTS = ("class_faults", "validity_faults", "repair_faults", _UNREAD)


class Work:
    """One file on its way: its rows, what they were answered, and what was rejected."""

    def __init__(self, file: str, folder: Path, *, key: str, on: dt.date, regime: Regime) -> None:
        self._folder, self._key, self._on, self._regime = folder, key, on, regime
        self._source = _opened(file, folder)
        self._names = self._source.collect_schema().names()
        self.rows: int = self._source.select(pl.len()).collect().item()
        self.rejected = 0
        self.broken: Counter[str] = Counter()
        self.classes: Counter[str] = Counter()
        self.verdicts: Counter[str] = Counter()
        self.missing: Counter[str] = Counter()
        self.absent = tuple(name for name in _ASKED if name not in self._names)

    def ask(self, first: int, count: int) -> None:
        """Ask so many rows, from one on, and keep their answers in a file of their own."""
        given = self._source.slice(first, count)
        told: dict[str, Any] = {"columns": "all", "key": self._key, "not_known": "absent", "faults": "column"}
        law = self._regime
        asked = classify(given, regime=law, **told)
        asked = validity_of(asked, on=self._on, regime=law, **told)
        asked = repair_eligibility(asked, on=self._on, regime=law, **told)
        found: pl.DataFrame = asked.collect(engine="streaming")
        faults = [name for name in _FAULTS if name in found.columns]
        listed = pl.concat_str(faults, separator=",").str.split(",").list.unique(maintain_order=True)
        found = found.with_columns(faults=listed.list.join(",").str.strip_chars(","))
        good = found.filter(pl.col("faults") == "")
        bad = found.filter(pl.col("faults") != "")
        new = [name for name in found.columns if name not in self._names and name not in (*faults, "faults")]
        self._count(good, bad)
        good.select(self._key, *new).write_parquet(self._folder / f"good-{first:015}.parquet")
        own = [name for name in self._names if name != _UNREAD]
        bad.select(*own, "faults").write_parquet(self._folder / f"bad-{first:015}.parquet")

    def write(self, target: Path, rejected: Path) -> None:
        """The answers, and the rejected rows where there are any."""
        _joined(self._folder, "good", target)
        if self.rejected:
            _joined(self._folder, "bad", rejected)

    def _count(self, good: pl.DataFrame, bad: pl.DataFrame) -> None:
        self.rejected += len(bad)
        self.broken.update(rule for faults in bad["faults"] for rule in faults.split(",") if rule)
        self.classes.update(dict(good["class_status"].value_counts().rows()))
        self.verdicts.update({_VERDICT[told]: n for told, n in good["repair_verdict"].value_counts().rows()})
        names = good["repair_missing"].str.split(",").explode()
        self.missing.update(dict(names.filter(names != "").value_counts().rows()))


_ASKED = (
    *("kind", "conduct", "severity", "determined_on", "procedure", "reflects_credit", "subject_type"),
    *("corrected", "corrected_on", "recurred", "clear_effect", "adverse_effect_eliminated", "self_discipline"),
    *("credit_management_system", "commitment_not_to_fail_again"),
)


def _joined(folder: Path, sort: str, target: Path) -> None:
    parts = pl.scan_parquet(sorted(folder.glob(f"{sort}-*.parquet")))
    if target.suffix.lower() == ".csv":
        parts.sink_csv(target)
    else:
        parts.sink_parquet(target)


def _opened(file: str, folder: Path) -> pl.LazyFrame:
    """The file as a frame; texts of a sheet become the types of the contract."""
    path, suffix = Path(file), Path(file).suffix.lower()
    if suffix == ".parquet":
        return _parquet(path)
    if suffix == ".csv":
        texts = pl.scan_csv(_there(path), infer_schema=False, null_values=[""])
    elif suffix == ".xlsx":
        texts = _sheet(_there(path)).lazy()
    else:
        raise InvalidInput(_NO_SUCH_INPUT)
    typed = folder / "typed.parquet"
    _typed(texts).sink_parquet(typed)
    return pl.scan_parquet(typed)


def _there(path: Path) -> Path:
    with path.open("rb"):
        return path


def _parquet(path: Path) -> pl.LazyFrame:
    try:
        frame = pl.scan_parquet(_there(path))
        frame.collect_schema()
    except pl.exceptions.PolarsError:
        raise InvalidInput(_NO_PARQUET) from None
    return frame


def _sheet(path: Path) -> pl.DataFrame:
    from openpyxl import load_workbook

    rows = load_workbook(path, read_only=True, data_only=True).worksheets[0].iter_rows(values_only=True)
    head = [str(name) for name in next(rows, ())]
    texts = [tuple(map(_text, row)) for row in rows]
    return pl.DataFrame(texts, schema=dict.fromkeys(head, pl.String), orient="row")


def _text(value: Any) -> str | None:
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        value = value.date()
    return None if value is None or not str(value).strip() else str(value)


def _typed(texts: pl.LazyFrame) -> pl.LazyFrame:
    """Each column of the contract in its type; what cannot be read is not known, and named in a column."""
    names = [name for name in texts.collect_schema().names() if name in COLUMNS]
    read = {name: _read(COLUMNS[name]) for name in names}
    unread = [
        pl.when(told.is_null() & pl.col(name).is_not_null()).then(pl.lit(f"{name}:not-read,")).otherwise(pl.lit(""))
        for name, told in read.items()
    ]
    mark = pl.concat_str(unread).str.strip_chars_end(",") if unread else pl.lit("")
    return texts.with_columns(mark.alias(_UNREAD), **read)


def _read(column: Column) -> pl.Expr:
    text = pl.col(column.name).str.strip_chars()
    if column.type == FLAG:
        word = text.str.to_lowercase()
        return pl.when(word.is_in(_YES)).then(pl.lit(value=True)).when(word.is_in(_NO)).then(pl.lit(value=False))
    if column.type == DAY:
        return text.str.to_date("%Y-%m-%d", strict=False)
    return text.cast(pl.Float64, strict=False) if column.type == NUMBER else text


_NO_SUCH_INPUT = Fault(
    code="cli.batch-input",
    message=Label("不能读取这种文件", "such a file cannot be read"),
    cure=Label("请给出 .parquet、.csv 或 .xlsx", "give a .parquet, a .csv or an .xlsx"),
    field="FILE",
)
_NO_PARQUET = Fault(
    code="cli.batch-parquet",
    message=Label("不是可以读取的 parquet 文件", "this is no readable parquet file"),
    cure=Label("请核对文件", "check the file"),
    field="FILE",
)
