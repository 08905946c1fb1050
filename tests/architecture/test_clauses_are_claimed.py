"""The ledger and the code agree both ways: what is encoded is claimed by a package, and nothing else is."""

from jscredit import (
    catalog,
    classification,
    deadlines,
    government,
    interchange,
    listing,
    measures,
    objection,
    records,
    repair,
    review,
    rules,
    sharing,
    statistics,
    supply,
    validity,
)
from jscredit.law import Status, ledger

PACKAGES = (
    catalog,
    supply,
    sharing,
    deadlines,
    rules,
    records,
    classification,
    validity,
    listing,
    objection,
    repair,
    government,
    measures,
    review,
    statistics,
    interchange,
)


def claimed():
    found = set()
    for package in PACKAGES:
        for rule in getattr(package, "RULES", ()):
            found.add(rule.citation.ledger_id)
            found |= {condition.citation.ledger_id for condition in getattr(rule, "conditions", ())}
        found |= {term.citation.ledger_id for term in getattr(package, "TERMS", ())}
        found |= set(getattr(package, "CLAUSES", ()))
    return found


def settled(*statuses):
    return {clause.id for clause in ledger().values() if clause.status in statuses}


def test_every_claim_is_a_clause_of_the_ledger_with_something_to_compute():
    outside = {"PenaltyLaw", "CivilCode", "GeneralProvisions"}
    own = {claim for claim in claimed() if not any(claim.startswith(name) for name in outside)}
    assert own - set(ledger()) == set()
    assert own & settled(Status.DECLARATORY) == set()


def test_every_settled_clause_is_claimed():
    assert settled(Status.ENCODED, Status.OPEN_TERM, Status.JUDGED) - claimed() == set()
