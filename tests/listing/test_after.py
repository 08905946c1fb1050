"""After the listing: publication, errors, the exit and its announcement, remedies (J17, J20, J24)."""

from datetime import date, timedelta

import pytest

from jscredit.deadlines import WorkingDays
from jscredit.errors import Refused
from jscredit.law import Rank
from jscredit.listing import (
    FEEDBACK_INTERVAL,
    CauseFound,
    Discovery,
    EntryPublished,
    EntryReported,
    ErrorReported,
    ExitAnnounced,
    Exited,
    FeedbackReceived,
    ListChannel,
    ListingStage,
    NoErrorFound,
    ObjectionRaised,
    OrderStatus,
    RemediesProvided,
    Remedy,
    WithdrawnAsWrong,
    entry_in_force,
    key_monitoring,
    list_publication,
    owed_remedies,
)
from jscredit.procedure import DutyStatus
from jscredit.records import CreditFile, Delisted, DelistingGround, EntryState, ListSide
from jscredit.rules import Setting, Source
from listing_cases import LAW, SHOP, UNTIL, determined, entry, exit_of, in_stage, new_black, new_red

RED, BLACK = in_stage(ListingStage.LISTED, new_red()), in_stage(ListingStage.LISTED, new_black())
ON = date(2026, 6, 1)
SITES = (ListChannel.DETERMINING_BODY_SITE, ListChannel.CREDIT_JIANGSU_SITE)


def refusal(case, event):
    with pytest.raises(Refused) as caught:
        case.apply(event, regime=LAW)
    return caught.value


def delisted(case):
    (change,) = (change for change in case.changes if isinstance(change, Delisted))
    return change.day, change.known_on, change.ground, change.citation, change.entry_id


@pytest.mark.parametrize("case", [RED, BLACK], ids=["red", "black"])
def test_period_over_ends_it_after_the_last_day_whenever_it_is_stated(case):
    error = refusal(case, Exited(on=UNTIL, ground=DelistingGround.PERIOD_OVER))
    assert (error.code, error.last, error.faults[0].clause) == ("exit.not-over", UNTIL, "J20")
    on = UNTIL + timedelta(40)
    ended = case.apply(Exited(on=on, ground=DelistingGround.PERIOD_OVER))
    first_off = UNTIL + timedelta(1)
    assert delisted(ended) == (first_off, on, DelistingGround.PERIOD_OVER, "J17", case.entry_id)
    assert ended.entry_state == EntryState(entry=case.entry, delisted_on=first_off, ground=DelistingGround.PERIOD_OVER)


def test_without_a_validity_no_period_is_over():
    case = in_stage(ListingStage.NOTIFIED, new_black())
    case = case.apply(determined(case, ON, valid_until=None), regime=LAW)
    error = refusal(case, Exited(on=UNTIL, ground=DelistingGround.PERIOD_OVER))
    assert (error.code, error.last) == ("exit.not-over", None)
    assert "没有载明有效期" in error.text()
    assert entry_in_force(case.entry_state, on=ON).missing == ("valid_until",)


def test_repair_ends_a_black_entry_only_by_a_decision():
    error = refusal(BLACK, Exited(on=ON, ground=DelistingGround.DECISION_AFTER_REPAIR))
    assert (error.code, error.faults[0].clause) == ("exit.no-decision", "J23")
    ended = BLACK.apply(Exited(on=ON, ground=DelistingGround.DECISION_AFTER_REPAIR, decision="虚决1号"))
    assert delisted(ended)[:3] == (ON, ON, DelistingGround.DECISION_AFTER_REPAIR)
    assert entry_in_force(ended.entry_state, on=ON).verdict == "no"
    assert key_monitoring(ended.entry_state, on=ON).verdict == "yes"


@pytest.mark.parametrize(
    ("case", "ground"),
    [
        (RED, DelistingGround.DECISION_AFTER_REPAIR),
        (RED, DelistingGround.WITHDRAWN_AS_WRONG),
        (BLACK, DelistingGround.RED_ENTRY_DELETED),
        (BLACK, DelistingGround.WITHDRAWN_AS_WRONG),
    ],
)
def test_grounds_of_the_other_side_and_wrong_entries_are_no_exit(case, ground):
    assert refusal(case, Exited(on=ON, ground=ground, decision="虚决1号")).code == "exit.ground"


def test_a_red_entry_deleted_for_a_black_one_ends_with_the_order():
    before = ON - timedelta(5)
    order = exit_of(RED, before).order
    ended = RED.apply(Exited(on=ON, ground=DelistingGround.RED_ENTRY_DELETED, order=order))
    assert delisted(ended) == (before, ON, DelistingGround.RED_ENTRY_DELETED, "J17", "R1")
    assert ended.entry_state.delisted_on == before


def test_a_red_entry_that_the_determination_ended_itself_ends_once():
    ended = RED.apply(exit_of(RED, ON, ended_in_file=True))
    assert ended.changes == RED.changes
    assert ended.entry_state.delisted_on == ON
    assert key_monitoring(ended.entry_state, on=ON).verdict == "no"


@pytest.mark.parametrize(
    "changes", [{"status": OrderStatus.TO_DECIDE}, {"entry": entry(ListSide.RED)}, {"on": ON + timedelta(1)}, None]
)
def test_a_red_entry_is_not_deleted_without_an_order(changes):
    event = Exited(on=ON, ground=DelistingGround.RED_ENTRY_DELETED) if changes is None else exit_of(RED, ON, **changes)
    assert (refusal(RED, event).code, refusal(RED, event).faults[0].clause) == ("exit.no-order", "J6.2")


def test_the_exit_is_announced_through_every_original_channel():
    case = BLACK.apply(EntryPublished(on=ON, channels=SITES))
    case = case.apply(Exited(on=ON, ground=DelistingGround.DECISION_AFTER_REPAIR, decision="虚决1号"))
    assert case.channels == SITES
    error = refusal(case, ExitAnnounced(on=ON, channels=SITES[:1]))
    assert (error.code, error.channels, error.faults[0].clause) == ("exit.channels", SITES[1:], "J17")
    duties = {duty.what.en: duty.status for duty in case.duties(on=ON)}
    assert duties["announce the exit through the original channels"] is DutyStatus.UNDATED
    assert duties["stop the measures"] is DutyStatus.UNDATED
    assert duties["publish the entry on three sites and push it to Credit China"] is DutyStatus.MET
    case = case.apply(ExitAnnounced(on=ON, channels=tuple(ListChannel)))
    assert {duty.what.en: duty.status for duty in case.duties(on=ON)}[
        "announce the exit through the original channels"
    ] is DutyStatus.MET


def test_a_reported_error_stops_nothing():
    case = BLACK.apply(ErrorReported(on=ON, discovery=Discovery.OBJECTION))
    assert case.entry_state == BLACK.entry_state
    assert entry_in_force(case.entry_state, on=ON).verdict == "yes"
    assert list_publication(case.entry_state, on=ON).channels == tuple(ListChannel)
    assert [duty.clause.ledger_id for duty in case.duties(on=ON)][-1] == "J24a"
    assert case.apply(NoErrorFound(on=ON, reason="经复核无误")).stage is ListingStage.LISTED


def test_objections_before_the_listing_are_no_objections_after_it():
    assert refusal(BLACK, ObjectionRaised(on=ON)).code == "procedure.not-now"


def wrong(case, **changes):
    return case.apply(WithdrawnAsWrong(**({"on": ON, "decision": "虚撤1号"} | changes)))


def test_a_wrong_entry_ends_and_leaves_no_monitoring():
    case = wrong(BLACK)
    assert delisted(case) == (ON, ON, DelistingGround.WITHDRAWN_AS_WRONG, "J24a", "B1")
    assert key_monitoring(case.entry_state, on=ON).verdict == "no"
    file = CreditFile(SHOP, case.changes)
    assert file.entries[0].ground is DelistingGround.WITHDRAWN_AS_WRONG


def test_remedies_of_a_wrong_black_entry():
    case = wrong(BLACK)
    error = refusal(case, RemediesProvided(on=ON, remedies=tuple(Remedy)))
    assert {(fault.code, fault.clause) for fault in error.faults} == {("wrong.cause-unknown", "J24a")}
    assert error.missing == ("mistake_in_work",)
    case = case.apply(CauseFound(on=ON, mistake_in_work=True))
    four = (Remedy.RECORD_CORRECTED, Remedy.WRITTEN_APOLOGY, Remedy.CLARIFICATION, Remedy.REPUTATION_RESTORED)
    error = refusal(case, RemediesProvided(on=ON, remedies=four))
    assert [(fault.code, fault.data["remedy"]) for fault in error.faults] == [
        ("wrong.cause-unknown", Remedy.COMPENSATION)
    ]
    unharmed = case.apply(CauseFound(on=ON, rights_harmed=False))
    assert unharmed.apply(RemediesProvided(on=ON, remedies=four)).stage is ListingStage.WITHDRAWN
    harmed = unharmed.apply(CauseFound(on=ON, rights_harmed=True))
    error = refusal(harmed, RemediesProvided(on=ON, remedies=four[1:]))
    assert [fault.data["remedy"] for fault in error.faults] == [Remedy.RECORD_CORRECTED, Remedy.COMPENSATION]
    assert {fault.code for fault in error.faults} == {"wrong.remedy-owed"}
    done = harmed.apply(RemediesProvided(on=ON, remedies=(*four, Remedy.COMPENSATION)))
    assert {duty.status for duty in done.duties(on=ON) if duty.clause.ledger_id == "J24a"} == {DutyStatus.MET}


def test_a_wrong_entry_by_no_mistake_in_work_owes_no_remedies():
    case = wrong(BLACK, mistake_in_work=False)
    assert case.apply(RemediesProvided(on=ON, remedies=())).stage is ListingStage.WITHDRAWN


def test_a_wrong_red_entry_is_recovered():
    case = wrong(RED)
    error = refusal(case, RemediesProvided(on=ON, remedies=()))
    assert [fault.data["remedy"] for fault in error.faults] == [Remedy.BENEFITS_RECOVERED]
    owed = {one.remedy: (one.force.en, one.who.zh) for one in owed_remedies(case)}
    assert owed[Remedy.BENEFITS_RECOVERED] == ("as far as possible", "认定单位")
    assert owed[Remedy.WRITTEN_APOLOGY][0] == "must"
    assert owed_remedies(RED) == ()


def test_feedback_comes_again_and_again():
    law = LAW.with_settings(
        Setting(FEEDBACK_INTERVAL, WorkingDays(10), Source("虚构省联合奖惩规定", Rank.NORMATIVE_DOCUMENT))
    )
    case = BLACK.apply(EntryReported(on=ON)).apply(FeedbackReceived(on=date(2026, 6, 10)))
    what = "feed back regularly what was done about it"
    told = [
        (duty.status, duty.deadline.due)
        for duty in case.duties(on=date(2026, 7, 1), regime=law)
        if duty.what.en == what
    ]
    assert told == [(DutyStatus.MET, date(2026, 6, 15)), (DutyStatus.OVERDUE, date(2026, 6, 25))]
    (open_term,) = (one for one in case.duties(on=ON) if one.what.en == what)
    assert open_term.missing == ("list-feedback-interval",)
