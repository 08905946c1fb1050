"""J6 over dataframes: red lists cross-checked with black ones, as joins."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, NamedTuple

from jscredit.deadlines import as_day
from jscredit.errors import Fault, InvalidInput, Label
from jscredit.frames.asking import Given, require_key, require_untaken
from jscredit.frames.bench import Bench
from jscredit.frames.columns import Column
from jscredit.frames.conditions import Condition
from jscredit.frames.contract import mistyped
from jscredit.frames.door import Door, Lazy, entered
from jscredit.frames.library import nw
from jscredit.frames.lookup import joined_in_order
from jscredit.frames.operators import Operators, every
from jscredit.frames.pairs import DOUBT, partners
from jscredit.frames.subjects import NAME, NUMBERS, Side, side_of
from jscredit.listing.crosscheck import Doubt, OrderStatus
from jscredit.rules import DAY, JIANGSU_2018
from jscredit.validity import DELISTED, DELISTED_ON, ENTRY_IN_FORCE, VALID_FROM, VALID_UNTIL

_DAYS = (VALID_FROM, VALID_UNTIL, DELISTED_ON)
_SUBJECT = (*NUMBERS, NAME, "subject_type", "subject_form", "natural_person")


def screen_red_list(  # noqa: PLR0913 - two frames, each with its key
    candidates: Any,
    *,
    black: Any,
    on: dt.date,
    columns: Given = "new",
    key: str | Sequence[str] = "id",
    entry_key: str = "id",
    name: str = "screening",
) -> Any:
    """The preliminary red list, each candidate compared with black lists (J6.1); see ``jscredit.screen_red_list``.

    Args:
        candidates: one subject in a row: ``subject_credit_code``, ``subject_organisation_code``,
            ``subject_resident_id``, ``subject_other_ids``, ``subject_name``, those that there are, each in its one form
            (``normalised``).
        black: the entries of all black lists that are compared, with the same columns of their subjects,
            ``valid_from``, ``valid_until`` and, where entries were ended, ``delisted_on``. The same kind of frame.
        on: the day asked about.
        columns: ``new``: the key and the new column; ``all``: the candidates' own as well.
        key: the column, or columns, that name a candidate; candidates of one key share their answer.
        entry_key: the column that names an entry.
        name: the new column.

    Returns:
        The candidates with ``cleared``, ``blocked`` (certainly on a list, by an entry in force) or ``to_decide``.
        ``screened_pairs`` tells for which entries.

    Raises:
        InvalidInput: the frames are of two kinds, or lack columns.
        NotInForce: the law is not in force on the day.

    >>> import polars as pl
    >>> candidates = pl.DataFrame({"id": ["1", "2"], "subject_credit_code": ["91329901MA1ABCD119", None]})
    >>> days = {"valid_from": [dt.date(2020, 5, 6)], "valid_until": [dt.date(2021, 5, 5)]}
    >>> black = pl.DataFrame({"id": ["B1"], "subject_organisation_code": ["MA1ABCD11"], **days})
    >>> screen_red_list(candidates, black=black, on=dt.date(2020, 6, 1)).rows()
    [('1', 'blocked'), ('2', 'cleared')]
    """
    check = _Check.of(candidates, black, on, key, entry_key)
    require_untaken(check.left.names if columns == "all" else check.keys, (name,))
    certain = (nw.col(DOUBT).is_null() & nw.col("theirs_certain")).cast(nw.Int8)
    worst = check.pairs.with_columns(certain.alias(_WORST)).group_by(*check.ours.at).agg(nw.col(_WORST).max())
    worst = worst.rename(dict(zip(check.ours.at, check.keys, strict=True)))
    told = nw.when(nw.col(_WORST) == 1).then(nw.lit(BLOCKED)).when(nw.col(_WORST) == 0).then(nw.lit(TO_DECIDE))
    result = joined_in_order(check.left.frame, worst, check.keys).with_columns(
        told.otherwise(nw.lit(CLEARED)).alias(name)
    )
    return check.left.out(result, check.left.names if columns == "all" else check.keys, (name,))


def screened_pairs(
    candidates: Any, *, black: Any, on: dt.date, key: str | Sequence[str] = "id", entry_key: str = "id"
) -> Any:
    """The entries that the cross-check found for candidates, and why one is doubtful (J6.1).

    Args:
        candidates: as ``screen_red_list`` has them.
        black: the entries of all black lists that are compared; with ``list_name`` where it is stated.
        on: the day asked about.
        key: the column, or columns, that name a candidate.
        entry_key: the column that names an entry.

    Returns:
        The same kind of frame: the candidate's key, ``entry``, ``list_name`` and ``doubt``: null where it is certain,
        else ``name_alone``, ``numbers_disagree`` or ``validity_unknown``.

    Raises:
        InvalidInput, NotInForce: as ``screen_red_list``.
    """
    check = _Check.of(candidates, black, on, key, entry_key)
    open_day = nw.when(~nw.col("theirs_certain")).then(nw.lit(Doubt.VALIDITY_UNKNOWN.value))
    doubt = nw.when(~nw.col(DOUBT).is_null()).then(nw.col(DOUBT)).otherwise(open_day)
    own = (nw.col(at).alias(name) for at, name in zip(check.ours.at, check.keys, strict=True))
    told = check.pairs.select(
        *own, nw.col(f"theirs_{entry_key}").alias("entry"), nw.col("theirs_list_name").alias("list_name"), doubt
    )
    return check.left.given_back(told)


def red_list_removals(black: Any, *, red: Any, on: dt.date, key: str = "id", red_key: str = "id") -> Any:
    """The orders that delete the subjects of black-list entries from red lists (J6.2); see ``red_list_removals``.

    Args:
        black: black-list entries, with the columns that ``screen_red_list`` asks for.
        red: the entries of every red list, with the same columns. The same kind of frame.
        on: the day.
        key: the column that names a black-list entry.
        red_key: the column that names a red-list entry.

    Returns:
        The same kind of frame, one order in a row: ``list_name``, ``entry``, ``black_entry``, ``status`` (``due`` or
        ``to_decide``).

    Raises:
        InvalidInput, NotInForce: as ``screen_red_list``.
    """
    check = _Check.of(black, red, on, key, red_key, ours_are_entries=True)
    is_due = nw.col(DOUBT).is_null() & nw.col("ours_certain")
    status = nw.when(is_due).then(nw.lit(OrderStatus.DUE.value)).otherwise(nw.lit(OrderStatus.TO_DECIDE.value))
    told = check.pairs.select(
        nw.col("theirs_list_name").alias("list_name"),
        nw.col(f"theirs_{red_key}").alias("entry"),
        nw.col(f"ours_{key}").alias("black_entry"),
        status.alias("status"),
    )
    return check.left.given_back(told)


class _Check(NamedTuple):
    """Two frames that are compared, and the pairs found."""

    left: Door
    keys: tuple[str, ...]
    ours: Side
    pairs: Lazy

    @classmethod
    def of(  # noqa: PLR0913 - of one comparison
        cls,
        left: Any,
        right: Any,
        on: dt.date,
        key: str | Sequence[str],
        entry_key: str,
        *,
        ours_are_entries: bool = False,
    ) -> "_Check":
        day = as_day(on, field="on")
        JIANGSU_2018.require_in_force(day)
        keys = (key,) if isinstance(key, str) else tuple(key)
        wanted = (*_SUBJECT, *(fact.name for fact in _DAYS), "list_name")
        doors = entered(left, (*wanted, *keys)), entered(right, (*wanted, entry_key))
        if type(left).__module__.partition(".")[0] != type(right).__module__.partition(".")[0]:
            raise InvalidInput(_TWO_KINDS)
        require_key(doors[0].names, keys)
        require_key(doors[1].names, (entry_key,))
        if ours_are_entries:
            ours = side_of(_in_force(doors[0].frame, day), keys, ("certain", "list_name"), "ours_")
        else:
            ours = side_of(doors[0].frame, keys, (), "ours_")
        theirs = side_of(_in_force(doors[1].frame, day), (entry_key,), ("certain", "list_name"), "theirs_")
        return cls(doors[0], keys, ours, partners(ours, theirs))


def _in_force(entries: Lazy, on: dt.date) -> Lazy:
    """The entries that are in force on the day, or may be, with whether that is certain."""
    schema = dict(entries.collect_schema())
    facts: dict[str, nw.Expr] = {}
    faults = []
    for fact in _DAYS:
        dtype = schema.get(fact.name, nw.Unknown)
        if dtype not in (nw.Date, nw.Unknown):
            faults.append(mistyped(Column(fact.name, DAY, fact.label), dtype))
        stated = fact.name in schema and dtype != nw.Unknown
        facts[fact.name] = nw.col(fact.name) if stated else nw.lit(None, nw.Date)
    if faults:
        raise InvalidInput(*faults)
    facts[DELISTED.name] = ~facts[DELISTED_ON.name].is_null()
    table, bench = Operators(facts), Bench()
    flags = [Condition(test, table, on, bench).flag for test in ENTRY_IN_FORCE.bind(JIANGSU_2018).tests]
    for layer in bench.layers:
        entries = entries.with_columns(*(told.alias(name) for name, told in layer.items()))
    if "list_name" not in schema:
        entries = entries.with_columns(nw.lit(None, nw.String).alias("list_name"))
    held = entries.with_columns(every(flags).alias("certain"))
    may_hold = nw.col("certain") | nw.col("certain").is_null()
    return held.filter(may_hold).with_columns(~nw.col("certain").is_null())


_WORST = "__jscredit_worst"
CLEARED, BLOCKED, TO_DECIDE = "cleared", "blocked", "to_decide"
_TWO_KINDS = Fault(
    code="frames.two-kinds",
    message=Label("两个数据框不是同一种类", "the two frames are not of one kind"),
    cure=Label("请给出同一种类的数据框", "give two frames of one kind"),
    field="frame",
)
