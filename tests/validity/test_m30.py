"""M30 with hand-typed days: boundaries, 29 February, severities, readings, overrides, earlier records."""

import datetime as dt
from dataclasses import replace

import pytest

from jscredit.deadlines import Days, Months, Years
from jscredit.errors import InvalidInput, NotInForce
from jscredit.law import Rank
from jscredit.records import CreditRecord, Kind, Severity, Subject, SubjectType
from jscredit.records.conducts import Conduct
from jscredit.records.facts import CONDUCT, KIND
from jscredit.rules import JIANGSU_2018, DayRange, Setting, Source, Verdict
from jscredit.validity import (
    COUNTING,
    EARLIER_RECORDS,
    EXPIRY_ENDS_PUBLICATION,
    EXPIRY_ENDS_RESTRAINT,
    GENERAL_PERIOD,
    RATHER_SERIOUS_PERIOD,
    REPLACING_RANKS,
    SERIOUS_PERIOD,
    validity_of,
)

D = dt.date
YES, NO, OPEN = Verdict.YES, Verdict.NO, Verdict.UNDETERMINED
SHOP = Subject(type=SubjectType.LEGAL_PERSON, name="试例商贸有限公司")
FIRST_COUNTED = JIANGSU_2018.reading(COUNTING, "first-day-counted")
LATER_ONLY = JIANGSU_2018.reading(EARLIER_RECORDS, "later-determinations")


def failure(day, severity=None, **fields):
    return CreditRecord(id="1", subject=SHOP, kind=Kind.BID_RIGGING, determined_on=day, severity=severity, **fields)


def setting(term, value, rank, when=None):
    return Setting(term, value, Source(f"示例{rank.name}", rank), when)


@pytest.mark.parametrize(
    ("determined", "severity", "last"),
    [
        (D(2019, 5, 6), Severity.GENERAL, D(2020, 5, 6)),
        (D(2019, 5, 6), Severity.SERIOUS, D(2022, 5, 6)),
        (D(2024, 2, 29), Severity.GENERAL, D(2025, 2, 28)),
        (D(2024, 2, 29), Severity.SERIOUS, D(2027, 2, 28)),
        (D(2023, 2, 28), Severity.GENERAL, D(2024, 2, 28)),
        (D(2025, 3, 1), Severity.SERIOUS, D(2028, 3, 1)),
        (D(2018, 12, 31), Severity.GENERAL, D(2019, 12, 31)),
    ],
)
def test_valid_from_the_day_of_determination_through_the_corresponding_day(determined, severity, last):
    found = validity_of(failure(determined, severity))
    assert (found.first_day, found.last_day) == (determined, last)
    assert found.last_day_range == DayRange(last, last)
    assert found.covers(determined - dt.timedelta(1)) is NO
    assert found.covers(determined) is YES
    assert found.covers(last) is YES
    assert found.covers(last + dt.timedelta(1)) is NO
    assert found.missing == ()


@pytest.mark.parametrize(
    ("determined", "severity", "last"),
    [
        (D(2019, 5, 6), Severity.GENERAL, D(2020, 5, 5)),
        (D(2019, 5, 6), Severity.SERIOUS, D(2022, 5, 5)),
        (D(2024, 2, 29), Severity.GENERAL, D(2025, 2, 27)),
        (D(2025, 3, 1), Severity.SERIOUS, D(2028, 2, 29)),
        (D(2019, 1, 1), Severity.GENERAL, D(2019, 12, 31)),
    ],
)
def test_with_the_first_day_counted_the_last_day_is_one_earlier(determined, severity, last):
    found = validity_of(failure(determined, severity), regime=FIRST_COUNTED)
    assert found.last_day == last
    assert found.covers(last) is YES
    assert found.covers(last + dt.timedelta(1)) is NO


def test_where_the_counting_decides_the_answer_says_so():
    record = failure(D(2019, 5, 6), Severity.GENERAL)
    codes = [notice.code for notice in validity_of(record).decision(D(2020, 5, 6)).notices]
    assert codes == ["reading.counting.first-day-counted"]
    assert validity_of(record).decision(D(2020, 5, 5)).notices == ()


def test_an_unknown_severity_settles_the_first_year_and_the_time_after_the_third():
    found = validity_of(failure(D(2019, 5, 6)))
    assert found.last_day is None
    assert found.last_day_range == DayRange(D(2020, 5, 6), D(2022, 5, 6), ("rather-serious-period", "severity"))
    days = [D(2019, 5, 5), D(2019, 5, 6), D(2020, 5, 6), D(2020, 5, 7), D(2022, 5, 6), D(2022, 5, 7)]
    assert [found.covers(day) for day in days] == [NO, YES, YES, OPEN, OPEN, NO]
    assert [(span.first, span.verdict) for span in found.timeline] == [
        (D(2018, 1, 29), NO),
        (D(2019, 5, 6), YES),
        (D(2020, 5, 7), OPEN),
        (D(2022, 5, 7), NO),
    ]
    assert [notice.code for notice in found.notices] == ["validity.without-severity", "validity.later-law"]
    assert [citation.ledger_id for citation in found.citations] == ["M30", "M15"]


def test_a_rather_serious_failure_lasts_one_to_three_years_until_an_agency_says_how_long():
    record = failure(D(2019, 5, 6), Severity.RATHER_SERIOUS)
    found = validity_of(record)
    assert found.last_day_range == DayRange(D(2020, 5, 6), D(2022, 5, 6), ("rather-serious-period",))
    assert [notice.code for notice in found.notices] == ["validity.rather-serious", "validity.later-law"]
    filled = JIANGSU_2018.with_settings(setting(RATHER_SERIOUS_PERIOD, Months(30), Rank.AGENCY_SETTING))
    assert validity_of(record, regime=filled).last_day == D(2021, 11, 6)
    assert validity_of(record, regime=filled).notices == ()
    unknown = validity_of(failure(D(2019, 5, 6)), regime=filled).last_day_range
    assert unknown == DayRange(D(2020, 5, 6), D(2022, 5, 6), ("severity",))


@pytest.mark.parametrize("period", [Years(1), Years(3), Months(36), Months(12), Days(366), Days(1095)])
def test_the_ends_of_the_range_may_be_set(period):
    assert setting(RATHER_SERIOUS_PERIOD, period, Rank.AGENCY_SETTING).value == period


@pytest.mark.parametrize("rank", [Rank.NATIONAL_DEPARTMENT_DOCUMENT, Rank.NORMATIVE_DOCUMENT, Rank.AGENCY_SETTING])
@pytest.mark.parametrize("period", [Months(11), Months(37), Years(4), Days(364), Days(1097)])
def test_a_period_outside_the_range_is_refused(period, rank):
    with pytest.raises(InvalidInput) as caught:
        setting(RATHER_SERIOUS_PERIOD, period, rank)
    assert caught.value.code == "term.range"


@pytest.mark.parametrize(
    "rank",
    [
        Rank.LAW,
        Rank.ADMINISTRATIVE_REGULATION,
        Rank.LOCAL_REGULATION,
        Rank.DEPARTMENT_RULE,
        Rank.LOCAL_GOVERNMENT_RULE,
    ],
)
@pytest.mark.parametrize(("term", "severity"), [(GENERAL_PERIOD, Severity.GENERAL), (SERIOUS_PERIOD, Severity.SERIOUS)])
def test_a_law_a_regulation_or_a_rule_replaces_the_period(rank, term, severity):
    regime = JIANGSU_2018.with_settings(setting(term, Years(5), rank))
    found = validity_of(failure(D(2019, 5, 6), severity), regime=regime)
    assert found.last_day == D(2024, 5, 6)
    assert [one.setting.source.rank for one in found.basis.settings] == [rank]
    assert [notice.code for notice in found.notices] == ["validity.later-law"]


@pytest.mark.parametrize("rank", [Rank.NORMATIVE_DOCUMENT, Rank.AGENCY_SETTING])
@pytest.mark.parametrize("term", [GENERAL_PERIOD, SERIOUS_PERIOD])
def test_a_lower_norm_does_not(rank, term):
    with pytest.raises(InvalidInput) as caught:
        setting(term, Years(2), rank)
    assert caught.value.code == "setting.rank"
    assert caught.value.clause.ledger_id == "M30"


def test_a_national_departments_document_counts_by_the_reading_of_article_3_and_the_answer_says_so():
    regime = JIANGSU_2018.with_settings(setting(GENERAL_PERIOD, Years(2), Rank.NATIONAL_DEPARTMENT_DOCUMENT))
    record = failure(D(2019, 5, 6), Severity.GENERAL)
    found = validity_of(record, regime=regime)
    assert found.last_day == D(2021, 5, 6)
    assert [notice.code for notice in found.notices] == ["setting.general-period.by-reading"]
    codes = [notice.code for notice in found.decision(D(2020, 6, 1)).notices]
    assert codes == ["setting.general-period.by-reading", "reading.replacing-ranks.article-30-alone"]
    alone = regime.reading(REPLACING_RANKS, "article-30-alone")
    assert validity_of(record, regime=alone).last_day == D(2020, 5, 6)
    assert validity_of(record, regime=alone).notices == ()


def test_nothing_is_said_of_a_setting_that_the_case_does_not_meet():
    regime = JIANGSU_2018.with_settings(setting(SERIOUS_PERIOD, Years(2), Rank.NATIONAL_DEPARTMENT_DOCUMENT))
    found = validity_of(failure(D(2019, 5, 6), Severity.GENERAL), regime=regime)
    assert (found.notices, found.basis.settings) == ((), ())


def test_the_higher_rank_and_then_the_more_special_prevails():
    rigging = CONDUCT == Conduct.BID_RIGGING
    regime = JIANGSU_2018.with_settings(
        setting(SERIOUS_PERIOD, Years(4), Rank.DEPARTMENT_RULE),
        setting(SERIOUS_PERIOD, Years(5), Rank.LOCAL_REGULATION, rigging),
        setting(SERIOUS_PERIOD, Years(2), Rank.LOCAL_REGULATION),
    )
    assert validity_of(failure(D(2019, 5, 6), Severity.SERIOUS), regime=regime).last_day == D(2024, 5, 6)
    arrears = replace(failure(D(2019, 5, 6), Severity.SERIOUS), kind=Kind.TAX_ARREARS)
    assert validity_of(arrears, regime=regime).last_day == D(2021, 5, 6)


def test_an_override_for_one_kind_asks_for_the_kind_and_leaves_the_others():
    regime = JIANGSU_2018.with_settings(
        setting(GENERAL_PERIOD, Months(6), Rank.LAW, KIND == Kind.TAX_ARREARS),
    )
    assert validity_of(failure(D(2019, 5, 6), Severity.GENERAL), regime=regime).last_day == D(2020, 5, 6)
    arrears = replace(failure(D(2019, 5, 6), Severity.GENERAL), kind=Kind.TAX_ARREARS)
    assert validity_of(arrears, regime=regime).last_day == D(2019, 11, 6)


def test_a_norm_may_let_restraint_or_publication_go_on_after_the_validity():
    record = failure(D(2019, 5, 6), Severity.GENERAL)
    restraint = JIANGSU_2018.with_settings(setting(EXPIRY_ENDS_RESTRAINT, False, Rank.LAW))
    found = validity_of(record, regime=restraint)
    assert found.may_restrain(D(2021, 1, 1)).verdict is YES
    assert found.may_publish(D(2021, 1, 1)).verdict is NO
    assert found.covers(D(2021, 1, 1)) is NO
    publication = JIANGSU_2018.with_settings(setting(EXPIRY_ENDS_PUBLICATION, False, Rank.LOCAL_REGULATION))
    found = validity_of(record, regime=publication)
    assert found.may_restrain(D(2021, 1, 1)).verdict is NO
    assert found.may_publish(D(2021, 1, 1)).verdict is YES


def test_an_earlier_record_is_bound_in_its_later_use_with_a_notice():
    record = failure(D(2017, 6, 1), Severity.GENERAL)
    found = validity_of(record)
    assert (found.first_day, found.last_day) == (D(2017, 6, 1), D(2018, 6, 1))
    assert found.covers(D(2018, 1, 29)) is YES
    assert found.covers(D(2018, 6, 2)) is NO
    assert [notice.code for notice in found.notices] == ["validity.earlier-record"]
    assert [citation.ledger_id for citation in found.citations] == ["M30", "M43"]
    assert "reading.earlier-records.later-determinations" in {
        notice.code for notice in found.decision(D(2018, 6, 2)).notices
    }


def test_by_the_other_reading_an_earlier_record_has_no_end():
    found = validity_of(failure(D(2018, 1, 28), Severity.GENERAL), regime=LATER_ONLY)
    assert (found.first_day, found.last_day) == (D(2018, 1, 28), None)
    assert (found.last_day_range, found.has_no_end, found.missing) == (DayRange(None, None), True, ())
    assert found.covers(D(2030, 1, 1)) is YES
    assert [notice.code for notice in found.notices] == ["validity.earlier-record-without-end", "validity.later-law"]
    from_the_first_day = validity_of(failure(D(2018, 1, 29), Severity.GENERAL), regime=LATER_ONLY)
    assert (from_the_first_day.last_day, from_the_first_day.has_no_end) == (D(2019, 1, 29), False)
    assert from_the_first_day.notices == ()


def test_without_a_day_of_determination_nothing_is_settled():
    found = validity_of(failure(None, Severity.GENERAL))
    assert (found.first_day, found.last_day) == (None, None)
    assert found.last_day_range == DayRange(None, None, ("determined_on",))
    assert found.covers(D(2020, 1, 1)) is OPEN
    assert found.decision(D(2020, 1, 1)).missing == ("determined_on",)
    assert not found.has_no_end
    later_only = validity_of(failure(None, Severity.GENERAL), regime=LATER_ONLY)
    assert later_only.last_day_range == DayRange(None, None, ("determined_on",))
    assert not later_only.has_no_end


def test_a_day_before_the_measures_is_refused():
    found = validity_of(failure(D(2017, 6, 1), Severity.GENERAL))
    for ask in (found.covers, found.decision, found.may_restrain, found.may_publish):
        with pytest.raises(NotInForce):
            ask(D(2018, 1, 28))


def test_the_day_asked_about_is_a_date():
    with pytest.raises(InvalidInput):
        validity_of(failure(D(2019, 6, 1))).covers(dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
