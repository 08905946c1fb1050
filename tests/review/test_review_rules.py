"""Every rule of a review against its oracle, row by row, and every mutant of it."""

from collections import Counter
from datetime import date, timedelta

import pytest

from jscredit.deadlines import Days, Months, Years
from jscredit.law import Rank
from jscredit.review import BAD_RECORD, RULES, YOUNG_SUBJECT
from jscredit.rules import JIANGSU_2018, Setting, Source, Verdict
from jscredit.validity import (
    COUNTING,
    EARLIER_RECORDS,
    EXPIRY_ENDS_RESTRAINT,
    MONITORING_PERIOD,
    RATHER_SERIOUS_PERIOD,
)
from mutants.mutate import mutants
from oracles.dice import dice
from oracles.review_rules import ORACLES, Law
from oracles.validity import IN_FORCE

SOURCE = Source("虚构规定", Rank.AGENCY_SETTING)
BASE = JIANGSU_2018.with_settings(Setting(RATHER_SERIOUS_PERIOD, Years(2), SOURCE))
LAWS = {
    Law(): BASE,
    Law(bad_record="valid-in-them"): BASE.reading(BAD_RECORD, "valid-in-them"),
    Law(young_subject="life-so-far"): BASE.reading(YOUNG_SUBJECT, "life-so-far"),
    Law(counting="first-day-counted"): BASE.reading(COUNTING, "first-day-counted"),
    Law(counting="first-day-counted", bad_record="valid-in-them"): BASE.reading(COUNTING, "first-day-counted").reading(
        BAD_RECORD, "valid-in-them"
    ),
    Law(earlier_records="later-determinations"): BASE.reading(EARLIER_RECORDS, "later-determinations"),
    Law(earlier_records="later-determinations", bad_record="valid-in-them"): BASE.reading(
        EARLIER_RECORDS, "later-determinations"
    ).reading(BAD_RECORD, "valid-in-them"),
    Law(otherwise=True): BASE.with_settings(Setting(EXPIRY_ENDS_RESTRAINT, False, Source("虚构法", Rank.LAW))),
    Law(monitoring=Months(6)): BASE.with_settings(Setting(MONITORING_PERIOD, Months(6), SOURCE)),
}
DAYS = (
    date(2020, 2, 28),
    date(2020, 2, 29),
    date(2021, 3, 1),
    date(2024, 2, 29),
    date(2023, 6, 15),
    date(2018, 1, 29),
    date(2018, 2, 1),
)
STEPS = (0, 0, 0, -1, -1, 1, -2, 2, -180, -181, -182, -183, -184, -185, -365, -366, -367, 365)
YEARS_BACK = (1, 2, 3, 3, 3, 4, 6)
PERIODS = (Years(1), Months(1), Days(1))
VERDICTS = {True: Verdict.YES, False: Verdict.NO, None: Verdict.UNDETERMINED}


def near(rng, on):
    """A day at which something may change on the day asked about, or about which the law came into force."""
    if rng.random() < 0.1:
        return IN_FORCE + timedelta(rng.choice((-1, 0, 1)))
    day = on + timedelta(rng.choice(STEPS))
    if rng.random() < 0.6:
        return day
    back = rng.choice(YEARS_BACK)
    try:
        return day.replace(year=day.year - back)
    except ValueError:
        return day.replace(year=day.year - back, day=28)


def drawn(rng, rule, law, said):
    """A row in which all is known, but for what goes with a no: no day of a delisting that has not been."""
    on = rng.choice(DAYS)
    row = {}
    for fact in rule.bind(law).facts:
        options = fact.type.options
        if options is not None:
            row[fact.name] = rng.choice(list(options))
        elif fact.type.name == "flag":
            row[fact.name] = rng.random() < 0.5
        elif fact.type.name == "period":
            row[fact.name] = rng.choice(PERIODS)
        else:
            row[fact.name] = near(rng, on)
    if "side" in row and rng.random() < 0.8:
        row["side"] = "black"
    if "kind" in row and rng.random() < 0.8:
        row["kind"] = rng.choice(["commendation", "award"])
    return consistent(row, said, same=rng.random() < 0.2), on


def consistent(row, said, *, same):
    if "valid_until" in row:
        row["valid_until"] = max(row["valid_until"], row["valid_from"])
        if row.get("delisted_on") and same:
            row["delisted_on"] = row["valid_until"]
    given = {"period_of_use_given": ("period_of_use",), "delisted": ("delisted_on", "delisting_ground")}
    for flag, names in given.items():
        if row.get(flag) is False:
            row |= {name: None for name in names if name in row}
    if "valid_until_stated" in row:
        row["valid_until_stated"] = True
    if "monitoring_end_set" in row:
        row["monitoring_end_set"] = said.monitoring is not None
    if row.get("natural_person"):
        row["established_on"] = None
    return row


def one_end_unknown(rng, row, on, oracle, said):
    """The row of an entry whose first or last day is not known, and what is said whatever that day is."""
    unknown = rng.choice(["valid_from", "valid_until"])
    rest = row | {unknown: None, "valid_until_stated": unknown == "valid_from"}
    days = {row["valid_from"], row["valid_until"], *(on + timedelta(step) for step in (*STEPS, -1200, 400))}
    answers = {
        bool(oracle(row | {unknown: day}, on, said))
        for day in days | {day + timedelta(1) for day in days}
        if (day >= row["valid_from"] if unknown == "valid_until" else day <= row["valid_until"])
    }
    return rest, answers.pop() if len(answers) == 1 else None


def pool_of(rule, count):
    """For each law rows with their days and what the oracle says of them; None where an unknown end leaves it open."""
    rng, oracle, pools = dice(31), ORACLES[rule.id], []
    for said, law in LAWS.items():
        rows = []
        for _ in range(count):
            row, on = drawn(rng, rule, law, said)
            rows.append((row, on, bool(oracle(row, on, said))))
            if "valid_until_stated" in row and rng.random() < 0.25:
                rest, answer = one_end_unknown(rng, row, on, oracle, said)
                rows.append((rest, on, answer))
        pools.append((law, rows))
    return pools


OWN = [rule for rule in RULES if rule.id in ORACLES]


def test_each_rule_has_an_oracle():
    assert {rule.id for rule in RULES} == set(ORACLES)


@pytest.mark.slow
@pytest.mark.parametrize("rule", OWN, ids=lambda rule: rule.id)
def test_every_answer_is_the_oracles(rule):
    said = Counter()
    for law, rows in pool_of(rule, 5_000):
        bound = rule.bind(law)
        for row, on, wanted in rows:
            found = bound.verdict(row, on)
            # That an entry ends no earlier than it begins is not used everywhere: then the answer stays open.
            needless = found is Verdict.UNDETERMINED and "valid_until_stated" in row and None in row.values()
            assert needless or found is VERDICTS[wanted], (row, on)
            said[wanted] += 1
            said["needless"] += needless and wanted is not None
    assert min(said[True], said[False]) > 300
    assert said["needless"] < 0.02 * said.total()


_UNKNOWN_ALONE = "every code meets it; it is there so that an unknown one leaves the answer undetermined"
_NO_END = "the last day that there is stands for no end; the day before it is as far beyond every day asked about"
_BEGUN = "where its first day is known, an entry that is over has begun, and the first part says so already"
EQUIVALENT = {
    "on-or-monitored/listed 2.0: < to <=": _BEGUN,
    "on-or-monitored/listed 2.1: part 1 dropped": _BEGUN,
    "on-or-monitored/listed 2.1.1: < to <=": _BEGUN,
    "typical-honest-subject/honour-named: condition dropped": _UNKNOWN_ALONE,
    "record-not-counted/no-bad-record 3.valid-in-them.left.start.then: 9999-12-31 to 9999-12-30": _NO_END,
}


@pytest.mark.slow
@pytest.mark.parametrize("rule", OWN, ids=lambda rule: rule.id)
def test_mutants(rule):
    alive, count, pools = [], 0, [(law, kept(rule, law, rows)) for law, rows in pool_of(rule, 2_500)]
    for mutant in mutants(rule):
        count += 1
        if not any(told_apart(mutant.rule, law, rows) for law, rows in pools):
            alive.append(mutant.name)
    assert count > 5
    assert sorted(alive) == sorted(name for name in EQUIVALENT if name.startswith((f"{rule.id} ", f"{rule.id}/")))


def kept(rule, law, rows):
    """The rows that the rule itself answers as the oracle does: all but a few with an unknown end."""
    bound = rule.bind(law)
    return [(row, on, wanted) for row, on, wanted in rows if bound.verdict(row, on) is VERDICTS[wanted]]


def told_apart(mutant, law, rows):
    bound = mutant.bind(law)
    return any(bound.verdict(row, on) is not VERDICTS[wanted] for row, on, wanted in rows)
