"""J24, first paragraph: what is owed after a wrong black entry, and what is recovered after a wrong red one."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from jscredit.errors import Label
from jscredit.law import J
from jscredit.listing.exit import LIST_SIDE
from jscredit.records import ListSide, Vocabulary
from jscredit.rules import JIANGSU_2018, Condition, Decision, Fact, Regime, Rule

_J24A = J.article(24, paragraph=1)


class Discovery(Vocabulary):
    """How an error of a list was found."""

    FOUND_WHILE_APPLYING_MEASURES = (
        "found_while_applying_measures",
        "执行措施中主动发现",
        "found while measures were applied",
    )
    OBJECTION = "objection", "异议申请", "objection"
    COMPLAINT = "complaint", "投诉", "complaint"


class Remedy(Vocabulary):
    """What J24 names: five for a wrong black entry, one for a wrong red one."""

    RECORD_CORRECTED = "record_corrected", "更正诚信记录", "correction of the record"
    WRITTEN_APOLOGY = "written_apology", "书面道歉", "apology in writing"
    CLARIFICATION = "clarification", "澄清", "clarification"
    REPUTATION_RESTORED = "reputation_restored", "恢复名誉", "restoration of the reputation"
    COMPENSATION = "compensation", "依法赔偿", "compensation by law"
    BENEFITS_RECOVERED = "benefits_recovered", "收回所受激励权益", "recovery of the benefits received"


MISTAKE_IN_WORK = Fact.flag("mistake_in_work", Label("因工作失误误列", "it was listed by a mistake in work"))
RIGHTS_HARMED = Fact.flag("rights_harmed", Label("权益受损", "its rights were harmed"))

_BLACK = Condition("black", _J24A, Label("误列黑名单", "wrongly on a black list"), LIST_SIDE == ListSide.BLACK)
_RED = Condition("red", _J24A, Label("误列红名单", "wrongly on a red list"), LIST_SIDE == ListSide.RED)
_MISTAKE = Condition("mistake-in-work", _J24A, MISTAKE_IN_WORK.label, MISTAKE_IN_WORK)
_HARM = Condition("rights-harmed", _J24A, RIGHTS_HARMED.label, RIGHTS_HARMED)
_CONDITIONS = {
    **dict.fromkeys(Remedy, (_BLACK, _MISTAKE)),
    Remedy.COMPENSATION: (_BLACK, _MISTAKE, _HARM),
    Remedy.BENEFITS_RECOVERED: (_RED,),
}

REMEDIES: Mapping[Remedy, Rule] = MappingProxyType(
    {
        remedy: Rule(f"remedy:{remedy.value}", _J24A, remedy.label, conditions)
        for remedy, conditions in _CONDITIONS.items()
    }
)

_DETERMINING_BODY = Label("认定单位", "determining body")
_AS_FAR_AS_POSSIBLE = Label("尽可能", "as far as possible")
_MUST = Label("应当", "must")


class OwedRemedy(NamedTuple):
    """One remedy: who owes it, with what force, and whether it is owed."""

    remedy: Remedy
    who: Label
    force: Label
    owed: Decision


def remedies(
    side: ListSide,
    *,
    mistake_in_work: bool | None,
    rights_harmed: bool | None,
    on: date,
    regime: Regime = JIANGSU_2018,
) -> tuple[OwedRemedy, ...]:
    """What J24 asks for once an entry was found wrong, each with its answer; an unknown cause leaves it undetermined.

    The error is always corrected or withdrawn; these come on top where the cause was a mistake in the work of the
    determining body.

    >>> found = remedies(ListSide.BLACK, mistake_in_work=True, rights_harmed=None, on=date(2020, 1, 1))
    >>> [(one.remedy.value, one.owed.verdict.value) for one in found][3:]
    [('reputation_restored', 'yes'), ('compensation', 'undetermined'), ('benefits_recovered', 'no')]
    """
    row = {LIST_SIDE.name: side, MISTAKE_IN_WORK.name: mistake_in_work, RIGHTS_HARMED.name: rights_harmed}
    return tuple(
        OwedRemedy(remedy, _DETERMINING_BODY, _force(remedy), rule.decide(row, on=on, regime=regime))
        for remedy, rule in REMEDIES.items()
    )


def _force(remedy: Remedy) -> Label:
    return _AS_FAR_AS_POSSIBLE if remedy is Remedy.BENEFITS_RECOVERED else _MUST
