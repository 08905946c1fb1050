"""Each design note begins with its title and says in Chinese, in a paragraph of its own, what it settles."""

import re
from pathlib import Path

import pytest

NOTES = sorted(
    path for path in (Path(__file__).resolve().parents[2] / "docs" / "design").glob("*.md") if path.name != "README.md"
)
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def test_there_are_notes():
    assert len(NOTES) >= 16


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.name)
def test_note_has_a_title_and_a_summary_in_chinese(path):
    title, summary, rest = path.read_text(encoding="utf-8").split("\n\n", 2)
    assert re.fullmatch(r"# \S.*", title), "the first line is the title"
    assert summary.startswith("**概要**："), "the second paragraph begins with **概要**："
    assert 30 <= len(CHINESE.findall(summary)) <= 300
    assert rest.strip()
