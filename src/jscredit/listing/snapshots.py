"""Lists as they stood on a day, and which of their entries hold on a day."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pydantic.dataclasses import dataclass as value

from jscredit.deadlines import as_day
from jscredit.errors import Fault, InvalidInput, Label
from jscredit.listing.publication import entry_of, entry_row
from jscredit.records import EntryState, ListEntry, ListSide, Value
from jscredit.records.value import STRICT, Day, Text
from jscredit.rules import JIANGSU_2018, Verdict
from jscredit.validity import ENTRY_IN_FORCE


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSnapshot:
    """One list as it stood on a day.

    Attributes:
        name: the list's name.
        side: red or black.
        day: the day on which it stood so.
        entries: its entries. A bare ``ListEntry`` is one that nothing has ended.

    Raises:
        InvalidInput: ``crosscheck.another-side`` for an entry of the other side, and the codes of days.
    """

    name: str
    side: ListSide
    day: date
    entries: Sequence[ListEntry | EntryState] = ()

    def __post_init__(self) -> None:
        as_day(self.day, field="day")
        if any(entry_of(entry).side is not self.side for entry in self.entries):
            raise InvalidInput(_ANOTHER_SIDE)


@value(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ComparedList(Value):
    """A list that was compared: its name, the day on which it stood so, and how many entries it held."""

    name: Text
    day: Day
    entries: int


def compared(snapshot: ListSnapshot) -> ComparedList:
    """What an answer tells of a list."""
    return ComparedList(name=snapshot.name, day=snapshot.day, entries=len(snapshot.entries))


class Standing:
    """The entries of some lists that are in force on a day, or may be, each with its answer and its list."""

    def __init__(self, lists: Iterable[ListSnapshot], on: date) -> None:
        JIANGSU_2018.require_in_force(on)
        verdict_of = _verdicts_on(on)
        self.compared: tuple[ComparedList, ...] = ()
        self.entries: list[ListEntry] = []
        self.verdicts: list[Verdict] = []
        self._ends: list[int] = []
        for one in lists:
            for given in one.entries:
                verdict = verdict_of(given)
                if verdict is not Verdict.NO:
                    self.entries.append(entry_of(given))
                    self.verdicts.append(verdict)
            self.compared += (compared(one),)
            self._ends.append(len(self.entries))
        self.subjects = [entry.subject for entry in self.entries]

    def list_name(self, place: int) -> str:
        """The list on which the entry at a place stands."""
        return self.compared[bisect_right(self._ends, place)].name


def _verdicts_on(on: date) -> Callable[[ListEntry | EntryState], Verdict]:
    """Whether an entry is in force on the day. Many entries share their days, and then the answer."""
    ask, known = ENTRY_IN_FORCE.bind(JIANGSU_2018).verdict, dict[tuple[date | None, ...], Verdict]()

    def verdict_of(given: ListEntry | EntryState) -> Verdict:
        entry = entry_of(given)
        ended_on = given.delisted_on if isinstance(given, EntryState) else None
        days = (entry.valid_from, entry.valid_until, ended_on)
        verdict = known.get(days)
        if verdict is None:
            verdict = known[days] = ask(entry_row(given), on)
        return verdict

    return verdict_of


def lists_of(side: ListSide, lists: Iterable[ListSnapshot]) -> tuple[ListSnapshot, ...]:
    """The lists, if there are any and all are of the side."""
    given = tuple(lists)
    if not given:
        raise InvalidInput(_NO_LISTS)
    if any(one.side is not side for one in given):
        raise InvalidInput(_ANOTHER_SIDE)
    return given


_NO_LISTS = Fault(
    code="crosscheck.no-lists",
    message=Label("没有可比对的名单", "there is no list to compare with"),
    cure=Label("请给出所比对的各名单及其日期，空名单也要列出", "name each list with its day, empty ones too"),
    clause="J6",
)
_ANOTHER_SIDE = Fault(
    code="crosscheck.another-side",
    message=Label("名单或者条目的类别不符", "a list or an entry is of the other side"),
    cure=Label(
        "红名单候选与黑名单比对，黑名单与红名单比对", "red candidates go against black lists, black entries against red"
    ),
    clause="J6",
)
