"""G4.1: on what superior governments assess integrity, and who assesses whom."""

from datetime import date
from typing import Any

from jscredit.errors import Label
from jscredit.government.parties import PARTY, GovernmentParty
from jscredit.law import G
from jscredit.records import Body, Level, Vocabulary, same_body
from jscredit.rules import JIANGSU_2018, Condition, Decision, Fact, Option, Regime, Rule, reading

_G41 = G.article(4, item=1)


class AssessmentTopic(Vocabulary):
    """On what integrity is assessed; the list is open."""

    LAWFUL_ADMINISTRATION = "lawful_administration", "依法行政", "lawful administration"
    OPENNESS = "openness", "政务公开", "openness"
    CREDIT_SYSTEM = "credit_system", "信用体系建设", "building of the credit system"
    STREAMLINING_REFORM = "streamlining_reform", "“放管服”改革", "streamlining reform"
    ENVIRONMENTAL_PROTECTION = "environmental_protection", "环境保护", "environmental protection"
    STATISTICS_QUALITY = "statistics_quality", "统计数据质量", "quality of statistics"
    EMPLOYMENT_PRACTICE = "employment_practice", "劳动用工", "employment practice"
    SOCIAL_SECURITY = "social_security", "社会保障", "social security"
    PUBLIC_RESOURCE_TRADING = "public_resource_trading", "公共资源交易", "public resource trading"
    WORK_SAFETY = "work_safety", "安全生产", "work safety"
    FOOD_SAFETY = "food_safety", "食品安全", "food safety"
    SOCIAL_INTEGRITY = "social_integrity", "社会诚信状况", "state of social integrity"
    PUBLIC_SATISFACTION = "public_satisfaction", "人民群众满意度", "satisfaction of the public"


class OpennessMeasure(Vocabulary):
    """What weighs in the assessment of openness."""

    LICENCES_PUBLISHED = "licences_published", "行政许可信息公开", "publication of licences"
    PENALTIES_PUBLISHED = "penalties_published", "行政处罚信息公开", "publication of penalties"


class AssessedActivity(Vocabulary):
    """What of the work on integrity information gradually enters the assessment (G5.4)."""

    RECORDING = "recording", "记录", "recording"
    COLLECTION = "collection", "归集", "collection"
    SHARING = "sharing", "共享", "sharing"
    PUBLICATION = "publication", "发布", "publication"
    USE = "use", "使用", "use"


ASSESSOR_LEVEL = Fact.choice("assessor_level", Level, Label("考核政府的层级", "level of the assessing government"))
ASSESSED_LEVEL = Fact.choice("assessed_level", Level, Label("被考核单位的层级", "level of who is assessed"))
IN_ITS_AREA = Fact.flag("in_its_area", Label("在其行政区域内", "it lies in the assessor's area"))
OWN_DEPARTMENT = Fact.flag("own_department", Label("属本级政府部门", "it is the assessor's own department"))

ASSESSED_LEVELS = reading(
    "assessed-levels",
    Label("“下级政府”的范围", "which lower governments a superior one assesses"),
    _G41,
    Option("every-lower", Label("各下级政府", "every lower one")),
    Option("next-lower", Label("仅下一级政府", "the next lower one alone")),
)

_DOWNWARD = (Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWNSHIP)


def _below(steps: int) -> Any:
    """The assessed government stands below the assessing one, at most so many levels down."""
    pairs = ((level, _DOWNWARD[place + 1 : place + 1 + steps]) for place, level in enumerate(_DOWNWARD[:-1]))
    first, *rest = ((level == ASSESSOR_LEVEL) & ASSESSED_LEVEL.is_in(*lower) for level, lower in pairs)
    for each in rest:
        first = first | each
    return first


ASSESSES = Rule(
    "integrity-assessment",
    _G41,
    Label("由该政府考核其政务诚信", "this government assesses its integrity"),
    (
        Condition(
            "lower-or-own",
            _G41,
            Label("属下级政府，或者本级政府部门", "a lower government, or a department of its own"),
            (
                (PARTY == GovernmentParty.GOVERNMENT)
                & ASSESSED_LEVELS.pick(every_lower=_below(len(_DOWNWARD)), next_lower=_below(1))
            )
            | ((PARTY == GovernmentParty.DEPARTMENT) & OWN_DEPARTMENT & (ASSESSED_LEVEL == ASSESSOR_LEVEL)),
        ),
        Condition("in-its-area", _G41, IN_ITS_AREA.label, IN_ITS_AREA),
    ),
)

_DIGITS = {Level.PROVINCE: 2, Level.CITY: 4, Level.COUNTY: 6, Level.TOWNSHIP: 6}


def assesses(  # noqa: PLR0913 - each is an input of the law
    government: Body,
    assessed: Body,
    *,
    party: GovernmentParty | None,
    belongs_to: Body | None = None,
    on: date,
    regime: Regime = JIANGSU_2018,
) -> Decision:
    """Whether a government assesses the integrity of a lower one, or of a department, from their levels and regions.

    Args:
        government: the assessing government, with its level and region.
        assessed: who would be assessed.
        party: whether that is a government or a department.
        belongs_to: of a department, the government that it belongs to.
        on: the day asked about.
        regime: the law with its settings.

    >>> city = Body(name="虚构市政府", level=Level.CITY, region="329900")
    >>> county = Body(name="虚构县政府", level=Level.COUNTY, region="329921")
    >>> assesses(city, county, party=GovernmentParty.GOVERNMENT, on=date(2020, 6, 1)).verdict.value
    'yes'
    """
    row = {
        ASSESSOR_LEVEL.name: government.level,
        ASSESSED_LEVEL.name: assessed.level,
        PARTY.name: party,
        OWN_DEPARTMENT.name: None if belongs_to is None else same_body(belongs_to, government),
        IN_ITS_AREA.name: _in_area(government, assessed),
    }
    return ASSESSES.decide(row, on=on, regime=regime)


def _in_area(government: Body, assessed: Body) -> bool | None:
    digits = _DIGITS.get(government.level) if government.level else None
    if digits is None or government.region is None or assessed.region is None:
        return None
    return assessed.region[:digits] == government.region[:digits]
