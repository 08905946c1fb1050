"""M34(2): no failure of the same kind within the year after the correction."""

from datetime import date

import pytest

from jscredit.deadlines import Years
from jscredit.repair import CLEAN_YEAR, REPAIR_WINDOW, SAME_KIND
from jscredit.rules import JIANGSU_2018
from repair_cases import answers, ask, ask_row, codes, evidence, failed, general

SO_FAR = JIANGSU_2018.reading(CLEAN_YEAR, "so-far")
BY_RECORD_KIND = JIANGSU_2018.reading(SAME_KIND, "same-record-kind")
LAST = date(2021, 6, 1)  # of the serious failure's validity


def recurring(day):
    return evidence(recurred=True, recurred_on=day)


@pytest.mark.parametrize(
    ("corrected_on", "year_end", "first"),
    [
        (date(2018, 9, 10), date(2019, 9, 10), date(2019, 9, 11)),
        (date(2020, 2, 29), date(2021, 2, 28), date(2021, 3, 1)),
        (date(2019, 2, 28), date(2020, 2, 28), date(2020, 2, 29)),
        (date(2018, 12, 31), date(2019, 12, 31), date(2020, 1, 1)),
    ],
)
def test_year_ends_on_the_corresponding_day_and_repair_begins_the_day_after(corrected_on, year_end, first):
    given = evidence(corrected_on=corrected_on)
    waiting = ask(year_end, given=given)
    assert answers(waiting) == ("no", first, LAST)
    assert failed(waiting) == {"clean-year": first}
    assert answers(ask(first, given=given)) == ("yes", first, LAST)


@pytest.mark.parametrize("recurred_on", [date(2018, 9, 10), date(2018, 9, 11), date(2019, 9, 9), date(2019, 9, 10)])
def test_recurrence_from_the_correction_day_to_the_last_day_of_the_year_bars_it_for_good(recurred_on):
    decision = ask(date(2019, 9, 11), given=recurring(recurred_on))
    assert answers(decision) == ("no", None, None)
    assert failed(decision) == {"clean-year": None}
    assert decision.possible is None


def test_recurrence_after_the_year_does_not_count():
    assert answers(ask(date(2019, 9, 11), given=recurring(date(2019, 9, 11)))) == ("yes", date(2019, 9, 11), LAST)


def test_recurrence_before_the_correction_in_a_row_does_not_count():
    before = {"recurred": True, "recurred_on": date(2018, 9, 9)}
    assert ask_row(date(2019, 9, 11), **before).verdict.value == "yes"
    assert ask_row(date(2018, 9, 10), regime=SO_FAR, **before).verdict.value == "yes"


def test_last_day_of_a_leap_year_counts_until_28_february():
    given = {"corrected_on": date(2020, 2, 29), "recurred": True}
    assert ask(date(2021, 3, 1), given=evidence(recurred_on=date(2021, 2, 28), **given)).verdict.value == "no"
    assert ask(date(2021, 3, 1), given=evidence(recurred_on=date(2021, 3, 1), **given)).verdict.value == "yes"


def test_recurrence_not_known_leaves_it_open_once_the_year_is_over():
    waiting = ask(date(2019, 9, 10), given=evidence(recurred=None))
    assert (waiting.verdict.value, waiting.earliest, waiting.possible) == ("no", None, date(2019, 9, 11))
    after = ask(date(2019, 9, 11), given=evidence(recurred=None))
    assert after.verdict.value == "undetermined"
    assert after.missing == ("recurred", "recurred_on")


def test_recurrence_on_an_unknown_day_leaves_it_open():
    decision = ask(date(2019, 9, 11), given=evidence(recurred=True))
    assert decision.verdict.value == "undetermined"
    assert decision.missing == ("recurred_on",)


def test_so_far_begins_on_the_correction_day():
    assert answers(ask(date(2018, 9, 9), regime=SO_FAR)) == ("no", date(2018, 9, 10), LAST)
    assert answers(ask(date(2018, 9, 10), regime=SO_FAR)) == ("yes", date(2018, 9, 10), LAST)


def test_so_far_ends_on_the_day_before_a_recurrence_in_the_year():
    given = recurring(date(2019, 9, 10))
    assert answers(ask(date(2018, 9, 10), given=given, regime=SO_FAR)) == (
        "yes",
        date(2018, 9, 10),
        date(2019, 9, 9),
    )
    assert answers(ask(date(2019, 9, 10), given=given, regime=SO_FAR)) == ("no", None, None)
    assert answers(ask(date(2019, 9, 11), given=given, regime=SO_FAR)) == ("no", None, None)


def test_so_far_a_recurrence_on_the_correction_day_bars_it_for_good():
    assert answers(ask(date(2018, 9, 10), given=recurring(date(2018, 9, 10)), regime=SO_FAR)) == ("no", None, None)


def test_so_far_a_recurrence_after_the_year_does_not_count():
    given = recurring(date(2019, 9, 11))
    assert answers(ask(date(2019, 9, 11), given=given, regime=SO_FAR)) == ("yes", date(2019, 9, 11), LAST)


def test_so_far_an_unknown_recurrence_leaves_it_open_from_the_correction_on():
    decision = ask(date(2018, 9, 10), given=evidence(recurred=None), regime=SO_FAR)
    assert decision.verdict.value == "undetermined"
    assert decision.missing == ("recurred", "recurred_on")


def test_the_two_readings_are_told_where_they_differ():
    in_the_year = ask(date(2019, 9, 10))
    assert "reading.clean-year.so-far" in codes(in_the_year)
    assert "reading.clean-year.so-far" not in codes(ask(date(2019, 9, 11)))
    assert "reading.clean-year.elapsed" in codes(ask(date(2019, 9, 10), regime=SO_FAR))


def test_while_the_year_runs_the_days_told_are_marked_as_a_supposition():
    assert "repair.year-still-running" not in codes(ask(date(2018, 9, 9)))
    assert "repair.year-still-running" in codes(ask(date(2018, 9, 10)))
    assert "repair.year-still-running" in codes(ask(date(2019, 9, 10)))
    assert "repair.year-still-running" not in codes(ask(date(2019, 9, 11)))
    assert "repair.year-still-running" not in codes(ask(date(2019, 9, 10), given=evidence(recurred=None)))
    assert "repair.year-still-running" not in codes(ask(date(2019, 9, 10), given=recurring(date(2019, 9, 1))))


@pytest.mark.parametrize(
    ("corrected_on", "determined_on", "day"),
    [
        (date(2019, 2, 28), date(2019, 3, 1), (date(2020, 2, 29), date(2020, 3, 1))),
        (date(2019, 1, 1), date(2019, 3, 1), (date(2020, 1, 2), date(2020, 3, 1))),
        (date(2019, 4, 30), date(2019, 5, 1), (date(2020, 5, 1), date(2020, 5, 1))),
        (date(2019, 3, 1), date(2019, 3, 1), None),
        (date(2019, 3, 2), date(2019, 3, 1), None),
        (date(2020, 2, 28), date(2020, 2, 29), None),
        (date(2020, 2, 29), date(2020, 3, 1), (date(2021, 3, 1), date(2021, 3, 1))),
    ],
)
def test_general_failure_is_repairable_only_where_corrected_before_its_determination(corrected_on, determined_on, day):
    decision = ask(determined_on, of=general(determined_on), given=evidence(corrected_on=corrected_on))
    outlasts = "repair.year-outlasts-use" in codes(decision)
    if day is None:
        assert (decision.earliest, decision.possible, outlasts) == (None, None, True)
        assert "repair.year-still-running" not in codes(decision)
    else:
        assert (decision.earliest, decision.last, outlasts) == (*day, False)


def test_longer_period_of_use_or_the_other_reading_lets_a_general_failure_be_repaired():
    of, given, on = general(date(2019, 3, 1)), evidence(corrected_on=date(2019, 6, 1)), date(2019, 7, 1)
    assert "repair.year-outlasts-use" in codes(ask(on, of=of, given=given))
    longer = ask(on, of=of, given=given, period_of_use=Years(2))
    assert answers(longer) == ("no", date(2020, 6, 2), date(2021, 3, 1))
    assert "repair.year-outlasts-use" not in codes(longer)
    so_far = ask(on, of=of, given=given, regime=SO_FAR)
    assert answers(so_far) == ("yes", on, date(2020, 3, 1))
    assert "repair.year-outlasts-use" not in codes(so_far)


def test_longer_period_of_use_does_not_help_where_the_shorter_counts():
    decision = ask(
        date(2019, 7, 1),
        of=general(date(2019, 3, 1)),
        given=evidence(corrected_on=date(2019, 6, 1)),
        period_of_use=Years(2),
        regime=JIANGSU_2018.reading(REPAIR_WINDOW, "shorter"),
    )
    assert (decision.earliest, decision.possible) == (None, None)
    assert "repair.year-outlasts-use" in codes(decision)


def test_same_record_kind_asks_for_facts_of_its_own():
    by_conduct = {"recurred": True, "recurred_on": date(2019, 1, 1)}
    by_record_kind = {"recurred_in_record_kind": True, "recurred_in_record_kind_on": date(2019, 1, 1)}
    on = date(2019, 9, 11)
    assert ask_row(on, **by_conduct).verdict.value == "no"
    assert ask_row(on, regime=BY_RECORD_KIND, **by_conduct).verdict.value == "yes"
    assert ask_row(on, **by_record_kind).verdict.value == "yes"
    assert ask_row(on, regime=BY_RECORD_KIND, **by_record_kind).verdict.value == "no"
    assert "reading.same-kind.same-record-kind" in codes(ask_row(on, **by_record_kind))


def test_without_a_correction_no_year_runs_by_either_reading():
    for regime in (JIANGSU_2018, SO_FAR):
        decision = ask_row(date(2019, 9, 11), regime=regime, corrected=False)
        assert failed(decision) == {"corrected": None, "clean-year": None}
    of, on = general(date(2018, 6, 1)), date(2018, 10, 1)
    assert "repair.year-outlasts-use" in codes(ask_row(on, of=of))
    assert "repair.year-outlasts-use" not in codes(ask_row(on, of=of, corrected=None))
