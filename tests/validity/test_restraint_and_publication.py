"""Restraint and publication apart; which records have a validity at all; what is said, shown and stored."""

import datetime as dt
import json
import pickle

import pytest

from jscredit.classification import SUMMARY_PENALTY, classify
from jscredit.deadlines import Days, Months, WorkingDays, Years
from jscredit.errors import InvalidInput
from jscredit.law import Rank
from jscredit.records import Category, CreditRecord, Kind, Procedure, Severity, Subject, SubjectType
from jscredit.rules import JIANGSU_2018, DayRange, Setting, Source, Verdict
from jscredit.validity import (
    COUNTING,
    EARLIER_RECORDS,
    EXPIRY_ENDS_PUBLICATION,
    EXPIRY_ENDS_RESTRAINT,
    Validity,
    is_failure,
    restored_validity,
    validity_of,
)

D = dt.date
YES, NO, OPEN = Verdict.YES, Verdict.NO, Verdict.UNDETERMINED
SHOP = Subject(type=SubjectType.LEGAL_PERSON, name="试例商贸有限公司")
DAY = D(2019, 5, 6)


def record(kind=Kind.BID_RIGGING, severity=Severity.GENERAL, **fields):
    return CreditRecord(id="1", subject=SHOP, kind=kind, severity=severity, **({"determined_on": DAY} | fields))


def verdicts(ask, *days):
    return [ask(day).verdict for day in days]


def test_without_a_period_of_use_both_end_with_the_validity():
    found = validity_of(record())
    days = (D(2019, 5, 5), DAY, D(2020, 5, 6), D(2020, 5, 7))
    assert verdicts(found.may_restrain, *days) == [NO, YES, YES, NO]
    assert verdicts(found.may_publish, *days) == [NO, YES, YES, NO]


@pytest.mark.parametrize(
    ("period", "last"),
    [(Months(6), D(2019, 11, 6)), (Days(30), D(2019, 6, 5)), (Years(2), D(2020, 5, 6)), (Years(1), D(2020, 5, 6))],
)
def test_both_end_with_the_earlier_of_validity_and_period_of_use(period, last):
    found = validity_of(record(), period_of_use=period)
    for ask in (found.may_restrain, found.may_publish):
        assert verdicts(ask, last, last + dt.timedelta(1)) == [YES, NO]
    assert found.last_day == D(2020, 5, 6)
    assert [citation.ledger_id for citation in found.citations] == ["M30", "M8"]


LAW_SAYS = Source("某法第一条", Rank.LAW)
LIFTED = {
    "restraint": JIANGSU_2018.with_settings(Setting(EXPIRY_ENDS_RESTRAINT, False, LAW_SAYS)),
    "publication": JIANGSU_2018.with_settings(Setting(EXPIRY_ENDS_PUBLICATION, False, LAW_SAYS)),
}


@pytest.mark.parametrize("use", LIFTED)
def test_a_norm_that_lifts_the_end_of_the_validity_leaves_the_catalogues_period_and_says_so(use):
    def ask(found):
        return found.may_restrain if use == "restraint" else found.may_publish

    found = validity_of(record(), period_of_use=Years(2), regime=LIFTED[use])
    days = (D(2020, 5, 7), D(2021, 5, 6), D(2021, 5, 7))
    assert verdicts(ask(found), *days) == [YES, YES, NO]
    code = f"validity.period-of-use-still-ends-{use}"
    for notices in (found.notices, ask(found)(D(2021, 5, 7)).notices):
        assert [notice.code for notice in notices if "still-ends" in notice.code] == [code]
    # Without a period of use nothing ends it; without such a norm nothing has to be said.
    unbounded = validity_of(record(), regime=LIFTED[use])
    assert verdicts(ask(unbounded), *days) == [YES, YES, YES]
    for other in (unbounded, validity_of(record(), period_of_use=Years(2))):
        assert not [notice for notice in other.notices if "still-ends" in notice.code]


def test_a_short_period_of_use_settles_what_an_unknown_severity_leaves_open():
    found = validity_of(record(severity=None), period_of_use=Months(18))
    assert verdicts(found.may_restrain, D(2020, 5, 6), D(2020, 5, 7), D(2020, 11, 6), D(2020, 11, 7)) == [
        YES,
        OPEN,
        OPEN,
        NO,
    ]
    failed = found.may_restrain(D(2020, 11, 7)).failed
    assert [failure.condition.id for failure in failed] == ["in-period-of-use"]


def test_the_period_of_use_is_counted_like_the_validity():
    regime = JIANGSU_2018.reading(COUNTING, "first-day-counted")
    found = validity_of(record(), period_of_use=Months(6), regime=regime)
    assert verdicts(found.may_restrain, D(2019, 11, 5), D(2019, 11, 6)) == [YES, NO]


def test_the_stated_end_bounds_publication_and_not_restraint():
    found = validity_of(record(published_until=D(2019, 12, 31)))
    assert verdicts(found.may_publish, D(2019, 12, 31), D(2020, 1, 1)) == [YES, NO]
    assert verdicts(found.may_restrain, D(2019, 12, 31), D(2020, 1, 1)) == [YES, YES]
    assert found.last_day == D(2020, 5, 6)
    assert found.notices == ()
    assert [citation.ledger_id for citation in found.citations] == ["M30", "M21"]


@pytest.mark.parametrize(
    ("stated", "said"), [(D(2020, 5, 6), []), (D(2020, 5, 7), ["validity.publication-stated-beyond"])]
)
def test_a_stated_end_after_the_validity_prolongs_nothing(stated, said):
    found = validity_of(record(published_until=stated))
    assert verdicts(found.may_publish, D(2020, 5, 6), D(2020, 5, 7)) == [YES, NO]
    assert [notice.code for notice in found.notices] == said


@pytest.mark.parametrize("period", [WorkingDays(5), "P1Y", 365])
def test_a_period_of_use_is_of_days_months_or_years(period):
    with pytest.raises(InvalidInput) as caught:
        validity_of(record(), period_of_use=period)
    assert caught.value.code == "validity.period-of-use"


def test_only_failure_information_has_a_validity():
    found = validity_of(record(Kind.REAL_PROPERTY_MORTGAGE, severity=None))
    assert found.applies is False
    assert (found.first_day, found.last_day, found.missing, found.has_no_end) == (None, None, (), False)
    assert found.last_day_range == DayRange(None, None)
    assert found.covers(DAY) is NO
    assert [failure.condition.id for failure in found.decision(DAY).failed] == ["failure-information"]
    assert found.may_restrain(DAY).verdict is NO
    assert verdicts(found.may_publish, D(2019, 1, 1), D(2040, 1, 1)) == [YES, YES]
    assert [notice.code for notice in found.notices] == ["validity.not-failure-information", "validity.later-law"]
    assert [citation.ledger_id for citation in found.citations] == ["M13(4)", "M30"]


def test_other_information_is_published_until_the_catalogue_and_the_provider_say():
    found = validity_of(
        record(Kind.REAL_PROPERTY_MORTGAGE, severity=None, published_until=D(2019, 8, 1)), period_of_use=Months(2)
    )
    assert verdicts(found.may_publish, D(2019, 7, 6), D(2019, 7, 7), D(2019, 8, 2)) == [YES, NO, NO]


def test_an_open_class_leaves_the_validity_open_and_names_what_would_settle_it():
    found = validity_of(record(Kind.PENALTY))
    assert found.applies is None
    assert (found.first_day, found.last_day) == (None, None)
    assert found.last_day_range == DayRange(None, D(2020, 5, 6), ("procedure", "reflects_credit"))
    assert found.missing == ("procedure", "reflects_credit")
    assert [found.covers(day) for day in (DAY, D(2020, 5, 6), D(2020, 5, 7))] == [OPEN, OPEN, NO]
    restraint = found.may_restrain(DAY)
    assert (restraint.missing, found.lacking(restraint)) == (("failure_information",), ("procedure", "reflects_credit"))
    # Publication: before the end it is free either way; after it only if the record is no failure.
    assert verdicts(found.may_publish, D(2019, 5, 5), DAY, D(2020, 5, 7)) == [OPEN, YES, OPEN]
    assert found.lacking(found.may_publish(DAY)) == ()


def test_what_an_answer_lacks_is_named_as_it_is_where_the_class_is_settled():
    found = validity_of(record(severity=None))
    decision = found.decision(D(2021, 1, 1))
    assert found.lacking(decision) == ("rather-serious-period", "severity")


def test_the_reading_of_summary_penalties_decides_whether_there_is_a_validity():
    summary = record(Kind.PENALTY, procedure=Procedure.SUMMARY, reflects_credit=True)
    outside = validity_of(summary)
    assert (outside.applies, outside.last_day) == (False, None)
    within = validity_of(summary, regime=JIANGSU_2018.reading(SUMMARY_PENALTY, "within-item-1"))
    assert (within.applies, within.last_day) == (True, D(2020, 5, 6))


@pytest.mark.parametrize(
    ("fields", "answer"),
    [
        ({"kind": Kind.BID_RIGGING}, True),
        ({"kind": Kind.AWARD}, None),
        ({"kind": Kind.CREDIT_COMMITMENT}, False),
        ({"kind": Kind.PENALTY}, None),
        ({"kind": Kind.PENALTY, "reflects_credit": False}, False),
        ({"kind": Kind.OTHER_POSITIVE, "catalogue_category": Category.POSITIVE}, False),
    ],
)
def test_whether_a_record_is_failure_information(fields, answer):
    assert is_failure(classify(CreditRecord(id="1", subject=SHOP, **fields))) is answer


STORED = [
    record(),
    record(severity=None, published_until=D(2025, 1, 1)),
    record(Kind.PENALTY, severity=Severity.RATHER_SERIOUS, determined_on=None),
    record(Kind.REAL_PROPERTY_MORTGAGE, severity=None),
    record(determined_on=D(2017, 2, 3)),
]
OLD = JIANGSU_2018.reading(EARLIER_RECORDS, "later-determinations")


@pytest.mark.parametrize("regime", [JIANGSU_2018, OLD])
@pytest.mark.parametrize("period", [None, Days(40)])
@pytest.mark.parametrize("given", STORED)
def test_stored_and_restored_it_is_equal(given, period, regime):
    found = validity_of(given, period_of_use=period, regime=regime)
    again = restored_validity(found.to_storage_json(), regime=regime)
    assert again == found
    assert hash(again) == hash(found)
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301
    shown = json.loads(found.to_public_json())
    assert (shown["schema"], shown["form"], shown["classification"]["form"]) == (
        "jscredit.validity",
        "public",
        "public",
    )


def test_a_stored_validity_says_its_days():
    stored = json.loads(validity_of(record(), period_of_use=Months(6)).to_storage_json())
    assert (stored["first_day"], stored["last_day"]) == ("2019-05-06", "2020-05-06")
    assert stored["may_restrain"][1] == {"first": "2019-05-06", "last": "2019-11-06", "verdict": "yes"}
    assert stored["basis"]["readings"]["counting"] == "first-day-not-counted"
    assert stored["facts"]["period_of_use"] == {"months": 6}


def broken(**changes):
    return json.dumps(json.loads(validity_of(record()).to_storage_json()) | changes)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("no json", "document.unreadable"),
        ("[]", "document.unreadable"),
        ("[" * 100_000, "document.unreadable"),
        (7, "document.unreadable"),
        (validity_of(record()).to_public_json(), "document.unreadable"),
        (broken(schema="jscredit.decision"), "document.unreadable"),
        (broken(facts=None), "document.unreadable"),
        (broken(classification=None), "document.unreadable"),
        (broken(classification={}), "document.unreadable"),
        (broken(last_day="2030-01-01"), "validity.changed"),
        (broken(facts={"severity": "grave"}), "json.value"),
    ],
)
def test_what_is_no_stored_validity_is_refused(text, code):
    with pytest.raises(InvalidInput) as caught:
        restored_validity(text)
    assert caught.value.code == code


def test_another_regime_answers_otherwise_and_is_refused():
    text = validity_of(record()).to_storage_json()
    with pytest.raises(InvalidInput) as caught:
        restored_validity(text, regime=JIANGSU_2018.reading(COUNTING, "first-day-counted"))
    assert caught.value.code in {"validity.changed", "classification.changed"}


@pytest.mark.parametrize(
    ("given", "regime", "zh", "en"),
    [
        (STORED[0], JIANGSU_2018, "末日：2020-05-06", "last day: 2020-05-06"),
        (
            STORED[1],
            JIANGSU_2018,
            "末日：不早于2020-05-06，不晚于2022-05-06",
            "not before 2020-05-06, not after 2022-05-06",
        ),
        (STORED[2], JIANGSU_2018, "末日：待定", "last day: not settled"),
        (STORED[3], JIANGSU_2018, "提示：第三十条只规定失信信息的有效期", "class: other information"),
        (STORED[4], OLD, "末日：未设止日", "last day: no end is set"),
        (
            record(Kind.PENALTY),
            JIANGSU_2018,
            "如属失信信息，不晚于2020-05-06",
            "if it is failure information, not after 2020-05-06",
        ),
    ],
)
def test_it_explains_itself_in_both_languages(given, regime, zh, en):
    found = validity_of(given, regime=regime)
    assert zh in found.explain()
    assert en in found.explain("en")
    assert found._repr_html_().startswith("<table><caption>失信信息有效期")


def test_the_explanation_names_the_period_of_use_the_readings_and_the_settings():
    found = validity_of(record(), period_of_use=Months(6), regime=JIANGSU_2018.reading(COUNTING, "first-day-counted"))
    text = found.explain("en")
    assert "catalogue's period of use: 6 months" in text
    assert "counting of the validity: the first day is counted" in text
    assert "settings applied: counting of the validity" in text
    assert "as far as time goes, a ground of restraint: 2019-05-06 to 2019-11-05: yes" in text


def test_a_number_in_the_records_id_is_masked_where_it_is_shown():
    number = "329901199003070012"
    found = validity_of(CreditRecord(id=number, subject=SHOP, kind=Kind.BID_RIGGING))
    assert number in found.to_storage_json()
    for shown in (found.to_public_json(), found.explain(), found._repr_html_(), repr(found)):
        assert number not in shown


def test_equal_inputs_make_equal_validities():
    assert validity_of(record()) == validity_of(record())
    assert validity_of(record()) != validity_of(record(), period_of_use=Years(1))
    assert isinstance(validity_of(record()), Validity)
    assert repr(validity_of(record())) == "<Validity from 2019-05-06, last day 2020-05-06>"
    assert repr(validity_of(record(severity=None))) == "<Validity from 2019-05-06, last day 2020-05-06 to 2022-05-06>"
