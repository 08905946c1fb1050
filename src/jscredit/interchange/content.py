"""What the cells of one row say, in one form for every dialect: the way back from a record to its sheet."""

from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

from pydantic_core import CoreSchema, core_schema

from jscredit.records.storage import is_storage


class Content(Mapping[str, str]):
    """The texts of a row by the roles of their columns. They may hold personal numbers, so none is ever shown.

    ``repr`` tells how many there are, public JSON holds none of them, the storage form all.

    >>> Content({"subject_name": "张三"})
    Content(1)
    """

    __slots__ = ("_texts",)
    _texts: dict[str, str]

    def __init__(self, texts: Mapping[str, str]) -> None:
        object.__setattr__(self, "_texts", dict(texts))

    def __getitem__(self, role: str) -> str:
        return self._texts[role]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def __eq__(self, other: object) -> bool:
        return self._texts == other._texts if isinstance(other, Content) else NotImplemented

    def __hash__(self) -> int:
        return hash(frozenset(self._texts.items()))

    def __repr__(self) -> str:
        return f"Content({len(self)})"

    def __setattr__(self, name: str, _value: object) -> NoReturn:
        raise AttributeError(f"Content.{name} cannot be changed")

    def __reduce__(self) -> tuple[Any, ...]:
        return Content, (self._texts,)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> CoreSchema:
        texts = core_schema.dict_schema(core_schema.str_schema(strict=True), core_schema.str_schema(strict=True))
        return core_schema.json_or_python_schema(
            core_schema.no_info_after_validator_function(cls, texts),
            core_schema.is_instance_schema(cls),
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda content, info: dict(content._texts) if is_storage(info) else {},  # noqa: SLF001 - its own
                info_arg=True,
                return_schema=core_schema.dict_schema(),
            ),
        )
