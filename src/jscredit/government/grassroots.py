"""G3.7: what sub-districts and townships promise, and what credit villages and credit households get."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from jscredit.errors import Label
from jscredit.government.events import happened, stated
from jscredit.law import G
from jscredit.records import Vocabulary
from jscredit.rules import JIANGSU_2018, ON, Condition, Decision, Fact, Regime, Rule

_G37 = G.article(3, item=7)


class TownshipService(Vocabulary):
    """The public services and benefits that sub-districts and townships promise in public; the list is open."""

    EMPLOYMENT = "employment", "就业", "employment"
    PROPERTY_MANAGEMENT = "property_management", "物业", "property management"
    SCHOOLING = "schooling", "就学", "schooling"
    PUBLIC_HEALTH = "public_health", "公共卫生", "public health"
    FAMILY_PLANNING = "family_planning", "计生", "family planning"
    ELDERLY_CARE = "elderly_care", "养老", "care of the elderly"
    DISABILITY_SUPPORT = "disability_support", "助残", "support of the disabled"
    POVERTY_RELIEF = "poverty_relief", "扶贫", "poverty relief"
    MEDICAL_INSURANCE = "medical_insurance", "医保", "medical insurance"
    HOUSING = "housing", "住房", "housing"
    TRAVEL = "travel", "出行", "travel"
    PARKING = "parking", "停车", "parking"
    FIRE_AND_THEFT_PREVENTION = "fire_and_theft_prevention", "防火防盗", "prevention of fire and theft"
    SUPPORT_FOR_MILITARY_FAMILIES = "support_for_military_families", "拥军优属", "support for military families"
    CONVENIENCE_SERVICES = "convenience_services", "便民服务", "services for convenience"


class CreditUnit(Vocabulary):
    """Who can be recognised as honest in villages and communities."""

    CREDIT_VILLAGE = "credit_village", "信用村", "credit village"
    CREDIT_HOUSEHOLD = "credit_household", "信用户", "credit household"


class GrassrootsIncentive(Vocabulary):
    """In what credit villages are supported (three) and credit households preferred (four); both lists are open."""

    AGRICULTURAL_DEVELOPMENT = "agricultural_development_support", "农业开发", "agricultural development"
    ENVIRONMENTAL_IMPROVEMENT = "environmental_improvement_support", "环境整治", "improvement of the environment"
    COLLECTIVE_ECONOMY = "collective_economy_support", "集体经济扶持", "help for the collective economy"
    EMPLOYMENT = "household_employment_preference", "就业", "employment"
    POVERTY_RELIEF = "household_poverty_relief_preference", "扶贫", "poverty relief"
    ELDERLY_CARE = "household_elderly_care_preference", "养老", "care of the elderly"
    CREDIT = "household_credit_preference", "信贷", "credit"

    @property
    def unit(self) -> CreditUnit:
        """Who gets it.

        >>> GrassrootsIncentive.CREDIT.unit.label.en
        'credit household'
        """
        return CreditUnit.CREDIT_HOUSEHOLD if self.value.startswith("household") else CreditUnit.CREDIT_VILLAGE


CREDIT_UNIT = Fact.choice("credit_unit", CreditUnit, Label("信用创建单位", "kind of unit that was recognised"))
RECOGNISED = Fact.flag("credit_unit_recognised", Label("已获认定", "it was recognised"))
RECOGNISED_ON = Fact.day("credit_unit_recognised_on", Label("认定之日", "day of the recognition"))
PROMISED: Mapping[TownshipService, Fact] = MappingProxyType(
    {
        service: Fact.flag(
            f"township_promise_{service.value}", Label(f"承诺{service.label.zh}", f"promised: {service.label.en}")
        )
        for service in TownshipService
    }
)

TOWNSHIP_PROMISE = Rule(
    "township-promise",
    _G37,
    Label("公开承诺涵盖列名的各项服务", "the public promise covers every service that is named"),
    tuple(Condition(each.value.replace("_", "-"), _G37, fact.label, fact) for each, fact in PROMISED.items()),
)
GRASSROOTS_INCENTIVES: Mapping[GrassrootsIncentive, Rule] = MappingProxyType(
    {
        incentive: Rule(
            f"grassroots-incentive:{incentive.value}",
            _G37,
            Label(f"在{incentive.label.zh}方面予以支持或者倾斜", f"supported or preferred in {incentive.label.en}"),
            (
                Condition("unit", _G37, incentive.unit.label, CREDIT_UNIT.is_in(incentive.unit)),
                Condition("recognised", _G37, RECOGNISED.label, RECOGNISED & (ON >= RECOGNISED_ON)),
            ),
        )
        for incentive in GrassrootsIncentive
    }
)


def township_promise(
    services: tuple[TownshipService, ...] | None, *, on: date, regime: Regime = JIANGSU_2018
) -> Decision:
    """Whether a sub-district or a township promises every service that the text names; ``failed`` says what lacks.

    Args:
        services: all services of the published promises; None where nobody has seen them.
        on: the day asked about.
        regime: the law with its settings.

    >>> told = township_promise(tuple(TownshipService)[1:], on=date(2020, 6, 1))
    >>> [failure.condition.id for failure in told.failed]
    ['employment']
    """
    row = {fact.name: stated(services, service) for service, fact in PROMISED.items()}
    return TOWNSHIP_PROMISE.decide(row, on=on, regime=regime)


def grassroots_incentives(
    unit: CreditUnit | None,
    *,
    recognised: bool | None = None,
    recognised_on: date | None = None,
    on: date,
    regime: Regime = JIANGSU_2018,
) -> Mapping[GrassrootsIncentive, Decision]:
    """What a credit village or a credit household gets on a day: the seven with their answers.

    Raises:
        InvalidInput: ``government.day-without-event`` for a day beside a no.

    >>> told = grassroots_incentives(
    ...     CreditUnit.CREDIT_VILLAGE, recognised_on=date(2020, 1, 6), on=date(2020, 6, 1)
    ... )
    >>> [one.value for one, decision in told.items() if decision.verdict == "yes"][:2]
    ['agricultural_development_support', 'environmental_improvement_support']
    """
    row = {
        CREDIT_UNIT.name: unit,
        RECOGNISED.name: happened(event=recognised, on=recognised_on, field="recognised_on", clause="G3.7"),
        RECOGNISED_ON.name: recognised_on,
    }
    return MappingProxyType(
        {each: rule.decide(row, on=on, regime=regime) for each, rule in GRASSROOTS_INCENTIVES.items()}
    )
