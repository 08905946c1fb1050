"""M34, opening: from the determination on, within the failure's period of use."""

from datetime import date, timedelta

import pytest

from jscredit.deadlines import Days, Months, WorkingDays, Years
from jscredit.errors import InvalidInput, NotInForce
from jscredit.law import Rank
from jscredit.records import Severity
from jscredit.records.facts import KIND
from jscredit.records.kinds import Kind
from jscredit.repair import REPAIR_WINDOW
from jscredit.rules import JIANGSU_2018, Setting, Source
from jscredit.validity import COUNTING, EARLIER_RECORDS, GENERAL_PERIOD, RATHER_SERIOUS_PERIOD
from repair_cases import answers, ask, ask_row, codes, evidence, failed, failure, general

SHORTER = JIANGSU_2018.reading(REPAIR_WINDOW, "shorter")
EARLY = evidence(corrected_on=date(2018, 2, 10))  # the clean year ends on 2019-02-10


@pytest.mark.parametrize(
    ("severity", "determined_on", "last"),
    [
        (Severity.GENERAL, date(2019, 3, 1), date(2020, 3, 1)),
        (Severity.SERIOUS, date(2019, 3, 1), date(2022, 3, 1)),
        (Severity.GENERAL, date(2020, 2, 29), date(2021, 2, 28)),
        (Severity.SERIOUS, date(2020, 2, 29), date(2023, 2, 28)),
        (Severity.GENERAL, date(2019, 2, 28), date(2020, 2, 28)),
    ],
)
def test_without_a_period_of_use_the_validity_bounds_it(severity, determined_on, last):
    of = failure(severity=severity, determined_on=determined_on)
    assert answers(ask(last, of=of, given=EARLY)) == ("yes", last, last)
    after = ask(last + timedelta(days=1), of=of, given=EARLY)
    assert after.verdict.value == "no"
    assert failed(after) == {"in-use": None}
    assert (after.earliest, after.possible) == (None, None)


@pytest.mark.parametrize(
    ("period", "last", "last_if_shorter"),
    [
        (Years(2), date(2021, 3, 1), date(2020, 3, 1)),
        (Months(6), date(2019, 9, 1), date(2019, 9, 1)),
        (Days(30), date(2019, 3, 31), date(2019, 3, 31)),
    ],
)
def test_period_of_the_catalogue_replaces_the_validity_or_only_shortens_it(period, last, last_if_shorter):
    of = general(date(2019, 3, 1))
    on = date(2019, 3, 20)
    assert answers(ask(on, of=of, given=EARLY, period_of_use=period)) == ("yes", on, last)
    shorter = ask(on, of=of, given=EARLY, period_of_use=period, regime=SHORTER)
    assert answers(shorter) == ("yes", on, last_if_shorter)


def test_shorter_without_a_period_of_use_is_the_validity():
    on = date(2019, 3, 20)
    assert answers(ask(on, of=general(date(2019, 3, 1)), given=EARLY, regime=SHORTER)) == ("yes", on, date(2020, 3, 1))


def test_day_after_the_validity_within_a_longer_period_tells_the_other_reading():
    on = date(2020, 3, 2)
    decision = ask(on, of=general(date(2019, 3, 1)), given=EARLY, period_of_use=Years(2))
    assert answers(decision) == ("yes", on, date(2021, 3, 1))
    assert "reading.repair-window.shorter" in codes(decision)
    by_shorter = ask(on, of=general(date(2019, 3, 1)), given=EARLY, period_of_use=Years(2), regime=SHORTER)
    assert by_shorter.verdict.value == "no"
    assert "reading.repair-window.period-of-use" in codes(by_shorter)


def test_before_the_determination_the_answer_is_no_until_that_day():
    decision = ask(date(2019, 2, 28), of=general(date(2019, 3, 1)), given=EARLY)
    assert answers(decision) == ("no", date(2019, 3, 1), date(2020, 3, 1))
    assert failed(decision) == {"determined": date(2019, 3, 1)}
    assert ask(date(2019, 3, 1), of=general(date(2019, 3, 1)), given=EARLY).verdict.value == "yes"


def test_unknown_severity_is_settled_in_the_first_year_and_after_the_third():
    of = failure(severity=None, determined_on=date(2019, 3, 1))
    assert answers(ask(date(2020, 3, 1), of=of, given=EARLY)) == ("yes", date(2020, 3, 1), date(2020, 3, 1))
    between = ask(date(2020, 3, 2), of=of, given=EARLY)
    assert between.verdict.value == "undetermined"
    assert between.missing == ("rather-serious-period", "severity")
    assert ask(date(2022, 3, 1), of=of, given=EARLY).verdict.value == "undetermined"
    assert ask(date(2022, 3, 2), of=of, given=EARLY).verdict.value == "no"


def test_rather_serious_failure_misses_the_term_until_somebody_sets_it():
    of = failure(severity=Severity.RATHER_SERIOUS, determined_on=date(2019, 3, 1))
    assert ask(date(2020, 3, 2), of=of, given=EARLY).missing == ("rather-serious-period",)
    setting = Setting(RATHER_SERIOUS_PERIOD, Years(2), Source("虚构市标准", Rank.AGENCY_SETTING))
    decision = ask(date(2020, 3, 2), of=of, given=EARLY, regime=JIANGSU_2018.with_settings(setting))
    assert answers(decision) == ("yes", date(2020, 3, 2), date(2021, 3, 1))


def test_unknown_severity_does_not_matter_where_the_catalogue_gives_a_period():
    of = failure(severity=None, determined_on=date(2019, 3, 1))
    decision = ask(date(2020, 6, 1), of=of, given=EARLY, period_of_use=Years(2))
    assert answers(decision) == ("yes", date(2020, 6, 1), date(2021, 3, 1))


def test_determination_not_known_is_missing():
    decision = ask(date(2020, 6, 1), of=failure(determined_on=None))
    assert decision.verdict.value == "undetermined"
    assert decision.missing == ("determined_on",)


def test_whether_there_is_a_period_of_use_and_how_long_it_is_may_be_unknown_in_a_row():
    of, on = general(date(2019, 3, 1)), date(2020, 3, 2)
    unknown = ask_row(on, of=of, given=EARLY, period_of_use_given=None)
    assert unknown.missing == ("period_of_use", "period_of_use_given")
    assert ask_row(on, of=of, given=EARLY, period_of_use_given=True).missing == ("period_of_use",)
    told = ask_row(on, of=of, given=EARLY, period_of_use_given=None, period_of_use=Years(2))
    assert told.missing == ("period_of_use_given",)
    in_both = ask_row(date(2020, 3, 1), of=of, given=EARLY, period_of_use_given=None, period_of_use=Years(2))
    assert in_both.verdict.value == "yes"


def test_counting_the_first_day_ends_both_periods_a_day_earlier():
    regime = JIANGSU_2018.reading(COUNTING, "first-day-counted")
    on, of = date(2019, 3, 20), general(date(2019, 3, 1))
    assert ask(on, of=of, given=EARLY, regime=regime).last == date(2020, 2, 29)
    assert ask(on, of=of, given=EARLY, period_of_use=Months(6), regime=regime).last == date(2019, 8, 31)


def test_longer_validity_set_by_a_law_counts_also_for_certain_cases_only():
    source = Source("某法第一条", Rank.LAW)
    of, on = general(date(2019, 3, 1)), date(2020, 3, 2)
    for when, verdict in ((None, "yes"), (KIND == Kind.BID_RIGGING, "yes"), (KIND == Kind.PENALTY, "no")):
        regime = JIANGSU_2018.with_settings(Setting(GENERAL_PERIOD, Years(2), source, when=when))
        assert ask(on, of=of, given=EARLY, regime=regime).verdict.value == verdict


def test_failure_determined_before_the_measures():
    of, given = general(date(2017, 6, 1)), evidence(corrected_on=date(2017, 1, 1))
    on = date(2018, 6, 1)
    decision = ask(on, of=of, given=given)
    assert answers(decision) == ("yes", on, on)
    assert "validity.earlier-record" in codes(decision)
    without_end = JIANGSU_2018.reading(EARLIER_RECORDS, "later-determinations")
    assert answers(ask(date(2018, 6, 2), of=of, given=given, regime=without_end)) == ("yes", date(2018, 6, 2), None)


def test_day_and_period_of_the_wrong_type_are_refused():
    with pytest.raises(InvalidInput, match="not-a-date"):
        ask("2019-03-01")
    with pytest.raises(InvalidInput, match="period_of_use"):
        ask(date(2019, 3, 1), period_of_use=WorkingDays(10))


def test_before_the_measures_there_is_no_answer():
    with pytest.raises(NotInForce):
        ask(date(2018, 1, 28))
