"""What an agency may set about the procedure of a repair."""

from jscredit.errors import Label
from jscredit.law import M
from jscredit.rules import TIME_LIMIT, Term

OPINION_PERIOD = Term(
    "repair-opinion-period",
    TIME_LIMIT,
    Label("提出书面修复意见的规定期限", "the prescribed period for the written opinion"),
    M.article(35, paragraph=1),
)
