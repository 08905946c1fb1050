"""M16 over dataframes: records that came more than once, by groups."""

import operator
from functools import reduce
from typing import Any

from jscredit.frames.asking import Given, require_key, require_untaken
from jscredit.frames.bench import OWN
from jscredit.frames.columns import COLUMNS
from jscredit.frames.door import entered
from jscredit.frames.library import nw
from jscredit.frames.lookup import joined_in_order
from jscredit.supply.comparing import COMPARED

_NUMBERED = ("kind", "document_number", "determined_on")
_TOLD = (*(name for name in COMPARED if name not in {"provider", *_NUMBERED}), "subject_name")


def deduplicate(
    frame: Any, *, subject: str = "subject", key: str = "id", columns: Given = "new", prefix: str = "copies_"
) -> Any:
    """Which rows are copies of one record (M16); see ``jscredit.supply.deduplicate``.

    Two rows are copies where they have one subject, one kind, one document number and one day of determination. What
    states no number, or no day, has no copies.

    Args:
        frame: one delivered record in a row. Document numbers stand as ``supply.document_key`` has them.
        subject: the column that names the subject: which rows share one is settled before, by its numbers.
        key: the column that names a row.
        columns: ``new``: the key and the new columns; ``all``: those of the frame as well.
        prefix: what the names of the new columns begin with.

    Returns:
        The same kind of frame with ``of`` (the smallest key among the copies, the row's own where it has none),
        ``count``, and ``contradict`` (two of them tell different things, so neither may win in silence).

    Raises:
        InvalidInput: ``frames.key``: a column is missing; ``frames.column-taken``.

    >>> import datetime as dt, polars as pl
    >>> told = {"subject": "S", "kind": "penalty", "document_number": "虚1号", "determined_on": dt.date(2020, 3, 1)}
    >>> frame = pl.DataFrame([{"id": "1", "severity": None, **told}, {"id": "2", "severity": "general", **told}])
    >>> deduplicate(frame).rows()
    [('1', '1', 2, False), ('2', '1', 2, False)]
    """
    door = entered(frame, (*COLUMNS, *_TOLD, subject, key))
    by = (subject, *_NUMBERED)
    require_key(door.names, (key, *by))
    new = of, count, contradict = tuple(prefix + name for name in ("of", "count", "contradict"))
    kept = door.names if columns == "all" else (key,)
    require_untaken(kept, new)
    is_numbered = reduce(operator.and_, (~nw.col(name).is_null() for name in by))
    told = [name for name in _TOLD if name in door.names]
    ends = [nw.col(name).max().alias(f"{OWN}most_{name}") for name in told]
    ends += [nw.col(name).min().alias(f"{OWN}least_{name}") for name in told]
    groups = door.frame.filter(is_numbered).group_by(*by).agg(nw.col(key).min().alias(of), nw.len().alias(count), *ends)
    differ = [nw.col(f"{OWN}most_{name}") != nw.col(f"{OWN}least_{name}") for name in told]
    apart = (
        nw.when(reduce(operator.or_, differ, nw.lit(value=False)))
        .then(nw.lit(value=True))
        .otherwise(nw.lit(value=False))
    )
    groups = groups.select(*by, of, nw.col(count).cast(nw.Int64), apart.alias(contradict))
    found = joined_in_order(door.frame, groups, by)
    alone = {of: nw.col(key), count: nw.lit(1, nw.Int64), contradict: nw.lit(value=False)}
    is_alone = nw.col(count).is_null()
    filled = (nw.when(is_alone).then(told).otherwise(nw.col(name)).alias(name) for name, told in alone.items())
    return door.out(found.with_columns(*filled), kept, new)
