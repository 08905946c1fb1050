"""The entry point: a missing extra, no arguments, help, progress."""

import builtins
import gc
import io
import subprocess
import sys

import pytest
import typer

from command_line import run
from jscredit import cli
from jscredit.cli import console
from jscredit.records import Subject
from jscredit.version import __version__

WITHOUT = """
import builtins, sys
real = builtins.__import__
def no_typer(name, *rest):
    if name.split(".")[0] == {blocked!r}:
        raise ImportError(name)
    return real(name, *rest)
builtins.__import__ = no_typer
from jscredit.cli import main
sys.argv = ["jscredit", *{arguments!r}]
main()
"""


def in_a_process(blocked, *arguments):
    code = WITHOUT.format(blocked=blocked, arguments=arguments)
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603


@pytest.mark.parametrize("blocked", ["typer", "rich"])
def test_without_the_extra_it_says_which_one_to_install(blocked):
    done = in_a_process(blocked, "clauses")
    assert (done.returncode, done.stdout) == (2, "")
    assert "pip install 'jscredit[cli]'" in done.stderr
    assert "未安装" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_the_reader_of_workbooks_it_says_so(monkeypatch):
    real = builtins.__import__

    def no_openpyxl(name, *rest):
        if name == "openpyxl":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", no_openpyxl)
    found = run("check", "samples/penalties.xlsx", "--on", "2024-06-01", "--lang", "en")
    assert found.code == 2
    assert found.err.startswith("[extra.missing] openpyxl is not installed")


def test_main_tells_a_missing_extra(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "typer", None)
    for name in [name for name in sys.modules if name.startswith("jscredit.cli.")]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == 2
    assert "jscredit[cli]" in capsys.readouterr().err


def test_main_runs_a_command(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["jscredit", "clauses", "M30", "--lang", "en"])
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert not left.value.code
    assert capsys.readouterr().out.startswith("id: M30\n")


def test_no_arguments_give_the_help_and_are_bad_input():
    found = run()
    assert found.code == 2
    assert "Usage:" in found.out


@pytest.mark.parametrize("command", ["check", "repair", "deadline", "clauses"])
def test_help_speaks_both_languages(command):
    found = run(command, "--help", columns=200)
    assert found.code == 0
    assert "输出语言" in found.out
    assert "language of the output" in found.out


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(("stream", "shown"), [(Terminal, True), (io.StringIO, False)])
def test_progress_is_shown_on_a_terminal_only(stream, shown, monkeypatch):
    monkeypatch.delenv("TERM", raising=False)
    monkeypatch.setattr(sys, "stderr", stream())
    assert list(console.walked([1, 2, 3])) == [1, 2, 3]
    assert bool(sys.stderr.getvalue()) is shown


def test_no_error_of_pydantic_comes_out_as_it_is(capsys):
    with pytest.raises(typer.Exit) as left, console.told("en"):
        Subject(name="329901199003070012", resident_id="329901199003070011")
    assert left.value.exit_code == 2
    told = capsys.readouterr().err
    assert told.startswith("[identifier.check-digit] resident_id")
    assert "3299" not in told


def test_whoever_reads_the_output_may_stop():
    with pytest.raises(BrokenPipeError), console.told("en"):
        raise BrokenPipeError


def test_the_version():
    found = run("--version")
    assert (found.code, found.out) == (0, f"jscredit {__version__}\n")


@pytest.mark.parametrize("was_on", [True, False])
def test_the_collector_of_garbage_is_left_as_it_was(was_on):
    before = gc.isenabled()
    (gc.enable if was_on else gc.disable)()
    try:
        with console.uncollected():
            assert not gc.isenabled()
        assert gc.isenabled() is was_on
    finally:
        (gc.enable if before else gc.disable)()
