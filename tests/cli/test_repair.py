"""`jscredit repair`: the days, the reasons, records and sheets, exit codes."""

from pathlib import Path

import pytest

from command_line import run
from sheet_files import write_csv

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
RECORD, EVIDENCE = SAMPLES / "repair_record.json", SAMPLES / "repair_evidence.json"
CASE = (RECORD, "--evidence", EVIDENCE)


@pytest.mark.parametrize(
    ("on", "code", "verdict"),
    # corrected on 2019-04-20, so the clean year ends with 2020-04-20; serious, so valid to 2022-03-05
    [("2020-04-20", 1, "no"), ("2020-04-21", 0, "yes"), ("2022-03-05", 0, "yes"), ("2022-03-06", 1, "no")],
)
def test_the_sample_case_at_each_boundary(on, code, verdict):
    found = run("repair", *CASE, "--on", on, "--json")
    assert (found.code, found.document["verdict"]) == (code, verdict)


def test_it_is_told_in_both_languages():
    english, chinese = (run("repair", *CASE, "--on", "2020-04-20", "--lang", lang).out for lang in ("en", "zh"))
    assert english.splitlines()[0] == "it may be applied for from 2020-04-21 to 2022-03-05"
    assert "not met: no failure of the same kind for a year after correction [art. 34 item 2]" in english
    assert chinese.splitlines()[0] == "2020-04-21至2022-03-05可以申请"


def test_json_holds_the_plain_statement_too():
    document = run("repair", *CASE, "--on", "2022-03-06", "--json").document
    assert document["outlook"] == {
        "zh": "自2022-03-06起任何一天都不能申请信用修复",
        "en": "repair cannot be applied for on any day from 2022-03-06 on",
    }


def test_why_no_day_can_come():
    found = run("repair", *CASE, "--on", "2022-03-06", "--lang", "en")
    assert found.out.splitlines()[1].startswith("as the facts stand, “the failure's period of use is not over”")


def test_without_evidence_it_is_undetermined():
    found = run("repair", RECORD, "--on", "2020-06-01", "--lang", "en")
    assert found.code == 1
    assert "answer: undetermined" in found.out
    assert "it was corrected (corrected)" in found.out


def test_the_catalogues_period_of_use_counts():
    found = run("repair", *CASE, "--on", "2022-03-06", "--years-of-use", 5, "--json")
    assert (found.code, found.document["last"]) == (0, "2024-03-05")


def test_settings_count():
    # By the sample's settings the clean year need not have elapsed.
    found = run("repair", *CASE, "--on", "2020-04-20", "--settings", SAMPLES / "settings.json")
    assert found.code == 0


def test_a_row_of_a_sheet(tmp_path):
    sheet = write_csv(tmp_path, {}, {"CF_SXYZCD": "3"})
    assert run("repair", sheet, "--row", 2, "--on", "2020-03-06", "--json").document["verdict"] == "no"
    assert run("repair", sheet, "--row", 3, "--on", "2020-03-06", "--json").document["verdict"] == "undetermined"
    assert (
        run("repair", sheet, "--row", 3, "--on", "2020-06-01", "--evidence", EVIDENCE, "--json").document["earliest"]
        == "2020-06-01"
    )
