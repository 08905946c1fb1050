"""The checked-in JSON Schemas are those of the code, and say what the documents hold."""

import json
import runpy
import sys
from pathlib import Path

import pytest

from jscredit.records import CreditFile, CreditRecord, Kind
from jscredit.records.schema import DOCUMENTS, document_schema, main, schema_files

FOLDER = Path(__file__).parents[2] / "docs" / "schema"


def test_the_checked_in_schemas_are_up_to_date():
    # Those of the other packages are held to the code with the generated pages.
    checked_in = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.json")}
    own = schema_files()
    assert {name: checked_in[name] for name in own} == own, "run: python -m jscredit.records.schema docs/schema"


def test_they_are_written_into_a_folder(tmp_path, monkeypatch):
    main(tmp_path)
    written = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    assert written == schema_files()
    for path in tmp_path.iterdir():
        path.unlink()
    monkeypatch.setattr(sys, "argv", ["schema", str(tmp_path)])
    monkeypatch.delitem(sys.modules, "jscredit.records.schema")
    runpy.run_module("jscredit.records.schema", run_name="__main__")
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == written


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_schema_begins_with_the_head_and_refuses_unknown_fields(document):
    schema = document_schema(document)
    assert list(schema["properties"])[:3] == schema["required"][:3] == ["schema", "version", "form"]
    assert schema["additionalProperties"] is False
    assert schema["properties"]["schema"]["const"] == document.schema_name


def test_the_schemas_list_the_codes_and_the_fields():
    schema = document_schema(CreditRecord)
    assert schema["$defs"]["Kind"]["enum"] == [kind.value for kind in Kind]
    assert schema["properties"]["determined_on"]["anyOf"][0] == {"type": "string", "format": "date"}
    assert {"id", "subject", "kind"} <= set(schema["required"])
    changes = document_schema(CreditFile)["properties"]["changes"]["items"]["discriminator"]["mapping"]
    assert len(changes) == 10


def test_no_schema_tells_the_python_examples():
    assert all(">>>" not in text and json.loads(text) for text in schema_files().values())
