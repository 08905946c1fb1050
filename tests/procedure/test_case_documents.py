"""Cases as documents: stored and read back, masked when shown, and nothing but our errors for what is broken."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factories import person
from jscredit.deadlines import Months
from jscredit.errors import InvalidInput, Refused
from jscredit.objection import FoundWrong, ObjectionCase, ObjectionGround, Received
from jscredit.records import Body, Role
from jscredit.repair import ObjectionRaised, RepairCase
from objection_cases import ABOUT_MAN, CONTENT, MAN, case_in, events_on, new_case
from repair_procedure_cases import case_in as repair_in

NUMBER = MAN.resident_id.reveal()
OBJECTION = case_in("appeal_settled", new_case(ObjectionGround.FORBIDDEN_COLLECTION, period_of_use=Months(6)))
REPAIR = repair_in("adopted")
CASES = [OBJECTION, REPAIR]
PLACES = ("", "a", NUMBER, None, 0, -1, True, [], {}, "2026-02-30", [{"type": "received"}], {"years": "x"})


def told(case):
    return f"{case!r} {case} {case.to_public_json()}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.schema_name)
def test_case_goes_to_json_and_back(case):
    text = case.to_storage_json()
    assert type(case).from_storage_json(text) == case
    assert type(case).from_storage_json(text.encode()) == case
    assert json.loads(text)["schema"] == case.schema_name


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.schema_name)
def test_what_is_shown_never_loads(case):
    with pytest.raises(InvalidInput) as caught:
        type(case).from_storage_json(case.to_public_json())
    assert caught.value.code == "document.public"


def test_personal_numbers_are_never_shown():
    case = ObjectionCase(
        number=f"异议 {NUMBER}",
        subject=MAN,
        ground=ObjectionGround.FORBIDDEN_COLLECTION,
        record=ABOUT_MAN,
        content=CONTENT,
    )
    office = Body(name="虚构市信用信息中心", roles=(Role.INFORMATION_ORGANISATION,))
    case = case.apply(Received(on=date(2026, 2, 13), applicant=MAN, by=office, evidence=(f"证明 {NUMBER}",)))
    case = case.apply(FoundWrong(on=date(2026, 2, 13), provided_to=(f"张1 {NUMBER}",)))
    raised = repair_in("published").apply(ObjectionRaised(on=date(2026, 2, 12), reason=f"举报人 {NUMBER}"))
    for shown in (case, raised):
        assert NUMBER not in told(shown)
        assert NUMBER in shown.to_storage_json()
    with pytest.raises(Refused) as caught:
        case.apply(events_on(date(2026, 2, 13), case)["content_purged"])
    assert NUMBER not in f"{caught.value} {caught.value!r}"
    with pytest.raises(Refused) as caught:
        new_case().apply(Received(on=date(2026, 2, 13), applicant=person(7), by=office, evidence=(NUMBER,)))
    assert NUMBER not in f"{caught.value!r}"


def paths(node, path=()):
    yield path
    if isinstance(node, dict | list):
        for key in node if isinstance(node, dict) else range(len(node)):
            yield from paths(node[key], (*path, key))


def broken(document, path, value, *, drop):
    copied = json.loads(json.dumps(document))
    node = copied
    for key in path[:-1]:
        node = node[key]
    if drop:
        del node[path[-1]]
    else:
        node[path[-1]] = value
    return json.dumps(copied)


def read_or_told(kind, text):
    try:
        return kind.from_storage_json(text), ""
    except InvalidInput as error:
        return None, str(error)


@settings(deadline=None, max_examples=400)
@given(st.sampled_from(CASES), st.randoms(use_true_random=False), st.sampled_from(PLACES), st.booleans())
def test_broken_documents_give_our_errors_without_the_value(case, rng, value, drop):
    document = json.loads(case.to_storage_json())
    path = rng.choice([path for path in paths(document) if path])
    read, told_wrong = read_or_told(type(case), broken(document, path, value, drop=drop))
    assert NUMBER not in told_wrong
    assert (read is None) == bool(told_wrong)
    if read is not None:
        assert type(case).from_storage_json(read.to_storage_json()) == read


def test_event_of_another_procedure_is_refused():
    document = json.loads(OBJECTION.to_storage_json())
    document["events"][1]["type"] = "adopted"
    with pytest.raises(InvalidInput) as caught:
        ObjectionCase.from_storage_json(json.dumps(document))
    assert [(fault.code, fault.field) for fault in caught.value.faults] == [("field.enum", "events.1")]
    assert RepairCase.from_storage_json(REPAIR.to_storage_json()).stage == REPAIR.stage
