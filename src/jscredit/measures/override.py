"""A measure that a law, a regulation or a national department sets otherwise than the list (M3, J6, J16)."""

import dataclasses

from jscredit.errors import Fault, InvalidInput, Label
from jscredit.law import Rank
from jscredit.measures.model import Measure, MeasureList, Wording
from jscredit.rules import Source

OVERRIDING = frozenset(
    {
        Rank.LAW,
        Rank.ADMINISTRATIVE_REGULATION,
        Rank.LOCAL_REGULATION,
        Rank.DEPARTMENT_RULE,
        Rank.NATIONAL_DEPARTMENT_DOCUMENT,
    }
)
"""The norms that go before the three instruments: laws, regulations, and what national departments provide (M3)."""


def with_override(measures: MeasureList, measure: Measure, *, source: Source) -> MeasureList:
    """The list with a measure as a higher norm has it: in place of the one of its id, or added.

    Its basis is that norm from then on, and the list says so in ``replaced``.

    Raises:
        InvalidInput: ``measures.override-rank``, where the instruments do not yield to a norm of this rank;
            ``measures.override-lower``, where the measure already stands as a higher norm set it.

    >>> from jscredit.measures import Force, default_measures
    >>> exit_ban = default_measures().find("J12:exit_restriction")
    >>> must = dataclasses.replace(exit_ban, force=Force.MUST)
    >>> found = with_override(default_measures(), must, source=Source("虚构法第1条", Rank.LAW))
    >>> found.find(must.id).basis.zh, found.replaced
    ('虚构法第1条', ('J12:exit_restriction',))
    """
    if source.rank not in OVERRIDING:
        raise InvalidInput(_RANK)
    standing = measures.find(measure.id)
    if standing is not None and standing.basis_rank is not None and standing.basis_rank > source.rank:
        raise InvalidInput(_LOWER)
    own = dataclasses.replace(measure, basis=Wording(zh=source.citation), basis_rank=source.rank)
    kept = tuple(own if one.id == own.id else one for one in measures.measures)
    return dataclasses.replace(
        measures,
        measures=kept if standing is not None else (*kept, own),
        replaced=tuple(dict.fromkeys((*measures.replaced, own.id))),
    )


_CURE = Label("须为法律、法规或者国家部门的规定", "it takes a law, a regulation or a national department's provision")
_RANK = Fault(
    code="measures.override-rank",
    message=Label("该位阶的规定不能改变本清单的措施", "a norm of this rank does not change a measure of the list"),
    cure=_CURE,
    field="source",
    clause="M3",
)
_LOWER = Fault(
    code="measures.override-lower",
    message=Label("该措施已由更高位阶的规定另定", "a higher norm has already set this measure"),
    cure=Label("以更高位阶的规定为准", "the higher norm prevails"),
    field="source",
    clause="M3",
)
