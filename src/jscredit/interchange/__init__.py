"""Sheets as departments hand them over: read into records, every fault reported, the good rows going on."""

from typing import TYPE_CHECKING

from jscredit.deferred import deferred
from jscredit.interchange.catalog_sheet import read_catalogue_sheet, sheet_conformance, write_catalogue_sheet
from jscredit.interchange.content import Content
from jscredit.interchange.dialect import dialect_ids
from jscredit.interchange.file_set import DifferingCopies, FileSet, KeptOnce, Place, PossibleMatch, RepeatedDocument
from jscredit.interchange.files import files_from
from jscredit.interchange.fines import stated_fine
from jscredit.interchange.model import RejectedRow, RowCount, Sheet, SheetCounts, SheetFault, SheetRow, SheetStatus
from jscredit.interchange.procedure import has_own_limits, inferred_procedure
from jscredit.interchange.reading import read_sheet
from jscredit.interchange.terms import SHEET_PENALTY_REFLECTS_CREDIT
from jscredit.interchange.writing import write_sheet
from jscredit.rules import Quantity, Rule, Term

if TYPE_CHECKING:
    from jscredit.interchange.measure_sheet import read_measure_list

__getattr__ = deferred(__name__, measure_sheet=("read_measure_list",))

RULES: tuple[Rule | Quantity, ...] = ()
TERMS: tuple[Term, ...] = (SHEET_PENALTY_REFLECTS_CREDIT,)

__all__ = [
    "RULES",
    "SHEET_PENALTY_REFLECTS_CREDIT",
    "TERMS",
    "Content",
    "DifferingCopies",
    "FileSet",
    "KeptOnce",
    "Place",
    "PossibleMatch",
    "RejectedRow",
    "RepeatedDocument",
    "RowCount",
    "Sheet",
    "SheetCounts",
    "SheetFault",
    "SheetRow",
    "SheetStatus",
    "dialect_ids",
    "files_from",
    "has_own_limits",
    "inferred_procedure",
    "read_catalogue_sheet",
    "read_measure_list",
    "read_sheet",
    "sheet_conformance",
    "stated_fine",
    "write_catalogue_sheet",
    "write_sheet",
]
