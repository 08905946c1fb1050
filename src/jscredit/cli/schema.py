"""`jscredit schema`: the JSON Schemas of the documents that are stored and loaded again."""

from typing import Annotated

from jscredit.cli.console import LangOption, Language, told, typer, write_json, write_text
from jscredit.errors import Fault, InvalidInput, Label
from jscredit.names import stored_documents
from jscredit.records.schema import document_schema

_NAMED = {document.schema_name.removeprefix("jscredit."): document for document in stored_documents()}


def schema(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="文档名 | the document's name")] = None,
    *,
    lang: LangOption = Language.ZH,
) -> None:
    """JSON Schema | the JSON Schema of a document; without a name, the names."""
    with told(lang.value):
        if name is None:
            write_text("\n".join(_NAMED))
        elif name in _NAMED:
            write_json(document_schema(_NAMED[name]))
        else:
            raise InvalidInput(_NO_SUCH_SCHEMA)


_NO_SUCH_SCHEMA = Fault(
    code="cli.schema",
    message=Label("没有这种文档", "there is no such document"),
    cure=Label(f"可用：{'、'.join(_NAMED)}", f"one of: {', '.join(_NAMED)}"),
)
