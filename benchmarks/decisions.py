"""Decisions beside a hand-written function and three rule engines: medians of one run, and their ratios.

All times are processor time: another process on the machine makes them noisier, not longer.

Run: ``python benchmarks/decisions.py``. Needs the ``bench`` dependency group. All sides decide the same rows of facts,
the eligibility for repair (M34) under the default readings; the peers are given the sums of dates ready made, since
none of them has calendar years.
"""

import datetime as dt
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any

import cel
import rule_engine
import zen

from jscredit.records import Severity
from jscredit.repair import REPAIR
from jscredit.rules import Decision, Verdict

ROUNDS = 15
ROWS = 2_000
ON = dt.date(2020, 6, 1)
Row = dict[str, Any]


def some_rows(count: int) -> list[Row]:
    """Rows without an unknown fact that the answer needs; about half are answered yes."""
    pick = random.Random(20180129)  # noqa: S311
    rows = []
    for _ in range(count):
        determined = ON - dt.timedelta(pick.randrange(1200))
        corrected = determined - dt.timedelta(pick.randrange(-300, 500))
        recurred = pick.random() < 0.1
        again = corrected + dt.timedelta(pick.randrange(700)) if recurred else None
        flags = {name: pick.random() < 0.97 for name in FLAGS}
        rows.append(
            {
                "failure_information": True,
                "determined_on": determined,
                "severity": pick.choice((Severity.GENERAL, Severity.SERIOUS)),
                "period_of_use_given": False,
                "period_of_use": None,
                "corrected": True,
                "corrected_on": corrected,
                "recurred": recurred,
                "recurred_on": again,
                "recurred_in_record_kind": recurred,
                "recurred_in_record_kind_on": again,
                "recurrence_stated": recurred,
                "natural_person": pick.choice((False, True)),
                **flags,
            }
        )
    return rows


FLAGS = (
    "clear_effect",
    "adverse_effect_eliminated",
    "self_discipline",
    "credit_management_system",
    "commitment_not_to_fail_again",
)


def years_after(day: dt.date, years: int) -> dt.date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def by_hand(row: Row, on: dt.date) -> bool:
    """What an engineer writes who knows that every fact is there."""
    if not row["failure_information"] or not row["determined_on"] <= on:
        return False
    period = 1 if row["severity"] == Severity.GENERAL else 3
    if on > years_after(row["determined_on"], period):
        return False
    if not (row["corrected"] and row["corrected_on"] <= on):
        return False
    if not (row["clear_effect"] and row["adverse_effect_eliminated"]):
        return False
    year_end = years_after(row["corrected_on"], 1)
    if not on > year_end:
        return False
    if row["recurred"] and row["corrected_on"] <= row["recurred_on"] <= year_end:
        return False
    if not (row["natural_person"] or row["credit_management_system"]):
        return False
    return row["self_discipline"] and row["commitment_not_to_fail_again"]


def by_hand_with_reasons(row: Row, on: dt.date) -> tuple[bool, tuple[str, ...]]:
    """The same with the clause of each condition that fails, or of all of them."""
    failed = []
    if not row["failure_information"]:
        failed.append("M12")
    if not row["determined_on"] <= on:
        failed.append("M34")
    if on > years_after(row["determined_on"], 1 if row["severity"] == Severity.GENERAL else 3):
        failed.append("M34")
    if not (row["corrected"] and row["corrected_on"] <= on):
        failed.append("M34(1)")
    if not row["clear_effect"]:
        failed.append("M34(1)")
    if not row["adverse_effect_eliminated"]:
        failed.append("M34(1)")
    year_end = years_after(row["corrected_on"], 1)
    again = row["recurred"] and row["corrected_on"] <= row["recurred_on"] <= year_end
    if not (row["corrected"] and on > year_end and not again):
        failed.append("M34(2)")
    if not row["self_discipline"]:
        failed.append("M34(3)")
    if not (row["natural_person"] or row["credit_management_system"]):
        failed.append("M34(3)")
    if not row["commitment_not_to_fail_again"]:
        failed.append("M34(3)")
    return (False, tuple(failed)) if failed else (True, CLAUSES)


CLAUSES = ("M12", "M34", "M34(1)", "M34(2)", "M34(3)")


def whole(decision: Decision) -> tuple[object, ...]:
    """Every part of a decision but its texts."""
    return (
        decision.verdict,
        decision.earliest,
        decision.last,
        decision.possible,
        decision.timeline,
        decision.failed,
        decision.missing,
        decision.citations,
    )


def prepared(row: Row) -> Row:
    """The row for engines without calendar years: days as numbers, the sums ready made."""
    period = 1 if row["severity"] == Severity.GENERAL else 3
    day_or_0 = row["recurred_on"].toordinal() if row["recurred"] else 0
    return {
        **{name: row[name] for name in (*FLAGS, "failure_information", "corrected", "recurred")},
        "determined_on": row["determined_on"].toordinal(),
        "use_end": years_after(row["determined_on"], period).toordinal(),
        "corrected_on": row["corrected_on"].toordinal(),
        "recurred_on": day_or_0,
        "year_end": years_after(row["corrected_on"], 1).toordinal(),
        "person": row["natural_person"],
        "asked": ON.toordinal(),
    }


PARTS = (
    "failure_information",
    "determined_on <= asked",
    "asked <= use_end",
    "corrected",
    "corrected_on <= asked",
    "clear_effect",
    "adverse_effect_eliminated",
    "asked > year_end",
    "not (recurred and corrected_on <= recurred_on and recurred_on <= year_end)",
    "self_discipline",
    "(person or credit_management_system)",
    "commitment_not_to_fail_again",
)
IN_CEL = (
    " && ".join(PARTS).replace("not (", "!(").replace(" and ", " && ").replace("person or credit", "person || credit")
)


def microseconds(call: Callable[[Any], object], rows: list[Any]) -> float:
    begin = time.process_time_ns()
    for row in rows:
        call(row)
    return (time.process_time_ns() - begin) / len(rows) / 1000


def medians(calls: dict[str, tuple[Callable[[Any], object], list[Any]]]) -> dict[str, float]:
    """All calls in turn, round by round, so that a change of the machine's speed meets each alike."""
    times: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(ROUNDS):
        for name, (call, rows) in calls.items():
            times[name].append(microseconds(call, rows))
    return {name: statistics.median(each) for name, each in times.items()}


def show(title: str, found: dict[str, float], base: str, unit: str = "µs") -> None:
    print(f"\n{title}")
    for name, value in found.items():
        print(f"  {name:<52}{value:>12,.2f} {unit}{value / found[base]:>10,.2f} x")


def decisions() -> None:
    rows = some_rows(ROWS)
    ready = [prepared(row) for row in rows]
    unknown = [row | {"severity": None} for row in rows]
    bound = REPAIR.bind()
    in_zen = zen.compile_expression(" and ".join(PARTS))
    in_cel = cel.compile(IN_CEL)
    in_rule_engine = rule_engine.Rule(" and ".join(PARTS))
    expected = [by_hand(row, ON) for row in rows]
    agree = {
        "jscredit": [bound.verdict(row, ON) is Verdict.YES for row in rows],
        "zen": [in_zen.evaluate(row) for row in ready],
        "cel": [in_cel.execute(row) for row in ready],
        "rule-engine": [in_rule_engine.matches(row) for row in ready],
    }
    for name, answers in agree.items():
        print(f"{name}: {sum(a != b for a, b in zip(answers, expected, strict=True))} of {ROWS} answers differ by hand")
    print(f"answered yes: {sum(expected)} of {ROWS}")
    hand, reasons = "hand-written, verdict", "hand-written, reasons"
    verdicts = medians(
        {
            hand: (lambda row: by_hand(row, ON), rows),
            "jscredit, verdict": (lambda row: bound.verdict(row, ON), rows),
            "zen-engine (sums ready made)": (in_zen.evaluate, ready),
            "common-expression-language (sums ready made)": (in_cel.execute, ready),
            "rule-engine (sums ready made)": (in_rule_engine.matches, ready),
        }
    )
    show("verdict", verdicts, hand)
    show(
        "with reasons and citations",
        medians(
            {
                reasons: (lambda row: by_hand_with_reasons(row, ON), rows),
                "jscredit, reasons": (
                    lambda row: [condition.citation for condition in bound.reasons(row, ON)[1]],
                    rows,
                ),
            }
        ),
        reasons,
    )
    few = 300
    show(
        "the whole decision: verdict, days, timeline, failed, missing, citations",
        medians(
            {
                "every fact known": (lambda row: whole(bound.decide(row, ON)), rows[:few]),
                "severity unknown": (lambda row: whole(bound.decide(row, ON)), unknown[:few]),
            }
        ),
        "every fact known",
    )


FIRST_DECISION = """
from datetime import date
from jscredit.records import CreditRecord, Kind, RepairEvidence, Subject, SubjectType
from jscredit.repair import repair_eligibility
shop = Subject(type=SubjectType.LEGAL_PERSON, name="试例商贸有限公司")
record = CreditRecord(id="1", subject=shop, kind=Kind.BID_RIGGING, determined_on=date(2019, 3, 1))
assert repair_eligibility(record, RepairEvidence(), on=date(2019, 5, 1)).verdict == "undetermined"
"""
STARTS = {
    "from pydantic import BaseModel": "from pydantic import BaseModel",
    "import jscredit": "import jscredit",
    "first decision, from a record": FIRST_DECISION,
}


def starts() -> None:
    """Processor time of whole processes, less that of an empty one, with both libraries compiled as pip leaves them."""
    codes = {"empty": "pass", **STARTS}
    times: dict[str, list[float]] = {name: [] for name in codes}
    with tempfile.TemporaryDirectory() as compiled:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = compiled
        for _ in range(ROUNDS + 1):
            for name, code in codes.items():
                begin = processor_time_of_children()
                subprocess.run([sys.executable, "-c", code], check=True, env=environment)  # noqa: S603
                times[name].append(processor_time_of_children() - begin)
    # The first round compiles.
    found = {name: statistics.median(each[1:]) * 1000 for name, each in times.items()}
    empty = found.pop("empty")
    show(
        "start of a process, an empty one taken off, processor time",
        {name: value - empty for name, value in found.items()},
        "from pydantic import BaseModel",
        "ms",
    )


def processor_time_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    decisions()
    starts()
