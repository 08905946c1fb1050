"""Many deadlines at once, for arrays of days. Needs numpy, which the extra ``numpy`` brings."""

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from jscredit.deadlines.days import as_count
from jscredit.deadlines.faults import before_calendar, not_announced
from jscredit.deadlines.work_calendar import DEFAULT, WorkCalendar
from jscredit.errors import Fault, InvalidInput, Label, MissingExtra

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from jscredit.deadlines.table import Table

    Days = npt.NDArray[np.datetime64]
    Numbers = npt.NDArray[np.int64]

# A block's day numbers and results stay in the processor's cache between the steps.
_BLOCK = 1 << 14
_EPOCH = date(1970, 1, 1).toordinal()


def add_working_days_bulk(starts: "Days", n: int, *, calendar: WorkCalendar | None = None) -> "Days":
    """The n-th working day after each day of an array, in the array's shape.

    Args:
        starts: days as ``datetime64[D]``; instants and missing days (NaT) are refused.
        n: how many working days, from one, the same for all.
        calendar: the default calendar unless given.

    Raises:
        MissingExtra: numpy is not installed.
        InvalidInput: ``bulk.not-days``, ``bulk.missing-day`` (with ``count`` and the ``first`` position),
            ``count.not-an-integer``, ``count.not-positive``.
        CalendarNotAnnounced: a sum runs past the last year with a notice, or starts before the calendar.

    >>> import numpy as np
    >>> add_working_days_bulk(np.array(["2026-09-18", "2026-09-19"], "datetime64[D]"), 10).astype(str).tolist()
    ['2026-10-09', '2026-10-09']
    """
    try:
        import numpy as np
    except ImportError:
        raise MissingExtra.of("numpy", "numpy") from None
    as_count(n)
    if not isinstance(starts, np.ndarray) or starts.dtype != np.dtype("datetime64[D]"):
        raise InvalidInput(_NOT_DAYS)
    table = (calendar or DEFAULT).table
    due = _composed(table, n)
    first = table.rules.first.toordinal() - _EPOCH
    flat = np.ascontiguousarray(starts).reshape(-1).view(np.int64)
    result = np.empty(flat.size, np.int64)
    offsets = np.empty(min(_BLOCK, flat.size), np.int64)
    for begin in range(0, flat.size, _BLOCK):
        block = flat[begin : begin + _BLOCK]
        offset = np.subtract(block, first, out=offsets[: block.size])
        # Read without a sign, a day before the table or a missing one is a huge number: one comparison finds all.
        if offset.view(np.uint64).max() >= due.size:
            raise _fault(starts.reshape(-1), n, table)
        # In range, so nothing is clipped; the mode spares numpy a second check and a buffer.
        due.take(offset, out=result[begin : begin + _BLOCK], mode="clip")
    return result.view("datetime64[D]").reshape(starts.shape)


_NOT_DAYS = Fault(
    code="bulk.not-days",
    message=Label("须为 datetime64[D] 数组", "an array of datetime64[D] is needed"),
    cure=Label(
        "请先按北京时间取日期，再 astype('datetime64[D]')", "take the Beijing day, then astype('datetime64[D]')"
    ),
    field="starts",
)


def _composed(table: "Table", n: int) -> "Numbers":
    import numpy as np

    working = np.frombuffer(table.working, np.uint8)
    days = np.flatnonzero(working) + (table.rules.first.toordinal() - _EPOCH)
    ends = np.cumsum(working, dtype=np.int64) + (n - 1)
    # The running count never falls, so the starts that still end inside the table are the table's beginning.
    inside: Numbers = days[ends[: np.searchsorted(ends, days.size)]]
    return inside


def _fault(starts: "Days", n: int, table: "Table") -> Exception:
    import numpy as np

    missing = np.flatnonzero(np.isnat(starts))
    if missing.size:
        message = Label("有缺失的日期", "a day is missing (NaT)")
        cure = Label("请先去掉缺失的日期", "leave missing days out first")
        data = MappingProxyType({"count": int(missing.size), "first": int(missing[0])})
        return InvalidInput(Fault(code="bulk.missing-day", message=message, cure=cure, field="starts", data=data))
    rules = table.rules
    early = starts.min().astype(object)
    if starts.min() < np.datetime64(rules.first):
        return before_calendar(early.year, rules.first)
    return not_announced(rules.last.year + 1, table.last_start(n))
