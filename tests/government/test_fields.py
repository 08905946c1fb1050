"""The other fields told in cases: procurement, partnership, debt, statistics, townships (G3.1, G3.2, G3.5 to G3.7)."""

import dataclasses
import json
from datetime import date, timedelta
from decimal import Decimal

import pytest
from pydantic import ValidationError

from government_cases import AUTHORITY, BUREAU, DAY, ON
from jscredit.errors import InvalidInput
from jscredit.government import (
    AREA_LEVEL,
    DEBT_BOUNDARY,
    RED_FROM,
    YELLOW_FROM,
    CreditUnit,
    DebtRisk,
    DebtRiskClass,
    PartnershipProject,
    PartnershipStage,
    ProcurementPromise,
    PromiseTopic,
    StageResponsibility,
    StatisticsPromiseTopic,
    SupervisionPoint,
    TownshipService,
    debt_warning,
    grassroots_incentives,
    procurement_promise,
    stages_covered,
    statistics_promise,
    township_promise,
)
from jscredit.records import Body, Level
from jscredit.rules import JIANGSU_2018, Setting

PROMISE = ProcurementPromise(
    purchaser=BUREAU,
    project="虚采〔2020〕7号",
    given_on=date(2020, 5, 6),
    written=True,
    topics=tuple(PromiseTopic),
    published_on=date(2020, 5, 7),
    begins_on=date(2020, 5, 8),
    supervised=(SupervisionPoint.PAYMENT,),
)


def test_a_promise_that_is_as_it_has_to_be():
    told = procurement_promise(PROMISE, on=ON)
    assert told.verdict == "yes"
    assert procurement_promise(PROMISE, on=date(2020, 5, 6)).earliest == date(2020, 5, 7)


def test_a_day_before_the_start_is_needed_for_both():
    told = procurement_promise(dataclasses.replace(PROMISE, begins_on=date(2020, 5, 7)), on=ON)
    assert [one.condition.id for one in told.failed] == ["public-before-the-start"]


def test_what_is_not_known_of_a_promise():
    told = procurement_promise(dataclasses.replace(PROMISE, topics=None), on=ON)
    assert len(told.missing) == 5


def test_supervision_points():
    assert PROMISE.unsupervised == (SupervisionPoint.ACCEPTANCE, SupervisionPoint.CONTRACT_PERFORMANCE)
    assert dataclasses.replace(PROMISE, supervised=None).unsupervised is None


def test_a_day_beside_a_no_is_refused():
    with pytest.raises(ValidationError, match=r"government\.day-without-event"):
        dataclasses.replace(PROMISE, published=False)


def test_a_promise_is_stored_and_loaded():
    assert ProcurementPromise.from_storage_json(PROMISE.to_storage_json()) == PROMISE


def responsible(stage, **parts):
    return StageResponsibility(**({"stage": stage, "person": "张三丰", "since": DAY, "ended": False} | parts))


S = PartnershipStage
PROJECT = PartnershipProject(
    name="虚构污水处理项目",
    government=Body(name="虚构市水务局"),
    responsibilities=(
        responsible(S.IDENTIFICATION, ended=None, until=date(2020, 5, 31)),
        responsible(S.PREPARATION, ended=None, until=date(2020, 4, 30)),
        responsible(S.PREPARATION, person="李四光", since=date(2020, 5, 1)),
        responsible(S.PROCUREMENT, since=None),
        responsible(S.EXECUTION, since=ON + timedelta(1)),
    ),
)


def test_stages_without_a_responsible_person_are_reported():
    told = stages_covered(PROJECT, on=ON)
    assert told.without == (S.IDENTIFICATION, S.EXECUTION, S.TRANSFER)
    assert told.unsettled == (S.PROCUREMENT,)
    assert told.missing == ("responsible_since",)
    assert stages_covered(PROJECT, on=date(2020, 5, 31)).without == (S.EXECUTION, S.TRANSFER)


def test_who_was_responsible_can_be_traced():
    assert [one.person for one in PROJECT.responsible(S.PREPARATION, on=date(2020, 4, 30))] == ["张三丰"]
    assert [one.person for one in PROJECT.responsible(S.PREPARATION, on=date(2020, 5, 1))] == ["李四光"]
    assert PROJECT.responsible(S.TRANSFER, on=ON) == ()
    # A day before the opinions were issued can be asked about: it is a fact, no question of law.
    earlier = PartnershipProject(name="旧项目", responsibilities=(responsible(S.EXECUTION, since=date(2015, 1, 5)),))
    assert len(earlier.responsible(S.EXECUTION, on=date(2016, 1, 4))) == 1
    assert len(PROJECT.responsible(S.PROCUREMENT, on=ON)) == 1


@pytest.mark.parametrize("parts", [{"until": DAY - timedelta(1), "ended": None}, {"until": ON, "ended": False}])
def test_an_end_that_does_not_fit_is_refused(parts):
    with pytest.raises(ValidationError, match=r"partnership\.until"):
        responsible(S.EXECUTION, **parts)


def test_the_persons_are_masked_and_the_project_is_stored():
    told = stages_covered(PROJECT, on=ON)
    for text in (repr(PROJECT), PROJECT.to_public_json(), told.explain(), told.to_public_json()):
        assert "张三丰" not in text
    assert PartnershipProject.from_storage_json(PROJECT.to_storage_json()) == PROJECT


def risk(**parts):
    return DebtRisk(**({"area": Body(name="虚构县政府", level=Level.COUNTY)} | parts))


LAW = JIANGSU_2018.with_settings(Setting(YELLOW_FROM, 100, AUTHORITY), Setting(RED_FROM, 200, AUTHORITY))


@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        ({"risk_class": DebtRiskClass.HIGH}, "red"),
        ({"risk_class": DebtRiskClass.RATHER_HIGH}, "yellow"),
        ({"risk_class": DebtRiskClass.NEITHER}, None),
        # The class that the authority gave goes before the indicator.
        ({"risk_class": DebtRiskClass.NEITHER, "indicator": Decimal(300)}, None),
        ({"classed": False, "indicator": Decimal(300)}, "red"),
        ({"classed": False, "indicator": Decimal(200)}, "red"),
        ({"classed": False, "indicator": Decimal("199.999999")}, "yellow"),
        ({"classed": False, "indicator": Decimal(100)}, "yellow"),
        ({"classed": False, "indicator": Decimal("99.999999")}, None),
        ({"classed": False, "indicator": Decimal(-1)}, None),
        ({"area": Body(name="虚构省政府", level=Level.PROVINCE), "risk_class": DebtRiskClass.HIGH}, None),
    ],
)
def test_colour(parts, wanted):
    told = debt_warning(risk(**parts), on=ON, regime=LAW)
    assert told.colour == wanted
    assert told.given == ("no" if wanted is None else "yes")


@pytest.mark.parametrize(
    ("parts", "regime", "missing"),
    [
        ({"classed": False, "indicator": Decimal(150)}, JIANGSU_2018, {"debt-red-threshold", "debt-yellow-threshold"}),
        ({}, LAW, {"debt_risk_classed", "debt_risk_class", "debt_indicator"}),
        ({"classed": False}, LAW, {"debt_indicator"}),
        ({"classed": True}, LAW, {"debt_risk_class"}),
        ({"area": Body(name="虚构县政府"), "risk_class": DebtRiskClass.HIGH}, LAW, {"debt_area_level"}),
    ],
)
def test_without_a_class_or_a_threshold_it_is_open(parts, regime, missing):
    told = debt_warning(risk(**parts), on=ON, regime=regime)
    assert told.colour is None
    assert told.given == "undetermined"
    assert set(told.missing) == missing


def test_the_boundary_is_a_reading_and_says_so():
    at = risk(classed=False, indicator=Decimal(200))
    told = debt_warning(at, on=ON, regime=LAW)
    assert told.red.verdict_under(DEBT_BOUNDARY, "exceeded") == "no"
    assert any("债务" in one.text("zh") or "阈值" in one.text("zh") for one in told.red.notices)
    assert debt_warning(at, on=ON, regime=LAW.reading(DEBT_BOUNDARY, "exceeded")).colour == "yellow"


def test_thresholds_may_differ_by_level():
    law = JIANGSU_2018.with_settings(
        Setting(YELLOW_FROM, 100, AUTHORITY, when=AREA_LEVEL == Level.COUNTY),
        Setting(YELLOW_FROM, 120, AUTHORITY, when=AREA_LEVEL == Level.CITY),
        Setting(RED_FROM, 200, AUTHORITY),
    )
    assert debt_warning(risk(classed=False, indicator=Decimal(110)), on=ON, regime=law).colour == "yellow"
    city = risk(area=Body(name="虚构市政府", level=Level.CITY), classed=False, indicator=Decimal(110))
    assert debt_warning(city, on=ON, regime=law).given == "no"


def test_a_class_beside_a_no_is_refused():
    with pytest.raises(ValidationError, match=r"debt\.class"):
        risk(classed=False, risk_class=DebtRiskClass.HIGH)


@pytest.mark.parametrize("figure", ["abc", "1e3", "1.0000001", 7, ""])
def test_a_stored_figure_is_a_plain_decimal_text(figure):
    stored = json.loads(risk(indicator=Decimal("12.5")).to_storage_json())
    with pytest.raises(ValueError, match=r"\[field\."):
        DebtRisk.from_storage_json(json.dumps(stored | {"indicator": figure}))


def test_a_risk_is_stored_and_loaded():
    one = risk(classed=False, indicator=Decimal("-12.500001"), indicator_name="债务率（%）")
    assert DebtRisk.from_storage_json(one.to_storage_json()) == one


def test_no_warning_is_told_as_none():
    told = debt_warning(risk(risk_class=DebtRiskClass.NEITHER), on=ON)
    assert told.explain("en").splitlines()[:2] == ["a warning is given: no", "colour: no warning"]


def test_statistics_promise():
    assert statistics_promise(tuple(StatisticsPromiseTopic), on=ON).verdict == "yes"
    assert statistics_promise(None, on=ON).verdict == "undetermined"


def test_township_promise():
    assert township_promise(tuple(TownshipService), on=ON).verdict == "yes"
    assert len(township_promise((), on=ON).failed) == 15
    assert len(township_promise(None, on=ON).missing) == 15


def test_households_get_four():
    told = grassroots_incentives(CreditUnit.CREDIT_HOUSEHOLD, recognised_on=DAY, on=ON)
    assert [one.value for one, decision in told.items() if decision.verdict == "yes"] == [
        "household_employment_preference",
        "household_poverty_relief_preference",
        "household_elderly_care_preference",
        "household_credit_preference",
    ]
    with pytest.raises(InvalidInput, match=r"government\.day-without-event"):
        grassroots_incentives(CreditUnit.CREDIT_VILLAGE, recognised=False, recognised_on=DAY, on=ON)
    none = grassroots_incentives(CreditUnit.CREDIT_HOUSEHOLD, recognised=False, on=ON)
    assert {decision.verdict.value for decision in none.values()} == {"no"}
