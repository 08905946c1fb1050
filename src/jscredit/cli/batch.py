"""`jscredit batch`: a file of records of any size, asked for class, validity and repair on a day."""

import tempfile
from collections import Counter
from pathlib import Path
from typing import Annotated, Any

from jscredit.cli.console import (
    FINDINGS,
    DayOption,
    JsonOption,
    LangOption,
    Language,
    SettingsOption,
    day_of,
    regime_of,
    told,
    typer,
    walked,
    write_json,
    write_text,
)
from jscredit.errors import Fault, InvalidInput, Label, Lang
from jscredit.review.names import named
from jscredit.rules import Verdict

_ROWS = 500_000
"""How many rows are asked at a time: what bounds the memory."""

_COUNTS = Label(
    "共{rows}行：已作答{answered}行，不合要求{rejected}行",
    "{rows} rows: {answered} answered, {rejected} rejected",
)
_CLASSES = Label("类别：{told}", "classes: {told}")
_REPAIR = Label("可否申请修复：{told}", "repair may be applied for: {told}")
_MISSING = Label("修复结论待定时缺少：{told}", "what undetermined answers on repair lack: {told}")
_REJECTED = Label("不合要求的行，按规则：{told}；见 {file}", "rejected rows, by rule: {told}; see {file}")
_ABSENT = Label("文件没有下列列，按不知道处理：{told}", "columns that the file lacks, taken as not known: {told}")
_NONE = Label("无", "none")


def batch(
    file: Annotated[str, typer.Argument(metavar="FILE", help="记录 .parquet .csv .xlsx | a file of records")],
    on: DayOption,
    *,
    out: Annotated[str, typer.Option("--out", metavar="FILE", help="结果 .parquet .csv | the answers")],
    key: Annotated[str, typer.Option(help="指明行的列 | the column that names a row")] = "id",
    settings: SettingsOption = None,
    lang: LangOption = Language.ZH,
    as_json: JsonOption = False,
) -> None:
    """批量作答 | ask a file of any size for class, validity and repair; rejected rows go into a file of their own."""
    with told(lang.value):
        day = day_of(on, "--on")
        regime = regime_of(settings)
        regime.require_in_force(day)
        target = Path(out)
        if target.suffix.lower() not in {".parquet", ".csv"}:
            raise InvalidInput(_NO_SUCH_OUTPUT)
        from jscredit.cli.batch_work import Work

        with tempfile.TemporaryDirectory() as folder:
            work = Work(file, Path(folder), key=key, on=day, regime=regime)
            for first in walked(range(0, max(work.rows, 1), _ROWS)):
                work.ask(first, _ROWS)
            rejected = target.with_name(f"{target.stem}-rejected{target.suffix}")
            work.write(target, rejected)
        document = _document(work, rejected if work.rejected else None)
        if as_json:
            write_json(document)
        else:
            for line in _summary(document, work.missing, lang.value):
                write_text(line)
    if work.rejected:
        raise typer.Exit(FINDINGS)


def _document(work: Any, rejected: Path | None) -> dict[str, Any]:
    return {
        "schema": "jscredit.batch",
        "version": 1,
        "form": "public",
        "rows": work.rows,
        "answered": work.rows - work.rejected,
        "rejected": work.rejected,
        "rejected_by_rule": dict(sorted(work.broken.items())),
        "rejected_file": rejected and rejected.name,
        "classes": dict(sorted(work.classes.items())),
        "repair": {verdict.value: work.verdicts[verdict.value] for verdict in Verdict},
        "missing": dict(sorted(work.missing.items())),
        "columns_not_known": list(work.absent),
    }


def _summary(document: dict[str, Any], missing: Counter[str], lang: Lang) -> list[str]:
    def joined(counts: dict[str, int]) -> str:
        comma = "、" if lang == "zh" else ", "
        return comma.join(f"{name} {count}" for name, count in counts.items()) or _NONE.text(lang)

    verdicts = {Verdict(name).label.text(lang): count for name, count in document["repair"].items()}
    lines = [
        _COUNTS.filled(**{name: document[name] for name in ("rows", "answered", "rejected")}),
        _CLASSES.filled(told=joined(document["classes"])),
        _REPAIR.filled(told=joined(verdicts)),
        _MISSING.filled(told=joined({named(name, lang): count for name, count in missing.most_common()})),
    ]
    if document["rejected"]:
        by_rule = joined(document["rejected_by_rule"])
        lines.append(_REJECTED.filled(told=by_rule, file=document["rejected_file"]))
    if document["columns_not_known"]:
        lines.append(_ABSENT.filled(told=joined_names(document["columns_not_known"], lang)))
    return [line.text(lang) for line in lines]


def joined_names(names: list[str], lang: Lang) -> str:
    """Names of columns in a line."""
    return ("、" if lang == "zh" else ", ").join(names)


_NO_SUCH_OUTPUT = Fault(
    code="cli.batch-output",
    message=Label("不能写成这种文件", "such a file cannot be written"),
    cure=Label("请给出 .parquet 或 .csv", "give a .parquet or a .csv"),
    field="--out",
)
