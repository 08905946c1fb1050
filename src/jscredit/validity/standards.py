"""Severity standards (M7, M15): an agency's table that grades failures, each row with its citation.

The library grades nothing by itself. A table comes from the government or the department that issued it, and where its
rows leave a record open the grade stays open too.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType
from typing import Any

from jscredit.errors import Fault, InvalidInput, Label
from jscredit.records import Body, ProviderType, Severity, Vocabulary
from jscredit.records.facts import RECORD_FACTS, SEVERITY
from jscredit.rules import FLAG, Expression, Fact
from jscredit.rules.overlap import can_both_hold
from jscredit.rules.resolve import terms_in
from jscredit.rules.rows import facts_in


class StandardKind(Vocabulary):
    """The five kinds of standard that governments and their departments issue (M7)."""

    SEVERITY_GRADING = "severity_grading", "失信程度分类", "severity grading"
    LIST_DETERMINATION = "list_determination", "红黑名单认定", "list determination"
    SHARING_AND_EXCHANGE = "sharing_and_exchange", "信用信息交换共享", "sharing and exchange"
    INFORMATION_SECURITY = "information_security", "信息安全保障", "information security"
    INCENTIVES_AND_RESTRAINTS = "incentives_and_restraints", "守信激励和失信惩戒", "incentives and restraints"


GRADING_FACTS: tuple[Fact, ...] = tuple(fact for fact in RECORD_FACTS if fact is not SEVERITY)
"""What a row may ask of a record: any fact but the severity itself."""

_GRADING_NAMES = frozenset(fact.name for fact in GRADING_FACTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class GradingRow:
    """One row: in which cases, which severity, and where the standard says so."""

    when: Expression
    severity: Severity
    citation: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SeverityStandard:
    """A grade standard: who issued it, when, where it is found, and its rows.

    Rows are no list to be read from the top: each stands for itself, so two rows with different grades must exclude
    each other. Where the table cannot be seen to do so it is refused; which row wins is never chosen in silence.

    Attributes:
        title: its name in both languages.
        kind: of the five kinds of M7 the first; another kind grades nothing and is refused.
        issuer: a government or its department: an administrative organ, with its level.
        issued_on: the day of issue.
        citation: where it is published.
        rows: the rows.

    Raises:
        InvalidInput: with every fault at once: ``standard.missing``, ``standard.kind``, ``standard.issuer``,
            ``standard.citation``, ``standard.row``, ``standard.overlap``.
    """

    title: Label
    kind: StandardKind
    issuer: Body
    issued_on: dt.date
    citation: str
    rows: tuple[GradingRow, ...]

    def __post_init__(self) -> None:
        faults = tuple(standard_faults({name: getattr(self, name) for name in self.__slots__}))
        if faults:
            raise InvalidInput(*faults)


def standard_faults(parts: Mapping[str, Any]) -> Iterator[Fault]:
    """All that is wrong with the parts of a standard, as far as they are given."""
    for name, wanted in _TYPES.items():
        if name in parts and type(parts[name]) is not wanted:
            yield missing_part(name)
    if isinstance(kind := parts.get("kind"), StandardKind) and kind is not StandardKind.SEVERITY_GRADING:
        yield _KIND
    if isinstance(issuer := parts.get("issuer"), Body) and not _may_issue(issuer):
        yield _ISSUER
    if isinstance(citation := parts.get("citation"), str) and not citation.strip():
        yield missing_part("citation")
    if isinstance(rows := parts.get("rows"), tuple):
        yield from row_faults(enumerate(rows))
        if not rows:
            yield missing_part("rows")


_TYPES: dict[str, type[Any]] = {
    "title": Label,
    "kind": StandardKind,
    "issuer": Body,
    "issued_on": dt.date,
    "citation": str,
    "rows": tuple,
}


def _may_issue(issuer: Body) -> bool:
    return issuer.type is ProviderType.ADMINISTRATIVE_ORGAN and issuer.level is not None


def row_faults(rows: Iterable[tuple[int, Any]]) -> Iterator[Fault]:
    """A fault for each row, given with its place, that is none, and for each two that may grade differently at once."""
    placed = tuple(rows)
    yield from (_row_fault(index) for index, row in placed if not _is_sound(row))
    for (one, first), (other, second) in combinations((each for each in placed if _is_sound(each[1])), 2):
        if first.severity is not second.severity and can_both_hold(first.when, second.when):
            yield _overlap(one, other, first, second)


def _is_sound(row: Any) -> bool:
    return (
        isinstance(row, GradingRow)
        and isinstance(row.severity, Severity)
        and isinstance(row.citation, str)
        and bool(row.citation.strip())
        and isinstance(row.when, Expression)
        and row.when.type == FLAG
        and not row.when.has_on
        and not terms_in(row.when)
        and all(fact.name in _GRADING_NAMES for fact in facts_in(row.when))
    )


def missing_part(name: str) -> Fault:
    """The fault of a standard without a part that it needs."""
    return Fault(
        code="standard.missing",
        message=Label(f"标准缺少“{name}”", f"the standard lacks '{name}'"),
        cure=Label(
            "须写明名称、类别、制定单位、印发日期、依据和各行",
            "state title, kind, issuer, issued_on, citation and rows",
        ),
        field=name,
        clause="M7",
    )


_KIND = Fault(
    code="standard.kind",
    message=Label("不是失信程度分类标准", "not a standard that grades severity"),
    cure=Label("kind 须为 severity_grading", "the kind must be severity_grading"),
    field="kind",
    clause="M7",
)
_ISSUER = Fault(
    code="standard.issuer",
    message=Label(
        "制定单位须为各级人民政府或其部门", "the issuer must be a government or its department, with its level"
    ),
    cure=Label(
        "请写明 type 为 administrative_organ，并写明 level", "give the type administrative_organ, and the level"
    ),
    field="issuer",
    clause="M7",
)


def _row_fault(index: int) -> Fault:
    return Fault(
        code="standard.row",
        message=Label("一行须有适用情形、失信程度和依据", "a row has its cases, a severity and a citation"),
        cure=Label(
            "情形只可使用记录的事实（失信程度除外），不可使用所问之日",
            "the cases may ask for facts of the record but the severity, and not for the day asked about",
        ),
        field=f"rows[{index}]",
        clause="M15",
    )


def _overlap(one: int, other: int, first: GradingRow, second: GradingRow) -> Fault:
    return Fault(
        code="standard.overlap",
        message=Label(
            f"第{one + 1}行（{first.citation}）与第{other + 1}行（{second.citation}）可能同时适用而程度不同",
            f"rows {one + 1} ({first.citation}) and {other + 1} ({second.citation}) may both hold and differ",
        ),
        cure=Label("请写明各行的情形，使其互不重叠", "state the cases of each row so that they exclude each other"),
        field=f"rows[{other}]",
        clause="M15",
        data=MappingProxyType({"rows": (one, other)}),
    )
