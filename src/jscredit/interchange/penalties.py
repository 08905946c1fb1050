"""A row of a penalty sheet as a credit record."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from jscredit.errors import Fault
from jscredit.interchange.dialect import Dialect
from jscredit.interchange.faults import sheet_fault
from jscredit.interchange.fines import imposes_fine, imposes_nothing, speaks_of_fine, stated_fine
from jscredit.interchange.procedure import has_own_limits, inferred_procedure
from jscredit.interchange.subjects import Cells, is_citizen, subject_of
from jscredit.records import Body, CreditCode, CreditRecord, Kind, PenaltyType

_UNKNOWN_UNIT = "fine_amount_of_unknown_unit"
_TEN_THOUSAND = 10_000
_TYPE_ROLES = ("types", "first_type", "second_type")


@dataclass(frozen=True, slots=True)
class Fine:
    """The fine of a row: in yuan where it is known, and whether there is one that could not be read."""

    yuan: Decimal | None
    unread: bool
    conflict: str | None = None


def fine_of(cells: Cells, types: tuple[PenaltyType, ...]) -> Fine:
    """The fine by the text of the penalty and the column of its amount, if there is one.

    An amount whose unit the format does not name is never read for itself; it only has to agree with the text.
    """
    column, bare = cells.get("fine_amount") or None, cells.get(_UNKNOWN_UNIT) or None
    return _fine(cells["result"], column, bare, PenaltyType.FINE in types)


@lru_cache(maxsize=8)  # a row is asked more than once in a row
def _fine(result: str, column: Decimal | None, bare: Decimal | None, is_fine: bool) -> Fine:
    text = stated_fine(result)
    if text is not None and column not in {None, text}:
        return Fine(None, unread=False, conflict="fine_amount")
    if text is not None and bare is not None and text not in {bare, bare * _TEN_THOUSAND}:
        return Fine(None, unread=False, conflict=_UNKNOWN_UNIT)
    yuan = text if column is None else column
    spoken_of = is_fine or bare is not None or speaks_of_fine(result)
    return Fine(yuan, unread=yuan is None and spoken_of)


def penalty_types_of(cells: Cells) -> tuple[PenaltyType, ...]:
    """All types of the penalty, each once, whether they stand in one column or in two."""
    columns = (cells.get(role) for role in _TYPE_ROLES)
    return tuple(dict.fromkeys(one for column in columns if column for one in column.types))


def penalty_faults_of(cells: Cells, dialect: Dialect) -> Iterator[Fault]:
    """What is wrong with a penalty as a whole."""
    types = penalty_types_of(cells)
    if conflict := fine_of(cells, types).conflict:
        yield sheet_fault("amount-conflict", field=dialect.of_role(conflict).code)
    written = (column.text for role in _TYPE_ROLES if (column := cells.get(role)))
    if imposes_nothing(cells["result"]) or any(map(imposes_nothing, written)):
        yield replace(sheet_fault("no-penalty", field=dialect.of_role("result").code), clause="M12(9)")


def penalty_of(cells: Cells, row: int, *, reflects_credit: bool | None = None) -> CreditRecord:
    """The penalty that a row without faults holds.

    Raises:
        pydantic.ValidationError: the cells are right one by one, but make no record.
    """
    types = penalty_types_of(cells)
    fine = fine_of(cells, types).yuan
    if PenaltyType.FINE not in types and (fine or imposes_fine(cells["result"])):
        types = (*types, PenaltyType.FINE)
    return CreditRecord(
        id=f"{cells['document_number']}#{row}",
        subject=subject_of(cells),
        kind=Kind.PENALTY,
        producer=producer_of(cells),
        provider=provider_of(cells),
        determined_on=cells["determined_on"],
        severity=cells.get("severity"),
        procedure=inferred_procedure(
            penalty_types=types,
            fine_yuan=fine,
            natural_person=is_citizen(cells),
            own_limits=has_own_limits(cells["organ"], cells["legal_basis"]),
            determined_on=cells["determined_on"],
        ),
        reflects_credit=reflects_credit,
        determined_by=cells["organ"],
        document_number=cells["document_number"],
        penalty_types=types,
        fine_yuan=fine,
        published_until=cells["published_until"],
        sharing_class=cells.get("sharing_class"),
    )


def producer_of(cells: Cells) -> Body | None:
    """The organ that decided, where it is named."""
    if cells["organ"] is None:
        return None
    return _body(cells["organ"], cells.get("organ_code"), cells.get("region"))


def provider_of(cells: Cells) -> Body | None:
    """The body that supplied the row, where the sheet names it."""
    name = cells.get("provider")
    return None if name is None else _body(name, cells.get("provider_code"), None)


@lru_cache(maxsize=1024)  # many rows are of one organ
def _body(name: str, code: CreditCode | None, region: str | None) -> Body:
    return Body(name=name, code=code, region=region)
