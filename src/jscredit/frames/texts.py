"""Lists in one text column: there is no list that every backend can build."""

from collections.abc import Iterable

from jscredit.frames.library import nw

COMMA = ","
Named = tuple[str, nw.Expr]
"""A name, and the flag of the rows that it is said of."""


def joined(flags: Iterable[Named]) -> nw.Expr:
    """The names whose flag holds, in their order, joined by commas; empty where none does."""
    parts = [nw.when(flag).then(nw.lit(COMMA + name)).otherwise(nw.lit("")) for name, flag in flags]
    if not parts:
        return nw.lit("")
    return nw.concat_str(*parts, separator="").str.slice(len(COMMA))
