"""The JSON Schemas of our documents. ``python -m jscredit.records.schema FOLDER`` writes them."""

import json
import sys
from pathlib import Path
from typing import Any

from jscredit.records.documents import PUBLIC, STORAGE, Document, adapter
from jscredit.records.evidence import RepairEvidence
from jscredit.records.file import CreditFile
from jscredit.records.list_entry import ListEntry
from jscredit.records.record import CreditRecord
from jscredit.records.subject import Subject

DOCUMENTS: tuple[type[Document], ...] = (Subject, CreditRecord, ListEntry, RepairEvidence, CreditFile)


def document_schema(document: type[Document]) -> dict[str, Any]:
    """The JSON Schema of one kind of document, in both forms; only the storage form loads.

    >>> document_schema(CreditRecord)["properties"]["schema"]
    {'const': 'jscredit.record'}
    """
    body = _summarised(adapter(document).json_schema())
    head = {
        "schema": {"const": document.schema_name},
        "version": {"const": document.schema_version},
        "form": {"enum": [STORAGE, PUBLIC]},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **body,
        "properties": head | body["properties"],
        "required": [*head, *body.get("required", ())],
    }


def _summarised(node: Any) -> Any:
    # Of a class's documentation only the first paragraph: the rest speaks of Python.
    if isinstance(node, list):
        return [_summarised(part) for part in node]
    if not isinstance(node, dict):
        return node
    return {
        name: " ".join(part.split("\n\n")[0].split())
        if name == "description" and isinstance(part, str)
        else _summarised(part)
        for name, part in node.items()
    }


def schema_files() -> dict[str, str]:
    """The text of each schema's file, by the file's name."""
    return {f"{document.schema_name.removeprefix('jscredit.')}.json": schema_text(document) for document in DOCUMENTS}


def schema_text(document: type[Document]) -> str:
    """The schema of one kind of document as its file has it."""
    return json.dumps(document_schema(document), ensure_ascii=False, indent=1) + "\n"


def main(folder: Path) -> None:
    """Write all schemas into a folder."""
    for name, text in schema_files().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
