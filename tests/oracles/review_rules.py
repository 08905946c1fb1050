"""What a review asks of one record, one entry, one subject, by hand from M25, M30, M35, J7, J8, J11, J17, J20, J24.

A row is what the rules ask, by name, everything known; of an entry whose last day is not stated that day is None.
"""

from datetime import date, timedelta
from typing import Any, NamedTuple

from jscredit.deadlines import Years
from oracles.validity import after, end_of, last_day, restrains

ONE_DAY = timedelta(1)
FIVE_MATTERS = {
    "administrative_licensing",
    "fiscal_funds_and_projects",
    "public_resource_trading",
    "daily_supervision",
    "honours_and_grading",
}


class Law(NamedTuple):
    """How J8 is read, and what is set."""

    bad_record: str = "determined-in-them"  # or valid-in-them
    young_subject: str = "does-not-qualify"  # or life-so-far
    monitoring: Any = None
    counting: str = "first-day-not-counted"  # as for M30
    earlier_records: str = "use-from-then-on"
    replacing_ranks: str = "with-article-3"
    otherwise: bool = False  # a law says that an expired failure restrains all the same


def three_years(day: date) -> date:
    return after(day, Years(3))


def review_duty(row, _on, _law):
    """应当……信用审查: administrative organs and bodies with public functions, in five matters."""
    bodies = {"administrative_organ", "public_affairs_organisation"}
    return row["matter"] in FIVE_MATTERS and row["reviewing_body"] in bodies


def usable_failure(row, on, law):
    if row["status"] in {"repaired", "withdrawn"}:
        return False
    return restrains(row | {"rather_serious": Years(2)}, on, law, norm_says_otherwise=law.otherwise)


def off_by(row, on):
    return row["delisted"] and row["delisted_on"] <= on


def in_force(row, on, _law):
    return row["valid_from"] <= on <= row["valid_until"] and not off_by(row, on)


def entry_public(row, on, law):
    return row["level"] in {"central", "province", "city"} and in_force(row, on, law)


def black_entry_in_force(row, on, law):
    return row["side"] == "black" and in_force(row, on, law)


def left_on(row):
    """The first day off the list: taken off, or its validity over, whichever comes first."""
    lapse = row["valid_until"] + ONE_DAY
    return min(row["delisted_on"], lapse) if row["delisted"] else lapse


def key_monitoring(row, on, law):
    """退出黑名单……仍应作为信用重点监测对象; not for an entry that was wrong, once it is withdrawn (J24)."""
    if row["side"] != "black" or left_on(row) > on:
        return False
    if off_by(row, on) and row["delisting_ground"] == "withdrawn_as_wrong":
        return False
    return law.monitoring is None or on <= after(left_on(row), law.monitoring)


def on_or_monitored(row, on, law):
    return black_entry_in_force(row, on, law) or key_monitoring(row, on, law)


def typical_honest_subject(row, on, law):
    """An honour of J7 from a government or a department, standing, granted, and in use (M8)."""
    given = row["period_of_use_given"]
    use = end_of(row["determined_on"], row["period_of_use"], counting=law.counting) if given else date.max
    return (
        row["kind"] in {"commendation", "award"}
        and row["status"] == "active"
        and row["granter"] in {"government", "department"}
        and row["determined_on"] <= on <= use
    )


def record_not_counted(row, on, law):
    """A failure that stands in the file counts from its determination through the third anniversary (J8)."""
    if not row["failure_information"] or row["status"] != "active" or on < row["determined_on"]:
        return True
    if law.bad_record == "determined-in-them":
        return on > three_years(row["determined_on"])
    end = last_day(row | {"rather_serious": Years(2)}, law)
    return end is not None and on >= three_years(end + ONE_DAY)


def entry_not_counted(row, on, law):
    if row["side"] != "black" or (row["delisted"] and row["delisting_ground"] == "withdrawn_as_wrong"):
        return True
    if law.bad_record == "determined-in-them":
        return not row["entry_determined_on"] <= on <= three_years(row["entry_determined_on"])
    return on < row["valid_from"] or on >= three_years(left_on(row))


def three_years_known(row, on, law):
    born, person, unvouched = row["established_on"], row["natural_person"], row["unvouched_until"]
    if not person and law.young_subject == "does-not-qualify" and on <= three_years(born):
        return False
    seen = on > three_years(unvouched) or (not person and born > unvouched)
    return seen or not row["unseen_bad_record"]


ORACLES = {
    "review-duty": review_duty,
    "usable-failure": usable_failure,
    "entry-public": entry_public,
    "black-entry-in-force": black_entry_in_force,
    "key-monitoring": key_monitoring,
    "on-or-monitored": on_or_monitored,
    "typical-honest-subject": typical_honest_subject,
    "record-not-counted": record_not_counted,
    "entry-not-counted": entry_not_counted,
    "three-years-known": three_years_known,
}
