"""A day that the law yields, such as the last day of a validity: exact, or between two days where facts are missing."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jscredit.errors import Label
from jscredit.law import Citation
from jscredit.rules.expressions import Expression
from jscredit.rules.intervals import shifted
from jscredit.rules.operands import require_no_on, require_type
from jscredit.rules.ranges import Case
from jscredit.rules.regime import JIANGSU_2018, Regime
from jscredit.rules.resolve import resolve
from jscredit.rules.rows import RowCheck, facts_in, row_check
from jscredit.rules.types import DAY


@dataclass(frozen=True, slots=True)
class DayRange:
    """The earliest and the latest day that it may be; None where that end is unknown. ``missing`` says why.

    Both None and nothing missing: there is no such day, because what it would end has no end.
    """

    earliest: dt.date | None
    latest: dt.date | None
    missing: tuple[str, ...] = ()

    @property
    def day(self) -> dt.date | None:
        """The day, where it is settled."""
        return self.earliest if self.earliest == self.latest else None


@dataclass(frozen=True, slots=True, eq=False)
class Quantity:
    """A day worked out from facts, moved by ``shift`` days (-1, 0 or 1), with its clause."""

    id: str
    citation: Citation
    label: Label
    day: Expression
    shift: int = 0

    def __post_init__(self) -> None:
        require_no_on(require_type(self.day, DAY))

    def of(self, row: Mapping[str, Any], *, regime: Regime = JIANGSU_2018) -> DayRange:
        """The day for one row of facts, or the range in which it lies; None in the row means not known.

        Raises:
            InvalidInput: with one fault for each fact that has the wrong type or is not named.
        """
        day, checked = regime.bound(self, _bound)
        case = Case(checked(row), regime.calendar)
        low, high = case.span(day)
        earliest = None if low in (dt.date.min, dt.date.max) else shifted(low, self.shift)
        latest = None if high == dt.date.max else shifted(high, self.shift)
        return DayRange(earliest, latest, () if low == high else tuple(sorted(case.missing(day))))


def _bound(quantity: Quantity, regime: Regime) -> tuple[Expression, RowCheck]:
    day = resolve(quantity.day, regime)
    return day, row_check(facts_in(day))
