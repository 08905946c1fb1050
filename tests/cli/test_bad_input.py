"""Bad input of every kind: exit code 2, told with code and cure in the language asked for, and never the value."""

import json
from pathlib import Path

import pytest

from command_line import run
from sheet_files import write_bytes, write_csv

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
SHEET, RECORD = SAMPLES / "penalties.csv", SAMPLES / "repair_record.json"
NUMBER = "329901199003070012"
OLD = "329901900307001"
SOURCE = {"citation": "虚构的细则", "rank": "agency_setting"}


def settings_of(folder, *settings):
    path = folder / "settings.json"
    document = {"schema": "jscredit.settings", "version": 1, "settings": settings}
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def refused(*arguments):
    """The same command in both languages: the two messages."""
    told = []
    for lang in ("zh", "en"):
        found = run(*arguments, "--lang", lang)
        assert (found.code, found.out) == (2, "")
        assert NUMBER not in found.err
        assert OLD not in found.err
        told.append(found.err)
    assert told[0] != told[1]
    return told[1]


@pytest.mark.parametrize("on", ["2024-6-1", "20240601", "2024-02-30", "today", NUMBER, "2024-W01-1"])
def test_no_day(on):
    for command in (("check", SHEET, "--on", on), ("repair", RECORD, "--on", on)):
        assert refused(*command) == "[cli.day] --on: this is no day; write it as YYYY-MM-DD\n"
    assert refused("deadline", on, 3) == "[cli.day] START: this is no day; write it as YYYY-MM-DD\n"


def test_before_the_law_is_in_force():
    for command in (("check", SHEET), ("repair", RECORD)):
        told = refused(*command, "--on", "2018-01-28")
        assert told.startswith("[regime.not-in-force]")
        assert "2018-01-29" in told
        assert "(M43)" in told


@pytest.mark.parametrize("name", ["absent.xlsx", f"{NUMBER}.csv", "absent.json"])
def test_a_file_that_is_not_there(name, tmp_path):
    path = tmp_path / name
    for command in (
        ("check", path),
        ("check", SHEET, "--settings", path),
        ("check", SHEET, "--standard", path),
        ("repair", path, "--row", 2),
        ("repair", RECORD, "--evidence", path),
    ):
        assert refused(*command, "--on", "2024-06-01").startswith("[cli.file] the file is not there")


def test_a_folder_is_no_file(tmp_path):
    assert refused("check", tmp_path, "--on", "2024-06-01").startswith("[cli.file]")


def test_a_json_file_that_is_not_utf8(tmp_path):
    path = write_bytes(tmp_path, '{"姓名": 1}'.encode("gb18030"), "record.json")
    assert refused("repair", path, "--on", "2024-06-01").startswith("[cli.file]")
    assert refused("check", SHEET, "--on", "2024-06-01", "--standard", path).startswith("[cli.file]")
    assert refused("check", SHEET, "--on", "2024-06-01", "--settings", path).startswith("[settings.document]")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("sheet.pdf", b"%PDF-1.7\n1 0 obj", "sheet.dialect-unknown"),
        ("sheet.xlsx", b"PK\x03\x04 no workbook", "sheet.unreadable"),
        ("sheet.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 no workbook", "sheet.unreadable"),
        ("sheet.csv", b"", "sheet.empty"),
        ("sheet.csv", b"\xff\xff\xff", "sheet.encoding"),
        ("sheet.csv", f"{NUMBER},{OLD}\n{NUMBER},1\n".encode(), "sheet.dialect-unknown"),
    ],
)
def test_a_file_that_is_no_penalty_sheet(name, content, code, tmp_path):
    told = refused("check", write_bytes(tmp_path, content, name), "--on", "2024-06-01")
    assert told.startswith(f"[{code}]")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "document.unreadable"),
        (f'"{NUMBER}"', "document.unreadable"),
        (json.dumps({NUMBER: NUMBER}), "document.schema"),
        (json.dumps({"schema": "jscredit.record", "version": 1, "form": "public"}), "document.public"),
        (json.dumps({"schema": "jscredit.record", "version": 1, "form": "storage", NUMBER: 1}), "field.missing"),
    ],
)
def test_a_record_that_is_none(text, code, tmp_path):
    path = write_bytes(tmp_path, text.encode(), "record.json")
    assert refused("repair", path, "--on", "2024-06-01").startswith(f"[{code}]")
    assert refused("repair", RECORD, "--evidence", path, "--on", "2024-06-01").startswith("[document.")


def test_a_sheet_needs_the_row_and_the_row_must_be_there(tmp_path):
    sheet = write_csv(tmp_path, {})
    assert refused("repair", sheet, "--on", "2024-06-01").startswith("[cli.row-needed] --row")
    for command in ("check", "repair"):
        for row in (1, 3, int(NUMBER)):
            assert refused(command, sheet, "--on", "2024-06-01", "--row", row).startswith("[cli.row] --row")


def test_a_period_of_use_is_positive():
    assert refused("repair", RECORD, "--on", "2024-06-01", "--years-of-use", 0).startswith("[count.not-positive]")


def test_every_fault_of_the_settings_at_once(tmp_path):
    path = settings_of(
        tmp_path,
        {"term": NUMBER, "value": 1, "source": SOURCE},
        {"term": "clean-year", "value": NUMBER, "source": SOURCE},
        {"term": "general-period", "value": {"years": 2}, "source": SOURCE},
        {"term": "rather-serious-period", "value": {"years": 2}, "source": {"citation": NUMBER, "rank": NUMBER}},
        {"term": "rather-serious-period", "value": {NUMBER: 2}, "source": SOURCE},
        {"term": "rather-serious-period", "value": {"years": 4}, "source": SOURCE},
        {"term": "clean-year", "value": "so-far", "source": SOURCE, "when": {"fact": NUMBER}},
        {"term": "clean-year", "value": "so-far", "source": SOURCE, NUMBER: NUMBER},
        NUMBER,
    )
    told = refused("check", SHEET, "--on", "2024-06-01", "--settings", path)
    for index in range(9):
        assert f"settings[{index}]" in told


def test_two_settings_that_tie_are_both_named(tmp_path):
    one, other = ({"citation": f"虚构的细则{n}", "rank": "agency_setting"} for n in "甲乙")
    path = settings_of(
        tmp_path,
        {"term": "clean-year", "value": "so-far", "source": one},
        {"term": "clean-year", "value": "elapsed", "source": other},
    )
    told = refused("check", SHEET, "--on", "2024-06-01", "--settings", path)
    assert "虚构的细则甲" in told
    assert "虚构的细则乙" in told


@pytest.mark.parametrize("text", ["[]", "{}", NUMBER, json.dumps({"schema": "jscredit.severity-standard"})])
def test_a_standard_that_is_none(text, tmp_path):
    path = write_bytes(tmp_path, text.encode(), "standard.json")
    assert "[" in refused("check", SHEET, "--on", "2024-06-01", "--standard", path)


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        (("check", SHEET), " --on:"),
        (("check", "--on", "2024-06-01"), " sheet:"),
        (("deadline", "2024-06-01", f"x{NUMBER}"), " n:"),
        (("deadline", "2024-06-01", "0"), " n:"),
        (("deadline", "2024-06-01", NUMBER, "--unit", "days"), " n:"),
        (("deadline", "2024-06-01", "3", "--unit", NUMBER), " --unit:"),
        (("check", SHEET, "--on", "2024-06-01", "--lang", NUMBER), " --lang:"),
        (("check", SHEET, "--on", "2024-06-01", "--row", f"x{NUMBER}"), " --row:"),
        (("clauses", "--status", NUMBER), " --status:"),
        (("check", SHEET, "--on", "2024-06-01", NUMBER), ""),
        (("check", SHEET, f"--{NUMBER}"), ""),
        ((f"--{NUMBER}",), ""),
        ((NUMBER,), ""),
        (("check", SHEET, "--on"), ""),
    ],
)
def test_a_wrong_command_line_is_told_in_both_languages_without_what_was_typed(arguments, field):
    found = run(*arguments)
    assert (found.code, found.out) == (2, "")
    assert NUMBER not in found.err
    assert found.err.startswith(f"[cli.usage]{field}")
    assert "参数缺失或不合规定" in found.err
    assert "a parameter is missing" in found.err
