"""Rows that break the contract: told all at once, or marked in a column."""

from collections.abc import Sequence
from types import MappingProxyType
from typing import Any

from jscredit.errors import Fault, InvalidInput, Label
from jscredit.frames.door import Lazy
from jscredit.frames.library import nw
from jscredit.frames.row_checks import Check
from jscredit.records import mask_numbers_in

_SAMPLES = 3


def require_sound(frame: Lazy, checks: Sequence[Check], key: Sequence[str]) -> None:
    """Refuse a frame with rows that break the contract: one fault for each rule, with its count and some row keys.

    Raises:
        InvalidInput: the ids of the rules.
    """
    if not checks:
        return
    names = [f"c{place}" for place in range(len(checks))]
    broken = (check.broken.cast(nw.Int64).sum().alias(name) for name, check in zip(names, checks, strict=True))
    counts = frame.select(*broken).collect().row(0)
    found = [(check, count) for check, count in zip(checks, counts, strict=True) if count]
    if found:
        raise InvalidInput(*(_fault(check, count, _samples(frame, check, key)) for check, count in found))


def _samples(frame: Lazy, check: Check, key: Sequence[str]) -> tuple[str, ...]:
    rows: Any = frame.filter(check.broken).select(*key).head(_SAMPLES).collect()
    return tuple(" ".join(mask_numbers_in(str(part)) for part in row) for row in rows.iter_rows())


def _fault(check: Check, count: int, samples: tuple[str, ...]) -> Fault:
    told = ", ".join(samples)
    return Fault(
        code=f"frames.{check.id}",
        message=Label(f"{check.label.zh}（{count}行，如 {told}）", f"{check.label.en} ({count} rows, such as {told})"),
        cure=Label(
            "请更正这些行；或用 faults='column' 标出，其值按不知道处理",
            "correct these rows; or mark them with faults='column', and the value counts as not known",
        ),
        field=check.column,
        data=MappingProxyType({"count": count, "samples": samples}),
    )


def marked(checks: Sequence[Check], values: dict[str, nw.Expr]) -> dict[str, nw.Expr]:
    """The columns with every value that breaks a rule taken for not known."""
    for check in checks:
        for name in check.doubted or (check.column,):
            values[name] = nw.when(~check.broken | check.broken.is_null()).then(values[name])
    return values
