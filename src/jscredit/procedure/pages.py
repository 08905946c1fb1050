"""A procedure's table as a Mermaid diagram and as a Markdown table: both made from the rows that drive the code."""

from collections.abc import Iterator

from jscredit.errors import Lang
from jscredit.procedure.events import Event
from jscredit.procedure.table import DutyRow, Procedure, Row, Stage
from jscredit.rules import Term


def mermaid(procedure: Procedure, lang: Lang = "zh") -> str:
    """The procedure as a Mermaid state diagram."""
    lines = ["stateDiagram-v2"]
    lines += [f"    {stage.value}: {stage.label.text(lang)}" for stage in procedure.stages]
    lines.append(f"    [*] --> {procedure.start.value}")
    for row in procedure.rows:
        said = f"{row.event.label.text(lang)} ({row.clause.short.text(lang)})"
        lines.append(f"    {row.stage.value} --> {row.next.value}: {said}")
    lines += [f"    {stage.value} --> [*]" for stage in procedure.stages if not procedure.rows_from(stage)]
    return "\n".join(lines) + "\n"


def markdown(procedure: Procedure, lang: Lang = "zh") -> str:
    """The procedure as a Markdown table: stage, event, next stage, clause, what is then due."""
    head = (
        ("阶段", "事件", "下一阶段", "条款", "随之须做")
        if lang == "zh"
        else ("stage", "event", "next stage", "clause", "then due")
    )
    rows = [_cells(row, lang) for row in procedure.rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *rows)) + "\n"


def _cells(row: Row, lang: Lang) -> tuple[str, ...]:
    return (
        row.stage.label.text(lang),
        row.event.label.text(lang),
        row.next.label.text(lang),
        row.clause.short.text(lang),
        "<br>".join(_due(duty, lang) for duty in row.duties),
    )


def _due(duty: DutyRow, lang: Lang) -> str:
    if duty.period is None:
        period = "及时" if lang == "zh" else "promptly"
    elif isinstance(duty.period, Term):
        period = f"“{duty.period.label.zh}”" if lang == "zh" else f"'{duty.period.label.en}'"
    else:
        period = duty.period.label.text(lang)
    stop = "：" if lang == "zh" else ": "
    return f"{duty.who.text(lang)}{stop}{duty.what.text(lang)} ({period}, {duty.clause.short.text(lang)})"


def cells(procedure: Procedure) -> Iterator[tuple[Stage, type[Event]]]:
    """Every pair of a stage and an event, those that the table leaves empty too: what the tests must have seen."""
    for stage in procedure.stages:
        for event in procedure.events:
            yield stage, event
