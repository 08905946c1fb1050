"""The short question about two subjects: are they the same, yes, no, or for a person to decide."""

from jscredit.records.matching import Match, match
from jscredit.records.subject import Subject


def same_subject(a: Subject, b: Subject) -> bool | None:
    """Whether two values are one subject: the same value, or the same by their numbers; None where a person decides.

    >>> shop = Subject(name="甲店", credit_code="91329901MA1ABCD119")
    >>> same_subject(shop, Subject(organisation_code="MA1ABCD11")), same_subject(shop, Subject(name="甲店"))
    (True, None)
    """
    if a == b:
        return True
    return {Match.SAME: True, Match.DIFFERENT: False}.get(match(a, b))
