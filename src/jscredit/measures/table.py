"""The table of the measures that the three instruments name: one row each, in ``default.tsv`` beside this module."""

import csv
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from jscredit.errors import Label
from jscredit.measures.rules import Shape
from jscredit.measures.vocabulary import Force, Implementer, MeasureKind, MeasureObject, MeasureSide, Need
from jscredit.records import Matter


class TableRow(NamedTuple):
    """One measure as the table has it; see ``Measure`` for the parts."""

    code: str
    kind: MeasureKind
    force: Force
    matters: tuple[Matter, ...]
    grade: int | None
    name: Label
    shape: Shape

    @property
    def id(self) -> str:
        """The measure's id: its clause and its code, for six codes stand in two clauses."""
        return f"{self.shape.place}:{self.code}"


@cache
def table() -> tuple[TableRow, ...]:
    """Every row, in the order of the instruments; incentives before restraints."""
    text = files("jscredit.measures").joinpath("default.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(_row(row) for row in rows)


_SIDES = {side.value: side for side in MeasureSide}
_KINDS = {kind.value: kind for kind in MeasureKind}
_FORCES = {force.value: force for force in Force}


def _row(row: dict[str, str]) -> TableRow:
    objects, needs = _codes(MeasureObject, row["objects"]), _codes(Need, row["needs"])
    return TableRow(
        row["code"],
        _KINDS[row["kind"]],
        _FORCES[row["force"]],
        _codes(Matter, row["matters"]),
        int(row["grade"]) if row["grade"] else None,
        Label(row["zh"], row["en"]),
        Shape(row["clause"], _SIDES[row["side"]], objects, needs, _codes(Implementer, row["implementers"])),
    )


def _codes(kind: Any, text: str) -> Any:
    return tuple(kind(code) for code in text.split(",") if code)
