"""Whether two subjects are the same: by numbers, never by name alone (M15)."""

from collections.abc import Iterable
from enum import Enum

from jscredit.records.identifiers import IdType
from jscredit.records.identifiers.text import normalise
from jscredit.records.subject import Subject

_CREDIT, _ORGANISATION, _RESIDENT = "credit_code", "organisation_code", "resident_id"

LIFELONG = frozenset({_CREDIT, _ORGANISATION, _RESIDENT, IdType.HK_MACAO_TAIWAN_RESIDENCE_PERMIT.value})
"""The kinds of keys that stay for life, so that two different ones are two subjects.

Passports, travel permits and registrations are renewed under new numbers: two different ones say nothing.
"""


class Match(Enum):
    """How two subjects stand to each other."""

    SAME = "same"
    """A number in common, and none against it."""
    POSSIBLE = "possible"
    """The name in common, or numbers both for and against: a person decides."""
    DIFFERENT = "different"
    """No number in common; a lifelong number of one kind differs, or only one of the two is a natural person."""
    UNLINKED = "unlinked"
    """Nothing in common and nothing against."""


def normalise_name(name: str) -> str:
    """A name as it is compared: half-width, upper case, without spaces, hyphens and invisible characters.

    >>> normalise_name("虚构（宿迁） 商贸 有限公司") == normalise_name("虚构(宿迁)商贸有限公司")
    True
    """
    return normalise(name)


def match_keys(subject: Subject) -> tuple[str, ...]:
    """What subjects are joined by: two that share a key are the same, unless ``match`` finds the contrary.

    Each key is its kind and the **real** number, personal ones too: treat keys like ``reveal()``. A credit code gives
    the organisation code inside it as a second key, a resident's number the form that old and new numbers share.

    >>> match_keys(Subject(credit_code="91329901MA1ABCD119"))
    ('credit_code:91329901MA1ABCD119', 'organisation_code:MA1ABCD11')
    """
    keys: list[str] = []
    code = subject.credit_code
    if code is not None:
        keys += (f"{_CREDIT}:{code.reveal()}", f"{_ORGANISATION}:{code.organisation_part}")
    if subject.organisation_code is not None:
        keys.append(f"{_ORGANISATION}:{subject.organisation_code.reveal()}")
    if subject.resident_id is not None:
        keys.append(f"{_RESIDENT}:{subject.resident_id.match_key}")
    keys += [f"{other.type.value}:{other.reveal()}" for other in subject.other_ids]
    return tuple(dict.fromkeys(keys))


def match(a: Subject, b: Subject) -> Match:
    """How two subjects stand to each other; the same whichever comes first.

    >>> old, new = Subject(organisation_code="MA1ABCD11"), Subject(credit_code="91329901MA1ABCD119")
    >>> match(old, new)
    <Match.SAME: 'same'>
    """
    ours, theirs = set(match_keys(a)), set(match_keys(b))
    shared = ours & theirs
    in_both = _kinds(ours) & _kinds(theirs)
    against = _of_other_nature(a, b) or bool((in_both - _kinds(shared)) & LIFELONG)
    if shared:
        return Match.POSSIBLE if against else Match.SAME
    if against:
        return Match.DIFFERENT
    return Match.POSSIBLE if _same_name(a, b) else Match.UNLINKED


def _kinds(keys: Iterable[str]) -> set[str]:
    return {key.partition(":")[0] for key in keys}


def _of_other_nature(a: Subject, b: Subject) -> bool:
    ours, theirs = a.is_natural_person, b.is_natural_person
    return ours is not None and theirs is not None and ours is not theirs


def _same_name(a: Subject, b: Subject) -> bool:
    return a.name is not None and b.name is not None and normalise_name(a.name) == normalise_name(b.name)
