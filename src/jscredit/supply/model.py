"""What became of many deliveries: the records that are kept, what was merged, what speaks against what."""

from typing import ClassVar

from pydantic.dataclasses import dataclass

from jscredit.errors import Label, Lang
from jscredit.records import CreditRecord, Document, Value
from jscredit.records.telling import told_html
from jscredit.records.value import STRICT, Text
from jscredit.supply.vocabulary import ContradictionKind, MergeReason


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Filled(Value):
    """A field that the first copy left open and another one tells.

    Attributes:
        field: the field of the record.
        place: the place of the delivery that tells it, from 0.
    """

    field: Text
    place: int


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class KeptRecord(Value):
    """A record that is kept, and the deliveries that it stands for.

    Attributes:
        record: as the first of them tells it, with what only others tell; its id is unique within its subject's file.
        subject: the place of its subject among the subjects of all deliveries, from 0: records of one are of one file.
        places: the deliveries, by their places from 0.
        reason: why they are one record; None where there is one only.
        filled: what only the later ones tell.
        local_extra: whether it is one that local departments add to the provincial push (M16, third paragraph); None
            where the level of a department is not known.
        by_analogy: whether only social organisations delivered it (M41); None where the type of one is not known.
    """

    record: CreditRecord
    subject: int
    places: tuple[int, ...]
    reason: MergeReason | None = None
    filled: tuple[Filled, ...] = ()
    local_extra: bool | None = None
    by_analogy: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Contradiction(Value):
    """Deliveries of one document about one subject that tell different things: all are kept, a person decides.

    Attributes:
        kind: in what they differ.
        places: the deliveries, by their places from 0.
        fields: what differs, by the names of the record's fields, and ``subject_name``.
    """

    kind: ContradictionKind
    places: tuple[int, ...]
    fields: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class PossibleCopies(Value):
    """Deliveries of one kind, number and day whose subjects may be one: a person decides.

    Attributes:
        places: the deliveries, by their places from 0.
        by_name: whether only the name says so; else numbers do, and others speak against it.
    """

    places: tuple[int, ...]
    by_name: bool


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Deduplication(Document):
    """Every delivery stands in ``places`` of exactly one record that is kept.

    Attributes:
        kept: the records, in the order of their first deliveries.
        contradictions: copies that tell different things.
        possible: deliveries that may be copies.
    """

    schema_name: ClassVar[str] = "jscredit.deduplication"

    kept: tuple[KeptRecord, ...]
    contradictions: tuple[Contradiction, ...]
    possible: tuple[PossibleCopies, ...]

    @property
    def merged(self) -> tuple[KeptRecord, ...]:
        """The kept records that stand for several deliveries."""
        return tuple(each for each in self.kept if len(each.places) > 1)

    @property
    def duplicates(self) -> int:
        """How many deliveries told nothing that had not been delivered already."""
        return sum(len(each.places) - 1 for each in self.kept)

    def explain(self, lang: Lang = "zh") -> str:
        """The report as text: what was merged and why, what was filled in, what contradicts, what may be one."""
        said = [_COUNT.filled(kept=len(self.kept), given=sum(len(each.places) for each in self.kept))]
        for each in self.merged:
            fields = "、".join(one.field for one in each.filled) or "-"
            reason = each.reason.label if each.reason is not None else Label("", "")
            said.append(_MERGED.filled(places=_told(each.places), zh=reason.zh, en=reason.en, fields=fields))
        for one in self.contradictions:
            names = {"zh": one.kind.label.zh, "en": one.kind.label.en}
            said.append(_AGAINST.filled(places=_told(one.places), fields=", ".join(one.fields), **names))
        said += [_POSSIBLE.filled(places=_told(maybe.places)) for maybe in self.possible]
        return "\n".join(label.text(lang) for label in said)

    def _repr_html_(self) -> str:
        return told_html(self.explain)


def _told(places: tuple[int, ...]) -> str:
    return ", ".join(str(place) for place in places)


_COUNT = Label("报送{given}条，保留{kept}条", "delivered: {given}, kept: {kept}")
_MERGED = Label("合并 {places}：{zh}；补入 {fields}", "merged {places}: {en}; filled in: {fields}")
_AGAINST = Label(
    "矛盾 {places}：{zh}（{fields}）；全部保留，由人工判断",
    "contradiction {places}: {en} ({fields}); all kept, a person decides",
)
_POSSIBLE = Label(
    "可能重复 {places}：主体是否相同由人工判断",
    "perhaps copies {places}: a person decides whether the subject is the same",
)
