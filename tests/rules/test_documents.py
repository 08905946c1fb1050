import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jscredit.deadlines import Days, WorkingDays, Years
from jscredit.errors import InvalidInput
from jscredit.law import M
from jscredit.rules import JIANGSU_2018, ON, restored_decision
from oracles.little import (
    AMOUNT,
    END,
    GRADE,
    LATE,
    LENGTH,
    OPEN,
    PAID,
    SPELL,
    START,
    WAY,
    Grade,
    day,
    rule_of,
    setting,
    tried,
)

RULE = rule_of(
    paid=PAID | (AMOUNT < 3),
    in_time=(ON > START) & (ON <= START + LENGTH),
    way=WAY.pick(one=GRADE == Grade.LOW, so_far=ON <= END + SPELL),
    last=START + WorkingDays(500) >= ON,
)
ROW = {
    "paid": False,
    "amount": Decimal("2.50"),
    "start_on": day("2024-02-29"),
    "grade": Grade.LOW,
    "end_on": day("2024-06-01"),
    "spell": Days(30),
}
ASKED = RULE.decide(ROW, on=day("2024-06-15"))
SET = JIANGSU_2018.with_settings(setting(LENGTH, Years(2), when=LATE), setting(OPEN, Years(2)))


def stored(decision=ASKED, **changes):
    return json.loads(decision.to_storage_json()) | changes


def refused(document, rule=RULE, **options):
    text = document if isinstance(document, str) else json.dumps(document)
    with pytest.raises(InvalidInput) as caught:
        restored_decision(text, rule=rule, **options)
    return caught.value.code


@pytest.mark.parametrize(
    "row", [ROW, dict.fromkeys(ROW), ROW | {"paid": None, "amount": 2}, ROW | {"spell": Years(1), "grade": None}]
)
@pytest.mark.parametrize("on", ["2018-01-29", "2024-06-15", "2026-12-31"])
def test_a_stored_decision_replays(row, on):
    decision = RULE.decide(row, on=day(on))
    assert restored_decision(decision.to_storage_json(), rule=RULE) == decision


def test_with_settings_and_readings():
    row = ROW | {"late": True}
    decision = RULE.decide(row, on=day("2025-06-15"), regime=SET.reading(WAY, "so-far"))
    assert restored_decision(decision.to_storage_json(), rule=RULE, regime=SET.reading(WAY, "so-far")) == decision
    assert refused(stored(decision)) == "decision.changed"
    assert refused(stored(decision), regime=SET) == "decision.changed"


def test_what_the_document_says():
    found = stored()
    assert (found["schema"], found["version"], found["form"], found["rule"]) == (
        "jscredit.decision",
        1,
        "storage",
        "little",
    )
    assert found["facts"] == {
        "paid": False,
        "amount": "2.50",
        "start_on": "2024-02-29",
        "grade": "low",
        "end_on": "2024-06-01",
        "spell": {"days": 30},
    }
    assert (found["on"], found["verdict"], found["earliest"], found["possible"]) == (
        "2024-06-15",
        "yes",
        "2024-06-15",
        "2024-06-15",
    )
    assert found["last"] == "2025-02-28"
    assert [span["verdict"] for span in found["timeline"]] == ["no", "yes", "no"]
    assert found["timeline"][-1] == {"first": "2025-03-01", "last": None, "verdict": "no"}
    assert (found["failed"], found["missing"], found["citations"]) == ([], [], [M.article(34).ledger_id])
    assert [notice["code"] for notice in found["notices"]] == ["later-law"]
    assert found["basis"]["readings"] == {"way": "one"}
    no = stored(RULE.decide(ROW | {"paid": None, "amount": None}, on=day("2025-03-01")))
    assert no["failed"] == [{"condition": "in-time", "earliest": None}]
    assert stored(RULE.decide(ROW | {"paid": None}, on=day("2024-06-15")))["missing"] == []


def test_a_public_document_says_the_same_and_never_loads():
    public = json.loads(ASKED.to_public_json())
    assert public == stored(form="public")
    assert refused(public) == "document.unreadable"


def test_settings_in_the_document_are_in_the_form_of_a_settings_file():
    decision = RULE.decide(ROW | {"late": True}, on=day("2025-06-15"), regime=SET)
    assert stored(decision)["basis"]["settings"] == [
        {
            "term": "length",
            "value": {"years": 2},
            "source": {"citation": "a norm", "rank": "law"},
            "when": {"fact": "late"},
        },
        {"term": "open-term", "value": {"years": 2}, "source": {"citation": "a norm", "rank": "law"}, "when": None},
    ]


def test_a_change_of_any_answer_is_found():
    for name, value in (
        ("verdict", "no"),
        ("earliest", None),
        ("last", "2025-03-01"),
        ("possible", None),
        ("timeline", []),
        ("failed", [{"condition": "paid", "earliest": None}]),
        ("missing", ["paid"]),
        ("citations", []),
        ("basis", None),
        ("more", 1),
    ):
        assert refused(stored(**{name: value})) == "decision.changed"
    lacking = stored()
    del lacking["timeline"]
    assert refused(lacking) == "decision.changed"


def test_a_change_of_the_rule_is_found():
    assert refused(stored(), rule=rule_of(paid=PAID | (AMOUNT < 3))) == "decision.changed"


def test_a_change_of_a_fact_is_found():
    assert refused(stored(facts=stored()["facts"] | {"amount": "3.50"})) == "decision.changed"
    assert refused(stored(facts=stored()["facts"] | {"more": 1})) == "decision.changed"


def test_an_upgrade_that_leaves_the_answer_alone_leaves_the_document_good():
    basis = stored()["basis"] | {"library": "0.0.1", "calendar": "an older edition"}
    old = stored(basis=basis, notices=[{"code": "other", "zh": "", "en": ""}])
    assert restored_decision(json.dumps(old), rule=RULE) == ASKED


def test_a_day_on_which_the_law_is_not_in_force_is_a_change():
    assert refused(stored(on="2018-01-28")) == "decision.changed"


@pytest.mark.parametrize(
    "document",
    [
        "",
        "null",
        "[]",
        "[" * 100_000,
        stored(schema="other"),
        stored(version=2),
        stored(form="other"),
        stored(rule="other"),
        stored(facts=None),
        stored(facts=[]),
    ],
    ids=range(10),
)
def test_what_is_no_stored_decision(document):
    assert refused(document) == "document.unreadable"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"on": "2024-02-30"}, "json.value"),
        ({"on": None}, "json.value"),
        ({"facts": {}}, "fact.absent"),
        ({"facts": stored()["facts"] | {"grade": "nothing"}}, "json.value"),
        ({"facts": stored()["facts"] | {"paid": "yes"}}, "json.value"),
        ({"facts": stored()["facts"] | {"amount": "NaN"}}, "json.value"),
    ],
)
def test_a_fact_that_cannot_be_read(changes, code):
    assert refused(stored(**changes)) == code


ATOMS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=4),
    st.sampled_from(["2024-06-15", "low", "yes", "2017-01-01"]),
)
JUNK = st.recursive(
    ATOMS,
    lambda part: st.one_of(st.lists(part, max_size=3), st.dictionaries(st.text(max_size=4), part, max_size=3)),
    max_leaves=6,
)
CHANGES = st.one_of(
    st.dictionaries(st.sampled_from(sorted(stored())), JUNK, max_size=3),
    st.dictionaries(st.sampled_from(sorted(ROW)), JUNK, max_size=3).map(
        lambda facts: {"facts": stored()["facts"] | facts}
    ),
)


@settings(max_examples=1000)
@given(st.one_of(CHANGES.map(lambda changes: json.dumps(stored() | changes)), JUNK.map(json.dumps), st.text()))
def test_any_text_is_replayed_or_refused_as_invalid_input(text):
    found, error = tried(restored_decision, text, rule=RULE)
    if error is None:
        assert json.loads(text)["verdict"] == found.verdict
    else:
        assert error.faults
