"""G2.3: a sanction for concealing or omitting personal matters goes into the civil servant's file."""

from datetime import date

from jscredit.errors import Label
from jscredit.government.events import happened
from jscredit.government.parties import PARTY, GovernmentParty
from jscredit.law import G
from jscredit.rules import JIANGSU_2018, ON, Condition, Decision, Fact, Regime, Rule

_G23 = G.article(2, item=3)

CONCEALED_OR_OMITTED = Fact.flag(
    "concealed_or_omitted", Label("瞒报、漏报个人有关事项", "personal matters were concealed or omitted")
)
SANCTIONED = Fact.flag("sanctioned", Label("因此受党纪政纪处分", "a party or administrative sanction was given for it"))
SANCTIONED_ON = Fact.day("sanctioned_on", Label("处分之日", "day of the sanction"))

PERSONAL_MATTERS = Rule(
    "personal-matters-sanction-goes-in",
    _G23,
    Label("处分情况纳入公务员信用档案", "the sanction goes into the civil servant's file"),
    (
        Condition(
            "civil-servant", _G23, Label("主体为公务员", "a civil servant"), PARTY == GovernmentParty.CIVIL_SERVANT
        ),
        Condition("concealed-or-omitted", _G23, CONCEALED_OR_OMITTED.label, CONCEALED_OR_OMITTED),
        Condition("sanctioned", _G23, SANCTIONED.label, SANCTIONED & (ON >= SANCTIONED_ON)),
    ),
)


def personal_matters_sanction(  # noqa: PLR0913 - each is a fact of the rule
    party: GovernmentParty | None,
    *,
    concealed_or_omitted: bool | None,
    sanctioned: bool | None = None,
    sanctioned_on: date | None = None,
    on: date,
    regime: Regime = JIANGSU_2018,
) -> Decision:
    """Whether a sanction for concealed or omitted personal matters goes into the file on a day. Its day says yes.

    Raises:
        InvalidInput: ``government.day-without-event`` for a day beside a no.

    >>> personal_matters_sanction(
    ...     GovernmentParty.CIVIL_SERVANT,
    ...     concealed_or_omitted=True,
    ...     sanctioned_on=date(2020, 3, 5),
    ...     on=date(2020, 3, 4),
    ... ).earliest
    datetime.date(2020, 3, 5)
    """
    row = {
        PARTY.name: party,
        CONCEALED_OR_OMITTED.name: concealed_or_omitted,
        SANCTIONED.name: happened(event=sanctioned, on=sanctioned_on, field="sanctioned_on", clause="G2.3"),
        SANCTIONED_ON.name: sanctioned_on,
    }
    return PERSONAL_MATTERS.decide(row, on=on, regime=regime)
