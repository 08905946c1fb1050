"""Whose supplies are taken, and which come in time: every row against the articles; every mutant told."""

from datetime import date, timedelta
from itertools import product

import pytest

from jscredit.records import ProviderType
from jscredit.rules import JIANGSU_2018, Verdict
from jscredit.supply import ANALOGY, RULES, SUPPLY_IN_TIME, SUPPLY_TAKEN
from mutants.mutate import mutants
from oracles import supply as oracle

DAY = date(2020, 3, 1)
DAYS = (None, *(DAY + timedelta(n) for n in (-1, 0, 1)))
ANSWER = {True: Verdict.YES, False: Verdict.NO, None: Verdict.UNDETERMINED}
OPTED_IN = JIANGSU_2018.reading(ANALOGY, "opted-in")


def taken():
    for kind, opted_in in product((*ProviderType, None), (True, False)):
        wanted = oracle.taken(kind and kind.value, opted_in=opted_in)
        yield {"provider_type": kind}, OPTED_IN if opted_in else JIANGSU_2018, wanted


def in_time():
    for received, due in product(DAYS, DAYS):
        yield {"received_on": received, "due_on": due}, JIANGSU_2018, oracle.in_time(received, due)


TABLES = {SUPPLY_TAKEN: list(taken()), SUPPLY_IN_TIME: list(in_time())}


def differs(rule, rows):
    return any(rule.decide(row, on=DAY, regime=law).verdict is not ANSWER[wanted] for row, law, wanted in rows)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_row_is_answered_as_the_article_says(rule):
    assert not differs(rule, TABLES[rule])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_mutant_answers_some_row_otherwise(rule):
    made = list(mutants(rule))
    assert made
    assert [mutant.name for mutant in made if not differs(mutant.rule, TABLES[rule])] == []


def test_what_comes_by_analogy_says_so():
    decision = SUPPLY_TAKEN.decide({"provider_type": ProviderType.INDUSTRY_ASSOCIATION}, on=DAY, regime=OPTED_IN)
    assert "supply.by-analogy" in [notice.code for notice in decision.notices]
    by_right = SUPPLY_TAKEN.decide({"provider_type": ProviderType.ADMINISTRATIVE_ORGAN}, on=DAY, regime=OPTED_IN)
    assert by_right.notices == ()
