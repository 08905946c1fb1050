"""Run the collected tests on mutants: a pytest plugin that `tools/mutate.py` loads with ``-p mutation_plugin``.

The tests are imported and collected once. One forked child runs them all without a mutant and tells which functions
each test calls. Then each mutant gets a child of its own, which runs the tests that call its function, the quick ones
first, until one fails. What the children do leaves no trace in the process that forks them.
"""

import contextlib
import doctest
import json
import math
import os
import resource
import signal
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from mutmut.mutation import trampoline

EXAMPLES = 60
PROCESSES = 2
MEMORY = 4 << 30
# The files of a run, in the folder of the mutants: names wanted, one line for each verdict, what the tests call.
WANTED, VERDICTS, CALLS = Path("wanted.json"), Path("verdicts.jsonl"), Path("calls.json")
TIMEOUTS = {signal.SIGXCPU, signal.SIGALRM, signal.SIGKILL}
# Hypothesis keeps a test's settings here; its public decorator refuses a second use.
_SETTINGS = "_hypothesis_internal_use_settings"
_QUIET: dict[str, Any] = {
    "derandomize": True,
    "database": None,
    "deadline": None,
    "suppress_health_check": list(HealthCheck),
}


class _Active:
    """Which mutant stands in for its function; the functions called, while they are recorded."""

    def __init__(self) -> None:
        self.calls: set[str] = set()
        self.set(os.environ.get("MUTANT_UNDER_TEST", ""))

    def set(self, name: str) -> None:
        self.module, _, self.name = name.rpartition(".")
        self.records = name == "stats"


_active = _Active()


def _stand_in(mutants: dict[str, Any], is_classmethod: bool = False) -> Callable[[Any], Any]:  # noqa: FBT002
    """What mutmut puts in place of each function, without its look at the environment at each call."""

    def decorate(function: Any) -> Any:
        module = function.__module__

        @wraps(function)
        def call(*args: Any, **kwargs: Any) -> Any:
            chosen = mutants["_mutmut_orig"]
            if _active.records:
                _active.calls.add(f"{module}.{chosen.__name__.removesuffix('__mutmut_orig')}")
            elif module == _active.module:
                chosen = mutants.get(_active.name, chosen)
            if is_classmethod:
                return getattr(args[0], chosen.__name__)(*args[1:], **kwargs)
            return chosen(*args, **kwargs)

        return call

    return decorate


trampoline.wrap_in_trampoline = _stand_in  # type: ignore[assignment]
_find = doctest.DocTestFinder._find  # type: ignore[attr-defined]  # noqa: SLF001


def _find_once(self: Any, tests: Any, obj: Any, name: str, *rest: Any) -> None:
    """The examples of a docstring once: each mutant of a function repeats them."""
    if "__mutmut_" not in name or name.endswith("__mutmut_orig"):
        _find(self, tests, obj, name, *rest)


def pytest_configure() -> None:
    """The same examples in every run, none kept from the mutant before, none refused for being slow."""
    settings.register_profile("mutation", max_examples=EXAMPLES, **_QUIET)
    settings.load_profile("mutation")
    doctest.DocTestFinder._find = _find_once  # type: ignore[attr-defined]  # noqa: SLF001


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Fewer examples, and the quick tests first where it is known which they are: most mutants die at once."""
    for item in items:
        test = getattr(getattr(item, "obj", None), "__func__", getattr(item, "obj", None))
        own = getattr(test, _SETTINGS, None)
        if own is not None:
            setattr(test, _SETTINGS, settings(own, max_examples=min(own.max_examples, EXAMPLES), **_QUIET))
    if CALLS.exists():
        durations = json.loads(CALLS.read_text(encoding="utf-8"))["durations"]
        items.sort(key=lambda item: durations.get(item.nodeid, 0.0))


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """Run the mutants that are wanted, if any are; else the tests as usual."""
    if not WANTED.exists() or session.testsfailed:
        return None
    at_import = sorted(_active.calls)
    os.waitpid(_fork(lambda: _told_calls(session.items, at_import)), 0)
    calls = json.loads(CALLS.read_text(encoding="utf-8"))
    if calls["failed"]:
        return True
    _run_all(session.items, json.loads(WANTED.read_text(encoding="utf-8")), calls)
    return True


def _fork(work: Callable[[], int]) -> int:
    child = os.fork()
    if child:
        return child
    code = 70
    with contextlib.suppress(BaseException):
        code = work()
    os._exit(code)


def _told_calls(items: list[pytest.Item], at_import: list[str]) -> int:
    """Run all tests without a mutant, and write which functions each one calls and how long it takes."""
    tests: dict[str, list[int]] = defaultdict(list)
    durations: dict[str, float] = {}
    failed: list[str] = []
    _active.set("stats")
    for index, item in enumerate(items):
        _active.calls.clear()
        start = time.process_time()
        if _fails(items[index : index + 1]):
            failed.append(item.nodeid)
        durations[item.nodeid] = time.process_time() - start
        for function in _active.calls:
            tests[function].append(index)
    found = {"tests": tests, "durations": durations, "failed": failed, "at_import": at_import}
    CALLS.write_text(json.dumps(found), encoding="utf-8")
    return 0


def _fails(items: Iterable[pytest.Item]) -> bool:
    """Whether one of the tests fails; the first one ends it."""
    for item in items:
        before = item.session.testsfailed
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
        if item.session.testsfailed != before:
            return True
    return False


def _run_all(items: list[pytest.Item], wanted: list[str], calls: dict[str, Any]) -> None:
    running: dict[int, str] = {}
    with VERDICTS.open("a", encoding="utf-8") as file:

        def tell(name: str, verdict: str) -> None:
            file.write(json.dumps([name, verdict]) + "\n")
            file.flush()

        def wait() -> None:
            child, status = os.wait()
            tell(running.pop(child), _verdict(status))

        for name in wanted:
            indices = calls["tests"].get(name.rpartition("__mutmut_")[0], ())
            if not indices:
                tell(name, "not covered")
                continue
            while len(running) >= PROCESSES:
                wait()
            durations = {items[index]: calls["durations"][items[index].nodeid] for index in indices}
            running[_fork(_on_mutant(name, durations))] = name
        while running:
            wait()


def _on_mutant(name: str, durations: dict[pytest.Item, float]) -> Callable[[], int]:
    def work() -> int:
        expected = sum(durations.values())
        seconds = math.ceil(10 + 15 * expected)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        signal.alarm(120 + 30 * seconds)
        _active.set(name)
        return int(_fails(sorted(durations, key=durations.__getitem__)))

    return work


def _verdict(status: int) -> str:
    if os.WIFSIGNALED(status):
        return "timeout" if os.WTERMSIG(status) in TIMEOUTS else "killed"
    return "survived" if os.WEXITSTATUS(status) == 0 else "killed"
