"""What holds for every row and every file, by every reading."""

import dataclasses
from datetime import date, timedelta
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from jscredit.deadlines import Days, Months, Years
from jscredit.records import Conduct, CreditFile, Kind, Procedure, Severity
from jscredit.repair import CLEAN_YEAR, REPAIR, REPAIR_WINDOW, SAME_KIND, repair_outlook
from jscredit.rules import JIANGSU_2018, Verdict
from repair_cases import ask, codes, evidence, failure, file_of

ONE_DAY = timedelta(days=1)
SPECIAL = (date(2019, 2, 28), date(2020, 2, 28), date(2020, 2, 29), date(2020, 3, 1), date(2021, 2, 28))
DAYS = st.sampled_from(SPECIAL) | st.dates(date(2018, 2, 1), date(2022, 6, 30))
PERIODS = st.sampled_from((Days(1), Days(400), Months(6), Years(1), Years(2), Years(5)))
REGIMES = tuple(
    JIANGSU_2018.reading(REPAIR_WINDOW, window).reading(CLEAN_YEAR, year).reading(SAME_KIND, kind)
    for window, year, kind in product(
        *([option.name for option in term.options] for term in (REPAIR_WINDOW, CLEAN_YEAR, SAME_KIND))
    )
)


def unknown(values):
    return st.none() | values


@st.composite
def rows(draw):
    """Rows of which any fact may be unknown; most flags are yes, so that the days decide."""
    yes = unknown(st.just(True)) if draw(st.booleans()) else st.just(True)
    period = draw(unknown(PERIODS))
    return {
        "failure_information": draw(yes),
        "determined_on": draw(unknown(DAYS)),
        "severity": draw(unknown(st.sampled_from(Severity))),
        "period_of_use_given": draw(unknown(st.booleans())) if period else draw(unknown(st.just(False))),
        "period_of_use": period,
        "corrected": draw(st.sampled_from((True, True, True, False, None))),
        "corrected_on": draw(unknown(DAYS)),
        "clear_effect": draw(yes),
        "adverse_effect_eliminated": draw(yes),
        "recurred": draw(unknown(st.booleans())),
        "recurred_on": draw(unknown(DAYS)),
        "recurred_in_record_kind": draw(unknown(st.booleans())),
        "recurred_in_record_kind_on": draw(unknown(DAYS)),
        "recurrence_stated": draw(unknown(st.booleans())),
        "natural_person": draw(unknown(st.booleans())),
        "self_discipline": draw(yes),
        "credit_management_system": draw(yes),
        "commitment_not_to_fail_again": draw(yes),
    }


def verdict(row, on, regime):
    return REPAIR.decide(row, on=on, regime=regime).verdict


@given(row=rows(), on=DAYS, regime=st.sampled_from(REGIMES))
def test_first_last_and_possible_day_are_the_edges_of_the_answers(row, on, regime):
    decision = REPAIR.decide(row, on=on, regime=regime)
    if decision.earliest is not None:
        assert verdict(row, decision.earliest, regime) is Verdict.YES
        assert decision.earliest == on or verdict(row, decision.earliest - ONE_DAY, regime) is not Verdict.YES
        assert verdict(row, decision.last, regime) is Verdict.YES
        assert verdict(row, decision.last + ONE_DAY, regime) is not Verdict.YES
    if decision.possible is not None:
        assert verdict(row, decision.possible, regime) is not Verdict.NO
        assert decision.possible == on or verdict(row, decision.possible - ONE_DAY, regime) is Verdict.NO
    assert bool(decision.missing) is (decision.verdict is Verdict.UNDETERMINED)
    assert REPAIR.bind(regime).verdict(row, on) is decision.verdict


@given(row=rows(), on=DAYS, regime=st.sampled_from(REGIMES))
def test_outlook_says_plainly_what_the_decision_says(row, on, regime):
    decision = REPAIR.decide(row, on=on, regime=regime)
    outlook = repair_outlook(decision)
    no_day = decision.earliest is None and decision.possible is None
    assert (outlook.can_come is False, bool(outlook.reasons)) == (no_day, no_day)
    assert (outlook.can_come is True) is (decision.earliest is not None)


@given(row=rows(), on=DAYS, regime=st.sampled_from(REGIMES))
def test_notice_that_the_year_outlasts_the_use_is_never_wrong(row, on, regime):
    decision = REPAIR.decide(row, on=on, regime=regime)
    if "repair.year-outlasts-use" in codes(decision):
        assert (decision.earliest, decision.possible) == (None, None)


@given(
    determined_on=DAYS,
    corrected_on=DAYS,
    severity=st.sampled_from((Severity.GENERAL, Severity.SERIOUS)),
    period=unknown(PERIODS),
    window=st.sampled_from([option.name for option in REPAIR_WINDOW.options]),
)
def test_where_all_else_is_there_the_notice_is_said_whenever_no_day_can_come(
    determined_on, corrected_on, severity, period, window
):
    decision = ask(
        date(2018, 1, 29),
        of=failure(determined_on=determined_on, severity=severity),
        given=evidence(corrected_on=corrected_on),
        period_of_use=period,
        regime=JIANGSU_2018.reading(REPAIR_WINDOW, window),
    )
    assert ("repair.year-outlasts-use" in codes(decision)) is (decision.earliest is None)


@st.composite
def files(draw):
    """A file in which all is known and vouched for, and the same file with less in it."""
    penalty = {"kind": Kind.PENALTY, "procedure": Procedure.GENERAL, "reflects_credit": True}
    kinds = (penalty, penalty | {"procedure": Procedure.SUMMARY}, {"kind": Kind.BID_RIGGING})
    whole, partial = [], []
    for number in range(draw(st.integers(0, 3))):
        day = draw(st.dates(date(2018, 8, 1), date(2019, 10, 31)))
        conduct = draw(st.sampled_from(("bid_rigging", "wage_arrears")))
        parts = draw(st.sampled_from(kinds))
        if parts["kind"] is Kind.PENALTY:
            parts = parts | {"conduct": Conduct(conduct)}
        one = failure(id=f"F{number}", **(parts | {"conduct_on": day, "determined_on": day + timedelta(days=30)}))
        withheld = draw(st.sets(st.sampled_from(("conduct_on", "conduct", "procedure", "determined_on"))))
        whole.append(one)
        if draw(st.booleans()):
            partial.append(dataclasses.replace(one, **dict.fromkeys(withheld)))
    missing_one = len(partial) < len(whole)
    since = draw(st.none() | st.dates(date(2018, 9, 11), date(2020, 1, 1)))
    complete_since = since if missing_one else draw(st.sampled_from((date(2018, 1, 1), since)))
    return file_of(*whole), file_of(*partial, complete_since=complete_since)


@given(two=files(), on=st.dates(date(2018, 8, 1), date(2019, 12, 31)), regime=st.sampled_from(REGIMES))
def test_no_answer_of_a_file_is_contradicted_when_the_rest_becomes_known(two, on, regime):
    of, unstated = failure(kind=Kind.BID_RIGGING), evidence(recurred=None)

    def decided(file: CreditFile, day=on):
        return ask(day, of=of, given=unstated, file=file, regime=regime)

    truth, told = decided(two[0]), decided(two[1])
    assert told.verdict in {truth.verdict, Verdict.UNDETERMINED}
    if told.earliest is not None:
        assert (told.earliest, told.last) == (truth.earliest, truth.last)
    if told.possible is None:
        assert truth.earliest is None
    else:
        assert truth.earliest is None or told.possible <= truth.earliest
