"""Inclusion, lawful change, debt warning, procurement promise, mitigation: 10,000 cases each against the oracle.

Beside each count: with one fact withheld, an answer that is given is still the right one.
"""

import dataclasses
from datetime import date, timedelta
from decimal import Decimal

import pytest

from factories import judgement
from jscredit.government import (
    DEBT_BOUNDARY,
    RED_FROM,
    YELLOW_FROM,
    ChangeGround,
    DebtRisk,
    DebtRiskClass,
    FailureCause,
    FailureOutcome,
    IntegrityFailure,
    InvalidExcuse,
    MitigationEffort,
    MitigationGround,
    ProcurementPromise,
    PromiseChange,
    PromiseTopic,
    Tolerance,
    debt_warning,
    failure_inclusion,
    mitigation_of,
    non_performance,
    procurement_promise,
)
from jscredit.law import Rank
from jscredit.records import Body, Level, Subject
from jscredit.rules import JIANGSU_2018, Setting, Source, Verdict
from oracles import government_cases as oracle
from oracles.dice import dice

pytestmark = pytest.mark.slow
COUNT = 10_000
AUTHORITY = Source("虚财债〔2019〕1号", Rank.NORMATIVE_DOCUMENT)
BUYER = Subject(name="虚构市教育局")
BASE = date(2020, 2, 28)


def near(rng, on):
    return on + timedelta(days=rng.choice((-30, -1, 0, 0, 1, 2)))


def some_day(rng):
    return BASE + timedelta(days=rng.choice((0, 1, 2, 30, 400)))


def found(rng, on):
    return judgement(rng.random() < 0.8, on=near(rng, on))


def without_one(rng, value, names):
    return dataclasses.replace(value, **{rng.choice(names): None})


def test_inclusion():
    rng, seen = dice(41), set()
    for _ in range(COUNT):
        on = some_day(rng)
        failure = a_failure(rng, on)
        wanted = oracle.treatment(failure, on)
        seen.add(wanted)
        assert failure_inclusion(failure, on=on).treatment == wanted
        fewer = without_one(rng, failure, ("cause", "in_duty", "dealt_with_on", "tolerance"))
        fewer = dataclasses.replace(fewer, tolerance_found=None) if fewer.tolerance is None else fewer
        told = failure_inclusion(fewer, on=on)
        assert told.treatment in {None, wanted}
        assert (told.treatment is None) == bool(told.missing)
    assert seen == {"goes_in", "may_be_left_out", "stays_out"}


def a_failure(rng, on):
    cause = rng.choice((None, *FailureCause, *FailureCause))
    outcome = rng.choice((None, *FailureOutcome, *FailureOutcome))
    tolerance = None
    if rng.random() < 0.6:
        named = rng.random() < 0.8
        procedure = {"procedure": "容错纠错实施办法"} if named else {"by_procedure": False}
        tolerance = Tolerance(judgement=found(rng, on), **procedure)
    return IntegrityFailure(
        cause=cause,
        other_cause=found(rng, on) if cause is None else None,
        dealt_with=outcome is not None,
        outcome=outcome,
        dealt_with_on=near(rng, on) if outcome else None,
        in_duty=rng.random() < 0.8,
        tolerance_found=None if tolerance else False,
        tolerance=tolerance,
    )


def test_lawful_change():
    rng, seen = dice(42), set()
    for _ in range(COUNT):
        on = some_day(rng)
        change = a_change(rng, on)
        wanted = oracle.non_performance(change, on)
        told = non_performance(change, on=on)
        seen.add((wanted, bool(told.excuses)))
        assert told.is_what == wanted
        assert ("government.invalid-excuse" in {one.code for one in told.lawful.notices}) is bool(told.excuses)
        names = ("reasons", "ground_found", "norm_rank", "authority", "procedure", "compensated_on", "changed_on")
        told = non_performance(without_one(rng, change, names), on=on)
        assert told.is_what in {None, wanted}
        assert (told.is_what is None) == bool(told.missing)
    assert len(seen) == 4


def a_change(rng, on):
    grounds = rng.choice(((), *((one,) for one in ChangeGround), *((one,) for one in ChangeGround)))
    excuses = rng.choice(((), (), *((one,) for one in InvalidExcuse), tuple(InvalidExcuse)))
    reasons = [*grounds, *excuses]
    rng.shuffle(reasons)
    compensated = rng.random() < 0.8
    return PromiseChange(
        reasons=tuple(reasons),
        ground_found=found(rng, on),
        norm="虚构条例第三条",
        norm_rank=rng.choice(tuple(Rank)),
        authority=rng.random() < 0.9,
        procedure=rng.random() < 0.9,
        loss=rng.random() < 0.5,
        compensated=compensated,
        compensated_on=near(rng, on) if compensated else None,
        changed_on=near(rng, on),
    )


def test_debt_warning():
    rng, seen = dice(43), set()
    for _ in range(COUNT):
        yellow, red = sorted(rng.sample(range(50, 60), 2))
        reaching = rng.random() < 0.5
        law = JIANGSU_2018.with_settings(Setting(YELLOW_FROM, yellow, AUTHORITY), Setting(RED_FROM, red, AUTHORITY))
        law = law if reaching else law.reading(DEBT_BOUNDARY, "exceeded")
        risk = a_risk(rng, (yellow, red))
        wanted = oracle.warning(risk, yellow, red, reaching=reaching)
        seen.add((wanted, risk.classed))
        told = debt_warning(risk, on=BASE, regime=law)
        assert told.colour == wanted
        assert (told.given is Verdict.YES) is (wanted is not None)
        fewer = dataclasses.replace(risk, **rng.choice(({"classed": None, "risk_class": None}, {"indicator": None})))
        told = debt_warning(fewer, on=BASE, regime=law)
        assert told.given is Verdict.UNDETERMINED or told.colour == wanted
    assert seen == {(colour, classed) for colour in ("red", "yellow", None) for classed in (False, True)}


def a_risk(rng, thresholds):
    classed = rng.random() < 0.3
    step = rng.choice((Decimal("-0.000001"), Decimal(-1), Decimal(0), Decimal("0.000001"), Decimal(2)))
    return DebtRisk(
        area=Body(name="虚构市政府", level=rng.choice((*Level, Level.CITY, Level.COUNTY, Level.COUNTY))),
        classed=classed,
        risk_class=rng.choice(tuple(DebtRiskClass)) if classed else None,
        indicator=rng.choice(thresholds) + step,
    )


def test_procurement_promise():
    rng, seen = dice(44), set()
    for _ in range(COUNT):
        on = some_day(rng)
        promise = a_promise(rng, on)
        wanted = oracle.promise_lacks(promise, on)
        seen |= wanted or {"nothing"}
        told = procurement_promise(promise, on=on)
        assert told.verdict is (Verdict.NO if wanted else Verdict.YES)
        assert {failure.condition.id for failure in told.failed} == wanted
        names = ("given_on", "written", "topics", "published_on", "begins_on")
        fewer = procurement_promise(without_one(rng, promise, names), on=on)
        assert fewer.verdict in {Verdict.UNDETERMINED, told.verdict}
    assert len(seen) == 1 + 5 + 5


def a_promise(rng, on):
    given, published = rng.random() < 0.9, rng.random() < 0.9
    missing = rng.choice((0, 0, 0, 1, 2))
    return ProcurementPromise(
        purchaser=BUYER,
        given=given,
        given_on=near(rng, on) if given else None,
        written=rng.random() < 0.9,
        topics=tuple(rng.sample(tuple(PromiseTopic), 5 - missing)),
        published=published,
        published_on=near(rng, on) if published else None,
        begins_on=on + timedelta(days=rng.choice((-1, 0, 1, 2, 3))),
    )


def test_mitigation():
    rng, seen = dice(45), set()
    for _ in range(COUNT):
        on = some_day(rng)
        failed_on = near(rng, on)
        efforts = tuple(an_effort(rng, on) for _ in range(rng.choice((0, 1, 1, 2, 3))))
        wanted = oracle.can_be_mitigated(efforts, failed_on, on)
        seen.add(wanted)
        assert (mitigation_of(efforts, failed_on=failed_on, on=on).possible is Verdict.YES) is wanted
        names = ("ground", "brought_about", "brought_about_on", "own_initiative")
        fewer = mitigation_of((without_one(rng, one, names) for one in efforts), failed_on=failed_on, on=on)
        assert fewer.possible is not Verdict.YES
        assert wanted is False or fewer.possible is Verdict.UNDETERMINED
        assert bool(fewer.missing) is (fewer.possible is Verdict.UNDETERMINED)
    assert seen == {False, True}


def an_effort(rng, on):
    return MitigationEffort(
        ground=rng.choice(tuple(MitigationGround)),
        brought_about=found(rng, on),
        brought_about_on=near(rng, on),
        own_initiative=found(rng, on),
    )
