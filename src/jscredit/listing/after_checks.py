"""What the steps after a listing must meet: a ground to leave, every channel of the announcement, every remedy."""

from collections.abc import Iterator
from types import MappingProxyType

from jscredit.errors import Fault, Label
from jscredit.listing import after_events as events
from jscredit.listing.case import ListingCase
from jscredit.listing.crosscheck import OrderStatus
from jscredit.listing.exit import EXIT_GROUNDS
from jscredit.listing.wrong import OwedRemedy, remedies
from jscredit.records import DelistingGround
from jscredit.rules import Verdict


def by_a_ground_of_its_side(case: ListingCase, event: events.Exited) -> Iterator[Fault]:
    """The ground is one of the side's, with what it needs: the end of the validity, or a decision after a repair."""
    if event.ground is DelistingGround.WITHDRAWN_AS_WRONG or event.ground not in EXIT_GROUNDS[case.side]:
        yield _ANOTHER_GROUND
    if event.ground is DelistingGround.DECISION_AFTER_REPAIR and event.decision is None:
        yield _NO_DECISION
    if event.ground is DelistingGround.RED_ENTRY_DELETED and not _is_ordered(case, event):
        yield _NO_ORDER
    if event.ground is DelistingGround.PERIOD_OVER:
        last = case.listed.valid_until
        if last is None or event.on <= last:
            yield _not_over(case)


def _is_ordered(case: ListingCase, event: events.Exited) -> bool:
    order = event.order
    return order is not None and order.entry == case.entry and order.status is OrderStatus.DUE and order.on <= event.on


def through_every_channel(case: ListingCase, event: events.ExitAnnounced) -> Fault | None:
    """The announcement goes through every channel in which the entry was published."""
    missed = tuple(channel for channel in case.channels if channel not in event.channels)
    if not missed:
        return None
    zh, en = "、".join(one.label.zh for one in missed), ", ".join(one.label.en for one in missed)
    return Fault(
        code="exit.channels",
        message=Label(f"未通过原公示渠道公告：{zh}", f"not announced through original channels: {en}"),
        cure=Label("请在全部原渠道公告", "announce it through all of them"),
        field="channels",
        clause="J17",
        data=MappingProxyType({"channels": missed}),
    )


def all_that_is_owed(case: ListingCase, event: events.RemediesProvided) -> Iterator[Fault]:
    """Every remedy that is owed was provided, and none is undetermined any more."""
    for one in owed_remedies(case):
        if one.owed.verdict is Verdict.UNDETERMINED:
            yield _cause_unknown(one)
        elif one.owed.verdict is Verdict.YES and one.remedy not in event.remedies:
            yield _remedy_owed(one)


def owed_remedies(case: ListingCase) -> tuple[OwedRemedy, ...]:
    """What J24 owes in a case that was withdrawn as wrong; empty before that."""
    wrong = case.last(events.WithdrawnAsWrong)
    if wrong is None:
        return ()
    told: list[events.WithdrawnAsWrong | events.CauseFound] = [
        wrong,
        *(one for one in case.events if isinstance(one, events.CauseFound)),
    ]
    mistake = [one.mistake_in_work for one in told if one.mistake_in_work is not None]
    harm = [one.rights_harmed for one in told if one.rights_harmed is not None]
    return remedies(
        case.side,
        mistake_in_work=mistake[-1] if mistake else None,
        rights_harmed=harm[-1] if harm else None,
        on=told[-1].on,
        regime=case.regime,
    )


_ANOTHER_GROUND = Fault(
    code="exit.ground",
    message=Label("该事由不适用于此类名单的退出", "an entry of this side does not end so"),
    cure=Label(
        "误列请用“误列撤销”；红名单没有修复，黑名单不因列入红名单而删除",
        "withdraw a wrong entry as wrong; a red one has no repair, a black one is not deleted for a red one",
    ),
    field="ground",
    clause="J17",
)
_NO_ORDER = Fault(
    code="exit.no-order",
    message=Label("没有针对本条目的移出指令", "there is no removal order that is due for this entry"),
    cure=Label("请附黑名单认定时出具的移出指令", "give the order that came with the black-list determination"),
    field="order",
    clause="J6.2",
)
_NO_DECISION = Fault(
    code="exit.no-decision",
    message=Label(
        "信用修复本身不使条目终止，须由认定单位决定", "a repair ends no entry by itself: the determining body decides"
    ),
    cure=Label("请载明决定文号", "give the number of the decision"),
    field="decision",
    clause="J23",
)


def _not_over(case: ListingCase) -> Fault:
    last = case.listed.valid_until
    zh = f"有效期至{last}" if last else "没有载明有效期"
    en = f"it is valid through {last}" if last else "no end of its validity is stated"
    return Fault(
        code="exit.not-over",
        message=Label(f"有效期尚未届满：{zh}", f"its validity is not over: {en}"),
        cure=Label("请在届满次日或以后办理，或者另列事由", "take it after the last day, or state another ground"),
        field="ground",
        clause="J20",
        data=MappingProxyType({"last": last}),
    )


def _cause_unknown(one: OwedRemedy) -> Fault:
    return Fault(
        code="wrong.cause-unknown",
        message=Label(
            f"原因或者损害不明，不能确定是否须{one.remedy.label.zh}",
            f"cause or harm is not known, so whether this is owed is open: {one.remedy.label.en}",
        ),
        cure=Label("请先查明误列原因和损害", "find cause and harm first"),
        field="remedies",
        clause="J24a",
        data=MappingProxyType({"remedy": one.remedy, "missing": one.owed.missing}),
    )


def _remedy_owed(one: OwedRemedy) -> Fault:
    return Fault(
        code="wrong.remedy-owed",
        message=Label(f"尚未{one.remedy.label.zh}", f"not provided yet: {one.remedy.label.en}"),
        cure=Label("请一并补救后再记", "provide it too, then state it"),
        field="remedies",
        clause="J24a",
        data=MappingProxyType({"remedy": one.remedy}),
    )
