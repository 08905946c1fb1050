"""What follows a repair in other files (M29), and what a file adds to the evidence for one (M34(2))."""

import dataclasses
from collections.abc import Iterable, Iterator
from datetime import date

from jscredit.deadlines import as_day
from jscredit.law import M
from jscredit.records import CreditFile, CreditRecord, RecordState, RecordStatus, Repaired, RepairEvidence
from jscredit.repair.case import RepairCase
from jscredit.repair.events import Adopted
from jscredit.repair.facts import repair_row
from jscredit.repair.rules import SAME_KIND
from jscredit.rules import JIANGSU_2018, Regime


def derived_repairs(
    case: RepairCase, files: Iterable[CreditFile], *, known_on: date | None = None
) -> tuple[tuple[CreditFile, tuple[Repaired, ...]], ...]:
    """The changes that carry a repair into the files of the persons for whom the failure was recorded too (M29).

    Args:
        case: the repair; before it is adopted nothing follows.
        files: the persons' files.
        known_on: the day on which the changes are entered; the day of adoption unless given.

    Returns:
        Each file that holds such a record, with its changes. A derived record is one that names the failure as its
        source and has its kind and its day of determination: an id alone is unique only within one file.
    """
    adopted = case.last(Adopted)
    if adopted is None:
        return ()
    entered = adopted.on if known_on is None else as_day(known_on, field="known_on")
    found = ((file, tuple(_repairs(case, file, adopted.on, entered))) for file in files)
    return tuple((file, changes) for file, changes in found if changes)


def _repairs(case: RepairCase, file: CreditFile, day: date, entered: date) -> Iterator[Repaired]:
    for state in file.records:
        if state.status is RecordStatus.ACTIVE and _derives_from(state, case.record):
            yield Repaired(
                day=day, known_on=entered, citation=M.article(29).ledger_id, case=case.number, record_id=state.record.id
            )


def _derives_from(state: RecordState, source: CreditRecord) -> bool:
    own = state.record
    return (state.source_id, own.kind, own.determined_on) == (source.id, source.kind, source.determined_on)


def evidence_with_file(
    record: CreditRecord,
    evidence: RepairEvidence,
    *,
    file: CreditFile,
    on: date,
    regime: Regime = JIANGSU_2018,
) -> RepairEvidence:
    """The evidence with what the subject's credit file tells of a recurrence, so that a case can be replayed alone.

    A failure of the same kind that the file certainly holds counts, also against a stated "no"; what was stated comes
    next; the file's silence only where somebody vouches that it is complete.

    Raises:
        InvalidInput: as ``repair_eligibility``.
    """
    row = repair_row(record, evidence, on=as_day(on, field="on"), file=file, regime=regime)
    by_conduct = regime.chosen(SAME_KIND) == "same-conduct-or-undetermined"
    name = "recurred" if by_conduct else "recurred_in_record_kind"
    return dataclasses.replace(evidence, recurred=row[name], recurred_on=row[f"{name}_on"])
