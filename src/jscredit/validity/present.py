"""A validity as text and as HTML."""

from html import escape
from typing import TYPE_CHECKING

from jscredit.errors import Label, Lang
from jscredit.records.facts import SEVERITY
from jscredit.rules import Decision
from jscredit.validity.rules import PERIOD_OF_USE

if TYPE_CHECKING:
    from jscredit.validity.model import Validity

_TITLE = Label("失信信息有效期", "validity of failure information")
_WORDS = {
    "class": Label("类别", "class"),
    "severity": Label("失信程度", "severity"),
    "unknown": Label("未标明", "not stated"),
    "use": Label("目录所定使用期限", "catalogue's period of use"),
    "first": Label("首日（认定日）", "first day (determination)"),
    "last": Label("末日", "last day"),
    "between": Label("不早于{earliest}，不晚于{latest}", "not before {earliest}, not after {latest}"),
    "at-latest": Label("如属失信信息，不晚于{latest}", "if it is failure information, not after {latest}"),
    "open": Label("待定", "not settled"),
    "no-end": Label("未设止日", "no end is set"),
    "valid": Label("在有效期内", "valid"),
    "restraint": Label("就期限而言可作为惩戒依据", "as far as time goes, a ground of restraint"),
    "publication": Label("就期限而言可公开", "as far as time goes, publishable"),
    "from-to": Label("{first}至{last}：{verdict}", "{first} to {last}: {verdict}"),
    "onwards": Label("{first}起：{verdict}", "from {first}: {verdict}"),
    "missing": Label("缺少", "missing"),
    "clauses": Label("依据", "clauses"),
    "notices": Label("提示", "notices"),
    "readings": Label("采用的读法", "readings taken"),
    "settings": Label("采用的设定", "settings applied"),
    "basis": Label("依据版本", "basis"),
}


def lines(validity: "Validity", lang: Lang) -> tuple[tuple[str, str], ...]:
    """The validity as (heading, text) pairs."""
    basis, colon = validity.basis, "：" if lang == "zh" else ": "
    valid, restraint, publication = validity.decisions
    found: list[tuple[str, str]] = [
        ("class", _class(validity, lang)),
        *_given(validity, lang),
        *_days(validity, lang),
        *(("valid", text) for text in _spans(valid, lang)),
        *(("restraint", text) for text in _spans(restraint, lang)),
        *(("publication", text) for text in _spans(publication, lang)),
        *(("missing", name) for name in validity.missing),
        *(("clauses", citation.text(lang)) for citation in validity.citations),
        *(("notices", notice.text(lang)) for notice in validity.notices),
        *(("readings", f"{one.term.label.text(lang)}{colon}{one.option.label.text(lang)}") for one in basis.readings),
        *(("settings", one.label.text(lang)) for one in basis.settings),
        ("basis", f"{basis.regime} · {basis.calendar_edition} · jscredit {basis.version}"),
    ]
    return tuple((_WORDS[key].text(lang), text) for key, text in found)


def explained(validity: "Validity", lang: Lang) -> str:
    """The validity as lines of text."""
    colon = "：" if lang == "zh" else ": "
    body = "\n".join(f"{heading}{colon}{text}" for heading, text in lines(validity, lang))
    return f"{_TITLE.text(lang)}\n{body}"


def as_html(validity: "Validity") -> str:
    """The validity as a small table, in both languages, for a notebook."""
    rows = "".join(
        f"<tr><th>{escape(zh[0])} {escape(en[0])}</th><td>{escape(zh[1])}<br>{escape(en[1])}</td></tr>"
        for zh, en in zip(lines(validity, "zh"), lines(validity, "en"), strict=True)
    )
    return f"<table><caption>{escape(str(_TITLE))}</caption>{rows}</table>"


def _class(validity: "Validity", lang: Lang) -> str:
    by_class = validity.classification
    return (by_class.category or by_class.status).label.text(lang)


def _given(validity: "Validity", lang: Lang) -> list[tuple[str, str]]:
    severity, period = validity.facts[SEVERITY.name], validity.facts[PERIOD_OF_USE.name]
    stated = severity.label if severity is not None else _WORDS["unknown"]
    return [("severity", stated.text(lang)), *([("use", period.label.text(lang))] if period else [])]


def _days(validity: "Validity", lang: Lang) -> list[tuple[str, str]]:
    if validity.applies is False:
        return []
    first = validity.first_day
    return [("first", first.isoformat() if first else _WORDS["open"].text(lang)), ("last", _last(validity, lang))]


def _last(validity: "Validity", lang: Lang) -> str:
    days = validity.last_day_range
    if days.day is not None:
        return days.day.isoformat()
    if validity.has_no_end:
        return _WORDS["no-end"].text(lang)
    if days.latest is None:
        return _WORDS["open"].text(lang)
    word = "at-latest" if days.earliest is None else "between"
    return _WORDS[word].filled(earliest=days.earliest, latest=days.latest).text(lang)


def _spans(decision: Decision, lang: Lang) -> list[str]:
    return [
        _WORDS["onwards" if span.last is None else "from-to"]
        .filled(first=span.first, last=span.last, verdict=span.verdict.label.text(lang))
        .text(lang)
        for span in decision.timeline
    ]
