"""The row of facts that the rule of repair asks for, made of a record, the evidence and, if given, the file."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from jscredit.deadlines import CalendarPeriod
from jscredit.errors import Fault, InvalidInput, Label
from jscredit.records import (
    CreditRecord,
    Judgement,
    Match,
    RepairEvidence,
    Subject,
    match,
)
from jscredit.records.facts import record_row
from jscredit.repair.checks import require_types
from jscredit.repair.recurrence import Recurrence, Span, is_failure, same_conduct, same_record_kind, sighted_in
from jscredit.repair.rules import LAST_CLEAN_DAY, REPAIR
from jscredit.rules import JIANGSU_2018, Regime

if TYPE_CHECKING:
    from jscredit.records import CreditFile


def repair_row(  # noqa: PLR0913 - the same arguments as the public call
    record: CreditRecord,
    evidence: RepairEvidence,
    *,
    on: date,
    file: "CreditFile | None" = None,
    period_of_use: CalendarPeriod | None = None,
    regime: Regime = JIANGSU_2018,
) -> dict[str, Any]:
    """The facts of M34 by name; None where one is not known. See ``repair_eligibility`` for the arguments.

    Raises:
        InvalidInput: ``repair.another-subject`` where the file is not about the record's subject;
            ``repair.corrected-before-conduct``; ``argument.type``.

    >>> from jscredit.records import CreditRecord, Kind, RepairEvidence, Subject, SubjectType
    >>> shop = Subject(type=SubjectType.LEGAL_PERSON, name="试例商贸有限公司")
    >>> row = repair_row(
    ...     CreditRecord(id="1", subject=shop, kind=Kind.BID_RIGGING), RepairEvidence(), on=date(2024, 3, 1)
    ... )
    >>> row["natural_person"], row["failure_information"], row["corrected"]
    (False, True, None)
    """
    _check(record, evidence, file)
    facts = REPAIR.bind(regime).facts
    row = {
        **dict.fromkeys(fact.name for fact in facts),
        **record_row(record, facts),
        "failure_information": is_failure(record, regime),
        "period_of_use_given": period_of_use is not None,
        "period_of_use": period_of_use,
        "natural_person": record.subject.is_natural_person,
        **_told_by(evidence),
    }
    in_conduct, in_record_kind = _recurrences(record, evidence, file, on, year_of(row, regime), regime)
    return row | {
        "recurred": in_conduct.recurred,
        "recurred_on": in_conduct.first_on,
        "recurred_in_record_kind": in_record_kind.recurred,
        "recurred_in_record_kind_on": in_record_kind.first_on,
    }


def _check(record: CreditRecord, evidence: RepairEvidence, file: "CreditFile | None") -> None:
    given: dict[str, tuple[object, type]] = {"record": (record, CreditRecord), "evidence": (evidence, RepairEvidence)}
    if file is not None:
        from jscredit.records import CreditFile

        given |= {"file": (file, CreditFile)}
    require_types(given)
    if file is not None and not _same(record.subject, file.subject):
        raise InvalidInput(_ANOTHER_SUBJECT)
    if record.conduct_on and evidence.corrected_on and evidence.corrected_on < record.conduct_on:
        raise InvalidInput(_CORRECTED_BEFORE_CONDUCT)


def _told_by(evidence: RepairEvidence) -> dict[str, Any]:
    return {
        "corrected": evidence.corrected,
        "corrected_on": evidence.corrected_on,
        "clear_effect": _finding(evidence.clear_effect),
        "adverse_effect_eliminated": _finding(evidence.adverse_effect_eliminated),
        "recurrence_stated": evidence.recurred,
        "self_discipline": evidence.self_discipline,
        "credit_management_system": evidence.credit_management_system,
        "commitment_not_to_fail_again": evidence.commitment_not_to_fail_again,
    }


def _same(one: Subject, other: Subject) -> bool:
    return one == other or match(one, other) is Match.SAME


def _finding(judged: Judgement | None) -> bool | None:
    return None if judged is None else judged.finding


def year_of(row: Mapping[str, Any], regime: Regime) -> Span | None:
    """The year after the correction; where unknown facts leave it open which term another norm sets, the longest."""
    first, last = row["corrected_on"], LAST_CLEAN_DAY.of(row, regime=regime).latest
    return None if first is None or last is None else Span(first, last)


def _recurrences(  # noqa: PLR0913, PLR0917 - of one question
    record: CreditRecord,
    evidence: RepairEvidence,
    file: "CreditFile | None",
    on: date,
    year: Span | None,
    regime: Regime,
) -> tuple[Recurrence, Recurrence]:
    """The recurrence by the same conduct and by the same kind of record; what was stated speaks of both."""
    stated = Recurrence(evidence.recurred, evidence.recurred_on)
    if file is None or year is None:
        return stated, stated
    seen = (sighted_in(file, record, same, year, regime) for same in (same_conduct, same_record_kind))
    in_conduct, in_record_kind = (_settled(stated, each.told_on(on)) for each in seen)
    return in_conduct, in_record_kind


def _settled(stated: Recurrence, told: Recurrence) -> Recurrence:
    """A certain record counts, with the earliest day known; else what was stated; else what the file tells."""
    if told.recurred:
        return Recurrence(recurred=True, first_on=min(day for day in (told.first_on, stated.first_on) if day))
    return told if stated.recurred is None else stated


_CORRECTED_BEFORE_CONDUCT = Fault(
    code="repair.corrected-before-conduct",
    message=Label("纠正日早于行为发生日", "the correction lies before the day of the conduct"),
    cure=Label(
        "尚未发生的失信无从纠正；请核对两个日期（行为持续的，行为日为其终了之日）",
        "what has not happened cannot be corrected: check both days (of conduct that lasted, the day is its last)",
    ),
    field="corrected_on",
    clause="M34(1)",
)
_ANOTHER_SUBJECT = Fault(
    code="repair.another-subject",
    message=Label("信用档案与失信记录不属同一主体", "the file is not about the subject of the record"),
    cure=Label(
        "请给出该主体的信用档案；仅名称相同的，由人核对后补齐代码",
        "give this subject's file; where only the names agree, let a person decide and add the codes",
    ),
    field="file",
    clause="M34(2)",
)
