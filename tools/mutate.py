"""Change the functions of a package in small ways and see whether its tests notice.

`python tools/mutate.py validity repair` copies the checkout to a new temporary folder for each package, lets mutmut
make the mutants there, runs the package's tests and docstring examples on each (`mutation_plugin.py` says how), and
prints the figures. The exit status is 1 where fewer than 95 % are killed. `--diff` shows each survivor's change;
`--again FOLDER` asks what was left there once more, with the tests as they are now.
"""

import argparse
import ast
import difflib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BAR = 95.0
PROCESSES = 2
_REMNANTS = shutil.ignore_patterns(".*", "__pycache__", "*.pyc")
# Slow tests are large counts over the same functions; the order is the same in every run.
NO_PLUGINS = [word for name in ("randomly", "xdist", "cacheprovider") for word in ("-p", f"no:{name}")]
PYTEST = ["-x", "-q", "-s", "--rootdir=.", "-p", "mutation_plugin", *NO_PLUGINS, "-m", "not slow"]
PATIENCE = 600
# Further seeds of a long test: the first one is enough here.
LEFT_OUT = {
    "rules": [
        *(f"test_compiled.py::test_closures_agree_with_the_full_evaluation[{seed}]" for seed in range(1, 9)),
        *(f"test_compiled.py::test_days_agree_with_the_full_evaluation[{seed}]" for seed in range(1, 9)),
    ]
}
# Settings that counter each other are tried on the rules of M30.
ALSO_ASKED_BY = {"rules": ["tests/validity"]}
# What mutmut does before it runs anything.
GENERATE = (
    "from mutmut.__main__ import copy_also_copy_files, copy_src_dir, create_mutants; "
    f"copy_src_dir(); copy_also_copy_files(); create_mutants({PROCESSES})"
)
LEFT = ("survived", "not covered")
SAID_ALWAYS = ("killed", "survived", "timeout", "not covered")
VERDICTS = (*SAID_ALWAYS, "not run")
ALSO_COPY = ("README.md", "README.zh-CN.md", "docs", "samples", "fuzz", "tools", "benchmarks")


def not_copied(folder: str, names: list[str]) -> set[str]:
    """Hidden and compiled files, and what mutmut left in the checkout; the tests' own `mutants` are copied."""
    return _REMNANTS(folder, names) | ({"mutants"} if Path(folder) == ROOT else set())


@dataclass(frozen=True)
class Mutant:
    """One changed function: its name in mutmut, its file, what the tests made of it."""

    name: str
    file: Path
    verdict: str

    @property
    def function(self) -> str:
        """The function's own name, as mutmut counts it."""
        return self.name.rpartition("__mutmut_")[0]

    def sources(self) -> tuple[str, str]:
        """The function as it stands and as it was changed, both under the same name."""
        spans = json.loads(self.file.with_name(self.file.name + ".spans").read_text(encoding="utf-8"))["spans"]
        lines = self.file.read_text(encoding="utf-8").splitlines(keepends=True)
        own = self.name.rpartition(".")[2]
        plain = own.rpartition("__mutmut_")[0]
        texts = []
        for name in (f"{plain}__mutmut_orig", own):
            first, last = spans[name]
            texts.append(textwrap.dedent("".join(lines[first - 1 : last])).replace(name, plain))
        return texts[0], texts[1]

    def changes_text_only(self) -> bool:
        """Whether nothing but the wording of a string differs."""
        before, after = (ast.dump(_WithoutText().visit(ast.parse(text))) for text in self.sources())
        return before == after

    def diff(self) -> str:
        """The change, as a unified diff without context."""
        before, after = self.sources()
        lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
        return "\n".join(f"    {line}" for line in lines if not line.startswith(("---", "+++")))


class _WithoutText(ast.NodeTransformer):
    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        return ast.Constant("") if isinstance(node.value, str) else node


def say(text: str) -> None:
    """One line to the reader, at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def tests_of(package: str) -> list[str]:
    """Where the tests of a package stand: its folder, the examples in its docstrings, and what asks it most."""
    return [f"tests/{package}", f"src/jscredit/{package}", *ALSO_ASKED_BY.get(package, ())]


def copy_checkout(package: str, omitted: list[str]) -> Path:
    """A new folder with the checkout as it is now, and mutmut's settings for one package."""
    folder = Path(tempfile.mkdtemp(prefix=f"mutation-{package}-"))
    shutil.copytree(ROOT, folder, ignore=not_copied, dirs_exist_ok=True)
    settings = {
        "source_paths": ["src"],
        "only_mutate": [f"src/jscredit/{package}/*"],
        "do_not_mutate": [f"src/jscredit/{package}/{name}" for name in omitted],
        "also_copy": [name for name in ALSO_COPY if (folder / name).exists()],
    }
    text = "\n[tool.mutmut]\n" + "".join(f"{name} = {json.dumps(value)}\n" for name, value in settings.items())
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(text)
    return folder


def environment(folder: Path, **more: str) -> dict[str, str]:
    """The variables of a run in the copy: the mutated source and the plugin stand before what is installed."""
    path = os.pathsep.join(map(str, (folder / "mutants" / "src", ROOT / "tools")))
    return os.environ | {"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"} | more


def pytest(folder: Path, package: str, *, mutant: str = "", patience: float | None = None) -> int:
    """Run the package's tests in a process of their own; 36 where they do not end."""
    left_out = [f"--deselect=tests/{package}/{name}" for name in LEFT_OUT.get(package, ())]
    command = [sys.executable, "-m", "pytest", *PYTEST, *left_out, *tests_of(package)]
    variables = environment(folder, MUTANT_UNDER_TEST=mutant)
    with (folder / "pytest.log").open("w" if mutant in {"", "stats"} else "a", encoding="utf-8") as log:
        try:
            return subprocess.run(  # noqa: S603
                command,
                cwd=folder / "mutants",
                env=variables,
                stdout=log if mutant in {"", "stats"} else subprocess.DEVNULL,
                stderr=subprocess.STDOUT,
                timeout=patience,
                check=False,
            ).returncode
        except subprocess.TimeoutExpired:
            return 36


def read_mutants(folder: Path, package: str) -> list[Mutant]:
    """All mutants of a package, each with the last verdict on it."""
    told = folder / "mutants" / "verdicts.jsonl"
    verdicts = dict(map(json.loads, told.read_text(encoding="utf-8").splitlines())) if told.exists() else {}
    return [
        Mutant(name, meta.with_suffix(""), verdicts.get(name, "not run"))
        for meta in sorted((folder / "mutants" / "src" / "jscredit" / package).rglob("*.meta"))
        for name in json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"]
    ]


def run(folder: Path, package: str, verdicts: tuple[str, ...]) -> None:
    """Run the mutants with one of these verdicts: all in one process, then what runs at import in processes anew."""
    mutants = [one for one in read_mutants(folder, package) if one.verdict in verdicts]
    # What was left before comes first, the rest in a random order: a run that is broken off is a fair sample.
    random.Random(2).shuffle(mutants)  # noqa: S311
    names = [one.name for one in sorted(mutants, key=lambda one: one.verdict == "not run")]
    wanted = folder / "mutants" / "wanted.json"
    wanted.write_text(json.dumps(names), encoding="utf-8")
    code = pytest(folder, package, mutant="stats")
    wanted.unlink()
    if code:
        raise SystemExit(f"the tests of {package} do not run without a mutant: see {folder / 'pytest.log'}")
    calls = json.loads((folder / "mutants" / "calls.json").read_text(encoding="utf-8"))
    if calls["failed"]:
        raise SystemExit("\n".join(["these tests fail without a mutant:", *calls["failed"]]))
    at_import = calls["at_import"]
    left = [one for one in read_mutants(folder, package) if one.name in set(names) and one.verdict in LEFT]
    ask_anew(folder, package, [one for one in left if one.function in at_import])


def ask_anew(folder: Path, package: str, mutants: list[Mutant]) -> None:
    """Run the tests on each mutant in a fresh process, so that what is made at import is made by the mutant."""

    def ask(mutant: Mutant) -> tuple[str, str]:
        code = pytest(folder, package, mutant=mutant.name, patience=PATIENCE)
        return mutant.name, {0: mutant.verdict, 36: "timeout"}.get(code, "killed")

    with (
        ThreadPoolExecutor(PROCESSES) as pool,
        (folder / "mutants" / "verdicts.jsonl").open("a", encoding="utf-8") as file,
    ):
        for name, verdict in pool.map(ask, mutants):
            file.write(json.dumps([name, verdict]) + "\n")
            file.flush()


def measure(package: str, omitted: list[str]) -> Path:
    """Make and run all mutants of a package in a new copy of the checkout."""
    folder = copy_checkout(package, omitted)
    say(f"{package}: in {folder}")
    subprocess.run(  # noqa: S603
        [sys.executable, "-c", GENERATE], cwd=folder, stdout=subprocess.DEVNULL, check=True
    )
    run(folder, package, ("not run",))
    return folder


def measure_again(folder: Path, package: str) -> None:
    """Ask what was left in a folder with tests and other packages as they are now, and the package as it was."""
    for path in (ROOT / "src" / "jscredit" / package).rglob("*.py"):
        copied = folder / path.relative_to(ROOT)
        if not copied.exists() or path.read_bytes() != copied.read_bytes():
            say(f"{package}: {path.name} is no longer as it was copied; the figures are those of the copy")
    others = shutil.ignore_patterns(".*", "__pycache__", package)
    for name, ignore in (("tests", not_copied), ("src", others)):
        shutil.copytree(ROOT / name, folder / "mutants" / name, ignore=ignore, dirs_exist_ok=True)
    run(folder, package, (*LEFT, "not run"))


def report(package: str, mutants: list[Mutant], *, diff: bool) -> float:
    """Print the figures and what is left; the percentage of all mutants, a run that does not end counted as killed."""
    left = [one for one in mutants if one.verdict not in {"killed", "timeout"}]
    text = {one.name for one in mutants if one.changes_text_only()}
    for one in left:
        say(f"  {one.verdict}{' (text)' if one.name in text else ''}: {one.name}")
        if diff:
            say(one.diff())
    counts = Counter(one.verdict for one in mutants)
    verdicts = ", ".join(f"{counts[name]} {name}" for name in VERDICTS if counts[name] or name in SAID_ALWAYS)
    share = percentage(mutants, left)
    say(f"{package}: {len(mutants)} mutants, {verdicts}: {share:.1f} %")
    told, told_left = ([one for one in some if one.name not in text] for some in (mutants, left))
    without = percentage(told, told_left)
    say(f"{package}: without those that change only text: {len(told)} mutants, {len(told_left)} left: {without:.1f} %")
    if counts["not run"]:
        for words, some in (("in all", mutants), ("without text", told)):
            asked = [one for one in some if one.verdict != "not run"]
            found = percentage(asked, [one for one in left if one in set(asked)])
            say(f"{package}: a random sample so far, {words}: {len(asked)} mutants: {found:.1f} %")
    return share


def percentage(mutants: list[Mutant], left: list[Mutant]) -> float:
    """How many of the mutants are not left."""
    return 100 * (len(mutants) - len(left)) / len(mutants)


def main() -> int:
    """Measure each package named; 1 where one is below the bar."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packages", nargs="+", metavar="PACKAGE")
    parser.add_argument("--diff", action="store_true", help="show the change of each mutant that is left")
    parser.add_argument("--omit", action="append", default=[], metavar="FILE", help="leave a file of the package out")
    parser.add_argument("--again", type=Path, metavar="FOLDER", help="ask what was left there once more")
    parser.add_argument("--show", type=Path, metavar="FOLDER", help="only print what was found there")
    options = parser.parse_args()
    shares = []
    for package in options.packages:
        folder = options.show or options.again or measure(package, options.omit)
        if options.again:
            measure_again(folder, package)
        shares.append(report(package, read_mutants(folder, package), diff=options.diff))
    return int(min(shares) < BAR)


if __name__ == "__main__":
    sys.exit(main())
