"""J5, J4: who may determine entries of red and black lists. Others give reference material, and no more."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from pydantic import model_validator
from pydantic.dataclasses import dataclass

from jscredit.errors import Fault, Label
from jscredit.law import J
from jscredit.records import Body, Level, Value, Vocabulary
from jscredit.records.value import STRICT, Day, Text, refuse
from jscredit.rules import JIANGSU_2018, ON, Condition, Decision, Fact, Option, Regime, Rule, reading

_J5, _J4B = J.article(5), J.article(4, paragraph=2)


class Determiner(Vocabulary):
    """What kind of body would determine an entry: two kinds by right, two if authorised, any other never (J5)."""

    STATE_OR_PARTY_ORGAN = "state_or_party_organ", "国家党政机关", "state or party organ"
    AUTHORISED_ORGANISATION = (
        "authorised_public_affairs_organisation",
        "法律法规授权的具有管理公共事务职能的组织",
        "organisation authorised to manage public affairs",
    )
    INDUSTRY_ASSOCIATION = "industry_association", "行业协会商会", "industry association or chamber"
    CREDIT_SERVICE_AGENCY = "credit_service_agency", "信用服务机构", "credit service agency"
    OTHER = "other", "其他单位或者个人", "another body, or a person"


class ReferenceSupplier(Vocabulary):
    """Who is encouraged to tell the determining body of good and bad conduct (J5)."""

    INDUSTRY_ASSOCIATION = "industry_association", "行业协会商会", "industry association or chamber"
    BIG_DATA_COMPANY = "big_data_company", "大数据企业", "big-data company"
    FINANCIAL_INSTITUTION = "financial_institution", "金融机构", "financial institution"
    NEWS_MEDIA = "news_media", "新闻媒体", "news media"
    SOCIAL_ORGANISATION = "social_organisation", "社会组织", "social organisation"
    CITIZEN = "citizen", "公民个人", "citizen"
    OTHER = "other", "其他单位", "another body"


_BY_RIGHT = (Determiner.STATE_OR_PARTY_ORGAN, Determiner.AUTHORISED_ORGANISATION)
_IF_AUTHORISED = (Determiner.INDUSTRY_ASSOCIATION, Determiner.CREDIT_SERVICE_AGENCY)
_COUNTY_OR_ABOVE = (Level.CENTRAL, Level.PROVINCE, Level.CITY, Level.COUNTY)

DETERMINER = Fact.choice("determiner", Determiner, Label("认定单位类型", "kind of the determining body"))
DETERMINER_LEVEL = Fact.choice("determiner_level", Level, Label("认定单位层级", "level of the determining body"))
IN_OWN_FIELD = Fact.flag("in_own_field", Label("属其主管领域", "the list is of a field that it is in charge of"))
AUTHORISED_BY = Fact.choice("authorised_by_level", Level, Label("授权部门层级", "level of the authorising department"))
AUTHORISED_FROM = Fact.day("authorised_from", Label("授权起始日", "first day of the authorisation"))

AGENCY_LEVEL = reading(
    "listing-agency-level",
    Label("“省级”是否修饰信用服务机构", "whether 'provincial' reaches credit service agencies"),
    _J5,
    Option("associations-only", Label("仅修饰行业协会商会", "it is said of associations only")),
    Option("agencies-too", Label("也修饰信用服务机构", "it is said of agencies too")),
)

_IS_ASSOCIATION = DETERMINER == Determiner.INDUSTRY_ASSOCIATION

COMPETENT = Rule(
    "listing-competence",
    _J5,
    Label("有权认定红黑名单", "it may determine entries of red and black lists"),
    (
        Condition(
            "kind-of-body",
            _J5,
            Label(
                "属可以认定的单位；其他单位只能提供参考",
                "it is of a kind that may; others give reference material only",
            ),
            DETERMINER.is_in(*_BY_RIGHT, *_IF_AUTHORISED),
        ),
        Condition(
            "county-or-above",
            _J4B,
            Label("机关和授权组织须为县级以上", "organs and authorised organisations: county level or above"),
            ~DETERMINER.is_in(*_BY_RIGHT) | DETERMINER_LEVEL.is_in(*_COUNTY_OR_ABOVE),
        ),
        Condition(
            "provincial",
            _J5,
            Label("行业协会商会须为省级", "associations, and by a reading agencies: provincial level"),
            AGENCY_LEVEL.pick(
                associations_only=~_IS_ASSOCIATION | (DETERMINER_LEVEL == Level.PROVINCE),
                agencies_too=~DETERMINER.is_in(*_IF_AUTHORISED) | (DETERMINER_LEVEL == Level.PROVINCE),
            ),
        ),
        Condition(
            "authorised",
            _J5,
            Label("协会商会和信用服务机构须经省级部门授权", "associations and agencies: by a provincial department"),
            ~DETERMINER.is_in(*_IF_AUTHORISED) | ((AUTHORISED_BY == Level.PROVINCE) & (ON >= AUTHORISED_FROM)),
        ),
        Condition("own-field", _J5, Label("谁主管谁认定", "the field is its own"), IN_OWN_FIELD),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Authorisation(Value):
    """A department's authorisation of an association or a credit agency to determine entries (J5).

    Attributes:
        by: the department, with its level.
        citation: the document.
        since: the first day on which it is in force.
    """

    by: Body
    citation: Text
    since: Day


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class DeterminingBody(Value):
    """The body that would determine an entry. ``None`` means *not known*.

    Attributes:
        body: its name and level.
        kind: what kind of body it is.
        fields: the fields that it is in charge of, or authorised for.
        authorisation: of an association or a credit agency.

    Raises:
        pydantic.ValidationError: ``listing.authorisation`` where a body that needs none has one.
    """

    body: Body
    kind: Determiner | None = None
    fields: tuple[Text, ...] | None = None
    authorisation: Authorisation | None = None

    @model_validator(mode="after")
    def _fits_together(self) -> "DeterminingBody":
        refuse("DeterminingBody", self._faults())
        return self

    def _faults(self) -> Iterator[Fault]:
        if self.authorisation and self.kind not in {None, *_IF_AUTHORISED}:
            yield _AUTHORISATION


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ReferenceMaterial(Value):
    """What somebody without competence told the determining body. It is kept as such and carries no listing (J5).

    Attributes:
        supplier: what kind of body or person told it; a person is never named.
        content: what was told, in words or by its number.
        received_on: the day on which the determining body had it.
    """

    supplier: ReferenceSupplier
    content: Text
    received_on: Day


def competence(body: DeterminingBody, *, field: str, on: date, regime: Regime = JIANGSU_2018) -> Decision:
    """Whether a body may determine entries of lists of a field on a day, and why not.

    >>> bureau = DeterminingBody(
    ...     body=Body(name="虚构镇政府", level=Level.TOWNSHIP),
    ...     kind=Determiner.STATE_OR_PARTY_ORGAN,
    ...     fields=("虚构领域",),
    ... )
    >>> found = competence(bureau, field="虚构领域", on=date(2020, 1, 1))
    >>> found.verdict.value, [failure.condition.id for failure in found.failed]
    ('no', ['county-or-above'])
    """
    return COMPETENT.decide(competence_row(body, field), on=on, regime=regime)


def competence_row(body: DeterminingBody, field: str) -> dict[str, Any]:
    """The facts of the rule."""
    given = body.authorisation
    return {
        DETERMINER.name: body.kind,
        DETERMINER_LEVEL.name: body.body.level,
        IN_OWN_FIELD.name: None if body.fields is None else field in body.fields,
        AUTHORISED_BY.name: given and given.by.level,
        AUTHORISED_FROM.name: given and given.since,
    }


_AUTHORISATION = Fault(
    code="listing.authorisation",
    message=Label(
        "只有行业协会商会和信用服务机构经授权认定", "only associations and credit agencies determine by authorisation"
    ),
    cure=Label("请核对认定单位类型，或者删去授权", "check the kind of body, or leave the authorisation out"),
    field="authorisation",
    clause="J5",
)
