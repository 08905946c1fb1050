"""A resident's number planted in every text of a list, a case and a loop stands in no output that may be shown."""

import dataclasses
from datetime import date

import pytest

from factories import judgement, person
from jscredit.measures import (
    ActingBody,
    Initiated,
    MeasureFacts,
    Memorandum,
    Power,
    RelatedPerson,
    Wording,
    attributions,
    compare_measure_lists,
    default_measures,
    loop_statistics,
    outstanding,
    triggered_measures,
)
from jscredit.records import Body
from measure_cases import AUTHORITY, CENTRE, FISCAL, black, case_of, new_loop, serious_record

NUMBER = person(9).resident_id.reveal()
ON = date(2020, 4, 1)
SAID = Wording(zh=f"限制{NUMBER}", en=f"no {NUMBER}")
MEASURE = dataclasses.replace(
    default_measures().find(FISCAL), id=f"X{NUMBER}", name=SAID, basis=SAID, initiator=SAID, sharing=SAID
)
LIST = dataclasses.replace(
    default_measures(), title=SAID, edition=NUMBER, issuer=AUTHORITY, published_on=ON, measures=(MEASURE,)
)
BODY = Body(name=f"虚构局{NUMBER}")
ENTRY = black(subject=person(9), list_name=NUMBER, determined_by=None, id=f"B{NUMBER}")
POWER = Power(measure_id=MEASURE.id, basis=NUMBER)
CASE = case_of(ENTRY, by=ActingBody(body=BODY, powers=(POWER,)), facts=MeasureFacts(association_rules=NUMBER))
LOOP = new_loop(
    MEASURE.id,
    case_of(ENTRY),
    measures=LIST,
    body=BODY,
    number=NUMBER,
    memorandum=Memorandum(name=NUMBER, departments=()),
).apply(Initiated(on=ON, by=BODY, to=CENTRE))
TRIGGERED = triggered_measures(CASE, on=ON, measures=LIST)
CHANGES = compare_measure_lists(
    LIST, dataclasses.replace(LIST, measures=(dataclasses.replace(MEASURE, basis=Wording(zh="法")),))
)
(DUE,) = outstanding([LOOP], on=ON)
COUNTS = loop_statistics([LOOP], on=ON)
SUSPECT = RelatedPerson(subject=person(9), responsible=judgement(by=NUMBER, evidence=(NUMBER,)))
(FOUND,) = attributions(serious_record(), [SUSPECT], on=ON)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "told", [LIST, LOOP, TRIGGERED, TRIGGERED.asked[0], CHANGES, COUNTS, FOUND, outstanding([LOOP], on=ON)[0]]
)
def test_texts(told, lang):
    assert NUMBER not in told.explain(lang)


@pytest.mark.parametrize("told", [LIST, LOOP, TRIGGERED, CHANGES, COUNTS])
def test_public_documents(told):
    assert NUMBER not in told.to_public_json()


@pytest.mark.parametrize("told", [LIST, LOOP, CASE, CHANGES, COUNTS, SUSPECT, TRIGGERED, FOUND, LOOP.events[0]])
def test_shown_in_a_session(told):
    assert NUMBER not in repr(told)
    assert NUMBER not in str(told)


def test_shown_in_a_notebook():
    table = TRIGGERED._repr_html_()
    assert NUMBER not in table
    assert table.count("<tr>") == 1 + len(TRIGGERED.asked)
    assert repr(TRIGGERED) == "<TriggeredMeasures on 2020-04-01: 0 apply, 1 open>"
    assert repr(TRIGGERED.asked[0]).endswith(": 待定：缺少事实 | undetermined: facts are missing>")
