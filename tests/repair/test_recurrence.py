"""Recurrence as the subject's file tells it, with and without somebody who vouches for the file."""

from datetime import date

import pytest

from factories import organisation
from jscredit.errors import InvalidInput
from jscredit.records import (
    Conduct,
    CreditFile,
    Kind,
    Procedure,
    Repaired,
    Subject,
    SubjectType,
    Withdrawn,
)
from jscredit.repair import CLEAN_YEAR, SAME_KIND, repair_row
from jscredit.rules import JIANGSU_2018, Verdict
from repair_cases import SUBJECT, answers, ask, codes, evidence, failure, file_of

BY_RECORD_KIND = JIANGSU_2018.reading(SAME_KIND, "same-record-kind")
SO_FAR = JIANGSU_2018.reading(CLEAN_YEAR, "so-far")
CORRECTED_ON, YEAR_END = date(2018, 9, 10), date(2019, 9, 10)
ON = date(2019, 9, 11)
UNSTATED = evidence(recurred=None)


def another(conduct_on, **parts):
    """Another bid rigging, not yet determined."""
    return failure(**({"id": "R2", "determined_on": None, "conduct_on": conduct_on} | parts))


def told(*records, on=ON, given=UNSTATED, of=None, **options):
    """What the row says of the recurrence, by the same conduct."""
    row = repair_row(of or failure(), given, on=on, file=file_of(*records, **options))
    return row["recurred"], row["recurred_on"]


@pytest.mark.parametrize(
    ("complete_since", "recurred"),
    [
        (date(2018, 1, 1), False),
        (CORRECTED_ON, False),
        (date(2018, 9, 11), None),
        (date(2020, 1, 1), None),
        (None, None),
    ],
)
def test_silence_is_a_no_only_where_somebody_vouches_from_the_correction_day_on(complete_since, recurred):
    assert told(failure(), complete_since=complete_since) == (recurred, None)
    decision = ask(ON, given=UNSTATED, file=file_of(failure(), complete_since=complete_since))
    assert decision.verdict is (Verdict.YES if recurred is False else Verdict.UNDETERMINED)
    assert decision.missing == (() if recurred is False else ("recurred", "recurred_on"))


@pytest.mark.parametrize("day", [CORRECTED_ON, date(2018, 9, 11), date(2019, 3, 1), YEAR_END])
def test_failure_of_the_same_conduct_in_the_year_is_a_recurrence_whoever_vouches(day):
    for complete_since in (None, date(2018, 1, 1), date(2019, 1, 1)):
        assert told(failure(), another(day), complete_since=complete_since) == (True, day)
    decision = ask(ON, given=UNSTATED, file=file_of(another(day), complete_since=None))
    assert answers(decision) == ("no", None, None)


@pytest.mark.parametrize("day", [date(2018, 9, 9), date(2019, 9, 11)])
def test_failure_outside_the_year_is_none(day):
    assert told(another(day)) == (False, None)


def test_first_of_several_is_told():
    assert told(another(date(2019, 5, 1)), another(date(2019, 2, 1), id="R3")) == (True, date(2019, 2, 1))


def test_other_conduct_is_another_kind_and_the_same_record_is_no_recurrence():
    assert told(another(date(2019, 1, 1), kind=Kind.FALSE_MATERIAL)) == (False, None)
    assert told(another(date(2019, 1, 1), id="R1")) == (False, None)


@pytest.mark.parametrize("conduct", [None, Conduct.OTHER_VIOLATION])
def test_conduct_that_names_nothing_leaves_it_open(conduct):
    unnamed = {"kind": Kind.PENALTY, "procedure": Procedure.GENERAL, "reflects_credit": True, "conduct": conduct}
    assert told(another(date(2019, 1, 1), **unnamed)) == (None, None)
    assert told(another(date(2019, 1, 1)), of=failure(**unnamed)) == (None, None)


FUNDS, CHARGES = {"kind": Kind.GOVERNMENT_FUND_ARREARS}, {"kind": Kind.ADMINISTRATIVE_CHARGE_ARREARS}
ACCIDENT = {"accident_liability": True, "dealt_with_by_regulator": True}
AT_WORK = {"kind": Kind.WORK_SAFETY_ACCIDENT, **ACCIDENT}
POLLUTION = {"kind": Kind.POLLUTION_ACCIDENT, **ACCIDENT}
TAXES = {"kind": Kind.TAX_BREACH}
NOT_PERFORMED = {"kind": Kind.LEGAL_INSTRUMENT_NOT_PERFORMED}
PENALTY = {"kind": Kind.PENALTY, "procedure": Procedure.GENERAL, "reflects_credit": True}
BIDS = {"kind": Kind.BID_RIGGING}


@pytest.mark.parametrize(
    ("first", "second", "again"),
    [
        *((one, one, True) for one in (FUNDS, CHARGES, AT_WORK, TAXES, NOT_PERFORMED)),
        (FUNDS, CHARGES, False),
        (AT_WORK, POLLUTION, False),
        (TAXES | {"conduct": Conduct.TAX_EVASION}, TAXES | {"conduct": Conduct.FALSE_INVOICING}, True),
        # a failure by its name against a conduct
        (FUNDS, BIDS, False),
        (TAXES, BIDS, False),
        (TAXES, {"kind": Kind.TAX_ARREARS}, None),
        (TAXES, PENALTY | {"conduct": Conduct.TAX_EVASION}, None),
        (TAXES | {"conduct": Conduct.TAX_EVASION}, PENALTY | {"conduct": Conduct.TAX_EVASION}, True),
        (AT_WORK, PENALTY | {"conduct": Conduct.WORK_SAFETY}, None),
        (NOT_PERFORMED, PENALTY | {"conduct": Conduct.REFUSAL_TO_PERFORM}, None),
        # nobody says what the penalty was for
        (FUNDS, PENALTY, None),
        (TAXES, PENALTY | {"conduct": Conduct.OTHER_VIOLATION}, None),
    ],
)
def test_a_kind_that_is_a_failure_by_its_name_compares_by_it(first, second, again):
    day = date(2019, 1, 1)
    for one, other in ((first, second), (second, first)):
        found = told(another(day, **other), of=failure(**one))
        assert found == (again, day if again else None)


def test_same_kind_of_record_is_the_other_reading():
    penalty = {"kind": Kind.PENALTY, "procedure": Procedure.GENERAL, "reflects_credit": True}
    of = failure(conduct=Conduct.BID_RIGGING, **penalty)
    file = file_of(of, another(date(2019, 1, 1), conduct=Conduct.WAGE_ARREARS, **penalty))
    by_conduct = ask(ON, of=of, given=UNSTATED, file=file)
    assert by_conduct.verdict is Verdict.YES
    assert "reading.same-kind.same-record-kind" in codes(by_conduct)
    assert ask(ON, of=of, given=UNSTATED, file=file, regime=BY_RECORD_KIND).verdict is Verdict.NO
    bid_rigging = file_of(of, another(date(2019, 1, 1)))
    assert ask(ON, of=of, given=UNSTATED, file=bid_rigging).verdict is Verdict.NO
    assert ask(ON, of=of, given=UNSTATED, file=bid_rigging, regime=BY_RECORD_KIND).verdict is Verdict.YES


def test_unknown_day_of_conduct_leaves_it_open_unless_it_was_determined_before_the_correction():
    assert told(another(None)) == (None, None)
    assert told(another(None, determined_on=date(2018, 9, 9))) == (False, None)
    assert told(another(None, determined_on=CORRECTED_ON)) == (None, None)
    assert told(another(None, determined_on=date(2025, 1, 1))) == (None, None)


def test_record_whose_class_is_open_leaves_it_open_and_one_that_is_no_failure_does_not():
    about_bids = {"kind": Kind.PENALTY, "conduct": Conduct.BID_RIGGING}
    assert told(another(date(2019, 1, 1), **about_bids)) == (None, None)
    assert told(another(date(2019, 1, 1), procedure=Procedure.SUMMARY, **about_bids)) == (False, None)
    talk = {"kind": Kind.REGULATORY_TALK, "conduct": Conduct.BID_RIGGING}
    assert told(another(date(2019, 1, 1), **talk)) == (False, None)


def test_repaired_recurrence_did_happen_and_one_withdrawn_as_wrong_did_not():
    change = {"day": date(2018, 1, 3), "known_on": date(2018, 1, 3), "citation": "M32", "record_id": "R2"}
    recurrence = another(date(2019, 1, 1))
    assert told(recurrence, changes=(Repaired(**change),)) == (True, date(2019, 1, 1))
    assert told(recurrence, changes=(Withdrawn(reason="认定有误", **change),)) == (False, None)


def test_stated_no_stands_against_what_is_open_but_not_against_a_record():
    stated = evidence(recurred=False)
    assert told(another(None), given=stated, complete_since=None) == (False, None)
    file = file_of(another(date(2019, 1, 1)))
    assert told(another(date(2019, 1, 1)), given=stated) == (True, date(2019, 1, 1))
    decision = ask(ON, given=stated, file=file)
    assert answers(decision) == ("no", None, None)
    assert "repair.recurrence-in-file" in codes(decision)
    assert "repair.recurrence-in-file" not in codes(ask(ON, given=UNSTATED, file=file))
    assert "repair.recurrence-in-file" not in codes(ask(ON, given=stated, file=file_of()))


def test_stated_yes_stands_also_where_a_complete_file_is_silent():
    stated = evidence(recurred=True, recurred_on=date(2019, 1, 1))
    assert told(given=stated) == (True, date(2019, 1, 1))
    assert told(given=evidence(recurred=True)) == (True, None)


def test_earlier_of_the_stated_and_the_recorded_day_counts():
    stated = evidence(recurred=True, recurred_on=date(2019, 1, 1))
    assert told(another(date(2019, 2, 1)), given=stated) == (True, date(2019, 1, 1))
    assert told(another(date(2018, 12, 1)), given=stated) == (True, date(2018, 12, 1))
    assert told(another(date(2019, 2, 1)), given=evidence(recurred=True)) == (True, date(2019, 2, 1))


def test_without_the_day_of_correction_the_file_says_nothing():
    given = evidence(corrected=True, corrected_on=None, recurred=None)
    assert told(another(date(2019, 1, 1)), given=given) == (None, None)


def test_certain_recurrence_counts_beside_an_open_one_once_it_has_happened():
    certain, earlier, later = (another(date(2019, month, 1)) for month in (5, 2, 8))
    unclear = {"kind": Kind.PENALTY, "conduct": Conduct.BID_RIGGING, "id": "R3"}
    open_before = file_of(certain, failure(conduct_on=earlier.conduct_on, determined_on=None, **unclear))
    open_after = file_of(certain, failure(conduct_on=later.conduct_on, determined_on=None, **unclear))
    for on, expected in (
        (date(2019, 4, 30), (None, None)),
        (date(2019, 5, 1), (True, date(2019, 5, 1))),
        (ON, (True, date(2019, 5, 1))),
    ):
        row = repair_row(failure(), UNSTATED, on=on, file=open_before)
        assert (row["recurred"], row["recurred_on"]) == expected
        row = repair_row(failure(), UNSTATED, on=on, file=open_after)
        assert (row["recurred"], row["recurred_on"]) == (True, date(2019, 5, 1))


def test_certain_recurrence_and_an_open_one_of_the_same_day_are_certain():
    unclear = {"kind": Kind.PENALTY, "conduct": Conduct.BID_RIGGING, "id": "R3", "determined_on": None}
    both = another(date(2019, 5, 1)), failure(conduct_on=date(2019, 5, 1), **unclear)
    assert told(*both, on=date(2019, 4, 1)) == (True, date(2019, 5, 1))


def test_recurrence_that_lies_after_the_day_asked_about_bars_the_days_to_come():
    file = file_of(another(date(2019, 5, 1)))
    decision = ask(date(2019, 1, 1), given=UNSTATED, file=file)
    assert answers(decision) == ("no", None, None)
    so_far = ask(date(2019, 1, 1), given=UNSTATED, file=file, regime=SO_FAR)
    assert answers(so_far) == ("yes", date(2019, 1, 1), date(2019, 4, 30))


def test_file_as_of_a_day_holds_what_was_known_then():
    file = file_of(another(date(2019, 1, 1)))
    assert ask(ON, given=UNSTATED, file=file.as_of(date(2018, 1, 1))).verdict is Verdict.YES
    assert ask(ON, given=UNSTATED, file=file.as_of(date(2018, 1, 2))).verdict is Verdict.NO


def test_file_of_another_subject_is_refused_also_where_only_the_names_agree():
    by_name = Subject(type=SubjectType.LEGAL_PERSON, name=SUBJECT.name)
    for subject in (organisation(2), by_name):
        with pytest.raises(InvalidInput, match=r"repair\.another-subject"):
            ask(ON, file=CreditFile(subject, (), date(2018, 1, 1)))
    with_the_code = Subject(credit_code=SUBJECT.credit_code)
    assert ask(ON, given=UNSTATED, file=CreditFile(with_the_code, (), date(2018, 1, 1))).verdict is Verdict.YES


def test_file_of_the_very_same_subject_is_its_file_also_without_a_number():
    nameless = Subject(type=SubjectType.LEGAL_PERSON, name="无代码商贸")
    decision = ask(ON, of=failure(subject=nameless), file=CreditFile(nameless, (), date(2018, 1, 1)))
    assert decision.verdict is Verdict.YES
