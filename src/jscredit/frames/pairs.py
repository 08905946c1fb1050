"""Who may be the same across two frames: joins over numbers and names, never a comparison of all with all."""

from jscredit.frames.door import Lazy
from jscredit.frames.library import nw
from jscredit.frames.subjects import PERMIT, Side, against
from jscredit.listing.crosscheck import Doubt

DOUBT = "doubt"
CODE_LENGTH = 9
"""Of an organisation code; no other number that stands by itself has it."""
_SHARES = ("shares_organisation", "shares_resident", "shares_permit")


def partners(left: Side, right: Side) -> Lazy:
    """One row for each pair that is the same, or may be: all columns of both sides, and why it is doubtful, if it is.

    Two that share a number are the same, unless a lifelong number or their nature speaks against it. Two that share
    only the name may be the same, unless anything does.
    """
    found = _by_number(left, right)
    if "name" not in left.has or "name" not in right.has:
        return found
    named = _by_name(left, right)
    if "others" in left.has and "others" in right.has:  # a number in common that is not for life tells the pair already
        ids = [*left.at, *right.at]
        named = named.join(found.select(*ids), on=ids, how="anti")
    return nw.concat([found, named], how="vertical")


def _by_number(left: Side, right: Side) -> Lazy:
    pairs = left.keys().join(right.keys(), on="key", how="inner")
    names = [name for name in pairs.collect_schema().names() if name != "key"]
    is_permit = nw.col("key").str.starts_with(f"{PERMIT}:")
    is_organisation = nw.col("key").str.len_chars() == CODE_LENGTH
    is_resident = ~is_organisation & ~nw.col("key").str.contains(":", literal=True)
    shared = (
        told.cast(nw.Int8).alias(name)
        for name, told in zip(_SHARES, (is_organisation, is_resident, is_permit), strict=True)
    )
    merged = pairs.with_columns(*shared)
    if not (left.has_one_key and right.has_one_key):  # else no pair is found twice
        merged = merged.group_by(*names).agg(*(nw.col(name).max() for name in _SHARES))
    same_code = left.col("credit") == right.col("credit")
    kinds = dict(zip(("organisation", "resident", "permit"), (nw.col(name) == 1 for name in _SHARES), strict=True))
    disagree = against(left, right, {**kinds, "credit": same_code})
    doubt = nw.when(disagree).then(nw.lit(Doubt.NUMBERS_DISAGREE.value))
    return merged.with_columns(doubt.alias(DOUBT)).select(*names, DOUBT)


def _by_name(left: Side, right: Side) -> Lazy:
    """Pairs of one name. Two with organisation codes are told by them alone, so these are not joined at all."""
    ours, theirs = (side.frame.filter(~side.col("name").is_null()) for side in (left, right))
    joins = (
        (ours, theirs.filter(~right.has_organisation)),
        (ours.filter(~left.has_organisation), theirs.filter(right.has_organisation)),
    )
    on = {"left_on": left.prefix + "name", "right_on": right.prefix + "name"}
    found = nw.concat([one.join(other, how="inner", **on) for one, other in joins], how="vertical")
    names = (*left.frame.collect_schema().names(), *right.frame.collect_schema().names())
    told = found.with_columns(left.col("name").alias(right.prefix + "name")).filter(~against(left, right, {}))
    return told.with_columns(nw.lit(Doubt.NAME_ALONE.value).alias(DOUBT)).select(*names, DOUBT)
