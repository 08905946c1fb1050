"""A classification as text and as HTML."""

from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from jscredit.classification.classifying import facts_asked
from jscredit.errors import Label, Lang

if TYPE_CHECKING:
    from jscredit.classification.model import Classification

_WORDS = {
    "kind": Label("信息种类", "kind"),
    "answer": Label("结论", "answer"),
    "category": Label("类别", "class"),
    "primary": Label("首要条款", "primary item"),
    "yes": Label("符合", "met"),
    "no": Label("不符合", "not met"),
    "undetermined": Label("待定", "open"),
    "missing": Label("缺少", "missing"),
    "depends": Label("取决于：{names}", "it depends on: {names}"),
    "clauses": Label("依据", "clauses"),
    "notices": Label("提示", "notices"),
    "readings": Label("采用的读法", "readings taken"),
    "settings": Label("采用的设定", "settings applied"),
    "basis": Label("依据版本", "basis"),
}


def lines(answer: "Classification", lang: Lang) -> tuple[tuple[str, str], ...]:
    """The classification as (heading, text) pairs."""
    basis, colon = answer.basis, _colon(lang)
    found = (
        ("kind", answer.kind.label.text(lang)),
        ("answer", answer.status.label.text(lang)),
        *([("category", answer.category.label.text(lang))] if answer.category else []),
        *([("primary", _primary(answer, lang))] if answer.category else []),
        *_items(answer, lang),
        *(("missing", _named(answer, name, lang)) for name in answer.missing),
        *(("clauses", citation.text(lang)) for citation in answer.citations),
        *(("notices", notice.text(lang)) for notice in answer.notices),
        *(("readings", f"{one.term.label.text(lang)}{colon}{one.option.label.text(lang)}") for one in basis.readings),
        *(("settings", one.label.text(lang)) for one in basis.settings),
        ("basis", f"{basis.regime} · {basis.calendar_edition} · jscredit {basis.version}"),
    )
    return tuple((_WORDS[key].text(lang), text) for key, text in found)


def explained(answer: "Classification", lang: Lang) -> str:
    """The classification as lines of text."""
    return "\n".join(f"{heading}{_colon(lang)}{text}" for heading, text in lines(answer, lang))


def as_html(answer: "Classification") -> str:
    """The classification as a small table, in both languages, for a notebook."""
    rows = "".join(
        f"<tr><th>{escape(zh[0])} {escape(en[0])}</th><td>{escape(zh[1])}<br>{escape(en[1])}</td></tr>"
        for zh, en in zip(lines(answer, "zh"), lines(answer, "en"), strict=True)
    )
    return f"<table><caption>{escape(str(answer.kind.label))}</caption>{rows}</table>"


def _primary(answer: "Classification", lang: Lang) -> str:
    return answer.primary.text(lang) if answer.primary else _WORDS["undetermined"].text(lang)


def _items(answer: "Classification", lang: Lang) -> Iterator[tuple[str, str]]:
    """A line for all items that have one answer for one reason; what the record is, apart from what it is about."""
    for (verdict, _, reasons), same in groupby(
        answer.why, lambda each: (answer.verdict_of(each), each.by_conduct, each.reasons)
    ):
        group = tuple(same)
        missing = dict.fromkeys(name for candidate in group for name in candidate.missing)
        told = _comma(lang).join(candidate.item.text(lang) for candidate in group)
        names = _comma(lang).join(_named(answer, name, lang) for name in missing)
        depends = [_WORDS["depends"].filled(names=names)] if missing else []
        yield verdict.value, _stop(lang).join((told, *(reason.text(lang) for reason in (*reasons, *depends))))


def _named(answer: "Classification", name: str, lang: Lang) -> str:
    labels = {fact.name: fact.label for fact in facts_asked(answer.kind, answer.regime)}
    return f"{labels[name].text(lang)} ({name})"


def _colon(lang: Lang) -> str:
    return "：" if lang == "zh" else ": "


def _stop(lang: Lang) -> str:
    return "；" if lang == "zh" else "; "


def _comma(lang: Lang) -> str:
    return "、" if lang == "zh" else ", "
