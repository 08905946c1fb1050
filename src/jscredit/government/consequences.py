"""G2.5: what follows for a government or a department with failure records, graded by the authority's own table.

The text grades by the loss to economy and society and by the influence on society, and gives no table: without one all
five follow. An authority's table is a set of settings, each with its citation and, as its guard, the cases it is for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar

from pydantic.dataclasses import dataclass as value

from jscredit.deadlines import Deadline, as_day, deadline
from jscredit.errors import Label
from jscredit.government.consequence_rules import (
    CAUSED_BY_PRINCIPAL,
    CONSEQUENCES,
    DAMAGE_YUAN,
    GRADED,
    RECTIFICATION_PERIOD,
    SOCIAL_EFFECT,
    WAIVED,
    WAIVED_ON,
    SocialEffect,
)
from jscredit.government.counting import counting_row
from jscredit.government.events import found
from jscredit.government.mitigation import MitigationDecision
from jscredit.government.parties import PARTY, GovernmentParty
from jscredit.government.telling import Line, Told
from jscredit.government.vocabulary import Consequence
from jscredit.law import G
from jscredit.records import Judgement, Value
from jscredit.records.value import STRICT, Yuan
from jscredit.rules import JIANGSU_2018, Decision, Regime, Verdict

if TYPE_CHECKING:
    from jscredit.records import CreditRecord

_G25 = G.article(2, item=5)


@value(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class FailureEffect(Value):
    """What a failure did, as far as it grades the consequences. ``None`` means *not known*.

    Attributes:
        damage_yuan: the loss to economy and society, in yuan.
        social_effect: how far it influenced society, by the authority's finding.
        caused_by_principal: whether the principal caused it, as somebody found.
    """

    damage_yuan: Yuan | None = None
    social_effect: SocialEffect | None = None
    caused_by_principal: Judgement | None = None


@dataclass(frozen=True, slots=True)
class Consequences(Told):
    """What follows from a failure record on a day, each of the five with its answer.

    Attributes:
        answers: the five decisions, in the order of ``Consequence``.
        graded: whether the authority has set a table; without one all five follow alike.
        rectify_by: the deadline of the rectification; None where no time is set or no order was given.
    """

    schema_name: ClassVar[str] = "jscredit.integrity-consequences"

    answers: tuple[Decision, ...]
    graded: bool
    rectify_by: Deadline | None

    @property
    def owed(self) -> Mapping[Consequence, Decision]:
        """The five decisions, by consequence."""
        return MappingProxyType(dict(zip(Consequence, self.answers, strict=True)))

    @property
    def taken(self) -> tuple[Consequence, ...]:
        """Those that follow for certain."""
        return tuple(each for each, decision in self.owed.items() if decision.verdict is Verdict.YES)

    @property
    def lines(self) -> tuple[Line, ...]:
        """What follows, what is open, by which table, and until when to rectify."""
        is_open = tuple(each for each, told in self.owed.items() if told.verdict is Verdict.UNDETERMINED)
        return (
            Line("taken", Label("应予采取", "follow"), self.taken),
            Line("open", Label("尚待确定", "not settled"), is_open),
            Line("graded", Label("轻重", "gradation"), _BY_TABLE if self.graded else _NO_TABLE),
            Line(
                "rectify_by",
                Label("整改期限届满日", "to be rectified by"),
                self.rectify_by and self.rectify_by.due,
                _NO_TIME,
            ),
        )

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The five decisions."""
        return self.answers


def consequences_of(  # noqa: PLR0913 - each is an input of the law
    record: "CreditRecord",
    *,
    party: GovernmentParty | None,
    in_failure_record: bool | None,
    effect: FailureEffect,
    on: date,
    waiver: MitigationDecision | None = None,
    ordered_on: date | None = None,
    regime: Regime = JIANGSU_2018,
) -> Consequences:
    """What follows for a government or a department from one of its failure records on a day (G2.5).

    Args:
        record: the failure.
        party: whose it is; for a civil servant none of the five follows.
        in_failure_record: whether it was put into the failure record.
        effect: what it did; a table may grade by it.
        on: the day asked about.
        waiver: what a person decided to waive (``admit_mitigation``); None: there is no such decision.
        ordered_on: the day of the order to rectify, from which the time runs.
        regime: the law with its settings; the authority's table and the time are among them.

    Raises:
        CalendarNotAnnounced: the time for the rectification runs past the last year with a notice.

    >>> from jscredit.records import CreditRecord, Kind, Severity, Subject
    >>> fine = CreditRecord(
    ...     id="1",
    ...     subject=Subject(name="虚构市城管局"),
    ...     kind=Kind.PENALTY,
    ...     severity=Severity.GENERAL,
    ...     determined_on=date(2020, 3, 5),
    ... )
    >>> told = consequences_of(
    ...     fine,
    ...     party=GovernmentParty.GOVERNMENT,
    ...     in_failure_record=True,
    ...     effect=FailureEffect(),
    ...     on=date(2020, 6, 1),
    ... )
    >>> [each.value for each in told.taken], told.missing
    (['written_explanation', 'rectification_within_time', 'public_criticism'], ('caused_by_principal',))
    """
    row = counting_row(record, in_failure_record) | _effect_row(party, effect)
    answers = tuple(
        rule.decide(row | _waiver_row(waiver, each), on=on, regime=regime) for each, rule in CONSEQUENCES.items()
    )
    is_graded = any(regime.settings_of(term) for term in GRADED.values())
    return Consequences(answers, is_graded, rectification_deadline(ordered_on, regime=regime))


def rectification_deadline(ordered_on: date | None, *, regime: Regime = JIANGSU_2018) -> Deadline | None:
    """Until when to rectify; None without an order, and while no time is set (an open term).

    Raises:
        CalendarNotAnnounced: it runs past the last year with a notice of days off.
    """
    period = regime.chosen(RECTIFICATION_PERIOD)
    if ordered_on is None or period is None:
        return None
    return deadline(as_day(ordered_on, field="ordered_on"), period, cite=_G25, calendar=regime.calendar)


def _effect_row(party: GovernmentParty | None, effect: FailureEffect) -> dict[str, Any]:
    return {
        PARTY.name: party,
        DAMAGE_YUAN.name: effect.damage_yuan,
        SOCIAL_EFFECT.name: effect.social_effect,
        CAUSED_BY_PRINCIPAL.name: found(effect.caused_by_principal),
    }


def _waiver_row(waiver: MitigationDecision | None, consequence: Consequence) -> dict[str, Any]:
    is_waived = waiver is not None and consequence in waiver.waived
    return {WAIVED.name: is_waived, WAIVED_ON.name: waiver.on if waiver and is_waived else None}


_BY_TABLE = Label("按主管部门自备表", "by the authority's table")
_NO_TIME = Label("未下达整改，或者未设期限", "no order was given, or no time is set")
_NO_TABLE = Label("主管部门未设表，五项一并适用", "the authority has set no table: all five alike")
