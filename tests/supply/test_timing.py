"""By which day a record has to arrive: the catalogue's cycle, the norm that goes before it, and what is missing."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jscredit.deadlines import Days, Months, WorkingDays
from jscredit.law import Rank
from jscredit.records import Body, CreditRecord, Kind, ProviderType, Severity, Subject
from jscredit.records.facts import SEVERITY
from jscredit.rules import JIANGSU_2018, Setting, Source, Verdict
from jscredit.supply import (
    ANALOGY,
    DOUBLE_PUBLICITY,
    SUPPLY_PERIOD,
    Delivery,
    supply_due,
    supply_taken,
    timeliness,
)
from oracles.working_days import walk

DAY = date(2020, 3, 1)
BY_NORM = JIANGSU_2018.with_settings(DOUBLE_PUBLICITY)


def record(kind=Kind.PENALTY, **told):
    return CreditRecord(id="1", subject=Subject(name="某店"), kind=kind, **({"determined_on": DAY} | told))


@settings(deadline=None)  # the first case builds the calendar
@given(st.dates(date(2018, 2, 1), date(2025, 11, 30)), st.sampled_from([Kind.PENALTY, Kind.ADMINISTRATIVE_LICENCE]))
def test_licences_and_penalties_have_seven_working_days(day, kind):
    found = supply_due(record(kind, determined_on=day), update_cycle=Days(90), regime=BY_NORM)
    assert found.deadline.due == walk(day, 7)
    assert found.setting.source.citation == "发改办财金〔2018〕424号"
    assert found.deadline.cite.ledger_id == "M16¶1"


def test_what_the_norm_is_not_about_follows_the_catalogue():
    found = supply_due(record(Kind.AWARD), update_cycle=Months(1), regime=BY_NORM)
    assert (found.deadline.due, found.setting) == (date(2020, 4, 1), None)
    assert supply_due(record(), update_cycle=Months(1)).deadline.due == date(2020, 4, 1)


def test_a_setting_for_all_cases():
    law = JIANGSU_2018.with_settings(Setting(SUPPLY_PERIOD, Days(20), Source("某通知", Rank.AGENCY_SETTING)))
    assert supply_due(record(), update_cycle=Days(3), regime=law).deadline.due == date(2020, 3, 21)
    both = law.with_settings(DOUBLE_PUBLICITY)
    assert supply_due(record(), regime=both).deadline.period == WorkingDays(7)
    assert supply_due(record(Kind.AWARD), regime=both).deadline.period == Days(20)


def test_what_is_missing_is_named():
    assert supply_due(record(determined_on=None)).missing == ("update_cycle", "determined_on")
    assert supply_due(record(determined_on=None), update_cycle=Days(1)).missing == ("determined_on",)
    law = JIANGSU_2018.with_settings(
        Setting(SUPPLY_PERIOD, Days(1), Source("某规定", Rank.AGENCY_SETTING), when=SEVERITY == Severity.SERIOUS)
    )
    assert supply_due(record(), update_cycle=Days(3), regime=law) == (None, None, ("severity",))


@pytest.mark.parametrize(
    ("received", "verdict", "late"),
    [
        (date(2020, 3, 30), Verdict.YES, 0),
        (date(2020, 3, 31), Verdict.YES, 0),
        (date(2020, 4, 1), Verdict.NO, 1),
        (None, Verdict.UNDETERMINED, None),
    ],
)
def test_how_many_days_late(received, verdict, late):
    found = timeliness(Delivery(record=record(), received_on=received), update_cycle=Days(30))
    assert (found.decision.verdict, found.days_late) == (verdict, late)
    assert found.due.deadline.due == date(2020, 3, 31)


def test_without_a_cycle_nothing_is_late():
    found = timeliness(Delivery(record=record(), received_on=date(2024, 1, 1)))
    assert (found.decision.verdict, found.decision.missing, found.days_late) == (
        Verdict.UNDETERMINED,
        ("due_on",),
        None,
    )


def test_the_body_of_a_delivery():
    organ = Body(name="虚构局", type=ProviderType.ADMINISTRATIVE_ORGAN)
    chamber = Body(name="虚构商会", type=ProviderType.OTHER_SOCIAL_ORGANISATION)
    delivery = Delivery(record=record(provider=organ), by=chamber)
    assert (delivery.body, delivery.by_analogy, Delivery(record=record()).by_analogy) == (chamber, True, None)
    opted_in = JIANGSU_2018.reading(ANALOGY, "opted-in")
    assert supply_taken(delivery, on=DAY).verdict is Verdict.NO
    assert supply_taken(delivery, on=DAY, regime=opted_in).verdict is Verdict.YES
    assert supply_taken(Delivery(record=record()), on=DAY).missing == ("provider_type",)
    assert Delivery(record=record()).level is None
    assert Delivery.from_storage_json(delivery.to_storage_json()) == delivery
