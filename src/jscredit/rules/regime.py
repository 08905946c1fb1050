"""A regime: the law as it stands for an answer. The only dated thing, and the only thing threaded through calls."""

import datetime as dt
from dataclasses import dataclass, field, replace
from itertools import combinations
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from jscredit.deadlines import WorkCalendar, default_calendar
from jscredit.errors import Fault, InvalidInput, Label, NotInForce
from jscredit.law import Rank
from jscredit.rules.overlap import can_both_hold
from jscredit.rules.terms import Setting, Source, Term

if TYPE_CHECKING:
    from collections.abc import Callable

R = TypeVar("R")
B = TypeVar("B")


@dataclass(frozen=True)
class Regime:
    """Which law, from when, by which calendar, with which settings.

    Two regimes are equal where these are; what has been worked out for a rule is kept beside them.

    >>> JIANGSU_2018.settings
    ()
    """

    id: str
    in_force_from: dt.date
    in_force_to: dt.date | None = None
    calendar: WorkCalendar = field(default_factory=default_calendar)
    settings: tuple[Setting, ...] = ()
    _bound: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    _readings: dict[tuple[str, str], "Regime"] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        faults = [_clash_fault(one, other) for one, other in combinations(self.settings, 2) if _clash(one, other)]
        by_case = [one.term.name for one in self.settings if one.when is not None]
        for setting in self.settings:
            under = setting.reading_needed
            if under is not None and under.term.name in by_case:
                faults.append(_by_case_fault(under.term, setting))
        if faults:
            raise InvalidInput(*faults)

    def __reduce__(self) -> tuple[type["Regime"], tuple[Any, ...]]:
        return (Regime, (self.id, self.in_force_from, self.in_force_to, self.calendar, self.settings))

    def with_settings(self, *settings: Setting) -> "Regime":
        """The same law with these settings added.

        Raises:
            InvalidInput: with one fault for each two settings of one rank that could hold in the same case, naming
                both; and one for each that counts under a reading which is chosen for some cases only.
        """
        return replace(self, settings=(*self.settings, *settings))

    def require_in_force(self, on: dt.date) -> None:
        """Refuse a day on which this law is not in force.

        Raises:
            NotInForce: the day lies before the first day, or after the last.
        """
        if on < self.in_force_from or (self.in_force_to is not None and on > self.in_force_to):
            raise NotInForce(_not_in_force(self))

    def bound(self, rule: R, bind: "Callable[[R, Regime], B]") -> B:
        """A rule or a quantity under this regime, worked out at the first call and kept."""
        kept: B | None = self._bound.get(rule)
        return kept if kept is not None else self._bound.setdefault(rule, bind(rule, self))

    def settings_of(self, term: Term) -> tuple[Setting, ...]:
        """The settings of a term that count, the one that prevails first.

        A higher rank goes before a lower one, and within a rank the setting for certain cases before the general one.
        """
        counted = (one for one in self.settings if one.term.name == term.name and self._counts(one))
        return tuple(sorted(counted, key=lambda one: (-one.source.rank, one.when is None)))

    def reading(self, term: Term, option: str) -> "Regime":
        """The same law with one reading taken in every case."""
        kept = self._readings.get((term.name, option))
        if kept is None:
            others = tuple(one for one in self.settings if one.term.name != term.name)
            taken = Setting(term, option, Source(f"{term.name}={option}", Rank.AGENCY_SETTING))
            kept = self._readings.setdefault((term.name, option), replace(self, settings=(*others, taken)))
        return kept

    def _counts(self, setting: Setting) -> bool:
        under = setting.reading_needed
        return under is None or bool(self.chosen(under.term) == under.option)

    def chosen(self, term: Term) -> Any:
        """The value that holds in general: of the prevailing setting for all cases, else the default."""
        general = (one.value for one in self.settings_of(term) if one.when is None)
        return next(general, term.default)


JIANGSU_2018 = Regime("jiangsu-2018-23", dt.date(2018, 1, 29))


def _clash(one: Setting, other: Setting) -> bool:
    if one.term.name != other.term.name or one.source.rank != other.source.rank:
        return False
    if one.when is None or other.when is None:
        return one.when is None and other.when is None
    return can_both_hold(one.when, other.when)


def _by_case_fault(reading: Term, setting: Setting) -> Fault:
    source = setting.source.citation
    return Fault(
        code="setting.reading-by-case",
        message=Label(
            f"{setting.term.name}依{source}的设定取决于{reading.name}的读法，该读法却只就部分情形选定",
            f"{setting.term.name} by {source} counts only under a reading of {reading.name}, which is chosen for some "
            "cases only",
        ),
        cure=Label(f"请就所有情形选定{reading.name}的读法", f"choose the reading of {reading.name} for all cases"),
        field=reading.name,
        data=MappingProxyType({"term": setting.term.name, "reading": reading.name}),
    )


def _clash_fault(one: Setting, other: Setting) -> Fault:
    return Fault(
        code="setting.tie",
        message=Label(
            f"{one.term.name}：同一位阶的两项设定可能同时适用：{one.source.citation}；{other.source.citation}",
            f"{one.term.name}: two settings of one rank may both hold: {one.source.citation}; {other.source.citation}",
        ),
        cure=Label("请写明各自适用的情形，使其互不重叠", "state the cases of each so that they do not overlap"),
        data=MappingProxyType({"term": one.term.name, "settings": (one, other)}),
    )


def _not_in_force(regime: Regime) -> Fault:
    first, last = regime.in_force_from, regime.in_force_to
    return Fault(
        code="regime.not-in-force",
        message=Label(
            f"所问之日不在施行期间内：自{first}起" + (f"至{last}" if last else ""),
            f"the law is not in force on the day asked about: it is from {first}" + (f" to {last}" if last else ""),
        ),
        cure=Label("请改问施行期间内的日期", "ask about a day on which it is in force"),
        clause="M43",
        data=MappingProxyType({"in_force_from": first, "in_force_to": last}),
    )
