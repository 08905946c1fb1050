"""J6: the cross-check of red lists with black ones, as a join over numbers and names, at the size of a province."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, NamedTuple

from pydantic.dataclasses import dataclass as value

from jscredit.deadlines import as_day
from jscredit.listing.joining import Partners, partners
from jscredit.listing.snapshots import ComparedList, ListSnapshot, Standing, lists_of
from jscredit.records import Document, EntryState, ListEntry, ListSide, Subject, Vocabulary
from jscredit.records.value import STRICT, Day, Text
from jscredit.rules import Verdict


class Doubt(Vocabulary):
    """Why a person has to decide whether an entry counts against a subject."""

    NAME_ALONE = "name_alone", "仅名称相同", "the name alone agrees"
    NUMBERS_DISAGREE = "numbers_disagree", "号码有同有异", "some numbers agree and others do not"
    VALIDITY_UNKNOWN = "validity_unknown", "条目是否有效不明", "whether the entry is in force is not known"


class Found(NamedTuple):
    """An entry that was found for a subject, and why it is doubtful; None where it is certain."""

    list_name: str
    entry: ListEntry
    doubt: Doubt | None


class Screened(NamedTuple):
    """A candidate with the entries that were found for it."""

    candidate: Subject
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """What a cross-check found: each candidate stands in one of three places, in the order given.

    Attributes:
        on: the day asked about.
        compared: the lists that were compared, with their days. What is not named here was not looked at.
        cleared: on none of these lists.
        blocked: certainly on one, by an entry in force.
        to_decide: perhaps on one; a person decides, and until then it is not cleared.
    """

    on: date
    compared: tuple[ComparedList, ...]
    cleared: tuple[Subject, ...]
    blocked: tuple[Screened, ...]
    to_decide: tuple[Screened, ...]


class OrderStatus(Vocabulary):
    """Whether a removal is due."""

    DUE = "due", "应当移出", "due"
    TO_DECIDE = "to_decide", "待人工判断", "for a person to decide"


@value(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class RemovalOrder(Document):
    """A black-listed subject is deleted from a red list (J6.2): one order for each list and entry.

    Attributes:
        on: the day.
        list_name: the red list.
        entry: the entry to be deleted, with its determining body, to which the order goes.
        black_entry_id: the black-list entry for which it is deleted.
        status: due; or for a person to decide, where the match or the black entry's validity is doubtful.
        ended_in_file: whether the change set of the determination itself ends the entry in the subject's file.
    """

    schema_name: ClassVar[str] = "jscredit.removal-order"

    on: Day
    list_name: Text
    entry: ListEntry
    black_entry_id: Text
    status: OrderStatus
    ended_in_file: bool = False


def screen_red_list(candidates: Iterable[Subject], *, black: Iterable[ListSnapshot], on: date) -> Screening:
    """The preliminary red list without those who are on a black list of any field (J6.1).

    Entries that have ended, were withdrawn or have not begun do not count on the day. A match by name alone, and an
    entry whose validity is not known, is for a person to decide.

    Raises:
        InvalidInput: ``crosscheck.no-lists``: silence is no fact, so name the lists, empty ones too;
            ``crosscheck.another-side`` for a red list among them.

    >>> from jscredit.records import CreditCode
    >>> shop = Subject(name="试例商贸有限公司", credit_code=CreditCode("91329901MA1ABCD119"))
    >>> day = date(2020, 5, 6)
    >>> entry = ListEntry(id="B1", side=ListSide.BLACK, subject=shop, valid_from=day, valid_until=date(2021, 5, 5))
    >>> lists = (ListSnapshot(name="虚构黑名单", side=ListSide.BLACK, day=day, entries=(entry,)),)
    >>> found = screen_red_list((shop,), black=lists, on=day)
    >>> len(found.blocked), found.compared[0].name
    (1, '虚构黑名单')
    """
    day, lists, subjects = as_day(on, field="on"), lists_of(ListSide.BLACK, black), tuple(candidates)
    entries = Standing(lists, day)
    found = partners(subjects, entries.subjects)
    by_tuple: dict[int, tuple[Found, ...]] = {}
    sorted_out: dict[bool, list[Screened]] = {True: [], False: []}
    for place, across in found.items():
        told = _found(across, entries, by_tuple)
        sorted_out[any(one.doubt is None for one in told[: len(across.same)])].append(Screened(subjects[place], told))
    return Screening(
        on=day,
        compared=entries.compared,
        cleared=tuple(subject for place, subject in enumerate(subjects) if place not in found),
        blocked=tuple(sorted_out[True]),
        to_decide=tuple(sorted_out[False]),
    )


def red_list_removals(
    black: Iterable[ListEntry | EntryState], *, red: Iterable[ListSnapshot], on: date
) -> tuple[RemovalOrder, ...]:
    """The orders that delete the subjects of black-list entries from every red list (J6.2).

    Red entries that have ended, were withdrawn or have not begun do not count on the day; one whose end is unknown
    does. Black entries in force on the day give orders that are due; one whose validity is unknown, and a match
    by name alone, one for a person to decide.

    Raises:
        InvalidInput: ``crosscheck.no-lists``, ``crosscheck.another-side``.
    """
    day = as_day(on, field="on")
    given = ListSnapshot(name="-", side=ListSide.BLACK, day=day, entries=tuple(black))
    blacks, reds = Standing((given,), day), Standing(lists_of(ListSide.RED, red), day)
    orders = []
    for place, across in sorted(partners(blacks.subjects, reds.subjects).items()):
        is_certain = blacks.verdicts[place] is Verdict.YES
        for other in (*across.same, *across.possible, *across.by_name):
            status = OrderStatus.DUE if is_certain and other in across.same else OrderStatus.TO_DECIDE
            orders.append(
                RemovalOrder(
                    on=day,
                    list_name=reds.list_name(other),
                    entry=reds.entries[other],
                    black_entry_id=blacks.entries[place].id,
                    status=status,
                )
            )
    return tuple(orders)


def _told(entries: Standing, place: int, doubt: Doubt | None) -> Found:
    # The doubt about who it is goes before that about its validity.
    is_open = entries.verdicts[place] is Verdict.UNDETERMINED
    return Found(
        entries.list_name(place), entries.entries[place], doubt or (Doubt.VALIDITY_UNKNOWN if is_open else None)
    )


def _found(across: Partners, entries: Standing, by_tuple: dict[int, tuple[Found, ...]]) -> tuple[Found, ...]:
    same = tuple(_told(entries, place, None) for place in across.same)
    possible = tuple(_told(entries, place, Doubt.NUMBERS_DISAGREE) for place in across.possible)
    named = by_tuple.get(id(across.by_name))
    if named is None:
        named = tuple(_told(entries, place, Doubt.NAME_ALONE) for place in across.by_name)
        by_tuple[id(across.by_name)] = named
    return named if not (same or possible) else (*same, *possible, *named)
