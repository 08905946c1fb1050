"""Which procedure a penalty must have been imposed in, as far as its type and its amount tell.

The Administrative Penalty Law lets an officer decide on the spot (summary procedure) on a warning or a small fine only:

- art. 51, in force since 2021-07-15: up to 200 yuan for a citizen, up to 3,000 for a legal person or organisation;
- art. 33 of the text before (1996, numbered so through the amendments of 2009 and 2017): up to 50 and up to 1,000.

The amounts themselves are still within ("以下" takes in the number). So a penalty beyond these limits was imposed in
the general procedure. One within them may have been imposed in either: then the procedure is not known. Never is the
summary procedure inferred.

Laws of their own let police, traffic police and border inspection decide on the spot up to other amounts
(治安管理处罚法, 道路交通安全法, 出境入境管理法), so there a fine tells nothing, whatever its amount.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from jscredit.law import PENALTY_LAW, Citation
from jscredit.records import PenaltyType, Procedure


@dataclass(frozen=True, slots=True)
class SummaryLimit:
    """The largest fines of the summary procedure from a day on, in yuan."""

    first_day: date
    person: Decimal
    organisation: Decimal
    citation: Citation


LIMITS = (
    SummaryLimit(date(2021, 7, 15), Decimal(200), Decimal(3000), PENALTY_LAW.article(51)),
    SummaryLimit(date.min, Decimal(50), Decimal(1000), PENALTY_LAW.article(33)),
)

# "Other" tells nothing: an order to put right, which goes with summary penalties too, is often reported so.
_TELLING_TYPES = frozenset(PenaltyType) - {PenaltyType.WARNING, PenaltyType.FINE, PenaltyType.OTHER}
_SPECIAL_ORGAN = re.compile("公安|警|派出所|边检|边防|移民|出入境|出境入境|交通管理|车管所|车辆管理所|治安")
# By their names, the names of what the State Council made under them, and the short forms that clerks write.
_SPECIAL_LAW = re.compile(
    "治安管理|治安处罚|治安法|道路交通安全|道交法|道交条例|道交安法|出境入境|入境出境|出入境|入出境"
)


def has_own_limits(organ: str, basis: str) -> bool:
    """Whether a penalty may rest on a law with limits of its own, by the organ's name and the legal basis.

    >>> has_own_limits("虚构市城管局", "《道交法》第九十条"), has_own_limits("国家移民管理局", "某法")
    (True, True)
    >>> has_own_limits("虚构市公安局", "《某法》第一条"), has_own_limits("虚构市城管局", "《道路交通安全法》第九十条")
    (True, True)
    >>> has_own_limits("虚构市交通运输局", "《公路法》第七十六条")
    False
    """
    return bool(_SPECIAL_ORGAN.search(organ) or _SPECIAL_LAW.search(basis))


def inferred_procedure(
    *,
    penalty_types: Collection[PenaltyType],
    fine_yuan: Decimal | None,
    natural_person: bool | None,
    own_limits: bool,
    determined_on: date,
) -> Procedure | None:
    """The general procedure where the penalty is beyond the summary one; else None, not known. Penalty Law 51 (33).

    Args:
        penalty_types: all types of the penalty.
        fine_yuan: its fine in yuan, where it is known.
        natural_person: whether it was imposed on a citizen and not on a legal person or organisation; None where that
            is not known: then only what is beyond both limits tells.
        own_limits: whether a law with limits of its own may apply; then only the types count.
        determined_on: the day of the decision.

    >>> fine = {"penalty_types": (PenaltyType.FINE,), "natural_person": False, "own_limits": False}
    >>> inferred_procedure(**fine, fine_yuan=Decimal(3000), determined_on=date(2021, 7, 15)) is None
    True
    >>> inferred_procedure(**fine, fine_yuan=Decimal(3000), determined_on=date(2021, 7, 14))
    <Procedure.GENERAL: 'general'>
    """
    if not _TELLING_TYPES.isdisjoint(penalty_types):
        return Procedure.GENERAL
    if own_limits or fine_yuan is None:
        return None
    limit = next(limit for limit in LIMITS if determined_on >= limit.first_day)
    return Procedure.GENERAL if fine_yuan > (limit.person if natural_person else limit.organisation) else None
