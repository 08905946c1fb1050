import subprocess
import sys
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from jscredit.interchange import SheetStatus, read_sheet
from jscredit.records import IdType, OrganisationForm, PenaltyType, Procedure, Severity, SubjectType
from sheet_files import told

SAMPLES = Path(__file__).parents[2] / "samples"
REPORTED_ON = date(2024, 6, 30)

# Row, column and code of everything that is wrong in the broken sample; the row's remarks say what the trap is.
EXPECTED = [
    (1, "CF_XZJG", "sheet.column-repeated"),
    (1, "Z", "sheet.column-unknown"),
    (1, "AB", "sheet.column-unnamed"),
    (21, "CF_WSH", "sheet.none-not-allowed"),
    (22, "CF_WSH", "sheet.required"),
    (23, "CF_XDR_SFZ", "sheet.number-lost"),
    (24, "CF_XDR_SHXYM", "sheet.number-lost"),
    (25, "CF_XDR_GSDJ", "sheet.number-lost"),
    (26, "CF_XDR_SHXYM", "identifier.check-digit"),
    (27, "CF_XDR_SHXYM", "identifier.masked"),
    (28, "CF_XDR_SHXYM", "identifier.length"),
    (29, "CF_XDR_ZDM", "identifier.check-digit"),
    (30, "CF_XDR_SWDJ", "identifier.shape"),
    (31, "CF_XDR_SFZ", "identifier.check-digit"),
    (32, "CF_XDR_SFZ", "identifier.birth-date"),
    (33, "CF_XDR_SFZ", "identifier.length"),
    (34, "CF_XDR_SHXYM", "sheet.subject-missing"),
    (35, "CF_FR", "sheet.subject-unclear"),
    (36, "CF_FR", "sheet.representative-missing"),
    (37, "CF_JDRQ", "sheet.date"),
    (38, "CF_JDRQ", "sheet.date"),
    (39, "CF_JDRQ", "sheet.date"),
    (40, "CF_JDRQ", "sheet.date-range"),
    (41, "SJC", "sheet.cell-error"),
    (42, "CF_JG", "sheet.cell-type"),
    (43, "SJC", "sheet.before"),
    (44, "CF_GSJZQ", "sheet.before"),
    (45, "SJC", "sheet.after-report"),
    (46, "CF_CFLB1", "sheet.code-list"),
    (47, "CF_CFLB1", "sheet.code-list"),
    (48, "CF_CFLB1", "sheet.other-not-specified"),
    (49, "CF_SXYZCD", "sheet.code-list"),
    (50, "CF_ZT", "sheet.code-list"),
    (51, "DFBM", "region.form"),
    (52, "CF_XDR_MC", "sheet.too-long"),
    (53, "CF_WSH", "sheet.number-lost"),
    (54, "CF_XZJG", "sheet.conflict"),
    (55, "CF_WSH", "sheet.required"),
    (55, "CF_XDR_SHXYM", "identifier.check-digit"),
    (55, "CF_JDRQ", "sheet.date"),
    (55, "DFBM", "sheet.required"),
    (55, "CF_SXYZCD", "sheet.code-list"),
]


@pytest.fixture(scope="module")
def broken():
    return read_sheet(SAMPLES / "penalties_broken.xls", reported_on=REPORTED_ON)


@pytest.fixture(scope="module")
def by_row(broken):
    return {row.number: row for row in broken.rows}


def test_every_trap_is_reported_where_it_stands(broken):
    assert [(fault.row, fault.column, fault.code) for fault in broken.faults] == EXPECTED


def test_every_fault_has_a_cure_in_both_languages(broken):
    for fault in broken.faults:
        assert fault.message.zh
        assert fault.message.en
        assert fault.cure.zh
        assert fault.cure.en
        assert fault.text("zh").startswith(f"第{fault.row}行 {fault.column} [{fault.code}]")
        assert fault.text("en").startswith(f"row {fault.row} {fault.column} [{fault.code}]")


def test_no_row_is_lost(broken):
    counts = broken.counts
    assert (counts.rows_in, counts.rows_out, counts.rows_reported) == (54, 19, 35)
    assert [row.number for row in broken.rows] == list(range(2, 21))


def test_odd_rows_say_what_the_plain_one_says(by_row):
    plain = by_row[2].record
    assert plain.determined_on == date(2019, 3, 5)
    assert plain.fine_yuan == 5000
    assert plain.published_until == date(2022, 3, 5)
    for number in (4, 5, 6, 7):
        odd = by_row[number].record
        assert odd.subject == plain.subject
        assert odd.determined_on == plain.determined_on
        assert odd.published_until == plain.published_until


def test_full_width_digits(by_row):
    record = by_row[3].record
    assert (record.fine_yuan, record.determined_on) == (Decimal(5000), date(2019, 3, 5))
    assert record.severity is Severity.RATHER_SERIOUS


def test_none_word_and_no_end(by_row):
    assert by_row[8].record.published_until is None
    assert by_row[8].record.subject.organisation_code is None
    assert by_row[8].record.penalty_types == (PenaltyType.FINE,)
    assert by_row[9].record.published_until is None


def test_persons(by_row):
    with_id, with_passport = by_row[10].record.subject, by_row[11].record.subject
    assert with_id.type is with_passport.type is SubjectType.NATURAL_PERSON
    assert with_id.resident_id.reveal() == "32990119900307702X"
    assert [(other.type, other.reveal()) for other in with_passport.other_ids] == [(IdType.PASSPORT, "E00000001")]
    assert with_passport.resident_id is None


def test_an_organisations_row_may_hold_its_representatives_number(by_row):
    subject = by_row[12].record.subject
    assert (subject.type, subject.is_natural_person) == (None, False)
    assert subject.resident_id is None
    assert subject.other_ids == ()


def test_the_credit_code_tells_a_sole_trader(by_row):
    subject = by_row[13].record.subject
    assert (subject.type, subject.form) == (SubjectType.NATURAL_PERSON, OrganisationForm.SOLE_TRADER)
    assert subject.credit_code.reveal().startswith("92")


def test_codes_typed_as_figures(by_row):
    row = by_row[14]
    assert (row.status, row.record.severity) == (SheetStatus.NORMAL, Severity.SERIOUS)
    assert row.record.producer.region == "329901"
    assert row.record.sharing_class.value == "government_shared"


def test_a_revoked_row_is_kept_as_such(by_row, broken):
    assert by_row[15].status is SheetStatus.REVOKED
    assert told(broken.counts.statuses) == {
        "normal": 18,
        "revoked": 1,
        "under_objection": 0,
        "other": 0,
        "not_valid": 0,
    }


def test_unread_fines_are_counted(by_row, broken):
    # 300 yuan confiscated beside the fine; a range; an addition by the day
    assert [by_row[number].record.fine_yuan for number in (17, 18, 19, 20)] == [None, None, None, Decimal(5000)]
    assert [by_row[number].record.procedure for number in (17, 18, 19, 20)] == [
        Procedure.GENERAL,
        None,
        None,
        Procedure.GENERAL,
    ]
    assert by_row[17].record.penalty_types == (PenaltyType.FINE, PenaltyType.CONFISCATION)
    assert broken.counts.fines_unread == 3


def test_what_was_inferred_or_left_out_is_noticed(broken):
    assert [notice.code for notice in broken.notices] == [
        "sheet.reflects-credit-inferred",
        "sheet.organisation-type",
        "sheet.organisation-check-digit",
        "sheet.other-worksheets",
    ]
    assert broken.notices[2].label.zh.endswith("：16")


def test_the_clean_sheet_is_clean_in_both_forms():
    text = read_sheet(SAMPLES / "penalties.csv", reported_on=REPORTED_ON)
    book = read_sheet(SAMPLES / "penalties.xlsx", reported_on=REPORTED_ON)
    assert text.rows == book.rows
    assert text.faults == book.faults == ()
    assert (text.counts.rows_in, text.counts.rows_out) == (360, 360)


def test_the_clean_sheet_has_something_of_everything():
    records = [row.record for row in read_sheet(SAMPLES / "penalties.csv").rows]
    assert {record.severity for record in records} == {None, *Severity}
    assert {record.procedure for record in records} == {None, Procedure.GENERAL}
    assert Counter(record.subject.form for record in records)[OrganisationForm.SOLE_TRADER] > 10
    persons = [record for record in records if record.subject.type is SubjectType.NATURAL_PERSON]
    assert len(persons) > 60
    assert {record.determined_on for record in records} >= {date(2020, 2, 29), date(2021, 7, 14), date(2021, 7, 15)}
    assert {50, 51, 200, 201, 1000, 1001, 3000, 3001} <= {record.fine_yuan for record in records}


def test_making_the_samples_again_gives_the_same_bytes(tmp_path):
    script = SAMPLES / "make_samples.py"
    subprocess.run([sys.executable, str(script), str(tmp_path)], check=True)  # noqa: S603 - our own script
    made = sorted(path.name for path in tmp_path.iterdir())
    assert len(made) == 13
    for name in made:
        assert (tmp_path / name).read_bytes() == (SAMPLES / name).read_bytes(), name
