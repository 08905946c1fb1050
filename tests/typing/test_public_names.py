"""The file for type checkers names every public name, runs, and the package says that it is typed."""

import runpy
from importlib.resources import files
from pathlib import Path

import jscredit

FILE = Path(__file__).with_name("public_names.py")


def test_every_public_name_is_checked():
    text = FILE.read_text(encoding="utf-8")
    assert [name for name in jscredit.__all__ if f"jc.{name}" not in text] == []


def test_what_the_type_checker_reads_also_runs():
    names = runpy.run_path(str(FILE))
    assert names["decision"].verdict is jscredit.Verdict.UNDETERMINED
    assert names["told"](jscredit.MissingExtra.of("cli", "typer")).startswith("[extra.missing]")


def test_the_package_is_typed():
    assert files("jscredit").joinpath("py.typed").is_file()
