"""The page on government integrity runs as it stands, in both languages, with one code."""

import doctest
import re
from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(name):
    return BLOCK.findall((DOCS / name).read_text(encoding="utf-8"))


def test_the_page_runs_as_it_stands():
    told, name = [], "government-integrity.md"
    example = doctest.DocTestParser().get_doctest("\n".join(blocks(name)), {}, name, name, 0)
    assert len(example.examples) > 25
    assert doctest.DocTestRunner().run(example, out=told.append).failed == 0, "".join(told)


def test_both_languages_show_the_same_code():
    assert blocks("government-integrity.md") == blocks("government-integrity.zh-CN.md")
