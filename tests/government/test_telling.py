"""Answers of several decisions, as text, JSON and HTML in both languages; decisions come back from the stored form."""

import json
import pickle

import pytest

from factories import organisation, person
from government_cases import FINE, FINED, ON, YES
from jscredit.errors import Label
from jscredit.government import (
    Commitment,
    CourtList,
    CoverageCount,
    CoverageTarget,
    DebtRisk,
    DebtRiskClass,
    FailureEffect,
    GovernmentParty,
    IntegrityRecordKind,
    MitigationEffort,
    PartnershipProject,
    PromiseChange,
    commitment_standing,
    consequences_of,
    coverage_of,
    debt_warning,
    failure_inclusion,
    integrity_publication,
    intercept_bidders,
    mitigation_of,
    non_performance,
    stages_covered,
)
from jscredit.government.inclusion import INCLUSION
from jscredit.government.telling import Line, Told, any_of
from jscredit.records import Body, Level
from jscredit.rules import Verdict, restored_decision

ANSWERS = (
    failure_inclusion(FINED, on=ON),
    mitigation_of((MitigationEffort(brought_about=YES),), failed_on=None, on=ON),
    consequences_of(FINE, party=GovernmentParty.DEPARTMENT, in_failure_record=True, effect=FailureEffect(), on=ON),
    integrity_publication(IntegrityRecordKind.FILE_CONTENT, determined_on=None, severity=None, exceptions=None, on=ON),
    commitment_standing(Commitment(id="1", promiser=organisation(1)), on=ON),
    non_performance(PromiseChange(), on=ON),
    debt_warning(DebtRisk(area=Body(name="县", level=Level.COUNTY), risk_class=DebtRiskClass.HIGH), on=ON),
    stages_covered(PartnershipProject(name="虚构项目"), on=ON),
    intercept_bidders((organisation(1),), court_lists=(CourtList(name="名单", day=ON),), on=ON),
    coverage_of((CoverageCount(target=CoverageTarget.SHARING, covered=1, to_cover=2),), on=ON),
)


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: type(answer).__name__)
def test_each_form(answer):
    assert answer.explain() != answer.explain("en")
    for line in answer.lines:
        assert line.heading.zh in answer.explain()
        assert line.heading.en in answer.explain("en")
        assert line.heading.zh in answer._repr_html_()
    for form, text in (("public", answer.to_public_json()), ("storage", answer.to_storage_json())):
        told = json.loads(text)
        assert list(told)[:3] == ["schema", "version", "form"]
        assert (told["schema"], told["version"], told["form"]) == (answer.schema_name, 1, form)
        assert [one["form"] for one in told["decisions"]] == [form] * len(answer.decisions)
        assert {line.key for line in answer.lines} <= set(told)


def test_every_answer_has_a_schema_of_its_own():
    names = [answer.schema_name for answer in ANSWERS]
    assert len(set(names)) == len(names)
    assert {type(answer).__name__ for answer in ANSWERS} | {"Sample"} == {one.__name__ for one in Told.__subclasses__()}


def test_a_stored_decision_comes_back():
    stored = json.loads(ANSWERS[0].to_storage_json())["decisions"][0]
    assert restored_decision(json.dumps(stored), rule=INCLUSION) == ANSWERS[0].goes_in


class Sample(Told):
    schema_name = "jscredit.sample"
    lines = (
        Line("open", Label("甲", "a"), None),
        Line("none", Label("乙", "b"), ()),
        Line("several", Label("丙", "c"), (Verdict.YES, "x")),
        Line("day", Label("丁", "d"), ON),
        Line("label", Label("戊", "e"), Label("一", "one")),
    )
    decisions = ()


def test_values_of_every_sort():
    assert Sample().explain().splitlines() == ["甲：待定", "乙：无", "丙：是、x", "丁：2020-06-01", "戊：一"]
    assert Sample().explain("en").splitlines() == ["a: undetermined", "b: none", "c: yes, x", "d: 2020-06-01", "e: one"]
    told = json.loads(Sample().to_public_json())
    assert told["open"] is None
    assert (told["none"], told["several"]) == ([], ["yes", "x"])
    assert (told["day"], told["label"]) == ("2020-06-01", {"zh": "一", "en": "one"})
    assert Sample()._repr_html_().count("<tr>") == 5
    assert Sample().missing == ()


def test_answers_are_equal_by_their_inputs_and_can_be_kept_in_a_set():
    again = failure_inclusion(FINED, on=ON)
    assert again == ANSWERS[0]
    assert len({*ANSWERS[:8], again}) == 8
    for answer in ANSWERS:
        assert pickle.loads(pickle.dumps(answer)) == answer  # noqa: S301


def test_numbers_in_what_is_told_are_masked():
    number = person(3).resident_id.reveal()
    found = intercept_bidders((organisation(1),), court_lists=(CourtList(name=f"名单{number}", day=ON),), on=ON)
    for text in (found.explain(), found.to_public_json(), found._repr_html_()):
        assert number[4:] not in text


def test_html_is_escaped():
    shop = organisation(1, name="<b>公司</b>")
    found = intercept_bidders((shop,), court_lists=(CourtList(name="名单", day=ON),), on=ON)
    assert "<b>" not in found._repr_html_()


@pytest.mark.parametrize(
    ("given", "wanted"),
    [((), "no"), (("no",), "no"), (("no", "undetermined"), "undetermined"), (("undetermined", "yes"), "yes")],
)
def test_any_of(given, wanted):
    assert any_of(Verdict(one) for one in given) == wanted
