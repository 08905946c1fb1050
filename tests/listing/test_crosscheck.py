"""The cross-check of J6: against a loop over all pairs, on small cases full of dirty codes; and its edges."""

import dataclasses
from datetime import date, timedelta

import pytest

from factories import organisation, person
from jscredit.errors import InvalidInput, NotInForce
from jscredit.listing import (
    Doubt,
    ListSnapshot,
    OrderStatus,
    RemovalOrder,
    black_list_checks,
    red_list_removals,
    screen_red_list,
)
from jscredit.records import CreditCode, EntryState, IdType, ListSide, OtherId, Subject, SubjectType
from listing_cases import DAY, a_list, entry
from oracles.crosscheck import removals, screened
from oracles.dice import dice
from oracles.identifiers import invented_credit_code, invented_organisation_code, invented_resident_id, old_form

ON = DAY + timedelta(10)
SMALL_CASES = 12_000
DAYS = (None, None, *(ON + timedelta(step) for step in (-400, -1, 0, 1, 400)))
NAMES = ("虚构(宿迁)商贸", "虚构（宿迁） 商贸", "张三", "张\u3000三", "ABC店", "ａｂｃ-店")


def dirty(text, rng):
    """The same code as it may be typed."""
    wide = "".join(chr(ord(char) + 0xFEE0) for char in text)
    return rng.choice((text, text, text.lower(), wide, f" {text[:4]} {text[4:]}", f"{text[:6]}-{text[6:]}"))


def organisation_numbers(rng):
    n = rng.randint(1, 3)
    parts = {}
    if rng.random() < 0.6:
        parts["credit_code"] = dirty(invented_credit_code(n, region=rng.choice(("329901", "329902"))), rng)
    if rng.random() < 0.3:
        number = n if "credit_code" in parts else rng.randint(1, 3)
        parts["organisation_code"] = dirty(invented_organisation_code(number), rng)
    return parts


def person_numbers(rng):
    parts = {}
    if rng.random() < 0.6:
        number = invented_resident_id(rng.randint(1, 3), born=rng.choice((date(1980, 2, 29), date(2001, 5, 6))))
        parts["resident_id"] = old_form(number) if rng.random() < 0.3 and number[6:8] == "19" else number
    if rng.random() < 0.4:
        parts["other_ids"] = (OtherId(IdType.PASSPORT, dirty(f"E{rng.randint(1, 3):08d}", rng)),)
    return parts


def a_subject(rng):
    is_person = rng.random() < 0.5
    parts = (person_numbers if is_person else organisation_numbers)(rng)
    if not parts or rng.random() < 0.8:
        parts["name"] = rng.choice(NAMES)
    kinds = (
        (SubjectType.NATURAL_PERSON,)
        if is_person
        else (SubjectType.LEGAL_PERSON, SubjectType.UNINCORPORATED_ORGANISATION)
    )
    return Subject(type=rng.choice((None, *kinds)), **parts)


def listed(rng, side, count):
    """Entries with the day on which each was ended, if it was."""
    found = []
    for number in range(count):
        first, last = rng.choice(DAYS), rng.choice(DAYS)
        if first and last and last < first:
            first, last = last, first
        ended_on = rng.choice((None, None, *DAYS))
        if rng.random() < 0.5:  # else an entry that is certainly in force would be rare
            first, last, ended_on = ON - timedelta(1), ON, None
        one = entry(side, a_subject(rng), id=f"{side.value}{number}", valid_from=first, valid_until=last)
        found.append((one, ended_on))
    return found


def as_value(one, ended_on):
    return one if ended_on is None else EntryState(entry=one, delisted_on=ended_on)


def as_lists(rng, side, entries):
    """Two lists with the entries dealt out, and the oracle's rows."""
    dealt = {"甲": [], "乙": []}
    rows = []
    for one, ended_on in entries:
        name = rng.choice(("甲", "乙"))
        dealt[name].append(as_value(one, ended_on))
        rows.append((name, one, ended_on))
    return [ListSnapshot(name=name, side=side, day=ON, entries=tuple(held)) for name, held in dealt.items()], rows


@pytest.mark.slow
def test_screening_finds_what_a_loop_over_pairs_finds():
    rng = dice(61)
    seen = {"cleared": 0, "blocked": 0, "to_decide": 0}
    for _ in range(SMALL_CASES // 2):
        candidates = [a_subject(rng) for _ in range(rng.randint(0, 5))]
        lists, rows = as_lists(rng, ListSide.BLACK, listed(rng, ListSide.BLACK, rng.randint(0, 6)))
        found = screen_red_list(candidates, black=lists, on=ON)
        wanted = screened(candidates, rows, ON)
        assert list(found.cleared) == [
            one for one, (place, _) in zip(candidates, wanted, strict=True) if place == "cleared"
        ]
        for place in ("blocked", "to_decide"):
            expected = sorted(
                (
                    (repr(one), sorted(told, key=str))
                    for one, (at, told) in zip(candidates, wanted, strict=True)
                    if at == place
                )
            )
            got = sorted(
                (repr(one.candidate), sorted(((f.list_name, f.entry.id, f.doubt) for f in one.found), key=str))
                for one in getattr(found, place)
            )
            assert got == expected
            seen[place] += len(got)
        seen["cleared"] += len(found.cleared)
    assert min(seen.values()) > 1_000


@pytest.mark.slow
def test_removals_are_those_of_a_loop_over_pairs():
    rng = dice(62)
    seen = {"due": 0, "to_decide": 0}
    for _ in range(SMALL_CASES // 2):
        black = listed(rng, ListSide.BLACK, rng.randint(0, 4))
        lists, rows = as_lists(rng, ListSide.RED, listed(rng, ListSide.RED, rng.randint(0, 6)))
        orders = red_list_removals([as_value(*one) for one in black], red=lists, on=ON)
        got = {(one.black_entry_id, one.list_name, one.entry.id, one.status.value) for one in orders}
        assert len(got) == len(orders)
        assert got == removals(black, rows, ON)
        for *_, status in got:
            seen[status] += 1
    assert min(seen.values()) > 500


def test_each_candidate_stands_in_one_place_in_the_order_given():
    shops = [organisation(number) for number in range(1, 6)]
    lists = (a_list(ListSide.BLACK, ON, entry(subject=shops[3]), entry(subject=shops[1])),)
    found = screen_red_list(iter(shops), black=iter(lists), on=ON)
    assert found.cleared == (shops[0], shops[2], shops[4])
    assert {one.candidate for one in found.blocked} == {shops[1], shops[3]}
    assert [(one.name, one.day, one.entries) for one in found.compared] == [("食品安全名单", ON, 2)]
    assert found.on == ON


def test_a_candidate_that_is_named_twice_is_found_twice():
    shop = organisation(1)
    found = screen_red_list((shop, shop), black=(a_list(ListSide.BLACK, ON, entry(subject=shop)),), on=ON)
    assert [one.candidate for one in found.blocked] == [shop, shop]


def test_many_of_one_name_are_no_loop_over_pairs():
    """A thousand who share a name with a thousand entries, all without numbers, share one answer."""
    men = [Subject(name="张伟") for _ in range(1_000)]
    lists = (a_list(ListSide.BLACK, ON, *(entry(subject=man, id=f"B{n}") for n, man in enumerate(men))),)
    found = screen_red_list(men, black=lists, on=ON)
    assert len(found.to_decide) == 1_000
    assert len({id(one.found) for one in found.to_decide}) == 1
    assert {one.doubt for one in found.to_decide[0].found} == {Doubt.NAME_ALONE}
    assert not found.cleared


def test_persons_of_one_name_and_different_numbers_are_different():
    lists = (a_list(ListSide.BLACK, ON, entry(subject=dataclasses.replace(person(1), name="张伟"))),)
    found = screen_red_list((dataclasses.replace(person(2), name="张伟"),), black=lists, on=ON)
    assert (len(found.cleared), found.blocked, found.to_decide) == (1, (), ())


@pytest.mark.parametrize(
    ("changes", "ended_on", "place"),
    [
        ({}, None, "blocked"),
        ({"valid_from": ON}, None, "blocked"),
        ({"valid_from": ON + timedelta(1)}, None, "cleared"),
        ({"valid_until": ON}, None, "blocked"),
        ({"valid_until": ON - timedelta(1)}, None, "cleared"),
        ({}, ON, "cleared"),
        ({}, ON + timedelta(1), "blocked"),
        ({"valid_until": None}, None, "to_decide"),
        ({"valid_from": None}, None, "to_decide"),
        ({"valid_until": None}, ON, "cleared"),
    ],
)
def test_only_entries_in_force_on_the_day_count(changes, ended_on, place):
    shop = organisation(1)
    lists = (a_list(ListSide.BLACK, ON, as_value(entry(subject=shop, **changes), ended_on)),)
    found = screen_red_list((shop,), black=lists, on=ON)
    assert {name: len(getattr(found, name)) for name in ("cleared", "blocked", "to_decide")} == {
        "cleared": 0,
        "blocked": 0,
        "to_decide": 0,
    } | {place: 1}


def test_an_old_organisation_code_still_matches():
    old, new = Subject(organisation_code="MA1ABCD11"), Subject(credit_code="91329901MA1ABCD119")
    assert screen_red_list((new,), black=(a_list(ListSide.BLACK, ON, entry(subject=old)),), on=ON).blocked


def test_one_order_for_each_red_list_and_entry():
    shop = organisation(1)
    red = tuple(
        a_list(
            ListSide.RED,
            ON,
            entry(ListSide.RED, shop, id=f"R{n}"),
            entry(ListSide.RED, organisation(2)),
            name=f"名单{n}",
        )
        for n in range(3)
    )
    orders = red_list_removals((entry(subject=shop, id="B1"),), red=red, on=ON)
    assert [(one.black_entry_id, one.list_name, one.entry.id, one.status, one.on) for one in orders] == [
        ("B1", f"名单{n}", f"R{n}", OrderStatus.DUE, ON) for n in range(3)
    ]
    again = RemovalOrder.from_storage_json(orders[0].to_storage_json())
    assert again == orders[0]


def test_checks_for_the_cases_of_a_whole_screening():
    shops = [organisation(number) for number in (1, 2)]
    found = screen_red_list(shops, black=(a_list(ListSide.BLACK, ON, entry(subject=shops[0], id="B1")),), on=ON)
    checks = black_list_checks(found)
    assert [(one.entry_id, one.list_name, one.doubt) for one in checks[shops[0]].found] == [
        ("B1", "食品安全名单", None)
    ]
    assert checks[shops[1]].found == ()
    assert {one.compared for one in checks.values()} == {found.compared}


def test_no_list_is_no_cross_check():
    for ask in (lambda: screen_red_list((), black=(), on=ON), lambda: red_list_removals((), red=(), on=ON)):
        with pytest.raises(InvalidInput) as caught:
            ask()
        assert (caught.value.code, caught.value.faults[0].clause) == ("crosscheck.no-lists", "J6")


def test_lists_of_the_other_side_are_refused():
    red = a_list(ListSide.RED, ON)
    black = a_list(ListSide.BLACK, ON)
    for ask in (
        lambda: screen_red_list((), black=(red,), on=ON),
        lambda: red_list_removals((), red=(black,), on=ON),
        lambda: red_list_removals((entry(ListSide.RED),), red=(red,), on=ON),
        lambda: a_list(ListSide.BLACK, ON, entry(ListSide.RED)),
    ):
        with pytest.raises(InvalidInput) as caught:
            ask()
        assert caught.value.code == "crosscheck.another-side"


def test_days_before_the_law_are_refused():
    early = date(2018, 1, 28)
    with pytest.raises(NotInForce):
        screen_red_list((), black=(a_list(ListSide.BLACK, early),), on=early)


def test_no_number_is_in_any_text():
    man = dataclasses.replace(person(1), name="李四光")
    found = screen_red_list((man,), black=(a_list(ListSide.BLACK, ON, entry(subject=man)),), on=ON)
    assert man.resident_id.reveal() not in repr(found)
    assert "李四光" not in repr(found)
    assert CreditCode.is_valid(invented_credit_code(1))
