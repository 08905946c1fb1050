"""G1.2: the five steps of a major administrative decision, all of which its file has to show."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from jscredit.errors import Label
from jscredit.government.events import stated
from jscredit.law import G
from jscredit.records import Vocabulary
from jscredit.rules import JIANGSU_2018, Condition, Decision, Fact, Regime, Rule

_G12 = G.article(1, item=2)


class MajorDecisionStep(Vocabulary):
    """The steps of the statutory procedure of a major decision."""

    PUBLIC_PARTICIPATION = "public_participation", "公众参与", "public participation"
    EXPERT_ARGUMENT = "expert_argument", "专家论证", "argument by experts"
    RISK_ASSESSMENT = "risk_assessment", "风险评估", "assessment of risks"
    LEGALITY_REVIEW = "legality_review", "合法性审查", "review of legality"
    COLLECTIVE_DECISION = "collective_decision", "集体讨论决定", "decision after collective discussion"


STEP_SHOWN: Mapping[MajorDecisionStep, Fact] = MappingProxyType(
    {
        step: Fact.flag(f"step_{step.value}", Label(f"决策档案载有{step.label.zh}", f"its file shows: {step.label.en}"))
        for step in MajorDecisionStep
    }
)
MAJOR_DECISION = Rule(
    "major-decision",
    _G12,
    Label("重大决策五个步骤齐全", "the major decision shows all five steps"),
    tuple(Condition(step.value.replace("_", "-"), _G12, fact.label, fact) for step, fact in STEP_SHOWN.items()),
)


def major_decision_steps(
    steps: tuple[MajorDecisionStep, ...] | None, *, on: date, regime: Regime = JIANGSU_2018
) -> Decision:
    """Whether a major decision shows all five steps; ``failed`` says which it lacks.

    Args:
        steps: all steps that the decision's file shows; None where nobody has seen it.
        on: the day asked about.
        regime: the law with its settings.

    >>> told = major_decision_steps(tuple(MajorDecisionStep)[:3], on=date(2020, 6, 1))
    >>> [failure.condition.id for failure in told.failed]
    ['legality-review', 'collective-decision']
    """
    row = {fact.name: stated(steps, step) for step, fact in STEP_SHOWN.items()}
    return MAJOR_DECISION.decide(row, on=on, regime=regime)
