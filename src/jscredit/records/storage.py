"""The one way to write real personal numbers: a token in pydantic's serialisation context.

Whatever a framework writes by itself (``model_dump``, ``serialize``, ``TypeAdapter.dump_json``) is the masked form.
Only the storage documents of the library pass the token. It has to be passed on purpose; it is not a secret.
"""

from typing import Any, Protocol

_KEY = "jscredit.form"
_TOKEN = object()


class _HasContext(Protocol):
    @property
    def context(self) -> Any: ...


def storage_context() -> dict[str, object]:
    """The serialisation context under which identifiers and names of persons are written as they are.

    >>> from pydantic import TypeAdapter
    >>> from jscredit.records import ResidentId
    >>> number, adapter = ResidentId("329901199003070012"), TypeAdapter(ResidentId)
    >>> adapter.dump_python(number)
    '32****************'
    >>> adapter.dump_python(number, context=storage_context())
    '329901199003070012'
    """
    return {_KEY: _TOKEN}


def is_storage(info: _HasContext) -> bool:
    """Whether a serialiser was called under ``storage_context()``; give it pydantic's serialisation info."""
    return isinstance(info.context, dict) and info.context.get(_KEY) is _TOKEN
