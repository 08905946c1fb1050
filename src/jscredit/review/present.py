"""A record's check as lines of text and as a JSON document."""

from typing import TYPE_CHECKING, Any

from jscredit.errors import Label, Lang
from jscredit.law import Citation
from jscredit.records import mask_numbers_in
from jscredit.review.names import named
from jscredit.rules import DayRange, Decision

if TYPE_CHECKING:
    from jscredit.review.record_check import RecordCheck

_HEADINGS = {
    "document": Label("文书号", "document"),
    "class": Label("类别", "class"),
    "validity": Label("有效期", "validity"),
    "restraint": Label("就期限而言可作惩戒依据", "as far as time goes, a ground of restraint"),
    "publication": Label("就期限而言可公开", "as far as time goes, publishable"),
    "repair": Label("申请信用修复", "application for repair"),
    "lacking": Label("缺少", "missing"),
    "clauses": Label("依据", "clauses"),
    "notices": Label("提示", "notices"),
    "settings": Label("采用的设定", "settings applied"),
}
_FROM_TO = Label("自{first}起，{last}", "from {first}, {last}")
_LAST = Label("至{last}", "to {last}")
_BETWEEN = Label("末日在{earliest}与{latest}之间", "the last day is between {earliest} and {latest}")
_AT_LATEST = Label("如属失信信息，至迟到{latest}", "if it is failure information, to {latest} at the latest")
_OPEN = Label("首日和末日待定", "first and last day are not settled")
_NOT_BEFORE = Label("末日不早于{earliest}", "the last day is not before {earliest}")
_NO_END = Label("无止日", "no end")
_NONE = Label("无（不是失信信息）", "none: it is no failure information")
_UNTIL = Label("，至{last}", ", until {last}")


def checked_lines(check: "RecordCheck", lang: Lang) -> tuple[tuple[str, str], ...]:
    """The check as (heading, text) pairs in one language."""
    stop, semicolon = ("、", "；") if lang == "zh" else (", ", "; ")
    texts = {
        "document": mask_numbers_in(check.record.document_number or check.record.id),
        "class": class_text(check, lang),
        "validity": validity_text(check, lang),
        "restraint": answer_text(check.restraint, lang),
        "publication": answer_text(check.publication, lang),
        "repair": check.outlook.label.text(lang),
        "lacking": stop.join(named(name, lang) for name in check.missing),
        "clauses": stop.join(clause_ids(check.citations)),
        "notices": semicolon.join(notice.text(lang) for notice in check.notices),
        "settings": semicolon.join(one.label.text(lang) for one in check.settings),
    }
    return tuple((_HEADINGS[key].text(lang), text) for key, text in texts.items() if text)


def clause_ids(citations: tuple[Citation, ...]) -> tuple[str, ...]:
    """The ledger's ids of clauses, each once."""
    return tuple(dict.fromkeys(citation.ledger_id for citation in citations))


def class_text(check: "RecordCheck", lang: Lang) -> str:
    """The class and its primary item, or why there is none."""
    found = check.classification
    if found.category is None:
        return found.status.label.text(lang)
    item = f" {found.primary.citation.ledger_id}" if found.primary else ""
    return f"{found.category.label.text(lang)}{item}"


def validity_text(check: "RecordCheck", lang: Lang) -> str:
    """The first and the last day; where facts are missing, between which days the last one lies."""
    validity, days = check.validity, check.validity.last_day_range
    if validity.applies is False:
        return _NONE.text(lang)
    if validity.first_day is None:
        return (_AT_LATEST.filled(latest=days.latest) if days.latest else _OPEN).text(lang)
    last = _NO_END if validity.has_no_end else _last(days)
    return _FROM_TO.filled(first=validity.first_day, last=last.text(lang)).text(lang)


def _last(days: DayRange) -> Label:
    if days.day is not None:
        return _LAST.filled(last=days.day)
    return (_BETWEEN if days.latest else _NOT_BEFORE).filled(earliest=days.earliest, latest=days.latest)


def answer_text(decision: Decision, lang: Lang) -> str:
    """An answer on the day and, for a yes, until when it stays one."""
    said = decision.verdict.label.text(lang)
    until = _UNTIL.filled(last=decision.last).text(lang) if decision.verdict == "yes" and decision.last else ""
    return said + until


def check_document(check: "RecordCheck") -> dict[str, Any]:
    """The check as a document to be shown."""
    days = check.validity.last_day_range
    return {
        "schema": "jscredit.record-check",
        "version": 1,
        "form": "public",
        "on": check.on.isoformat(),
        "record": mask_numbers_in(check.record.id),
        "document_number": mask_numbers_in(check.record.document_number or "") or None,
        "classification": {
            "status": check.classification.status.value,
            "category": check.classification.category,
            "primary": check.classification.primary and check.classification.primary.citation.ledger_id,
            "items": [item.citation.ledger_id for item in check.classification.items],
        },
        "validity": {
            "applies": check.validity.applies,
            "first_day": _day(check.validity.first_day),
            "last_day": _day(check.validity.last_day),
            "last_day_between": [_day(days.earliest), _day(days.latest)],
        },
        "restraint": _answer(check.restraint),
        "publication": _answer(check.publication),
        "repair": _answer(check.repair) | {"outlook": _label(check.outlook.label)},
        "missing": list(check.missing),
        "clauses": list(clause_ids(check.citations)),
        "notices": [{"code": notice.code} | _label(notice.label) for notice in check.notices],
        "settings": [{"term": one.setting.term.name} | _label(one.label) for one in check.settings],
    }


def _answer(decision: Decision) -> dict[str, Any]:
    return {
        "verdict": decision.verdict.value,
        "earliest": _day(decision.earliest),
        "last": _day(decision.last),
        "possible": _day(decision.possible),
        "clauses": list(clause_ids(decision.citations)),
    }


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None


def _label(label: Label) -> dict[str, str]:
    return {"zh": label.zh, "en": label.en}
