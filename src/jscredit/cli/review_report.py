"""What `jscredit review` tells: one subject in full, or a table of all; as text, a page, a sheet, or JSON."""

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from jscredit.cli.check_table import shown
from jscredit.cli.reports import Report
from jscredit.cli.sheet_documents import counts_document, faults_document, label_of, notices_document
from jscredit.errors import Label, Lang
from jscredit.interchange import FileSet, Sheet
from jscredit.records import Subject
from jscredit.review import Matter, Outcome, Review, review_page
from jscredit.review.html import Table, heading, note, page, pairs
from jscredit.review.names import named
from jscredit.review.review_text import WORDS, lines
from jscredit.rules.notices import later_law_notices

_TITLE = Label("信用审查：表内各主体", "Credit review: the subjects of a sheet")
_ONE = Label("信用审查结果", "Credit review")
_SHEET = Label("来源表", "The sheet")
_HEAD: tuple[tuple[Label, int | None], ...] = (
    (Label("行", "rows"), 8),
    (Label("主体", "subject"), None),
    (Label("结论", "outcome"), 24),
    (Label("失信", "fail."), 5),
    (Label("待定", "open"), 4),
)
_LEGEND = Label(
    "失信：可使用的失信信息条数；待定：缺少事实、尚不能确定可否使用的条数。各主体的详情：--subject。",
    "fail.: failures that may be used; open: records of which facts are missing. One subject in full: --subject.",
)
_COUNT = Label("{outcome}：{count}个主体", "{outcome}: {count} subjects")
_READ = Label(
    "来源表{rows_in}行：已读取{rows_out}行，有误未读{rows_reported}行",
    "the sheet has {rows_in} rows: {rows_out} read, {rows_reported} with faults and not read",
)
_MAY_BE_ABOUT_IT = Label(
    "未读的行可能涉及本主体，详见 jscredit check", "what was not read may be about the subject: see jscredit check"
)
_ROWS = Label("本主体在表内的行：{rows}", "rows of the sheet about the subject: {rows}")
_BY_NAME = Label(
    "同名而无共同号码，是否同一主体须由人判断：第{rows}行",
    "the same name and no number in common, a person decides: rows {rows}",
)
_BY_NUMBER = Label(
    "号码有同有异，是否同一主体须由人判断：第{rows}行",
    "numbers both for and against one subject, a person decides: rows {rows}",
)
_REPEATED = Label(
    "同一文书号在表内出现多次，请核对：第{rows}行", "one document number stands more than once, check it: rows {rows}"
)
NOT_IN_SHEET = Label(
    "表内没有任何一行涉及该主体。这不等于没有不良信用记录：表只说明表内所载；"
    "是否另有记录，须查询公共信用信息系统（第二十五条）",
    "no row of the sheet is about this subject. That does not mean that it has no bad record: a sheet says what it "
    "holds, and whether there is more, the public credit information system says (art. 25)",
)
_UNKNOWN = Label("未知", "unknown")


class Reviewed(NamedTuple):
    """The review of a subject, its place among the files, and its rows in the sheet."""

    review: Review
    place: int
    rows: tuple[int, ...]


class Answer(NamedTuple):
    """All that was asked and found."""

    read: Sheet
    files: FileSet
    rows_of: Sequence[tuple[int, ...]]
    reviews: Sequence[Reviewed]
    matter: Matter
    on: dt.date
    every: bool


def report_of(answer: Answer, lang: Lang) -> Report:
    """The report in each form."""
    return Report(
        page=lambda: "\n".join(_page(answer, lang)),
        lines=lambda: _lines(answer, lang),
        document=lambda: document(answer),
    )


def head(lang: Lang) -> tuple[tuple[str, int | None], ...]:
    """The headings of the table of all subjects."""
    return tuple((label.text(lang), width) for label, width in _HEAD)


def cells(each: Reviewed) -> tuple[Label, ...]:
    """A subject in the table."""
    review = each.review
    rows, number = ", ".join(map(str, each.rows)), _number(review.file.subject)
    name = Label(*(shown(review.file.subject.shown_name or _UNKNOWN.text(lang)) for lang in ("zh", "en")))
    return (
        Label(rows, rows),
        Label(f"{name.zh}\n{number}", f"{name.en}\n{number}"),
        _told_outcome(review),
        *(Label(str(count), str(count)) for count in (len(review.failures), len(review.open_failures))),
    )


def _told_outcome(review: Review) -> Label:
    label = review.outcome.label
    if review.outcome is not Outcome.UNDETERMINED:
        return label
    missing = review.missing
    zh, en = "、".join(named(name, "zh") for name in missing), ", ".join(named(name, "en") for name in missing)
    return Label(f"{label.zh}：{zh}", f"{label.en}: {en}")


def _number(subject: Subject) -> str:
    """A number of the subject, a person's masked; empty where there is none."""
    numbers = (subject.credit_code, subject.organisation_code, subject.resident_id, *subject.other_ids)
    return next((str(number) for number in numbers if number is not None), "")


def notes(answer: Answer) -> Iterator[Label]:
    """What stands beside one subject's review: its rows, whom it may be too, and what was not read."""
    places = {each.place for each in answer.reviews}
    for each in answer.reviews:
        yield _with_rows(_ROWS, each.rows)
    if not answer.reviews:
        yield NOT_IN_SHEET
    for possible in answer.files.possible:
        if places & set(possible.files):
            others = [row for at in possible.files if at not in places for row in answer.rows_of[at]]
            yield _with_rows(_BY_NAME if possible.by_name else _BY_NUMBER, others)
    mine = {row for each in answer.reviews for row in each.rows}
    for repeated in answer.files.repeated:
        rows = [place.row for place in repeated.places]
        if mine & set(rows):
            yield _with_rows(_REPEATED, rows)
    yield _counts(answer)
    if answer.read.faults:
        yield _MAY_BE_ABOUT_IT
    yield from map(label_of, answer.read.notices)


def summary(answer: Answer) -> Iterator[Label]:
    """What stands below the table of all subjects."""
    yield _LEGEND
    found = Counter(each.review.outcome for each in answer.reviews)
    for outcome in Outcome:
        if found[outcome]:
            yield Label(
                _COUNT.zh.format(outcome=outcome.label.zh, count=found[outcome]),
                _COUNT.en.format(outcome=outcome.label.en, count=found[outcome]),
            )
    for possible in answer.files.possible:
        rows = [row for at in possible.files for row in answer.rows_of[at]]
        yield _with_rows(_BY_NAME if possible.by_name else _BY_NUMBER, rows)
    for repeated in answer.files.repeated:
        yield _with_rows(_REPEATED, [place.row for place in repeated.places])
    yield _counts(answer)
    yield from map(label_of, (*later_law_notices(answer.on), *answer.read.notices))
    yield from map(label_of, answer.read.faults)


def document(answer: Answer) -> dict[str, Any]:
    """The answer as a document to be shown; one subject in full, all of them in short."""
    files = answer.files
    return {
        "schema": "jscredit.sheet-review",
        "version": 1,
        "form": "public",
        "matter": answer.matter.value,
        "on": answer.on.isoformat(),
        "reviews": [_short(each) | ({} if answer.every else _full(each)) for each in answer.reviews],
        "possible": [
            {"by_name": each.by_name, "rows": [list(answer.rows_of[at]) for at in each.files]}
            for each in files.possible
        ],
        "repeated": [{"rows": [place.row for place in each.places]} for each in files.repeated],
        "faults": faults_document(answer.read),
        "counts": counts_document(answer.read),
        "notices": notices_document(answer.read),
    }


def _short(each: Reviewed) -> dict[str, Any]:
    review = each.review
    return {
        "rows": list(each.rows),
        "subject": {"name": review.file.subject.shown_name, "number": _number(review.file.subject) or None},
        "outcome": review.outcome.value,
        "best": review.best.value,
        "worst": review.worst.value,
        "missing": list(review.missing),
        "failures": len(review.failures),
        "flagged": len(review.flagged),
        "open_failures": len(review.open_failures),
    }


def _full(each: Reviewed) -> dict[str, Any]:
    return {"review": json.loads(each.review.to_public_json())}


def _lines(answer: Answer, lang: Lang) -> Iterator[Sequence[str]]:
    if answer.every:
        yield [name for name, _ in head(lang)]
        yield from ([cell.text(lang) for cell in cells(each)] for each in answer.reviews)
        return
    for each in answer.reviews:
        yield from lines(each.review, lang)
    yield from (("", told.text(lang)) for told in notes(answer))


def _page(answer: Answer, lang: Lang) -> Iterable[str]:
    asked = pairs(
        (
            (WORDS["matter"], answer.matter.label),
            (WORDS["on"], Label(answer.on.isoformat(), answer.on.isoformat())),
        )
    )
    if answer.every:
        table = Table([label for label, _ in _HEAD], [cells(each) for each in answer.reviews], wide=True)
        return page(_TITLE, [asked, table, *map(note, summary(answer))], lang)
    sheet = (heading(_SHEET), *map(note, notes(answer)))
    if answer.reviews:
        return [review_page(*(each.review for each in answer.reviews), lang=lang, more=sheet)]
    return page(_ONE, [asked, *sheet], lang)


def _counts(answer: Answer) -> Label:
    counts = answer.read.counts
    return _READ.filled(rows_in=counts.rows_in, rows_out=counts.rows_out, rows_reported=counts.rows_reported)


def _with_rows(label: Label, rows: Iterable[int]) -> Label:
    numbers = sorted(rows)
    return Label(label.zh.format(rows="、".join(map(str, numbers))), label.en.format(rows=", ".join(map(str, numbers))))
