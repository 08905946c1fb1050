"""The page for approval systems runs as it stands, in both languages, and keeps its promise of 30 lines."""

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("docs/approval.md", "docs/approval.zh-CN.md")
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(name):
    return BLOCK.findall((ROOT / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", PAGES)
def test_the_page_runs_as_it_stands(name, monkeypatch):
    monkeypatch.chdir(ROOT)
    told, example = [], doctest.DocTestParser().get_doctest("\n".join(blocks(name)), {}, name, name, 0)
    assert len(example.examples) > 12
    assert doctest.DocTestRunner().run(example, out=told.append).failed == 0, "".join(told)


def test_from_the_sheet_to_the_act_takes_thirty_lines():
    lines = [line for line in blocks(PAGES[0])[0].splitlines() if line.startswith((">>> ", "... "))]
    assert len(lines) <= 30


def test_both_languages_show_the_same_code():
    english, chinese = (blocks(name) for name in PAGES)
    assert english == chinese
