"""From rows to files: joined by numbers, never by names; both routes; what a person has to decide."""

from datetime import date
from pathlib import Path

import pytest

from jscredit.errors import InvalidInput
from jscredit.interchange import FileSet, files_from, read_sheet
from jscredit.records import (
    IdType,
    Match,
    OtherId,
    RecordStatus,
    match,
)
from oracles.identifiers import invented_credit_code
from sheet_files import GOOD, PERSON, write_csv

SAMPLES = Path(__file__).parents[2] / "samples"
KNOWN_ON = date(2024, 6, 30)
ONE, TWO = invented_credit_code(1), invented_credit_code(2)
TAX = OtherId(IdType.TAX_REGISTRATION, "329901000000001")


def sheet_of(folder, *rows):
    sheet = read_sheet(write_csv(folder, *rows))
    assert sheet.faults == ()
    return sheet


def places(found):
    return [(place.sheet, place.row) for place in found.places]


@pytest.mark.parametrize("name", ["penalties", "licences", "national_penalties", "transport_licences"])
def test_no_row_of_a_sample_is_lost(name):
    sheet = read_sheet(SAMPLES / f"{name}.csv")
    found = files_from(sheet, known_on=KNOWN_ON)
    assert sum(len(file.records) for file in found.files) == len(sheet.rows)
    assert found.kept_once == found.differing == ()
    for file in found.files:
        for state in file.records:
            assert state.record.subject == file.subject or match(state.record.subject, file.subject) is Match.SAME


def test_one_file_for_each_number(tmp_path):
    rows = (
        {"CF_WSH": "1", "CF_XDR_ZDM": ONE[8:17], "CF_XDR_SHXYM": ""},
        {"CF_WSH": "2", "CF_XDR_SHXYM": ONE},
        {"CF_WSH": "3"},
    )
    found = files_from(sheet_of(tmp_path, *rows), known_on=KNOWN_ON, complete_since=date(2019, 1, 1))
    assert [len(file.records) for file in found.files] == [2, 1]
    assert found.files[0].subject.credit_code.reveal() == ONE
    assert found.files[0].complete_since == date(2019, 1, 1)


def test_a_name_joins_nothing_and_is_listed(tmp_path):
    rows = (
        {"CF_WSH": "1"},
        {"CF_WSH": "2", "CF_XDR_SHXYM": "", "CF_XDR_GSDJ": "3299010000017"},
        {"CF_WSH": "3", "CF_XDR_SHXYM": ONE},
    )
    found = files_from(sheet_of(tmp_path, *rows), known_on=KNOWN_ON)
    assert len(found.files) == 3
    assert [(each.files, each.by_name) for each in found.possible] == [((0, 1, 2), True)]


def test_the_name_that_came_last(tmp_path):
    rows = ({"CF_WSH": "1"}, {"CF_WSH": "2", "CF_XDR_MC": "改名有限公司"})
    (file,) = files_from(sheet_of(tmp_path, *rows), known_on=KNOWN_ON).files
    assert file.subject.name == "改名有限公司"


def test_revoked_is_withdrawn_and_disputed_is_flagged(tmp_path):
    rows = ({"CF_WSH": "1", "CF_ZT": "1"}, {"CF_WSH": "2", "CF_ZT": "2"}, {"CF_WSH": "3", "CF_ZT": "3"})
    (file,) = files_from(sheet_of(tmp_path, *rows), known_on=KNOWN_ON).files
    assert [state.status for state in file.records] == [
        RecordStatus.WITHDRAWN,
        RecordStatus.ACTIVE,
        RecordStatus.ACTIVE,
    ]
    assert [len(state.flags) for state in file.records] == [0, 1, 0]
    assert [change.citation for change in file.changes] == ["M16", "M16", "M16", "M32¶3", "M16"]
    assert {(change.day, change.known_on) for change in file.changes} == {(date(2019, 3, 20), KNOWN_ON)}
    assert file.as_of(date(2024, 6, 29)).records == ()


def test_a_change_does_not_count_before_it_is_known(tmp_path):
    (file,) = files_from(sheet_of(tmp_path, {}), known_on=date(2019, 3, 10)).files
    assert file.changes[0].day == date(2019, 3, 10)


def test_the_same_record_on_both_routes_is_kept_once(tmp_path):
    one = sheet_of(tmp_path, {}, PERSON | {"CF_WSH": "2"})
    two = sheet_of(tmp_path, {"CF_WSH": "3"}, {}, PERSON | {"CF_WSH": "2"})
    found = files_from(one, two.rows, known_on=KNOWN_ON)
    assert sorted(len(file.records) for file in found.files) == [1, 2]
    assert [(each.document_number, places(each)) for each in found.kept_once] == [
        (GOOD["CF_WSH"], [(1, 2), (2, 3)]),
        ("2", [(1, 3), (2, 4)]),
    ]
    assert (found.differing, found.repeated) == ((), ())


def test_copies_that_differ_are_both_kept_and_told(tmp_path):
    one = sheet_of(tmp_path, {})
    two = sheet_of(tmp_path, {"CF_SXYZCD": "3", "CF_ZT": "1"})
    found = files_from(one, two, known_on=KNOWN_ON)
    (file,) = found.files
    assert [state.record.id for state in file.records] == [f"{GOOD['CF_WSH']}#2", f"{GOOD['CF_WSH']}#2@2"]
    assert [state.status for state in file.records] == [RecordStatus.ACTIVE, RecordStatus.WITHDRAWN]
    assert found.kept_once == ()
    (differing,) = found.differing
    assert (differing.fields, places(differing)) == (("severity", "status"), [(1, 2), (2, 2)])


def test_a_number_twice_in_one_sheet(tmp_path):
    sheet = sheet_of(tmp_path, {}, {}, PERSON, {"CF_WSH": "2"}, PERSON | {"CF_WSH": "2"})
    found = files_from(sheet, known_on=KNOWN_ON)
    assert [(each.document_number, places(each), each.same_subject) for each in found.repeated] == [
        (GOOD["CF_WSH"], [(1, 2), (1, 3), (1, 4)], True),
        ("2", [(1, 5), (1, 6)], False),
    ]
    assert sum(len(file.records) for file in found.files) == 5


def test_rows_without_a_document_are_nobodys_copies():
    sheet = read_sheet(SAMPLES / "licences.csv")
    without = [row for row in sheet.rows if row.record.document_number is None]
    found = files_from(without, without, known_on=KNOWN_ON)
    assert sum(len(file.records) for file in found.files) == 2 * len(without) > 0


def test_the_set_is_a_document(tmp_path):
    found = files_from(sheet_of(tmp_path, {}, PERSON), known_on=KNOWN_ON)
    assert FileSet.from_storage_json(found.to_storage_json()) == found
    assert PERSON["CF_XDR_SFZ"] not in found.to_public_json() + repr(found)


def test_a_day_that_is_none():
    with pytest.raises(InvalidInput):
        files_from(known_on="2024-06-30")
