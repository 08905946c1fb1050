"""The credit review, read from the articles: what of a subject's file counts on a day, with every fact known.

A file is its list of changes. One thing may stay unknown: whether there is something that the file does not hold. So
the three clean years of J8 are told as yes, no or None.
"""

from datetime import date, timedelta
from typing import Any, NamedTuple

from jscredit.deadlines import Years
from jscredit.records import Category, DelistingGround, Granter, Kind, ListSide, SubjectType
from oracles.classification import classified
from oracles.validity import after, end_of, last_day, restrains

ONE_DAY = timedelta(1)
WORST_FIRST = ("restricted", "caution", "monitored", "ordinary", "favoured")


class Readings(NamedTuple):
    """How the doubtful places are read; the defaults."""

    bad_record: str = "determined-in-them"  # or valid-in-them
    young_subject: str = "does-not-qualify"  # or life-so-far
    counting: str = "first-day-not-counted"
    earlier_records: str = "use-from-then-on"


class World(NamedTuple):
    """What an agency and the catalogue have set."""

    rather_serious: Any = None
    monitoring: Any = None
    periods_of_use: Any = None


class Held(NamedTuple):
    record: Any
    status: str
    source_id: str | None
    flagged: bool


class Listed(NamedTuple):
    entry: Any
    left_on: date | None
    ground: Any


def known(changes, on):
    """What was known at the end of the day."""
    return [change for change in changes if change.known_on <= on]


def records_in(changes):
    """Each record as the changes leave it: the last version; repaired, withdrawn; its open objections."""
    held, cases = {}, {}
    for change in changes:
        if change.type in {"supplied", "attributed"}:
            held[change.record.id] = Held(change.record, "active", getattr(change, "source_id", None), False)
            cases[change.record.id] = []
        elif change.type == "corrected":
            held[change.record_id] = held[change.record_id]._replace(record=change.record)
        elif change.type in {"repaired", "withdrawn"}:
            held[change.record_id] = held[change.record_id]._replace(status=change.type)
        elif change.type == "flagged":
            cases[change.record_id].append(change.case)
        elif change.type == "unflagged":
            cases[change.record_id].remove(change.case)
    return [one._replace(flagged=bool(cases[one.record.id])) for one in held.values()]


def entries_in(changes):
    held = {}
    for change in changes:
        if change.type == "listed":
            held[change.entry.id] = Listed(change.entry, None, None)
        elif change.type == "delisted":
            held[change.entry_id] = Listed(held[change.entry_id].entry, change.day, change.ground)
    return list(held.values())


def is_failure(record):
    """Every record of M12 is failure information."""
    names = (
        "also_qualification",
        "catalogue_category",
        "granter",
        "organiser",
        "procedure",
        "reflects_credit",
        "malice",
        "accident_liability",
        "dealt_with_by_regulator",
        "imposed_by_regulator",
        "breached_norm_rank",
    )
    facts = {name: getattr(record, name) for name in names}
    facts |= {"kind": record.kind, "conduct": record.about, "lawfully_determined": True}
    return classified(facts).category is Category.NEGATIVE


def m30_facts(record, world):
    period = world.periods_of_use.get(record.kind)
    return {
        "failure_information": is_failure(record),
        "determined_on": record.determined_on,
        "severity": record.severity,
        "rather_serious": world.rather_serious,
        "period_of_use_given": period is not None,
        "period_of_use": period,
    }


def usable(held, on, world, readings):
    """M25 with M30 and M8; M35: a repaired one is archive; M32: a wrong one is gone, an objection changes nothing."""
    return held.status == "active" and restrains(m30_facts(held.record, world), on, readings)


def why_not(held, on, world, readings):
    """All reasons for which a record does not count."""
    reasons = {held.status} - {"active"}
    facts = m30_facts(held.record, world)
    if not facts["failure_information"]:
        return reasons | {"not_a_failure"}
    if held.record.determined_on > on:
        reasons.add("not_yet_determined")
    end = last_day(facts, readings)
    if end is not None and on > end:
        reasons.add("expired")
    if facts["period_of_use_given"]:
        use = end_of(held.record.determined_on, facts["period_of_use"], counting=readings.counting)
        if on > use:
            reasons.add("out_of_use")
    return reasons


def in_force(listed, on):
    """From the first to the last day of its validity (J20), but not from the day on which it was taken off (J17)."""
    entry = listed.entry
    return entry.valid_from <= on <= entry.valid_until and not (listed.left_on and listed.left_on <= on)


def black(listed):
    return listed.entry.side is ListSide.BLACK


def wrong(listed):
    return listed.ground is DelistingGround.WITHDRAWN_AS_WRONG


def monitored(listed, on, world):
    """退出黑名单主体仍应作为信用重点监测对象: after it left, unless it was wrong; to the end that an agency has set."""
    gone_from = [day for day in (listed.left_on, listed.entry.valid_until + ONE_DAY) if day is not None]
    first = min(gone_from)
    if not black(listed) or wrong(listed) or first > on:
        return False
    return world.monitoring is None or on <= after(first, world.monitoring)


def three_years_after(day):
    return after(day, Years(3))


def bad_record(held, on, world, readings):
    """A bad record of the three years before the day: still standing in the file, expired or not (J8)."""
    if held.status != "active" or not is_failure(held.record) or held.record.determined_on > on:
        return False
    if readings.bad_record == "determined-in-them":
        return on <= three_years_after(held.record.determined_on)
    end = last_day(m30_facts(held.record, world), readings)
    return end is None or on < three_years_after(end + ONE_DAY)


def bad_entry(listed, on, readings):
    entry = listed.entry
    if not black(listed) or wrong(listed):
        return False
    if readings.bad_record == "determined-in-them":
        return entry.determined_on <= on <= three_years_after(entry.determined_on)
    if entry.valid_from > on:
        return False
    gone_from = [day for day in (listed.left_on, entry.valid_until + ONE_DAY) if day is not None]
    return all(on < three_years_after(day) for day in gone_from)


def clean_years(file, on, world, readings, *, told=None):
    """连续3年无不良信用记录: yes, no, or None where nobody vouches that the file holds all of them.

    ``told``: changes to judge by, in place of those that were known on the day.
    """
    changes = known(file.changes, on) if told is None else told
    if any(bad_record(held, on, world, readings) for held in records_in(changes)):
        return False
    if any(bad_entry(listed, on, readings) for listed in entries_in(changes)):
        return False
    person = file.subject.type is SubjectType.NATURAL_PERSON
    born = None if person else file.subject.established_on
    if not person and readings.young_subject == "does-not-qualify" and on <= three_years_after(born):
        return False
    if file.complete_since is None:
        return None
    last_unvouched = file.complete_since - ONE_DAY
    vouched = on > three_years_after(last_unvouched) or (born is not None and born > last_unvouched)
    return True if vouched else None


def typical(held, on, world, readings):
    """诚实守信典型 (J7): an honour of a government or a department, still standing, and in use (M8)."""
    record = held.record
    if held.status != "active" or record.kind not in {Kind.COMMENDATION, Kind.AWARD} or record.honour is None:
        return False
    if record.granter not in {Granter.GOVERNMENT, Granter.DEPARTMENT} or record.determined_on > on:
        return False
    period = world.periods_of_use.get(record.kind)
    return period is None or on <= end_of(record.determined_on, period, counting=readings.counting)


def green_channel(file, on, world, readings, *, told=None):
    changes = known(file.changes, on) if told is None else told
    honoured = any(typical(held, on, world, readings) for held in records_in(changes))
    return True if honoured else clean_years(file, on, world, readings, told=changes)


class Answer(NamedTuple):
    best: str
    worst: str


def outcome(file, on, world, readings):
    """The worst ground that there is: J11 and M28, M25, J17; else the best there can be, J8."""
    changes = known(file.changes, on)
    listed = entries_in(changes)
    if any(black(one) and in_force(one, on) for one in listed):
        return Answer("restricted", "restricted")
    if any(usable(held, on, world, readings) for held in records_in(changes)):
        return Answer("caution", "caution")
    if any(monitored(one, on, world) for one in listed):
        return Answer("monitored", "monitored")
    green = green_channel(file, on, world, readings)
    return Answer("ordinary" if green is False else "favoured", "favoured" if green else "ordinary")
