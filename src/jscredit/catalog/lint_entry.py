"""What is wrong with one entry, and with one of its data elements."""

from collections.abc import Iterator
from typing import NamedTuple

from jscredit.catalog.element import DataElement
from jscredit.catalog.forbidden import ForbiddenAddition, forbidden_in
from jscredit.catalog.model import CatalogueEntry, ScopeOfUse
from jscredit.catalog.periods import can_outlast, same_period
from jscredit.catalog.vocabulary import CatalogueAttribute, ElementType, Secrecy
from jscredit.deadlines import CalendarPeriod
from jscredit.errors import Label
from jscredit.law import Rank
from jscredit.records import Category, Severity, SharingClass, SubjectType, kind_row
from jscredit.rules import Regime, Term
from jscredit.validity import GENERAL_PERIOD, RATHER_SERIOUS_PERIOD, SERIOUS_PERIOD


class Found(NamedTuple):
    """A finding: its problem, what it is about, what that is called, and its clause where it is not the problem's."""

    problem: str
    about: str | None = None
    called: Label | None = None
    clause: str | None = None


def entry_findings(entry: CatalogueEntry, regime: Regime) -> Iterator[Found]:
    """What is wrong with an entry itself."""
    yield from _missing(entry)
    yield from _sharing(entry)
    yield from _kinds(entry)
    yield from _periods(entry)
    yield from _validity(entry, regime)
    if SharingClass.PUBLIC in entry.sharing_classes:
        yield from _secret(entry.secrecy)


def element_findings(
    entry: CatalogueEntry, element: DataElement, additions: tuple[ForbiddenAddition, ...]
) -> Iterator[Found]:
    """What is wrong with a data element of an entry."""
    hit = forbidden_in(element, additions=additions)
    if hit:
        yield Found("forbidden", hit.element.value, hit.element.label)
    public = element.sharing_class is SharingClass.PUBLIC or (
        element.sharing_class is None and SharingClass.PUBLIC in entry.sharing_classes
    )
    if public:
        yield from _secret(element.secrecy)
    if element.type not in _TYPES and not hit:
        yield Found("type-unknown", "type")
    if element.type in _CODED and not element.codes:
        yield Found("no-codes", "codes")
    yield from _references(entry, element)


def _missing(entry: CatalogueEntry) -> Iterator[Found]:
    for attribute in CatalogueAttribute:
        if entry.attribute(attribute) in _NOTHING:
            yield Found("missing", attribute.value, attribute.label)
    if not entry.subject_types:
        yield Found("missing", "subject_types", Label("信息主体类型", "type of subjects"), "M2")
    if not entry.kinds:
        yield Found("missing", "kinds", Label("信息种类", "kind of information"), "M9")
    if entry.category is None:
        yield Found("missing", "category", Label("信息类别", "class of information"), "M9")
    if entry.provider is None and not entry.any_provider:
        yield Found("missing", "provider", Label("信息提供单位", "provider"), "M16¶1")


_NOTHING = (None, (), ScopeOfUse())


def _sharing(entry: CatalogueEntry) -> Iterator[Found]:
    if not entry.sharing_classes:
        yield Found("sharing-class-missing")
    elif entry.sharing_class is None:
        yield Found("sharing-class-double")


def _kinds(entry: CatalogueEntry) -> Iterator[Found]:
    persons = SubjectType.NATURAL_PERSON in entry.subject_types
    organisations = any(kind is not SubjectType.NATURAL_PERSON for kind in entry.subject_types)
    for kind in dict.fromkeys(entry.kinds):
        row = kind_row(kind)
        if entry.category is not None and entry.category not in row.categories:
            yield Found("kind-category", kind.value, kind.label)
        misplaced = (row.only_persons and not persons) or (row.only_organisations and not organisations)
        if entry.subject_types and misplaced:
            yield Found("kind-subject", kind.value, kind.label)


def _periods(entry: CatalogueEntry) -> Iterator[Found]:
    use, kept = entry.period_of_use, entry.retention_period
    if use is not None and kept is not None and can_outlast(use, kept):
        yield Found("use-outlasts-retention")


def _validity(entry: CatalogueEntry, regime: Regime) -> Iterator[Found]:
    stated = entry.validity
    if stated is None:
        return
    if entry.category not in {None, Category.NEGATIVE}:
        yield Found("validity-not-failure")
        return
    for severity, period, term in (
        (Severity.GENERAL, stated.general, GENERAL_PERIOD),
        (Severity.RATHER_SERIOUS, stated.rather_serious, RATHER_SERIOUS_PERIOD),
        (Severity.SERIOUS, stated.serious, SERIOUS_PERIOD),
    ):
        cited = stated.norm is not None and stated.norm.rank in _replacing(term, regime)
        if period is not None and not cited and not _as_the_article(period, term):
            yield Found("validity", severity.value, severity.label)


def _replacing(term: Term, regime: Regime) -> frozenset[Rank]:
    under = term.yields_under
    joined = under is not None and regime.chosen(under.term) == under.option
    return term.yields_to | under.ranks if under is not None and joined else term.yields_to


def _as_the_article(period: CalendarPeriod, term: Term) -> bool:
    """Whether the period is the article's; where the article has none, whether it lies in the range of the term."""
    if term.within is None:
        return same_period(period, term.default)
    shortest, longest = term.within
    return not can_outlast(shortest, period) and not can_outlast(period, longest)


def _secret(marks: tuple[Secrecy, ...]) -> Iterator[Found]:
    yield from (Found("secret-public", mark.value, mark.label) for mark in dict.fromkeys(marks))


_TYPES = frozenset(kind.value for kind in ElementType)
_CODED = frozenset({ElementType.CODE.value, ElementType.CODES.value})


def _references(entry: CatalogueEntry, element: DataElement) -> Iterator[Found]:
    if element.not_before is not None:
        other = entry.element(element.not_before)
        if other is None or other.type != ElementType.DAY:
            yield Found("refers-to-nothing", "not_before", Label("不早于", "earlier day"))
    own = {one.code for one in element.codes}
    for name, code, called in (
        ("blank_code", element.blank_code, Label("空白所代表的代码", "code of a blank")),
        ("other_code", element.other_code, Label("须注明的代码", "code of what is not listed")),
    ):
        if code is not None and code not in own:
            yield Found("refers-to-nothing", name, called)
