"""M34(1) and (3): each condition, each missing fact by its name, and who is asked for a credit management system."""

from datetime import date

import pytest

from factories import judgement, organisation, person
from jscredit.deadlines import Years
from jscredit.errors import InvalidInput
from jscredit.law import Rank
from jscredit.records import Kind, OrganisationForm, Procedure, Severity, Subject, SubjectType
from jscredit.records.facts import PROCEDURE
from jscredit.repair import REPAIR, RULES, SYSTEM_ASKED_OF, TERMS, repair_row
from jscredit.rules import JIANGSU_2018, Setting, Source, Verdict
from jscredit.validity import GENERAL_PERIOD
from repair_cases import answers, ask, ask_row, codes, evidence, failed, failure

ON = date(2019, 9, 11)
EVERYONE = JIANGSU_2018.reading(SYSTEM_ASKED_OF, "everyone")
OF_A_PERSON = failure(subject=person(1))


def test_conditions_stand_in_the_order_of_the_article_each_with_its_clause():
    assert [(one.id, one.citation.ledger_id) for one in REPAIR.conditions] == [
        ("failure-information", "M12"),
        ("determined", "M34"),
        ("in-use", "M34"),
        ("corrected", "M34(1)"),
        ("clear-effect", "M34(1)"),
        ("adverse-effect-eliminated", "M34(1)"),
        ("clean-year", "M34(2)"),
        ("self-discipline", "M34(3)"),
        ("credit-management-system", "M34(3)"),
        ("commitment-not-to-fail-again", "M34(3)"),
    ]
    assert RULES == (REPAIR,)
    assert [term.name for term in TERMS] == [
        "repair-window",
        "clean-period",
        "clean-year",
        "same-kind",
        "credit-management-system",
        "repair-opinion-period",
    ]


def test_everything_there_is_a_yes_that_rests_on_every_condition():
    decision = ask(ON)
    assert answers(decision) == ("yes", ON, date(2021, 6, 1))
    assert (decision.failed, decision.missing, codes(decision)) == ((), (), set())
    of_the_rule = {"M12", "M34", "M34(1)", "M34(2)", "M34(3)"}
    assert {citation.ledger_id for citation in decision.citations} == of_the_rule | {"M30"}


@pytest.mark.parametrize(
    ("fact", "condition"),
    [
        ("self_discipline", "self-discipline"),
        ("credit_management_system", "credit-management-system"),
        ("commitment_not_to_fail_again", "commitment-not-to-fail-again"),
    ],
)
def test_each_of_the_three_facts_is_needed(fact, condition):
    refused = ask(ON, given=evidence(**{fact: False}))
    assert (refused.verdict, failed(refused), refused.possible) == (Verdict.NO, {condition: None}, None)
    unknown = ask(ON, given=evidence(**{fact: None}))
    assert (unknown.verdict, unknown.missing) == (Verdict.UNDETERMINED, (fact,))


@pytest.mark.parametrize(
    ("fact", "condition"),
    [("clear_effect", "clear-effect"), ("adverse_effect_eliminated", "adverse-effect-eliminated")],
)
def test_both_judged_facts_are_needed_as_somebody_found_them(fact, condition):
    refused = ask(ON, given=evidence(**{fact: judgement(finding=False)}))
    assert (refused.verdict, failed(refused), refused.possible) == (Verdict.NO, {condition: None}, None)
    unknown = ask(ON, given=evidence(**{fact: None}))
    assert (unknown.verdict, unknown.missing) == (Verdict.UNDETERMINED, (fact,))
    assert next(one for one in REPAIR.facts if one.name == fact).judged


def test_not_corrected_is_a_no_without_a_day():
    decision = ask(ON, given=evidence(corrected=False, corrected_on=None))
    assert failed(decision) == {"corrected": None, "clean-year": None}
    assert (decision.verdict, decision.possible) == (Verdict.NO, None)


def test_unknown_correction_is_missing_and_so_is_its_day():
    unknown = ask(ON, given=evidence(corrected_on=None))
    assert (unknown.verdict, unknown.missing) == (Verdict.UNDETERMINED, ("corrected", "corrected_on"))
    no_day = ask(ON, given=evidence(corrected=True, corrected_on=None))
    assert (no_day.verdict, no_day.missing) == (Verdict.UNDETERMINED, ("corrected_on",))


def test_correction_must_have_come_by_the_day_asked_about():
    before = ask(date(2018, 9, 9))
    assert failed(before) == {"corrected": date(2018, 9, 10), "clean-year": date(2019, 9, 11)}
    assert failed(ask(date(2018, 9, 10))) == {"clean-year": date(2019, 9, 11)}


def test_record_that_is_no_failure_cannot_be_repaired():
    for of in (failure(kind=Kind.AWARD), failure(kind=Kind.PENALTY, procedure=Procedure.SUMMARY)):
        decision = ask(ON, of=of)
        assert (decision.verdict, failed(decision), decision.possible) == (
            Verdict.NO,
            {"failure-information": None},
            None,
        )


def test_record_whose_class_is_open_leaves_it_open():
    decision = ask(ON, of=failure(kind=Kind.PENALTY))
    assert (decision.verdict, decision.missing) == (Verdict.UNDETERMINED, ("procedure", "reflects_credit"))
    settled = failure(kind=Kind.PENALTY, procedure=Procedure.GENERAL, reflects_credit=True)
    assert ask(ON, of=settled).verdict is Verdict.YES


def test_class_is_that_of_the_regime():
    from jscredit.classification import SUMMARY_PENALTY

    violation = failure(kind=Kind.PENALTY, procedure=Procedure.SUMMARY, reflects_credit=True)
    assert ask(ON, of=violation).verdict is Verdict.NO
    other = next(option.name for option in SUMMARY_PENALTY.options[1:])
    assert ask(ON, of=violation, regime=JIANGSU_2018.reading(SUMMARY_PENALTY, other)).verdict is Verdict.YES


def test_natural_person_needs_no_credit_management_system_and_is_told_so():
    for system in (None, False, True):
        decision = ask(ON, of=OF_A_PERSON, given=evidence(credit_management_system=system))
        assert decision.verdict is Verdict.YES
        assert "repair.system-not-asked-of-persons" in codes(decision)
        assert ("reading.credit-management-system.everyone" in codes(decision)) is (system is not True)


def test_by_the_other_reading_a_natural_person_needs_one_too():
    refused = ask(ON, of=OF_A_PERSON, given=evidence(credit_management_system=False), regime=EVERYONE)
    assert failed(refused) == {"credit-management-system": None}
    assert codes(refused) == {"reading.credit-management-system.organisations-only"}
    unknown = ask(ON, of=OF_A_PERSON, given=evidence(credit_management_system=None), regime=EVERYONE)
    assert unknown.missing == ("credit_management_system",)


@pytest.mark.parametrize("kind", [SubjectType.LEGAL_PERSON, SubjectType.UNINCORPORATED_ORGANISATION, None])
def test_every_organisation_needs_a_credit_management_system(kind):
    of = failure(subject=organisation(1, type=kind))
    assert ask(ON, of=of).verdict is Verdict.YES
    assert codes(ask(ON, of=of)) == set()
    assert ask(ON, of=of, given=evidence(credit_management_system=False)).verdict is Verdict.NO


def test_sole_trader_is_a_natural_person_also_without_the_type():
    trader = Subject(type=SubjectType.NATURAL_PERSON, form=OrganisationForm.SOLE_TRADER, name="虚构小吃店")
    untyped = Subject(name="张三", resident_id=person(1).resident_id)
    for subject in (trader, untyped):
        of = failure(subject=subject)
        assert ask(ON, of=of, given=evidence(credit_management_system=False)).verdict is Verdict.YES


def test_unknown_type_of_subject_leaves_it_open_unless_there_is_a_system():
    of = failure(subject=Subject(name="某某"))
    assert ask(ON, of=of).verdict is Verdict.YES
    refused = ask(ON, of=of, given=evidence(credit_management_system=False))
    assert (refused.verdict, refused.missing) == (Verdict.UNDETERMINED, ("subject_type",))
    unknown = ask(ON, of=of, given=evidence(credit_management_system=None))
    assert unknown.missing == ("credit_management_system", "subject_type")


def test_row_names_every_fact_that_a_setting_asks_for_too():
    source = Source("某法第一条", Rank.LAW)
    regime = JIANGSU_2018.with_settings(Setting(GENERAL_PERIOD, THREE_YEARS, source, when=_SUMMARY))
    row = repair_row(failure(procedure=Procedure.GENERAL), evidence(), on=ON, regime=regime)
    assert row["procedure"] is Procedure.GENERAL
    assert set(row) >= {fact.name for fact in REPAIR.bind(regime).facts}
    of = failure(severity=Severity.GENERAL, procedure=Procedure.SUMMARY)
    assert ask(date(2019, 9, 11), of=of, regime=regime).last == date(2021, 6, 1)


THREE_YEARS = Years(3)
_SUMMARY = PROCEDURE == Procedure.SUMMARY


def test_wrong_types_are_refused_all_at_once_and_not_shown():
    with pytest.raises(InvalidInput) as refused:
        ask(ON, of="329901199003070012", given={"corrected": True}, file=7)
    assert [(fault.code, fault.field) for fault in refused.value.faults] == [
        ("argument.type", "record"),
        ("argument.type", "evidence"),
        ("argument.type", "file"),
    ]
    assert "3299011990" not in str(refused.value)


def test_what_has_not_happened_cannot_be_corrected():
    with pytest.raises(InvalidInput) as refused:
        ask(ON, of=failure(conduct_on=date(2018, 9, 11), determined_on=date(2018, 10, 1)))
    (fault,) = refused.value.faults
    assert (fault.code, fault.field, fault.clause) == ("repair.corrected-before-conduct", "corrected_on", "M34(1)")
    on_the_day = failure(conduct_on=date(2018, 9, 10), determined_on=date(2018, 10, 1))
    assert ask(ON, of=on_the_day).verdict is Verdict.YES
    assert ask(ON, of=on_the_day, given=evidence(corrected_on=None)).missing == ("corrected", "corrected_on")


def test_row_of_an_unnamed_fact_is_refused():
    row = repair_row(failure(), evidence(), on=ON)
    del row["self_discipline"]
    with pytest.raises(InvalidInput, match="self_discipline"):
        REPAIR.decide(row, on=ON)
    assert ask_row(ON).verdict is Verdict.YES
