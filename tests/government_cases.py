"""Bodies, civil servants and failures of government for the tests; all invented."""

from datetime import date

from factories import judgement, person
from jscredit.government import FailureCause, FailureOutcome, IntegrityFailure
from jscredit.law import Rank
from jscredit.records import CreditRecord, Kind, Severity, Subject, SubjectType
from jscredit.rules import Source
from oracles.identifiers import invented_credit_code

DAY, ON = date(2020, 3, 5), date(2020, 6, 1)
BUREAU = Subject(type=SubjectType.LEGAL_PERSON, name="虚构市城管局", credit_code=invented_credit_code(1, head="11"))
OFFICIAL = person(7, name="王小明")
AUTHORITY = Source("虚财债〔2019〕1号", Rank.NORMATIVE_DOCUMENT)
YES, NO = judgement(on=DAY), judgement(finding=False, on=DAY)
FINE = CreditRecord(id="F1", subject=BUREAU, kind=Kind.PENALTY, severity=Severity.GENERAL, determined_on=DAY)
FINED = IntegrityFailure(
    cause=FailureCause.VIOLATION,
    outcome=FailureOutcome.ADMINISTRATIVE_PENALTY,
    dealt_with_on=DAY,
    in_duty=True,
    tolerance_found=False,
    conduct_on=date(2020, 1, 6),
    document_number="虚罚字〔2020〕第1号",
    determined_by="虚构市审计局",
)
