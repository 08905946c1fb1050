"""A large sheet from end to end: read, built into files, every row checked. Prints seconds and the peak of memory.

``python benchmarks/sheets.py [--rows 100000]``
"""

import argparse
import csv
import resource
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "samples"))

from clean_rows import COLUMNS, clean_rows
from invented import credit_code, organisation_code

from jscredit.cli.console import uncollected
from jscredit.cli.shared_checks import SharedChecks
from jscredit.cli.two_processes import answers_of
from jscredit.interchange import files_from, read_sheet
from jscredit.rules import JIANGSU_2018

ON = date(2024, 6, 30)
ORGANISATION, CODE = "CF_XDR_ZDM", "CF_XDR_SHXYM"


def write_large(path: Path, rows: int) -> None:
    """The rows of the clean sample over and over, each time with other documents and other organisations."""
    clean = clean_rows()
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for number in range(rows):
            row = dict(clean[number % len(clean)])
            # Decided on any day of five years, so that few rows have all facts in common.
            row["CF_JDRQ"] = row["SJC"] = row["CF_JDRQ"] + timedelta(days=number % 1826 - 1826)
            row["CF_GSJZQ"] = ""
            row["CF_WSH"] = f"虚市罚字〔{number // 1000}〕{number}号"
            if row[CODE]:
                row[CODE] = credit_code(number, head=str(row[CODE])[:2])
            if row[ORGANISATION]:
                row[ORGANISATION] = organisation_code(number)
            writer.writerow([row[code] for code in COLUMNS])


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rows", type=int, default=100_000)
    rows = arguments.parse_args().rows
    with tempfile.TemporaryDirectory() as folder, uncollected():
        path = Path(folder, "large.csv")
        write_large(path, rows)
        started = time.perf_counter()
        sheet = read_sheet(path)
        read = time.perf_counter()
        files = files_from(sheet, known_on=ON)
        built = time.perf_counter()
        records = [row.record for row in sheet.rows]
        answers = answers_of(records, SharedChecks(ON, JIANGSU_2018, documents=True))
        said = sum(len(each.document(record)["clauses"]) for each, record in zip(answers, records, strict=True))
        checked = time.perf_counter()
    peaks = [resource.getrusage(who).ru_maxrss / 1024**2 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    spent = [resource.getrusage(who).ru_utime for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(f"{len(sheet.rows)} rows read, {len(sheet.faults)} faults, {len(files.files)} files, {said} clauses cited")
    print(f"read {read - started:.1f} s, files {built - read:.1f} s, checks {checked - built:.1f} s")
    print(f"all {checked - started:.1f} s; peaks of the two processes {peaks[0]:.2f} and {peaks[1]:.2f} GiB")
    print(f"time of the processors, with making the sheet: {spent[0]:.1f} and {spent[1]:.1f} s")


if __name__ == "__main__":
    main()
