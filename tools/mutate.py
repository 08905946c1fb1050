"""Change the functions of a package in small ways and see whether its tests notice.

`python tools/mutate.py validity repair` copies the checkout to a new temporary folder for each package, makes the
mutants there with mutmut, runs the package's tests and docstring examples against each, and prints the figures.
The exit status is 1 where fewer than 95 % are killed. `--diff` shows each survivor's change; `--again FOLDER` asks
what was left there once more, with the tests as they are now.
"""

import argparse
import ast
import difflib
import json
import os
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
NOT_COPIED = shutil.ignore_patterns(".*", "__pycache__", "*.pyc", "mutants")
# Slow tests are large counts over the same functions; the order is the same in every run.
PYTEST = ["-p", "mutation_plugin", "-p", "no:randomly", "-p", "no:xdist", "-p", "no:cacheprovider", "-m", "not slow"]
PATIENCE = 240
EXIT_CODES = {0: "survived", 33: "not covered", 5: "not covered", 1: "killed", 3: "killed"}
LEFT = ("survived", "not covered")
SAID_ALWAYS = ("killed", "survived", "timeout", "not covered")
VERDICTS = (*SAID_ALWAYS, "not run")
ALSO_COPY = ("README.md", "README.zh-CN.md", "docs", "samples", "fuzz", "tools", "benchmarks")


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
    """Where the tests of a package stand: its folder, and the examples in its docstrings."""
    return [f"tests/{package}", f"src/jscredit/{package}"]


def copy_checkout(package: str, omitted: list[str]) -> Path:
    """A new folder with the checkout as it is now, and mutmut's settings for one package."""
    folder = Path(tempfile.mkdtemp(prefix=f"mutation-{package}-"))
    shutil.copytree(ROOT, folder, ignore=NOT_COPIED, dirs_exist_ok=True)
    settings = {
        "source_paths": ["src"],
        "only_mutate": [f"src/jscredit/{package}/*"],
        "do_not_mutate": [f"src/jscredit/{package}/{name}" for name in omitted],
        "also_copy": [name for name in ALSO_COPY if (folder / name).exists()],
        "pytest_add_cli_args": PYTEST,
        "pytest_add_cli_args_test_selection": tests_of(package),
        "use_git_change_detection": False,
    }
    text = "\n[tool.mutmut]\n" + "".join(f"{name} = {json.dumps(value)}\n" for name, value in settings.items())
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(text)
    return folder


def environment(*path: Path, **more: str) -> dict[str, str]:
    """The variables of a run: these folders stand before what is installed."""
    return os.environ | {"PYTHONPATH": os.pathsep.join(map(str, path)), "PYTHONDONTWRITEBYTECODE": "1"} | more


def pytest(folder: Path, package: str, *options: str, **variables: str) -> int:
    """Run the package's tests on the mutated source in a process of their own; 36 where they do not end."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "--rootdir=.", *PYTEST, *options, *tests_of(package)]
    try:
        return subprocess.run(  # noqa: S603
            command,
            cwd=folder / "mutants",
            env=environment(folder / "mutants" / "src", folder / "tools", **variables),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        ).returncode
    except subprocess.TimeoutExpired:
        return 36


def read_mutants(folder: Path, package: str) -> list[Mutant]:
    """All mutants of a package with their verdicts: mutmut's, and over them those of tests asked once more."""
    later = folder / "verdicts.json"
    asked_again = json.loads(later.read_text(encoding="utf-8")) if later.exists() else {}
    found = []
    for meta in sorted((folder / "mutants" / "src" / "jscredit" / package).rglob("*.meta")):
        for name, code in json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"].items():
            verdict = asked_again.get(name) or ("not run" if code is None else EXIT_CODES.get(code, "timeout"))
            found.append(Mutant(name, meta.with_suffix(""), verdict))
    return found


def run_at_import(folder: Path, package: str) -> set[str]:
    """The functions that run while the source and the tests are imported."""
    target = folder / "imported.txt"
    pytest(folder, package, "--collect-only", MUTANT_UNDER_TEST="stats", MUTATION_IMPORTED=str(target))
    return set(target.read_text(encoding="utf-8").split())


def ask_again(folder: Path, package: str, mutants: list[Mutant]) -> None:
    """Run the tests on each mutant in a fresh process, so that what is made at import is made by the mutant."""

    def ask(mutant: Mutant) -> tuple[str, str]:
        code = pytest(folder, package, MUTANT_UNDER_TEST=mutant.name.replace("__init__.", ""))
        return mutant.name, {0: mutant.verdict, 36: "timeout"}.get(code, "killed")

    later = folder / "verdicts.json"
    known = json.loads(later.read_text(encoding="utf-8")) if later.exists() else {}
    with ThreadPoolExecutor(PROCESSES) as pool:
        for name, verdict in pool.map(ask, mutants):
            known[name] = verdict
            later.write_text(json.dumps(known, indent=1), encoding="utf-8")


def measure(package: str, omitted: list[str]) -> Path:
    """Make and run all mutants of a package in a new copy of the checkout."""
    folder = copy_checkout(package, omitted)
    say(f"{package}: in {folder}")
    mutmut = Path(sys.executable).with_name("mutmut")
    with (folder / "mutmut.log").open("w", encoding="utf-8") as log:
        command = [str(mutmut), "run", "--max-children", str(PROCESSES)]
        # mutmut itself puts the mutated source before the installed one.
        done = subprocess.run(  # noqa: S603
            command, cwd=folder, env=environment(folder / "tools"), stdout=log, stderr=log, check=False
        )
    if done.returncode:
        raise SystemExit(f"mutmut failed: see {folder / 'mutmut.log'}")
    at_import = run_at_import(folder, package)
    left = [one for one in read_mutants(folder, package) if one.verdict in LEFT and one.function in at_import]
    ask_again(folder, package, left)
    return folder


def measure_again(folder: Path, package: str) -> None:
    """Ask what was left in a folder with the tests as they are now; the source must be the same."""
    if pytest(folder, package, "--collect-only"):
        raise SystemExit(f"the tests of {package} are not found in {folder}")
    for path in (ROOT / "src" / "jscredit" / package).rglob("*.py"):
        if path.read_bytes() != (folder / path.relative_to(ROOT)).read_bytes():
            say(f"{package}: {path.name} is no longer as it was copied; the figures are those of the copy")
    shutil.copytree(ROOT / "tests", folder / "mutants" / "tests", ignore=NOT_COPIED, dirs_exist_ok=True)
    if pytest(folder, package):
        raise SystemExit(f"the tests of {package} fail without a mutant in {folder}")
    ask_again(folder, package, [one for one in read_mutants(folder, package) if one.verdict in LEFT])


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
