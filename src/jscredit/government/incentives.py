"""G1.2, G2.5: what honest bodies and civil servants get, and for what a region's evaluation is used."""

from datetime import date

from jscredit.errors import Label
from jscredit.government.events import happened
from jscredit.law import G
from jscredit.records import Vocabulary
from jscredit.rules import JIANGSU_2018, ON, Condition, Decision, Fact, Regime, Rule

_G12, _G25 = G.article(1, item=2), G.article(2, item=5)


class PriorityMatter(Vocabulary):
    """In what honest bodies and civil servants come first where all else is equal (G1.2)."""

    HONOURS = "priority_in_honours_all_else_equal", "评优评先", "honours"
    PROMOTION = "priority_in_promotion_all_else_equal", "职务晋升", "promotion"


class RegionalEvaluationUse(Vocabulary):
    """The policy fields in which the integrity evaluation of a region is used; the list is open (G2.5)."""

    REFORM_PILOTS = "reform_pilots", "改革试点", "reform pilots"
    PROJECT_INVESTMENT = "project_investment", "项目投资", "investment in projects"
    SPECIAL_FUNDS = "special_funds", "专项资金安排", "special funds"
    HONOURS = "honours", "评先评优", "honours"
    SOCIAL_MANAGEMENT = "social_management", "社会管理", "social management"


OUTSTANDING = Fact.flag(
    "outstanding_integrity", Label("诚信事迹突出", "its honest conduct is outstanding"), judged=True
)
COMMENDED = Fact.flag("commended", Label("受到表彰奖励", "it was commended"))
COMMENDED_ON = Fact.day("commended_on", Label("表彰奖励之日", "day of the commendation"))
HONEST = Fact.flag("honest", Label("诚实守信", "it is honest"), judged=True)
ALL_ELSE_EQUAL = Fact.flag("all_else_equal", Label("同等条件", "all else is equal"), judged=True)

INCENTIVE = Rule(
    "integrity-incentive",
    _G25,
    Label("予以守信激励", "it gets the incentive for integrity"),
    (
        Condition("outstanding", _G25, OUTSTANDING.label, OUTSTANDING),
        Condition("commended", _G25, COMMENDED.label, COMMENDED & (ON >= COMMENDED_ON)),
    ),
)
PRIORITY = Rule(
    "integrity-priority",
    _G12,
    Label("评优评先、职务晋升优先考虑", "it comes first in honours and promotion"),
    (
        Condition("honest", _G12, HONEST.label, HONEST),
        Condition("all-else-equal", _G12, ALL_ELSE_EQUAL.label, ALL_ELSE_EQUAL),
    ),
)


def integrity_incentive(
    *,
    outstanding: bool | None,
    commended: bool | None = None,
    commended_on: date | None = None,
    on: date,
    regime: Regime = JIANGSU_2018,
) -> Decision:
    """Whether a body or a civil servant gets the incentive on a day: outstanding *and* commended, both.

    Raises:
        InvalidInput: ``government.day-without-event`` for a day beside a no.

    >>> integrity_incentive(outstanding=True, commended=False, on=date(2020, 6, 1)).verdict.value
    'no'
    """
    row = {
        OUTSTANDING.name: outstanding,
        COMMENDED.name: happened(event=commended, on=commended_on, field="commended_on", clause="G2.5"),
        COMMENDED_ON.name: commended_on,
    }
    return INCENTIVE.decide(row, on=on, regime=regime)


def integrity_priority(
    *, honest: bool | None, all_else_equal: bool | None, on: date, regime: Regime = JIANGSU_2018
) -> Decision:
    """Whether it comes first in the two matters (``PriorityMatter``): only where all else is equal.

    >>> integrity_priority(honest=True, all_else_equal=None, on=date(2020, 6, 1)).missing
    ('all_else_equal',)
    """
    return PRIORITY.decide({HONEST.name: honest, ALL_ELSE_EQUAL.name: all_else_equal}, on=on, regime=regime)
