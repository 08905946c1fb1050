"""What may be set about the reading of sheets."""

from jscredit.errors import Label
from jscredit.law import M, Rank
from jscredit.rules import FLAG, Notice, Term

SHEET_PENALTY_REFLECTS_CREDIT = Term(
    "sheet-penalty-reflects-credit",
    FLAG,
    Label(
        "提供单位报入表内的处罚反映信用状况", "a penalty that a provider put into its sheet reflects the credit status"
    ),
    M.article(12, item=9),
    default=True,
    yields_to=frozenset(Rank),
)

INFERRED_NOTICE = Notice(
    "sheet.reflects-credit-inferred",
    Label(
        "表内没有“是否反映信用状况”一列：凡提供单位报入的处罚，均作为反映信用状况；如不应如此推定，请设定"
        "sheet-penalty-reflects-credit为否",
        "the sheet has no column for whether a penalty reflects the credit status: that its provider put it there is "
        "taken for a yes; to have it left unknown, set sheet-penalty-reflects-credit to false",
    ),
    M.article(12, item=9).zh,
)
