"""J17: leaving a list. The grounds, the announcement that is due, the end of measures, and key monitoring after."""

from datetime import date, timedelta
from typing import Any

from jscredit.errors import Label
from jscredit.law import J
from jscredit.listing.publication import entry_of
from jscredit.records import DelistingGround, EntryState, ListEntry, ListSide
from jscredit.rules import JIANGSU_2018, ON, Condition, Decision, Fact, Regime, Rule
from jscredit.validity import MONITORING_END_SET, MONITORING_PERIOD

_J17 = J.article(17)

LIST_SIDE = Fact.choice("list_side", ListSide, Label("名单类别", "side of the list"))
LEFT_ON = Fact.day("left_on", Label("退出之日", "first day off the list"))
EXIT_GROUND = Fact.choice("exit_ground", DelistingGround, Label("退出事由", "why it left the list"))

KEY_MONITORING = Rule(
    "key-monitoring",
    _J17,
    Label("信用重点监测对象", "under key monitoring of its credit"),
    (
        Condition("black-list", _J17, Label("曾列入黑名单", "it was on a black list"), LIST_SIDE == ListSide.BLACK),
        Condition("left", _J17, Label("已退出名单", "it has left the list"), ON >= LEFT_ON),
        Condition(
            "listed-rightly",
            _J17,
            Label("不是误列撤销", "the entry was not withdrawn as wrong"),
            EXIT_GROUND != DelistingGround.WITHDRAWN_AS_WRONG,
        ),
        Condition(
            "not-over",
            _J17,
            Label("监测期未满；没有规定终止时间的持续监测", "no end of it is set, or the end has not come"),
            ~MONITORING_END_SET | (LEFT_ON + MONITORING_PERIOD >= ON),
        ),
    ),
)

EXIT_GROUNDS = {
    ListSide.RED: (
        DelistingGround.PERIOD_OVER,
        DelistingGround.WITHDRAWN_AS_WRONG,
        DelistingGround.RED_ENTRY_DELETED,
    ),
    ListSide.BLACK: (
        DelistingGround.PERIOD_OVER,
        DelistingGround.DECISION_AFTER_REPAIR,
        DelistingGround.WITHDRAWN_AS_WRONG,
    ),
}
"""Why an entry of each side may end. The text lists none; these follow from J6, J20, J23 and J24."""


def left_on(entry: ListEntry | EntryState) -> date | None:
    """The first day on which an entry no longer holds, and its measures stop; None where no end is known.

    >>> from jscredit.records import Subject
    >>> shop = Subject(name="试例商贸有限公司")
    >>> entry = ListEntry(id="B1", side=ListSide.BLACK, subject=shop, valid_until=date(2021, 2, 28))
    >>> left_on(entry), left_on(EntryState(entry=entry, delisted_on=date(2020, 5, 6)))
    (datetime.date(2021, 3, 1), datetime.date(2020, 5, 6))
    """
    last = entry_of(entry).valid_until
    ended = entry.delisted_on if isinstance(entry, EntryState) else None
    days = (ended, last + timedelta(1) if last else None)
    return min((day for day in days if day is not None), default=None)


def key_monitoring(entry: ListEntry | EntryState, *, on: date, regime: Regime = JIANGSU_2018) -> Decision:
    """Whether the subject of an entry is under key monitoring on a day, because it left a black list.

    It is not where the entry was withdrawn as wrong. Monitoring bars no red list and is no restraint.

    >>> from jscredit.records import Subject
    >>> shop = Subject(name="试例商贸有限公司")
    >>> entry = ListEntry(id="B1", side=ListSide.BLACK, subject=shop, valid_until=date(2021, 2, 28))
    >>> [key_monitoring(entry, on=date(2021, month, 1)).verdict.value for month in (2, 3)]
    ['no', 'yes']
    """
    return KEY_MONITORING.decide(monitoring_row(entry, regime), on=on, regime=regime)


def monitoring_row(entry: ListEntry | EntryState, regime: Regime) -> dict[str, Any]:
    """The facts of the rule. An entry that nobody ended leaves the list when its validity is over."""
    ended = isinstance(entry, EntryState) and entry.delisted_on is not None
    return {
        LIST_SIDE.name: entry_of(entry).side,
        LEFT_ON.name: left_on(entry),
        EXIT_GROUND.name: entry.ground if ended else DelistingGround.PERIOD_OVER,
        MONITORING_END_SET.name: bool(regime.settings_of(MONITORING_PERIOD)),
    }
