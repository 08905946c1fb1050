"""The law as data: instruments, citations, ranks, the clause ledger, and what came later."""

from typing import TYPE_CHECKING

from jscredit.deferred import deferred
from jscredit.law.citation import (
    CIVIL_CODE,
    GENERAL_PRINCIPLES,
    GENERAL_PROVISIONS,
    PENALTY_LAW,
    Citation,
    G,
    Instrument,
    J,
    M,
)
from jscredit.law.clause_ledger import Clause, Status, clause, ledger, ledger_markdown
from jscredit.law.rank import Rank

if TYPE_CHECKING:
    from jscredit.law.later import LATER_LAWS, LaterLaw, later_laws_on

__getattr__ = deferred(__name__, later=("LATER_LAWS", "LaterLaw", "later_laws_on"))

__all__ = [
    "CIVIL_CODE",
    "GENERAL_PRINCIPLES",
    "GENERAL_PROVISIONS",
    "LATER_LAWS",
    "PENALTY_LAW",
    "Citation",
    "Clause",
    "G",
    "Instrument",
    "J",
    "LaterLaw",
    "M",
    "Rank",
    "Status",
    "clause",
    "later_laws_on",
    "ledger",
    "ledger_markdown",
]
