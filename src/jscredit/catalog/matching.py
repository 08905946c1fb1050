"""Which entry a record comes under on a day, and what that gives to the rules (M8, M19)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from jscredit.catalog.conforming_record import subject_fits
from jscredit.catalog.model import Catalogue, CatalogueEntry
from jscredit.catalog.periods import UNLIMITED
from jscredit.deadlines import CalendarPeriod, as_day
from jscredit.errors import Fault, InvalidInput, Label, Lang
from jscredit.records import Category, CreditRecord, Kind, SharingClass, mask_numbers_in, same_body
from jscredit.records.telling import told_html


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryMatch:
    """The entries in force that a record can come under.

    Attributes:
        candidates: every entry that can be meant; none: the record is in no catalogue that was given.
        missing: what is not known of the record, and would tell whether a candidate is meant.
        certain: whether at least one candidate is meant in any case.
    """

    candidates: tuple[CatalogueEntry, ...]
    missing: tuple[str, ...] = ()
    certain: bool = True

    @property
    def entry(self) -> CatalogueEntry | None:
        """The one entry; None where there is none, where several can be meant, or where a fact is missing.

        Entries that differ in nothing but the format in which the same information comes count as one, the first.
        """
        return self.candidates[0] if _are_one(self.candidates) and not self.missing else None

    @property
    def period_of_use(self) -> CalendarPeriod | None:
        """The period of use, for ``validity_of`` and ``repair_eligibility``; None where the catalogue sets no end.

        Raises:
            InvalidInput: ``catalogue.entry-unclear``, where it hangs on which entry is meant: a guess might use a
                record longer than it may be used.
        """
        period = self._agreed("period_of_use")
        return None if period is None or period == UNLIMITED else period

    @property
    def sharing_class(self) -> SharingClass | None:
        """The class of use; None where no entry gives one: then it is undetermined, never public (M19).

        Raises:
            InvalidInput: ``catalogue.entry-unclear``.
        """
        found: SharingClass | None = self._agreed("sharing_class")
        return found

    @property
    def category(self) -> Category | None:
        """The class by the catalogue, which settles residual kinds (M10(5), M11(3)).

        Raises:
            InvalidInput: ``catalogue.entry-unclear``.
        """
        found: Category | None = self._agreed("category")
        return found

    def _agreed(self, name: str) -> Any:
        found = {getattr(one, name) for one in self.candidates}
        # Where no candidate is certain, what is missing may also mean that no entry applies.
        if len(found) > 1 or (found - {None} and not self.certain):
            raise InvalidInput(_unclear(name, self.missing))
        return next(iter(found), None)

    def explain(self, lang: Lang = "zh") -> str:
        """The entries that can be meant, one a line, and what is missing to be sure."""
        lines = [f"{mask_numbers_in(one.code)} {mask_numbers_in(one.label.text(lang))}" for one in self.candidates]
        lines = lines or [_NO_ENTRY.text(lang)]
        if self.missing:
            lines.append(_LACKING.text(lang).format(names=", ".join(self.missing)))
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        return told_html(self.explain)

    def described(self, record: CreditRecord) -> CreditRecord:
        """The record with the class and the class of use that its entry gives; what it states itself must agree.

        Raises:
            InvalidInput: ``catalogue.entry-unclear``; ``catalogue.record-differs``, naming the field.
        """
        given = {"catalogue_category": self.category, "sharing_class": self.sharing_class}
        stated: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
        other = [name for name, value in stated.items() if getattr(record, name) not in {None, value}]
        if other:
            raise InvalidInput(*map(_differs, other))
        return replace(record, **stated)


_NO_ENTRY = Label("没有相应的目录项", "there is no entry for it")
_LACKING = Label("未知：{names}", "not known: {names}")


def entry_for(
    record: CreditRecord, catalogues: Catalogue | Iterable[Catalogue], *, on: date, format_name: str | None = None
) -> EntryMatch:
    """The entries in force on a day that a record can come under: by its kind, its subject and its provider.

    An entry that names the record's provider goes before those for every provider.

    Args:
        record: the record.
        catalogues: one catalogue, or several; each counts only on the days on which it is in force.
        on: the day asked about.
        format_name: the format in which the record came, where that is known: ``Sheet.dialect``.
    """
    day = as_day(on, field="on")
    given = (catalogues,) if isinstance(catalogues, Catalogue) else catalogues
    entries = [entry for one in given if one.in_force_on(day) for entry in one.entries]
    fits = [(entry, *_fit(record, entry)) for entry in entries if _of_kind(record, entry, format_name)]
    found = [(entry, missing, special) for entry, possible, missing, special in fits if possible]
    if any(special for _, _, special in found):
        found = [each for each in found if each[2]]
    return EntryMatch(
        candidates=tuple(entry for entry, _, _ in found),
        missing=tuple(dict.fromkeys(name for _, missing, _ in found for name in missing)),
        certain=any(not missing for _, missing, _ in found),
    )


def _are_one(entries: tuple[CatalogueEntry, ...]) -> bool:
    """Whether entries are one, in formats of their own; who may see a field must not hang on the format."""
    alike = {replace(one, code="-", name="-", name_en=None, format=None, elements=()) for one in entries}
    formats = {one.format for one in entries}
    seen_by: dict[str, set[object]] = {}
    for entry in entries:
        for element in entry.elements:
            if element.field is not None:
                seen_by.setdefault(element.field, set()).add((entry.class_of(element), frozenset(element.secrecy)))
    alone = len(entries) == 1
    return alone or (
        len(alike) == 1 and len(formats) == len(entries) and all(len(who) == 1 for who in seen_by.values())
    )


def _of_kind(record: CreditRecord, entry: CatalogueEntry, format_name: str | None) -> bool:
    return record.kind in entry.kinds and (format_name is None or entry.format in {None, format_name})


def _fit(record: CreditRecord, entry: CatalogueEntry) -> tuple[bool, tuple[str, ...], bool]:
    """Whether the entry can be meant, what is missing to be sure, and whether it names the record's provider."""
    fits, missing = subject_fits(record, entry), []
    if fits is None:
        missing.append("subject_type")
    if entry.any_provider or entry.provider is None:
        return fits is not False, tuple(missing), False
    if record.provider is None:
        return fits is not False, (*missing, "provider"), False
    same = same_body(entry.provider, record.provider)
    return fits is not False and same, tuple(missing), same


def periods_of_use(catalogues: Catalogue | Iterable[Catalogue], *, on: date) -> Mapping[Kind, CalendarPeriod]:
    """The periods of use by kind, for ``credit_review``; a kind without an end is not in it.

    Raises:
        InvalidInput: ``catalogue.periods-differ``, for each kind whose entries give different periods: take
            ``entry_for`` record by record then, or give ``credit_review`` what is meant.
    """
    day = as_day(on, field="on")
    given = (catalogues,) if isinstance(catalogues, Catalogue) else catalogues
    found: dict[Kind, set[Any]] = {}
    for kind, period in _periods(given, day):
        found.setdefault(kind, set()).add(period)
    if differing := [kind for kind, periods in found.items() if len(periods) > 1]:
        raise InvalidInput(*map(_periods_differ, differing))
    told = {kind: next(iter(periods)) for kind, periods in found.items()}
    return MappingProxyType({kind: period for kind, period in told.items() if period not in {None, UNLIMITED}})


def _periods(catalogues: Iterable[Catalogue], day: date) -> Iterator[tuple[Kind, Any]]:
    for catalogue in catalogues:
        if catalogue.in_force_on(day):
            yield from ((kind, entry.period_of_use) for entry in catalogue.entries for kind in entry.kinds)


def _unclear(name: str, missing: tuple[str, ...]) -> Fault:
    lacking = "、".join(missing)
    return Fault(
        code="catalogue.entry-unclear",
        message=Label("不能确定记录属于哪一目录项", "it is not clear which entry the record comes under"),
        cure=Label(
            f"请补充：{lacking}" if missing else "请指明格式，或只给出所指的目录",
            f"add: {', '.join(missing)}" if missing else "name the format, or give the catalogue that is meant",
        ),
        field=name,
        clause="M8",
        data=MappingProxyType({"missing": missing}),
    )


def _differs(name: str) -> Fault:
    return Fault(
        code="catalogue.record-differs",
        message=Label("记录所载与目录项不同", "the record states something else than its entry"),
        cure=Label("以目录项为准，请核对记录", "the entry's is the right one: check the record"),
        field=name,
        clause="M19" if name == "sharing_class" else "M9",
    )


def _periods_differ(kind: Kind) -> Fault:
    return Fault(
        code="catalogue.periods-differ",
        message=Label(
            f"“{kind.label.zh}”的几个目录项使用期限不同",
            f"the entries for '{kind.label.en}' give different periods of use",
        ),
        cure=Label("请按记录逐条取用 entry_for", "ask entry_for for each record"),
        field=kind.value,
        clause="M8",
    )
