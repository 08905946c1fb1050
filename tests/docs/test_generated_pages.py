"""The generated pages say what the library says now."""

import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = runpy.run_path(str(ROOT / "tools" / "write_docs.py"))["pages"]()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_page_is_in_sync(path):
    assert path.read_text(encoding="utf-8") == PAGES[path], "run: python tools/write_docs.py"
