"""A credit review as a page: the outcome first, then what counts, what is open, what does not count and why."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from jscredit.errors import Label, Lang
from jscredit.records import mask_numbers_in
from jscredit.review.html import Part, Table, both, bullets, heading, note, page, pairs
from jscredit.review.items import ReviewedEntry, ReviewedRecord
from jscredit.review.left_out import LeftOut
from jscredit.review.names import named
from jscredit.review.review_text import (
    WORDS,
    entry_line,
    green_line,
    headed,
    left_out_reasons,
    listing,
    measures_told,
    outcome_lines,
    record_remarks,
    title_of,
)
from jscredit.review.viewer import LIMITED_VIEW
from jscredit.rules import Verdict

if TYPE_CHECKING:
    from jscredit.review.model import Review

_BOTH: tuple[Lang, Lang] = ("zh", "en")
_DOCUMENT = Label("文书号", "document")
_WHAT = Label("信息", "information")
_ON = Label("认定日", "determined on")
_SEVERITY = Label("失信程度", "severity")
_UNTIL = Label("可用至", "usable until")
_ITEM = Label("条款", "clause")
_REMARKS = Label("说明", "remarks")
_LIST = Label("名单", "list")
_WHY = Label("不计入的原因", "why it does not count")
_NONE = Label("无", "none")
_BLANK = Label("", "")
_RECORD_HEAD = (_DOCUMENT, _WHAT, _ON, _SEVERITY, _UNTIL, _ITEM, _REMARKS)
_ENTRY_HEAD = (_LIST, _REMARKS)
_LEFT_OUT_HEAD = (_WHAT, _WHY)


def review_page(*reviews: "Review", lang: Lang = "zh", more: Sequence[Part] = ()) -> str:
    """A review as one self-contained page in both languages, personal data masked; to be read, printed, kept.

    Args:
        reviews: one review, or several that belong together.
        lang: the language that is shown first; the reader can switch.
        more: further parts of the page, below the reviews.

    >>> import datetime as dt
    >>> from jscredit.records import CreditFile, Subject, SubjectType
    >>> from jscredit.review import Matter, credit_review
    >>> shop = Subject(type=SubjectType.LEGAL_PERSON, name="试例商贸有限公司")
    >>> found = credit_review(CreditFile(shop), matter=Matter.DAILY_SUPERVISION, on=dt.date(2024, 3, 1))
    >>> print(review_page(found)[:15])
    <!doctype html>
    """
    parts = (part for review in reviews for part in review_parts(review))
    return "\n".join(page(title_of(reviews[0]), (*parts, *more), lang))


def review_parts(review: "Review") -> Iterator[Part]:
    """The parts of the page."""
    yield pairs(_said(headed, review))
    yield f'<p class="outcome {review.outcome.value}">{both(review.outcome.label)}</p>'
    yield pairs(_said(outcome_lines, review))
    yield heading(WORDS["failures"])
    yield Table(_RECORD_HEAD, [_record(each) for each in review.failures]) if review.failures else note(_NONE)
    for key, records in (("open_failures", review.open_failures), ("persons", review.persons)):
        if records:
            yield heading(WORDS[key])
            yield Table(_RECORD_HEAD, [_record(each) for each in records])
    yield from _entries(review)
    yield heading(WORDS["green"])
    yield note(_in_both(green_line, review))
    if review.left_out:
        yield heading(WORDS["left_out"])
        yield Table(_LEFT_OUT_HEAD, [_left_out(each) for each in review.left_out])
    yield from _foot(review)


def _entries(review: "Review") -> Iterator[Part]:
    of_lists = (
        ("entries", review.entries, False),
        ("open_entries", review.open_entries, True),
        ("monitoring", review.monitoring, False),
    )
    for key, entries, is_open in of_lists:
        if entries:
            yield heading(WORDS[key])
            yield Table(_ENTRY_HEAD, [_entry(each, is_open=is_open) for each in entries])
    if review.measures:
        yield heading(WORDS["measures"])
        yield bullets(Label(*said) for said in zip(*(measures_told(review, lang) for lang in _BOTH), strict=True))


def _foot(review: "Review") -> Iterator[Part]:
    if review.notices:
        yield heading(WORDS["notices"])
        yield bullets(_in_both(notice.text) for notice in review.notices)
    yield heading(WORDS["clauses"])
    yield bullets(_in_both(citation.text) for citation in review.citations)
    if review.limited:
        yield pairs([(WORDS["view"], LIMITED_VIEW)])
    basis = review.basis
    yield pairs([(WORDS["basis"], _plain(f"{basis.regime} · {basis.calendar_edition} · jscredit {basis.version}"))])


def _record(part: ReviewedRecord) -> tuple[Label, ...]:
    record, item = part.record, part.item
    kinds = (record.kind.label, *((record.about.label,) if record.about else ()))
    last = part.decision.last if part.usable is Verdict.YES else None
    return (
        _plain(mask_numbers_in(record.document_number or record.id)),
        _in_both(lambda lang: listing(dict.fromkeys(kind.text(lang) for kind in kinds), lang)),
        _plain(str(record.determined_on or "")),
        record.severity.label if record.severity else _BLANK,
        _plain(str(last or "")),
        item.citation.short if item else _BLANK,
        _in_both(lambda lang: listing((*record_remarks(part, lang), *_missing(part, lang)), lang)),
    )


def _missing(part: ReviewedRecord | ReviewedEntry, lang: Lang) -> tuple[str, ...]:
    names = [named(name, lang) for name in part.missing]
    return (f"{WORDS['missing'].text(lang)} {listing(names, lang)}",) if names else ()


def _entry(part: ReviewedEntry, *, is_open: bool) -> tuple[Label, ...]:
    missing = (lambda lang: listing(_missing(part, lang), lang)) if is_open else (lambda _lang: "")
    return _in_both(lambda lang: entry_line(part, lang)), _in_both(missing)


def _left_out(left: LeftOut) -> tuple[Label, ...]:
    line, reasons = (_in_both(lambda lang, at=at: left_out_reasons(left, lang)[at]) for at in (0, 1))
    return line, reasons


def _said(
    lines: "Callable[[Review, Lang], Iterator[tuple[str, str]]]", review: "Review"
) -> Iterator[tuple[Label, Label]]:
    for (key, zh), (_, en) in zip(lines(review, "zh"), lines(review, "en"), strict=True):
        yield WORDS[key], Label(zh, en)


def _in_both(text: Callable[..., str], *given: object) -> Label:
    return Label(text(*given, "zh"), text(*given, "en"))


def _plain(text: str) -> Label:
    return Label(text, text)
