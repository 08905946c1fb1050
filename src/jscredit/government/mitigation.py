"""G2.6: what makes lighter or no measures possible after a failure. Whether they are taken, a person decides."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, ClassVar

from pydantic.dataclasses import dataclass as value

from jscredit.errors import Fault, Label, Refused
from jscredit.government.events import found
from jscredit.government.telling import Line, Told, any_of
from jscredit.government.vocabulary import Consequence
from jscredit.law import G
from jscredit.records import Judgement, Value, Vocabulary
from jscredit.records.value import STRICT, Day, Text
from jscredit.rules import JIANGSU_2018, ON, Condition, Decision, Fact, Regime, Rule, Verdict

_G26 = G.article(2, item=6)


class MitigationGround(Vocabulary):
    """What was brought about after the failure; any one of the three is enough."""

    LOSS_RECOVERED = "loss_recovered", "挽回损失", "the loss was made good"
    EFFECT_ELIMINATED = "effect_eliminated", "消除不良影响", "the adverse effect was removed"
    HARM_PREVENTED = "harm_prevented", "有效阻止危害结果发生", "the harm was effectively prevented"


BROUGHT_ABOUT = Fact.flag(
    "brought_about",
    Label(
        "经认定已挽回损失、消除不良影响或者有效阻止危害",
        "the loss was made good, the effect removed or the harm prevented, as was found",
    ),
    judged=True,
)
OWN_INITIATIVE = Fact.flag("own_initiative", Label("出于主动", "on own initiative"), judged=True)
FAILED_ON = Fact.day("failed_on", Label("失信行为发生日", "day of the failure"))
BROUGHT_ABOUT_ON = Fact.day("brought_about_on", Label("做到之日", "day on which it was so"))

MITIGATION = Rule(
    "integrity-mitigation",
    _G26,
    Label("可以从轻或者免于惩戒", "lighter or no measures are possible"),
    (
        Condition("ground", _G26, BROUGHT_ABOUT.label, BROUGHT_ABOUT),
        Condition("own-initiative", _G26, OWN_INITIATIVE.label, OWN_INITIATIVE),
        Condition(
            "after-the-failure",
            _G26,
            Label("在失信行为发生之后", "after the failure"),
            BROUGHT_ABOUT_ON >= FAILED_ON,
        ),
        Condition("by-then", _G26, Label("已经做到", "it is so already"), ON >= BROUGHT_ABOUT_ON),
    ),
)


@value(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class MitigationEffort(Value):
    """One thing that a body or a civil servant did after a failure. ``None`` means *not known*, never *no*.

    Attributes:
        ground: which of the three it was to bring about.
        brought_about: whether it did, as somebody found.
        brought_about_on: the day on which it was so.
        own_initiative: whether it was done on own initiative, as somebody found.
    """

    ground: MitigationGround | None = None
    brought_about: Judgement | None = None
    brought_about_on: Day | None = None
    own_initiative: Judgement | None = None


@value(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class MitigationDecision(Value):
    """What a person decided: which consequences are waived (all of them: none is taken), and why.

    Attributes:
        by: who decided, a body or an official.
        on: the day from which it holds.
        waived: the consequences that are not taken; the others are.
        reasons: what it rests on, each in words or by its number.
    """

    by: Text
    on: Day
    waived: tuple[Consequence, ...]
    reasons: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Mitigation(Told):
    """Whether lighter or no measures are possible on a day: by any one of the efforts."""

    schema_name: ClassVar[str] = "jscredit.mitigation"

    efforts: tuple[Decision, ...]

    @property
    def possible(self) -> Verdict:
        """Yes where one effort makes it possible; without any effort: no."""
        return any_of(effort.verdict for effort in self.efforts)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Whether it is possible, and who decides."""
        return (
            Line("possible", MITIGATION.label, self.possible),
            Line("decided_by", Label("由谁决定", "decided by"), _A_PERSON),
        )

    @property
    def open(self) -> tuple[Decision, ...]:
        """The efforts; one that is enough makes the others no matter."""
        return () if self.possible is Verdict.YES else self.efforts

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """One decision for each effort."""
        return self.efforts


def mitigation_of(
    efforts: Iterable[MitigationEffort], *, failed_on: date | None, on: date, regime: Regime = JIANGSU_2018
) -> Mitigation:
    """Whether what was done after a failure makes lighter or no measures possible (G2.6).

    Args:
        efforts: what was done, all that is known.
        failed_on: the day of the failure; None where it is not known.
        on: the day asked about.
        regime: the law with its settings.

    >>> yes = Judgement(finding=True, by="虚构市审计局", on=date(2020, 5, 6))
    >>> repaid = MitigationEffort(
    ...     ground=MitigationGround.LOSS_RECOVERED,
    ...     brought_about=yes,
    ...     brought_about_on=date(2020, 4, 1),
    ...     own_initiative=yes,
    ... )
    >>> mitigation_of((repaid,), failed_on=date(2020, 3, 5), on=date(2020, 6, 1)).possible.value
    'yes'
    """
    rows = (effort_row(effort, failed_on) for effort in efforts)
    return Mitigation(tuple(MITIGATION.decide(row, on=on, regime=regime) for row in rows))


def effort_row(effort: MitigationEffort, failed_on: date | None) -> dict[str, Any]:
    """The facts of the rule."""
    return {
        BROUGHT_ABOUT.name: None if effort.ground is None else found(effort.brought_about),
        OWN_INITIATIVE.name: found(effort.own_initiative),
        FAILED_ON.name: failed_on,
        BROUGHT_ABOUT_ON.name: effort.brought_about_on,
    }


def admit_mitigation(decision: MitigationDecision, possible: Mitigation) -> MitigationDecision:
    """The decision, where the law leaves room for it.

    Raises:
        Refused: ``mitigation.no-ground``: nothing that is known makes lighter or no measures possible.
    """
    if possible.possible is not Verdict.YES:
        raise Refused(_no_ground(possible))
    return decision


def _no_ground(possible: Mitigation) -> Fault:
    return Fault(
        code="mitigation.no-ground",
        message=Label("尚无可以从轻或者免于惩戒的情形", "nothing makes lighter or no measures possible as yet"),
        cure=Label(
            "须在失信之后主动挽回损失、消除影响或者阻止危害，并经认定",
            "after the failure and on own initiative: loss made good, effect removed or harm prevented, and found so",
        ),
        clause="G2.6",
        data=MappingProxyType({"missing": possible.missing}),
    )


_A_PERSON = Label("由有权单位的人决定，并非必须", "a person of the competent body; it is a may")
