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


@pytest.mark.parametrize(
    ("clause_id", "zh", "en"),
    [
        ("M12(9)", "办法 第十二条（九）", "Measures, art. 12 item 9"),
        ("M32¶4", "办法 第三十二条 第四款", "Measures, art. 32 para. 4"),
        ("J4a", "奖惩意见（四）第一段", "Opinions on joint measures, point 4 para. 1"),
        ("J4c(7)", "奖惩意见（四）第三段 七", "Opinions on joint measures, point 4 para. 3 item 7"),
        ("J6.1", "奖惩意见（六）1", "Opinions on joint measures, point 6 item 1"),
        ("G2", None, None),
        ("G2.5", "政务意见 二（五）", "Opinions on government integrity, section 2(5)"),
        ("G3", "政务意见 三", "Opinions on government integrity, section 3"),
        ("GT1-17", "政务意见 任务表", "Opinions on government integrity, table of tasks"),
    ],
)
def test_each_clause_is_found_in_both_languages(clause_id, zh, en):
    found = ledger().get(clause_id)
    assert (found and found.locator.zh, found and found.locator.en) == (zh, en)


def test_english_places_are_told_apart_and_stand_on_the_english_page():
    places = [one.locator.en for one in ledger().values()]
    assert len(set(places)) == ROWS
    assert all(place.isascii() for place in places)
    page = ledger_markdown("en")
    assert all(f"| {place} |" in page for place in places)
    assert "| 办法 第三十条 |" in ledger_markdown("zh")


def test_statuses_have_names():
    assert all(status.label.zh and status.label.en for status in Status)
    assert Counter(clause.status for clause in ledger().values())[Status.ENCODED] > 0
