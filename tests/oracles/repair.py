"""M34, read from the article: whether repair can be applied for on a day, with every fact known."""

from datetime import date
from itertools import product
from typing import Any, NamedTuple

from jscredit.deadlines import Years
from jscredit.records import Conduct
from oracles.kinds import ABOUT, FAILURES_BY_NAME
from oracles.validity import ONE_DAY, after, last_day, reaches, use_end


class Readings(NamedTuple):
    """How the doubtful places are read; the defaults."""

    repair_window: str = "period-of-use"
    clean_year: str = "elapsed"
    same_kind: str = "same-conduct-or-undetermined"
    credit_management_system: str = "organisations-only"
    counting: str = "first-day-not-counted"
    earlier_records: str = "use-from-then-on"


OPTIONS = {
    "repair_window": ("period-of-use", "shorter"),
    "clean_year": ("elapsed", "so-far"),
    "same_kind": ("same-conduct-or-undetermined", "same-record-kind"),
    "credit_management_system": ("organisations-only", "everyone"),
    "counting": ("first-day-not-counted", "first-day-counted"),
    "earlier_records": ("use-from-then-on", "later-determinations"),
}
ALL_READINGS = [Readings(*options) for options in product(*OPTIONS.values())]


def window_end(facts: dict[str, Any], readings: Readings) -> date | None:
    """信息使用期限: the catalogue's period of use where it gives one, else the validity; or always the shorter."""
    ends = [use_end(facts, readings), last_day(facts, readings)]
    if readings.repair_window == "period-of-use" and ends[0] is not None:
        return ends[0]
    return min((end for end in ends if end is not None), default=None)


def corrected(facts: dict[str, Any], on: date) -> bool:
    """已对失信行为进行了纠正: on the application day it has been."""
    return facts["corrected"] and facts["corrected_on"] <= on


def recurrence(facts: dict[str, Any], readings: Readings) -> date | None:
    """The day of the first failure of the same kind from the correction on, by the reading of "same kind".

    A failure before the correction is none that came again.
    """
    name = "recurred" if readings.same_kind == "same-conduct-or-undetermined" else "recurred_in_record_kind"
    again = facts[f"{name}_on"] if facts[name] else None
    return None if again is None or again < facts["corrected_on"] else again


def clean_year(facts: dict[str, Any], on: date, readings: Readings) -> bool:
    """自纠正之日起，1年内未再发生同类失信行为: the year, and no failure of the kind in it, its last day included."""
    if not corrected(facts, on):
        return False
    # 法律、法规和国家各部门有规定的从其规定 (M3): the term that such a norm sets, else the article's own.
    term = facts.get("clean_period", Years(1))
    year_end, again = after(facts["corrected_on"], term), recurrence(facts, readings)
    if readings.clean_year == "elapsed":
        return on > year_end and (again is None or again > year_end)
    return again is None or again > min(on, year_end)


def unmet(facts: dict[str, Any], on: date, readings: Readings) -> set[str]:
    """What the article asks for and is not so, by the name of each requirement."""
    system_asked = readings.credit_management_system == "everyone" or not facts["natural_person"]
    met = {
        "failure-information": facts["failure_information"],
        "determined": facts["determined_on"] <= on,
        "in-use": reaches(on, window_end(facts, readings)),
        # （一）
        "corrected": corrected(facts, on),
        "clear-effect": facts["clear_effect"],
        "adverse-effect-eliminated": facts["adverse_effect_eliminated"],
        # （二）
        "clean-year": clean_year(facts, on, readings),
        # （三）强化诚信自律意识、建立信用管理制度并承诺不再失信
        "self-discipline": facts["self_discipline"],
        "credit-management-system": facts["credit_management_system"] or not system_asked,
        "commitment-not-to-fail-again": facts["commitment_not_to_fail_again"],
    }
    return {name for name, answer in met.items() if not answer}


def eligible(facts: dict[str, Any], on: date, readings: Readings) -> bool:
    """同时符合下列条件."""
    return not unmet(facts, on, readings)


def same_kind(one: dict[str, Any], other: dict[str, Any], *, reading: str) -> bool | None:
    """同类失信行为: the same conduct where both records name one, else it is not known; or the same kind of record.

    "Another violation" names no conduct: two of them may be about quite different things. Some names of M12 are a
    failure themselves: two of them compare by the name; one of them and a conduct are different where the name says
    what it is about and the conduct is not of that, else nobody can tell.
    """
    kinds = (one["kind"].value, other["kind"].value)
    if reading == "same-record-kind" or set(kinds) <= set(FAILURES_BY_NAME):
        return kinds[0] == kinds[1]
    named = [None if each["conduct"] is Conduct.OTHER_VIOLATION else each["conduct"] for each in (one, other)]
    if None not in named:
        return named[0] is named[1]
    for kind, own, conduct in zip(kinds, named, reversed(named), strict=True):
        if own is None and conduct is not None and kind in ABOUT and conduct.value not in ABOUT[kind]:
            return False
    return None


def possible_recurrences(
    failure: dict[str, Any], others: list[dict[str, Any]], corrected_on: date, hidden_until: date | None, reading: str
) -> set[date | None]:
    """Every day that the first failure of the same kind from the correction on may have (None: there is none).

    ``others``: kind, conduct, conduct_on, is_failure, each None where not known; days that are not known are well
    chosen. ``hidden_until``: through which day failures may have come that the file does not hold.
    """
    year_end = after(corrected_on, Years(1))
    chosen = [corrected_on - ONE_DAY, corrected_on, corrected_on + 99 * ONE_DAY, year_end, year_end + ONE_DAY]
    days_of_each = [{None, *(day for day in (*chosen, hidden_until) if hidden_until and day <= hidden_until)}]
    for other in others:
        same = same_kind(failure, other, reading=reading)
        days = {other["conduct_on"]} if other["conduct_on"] else set(chosen)
        sure = same is True and other["is_failure"] is True
        excluded = same is False or other["is_failure"] is False
        days_of_each.append({None} if excluded else days if sure else {None, *days})
    return {min((day for day in days if day and day >= corrected_on), default=None) for days in product(*days_of_each)}
