"""J16: the provincial credit authority issues the measure list, and makes it public."""

from collections.abc import Iterator
from datetime import date

from jscredit.errors import Fault, Label
from jscredit.law import J
from jscredit.procedure import decision_faults
from jscredit.records import Body, Level, Role, acts_in_jiangsu
from jscredit.rules import JIANGSU_2018, ON, Condition, Decision, Fact, Regime, Rule

_J16 = J.article(16)

ISSUER_LEVEL = Fact.choice("issuer_level", Level, Label("制定单位层级", "level of the issuer"))
ISSUER_IS_AUTHORITY = Fact.flag(
    "issuer_is_credit_authority", Label("制定单位为信用管理部门", "the issuer is a credit authority")
)
ISSUER_IN_PROVINCE = Fact.flag("issuer_in_province", Label("制定单位在本省", "the issuer is of this province"))
PUBLISHED = Fact.flag("list_published", Label("清单已公示", "the list was published"))
PUBLISHED_ON = Fact.day("list_published_on", Label("清单公示日", "day on which the list was published"))

_AUTHORITY = (
    Condition("issuer-authority", _J16, ISSUER_IS_AUTHORITY.label, ISSUER_IS_AUTHORITY),
    Condition("issuer-level", _J16, Label("为省级", "it is of province level"), ISSUER_LEVEL == Level.PROVINCE),
    Condition("issuer-province", _J16, ISSUER_IN_PROVINCE.label, ISSUER_IN_PROVINCE),
)
MEASURE_LIST_ISSUER = Rule(
    "measure-list-issuer", _J16, Label("措施清单由有权单位制定", "the list comes from who may issue it"), _AUTHORITY
)
MEASURE_LIST_IN_USE = Rule(
    "measure-list-in-use",
    _J16,
    Label("措施清单可以适用", "the measure list is in use"),
    (
        *_AUTHORITY,
        Condition(
            "list-published", _J16, Label("已向社会公示", "it has been made public"), PUBLISHED & (PUBLISHED_ON <= ON)
        ),
    ),
)
_CURES = {
    "issuer-authority": Label("清单由省级信用管理部门会同有关部门制定", "the provincial credit authority issues it"),
    "issuer-level": Label("清单由省级信用管理部门会同有关部门制定", "the provincial credit authority issues it"),
    "issuer-province": Label("请使用本省的清单", "use the list of this province"),
}


def issuer_row(issuer: Body | None) -> dict[str, object]:
    """The facts about an issuer. A body whose roles are not stated may be a credit authority."""
    roles = issuer.roles if issuer is not None else ()
    return {
        ISSUER_LEVEL.name: issuer and issuer.level,
        ISSUER_IS_AUTHORITY.name: Role.CREDIT_AUTHORITY in roles if roles else None,
        # A provincial body without a region code is taken to be of the province whose list it is.
        ISSUER_IN_PROVINCE.name: issuer and (issuer.region is None or acts_in_jiangsu(issuer)),
    }


def issuer_faults(issuer: Body | None) -> Iterator[Fault]:
    """What is wrong with who issued a list; nothing where nobody did."""
    if issuer is not None:
        row = issuer_row(issuer)
        decision = MEASURE_LIST_ISSUER.decide(row, on=JIANGSU_2018.in_force_from)
        yield from decision_faults(decision, "measures", _CURES)


def in_use(issuer: Body | None, published_on: date | None, *, on: date, regime: Regime = JIANGSU_2018) -> Decision:
    """Whether a list that somebody issued may be used on a day: by the right authority, and public."""
    published = {PUBLISHED.name: None if published_on is None else True, PUBLISHED_ON.name: published_on}
    return MEASURE_LIST_IN_USE.decide(issuer_row(issuer) | published, on=on, regime=regime)
