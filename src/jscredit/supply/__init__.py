"""How providers supply information: routes, admission, copies kept once, timeliness, files kept (M16 to M18, M41)."""

from typing import TYPE_CHECKING

from jscredit.deferred import deferred
from jscredit.rules import Quantity, Rule, Term
from jscredit.supply.routes import LOCAL_SYSTEMS, Hop, Station, SupplyPath, supply_path
from jscredit.supply.rules import ANALOGY, DOUBLE_PUBLICITY, SUPPLY_IN_TIME, SUPPLY_PERIOD, SUPPLY_TAKEN
from jscredit.supply.vocabulary import ContradictionKind, MergeReason, StationKind, SupplyRoute

if TYPE_CHECKING:
    from jscredit.supply.appointments import missing_appointments
    from jscredit.supply.completeness import missing_fields
    from jscredit.supply.delivery import Delivery, supply_taken
    from jscredit.supply.keeping import KeptFile, file_identity, kept_files
    from jscredit.supply.merging import deduplicate, document_key
    from jscredit.supply.model import Contradiction, Deduplication, Filled, KeptRecord, PossibleCopies
    from jscredit.supply.quality import supply_report
    from jscredit.supply.report import FieldCount, ProviderQuality, SupplyReport
    from jscredit.supply.timing import SupplyDue, Timeliness, supply_due, timeliness

__getattr__ = deferred(
    __name__,
    appointments=("missing_appointments",),
    completeness=("missing_fields",),
    delivery=("Delivery", "supply_taken"),
    keeping=("KeptFile", "file_identity", "kept_files"),
    merging=("deduplicate", "document_key"),
    model=("Contradiction", "Deduplication", "Filled", "KeptRecord", "PossibleCopies"),
    quality=("supply_report",),
    report=("FieldCount", "ProviderQuality", "SupplyReport"),
    timing=("SupplyDue", "Timeliness", "supply_due", "timeliness"),
)

RULES: tuple[Rule | Quantity, ...] = (SUPPLY_TAKEN, SUPPLY_IN_TIME)
TERMS: tuple[Term, ...] = (LOCAL_SYSTEMS, ANALOGY, SUPPLY_PERIOD)
CLAUSES: tuple[str, ...] = ("M6¶3", "M16", "M16¶1", "M16¶2", "M16¶3", "M16¶4", "M18", "M39", "M41")

__all__ = [
    "ANALOGY",
    "CLAUSES",
    "DOUBLE_PUBLICITY",
    "LOCAL_SYSTEMS",
    "RULES",
    "SUPPLY_IN_TIME",
    "SUPPLY_PERIOD",
    "SUPPLY_TAKEN",
    "TERMS",
    "Contradiction",
    "ContradictionKind",
    "Deduplication",
    "Delivery",
    "FieldCount",
    "Filled",
    "Hop",
    "KeptFile",
    "KeptRecord",
    "MergeReason",
    "PossibleCopies",
    "ProviderQuality",
    "Station",
    "StationKind",
    "SupplyDue",
    "SupplyPath",
    "SupplyReport",
    "SupplyRoute",
    "Timeliness",
    "deduplicate",
    "document_key",
    "file_identity",
    "kept_files",
    "missing_appointments",
    "missing_fields",
    "supply_due",
    "supply_path",
    "supply_report",
    "supply_taken",
    "timeliness",
]
