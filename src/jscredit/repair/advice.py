"""What a refusal says: what to change, and from which day a new application can then succeed."""

from dataclasses import dataclass

from jscredit.errors import Label, Lang
from jscredit.repair.outlook import Outlook, repair_outlook
from jscredit.repair.rules import REPAIR
from jscredit.repair.vocabulary import RepairCondition
from jscredit.rules import Decision


@dataclass(frozen=True, slots=True)
class Advice:
    """What to change, and what the days are once that is changed.

    Attributes:
        to_change: the conditions that are not met and that the subject can bring about.
        outlook: from when to when a new application can succeed if these are brought about on the day asked about, or
            why none can.
    """

    to_change: tuple[RepairCondition, ...]
    outlook: Outlook

    @property
    def label(self) -> Label:
        """The advice in one sentence."""
        if not self.to_change:
            return self.outlook.label
        zh = "、".join(condition.label.zh for condition in self.to_change)
        en = ", ".join(condition.label.en for condition in self.to_change)
        return Label(f"需：{zh}；其后{self.outlook.label.zh}", f"needed: {en}; then {self.outlook.label.en}")

    def explain(self, lang: Lang = "zh") -> str:
        """The advice and, where no day can come, the reasons."""
        return "\n".join(label.text(lang) for label in (self.label, *self.outlook.reasons))


# What can be brought about after a refusal. A failure of the same kind in the year cannot be undone.
_CAN_CHANGE = (
    RepairCondition.CORRECTED,
    RepairCondition.CLEAR_EFFECT,
    RepairCondition.ADVERSE_EFFECT_ELIMINATED,
    RepairCondition.SELF_DISCIPLINE,
    RepairCondition.CREDIT_MANAGEMENT_SYSTEM,
    RepairCondition.COMMITMENT,
)


def repair_advice(decision: Decision, *, lacking: tuple[RepairCondition, ...] = ()) -> Advice:
    """What to change, and from which day a new application can then succeed.

    Args:
        decision: of ``repair_eligibility``, on the day of the refusal.
        lacking: what an opinion or a founded objection found lacking beside it, whatever the evidence said.

    >>> from datetime import date
    >>> from jscredit.records import CreditRecord, Kind, RepairEvidence, Severity, Subject, SubjectType
    >>> from jscredit.repair import repair_eligibility
    >>> shop = Subject(type=SubjectType.LEGAL_PERSON, name="试例商贸有限公司")
    >>> record = CreditRecord(
    ...     id="1", subject=shop, kind=Kind.BID_RIGGING, severity=Severity.SERIOUS, determined_on=date(2024, 3, 1)
    ... )
    >>> given = RepairEvidence(corrected=False, recurred=False, self_discipline=True)
    >>> advice = repair_advice(repair_eligibility(record, given, on=date(2025, 3, 3)))
    >>> print(advice.label.en)
    needed: the failure corrected; then it depends on missing facts; not before 2026-03-04
    """
    row = dict(decision.row) | {name: value for one in lacking for name, value in _as_lacking(one).items()}
    refused = REPAIR.decide(row, on=decision.on, regime=decision.regime)
    asked = {failure.condition.id for failure in refused.failed if failure.earliest is None}
    to_change = tuple(one for one in _CAN_CHANGE if row[one.value] is False and one.value.replace("_", "-") in asked)
    for one in to_change:
        row |= {one.value: True}
    if RepairCondition.CORRECTED in to_change:
        row |= {"corrected_on": decision.on}
    return Advice(to_change, repair_outlook(REPAIR.decide(row, on=decision.on, regime=decision.regime)))


def _as_lacking(condition: RepairCondition) -> dict[str, object]:
    if condition is RepairCondition.CORRECTED:
        return {"corrected": False, "corrected_on": None}
    if condition is RepairCondition.NO_SAME_KIND_FAILURE:
        return {"recurred": True, "recurred_in_record_kind": True}
    return {condition.value: False}
