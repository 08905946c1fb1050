"""The catalogue of public credit information and its entries (M8, M19), as typed values."""

from datetime import date
from typing import Any, ClassVar, Self

from pydantic import model_validator
from pydantic.dataclasses import dataclass

from jscredit.catalog.element import DataElement
from jscredit.catalog.periods import CataloguePeriod, UpdateCycle
from jscredit.catalog.vocabulary import CatalogueAttribute, Secrecy, UserType
from jscredit.deadlines import as_day
from jscredit.errors import Fault, Label
from jscredit.procedure import PeriodOfUse
from jscredit.records import Body, Category, Document, Kind, Level, RegionCode, SharingClass, SubjectType, Value
from jscredit.records.value import STRICT, Day, NormRank, Text, refuse


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Norm(Value):
    """A norm that is cited: where it is found, and its rank."""

    citation: Text
    rank: NormRank


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ScopeOfUse(Value):
    """Who may use an entry, and for what (M8, M20, M22).

    Attributes:
        users: the types of users that it is for. A social institution is only where it is named.
        named_users: the users that it names.
        purposes: for what; empty: not limited.
    """

    users: tuple[UserType, ...] = ()
    named_users: tuple[Text, ...] = ()
    purposes: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class StatedValidity(Value):
    """The validity that an entry states for failures, where it does (M30).

    Attributes:
        general, rather_serious, serious: the period by severity; None: as the law has it.
        norm: the law, regulation or rule by which it departs from the article.
    """

    general: PeriodOfUse | None = None
    rather_serious: PeriodOfUse | None = None
    serious: PeriodOfUse | None = None
    norm: Norm | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class CatalogueEntry(Value):
    """One entry: what is collected, from whom, in which form, how long, and who may use it (M8, M19).

    All but its code and its name may still be missing: a draft is a catalogue too. ``lint_catalogue`` names what is.

    Attributes:
        code: its number; unique in the catalogue.
        name: its name in both languages.
        subject_types: whom it is about (M2).
        kinds: the kinds of records that it holds (M10 to M13).
        category: its class (M9).
        provider: the body that supplies it.
        any_provider: whether every provider's records are meant; then none is named.
        levels: the levels whose departments supply it.
        elements: its content.
        sharing_classes: its class of use (M19): exactly one, once it is right.
        scope_of_use: who may use it, and for what.
        update_cycle: how often it is supplied anew.
        data_source: from which work or system it comes.
        format: the format; for the sheets of ``jscredit.interchange`` the name of the dialect.
        period_of_use: how long it is used, from the determination.
        retention_period: how long it is kept.
        validity: what it states on the validity of failures (M30).
        secrecy: what secret or private matter it holds (M4).
    """

    code: Text
    name: Text
    name_en: Text | None = None
    subject_types: tuple[SubjectType, ...] = ()
    kinds: tuple[Kind, ...] = ()
    category: Category | None = None
    provider: Body | None = None
    any_provider: bool = False
    levels: tuple[Level, ...] = ()
    elements: tuple[DataElement, ...] = ()
    sharing_classes: tuple[SharingClass, ...] = ()
    scope_of_use: ScopeOfUse | None = None
    update_cycle: UpdateCycle | None = None
    data_source: Text | None = None
    format: Text | None = None
    period_of_use: CataloguePeriod | None = None
    retention_period: CataloguePeriod | None = None
    validity: StatedValidity | None = None
    secrecy: tuple[Secrecy, ...] = ()

    @property
    def label(self) -> Label:
        """Its name in both languages; the Chinese one twice where there is no other."""
        return Label(self.name, self.name_en or self.name)

    @property
    def sharing_class(self) -> SharingClass | None:
        """The one class of use; None where it has none or several: then it is not told, and never public (M19).

        >>> CatalogueEntry(code="1", name="甲", sharing_classes=(SharingClass.PUBLIC,)).sharing_class.value
        'public'
        """
        return self.sharing_classes[0] if len(set(self.sharing_classes)) == 1 else None

    def class_of(self, element: DataElement) -> SharingClass | None:
        """The class of use of one of its elements: its own, else the entry's; public only where the entry is (M19)."""
        own = element.sharing_class
        return self.sharing_class if own in {None, SharingClass.PUBLIC} else own

    def attribute(self, attribute: CatalogueAttribute) -> Any:
        """One of the seven attributes; None, or an empty tuple, where it is missing."""
        return self.elements if attribute is CatalogueAttribute.CONTENT else getattr(self, attribute.value)

    def element(self, code: str) -> DataElement | None:
        """The element of a code; None where there is none."""
        return next((element for element in self.elements if element.code == code), None)


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Catalogue(Document):
    """A catalogue of a level, in one version (M8).

    Attributes:
        id: its number; its versions share it.
        edition: which version it is.
        title: its name.
        level: the level whose credit authority compiled it: province, city or county (M6).
        region: the six digits of its region.
        entries: its entries.
        in_force_from: the first day on which it is in force; None: not published.
        in_force_through: the last one; None: no end is known.

    Raises:
        pydantic.ValidationError: a field of another type, ``catalogue.level``, ``catalogue.in-force``.

    >>> draft = Catalogue(id="c", edition="1", title="虚构市目录", level=Level.CITY)
    >>> draft.in_force_on(date(2020, 1, 1))
    False
    """

    schema_name: ClassVar[str] = "jscredit.catalogue"

    id: Text
    edition: Text
    title: Text
    level: Level
    region: RegionCode | None = None
    entries: tuple[CatalogueEntry, ...] = ()
    in_force_from: Day | None = None
    in_force_through: Day | None = None

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        wrong = []
        if self.level not in _LEVELS:
            wrong.append(_LEVEL)
        if self.in_force_through and (not self.in_force_from or self.in_force_through < self.in_force_from):
            wrong.append(_IN_FORCE)
        refuse("Catalogue", wrong)
        return self

    def in_force_on(self, day: date) -> bool:
        """Whether it is in force on a day."""
        asked, first, last = as_day(day), self.in_force_from, self.in_force_through
        return first is not None and first <= asked and (last is None or asked <= last)

    def entry(self, code: str) -> CatalogueEntry | None:
        """The entry of a code; None where there is none."""
        return next((entry for entry in self.entries if entry.code == code), None)


_LEVELS = (Level.PROVINCE, Level.CITY, Level.COUNTY)
_LEVEL = Fault(
    code="catalogue.level",
    message=Label("目录只有省、市、县三级", "a catalogue is one of a province, a city or a county"),
    cure=Label("请给出编制部门的层级", "give the level of the credit authority that compiled it"),
    field="level",
    clause="M6",
)
_IN_FORCE = Fault(
    code="catalogue.in-force",
    message=Label("施行的起止日期不成立", "the days on which it is in force make no period"),
    cure=Label("止日不早于起日；未施行的都留空", "the last day is not before the first; leave out both if unpublished"),
    field="in_force_through",
    clause="M8",
)
