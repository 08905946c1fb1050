"""The measure list (J16): what each measure is, who started it, to whom it applies, on what basis; and the list."""

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, ClassVar, Self

from pydantic import Field, field_validator, model_validator
from pydantic.dataclasses import dataclass

from jscredit.errors import Fault, Label, Lang, pydantic_fault
from jscredit.law import Citation
from jscredit.measures.issuer import issuer_faults
from jscredit.measures.rules import PLACES, Shape, rule_of
from jscredit.measures.vocabulary import Force, Implementer, MeasureKind, MeasureObject, MeasureSide, Need
from jscredit.records import Body, Document, Matter, Value, mask_numbers_in
from jscredit.records.value import STRICT, Day, NormRank, Text, refuse
from jscredit.rules import Rule


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Wording(Value):
    """A text of a list: in Chinese, and in English where somebody gave that.

    >>> Wording(zh="限制贷款").text("en")
    '限制贷款'
    """

    zh: Text
    en: Text | None = None

    def text(self, lang: Lang = "zh") -> str:
        """The text in one language; the Chinese where there is no other."""
        return self.en if lang == "en" and self.en else self.zh


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Measure(Value):
    """One measure of a list (J16). The first five are what the list has to state.

    Attributes:
        initiator: the department that starts it, by determining red or black lists.
        sharing: how the information about whom it concerns reaches those who apply it.
        objects: to whom it applies.
        name: the measure itself.
        basis: on what norm it rests; ``basis_rank`` is that norm's rank.
        id: its number, unique in the list.
        side, kind, force: incentive or restraint; of which of the four kinds; how binding.
        implementers: the kinds of bodies that apply it (J21); none: the text names none.
        needs: what has to be so for it.
        matters: the matters in which it is applied; none: it is bound to none.
        grade: of a measure of associations (J14), its place from the mildest, 1, to the gravest.
        place: the clause that names it, by its id in the ledger; J16 for one that the list itself adds.

    Raises:
        pydantic.ValidationError: what is required is missing or blank, a code is not listed, ``measure.objects``.
    """

    id: Text
    initiator: Wording
    sharing: Wording
    objects: tuple[MeasureObject, ...]
    name: Wording
    basis: Wording
    side: MeasureSide
    kind: MeasureKind
    force: Force
    basis_rank: NormRank | None = None
    implementers: tuple[Implementer, ...] = ()
    needs: tuple[Need, ...] = ()
    matters: tuple[Matter, ...] = ()
    grade: Annotated[int, Field(ge=1, le=5)] | None = None
    place: Text = "J16"

    @field_validator("objects")
    @classmethod
    def _has_objects(cls, objects: tuple[MeasureObject, ...]) -> tuple[MeasureObject, ...]:
        if not objects:
            raise pydantic_fault(_NO_OBJECTS)
        return objects

    @field_validator("place")
    @classmethod
    def _is_a_place(cls, place: str) -> str:
        if place not in PLACES:
            raise pydantic_fault(_NO_PLACE)
        return place

    @property
    def citation(self) -> Citation:
        """The clause that names it."""
        return PLACES[self.place]

    @property
    def rule(self) -> Rule:
        """Whether it applies, as a rule. Measures that need the same share one."""
        return rule_of(Shape(self.place, self.side, self.objects, self.needs, self.implementers))

    @property
    def is_of_persons_behind(self) -> bool:
        """Whether it can reach persons who answer for the subject (J11, M29)."""
        return any(one.is_behind_a_subject for one in self.objects)

    def is_for(self, matter: Matter) -> bool:
        """Whether it is applied in a matter; one that is bound to none is applied in each."""
        return not self.matters or matter in self.matters


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class MeasureList(Document):
    """A list of measures (J16).

    Attributes:
        title: its name.
        edition: which version it is.
        issuer: who compiled it: the provincial credit authority. None: it is no issued list, and only what the
            three instruments name themselves (``default_measures``).
        published_on: the day from which it is public.
        measures: what stands on it.
        replaced: the measures that a higher norm set otherwise, with that norm (``with_override``).

    Raises:
        pydantic.ValidationError: a field of another type; ``measures.`` and one of empty, twice, issuer, missing.
    """

    schema_name: ClassVar[str] = "jscredit.measure-list"

    title: Wording
    edition: Text
    issuer: Body | None = None
    published_on: Day | None = None
    measures: tuple[Measure, ...]
    replaced: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _is_a_list(self) -> Self:
        refuse("MeasureList", (*issuer_faults(self.issuer), *list_faults([one.id for one in self.measures])))
        return self

    @property
    def is_issued(self) -> bool:
        """Whether somebody issued it, as J16 asks."""
        return self.issuer is not None

    def find(self, measure_id: str) -> Measure | None:
        """The measure of this id; None where the list has none."""
        return next((one for one in self.measures if one.id == measure_id), None)

    def of_side(self, side: MeasureSide) -> tuple[Measure, ...]:
        """Its incentives, or its restraints."""
        return tuple(one for one in self.measures if one.side is side)

    def explain(self, lang: Lang = "zh") -> str:
        """The list as text, a measure a line."""
        head = f"{self.title.text(lang)} ({self.edition})"
        return mask_numbers_in("\n".join((head, *(measure_line(one, lang) for one in self.measures))))


def measure_line(measure: Measure, lang: Lang) -> str:
    """A measure as one line: what, with what force, to whom, by whom, on what basis."""
    comma = "、" if lang == "zh" else ", "
    objects = comma.join(one.label.text(lang) for one in measure.objects)
    by = comma.join(one.label.text(lang) for one in measure.implementers)
    parts = (measure.force.label.text(lang), objects, by, measure.basis.text(lang))
    stop = "；" if lang == "zh" else "; "
    line = f"{measure.name.text(lang)} [{measure.id}]{stop}{stop.join(part for part in parts if part)}"
    return mask_numbers_in(line)


def list_faults(ids: list[str]) -> Iterator[Fault]:
    """What is wrong with a list as a whole."""
    if not ids:
        yield _EMPTY
    if any(n > 1 for n in Counter(ids).values()):
        yield _TWICE


_NO_OBJECTS = Fault(
    code="measure.objects",
    message=Label("未列明实施对象", "the objects are not stated"),
    cure=Label("请列明至少一类对象", "state at least one kind of object"),
    field="objects",
    clause="J16",
)
_NO_PLACE = Fault(
    code="measure.place",
    message=Label("所引条款不载明联合奖惩措施", "the clause named does not set measures"),
    cure=Label(f"可用：{'、'.join(PLACES)}", f"one of: {', '.join(PLACES)}"),
    field="place",
    clause="J16",
)
_EMPTY = Fault(
    code="measures.empty",
    message=Label("清单没有任何措施", "the list has no measure"),
    cure=Label("请列出措施", "state the measures"),
    field="measures",
    clause="J16",
)
_TWICE = Fault(
    code="measures.twice",
    message=Label("清单中有编号重复的措施", "an id stands more than once in the list"),
    cure=Label("每项措施使用各自的编号", "give each measure an id of its own"),
    field="measures",
    clause="J16",
)
