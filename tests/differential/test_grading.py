"""Severity standards against their oracle: 20,000 records of generated tables, facts known and withheld."""

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from itertools import product

import pytest

from factories import fitting_conduct, record
from jscredit.errors import Label
from jscredit.records import Body, Conduct, Kind, Level, PenaltyType, Procedure, ProviderType, Severity
from jscredit.records.facts import CONDUCT, FINE_YUAN, KIND, MALICE, PENALTY_TYPE
from jscredit.rules import JIANGSU_2018
from jscredit.validity import LATER_STANDARD, GradingRow, SeverityStandard, StandardKind, grade, graded
from oracles.dice import dice
from oracles.grading import is_anothers, severity

pytestmark = pytest.mark.slow
KINDS = [Kind.PENALTY, Kind.BID_RIGGING, Kind.TAX_ARREARS, Kind.FALSE_MATERIAL]
CONDUCTS = [Conduct.BID_RIGGING, Conduct.WAGE_ARREARS, Conduct.FOOD_SAFETY, Conduct.OTHER_VIOLATION]
TYPES = [(PenaltyType.WARNING,), (PenaltyType.FINE,), (PenaltyType.FINE, PenaltyType.CLOSURE), (PenaltyType.CLOSURE,)]
LIMITS = [Decimal(1000), Decimal(10_000), Decimal(100_000)]
FINES = [limit + cents for limit in LIMITS for cents in (Decimal("-0.01"), Decimal(0), Decimal("0.01"))]
ISSUED_ON = date(2019, 3, 1)
REGIONS = [None, "320000", "329900", "329901", "320102"]
REGIMES = {
    option: JIANGSU_2018.reading(LATER_STANDARD, option) for option in ("later-determinations", "labels-from-then-on")
}


def a_test(rng):
    return rng.choice(
        [
            ("malice",),
            ("type", rng.choice([PenaltyType.CLOSURE, PenaltyType.FINE])),
            ("conduct", tuple(rng.sample(CONDUCTS[:3], 2))),
            ("kind", tuple(rng.sample(KINDS, 2))),
            ("fine-below", rng.choice(LIMITS)),
            ("fine-below", rng.choice(LIMITS)),
        ]
    )


def a_table(rng, depth=3, so_far=()):
    """The leaves of a tree of questions, so that no two rows can hold at once; some leaves give no grade."""
    if depth == 0 or (so_far and rng.random() < 0.3):
        grade_given = rng.choice([*Severity, None])
        return [] if grade_given is None else [(list(so_far), grade_given)]
    test = a_test(rng)
    return [row for answer in (True, False) for row in a_table(rng, depth - 1, (*so_far, (test, answer)))]


def expression(test, answer):
    what, *about = test
    if what == "fine-below":
        return about[0] > FINE_YUAN if answer else about[0] <= FINE_YUAN
    asked = {
        "malice": lambda: MALICE,
        "type": lambda: PENALTY_TYPE[about[0]],
        "conduct": lambda: CONDUCT.is_in(*about[0]),
        "kind": lambda: KIND.is_in(*about[0]),
    }[what]()
    return asked if answer else ~asked


def a_standard(table, issuer):
    rows = []
    for number, (wanted, given) in enumerate(table):
        when, *rest = (expression(test, answer) for test, answer in wanted)
        for part in rest:
            when = when & part
        rows.append(GradingRow(when=when, severity=given, citation=f"第{number}行"))
    return SeverityStandard(
        title=Label("示例（虚构）", "sample (invented)"),
        kind=StandardKind.SEVERITY_GRADING,
        issuer=issuer,
        issued_on=ISSUED_ON,
        citation="虚构1号",
        rows=tuple(rows),
    )


def standards(count):
    rng, made = dice(15), []
    while len(made) < count:
        table = a_table(rng)
        level = rng.choice(list(Level))
        issuer = Body(name="虚构局", type=ProviderType.ADMINISTRATIVE_ORGAN, level=level, region=rng.choice(REGIONS))
        if table:  # of no row at all it would be no standard
            made.append((table, a_standard(table, issuer), issuer))
    return made


def facts_of(rng, issuer):
    """Every fact known; a fine only where the types have one."""
    kind, types = rng.choice(KINDS), rng.choice(TYPES)
    conduct = fitting_conduct(kind, rng.choice(CONDUCTS)) or Conduct(kind.value)
    # Mostly of the issuer's own region, so that the table is asked.
    level, region = (None, None) if rng.random() < 0.6 else (rng.choice([None, *Level]), rng.choice(REGIONS))
    return {
        "kind": kind,
        "conduct": conduct,
        "malice": rng.random() < 0.5,
        "penalty_types": types,
        "fine_yuan": rng.choice(FINES) if PenaltyType.FINE in types else Decimal(0),
        "determined_on": ISSUED_ON + timedelta(rng.choice([-400, -1, 0, 1, 400])),
        "body": (level, region),
        "anothers": is_anothers((issuer.level, issuer.region), (level, region)),
    }


def as_record(facts):
    level, region = facts["body"]
    fields = {name: value for name, value in facts.items() if name not in {"body", "anothers"}}
    own = {
        "procedure": Procedure.GENERAL,
        "reflects_credit": True,
        "provider": Body(name="某局", level=level, region=region),
    }
    return record(**fields, **own)


COMPLETED = {
    "malice": [True, False],
    "penalty_types": TYPES,
    "fine_yuan": [Decimal(0), *FINES, Decimal(10**9)],
    "conduct": CONDUCTS,
    "determined_on": [ISSUED_ON - timedelta(1), ISSUED_ON],
}


def completions(facts, withheld):
    """All that the withheld facts may be: a penalty with a fine has an amount, one without has none."""
    for values in product(*(COMPLETED[name] for name in withheld)):
        one = facts | dict(zip(withheld, values, strict=True))
        if (PenaltyType.FINE in one["penalty_types"]) == bool(one["fine_yuan"]):
            yield one


@pytest.mark.parametrize("later", REGIMES)
def test_every_grade_is_the_oracles(later):
    rng, rate, regime = dice(151), Counter(), REGIMES[later]
    for table, standard, issuer in standards(400):
        for _ in range(50):
            facts = facts_of(rng, issuer)
            wanted = severity(table, facts, ISSUED_ON, later=later)
            made = as_record(facts)
            found = grade(made, standard, regime=regime)
            assert (found.severity, found.missing) == (wanted, ()), (table, facts)
            assert graded(made, standard, regime=regime).severity is wanted
            rate[wanted] += 1
    assert sum(rate.values()) == 20_000
    assert min(rate.values()) > 1_500, rate


@pytest.mark.parametrize("later", REGIMES)
def test_withheld_facts(later):
    rng, rate, regime = dice(152), Counter(), REGIMES[later]
    for table, standard, issuer in standards(400):
        for _ in range(50):
            facts = facts_of(rng, issuer)
            names = [name for name in COMPLETED if name != "conduct" or facts["kind"] is Kind.PENALTY]
            withheld = rng.sample(names, rng.choice([1, 1, 2]))
            found = grade(as_record(facts | dict.fromkeys(withheld)), standard, regime=regime)
            possible = {severity(table, one, ISSUED_ON, later=later) for one in completions(facts, withheld)}
            rate["asked"] += 1
            assert set(found.missing) <= {*withheld, *_of_types(withheld)}, (table, facts, withheld)
            if found.missing:
                assert found.severity is None
                rate["open"] += 1
                rate["needless"] += len(possible) == 1
            else:
                assert possible == {found.severity}, (table, facts, withheld)
    assert rate["asked"] == 20_000
    assert rate["open"] > 3_000, rate
    # Measured: 9 % by the default, 23 % by the other reading, where two rows of one grade together take in whatever the
    # withheld fact may be. Each row is asked for itself; what only the rows together settle stays open.
    assert rate["needless"] < 0.25 * rate["open"], rate


def _of_types(withheld):
    return {fact.name for fact in PENALTY_TYPE.values()} | {"fine_yuan"} if "penalty_types" in withheld else set()
