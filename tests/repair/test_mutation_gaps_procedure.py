"""What `tools/mutate.py` showed untested of the advice, the steps, and what another reading of M12 would change."""

import dataclasses
from datetime import date

import pytest

from factories import organisation, person
from jscredit.classification import COMPULSORY_EXECUTION, SUMMARY_PENALTY
from jscredit.deadlines import Years
from jscredit.errors import InvalidInput, Refused
from jscredit.law import Rank
from jscredit.records import Conduct, Kind, Procedure, Severity
from jscredit.repair import (
    CLEAN_PERIOD,
    CLEAN_YEAR,
    REPAIR_WINDOW,
    SAME_KIND,
    SYSTEM_ASKED_OF,
    OpinionAgainst,
    RepairCondition,
    derived_repairs,
    evidence_with_file,
    repair_advice,
    repair_eligibility,
)
from jscredit.repair.recurrence import Span, turning_readings
from jscredit.rules import JIANGSU_2018, Setting, Source, Verdict
from repair_cases import ask, evidence, failed, failure, file_of
from repair_procedure_cases import DAY, FAILURE, applied, case_in, new_case
from repair_procedure_cases import evidence as evidence_in_case
from whole_faults import is_said_in_both_languages, whole_faults

ON = date(2019, 9, 11)
WITHIN_ITEM_1 = JIANGSU_2018.reading(SUMMARY_PENALTY, "within-item-1")
# A penalty for the same conduct, in the year after the correction; M12(9) leaves it out, (1) may take it in.
SUMMARY = failure(
    id="R2",
    kind=Kind.PENALTY,
    conduct=Conduct.BID_RIGGING,
    procedure=Procedure.SUMMARY,
    reflects_credit=True,
    conduct_on=date(2019, 3, 1),
    determined_on=date(2019, 5, 6),
)
OF_A_PERSON = dataclasses.replace(FAILURE, subject=person(1), kind=Kind.FALSE_MATERIAL)


def advice_to_a_person(regime, **lacking):
    decision = repair_eligibility(OF_A_PERSON, evidence_in_case(**lacking), on=DAY, regime=regime)
    return repair_advice(decision).to_change


def test_advice_asks_for_what_the_reading_taken_asks_of_a_person_and_no_more():
    """M34(3): by default no credit management system is asked of a natural person."""
    lacking = {"credit_management_system": False, "self_discipline": False}
    assert advice_to_a_person(JIANGSU_2018, **lacking) == (RepairCondition.SELF_DISCIPLINE,)
    of_everyone = JIANGSU_2018.reading(SYSTEM_ASKED_OF, "everyone")
    asked = (RepairCondition.SELF_DISCIPLINE, RepairCondition.CREDIT_MANAGEMENT_SYSTEM)
    assert advice_to_a_person(of_everyone, **lacking) == asked


def test_days_of_the_advice_are_those_of_the_reading_taken():
    """M34(2): corrected on 2024-12-02; by `so-far` the year need not be over on 2025-06-02."""
    on, given = date(2025, 6, 2), evidence_in_case(self_discipline=False)
    for option, first in (("elapsed", "2025-12-03"), ("so-far", "2025-06-02")):
        regime = JIANGSU_2018.reading(CLEAN_YEAR, option)
        label = repair_advice(repair_eligibility(FAILURE, given, on=on, regime=regime)).label
        assert label.en.endswith(f"then it may be applied for from {first} to 2027-03-01")


def test_founded_recurrence_counts_by_either_reading_of_the_same_kind():
    for option in ("same-conduct-or-undetermined", "same-record-kind"):
        regime = JIANGSU_2018.reading(SAME_KIND, option)
        decision = repair_eligibility(FAILURE, evidence_in_case(), on=DAY, regime=regime)
        advice = repair_advice(decision, lacking=(RepairCondition.NO_SAME_KIND_FAILURE,))
        # The day of the recurrence is not told, so whether it came within the year is open.
        assert (decision.verdict, advice.outlook.can_come) == (Verdict.YES, None)


def test_advice_of_a_case_ends_with_its_period_of_use_and_follows_the_regime():
    """M34: the catalogue's five years from 2024-03-01; by `shorter` the three years of the validity (M30)."""
    refusal = OpinionAgainst(on=DAY, document="1", lacking=(RepairCondition.CLEAR_EFFECT,))
    case = new_case(period_of_use=Years(5)).apply(applied()).apply(refusal)
    for option, last in (("period-of-use", "2029-03-01"), ("shorter", "2027-03-01")):
        advice = case.advice(on=DAY, regime=JIANGSU_2018.reading(REPAIR_WINDOW, option))
        assert advice.label.en.endswith(f"from 2026-02-11 to {last}")


def test_a_wrong_day_is_told_by_its_name():
    refused, adopted = case_in("refused"), case_in("adopted")
    wrong = "2026-03-09"
    for field, call in (
        ("on", lambda: refused.advice(on=wrong)),
        ("known_on", lambda: derived_repairs(adopted, [], known_on=wrong)),
        ("on", lambda: evidence_with_file(failure(), evidence(), file=file_of(), on=wrong)),
    ):
        ((code, found, _),) = whole_faults(InvalidInput, call)
        assert (code, found) == ("day.not-a-date", field)


def test_what_refuses_an_application_is_said_in_both_languages():
    given = applied(evidence=evidence_in_case(self_discipline=False))
    found = whole_faults(Refused, new_case().apply, given)
    assert found == [("repair.not-eligible", None, "M34"), ("repair.self-discipline", None, "M34(3)")]


def test_evidence_from_a_file_counts_what_the_reading_taken_makes_a_failure():
    """M12(1): by `within-item-1` the summary penalty is a failure, so it is a recurrence (M34(2))."""
    file = file_of(failure(), SUMMARY)
    for regime, recurred in ((JIANGSU_2018, False), (WITHIN_ITEM_1, True)):
        filled = evidence_with_file(failure(), evidence(recurred=None), file=file, on=ON, regime=regime)
        assert filled.recurred is recurred


def test_without_the_day_of_correction_no_record_of_the_file_turns_the_answer():
    given = evidence(corrected=True, corrected_on=None, recurred=None)
    decision = ask(ON, given=given, file=file_of(failure(), SUMMARY))
    assert decision.verdict is Verdict.UNDETERMINED
    assert decision.by_reading == {}


def test_a_time_after_the_correction_beyond_all_days_lets_no_day_come():
    law = JIANGSU_2018.with_settings(Setting(CLEAN_PERIOD, Years(8000), Source("某法", Rank.LAW)))
    decision = ask(ON, given=evidence(recurred=None), file=file_of(failure(), SUMMARY), regime=law)
    assert failed(decision) == {"clean-year": None}


def test_the_answer_by_another_reading_has_the_period_of_use_too():
    """A general failure of 2018-06-01, valid for a year; the catalogue lets it be used for five (M8)."""
    of = failure(severity=Severity.GENERAL)
    options = {"file": file_of(of, SUMMARY), "period_of_use": Years(5), "regime": WITHIN_ITEM_1}
    decision = ask(ON, of=of, given=evidence(recurred=None), **options)
    assert decision.verdict is Verdict.NO
    other = options | {"regime": JIANGSU_2018}
    assert ask(ON, of=of, given=evidence(recurred=None), **other).verdict is Verdict.YES
    told = [notice.code for notice in decision.notices if notice.code.startswith("reading.summary-penalty")]
    assert told == ["reading.summary-penalty.outside"]


@pytest.mark.parametrize("conduct_on", [date(2018, 9, 9), date(2019, 9, 11)])
def test_only_another_record_of_the_year_can_turn_the_answer(conduct_on):
    year = Span(date(2018, 9, 10), date(2019, 9, 10))
    term = (SUMMARY_PENALTY.name, "within-item-1")

    def turning(of, *records):
        return [(one.name, option.name) for one, option in turning_readings(file_of(*records), of, year, JIANGSU_2018)]

    assert turning(failure(), failure(), SUMMARY) == [term]
    assert (
        turning(failure(), dataclasses.replace(SUMMARY, conduct_on=conduct_on, determined_on=date(2019, 9, 12))) == []
    )
    assert turning(SUMMARY, SUMMARY) == []
    assert turning(SUMMARY, SUMMARY, dataclasses.replace(SUMMARY, id="R3")) == [term]


def test_notice_of_another_reading_of_the_class_names_both_answers_and_the_clause():
    of = failure(kind=Kind.ADMINISTRATIVE_COMPULSORY_EXECUTION, reflects_credit=False, subject=organisation(1))
    (notice,) = ask(ON, of=of).notices
    (option,) = (one for one in COMPULSORY_EXECUTION.options if one.name == "must-reflect-credit")
    assert is_said_in_both_languages(notice.label)
    for lang in ("zh", "en"):
        said = notice.label.text(lang)
        own, other = said.index(Verdict.YES.label.text(lang)), said.index(option.label.text(lang))
        # The answer by the reading taken stands before the other reading, and its answer after it.
        assert own < other < said.rindex(Verdict.NO.label.text(lang))
        assert COMPULSORY_EXECUTION.label.text(lang) in said
    assert notice.citation == COMPULSORY_EXECUTION.citation.zh
