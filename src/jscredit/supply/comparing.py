"""What two copies of one record are compared by: all that a record tells, but its id and its subject."""

import dataclasses
from collections.abc import Sequence

from jscredit.records import CreditRecord

COMPARED = tuple(field.name for field in dataclasses.fields(CreditRecord) if field.name not in {"id", "subject"})
"""The names of the fields that are compared."""


def content_of(record: CreditRecord) -> tuple[object, ...]:
    """The compared fields of a record, in order.

    >>> from jscredit.records import Kind, Subject
    >>> one, other = (CreditRecord(id=n, subject=Subject(name="某店"), kind=Kind.PENALTY) for n in "12")
    >>> content_of(one) == content_of(other)
    True
    """
    return tuple(getattr(record, name) for name in COMPARED)


def differing(names: Sequence[str], copies: Sequence[Sequence[object]]) -> tuple[str, ...]:
    """The names of the places where copies are not all the same.

    >>> differing(("a", "b"), [(1, 2), (1, 3)])
    ('b',)
    """
    return tuple(name for name, values in zip(names, zip(*copies, strict=True), strict=True) if len(set(values)) > 1)
