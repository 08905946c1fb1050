"""G3.5: yellow and red warnings of local government debt.

The colour follows from the class that the authority gave the city or county; where it gave none, from an indicator and
the authority's cited thresholds. The text gives neither an indicator nor a number. An indicator is one of which more is
worse.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Self

from pydantic import model_validator
from pydantic.dataclasses import dataclass as value

from jscredit.errors import Fault, Label
from jscredit.government.figures import Figure
from jscredit.government.telling import Line, Told, any_of
from jscredit.law import G
from jscredit.records import Body, Document, Level, Vocabulary
from jscredit.records.value import STRICT, Text, refuse
from jscredit.rules import (
    JIANGSU_2018,
    NUMBER,
    Condition,
    Decision,
    Fact,
    If,
    Option,
    Regime,
    Rule,
    Term,
    Verdict,
    reading,
)

_G35 = G.article(3, item=5)


class DebtRiskClass(Vocabulary):
    """How the authority classes a city's or a county's debt risk: the two that the text names, and none of them."""

    NEITHER = "neither", "未列为较高或者高风险", "neither rather high nor high"
    RATHER_HIGH = "rather_high", "债务较高风险", "rather high debt risk"
    HIGH = "high", "债务高风险", "high debt risk"


class DebtWarning(Vocabulary):
    """The two warnings; there is none below them."""

    YELLOW = "yellow", "黄色预警", "yellow warning"
    RED = "red", "红色预警", "red warning"


AREA_LEVEL = Fact.choice("debt_area_level", Level, Label("地区层级", "level of the area"))
CLASSED = Fact.flag("debt_risk_classed", Label("主管部门已列明风险等级", "the authority gave it a class of risk"))
RISK_CLASS = Fact.choice("debt_risk_class", DebtRiskClass, Label("债务风险等级", "class of debt risk"))
INDICATOR = Fact.number("debt_indicator", Label("债务风险指标值", "value of the debt indicator"))

YELLOW_FROM = Term("debt-yellow-threshold", NUMBER, Label("黄色预警阈值", "threshold of the yellow warning"), _G35)
RED_FROM = Term("debt-red-threshold", NUMBER, Label("红色预警阈值", "threshold of the red warning"), _G35)
DEBT_BOUNDARY = reading(
    "debt-boundary",
    Label("指标恰好等于阈值", "an indicator that equals the threshold"),
    _G35,
    Option("reached", Label("达到即预警", "to reach it is enough")),
    Option("exceeded", Label("超过才预警", "it has to be exceeded")),
)

_OVER_YELLOW = DEBT_BOUNDARY.pick(reached=INDICATOR >= YELLOW_FROM, exceeded=INDICATOR > YELLOW_FROM)
_OVER_RED = DEBT_BOUNDARY.pick(reached=INDICATOR >= RED_FROM, exceeded=INDICATOR > RED_FROM)

_CITY_OR_COUNTY = Condition(
    "city-or-county", _G35, Label("属市、县", "it is a city or a county"), AREA_LEVEL.is_in(Level.CITY, Level.COUNTY)
)
RED_WARNING = Rule(
    "debt-warning:red",
    _G35,
    DebtWarning.RED.label,
    (
        _CITY_OR_COUNTY,
        Condition(
            "high",
            _G35,
            Label("列为高风险，或者指标达到红色阈值", "classed as high, or over the red threshold"),
            If(CLASSED, RISK_CLASS == DebtRiskClass.HIGH, _OVER_RED),
        ),
    ),
)
YELLOW_WARNING = Rule(
    "debt-warning:yellow",
    _G35,
    DebtWarning.YELLOW.label,
    (
        _CITY_OR_COUNTY,
        Condition(
            "rather-high",
            _G35,
            Label("列为较高风险，或者指标达到黄色阈值", "classed as rather high, or over the yellow threshold"),
            If(CLASSED, RISK_CLASS == DebtRiskClass.RATHER_HIGH, _OVER_YELLOW),
        ),
        Condition(
            "not-red",
            _G35,
            Label("未达红色预警", "not red: red goes before yellow"),
            CLASSED | ~_OVER_RED,
        ),
    ),
)


@value(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class DebtRisk(Document):
    """What is known of the debt risk of one city or county. ``None`` means *not known*, never *no*.

    Attributes:
        area: its government, with the level.
        classed: whether the authority gave it a class; with no, the indicator counts.
        risk_class: that class.
        indicator: the indicator's value, of which more is worse; without a class it is compared with the thresholds.
        indicator_name: what it is, in words.

    Raises:
        pydantic.ValidationError: ``debt.class`` for a class beside a no.
    """

    schema_name: ClassVar[str] = "jscredit.debt-risk"

    area: Body
    classed: bool | None = None
    risk_class: DebtRiskClass | None = None
    indicator: Figure | None = None
    indicator_name: Text | None = None

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        refuse("DebtRisk", self._faults())
        if self.risk_class is not None:
            object.__setattr__(self, "classed", True)
        return self

    def _faults(self) -> Iterator[Fault]:
        if self.classed is False and self.risk_class is not None:
            yield _CLASS


@dataclass(frozen=True, slots=True)
class DebtFinding(Told):
    """The warning for one city or county, with the reasons.

    Attributes:
        red, yellow: the two decisions; at most one of them is a yes.
    """

    schema_name: ClassVar[str] = "jscredit.debt-finding"

    red: Decision
    yellow: Decision

    @property
    def given(self) -> Verdict:
        """Whether any warning is given."""
        return any_of((self.red.verdict, self.yellow.verdict))

    @property
    def colour(self) -> DebtWarning | None:
        """The colour; None where no warning is given, and where the colour is open: ``given`` and ``missing`` tell."""
        if self.red.verdict is Verdict.YES:
            return DebtWarning.RED
        return DebtWarning.YELLOW if self.yellow.verdict is Verdict.YES else None

    @property
    def lines(self) -> tuple[Line, ...]:
        """Whether a warning is given, and its colour."""
        none = (_NO_WARNING,) if self.given is Verdict.NO else ()
        return (
            Line("given", Label("是否预警", "a warning is given"), self.given),
            Line("colour", Label("预警颜色", "colour"), self.colour, *none),
        )

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Both decisions."""
        return (self.red, self.yellow)


def debt_warning(risk: DebtRisk, *, on: date, regime: Regime = JIANGSU_2018) -> DebtFinding:
    """The warning for a city or a county (G3.5): red over yellow, undetermined without a class and a threshold.

    The authority's thresholds are settings of ``YELLOW_FROM`` and ``RED_FROM``, each with its citation; guards may ask
    for ``AREA_LEVEL``. Where they are set so that red lies below yellow, whoever reaches red is red.

    >>> county = DebtRisk(area=Body(name="虚构县政府", level=Level.COUNTY), risk_class=DebtRiskClass.RATHER_HIGH)
    >>> debt_warning(county, on=date(2020, 6, 1)).colour.value
    'yellow'
    """
    row = debt_row(risk)
    return DebtFinding(*(rule.decide(row, on=on, regime=regime) for rule in (RED_WARNING, YELLOW_WARNING)))


def debt_row(risk: DebtRisk) -> dict[str, Any]:
    """The facts of both rules."""
    return {
        AREA_LEVEL.name: risk.area.level,
        CLASSED.name: risk.classed,
        RISK_CLASS.name: risk.risk_class,
        INDICATOR.name: risk.indicator,
    }


_NO_WARNING = Label("不预警", "no warning")
_CLASS = Fault(
    code="debt.class",
    message=Label("已答未列明等级，却有等级", "there is a class beside a no"),
    cure=Label("请删去等级，或者更正回答", "leave the class out, or correct the answer"),
    field="risk_class",
    clause="G3.5",
)
