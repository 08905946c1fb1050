"""Where records of government may be public, where they go, the rates of 2020, who assesses (G1, G2.4, G4.1)."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from pydantic import ValidationError

from government_cases import DAY, ON
from jscredit.government import (
    ASSESSED_LEVELS,
    CHANNELS,
    PUBLISHED_FAILURES,
    CoverageCount,
    CoverageTarget,
    GovernmentChannel,
    GovernmentParty,
    IntegrityRecordKind,
    MajorDecisionStep,
    OpennessException,
    assesses,
    collection_path,
    coverage_of,
    integrity_publication,
    major_decision_steps,
)
from jscredit.records import Body, Level, Severity
from jscredit.rules import JIANGSU_2018

SITES = tuple(GovernmentChannel)[:3]
COURT = (GovernmentChannel.COURT_JUDGMENTS_SITE,)
K = IntegrityRecordKind


def asked(kind, **changes):
    parts = {"determined_on": DAY, "severity": Severity.GENERAL, "exceptions": (), "on": ON}
    return integrity_publication(kind, **(parts | changes))


@pytest.mark.parametrize(
    ("kind", "channels", "sharing"),
    [
        (K.ADMINISTRATIVE_PENALTY, SITES, "public"),
        (K.JUDGMENT_FINDING_BREACH, COURT, "public"),
        (K.REFUSAL_TO_PERFORM_JUDGMENT, COURT, "public"),
        (K.DISCIPLINARY_SANCTION, (), "government_shared"),
        (K.ACCOUNTABILITY_DECISION, (), "government_shared"),
        (K.FILE_CONTENT, (), "government_shared"),
    ],
)
def test_channels_and_class(kind, channels, sharing):
    told = asked(kind)
    assert (told.channels, told.sharing_class) == (channels, sharing)
    assert told.missing == ()


def test_each_channel_has_a_rule():
    assert list(CHANNELS) == list(GovernmentChannel)


def test_an_exception_to_openness_bars_every_site():
    told = asked(K.ADMINISTRATIVE_PENALTY, exceptions=(OpennessException.STATE_SECRET,))
    assert (told.channels, told.sharing_class) == ((), "government_shared")
    assert asked(K.ADMINISTRATIVE_PENALTY, exceptions=None).missing == ("openness_excepted",)
    assert asked(K.ADMINISTRATIVE_PENALTY, exceptions=None).sharing_class is None


def test_m30_ends_publication_on_the_credit_sites_and_not_on_the_courts():
    assert asked(K.ADMINISTRATIVE_PENALTY, on=date(2021, 3, 5)).channels == SITES
    assert asked(K.ADMINISTRATIVE_PENALTY, on=date(2021, 3, 6)).channels == ()
    assert asked(K.JUDGMENT_FINDING_BREACH, on=date(2021, 3, 6)).channels == COURT
    assert asked(K.JUDGMENT_FINDING_BREACH, on=DAY - timedelta(1)).channels == ()


def test_by_the_other_reading_sanctions_are_public_too():
    law = JIANGSU_2018.reading(PUBLISHED_FAILURES, "every-failure")
    for kind in (K.DISCIPLINARY_SANCTION, K.ACCOUNTABILITY_DECISION):
        assert asked(kind, regime=law).channels == SITES
    assert asked(K.FILE_CONTENT, regime=law).channels == ()


@pytest.mark.parametrize(
    ("level", "wanted"),
    [
        (Level.TOWNSHIP, "county city province"),
        (Level.COUNTY, "county city province"),
        (Level.CITY, "city province"),
        (Level.PROVINCE, "province"),
        (Level.CENTRAL, ""),
    ],
)
def test_records_go_up_level_by_level(level, wanted):
    assert [step.value for step in collection_path(level)] == wanted.split()


def count(covered, to_cover, target=CoverageTarget.RECORDING):
    return CoverageCount(target=target, covered=covered, to_cover=to_cover)


def test_rates_below_a_hundred_are_reported_after_2020():
    counts = (count(9, 10), count(10, 10, CoverageTarget.SHARING), count(0, 0, CoverageTarget.COLLECTION))
    assert coverage_of(counts, on=date(2020, 12, 31)).reported == ()
    told = coverage_of(counts, on=date(2021, 1, 1))
    assert told.reported == (CoverageTarget.RECORDING,)
    assert [line.value for line in told.lines[:3]] == ["9/10", "10/10", "0/0"]
    assert [one.rate for one in counts] == [Fraction(9, 10), 1, None]


def test_an_unknown_number_leaves_the_rate_open():
    told = coverage_of((count(None, 10),), on=date(2021, 1, 1))
    assert told.reported == ()
    assert told.missing == ("covered",)
    assert told.counts[0].rate is None
    assert told.lines[0].value is None


def test_more_than_all_is_refused():
    with pytest.raises(ValidationError, match=r"coverage\.more-than-all"):
        count(11, 10)
    with pytest.raises(ValidationError):
        count(-1, 10)


def test_major_decision():
    assert major_decision_steps(tuple(MajorDecisionStep), on=ON).verdict == "yes"
    assert major_decision_steps(None, on=ON).verdict == "undetermined"


PROVINCE = Body(name="虚构省政府", level=Level.PROVINCE, region="320000")
CITY = Body(name="虚构市政府", level=Level.CITY, region="329900")
COUNTY = Body(name="虚构县政府", level=Level.COUNTY, region="329921")
TOWN = Body(name="虚构镇政府", level=Level.TOWNSHIP, region="329921")
BUREAU = Body(name="虚构市城管局", level=Level.CITY, region="329900")
ABROAD = Body(name="外省县政府", level=Level.COUNTY, region="310101")


@pytest.mark.parametrize(
    ("above", "below", "next_lower"),
    [
        (PROVINCE, CITY, True),
        (PROVINCE, COUNTY, False),
        (PROVINCE, TOWN, False),
        (CITY, COUNTY, True),
        (CITY, TOWN, False),
        (COUNTY, TOWN, True),
    ],
)
def test_superior_governments_assess_lower_ones(above, below, next_lower):
    whom = {"party": GovernmentParty.GOVERNMENT, "on": ON}
    assert assesses(above, below, **whom).verdict == "yes"
    assert assesses(below, above, **whom).verdict == "no"
    law = JIANGSU_2018.reading(ASSESSED_LEVELS, "next-lower")
    assert assesses(above, below, **whom, regime=law).verdict == ("yes" if next_lower else "no")


def test_no_other_area_and_no_equal():
    whom = {"party": GovernmentParty.GOVERNMENT, "on": ON}
    assert assesses(PROVINCE, ABROAD, **whom).verdict == "no"
    assert assesses(CITY, Body(name="邻县", level=Level.COUNTY, region="320921"), **whom).verdict == "no"
    assert assesses(CITY, CITY, **whom).verdict == "no"
    assert assesses(Body(name="中央", level=Level.CENTRAL, region="110000"), PROVINCE, **whom).verdict == "no"


def test_own_departments():
    whom = {"party": GovernmentParty.DEPARTMENT, "on": ON}
    assert assesses(CITY, BUREAU, belongs_to=CITY, **whom).verdict == "yes"
    assert assesses(PROVINCE, BUREAU, belongs_to=CITY, **whom).verdict == "no"
    assert assesses(CITY, BUREAU, **whom).missing == ("own_department",)


@pytest.mark.parametrize("gone", ["level", "region"])
def test_an_unknown_level_or_region_leaves_it_open(gone):
    parts = {"name": "虚构市政府", "level": Level.CITY, "region": "329900"} | {gone: None}
    assert assesses(Body(**parts), COUNTY, party=GovernmentParty.GOVERNMENT, on=ON).verdict == "undetermined"
    parts = {"name": "虚构县政府", "level": Level.COUNTY, "region": "329921"} | {gone: None}
    assert assesses(CITY, Body(**parts), party=GovernmentParty.GOVERNMENT, on=ON).verdict == "undetermined"
