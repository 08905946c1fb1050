"""Listings for the tests: one enterprise, one bureau, lists of a day, and a way into each stage of both procedures."""

import dataclasses
from datetime import date, timedelta

from factories import judgement, organisation
from jscredit.deadlines import WorkingDays
from jscredit.law import Rank
from jscredit.listing import (
    RED_PUBLICATION_PERIOD,
    Basis,
    BlackListCase,
    CauseFound,
    Criterion,
    CrossChecked,
    Determiner,
    DeterminingBody,
    Discovery,
    Dropped,
    EntryPublished,
    EntryReported,
    ErrorReported,
    ExitAnnounced,
    Exited,
    FeedbackReceived,
    Findings,
    ListChannel,
    ListingStage,
    ListPublished,
    ListSnapshot,
    MatchDecided,
    NoErrorFound,
    ObjectionRaised,
    ObjectionsRejected,
    ObjectionUpheld,
    OrderStatus,
    PreliminaryListed,
    PriorNoticeGiven,
    RedEntriesRemoved,
    RedListCase,
    RemediesProvided,
    Remedy,
    RemovalOrder,
    WithdrawnAsWrong,
    check_black_lists,
)
from jscredit.records import Body, Conduct, DelistingGround, Level, ListEntry, ListingGround, ListSide, Subject
from jscredit.rules import JIANGSU_2018, Setting, Source

FIELD = "工程建设"
SHOP, OTHER = organisation(1), organisation(2)
DAY, UNTIL = date(2026, 2, 9), date(2027, 2, 8)
LAW = JIANGSU_2018.with_settings(
    Setting(RED_PUBLICATION_PERIOD, WorkingDays(5), Source("虚构市城管局规定", Rank.AGENCY_SETTING))
)
BUREAU = DeterminingBody(
    body=Body(name="虚构市城管局", level=Level.CITY), kind=Determiner.STATE_OR_PARTY_ORGAN, fields=(FIELD,)
)
CRITERION = Criterion(
    title="工程建设领域红黑名单认定办法",
    issuer=Body(name="虚构省住建厅", level=Level.PROVINCE),
    consultation="2018年5月公开征求意见",
    publication="“信用江苏”网站",
    citation="虚建规〔2018〕3号",
    field=FIELD,
    in_force_from=date(2018, 9, 1),
)
NATIONAL = dataclasses.replace(
    CRITERION, issuer=Body(name="虚构部", level=Level.CENTRAL), in_force_from=date(2026, 2, 25), citation="虚部规1号"
)
PENALISED = Basis(ground=ListingGround.ACTS_REFLECTING_INTEGRITY, evidence=("虚罚字〔2026〕3号",))
PRAISED = Basis(ground=ListingGround.COMMENDATIONS_AND_AWARDS, evidence=("虚政发〔2026〕1号",))
_BOTH = {"subject": SHOP, "field": FIELD, "body": BUREAU, "criterion": CRITERION}


def new_red(**changes):
    parts = {"number": "红1", "list_name": "工程建设红名单", "basis": PRAISED, "entry_id": "R1"}
    return RedListCase(**(_BOTH | parts | changes))


def new_black(**changes):
    parts = {
        "number": "黑1",
        "list_name": "工程建设黑名单",
        "basis": PENALISED,
        "entry_id": "B1",
        "conduct": Conduct.BID_RIGGING,
        "findings": Findings(serious=judgement()),
    }
    return BlackListCase(**(_BOTH | parts | changes))


def entry(side=ListSide.BLACK, subject=SHOP, **changes):
    parts = {"id": f"{side.value}-9", "side": side, "subject": subject, "valid_from": DAY, "valid_until": UNTIL}
    return ListEntry(**(parts | changes))


def a_list(side, day, *entries, name="食品安全名单"):
    return ListSnapshot(name=name, side=side, day=day, entries=entries)


def no_black(day):
    return (a_list(ListSide.BLACK, day),)


def no_red(day):
    return (a_list(ListSide.RED, day),)


def determined(case, on, **changes):
    """The event of the determination, with empty lists unless told."""
    if isinstance(case, RedListCase):
        return case.determined_on(on, **({"black": no_black(on), "valid_until": max(on, UNTIL)} | changes))
    return case.determined_on(on, **({"red": no_red(on), "valid_until": max(on, UNTIL)} | changes))


def exit_of(case, day, **changes):
    """A black entry ends by a decision after a repair, a red one by an order for a black one."""
    if case.side is ListSide.BLACK:
        return Exited(on=day, ground=DelistingGround.DECISION_AFTER_REPAIR, decision="虚决〔2026〕2号")
    parts = {"on": day, "list_name": case.list_name, "entry": case.entry or entry(ListSide.RED), "black_entry_id": "B1"}
    order = RemovalOrder(**(parts | {"status": OrderStatus.DUE} | changes))
    return Exited(on=day, ground=DelistingGround.RED_ENTRY_DELETED, order=order)


def events_on(on, case):
    """One event of each kind that either table names, as good as it can be in this case."""
    found = (
        PreliminaryListed(on=on),
        CrossChecked(on=on, check=check_black_lists(SHOP, black=no_black(on), on=on)),
        MatchDecided(on=on, list_name="食品安全名单", entry_id="B9", counts=judgement(finding=False)),
        ListPublished(on=on, channels=(ListChannel.CREDIT_JIANGSU_SITE,)),
        ObjectionRaised(on=on),
        ObjectionsRejected(on=on, reason="证据充分"),
        ObjectionUpheld(on=on, reason="事实不清"),
        PriorNoticeGiven(on=on, document="虚告〔2026〕1号"),
        determined(case, on),
        Dropped(on=on, reason="不再认定"),
        EntryPublished(on=on, channels=(ListChannel.DETERMINING_BODY_SITE, ListChannel.CREDIT_CHINA_SITE)),
        EntryReported(on=on),
        FeedbackReceived(on=on),
        RedEntriesRemoved(on=on),
        ErrorReported(on=on, discovery=Discovery.COMPLAINT),
        NoErrorFound(on=on, reason="经复核无误"),
        exit_of(case, on),
        WithdrawnAsWrong(on=on, decision="虚撤〔2026〕1号", mistake_in_work=True, rights_harmed=False),
        CauseFound(on=on, rights_harmed=True),
        RemediesProvided(on=on, remedies=tuple(Remedy)),
        ExitAnnounced(on=on, channels=tuple(ListChannel)),
    )
    return {type(event): event for event in found}


_TO_LISTED = {
    ListSide.RED: (PreliminaryListed, CrossChecked, ListPublished, "determined"),
    ListSide.BLACK: (PreliminaryListed, PriorNoticeGiven, "determined"),
}
_WAYS = {
    ListSide.RED: {
        ListingStage.OPENED: (),
        ListingStage.PRELIMINARY: (PreliminaryListed,),
        ListingStage.SCREENED: (PreliminaryListed, CrossChecked),
        ListingStage.PUBLISHED: (PreliminaryListed, CrossChecked, ListPublished),
        ListingStage.OBJECTED: (PreliminaryListed, CrossChecked, ListPublished, ObjectionRaised),
        ListingStage.NOT_LISTED: (PreliminaryListed, Dropped),
    },
    ListSide.BLACK: {
        ListingStage.OPENED: (),
        ListingStage.PRELIMINARY: (PreliminaryListed,),
        ListingStage.OBJECTED: (PreliminaryListed, ObjectionRaised),
        ListingStage.NOTIFIED: (PreliminaryListed, PriorNoticeGiven),
        ListingStage.OBJECTED_AFTER_NOTICE: (PreliminaryListed, PriorNoticeGiven, ObjectionRaised),
        ListingStage.NOT_LISTED: (PreliminaryListed, Dropped),
    },
}
_AFTER = {
    ListingStage.LISTED: (),
    ListingStage.VERIFYING: (ErrorReported,),
    ListingStage.ENDED: (Exited,),
    ListingStage.WITHDRAWN: (WithdrawnAsWrong,),
}


def in_stage(stage, case):
    """The case led into a stage; each step comes a fortnight after the one before."""
    way = _WAYS[case.side].get(stage)
    for offset, kind in enumerate(way if way is not None else (*_TO_LISTED[case.side], *_AFTER[stage])):
        on = DAY + timedelta(14 * offset)
        case = case.apply(determined(case, on) if kind == "determined" else events_on(on, case)[kind], regime=LAW)
    assert case.stage is stage
    return case


def person_named(name):
    return Subject(name=name)
