"""J6: where a law, a regulation or a national department's rule sets a procedure, it takes the place of this one."""

from jscredit.errors import Fault, InvalidInput, Label
from jscredit.law import Rank
from jscredit.procedure import Procedure, Row
from jscredit.rules import Source

J6_RANKS = frozenset(
    {
        Rank.LAW,
        Rank.ADMINISTRATIVE_REGULATION,
        Rank.LOCAL_REGULATION,
        Rank.DEPARTMENT_RULE,
        Rank.NATIONAL_DEPARTMENT_DOCUMENT,
    }
)
"""The norms whose procedure goes before that of J6."""


def procedure_by(source: Source, *, instead_of: Procedure, rows: tuple[Row, ...]) -> Procedure:
    """Another procedure for a list, set by a higher norm, which stands in its ``source``.

    A case follows it where its class says so: ``class CourtListCase(BlackListCase): procedure = …``; the case then
    says so itself (``set_by``). What the default one promises, such as prior notice, is then for that norm to say.

    Args:
        source: the norm, with its rank.
        instead_of: the procedure whose place it takes.
        rows: its table.

    Raises:
        InvalidInput: ``listing.override-rank``, where J6 does not yield to a norm of this rank.

    >>> from jscredit.listing import BLACK_LIST
    >>> found = procedure_by(Source("虚构部令第1号", Rank.DEPARTMENT_RULE), instead_of=BLACK_LIST, rows=BLACK_LIST.rows)
    >>> found.source
    '虚构部令第1号'
    """
    if source.rank not in J6_RANKS:
        raise InvalidInput(_RANK)
    return Procedure(
        f"{instead_of.id}:{source.citation}",
        instead_of.label,
        instead_of.citation,
        instead_of.start,
        rows,
        source.citation,
    )


_RANK = Fault(
    code="listing.override-rank",
    message=Label("该位阶的规定不能替代本程序", "a norm of this rank does not take the place of the procedure"),
    cure=Label("须为法律、法规或者国家部门的规定", "it takes a law, a regulation or a national department's rule"),
    field="source",
    clause="J6",
)
