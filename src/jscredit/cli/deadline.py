"""`jscredit deadline`: by when, and which days were skipped."""

import json
from enum import StrEnum
from typing import Annotated

from jscredit.cli.console import JsonOption, LangOption, Language, day_of, told, typer, write_json, write_text
from jscredit.deadlines import Days, Months, Period, WorkingDays, Years
from jscredit.deadlines import deadline as deadline_of


class Unit(StrEnum):
    """What a period is counted in."""

    WORKING_DAYS = "working-days"
    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"


_PERIODS: dict[Unit, type[Period]] = {
    Unit.WORKING_DAYS: WorkingDays,
    Unit.DAYS: Days,
    Unit.MONTHS: Months,
    Unit.YEARS: Years,
}


def deadline(
    start: Annotated[str, typer.Argument(metavar="START", help="起算日 YYYY-MM-DD | the day from which to count")],
    n: Annotated[int, typer.Argument(min=1, max=9999, help="期限的数 | how many")],
    unit: Annotated[Unit, typer.Option(help="期限的单位 | counted in")] = Unit.WORKING_DAYS,
    *,
    provisional: Annotated[
        bool, typer.Option("--provisional", help="未公布年份用预测 | forecast where there is no notice")
    ] = False,
    lang: LangOption = Language.ZH,
    as_json: JsonOption = False,
) -> None:
    """期限届满日 | the last day of a period, with each day skipped and why."""
    with told(lang.value):
        found = deadline_of(day_of(start, "START"), _PERIODS[unit](n), provisional=provisional)
        if as_json:
            write_json(json.loads(found.to_public_json()))
        else:
            write_text(found.explain(lang.value))
