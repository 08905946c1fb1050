"""What the procedures share: decisions as faults, periods of use in JSON, a case seen on a day."""

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from factories import organisation, record
from jscredit.deadlines import Days, Months, WorkingDays, Years
from jscredit.errors import Label, safe
from jscredit.law import M
from jscredit.procedure import PeriodOfUse, decision_faults, missing_fault, named
from jscredit.records import Subject, same_subject
from jscredit.rules import ON, Condition, Fact, Rule
from procedure_sample import Asked, Granted, SampleCase, SampleStage, Shown

TOLD = Fact.flag("told", Label("已告知", "it was told"))
SINCE = Fact.day("since", Label("起始日", "its first day"))
RULE = Rule(
    "sample-rule",
    M.article(31),
    Label("可以", "it may be"),
    (
        Condition("told", M.article(31), Label("已告知", "told"), TOLD),
        Condition("begun", M.article(33), Label("已开始", "begun"), ON >= SINCE),
    ),
)
CURES = {"told": Label("请告知", "tell it"), "begun": Label("请等待", "wait")}


def faults(on, **row):
    return tuple(decision_faults(RULE.decide(row, on=on), "sample", CURES))


def test_yes_has_no_faults():
    assert faults(date(2026, 2, 2), told=True, since=date(2026, 2, 2)) == ()


def test_no_has_one_fault_for_each_condition_not_met():
    told, begun = faults(date(2026, 2, 1), told=False, since=date(2026, 2, 2))
    assert (told.code, told.clause, told.cure, told.data["earliest"]) == ("sample.told", "M31", CURES["told"], None)
    assert (begun.code, begun.clause, begun.data["earliest"]) == ("sample.begun", "M33", date(2026, 2, 2))
    assert (begun.message.zh, begun.message.en) == ("不符合“已开始”", "not met: begun")


def test_open_answer_asks_for_each_missing_fact():
    first, second = faults(date(2026, 2, 1), told=None, since=None)
    assert (first.code, first.field, first.clause) == ("sample.missing", "since", "M31")
    assert (second.field, second.cure.en, second.cure.zh) == ("told", "add: it was told", "请补充：已告知")
    assert second == missing_fault("told", TOLD.label, "sample", "M31")


def test_what_no_fact_names_is_a_calendar():
    decision = RULE.decide({"told": None, "since": None}, on=date(2026, 2, 1))
    assert named(decision, "since") == SINCE.label
    assert named(decision, "calendar-2027").en == "the calendar calendar-2027"


@pytest.mark.parametrize("period", [Days(30), Months(6), Years(3)])
def test_period_of_use_goes_to_json_and_back(period):
    adapter = TypeAdapter(PeriodOfUse)
    assert adapter.validate_python(period) is period
    assert adapter.validate_json(adapter.dump_json(period)) == period
    assert adapter.dump_python(period, mode="json") == {type(period).__name__.lower(): period.n}
    assert adapter.json_schema() == {"type": "object"}


@pytest.mark.parametrize(
    "text", ['{"years": 0}', '{"working-days": 3}', '{"workingdays": 3}', "3", "null", '{"years": "3"}']
)
def test_no_other_json_is_a_period_of_use(text):
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(PeriodOfUse).validate_json(text)
    assert [fault.code for fault in safe(caught.value).faults] == ["json.value"]


@pytest.mark.parametrize("value", [WorkingDays(3), 3, None, {"years": 3}])
def test_no_other_value_is_a_period_of_use(value):
    with pytest.raises(ValidationError):
        TypeAdapter(PeriodOfUse).validate_python(value)


def test_case_is_seen_as_it_stood_on_a_day():
    case = SampleCase(number="1")
    for event in (Asked(on=date(2026, 2, 9), wish="一件"), Shown(on=date(2026, 2, 10))):
        case = case.apply(event)
    assert case.as_of(date(2026, 2, 8)) == SampleCase(number="1")
    assert case.as_of(date(2026, 2, 9)).stage is SampleStage.ASKED
    assert case.as_of(date(2026, 2, 10)) == case


def test_event_that_the_stage_has_seen_is_there():
    case = SampleCase(number="1").apply(Asked(on=date(2026, 2, 9), wish="一件"))
    assert case.at(Asked).wish == "一件"
    with pytest.raises(LookupError):
        case.at(Granted)


def test_subjects_are_the_same_different_or_for_a_person_to_decide():
    shop = organisation(1)
    assert same_subject(shop, record(subject=shop).subject) is True
    assert same_subject(shop, Subject(credit_code=shop.credit_code)) is True
    assert same_subject(shop, organisation(2)) is False
    assert same_subject(shop, Subject(name=shop.name)) is None
    assert same_subject(Subject(name="某"), Subject(name="某")) is True


def test_notices_name_the_later_law():
    case = SampleCase(number="1")
    assert [notice.code for notice in case.notices(on=date(2026, 2, 9))] == ["later-law"]
    assert case.notices(on=date(2021, 12, 31)) == ()
