"""The clause ledger: every clause of the three instruments, in our words, and what the library does with it."""

import re
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from jscredit.errors import Fault, InvalidInput, Label, Lang
from jscredit.law.citation import G, J, M


class Status(StrEnum):
    """What has become of a clause in the library."""

    ENCODED = "encoded"
    OPEN_TERM = "open_term"
    JUDGED = "judged"
    DECLARATORY = "declaratory"
    PLANNED = "planned"

    @property
    def label(self) -> Label:
        """The status in both languages."""
        return _STATUS_LABELS[self]


_STATUS_LABELS = {
    Status.ENCODED: Label("已编入", "encoded"),
    Status.OPEN_TERM: Label("开放项，由机关填定", "open term, filled by the agency"),
    Status.JUDGED: Label("由人判断", "judged by a person"),
    Status.DECLARATORY: Label("宣示性，无可计算", "declaratory"),
    Status.PLANNED: Label("计划编入", "planned"),
}


class Clause(NamedTuple):
    """One row of the ledger. ``reason`` is given for a declaratory clause alone."""

    id: str
    locator: Label
    kind: str
    status: Status
    says: Label
    duty: Label
    reason: Label


@cache
def ledger() -> MappingProxyType[str, Clause]:
    """Every clause by its id, in the order of the instruments.

    >>> clause = ledger()["M30"]
    >>> clause.status.value, clause.locator.zh, clause.locator.en
    ('encoded', '办法 第三十条', 'Measures, art. 30')
    """
    import csv
    from importlib.resources import files

    text = files("jscredit.law").joinpath("ledger.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return MappingProxyType({row["id"]: _clause(row) for row in rows})


def _clause(row: dict[str, str]) -> Clause:
    says, duty, reason = (Label(row[f"{part}_zh"], row[f"{part}_en"]) for part in ("says", "duty", "reason"))
    locator = Label(row["locator_zh"], _english_locator(row["id"]))
    return Clause(row["id"], locator, row["kind"], Status(row["status"]), says, duty, reason)


_PLACE = re.compile(
    r"(?P<key>[MJG])(?P<number>[0-9]+)(?P<letter>[abc]?)(?:\((?P<item>[0-9]+)\)|[.](?P<part>[0-9]+)|¶(?P<paragraph>[0-9]))?"
)
_TITLES = {"M": "Measures", "J": "Opinions on joint measures", "G": "Opinions on government integrity"}
_TASKS = "GT1-17"


def _english_locator(clause_id: str) -> str:
    """Where a clause stands, in English, as citations write it."""
    return f"{_TITLES['G']}, table of tasks" if clause_id == _TASKS else _PLACE.sub(_place, clause_id)


def _place(found: re.Match[str]) -> str:
    paragraph = found["paragraph"] or " abc".index(found["letter"] or " ")
    instrument = {"M": M, "J": J, "G": G}[found["key"]]
    item = int(found["item"] or found["part"] or 0)
    place = instrument.article(int(found["number"]), paragraph=int(paragraph) or None, item=item or None)
    return f"{_TITLES[instrument.key]}, {place.short.en}"


def clause(clause_id: str) -> Clause:
    """One clause of the ledger.

    Raises:
        InvalidInput: there is none of this id.
    """
    found = ledger().get(clause_id)
    if found is None:
        raise InvalidInput(
            Fault(
                code="clause.unknown",
                message=Label("条款表中没有这一条", "there is no such clause in the ledger"),
                cure=Label("编号形如 M34(2)、J6.1、G2.3", "ids look like M34(2), J6.1, G2.3"),
                field="clause",
            )
        )
    return found


def ledger_markdown(lang: Lang = "zh") -> str:
    """The ledger as a page in one language.

    >>> ledger_markdown("en").splitlines()[0]
    '# The clause ledger'
    """
    title, head = (
        ("# 条款对照表", ("编号", "条款", "状态", "内容", "本库的处理"))
        if lang == "zh"
        else ("# The clause ledger", ("id", "clause", "status", "what it says", "what the library does"))
    )
    rows = [
        (one.id, one.locator.text(lang), one.status.label.text(lang), one.says.text(lang), _with_reason(one, lang))
        for one in ledger().values()
    ]
    table = "\n".join(f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *rows))
    return f"{title}\n\n{table}\n"


def _with_reason(one: Clause, lang: Lang) -> str:
    reason = one.reason.text(lang)
    return f"{one.duty.text(lang)} ({reason})" if reason else one.duty.text(lang)
