"""G2.5: the five consequences as rules, and the authority's table as settings of their terms."""

from collections.abc import Mapping
from types import MappingProxyType

from jscredit.errors import Label
from jscredit.government.counting import COUNTING
from jscredit.government.parties import BODIES, PARTY, GovernmentParty
from jscredit.government.vocabulary import Consequence
from jscredit.law import G, Rank
from jscredit.records import Vocabulary
from jscredit.rules import FLAG, ON, TIME_LIMIT, Condition, Fact, Option, Rule, Term, reading

_G25, _G26 = G.article(2, item=5), G.article(2, item=6)


class SocialEffect(Vocabulary):
    """How far a failure influenced society, as the authority found; the text names no grades, these are for tables."""

    SLIGHT = "slight", "影响较小", "slight"
    CONSIDERABLE = "considerable", "影响较大", "considerable"
    GRAVE = "grave", "影响重大", "grave"


DAMAGE_YUAN = Fact.number("damage_yuan", Label("造成的损失（元）", "loss caused, in yuan"))
SOCIAL_EFFECT = Fact.choice("social_effect", SocialEffect, Label("社会影响程度", "influence on society"))
CAUSED_BY_PRINCIPAL = Fact.flag(
    "caused_by_principal",
    Label("经认定主要负责人造成失信", "the principal was found to have caused the failure"),
    judged=True,
)
WAIVED = Fact.flag("waived", Label("经决定从轻或者免于该项", "it was decided that this one is not taken"))
WAIVED_ON = Fact.day("waived_on", Label("从轻或者免于决定之日", "day from which that decision holds"))

GRADING_FACTS: tuple[Fact, ...] = (DAMAGE_YUAN, SOCIAL_EFFECT, PARTY)
"""What the guards of an authority's table may ask for."""

GRADED: Mapping[Consequence, Term] = MappingProxyType(
    {
        consequence: Term(
            f"consequence-{consequence.value.replace('_', '-')}",
            FLAG,
            Label(f"按损失和影响采取：{consequence.label.zh}", f"taken, by damage and effect: {consequence.label.en}"),
            _G25,
            default=True,
            yields_to=frozenset(Rank),
        )
        for consequence in Consequence
    }
)
"""The authority's table: for each consequence, whether it is taken. ``when=`` of a setting tells in which cases."""

RECTIFICATION_PERIOD = Term(
    "integrity-rectification-period", TIME_LIMIT, Label("限期整改的期限", "time set for the rectification"), _G25
)
HONOURS_OF = reading(
    "integrity-honours-of",
    Label("取消荣誉评选资格的对象", "whose eligibility for honours is cancelled"),
    _G25,
    Option("departments-alone", Label("仅政府部门", "departments alone, as the text names them")),
    Option("governments-too", Label("包括各级政府", "governments too")),
)

_BODY = Condition("body", _G25, Label("主体为政府或者部门", "a government or a department"), PARTY.is_in(*BODIES))
_WHOSE = {
    Consequence.HONOURS_ELIGIBILITY_CANCELLED: Condition(
        "honours-of-it",
        _G25,
        Label("属取消资格的对象", "its eligibility can be cancelled"),
        HONOURS_OF.pick(departments_alone=PARTY == GovernmentParty.DEPARTMENT, governments_too=PARTY.is_in(*BODIES)),
    ),
}
_OWN = {
    Consequence.PRINCIPAL_HELD_RESPONSIBLE: (
        Condition("caused-by-principal", _G25, CAUSED_BY_PRINCIPAL.label, CAUSED_BY_PRINCIPAL),
    ),
}


def _rule(consequence: Consequence) -> Rule:
    return Rule(
        f"consequence:{consequence.value}",
        _G25,
        consequence.label,
        (
            _WHOSE.get(consequence, _BODY),
            *COUNTING.conditions,
            *_OWN.get(consequence, ()),
            Condition(
                "as-graded", _G25, Label("按损失和影响应予采取", "taken, by damage and effect"), GRADED[consequence]
            ),
            Condition(
                "not-waived",
                _G26,
                Label("没有从轻或者免于的决定", "no decision waives it"),
                ~WAIVED | (ON < WAIVED_ON),
            ),
        ),
    )


CONSEQUENCES: Mapping[Consequence, Rule] = MappingProxyType({each: _rule(each) for each in Consequence})
