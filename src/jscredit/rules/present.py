"""A decision as text and as HTML."""

from html import escape
from typing import TYPE_CHECKING

from jscredit.errors import Label, Lang

if TYPE_CHECKING:
    from jscredit.rules.decision import Decision

_WORDS = {
    "on": Label("所问之日", "day asked about"),
    "answer": Label("结论", "answer"),
    "earliest": Label("最早可为“是”之日", "first day answered yes"),
    "last": Label("其最后一日", "last day of that run"),
    "open": Label("不设止日", "open"),
    "never": Label("没有这样的日期", "no such day comes"),
    "unsettled": Label("取决于缺少的事实；不早于{day}", "depends on what is missing; not before {day}"),
    "failed": Label("不符合", "not met"),
    "from": Label("自{day}起符合", "met from {day}"),
    "missing": Label("缺少", "missing"),
    "clauses": Label("依据", "clauses"),
    "notices": Label("提示", "notices"),
    "readings": Label("采用的读法", "readings taken"),
    "settings": Label("采用的设定", "settings applied"),
    "basis": Label("依据版本", "basis"),
}


def lines(decision: "Decision", lang: Lang) -> tuple[tuple[str, str], ...]:
    """The decision as (heading, text) pairs."""

    def word(key: str) -> str:
        return _WORDS[key].text(lang)

    basis = decision.basis
    found = [
        (word("on"), decision.on.isoformat()),
        (word("answer"), decision.verdict.label.text(lang)),
        *_days(decision, lang),
        *((word("failed"), _failure(decision, index, lang)) for index in range(len(decision.failed))),
        *((word("missing"), _named(decision, name, lang)) for name in decision.missing),
        *((word("clauses"), citation.text(lang)) for citation in decision.citations),
        *((word("notices"), notice.text(lang)) for notice in decision.notices),
        *((word("readings"), f"{_term(one.term.label, one.option.label, lang)}") for one in basis.readings),
        *((word("settings"), one.label.text(lang)) for one in basis.settings),
        (word("basis"), f"{basis.regime} · {basis.calendar_edition} · jscredit {basis.version}"),
    ]
    return tuple(found)


def explained(decision: "Decision", lang: Lang) -> str:
    """The decision as lines of text under the rule's name."""
    colon = "：" if lang == "zh" else ": "
    body = "\n".join(f"{heading}{colon}{text}" for heading, text in lines(decision, lang))
    return f"{decision.rule.label.text(lang)}\n{body}"


def as_html(decision: "Decision") -> str:
    """The decision as a small table, in both languages, for a notebook."""
    rows = "".join(
        f"<tr><th>{escape(zh[0])} {escape(en[0])}</th><td>{escape(zh[1])}<br>{escape(en[1])}</td></tr>"
        for zh, en in zip(lines(decision, "zh"), lines(decision, "en"), strict=True)
    )
    return f"<table><caption>{escape(str(decision.rule.label))}</caption>{rows}</table>"


def _days(decision: "Decision", lang: Lang) -> list[tuple[str, str]]:
    heading = _WORDS["earliest"].text(lang)
    if decision.earliest is None:
        if decision.possible is None:
            return [(heading, _WORDS["never"].text(lang))]
        return [(heading, _WORDS["unsettled"].filled(day=decision.possible).text(lang))]
    last = decision.last.isoformat() if decision.last else _WORDS["open"].text(lang)
    return [(heading, decision.earliest.isoformat()), (_WORDS["last"].text(lang), last)]


def _failure(decision: "Decision", index: int, lang: Lang) -> str:
    failure = decision.failed[index]
    later = _WORDS["from"].filled(day=failure.earliest).text(lang) if failure.earliest else ""
    clause = failure.condition.citation.short.text(lang)
    stop = "；" if lang == "zh" else "; "
    return f"{failure.condition.label.text(lang)} [{clause}]" + (f"{stop}{later}" if later else "")


def _named(decision: "Decision", name: str, lang: Lang) -> str:
    labels = decision.labels
    return f"{labels[name].text(lang)} ({name})" if name in labels else name


def _term(term: Label, option: Label, lang: Lang) -> str:
    return f"{term.text(lang)}{'：' if lang == 'zh' else ': '}{option.text(lang)}"
