"""Give the readers of sheets and of JSON spoilt input, and look for anything but ``InvalidInput``.

``python fuzz/sheets.py [--inputs 100000] [--seed 1] [--only NUMBER]`` prints, for each kind of input, how many were
read and how many refused, and the slowest. It ends with status 1 at the first input on which a reader raised anything
else; ``--only`` makes that one input again.
"""

# ruff: noqa: INP001, PLR2004, S311, T201 - a script that prints, its odds as plain figures, its dice no secret

import argparse
import csv
import io
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import xlwt
from mutations import spoilt_archive, spoilt_bytes, spoilt_json

from jscredit import classification, interchange, repair, validity
from jscredit.errors import InvalidInput
from jscredit.records import CreditRecord, Severity
from jscredit.records.facts import MALICE, RECORD_FACTS, SEVERITY
from jscredit.rules import expression_json, settings_from_json

_SAMPLES = Path(__file__).parents[1] / "samples"
_NAMES = (
    "penalties",
    "licences",
    "national_penalties",
    "national_licences",
    "transport_penalties",
    "transport_licences",
)
_TABLES = tuple(
    list(csv.reader((_SAMPLES / f"{name}.csv").open(encoding="utf-8-sig", newline="")))[:9] for name in _NAMES
)
_ROWS = _TABLES[0][:7]
_CHINESE = ("处罚机关", "处罚决定日期", "统一社会信用代码", "居民身份证号", "失信严重程度", "公示截止期", "备注")
_EVERY = tuple(
    name
    for dialect in map(interchange.dialect.dialect_of, interchange.dialect_ids())
    for column in dialect.columns
    for name in (column.code, *column.headers)
)
_HEADERS = (*_ROWS[0], *_CHINESE, "", " ", "x", "CF_XZJG\n", "处罚类别１", "329901199003070012")
_CELLS = (
    *(
        "",
        " ",
        "空",
        "0",
        "1",
        "9",
        "２",
        "-1",
        "1e5",
        "2099/12/31",
        "2019-02-29",
        "2019年3月5日",
        "#N/A",
        "\u200b",
        "\x00",
    ),
    *(
        "\ud7ff",
        "其他",
        "其他-x",
        "警告",
        "罚款",
        "罚款5元",
        "罚款" * 50,
        "罚款²元",
        "罚款٣元",
        "王",
        "x" * 5000,
        "9" * 400,
    ),
    *(
        "329901199003070012",
        "91329901MA1ABCD119",
        "E00000001",
        "810000199003070015",
        "3.2E+17",
        "329901",
        "∞",
        "①",
        "²",
    ),
)
_TERMS = (*interchange.TERMS, *classification.TERMS, *validity.TERMS, *repair.TERMS)


def _clean_text() -> str:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(_ROWS)
    return text.getvalue()


def _other_dialect(dice: Random) -> bytes:
    """A clean sheet of any dialect with odd cells, headers of any dialect put in, left out, put for one another."""
    headers, *rows = (list(row) for row in dice.choice(_TABLES))
    for _ in range(dice.choice((0, 0, 1, 2, 12))):
        at = dice.randrange(len(headers))
        match dice.randrange(3):
            case 0:
                headers[at] = dice.choice(_EVERY)
            case 1:
                headers.insert(at, dice.choice(_EVERY))
                for row in rows:
                    row.insert(at, dice.choice(_CELLS))
            case _ if len(headers) > 1:
                for row in (headers, *rows):
                    del row[at]
            case _:
                pass
    for _ in range(dice.choice((0, 1, 3, 40))):
        row = dice.choice(rows)
        row[dice.randrange(len(row))] = dice.choice(_CELLS)
    text = io.StringIO(newline="")
    csv.writer(text).writerows([headers, *rows])
    return text.getvalue().encode(dice.choice(("utf-8", "utf-8-sig", "gb18030")))


def _xlsx() -> bytes:
    book, written = openpyxl.Workbook(), io.BytesIO()
    for row in _ROWS:
        book.active.append(row)
    book.active["P2"] = date(2019, 3, 5)
    book.active["T2"] = 43900
    book.save(written)
    return written.getvalue()


def _xls() -> bytes:
    book, written = xlwt.Workbook(encoding="utf-8"), io.BytesIO()
    sheet = book.add_sheet("1")
    for at, row in enumerate(_ROWS):
        for place, cell in enumerate(row):
            sheet.write(at, place, cell)
    sheet.write(8, 15, date(2019, 3, 5), xlwt.easyxf(num_format_str="YYYY-MM-DD"))
    book.save(written)
    return written.getvalue()


def _random_table(dice: Random) -> bytes:
    """Headers in any order, some away, some twice; cells of the clean sheet beside odd ones."""
    headers = list(_ROWS[0]) if dice.random() < 0.8 else []
    headers += dice.choices(_HEADERS, k=dice.choice((0, 1, 3, 30)))
    if dice.random() < 0.5:
        dice.shuffle(headers)
    known = {code: [row[at] for row in _ROWS[1:]] for at, code in enumerate(_ROWS[0])}
    odds = dice.choice((0.02, 0.1, 0.9))
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(headers)
    for _ in range(dice.choice((0, 1, 5))):
        writer.writerow([dice.choice(_CELLS if dice.random() < odds else known.get(name, _CELLS)) for name in headers])
    return text.getvalue().encode(dice.choice(("utf-8", "utf-8-sig", "gb18030")))


def _documents(folder: Path) -> list[tuple[str, Callable[[str], Any]]]:
    """Each JSON reader with a document that it reads."""
    sheet = interchange.read_sheet(_in(folder, _clean_text().encode()))
    record = sheet.rows[1].record
    guard = expression_json((SEVERITY == Severity.SERIOUS) & ~MALICE)
    source = {"citation": "某办法", "rank": "department_rule"}
    entries = [
        {"term": "sheet-penalty-reflects-credit", "value": False, "source": source, "when": guard},
        {"term": validity.GENERAL_PERIOD.name, "value": {"months": 6}, "source": source},
    ]
    settings = json.dumps({"schema": "jscredit.settings", "version": 1, "settings": entries})
    standard = (_SAMPLES / "severity_standard.json").read_text(encoding="utf-8")
    return [
        (record.to_storage_json(), CreditRecord.from_storage_json),
        (sheet.to_storage_json(), interchange.Sheet.from_storage_json),
        (settings, lambda text: settings_from_json(text, terms=_TERMS, facts=RECORD_FACTS)),
        (standard, validity.standard_from_json),
        (classification.classify(record).to_storage_json(), classification.restored_classification),
        (validity.validity_of(record).to_storage_json(), validity.restored_validity),
    ]


def _in(folder: Path, content: bytes) -> Path:
    path = folder / "input"
    path.write_bytes(content)
    return path


class Fuzzer:
    """Makes the inputs by their numbers and gives them to their readers."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.seed = folder, seed
        self.text, self.book, self.old_book = _clean_text(), _xlsx(), _xls()
        self.documents = _documents(folder)
        self.kinds: tuple[tuple[str, Callable[[Random], Callable[[], Any]]], ...] = (
            ("csv, bytes spoilt", lambda dice: self._sheet(self._spoilt_text(dice))),
            ("csv, headers and cells at random", lambda dice: self._sheet(_random_table(dice))),
            ("xls, bytes spoilt", lambda dice: self._sheet(spoilt_bytes(self.old_book, dice))),
            ("csv of any dialect, read, written, read", lambda dice: self._there_and_back(_other_dialect(dice), dice)),
            ("csv of any dialect, headers changed", lambda dice: self._sheet(_other_dialect(dice))),
            ("JSON, values spoilt", self._document),
            ("xlsx, a part spoilt", lambda dice: self._sheet(spoilt_archive(self.book, dice))),
            ("csv, headers and cells at random", lambda dice: self._sheet(_random_table(dice))),
            ("csv, bytes spoilt", lambda dice: self._sheet(self._spoilt_text(dice))),
            ("xls, bytes spoilt", lambda dice: self._sheet(spoilt_bytes(self.old_book, dice))),
            ("JSON, values spoilt", self._document),
            ("xlsx, bytes spoilt", lambda dice: self._sheet(spoilt_bytes(self.book, dice))),
        )

    def run(self, number: int) -> tuple[str, bool]:
        """The kind of one input, and whether it was read; any error but ``InvalidInput`` goes on."""
        kind, make = self.kinds[number % len(self.kinds)]
        read = make(Random(self.seed * 1_000_003 + number))
        try:
            read()
        except InvalidInput:
            return kind, False
        return kind, True

    def _spoilt_text(self, dice: Random) -> bytes:
        """A CSV of spoilt bytes; half of the time without those that the encoding does not know."""
        encoding = dice.choice(("utf-8", "utf-8-sig", "gb18030"))
        spoilt = spoilt_bytes(self.text.encode(encoding), dice)
        return spoilt.decode(encoding, errors="ignore").encode(encoding) if dice.random() < 0.5 else spoilt

    def _sheet(self, content: bytes) -> Callable[[], Any]:
        path = _in(self.folder, content)
        return lambda: interchange.read_sheet(path, reported_on=date(2024, 6, 30)).to_public_json()

    def _there_and_back(self, content: bytes, dice: Random) -> Callable[[], Any]:
        """What was read is written, and read again the same; the rows with faults have them still."""
        path, suffix = _in(self.folder, content), dice.choice((".csv", ".csv", ".xlsx"))
        target, beside = self.folder / f"out{suffix}", self.folder / f"out_faults{suffix}"

        def run() -> None:
            sheet = interchange.read_sheet(path)
            interchange.write_sheet(
                target, sheet.rows, dialect=sheet.dialect, faults=sheet.faults, rejected=sheet.rejected
            )
            again = interchange.read_sheet(target, dialect=sheet.dialect)
            if [row.content for row in again.rows] != [row.content for row in sheet.rows] or again.faults:
                raise AssertionError
            interchange.files_from(sheet, again, known_on=date(2024, 6, 30))
            if sheet.rejected:
                kept = interchange.read_sheet(beside, dialect=sheet.dialect)
                if len(kept.rejected) != len(sheet.rejected):
                    raise AssertionError

        return run

    def _document(self, dice: Random) -> Callable[[], Any]:
        text, read = dice.choice(self.documents)
        spoilt = spoilt_json(text, dice)
        return lambda: read(spoilt)


def main() -> int:
    """Run the inputs and print what became of them."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--inputs", type=int, default=100_000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--only", type=int)
    given = arguments.parse_args()
    told: Counter[tuple[str, bool]] = Counter()
    slowest: tuple[float, int] = (0.0, 0)
    with tempfile.TemporaryDirectory() as folder:
        fuzzer = Fuzzer(Path(folder), given.seed)
        for number in range(given.inputs) if given.only is None else (given.only,):
            start = time.perf_counter()
            try:
                told[fuzzer.run(number)] += 1
            except Exception:
                print(f"input {number} of seed {given.seed}: not refused as InvalidInput", file=sys.stderr)
                raise
            slowest = max(slowest, (time.perf_counter() - start, number))
    for kind in sorted({kind for kind, _ in told}):
        print(f"{kind}: {told[kind, True]} read, {told[kind, False]} refused")
    print(
        f"{told.total()} inputs, none raised anything but InvalidInput; slowest {slowest[0]:.2f} s (input {slowest[1]})"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
