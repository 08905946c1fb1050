"""Who it is: codes of organisations and numbers of persons, checked, normalised, masked where personal."""

from jscredit.records.identifiers.base import Identifier
from jscredit.records.identifiers.credit_code import CreditCode
from jscredit.records.identifiers.id_type import IdType
from jscredit.records.identifiers.masking import is_masked, mask_name, mask_numbers_in
from jscredit.records.identifiers.organisation_code import OrganisationCode
from jscredit.records.identifiers.other_id import OtherId
from jscredit.records.identifiers.resident_id import ResidentId

__all__ = [
    "CreditCode",
    "IdType",
    "Identifier",
    "OrganisationCode",
    "OtherId",
    "ResidentId",
    "is_masked",
    "mask_name",
    "mask_numbers_in",
]
