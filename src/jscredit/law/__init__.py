"""The law as data: instruments, citations, ranks, the clause ledger."""

from jscredit.law.citation import CIVIL_CODE, GENERAL_PROVISIONS, PENALTY_LAW, Citation, G, Instrument, J, M
from jscredit.law.rank import Rank

__all__ = ["CIVIL_CODE", "GENERAL_PROVISIONS", "PENALTY_LAW", "Citation", "G", "Instrument", "J", "M", "Rank"]
