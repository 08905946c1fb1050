"""What an audit takes and finds, as values, as JSON and as text (M37)."""

from typing import ClassVar

from pydantic.dataclasses import dataclass

from jscredit.errors import Label, Lang
from jscredit.records import Document, Value, Vocabulary
from jscredit.records.telling import told_html
from jscredit.records.value import STRICT, Day, Text
from jscredit.sharing.vocabulary import Breach


class FindingKind(Vocabulary):
    """What shows a breach."""

    WITHOUT_PROCEDURE = "without_procedure", "变更未注明所依程序", "a change that cites no procedure"
    ALTERED = "altered", "历史变更被改动", "a change of the history was altered"
    REMOVED = "removed", "历史变更被删除", "a change of the history was removed"
    BACKDATED = "backdated", "事后补入而日期倒填", "a change was added later under an earlier day"
    NOT_LOGGED = "not_logged", "提供信息未登记", "information was given without an entry in the log"
    LOG_NOT_WHOLE = "log_not_whole", "查询登记不全", "an entry of the log is not whole"
    LOG_BROKEN = "log_broken", "查询登记编号或日期不连续", "the numbers or days of the log do not follow"
    GIVEN_WITHOUT_RIGHT = "given_without_right", "依法不应准予而已提供", "given although it was not to be granted"
    OBJECTION_LATE = "objection_late", "异议处理逾期", "an objection was handled late"
    SUPPLY_LATE = "supply_late", "信息报送逾期", "a record was supplied late"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Obligation(Value):
    """Something with a last day.

    Attributes:
        reference: the case or the record.
        due: the last day.
        done_on: the day on which it was done; None: it is not done yet.
    """

    reference: Text
    due: Day
    done_on: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Finding(Value):
    """One thing that shows a breach.

    Attributes:
        breach: which of the eight.
        kind: what shows it.
        reference: the record, list entry, case, entry of the log, or the disclosure's place from 0.
        on: the day of it.
        days_late: calendar days after the last day.
    """

    breach: Breach
    kind: FindingKind
    reference: Text | None = None
    on: Day | None = None
    days_late: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Audit(Document):
    """What an audit found. It says who may be answerable for nothing: that is found by those whom M37 names.

    Attributes:
        on: the day of the audit.
        findings: what shows a breach.
        looked_for: the breaches that what was handed in can show. Of the others nothing is said.
    """

    schema_name: ClassVar[str] = "jscredit.audit"

    on: Day
    findings: tuple[Finding, ...]
    looked_for: tuple[Breach, ...]

    @property
    def not_looked_for(self) -> tuple[Breach, ...]:
        """The breaches of which it says nothing; that something is concealed, no history shows."""
        return tuple(breach for breach in Breach if breach not in self.looked_for)

    def explain(self, lang: Lang = "zh") -> str:
        """The audit as text, a line for each finding."""
        lines = [_FINDING.filled(**_told(one, lang)).text(lang) for one in self.findings]
        listed = ("、" if lang == "zh" else ", ").join(one.label.text(lang) for one in self.not_looked_for)
        return "\n".join([*(lines or [_NOTHING.text(lang)]), _NOT_SEEN.filled(listed=listed).text(lang)])

    def _repr_html_(self) -> str:
        return told_html(self.explain)


def _told(one: Finding, lang: Lang) -> dict[str, str]:
    late = _LATE.filled(days=one.days_late).text(lang) if one.days_late is not None else ""
    return {
        "breach": one.breach.label.text(lang),
        "kind": one.kind.label.text(lang),
        "reference": one.reference or "-",
        "on": one.on.isoformat() if one.on is not None else "-",
        "late": late,
    }


_FINDING = Label("{breach}：{kind}（{reference}，{on}）{late}", "{breach}: {kind} ({reference}, {on}){late}")
_LATE = Label("，逾期{days}日", ", {days} days late")
_NOTHING = Label("所提供的材料中未见违规情形", "what was handed in shows no breach")
_NOT_SEEN = Label("所提供的材料不能反映：{listed}", "what was handed in cannot show: {listed}")
