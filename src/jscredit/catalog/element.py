"""Data elements: the content of an entry, each with the rules that its values follow (M8)."""

from pydantic.dataclasses import dataclass

from jscredit.catalog.vocabulary import RowSubject, Secrecy
from jscredit.records import SharingClass, Value
from jscredit.records.value import STRICT, Text


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ListedCode(Value):
    """One code of a code list.

    Attributes:
        code: the code as it is written.
        meaning: what it means, in words.
        stands_for: the value of a record that it is written for.
        subject: whom a row with this code is about, where the list tells that.
    """

    code: Text
    meaning: Text | None = None
    stands_for: Text | None = None
    subject: RowSubject | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class DataElement(Value):
    """One data element of an entry's content, with the rules that its values follow.

    Attributes:
        code: its column code; unique in the entry.
        name: its Chinese name.
        aliases: other headers under which it comes.
        type: how its values are written, one of ``ElementType``. Another word is found by the lint.
        max_length: the longest value, in characters.
        required: whether each row must have it; in a group, whether one of the group must be there.
        group: elements of one group stand for each other.
        required_for: rows about such a subject must have it.
        blank_for: rows about such a subject must not have it.
        may_be_absent: whether a sheet may lack the whole column though it is required.
        code_list: the name of the code list that its values come from.
        codes: the codes of that list.
        other_code: the code that may be followed by what it stands for (其他).
        other_specified: whether it must be.
        blank_code: the code that a blank value stands for.
        none_word: the word by which the format says that there is none.
        none_allowed: whether a required value may say so.
        not_before: the code of an element whose day is not after this one.
        not_after_report: whether its day is not after the day of the report.
        field: the field of a record that it fills, as ``flat_row`` names it; of ``subject_other_ids`` with a colon and
            the type of the number.
        sharing_class: its class where it is narrower than the entry's; None: the entry's.
        secrecy: what secret or private matter it holds (M4).
    """

    code: Text
    name: Text | None = None
    aliases: tuple[Text, ...] = ()
    type: Text = "text"
    max_length: int | None = None
    required: bool = False
    group: Text | None = None
    required_for: RowSubject | None = None
    blank_for: RowSubject | None = None
    may_be_absent: bool = False
    code_list: Text | None = None
    codes: tuple[ListedCode, ...] = ()
    other_code: Text | None = None
    other_specified: bool = False
    blank_code: Text | None = None
    none_word: Text | None = None
    none_allowed: bool = False
    not_before: Text | None = None
    not_after_report: bool = False
    field: Text | None = None
    sharing_class: SharingClass | None = None
    secrecy: tuple[Secrecy, ...] = ()

    @property
    def label(self) -> str:
        """What to call it: its name, else its code."""
        return self.name or self.code

    @property
    def needs_value(self) -> bool:
        """Whether each row must fill it, whomever it is about."""
        return self.required and self.group is None and self.blank_code is None
