"""What the check of M14 finds in a list of field names, and what not: `python tools/measure_forbidden.py`.

Its parts, in the order in which they were written: "tuned" and "held-out", before the check; the first was looked at
while the words were chosen, of the second only counts, until a later change lost one of its names. "seen": names as
they stand in public database schemas, labelled before they were tried; at the first run 29 caught, 9 missed, no false
alarm, then words were added. "later": written to look for what is wrong, and the words were chosen on it. "fresh":
names of other public schemas and of permits, labelled before they were tried, and nothing was changed after.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from jscredit.catalog.element import DataElement
from jscredit.catalog.forbidden import forbidden_in

LIST = Path(__file__).resolve().parent.parent / "tests" / "data" / "forbidden_names.tsv"
NOTHING = "-"


class Tried(NamedTuple):
    """One name of the list: what it should tell, and what was found."""

    part: str
    code: str
    name: str
    expected: str
    found: str

    @property
    def outcome(self) -> str:
        """Of four: caught, missed, silent, false alarm. Which kind of content it is called does not count."""
        if self.expected == NOTHING:
            return "silent" if self.found == NOTHING else "false alarm"
        return "missed" if self.found == NOTHING else "caught"


def tried() -> Iterator[Tried]:
    """Each name of the list, tried."""
    with LIST.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            element = DataElement(code=row["code"] or row["name"], name=row["name"] or None)
            hit = forbidden_in(element)
            found = hit.element.value if hit else NOTHING
            yield Tried(row["part"], row["code"], row["name"], row["expected"], found)


def lines() -> Iterator[str]:
    """The counts of each part, then every miss and false alarm."""
    names = list(tried())
    for part in dict.fromkeys(each.part for each in names):
        own = [each for each in names if each.part == part]
        counts = {
            outcome: sum(each.outcome == outcome for each in own)
            for outcome in ("caught", "missed", "silent", "false alarm")
        }
        yield (f"{part}: {len(own)} names: " + ", ".join(f"{count} {outcome}" for outcome, count in counts.items()))
    for each in names:
        if each.outcome in {"missed", "false alarm"}:
            yield (f"{each.outcome} ({each.part}): {each.code} {each.name} expected {each.expected} found {each.found}")


if __name__ == "__main__":
    sys.stdout.write("\n".join(lines()) + "\n")
