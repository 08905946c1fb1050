"""Bodies: who produces, provides, runs and uses public credit information (M2, M6, M39, M41)."""

from dataclasses import replace

from pydantic import field_serializer, model_validator
from pydantic.dataclasses import dataclass
from pydantic_core import core_schema

from jscredit.errors import Fault, Label
from jscredit.records.identifiers import CreditCode, mask_name
from jscredit.records.region import RegionCode, is_in_jiangsu
from jscredit.records.storage import is_storage
from jscredit.records.value import STRICT, Text, Value, refuse
from jscredit.records.vocabulary import Vocabulary


class ProviderType(Vocabulary):
    """What kind of body supplies information: two by right (M2), two by analogy (M41)."""

    ADMINISTRATIVE_ORGAN = "administrative_organ", "行政机关", "administrative organ"
    AUTHORISED_PUBLIC_AFFAIRS_ORGANISATION = (
        "authorised_public_affairs_organisation",
        "法律法规授权的具有管理公共事务职能的组织",
        "organisation authorised to manage public affairs",
    )
    INDUSTRY_ASSOCIATION = "industry_association", "行业协会商会", "industry association or chamber"
    OTHER_SOCIAL_ORGANISATION = "other_social_organisation", "其他社会组织", "other social organisation"


class Level(Vocabulary):
    """The level of government that a body belongs to."""

    CENTRAL = "central", "中央", "central"
    PROVINCE = "province", "省级", "province"
    CITY = "city", "设区市级", "city"
    COUNTY = "county", "县级", "county"
    TOWNSHIP = "township", "乡级", "township"


class Role(Vocabulary):
    """What a body does with public credit information (M6)."""

    CREDIT_AUTHORITY = "credit_authority", "信用管理部门", "credit authority"
    INFORMATION_ORGANISATION = "information_organisation", "公共信用信息工作机构", "information organisation"
    PROVIDER = "provider", "信息提供单位", "provider"
    USER = "user", "信息使用单位", "user"

    @property
    def levels(self) -> tuple[Level, ...]:
        """The levels that have such a body: three for the authority and its information organisation (M6).

        >>> [level.value for level in Role.CREDIT_AUTHORITY.levels]
        ['province', 'city', 'county']
        """
        return _SYSTEM_LEVELS if self in {Role.CREDIT_AUTHORITY, Role.INFORMATION_ORGANISATION} else tuple(Level)


_SYSTEM_LEVELS = (Level.PROVINCE, Level.CITY, Level.COUNTY)
_BY_ANALOGY = frozenset({ProviderType.INDUSTRY_ASSOCIATION, ProviderType.OTHER_SOCIAL_ORGANISATION})


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, config=STRICT)
class Body(Value):
    """An organ or organisation that acts under the Measures.

    Attributes:
        name: its name.
        code: its unified social credit code.
        type: what kind of provider it is; None where it is not known, or where it provides nothing.
        level: the level of government it belongs to.
        region: the six digits of its region.
        roles: what it does with public credit information (M6).
        lead_department: its department that leads the management of the data (M39).
        responsible: its person responsible for it (M39); masked wherever it is shown.

    >>> Body(name="虚构市城管局", type=ProviderType.ADMINISTRATIVE_ORGAN, responsible="张三").by_analogy
    False
    """

    name: Text
    code: CreditCode | None = None
    type: ProviderType | None = None
    level: Level | None = None
    region: RegionCode | None = None
    roles: tuple[Role, ...] = ()
    lead_department: Text | None = None
    responsible: Text | None = None

    @property
    def by_analogy(self) -> bool | None:
        """Whether its records are supplied by analogy only (M41); None where its type is not known."""
        return None if self.type is None else self.type in _BY_ANALOGY

    @model_validator(mode="after")
    def _roles_at_its_level(self) -> "Body":
        misplaced = [role for role in self.roles if self.level is not None and self.level not in role.levels]
        refuse("Body", (_no_such_role(role) for role in misplaced))
        return self

    @field_serializer("responsible")
    def _write_responsible(self, value: str | None, info: core_schema.SerializationInfo) -> str | None:
        return value if value is None or is_storage(info) else mask_name(value)

    def __repr__(self) -> str:
        return Value.__repr__(
            self if self.responsible is None else replace(self, responsible=mask_name(self.responsible))
        )


def _no_such_role(role: Role) -> Fault:
    return Fault(
        code="body.role-level",
        message=Label(f"该层级不设{role.label.zh}", f"there is no {role.label.en} at this level"),
        cure=Label("该角色只设省、市、县三级", "the role exists at province, city and county level"),
        field="roles",
        clause="M6",
    )


def acts_in_jiangsu(body: Body, *, stated: bool | None = None) -> bool | None:
    """Whether the Measures reach what a body does (M3); None where that is not known.

    A region in the province settles it, and so does one outside, except for a central body: that may act anywhere, so
    there, and where the region is not known, ``stated`` is the answer.

    >>> acts_in_jiangsu(Body(name="虚构市城管局", region="329901"))
    True
    >>> acts_in_jiangsu(Body(name="虚构部", level=Level.CENTRAL, region="110000")) is None
    True
    """
    if body.region is not None and (body.level is not Level.CENTRAL or is_in_jiangsu(body.region)):
        return is_in_jiangsu(body.region)
    return stated


def same_body(one: Body, other: Body) -> bool:
    """Whether two values name one body: by their codes; where one has none, by their names.

    >>> same_body(Body(name="虚构市城管局"), Body(name="虚构市城管局", region="329901"))
    True
    """
    if one.code is not None and other.code is not None:
        return one.code == other.code
    return one.name == other.name
