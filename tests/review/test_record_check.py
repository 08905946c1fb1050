"""One record checked on one day: the answers are those of the packages, told together."""

import json
from datetime import date, datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factories import BODIES, evidence, organisation, record, records
from jscredit.classification import classify
from jscredit.deadlines import Years
from jscredit.errors import InvalidInput, NotInForce
from jscredit.law import Rank
from jscredit.records import Body, Granter, Kind, RepairEvidence, Severity
from jscredit.repair import CLEAN_YEAR, repair_eligibility
from jscredit.review import RecordCheck, check_record, checked_lines
from jscredit.review.names import named
from jscredit.rules import JIANGSU_2018, Setting, Source
from jscredit.validity import RATHER_SERIOUS_PERIOD, validity_of
from review_regimes import LATER_ONLY, OPEN_END

ON = date(2020, 3, 1)
FAILURE = {"kind": Kind.BID_RIGGING, "severity": Severity.GENERAL, "determined_on": date(2019, 3, 1)}


def check(on=ON, **fixed):
    options = {name: fixed.pop(name) for name in ("evidence", "period_of_use", "regime") if name in fixed}
    return check_record(record(**(FAILURE | fixed)), on=on, **options)


@given(records(), evidence(), st.sampled_from([None, Years(2)]), st.dates(date(2018, 1, 29), date(2027, 1, 1)))
def test_each_answer_is_that_of_its_package(given_record, shown, use, on):
    if given_record.conduct_on and shown.corrected_on:
        # What has not happened cannot be corrected: such evidence is refused.
        assume(shown.corrected_on >= given_record.conduct_on)
    found = check_record(given_record, on=on, evidence=shown, period_of_use=use)
    assert found.classification == classify(given_record)
    assert found.validity == validity_of(given_record, period_of_use=use)
    assert found.restraint == found.validity.may_restrain(on)
    assert found.publication == found.validity.may_publish(on)
    assert found.repair == repair_eligibility(given_record, shown, on=on, period_of_use=use)
    assert set(found.lacking) <= set(found.missing)
    verdicts = [found.restraint.verdict, found.publication.verdict]
    if "undetermined" in verdicts or (found.classification.category is None and found.classification.missing):
        assert found.lacking
    assert {notice.code for notice in found.repair.notices} <= {notice.code for notice in found.notices}
    assert len(set(found.citations)) == len(found.citations)


@given(records(), st.sampled_from(["zh", "en"]))
def test_it_is_told_whole_in_one_language(given_record, lang):
    found = check_record(given_record, on=ON)
    colon = "：" if lang == "zh" else ": "
    assert found.explain(lang) == "\n".join(f"{head}{colon}{text}" for head, text in checked_lines(found, lang))
    assert "None" not in found.explain(lang)
    assert json.loads(found.to_public_json())["form"] == "public"


def lines(found):
    return dict(checked_lines(found, "en"))


@pytest.mark.parametrize(
    ("fixed", "said"),
    [
        ({}, "from 2019-03-01, to 2020-03-01"),
        ({"severity": None}, "from 2019-03-01, the last day is between 2020-03-01 and 2022-03-01"),
        ({"kind": Kind.OTHER_NEGATIVE}, "if it is failure information, to 2020-03-01 at the latest"),
        ({"determined_on": None}, "first and last day are not settled"),
        ({"kind": Kind.OTHER_NEGATIVE, "determined_on": None}, "first and last day are not settled"),
        (
            {"kind": Kind.COMMENDATION, "granter": Granter.GOVERNMENT, "severity": None},
            "none: it is no failure information",
        ),
        ({"determined_on": date(2017, 1, 1), "regime": LATER_ONLY}, "from 2017-01-01, no end"),
        (
            {"determined_on": date(2017, 1, 1), "regime": OPEN_END},
            "from 2017-01-01, the last day is not before 2018-01-01",
        ),
    ],
)
def test_the_days_of_its_validity(fixed, said):
    assert lines(check(**fixed))["validity"] == said


def test_a_yes_says_until_when_and_a_no_does_not():
    assert lines(check())["as far as time goes, a ground of restraint"] == "yes, until 2020-03-01"
    assert lines(check(on=date(2020, 3, 2)))["as far as time goes, a ground of restraint"] == "no"


def test_the_class_with_its_item_or_why_there_is_none():
    assert lines(check())["class"] == "negative information M12(4)"
    assert lines(check(kind=Kind.OTHER_NEGATIVE))["class"] == "the class is undetermined"


def test_what_is_missing_is_told_by_its_label():
    assert "severity (severity)" in lines(check(severity=None))["missing"]
    assert check(severity=None).lacking == ("rather-serious-period", "severity")


def test_named_tells_facts_terms_and_years():
    assert named("severity", "zh") == "失信程度 (severity)"
    assert named("corrected_on", "en") == "day of correction (corrected_on)"
    assert named("rather-serious-period", "en").endswith("(rather-serious-period)")
    assert named("calendar-2027", "en") == "calendar-2027"


def test_settings_are_told_once_and_only_where_they_count():
    source = Source("虚构的细则", Rank.AGENCY_SETTING)
    regime = JIANGSU_2018.with_settings(
        Setting(RATHER_SERIOUS_PERIOD, Years(2), source), Setting(CLEAN_YEAR, "so-far", source)
    )
    graver = check(severity=Severity.RATHER_SERIOUS, regime=regime)
    assert {one.setting.term.name for one in graver.settings} == {"rather-serious-period", "clean-year"}
    assert {one.setting.term.name for one in check(regime=regime).settings} == {"clean-year"}
    assert check().settings == ()
    assert "settings applied" in lines(graver)


@pytest.mark.parametrize(
    ("producer", "told"),
    [
        (None, False),
        (BODIES[0], False),
        (Body(name="虚构局"), False),
        (Body(name="虚构局", region="310000"), True),
    ],
)
def test_a_body_outside_the_province(producer, told):
    codes = {notice.code: notice.citation for notice in check(producer=producer).notices}
    assert ("check.outside-the-province" in codes) is told
    if told:
        assert "第三条" in codes["check.outside-the-province"]


def test_the_day_is_a_date_on_which_the_law_is_in_force():
    with pytest.raises(InvalidInput):
        check(on=datetime(2020, 3, 1))  # noqa: DTZ001 - what is refused
    with pytest.raises(NotInForce):
        check(on=date(2018, 1, 28))


def test_equal_by_its_inputs():
    assert check() == check()
    assert check() != check(on=date(2020, 3, 2))
    assert check(evidence=RepairEvidence()) == check()


def test_the_public_document_masks_numbers_in_free_texts():
    planted = "字329901199003070012号"
    text = check(id=planted, document_number=planted, subject=organisation(3)).to_public_json()
    assert "1990" not in text
    assert isinstance(check(), RecordCheck)
