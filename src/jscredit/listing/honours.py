"""J7: typical honest subjects, who sets them up and who only proposes them, and the fields of public commitments."""

from datetime import date
from typing import Any

from pydantic.dataclasses import dataclass

from jscredit.errors import Label
from jscredit.law import J
from jscredit.listing.publication import ListChannel
from jscredit.records import Body, Honour, Level, Value, Vocabulary
from jscredit.records.value import STRICT, Day, Text
from jscredit.rules import JIANGSU_2018, ON, Condition, Decision, Fact, Regime, Rule

_J7 = J.article(7)


class HonourSource(Vocabulary):
    """Where an honour comes from: governments and departments set it up, the others propose and make it known."""

    GOVERNMENT_OR_DEPARTMENT = "government_or_department", "各级政府和部门", "government or department"
    INDUSTRY_ASSOCIATION = "industry_association", "行业协会商会", "industry association or chamber"
    NEWS_MEDIA = "news_media", "新闻媒体", "news media"


class CommitmentField(Vocabulary):
    """In what enterprises are encouraged to give public commitments; the list is open."""

    PRODUCT_AND_SERVICE_QUALITY = "product_and_service_quality", "产品服务质量", "quality of products and services"
    FOOD_SAFETY = "food_safety", "食品安全", "food safety"
    WORK_SAFETY = "work_safety", "安全生产", "work safety"
    LABOUR_PROTECTION = "labour_protection", "劳动保障", "labour protection"
    ENVIRONMENTAL_PROTECTION = "environmental_protection", "环境保护", "environmental protection"
    PUBLIC_RESOURCE_TRADING = "public_resource_trading", "公共资源交易", "public resource trading"


HONOUR_CHANNELS = (ListChannel.DETERMINING_BODY_SITE, ListChannel.CREDIT_JIANGSU_SITE)
"""Where honest market subjects are published."""

HONOUR = Fact.choice("honour", Honour, Label("诚信典型种类", "kind of honour"))
HONOUR_SOURCE = Fact.choice("honour_source", HonourSource, Label("荣誉来源", "where the honour comes from"))
HONOUR_LEVEL = Fact.choice("honour_level", Level, Label("授予单位层级", "level of the granting body"))
HONOUR_FROM = Fact.day("honour_from", Label("授予日", "day on which it was granted"))
HONOUR_REVOKED = Fact.flag("honour_revoked", Label("已撤销", "it was revoked"))
HONOUR_REVOKED_ON = Fact.day("honour_revoked_on", Label("撤销日", "day on which it was revoked"))

TYPICAL_HONEST_SUBJECT = Rule(
    "typical-honest-subject",
    _J7,
    Label("诚信典型", "a typical honest subject"),
    (
        Condition(
            "named-honour", _J7, Label("属列明的荣誉", "it holds an honour that is named"), HONOUR.is_in(*Honour)
        ),
        Condition(
            "set-up-by-government",
            _J7,
            Label("由政府或者部门树立", "set up by a government or department"),
            HONOUR_SOURCE == HonourSource.GOVERNMENT_OR_DEPARTMENT,
        ),
        Condition(
            "province-or-city",
            _J7,
            Label("企业信用管理示范须为省级或者市级", "demonstration enterprises: of province or city level"),
            (HONOUR != Honour.CREDIT_MANAGEMENT_DEMONSTRATION_ENTERPRISE)
            | HONOUR_LEVEL.is_in(Level.PROVINCE, Level.CITY),
        ),
        Condition("granted", _J7, Label("已授予", "it has been granted"), ON >= HONOUR_FROM),
        Condition(
            "not-revoked",
            _J7,
            Label("没有撤销", "it was not revoked"),
            ~HONOUR_REVOKED | (ON < HONOUR_REVOKED_ON),
        ),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class HonourGrant(Value):
    """An honour that a subject holds (J7). ``None`` means *not known*.

    Attributes:
        honour: which one.
        source: who set it up or proposed it.
        granter: the granting body, with its level.
        granted_on: the day of the grant.
        revoked: whether it was revoked (J11).
        revoked_on: the first day without it.
        document: its number.
    """

    honour: Honour | None = None
    source: HonourSource | None = None
    granter: Body | None = None
    granted_on: Day | None = None
    revoked: bool | None = None
    revoked_on: Day | None = None
    document: Text | None = None


def typical_honest_subject(grant: HonourGrant, *, on: date, regime: Regime = JIANGSU_2018) -> Decision:
    """Whether an honour makes its holder a typical honest subject on a day, as the incentives of J8 ask.

    >>> proposed = HonourGrant(honour=Honour.GREEN_ENTERPRISE, source=HonourSource.NEWS_MEDIA)
    >>> typical_honest_subject(proposed, on=date(2020, 1, 1)).verdict.value
    'no'
    """
    return TYPICAL_HONEST_SUBJECT.decide(honour_row(grant), on=on, regime=regime)


def honour_row(grant: HonourGrant) -> dict[str, Any]:
    """The facts of the rule."""
    return {
        HONOUR.name: grant.honour,
        HONOUR_SOURCE.name: grant.source,
        HONOUR_LEVEL.name: grant.granter and grant.granter.level,
        HONOUR_FROM.name: grant.granted_on,
        HONOUR_REVOKED.name: True if grant.revoked_on else grant.revoked,
        HONOUR_REVOKED_ON.name: grant.revoked_on,
    }
