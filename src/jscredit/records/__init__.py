"""Records: who a record is about, what it says, and the file that keeps it."""

from jscredit.records.body import Body, Level, ProviderType, Role, acts_in_jiangsu
from jscredit.records.capacity import Capacity, CapacityFinding, capacity_on, reaches_age_on
from jscredit.records.conduct_table import ConductRow, conduct_row, conduct_rows
from jscredit.records.conducts import BlacklistField, Conduct
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

__all__ = [
    "BlacklistField",
    "Body",
    "Capacity",
    "CapacityFinding",
    "Category",
    "Conduct",
    "ConductRow",
    "CreditCode",
    "CreditRecord",
    "DelistingGround",
    "Granter",
    "Honour",
    "IdType",
    "Identifier",
    "Judgement",
    "Kind",
    "KindItem",
    "KindRow",
    "Level",
    "ListSide",
    "ListingAct",
    "ListingGround",
    "Match",
    "OrganisationCode",
    "OrganisationForm",
    "OtherId",
    "PenaltyType",
    "Procedure",
    "ProviderType",
    "RecordStatus",
    "RegionCode",
    "ResidentId",
    "Role",
    "Severity",
    "SharingClass",
    "Subject",
    "SubjectType",
    "Value",
    "Vocabulary",
    "acts_in_jiangsu",
    "capacity_on",
    "conduct_row",
    "conduct_rows",
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
    "storage_context",
]
