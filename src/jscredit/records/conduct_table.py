"""The table of conducts: where the law names each, its black-list field, and the facts that its listing needs."""

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from jscredit.errors import Label
from jscredit.law import Citation, J, M
from jscredit.records.conducts import BlacklistField, Conduct

Need = Literal[
    "malice",
    "intent",
    "document_sort",
    "funds_sought",
    "final_act",
    "ability",
    "credibility_harmed",
    "norm_breached",
    "bad_consequences",
    "penalised",
]
"""A fact without which J4 does not name the conduct: "malicious wage arrears" needs malice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConductRow:
    """What the law says of one conduct.

    Attributes:
        field: its black-list field; None for a conduct that only M12 names.
        citations: where it is named, J4 before M12.
        needs: the facts that a black-list entry for it has to state.
    """

    conduct: Conduct
    field: BlacklistField | None
    citations: tuple[Citation, ...]
    needs: tuple[Need, ...]

    @property
    def label(self) -> Label:
        """The conduct's name."""
        return self.conduct.label


# The conducts of each field begin with the one named here and go on to the next; the order is that of the law.
_FIRST_OF_FIELD: dict[BlacklistField | None, Conduct] = {
    BlacklistField.LIFE_AND_HEALTH: Conduct.FOOD_SAFETY,
    BlacklistField.MARKET_AND_SOCIAL_ORDER: Conduct.BRIBERY,
    BlacklistField.FALSE_DOCUMENTS_FOR_PUBLIC_FUNDS: Conduct.FALSE_DOCUMENTS_TO_OBTAIN_SPECIAL_FUNDS,
    BlacklistField.CAPACITY_REDUCTION: Conduct.OBSTRUCTION_OF_CAPACITY_REDUCTION,
    BlacklistField.REFUSAL_OF_STATUTORY_DUTIES: Conduct.REFUSAL_TO_PERFORM,
    BlacklistField.NATIONAL_DEFENCE: Conduct.REFUSAL_OF_DEFENCE_DUTY,
    BlacklistField.OTHER_INTENTIONAL_VIOLATION: Conduct.OTHER_VIOLATION,
    None: Conduct.UNLAWFUL_EMPLOYMENT,
}

_NEEDS: dict[Conduct, tuple[Need, ...]] = {
    Conduct.TAX_ARREARS: ("malice",),
    Conduct.DEBT_EVASION: ("malice",),
    Conduct.ARREARS_OF_GOODS_OR_SERVICE_PAYMENT: ("malice",),
    Conduct.SOCIAL_INSURANCE_ARREARS: ("intent",),
    Conduct.WAGE_ARREARS: ("malice",),
    Conduct.FALSE_DOCUMENTS_TO_OBTAIN_SPECIAL_FUNDS: ("intent", "document_sort", "funds_sought"),
    Conduct.OBSTRUCTION_OF_CAPACITY_REDUCTION: ("malice",),
    Conduct.REFUSAL_TO_PERFORM: ("final_act", "ability", "credibility_harmed"),
    Conduct.EVASION_OF_EXECUTION: ("final_act", "credibility_harmed"),
    Conduct.OTHER_VIOLATION: ("intent", "norm_breached", "bad_consequences", "penalised"),
}

_ITEM_OF_M12 = {
    Conduct.TAX_ARREARS: 3,
    Conduct.SOCIAL_INSURANCE_ARREARS: 3,
    Conduct.UNLAWFUL_EMPLOYMENT: 4,
    Conduct.SOCIAL_INSURANCE_FUND_FRAUD: 4,
    Conduct.WAGE_ARREARS: 4,
    Conduct.PYRAMID_SELLING: 4,
    Conduct.STATISTICAL_VIOLATION: 4,
    Conduct.ILLEGAL_BUSINESS_OPERATION: 4,
    Conduct.ILLEGAL_TRANSPORT: 4,
    Conduct.BIDDING_WITH_LENT_OR_BORROWED_QUALIFICATION: 4,
    Conduct.BID_RIGGING: 4,
    Conduct.FALSE_MATERIAL: 6,
    Conduct.BREACH_OF_NOTIFICATION_AND_COMMITMENT: 6,
    Conduct.ACADEMIC_FRAUD: 8,
    Conduct.EXAM_CHEATING: 8,
}


def _row(conduct: Conduct, field: BlacklistField | None) -> ConductRow:
    named = [] if field is None else [J.article(4, paragraph=3, item=1 + list(BlacklistField).index(field))]
    if conduct in _ITEM_OF_M12:
        named.append(M.article(12, item=_ITEM_OF_M12[conduct]))
    return ConductRow(conduct=conduct, field=field, citations=tuple(named), needs=_NEEDS.get(conduct, ()))


@cache
def conduct_rows() -> MappingProxyType[Conduct, ConductRow]:
    """The whole table, in the order of the conducts."""
    field_beginning_with = {first: field for field, first in _FIRST_OF_FIELD.items()}
    rows: dict[Conduct, ConductRow] = {}
    field: BlacklistField | None = None
    for conduct in Conduct:
        field = field_beginning_with.get(conduct, field)
        rows[conduct] = _row(conduct, field)
    return MappingProxyType(rows)


def conduct_row(conduct: Conduct) -> ConductRow:
    """What the law says of one conduct.

    >>> row = conduct_row(Conduct.WAGE_ARREARS)
    >>> row.field.value, [citation.ledger_id for citation in row.citations], row.needs
    ('market_and_social_order', ['J4c(2)', 'M12(4)'], ('malice',))
    """
    return conduct_rows()[conduct]
