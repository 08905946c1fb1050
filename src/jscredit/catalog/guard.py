"""The record guard: data whose collection M14 forbids is refused before anything is stored or classified.

No error, and nothing else that comes from here, holds the data or the header it stood under.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from jscredit.catalog.conforming import header_key
from jscredit.catalog.element import DataElement
from jscredit.catalog.forbidden import ForbiddenAddition, ForbiddenHit, forbidden_in, forbidden_in_name
from jscredit.catalog.model import CatalogueEntry, Norm
from jscredit.catalog.vocabulary import ForbiddenElement
from jscredit.errors import Fault, Label, Refused
from jscredit.records import CreditFile, Purged, mask_numbers_in

Data = Mapping[str, Any]

_CITATION = "M14"


def admit_data(data: Data, *, entry: CatalogueEntry | None = None, additions: Iterable[ForbiddenAddition] = ()) -> Data:
    """Data as it came, if nothing in it is forbidden: call it before you store it, or make a record of it.

    Blank values are no data. Data inside data, as JSON has it, is looked at too.

    Args:
        data: the values by their headers: column codes or names.
        entry: the catalogue entry, whose elements tell what a header means; else the headers alone tell.
        additions: what a law or a regulation forbids beside M14.

    Raises:
        Refused: ``catalogue.forbidden-data``, once for each forbidden element that holds something.

    >>> admit_data({"CF_WSH": "虚罚字1号"})
    {'CF_WSH': '虚罚字1号'}
    >>> try:
    ...     admit_data({"姓名": "张三", "宗教信仰": "某教"})
    ... except Refused as error:
    ...     (error.code, error.element, error.column, "某教" in str(error))
    ('catalogue.forbidden-data', 'religion', 2, False)
    """
    faults = tuple(_faults(data, _headers(entry), tuple(additions)))
    if faults:
        # Only what says nothing of the data goes on: neither the data nor an error that met it.
        raise Refused(*faults) from None
    return data


def _headers(entry: CatalogueEntry | None) -> dict[str, DataElement]:
    elements = entry.elements if entry else ()
    return {header_key(name): one for one in elements for name in (*one.aliases, one.name, one.code) if name}


def _faults(data: Data, headers: dict[str, DataElement], additions: tuple[ForbiddenAddition, ...]) -> Iterator[Fault]:
    for place, (header, value) in enumerate(data.items(), start=1):
        known = headers.get(header_key(header))
        hit = forbidden_in(known, additions=additions) if known else forbidden_in_name(header, additions=additions)
        if hit and not _is_blank(value):
            yield _fault(hit, known, place)
        elif not hit:
            for inner in _inner(value):
                yield from _faults(inner, headers, additions)


def _inner(value: Any) -> Iterator[Data]:
    if isinstance(value, Mapping):
        yield value
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _inner(part)


def _is_blank(value: Any) -> bool:
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, Mapping):
        return all(map(_is_blank, value.values()))
    return all(map(_is_blank, value)) if isinstance(value, list | tuple) else value is None


def _fault(hit: ForbiddenHit, known: DataElement | None, place: int) -> Fault:
    cited = mask_numbers_in(hit.norm.citation) if hit.norm else ""
    norm, norm_en = (f"：{cited}", f": {cited}") if cited else ("", "")
    called = hit.element.label
    return Fault(
        code="catalogue.forbidden-data",
        message=Label(
            f"第{place}列属于禁止归集的“{called.zh}”{norm}",
            f"column {place} holds what is never collected ({called.en}{norm_en})",
        ),
        cure=Label("请删去该列后再提供；不得存储", "take the column out and supply the data again; do not store it"),
        field=mask_numbers_in(known.code) if known else None,
        clause=_CITATION,
        data=MappingProxyType({"column": place, "element": hit.element.value}),
    )


def forbidden_purges(
    file: CreditFile,
    entry: CatalogueEntry,
    *,
    on: date,
    case: str | None = None,
    additions: Iterable[ForbiddenAddition] = (),
) -> tuple[Purged, ...]:
    """The changes that take forbidden content out of what is stored already: each leaves an empty marker (M14).

    An entry whose element is forbidden and fills a field of records tells where the content stands. Every version of
    each record of the entry's kinds is looked at; what was emptied before is left alone.

    Args:
        file: the stored file; apply the changes to it.
        entry: the entry under which the records came.
        on: the day of the purge.
        case: the number of the case or document, where there is one.
        additions: what a law or a regulation forbids beside M14.
    """
    given = tuple(additions)
    fields = {one.field: hit for one in entry.elements if one.field and (hit := forbidden_in(one, additions=given))}
    return tuple(
        purge_of(state.record.id, field, element=hit.element, norm=hit.norm, on=on, case=case)
        for state in file.records
        if state.record.kind in entry.kinds
        for field, hit in fields.items()
        if any(getattr(version, field, None) is not None for version in (state.record, *state.versions))
    )


def purge_of(  # noqa: PLR0913 - each is part of the marker
    record_id: str,
    field: str,
    *,
    element: ForbiddenElement,
    on: date,
    norm: Norm | None = None,
    case: str | None = None,
) -> Purged:
    """The change that empties one field of one record in all its versions, for a stated kind of forbidden content.

    The marker that stays cites M14, and the added norm where there is one; it holds nothing of the content.

    >>> purge_of("1", "document_number", element=ForbiddenElement.DISEASE, on=date(2020, 1, 1)).citation
    'M14 disease'
    """
    citation = " ".join(part for part in (_CITATION, element.value, norm and norm.citation) if part)
    return Purged(day=on, known_on=on, citation=citation, case=case, record_id=record_id, element=field)
