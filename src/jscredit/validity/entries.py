"""When a list entry is in force (J20, J17): asked where lists are kept, and where a file is reviewed."""

from jscredit.errors import Label
from jscredit.law import J
from jscredit.rules import ON, PERIOD, Condition, Fact, Rule, Term

_J17, _J20 = J.article(17), J.article(20)

VALID_FROM = Fact.day("valid_from", Label("名单有效期首日", "first day of the entry's validity"))
VALID_UNTIL = Fact.day("valid_until", Label("名单有效期末日", "last day of the entry's validity"))
DELISTED = Fact.flag("delisted", Label("已退出名单", "it was taken off the list"))
DELISTED_ON = Fact.day("delisted_on", Label("退出日", "first day off the list"))
MONITORING_END_SET = Fact.flag(
    "monitoring_end_set", Label("已规定重点监测的期限", "a period of key monitoring has been set")
)

MONITORING_PERIOD = Term(
    "monitoring-period",
    PERIOD,
    Label("退出黑名单后重点监测的期限", "period of key monitoring after a black list"),
    _J17,
)

# From the first to the last day of its validity, but not once it was taken off.
ENTRY_IN_FORCE = Rule(
    "entry-in-force",
    _J20,
    Label("名单条目有效", "the list entry is in force"),
    (
        Condition("entry-begun", _J20, Label("名单有效期已开始", "the entry's validity has begun"), VALID_FROM <= ON),
        Condition(
            "entry-not-over", _J20, Label("名单有效期未满", "the entry's validity is not over"), VALID_UNTIL >= ON
        ),
        Condition(
            "entry-not-ended",
            _J17,
            Label("未退出名单", "it was not taken off the list"),
            ~(DELISTED & (DELISTED_ON <= ON)),
        ),
    ),
)
