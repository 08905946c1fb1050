"""G3.3: bidders who default on judgments are compared with the court's lists and intercepted."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, ClassVar, NamedTuple

from jscredit.deadlines import as_day
from jscredit.errors import Fault, InvalidInput, Label
from jscredit.government.telling import Line, Told
from jscredit.law import G, J
from jscredit.records import (
    EntryState,
    ListEntry,
    ListSide,
    Match,
    Subject,
    Vocabulary,
    match,
    match_keys,
    normalise_name,
)
from jscredit.rules import JIANGSU_2018, ON, Condition, Decision, Fact, Regime, Rule, Verdict

_G33, _J17 = G.article(3, item=3), J.article(17)


class TenderAutomation(Vocabulary):
    """What the tendering platform does about judgment defaulters by itself."""

    COMPARE = "compare", "自动比对", "compares"
    INTERCEPT = "intercept", "自动拦截", "intercepts"
    SUPERVISE = "supervise", "自动监督", "supervises"
    RESTRAIN = "restrain", "自动惩戒", "restrains"


class AgencyPublication(Vocabulary):
    """What governments make public of tender agencies; the list is open."""

    QUALIFICATION = "qualification", "资质信息", "qualification"
    CREDIT = "credit", "信用信息", "credit"
    DYNAMIC_SUPERVISION = "dynamic_supervision", "动态监管信息", "data of ongoing supervision"


SAME_SUBJECT = Fact.flag("bidder_is_listed_subject", Label("投标人即名单所列主体", "the bidder is who is listed"))
LISTED_FROM = Fact.day("court_listed_from", Label("列入名单首日", "first day on the court's list"))
LISTED_UNTIL = Fact.day("court_listed_until", Label("列入名单末日", "last day on the court's list"))
REMOVED = Fact.flag("court_removed", Label("已移出名单", "it was removed from the list"))
REMOVED_ON = Fact.day("court_removed_on", Label("移出之日", "first day off the list"))

INTERCEPT = Rule(
    "bidder-intercepted",
    _G33,
    Label("投标人为失信被执行人，应予拦截", "the bidder defaults on a judgment and is intercepted"),
    (
        Condition("same-subject", _G33, SAME_SUBJECT.label, SAME_SUBJECT),
        Condition("listed", _G33, Label("已列入名单", "it is on the list by then"), ON >= LISTED_FROM),
        Condition("not-over", _G33, Label("列入期限未届满", "its time on the list is not over"), ON <= LISTED_UNTIL),
        Condition("not-removed", _J17, Label("没有移出名单", "it was not removed"), ~REMOVED | (ON < REMOVED_ON)),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtList:
    """A list of judgment defaulters (失信被执行人) as it stood on a day.

    Attributes:
        name: the list's name.
        day: the day on which it stood so. An entry on it was on the list that day, whatever days it lacks.
        entries: its entries; a bare ``ListEntry`` is one that nothing has ended.

    Raises:
        InvalidInput: ``bidding.red-list`` for an entry of a red list, and the codes of days.
    """

    name: str
    day: date
    entries: tuple[ListEntry | EntryState, ...] = ()

    def __post_init__(self) -> None:
        as_day(self.day, field="day")
        if any(_entry(each).side is ListSide.RED for each in self.entries):
            raise InvalidInput(_RED_LIST)


class FoundDefault(NamedTuple):
    """An entry that was found for a bidder, and whether it intercepts; undetermined is for a person to decide."""

    list_name: str
    entry: ListEntry
    decision: Decision


class ComparedBidder(NamedTuple):
    """A bidder with the entries that count, or may count, against it."""

    bidder: Subject
    found: tuple[FoundDefault, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Interception(Told):
    """What comparing bidders with the court's lists found: each bidder stands in one of three places, in order.

    Attributes:
        on: the day asked about.
        compared: the lists, with the days on which they stood so. What is not named was not looked at.
        cleared: on none of them.
        intercepted: certainly on one on the day; the entry is cited.
        to_decide: perhaps: the name alone agrees, numbers disagree, or a day is missing. A person decides.
    """

    schema_name: ClassVar[str] = "jscredit.interception"

    on: date
    compared: tuple[tuple[str, date], ...]
    cleared: tuple[Subject, ...]
    intercepted: tuple[ComparedBidder, ...]
    to_decide: tuple[ComparedBidder, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lists, and the bidders with the entries that were found; persons masked."""
        return (
            Line("on", Label("所问之日", "day asked about"), self.on),
            Line(
                "compared", Label("比对的名单", "lists compared"), tuple(f"{name} {day}" for name, day in self.compared)
            ),
            Line("cleared", Label("未发现", "cleared"), tuple(_shown(bidder) for bidder in self.cleared)),
            Line("intercepted", Label("拦截", "intercepted"), tuple(map(_told, self.intercepted))),
            Line("to_decide", Label("由人判断", "for a person to decide"), tuple(map(_told, self.to_decide))),
        )

    @property
    def open(self) -> tuple[Decision, ...]:
        """The decisions that are for a person."""
        return tuple(one.decision for each in self.to_decide for one in each.found)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """A decision for each entry that was found."""
        return tuple(one.decision for each in (*self.intercepted, *self.to_decide) for one in each.found)


def intercept_bidders(
    bidders: Iterable[Subject], *, court_lists: Iterable[CourtList], on: date, regime: Regime = JIANGSU_2018
) -> Interception:
    """Compare bidders with the court's lists on a day (G3.3).

    Raises:
        InvalidInput: ``bidding.no-lists``: silence is no fact, so name the lists, an empty one too.

    >>> from jscredit.records import ListSide
    >>> shop = Subject(name="试例商贸有限公司", credit_code="91329901MA1ABCD119")
    >>> day = date(2020, 5, 6)
    >>> entry = ListEntry(id="C1", side=ListSide.BLACK, subject=shop, valid_from=date(2019, 5, 6))
    >>> found = intercept_bidders(
    ...     (shop, Subject(name="试例商贸有限公司")),
    ...     court_lists=(CourtList(name="失信被执行人名单", day=day, entries=(entry,)),),
    ...     on=day,
    ... )
    >>> len(found.intercepted), len(found.to_decide)
    (1, 1)
    """
    day, lists, subjects = as_day(on, field="on"), tuple(court_lists), tuple(bidders)
    if not lists:
        raise InvalidInput(_NO_LISTS)
    register = _Register(lists)
    compared = [ComparedBidder(bidder, tuple(_found(bidder, register, day, regime))) for bidder in subjects]
    intercepted = tuple(each for each in compared if any(one.decision.verdict is Verdict.YES for one in each.found))
    return Interception(
        on=day,
        compared=tuple((one.name, one.day) for one in lists),
        cleared=tuple(each.bidder for each in compared if not each.found),
        intercepted=intercepted,
        to_decide=tuple(each for each in compared if each.found and each not in intercepted),
    )


class _Register:
    """The entries of the lists by the numbers and the names of those who are listed."""

    def __init__(self, lists: Iterable[CourtList]) -> None:
        found: dict[str, list[tuple[CourtList, ListEntry | EntryState]]] = {}
        for one in lists:
            for entry in one.entries:
                for key in _keys(_entry(entry).subject):
                    found.setdefault(key, []).append((one, entry))
        self._by_key: Mapping[str, Any] = MappingProxyType(found)

    def about(self, bidder: Subject) -> Iterator[tuple[CourtList, ListEntry | EntryState]]:
        """Every entry that shares a number or the name with a bidder, each once."""
        given = (pair for key in _keys(bidder) for pair in self._by_key.get(key, ()))
        yield from {id(entry): (one, entry) for one, entry in given}.values()


def _keys(subject: Subject) -> tuple[str, ...]:
    return (*match_keys(subject), *((f"name:{normalise_name(subject.name)}",) if subject.name else ()))


def _found(bidder: Subject, register: _Register, on: date, regime: Regime) -> Iterator[FoundDefault]:
    for one, given in register.about(bidder):
        decision = INTERCEPT.decide(intercept_row(bidder, one, given, on=on), on=on, regime=regime)
        if decision.verdict is not Verdict.NO:
            yield FoundDefault(one.name, _entry(given), decision)


def intercept_row(bidder: Subject, court_list: CourtList, given: ListEntry | EntryState, *, on: date) -> dict[str, Any]:
    """The facts of the rule. That an entry stands on a list of a day says that it was listed on that day."""
    entry = _entry(given)
    removed_on = given.delisted_on if isinstance(given, EntryState) else None
    return {
        SAME_SUBJECT.name: {Match.SAME: True, Match.POSSIBLE: None}.get(match(bidder, entry.subject), False),
        LISTED_FROM.name: entry.valid_from or (court_list.day if court_list.day <= on else None),
        LISTED_UNTIL.name: entry.valid_until or (court_list.day if court_list.day >= on else None),
        REMOVED.name: removed_on is not None,
        REMOVED_ON.name: removed_on,
    }


def _entry(given: ListEntry | EntryState) -> ListEntry:
    return given.entry if isinstance(given, EntryState) else given


def _shown(subject: Subject) -> str:
    return subject.shown_name or repr(subject)


def _told(compared: ComparedBidder) -> str:
    entries = ", ".join(f"{one.list_name} {one.entry.id}" for one in compared.found)
    return f"{_shown(compared.bidder)} ({entries})"


_RED_LIST = Fault(
    code="bidding.red-list",
    message=Label("失信被执行人名单不含红名单条目", "a list of judgment defaulters holds no entry of a red list"),
    cure=Label("请核对名单", "check the list"),
    field="entries",
    clause="G3.3",
)
_NO_LISTS = Fault(
    code="bidding.no-lists",
    message=Label("没有可比对的失信被执行人名单", "there is no list of judgment defaulters to compare with"),
    cure=Label("请给出所比对的名单及其日期，空名单也要列出", "name each list with its day, an empty one too"),
    clause="G3.3",
)
