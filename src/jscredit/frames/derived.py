"""Facts that follow from other columns of the row, as the object's own properties tell them.

A frame may hold any of them as a column of its own; then that column is taken.
"""

from collections.abc import Callable, Mapping
from functools import partial, reduce
from operator import or_
from types import MappingProxyType
from typing import NamedTuple

from jscredit.frames.library import nw
from jscredit.records import PenaltyType, kind_rows
from jscredit.records.facts import PENALTY_TYPE
from jscredit.records.identifiers import IdType
from jscredit.records.subject_types import OrganisationForm, SubjectType

Values = Mapping[str, nw.Expr]
YES, NO = nw.lit(value=True), nw.lit(value=False)


class Derived(NamedTuple):
    """How a fact follows: from which columns, those that a frame may lack, and the expression over what it has."""

    needs: tuple[str, ...]
    also: tuple[str, ...]
    told: Callable[[Values], nw.Expr]


def _happened(event: str, day: str) -> Derived:
    """A day says that the thing happened."""
    return Derived((event, day), (), lambda at: nw.when(~at[day].is_null()).then(YES).otherwise(at[event]))


def _same_as(name: str) -> Derived:
    return Derived((name,), (), lambda at: at[name])


def _lawfully_determined(at: Values) -> nw.Expr:
    known = (~at[name].is_null() for name in ("determined_by", "document_number", "determined_on"))
    return nw.when(*known).then(YES)


def _conduct(at: Values) -> nw.Expr:
    """The conduct as stated, else the one that the kind itself names."""
    named = {kind.value: row.conduct.value for kind, row in kind_rows().items() if row.conduct}
    by_kind = at["kind"].replace_strict(list(named), list(named.values()), default=nw.lit(None, nw.String))
    return nw.when(~at["conduct"].is_null()).then(at["conduct"]).otherwise(by_kind)


def _includes(kind: PenaltyType, at: Values) -> nw.Expr:
    """Whether a penalty includes a type; a code that joins two leaves each of them open."""
    listed = nw.concat_str(nw.lit(","), at["penalty_types"], nw.lit(","))
    named = listed.str.contains(f",{kind.value},", literal=True)
    if kind not in (PenaltyType.LICENCE_SUSPENSION, PenaltyType.LICENCE_REVOCATION):
        return named
    joined = listed.str.contains(f",{PenaltyType.LICENCE_SUSPENSION_OR_REVOCATION.value},", literal=True)
    return nw.when(named).then(YES).when(~joined).then(NO)


def _includes_fine(at: Values) -> nw.Expr:
    """A fine that is stated says that the penalty includes one."""
    included = _includes(PenaltyType.FINE, at)
    return nw.when(at["fine_yuan"] > 0).then(YES).otherwise(included) if "fine_yuan" in at else included


def _fine(at: Values) -> nw.Expr:
    """The fine as stated; none where all types of the penalty are known and no fine is among them."""
    if "penalty_types" not in at:
        return at["fine_yuan"]
    stated = at["fine_yuan"].cast(nw.Float64)
    is_none = stated.is_null() & ~_includes(PenaltyType.FINE, at)
    return nw.when(is_none).then(nw.lit(0.0)).otherwise(stated)


def _natural_person(at: Values) -> nw.Expr:
    """Whether the subject is a natural person; where the type is not known, by its form and its numbers."""
    is_person = at["subject_type"] == SubjectType.NATURAL_PERSON.value
    told = nw.when(~at["subject_type"].is_null()).then(is_person)
    if "subject_resident_id" in at:
        told = told.when(~at["subject_resident_id"].is_null()).then(YES)
    if "subject_other_ids" in at:
        told = told.when(_names_one(at, personal=True)).then(YES)
    if "subject_form" in at:
        is_trader = at["subject_form"] == OrganisationForm.SOLE_TRADER.value
        told = told.when(~at["subject_form"].is_null()).then(is_trader)
    if "subject_credit_code" in at:
        told = told.when(~at["subject_credit_code"].is_null()).then(at["subject_credit_code"].str.starts_with("92"))
    if "subject_organisation_code" in at:
        told = told.when(~at["subject_organisation_code"].is_null()).then(NO)
    if "subject_other_ids" in at:
        told = told.when(_names_one(at, personal=False)).then(NO)
    return told


def _names_one(at: Values, *, personal: bool) -> nw.Expr:
    listed = nw.concat_str(nw.lit(","), at["subject_other_ids"])
    types = PERSONAL_TYPES if personal else ORGANISATION_TYPES
    return reduce(or_, (listed.str.contains(f",{each.value}:", literal=True) for each in types))


PERSONAL_TYPES = tuple(each for each in IdType if each.personal)
ORGANISATION_TYPES = (IdType.PUBLIC_INSTITUTION_CERTIFICATE, IdType.SOCIAL_ORGANISATION_REGISTRATION)
_SUBJECT = (
    "subject_resident_id",
    "subject_other_ids",
    "subject_form",
    "subject_credit_code",
    "subject_organisation_code",
)

STATED_AS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "natural_person": ("subject_type",),
        "recurred_in_record_kind": ("recurred",),
        "recurred_in_record_kind_on": ("recurred_on",),
    }
)
"""For a fact that follows from others and is missing: what to state so that it follows."""


def _subject_type(at: Values) -> nw.Expr:
    """The type as stated; a natural person is one by its numbers too."""
    told = nw.when(~at["subject_type"].is_null()).then(at["subject_type"])
    return told.when(_natural_person(at)).then(nw.lit(SubjectType.NATURAL_PERSON.value))


DERIVED: Mapping[str, Derived] = MappingProxyType(
    {
        "corrected": _happened("corrected", "corrected_on"),
        "recurred": _happened("recurred", "recurred_on"),
        "recurred_in_record_kind": _happened("recurred", "recurred_on"),
        "recurred_in_record_kind_on": _same_as("recurred_on"),
        "lawfully_determined": Derived(("determined_by", "document_number", "determined_on"), (), _lawfully_determined),
        "conduct": Derived(("conduct", "kind"), (), _conduct),
        "publication_end_stated": Derived(("published_until",), (), lambda at: ~at["published_until"].is_null()),
        "delisted": Derived(("delisted_on",), (), lambda at: ~at["delisted_on"].is_null()),
        "unseen_bad_record": Derived((), (), lambda _: nw.lit(None, nw.Boolean)),  # what nobody saw nobody states
        "valid_until_stated": Derived(("valid_until",), (), lambda at: ~at["valid_until"].is_null()),
        "unvouched_until": Derived(
            ("complete_since",), (), lambda at: at["complete_since"].dt.offset_by("-1d").cast(nw.Date)
        ),
        "subject_type": Derived(("subject_type",), _SUBJECT, _subject_type),
        "natural_person": Derived(("subject_type",), _SUBJECT, _natural_person),
        **{fact.name: Derived(("penalty_types",), (), partial(_includes, kind)) for kind, fact in PENALTY_TYPE.items()},
        PENALTY_TYPE[PenaltyType.FINE].name: Derived(("penalty_types",), ("fine_yuan",), _includes_fine),
        "fine_yuan": Derived(("fine_yuan",), ("penalty_types",), _fine),
    }
)
