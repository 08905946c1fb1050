"""What becomes of the rows of sheets: files, and what a person has to decide or to know."""

from typing import ClassVar

from pydantic.dataclasses import dataclass

from jscredit.records import CreditFile
from jscredit.records.documents import Document
from jscredit.records.value import STRICT, Text, Value


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False, order=True)
class Place(Value):
    """Where a row stands: which of the sheets, from 1, and its number in it."""

    sheet: int
    row: int


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class PossibleMatch(Value):
    """Files that may be of one subject: a person decides.

    Attributes:
        files: their places in ``FileSet.files``, from 0.
        by_name: whether only the name tells so; else numbers do, and others speak against it.
    """

    files: tuple[int, ...]
    by_name: bool


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class RepeatedDocument(Value):
    """A document number that stands more than once in one sheet.

    Attributes:
        document_number: the number.
        places: the rows.
        same_subject: whether some of them are about one subject: then one is probably too many.
    """

    document_number: Text
    places: tuple[Place, ...]
    same_subject: bool


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class KeptOnce(Value):
    """A record that came on several routes and is kept once (M16)."""

    document_number: Text
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class DifferingCopies(Value):
    """Copies of one document about one subject that differ: all are kept until a person decides (M16).

    Attributes:
        document_number: the number.
        places: the rows.
        fields: what differs, by the names of the record's fields, and ``status``.
    """

    document_number: Text
    places: tuple[Place, ...]
    fields: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class FileSet(Document):
    """The files of all subjects of some sheets.

    Attributes:
        files: one for each subject, in the order of the rows.
        possible: files that may be of one subject.
        repeated: document numbers that stand more than once in a sheet.
        kept_once: records that came on several routes.
        differing: copies that differ between the routes.
    """

    schema_name: ClassVar[str] = "jscredit.file-set"

    files: tuple[CreditFile, ...]
    possible: tuple[PossibleMatch, ...]
    repeated: tuple[RepeatedDocument, ...]
    kept_once: tuple[KeptOnce, ...]
    differing: tuple[DifferingCopies, ...]
