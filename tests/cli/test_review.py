"""`jscredit review`: one subject in full, all in a table, who is found, what is written, exit codes."""

import csv
import json
from pathlib import Path

import openpyxl
import pytest

from command_line import run
from sheet_files import PERSON, write_csv

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
SHEET = SAMPLES / "penalties.csv"
SHOP, TRADER, RESIDENT, PASSPORT = "91329902MA0000373F", "92329902MA0000015B", "329901199003070012", "E87654321"
MATTER, ON = ("--matter", "administrative-licensing"), ("--on", "2020-06-01")
ASKED = (*MATTER, *ON)


def said(*arguments, lang="en", columns=200):
    return run("review", *arguments, "--lang", lang, columns=columns)


def test_one_subject_in_full():
    found = said(SHEET, "--subject", SHOP, *ASKED)
    assert (found.code, found.err) == (0, "")
    lines = found.out.splitlines()
    assert lines[0] == "Credit review"
    assert "outcome: caution: failure information that may be used" in lines
    assert sum(line.startswith("failure: ") for line in lines) == 2
    assert any("under objection, still counted" in line for line in lines)
    assert any("its validity is over [art. 30]" in line for line in lines)
    assert any("it was wrong and was withdrawn [art. 32 para. 4]" in line for line in lines)
    assert "rows of the sheet about the subject: 38, 58, 81, 148" in lines
    assert "the sheet has 360 rows: 360 read, 0 with faults and not read" in lines
    assert "结论：审慎：有可使用的失信信息" in said(SHEET, "--subject", SHOP, *ASKED, lang="zh").out


def test_one_subject_as_json():
    document = said(SHEET, "--subject", SHOP, *ASKED, "--json").document
    head = [document[name] for name in ("schema", "version", "form", "matter", "on")]
    assert head == ["jscredit.sheet-review", 1, "public", "administrative_licensing", "2020-06-01"]
    (found,) = document["reviews"]
    assert (found["rows"], found["outcome"], found["failures"], found["flagged"]) == (
        [38, 58, 81, 148],
        "caution",
        2,
        1,
    )
    assert found["subject"] == {"name": "试例县戊申化工有限公司", "number": SHOP}
    assert found["review"]["schema"] == "jscredit.review"
    assert found["review"]["answer"]["outcome"] == "caution"
    assert document["counts"] == {"rows_in": 360, "rows_out": 360, "rows_reported": 0}


@pytest.mark.parametrize("matter", ["administrative_licensing", "administrative-licensing", "行政许可"])
def test_the_matter_by_any_of_its_names(matter):
    found = run("review", SHEET, "--subject", SHOP, "--matter", matter, *ON, "--json")
    assert found.document["matter"] == "administrative_licensing"


@pytest.mark.parametrize(
    ("row", "number", "rows"),
    [
        ({}, "91329901MA1ABCD119", [2]),
        ({}, " 91329901 ma1abcd119", [2]),
        ({}, "MA1ABCD11", [2]),
        ({}, "MA1ABCD1-1", [2]),
        ({"CF_XDR_GSDJ": "3299010000001"}, "3299010000001", [2]),
        ({"CF_XDR_SHXYM": "", "CF_XDR_ZDM": "MA1ABCD11"}, "91329901MA1ABCD119", [2]),
        (PERSON, RESIDENT, [2]),
        (PERSON, "329901900307001", [2]),
        (PERSON | {"CF_XDR_SFZ": PASSPORT}, PASSPORT, [2]),
        (PERSON | {"CF_XDR_SFZ": "810000199102030035"}, "810000199102030035", [2]),
    ],
)
def test_who_is_found(row, number, rows, tmp_path):
    found = said(write_csv(tmp_path, row, {"CF_XDR_SHXYM": SHOP}), "--subject", number, *ASKED, "--json")
    assert found.code == 0
    assert [each["rows"] for each in found.document["reviews"]] == [rows]


@pytest.mark.parametrize("number", ["91329901MA1ABCD119", RESIDENT, PASSPORT, "3299010000001"])
def test_who_is_not_in_the_sheet_is_not_said_to_be_clean(number, tmp_path):
    sheet = write_csv(tmp_path, {"CF_XDR_SHXYM": SHOP, "CF_XDR_SFZ": RESIDENT})  # its representative's number
    found = said(sheet, "--subject", number, *ASKED)
    assert (found.code, found.err) == (1, "")
    assert "no row of the sheet is about this subject. That does not mean that it has no bad record" in found.out
    assert "outcome" not in found.out
    assert number not in found.out
    document = said(sheet, "--subject", number, *ASKED, "--json").document
    assert document["reviews"] == []
    assert said(sheet, "--subject", number, *ASKED, "--out", tmp_path / "r.html").code == 1
    assert "这不等于没有不良信用记录" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_a_code_that_only_shares_its_organisation_code_is_not_taken(tmp_path):
    other = "92329901MA1ABCD114"
    sheet = write_csv(tmp_path, {})
    assert said(sheet, "--subject", other, *ASKED).code in {1, 2}
    assert said(sheet, "--subject", other, *ASKED).out.count("Credit review") == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), "cli.one-or-all"),
        (("--all", "--subject", SHOP), "cli.one-or-all"),
        (("--subject", "张三"), "cli.subject"),
        (("--subject", ""), "cli.subject"),
        (("--subject", "91329902MA0000373G"), "cli.subject"),
        (("--subject", "329901199003070011"), "cli.subject"),
        (("--all", "--complete-since", "2019"), "cli.day"),
        (("--all", "--out", "r.pdf"), "cli.out"),
        (("--all", "--dialect", "x"), "sheet.no-such-dialect"),
    ],
)
def test_what_cannot_be_asked(arguments, code):
    for lang in ("zh", "en"):
        found = said(SHEET, *ASKED, *arguments, lang=lang)
        assert (found.code, found.out) == (2, "")
        assert f"[{code}]" in found.err
        assert "张三" not in found.err
        assert "3299" not in found.err


def test_no_such_matter():
    found = said(SHEET, "--all", "--matter", "张三", *ON)
    assert found.code == 2
    assert "[cli.matter] --matter: there is no such matter; one of: administrative-licensing, " in found.err
    assert "行政许可" in said(SHEET, "--all", "--matter", "x", *ON, lang="zh").err


def test_before_the_law_is_in_force():
    assert "[regime.not-in-force]" in said(SHEET, "--all", *MATTER, "--on", "2018-01-28").err


def test_all_subjects():
    found = said(SHEET, "--all", *ASKED)
    assert (found.code, found.err) == (0, "")
    assert "caution: failure information that may be used: 22 subjects" in found.out
    assert "the same name and no number in common, a person decides: rows 7, 73, 139, 205, 271, 337" in found.out
    document = said(SHEET, "--all", *ASKED, "--json").document
    assert len(document["reviews"]) == 357
    assert sorted(row for each in document["reviews"] for row in each["rows"]) == list(range(2, 362))
    assert not any("review" in each for each in document["reviews"])
    assert len(document["possible"]) == 4


def test_the_table_fits_80_columns():
    from rich.cells import cell_len

    for lang in ("zh", "en"):
        out = said(SHEET, "--all", *ASKED, lang=lang, columns=80).out
        table = out.splitlines()[: out.splitlines().index("")]
        assert max(cell_len(line) for line in table) <= 80
        assert any("38, 58," in line for line in table)


def test_later_law_is_told_of_all():
    found = said(SHEET, "--all", *MATTER, "--on", "2024-06-01")
    assert "Jiangsu Social Credit Regulation" in found.out
    assert "Jiangsu Social Credit Regulation" not in said(SHEET, "--all", *ASKED).out


def test_settings_standard_and_vouching(tmp_path):
    settings = said(SHEET, "--subject", SHOP, *ASKED, "--settings", SAMPLES / "settings.json")
    assert settings.code == 0
    sheet = write_csv(tmp_path, {"CF_JDRQ": "2018-06-01", "CF_SXYZCD": "1"})
    code = ("--subject", "91329901MA1ABCD119", *MATTER, "--on", "2024-06-01", "--json")
    open_one = said(sheet, *code).document["reviews"][0]
    vouched = said(sheet, *code, "--complete-since", "2015-01-01").document["reviews"][0]
    assert (open_one["missing"], vouched["missing"]) == (["established_on", "complete_since"], ["established_on"])
    ungraded = write_csv(tmp_path, {"CF_SXYZCD": ""})
    plain = said(ungraded, "--all", *ASKED, "--json").document["reviews"][0]
    graded = said(ungraded, "--all", *ASKED, "--json", "--standard", SAMPLES / "severity_standard.json")
    assert "severity" in plain["missing"]
    assert "severity" not in graded.document["reviews"][0]["missing"]


def test_faults_are_findings_and_may_be_about_the_subject(tmp_path):
    sheet = write_csv(tmp_path, {}, {"CF_JDRQ": "x"})
    found = said(sheet, "--subject", "91329901MA1ABCD119", *ASKED)
    assert found.code == 1
    assert "the sheet has 2 rows: 1 read, 1 with faults and not read" in found.out
    assert "what was not read may be about the subject: see jscredit check" in found.out
    assert "[sheet.date]" in said(sheet, "--all", *ASKED).out
    assert said(sheet, "--all", *ASKED, "--json").document["faults"][0]["column"] == "CF_JDRQ"


def test_a_sheet_of_which_nothing_could_be_read(tmp_path):
    sheet = write_csv(tmp_path, {"CF_JDRQ": "x"})
    found = said(sheet, "--all", *ASKED)
    assert found.code == 1
    assert "[sheet.date]" in found.out
    said(sheet, "--all", *ASKED, "--out", tmp_path / "r.html")
    assert "sheet.date" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_who_may_be_the_same_and_what_stands_twice(tmp_path):
    registered = {"CF_XDR_SHXYM": "", "CF_XDR_GSDJ": "3299010000001"}
    sheet = write_csv(tmp_path, {}, registered, {})
    found = said(sheet, "--subject", "91329901MA1ABCD119", *ASKED).out
    assert "the same name and no number in common, a person decides: rows 3" in found
    assert "one document number stands more than once, check it: rows 2, 3, 4" in found
    other = write_csv(tmp_path, {}, {}, {"CF_XDR_SHXYM": SHOP, "CF_WSH": "2号"}, {})
    assert "one document number" not in said(other, "--subject", SHOP, *ASKED).out
    every = said(write_csv(tmp_path, {}, registered, {}), "--all", *ASKED)
    assert "a person decides: rows 2, 3, 4" in every.out
    assert "one document number stands more than once, check it: rows 2, 3, 4" in every.out


def test_numbers_for_and_against(tmp_path):
    number = "3299010000001"
    sheet = write_csv(tmp_path, {"CF_XDR_GSDJ": number}, {"CF_XDR_SHXYM": SHOP, "CF_XDR_GSDJ": number})
    one = said(sheet, "--subject", SHOP, *ASKED).out
    assert "numbers both for and against one subject, a person decides: rows 2" in one
    both = said(sheet, "--subject", number, *ASKED, "--json").document["reviews"]
    assert [each["rows"] for each in both] == [[2], [3]]
    assert said(sheet, "--subject", number, *ASKED).out.count("Credit review") == 2


@pytest.mark.parametrize("who", [("--subject", SHOP), ("--all",)])
def test_every_form_of_the_report(who, tmp_path):
    for suffix in ("csv", "xlsx", "json", "html"):
        found = said(SHEET, *who, *ASKED, "--out", tmp_path / f"r.{suffix}")
        assert (found.code, found.out, found.err) == (0, "", "")
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8")) == said(SHEET, *who, *ASKED, "--json").document
    with (tmp_path / "r.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    book = openpyxl.load_workbook(tmp_path / "r.xlsx").active
    assert [[cell or "" for cell in line] for line in book.values] == lines
    if who == ("--all",):
        assert (lines[0][:3], len(lines)) == (["rows", "subject", "outcome"], 358)
        assert ["38, 58, 81, 148", f"试例县戊申化工有限公司\n{SHOP}"] == next(
            line[:2] for line in lines if "38" in line[0]
        )
    else:
        assert ["outcome", "caution: failure information that may be used"] in lines
        assert ["", "rows of the sheet about the subject: 38, 58, 81, 148"] in lines
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "审慎：有可使用的失信信息" in page
    assert "caution: failure information that may be used" in page
    assert 'id="lang-en" checked' in page


def test_personal_numbers_and_names_are_masked(tmp_path):
    row = PERSON | {"CF_WSH": f"罚{RESIDENT}"}
    sheet = write_csv(tmp_path, row)
    for who in (("--subject", RESIDENT), ("--all",)):
        for more in ((), ("--json",)):
            out = said(sheet, *who, *ASKED, *more).out
            assert RESIDENT[2:8] not in out
            assert "样某甲" not in out
            assert "样**" in out
        said(sheet, *who, *ASKED, "--out", tmp_path / "r.html")
        assert RESIDENT[2:8] not in (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "other numbers: 32****************" in said(sheet, "--subject", RESIDENT, *ASKED).out


def test_what_a_terminal_cannot_show(tmp_path):
    sheet = write_csv(tmp_path, {"CF_XDR_MC": "\u200b=1+1\u0007公司"})
    assert "=1+1公司" in said(sheet, "--all", *ASKED).out
