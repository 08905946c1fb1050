"""What a repair decision lacks by the record's own names, and which clauses the days it tells rest on."""

import pickle
from datetime import date

import pytest

from factories import organisation
from jscredit.classification import SUMMARY_PENALTY
from jscredit.deadlines import Years
from jscredit.law import Rank
from jscredit.records import Conduct, Kind, Procedure, Severity, Subject
from jscredit.records.facts import SEVERITY
from jscredit.repair import REPAIR, REPAIR_WINDOW, SAME_KIND, RepairDecision
from jscredit.rules import JIANGSU_2018, Setting, Source, Verdict, restored_decision
from repair_cases import answers, ask, evidence, failure, file_of

ON = date(2019, 9, 11)
BY_RECORD_KIND = JIANGSU_2018.reading(SAME_KIND, "same-record-kind")
SHORTER = JIANGSU_2018.reading(REPAIR_WINDOW, "shorter")
OPEN = failure(kind=Kind.PENALTY, subject=Subject(name="某某"))


def clauses(decision):
    return {citation.ledger_id for citation in decision.citations}


def test_missing_are_facts_that_can_be_stated():
    decision = ask(ON, of=OPEN, given=evidence(credit_management_system=None, recurred=None), regime=BY_RECORD_KIND)
    stated = ("credit_management_system", "procedure", "recurred", "recurred_on", "reflects_credit", "subject_type")
    assert (decision.verdict, decision.missing) == (Verdict.UNDETERMINED, stated)
    assert ask(ON).missing == ()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_missing_fact_is_named_in_words(lang):
    decision = ask(ON, of=OPEN, given=evidence(credit_management_system=None, recurred=None))
    lines = decision.explain(lang).splitlines()
    for name in decision.missing:
        (line,) = [line for line in lines if line.endswith(f"({name})")]
        assert decision.labels[name].text(lang) in line


@pytest.mark.parametrize(
    ("options", "window"),
    [
        ({}, {"M30"}),
        ({"period_of_use": Years(5)}, {"M8"}),
        ({"regime": SHORTER}, {"M30"}),
        ({"period_of_use": Years(5), "regime": SHORTER}, {"M8", "M30"}),
    ],
)
@pytest.mark.parametrize("on", [ON, date(2019, 9, 10), date(2030, 1, 1)])
def test_a_last_day_is_cited_to_the_clause_that_ends_the_window(options, window, on):
    decision = ask(on, **options)
    assert clauses(decision) & {"M8", "M30"} == window
    unmet = {failure.condition.id for failure in decision.failed}
    assert (decision.last is None) == ("in-use" in unmet)


def test_the_clause_is_that_of_the_reading_taken_in_the_case():
    source = Source("某细则", Rank.AGENCY_SETTING)
    if_serious = JIANGSU_2018.with_settings(
        Setting(REPAIR_WINDOW, "shorter", source, when=SEVERITY == Severity.SERIOUS),
    )
    options = {"period_of_use": Years(5), "regime": if_serious}
    assert clauses(ask(ON, **options)) >= {"M8", "M30"}
    assert "M30" not in clauses(ask(ON, of=failure(severity=Severity.GENERAL), **options))
    assert clauses(ask(date(2030, 1, 1), of=failure(severity=None), **options)) == {"M34", "M8", "M30"}


def test_an_answer_without_a_day_of_the_window_does_not_cite_it():
    refused = ask(ON, given=evidence(self_discipline=False))
    assert (answers(refused), clauses(refused)) == (("no", None, None), {"M34(3)"})


EXECUTED = {"kind": Kind.ADMINISTRATIVE_COMPULSORY_EXECUTION}
MUST = "reading.compulsory-execution.must-reflect-credit"
SUMMARY = {"kind": Kind.PENALTY, "procedure": Procedure.SUMMARY, "reflects_credit": True}
WITHIN_ITEM_1 = JIANGSU_2018.reading(SUMMARY_PENALTY, "within-item-1")
WITHIN = "reading.summary-penalty.within-item-1"


@pytest.mark.parametrize(
    ("fields", "given", "verdict", "told"),
    [
        (EXECUTED, {}, "yes", [MUST]),
        (EXECUTED | {"reflects_credit": False}, {}, "yes", [MUST]),
        (EXECUTED | {"reflects_credit": True}, {}, "yes", []),
        # Another reading of the class does not change what fails for another reason.
        (EXECUTED, {"self_discipline": False}, "no", []),
        (EXECUTED, {"self_discipline": None}, "undetermined", []),
        (EXECUTED | {"reflects_credit": False}, {"self_discipline": None}, "undetermined", [MUST]),
        (SUMMARY, {}, "no", [WITHIN]),
        (SUMMARY, {"self_discipline": False}, "no", []),
        ({"kind": Kind.BID_RIGGING}, {}, "yes", []),
    ],
)
def test_another_reading_of_the_class_is_told_where_the_answer_depends_on_it(fields, given, verdict, told):
    decision = ask(ON, of=failure(**fields), given=evidence(**given))
    assert decision.verdict == verdict
    assert [notice.code for notice in decision.notices] == told


def again(**fields):
    """A file with a penalty of the same conduct in the year after the correction."""
    penalty = {"kind": Kind.PENALTY, "conduct": Conduct.BID_RIGGING, "reflects_credit": True}
    days = {"conduct_on": date(2019, 3, 1), "determined_on": date(2019, 5, 6)}
    return file_of(failure(id="R2", **(penalty | days | fields)))


@pytest.mark.parametrize(
    ("fields", "given", "verdict", "told"),
    [
        ({"procedure": Procedure.SUMMARY}, {}, "yes", [WITHIN]),
        ({"procedure": Procedure.SUMMARY}, {"self_discipline": False}, "no", []),
        ({"procedure": Procedure.SUMMARY, "conduct": Conduct.FOOD_SAFETY}, {}, "yes", []),
        (
            {"procedure": Procedure.SUMMARY, "conduct_on": date(2019, 9, 11), "determined_on": date(2020, 1, 1)},
            {},
            "yes",
            [],
        ),
        ({"procedure": Procedure.GENERAL}, {}, "no", []),
        ({"procedure": None}, {"recurred": None}, "undetermined", [WITHIN]),
    ],
)
def test_another_reading_of_the_class_of_a_recurrence_is_told(fields, given, verdict, told):
    decision = ask(ON, given=evidence(**given), file=again(**fields))
    assert decision.verdict == verdict
    codes_of_readings = [notice.code for notice in decision.notices if notice.code.startswith("reading.summary")]
    assert codes_of_readings == told
    taken = ask(ON, given=evidence(**given), file=again(**fields), regime=WITHIN_ITEM_1)
    assert (taken.verdict is decision.verdict) == (not told)
    stored = pickle.loads(pickle.dumps(decision))  # noqa: S301 - our own pickle
    assert stored.notices == decision.notices


def test_it_is_pickled_stored_and_compared_like_every_decision():
    decision = ask(ON, of=OPEN)
    again = pickle.loads(pickle.dumps(decision))  # noqa: S301 - our own pickle
    assert isinstance(again, RepairDecision)
    assert (again, again.missing) == (decision, decision.missing)
    restored = restored_decision(decision.to_storage_json(), rule=REPAIR)
    assert restored == decision
    assert restored.missing == ("failure_information",)
    assert '"procedure"' in decision.to_public_json()
    assert ask(ON, of=failure(subject=organisation(1))) != decision
