import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jscredit.deadlines import Years
from jscredit.errors import InvalidInput
from jscredit.law import Rank
from jscredit.rules import JIANGSU_2018, Source, settings_from_file, settings_from_json
from jscredit.rules.documents import setting_json
from oracles.little import BY_NAME, FACTS, GRADE, LENGTH, OPEN, PAID, WAY, Grade, setting, tried

TERMS = (LENGTH, OPEN, WAY)
GOOD = {"term": "length", "value": {"years": 2}, "source": {"citation": "某法", "rank": "law"}}


def document(*entries, **changes):
    return json.dumps({"schema": "jscredit.settings", "version": 1, "settings": list(entries)} | changes)


def read(text):
    return settings_from_json(text, terms=TERMS, facts=FACTS)


def faults(text):
    with pytest.raises(InvalidInput) as caught:
        read(text)
    return [(fault.code, fault.field) for fault in caught.value.faults]


def test_settings_are_read():
    found = read(document(GOOD, GOOD | {"term": "way", "value": "so-far", "when": {"fact": "paid"}}))
    assert [(one.term, one.value, one.source) for one in found] == [
        (LENGTH, Years(2), Source("某法", Rank.LAW)),
        (WAY, "so-far", Source("某法", Rank.LAW)),
    ]
    assert [one.when for one in found] == [None, PAID]
    assert JIANGSU_2018.with_settings(*found).chosen(LENGTH) == Years(2)


def test_what_is_written_is_read_back():
    made = (
        setting(LENGTH, Years(2), when=(GRADE == Grade.LOW) & PAID),
        setting(OPEN, Years(3), Rank.AGENCY_SETTING),
        setting(WAY, "so-far", Rank.NORMATIVE_DOCUMENT),
    )
    assert read(document(*(setting_json(one) for one in made))) == made


def test_an_empty_file_sets_nothing():
    assert read(document()) == ()


def test_every_fault_at_once():
    text = document(
        GOOD,
        GOOD | {"term": "nothing"},
        GOOD | {"value": {"years": 0}},
        GOOD | {"source": {"citation": "某法", "rank": "king"}},
        "x",
        GOOD | {"when": {"fact": "nothing"}},
        GOOD | {"when": {"op": "less", "args": [{"on": True}, {"fact": "start_on"}]}},
        GOOD | {"source": {"citation": "某法", "rank": "agency_setting"}},
        {"term": "open-term", "value": {"years": 4}, "source": {"citation": "某法", "rank": "law"}},
    )
    assert faults(text) == [
        ("settings.term", "settings[1]"),
        ("json.value", "settings[2]"),
        ("settings.source", "settings[3]"),
        ("settings.shape", "settings[4]"),
        ("json.fact", "settings[5]"),
        ("expression.on-not-bare", "settings[6]"),
        ("setting.rank", "settings[7]"),
        ("term.range", "settings[8]"),
    ]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"term": ["length"]}, "settings.term"),
        ({"term": None}, "settings.term"),
        ({"value": None}, "json.value"),
        ({"source": None}, "settings.source"),
        ({"source": "某法"}, "settings.source"),
        ({"source": {"citation": "某法"}}, "settings.source"),
        ({"source": {"citation": " ", "rank": "law"}}, "settings.source"),
        ({"source": {"citation": 3, "rank": "law"}}, "settings.source"),
        ({"source": {"citation": "某法", "rank": []}}, "settings.source"),
        ({"source": {"citation": "某法", "rank": 80}}, "settings.source"),
        ({"source": {"citation": "某法", "rank": "LAW"}}, "settings.source"),
        ({"source": {"citation": "某法", "rank": "law", "more": 1}}, "settings.source"),
        ({"when": False}, "json.expression"),
        ({"when": {"fact": "start_on"}}, "expression.type"),
        ({"whne": {"fact": "paid"}}, "settings.shape"),
    ],
)
def test_wrong_shapes(changes, code):
    assert faults(document(GOOD | changes)) == [(code, "settings[0]")]


@pytest.mark.parametrize("lacking", ["term", "value", "source"])
def test_what_a_setting_must_have(lacking):
    assert faults(document({name: part for name, part in GOOD.items() if name != lacking})) == [
        ("settings.shape", "settings[0]")
    ]


def test_a_null_guard_is_none():
    assert read(document(GOOD | {"when": None}))[0].when is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "[]",
        "3",
        '"x"',
        "NaN",
        document(schema="other"),
        document(version=2),
        document(settings={}),
        document(settings=None),
        json.dumps({"schema": "jscredit.settings", "version": 1}),
        "9" * 5000,
        "[" * 100_000,
    ],
    ids=range(14),
)
def test_what_is_no_settings_document(text):
    assert faults(text) == [("settings.document", None)]


def test_the_cures_list_what_there_is():
    with pytest.raises(InvalidInput) as caught:
        read(document(GOOD | {"term": "x"}, GOOD | {"source": {}}))
    term, source = caught.value.faults
    assert term.data["terms"] == ("length", "open-term", "way")
    assert "open-term" in term.cure.en
    assert "administrative_regulation" in source.cure.zh
    assert source.data["ranks"][-1] == "law"


def test_no_fault_tells_a_value():
    number = "320102199003071234"
    entries = [GOOD | {name: number} for name in ("term", "value", "source", "when", number)]
    with pytest.raises(InvalidInput) as caught:
        read(
            document(
                *entries, GOOD | {"when": {"fact": number}}, GOOD | {"source": {"citation": number, "rank": number}}
            )
        )
    assert len(caught.value.faults) == 7
    assert number not in str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_file(tmp_path, encoding):
    path = tmp_path / "settings.json"
    path.write_text(document(GOOD), encoding=encoding)
    assert settings_from_file(path, terms=TERMS, facts=FACTS) == read(document(GOOD))
    assert settings_from_file(str(path), terms=TERMS, facts=FACTS) == read(document(GOOD))


def test_a_file_that_cannot_be_read(tmp_path):
    path = tmp_path / "settings.json"
    path.write_bytes("设定".encode("gb18030"))
    with pytest.raises(InvalidInput) as caught:
        settings_from_file(path, terms=TERMS, facts=FACTS)
    assert caught.value.code == "settings.document"
    with pytest.raises(OSError, match="nothing"):
        settings_from_file(tmp_path / "nothing", terms=TERMS, facts=FACTS)


NUMBERS = st.one_of(st.integers(), st.integers(10**20, 10**40), st.floats())
ATOMS = st.one_of(
    st.none(),
    st.booleans(),
    NUMBERS,
    st.text(max_size=4),
    st.sampled_from([*BY_NAME, "law", "length", "way", "so-far", "NaN"]),
)
KEYS = st.one_of(
    st.sampled_from(["term", "value", "source", "when", "citation", "rank", "fact", "op", "args", "years"]),
    st.text(max_size=3),
)
JUNK = st.recursive(
    ATOMS, lambda part: st.one_of(st.lists(part, max_size=3), st.dictionaries(KEYS, part, max_size=4)), max_leaves=8
)
ENTRIES = st.fixed_dictionaries(
    {
        "term": st.one_of(st.sampled_from(["length", "open-term", "way"]), JUNK),
        "value": st.one_of(st.builds(lambda n: {"years": n}, NUMBERS), JUNK),
        "source": st.one_of(st.just(GOOD["source"]), JUNK),
    },
    optional={
        "when": st.one_of(st.builds(lambda raw: {"op": "not", "args": [raw]}, JUNK), st.just({"fact": "paid"}), JUNK)
    },
)


@settings(max_examples=1500)
@given(
    st.one_of(
        st.lists(st.one_of(ENTRIES, JUNK), max_size=3).map(lambda raw: document(*raw)), JUNK.map(json.dumps), st.text()
    )
)
def test_any_text_is_read_or_refused_as_invalid_input(text):
    found, error = tried(read, text)
    if error is None:
        assert {one.term.name for one in found} <= {"length", "open-term", "way"}
    else:
        assert error.faults
