"""The pages for those who build on the library run as they stand, in both languages, with one code."""

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("analyst", "business-system", "policy-test")
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(name):
    return BLOCK.findall((ROOT / "docs" / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", PAGES)
def test_the_page_runs_as_it_stands(name, monkeypatch):
    monkeypatch.chdir(ROOT)
    told, example = [], doctest.DocTestParser().get_doctest("\n".join(blocks(f"{name}.md")), {}, name, name, 0)
    assert len(example.examples) > 12
    assert doctest.DocTestRunner().run(example, out=told.append).failed == 0, "".join(told)


@pytest.mark.parametrize("name", PAGES)
def test_both_languages_show_the_same_code(name):
    assert blocks(f"{name}.md") == blocks(f"{name}.zh-CN.md")
