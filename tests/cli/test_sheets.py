"""`jscredit convert`, `jscredit schema`, `--dialect` and `--out`."""

import csv
import json
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest

from command_line import run
from jscredit.cli.shared_checks import SharedChecks
from jscredit.interchange import read_sheet
from jscredit.review import check_document, check_record
from jscredit.rules import JIANGSU_2018
from sheet_files import PERSON, write_csv

SAMPLES = Path(__file__).parents[2] / "samples"
ON = ("--on", "2024-06-30")


def test_convert_to_another_format(tmp_path):
    out = tmp_path / "o.xlsx"
    found = run("convert", SAMPLES / "licences.csv", out)
    assert (found.code, found.out) == (0, "写出48行，有误0行\n")
    assert read_sheet(out).rows == read_sheet(SAMPLES / "licences.csv").rows


def test_convert_to_another_dialect_tells_what_is_to_be_filled_in(tmp_path):
    out = tmp_path / "o.csv"
    found = run("convert", SAMPLES / "penalties.csv", out, "--to", "national-2018-penalty", "--lang", "en")
    assert found.code == 1
    assert "CF_YXQ: to be filled in, rows: 360" in found.out
    told = run("convert", SAMPLES / "penalties.csv", out, "--to", "national-2018-penalty", "--json").document
    assert (told["dialect"], told["rows_out"], told["to_be_filled_in"]["CF_YXQ"]) == ("national-2018-penalty", 360, 360)


def test_convert_puts_the_faults_beside(tmp_path):
    found = run("convert", SAMPLES / "penalties_broken.xls", tmp_path / "o.xlsx")
    assert found.code == 1
    assert "[sheet.none-not-allowed]" in found.out
    assert len(read_sheet(tmp_path / "o_faults.xlsx").rejected) == 34


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("o.pdf",), "sheet.file-type"),
        (("o.csv", "--to", "x"), "sheet.no-such-dialect"),
        (("o.csv", "--dialect", "x"), "sheet.no-such-dialect"),
        (("o.csv", "--to", "national-2018-licence"), "sheet.other-kind"),
    ],
)
def test_what_cannot_be_converted(tmp_path, options, code):
    out, *rest = options
    found = run("convert", SAMPLES / "penalties.csv", tmp_path / out, *rest)
    assert found.code == 2
    assert f"[{code}]" in found.err


def test_a_sheet_that_fits_two_dialects_needs_the_option(tmp_path):
    path = tmp_path / "s.csv"
    path.write_text("XK_WSH,XK_ZT\n1,1\n", encoding="utf-8")
    assert "[sheet.dialect-ambiguous]" in run("check", path, *ON).err
    assert "[sheet.column-missing]" in run("check", path, *ON, "--dialect", "national-2018-licence").err
    missing = run("repair", path, *ON, "--row", "2", "--dialect", "national-2018-licence").err
    assert "[sheet.column-missing]" in missing


@pytest.mark.parametrize("name", ["licences", "national_penalties", "transport_licences"])
def test_every_dialect_is_checked(name):
    found = run("check", SAMPLES / f"{name}.csv", *ON, "--json")
    assert found.code == 0
    assert len(found.document["rows"]) == 48


def test_schemas():
    names = run("schema").out.split()
    assert {"subject", "record", "list-entry", "repair-evidence", "credit-file", "sheet", "file-set"} <= set(names)
    assert len(names) == len(set(names))
    for name in names:
        assert run("schema", name).document["properties"]["schema"] == {"const": f"jscredit.{name}"}
    refused = run("schema", "x", "--lang", "en")
    assert refused.code == 2
    assert "[cli.schema]" in refused.err


class Page(HTMLParser):
    """Tags, addresses and the texts of the cells."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.addresses, self.texts = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.addresses += [value for name, value in attrs if name in {"src", "href", "action"}]

    def handle_data(self, data):
        self.texts.append(data)


def test_the_report_is_one_page_in_both_languages(tmp_path):
    rows = (PERSON, {"CF_WSH": "<script>1</script>329901199003070012"}, {"CF_JDRQ": "x"})
    found = run("check", write_csv(tmp_path, *rows), *ON, "--out", tmp_path / "r.html")
    assert (found.code, found.out) == (1, "")
    text = (tmp_path / "r.html").read_text(encoding="utf-8")
    page = Page(text)
    assert page.addresses == []
    assert not {"script", "link", "img", "iframe"} & set(page.tags)
    assert "@media print" in text
    assert "url(" not in text
    assert "@import" not in text
    assert page.tags.count("tr") == 3
    assert {"文书号", "document", "所问之日：2024-06-30", "day asked about: 2024-06-30"} <= set(page.texts)
    assert any("[sheet.date]" in one for one in page.texts)
    assert "329901199003070012" not in text
    assert "<script>" not in text


def test_the_report_as_a_sheet_and_as_json(tmp_path):
    given = write_csv(tmp_path, {"CF_WSH": "=1+1"}, {"CF_ZT": "1"})
    for suffix in ("csv", "xlsx", "json"):
        assert run("check", given, *ON, "--lang", "en", "--out", tmp_path / f"r.{suffix}").code == 0
    with (tmp_path / "r.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    cells = [[str(cell) for cell in line] for line in openpyxl.load_workbook(tmp_path / "r.xlsx").active.values]
    assert lines[0] == cells[0]
    assert lines[0][1] == "document"
    assert (lines[1][1], cells[1][1]) == ("'=1+1", "=1+1")
    assert lines[2][4] == "revoked"
    document = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert document == run("check", given, *ON, "--json").document


def test_a_report_of_another_form(tmp_path):
    found = run("check", write_csv(tmp_path, {}), *ON, "--out", tmp_path / "r.pdf")
    assert found.code == 2
    assert "[cli.out]" in found.err


def test_rows_of_the_same_facts_are_answered_once_and_keep_their_own_numbers(tmp_path):
    found = run(
        "check",
        write_csv(tmp_path, {"CF_WSH": "1号"}, {"CF_WSH": "2号"}, {"CF_WSH": "3号", "DFBM": "310000"}),
        *ON,
        "--json",
    )
    rows = found.document["rows"]
    assert [(row["record"], row["document_number"]) for row in rows] == [
        ("1号#2", "1号"),
        ("2号#3", "2号"),
        ("3号#4", "3号"),
    ]
    assert rows[0]["restraint"] == rows[1]["restraint"]
    assert len(rows[0]["notices"]) < len(rows[2]["notices"])


@pytest.mark.parametrize("name", ["penalties", "national_penalties", "licences"])
def test_answers_that_are_shared_are_those_of_the_record_itself(name):
    shared = SharedChecks(date(2024, 6, 30), JIANGSU_2018, documents=True)
    for row in read_sheet(SAMPLES / f"{name}.csv").rows:
        alone = check_document(check_record(row.record, on=date(2024, 6, 30)))
        assert shared.of(row.record).document(row.record) == alone


def test_a_sheet_is_not_written_over(tmp_path):
    sheet = write_csv(tmp_path, {})
    before = sheet.read_bytes()
    asked = (("convert", sheet, sheet), ("check", sheet, *ON, "--out", sheet))
    review = ("review", sheet, "--all", "--matter", "promotion", *ON, "--out", sheet)
    for command in (*asked, review):
        found = run(*command, "--lang", "en")
        assert (found.code, found.out) == (2, "")
        assert found.err.startswith("[cli.same-file] the file to write is the one that is read")
    assert sheet.read_bytes() == before
    assert run("convert", sheet, tmp_path / "o.csv").code == 0
    assert run("convert", sheet, tmp_path / "o.csv").code == 0
