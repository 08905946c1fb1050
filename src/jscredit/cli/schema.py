"""`jscredit schema`: the JSON Schemas of the documents that are stored and loaded again."""

from collections.abc import Iterable
from typing import Annotated

from jscredit.cli.console import LangOption, Language, told, typer, write_json, write_text
from jscredit.errors import Fault, InvalidInput, Label
from jscredit.names import stored_documents
from jscredit.records import Document
from jscredit.records.schema import document_schema


def _named() -> dict[str, type[Document]]:
    return {document.schema_name.removeprefix("jscredit."): document for document in stored_documents()}


def schema(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="文档名 | the document's name")] = None,
    *,
    lang: LangOption = Language.ZH,
) -> None:
    """JSON Schema | the JSON Schema of a document; without a name, the names."""
    with told(lang.value):
        documents = _named()
        if name is None:
            write_text("\n".join(documents))
        elif name in documents:
            write_json(document_schema(documents[name]))
        else:
            raise InvalidInput(_no_such_schema(documents))


def _no_such_schema(names: Iterable[str]) -> Fault:
    known = tuple(names)
    return Fault(
        code="cli.schema",
        message=Label("没有这种文档", "there is no such document"),
        cure=Label(f"可用：{'、'.join(known)}", f"one of: {', '.join(known)}"),
    )
