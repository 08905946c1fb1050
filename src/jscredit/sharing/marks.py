"""What bars records of a file from being made public: given by their ids, of which each has to be one of the file."""

from collections.abc import Mapping

from jscredit.errors import Fault, InvalidInput, Label
from jscredit.records import CreditFile
from jscredit.sharing.vocabulary import OpennessException

Marks = Mapping[str, tuple[OpennessException, ...]]


def marks_of(file: CreditFile, exceptions: Marks | None) -> Marks:
    """The marks by the ids of records. A mark on an id that the file lacks would protect nothing, in silence.

    Raises:
        InvalidInput: ``exceptions.unknown-record``.

    >>> from jscredit.records import Subject
    >>> marks_of(CreditFile(Subject(name="某店")), None)
    {}
    """
    given = exceptions or {}
    if set(given) - {state.record.id for state in file.records}:
        raise InvalidInput(_UNKNOWN)
    return given


_UNKNOWN = Fault(
    code="exceptions.unknown-record",
    message=Label("标注不予公开的记录不在档案中", "a record that is marked as not public is not in the file"),
    cure=Label("请核对记录编号", "check the ids of the records"),
    field="exceptions",
    clause="M4",
)
