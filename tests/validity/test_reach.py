"""Which records a grade standard reaches: by its day of issue, its level and region, its sector (M7, M15)."""

import dataclasses
import datetime as dt
from decimal import Decimal

import pytest

from factories import record
from jscredit.errors import Label
from jscredit.law import Rank
from jscredit.records import Body, Kind, Level, Procedure, ProviderType, Severity
from jscredit.records.facts import FINE_YUAN, MALICE
from jscredit.rules import JIANGSU_2018, Setting, Source
from jscredit.validity import LATER_STANDARD, GradingRow, SeverityStandard, StandardKind, grade, graded

ISSUED_ON = dt.date(2019, 3, 1)
LABELS_LATER = JIANGSU_2018.reading(LATER_STANDARD, "labels-from-then-on")
CITY = Body(name="虚构市局", type=ProviderType.ADMINISTRATIVE_ORGAN, level=Level.CITY, region="329900")


def standard(issuer=CITY):
    rows = (GradingRow(when=FINE_YUAN >= 10_000, severity=Severity.SERIOUS, citation="第一条"),)
    title = Label("示例（虚构）", "sample (invented)")
    kind = StandardKind.SEVERITY_GRADING
    return SeverityStandard(title=title, kind=kind, issuer=issuer, issued_on=ISSUED_ON, citation="虚构1号", rows=rows)


def penalty(**fields):
    known = {"procedure": Procedure.GENERAL, "reflects_credit": True, "determined_on": ISSUED_ON, "provider": CITY}
    return record(kind=Kind.PENALTY, **(known | {"fine_yuan": Decimal(20_000)} | fields))


def codes(found):
    return [notice.code for notice in found.notices]


@pytest.mark.parametrize(
    ("day", "by_default", "otherwise"),
    [
        (ISSUED_ON, Severity.SERIOUS, Severity.SERIOUS),
        (ISSUED_ON - dt.timedelta(1), None, Severity.SERIOUS),
        (ISSUED_ON + dt.timedelta(1), Severity.SERIOUS, Severity.SERIOUS),
        (None, None, Severity.SERIOUS),
    ],
)
def test_a_standard_grades_what_was_determined_from_its_issue_on(day, by_default, otherwise):
    one = penalty(determined_on=day)
    found, other = grade(one, standard()), grade(one, standard(), regime=LABELS_LATER)
    assert (found.severity, other.severity) == (by_default, otherwise)
    assert graded(one, standard()).severity is by_default
    later = ["grading.standard-issued-later"] if day and day < ISSUED_ON else []
    assert codes(found) == codes(other) == later
    assert found.missing == (("determined_on",) if day is None else ())
    assert found.reach.answer is (None if day is None else by_default is not None)


def test_the_reading_may_be_taken_for_some_cases_only():
    for_malice = JIANGSU_2018.with_settings(
        Setting(LATER_STANDARD, "labels-from-then-on", Source("某细则", Rank.AGENCY_SETTING), when=MALICE)
    )
    day = ISSUED_ON - dt.timedelta(1)
    found = [
        grade(penalty(determined_on=day, malice=malice), standard(), regime=for_malice) for malice in (True, False)
    ]
    assert [each.severity for each in found] == [Severity.SERIOUS, None]
    unknown = grade(penalty(determined_on=day), standard(), regime=for_malice)
    assert (unknown.severity, unknown.missing, unknown.reach.answer) == (None, ("malice",), None)


def test_the_notice_of_a_later_standard_tells_both_readings():
    one = penalty(determined_on=dt.date(2018, 6, 1))
    for lang, words in (("zh", "另一读法"), ("en", "by the other one")):
        texts = [grade(one, standard(), regime=regime).notices[0].text(lang) for regime in (JIANGSU_2018, LABELS_LATER)]
        assert texts[0] != texts[1]
        assert all(words in text for text in texts)


def test_a_later_standard_leaves_what_the_record_states():
    stated = penalty(determined_on=dt.date(2018, 6, 1), severity=Severity.GENERAL)
    assert graded(stated, standard()) is stated
    assert codes(grade(stated, standard())) == ["grading.standard-issued-later"]


def body(level, region, name="虚构某局"):
    return Body(name=name, type=ProviderType.ADMINISTRATIVE_ORGAN, level=level, region=region)


@pytest.mark.parametrize(
    ("issuer", "labels", "reaches"),
    [
        (body(Level.CENTRAL, "110000"), body(Level.COUNTY, "329901"), True),
        (body(Level.PROVINCE, "320000"), body(Level.CITY, "329900"), True),
        (body(Level.PROVINCE, "330000"), body(Level.CITY, "329900"), False),
        (body(Level.CITY, "329900"), body(Level.CITY, "329900"), True),
        (body(Level.CITY, "329900"), body(Level.COUNTY, "329901"), True),
        (body(Level.CITY, "329900"), body(Level.COUNTY, "320102"), False),
        (body(Level.CITY, "329900"), body(Level.PROVINCE, "320000"), False),
        (body(Level.COUNTY, "329901"), body(Level.COUNTY, "329902"), False),
        (body(Level.COUNTY, "329901"), body(Level.CITY, None), False),
        (body(Level.TOWNSHIP, "329901"), body(Level.COUNTY, None), False),
        (body(Level.COUNTY, "329901"), body(None, "329901"), True),
        (body(Level.COUNTY, "329901"), body(None, "329902"), False),
        (body(Level.COUNTY, "329901"), body(None, None), True),
        (body(Level.COUNTY, None), body(Level.COUNTY, "329902"), True),
    ],
)
def test_a_standard_of_a_lower_level_or_of_another_region_grades_nothing(issuer, labels, reaches):
    for one in (penalty(provider=labels), penalty(provider=None, producer=labels)):
        found = grade(one, standard(issuer))
        assert found.severity is (Severity.SERIOUS if reaches else None)
        assert (codes(found) == ["grading.standard-of-others"]) is not reaches
        assert (found.missing, found.reach.answer) == ((), reaches)


def test_the_provider_labels_and_not_the_producer():
    elsewhere = body(Level.COUNTY, "320102")
    assert grade(penalty(producer=elsewhere), standard()).severity is Severity.SERIOUS
    assert grade(penalty(provider=elsewhere, producer=CITY), standard()).severity is None


def test_the_sector_is_left_to_a_person_unless_the_body_labels_by_its_own_standard():
    assert codes(grade(penalty(), standard())) == []
    other = dataclasses.replace(CITY, name="虚构市另一局")
    for labels in (other, None):
        found = grade(penalty(provider=labels), standard())
        assert (found.severity, codes(found)) == (Severity.SERIOUS, ["grading.sector-not-compared"])
    unknown_day = grade(penalty(provider=None, determined_on=None), standard(), regime=LABELS_LATER)
    assert codes(unknown_day) == ["grading.sector-not-compared"]
    later = grade(penalty(provider=None, determined_on=dt.date(2018, 6, 1)), standard(), regime=LABELS_LATER)
    assert codes(later) == ["grading.standard-issued-later", "grading.sector-not-compared"]
    small = grade(penalty(fine_yuan=Decimal(1), determined_on=None), standard())
    assert (small.missing, codes(small)) == ((), ["grading.no-row"])
