"""What all identifiers share: immutable, equal by their normalised text, masked wherever they are shown."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, Self

from jscredit.errors import InvalidInput, Label, pydantic_fault
from jscredit.records.identifiers.faults import identifier_fault
from jscredit.records.identifiers.masking import is_masked
from jscredit.records.identifiers.text import normalise
from jscredit.records.storage import is_storage

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema, core_schema


class Identifier(ABC):
    """A code or number of a subject or a body, in its normalised form.

    Made only from a text that fits its standard. ``str``, ``repr``, ``format`` and whatever a framework writes show
    ``shown``; ``reveal()`` and the storage documents give the real text. So does ``pickle``: a pickle is storage, keep
    it as you keep the numbers themselves.
    """

    __slots__ = ("_text",)

    _text: str

    def reveal(self) -> str:
        """The real text. What you do with it is yours to answer for."""
        return self._text

    @property
    @abstractmethod
    def shown(self) -> str:
        """The text as it may be shown: masked where it is personal."""

    def __str__(self) -> str:
        return self.shown

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.shown!r})"

    def __format__(self, spec: str) -> str:
        return format(self.shown, spec)

    def __eq__(self, other: object) -> bool:
        return self._text == other._text if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash((type(self), self._text))

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _memo: dict[int, Any]) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._text,)

    def __setattr__(self, name: str, _value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__}.{name} cannot be changed")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__}.{name} cannot be changed")


class SingleText(Identifier):
    """An identifier that is one text of one standard."""

    __slots__ = ()

    standard: ClassVar[Label]
    lengths: ClassVar[Label]

    def __init__(self, text: str) -> None:
        object.__setattr__(self, "_text", self._read(text))

    @classmethod
    @abstractmethod
    def _problem(cls, text: str) -> str | None:
        """What is wrong with a normalised text, or None."""

    @classmethod
    def _read(cls, text: object) -> str:
        normal, problem = checked_text(text, cls._problem)
        if problem:
            raise InvalidInput(identifier_fault(problem, cls.standard, length=cls.lengths))
        return normal

    @classmethod
    def is_valid(cls, text: object) -> bool:
        """Whether this is such an identifier; never raises."""
        return checked_text(text, cls._problem)[1] is None

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import core_schema

        return identifier_schema(
            lambda given: given if isinstance(given, cls) else cls(given),
            lambda value, info: value.reveal() if is_storage(info) else value.shown,
            core_schema.str_schema(),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: Any, _handler: Any) -> dict[str, Any]:
        return {"type": "string", "title": cls.__name__, "description": str(cls.standard)}


def checked_text(text: object, problem_of: Callable[[str], str | None]) -> tuple[str, str | None]:
    """The normalised text and the first thing that is wrong with it."""
    if not isinstance(text, str):
        return "", "type"
    normal = normalise(text)
    if is_masked(normal):
        return "", "masked"
    if len(normal) > 1 and len(set(normal)) == 1:
        return "", "placeholder"
    return normal, problem_of(normal)


class _Unseen:
    """What was given, carried past pydantic's errors: they show their input, and this shows nothing."""

    __slots__ = ("given",)

    def __init__(self, given: object) -> None:
        self.given = given

    def __repr__(self) -> str:
        return "(hidden)"


def identifier_schema(
    read: Callable[[Any], Any],
    write: Callable[[Any, Any], Any],
    written: "core_schema.CoreSchema",
) -> "CoreSchema":
    """The schema that reads with ``read`` and writes with ``write``; no pydantic error ever holds what was given.

    The chain's second step sees only the ``_Unseen`` carrier, so that is what an error reports as its input, also
    inside a model of somebody else that does not hide its inputs.
    """
    from pydantic_core import core_schema

    def read_unseen(carrier: _Unseen) -> Any:
        try:
            return read(carrier.given)
        except InvalidInput as error:
            fault = error.faults[0]
        raise pydantic_fault(fault)

    return core_schema.chain_schema(
        [
            core_schema.no_info_plain_validator_function(_Unseen),
            core_schema.no_info_plain_validator_function(read_unseen),
        ],
        serialization=core_schema.plain_serializer_function_ser_schema(write, info_arg=True, return_schema=written),
    )
