"""The year of M34(2), set otherwise by a norm that M3 lets prevail."""

from datetime import date, timedelta

import pytest

from differential.cases import repair_case, repair_day
from jscredit.deadlines import Months, Years
from jscredit.errors import InvalidInput
from jscredit.law import Rank
from jscredit.records import Severity
from jscredit.records.facts import SEVERITY
from jscredit.repair import CLEAN_PERIOD, CLEAN_YEAR, REPAIR, repair_row
from jscredit.rules import JIANGSU_2018, Setting, Source
from jscredit.validity import RATHER_SERIOUS_PERIOD
from oracles.dice import dice
from oracles.repair import Readings, eligible, unmet
from oracles.validity import after
from repair_cases import answers, ask, codes, evidence, failure, file_of, general

LAW = Source("某法第一条", Rank.LAW)
HALF = JIANGSU_2018.with_settings(Setting(CLEAN_PERIOD, Months(6), LAW))
TWO_IF_SERIOUS = JIANGSU_2018.with_settings(
    Setting(CLEAN_PERIOD, Years(2), LAW, when=SEVERITY == Severity.SERIOUS),
)
CORRECTED_ON = date(2018, 9, 10)
OF_ARTICLE_3 = [
    Rank.LAW,
    Rank.ADMINISTRATIVE_REGULATION,
    Rank.LOCAL_REGULATION,
    Rank.DEPARTMENT_RULE,
    Rank.NATIONAL_DEPARTMENT_DOCUMENT,
]


@pytest.mark.parametrize("rank", Rank)
def test_it_yields_to_laws_regulations_and_national_departments(rank):
    source = Source("某规定", rank)
    if rank in OF_ARTICLE_3:
        regime = JIANGSU_2018.with_settings(Setting(CLEAN_PERIOD, Months(3), source))
        assert ask(date(2018, 12, 11), regime=regime).verdict == "yes"
        assert ask(date(2018, 12, 10), regime=regime).verdict == "no"
    else:
        with pytest.raises(InvalidInput, match=r"setting\.rank"):
            Setting(CLEAN_PERIOD, Months(3), source)


def test_the_default_is_the_year_of_the_article():
    assert answers(ask(date(2019, 9, 10)))[0] == "no"
    assert answers(ask(date(2019, 9, 11)))[0] == "yes"


def test_days_and_notices_follow_the_term():
    assert answers(ask(date(2019, 1, 1), regime=HALF)) == ("no", date(2019, 3, 11), date(2021, 6, 1))
    assert "repair.year-still-running" in codes(ask(date(2019, 3, 10), regime=HALF))
    assert "repair.year-still-running" not in codes(ask(date(2019, 3, 11), regime=HALF))
    after_determination = general(date(2018, 9, 1))
    assert "repair.year-outlasts-use" in codes(ask(date(2018, 10, 1), of=after_determination))
    assert answers(ask(date(2018, 10, 1), of=after_determination, regime=HALF))[1] == date(2019, 3, 11)
    assert ask(date(2019, 3, 11), regime=HALF).basis.settings[0].setting.value == Months(6)


@pytest.mark.parametrize(("on", "regime"), [(date(2019, 9, 11), HALF), (date(2021, 1, 4), TWO_IF_SERIOUS)])
def test_a_file_is_asked_for_the_whole_of_the_term(on, regime):
    end = date(2019, 3, 10) if regime is HALF else date(2020, 9, 10)
    for day, again in ((end, True), (end + timedelta(1), False)):
        other = failure(id="R2", determined_on=None, conduct_on=day)
        given = evidence(recurred=None)
        assert repair_row(failure(), given, on=on, file=file_of(other), regime=regime)["recurred"] is again
        assert ask(on, given=given, file=file_of(other), regime=regime).verdict == ("no" if again else "yes")


def test_where_the_term_depends_on_what_is_not_known_the_longest_is_asked_for():
    other = failure(id="R2", determined_on=None, conduct_on=date(2020, 9, 10))
    of, given = failure(severity=None), evidence(recurred=None)
    row = repair_row(of, given, on=date(2020, 9, 11), file=file_of(other), regime=TWO_IF_SERIOUS)
    assert (row["recurred"], row["recurred_on"]) == (True, date(2020, 9, 10))
    in_use = {"period_of_use": Years(5), "regime": TWO_IF_SERIOUS}
    found = ask(date(2019, 9, 11), of=of, given=given, file=file_of(other), **in_use)
    assert (found.verdict, found.missing) == ("undetermined", ("severity",))


def test_against_the_oracle_with_the_term_of_another_norm():
    rng, counted = dice(341), 0
    for _ in range(1_500):
        facts = repair_case(rng)
        term, year = rng.choice([Months(6), Months(18), Years(2)]), rng.choice(["elapsed", "so-far"])
        facts["clean_period"] = term
        regime = JIANGSU_2018.with_settings(
            Setting(CLEAN_PERIOD, term, LAW),
            Setting(RATHER_SERIOUS_PERIOD, facts["rather_serious"], LAW),
        ).reading(CLEAN_YEAR, year)
        on = repair_day(rng, facts)
        if facts["corrected"] and rng.random() < 0.5:
            on = max(after(facts["corrected_on"], term) + timedelta(rng.choice([-1, 0, 1])), date(2018, 1, 29))
        row = {fact.name: facts[fact.name] for fact in REPAIR.bind(regime).facts}
        decision, readings = REPAIR.decide(row, on=on, regime=regime), Readings(clean_year=year)
        assert decision.verdict == ("yes" if eligible(facts, on, readings) else "no"), (facts, on)
        assert {each.condition.id for each in decision.failed} == unmet(facts, on, readings)
        counted += decision.verdict == "yes"
    assert counted > 100
