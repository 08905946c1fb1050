"""J6.1: the way onto a red list, and what bars it."""

import dataclasses
from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from factories import judgement
from jscredit.errors import InvalidInput, Refused
from jscredit.listing import (
    AGENCY_LEVEL,
    RED_PUBLICATION,
    Authorisation,
    Basis,
    BlackListCheck,
    CrossChecked,
    Determiner,
    DeterminingBody,
    FoundEntry,
    ListingStage,
    ListPublished,
    MatchDecided,
    ObjectionRaised,
    ObjectionsRejected,
    PreliminaryListed,
    RedListCase,
    RedListDetermined,
    check_black_lists,
)
from jscredit.procedure import DutyStatus
from jscredit.records import Body, CreditFile, EntryState, Level, Listed, ListSide
from listing_cases import (
    BUREAU,
    CRITERION,
    DAY,
    FIELD,
    LAW,
    NATIONAL,
    OTHER,
    SHOP,
    UNTIL,
    a_list,
    determined,
    entry,
    events_on,
    in_stage,
    new_red,
    no_black,
    person_named,
)

PRELIMINARY = PreliminaryListed(on=DAY)


def refusal(case, event, regime=LAW):
    with pytest.raises(Refused) as caught:
        case.apply(event, regime=regime)
    return caught.value


def checked(case, on, *entries):
    black = (a_list(ListSide.BLACK, on, *entries),)
    return CrossChecked(on=on, check=check_black_lists(case.subject, black=black, on=on))


def test_the_whole_way_yields_one_entry():
    case = in_stage(ListingStage.LISTED, new_red())
    (change,) = case.changes
    on = case.events[-1].on
    assert isinstance(change, Listed)
    assert (change.day, change.known_on, change.citation, change.case) == (on, on, "J6.1", "红1")
    made = change.entry
    assert (made.id, made.side, made.subject, made.list_name) == ("R1", ListSide.RED, SHOP, "工程建设红名单")
    assert (made.determined_by, made.determined_on, made.valid_from, made.valid_until) == (BUREAU.body, on, on, UNTIL)
    assert (made.ground, made.act, made.severity) == (case.basis.ground, None, None)
    assert case.entry == made
    assert case.listed == made
    assert case.entry_state == EntryState(entry=made)
    assert case.determination == case.events[-1]
    assert CreditFile(SHOP, case.changes).entries[0].entry == made


def test_before_the_listing_there_is_no_entry():
    case = in_stage(ListingStage.PUBLISHED, new_red())
    assert (case.changes, case.entry, case.entry_state, case.determination, case.end) == ((), None, None, None, None)
    assert case.channels == ()
    with pytest.raises(LookupError):
        _ = case.listed


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"field": "另一领域"}, ["listing.another-criterion", "listing.own-field"]),
        ({"criterion": dataclasses.replace(CRITERION, side=ListSide.BLACK)}, ["listing.another-criterion"]),
        ({"body": dataclasses.replace(BUREAU, fields=("食品安全",))}, ["listing.own-field"]),
        ({"body": dataclasses.replace(BUREAU, kind=Determiner.OTHER)}, ["listing.kind-of-body"]),
        ({"basis": Basis()}, ["listing.stated"]),
        ({"criterion": dataclasses.replace(CRITERION, in_force_from=date(2026, 2, 10))}, ["listing.in-force"]),
        (
            {"national": (dataclasses.replace(NATIONAL, in_force_from=DAY),)},
            ["listing.not-superseded"],
        ),
    ],
)
def test_what_is_ruled_out_comes_onto_no_preliminary_list(changes, codes):
    assert [fault.code for fault in refusal(new_red(**changes), PRELIMINARY).faults] == codes


def test_what_is_unknown_may_still_come_until_the_determination():
    bureau = DeterminingBody(body=Body(name="虚构市城管局"))
    case = in_stage(
        ListingStage.PUBLISHED, new_red(body=bureau, national=None, basis=Basis(ground=new_red().basis.ground))
    )
    error = refusal(case, determined(case, DAY + timedelta(60)))
    assert {fault.code for fault in error.faults} == {"listing.missing"}
    assert {fault.field for fault in error.faults} == {
        "determiner",
        "determiner_level",
        "authorised_by_level",
        "authorised_from",
        "in_own_field",
        "national_criterion",
        "national_from",
        "reference_alone",
    }


def test_a_national_criterion_that_comes_into_force_on_the_way_bars_the_determination():
    case = in_stage(ListingStage.PUBLISHED, new_red(national=(NATIONAL,)))
    assert refusal(case, determined(case, date(2026, 3, 30))).code == "listing.not-superseded"


def test_a_black_listed_candidate_comes_no_further():
    case = new_red().apply(PRELIMINARY)
    case = case.apply(checked(case, DAY, entry(id="B9")))
    assert case.stage is ListingStage.SCREENED
    error = refusal(case, ListPublished(on=DAY))
    assert (error.code, error.list, error.faults[0].clause) == ("red.black-listed", "食品安全名单", "J6.1")


def test_a_doubtful_match_bars_it_until_a_person_decides():
    case = new_red(subject=person_named("李四")).apply(PRELIMINARY)
    case = case.apply(checked(case, DAY, entry(subject=person_named("李 四"), id="B9")))
    assert refusal(case, ListPublished(on=DAY)).code == "red.match-undecided"
    decided = {"on": DAY, "list_name": "食品安全名单", "entry_id": "B9"}
    yes = case.apply(MatchDecided(**decided, counts=judgement()))
    assert refusal(yes, ListPublished(on=DAY)).code == "red.black-listed"
    no = case.apply(MatchDecided(**decided, counts=judgement(finding=False)))
    assert no.apply(ListPublished(on=DAY)).stage is ListingStage.PUBLISHED
    again = yes.apply(MatchDecided(**decided, counts=judgement(finding=False)))
    assert again.apply(ListPublished(on=DAY)).stage is ListingStage.PUBLISHED


def test_it_is_compared_again_on_the_day_of_the_determination():
    case = in_stage(ListingStage.PUBLISHED, new_red())
    on = DAY + timedelta(60)
    black = (a_list(ListSide.BLACK, on, entry(id="B9", valid_from=on)),)
    assert refusal(case, determined(case, on, black=black)).code == "red.black-listed"


def test_the_lists_are_those_of_the_day():
    case = in_stage(ListingStage.PUBLISHED, new_red())
    on = DAY + timedelta(60)
    error = refusal(case, determined(case, on, black=no_black(on - timedelta(1))))
    assert (error.code, error.lists) == ("listing.lists-of-another-day", ("食品安全名单",))
    stale = dataclasses.replace(determined(case, on), on=on + timedelta(1))
    assert [fault.code for fault in refusal(case, stale).faults] == [
        "listing.check-of-another-day",
        "listing.lists-of-another-day",
    ]
    none = RedListDetermined(on=on, check=BlackListCheck(on=on, compared=()))
    assert refusal(case, none).code == "listing.lists-of-another-day"


def test_a_check_of_another_day_is_no_cross_check():
    case = new_red().apply(PRELIMINARY)
    late = dataclasses.replace(checked(case, DAY), on=DAY + timedelta(1))
    assert refusal(case, late).code == "listing.check-of-another-day"


def test_publication_lasts_as_long_as_the_agency_says():
    case = in_stage(ListingStage.PUBLISHED, new_red())
    published = case.events[-1].on
    assert published == date(2026, 3, 9)
    early = refusal(case, determined(case, date(2026, 3, 16)))
    assert (early.code, early.first_day) == ("procedure.too-early", date(2026, 3, 17))
    assert case.apply(determined(case, date(2026, 3, 17)), regime=LAW).stage is ListingStage.LISTED


def test_the_period_is_an_open_term():
    case = in_stage(ListingStage.PUBLISHED, new_red())
    with pytest.raises(Refused) as caught:
        case.apply(determined(case, date(2026, 3, 17)))
    assert caught.value.code == "procedure.term-open"


def test_without_publication_only_by_the_other_reading():
    case = in_stage(ListingStage.SCREENED, new_red())
    event = determined(case, DAY + timedelta(40))
    assert refusal(case, event).code == "red.not-published"
    law = LAW.reading(RED_PUBLICATION, "optional")
    listed = case.apply(event, regime=law)
    assert listed.stage is ListingStage.LISTED
    assert RedListCase.from_storage_json(listed.to_storage_json(), regime=law) == listed
    with pytest.raises(InvalidInput):
        RedListCase.from_storage_json(listed.to_storage_json())


def test_objections_are_verified_before_it_goes_on():
    case = in_stage(ListingStage.OBJECTED, new_red())
    on = case.events[-1].on
    assert refusal(case, determined(case, on)).code == "procedure.not-now"
    open_ones = [duty for duty in case.duties(on=on, regime=LAW) if duty.status is DutyStatus.UNDATED]
    assert [duty.what.en for duty in open_ones] == ["verify the objections"]
    case = case.apply(ObjectionRaised(on=on)).apply(ObjectionsRejected(on=on, reason="查无实据"))
    assert case.stage is ListingStage.PUBLISHED


def test_every_step_says_what_is_due():
    case = new_red().apply(PRELIMINARY)
    assert [duty.what.en for duty in case.duties(on=DAY)] == ["cross-check it with the black lists of every field"]
    case = case.apply(checked(case, DAY))
    assert [duty.status for duty in case.duties(on=DAY)] == [DutyStatus.MET, DutyStatus.UNDATED]


def test_own_black_entries_bar_it_too():
    file = CreditFile(SHOP, in_file(entry(id="B7"), entry(id="B8", valid_until=None), entry(ListSide.RED, id="R7")))
    check = check_black_lists(SHOP, black=no_black(DAY), on=DAY, file=file)
    assert [(one.entry_id, one.list_name, one.doubt) for one in check.found] == [
        ("B7", "信用档案", None),
        ("B8", "信用档案", "validity_unknown"),
    ]
    assert [(one.name, one.entries) for one in check.compared] == [("食品安全名单", 0), ("信用档案", 3)]
    named = entry(id="B7", list_name="食品安全名单")
    found = check_black_lists(
        SHOP, black=(a_list(ListSide.BLACK, DAY, named),), on=DAY, file=CreditFile(SHOP, in_file(named))
    ).found
    assert found == (FoundEntry(list_name="食品安全名单", entry_id="B7"),)


def in_file(*entries):
    return tuple(Listed(day=DAY, known_on=DAY, citation="M17", entry=one) for one in entries)


def test_an_association_needs_a_provincial_department():
    association = dataclasses.replace(
        BUREAU,
        body=Body(name="虚构省建筑业协会", level=Level.PROVINCE),
        kind=Determiner.INDUSTRY_ASSOCIATION,
        authorisation=Authorisation(by=Body(name="虚构市局", level=Level.CITY), citation="函1号", since=DAY),
    )
    assert refusal(new_red(body=association), PRELIMINARY).code == "listing.authorised"
    agency = dataclasses.replace(
        association,
        body=Body(name="虚构信用公司", level=Level.CITY),
        kind=Determiner.CREDIT_SERVICE_AGENCY,
        authorisation=Authorisation(by=Body(name="虚构省厅", level=Level.PROVINCE), citation="函2号", since=DAY),
    )
    assert new_red(body=agency).apply(PRELIMINARY).stage is ListingStage.PRELIMINARY
    assert refusal(new_red(body=agency), PRELIMINARY, LAW.reading(AGENCY_LEVEL, "agencies-too")).code == (
        "listing.provincial"
    )


def test_validity_that_ends_before_the_day_is_no_determination():
    case = in_stage(ListingStage.PUBLISHED, new_red())
    with pytest.raises(ValidationError, match=r"listing\.over-before-it-begins"):
        determined(case, UNTIL + timedelta(1), valid_until=UNTIL)
    assert determined(case, UNTIL).valid_until == UNTIL


def test_json_replays_to_the_same_case():
    for stage in (ListingStage.LISTED, ListingStage.WITHDRAWN):
        case = in_stage(stage, new_red())
        again = RedListCase.from_storage_json(case.to_storage_json(), regime=LAW)
        assert (again, again.stage, again.changes) == (case, case.stage, case.changes)


def test_a_case_says_where_it_stands():
    case = in_stage(ListingStage.SCREENED, new_red())
    assert case.explain().splitlines() == [
        "红名单认定程序：已交叉比对 [（六）第（一）项]",
        "2026-02-09 列入初步名单",
        "2026-02-23 与各领域黑名单交叉比对",
    ]
    assert case.explain("en").splitlines()[0] == "Listing on a red list: cross-checked [point 6 item 1]"
    assert case.set_by is None


def test_persons_are_masked_in_what_is_shown():
    case = new_red(subject=person_named("李四光"))
    assert "李四光" not in case.to_public_json() + repr(case)


def test_events_of_the_helper_are_all_there():
    assert len(events_on(DAY, new_red())) == 21
    assert OTHER != SHOP
    assert CRITERION.field == FIELD
