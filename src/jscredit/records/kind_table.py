"""The table of kinds: which items of M10 to M13 a record of each kind can fall under, and on what conditions.

It is data: records, classification and dataframes read the same rows. The conditions are named here and written as
expressions by the classification.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from jscredit.errors import Label
from jscredit.law import Citation, M
from jscredit.records.conducts import Conduct
from jscredit.records.kinds import Kind
from jscredit.records.subject import Subject
from jscredit.records.subject_types import OrganisationForm
from jscredit.records.vocabulary import Category

Guard = Literal[
    "also_qualification",
    "catalogue_basic",
    "catalogue_positive",
    "catalogue_negative",
    "catalogue_other",
    "granted_by_public_body",
    "organised_by_public_body",
    "reflects_credit",
    "malice",
    "accident_liability",
    "dealt_with_by_regulator",
    "imposed_by_regulator",
    "execution_reflects_credit",
    "general_procedure",
    "penalty_as_violation",
    "lawfully_determined",
    "norm_breached",
]
"""A condition of an item. ``penalty_as_violation``: not a summary penalty, as the reading of M12(1) and (9) has it.
``execution_reflects_credit``: as the reading of M12(9) has it. ``catalogue_``: the class by the catalogue's entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindItem:
    """One item that a kind can fall under, and the conditions that all have to hold for it."""

    citation: Citation
    guards: tuple[Guard, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KindRow:
    """What the law says of one kind.

    Attributes:
        category: its class by its name (M9). Whether a record has it depends on the items' conditions; of a residual
            kind the catalogue may say another class.
        items: where it can fall, the most special first.
        only_persons: an element about natural persons (M10(1)).
        only_organisations: an element about organisations (M10(2)).
        residual: an item for "other" information, which comes after every named one.
        conduct: the conduct that the kind itself names, if any.
        names_failure: its name is the failure itself, and no conduct has that name: an accident, arrears of a fund.
        may_be_about: the conducts that a record of the kind can be about; None: any.
    """

    kind: Kind
    category: Category
    items: tuple[KindItem, ...]
    only_persons: bool
    only_organisations: bool
    residual: bool
    conduct: Conduct | None
    names_failure: bool
    may_be_about: frozenset[Conduct] | None

    @property
    def label(self) -> Label:
        """The kind's name."""
        return self.kind.label

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All items that the kind can fall under."""
        return tuple(item.citation for item in self.items)

    @property
    def categories(self) -> tuple[Category, ...]:
        """The classes that a record of the kind can have, its own first: more than one where the catalogue decides."""
        return tuple(dict.fromkeys(CATEGORY_OF_ARTICLE[citation.article] for citation in self.citations))

    @property
    def guards(self) -> tuple[Guard, ...]:
        """All conditions of all items, each once."""
        return tuple(dict.fromkeys(guard for item in self.items for guard in item.guards))

    def fits(self, subject: Subject) -> bool:
        """Whether a record of this kind can be about the subject; yes where the subject's type is not known.

        A sole trader is a person and runs a business that is registered, so both fit.
        """
        if subject.form is OrganisationForm.SOLE_TRADER or subject.is_natural_person is None:
            return True
        return not (self.only_organisations if subject.is_natural_person else self.only_persons)


_OF_PERSONS, _OF_ORGANISATIONS = M.article(10, item=1), M.article(10, item=2)
_RESIDUAL = frozenset({Kind.OTHER_BASIC, Kind.OTHER_POSITIVE, Kind.OTHER_NEGATIVE})
_FAILURES = frozenset(
    {
        Kind.LEGAL_INSTRUMENT_NOT_PERFORMED,
        Kind.ADMINISTRATIVE_CHARGE_ARREARS,
        Kind.GOVERNMENT_FUND_ARREARS,
        Kind.TAX_BREACH,
        Kind.PRODUCT_QUALITY_ACCIDENT,
        Kind.WORK_SAFETY_ACCIDENT,
        Kind.FOOD_SAFETY_ACCIDENT,
        Kind.POLLUTION_ACCIDENT,
    }
)
# Arrears of charges and funds are named to the last word. 税收失信 takes in what J4 names of taxes, and other breaches.
# What an accident came of, and what an instrument ordered, may be anything.
_ABOUT: dict[Kind, frozenset[Conduct]] = {
    Kind.ADMINISTRATIVE_CHARGE_ARREARS: frozenset(),
    Kind.GOVERNMENT_FUND_ARREARS: frozenset(),
    Kind.TAX_BREACH: frozenset(
        {
            Conduct.TAX_EVASION,
            Conduct.TAX_FRAUD,
            Conduct.TAX_ARREARS,
            Conduct.TAX_RESISTANCE,
            Conduct.FALSE_INVOICING,
            Conduct.OTHER_VIOLATION,
        }
    ),
}
CATEGORY_OF_ARTICLE = {10: Category.BASIC, 11: Category.POSITIVE, 12: Category.NEGATIVE, 13: Category.OTHER}

# In the order of the law, but a more special item before a general one of the same kind.
_ITEMS: tuple[tuple[Citation, tuple[Guard, ...], tuple[Kind, ...]], ...] = (
    (
        _OF_PERSONS,
        (),
        (
            Kind.NAME,
            Kind.RESIDENT_ID_NUMBER,
            Kind.SEX,
            Kind.DATE_OF_BIRTH,
            Kind.ETHNICITY,
            Kind.PLACE_OF_BIRTH,
            Kind.REGISTERED_RESIDENCE,
            Kind.ACTUAL_RESIDENCE,
            Kind.EMPLOYER,
            Kind.MARITAL_STATUS,
            Kind.EDUCATION,
            Kind.EXIT_ENTRY_DOCUMENT,
        ),
    ),
    (
        _OF_ORGANISATIONS,
        (),
        (
            Kind.ORGANISATION_NAME,
            Kind.UNIFIED_SOCIAL_CREDIT_CODE,
            Kind.ORGANISATION_TYPE,
            Kind.REGISTERED_CAPITAL,
            Kind.ESTABLISHMENT_DATE,
            Kind.DOMICILE,
            Kind.BUSINESS_SCOPE,
            Kind.OWNERSHIP_STRUCTURE,
            Kind.LEGAL_REPRESENTATIVE,
            Kind.PRINCIPAL,
            Kind.EXECUTIVE,
        ),
    ),
    (M.article(10, item=4), (), (Kind.PROFESSIONAL_QUALIFICATION,)),
    (M.article(10, item=4), ("also_qualification",), (Kind.ADMINISTRATIVE_LICENCE,)),
    (M.article(10, item=3), (), (Kind.ADMINISTRATIVE_LICENCE, Kind.ADMINISTRATIVE_APPROVAL)),
    (M.article(10, item=5), ("catalogue_basic",), (Kind.OTHER_BASIC,)),
    (M.article(11, item=1), ("granted_by_public_body",), (Kind.COMMENDATION, Kind.AWARD)),
    (M.article(11, item=2), ("organised_by_public_body",), (Kind.VOLUNTEER_SERVICE, Kind.CHARITABLE_DONATION)),
    (
        M.article(11, item=3),
        ("catalogue_positive",),
        (
            Kind.OTHER_POSITIVE,
            Kind.COMMENDATION,
            Kind.AWARD,
            Kind.VOLUNTEER_SERVICE,
            Kind.CHARITABLE_DONATION,
        ),
    ),
    (M.article(12, item=9), ("general_procedure", "reflects_credit"), (Kind.PENALTY,)),
    (M.article(12, item=1), ("penalty_as_violation", "reflects_credit"), (Kind.PENALTY,)),
    (M.article(12, item=9), ("execution_reflects_credit",), (Kind.ADMINISTRATIVE_COMPULSORY_EXECUTION,)),
    (M.article(12, item=1), ("reflects_credit",), (Kind.CRIMINAL_JUDGMENT, Kind.VIOLATION)),
    (M.article(12, item=2), (), (Kind.LEGAL_INSTRUMENT_NOT_PERFORMED,)),
    (
        M.article(12, item=3),
        (),
        (
            Kind.TAX_ARREARS,
            Kind.SOCIAL_INSURANCE_ARREARS,
            Kind.ADMINISTRATIVE_CHARGE_ARREARS,
            Kind.GOVERNMENT_FUND_ARREARS,
        ),
    ),
    (M.article(12, item=4), ("malice",), (Kind.WAGE_ARREARS,)),
    (
        M.article(12, item=4),
        (),
        (
            Kind.UNLAWFUL_EMPLOYMENT,
            Kind.SOCIAL_INSURANCE_FUND_FRAUD,
            Kind.TAX_BREACH,
            Kind.PYRAMID_SELLING,
            Kind.STATISTICAL_VIOLATION,
            Kind.ILLEGAL_BUSINESS_OPERATION,
            Kind.ILLEGAL_TRANSPORT,
            Kind.BIDDING_WITH_LENT_OR_BORROWED_QUALIFICATION,
            Kind.BID_RIGGING,
        ),
    ),
    (
        M.article(12, item=5),
        ("accident_liability", "dealt_with_by_regulator"),
        (
            Kind.PRODUCT_QUALITY_ACCIDENT,
            Kind.WORK_SAFETY_ACCIDENT,
            Kind.FOOD_SAFETY_ACCIDENT,
            Kind.POLLUTION_ACCIDENT,
        ),
    ),
    (M.article(12, item=6), (), (Kind.FALSE_MATERIAL, Kind.BREACH_OF_NOTIFICATION_AND_COMMITMENT)),
    (M.article(12, item=7), ("imposed_by_regulator",), (Kind.MARKET_RESTRICTION, Kind.MARKET_BAN)),
    (M.article(12, item=8), ("dealt_with_by_regulator",), (Kind.ACADEMIC_FRAUD, Kind.EXAM_CHEATING)),
    (M.article(12, item=10), ("lawfully_determined", "norm_breached"), (Kind.OTHER_NEGATIVE,)),
    (M.article(13, item=1), (), (Kind.PROVIDER_ASSESSED_STATUS,)),
    (M.article(13, item=2), (), (Kind.CREDIT_COMMITMENT,)),
    (M.article(13, item=3), (), (Kind.DAILY_INSPECTION, Kind.REGULATORY_TALK)),
    (
        M.article(13, item=4),
        (),
        (
            Kind.REAL_PROPERTY_MORTGAGE,
            Kind.MOVABLE_PROPERTY_MORTGAGE,
            Kind.EQUITY_PLEDGE,
            Kind.TRADEMARK_REGISTRATION,
            Kind.INTELLECTUAL_PROPERTY_PLEDGE,
        ),
    ),
    # What is recorded as "other" and put into another class by the catalogue, which the government publishes (M8).
    (M.article(11, item=3), ("catalogue_positive",), (Kind.OTHER_BASIC,)),
    (M.article(10, item=5), ("catalogue_basic",), (Kind.OTHER_POSITIVE,)),
    (
        M.article(12, item=10),
        ("catalogue_negative", "lawfully_determined", "norm_breached"),
        (Kind.OTHER_BASIC, Kind.OTHER_POSITIVE),
    ),
    (M.article(13, item=4), ("catalogue_other", "reflects_credit"), (Kind.OTHER_BASIC, Kind.OTHER_POSITIVE)),
)


def _items_of(kind: Kind) -> Iterator[KindItem]:
    for citation, guards, kinds in _ITEMS:
        if kind in kinds:
            yield KindItem(citation=citation, guards=guards)


def _row(kind: Kind) -> KindRow:
    items = tuple(_items_of(kind))
    # A kind names a conduct where M12 reports that very conduct, so the two have one name.
    conduct = Conduct.__members__.get(kind.name)
    return KindRow(
        kind=kind,
        category=CATEGORY_OF_ARTICLE[items[0].citation.article],
        items=items,
        only_persons=items[0].citation == _OF_PERSONS,
        only_organisations=items[0].citation == _OF_ORGANISATIONS,
        residual=kind in _RESIDUAL,
        conduct=conduct,
        names_failure=kind in _FAILURES,
        may_be_about=_ABOUT.get(kind) if conduct is None else frozenset({conduct}),
    )


_ROWS = MappingProxyType({kind: _row(kind) for kind in Kind})


def kind_rows() -> MappingProxyType[Kind, KindRow]:
    """The whole table, in the order of the kinds.

    >>> [kind.value for kind, row in kind_rows().items() if row.residual]
    ['other_basic', 'other_positive', 'other_negative']
    """
    return _ROWS


def kind_row(kind: Kind) -> KindRow:
    """What the law says of one kind.

    >>> row = kind_row(Kind.PENALTY)
    >>> row.category.value, [c.ledger_id for c in row.citations], row.items[0].guards
    ('negative', ['M12(9)', 'M12(1)'], ('general_procedure', 'reflects_credit'))
    """
    return _ROWS[kind]
