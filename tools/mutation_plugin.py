"""What pytest does differently while it runs on mutants: loaded by `tools/mutate.py` with ``-p mutation_plugin``."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

EXAMPLES = 60
# Hypothesis keeps a test's settings here; its public decorator refuses a second use.
_SETTINGS = "_hypothesis_internal_use_settings"


def pytest_configure() -> None:
    """The same examples in every run, none kept from the mutant before."""
    settings.register_profile("mutation", derandomize=True, database=None, deadline=None, max_examples=EXAMPLES)
    settings.load_profile("mutation")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Fewer examples; a docstring's examples once, where each mutant's copy of the function repeats them."""
    copies = [item for item in items if "__mutmut_" in item.name and not item.name.endswith("__mutmut_orig")]
    if copies:
        config.hook.pytest_deselected(items=copies)
        items[:] = [item for item in items if item not in set(copies)]
    for item in items:
        test = getattr(getattr(item, "obj", None), "__func__", getattr(item, "obj", None))
        own = getattr(test, _SETTINGS, None)
        if own is not None:
            fewer = settings(own, max_examples=min(own.max_examples, EXAMPLES), derandomize=True, database=None)
            setattr(test, _SETTINGS, fewer)


def pytest_collection_finish() -> None:
    """Write which functions ran while the modules were imported, if asked to."""
    target = os.environ.get("MUTATION_IMPORTED")
    if target:
        from mutmut.state import state

        Path(target).write_text("\n".join(sorted(state()._stats)), encoding="utf-8")  # noqa: SLF001
