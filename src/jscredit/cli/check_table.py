"""The table of `jscredit check`, for a terminal of 80 columns: a record in a few short cells, each with its clauses."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from jscredit.errors import Label, Lang
from jscredit.interchange import SheetRow, SheetStatus
from jscredit.law import Citation
from jscredit.records import mask_numbers_in
from jscredit.review import RecordCheck
from jscredit.rules import Decision, Verdict

_HEAD: tuple[tuple[Label, int | None], ...] = (
    (Label("行", "row"), 3),
    (Label("文书号", "document"), None),
    (Label("类别", "class"), 9),
    (Label("有效期至", "valid to"), 12),
    (Label("可惩戒", "restrain"), 10),
    (Label("可公开", "publish"), 10),
    (Label("可申请修复", "repair"), 12),
)
LEGEND = Label(
    "有效期自认定日起；“≤”：如属失信信息，至迟到该日；“～”：视所缺事实在两日之间。\n"
    "可惩戒、可公开仅就期限而言；是否属社会公开类（第十九条、第二十一条）另看目录。\n"
    "各格下方为条款，全文见 jscredit clauses；一行的详情见 --row。",
    "Valid from the determination on. ≤: if it is a failure, to that day at the latest.\n"
    "~: to a day between the two, depending on what is missing.\n"
    "Restrain and publish: as far as time goes; whether it is public information at\n"
    "all (art. 19, 21) the catalogue says. Below each answer stand its clauses; their\n"
    "text: jscredit clauses. One row in full: --row.",
)
_OPEN = Label("待定", "open")
_NEGATIVE_SUFFIX = Label("信息", " information")
_NONE = Label("无", "none")
_NO_END = Label("无止日", "no end")


def head(lang: Lang) -> tuple[tuple[str, int | None], ...]:
    """The headings, with the widths that the cells need."""
    return tuple((label.text(lang), width) for label, width in _HEAD)


def cells(row: SheetRow, answers: tuple[str, ...], lang: Lang) -> tuple[str, ...]:
    """A record's cells; a revoked penalty is used, published and repaired no more."""
    revoked = row.status is SheetStatus.REVOKED
    return (
        str(row.number),
        shown(row.record.document_number or row.record.id),
        *answers[:2],
        *((row.status.label.text(lang),) * 3 if revoked else answers[2:]),
    )


def answer_cells(check: RecordCheck, lang: Lang) -> tuple[str, ...]:
    """The cells that tell the answers: class, validity, use, publication, repair."""
    return (
        _with_clauses(_class(check, lang), check.classification.citations),
        _with_clauses(_last_day(check, lang), check.validity.citations),
        _answer(check.restraint, lang),
        _answer(check.publication, lang),
        _repair(check.repair, lang),
    )


def shown(text: str) -> str:
    """A text of the sheet as a terminal may show it: personal numbers masked, no control characters."""
    return "".join(char if char.isprintable() else " " for char in mask_numbers_in(text))


def grouped_ids(citations: Iterable[Citation]) -> Iterator[str]:
    """The ledger's ids, the items of one article together: ``M34(1)(2)(3)``."""
    ids = sorted({citation.ledger_id for citation in citations}, key=_by_article)
    for (article, has_item), same in groupby(ids, key=lambda one: (one.partition("(")[0], "(" in one)):
        items = "".join(f"({one.partition('(')[2]}" for one in same)
        yield article + items if has_item else article


def _by_article(ledger_id: str) -> tuple[str, int, int]:
    head, _, item = ledger_id.partition("(")
    letters = head.rstrip("0123456789")
    return letters, int(head.removeprefix(letters) or 0), int(item.rstrip(")") or 0)


def _with_clauses(answer: str, citations: Iterable[Citation]) -> str:
    return f"{answer}\n{' '.join(grouped_ids(citations))}"


def _class(check: RecordCheck, lang: Lang) -> str:
    found = check.classification
    if found.category is not None:
        return found.category.label.text(lang).removesuffix(_NEGATIVE_SUFFIX.text(lang))
    return (_OPEN if found.missing else _NONE).text(lang)


def _last_day(check: RecordCheck, lang: Lang) -> str:
    validity, days = check.validity, check.validity.last_day_range
    if validity.applies is False:
        return _NONE.text(lang)
    if validity.has_no_end:
        return _NO_END.text(lang)
    if days.day is not None:
        return days.day.isoformat()
    wave = Label("～", " ~").text(lang)
    if days.earliest is not None:
        return f"{days.earliest}{wave}" + (f"\n{days.latest}" if days.latest else "")
    return f"≤{days.latest}" if days.latest else _OPEN.text(lang)


def _answer(decision: Decision, lang: Lang) -> str:
    verdict = decision.verdict
    said = _OPEN.text(lang) if verdict is Verdict.UNDETERMINED else verdict.label.text(lang)
    until = Label("，至\n{last}", ", to\n{last}").filled(last=decision.last).text(lang)
    return _with_clauses(said + (until if verdict is Verdict.YES and decision.last else ""), decision.citations)


def _repair(decision: Decision, lang: Lang) -> str:
    """Without evidence there is no yes: from when on it may be one, or that no such day can come."""
    day = decision.possible
    said = f"{_OPEN.text(lang)}\n≥{day}" if day is not None else Verdict.NO.label.text(lang)
    return _with_clauses(said, decision.citations)
