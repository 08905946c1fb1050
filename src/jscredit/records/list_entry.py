"""An entry on a red or a black list (J4, M17)."""

from collections.abc import Iterator
from typing import ClassVar, Self

from pydantic import model_validator
from pydantic.dataclasses import dataclass

from jscredit.errors import Fault, Label
from jscredit.records.body import Body
from jscredit.records.conduct_table import conduct_row
from jscredit.records.conducts import BlacklistField, Conduct
from jscredit.records.documents import Document
from jscredit.records.subject import Subject
from jscredit.records.value import STRICT, Day, Text, refuse
from jscredit.records.vocabulary import ListingAct, ListingGround, ListSide, Severity


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ListEntry(Document):
    """One subject on one list. It is no record and is not classified (M17). ``None`` means *not known*.

    Attributes:
        id: its number, unique among the entries of a file.
        side: red or black.
        subject: who is listed.
        list_name: the list's name, such as that of the sector.
        determined_by: the body that determined the entry.
        determined_on: the day of the determination.
        valid_from: the first day on which it is valid.
        valid_until: the last one. Unknown: whether it is still valid is undetermined, and so is its publication (J20).
        ground: on what the listing rests (J4, first paragraph).
        act: which of the nine acts, where the ground is acts that reflect integrity.
        field: of a black-list entry, one of the seven (J4, third paragraph).
        conduct: of a black-list entry, what it is for.
        severity: of a black-list entry, as determined.

    Raises:
        pydantic.ValidationError: a field of another type; a validity that ends before it begins; a field that is not
            that of the conduct; a conduct, field or severity on a red list; an act beside another ground.

    >>> from jscredit.records import Subject, SubjectType
    >>> shop = Subject(type=SubjectType.LEGAL_PERSON, name="试例商贸有限公司")
    >>> ListEntry(id="B1", side=ListSide.BLACK, subject=shop, conduct=Conduct.BID_RIGGING).blacklist_field.value
    'market_and_social_order'
    """

    schema_name: ClassVar[str] = "jscredit.list-entry"

    id: Text
    side: ListSide
    subject: Subject
    list_name: Text | None = None
    determined_by: Body | None = None
    determined_on: Day | None = None
    valid_from: Day | None = None
    valid_until: Day | None = None
    ground: ListingGround | None = None
    act: ListingAct | None = None
    field: BlacklistField | None = None
    conduct: Conduct | None = None
    severity: Severity | None = None

    @property
    def blacklist_field(self) -> BlacklistField | None:
        """The field: as stated, else that of the conduct, else not known."""
        return self.field or (conduct_row(self.conduct).field if self.conduct else None)

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        refuse("ListEntry", self._faults())
        return self

    def _faults(self) -> Iterator[Fault]:
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            yield _ENDS_BEFORE_IT_BEGINS
        if self.side is ListSide.RED and (self.conduct or self.field or self.severity):
            yield _FAILURE_ON_RED_LIST
        if self.conduct and self.field not in {None, conduct_row(self.conduct).field}:
            yield _ANOTHER_FIELD
        if self.act and self.ground not in {None, ListingGround.ACTS_REFLECTING_INTEGRITY}:
            yield _ANOTHER_GROUND


_ENDS_BEFORE_IT_BEGINS = Fault(
    code="entry.ends-before-it-begins",
    message=Label("有效期届满日早于起始日", "its validity ends before it begins"),
    cure=Label("请核对两个日期", "check the two days"),
    field="valid_until",
    clause="J20",
)
_FAILURE_ON_RED_LIST = Fault(
    code="entry.failure-on-red-list",
    message=Label("红名单条目没有失信行为、领域或程度", "an entry of a red list has no failure, field or severity"),
    cure=Label("请核对名单类别", "check on which side the list is"),
    field="side",
    clause="J4b",
)
_ANOTHER_FIELD = Fault(
    code="entry.another-field",
    message=Label("该失信行为不属于此领域", "the conduct does not belong to this field"),
    cure=Label("请留空，领域由行为得出", "leave the field out; it follows from the conduct"),
    field="field",
    clause="J4c",
)
_ANOTHER_GROUND = Fault(
    code="entry.another-ground",
    message=Label("只有第二种依据才列明行为", "only the second ground names an act"),
    cure=Label("请核对认定依据", "check the ground"),
    field="act",
    clause="J4a",
)
