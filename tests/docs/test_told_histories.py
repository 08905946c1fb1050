"""The histories told in docs/procedures run as they stand, in both languages, and tell the same."""

import doctest
import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "procedures"
TOLD = sorted(FOLDER.glob("*-told*.md"))
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def examples(path):
    text = "\n".join(BLOCK.findall(path.read_text(encoding="utf-8")))
    return doctest.DocTestParser().get_doctest(text, {}, path.name, path.name, 0)


@pytest.mark.parametrize("path", TOLD, ids=lambda path: path.name)
def test_history_runs_as_it_stands(path):
    told, example = [], examples(path)
    assert len(example.examples) > 20
    assert doctest.DocTestRunner().run(example, out=told.append).failed == 0, "".join(told)


@pytest.mark.parametrize("path", [path for path in TOLD if ".zh-CN" not in path.name], ids=lambda path: path.name)
def test_both_languages_take_the_same_steps(path):
    steps, other = (
        [re.sub(r'"(zh|en)"|label\.(zh|en)', "", one.source) for one in examples(each).examples]
        for each in (path, path.with_name(path.name.replace(".md", ".zh-CN.md")))
    )
    assert steps == other
