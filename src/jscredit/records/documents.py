"""Our JSON: two named forms and no neutral one.

The storage form holds what is real, loads back and gives an equal value. The public form is masked and never loads.
What a framework writes by itself is masked too.
"""

import json
from functools import cache
from typing import Any, ClassVar, NoReturn, Self, cast

from pydantic import TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from jscredit.errors import Fault, InvalidInput, Label, safe
from jscredit.records.storage import storage_context
from jscredit.records.value import STRICT, Value

STORAGE, PUBLIC = "storage", "public"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Document(Value):
    """A value that is also a JSON document, which begins with its schema's name, version and form."""

    schema_name: ClassVar[str]
    schema_version: ClassVar[int] = 1

    def to_storage_json(self) -> str:
        """The real content, personal numbers too, for your own store; ``from_storage_json`` gives an equal value."""
        return self._json(STORAGE, storage_context())

    def to_public_json(self) -> str:
        """The masked content, to show or publish; it can never be loaded."""
        return self._json(PUBLIC, None)

    @classmethod
    def from_storage_json(cls, text: str | bytes) -> Self:
        """The value that a storage document holds.

        Raises:
            InvalidInput: ``document.`` and one of unreadable, schema, version, public, form; or the codes of the
                fields, all at once. No error tells what was given.
        """
        return cls._from_storage(text)

    @classmethod
    def _from_storage(cls, text: str | bytes, context: dict[str, Any] | None = None) -> Self:
        content = stored_content(text, cls)
        try:
            value: Self = adapter(cls).validate_json(json.dumps(content), context=context)
        except ValidationError as error:
            raise safe(error) from None
        return value

    def _json(self, form: str, context: dict[str, object] | None) -> str:
        head = {"schema": self.schema_name, "version": self.schema_version, "form": form}
        content = adapter(type(self)).dump_python(self, mode="json", exclude_none=True, context=context)
        return json.dumps(head | content, ensure_ascii=False)


def stored_content(text: str | bytes, document: type[Document]) -> dict[str, Any]:
    """The fields of a storage document, not yet judged.

    Raises:
        InvalidInput: ``document.`` and one of unreadable, schema, version, public, form.
    """
    return _content(_read(text), document.schema_name, document.schema_version)


def adapter(document: type[Document]) -> TypeAdapter[Any]:
    """Pydantic's reader and writer of a class, made once."""
    return _adapter(cast("Any", document))


@cache
def _adapter(document: Any) -> TypeAdapter[Any]:
    return TypeAdapter(document)


def _read(text: object) -> dict[str, Any]:
    try:
        given = text.decode("utf-8") if isinstance(text, bytes) else text
        read = json.loads(given, object_pairs_hook=_object) if isinstance(given, str) else None
    except (ValueError, RecursionError):
        read = None
    if not isinstance(read, dict):
        _fail("unreadable", Label("不是可读的 JSON 对象", "not a JSON object that can be read"))
    return read


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError
    return found


def _content(read: dict[str, Any], schema: str, version: int) -> dict[str, Any]:
    if read.get("schema") != schema:
        _fail("schema", Label(f"不是 {schema} 文档", f"not a document of {schema}"))
    if type(read.get("version")) is not int or read["version"] != version:
        _fail("version", Label(f"版本须为{version}", f"the version must be {version}"))
    if read.get("form") == PUBLIC:
        _fail("public", Label("公开文档经遮蔽，不能载入", "a public document is masked and cannot be loaded"))
    if read.get("form") != STORAGE:
        _fail("form", Label("form 须为 storage", "the form must be storage"))
    return {name: value for name, value in read.items() if name not in {"schema", "version", "form"}}


def _fail(code: str, message: Label) -> NoReturn:
    cure = Label("请使用 to_storage_json() 写出的文本", "use a text that to_storage_json() wrote")
    raise InvalidInput(Fault(code=f"document.{code}", message=message, cure=cure)) from None
