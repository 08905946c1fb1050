"""From rows to files: subjects joined by their numbers, each with one credit file (M16, M18, M32)."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from jscredit.deadlines import as_day
from jscredit.errors import Label
from jscredit.interchange.file_set import DifferingCopies, FileSet, KeptOnce, Place, PossibleMatch, RepeatedDocument
from jscredit.interchange.model import Sheet, SheetRow, SheetStatus
from jscredit.records import CreditFile, Flagged, Supplied, Withdrawn
from jscredit.records.changes import OneChange
from jscredit.supply.comparing import COMPARED, content_of, differing
from jscredit.supply.grouping import grouped, possible_by_name

_REVOKED = Label("来源表中状态为撤销", "the sheet says that it was revoked")
_DISPUTED = Label("来源表中状态为异议", "the sheet says that it is under objection")


class _Row(NamedTuple):
    place: Place
    row: SheetRow


def files_from(*sheets: Sheet | Iterable[SheetRow], known_on: date, complete_since: date | None = None) -> FileSet:
    """One credit file for each subject of these sheets, with what a person has to decide or to know.

    Rows are about one subject where they share a number and nothing speaks against it; a name alone joins nothing.
    Every row is supplied to the file (M16). A revoked one is withdrawn as well, one under objection is flagged (M32);
    it still counts.

    Args:
        sheets: each the sheet of one supply route, or its rows.
        known_on: the day on which the rows became known here. It is the day from which a change counts too, unless
            the row tells an earlier day of its last update.
        complete_since: the day from which somebody vouches that the sheets leave nothing out.

    The same record on two routes is kept once: the same subject, kind, document and content. Where copies of one
    document about one subject differ, all are kept and the difference is reported: neither wins in silence (M16).

    Raises:
        InvalidInput: ``known_on`` or ``complete_since`` is no date.

    >>> from datetime import date
    >>> files_from(known_on=date(2024, 3, 1)).files
    ()
    """
    day = as_day(known_on, field="known_on")
    rows = [
        _Row(Place(sheet=number, row=row.number), row)
        for number, sheet in enumerate(sheets, start=1)
        for row in (sheet.rows if isinstance(sheet, Sheet) else sheet)
    ]
    groups = grouped([each.row.record.subject for each in rows])
    kept: list[KeptOnce] = []
    differing: list[DifferingCopies] = []
    files = []
    for group in groups.members:
        of_group = [rows[at] for at in group.places]
        left = _without_copies(of_group, kept, differing)
        changes = tuple(change for each in left for change in _changes(each, day))
        files.append(CreditFile(group.subject, changes, complete_since))
    return FileSet(
        files=tuple(files),
        possible=(
            *(PossibleMatch(files=torn, by_name=False) for torn in groups.torn),
            *(
                PossibleMatch(files=alike, by_name=True)
                for alike in possible_by_name([group.subject for group in groups.members])
            ),
        ),
        repeated=tuple(_repeated(rows)),
        kept_once=tuple(kept),
        differing=tuple(differing),
    )


def _without_copies(rows: Sequence[_Row], kept: list[KeptOnce], differing: list[DifferingCopies]) -> list["_Supply"]:
    """The rows of one subject, a record that stands in several sheets only once."""
    by_document: defaultdict[tuple[object, ...], list[_Row]] = defaultdict(list)
    for each in rows:
        record = each.row.record
        # Without a number of its document no row can be told to be another's copy.
        by_document[record.kind, record.document_number or each.place].append(each)
    found: list[_Row] = []
    for number, copies in ((key[1], copies) for key, copies in by_document.items()):
        document = number if isinstance(number, str) else None
        chosen = _first_of_equals(copies, document, kept)
        differing += _differences(chosen, document)
        found += chosen
    return list(_with_free_ids(found))


@dataclass(frozen=True, slots=True)
class _Supply:
    each: _Row
    id: str


def _with_free_ids(rows: Iterable[_Row]) -> Iterator[_Supply]:
    """Each row with an id of its own: rows of two sheets may have one."""
    taken: set[str] = set()
    for each in rows:
        own = each.row.record.id
        free = own if own not in taken else f"{own}@{each.place.sheet}"
        taken.add(free)
        yield _Supply(each, free)


def _first_of_equals(copies: Sequence[_Row], document: str | None, kept: list[KeptOnce]) -> list[_Row]:
    by_content: dict[object, list[_Row]] = {}
    for each in copies:
        # Within one sheet nothing is a copy of another route; what stands there twice is reported, and kept.
        chain = by_content.setdefault(_content(each), [])
        chain.append(each)
    found: list[_Row] = []
    for same in by_content.values():
        by_sheet: dict[int, list[_Row]] = {}
        for each in same:
            by_sheet.setdefault(each.place.sheet, []).append(each)
        # As often as the sheet that has it most often.
        longest = max(by_sheet.values(), key=len)
        found += longest
        if len(by_sheet) > 1 and document is not None:
            kept.append(KeptOnce(document_number=document, places=tuple(each.place for each in same)))
    return sorted(found, key=lambda each: each.place)


def _content(each: _Row) -> tuple[object, ...]:
    return (*content_of(each.row.record), each.row.status)


def _differences(chosen: Sequence[_Row], document: str | None) -> Iterator[DifferingCopies]:
    """What differs between the copies of one document in different sheets."""
    if document is None or len({each.place.sheet for each in chosen}) < 2:  # noqa: PLR2004 - one sheet has no copies
        return
    fields = differing((*COMPARED, "status"), [_content(each) for each in chosen])
    yield DifferingCopies(document_number=document, places=tuple(each.place for each in chosen), fields=fields)


def _repeated(rows: Iterable[_Row]) -> Iterator[RepeatedDocument]:
    """Numbers that stand more than once in one sheet: one decision on several subjects, or a row entered twice."""
    found: defaultdict[tuple[int, object, str], list[_Row]] = defaultdict(list)
    for each in rows:
        record = each.row.record
        if record.document_number is not None:
            found[each.place.sheet, record.kind, record.document_number].append(each)
    for (_, _, number), same in found.items():
        if len(same) > 1:
            subjects = {each.row.record.subject for each in same}
            yield RepeatedDocument(
                document_number=number,
                places=tuple(each.place for each in same),
                same_subject=len(subjects) < len(same),
            )


def _changes(supply: _Supply, known_on: date) -> Iterator[OneChange]:
    row = supply.each.row
    updated = row.content.get("updated_on")
    day = known_on if updated is None else min(known_on, date.fromisoformat(updated))
    record = row.record if row.record.id == supply.id else dataclasses.replace(row.record, id=supply.id)
    yield Supplied(day=day, known_on=known_on, citation="M16", case=record.document_number, record=record)
    if row.status is SheetStatus.REVOKED:
        reason = f"{_REVOKED.zh} | {_REVOKED.en}"
        yield Withdrawn(day=day, known_on=known_on, citation="M16", record_id=record.id, reason=reason)
    elif row.status is SheetStatus.UNDER_OBJECTION:
        reason = f"{_DISPUTED.zh} | {_DISPUTED.en}"
        yield Flagged(day=day, known_on=known_on, citation="M32¶3", record_id=record.id, reason=reason)
