"""A procedure's table as a Mermaid diagram and as a Markdown table: both made from the rows that drive the code."""

from collections.abc import Iterator

from jscredit.deadlines import Period
from jscredit.errors import Lang
from jscredit.procedure.events import Event
from jscredit.procedure.table import DutyRow, Procedure, Row, Stage
from jscredit.procedure.timing import AfterPeriod, Timing
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
    """The procedure as a Markdown table: stage, event, next stage, clause, when, what is then due."""
    head = (
        ("阶段", "事件", "下一阶段", "条款", "时间要求", "随之须做")
        if lang == "zh"
        else ("stage", "event", "next stage", "clause", "when", "then due")
    )
    rows = [_cells(row, lang) for row in procedure.rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *rows)) + "\n"


def _cells(row: Row, lang: Lang) -> tuple[str, ...]:
    return (
        row.stage.label.text(lang),
        row.event.label.text(lang),
        row.next.label.text(lang),
        row.clause.short.text(lang),
        "<br>".join(_when(check, lang) for check in row.checks if isinstance(check, Timing)),
        "<br>".join(_due(duty, lang) for duty in row.duties),
    )


def _when(check: Timing, lang: Lang) -> str:
    running = check.running
    since, period = running.since.label.text(lang), _period(running.period, lang)
    if isinstance(check, AfterPeriod):
        return f"“{since}”后满{period}" if lang == "zh" else f"after '{since}' and {period} more"
    return f"“{since}”后{period}内" if lang == "zh" else f"within {period} after '{since}'"


def _due(duty: DutyRow, lang: Lang) -> str:
    stop = "：" if lang == "zh" else ": "
    period, clause = _period(duty.period, lang), duty.clause.short.text(lang)
    return f"{duty.who.text(lang)}{stop}{duty.what.text(lang)} ({period}, {clause})"


def _period(period: Period | Term | None, lang: Lang) -> str:
    if period is None:
        return "及时" if lang == "zh" else "promptly"
    if isinstance(period, Term):
        return f"“{period.label.zh}”" if lang == "zh" else f"'{period.label.en}'"
    return period.label.text(lang)


def procedure_page(procedure: Procedure, lang: Lang = "zh") -> str:
    """The page of a procedure in ``docs/``: its diagram and its table."""
    said = (
        "本页由驱动代码的同一张表生成。表中没有的步骤一律拒绝，并说明此时可以做什么。"
        if lang == "zh"
        else "This page is made from the table that drives the code. A step that is not in it is refused, and the "
        "refusal names what can come instead."
    )
    title, source = procedure.label.text(lang), procedure.source or procedure.citation.text(lang)
    parts = (f"# {title}", f"{source}{'。' if lang == 'zh' else '. '}{said}")
    diagram = f"```mermaid\n{mermaid(procedure, lang)}```"
    return "\n\n".join((*parts, diagram, markdown(procedure, lang)))


def cells(procedure: Procedure) -> Iterator[tuple[Stage, type[Event]]]:
    """Every pair of a stage and an event, those that the table leaves empty too: what the tests must have seen."""
    for stage in procedure.stages:
        for event in procedure.events:
            yield stage, event
