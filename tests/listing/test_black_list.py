"""J6.2: the way onto a black list, the prior notice, and the red entries that end with it."""

import dataclasses
from datetime import timedelta

import pytest

from factories import judgement, organisation
from jscredit.errors import InvalidInput, Refused
from jscredit.law import Rank
from jscredit.listing import (
    BLACK_LIST,
    BlackListCase,
    BlackListDetermined,
    Findings,
    ListingStage,
    MatchDecided,
    OrderStatus,
    PreliminaryListed,
    PriorNoticeGiven,
    check_red_lists,
    entry_in_force,
    procedure_by,
)
from jscredit.procedure import DutyStatus, Row
from jscredit.records import (
    BlacklistField,
    Conduct,
    CreditFile,
    Delisted,
    DelistingGround,
    Listed,
    ListSide,
    Severity,
)
from jscredit.rules import Source
from listing_cases import DAY, LAW, SHOP, UNTIL, a_list, determined, entry, in_stage, new_black, no_red, person_named

PRELIMINARY = PreliminaryListed(on=DAY)
ON = DAY + timedelta(30)


def refusal(case, event):
    with pytest.raises(Refused) as caught:
        case.apply(event, regime=LAW)
    return caught.value


def in_file(*entries):
    return CreditFile(SHOP, tuple(Listed(day=DAY, known_on=DAY, citation="M17", entry=one) for one in entries))


def test_the_whole_way_yields_one_entry():
    case = in_stage(ListingStage.LISTED, new_black())
    (change,) = case.changes
    on = case.events[-1].on
    assert (change.day, change.citation, change.case) == (on, "J6.2", "黑1")
    made = change.entry
    assert (made.side, made.conduct, made.blacklist_field) == (
        ListSide.BLACK,
        Conduct.BID_RIGGING,
        BlacklistField.MARKET_AND_SOCIAL_ORDER,
    )
    assert (made.severity, made.valid_from, made.valid_until) == (Severity.SERIOUS, on, UNTIL)
    assert case.determination == case.events[-1]


def test_nobody_is_black_listed_without_prior_notice():
    case = in_stage(ListingStage.PRELIMINARY, new_black())
    error = refusal(case, determined(case, ON))
    assert (error.code, error.faults[0].clause) == ("procedure.not-now", "J6.2")
    assert "prior notice given" in error.text("en")
    duties = [(duty.what.en, duty.status) for duty in case.duties(on=ON)]
    assert duties == [("give the subject prior notice before it is determined", DutyStatus.UNDATED)]


def test_one_notice_serves_both():
    case = new_black().apply(PRELIMINARY).apply(PriorNoticeGiven(on=DAY))
    assert case.apply(determined(case, DAY)).stage is ListingStage.LISTED


def test_time_for_objections_that_the_notice_gave_is_awaited():
    case = new_black().apply(PRELIMINARY).apply(PriorNoticeGiven(on=DAY, objections_until=ON))
    error = refusal(case, determined(case, ON))
    assert (error.code, error.faults[0].clause) == ("black.objections-still-possible", "J6.2")
    assert case.apply(determined(case, ON + timedelta(1))).stage is ListingStage.LISTED


def test_what_is_no_serious_failure_comes_onto_no_preliminary_list():
    mild = new_black(findings=Findings(serious=judgement(finding=False)))
    assert refusal(mild, PRELIMINARY).code == "black.serious"
    meant_well = new_black(conduct=Conduct.WAGE_ARREARS, findings=Findings(malice=judgement(finding=False)))
    error = refusal(meant_well, PRELIMINARY)
    assert (error.code, error.faults[0].clause) == ("black.malice", "J4c(2)")


def test_what_is_unknown_must_be_settled_for_the_determination():
    case = in_stage(ListingStage.NOTIFIED, new_black(conduct=Conduct.WAGE_ARREARS, findings=Findings()))
    error = refusal(case, determined(case, ON))
    assert [(fault.code, fault.field) for fault in error.faults] == [
        ("black.missing", "found_serious"),
        ("black.missing", "malice"),
    ]


def test_neither_conduct_nor_field_is_no_black_listing():
    case = in_stage(ListingStage.NOTIFIED, new_black(conduct=None))
    assert refusal(case, determined(case, ON)).code == "black.no-field"


def test_a_conduct_that_the_text_does_not_name_needs_a_finding():
    field = BlacklistField.LIFE_AND_HEALTH
    case = in_stage(ListingStage.NOTIFIED, new_black(conduct=None, conduct_field=field))
    error = refusal(case, determined(case, ON))
    assert {fault.field for fault in error.faults} == {"conduct", "other_of_field"}
    found = Findings(serious=judgement(), other_of_field=judgement())
    case = in_stage(ListingStage.LISTED, new_black(conduct=None, conduct_field=field, findings=found))
    assert case.listed.field is field


def test_own_red_entries_end_in_the_same_change_set():
    own, other_side = entry(ListSide.RED, id="R7", list_name="诚信名单"), entry(ListSide.BLACK, id="B7")
    file = in_file(own, other_side, entry(ListSide.RED, id="R8", valid_until=DAY))
    case = in_stage(ListingStage.NOTIFIED, new_black())
    listed = case.apply(determined(case, ON, file=file), regime=LAW)
    ended, begun = listed.changes
    assert (type(ended), ended.entry_id, ended.ground, ended.day) == (
        Delisted,
        "R7",
        DelistingGround.RED_ENTRY_DELETED,
        ON,
    )
    assert isinstance(begun, Listed)
    for change in listed.changes:
        file = file.apply(change)
    in_force = [one.entry.side for one in file.entries if entry_in_force(one, on=ON).verdict != "no"]
    assert set(in_force) == {ListSide.BLACK}
    (order,) = listed.removal_orders
    assert (order.list_name, order.entry, order.black_entry_id, order.status) == (
        "诚信名单",
        own,
        "B1",
        OrderStatus.DUE,
    )


def test_own_entry_that_a_list_holds_too_has_one_order():
    own = entry(ListSide.RED, id="R7", list_name="诚信名单")
    red = (a_list(ListSide.RED, ON, own, name="诚信名单"), *no_red(ON))
    check = check_red_lists(entry(id="B1"), red=red, on=ON, file=in_file(own))
    assert ([order.list_name for order in check.orders], check.own) == (["诚信名单"], ("R7",))
    assert [one.name for one in check.compared] == ["诚信名单", "食品安全名单", "信用档案"]


def test_own_entry_without_a_list_is_told_by_the_file():
    check = check_red_lists(entry(id="B1"), red=no_red(ON), on=ON, file=in_file(entry(ListSide.RED, id="R7")))
    assert [order.list_name for order in check.orders] == ["信用档案"]


def test_an_entry_without_an_end_gives_orders_that_are_due():
    red = (a_list(ListSide.RED, ON, entry(ListSide.RED, id="R7", valid_until=None)),)
    check = check_red_lists(entry(id="B1", valid_from=ON, valid_until=None), red=red, on=ON)
    assert [(order.entry.id, order.status) for order in check.orders] == [("R7", OrderStatus.DUE)]


def test_a_match_by_name_waits_for_a_person():
    man = person_named("李四")
    red = (a_list(ListSide.RED, ON, entry(ListSide.RED, man, id="R7"), entry(ListSide.RED, man, id="R8")),)
    case = in_stage(ListingStage.NOTIFIED, new_black(subject=man))
    case = case.apply(determined(case, ON, red=red), regime=LAW)
    assert [order.status for order in case.removal_orders] == [OrderStatus.TO_DECIDE] * 2
    decided = {"on": ON, "list_name": "食品安全名单"}
    case = case.apply(MatchDecided(**decided, entry_id="R7", counts=judgement()))
    case = case.apply(MatchDecided(**decided, entry_id="R8", counts=judgement(finding=False)))
    assert [(order.entry.id, order.status) for order in case.removal_orders] == [("R7", OrderStatus.DUE)]


def test_a_due_order_is_not_decided_away():
    red = (a_list(ListSide.RED, ON, entry(ListSide.RED, id="R7")),)
    case = in_stage(ListingStage.NOTIFIED, new_black())
    case = case.apply(determined(case, ON, red=red), regime=LAW)
    decision = MatchDecided(on=ON, list_name="食品安全名单", entry_id="R7", counts=judgement(finding=False))
    assert case.apply(decision).removal_orders == case.removal_orders != ()


def test_orders_of_another_entry_are_refused():
    case = in_stage(ListingStage.NOTIFIED, new_black())
    red = (a_list(ListSide.RED, ON, entry(ListSide.RED, id="R7")),)
    check = check_red_lists(entry(id="B2"), red=red, on=ON)
    event = BlackListDetermined(on=ON, check=check, valid_until=UNTIL)
    assert refusal(case, event).code == "black.orders-of-another"


def test_before_the_determination_there_are_no_orders():
    assert new_black().removal_orders == ()


def test_json_replays_to_the_same_case():
    red = (a_list(ListSide.RED, ON, entry(ListSide.RED, id="R7")),)
    case = in_stage(ListingStage.NOTIFIED, new_black())
    case = case.apply(determined(case, ON, red=red), regime=LAW)
    again = BlackListCase.from_storage_json(case.to_storage_json())
    assert (again, again.stage, again.changes, again.removal_orders) == (
        case,
        case.stage,
        case.changes,
        case.removal_orders,
    )


RULE = Source("虚构部失信被执行人名单规定", Rank.DEPARTMENT_RULE)


class CourtListCase(BlackListCase):
    """A list whose own rule asks for no notice before the determination."""

    procedure = procedure_by(
        RULE,
        instead_of=BLACK_LIST,
        rows=(
            Row(ListingStage.OPENED, PreliminaryListed, ListingStage.NOTIFIED, BLACK_LIST.citation),
            *(row._replace(checks=()) for row in BLACK_LIST.rows if row.event is BlackListDetermined),
        ),
    )


def test_another_procedure_by_a_higher_norm_takes_its_place_and_the_case_says_so():
    case = CourtListCase(
        **{field.name: getattr(new_black(), field.name) for field in dataclasses.fields(BlackListCase)}
    )
    case = case.apply(PRELIMINARY)
    case = case.apply(determined(case, DAY))
    assert (case.stage, case.set_by) == (ListingStage.LISTED, RULE.citation)
    assert case.explain().splitlines()[0] == f"黑名单认定程序：已列入名单 [{RULE.citation}]"
    assert case.followed.id == f"black-list:{RULE.citation}"


@pytest.mark.parametrize("rank", Rank)
def test_only_laws_regulations_and_national_rules_take_its_place(rank):
    source = Source("某规定", rank)
    if rank in {Rank.AGENCY_SETTING, Rank.NORMATIVE_DOCUMENT, Rank.LOCAL_GOVERNMENT_RULE}:
        with pytest.raises(InvalidInput) as caught:
            procedure_by(source, instead_of=BLACK_LIST, rows=BLACK_LIST.rows)
        assert (caught.value.code, caught.value.faults[0].clause) == ("listing.override-rank", "J6")
    else:
        assert procedure_by(source, instead_of=BLACK_LIST, rows=BLACK_LIST.rows).source == "某规定"


def test_other_subjects_keep_their_red_entries():
    red = (a_list(ListSide.RED, ON, entry(ListSide.RED, organisation(3), id="R7")),)
    assert check_red_lists(entry(id="B1"), red=red, on=ON).orders == ()
