"""Write the pages of docs/ that are made from the library itself: `python tools/write_docs.py`."""

from pathlib import Path

from jscredit.law import ledger_markdown

DOCS = Path(__file__).resolve().parent.parent / "docs"


def pages() -> dict[Path, str]:
    """Each generated page with its text."""
    return {
        DOCS / "clauses.md": ledger_markdown("en"),
        DOCS / "clauses.zh-CN.md": ledger_markdown("zh"),
    }


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
