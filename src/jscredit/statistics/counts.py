"""What every count of a report has: a body, numbers with their names, and how they stand in a table."""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, NamedTuple

from pydantic import Field
from pydantic.dataclasses import dataclass

from jscredit.errors import Label
from jscredit.records import Body, Value
from jscredit.records.identifiers import mask_numbers_in
from jscredit.records.value import STRICT

Count = Annotated[int, Field(strict=True, ge=0)]

NO_BODY = Label("（未载明单位）", "(no body named)")


class Figure(NamedTuple):
    """One number of a report as a row of a table.

    Attributes:
        section: the part of the report.
        body: whose number it is.
        of: what was counted apart within the body, such as a kind of record; empty where nothing was.
        what: what the number tells.
        number: the number.
    """

    section: Label
    body: Label
    of: Label
    what: Label
    number: int


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Counts(Value):
    """The numbers of one body in one part of a report. A subclass names the part and its numbers, in order.

    Attributes:
        body: the body; None for what names none.
    """

    section: ClassVar[Label]
    names: ClassVar[dict[str, Label]]

    body: Body | None = None

    @property
    def of(self) -> Label:
        """What is counted apart within the body."""
        return Label("", "")

    def figures(self) -> Iterator[Figure]:
        """The numbers as rows; the name of a body with a resident's number in it is masked."""
        whose = body_label(self.body)
        for field, what in self.names.items():
            yield Figure(self.section, whose, self.of, what, getattr(self, field))


def body_label(body: Body | None) -> Label:
    """The name of a body as it is shown."""
    if body is None:
        return NO_BODY
    shown = mask_numbers_in(body.name)
    return Label(shown, shown)


def joined(*labels: Label) -> Label:
    """Several names as one."""
    return Label("、".join(one.zh for one in labels), ", ".join(one.en for one in labels))


def tally(names: dict[str, Label], found: dict[str, Any]) -> dict[str, int]:
    """A number for each name, 0 where nothing was found."""
    return {name: found.get(name, 0) for name in names}
