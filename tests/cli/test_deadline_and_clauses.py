"""`jscredit deadline` and `jscredit clauses`."""

import pytest

from command_line import run
from jscredit.law import Status, ledger


@pytest.mark.parametrize(
    ("start", "n", "due"),
    [
        ("2026-09-18", 10, "2026-10-09"),
        ("2026-02-13", 3, "2026-02-25"),
        ("2020-01-20", 10, "2020-02-11"),
        ("2015-08-28", 5, "2015-09-07"),
    ],
)
def test_golden_cases(start, n, due):
    found = run("deadline", start, n, "--json")
    assert (found.code, found.document["due"]) == (0, due)


@pytest.mark.parametrize(
    ("unit", "due"),
    [("days", "2024-02-12"), ("months", "2024-11-30"), ("years", "2034-01-31"), ("working-days", "2024-02-19")],
)
def test_each_unit(unit, due):
    assert run("deadline", "2024-01-31", 12 if unit == "days" else 10, "--unit", unit, "--json").document["due"] == due


def test_each_day_skipped_is_told_with_its_reason():
    found = run("deadline", "2026-09-18", 10, "--lang", "en")
    assert "2026-09-25 (Mid-autumn Festival)" in found.out
    assert "Weekend days worked, and counted: 2026-09-20" in found.out
    assert "2026-09-25（中秋节）" in run("deadline", "2026-09-18", 10).out


def test_past_the_last_notice_it_asks_for_a_forecast():
    refused = run("deadline", "2030-01-01", 5, "--lang", "en")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("[calendar.not-announced]")
    assert run("deadline", "2030-01-01", 5, "--provisional", "--json").document["provisional"] is True


def test_all_clauses_as_json():
    found = run("clauses", "--json")
    assert [one["id"] for one in found.document] == list(ledger())
    assert set(found.document[0]) == {"id", "locator", "kind", "status", "says", "duty"}


def test_one_clause_in_both_languages():
    chinese, english = run("clauses", "M30"), run("clauses", "M30", "--lang", "en")
    assert chinese.out.splitlines()[0] == "编号：M30"
    assert english.out.splitlines()[0] == "id: M30"
    assert ledger()["M30"].says.en in english.out


@pytest.mark.parametrize("status", list(Status))
def test_clauses_of_one_status(status):
    expected = [one.id for one in ledger().values() if one.status is status]
    assert [one["id"] for one in run("clauses", "--status", status.value, "--json").document] == expected


def test_the_table_of_clauses_lists_them():
    out = run("clauses", "--lang", "en", columns=300).out
    ids = {line.split()[0] for line in out.splitlines()[2:] if line.strip()}
    assert set(ledger()) <= ids


def test_an_unknown_clause():
    found = run("clauses", "M99", "--lang", "en")
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith("[clause.unknown]")


def test_a_clause_by_small_letters_and_one_of_another_status():
    assert run("clauses", " m34(2)").out == run("clauses", "M34(2)").out
    none = run("clauses", "M34(2)", "--status", "declaratory", "--lang", "en")
    assert none.code == 0
    assert "M34(2)" not in none.out
    assert run("clauses", "M34(2)", "--status", "declaratory", "--json").document == []
