"""A record graded by an agency's standard (M15): the severity with its row, or what leaves it open. Never a guess."""

import dataclasses
import json
from dataclasses import dataclass
from html import escape

from jscredit.classification import classify
from jscredit.errors import Label, Lang
from jscredit.law import Citation, M
from jscredit.records import CreditRecord, Severity
from jscredit.records.facts import record_row
from jscredit.rules import JIANGSU_2018, Notice, Regime
from jscredit.rules.ranges import Case
from jscredit.validity.asking import is_failure
from jscredit.validity.reach import Reach, reach_of
from jscredit.validity.standards import GRADING_FACTS, GradingRow, SeverityStandard


@dataclass(frozen=True, slots=True, kw_only=True)
class Grading:
    """What a standard says of one record.

    Attributes:
        standard: the standard.
        severity: the grade; None where no row is known to apply.
        rows: the rows that apply. Where more than one does, they give the same grade.
        missing: the names of the unknown facts that leave rows open; empty where the grade is settled, and where
            certainly no row applies.
        stated: the severity that the record states itself.
        is_failure: whether the record is failure information; only failures have a severity (M15).
        reach: whether the standard reaches the record; where it surely does not, no row applies.
    """

    standard: SeverityStandard
    severity: Severity | None
    rows: tuple[GradingRow, ...]
    missing: tuple[str, ...]
    stated: Severity | None
    is_failure: bool | None
    reach: Reach

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The clauses: providers label failures by the standard (M15) that governments and departments issue (M7)."""
        return (M.article(15), M.article(7))

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What the grade supposes, why there is none, and that the stated severity differs."""
        if self.is_failure is False:
            return (_NOT_A_FAILURE,)
        return (*self._of_the_grade, *self.reach.notices)

    @property
    def _of_the_grade(self) -> tuple[Notice, ...]:
        if self.severity is None:
            return () if self.missing or self.reach.answer is False else (_NO_ROW,)
        is_other = self.stated is not None and self.stated is not self.severity
        differs = (_differs(self.stated, self.severity),) if is_other and self.stated else ()
        return (*differs, _CLASS_OPEN) if self.is_failure is None else differs

    def explain(self, lang: Lang = "zh") -> str:
        """The grading as text, in Chinese unless told."""
        colon = "：" if lang == "zh" else ": "
        return "\n".join(f"{heading.text(lang)}{colon}{text.text(lang)}" for heading, text in self._lines())

    def to_public_json(self) -> str:
        """The grading as a JSON document to be shown. To keep it, keep the record and the standard's file."""
        document = {
            "schema": "jscredit.grading",
            "version": 1,
            "form": "public",
            "standard": {"zh": self.standard.title.zh, "en": self.standard.title.en},
            "citation": self.standard.citation,
            "severity": self.severity,
            "stated": self.stated,
            "is_failure": self.is_failure,
            "rows": [row.citation for row in self.rows],
            "missing": list(self.missing),
            "citations": [citation.ledger_id for citation in self.citations],
            "notices": [{"code": each.code, "zh": each.label.zh, "en": each.label.en} for each in self.notices],
        }
        return json.dumps(document, ensure_ascii=False, indent=1)

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><th>{escape(str(heading))}</th><td>{escape(text.zh)}<br>{escape(text.en)}</td></tr>"
            for heading, text in self._lines()
        )
        return f"<table>{rows}</table>"

    def _lines(self) -> list[tuple[Label, Label]]:
        standard = self.standard
        issued = f"{standard.issuer.name}, {standard.issued_on}, {standard.citation}"
        return [
            (Label("标准", "standard"), standard.title),
            (Label("制定", "issued"), Label(issued, issued)),
            (Label("失信程度", "severity"), self.severity.label if self.severity else _OPEN),
            *((Label("适用的行", "row"), Label(row.citation, row.citation)) for row in self.rows),
            *((Label("缺少", "missing"), Label(name, name)) for name in self.missing),
            *((Label("依据", "clauses"), Label(each.zh, each.en)) for each in self.citations),
            *((Label("提示", "notices"), notice.label) for notice in self.notices),
        ]


def grade(record: CreditRecord, standard: SeverityStandard, *, regime: Regime = JIANGSU_2018) -> Grading:
    """The severity that a standard gives a record, by its known facts.

    A record that is no failure information gets none. Where the facts leave a row open and no other row applies, the
    severity is open and the missing facts are named. A standard of a lower level or of another region gives none, and
    by the reading taken neither does one that was issued after the failure was determined.

    >>> from datetime import date
    >>> from jscredit.records import Body, Kind, Level, ProviderType, Subject
    >>> from jscredit.records.facts import FINE_YUAN
    >>> from jscredit.validity import StandardKind
    >>> standard = SeverityStandard(
    ...     title=Label("示例分级（虚构）", "sample grading (invented)"),
    ...     kind=StandardKind.SEVERITY_GRADING,
    ...     issuer=Body(name="虚构局", type=ProviderType.ADMINISTRATIVE_ORGAN, level=Level.CITY),
    ...     issued_on=date(2019, 1, 2),
    ...     citation="虚构〔2019〕1号",
    ...     rows=(GradingRow(when=FINE_YUAN >= 10_000, severity=Severity.SERIOUS, citation="第一条"),),
    ... )
    >>> shop = Subject(name="试例商贸有限公司")
    >>> penalty = CreditRecord(id="1", subject=shop, kind=Kind.PENALTY, determined_on=date(2019, 3, 5))
    >>> grade(penalty, standard).missing
    ('fine_yuan',)
    """
    failure = is_failure(classify(record, regime=regime))
    reach = reach_of(standard, record, regime)
    case = Case(record_row(record, GRADING_FACTS), regime.calendar)
    asked = () if failure is False or reach.answer is False else standard.rows
    answers = [(row, case.holds(row.when)) for row in asked]
    rows = tuple(row for row, holds in answers if holds)
    missing = {name for row, holds in answers if holds is None for name in case.missing(row.when)}
    may_apply = any(holds is not False for _, holds in answers)
    return Grading(
        standard=standard,
        severity=rows[0].severity if rows and reach.answer else None,
        rows=rows if reach.answer else (),
        missing=tuple(sorted({*(() if rows else missing), *(reach.missing if may_apply else ())})),
        stated=record.severity,
        is_failure=failure,
        reach=reach,
    )


def graded(record: CreditRecord, standard: SeverityStandard, *, regime: Regime = JIANGSU_2018) -> CreditRecord:
    """The record with the severity that a standard gives it; unchanged where it states one, or where none is settled.

    What the record states is never replaced: where the two differ, ``grade`` says so in a notice.
    """
    severity = None if record.severity else grade(record, standard, regime=regime).severity
    return dataclasses.replace(record, severity=severity) if severity else record


_OPEN = Label("未能确定", "not settled")
_NOT_A_FAILURE = Notice(
    "grading.not-failure-information",
    Label("该记录不是失信信息，不标明失信程度", "the record is no failure information and has no severity"),
    M.article(15).zh,
)
_CLASS_OPEN = Notice(
    "grading.class-open",
    Label(
        "该记录是否失信信息尚未确定；所给程度以其属于失信信息为前提",
        "whether the record is failure information is not settled; the grade supposes that it is",
    ),
    M.article(15).zh,
)
_NO_ROW = Notice(
    "grading.no-row",
    Label("标准中没有适用的行", "no row of the standard applies"),
    M.article(15).zh,
)


def _differs(stated: Severity, given: Severity) -> Notice:
    label = Label(
        f"记录标明为{stated.label.zh}，按标准为{given.label.zh}；以记录标明的为准",
        f"the record states a {stated.label.en}, the standard gives a {given.label.en}; what is stated is kept",
    )
    return Notice("grading.differs", label, M.article(15).zh)
