"""From when to when repair may be applied for, in plain words; or that no day can come, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from jscredit.errors import Label
from jscredit.rules import Condition, Decision
from jscredit.rules.intervals import run_from


@dataclass(frozen=True, slots=True)
class Outlook:
    """What can be said of the days from the one asked about on, as far as the facts are known.

    Attributes:
        can_come: whether a day may come on which repair may be applied for; None where missing facts decide.
        label: the plain statement.
        reasons: why no day can come; empty unless ``can_come`` is False.
    """

    can_come: bool | None
    label: Label
    reasons: tuple[Label, ...] = ()


class _Run(NamedTuple):
    """The first days, from the one asked about, on which a condition may be met."""

    condition: Condition
    days: tuple[date, date] | None


def repair_outlook(decision: Decision) -> Outlook:
    """The plain statement about a decision of ``repair_eligibility``.

    >>> from jscredit.records import CreditRecord, Kind, RepairEvidence, Severity, Subject, SubjectType
    >>> from jscredit.repair import repair_eligibility
    >>> shop = Subject(type=SubjectType.LEGAL_PERSON, name="试例商贸有限公司")
    >>> record = CreditRecord(
    ...     id="1", subject=shop, kind=Kind.BID_RIGGING, severity=Severity.GENERAL, determined_on=date(2019, 3, 1)
    ... )
    >>> late = repair_eligibility(record, RepairEvidence(corrected_on=date(2019, 4, 1)), on=date(2019, 5, 1))
    >>> outlook = repair_outlook(late)
    >>> outlook.can_come, outlook.label.en
    (False, 'repair cannot be applied for on any day from 2019-05-01 on')
    >>> print(outlook.reasons[0].en)
    “no failure of the same kind for a year after correction” (art. 34 item 2) is met from 2020-04-02 at the earliest,
    but “the failure's period of use is not over” (art. 34) only until 2020-03-01
    """
    if decision.earliest is not None:
        return Outlook(can_come=True, label=_when(decision.earliest, decision.last))
    if decision.possible is not None:
        text = Label("尚缺事实，能否申请待定；不早于{day}", "it depends on missing facts; not before {day}")
        return Outlook(can_come=None, label=text.filled(day=decision.possible))
    never = Label("自{day}起任何一天都不能申请信用修复", "repair cannot be applied for on any day from {day} on")
    return Outlook(can_come=False, label=never.filled(day=decision.on), reasons=tuple(_reasons(decision)))


def _when(first: date, last: date | None) -> Label:
    if last is None:
        return Label("自{first}起可以申请", "it may be applied for from {first} on").filled(first=first)
    text = Label("{first}至{last}可以申请", "it may be applied for from {first} to {last}")
    return text.filled(first=first, last=last)


def _reasons(decision: Decision) -> Iterator[Label]:
    """The conditions that are met on no day; where each has its days, the two whose days do not meet."""
    solvers = decision.rule.bind(decision.regime).solvers
    runs = [
        _Run(condition, run_from(solver.solve(decision.row).may, decision.on))
        for condition, solver in zip(decision.rule.conditions, solvers, strict=True)
    ]
    never = [run.condition for run in runs if run.days is None]
    if never:
        yield from (_never(condition) for condition in never)
        return
    known = [(run.condition, run.days) for run in runs if run.days is not None]
    late, (from_day, _) = max(known, key=lambda each: each[1][0])
    early, (_, to_day) = min(known, key=lambda each: each[1][1])
    yield _apart(late, from_day, early, to_day)


def _never(condition: Condition) -> Label:
    zh, en = _quoted(condition)
    return Label(f"依所知事实，{zh}没有任何一天符合", f"as the facts stand, {en} is met on no day")


def _apart(late: Condition, first: date, early: Condition, last: date) -> Label:
    (late_zh, late_en), (early_zh, early_en) = _quoted(late), _quoted(early)
    return Label(
        f"{late_zh}最早自{first}起符合，而{early_zh}至{last}止",
        f"{late_en} is met from {first} at the earliest, but {early_en} only until {last}",
    )


def _quoted(condition: Condition) -> tuple[str, str]:
    short = condition.citation.short
    return f"“{condition.label.zh}”（{short.zh}）", f"“{condition.label.en}” ({short.en})"
