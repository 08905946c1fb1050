"""M34, read from the article: whether repair can be applied for on a day, with every fact known."""

from datetime import date
from typing import Any, NamedTuple

from jscredit.deadlines import Years
from oracles.validity import after, end_of, last_day


class Readings(NamedTuple):
    """How the four doubtful places are read; the defaults first."""

    repair_window: str = "period-of-use"  # or shorter
    clean_year: str = "elapsed"  # or so-far
    credit_management_system: str = "organisations-only"  # or everyone
    counting: str = "first-day-not-counted"  # or first-day-counted


ALL_READINGS = [
    Readings(window, year, system, counting)
    for window in ("period-of-use", "shorter")
    for year in ("elapsed", "so-far")
    for system in ("organisations-only", "everyone")
    for counting in ("first-day-not-counted", "first-day-counted")
]


def window_end(facts: dict[str, Any], readings: Readings) -> date:
    """信息使用期限: the catalogue's period of use where it gives one, else the validity; or always the shorter."""
    valid_to = last_day(facts, counting=readings.counting)
    if facts["period_of_use"] is None:
        return valid_to
    used_to = end_of(facts["determined_on"], facts["period_of_use"], counting=readings.counting)
    return used_to if readings.repair_window == "period-of-use" else min(used_to, valid_to)


def in_window(facts: dict[str, Any], on: date, readings: Readings) -> bool:
    return facts["determined_on"] <= on <= window_end(facts, readings)


def corrected(facts: dict[str, Any], on: date) -> bool:
    """已对失信行为进行了纠正: on the application day it has been."""
    return facts["corrected"] and facts["corrected_on"] <= on


def clean_year(facts: dict[str, Any], on: date, readings: Readings) -> bool:
    """自纠正之日起，1年内未再发生同类失信行为: the year, and no failure of the kind in it, its last day included."""
    if not corrected(facts, on):
        return False
    year_end = after(facts["corrected_on"], Years(1))
    if readings.clean_year == "elapsed":
        return on > year_end and not (facts["recurred"] and facts["recurred_on"] <= year_end)
    so_far = min(on, year_end)
    return not (facts["recurred"] and facts["recurred_on"] <= so_far)


def strengthened(facts: dict[str, Any], readings: Readings) -> bool:
    """强化诚信自律意识、建立信用管理制度并承诺不再失信."""
    system_asked = readings.credit_management_system == "everyone" or not facts["is_natural_person"]
    return (
        facts["self_discipline"]
        and facts["commitment_not_to_fail_again"]
        and (facts["credit_management_system"] or not system_asked)
    )


def eligible(facts: dict[str, Any], on: date, readings: Readings) -> bool:
    return (
        facts["is_failure"]
        and in_window(facts, on, readings)
        and corrected(facts, on)
        and facts["clear_effect"]
        and facts["adverse_effect_eliminated"]
        and clean_year(facts, on, readings)
        and strengthened(facts, readings)
    )


def same_kind(one: dict[str, Any], other: dict[str, Any], *, reading: str) -> bool | None:
    """同类: the same conduct where both records name one, else it is not known; or the same kind of record."""
    if reading == "same-kind-of-record":
        return one["kind"] is other["kind"]
    if one["conduct"] is None or other["conduct"] is None:
        return None
    return one["conduct"] is other["conduct"]
