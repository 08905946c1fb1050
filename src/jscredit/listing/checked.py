"""A cross-check for one subject, as an event holds it: which lists of which day were compared, and what was found."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from pydantic.dataclasses import dataclass

from jscredit.listing.crosscheck import (
    Doubt,
    OrderStatus,
    RemovalOrder,
    Screening,
    red_list_removals,
    screen_red_list,
)
from jscredit.listing.publication import entry_in_force
from jscredit.listing.snapshots import ComparedList, ListSnapshot, compared
from jscredit.records import CreditFile, EntryState, ListEntry, ListSide, Subject, Value
from jscredit.records.value import STRICT, Day, Text
from jscredit.rules import Verdict

OWN_FILE = "信用档案"
"""How a subject's own credit file is named among the lists that were compared."""


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class FoundEntry(Value):
    """A black-list entry that was found, and why it is doubtful; None where it is certain."""

    list_name: Text
    entry_id: Text
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class BlackListCheck(Value):
    """One candidate compared with black lists (J6.1).

    Attributes:
        on: the day asked about.
        compared: the lists, with their days.
        found: the entries that are in force on the day, or may be.
    """

    on: Day
    compared: tuple[ComparedList, ...]
    found: tuple[FoundEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class RedListCheck(Value):
    """One new black-list entry compared with red lists (J6.2).

    Attributes:
        on: the day asked about.
        compared: the lists, with their days.
        orders: a removal order for each red list and entry; those in the subject's own file are marked.
    """

    on: Day
    compared: tuple[ComparedList, ...]
    orders: tuple[RemovalOrder, ...] = ()

    @property
    def own(self) -> tuple[str, ...]:
        """The red entries in the subject's own credit file, by their ids: they end with the determination."""
        return tuple(order.entry.id for order in self.orders if order.ended_in_file)


def black_list_checks(screening: Screening) -> dict[Subject, BlackListCheck]:
    """The check of each candidate of a screening, to be put into its case."""
    found = {one.candidate: one.found for one in (*screening.blocked, *screening.to_decide)}
    return {
        candidate: BlackListCheck(
            on=screening.on,
            compared=screening.compared,
            found=tuple(
                FoundEntry(list_name=one.list_name, entry_id=one.entry.id, doubt=one.doubt)
                for one in found.get(candidate, ())
            ),
        )
        for candidate in (*screening.cleared, *found)
    }


def check_black_lists(
    subject: Subject, *, black: Iterable[ListSnapshot], on: date, file: CreditFile | None = None
) -> BlackListCheck:
    """One candidate compared with black lists and, where it is given, with the black entries of its own file.

    Raises:
        InvalidInput: the codes of ``screen_red_list``.
    """
    check = black_list_checks(screen_red_list((subject,), black=black, on=on))[subject]
    told = {one.entry_id for one in check.found}
    own = tuple(
        FoundEntry(
            list_name=state.entry.list_name or OWN_FILE,
            entry_id=state.entry.id,
            doubt=Doubt.VALIDITY_UNKNOWN if verdict is Verdict.UNDETERMINED else None,
        )
        for state, verdict in _own_entries(file, ListSide.BLACK, on)
        if state.entry.id not in told
    )
    return replace(check, compared=(*check.compared, *_own_list(file, on)), found=(*check.found, *own))


def check_red_lists(
    entry: ListEntry, *, red: Iterable[ListSnapshot], on: date, file: CreditFile | None = None
) -> RedListCheck:
    """A black-list entry that begins on a day, compared with red lists and with the red entries of its own file.

    Raises:
        InvalidInput: the codes of ``red_list_removals``.
    """
    lists = tuple(red)
    begun = replace(entry, valid_until=entry.valid_until or on)  # on its first day it holds, whatever its end
    orders = red_list_removals((begun,), red=lists, on=on)
    held = [state.entry for state, _ in _own_entries(file, ListSide.RED, on)]
    told = [order for order in orders if order.entry not in held]
    own = (_own_order(one, entry.id, on, orders) for one in held)
    return RedListCheck(on=on, compared=(*map(compared, lists), *_own_list(file, on)), orders=(*told, *own))


def _own_order(held: ListEntry, black_entry_id: str, on: date, orders: tuple[RemovalOrder, ...]) -> RemovalOrder:
    list_name = next((order.list_name for order in orders if order.entry == held), held.list_name or OWN_FILE)
    return RemovalOrder(
        on=on,
        list_name=list_name,
        entry=held,
        black_entry_id=black_entry_id,
        status=OrderStatus.DUE,
        ended_in_file=True,
    )


def _own_entries(file: CreditFile | None, side: ListSide, on: date) -> Iterator[tuple[EntryState, Verdict]]:
    for state in file.entries if file else ():
        verdict = entry_in_force(state, on=on).verdict
        if state.entry.side is side and verdict is not Verdict.NO:
            yield state, verdict


def _own_list(file: CreditFile | None, on: date) -> tuple[ComparedList, ...]:
    return (ComparedList(name=OWN_FILE, day=on, entries=len(file.entries)),) if file else ()
