"""`jscredit repair`: whether repair may be applied for on a day, from when to when, and what is missing (M34)."""

import json
from pathlib import Path
from typing import Annotated

from jscredit.cli.console import (
    FINDINGS,
    NO_SUCH_ROW,
    DayOption,
    JsonOption,
    LangOption,
    Language,
    SettingsOption,
    day_of,
    read_text,
    regime_of,
    told,
    typer,
    write_json,
    write_text,
)
from jscredit.cli.sheet_options import DialectOption, read_with_progress
from jscredit.deadlines import Years
from jscredit.errors import Fault, InvalidInput, Label
from jscredit.records import CreditRecord, RepairEvidence
from jscredit.repair import repair_eligibility, repair_outlook
from jscredit.rules import Regime, Verdict

_ROW_NEEDED = Fault(
    code="cli.row-needed",
    message=Label("表格中有多条记录", "a sheet holds many records"),
    cure=Label("请用 --row 指明行号", "give --row, the number of the row"),
    field="--row",
)


def repair(
    record: Annotated[str, typer.Argument(metavar="RECORD", help="记录 JSON，或处罚信息表 | a record, or a sheet")],
    on: DayOption,
    *,
    evidence: Annotated[str | None, typer.Option(metavar="FILE", help="修复材料 JSON | the evidence")] = None,
    row: Annotated[int | None, typer.Option(help="表格中的行号 | the row of a sheet")] = None,
    years_of_use: Annotated[int | None, typer.Option(help="目录所定使用年数 | the catalogue's period of use")] = None,
    settings: SettingsOption = None,
    dialect: DialectOption = None,
    lang: LangOption = Language.ZH,
    as_json: JsonOption = False,
) -> None:
    """可否申请修复 | whether repair may be applied for on a day, from when to when, and what is missing."""
    with told(lang.value):
        day = day_of(on, "--on")
        regime = regime_of(settings)
        shown = RepairEvidence.from_storage_json(read_text(evidence)) if evidence else RepairEvidence()
        use = Years(years_of_use) if years_of_use is not None else None
        decision = repair_eligibility(
            _record(record, row, dialect, regime), shown, on=day, period_of_use=use, regime=regime
        )
        outlook = repair_outlook(decision)
        if as_json:
            said = {"zh": outlook.label.zh, "en": outlook.label.en}
            write_json(json.loads(decision.to_public_json()) | {"outlook": said})
        else:
            reasons = (reason.text(lang.value) for reason in outlook.reasons)
            write_text("\n".join((outlook.label.text(lang.value), *reasons, decision.explain(lang.value))))
    if decision.verdict is not Verdict.YES:
        raise typer.Exit(FINDINGS)


def _record(path: str, row: int | None, dialect: str | None, regime: Regime) -> CreditRecord:
    if Path(path).suffix.lower() == ".json":
        return CreditRecord.from_storage_json(read_text(path))
    if row is None:
        raise InvalidInput(_ROW_NEEDED)
    found = next((each.record for each in read_with_progress(path, dialect, regime).rows if each.number == row), None)
    if found is None:
        raise InvalidInput(NO_SUCH_ROW)
    return found
