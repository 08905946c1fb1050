"""J19, J22: to whom an entry goes, from the level of the body that determined it."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from jscredit.errors import Label
from jscredit.law import J
from jscredit.listing.exit import LIST_SIDE
from jscredit.listing.publication import BODY_LEVEL
from jscredit.records import Level, ListEntry, ListSide, Severity, Vocabulary
from jscredit.records.facts import SEVERITY
from jscredit.rules import JIANGSU_2018, Condition, Decision, Fact, Regime, Rule

_J19, _J22 = J.article(19), J.article(22)


class RouteTarget(Vocabulary):
    """Where entries are pushed to."""

    SAME_LEVEL_JOINT_SYSTEM = "same_level_joint_system", "同级联合奖惩系统", "joint system of the same level"
    SUPERIOR_DEPARTMENT = "superior_department", "上级部门", "superior department"
    NATIONAL_PLATFORM = "national_platform", "全国信用信息共享平台", "national platform"
    CREDIT_CHINA_SITE = "credit_china_site", "“信用中国”网站", "Credit China site"
    CITY_PLATFORM = "city_platform", "各设区市公共信用信息平台", "platforms of the cities"
    PROVINCIAL_JOINT_SYSTEM = "provincial_joint_system", "省联合奖惩系统", "provincial joint system"


COUNTY_OPTED_IN = Fact.flag("county_opted_in", Label("该县（市、区）有条件并已实施", "the county has the means"))

_OF_DEPARTMENT = (
    Condition(
        "city-or-able-county",
        _J19,
        Label("市以上部门，或者有条件的县级部门", "city level or above, or a county with the means"),
        BODY_LEVEL.is_in(Level.CENTRAL, Level.PROVINCE, Level.CITY) | ((BODY_LEVEL == Level.COUNTY) & COUNTY_OPTED_IN),
    ),
)
_OF_PROVINCE = (
    Condition(
        "provincial", _J22, Label("省级认定的名单", "determined at provincial level"), BODY_LEVEL == Level.PROVINCE
    ),
)
_OF_CITY = (
    Condition("city", _J22, Label("设区市认定的名单", "determined at city level"), BODY_LEVEL == Level.CITY),
    Condition("black", _J22, Label("失信主体", "a failing subject"), LIST_SIDE == ListSide.BLACK),
    Condition("serious", _J22, Label("严重失信", "a serious failure"), SEVERITY == Severity.SERIOUS),
)
_DEPARTMENT = Label("认定部门", "determining department")
_PROVINCE = Label("省级信用管理部门", "provincial credit authority")
_CITY = Label("设区市信用管理部门", "city's credit authority")

_SENDERS: dict[RouteTarget, tuple[Label, tuple[Condition, ...]]] = {
    RouteTarget.SAME_LEVEL_JOINT_SYSTEM: (_DEPARTMENT, _OF_DEPARTMENT),
    RouteTarget.SUPERIOR_DEPARTMENT: (_DEPARTMENT, _OF_DEPARTMENT),
    RouteTarget.NATIONAL_PLATFORM: (_PROVINCE, _OF_PROVINCE),
    RouteTarget.CREDIT_CHINA_SITE: (_PROVINCE, _OF_PROVINCE),
    RouteTarget.CITY_PLATFORM: (_PROVINCE, _OF_PROVINCE),
    RouteTarget.PROVINCIAL_JOINT_SYSTEM: (_CITY, _OF_CITY),
}

ROUTES: Mapping[RouteTarget, Rule] = MappingProxyType(
    {
        target: Rule(
            f"route:{target.value}",
            conditions[0].citation,
            Label(f"推送至{target.label.zh}", f"pushed to the {target.label.en}"),
            conditions,
        )
        for target, (_, conditions) in _SENDERS.items()
    }
)


class Route(NamedTuple):
    """One way that an entry may go: who pushes it, to whom, and whether that is owed on the day."""

    sender: Label
    target: RouteTarget
    owed: Decision


def routes_of(
    entry: ListEntry, *, on: date, county_opted_in: bool | None = None, regime: Regime = JIANGSU_2018
) -> tuple[Route, ...]:
    """Where an entry goes: every target of J19 and J22 with its answer, undetermined where a fact is missing.

    Args:
        entry: the entry, with its body and, on the black side, its severity.
        on: the day asked about.
        county_opted_in: of a county's body, whether the county has the means; None where it is not known.
        regime: the law with its settings.

    >>> from jscredit.records import Body, Subject
    >>> body = Body(name="虚构市城管局", level=Level.CITY)
    >>> shop = Subject(name="试例商贸有限公司")
    >>> entry = ListEntry(id="R1", side=ListSide.RED, subject=shop, determined_by=body)
    >>> [route.target.value for route in routes_of(entry, on=date(2020, 1, 1)) if route.owed.verdict == "yes"]
    ['same_level_joint_system', 'superior_department']
    """
    body = entry.determined_by
    row = {
        BODY_LEVEL.name: body and body.level,
        COUNTY_OPTED_IN.name: county_opted_in,
        LIST_SIDE.name: entry.side,
        SEVERITY.name: entry.severity,
    }
    return tuple(
        Route(_SENDERS[target][0], target, rule.decide(row, on=on, regime=regime)) for target, rule in ROUTES.items()
    )
