"""One row of values against the rules of its entry: each value, and what the rules ask of several together."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date

from jscredit.catalog.conformance_texts import conformance_fault
from jscredit.catalog.element import DataElement
from jscredit.catalog.model import CatalogueEntry
from jscredit.catalog.vocabulary import ElementType, RowSubject
from jscredit.catalog.written import Written, coded_parts, problems_of, written_day
from jscredit.errors import Fault
from jscredit.records.identifiers.text import half_width, normalise


def row_faults(
    values: Mapping[str, list[Written]], entry: CatalogueEntry, report_day: date | None, skipped: frozenset[str]
) -> Iterator[Fault]:
    """What is wrong with the values of one row, by the codes of their elements."""
    single: dict[str, Written] = {}
    wrong: set[str] = set()
    for element in entry.elements:
        given = values.get(element.code, [])
        found = () if element.code in skipped else tuple(_value_faults(element, given))
        yield from found
        if found:
            wrong.add(element.code)
        single[element.code] = _stated(element, given)
    groups = tuple(_group_faults(entry, single, skipped))
    yield from groups
    conflict = tuple(_conflict(entry, single))
    told = wrong | skipped | {fault.field for fault in groups}
    yield from conflict or _subject_faults(entry, single, told)
    yield from _day_faults(entry, single, wrong, report_day)


def _stated(element: DataElement, given: list[Written]) -> Written:
    """What the element says: the first value that is there; None for a blank, and for the word that says none."""
    value = next((each for each in given if each is not None), None)
    return None if value is not None and value == element.none_word else value


def _value_faults(element: DataElement, given: list[Written]) -> Iterator[Fault]:
    filled = [each for each in given if each is not None]
    if len(set(map(str, filled))) > 1:
        yield conformance_fault("conflict", field=element.code)
    elif not filled:
        if element.needs_value and (given or not element.may_be_absent):
            yield conformance_fault("required", field=element.code)
    elif filled[0] == element.none_word:
        if element.needs_value and not element.none_allowed:
            yield conformance_fault("none-not-allowed", field=element.code)
    else:
        for problem in problems_of(filled[0], element):
            yield conformance_fault(problem, field=element.code, limit=element.max_length)


def _group_faults(entry: CatalogueEntry, single: Mapping[str, Written], skipped: frozenset[str]) -> Iterator[Fault]:
    groups = dict.fromkeys(one.group for one in entry.elements if one.required and one.group is not None)
    for group in groups:
        members = [one.code for one in entry.elements if one.group == group and one.code not in skipped]
        if members and all(single[code] is None for code in members):
            yield conformance_fault("group", field=members[0])


def _subject_faults(
    entry: CatalogueEntry, single: Mapping[str, Written], told: AbstractSet[str | None]
) -> Iterator[Fault]:
    conditional = [one for one in entry.elements if one.required_for or one.blank_for]
    subject = row_subject(entry, single) if conditional else None
    for element in conditional:
        there = single[element.code] is not None
        if subject is not None and element.required_for is subject and not there and element.code not in told:
            yield conformance_fault("required-for", field=element.code)
        if subject is not None and element.blank_for is subject and there:
            yield conformance_fault("blank-for", field=element.code)


_SOLE_TRADER = "92"
_OF_ORGANISATIONS = frozenset(
    {
        ElementType.CREDIT_CODE,
        ElementType.ORGANISATION_CODE,
        ElementType.BUSINESS_REGISTRATION,
        ElementType.INSTITUTION_CERTIFICATE,
        ElementType.SOCIAL_ORGANISATION,
    }
)


def row_subject(entry: CatalogueEntry, single: Mapping[str, Written]) -> RowSubject | None:
    """Whom a row is about: as a code says, else by the numbers of its groups that are filled; None where unclear."""
    teller = _teller(entry, single)
    if teller is not None:
        return _told_by(teller, single)
    filled = _numbers(entry, single)
    if filled & {*_OF_ORGANISATIONS, ElementType.TAX_REGISTRATION}:
        return RowSubject.ORGANISATION
    return RowSubject.NATURAL_PERSON if ElementType.PERSONAL_NUMBER in filled else None


def _teller(entry: CatalogueEntry, single: Mapping[str, Written]) -> DataElement | None:
    """The element whose codes tell whom a row is about, if it is filled."""
    tellers = (one for one in entry.elements if any(code.subject for code in one.codes))
    return next((one for one in tellers if single[one.code] is not None), None)


def _told_by(teller: DataElement, single: Mapping[str, Written]) -> RowSubject | None:
    said = {half_width(one.code): one.subject for one in teller.codes}
    return said.get(coded_parts(single[teller.code], teller)[0])


def _numbers(entry: CatalogueEntry, single: Mapping[str, Written]) -> set[str]:
    return {one.type for one in entry.elements if one.group is not None and single[one.code] is not None}


def _conflict(entry: CatalogueEntry, single: Mapping[str, Written]) -> Iterator[Fault]:
    """What the row is said to be about, against its numbers.

    A person has no number of an organisation but a tax number, an organisation has no personal one, and the credit
    code of a sole trader, and of no other, begins with 92 (GB 32100-2015).
    """
    teller = _teller(entry, single)
    subject = _told_by(teller, single) if teller is not None else None
    filled = _numbers(entry, single)
    person_with = subject is RowSubject.NATURAL_PERSON and filled & _OF_ORGANISATIONS
    organisation_with = subject is RowSubject.ORGANISATION and ElementType.PERSONAL_NUMBER in filled
    codes = [single[one.code] for one in entry.elements if one.group and one.type == ElementType.CREDIT_CODE]
    traders = {normalise(code).startswith(_SOLE_TRADER) for code in codes if isinstance(code, str)}
    trader_against = subject is not None and (subject is not RowSubject.SOLE_TRADER) in traders
    if teller is not None and (person_with or organisation_with or trader_against):
        yield conformance_fault("subject-conflict", field=teller.code)


def _day_faults(
    entry: CatalogueEntry, single: Mapping[str, Written], wrong: set[str], report_day: date | None
) -> Iterator[Fault]:
    days = {
        one.code: written_day(single[one.code])
        for one in entry.elements
        if one.type == ElementType.DAY and one.code not in wrong
    }
    for element in entry.elements:
        day = days.get(element.code)
        first = days.get(element.not_before) if element.not_before else None
        if day is not None and first is not None and day < first:
            yield conformance_fault("before", field=element.code)
        if day is not None and element.not_after_report and report_day is not None and day > report_day:
            yield conformance_fault("after-report", field=element.code)
