"""G3: when a promise is made, due, kept, broken, or lawfully changed, on a day."""

from jscredit.errors import Label
from jscredit.government.promise_change import CHANGED_ON
from jscredit.law import G
from jscredit.rules import ON, Condition, Fact, Rule

_G3, _G34 = G.article(3), G.article(3, item=4)

PROMISED_ON = Fact.day("promised_on", Label("承诺之日", "day of the promise"))
HAS_DUE_DAY = Fact.flag("has_due_day", Label("定有履行期限", "it is to be performed by a day"))
DUE_ON = Fact.day("due_on", Label("履行期限届满日", "last day for it"))
PERFORMED = Fact.flag("performed", Label("已经履行", "it was performed"))
PERFORMED_ON = Fact.day("performed_on", Label("履行完毕之日", "day of the performance"))
WITHDRAWN = Fact.flag("withdrawn", Label("表示不再履行", "the promiser said that it will not perform"))
WITHDRAWN_ON = Fact.day("withdrawn_on", Label("表示不再履行之日", "day on which it said so"))
CHANGED_LAWFULLY = Fact.flag("changed_lawfully", Label("已依法变更", "it was changed lawfully"))

FACTS = (PROMISED_ON, HAS_DUE_DAY, DUE_ON, PERFORMED, PERFORMED_ON, WITHDRAWN, WITHDRAWN_ON)

# Performed on the last day at the latest; a promise without one is in time whenever it is performed.
_IN_TIME = ~HAS_DUE_DAY | (PERFORMED_ON <= DUE_ON)
# What comes after the last day, or after the refusal, undoes no breach.
_OVERDUE = (
    HAS_DUE_DAY & (ON > DUE_ON) & ~(PERFORMED & (PERFORMED_ON <= DUE_ON)) & ~(CHANGED_LAWFULLY & (CHANGED_ON <= DUE_ON))
)
_REFUSED = (
    WITHDRAWN
    & (ON >= WITHDRAWN_ON)
    & ~(PERFORMED & _IN_TIME & (ON >= PERFORMED_ON))
    & ~(CHANGED_LAWFULLY & (CHANGED_ON <= WITHDRAWN_ON))
)

_MADE = Condition("made", _G3, Label("承诺已经作出", "the promise has been made"), ON >= PROMISED_ON)

MADE = Rule("commitment-made", _G3, Label("承诺已作出", "the promise has been made"), (_MADE,))
KEPT = Rule(
    "commitment-kept",
    _G3,
    Label("承诺已履行", "the promise is kept"),
    (
        _MADE,
        Condition("performed", _G3, Label("已经履行", "it has been performed"), PERFORMED & (ON >= PERFORMED_ON)),
        Condition("in-time", _G3, Label("在期限之内", "in time"), _IN_TIME),
    ),
)
BROKEN = Rule(
    "commitment-broken",
    _G3,
    Label("违背承诺", "the promise is broken"),
    (
        _MADE,
        Condition(
            "overdue-or-refused",
            _G34,
            Label("逾期未履行或者表示不再履行，且没有依法变更", "overdue or refused, and not lawfully changed before"),
            _OVERDUE | _REFUSED,
        ),
    ),
)
CHANGED = Rule(
    "commitment-changed",
    _G34,
    Label("承诺已依法变更", "the promise was changed lawfully"),
    (
        _MADE,
        Condition(
            "changed", _G34, Label("变更合法，已经生效", "lawfully, by then"), CHANGED_LAWFULLY & (ON >= CHANGED_ON)
        ),
    ),
)
DUE = Rule(
    "commitment-due",
    _G3,
    Label("承诺已到期待履行", "the promise is due"),
    (
        _MADE,
        Condition("due-day", _G3, Label("已到期限届满日", "its last day has come"), HAS_DUE_DAY & (ON >= DUE_ON)),
        Condition("not-performed", _G3, Label("尚未履行", "not performed yet"), ~PERFORMED | (ON < PERFORMED_ON)),
    ),
)
