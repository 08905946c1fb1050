"""A failure that may be repaired, and what to change about it: shared by the tests of repair."""

from datetime import date

from factories import judgement, organisation, record
from jscredit.records import CreditFile, Kind, RepairEvidence, Severity, Supplied
from jscredit.repair import REPAIR, repair_eligibility, repair_row
from jscredit.rules import JIANGSU_2018

SUBJECT = organisation(1)


def failure(**changes):
    """A serious failure, determined on 2018-06-01, so valid until 2021-06-01."""
    known = {"kind": Kind.BID_RIGGING, "severity": Severity.SERIOUS, "determined_on": date(2018, 6, 1)}
    return record(**(known | changes))


def general(determined_on, **changes):
    return failure(severity=Severity.GENERAL, determined_on=determined_on, **changes)


def evidence(**changes):
    """Everything is there; corrected on 2018-09-10, so the clean year ends on 2019-09-10."""
    known = {
        "corrected_on": date(2018, 9, 10),
        "recurred": False,
        "clear_effect": judgement(),
        "adverse_effect_eliminated": judgement(),
        "self_discipline": True,
        "credit_management_system": True,
        "commitment_not_to_fail_again": True,
    }
    return RepairEvidence(**(known | changes))


def ask(on, *, of=None, given=None, **options):
    """The decision about the failure, or about another one, with the evidence or other evidence."""
    return repair_eligibility(of or failure(), given or evidence(), on=on, **options)


def ask_row(on, *, regime=JIANGSU_2018, of=None, given=None, **facts):
    """The decision about a row, with some facts replaced."""
    row = repair_row(of or failure(), given or evidence(), on=on, regime=regime)
    return REPAIR.decide(row | facts, on=on, regime=regime)


def file_of(*records, complete_since=date(2018, 1, 1), changes=()):
    """The subject's file with these records, all supplied early, and then other changes."""
    day = date(2018, 1, 2)
    supplied = (Supplied(day=day, known_on=day, citation="M16", record=each) for each in records)
    return CreditFile(SUBJECT, (*supplied, *changes), complete_since)


def answers(decision):
    return decision.verdict.value, decision.earliest, decision.last


def failed(decision):
    return {one.condition.id: one.earliest for one in decision.failed}


def codes(decision):
    return {notice.code for notice in decision.notices}
