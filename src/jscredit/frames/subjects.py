"""Subjects in columns: what two are joined by, and what speaks against their being one, as ``records.match`` says."""

import operator
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from typing import NamedTuple

from jscredit.errors import Fault, InvalidInput, Label
from jscredit.frames.contract import read
from jscredit.frames.derived import DERIVED
from jscredit.frames.door import Lazy
from jscredit.frames.library import nw
from jscredit.records.identifiers import IdType

NUMBERS = ("subject_credit_code", "subject_organisation_code", "subject_resident_id", "subject_other_ids")
NAME = "subject_name"
PERMIT = IdType.HK_MACAO_TAIWAN_RESIDENCE_PERMIT.value
_OWN = ("credit", "organisation", "resident", "others", "name", "person")


class Side(NamedTuple):
    """The subjects of one frame: its rows, named by ``at``, with the columns that matching asks for.

    Attributes:
        at: the columns that name a row, under the prefix.
        frame: ``at`` and the columns of ``_OWN`` under a prefix.
        prefix: what their names begin with.
        has: which of the columns the frame states at all.
    """

    frame: Lazy
    prefix: str
    at: tuple[str, ...]
    has: frozenset[str]

    def col(self, name: str) -> nw.Expr:
        """One of its columns."""
        return nw.col(self.prefix + name)

    @property
    def has_organisation(self) -> nw.Expr:
        """Whether it has an organisation code, stated or inside its credit code."""
        return ~self.col("credit").is_null() | ~self.col("organisation").is_null()

    @property
    def has_one_key(self) -> bool:
        """Whether it states one kind of numbers alone, of which a subject has no more than one."""
        return len(self.has - {"name"}) == 1 and "others" not in self.has

    def keys(self) -> Lazy:
        """One row for each number by which a subject is known, in ``key``, beside its columns."""
        numbers = list(self._keys())
        return nw.concat(numbers, how="vertical") if len(numbers) > 1 else numbers[0]

    def _keys(self) -> Iterator[Lazy]:
        frame = self.frame
        if "credit" in self.has or self.has <= {"name"}:
            inside = self.col("credit").str.slice(8, 9)
            yield frame.with_columns(key=inside).filter(~nw.col("key").is_null())
        if "organisation" in self.has:
            yield frame.with_columns(key=self.col("organisation")).filter(~nw.col("key").is_null())
        if "resident" in self.has:
            yield frame.with_columns(key=_short(self.col("resident"))).filter(~nw.col("key").is_null())
        if "others" in self.has:
            listed = frame.with_columns(key=self.col("others").str.split(",")).filter(~nw.col("key").is_null())
            yield listed.explode("key").filter(nw.col("key") != "")


def side_of(frame: Lazy, at: Sequence[str], also: Sequence[str], prefix: str) -> Side:
    """The subjects of a frame, with other columns of it beside them.

    Raises:
        InvalidInput: ``frames.subject-columns``: it states neither a number nor a name; ``frames.column-type``.
    """
    schema = dict(frame.collect_schema())
    stated = [name for name in (*NUMBERS, NAME) if name in schema]
    if not stated:
        raise InvalidInput(_NO_SUBJECTS)
    needed = (*NUMBERS, NAME, "subject_type", *(["subject_form"] if "subject_form" in schema else []))
    values = read(schema, needed, not_known="absent")
    given = {name: told for name, told in values.items() if name in schema or name == "subject_type"}
    person = nw.col("natural_person") if "natural_person" in schema else DERIVED["natural_person"].told(given)
    own = (*(values[name] for name in (*NUMBERS, NAME)), person)
    columns = (told.alias(prefix + name) for name, told in zip(_OWN, own, strict=True))
    kept = (nw.col(name).alias(prefix + name) for name in (*at, *also))
    has = frozenset(name for name, column in zip(_OWN, (*NUMBERS, NAME), strict=False) if column in schema)
    return Side(frame.select(*kept, *columns), prefix, tuple(prefix + name for name in at), has)


def against(one: Side, other: Side, shared: Mapping[str, nw.Expr]) -> nw.Expr:
    """What speaks against two being one: their nature; a lifelong number of one kind, of which each has another.

    ``shared`` tells which kinds of numbers they share; a kind that it does not name is not shared.
    """
    ours, theirs = one.col("person"), other.col("person")
    nature = (ours != theirs) & ~ours.is_null() & ~theirs.is_null()
    both = {
        "credit": _both(one.col("credit"), other.col("credit")),
        "organisation": one.has_organisation & other.has_organisation,
        "resident": _both(one.col("resident"), other.col("resident")),
        "permit": _permits(one.col("others")) & _permits(other.col("others")),
    }
    apart = (two & ~shared[kind] if kind in shared else two for kind, two in both.items())
    return reduce(operator.or_, apart, nature)


def _both(one: nw.Expr, other: nw.Expr) -> nw.Expr:
    return ~one.is_null() & ~other.is_null()


def _permits(others: nw.Expr) -> nw.Expr:
    return ~others.is_null() & others.str.contains(f"{PERMIT}:", literal=True)


def _short(number: nw.Expr) -> nw.Expr:
    """What the two forms of a resident's number share: fifteen digits for births of 19xx, else all eighteen."""
    is_new = (number.str.len_chars() == 18) & (number.str.slice(6, 2) == "19")  # noqa: PLR2004
    return nw.when(is_new).then(nw.concat_str(number.str.slice(0, 6), number.str.slice(8, 9))).otherwise(number)


_NO_SUBJECTS = Fault(
    code="frames.subject-columns",
    message=Label("没有主体的号码或名称列", "no column states a number or a name of the subject"),
    cure=Label(f"请给出其中之一：{'、'.join((*NUMBERS, NAME))}", f"give one of: {', '.join((*NUMBERS, NAME))}"),
    field="frame",
)
