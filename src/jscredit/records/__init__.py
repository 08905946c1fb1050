"""Records: who a record is about, what it says, and the file that keeps it."""

from typing import TYPE_CHECKING

from jscredit.deferred import deferred
from jscredit.records.body import Body, Level, ProviderType, Role, acts_in_jiangsu, same_body
from jscredit.records.conduct_table import ConductRow, conduct_row, conduct_rows
from jscredit.records.conducts import BlacklistField, Conduct
from jscredit.records.documents import Document
from jscredit.records.evidence import RepairEvidence
from jscredit.records.identifiers import (
    CreditCode,
    Identifier,
    IdType,
    OrganisationCode,
    OtherId,
    ResidentId,
    is_masked,
    mask_name,
    mask_numbers_in,
)
from jscredit.records.judgement import Judgement
from jscredit.records.kind_table import KindItem, KindRow, kind_row, kind_rows
from jscredit.records.kinds import Kind
from jscredit.records.matching import Match, match, match_keys, normalise_name
from jscredit.records.matters import Matter
from jscredit.records.record import CreditRecord
from jscredit.records.region import RegionCode, is_in_jiangsu
from jscredit.records.storage import is_storage, storage_context
from jscredit.records.subject import Subject
from jscredit.records.subject_types import OrganisationForm, SubjectType
from jscredit.records.value import Value
from jscredit.records.vocabulary import (
    Category,
    DelistingGround,
    Granter,
    Honour,
    ListingAct,
    ListingGround,
    ListSide,
    PenaltyType,
    Procedure,
    RecordStatus,
    Severity,
    SharingClass,
    Vocabulary,
)

if TYPE_CHECKING:
    from jscredit.records.capacity import Capacity, CapacityFinding, capacity_on, reaches_age_on
    from jscredit.records.changes import (
        Attributed,
        Change,
        Corrected,
        Delisted,
        Flagged,
        Listed,
        OneChange,
        Purged,
        Repaired,
        Supplied,
        Unflagged,
        Withdrawn,
    )
    from jscredit.records.file import CreditFile
    from jscredit.records.list_entry import ListEntry
    from jscredit.records.rows import flat_row, flat_storage_row
    from jscredit.records.sameness import same_subject
    from jscredit.records.state import EntryState, RecordState

__getattr__ = deferred(
    __name__,
    capacity=("Capacity", "CapacityFinding", "capacity_on", "reaches_age_on"),
    changes=(
        "Attributed",
        "Change",
        "Corrected",
        "Delisted",
        "Flagged",
        "Listed",
        "OneChange",
        "Purged",
        "Repaired",
        "Supplied",
        "Unflagged",
        "Withdrawn",
    ),
    file=("CreditFile",),
    list_entry=("ListEntry",),
    rows=("flat_row", "flat_storage_row"),
    sameness=("same_subject",),
    state=("EntryState", "RecordState"),
)

CLAUSES = ("M2", "M3")

__all__ = [
    "CLAUSES",
    "Attributed",
    "BlacklistField",
    "Body",
    "Capacity",
    "CapacityFinding",
    "Category",
    "Change",
    "Conduct",
    "ConductRow",
    "Corrected",
    "CreditCode",
    "CreditFile",
    "CreditRecord",
    "Delisted",
    "DelistingGround",
    "Document",
    "EntryState",
    "Flagged",
    "Granter",
    "Honour",
    "IdType",
    "Identifier",
    "Judgement",
    "Kind",
    "KindItem",
    "KindRow",
    "Level",
    "ListEntry",
    "ListSide",
    "Listed",
    "ListingAct",
    "ListingGround",
    "Match",
    "Matter",
    "OneChange",
    "OrganisationCode",
    "OrganisationForm",
    "OtherId",
    "PenaltyType",
    "Procedure",
    "ProviderType",
    "Purged",
    "RecordState",
    "RecordStatus",
    "RegionCode",
    "RepairEvidence",
    "Repaired",
    "ResidentId",
    "Role",
    "Severity",
    "SharingClass",
    "Subject",
    "SubjectType",
    "Supplied",
    "Unflagged",
    "Value",
    "Vocabulary",
    "Withdrawn",
    "acts_in_jiangsu",
    "capacity_on",
    "conduct_row",
    "conduct_rows",
    "flat_row",
    "flat_storage_row",
    "is_in_jiangsu",
    "is_masked",
    "is_storage",
    "kind_row",
    "kind_rows",
    "mask_name",
    "mask_numbers_in",
    "match",
    "match_keys",
    "normalise_name",
    "reaches_age_on",
    "same_body",
    "same_subject",
    "storage_context",
]
