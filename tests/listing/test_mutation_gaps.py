"""What `tools/mutate.py` showed untested: faults in whole, the join's order, entries in whole, what an answer cites."""

import dataclasses
from datetime import date, datetime, timedelta

import pytest
from pydantic import ValidationError

from factories import judgement, organisation, person
from jscredit.deadlines import Years
from jscredit.errors import InvalidInput, Refused, safe
from jscredit.law import Rank
from jscredit.listing import (
    AGENCY_LEVEL,
    BLACK_LIST,
    EXIT_GROUNDS,
    Authorisation,
    Basis,
    BlackListCase,
    BlackListCheck,
    BlackListDetermined,
    CauseFound,
    Criterion,
    CrossChecked,
    Determiner,
    DeterminingBody,
    Discovery,
    Doubt,
    EntryPublished,
    ErrorReported,
    ExitAnnounced,
    Exited,
    Findings,
    FoundEntry,
    HonourGrant,
    ListChannel,
    ListingStage,
    ListPublished,
    ListSnapshot,
    MatchDecided,
    OrderStatus,
    PreliminaryListed,
    PriorNoticeGiven,
    RedListDetermined,
    RemediesProvided,
    Remedy,
    WithdrawnAsWrong,
    black_list_checks,
    check_black_lists,
    check_red_lists,
    checks,
    competence,
    criterion_in_use,
    entry_in_force,
    has_ground,
    key_monitoring,
    list_publication,
    owed_remedies,
    procedure_by,
    red_list_removals,
    routes_of,
    screen_red_list,
    serious_failure,
    typical_honest_subject,
)
from jscredit.listing.black_checks import is_serious_failure, serious_failure_settled
from jscredit.listing.case import first_day_off
from jscredit.listing.checked import OWN_FILE
from jscredit.listing.joining import partners
from jscredit.listing.wrong import remedies
from jscredit.records import (
    BlacklistField,
    Body,
    Conduct,
    CreditFile,
    DelistingGround,
    EntryState,
    IdType,
    Level,
    Listed,
    ListEntry,
    ListingAct,
    ListingGround,
    ListSide,
    OtherId,
    Severity,
    Subject,
    SubjectType,
)
from jscredit.rules import JIANGSU_2018, Setting, Source
from jscredit.validity import MONITORING_PERIOD
from listing_cases import (
    BUREAU,
    CRITERION,
    DAY,
    FIELD,
    LAW,
    SHOP,
    UNTIL,
    a_list,
    determined,
    entry,
    exit_of,
    in_stage,
    new_black,
    new_red,
    no_black,
    no_red,
    person_named,
)
from whole_faults import is_said_in_both_languages, whole_faults

ON = date(2026, 6, 1)
RED, BLACK = in_stage(ListingStage.LISTED, new_red()), in_stage(ListingStage.LISTED, new_black())
PRELIMINARY = PreliminaryListed(on=DAY)
SITES = (ListChannel.DETERMINING_BODY_SITE, ListChannel.CREDIT_CHINA_SITE)


def refused(case, event, regime=LAW):
    """The faults of a refusal, each as (code, field, clause), and said in both languages."""
    return whole_faults(Refused, case.apply, event, regime=regime)


def fault_of(case, event):
    with pytest.raises(Refused) as caught:
        case.apply(event, regime=LAW)
    return caught.value.faults[0]


def in_file(*entries):
    return CreditFile(SHOP, tuple(Listed(day=DAY, known_on=DAY, citation="M17", entry=one) for one in entries))


# Leaving a list (J17, J20, J23).


def test_each_refused_exit_says_where_and_by_which_clause():
    assert refused(BLACK, Exited(on=ON, ground=DelistingGround.RED_ENTRY_DELETED)) == [
        ("exit.ground", "ground", "J17"),
        ("exit.no-order", "order", "J6.2"),
    ]
    assert refused(RED, Exited(on=ON, ground=DelistingGround.DECISION_AFTER_REPAIR)) == [
        ("exit.ground", "ground", "J17"),
        ("exit.no-decision", "decision", "J23"),
    ]
    assert refused(BLACK, Exited(on=ON, ground=DelistingGround.PERIOD_OVER)) == [("exit.not-over", "ground", "J20")]


def test_an_exit_before_the_end_names_the_last_day():
    fault = fault_of(BLACK, Exited(on=UNTIL, ground=DelistingGround.PERIOD_OVER))
    assert "2027-02-08" in fault.message.zh
    assert "2027-02-08" in fault.message.en
    case = in_stage(ListingStage.NOTIFIED, new_black())
    case = case.apply(determined(case, ON, valid_until=None), regime=LAW)
    open_one = fault_of(case, Exited(on=UNTIL, ground=DelistingGround.PERIOD_OVER))
    assert dict(open_one.data) == {"last": None}
    assert is_said_in_both_languages(open_one.message)
    assert "None" not in open_one.text("en") + open_one.text()


def test_an_entry_ends_on_the_day_after_its_last_one_and_not_on_it():
    event = Exited(on=UNTIL + timedelta(1), ground=DelistingGround.PERIOD_OVER)
    assert BLACK.apply(event).stage is ListingStage.ENDED
    assert first_day_off(BLACK.listed, event) == UNTIL + timedelta(1)
    repaired = Exited(on=ON, ground=DelistingGround.DECISION_AFTER_REPAIR, decision="虚决1号")
    assert first_day_off(BLACK.listed, repaired) == ON
    wrong = WithdrawnAsWrong(on=ON, decision="虚撤1号")
    assert first_day_off(BLACK.listed, wrong) == ON
    order = exit_of(RED, ON - timedelta(3)).order
    late = Exited(on=ON, ground=DelistingGround.RED_ENTRY_DELETED, order=order)
    assert first_day_off(RED.listed, late) == ON - timedelta(3)


def test_the_grounds_of_each_side_end_it():
    """J17 with J6, J20 and J23: the end of the validity on both sides, repair on the black one, deletion on the red."""
    assert set(EXIT_GROUNDS[ListSide.RED]) & set(EXIT_GROUNDS[ListSide.BLACK]) == {
        DelistingGround.PERIOD_OVER,
        DelistingGround.WITHDRAWN_AS_WRONG,
    }
    assert RED.apply(exit_of(RED, ON)).end == exit_of(RED, ON)
    assert BLACK.apply(exit_of(BLACK, ON)).end == exit_of(BLACK, ON)


def test_channels_that_the_announcement_missed_are_named():
    case = BLACK.apply(EntryPublished(on=ON, channels=SITES[1:])).apply(EntryPublished(on=ON, channels=SITES[:1]))
    assert case.channels == SITES
    case = case.apply(exit_of(case, ON))
    event = ExitAnnounced(on=ON, channels=(ListChannel.LOCAL_CREDIT_SITE,))
    assert refused(case, event) == [("exit.channels", "channels", "J17")]
    fault = fault_of(case, event)
    assert dict(fault.data) == {"channels": SITES}
    for channel in SITES:
        assert channel.label.zh in fault.message.zh
        assert channel.label.en in fault.message.en
    announced = case.apply(ExitAnnounced(on=ON, channels=SITES))
    assert announced.stage is ListingStage.ENDED
    assert announced.channels == SITES


def test_a_wrong_entry_is_announced_through_its_channels_too():
    case = BLACK.apply(EntryPublished(on=ON, channels=SITES)).apply(WithdrawnAsWrong(on=ON, decision="虚撤1号"))
    assert refused(case, ExitAnnounced(on=ON, channels=())) == [("exit.channels", "channels", "J17")]


# Remedies (J24).


def test_each_remedy_not_settled_is_a_fault_of_its_own():
    case = BLACK.apply(WithdrawnAsWrong(on=ON, decision="虚撤1号", mistake_in_work=True))
    event = RemediesProvided(on=ON, remedies=(Remedy.RECORD_CORRECTED, Remedy.WRITTEN_APOLOGY, Remedy.CLARIFICATION))
    assert refused(case, event) == [
        ("wrong.remedy-owed", "remedies", "J24a"),
        ("wrong.cause-unknown", "remedies", "J24a"),
    ]
    with pytest.raises(Refused) as caught:
        case.apply(event)
    owed, unknown = caught.value.faults
    assert dict(owed.data) == {"remedy": Remedy.REPUTATION_RESTORED}
    assert dict(unknown.data) == {"remedy": Remedy.COMPENSATION, "missing": ("rights_harmed",)}
    for fault, remedy in ((owed, Remedy.REPUTATION_RESTORED), (unknown, Remedy.COMPENSATION)):
        assert remedy.label.zh in fault.message.zh
        assert remedy.label.en in fault.message.en


def test_the_latest_finding_about_the_cause_counts():
    case = BLACK.apply(WithdrawnAsWrong(on=ON, decision="虚撤1号", mistake_in_work=False, rights_harmed=True))
    later = ON + timedelta(3)
    case = case.apply(CauseFound(on=later, mistake_in_work=True))
    owed = {one.remedy: one.owed for one in owed_remedies(case)}
    assert {remedy for remedy, found in owed.items() if found.verdict == "yes"} == set(Remedy) - {
        Remedy.BENEFITS_RECOVERED
    }
    assert {found.on for found in owed.values()} == {later}
    case = case.apply(CauseFound(on=later, rights_harmed=False))
    owed = {one.remedy: one.owed.verdict for one in owed_remedies(case)}
    assert owed[Remedy.COMPENSATION] == "no"
    assert owed[Remedy.WRITTEN_APOLOGY] == "yes"


def test_who_owes_what_is_said_in_both_languages():
    found = remedies(ListSide.RED, mistake_in_work=None, rights_harmed=None, on=ON, regime=LAW)
    assert [one.remedy for one in found if one.owed.verdict != "no"] == [Remedy.BENEFITS_RECOVERED]
    assert {one.who.en for one in found} == {"determining body"}
    assert {one.owed.regime for one in found} == {LAW}


# The cross-check (J6).


@pytest.mark.parametrize("day", [datetime(2026, 6, 1, 12), "2026-06-01"])  # noqa: DTZ001
def test_a_day_that_is_none_is_named(day):
    code = "day.is-datetime" if isinstance(day, datetime) else "day.not-a-date"
    assert whole_faults(InvalidInput, screen_red_list, (SHOP,), black=no_black(DAY), on=day) == [(code, "on", None)]
    assert whole_faults(InvalidInput, red_list_removals, (), red=no_red(DAY), on=day) == [(code, "on", None)]
    assert whole_faults(InvalidInput, ListSnapshot, name="名单", side=ListSide.RED, day=day) == [(code, "day", None)]


def test_an_entry_that_was_ended_leaves_one_of_the_same_days_standing():
    first, second = organisation(1), organisation(2)
    kept, ended = entry(subject=first, id="B1"), entry(subject=second, id="B2")
    for entries in (
        (kept, EntryState(entry=ended, delisted_on=ON)),
        (EntryState(entry=ended, delisted_on=ON), kept),
    ):
        found = screen_red_list((first, second), black=(a_list(ListSide.BLACK, ON, *entries),), on=ON)
        assert ([one.candidate for one in found.blocked], found.cleared) == ([first], (second,))


def test_each_found_entry_stands_with_its_own_list_and_doubt():
    shop = organisation(1)
    lists = (
        a_list(ListSide.BLACK, ON, entry(subject=organisation(7), id="A0"), entry(subject=shop, id="A1"), name="甲"),
        a_list(ListSide.BLACK, ON, name="空"),
        a_list(ListSide.BLACK, ON, entry(subject=shop, id="C1", valid_until=None), name="丙"),
        a_list(ListSide.BLACK, ON, entry(subject=Subject(name=shop.name), id="D1", valid_until=None), name="丁"),
    )
    found = screen_red_list((shop,), black=lists, on=ON)
    (one,) = found.blocked
    assert [(told.list_name, told.entry.id, told.doubt) for told in one.found] == [
        ("甲", "A1", None),
        ("丙", "C1", Doubt.VALIDITY_UNKNOWN),
        ("丁", "D1", Doubt.NAME_ALONE),
    ]
    assert [(told.name, told.entries) for told in found.compared] == [("甲", 2), ("空", 0), ("丙", 1), ("丁", 1)]
    assert black_list_checks(found)[shop] == BlackListCheck(
        on=ON,
        compared=found.compared,
        found=(
            FoundEntry(list_name="甲", entry_id="A1"),
            FoundEntry(list_name="丙", entry_id="C1", doubt=Doubt.VALIDITY_UNKNOWN),
            FoundEntry(list_name="丁", entry_id="D1", doubt=Doubt.NAME_ALONE),
        ),
    )


def test_numbers_that_agree_and_disagree_are_for_a_person():
    passport = OtherId(IdType.PASSPORT, "E00000001")
    one = dataclasses.replace(person(1), other_ids=(passport,))
    other = dataclasses.replace(person(2), other_ids=(passport,))
    found = screen_red_list((one,), black=(a_list(ListSide.BLACK, ON, entry(subject=other, id="B1")),), on=ON)
    (doubtful,) = found.to_decide
    assert [told.doubt for told in doubtful.found] == [Doubt.NUMBERS_DISAGREE]
    assert black_list_checks(found)[one].found[0].doubt is Doubt.NUMBERS_DISAGREE
    red = (a_list(ListSide.RED, ON, entry(ListSide.RED, other, id="R1")),)
    (order,) = red_list_removals((entry(subject=one),), red=red, on=ON)
    assert order.status is OrderStatus.TO_DECIDE


def test_orders_stand_in_the_order_of_the_black_entries():
    shops = [organisation(number) for number in (1, 2, 3)]
    red = (a_list(ListSide.RED, ON, *(entry(ListSide.RED, shop, id=f"R{n}") for n, shop in enumerate(shops))),)
    black = [entry(subject=shops[place], id=f"B{place}") for place in (2, 0, 1)]
    orders = red_list_removals(black, red=red, on=ON)
    assert [(one.black_entry_id, one.entry.id) for one in orders] == [("B2", "R2"), ("B0", "R0"), ("B1", "R1")]


def test_an_order_for_an_entry_of_unknown_validity_waits_for_a_person():
    red = (a_list(ListSide.RED, ON, entry(ListSide.RED, id="R7")),)
    (order,) = red_list_removals((entry(valid_until=None),), red=red, on=ON)
    assert order.status is OrderStatus.TO_DECIDE
    assert order.ended_in_file is False


def test_the_join_tells_same_possible_and_by_name():
    shop = organisation(1)
    bare = Subject(name=shop.name)
    left = (bare, shop, organisation(2))
    right = (shop, bare, organisation(3), Subject(credit_code=shop.credit_code))
    found = partners(left, right)
    assert set(found) == {0, 1}
    assert (found[0].same, found[0].possible, found[0].by_name) == ((), (), (0, 1))
    assert (found[1].same, found[1].possible, found[1].by_name) == ((0, 3), (), (1,))


def test_a_name_does_not_join_a_person_to_an_enterprise():
    man = Subject(name="虚构", type=SubjectType.NATURAL_PERSON)
    firm = Subject(name="虚构", type=SubjectType.LEGAL_PERSON)
    unknown = Subject(name="虚构")
    assert partners((man,), (firm,)) == {}
    assert partners((man,), (unknown, firm, man))[0].by_name == (0, 2)
    assert partners((unknown,), (man, firm))[0].by_name == (0, 1)
    assert partners((man, firm), (firm, man)) == {0: ((), (), (1,)), 1: ((), (), (0,))}


def test_a_renewed_number_says_nothing_against_a_name():
    one, other = (Subject(name="张伟", other_ids=(OtherId(IdType.PASSPORT, f"E0000000{number}"),)) for number in (1, 2))
    assert partners((one,), (other,))[0].by_name == (0,)
    first, second = (dataclasses.replace(person(number), name="张伟") for number in (1, 2))
    assert partners((first,), (second, one))[0].by_name == (1,)


def test_subjects_without_a_name_are_joined_by_number_alone():
    left = (Subject(credit_code=organisation(1).credit_code), Subject(credit_code=organisation(2).credit_code))
    right = (Subject(credit_code=organisation(2).credit_code), organisation(1))
    assert partners(left, right) == {0: ((1,), (), ()), 1: ((0,), (), ())}


def test_two_who_stand_twice_are_found_at_both_places():
    shop = organisation(1)
    found = partners((shop, organisation(2), shop, shop), (organisation(3), shop, shop))
    assert found == dict.fromkeys((0, 2, 3), ((1, 2), (), ()))


# The checks of one subject (J6), with its own file.


def test_own_black_entries_are_told_under_their_lists():
    own = entry(id="B7", list_name="安全生产黑名单")
    check = check_black_lists(SHOP, black=no_black(ON), on=ON, file=in_file(own))
    assert check.found == (FoundEntry(list_name="安全生产黑名单", entry_id="B7"),)
    assert check.on == ON
    assert [(one.name, one.day, one.entries) for one in check.compared] == [
        ("食品安全名单", ON, 0),
        (OWN_FILE, ON, 1),
    ]
    listed = (a_list(ListSide.BLACK, ON, entry(id="B1")),)
    both = check_black_lists(SHOP, black=listed, on=ON, file=in_file(own))
    assert [one.entry_id for one in both.found] == ["B1", "B7"]
    assert check_black_lists(SHOP, black=listed, on=ON).compared == both.compared[:1]


def test_own_red_entries_give_orders_under_the_list_that_holds_them():
    held, other = (entry(ListSide.RED, id=name, list_name="档案所载名单") for name in ("R7", "R8"))
    red = (a_list(ListSide.RED, ON, other, name="甲"), a_list(ListSide.RED, ON, held, name="乙"))
    check = check_red_lists(entry(id="B1"), red=red, on=ON, file=in_file(held))
    assert [
        (one.on, one.list_name, one.entry, one.black_entry_id, one.status, one.ended_in_file) for one in check.orders
    ] == [
        (ON, "甲", other, "B1", OrderStatus.DUE, False),
        (ON, "乙", held, "B1", OrderStatus.DUE, True),
    ]
    assert check.own == ("R7",)
    assert (check.on, [(one.name, one.day, one.entries) for one in check.compared]) == (
        ON,
        [("甲", ON, 1), ("乙", ON, 1), (OWN_FILE, ON, 1)],
    )
    unlisted = check_red_lists(entry(id="B1"), red=red[:1], on=ON, file=in_file(held))
    assert [one.list_name for one in unlisted.orders] == ["甲", "档案所载名单"]


def test_own_red_entries_that_have_ended_are_left_alone():
    over = entry(ListSide.RED, id="R6", valid_until=ON - timedelta(1))
    open_one = entry(ListSide.RED, id="R7", valid_until=None)
    check = check_red_lists(entry(id="B1"), red=no_red(ON), on=ON, file=in_file(over, open_one, entry(id="B2")))
    assert (check.own, [one.status for one in check.orders]) == (("R7",), [OrderStatus.DUE])


# What stands against a listing (J3, J4, J6).


def test_a_criterion_for_one_side_serves_that_side():
    for make, side in ((new_red, ListSide.RED), (new_black, ListSide.BLACK)):
        own = make(criterion=dataclasses.replace(CRITERION, side=side))
        assert own.apply(PRELIMINARY).stage is ListingStage.PRELIMINARY
        other = ListSide.BLACK if side is ListSide.RED else ListSide.RED
        wrong = make(criterion=dataclasses.replace(CRITERION, side=other))
        assert refused(wrong, PRELIMINARY) == [("listing.another-criterion", "criterion", "J3")]


def test_lists_of_another_day_are_named_and_no_others():
    case = in_stage(ListingStage.PUBLISHED, new_red())
    black = (a_list(ListSide.BLACK, ON, name="当日"), a_list(ListSide.BLACK, DAY, name="旧"))
    event = determined(case, ON, black=black)
    assert refused(case, event) == [("listing.lists-of-another-day", "check", "J6")]
    assert dict(fault_of(case, event).data) == {"lists": ("旧",)}
    nothing = RedListDetermined(on=ON, check=BlackListCheck(on=ON, compared=()))
    assert dict(fault_of(case, nothing).data) == {"lists": ()}


def test_what_bars_a_red_list_is_named():
    case = new_red(subject=person_named("李四")).apply(PRELIMINARY)
    found = (
        FoundEntry(list_name="甲", entry_id="B1"),
        FoundEntry(list_name="乙", entry_id="B2", doubt=Doubt.NAME_ALONE),
        FoundEntry(list_name="丙", entry_id="B3", doubt=Doubt.NAME_ALONE),
    )
    check = dataclasses.replace(check_black_lists(case.subject, black=no_black(DAY), on=DAY), found=found)
    case = case.apply(CrossChecked(on=DAY, check=check))
    case = case.apply(MatchDecided(on=DAY, list_name="丙", entry_id="B3", counts=judgement(finding=False)))
    assert refused(case, ListPublished(on=DAY)) == [
        ("red.black-listed", "check", "J6.1"),
        ("red.match-undecided", "check", "J6.1"),
    ]
    with pytest.raises(Refused) as caught:
        case.apply(ListPublished(on=DAY))
    for fault, name in zip(caught.value.faults, ("甲", "乙"), strict=True):
        assert dict(fault.data) == {"list": name}
        assert name in fault.message.zh
        assert name in fault.message.en


def test_a_decision_is_about_one_entry_of_one_list():
    case = new_red(subject=person_named("李四")).apply(PRELIMINARY)
    found = (FoundEntry(list_name="甲", entry_id="B1", doubt=Doubt.NAME_ALONE),)
    check = dataclasses.replace(check_black_lists(case.subject, black=no_black(DAY), on=DAY), found=found)
    case = case.apply(CrossChecked(on=DAY, check=check))
    for list_name, entry_id in (("甲", "B2"), ("乙", "B1")):
        decided = case.apply(
            MatchDecided(on=DAY, list_name=list_name, entry_id=entry_id, counts=judgement(finding=False))
        )
        assert refused(decided, ListPublished(on=DAY)) == [("red.match-undecided", "check", "J6.1")]


def test_a_conduct_that_is_no_serious_failure_is_not_determined():
    mild = new_black(findings=Findings(serious=judgement(finding=False)))
    faults = list(serious_failure_settled(mild, determined(mild, ON)))
    assert [(fault.code, fault.clause) for fault in faults] == [("black.serious", "J4c")]
    assert all(is_said_in_both_languages(fault.cure) for fault in faults)


def test_refusals_of_a_black_listing_say_where_and_by_which_clause():
    bare = in_stage(ListingStage.NOTIFIED, new_black(conduct=None))
    assert refused(bare, determined(bare, ON)) == [("black.no-field", "conduct", "J4c")]
    told = new_black().apply(PRELIMINARY).apply(PriorNoticeGiven(on=DAY, objections_until=ON))
    assert refused(told, determined(told, ON)) == [("black.objections-still-possible", "on", "J6.2")]
    case = in_stage(ListingStage.NOTIFIED, new_black())
    red = (a_list(ListSide.RED, ON, entry(ListSide.RED, id="R7")),)
    mixed = BlackListDetermined(on=ON, check=check_red_lists(entry(id="B2"), red=red, on=ON), valid_until=UNTIL)
    assert refused(case, mixed) == [("black.orders-of-another", "check", "J6.2")]


def test_every_order_must_be_its_own():
    case = in_stage(ListingStage.NOTIFIED, new_black())
    red = (a_list(ListSide.RED, ON, entry(ListSide.RED, id="R7"), entry(ListSide.RED, id="R8")),)
    check = check_red_lists(entry(id="B1"), red=red, on=ON)
    one_of_another = (check.orders[0], dataclasses.replace(check.orders[1], black_entry_id="B2"))
    event = BlackListDetermined(on=ON, check=dataclasses.replace(check, orders=one_of_another), valid_until=UNTIL)
    assert refused(case, event) == [("black.orders-of-another", "check", "J6.2")]


# The entries in whole.


def test_a_black_entry_holds_all_that_the_case_knows():
    basis = Basis(
        ground=ListingGround.ACTS_REFLECTING_INTEGRITY, act=next(iter(ListingAct)), evidence=("虚罚字〔2026〕3号",)
    )
    case = in_stage(ListingStage.LISTED, new_black(basis=basis))
    on = case.events[-1].on
    assert case.listed == ListEntry(
        id="B1",
        side=ListSide.BLACK,
        subject=SHOP,
        list_name="工程建设黑名单",
        determined_by=BUREAU.body,
        determined_on=on,
        valid_from=on,
        valid_until=UNTIL,
        ground=ListingGround.ACTS_REFLECTING_INTEGRITY,
        act=next(iter(ListingAct)),
        field=BlacklistField.MARKET_AND_SOCIAL_ORDER,
        conduct=Conduct.BID_RIGGING,
        severity=Severity.SERIOUS,
    )
    (change,) = case.changes
    assert (change.day, change.known_on, change.citation, change.case) == (on, on, "J6.2", "黑1")


def test_a_red_entry_holds_its_act():
    act = next(iter(ListingAct))
    basis = Basis(ground=ListingGround.ACTS_REFLECTING_INTEGRITY, act=act, evidence=("虚政发〔2026〕1号",))
    case = in_stage(ListingStage.LISTED, new_red(basis=basis))
    assert (case.listed.act, case.listed.ground) == (act, ListingGround.ACTS_REFLECTING_INTEGRITY)


def test_a_determination_asks_the_file_that_it_is_given():
    black = in_stage(ListingStage.NOTIFIED, new_black())
    held = entry(ListSide.RED, id="R7")
    event = black.determined_on(ON, red=no_red(ON), file=in_file(held))
    assert (event.on, event.valid_until, event.check.own) == (ON, None, ("R7",))
    assert [(one.black_entry_id, one.entry) for one in event.check.orders] == [("B1", held)]
    red = in_stage(ListingStage.PUBLISHED, new_red())
    event = red.determined_on(ON, black=no_black(ON), file=in_file(entry(id="B7")))
    assert (event.on, event.valid_until, [one.entry_id for one in event.check.found]) == (ON, None, ["B7"])


def test_a_field_that_is_stated_goes_before_that_of_the_conduct():
    assert new_black(conduct_field=BlacklistField.LIFE_AND_HEALTH).failure_field is BlacklistField.LIFE_AND_HEALTH
    assert new_black().failure_field is BlacklistField.MARKET_AND_SOCIAL_ORDER
    assert new_black(conduct=None).failure_field is None


def test_a_case_tells_its_steps_in_english():
    case = new_black().apply(PRELIMINARY).apply(PriorNoticeGiven(on=DAY))
    assert case.explain("en").splitlines()[1:] == [
        "2026-02-09 put on the preliminary list",
        "2026-02-09 prior notice given",
    ]
    assert case.explain().splitlines()[1:] == ["2026-02-09 列入初步名单", "2026-02-09 事前告知"]


def test_an_error_that_is_verified_leads_back_or_off():
    verifying = BLACK.apply(ErrorReported(on=ON, discovery=Discovery.COMPLAINT))
    assert verifying.apply(exit_of(verifying, ON)).stage is ListingStage.ENDED
    (duty,) = [one for one in verifying.duties(on=ON) if one.clause.ledger_id == "J24a"]
    assert "verify" in duty.what.en


def test_another_procedure_keeps_name_place_and_start():
    source = Source("虚构部令第1号", Rank.DEPARTMENT_RULE)
    found = procedure_by(source, instead_of=BLACK_LIST, rows=BLACK_LIST.rows[:3])
    assert (found.label, found.citation, found.start, found.rows, found.source, found.id) == (
        BLACK_LIST.label,
        BLACK_LIST.citation,
        ListingStage.OPENED,
        BLACK_LIST.rows[:3],
        "虚构部令第1号",
        "black-list:虚构部令第1号",
    )


# Whose answer it is: each one names the day and the law that it was asked by.

OTHER_LAW = LAW.reading(AGENCY_LEVEL, "agencies-too")


def answers(law):
    held = entry(determined_by=BUREAU.body, severity=Severity.SERIOUS)
    published = list_publication(held, on=ON, regime=law)
    return (
        competence(BUREAU, field=FIELD, on=ON, regime=law),
        criterion_in_use(CRITERION, national=(), on=ON, regime=law),
        has_ground(new_red().basis, on=ON, regime=law),
        serious_failure(BlacklistField.LIFE_AND_HEALTH, None, Findings(), on=ON, regime=law),
        typical_honest_subject(HonourGrant(), on=ON, regime=law),
        entry_in_force(held, on=ON, regime=law),
        key_monitoring(held, on=ON, regime=law),
        published.window,
        published.owed,
        *(one.owed for one in routes_of(held, on=ON, regime=law)),
        *(one.owed for one in remedies(ListSide.RED, mistake_in_work=None, rights_harmed=None, on=ON, regime=law)),
    )


def test_each_answer_is_by_the_law_that_was_asked():
    for law in (JIANGSU_2018, OTHER_LAW):
        assert {(found.on, found.regime) for found in answers(law)} == {(ON, law)}


def test_a_case_asks_by_its_own_law():
    agency = DeterminingBody(
        body=Body(name="虚构信用公司", level=Level.CITY),
        kind=Determiner.CREDIT_SERVICE_AGENCY,
        fields=(FIELD,),
        authorisation=Authorisation(by=Body(name="虚构省厅", level=Level.PROVINCE), citation="函2号", since=DAY),
    )
    case = in_stage(ListingStage.NOTIFIED, new_black(body=agency))
    assert case.apply(determined(case, ON), regime=LAW).stage is ListingStage.LISTED
    assert refused(case, determined(case, ON), OTHER_LAW)[0][0] == "listing.provincial"


ASKED = []


def ask_and_keep(case, event):
    """A check that refuses nothing, and keeps what the checks of a listing ask."""
    ASKED.extend((*checks.asked(case, event), is_serious_failure(case, event)))
    ASKED.extend(one.owed for one in owed_remedies(case))


class AskingCase(BlackListCase):
    """A black listing that keeps what is asked at its first step, and at the remedies."""

    procedure = dataclasses.replace(
        BLACK_LIST,
        rows=tuple(
            row._replace(checks=(*row.checks, ask_and_keep))
            if row.event in {PreliminaryListed, RemediesProvided}
            else row
            for row in BLACK_LIST.rows
        ),
    )


def test_what_a_case_asks_is_of_the_day_and_the_law_of_its_step():
    parts = {field.name: getattr(BLACK, field.name) for field in dataclasses.fields(BlackListCase)}
    ASKED.clear()
    AskingCase(**(parts | {"events": ()})).apply(PRELIMINARY, regime=OTHER_LAW)
    assert [found.rule.id for found in ASKED] == [
        "listing-competence",
        "criterion-in-use",
        "listing-ground",
        "serious-failure:market_and_social_order",
    ]
    assert {(found.on, found.regime) for found in ASKED} == {(DAY, OTHER_LAW)}
    case = AskingCase(**parts).apply(WithdrawnAsWrong(on=ON, decision="虚撤1号", mistake_in_work=False))
    ASKED.clear()
    case.apply(RemediesProvided(on=ON, remedies=()), regime=OTHER_LAW)
    assert len(ASKED) == 4 + len(Remedy)
    assert {(found.on, found.regime) for found in ASKED} == {(ON, OTHER_LAW)}


def test_monitoring_ends_where_an_end_is_set():
    """J17: without an end it goes on; with a year set it lasts from the day of leaving to the same day next year."""
    left = EntryState(entry=entry(), delisted_on=ON, ground=DelistingGround.DECISION_AFTER_REPAIR)
    law = LAW.with_settings(Setting(MONITORING_PERIOD, Years(1), Source("虚构省规定", Rank.NORMATIVE_DOCUMENT)))
    last = date(2027, 6, 1)
    days = (last, last + timedelta(1))
    assert [key_monitoring(left, on=day, regime=law).verdict.value for day in days] == ["yes", "no"]
    assert [key_monitoring(left, on=day).verdict.value for day in days] == ["yes", "yes"]


def test_a_publication_is_told_in_one_language():
    found = list_publication(entry(determined_by=BUREAU.body), on=ON)
    assert found.explain("en") == f"{found.window.explain('en')}\n{found.owed.explain('en')}"
    assert found.explain() == f"{found.window.explain('zh')}\n{found.owed.explain('zh')}"
    assert found.owed.explain("en") != found.owed.explain("zh")
    assert found.window.explain("en") != found.window.explain("zh")


def test_a_criterion_names_what_it_lacks():
    with pytest.raises(ValidationError) as caught:
        Criterion(title="某办法", issuer=CRITERION.issuer)
    faults = safe(caught.value).faults
    lacking = ["consultation", "publication", "citation", "field", "in_force_from"]
    assert [(fault.code, fault.field, fault.clause) for fault in faults] == [
        ("criterion.lacks", name, "J3") for name in lacking
    ]
    assert len({fault.message for fault in faults}) == len(lacking)
    for fault in faults:
        assert is_said_in_both_languages(fault.message)
        assert is_said_in_both_languages(fault.cure)
