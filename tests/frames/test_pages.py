"""The example on the page of dataframes says what it shows, in both languages."""

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize("name", ["frames.md", "frames.zh-CN.md"])
def test_the_example_runs_as_it_stands(name, capsys):
    (block,) = re.findall(
        r"^```python\n(.*?)^```$", (DOCS / name).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    exec(compile(block, name, "exec"), {})  # noqa: S102 - the page itself
    assert capsys.readouterr().out.strip() == block.strip().splitlines()[-1].removeprefix("# ")


def test_both_languages_name_the_same_calls_and_commands():
    pages = [(DOCS / name).read_text(encoding="utf-8") for name in ("frames.md", "frames.zh-CN.md")]
    calls = [re.findall(r"^\| `(\w+)", page, re.MULTILINE) for page in pages]
    assert calls[0] == calls[1]
    clusters = [(DOCS / name).read_text(encoding="utf-8") for name in ("cluster.md", "cluster.zh-CN.md")]
    code = [re.findall(r"^(?:home|spark|answers).*?(?:  #|$)", page, re.MULTILINE) for page in clusters]
    assert code[0] == code[1]
