"""A deadline in words and as a small table."""

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from jscredit.errors import Label, Lang

if TYPE_CHECKING:
    from jscredit.deadlines.model import Deadline, SkippedDay

_RUNS = Label(
    "自{start}起算（当日不计），期限{zh}，至{due}届满。", "Runs from {start} (not counted) for {en}; due on {due}."
)
_CITE = Label("依据：{zh}。", "By: {en}.")
_SKIPPED = Label("不计入：{days}。", "Not counted: {days}.")
_MADE_UP = Label("周末上班计入：{days}。", "Weekend days worked, and counted: {days}.")
_EDITION = Label("日历：{edition}。", "Calendar: {edition}.")
_PROVISIONAL = Label(
    "临时结果：通知未公布的日期为推算，可能变化。",
    "Provisional: the days without a notice are a forecast and may change.",
)
_UNSETTLED = Label(
    "届满日在已公布年份的最后一周，下一年的通知可能改变它。",
    "The due day lies in the last week of the last year announced; the next year's notice may change it.",
)


def lines(found: "Deadline") -> Iterator[Label]:
    """Each sentence about a deadline, in both languages."""
    label = found.period.label
    yield _RUNS.filled(start=found.start, due=found.due, zh=label.zh, en=label.en)
    if found.cite:
        yield _CITE.filled(zh=found.cite.zh, en=found.cite.en)
    if found.skipped:
        yield _listed(_SKIPPED, found.skipped)
    if found.made_up:
        yield _listed(_MADE_UP, found.made_up)
    if found.edition:
        yield _EDITION.filled(edition=found.edition)
    if found.provisional:
        yield _PROVISIONAL
    elif not found.settled:
        yield _UNSETTLED


def _listed(sentence: Label, days: "tuple[SkippedDay, ...]") -> Label:
    zh = "、".join(f"{one.day}（{one.reason.zh}）" for one in days)
    en = ", ".join(f"{one.day} ({one.reason.en})" for one in days)
    return Label(sentence.zh.format(days=zh), sentence.en.format(days=en))


def explain(found: "Deadline", lang: Lang) -> str:
    """The sentences in one language, one a line."""
    return "\n".join(line.text(lang) for line in lines(found))


def html_table(found: "Deadline") -> str:
    """The sentences in both languages, one a row; what stands in them is escaped."""
    rows = "".join(f"<tr><td>{escape(line.zh)}</td><td>{escape(line.en)}</td></tr>" for line in lines(found))
    return f"<table><caption>{found.due}</caption><tbody>{rows}</tbody></table>"
