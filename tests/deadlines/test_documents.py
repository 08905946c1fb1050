import contextlib
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jscredit.deadlines import Days, Deadline, Months, WorkCalendar, WorkingDays, Years, deadline
from jscredit.errors import InvalidInput
from jscredit.law import CIVIL_CODE, G, J, M

UNTIL_2026 = WorkCalendar().as_known_on(date(2026, 1, 1))
AUTUMN = deadline(date(2026, 9, 18), WorkingDays(10), cite=M.article(32, paragraph=1), calendar=UNTIL_2026)
STORED = json.loads(AUTUMN.to_storage_json())
HOLIDAY_FIRST = json.loads(deadline(date(2026, 9, 24), WorkingDays(1), calendar=UNTIL_2026).to_storage_json())
TWO_MADE_UP = json.loads(deadline(date(2026, 2, 12), WorkingDays(7), calendar=UNTIL_2026).to_storage_json())
CITES = [None, M.article(34, item=2), J.article(4, paragraph=3, item=1), G.article(2, item=3), CIVIL_CODE.article(202)]


def read(document):
    return Deadline.from_storage_json(json.dumps(document))


@given(
    st.dates(date(2007, 1, 1), date(2026, 12, 31)),
    st.sampled_from([WorkingDays, Days, Months, Years]),
    st.integers(1, 60),
    st.sampled_from(CITES),
)
def test_a_stored_deadline_loads_back_equal(start, kind, n, cite):
    found = deadline(start, kind(n), cite=cite, calendar=UNTIL_2026, provisional=True)
    text = found.to_storage_json()
    loaded = Deadline.from_storage_json(text)
    assert loaded == found
    assert (loaded.skipped, loaded.made_up) == (found.skipped, found.made_up)
    assert loaded.explain("en") == found.explain("en")
    assert loaded.to_storage_json() == text
    assert Deadline.from_storage_json(text.encode()) == found


@pytest.mark.parametrize("write", [AUTUMN.to_storage_json, AUTUMN.to_public_json])
def test_a_document_begins_with_its_schema(write):
    assert write().startswith('{"schema": "jscredit.deadline", "version": 1, "form": ')


def test_documents_that_are_changed_below_read_as_they_are():
    assert [one["day"] for one in TWO_MADE_UP["made_up"]] == ["2026-02-14", "2026-02-28"]
    assert HOLIDAY_FIRST["skipped"][0]["day"] == "2026-09-25"
    assert [read(document).period.n for document in (STORED, HOLIDAY_FIRST, TWO_MADE_UP)] == [10, 1, 7]


def test_documents_keep_chinese_text_as_it_is():
    found = deadline(date(2026, 9, 18), WorkingDays(10), calendar=WorkCalendar(known_on=date(2026, 1, 1)))
    assert '"周末"' in found.to_storage_json()
    assert '"周末"' in found.to_public_json()


def test_the_stored_document():
    assert list(STORED) == [
        *("schema", "version", "form", "start", "period", "due", "cite"),
        *("edition", "provisional", "settled", "skipped", "made_up"),
    ]
    assert STORED["period"] == {"unit": "working-days", "n": 10}
    assert STORED["due"] == "2026-10-09"
    assert STORED["skipped"][0] == {"day": "2026-09-19", "reason": {"zh": "周末", "en": "weekend"}}


def test_the_public_document_tells_and_does_not_load():
    public = json.loads(AUTUMN.to_public_json())
    assert public["form"] == "public"
    assert [one["en"] for one in public["explanation"]] == AUTUMN.explain("en").splitlines()
    with pytest.raises(InvalidInput):
        read(public)


def test_a_loaded_deadline_keeps_the_days_it_was_counted_with():
    closed = UNTIL_2026.with_closures([date(2026, 9, 21)], source="flood")
    loaded = Deadline.from_storage_json(deadline(date(2026, 9, 18), WorkingDays(2), calendar=closed).to_storage_json())
    assert "closed (flood)" in [one.reason.en for one in loaded.skipped]


def without(key):
    return {name: value for name, value in STORED.items() if name != key}


BAD_DOCUMENTS = [
    *[without(key) for key in STORED],
    STORED | {"schema": "jscredit.other"},
    STORED | {"version": 2},
    STORED | {"form": "public"},
    STORED | {"320102199003071234": 1},
    STORED | {"start": "320102199003071234"},
    STORED | {"due": 20261009},
    STORED | {"period": {"unit": "weeks", "n": 2}},
    STORED | {"period": {"unit": "working-days", "n": 0}},
    STORED | {"period": {"unit": "working-days", "n": 10.5}},
    STORED | {"period": {"unit": "working-days", "n": True}},
    STORED | {"cite": STORED["cite"] | {"article": 2000}},
    STORED | {"cite": STORED["cite"] | {"item": 0}},
    STORED | {"cite": "M32"},
    STORED | {"settled": "yes"},
    STORED | {"skipped": None},
    STORED | {"skipped": [{"day": "2026-09-19"}]},
    [],
    None,
]


@pytest.mark.parametrize("document", BAD_DOCUMENTS)
def test_what_is_no_such_document_is_refused_and_not_told(document):
    with pytest.raises(InvalidInput) as caught:
        read(document)
    assert all(fault.code.startswith("field.") for fault in caught.value.faults)
    assert "320102199003071234" not in str(caught.value)


def moved(key, index, day):
    days = [dict(one) for one in STORED[key]]
    days[index]["day"] = day
    return STORED | {key: days}


@pytest.mark.parametrize(
    "document",
    [
        STORED | {"due": "2026-10-10"},
        STORED | {"start": "2026-09-17"},
        STORED | {"period": {"unit": "working-days", "n": 9}},
        STORED | {"period": {"unit": "days", "n": 21}},
        STORED | {"edition": None},
        STORED | {"provisional": True},
        STORED | {"skipped": STORED["skipped"][1:]},
        STORED | {"made_up": []},
        STORED | {"skipped": STORED["skipped"][::-1]},
        moved("skipped", 0, "2026-09-18"),
        moved("skipped", -1, "2026-10-09"),
        moved("skipped", 0, "2026-09-20"),
        moved("made_up", 0, "2026-09-21"),
        moved("made_up", 0, "2026-09-19"),
        moved("made_up", 0, "2026-10-10"),
        moved("made_up", 0, "2026-09-13"),
        HOLIDAY_FIRST
        | {"skipped": [HOLIDAY_FIRST["skipped"][0] | {"day": "2026-09-24"}, *HOLIDAY_FIRST["skipped"][1:]]},
        TWO_MADE_UP | {"made_up": TWO_MADE_UP["made_up"][::-1]},
    ],
)
def test_days_that_do_not_add_up_are_refused(document):
    with pytest.raises(InvalidInput) as caught:
        read(document)
    assert caught.value.code == "document.inconsistent"


@pytest.mark.parametrize(
    "changes",
    [
        {"due": "2026-09-24"},
        {"edition": "x"},
        {"settled": False},
        {"provisional": True},
        {"skipped": STORED["skipped"]},
        {"made_up": STORED["made_up"]},
    ],
)
def test_a_calendar_period_has_nothing_of_a_calendar(changes):
    plain = json.loads(deadline(date(2026, 9, 18), Days(5)).to_storage_json())
    assert read(plain).due == date(2026, 9, 23)
    with pytest.raises(InvalidInput) as caught:
        read(plain | changes)
    assert caught.value.code == "document.inconsistent"


def test_the_last_day_of_all_is_read():
    found = deadline(date(2026, 9, 18), Years(9000))
    assert Deadline.from_storage_json(found.to_storage_json()) == found


def test_a_due_day_on_the_last_day_of_all_is_not_counted():
    document = STORED | {"start": "9999-12-30", "due": "9999-12-31", "skipped": [], "made_up": []}
    document["period"] = {"unit": "working-days", "n": 1}
    assert read(document).due == date.max


@pytest.mark.parametrize("text", [None, 7, {}, bytearray(b"{}")])
def test_a_document_is_text(text):
    with pytest.raises(InvalidInput) as caught:
        Deadline.from_storage_json(text)
    assert caught.value.code == "document.not-text"


@pytest.mark.parametrize("text", ["", "{", '"\ud800"', b"\xff", "[" * 100_000, '{"version": ' + "9" * 9_000 + "}"])
def test_broken_text_is_refused(text):
    with pytest.raises(InvalidInput):
        Deadline.from_storage_json(text)


scalars = st.sampled_from(
    [None, True, 0, -1, 1, 10, 1.5, 1e400, 10**40, "", "x", "2026-09-19", "9999-12-31", "0000-00-00"]
)
values = (
    scalars | st.lists(scalars, max_size=2) | st.dictionaries(st.sampled_from(["day", "reason", "unit", "n"]), scalars)
)


@given(st.dictionaries(st.sampled_from([*STORED, "other"]), values, max_size=4))
def test_any_change_to_a_document_loads_or_is_invalid_input(changes):
    with contextlib.suppress(InvalidInput):
        found = read(STORED | changes)
        assert Deadline.from_storage_json(found.to_storage_json()) == found


@given(st.text() | st.binary())
def test_any_text_is_invalid_input(text):
    with pytest.raises(InvalidInput):
        Deadline.from_storage_json(text)
