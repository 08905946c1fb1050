"""Lists in one text column: there is no list that every backend can build."""

import operator
from collections.abc import Iterable, Sequence
from functools import reduce

from jscredit.frames.library import nw

COMMA = ","
_BITS = 9
"""How many names one look-up serves: 512 texts are still a small table."""


Named = tuple[str, nw.Expr]
"""A name, and the flag of the rows that it is said of."""


def joined(flags: Iterable[Named], *, looked_up: bool) -> nw.Expr:
    """The names whose flag holds, in their order, joined by commas; empty where none does.

    Polars looks a text up by the number that the flags make, which takes a quarter of the time of putting it together;
    engines of SQL search such a table from end to end, so there the text is put together.
    """
    pairs = tuple(flags)
    if not pairs:
        return nw.lit("")
    if looked_up:
        parts = [_of_number(pairs[start : start + _BITS]) for start in range(0, len(pairs), _BITS)]
    else:
        parts = [nw.when(flag).then(nw.lit(COMMA + name)).otherwise(nw.lit("")) for name, flag in pairs]
    whole = parts[0] if len(parts) == 1 else nw.concat_str(*parts, separator="")
    return whole.str.slice(len(COMMA))


def _of_number(pairs: Sequence[Named]) -> nw.Expr:
    bits = [
        nw.when(flag).then(nw.lit(1 << place, nw.Int16)).otherwise(nw.lit(0, nw.Int16))
        for place, (_, flag) in enumerate(pairs)
    ]
    numbers = range(1 << len(bits))
    texts = [_text(number, tuple(name for name, _ in pairs)) for number in numbers]
    return reduce(operator.add, bits).replace_strict(list(numbers), texts, return_dtype=nw.String)


def _text(number: int, names: Sequence[str]) -> str:
    return "".join(COMMA + name for place, name in enumerate(names) if number >> place & 1)
