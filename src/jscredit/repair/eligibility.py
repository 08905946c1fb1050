"""Whether and from when the repair of a failure may be applied for (M34)."""

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from jscredit.classification import classify
from jscredit.deadlines import CalendarPeriod, as_day
from jscredit.records import CreditRecord, RepairEvidence
from jscredit.repair.decision import RepairDecision
from jscredit.repair.facts import repair_row, year_of
from jscredit.repair.recurrence import turning_readings
from jscredit.repair.rules import REPAIR
from jscredit.rules import JIANGSU_2018, Regime

if TYPE_CHECKING:
    from jscredit.records import CreditFile


def repair_eligibility(  # noqa: PLR0913 - each is an input of the law; the public design fixes them
    record: CreditRecord,
    evidence: RepairEvidence,
    *,
    on: date,
    file: "CreditFile | None" = None,
    period_of_use: CalendarPeriod | None = None,
    regime: Regime = JIANGSU_2018,
) -> RepairDecision:
    """Whether the subject may apply, on a day, for the repair of this failure, and from which day to which (M34).

    Args:
        record: the failure.
        evidence: what the applicant can show; None in it means not known.
        on: the day of the application.
        file: the subject's credit file. A failure of the same kind that it certainly holds counts, also against a
            stated "no" (then a notice says so). Its silence is a "no" only where ``complete_since`` reaches back to
            the correction day; it is taken to vouch through ``on``, so for a past day give ``file.as_of(on)`` only
            where it was complete then.
        period_of_use: the period that the catalogue gives the failure, from its determination; None: it gives none.
        regime: the law, with its settings and readings.

    Raises:
        InvalidInput: ``on`` is no date; the period is no calendar period; the file is about another subject;
            the correction lies before the conduct.
        NotInForce: the law is not in force on the day.

    >>> from jscredit.records import Judgement, Kind, Severity, Subject, SubjectType
    >>> shop = Subject(type=SubjectType.LEGAL_PERSON, name="试例商贸有限公司")
    >>> record = CreditRecord(
    ...     id="1", subject=shop, kind=Kind.BID_RIGGING, severity=Severity.SERIOUS, determined_on=date(2018, 6, 1)
    ... )
    >>> found = Judgement(finding=True, by="虚构市建设局", on=date(2019, 9, 1), evidence=("整改报告",))
    >>> evidence = RepairEvidence(
    ...     corrected_on=date(2018, 9, 10),
    ...     recurred=False,
    ...     clear_effect=found,
    ...     adverse_effect_eliminated=found,
    ...     self_discipline=True,
    ...     credit_management_system=True,
    ...     commitment_not_to_fail_again=True,
    ... )
    >>> decision = repair_eligibility(record, evidence, on=date(2019, 9, 10))
    >>> decision.verdict.value, [one.condition.id for one in decision.failed]
    ('no', ['clean-year'])
    >>> decision.earliest, decision.last
    (datetime.date(2019, 9, 11), datetime.date(2021, 6, 1))
    """
    day = as_day(on, field="on")
    row = repair_row(record, evidence, on=day, file=file, period_of_use=period_of_use, regime=regime)
    asked = REPAIR.decide(row, on=day, regime=regime)
    year = None if file is None else year_of(asked.row, regime)
    turning = () if file is None or year is None else turning_readings(file, record, year, regime)
    by_reading = {
        f"reading.{term.name}.{option.name}": repair_row(
            record,
            evidence,
            on=day,
            file=file,
            period_of_use=period_of_use,
            regime=regime.reading(term, option.name),
        )
        for term, option in turning
    }
    return RepairDecision(asked.row, day, classify(record, regime=regime), MappingProxyType(by_reading))
