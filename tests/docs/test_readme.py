"""Everything that the READMEs show is run: the examples as doctests, the commands as a newcomer types them."""

import doctest
import re
import shlex
from pathlib import Path

import pytest

from command_line import run

ROOT = Path(__file__).resolve().parents[2]
READMES = ("README.md", "README.zh-CN.md")
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#:]+)\)")
FINDINGS = "# exits with 1"


def text_of(name):
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(name, language):
    return [body for kind, body in BLOCK.findall(text_of(name)) if kind == language]


def commands(name):
    return [line for body in blocks(name, "sh") for line in body.splitlines()]


@pytest.fixture(autouse=True)
def _in_the_root(monkeypatch):
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("name", READMES)
def test_the_examples_give_what_they_show(name):
    told = []
    example = doctest.DocTestParser().get_doctest("\n".join(blocks(name, "python")), {}, name, name, 0)
    assert len(example.examples) > 20
    assert doctest.DocTestRunner(optionflags=FLAGS).run(example, out=told.append).failed == 0, "".join(told)


@pytest.mark.parametrize("name", READMES)
def test_each_command_runs_and_exits_as_told(name):
    for line in commands(name):
        if line.startswith(".venv/bin/jscredit "):
            command, _, comment = line.partition("  ")
            found = run(*shlex.split(command)[1:])
            assert (found.code, found.err) == (1 if comment else 0, ""), line
            assert found.out


def test_the_only_other_commands_are_the_two_that_install():
    others = [line for line in commands("README.md") if not line.startswith(".venv/bin/jscredit ")]
    assert len(others) == 2
    assert all(line.startswith("python3 -m venv .venv && .venv/bin/pip install") for line in others)


@pytest.mark.parametrize("name", READMES)
@pytest.mark.parametrize(("mark", "end"), [("run", "--on 2020-06-01 --lang "), ("test", "pytest -q -n 2")])
def test_the_two_commands_stand_under_their_marks(name, mark, end):
    after = text_of(name).partition(f"<!-- command: {mark} -->\n```sh\n")[2]
    assert after.splitlines()[0].removesuffix("en").removesuffix("zh").endswith(end)


@pytest.mark.parametrize(("name", "outcome"), [("README.md", "outcome: caution"), ("README.zh-CN.md", "结论：审慎")])
def test_the_command_that_installs_prints_a_review(name, outcome):
    line = commands(name)[0].rpartition(" && ")[2]
    found = run(*shlex.split(line)[1:])
    assert (found.code, found.err) == (0, "")
    assert outcome in found.out


def test_both_languages_show_the_same_commands_and_code():
    english, chinese = READMES
    in_english = [line.replace("--lang zh", "--lang en").replace("# 退出码为1", FINDINGS) for line in commands(chinese)]
    assert in_english == commands(english)
    assert blocks(chinese, "python") == blocks(english, "python")


@pytest.mark.parametrize(
    "name",
    [
        *READMES,
        *(f"docs/{page}.md" for page in ("index", "index.zh-CN", "approval", "approval.zh-CN", "design/README")),
    ],
)
def test_every_link_leads_somewhere(name):
    folder = (ROOT / name).parent
    links = LINK.findall(text_of(name))
    assert links
    assert [link for link in links if not (folder / link).exists()] == []
