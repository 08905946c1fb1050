"""A credit review as text fit for a case file, and as a table for a notebook."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING

from jscredit.errors import Label, Lang
from jscredit.law import Citation
from jscredit.records import mask_numbers_in
from jscredit.review.items import ReviewedEntry, ReviewedRecord
from jscredit.review.left_out import LeftOut
from jscredit.review.names import named
from jscredit.review.outcome import Outcome
from jscredit.review.viewer import LIMITED_VIEW
from jscredit.rules import Verdict

if TYPE_CHECKING:
    from jscredit.review.model import Review

_REVIEW = Label("信用审查结果", "Credit review")
_QUERY = Label("信用信息查询结果", "Credit information looked up")
WORDS = {
    "subject": Label("主体", "subject"),
    "code": Label("统一社会信用代码", "unified social credit code"),
    "numbers": Label("其他号码", "other numbers"),
    "matter": Label("事项", "matter"),
    "on": Label("审查日", "day"),
    "outcome": Label("结论", "outcome"),
    "between": Label("可能的结论", "possible outcomes"),
    "missing": Label("缺少", "missing"),
    "changes": Label("结论变化", "the outcome changes"),
    "failures": Label("失信信息", "failure"),
    "open_failures": Label("待定的信息", "open record"),
    "entries": Label("名单", "list entry"),
    "open_entries": Label("待定的名单条目", "open list entry"),
    "monitoring": Label("重点监测", "key monitoring"),
    "measures": Label("联合奖惩措施", "joint measure"),
    "green": Label("绿色通道", "green channel"),
    "persons": Label("因对法人失信负有责任而记入", "recorded for responsibility for a legal person's failure"),
    "left_out": Label("未计入", "left out"),
    "clauses": Label("依据", "clauses"),
    "notices": Label("提示", "notice"),
    "view": Label("查询范围", "view"),
    "basis": Label("依据版本", "basis"),
}
_TO = Label("最差“{worst}”，最好“{best}”", "at worst '{worst}', at best '{best}'")
_FROM = Label("自{day}起：{outcome}", "from {day}: {outcome}")
_DETERMINED = Label("{day}认定", "determined on {day}")
_USABLE_UNTIL = Label("可用至{day}", "usable until {day}")
_FLAGGED = Label("异议处理中，仍计入", "under objection, still counted")
_LISTED = Label("{first}至{last}", "{first} to {last}")
_LEFT_ON = Label("{day}退出", "left on {day}")
_SINCE = Label("自{day}起", "since {day}")
_UNTIL = Label("至{day}", "until {day}")
_EARLIEST = Label("最早{day}", "not before {day}")
_IN_THE_WAY = Label("三年内的不良信用记录：{names}", "bad records of the three years: {names}")
_SOURCE = Label("来源记录{id}", "from record {id}")
_UNKNOWN = Label("未知", "unknown")
_ELEMENT = Label("清除项：{name}", "emptied: {name}")
_FREE = Label("无", "none")


def explained(review: "Review", lang: Lang) -> str:
    """The review as lines of text under its title."""
    colon = "：" if lang == "zh" else ": "
    body = "\n".join(f"{heading}{colon}{text}" for heading, text in lines(review, lang))
    return f"{title_of(review).text(lang)}\n{body}"


def as_html(review: "Review") -> str:
    """The review as a small table, in both languages."""
    rows = "".join(
        f"<tr><th>{escape(zh[0])} {escape(en[0])}</th><td>{escape(zh[1])}<br>{escape(en[1])}</td></tr>"
        for zh, en in zip(lines(review, "zh"), lines(review, "en"), strict=True)
    )
    return f"<table><caption>{escape(str(title_of(review)))}</caption>{rows}</table>"


def title_of(review: "Review") -> Label:
    """What a review is called: for a body outside M25 it is a look-up."""
    return _QUERY if review.mandatory is False and review.viewer.body == "other_body" else _REVIEW


def lines(review: "Review", lang: Lang) -> tuple[tuple[str, str], ...]:
    """The review as (heading, text) pairs."""
    return tuple((WORDS[key].text(lang), text) for key, text in _lines(review, lang))


def _lines(review: "Review", lang: Lang) -> Iterator[tuple[str, str]]:
    yield from headed(review, lang)
    yield "outcome", review.outcome.label.text(lang)
    yield from outcome_lines(review, lang)
    yield from (("failures", record_line(each, lang)) for each in review.failures)
    if not review.failures:
        yield "failures", _FREE.text(lang)
    yield from (("open_failures", _with_missing(record_line(each, lang), each, lang)) for each in review.open_failures)
    yield from (("entries", entry_line(each, lang)) for each in review.entries)
    yield from (("open_entries", _with_missing(entry_line(each, lang), each, lang)) for each in review.open_entries)
    yield from (("monitoring", entry_line(each, lang)) for each in review.monitoring)
    yield from (("measures", line) for line in measures_told(review, lang))
    yield "green", green_line(review, lang)
    yield from (("persons", record_line(each, lang)) for each in review.persons)
    yield from (("left_out", _left_out(each, lang)) for each in review.left_out)
    yield "clauses", _clauses(review.citations, lang)
    yield from (("notices", notice.text(lang)) for notice in review.notices)
    if review.limited:
        yield "view", LIMITED_VIEW.text(lang)
    basis = review.basis
    yield "basis", f"{basis.regime} · {basis.calendar_edition} · jscredit {basis.version}"


def headed(review: "Review", lang: Lang) -> Iterator[tuple[str, str]]:
    """Who is reviewed, for what, and for which day."""
    subject = review.file.subject
    yield "subject", subject.shown_name or _UNKNOWN.text(lang)
    if subject.credit_code is not None:
        yield "code", str(subject.credit_code)
    numbers = (subject.organisation_code, subject.resident_id, *subject.other_ids)
    shown = [str(number) for number in numbers if number is not None]
    if shown:
        yield "numbers", listing(shown, lang)
    yield "matter", f"{review.matter.label.text(lang)} [{review.matter.citation.text(lang)}]"
    yield "on", review.on.isoformat()


def outcome_lines(review: "Review", lang: Lang) -> Iterator[tuple[str, str]]:
    """What is to be said of the outcome: between which it lies, what is missing, when it changes."""
    if review.outcome is Outcome.UNDETERMINED:
        worst, best = review.worst.label.text(lang), review.best.label.text(lang)
        yield "between", _TO.filled(worst=worst, best=best).text(lang)
        names = (named(name, lang) for name in review.missing)
        yield "missing", listing(names, lang)
    for span in review.timeline[1:]:
        yield "changes", _FROM.filled(day=span.first, outcome=span.outcome.label.text(lang)).text(lang)


def record_line(part: ReviewedRecord, lang: Lang) -> str:
    """One record on one line, numbers of persons masked."""
    record, item = part.record, part.item
    last = part.decision.last if part.usable is Verdict.YES else None
    found = (
        mask_numbers_in(record.document_number or record.id),
        record.kind.label.text(lang),
        record.about.label.text(lang) if record.about else None,
        _DETERMINED.filled(day=record.determined_on).text(lang) if record.determined_on else None,
        record.severity.label.text(lang) if record.severity else None,
        _USABLE_UNTIL.filled(day=last).text(lang) if last else None,
        *record_remarks(part, lang),
        f"[{item.citation.short.text(lang)}]" if item else None,
    )
    return listing(dict.fromkeys(text for text in found if text), lang)


def record_remarks(part: ReviewedRecord, lang: Lang) -> tuple[str, ...]:
    """What is said beside a record: an open objection, and from which record of a legal person it comes."""
    source = _SOURCE.filled(id=mask_numbers_in(part.source_id)).text(lang) if part.source_id else None
    return tuple(text for text in (_FLAGGED.text(lang) if part.flagged else None, source) if text)


def entry_line(part: ReviewedEntry, lang: Lang) -> str:
    """One list entry on one line."""
    entry, unknown = part.entry, _UNKNOWN.text(lang)
    left = part.state.delisted_on
    found = (
        mask_numbers_in(entry.list_name or entry.id),
        entry.side.label.text(lang),
        entry.conduct.label.text(lang) if entry.conduct else None,
        _LISTED.filled(first=entry.valid_from or unknown, last=entry.valid_until or unknown).text(lang),
        _LEFT_ON.filled(day=left).text(lang) if left else None,
    )
    return listing((text for text in found if text), lang)


def _with_missing(line: str, part: ReviewedRecord | ReviewedEntry, lang: Lang) -> str:
    names = listing((named(name, lang) for name in part.missing), lang)
    return f"{line}{_stop(lang)}{WORDS['missing'].text(lang)} {names}"


def green_line(review: "Review", lang: Lang) -> str:
    """Whether the green channel is open, since and until when; if not, from when, and what is in the way."""
    green = review.green_channel
    texts = [green.verdict.label.text(lang)]
    if green.since:
        texts.append(_SINCE.filled(day=green.since).text(lang))
    if green.until:
        texts.append(_UNTIL.filled(day=green.until).text(lang))
    if green.verdict is Verdict.NO and green.earliest:
        texts.append(_EARLIEST.filled(day=green.earliest).text(lang))
    if green.verdict is Verdict.NO and green.in_the_way:
        ways = listing((_way(part) for part, _ in green.in_the_way), lang)
        texts.append(_IN_THE_WAY.filled(names=ways).text(lang))
    if green.missing:
        names = listing((named(name, lang) for name in green.missing), lang)
        texts.append(f"{WORDS['missing'].text(lang)} {names}")
    texts += [each.label.text(lang) for each in green.conveniences(review.matter)]
    return listing(texts, lang)


def _way(part: ReviewedRecord | ReviewedEntry) -> str:
    if isinstance(part, ReviewedRecord):
        return mask_numbers_in(part.record.document_number or part.record.id)
    return mask_numbers_in(part.entry.list_name or part.entry.id)


def _left_out(left: LeftOut, lang: Lang) -> str:
    return _stop(lang).join(left_out_reasons(left, lang))


def left_out_reasons(left: LeftOut, lang: Lang) -> tuple[str, str]:
    """What was left out, and why, each reason with its clause."""
    part = left.part
    line = record_line(part, lang) if isinstance(part, ReviewedRecord) else entry_line(part, lang)
    reasons = listing((f"{each.label.text(lang)} [{_place(each.citation, lang)}]" for each in left.reasons), lang)
    element = _ELEMENT.filled(name=named(left.element, lang)).text(lang) if left.element else None
    return line, _stop(lang).join(text for text in (reasons, element) if text)


def _clauses(citations: Iterable[Citation], lang: Lang) -> str:
    """The clauses of each instrument together, after its title."""
    found: dict[str, list[str]] = {}
    for citation in citations:
        place = _place(citation, lang)
        found.setdefault(citation.text(lang).removesuffix(place), []).append(place)
    return _stop(lang).join(f"{title}{listing(places, lang)}" for title, places in found.items())


def measures_told(review: "Review", lang: Lang) -> Iterable[str]:
    """What the list entries trigger, a line each; nothing where no entry is or may be in force."""
    if not review.measures:  # most files have no list entry, and need nothing of the measures
        return ()
    from jscredit.review.triggered import measure_lines

    return measure_lines(review, lang)


def _place(citation: Citation, lang: Lang) -> str:
    return citation.short.text(lang)


def listing(texts: Iterable[str], lang: Lang) -> str:
    """Texts as one, in the manner of the language."""
    return ("、" if lang == "zh" else ", ").join(texts)


def _stop(lang: Lang) -> str:
    return "；" if lang == "zh" else "; "
