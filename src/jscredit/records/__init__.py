"""Records: who a record is about, what it says, and the file that keeps it."""

from jscredit.records.body import Body, Level, ProviderType, Role, acts_in_jiangsu
from jscredit.records.capacity import Capacity, CapacityFinding, capacity_on, reaches_age_on
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
from jscredit.records.matching import Match, match, match_keys, normalise_name
from jscredit.records.region import RegionCode, is_in_jiangsu
from jscredit.records.storage import is_storage, storage_context
from jscredit.records.subject import Subject
from jscredit.records.subject_types import OrganisationForm, SubjectType

__all__ = [
    "Body",
    "Capacity",
    "CapacityFinding",
    "CreditCode",
    "IdType",
    "Identifier",
    "Level",
    "Match",
    "OrganisationCode",
    "OrganisationForm",
    "OtherId",
    "ProviderType",
    "RegionCode",
    "ResidentId",
    "Role",
    "Subject",
    "SubjectType",
    "acts_in_jiangsu",
    "capacity_on",
    "is_in_jiangsu",
    "is_masked",
    "is_storage",
    "mask_name",
    "mask_numbers_in",
    "match",
    "match_keys",
    "normalise_name",
    "reaches_age_on",
    "storage_context",
]
