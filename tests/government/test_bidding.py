"""Bidders against the court's lists: who is intercepted, who is for a person, who is cleared (G3.3)."""

import json
from datetime import date, timedelta

import pytest

from factories import organisation, person
from jscredit.errors import InvalidInput
from jscredit.government import CourtList, intercept_bidders
from jscredit.records import DelistingGround, EntryState, ListEntry, ListSide, Match, Subject, match
from oracles.dice import dice

ON = date(2020, 6, 1)
SHOP, OTHER, MAN = organisation(1), organisation(2), person(1)


def entry(subject=SHOP, **days):
    return ListEntry(id="C1", side=ListSide.BLACK, subject=subject, **days)


def asked(*given, bidders=(SHOP,), day=ON, on=ON):
    return intercept_bidders(bidders, court_lists=(CourtList(name="失信被执行人名单", day=day, entries=given),), on=on)


def place(found):
    return "intercepted" if found.intercepted else "to_decide" if found.to_decide else "cleared"


YEAR = {"valid_from": date(2019, 6, 1), "valid_until": date(2021, 5, 31)}


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ((entry(**YEAR),), "intercepted"),
        ((entry(OTHER, **YEAR),), "cleared"),
        ((entry(valid_from=ON, valid_until=ON),), "intercepted"),
        ((entry(valid_from=ON + timedelta(1), valid_until=date(2021, 5, 31)),), "cleared"),
        ((entry(valid_from=date(2019, 6, 1), valid_until=ON - timedelta(1)),), "cleared"),
        # An entry on the list of the day stands on it that day, whatever days it lacks.
        ((entry(),), "intercepted"),
        ((entry(Subject(name=SHOP.name), **YEAR),), "to_decide"),
        ((entry(Subject(name=SHOP.name), **YEAR), entry(**YEAR)), "intercepted"),
        ((EntryState(entry=entry(**YEAR), delisted_on=ON, ground=DelistingGround.PERIOD_OVER),), "cleared"),
        ((EntryState(entry=entry(**YEAR), delisted_on=ON + timedelta(1)),), "intercepted"),
        ((EntryState(entry=entry(**YEAR)),), "intercepted"),
        ((), "cleared"),
    ],
)
def test_one_bidder(given, wanted):
    assert place(asked(*given)) == wanted


@pytest.mark.parametrize(
    ("day", "given", "wanted"),
    [
        (ON - timedelta(1), entry(), "to_decide"),
        (ON + timedelta(1), entry(), "to_decide"),
        (ON - timedelta(1), entry(valid_until=ON), "intercepted"),
        (ON + timedelta(1), entry(valid_from=ON), "intercepted"),
    ],
)
def test_a_list_of_another_day(day, given, wanted):
    found = asked(given, day=day)
    assert place(found) == wanted
    assert bool(found.missing) is (wanted == "to_decide")


def test_numbers_that_disagree_are_for_a_person():
    same_name_another_code = Subject(name=SHOP.name, credit_code=OTHER.credit_code, organisation_code=None)
    assert match(SHOP, same_name_another_code) is Match.DIFFERENT
    assert place(asked(entry(same_name_another_code, **YEAR))) == "cleared"
    mixed = Subject(name="某公司", organisation_code=SHOP.credit_code.organisation_part, credit_code=OTHER.credit_code)
    assert match(SHOP, mixed) is Match.POSSIBLE
    assert place(asked(entry(mixed, **YEAR))) == "to_decide"


def test_each_bidder_stands_in_one_place_in_order():
    bidders = tuple(organisation(number) for number in range(1, 7))
    found = asked(
        entry(bidders[4], **YEAR), entry(bidders[1], **YEAR), entry(Subject(name=bidders[2].name)), bidders=bidders
    )
    assert found.cleared == (bidders[0], bidders[3], bidders[5])
    assert [one.bidder for one in found.intercepted] == [bidders[1], bidders[4]]
    assert [one.bidder for one in found.to_decide] == [bidders[2]]
    assert found.intercepted[0].found[0].list_name == "失信被执行人名单"
    assert found.compared == (("失信被执行人名单", ON),)


@pytest.mark.slow
def test_the_join_against_a_loop_over_pairs():
    rng = dice(61)
    pool = [organisation(number) for number in range(1, 9)]
    pool += [Subject(name=one.name) for one in pool[:4]] + [person(number) for number in range(1, 4)]
    for _ in range(500):
        bidders, entries = rng.sample(pool, 5), [entry(rng.choice(pool), **YEAR) for _ in range(3)]
        found = asked(*entries, bidders=tuple(bidders))
        for bidder in bidders:
            matches = {match(bidder, one.subject) for one in entries}
            wanted = "intercepted" if Match.SAME in matches else "to_decide" if Match.POSSIBLE in matches else "cleared"
            places = {
                "intercepted": [one.bidder for one in found.intercepted],
                "to_decide": [one.bidder for one in found.to_decide],
                "cleared": list(found.cleared),
            }
            assert [name for name, held in places.items() if bidder in held] == [wanted]


def test_a_red_list_is_none_of_the_courts():
    red = ListEntry(id="R1", side=ListSide.RED, subject=SHOP)
    with pytest.raises(InvalidInput, match=r"bidding\.red-list"):
        CourtList(name="红名单", day=ON, entries=(red,))
    with pytest.raises(InvalidInput):
        CourtList(name="名单", day="2020-06-01")


def test_without_a_list_nothing_is_cleared():
    with pytest.raises(InvalidInput, match=r"bidding\.no-lists"):
        intercept_bidders((SHOP,), court_lists=(), on=ON)


def test_the_entry_is_cited_and_persons_are_masked():
    found = asked(entry(MAN, **YEAR), entry(SHOP, **YEAR), bidders=(MAN, SHOP, OTHER))
    told = json.loads(found.to_public_json())
    assert told["intercepted"][1] == "虚构1号商贸有限公司 (失信被执行人名单 C1)"
    assert told["cleared"] == [OTHER.name]
    number = MAN.resident_id.reveal()
    for text in (found.to_public_json(), found.explain(), found.explain("en"), found._repr_html_()):
        assert number[4:] not in text
        assert MAN.name not in text
    nameless = Subject(resident_id=MAN.resident_id)
    assert number[4:] not in asked(entry(MAN, **YEAR), bidders=(nameless,)).explain()
