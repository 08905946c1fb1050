"""The ledger is whole: every clause once, in both languages, with an honest status."""

from collections import Counter

import pytest

from jscredit.law import Status, ledger, ledger_markdown

# Counted by hand in the instruments: articles 1-43, points 1-27, sections 一-五, with the items and paragraphs that
# carry a duty of their own; 153 rows in all.
ROWS = 153


def test_every_clause_stands_once_with_both_languages():
    assert len(ledger()) == ROWS
    for clause in ledger().values():
        assert all((clause.says.zh, clause.says.en, clause.duty.zh, clause.duty.en)), clause.id


def test_the_three_instruments_are_whole():
    articles = {int("".join(filter(str.isdigit, key.split("(")[0].split("¶")[0]))) for key in ledger() if key[0] == "M"}
    assert articles == set(range(1, 44))
    points = {int("".join(filter(str.isdigit, key.split("(")[0].split(".")[0]))) for key in ledger() if key[0] == "J"}
    assert points == set(range(1, 28))
    assert {key[1] for key in ledger() if key[0] == "G"} == {"1", "2", "3", "4", "5", "T"}


def test_reasons_stand_at_declaratory_clauses_alone():
    for clause in ledger().values():
        assert bool(clause.reason.zh) == bool(clause.reason.en) == (clause.status is Status.DECLARATORY), clause.id


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_page_has_a_row_for_each_clause(lang):
    rows = [line for line in ledger_markdown(lang).splitlines() if line.startswith("| ")]
    assert len(rows) == ROWS + 2


def test_statuses_have_names():
    assert all(status.label.zh and status.label.en for status in Status)
    assert Counter(clause.status for clause in ledger().values())[Status.ENCODED] > 0
